//! Lists that are sets or maps hold no element twice. As upstream: listtype/validation.go.

use super::structural::Structural;
use crate::field::{ErrorList, FieldError, Path};
use crate::value::{Object, Value};

pub(super) fn check(value: &Value, schema: &Structural) -> ErrorList {
    let mut faults = ErrorList::new();
    walk(value, schema, &Path::ROOT, &mut faults);
    faults
}

fn walk(value: &Value, schema: &Structural, path: &Path<'_>, faults: &mut ErrorList) {
    match value {
        Value::List(list) => {
            match schema.list_type.as_deref() {
                Some("set") => repeated(list, path, faults, |value| Some(value.clone())),
                Some("map") => repeated(list, path, faults, |value| keys(value, schema)),
                _ => {}
            }
            if let Some(inner) = &schema.items {
                for (at, value) in list.iter().enumerate() {
                    walk(value, inner, &path.index(at), faults);
                }
            }
        }
        Value::Object(object) => {
            for (key, value) in object {
                if let Some(inner) = schema.property(key) {
                    walk(value, inner, &path.child(key), faults);
                } else if let Some(inner) = schema.member(key) {
                    walk(value, inner, &path.key(key), faults);
                }
            }
        }
        _ => {}
    }
}

/// The identity of a list-map's element: its keys, with the schema's defaults for absent ones.
fn keys(value: &Value, schema: &Structural) -> Option<Value> {
    let object = value.as_object()?;
    let mut found = Object::new();
    for key in &schema.map_keys {
        let default = || schema.items.as_deref()?.property(key)?.default.as_ref();
        if let Some(value) = object.get_key(key).or_else(default) {
            found.insert(key.clone(), value.clone());
        }
    }
    Some(Value::Object(found))
}

fn repeated(list: &[Value], path: &Path<'_>, faults: &mut ErrorList, identity: impl Fn(&Value) -> Option<Value>) {
    let mut seen: Vec<Value> = Vec::with_capacity(list.len());
    let mut told: Vec<Value> = Vec::new();
    for (at, value) in list.iter().enumerate() {
        let Some(identity) = identity(value) else { continue };
        if !seen.contains(&identity) {
            seen.push(identity);
        } else if !told.contains(&identity) {
            faults.push(FieldError::duplicate(&path.index(at), identity.clone()));
            told.push(identity);
        }
    }
}
