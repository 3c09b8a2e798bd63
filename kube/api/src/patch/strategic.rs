//! Strategic merge patch: a merge patch that merges lists by the keys which the schema declares.
//!
//! As upstream: apimachinery/pkg/util/strategicpatch, applying a patch (never merging two patches), with its directives:
//! `$patch: replace | delete | merge`, `$retainKeys`, `$deleteFromPrimitiveList/f`, `$setElementOrder/f`.
//!
//! - Nulls remove; a null for what is not there leaves nothing behind.
//! - No directive survives into the result.

use super::PatchError;
use super::base64;
use crate::schema::{PatchStrategy, Type};
use crate::value::{List, Object, Value};

const DIRECTIVE: &str = "$patch";
const RETAIN_KEYS: &str = "$retainKeys";
const DELETE_PREFIX: &str = "$deleteFromPrimitiveList";
const ORDER_PREFIX: &str = "$setElementOrder";

const BAD_PRIMITIVE_LIST: &str = "invalid patch format of primitive list";
const BAD_RETAIN_KEYS: &str = "invalid patch format of retainKeys";
const BAD_ORDER: &str = "invalid patch format of setElementOrder list";

/// Applies `patch` to `document`, which has the type `of`.
pub fn strategic(document: &mut Value, patch: Value, of: &Type) -> Result<(), PatchError> {
    let Value::Object(changes) = patch else {
        return Err(PatchError::Malformed("invalid JSON document".to_owned()));
    };
    let original = match std::mem::replace(document, Value::Null) {
        Value::Object(object) => object,
        _ => Object::new(),
    };
    *document = Value::Object(merge_object(original, changes, Some(of))?);
    Ok(())
}

/// What the schema says about one field, as far as patches ask.
struct Meta<'t> {
    /// Lists and objects are merged, or replaced as a whole.
    strategy: PatchStrategy,
    merge_key: &'t str,
    /// The type of the object below: the field's own, or its items'.
    below: Option<&'t Type>,
}

fn meta<'t>(of: Option<&'t Type>, key: &str) -> Meta<'t> {
    match of.and_then(|of| of.field_named(key)) {
        // `retainKeys` only matters to the side that makes the patch.
        Some(field) => Meta {
            strategy: field.patch,
            merge_key: field.merge_key.as_ref().map_or("", |key| key.as_str()),
            below: field.shape.object(),
        },
        None => Meta { strategy: PatchStrategy::default(), merge_key: "", below: None },
    }
}

fn malformed(text: &str) -> PatchError {
    PatchError::Malformed(text.to_owned())
}

fn merge_object(mut original: Object, mut patch: Object, of: Option<&Type>) -> Result<Object, PatchError> {
    if let Some(directive) = patch.get(DIRECTIVE) {
        return match directive.as_str() {
            Some("replace") => {
                patch.remove(DIRECTIVE);
                Ok(patch)
            }
            Some("delete") => Ok(Object::new()),
            _ => Err(PatchError::Unmergeable(format!(
                "unknown patch type: {} in map: {}",
                go(directive),
                go(&Value::Object(patch.clone()))
            ))),
        };
    }
    retain_keys(&mut original, &mut patch)?;
    ordered_lists(&mut original, &mut patch, of)?;
    for (key, change) in patch {
        let key = key.as_str();
        let (key, deleting) = match key.strip_prefix(DELETE_PREFIX) {
            Some(rest) => (rest.strip_prefix('/').ok_or_else(|| malformed(BAD_PRIMITIVE_LIST))?, true),
            None => (key, false),
        };
        if matches!(change, Value::Null) {
            original.remove(key);
            continue;
        }
        let same_kind = original.get(key).is_some_and(|present| kind(present) == kind(&change));
        if !same_kind {
            if !deleting {
                put_new(&mut original, key, change);
            }
            continue;
        }
        let present = original.get_mut(key).map(|slot| std::mem::replace(slot, Value::Null));
        let meta = meta(of, key);
        let merged = match (present, change) {
            (Some(Value::Object(_)), Value::Object(new)) if meta.strategy.replace => Value::Object(new),
            (Some(Value::Object(old)), Value::Object(new)) => Value::Object(merge_object(old, new, meta.below)?),
            (Some(Value::List(old)), Value::List(new)) if deleting || meta.strategy.merge => {
                Value::List(merge_list(old, new, &meta, deleting)?)
            }
            (_, Value::List(new)) => Value::List(new),
            (_, change) => {
                put_new(&mut original, key, change);
                continue;
            }
        };
        original.insert(key, merged);
    }
    Ok(original)
}

/// Takes over what the original does not have, without nulls and directives.
fn put_new(original: &mut Object, key: &str, mut change: Value) {
    discard_nulls(&mut change);
    match without_directives(change) {
        Some(change) => {
            original.insert(key, change);
        }
        None => {
            original.remove(key);
        }
    }
}

fn retain_keys(original: &mut Object, patch: &mut Object) -> Result<(), PatchError> {
    let Some(keys) = patch.remove(RETAIN_KEYS) else { return Ok(()) };
    let Value::List(keys) = keys else { return Err(malformed(BAD_RETAIN_KEYS)) };
    let kept = |key: &str| keys.iter().any(|kept| kept.as_str() == Some(key));
    for (key, value) in patch.iter() {
        let key = key.as_str();
        let directive = key.starts_with(DELETE_PREFIX) || key.starts_with(ORDER_PREFIX);
        if !matches!(value, Value::Null) && !directive && !kept(key) {
            return Err(malformed(BAD_RETAIN_KEYS));
        }
    }
    let gone: Vec<String> = original.iter().map(|(key, _)| key.as_str().to_owned()).filter(|key| !kept(key)).collect();
    for key in gone {
        original.remove(&key);
    }
    Ok(())
}

/// Merges each list that comes with an order, and puts it into that order.
fn ordered_lists(original: &mut Object, patch: &mut Object, of: Option<&Type>) -> Result<(), PatchError> {
    let directives: Vec<String> =
        patch.iter().map(|(key, _)| key.as_str().to_owned()).filter(|key| key.starts_with(ORDER_PREFIX)).collect();
    for directive in directives {
        let order = match patch.remove(&directive) {
            Some(Value::List(order)) => order,
            Some(other) => return Err(expected("[]interface {}", &other)),
            None => continue,
        };
        let key = directive
            .strip_prefix(ORDER_PREFIX)
            .and_then(|rest| rest.strip_prefix('/'))
            .ok_or_else(|| malformed(BAD_ORDER))?;
        let meta = meta(of, key);
        let list = |slot: Option<Value>| match slot {
            None => Ok(None),
            Some(Value::List(items)) => Ok(Some(items)),
            Some(other) => Err(expected("[]interface {}", &other)),
        };
        let present = list(original.get(key).cloned())?;
        let change = list(patch.remove(key))?;
        check_order(change.as_deref().unwrap_or_default(), &order, meta.merge_key)?;
        let all_of_a_kind =
            element_kind(&[present.as_deref().unwrap_or_default(), change.as_deref().unwrap_or_default()]);
        let server_order = present.clone().unwrap_or_default();
        let merged = match (present, change) {
            (Some(present), None) => present,
            (None, Some(change)) => change.into_iter().filter_map(without_directives).collect(),
            (Some(present), Some(change)) if meta.strategy.merge => merge_list(present, change, &meta, false)?,
            (Some(_), Some(change)) => change,
            (None, None) => continue,
        };
        all_of_a_kind?;
        let (ours, theirs) = partition(merged, &order, meta.merge_key)?;
        original.insert(key, Value::List(arrange(ours, theirs, &order, &server_order, meta.merge_key)));
    }
    Ok(())
}

/// The patch's items must stand in the order that the directive gives.
fn check_order(patch: &[Value], order: &[Value], merge_key: &str) -> Result<(), PatchError> {
    if patch.is_empty() || order.is_empty() {
        return Ok(());
    }
    let mut wanted = order.iter();
    for item in patch {
        if directive_of(item).is_some() {
            continue;
        }
        if !merge_key.is_empty() {
            merge_value(item, merge_key)?;
        }
        if !wanted.any(|one| same(one, item, merge_key)) {
            return Err(PatchError::Unmergeable(format!(
                "The order in patch list:\n{}\n doesn't match {ORDER_PREFIX} list:\n{}\n",
                go_list(patch),
                go_list(order)
            )));
        }
    }
    Ok(())
}

fn merge_list(old: List, patch: List, meta: &Meta<'_>, deleting: bool) -> Result<List, PatchError> {
    if old.is_empty() && patch.is_empty() {
        return Ok(old);
    }
    let objects = element_kind(&[&old, &patch])? == "map";
    if !objects {
        if deleting {
            return Ok(old.into_iter().filter(|item| !patch.contains(item)).collect());
        }
        let server_order = old.clone();
        let mut merged: List = List::with_capacity(old.len() + patch.len());
        for item in old.into_iter().chain(patch.iter().cloned()) {
            if !merged.contains(&item) {
                merged.push(item);
            }
        }
        let (ours, theirs) = partition(merged, &patch, "")?;
        return Ok(arrange(ours, theirs, &patch, &server_order, ""));
    }
    if meta.merge_key.is_empty() {
        let name = meta.below.map_or("interface", |_| "struct");
        return Err(PatchError::Unmergeable(format!("cannot merge lists without merge key for {name}")));
    }
    let (old, patch) = special_items(old, patch, meta.merge_key)?;
    let server_order = old.clone();
    let patch_order = patch.clone();
    let mut merged = old;
    for item in patch {
        let value = merge_value(&item, meta.merge_key)?.clone();
        let at = position(&merged, &value, meta.merge_key)?;
        match (at.and_then(|at| merged.get_mut(at)), item) {
            (Some(slot), Value::Object(new)) => {
                let Value::Object(present) = std::mem::replace(slot, Value::Null) else { continue };
                *slot = Value::Object(merge_object(present, new, meta.below)?);
            }
            (_, item) => merged.push(item),
        }
    }
    let (ours, theirs) = partition(merged, &patch_order, meta.merge_key)?;
    Ok(arrange(ours, theirs, &patch_order, &server_order, meta.merge_key))
}

/// Carries out the items that are directives: deletes what they name, or lets the patch replace the list.
fn special_items(mut old: List, patch: List, key: &str) -> Result<(List, List), PatchError> {
    let mut plain = List::with_capacity(patch.len());
    let mut replace = false;
    for item in patch {
        match directive_of(&item) {
            None => plain.push(item),
            Some("delete") => {
                let value = merge_value(&item, key)?;
                while let Some(at) = position(&old, value, key)? {
                    old.remove(at);
                }
            }
            Some("replace") => replace = true,
            Some("merge") => {
                return Err(PatchError::Unmergeable("merging lists cannot yet be specified in the patch".to_owned()));
            }
            Some(other) => {
                return Err(PatchError::Unmergeable(format!("unknown patch type: {other} in map: {}", go(&item))));
            }
        }
    }
    Ok(if replace { (plain, List::new()) } else { (old, plain) })
}

fn directive_of(item: &Value) -> Option<&str> {
    match item {
        Value::Object(object) => object.get(DIRECTIVE).map(|directive| directive.as_str().unwrap_or("")),
        _ => None,
    }
}

fn merge_value<'v>(item: &'v Value, key: &str) -> Result<&'v Value, PatchError> {
    item.get(key)
        .ok_or_else(|| PatchError::Unmergeable(format!("map: {} does not contain declared merge key: {key}", go(item))))
}

fn position(items: &[Value], value: &Value, key: &str) -> Result<Option<usize>, PatchError> {
    for (at, item) in items.iter().enumerate() {
        if !matches!(item, Value::Object(_)) {
            return Err(PatchError::Unmergeable(format!("value for key {at} is not a map")));
        }
        if item.get(key) == Some(value) {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// Whether two items stand for the same entry of a list.
fn same(left: &Value, right: &Value, key: &str) -> bool {
    if key.is_empty() { left == right } else { left.get(key) == right.get(key) }
}

/// Splits into what `by` names and what it does not.
fn partition(items: List, by: &[Value], key: &str) -> Result<(List, List), PatchError> {
    if !key.is_empty() {
        for item in &items {
            merge_value(item, key)?;
        }
    }
    let (mut ours, mut theirs) = (List::new(), List::new());
    for item in items {
        let named = by.iter().any(|one| same(one, &item, key));
        if named { ours.push(item) } else { theirs.push(item) }
    }
    Ok((ours, theirs))
}

/// Puts both halves into their order and weaves them together, the server's order deciding where it knows both.
fn arrange(mut ours: List, mut theirs: List, patch_order: &[Value], server_order: &[Value], key: &str) -> List {
    let rank = |order: &[Value], item: &Value| order.iter().position(|one| same(one, item, key));
    ours.sort_by_key(|item| rank(patch_order, item));
    theirs.sort_by_key(|item| rank(server_order, item));
    let mut out = List::with_capacity(ours.len() + theirs.len());
    let (mut ours, mut theirs) = (ours.into_iter().peekable(), theirs.into_iter().peekable());
    loop {
        let server_first = match (theirs.peek(), ours.peek()) {
            (None, None) => return out,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(left), Some(right)) => {
                matches!((rank(server_order, left), rank(server_order, right)), (Some(l), Some(r)) if l < r)
            }
        };
        out.extend(if server_first { theirs.next() } else { ours.next() });
    }
}

fn without_directives(value: Value) -> Option<Value> {
    match value {
        Value::Object(object) if object.get(DIRECTIVE).is_some() => None,
        Value::Object(object) => {
            let mut out = Object::new();
            for (key, item) in object {
                if let Some(item) = without_directives(item) {
                    out.insert(key, item);
                }
            }
            Some(Value::Object(out))
        }
        Value::List(items) => Some(Value::List(items.into_iter().filter_map(without_directives).collect())),
        other => Some(other),
    }
}

fn discard_nulls(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.retain(|_, item| !matches!(item, Value::Null));
            object.iter_mut().for_each(|(_, item)| discard_nulls(item));
        }
        Value::List(items) => items.iter_mut().for_each(discard_nulls),
        _ => {}
    }
}

/// The name that Go gives to the value's type.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "nil",
        Value::Bool(_) => "bool",
        Value::Int(_) => "int64",
        Value::Float(_) => "float64",
        Value::String(_) | Value::Bytes(_) => "string",
        Value::List(_) => "slice",
        Value::Object(_) => "map",
    }
}

fn element_kind(lists: &[&[Value]]) -> Result<&'static str, PatchError> {
    let mut found = None;
    for item in lists.iter().flat_map(|list| list.iter()) {
        let this = kind(item);
        match found {
            None if this == "slice" => {
                return Err(PatchError::DoesNotApply("lists of lists are not supported".to_owned()));
            }
            None => found = Some(this),
            Some(first) if first != this => {
                let all: Vec<String> = lists.iter().map(|list| go_list(list)).collect();
                return Err(PatchError::Unmergeable(format!(
                    "list element types are not identical: [{}]",
                    all.join(" ")
                )));
            }
            Some(_) => {}
        }
    }
    found.ok_or_else(|| PatchError::Unmergeable("no elements in any of the given slices".to_owned()))
}

fn expected(wanted: &str, found: &Value) -> PatchError {
    let found = match found {
        Value::Object(_) => "map[string]interface {}",
        other => kind(other),
    };
    PatchError::Unmergeable(format!("expected a {wanted}, but received a {found}"))
}

/// Prints a value as Go's `%v` does, for texts that quote it.
fn go(value: &Value) -> String {
    match value {
        Value::Null => "<nil>".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => number.to_string(),
        Value::String(text) => text.as_str().to_owned(),
        Value::Bytes(bytes) => base64(bytes),
        Value::List(items) => go_list(items),
        Value::Object(object) => {
            let mut fields: Vec<String> =
                object.iter().map(|(key, item)| format!("{}:{}", key.as_str(), go(item))).collect();
            fields.sort();
            format!("map[{}]", fields.join(" "))
        }
    }
}

fn go_list(items: &[Value]) -> String {
    format!("[{}]", items.iter().map(go).collect::<Vec<_>>().join(" "))
}
