//! Validates an object against its schema, in the words of upstream's validator.
//!
//! - What equals its old value is not looked at (ratcheting).
//!
//! As upstream: kube-openapi/pkg/validation/validate and errors, apiservervalidation.ValidateCustomResource.

use super::formats;
use super::rules::correlated;
use super::structural::{Bounds, Kind, Structural};
use crate::codec::json;
use crate::field::{ErrorList, Fault, FieldError};
use crate::value::Value;

pub(super) fn object(value: &Value, old: Option<&Value>, schema: &Structural) -> ErrorList {
    let mut faults = ErrorList::new();
    Node { path: String::new(), old }.check(value, schema, &mut faults);
    faults
}

/// Where the walk is, and what stood there before.
struct Node<'v> {
    path: String,
    old: Option<&'v Value>,
}

fn at(path: &str, fault: Fault, value: Option<Value>, detail: String) -> FieldError {
    let field = if path.is_empty() { "<nil>" } else { path };
    FieldError { fault, field: field.to_owned(), value, detail }
}

impl Node<'_> {
    fn invalid(&self, value: impl Into<Value>, text: &str) -> FieldError {
        let shown = format!("{} in body {text}", self.path);
        at(&self.path, Fault::Invalid, Some(value.into()), shown)
    }

    /// A fault of a logical junctor, which upstream does not place.
    fn junctor(&self, text: &str) -> FieldError {
        at("", Fault::Invalid, Some(Value::from("")), format!("{:?} {text}", self.path))
    }

    fn check(&self, value: &Value, schema: &Structural, faults: &mut ErrorList) {
        if self.old.is_some_and(|old| old == value) {
            return;
        }
        if value.is_null() {
            // A null that is not allowed was dropped by the pruning of nulls, or is a fault of type.
            if !schema.nullable && schema.kind != Kind::Unset {
                self.wrong_type(schema.kind.word(), "null", faults);
            }
            return;
        }
        if !self.type_holds(value, schema, faults) {
            return;
        }
        self.bounds(value, &schema.bounds, faults);
        self.members(value, schema, faults);
        self.junctors(value, &schema.bounds, faults);
    }

    fn wrong_type(&self, wanted: &str, found: &str, faults: &mut ErrorList) {
        let text = format!("{} in body must be of type {wanted}: {found:?}", self.path);
        faults.push(at(&self.path, Fault::TypeInvalid, Some(Value::from(found)), text));
    }

    fn type_holds(&self, value: &Value, schema: &Structural, faults: &mut ErrorList) -> bool {
        let found = match value {
            Value::Object(_) => Kind::Object,
            Value::List(_) => Kind::Array,
            Value::String(_) | Value::Bytes(_) => Kind::String,
            Value::Bool(_) => Kind::Boolean,
            Value::Int(_) => Kind::Integer,
            Value::Float(float) if float.fract() == 0.0 => Kind::Integer,
            Value::Float(_) => Kind::Number,
            Value::Null => Kind::Unset,
        };
        let word = match value {
            Value::Float(_) => "number",
            _ => found.word(),
        };
        if schema.int_or_string {
            if matches!(found, Kind::Integer | Kind::String) {
                return true;
            }
            self.wrong_type("integer,string", word, faults);
            return false;
        }
        let holds = schema.kind == found
            || matches!(schema.kind, Kind::Unset | Kind::Unknown)
            || schema.kind == Kind::Number && found == Kind::Integer;
        if !holds {
            self.wrong_type(schema.kind.word(), word, faults);
        }
        holds
    }

    fn bounds(&self, value: &Value, bounds: &Bounds, faults: &mut ErrorList) {
        match value {
            Value::String(text) => self.string(text, bounds, faults),
            Value::Int(_) | Value::Float(_) => self.number(value, bounds, faults),
            Value::List(list) => self.list(list, bounds, faults),
            Value::Object(object) => self.object(object.len(), value, bounds, faults),
            _ => {}
        }
        if !bounds.one_of_values.is_empty() && !bounds.one_of_values.iter().any(|it| same(it, value)) {
            let words: Vec<String> = bounds.one_of_values.iter().map(allowed_word).collect();
            let quoted: Vec<String> = words.iter().map(|it| format!("{it:?}")).collect();
            let detail = format!("supported values: {}", quoted.join(", "));
            faults.push(at(&self.path, Fault::NotSupported, Some(value.clone()), detail));
        }
    }

    fn string(&self, text: &str, bounds: &Bounds, faults: &mut ErrorList) {
        let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
        if let Some(most) = bounds.max_length.filter(|most| length > *most) {
            let unit = if most == 1 { "byte" } else { "bytes" };
            faults.push(at(&self.path, Fault::TooLong, None, format!("may not be more than {most} {unit}")));
        }
        if let Some(least) = bounds.min_length.filter(|least| length < *least) {
            faults.push(self.invalid(text, &format!("should be at least {least} chars long")));
        }
        if bounds.regex.as_ref().is_some_and(|regex| !regex.is_match(text)) {
            faults.push(self.invalid(text, &format!("should match '{}'", bounds.pattern)));
        }
        if !bounds.format.is_empty() && !formats::holds(&bounds.format, text) {
            let detail = format!("{} in body must be of type {}: {text:?}", self.path, bounds.format);
            faults.push(at(&self.path, Fault::TypeInvalid, Some(Value::from(text)), detail));
        }
    }

    fn number(&self, value: &Value, bounds: &Bounds, faults: &mut ErrorList) {
        let Some(number) = value.as_float() else { return };
        if let Some(most) = bounds.maximum {
            let broken = if bounds.exclusive_maximum { number >= most } else { number > most };
            let words = if bounds.exclusive_maximum { "less than" } else { "less than or equal to" };
            if broken {
                faults.push(self.invalid(value.clone(), &format!("should be {words} {}", shown(most))));
            }
        }
        if let Some(least) = bounds.minimum {
            let broken = if bounds.exclusive_minimum { number <= least } else { number < least };
            let words = if bounds.exclusive_minimum { "greater than" } else { "greater than or equal to" };
            if broken {
                faults.push(self.invalid(value.clone(), &format!("should be {words} {}", shown(least))));
            }
        }
        if let Some(factor) = bounds.multiple_of.filter(|factor| (number / factor).fract() != 0.0) {
            faults.push(self.invalid(value.clone(), &format!("should be a multiple of {}", shown(factor))));
        }
    }

    fn list(&self, list: &[Value], bounds: &Bounds, faults: &mut ErrorList) {
        let length = i64::try_from(list.len()).unwrap_or(i64::MAX);
        if let Some(least) = bounds.min_items.filter(|least| length < *least) {
            faults.push(self.invalid(length, &format!("should have at least {least} items")));
        }
        if let Some(most) = bounds.max_items.filter(|most| length > *most) {
            faults.push(self.too_many(length, most));
        }
        let repeated = bounds.unique_items
            && list.iter().enumerate().any(|(at, it)| list.iter().take(at).any(|other| other == it));
        if repeated {
            faults.push(self.invalid("", "shouldn't contain duplicates"));
        }
    }

    fn too_many(&self, found: i64, most: i64) -> FieldError {
        let unit = if most == 1 { "item" } else { "items" };
        at(&self.path, Fault::TooMany, Some(Value::Int(found)), format!("must have at most {most} {unit}"))
    }

    fn object(&self, length: usize, value: &Value, bounds: &Bounds, faults: &mut ErrorList) {
        let length = i64::try_from(length).unwrap_or(i64::MAX);
        if let Some(least) = bounds.min_properties.filter(|least| length < *least) {
            faults.push(self.invalid(length, &format!("should have at least {least} properties")));
        }
        if let Some(most) = bounds.max_properties.filter(|most| length > *most) {
            faults.push(self.too_many(length, most));
        }
        for key in &bounds.required {
            if value.as_object().is_none_or(|object| object.get_key(key).is_none()) {
                faults.push(at(&self.child(key), Fault::Required, None, String::new()));
            }
        }
    }

    fn child(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn members(&self, value: &Value, schema: &Structural, faults: &mut ErrorList) {
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    let Some(inner) = schema.member(key) else { continue };
                    let old = self.old.and_then(Value::as_object).and_then(|old| old.get_key(key));
                    Node { path: self.child(key), old }.check(value, inner, faults);
                }
            }
            Value::List(list) => {
                let Some(inner) = &schema.items else { return };
                for (at, value) in list.iter().enumerate() {
                    let old = self.old.and_then(|old| correlated(value, old, schema));
                    Node { path: format!("{}[{at}]", self.path), old }.check(value, inner, faults);
                }
            }
            _ => {}
        }
    }

    fn faults_of(&self, value: &Value, schema: &Structural) -> ErrorList {
        let mut faults = ErrorList::new();
        Node { path: self.path.clone(), old: None }.check(value, schema, &mut faults);
        faults
    }

    fn junctors(&self, value: &Value, bounds: &Bounds, faults: &mut ErrorList) {
        if !bounds.any_of.is_empty() {
            let mut tries: Vec<ErrorList> = bounds.any_of.iter().map(|it| self.faults_of(value, it)).collect();
            if tries.iter().all(|it| !it.is_empty()) {
                faults.push(self.junctor("must validate at least one schema (anyOf)"));
                tries.sort_by_key(Vec::len);
                faults.extend(tries.into_iter().next().unwrap_or_default());
            }
        }
        if !bounds.one_of.is_empty() {
            let mut tries: Vec<ErrorList> = bounds.one_of.iter().map(|it| self.faults_of(value, it)).collect();
            match tries.iter().filter(|it| it.is_empty()).count() {
                0 => {
                    faults.push(self.junctor("must validate one and only one schema (oneOf). Found none valid"));
                    tries.sort_by_key(Vec::len);
                    faults.extend(tries.into_iter().next().unwrap_or_default());
                }
                1 => {}
                many => {
                    let text =
                        format!("must validate one and only one schema (oneOf). Found {many} valid alternatives");
                    faults.push(self.junctor(&text));
                }
            }
        }
        if !bounds.all_of.is_empty() {
            let tries: Vec<ErrorList> = bounds.all_of.iter().map(|it| self.faults_of(value, it)).collect();
            if tries.iter().any(|it| !it.is_empty()) {
                faults.push(self.junctor("must validate all the schemas (allOf)"));
                faults.extend(tries.into_iter().flatten());
            }
        }
        if let Some(not) = &bounds.not
            && self.faults_of(value, not).is_empty()
        {
            faults.push(self.junctor("must not validate the schema (not)"));
        }
    }
}

/// Equal as JSON: 1 and 1.0 are one number.
fn same(a: &Value, b: &Value) -> bool {
    a == b || matches!((a.as_float(), b.as_float()), (Some(a), Some(b)) if a == b)
}

fn allowed_word(value: &Value) -> String {
    match value {
        Value::String(text) => text.to_string(),
        other => String::from_utf8_lossy(&json::encode_plain(other)).into_owned(),
    }
}

fn shown(number: f64) -> String {
    json::general_float(number)
}
