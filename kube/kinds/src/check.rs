//! Checks that many kinds share, as small functions over a value, its path and the list of faults.
//!
//! A value is read as Go would hold it: an absent field, an empty text and zero say the same for fields without a
//! pointer, which is why [`text`] and [`int`] never fail.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::quantity::Quantity;
use kube_api::value::Value;

use crate::formats;

/// What a number below zero is told.
pub(crate) const NEGATIVE: &str = "must be greater than or equal to 0";
/// What a number that must be positive is told.
pub(crate) const NOT_POSITIVE: &str = "must be greater than 0";
/// What a changed constant is told.
pub(crate) const IMMUTABLE: &str = "field is immutable";

/// The text of a field; empty when absent.
pub(crate) fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or("")
}

/// The number of a field; zero when absent.
pub(crate) fn int(value: &Value, name: &str) -> i64 {
    value.get(name).and_then(Value::as_int).unwrap_or(0)
}

/// A field that is present and not null.
pub(crate) fn some<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    value.get(name).filter(|value| !value.is_null())
}

/// The object at a field, or an empty one: structs that Go holds by value are always there.
pub(crate) fn part<'v>(value: &'v Value, name: &str) -> &'v Value {
    const NOTHING: &Value = &Value::Null;
    value.get(name).unwrap_or(NOTHING)
}

/// The texts of a list.
pub(crate) fn texts<'v>(value: &'v Value, name: &str) -> Vec<&'v str> {
    value.items(&[name]).iter().map(|item| item.as_str().unwrap_or("")).collect()
}

/// Calls `check` for every element of a list, with its path.
pub(crate) fn each(value: &Value, name: &str, at: &Path<'_>, mut check: impl FnMut(usize, &Value, &Path<'_>)) {
    let list = at.child(name);
    for (index, item) in value.items(&[name]).iter().enumerate() {
        check(index, item, &list.index(index));
    }
}

/// Calls `check` for every entry of a map, with its path.
pub(crate) fn entries(value: &Value, name: &str, at: &Path<'_>, mut check: impl FnMut(&str, &Value, &Path<'_>)) {
    let map = at.child(name);
    for (key, item) in value.get(name).and_then(Value::as_object).into_iter().flat_map(|object| object.iter()) {
        check(key.as_str(), item, &map.key(key.as_str()));
    }
}

/// A quantity as the tree holds it; zero when it cannot be read, which decoding has refused before.
pub(crate) fn quantity(value: &Value) -> Quantity {
    match value {
        Value::String(text) => Quantity::parse(text).unwrap_or(Quantity::ZERO),
        Value::Int(number) => Quantity::parse(&number.to_string()).unwrap_or(Quantity::ZERO),
        _ => Quantity::ZERO,
    }
}

/// Faults by kind, so that a check reads as one line.
pub(crate) trait Faults {
    fn required(&mut self, at: &Path<'_>, detail: &str);
    fn invalid(&mut self, at: &Path<'_>, value: impl Into<Value>, detail: impl Into<String>);
    fn not_supported(&mut self, at: &Path<'_>, value: impl Into<Value>, supported: &[&str]);
    fn duplicate(&mut self, at: &Path<'_>, value: impl Into<Value>);
    fn forbidden(&mut self, at: &Path<'_>, detail: impl Into<String>);
    fn not_found(&mut self, at: &Path<'_>, value: impl Into<Value>);

    /// The form of a text.
    fn form(&mut self, at: &Path<'_>, text: &str, check: formats::Check);
    /// A text that must be there and have a form.
    fn named(&mut self, value: &Value, name: &str, at: &Path<'_>, check: formats::Check);
    /// A text that must be there.
    fn present(&mut self, value: &Value, name: &str, at: &Path<'_>);
    /// One of a few words; absent is fine.
    fn one_of(&mut self, value: &Value, name: &str, at: &Path<'_>, words: &[&str]);
    /// One of a few words; absent is a fault of its own.
    fn required_one_of(&mut self, value: &Value, name: &str, at: &Path<'_>, words: &[&str]);
    fn non_negative(&mut self, value: &Value, name: &str, at: &Path<'_>);
    /// A number that must be above zero, when it is there.
    fn positive(&mut self, value: &Value, name: &str, at: &Path<'_>);
    fn between(&mut self, value: &Value, name: &str, at: &Path<'_>, low: i64, high: i64);
    /// A field that may not change.
    fn immutable(&mut self, new: &Value, old: &Value, name: &str, at: &Path<'_>);
    /// A list that is too long.
    fn too_many(&mut self, value: &Value, name: &str, at: &Path<'_>, limit: usize);
}

impl Faults for ErrorList {
    fn required(&mut self, at: &Path<'_>, detail: &str) {
        self.push(FieldError::required(at, detail));
    }

    fn invalid(&mut self, at: &Path<'_>, value: impl Into<Value>, detail: impl Into<String>) {
        self.push(FieldError::invalid(at, value, detail));
    }

    fn not_supported(&mut self, at: &Path<'_>, value: impl Into<Value>, supported: &[&str]) {
        self.push(FieldError::not_supported(at, value, supported));
    }

    fn duplicate(&mut self, at: &Path<'_>, value: impl Into<Value>) {
        self.push(FieldError::duplicate(at, value));
    }

    fn forbidden(&mut self, at: &Path<'_>, detail: impl Into<String>) {
        self.push(FieldError::forbidden(at, detail));
    }

    fn not_found(&mut self, at: &Path<'_>, value: impl Into<Value>) {
        self.push(FieldError::not_found(at, value));
    }

    fn form(&mut self, at: &Path<'_>, text: &str, check: formats::Check) {
        for fault in check(text) {
            self.invalid(at, text, fault);
        }
    }

    fn named(&mut self, value: &Value, name: &str, at: &Path<'_>, check: formats::Check) {
        match text(value, name) {
            "" => self.required(&at.child(name), ""),
            found => self.form(&at.child(name), found, check),
        }
    }

    fn present(&mut self, value: &Value, name: &str, at: &Path<'_>) {
        if text(value, name).is_empty() {
            self.required(&at.child(name), "");
        }
    }

    fn one_of(&mut self, value: &Value, name: &str, at: &Path<'_>, words: &[&str]) {
        let found = some(value, name).and_then(Value::as_str);
        if let Some(found) = found.filter(|found| !words.contains(found)) {
            self.not_supported(&at.child(name), found, words);
        }
    }

    fn required_one_of(&mut self, value: &Value, name: &str, at: &Path<'_>, words: &[&str]) {
        match text(value, name) {
            "" => self.required(&at.child(name), ""),
            _ => self.one_of(value, name, at, words),
        }
    }

    fn non_negative(&mut self, value: &Value, name: &str, at: &Path<'_>) {
        let found = int(value, name);
        if found < 0 {
            self.invalid(&at.child(name), found, NEGATIVE);
        }
    }

    fn positive(&mut self, value: &Value, name: &str, at: &Path<'_>) {
        if let Some(found) = value.get(name).and_then(Value::as_int).filter(|found| *found <= 0) {
            self.invalid(&at.child(name), found, NOT_POSITIVE);
        }
    }

    fn between(&mut self, value: &Value, name: &str, at: &Path<'_>, low: i64, high: i64) {
        let found = value.get(name).and_then(Value::as_int);
        if let Some(found) = found.filter(|found| !(low..=high).contains(found)) {
            self.invalid(&at.child(name), found, formats::between(low, high));
        }
    }

    fn immutable(&mut self, new: &Value, old: &Value, name: &str, at: &Path<'_>) {
        if !same(new.get(name), old.get(name)) {
            self.invalid(&at.child(name), new.get(name).cloned().unwrap_or_default(), IMMUTABLE);
        }
    }

    fn too_many(&mut self, value: &Value, name: &str, at: &Path<'_>, limit: usize) {
        let found = value.items(&[name]).len();
        if found > limit {
            self.push(FieldError::too_many(&at.child(name), found, limit));
        }
    }
}

/// Whether two fields say the same: containers without content say what absence says.
pub(crate) fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    let hollow = |value: Option<&Value>| match value {
        None | Some(Value::Null) => true,
        Some(Value::List(items)) => items.is_empty(),
        Some(Value::Object(object)) => object.is_empty(),
        Some(_) => false,
    };
    match (a, b) {
        (Some(Value::Object(x)), Some(Value::Object(y))) => {
            let keys = x.keys().chain(y.keys().filter(|key| x.get_key(key).is_none()));
            keys.into_iter().all(|key| same(x.get_key(key), y.get_key(key)))
        }
        (Some(Value::List(x)), Some(Value::List(y))) => {
            x.len() == y.len() && x.iter().zip(y.iter()).all(|(x, y)| same(Some(x), Some(y)))
        }
        (a, b) => a == b || (hollow(a) && hollow(b)),
    }
}

/// A port's number or name.
pub(crate) fn port(value: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    match value {
        Some(Value::String(name)) => errors.form(at, name, formats::port_name),
        number => {
            let number = number.and_then(Value::as_int).unwrap_or(0);
            for fault in formats::port_number(number) {
                errors.invalid(at, number, fault);
            }
        }
    }
}

/// A label selector (`matchLabels`, `matchExpressions`); absent is fine.
pub(crate) fn label_selector(selector: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(selector) = selector else { return };
    crate::metadata::labels(selector.get("matchLabels"), &at.child("matchLabels"), errors);
    each(selector, "matchExpressions", at, |_, item, at| {
        let values = item.items(&["values"]);
        match text(item, "operator") {
            "In" | "NotIn" => {
                if values.is_empty() {
                    errors.required(&at.child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            "Exists" | "DoesNotExist" => {
                if !values.is_empty() {
                    errors.forbidden(
                        &at.child("values"),
                        "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
                    );
                }
            }
            other => errors.invalid(&at.child("operator"), other, "not a valid selector operator"),
        }
        crate::metadata::label_name(text(item, "key"), &at.child("key"), errors);
        each(item, "values", at, |_, value, at| {
            errors.form(at, value.as_str().unwrap_or(""), formats::label_value);
        });
    });
}

/// Whether a selector selects everything.
pub(crate) fn selects_all(selector: &Value) -> bool {
    selector.get("matchLabels").and_then(Value::as_object).is_none_or(|labels| labels.is_empty())
        && selector.items(&["matchExpressions"]).is_empty()
}

/// Whether a selector matches a set of labels.
pub(crate) fn matches(selector: &Value, labels: Option<&Value>) -> bool {
    let label = |key: &str| labels.and_then(|labels| labels.get(key)).and_then(Value::as_str);
    let equal = selector
        .get("matchLabels")
        .and_then(Value::as_object)
        .is_none_or(|wanted| wanted.iter().all(|(key, value)| label(key.as_str()) == value.as_str()));
    equal
        && selector.items(&["matchExpressions"]).iter().all(|item| {
            let found = label(text(item, "key"));
            let among = |found: &str| item.items(&["values"]).iter().any(|value| value.as_str() == Some(found));
            match text(item, "operator") {
                "In" => found.is_some_and(among),
                "NotIn" => !found.is_some_and(among),
                "Exists" => found.is_some(),
                _ => found.is_none(),
            }
        })
}

/// An address in a field that older releases took in looser forms; `kept` are values of the stored object.
pub(crate) fn legacy_ip(text: &str, kept: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    if !kept.contains(&text)
        && let Err(fault) = formats::ip(text)
    {
        errors.invalid(at, text, fault);
    }
}

/// A range in a field that older releases took in looser forms; `kept` are values of the stored object.
pub(crate) fn legacy_cidr(text: &str, kept: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    if !kept.contains(&text)
        && let Err(fault) = formats::cidr(text)
    {
        errors.invalid(at, text, fault);
    }
}
