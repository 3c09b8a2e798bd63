//! Merging an apply configuration into an object by its type, without a book of owners: maps by their members, lists by
//! their keys, sets as unions. What is atomic may not be changed this way.
//!
//! As upstream: apiserver/pkg/admission/plugin/policy/mutating/patch/smd.go.

use kube_api::schema::{Field, ListType, Shape, Type};
use kube_api::value::{List, Object, Value};

/// Merges a patch, or says which atomic parts it holds.
pub(super) fn merge(of: &Type, object: &mut Value, patch: Value) -> Result<(), String> {
    let mut atomic = Vec::new();
    find_atomic(of, &patch, "", &mut atomic);
    if !atomic.is_empty() {
        let listed = atomic.join(", ");
        return Err(format!("invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: {listed}"));
    }
    if let (Value::Object(own), Value::Object(patch)) = (object, patch) {
        merge_object(of, own, patch);
    }
    Ok(())
}

fn find_atomic(of: &Type, patch: &Value, path: &str, found: &mut Vec<String>) {
    let Some(object) = patch.as_object() else { return };
    for (key, value) in object {
        let Some(field) = of.field(key) else { continue };
        let place = format!("{path}.{key}");
        let is_map = value.as_object().is_some();
        let whole = field.atomic || (is_map && !field.granular && field.shape.object().is_some_and(|ty| ty.atomic));
        match value {
            Value::List(items) => {
                if field.list == ListType::Atomic {
                    found.push(place.clone());
                }
                if let Some(inner) = field.shape.object() {
                    items.iter().for_each(|item| find_atomic(inner, item, &format!("{place}[]"), found));
                }
            }
            Value::Object(_) if whole => found.push(place),
            Value::Object(members) => match &field.shape {
                Shape::Map(element) => {
                    if let Some(inner) = element.object() {
                        members
                            .iter()
                            .for_each(|(key, item)| find_atomic(inner, item, &format!("{place}.{key}"), found));
                    }
                }
                shape => {
                    if let Some(inner) = shape.object() {
                        find_atomic(inner, value, &place, found);
                    }
                }
            },
            _ => {}
        }
    }
}

fn merge_object(of: &Type, own: &mut Object, patch: Object) {
    for (key, value) in patch {
        let Some(field) = of.field(&key) else {
            own.insert(key, value);
            continue;
        };
        merge_field(field, own.entry(key), value);
    }
}

fn merge_field(field: &Field, own: &mut Value, patch: Value) {
    match (&field.shape, own, patch) {
        (Shape::Object(inner), Value::Object(own), Value::Object(patch)) => merge_object(inner, own, patch),
        (Shape::Map(element), Value::Object(own), Value::Object(patch)) => {
            for (key, value) in patch {
                match (element.object(), own.get_key_mut(&key), value) {
                    (Some(inner), Some(Value::Object(own)), Value::Object(patch)) => merge_object(inner, own, patch),
                    (_, _, value) => drop(own.insert(key, value)),
                }
            }
        }
        (_, Value::List(own), Value::List(patch)) if field.list != ListType::Atomic => merge_list(field, own, patch),
        (_, own, patch) => *own = patch,
    }
}

fn merge_list(field: &Field, own: &mut List, patch: List) {
    for item in patch {
        let same = match field.list {
            ListType::Map => own.iter_mut().find(|other| {
                field.map_keys.iter().all(|key| {
                    let of = |value: &Value| value.as_object().and_then(|object| object.get_key(key)).cloned();
                    of(other) == of(&item)
                })
            }),
            _ => own.iter_mut().find(|other| **other == item),
        };
        match (same, field.shape.object(), item) {
            (Some(Value::Object(own)), Some(inner), Value::Object(patch)) => merge_object(inner, own, patch),
            (Some(own), _, item) => *own = item,
            (None, _, item) => own.push(item),
        }
    }
}
