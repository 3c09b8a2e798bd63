//! Defaults of a schema. As upstream: defaulting/algorithm.go and prunenulls.go.

use super::structural::{Additional, Structural};
use crate::value::Value;

/// Removes nulls where the schema does not allow them but has a default.
pub(super) fn drop_nulls(value: &mut Value, schema: &Structural) {
    match value {
        Value::Object(object) => object.retain(|key, value| {
            let Some(inner) = schema.member(key) else { return true };
            if value.is_null() && !inner.nullable && inner.default.is_some() {
                return false;
            }
            drop_nulls(value, inner);
            true
        }),
        Value::List(list) => {
            if let Some(inner) = &schema.items {
                list.iter_mut().for_each(|value| drop_nulls(value, inner));
            }
        }
        _ => {}
    }
}

pub(super) fn apply(value: &mut Value, schema: &Structural) {
    match value {
        Value::Object(object) => {
            for (key, inner) in &schema.properties {
                if let (Some(default), None) = (&inner.default, object.get_key(key)) {
                    object.insert(key.clone(), default.clone());
                }
                if let Some(value) = object.get_key_mut(key) {
                    apply(value, inner);
                }
            }
            if let Additional::Schema(inner) = &schema.additional {
                for (key, value) in object.iter_mut() {
                    if schema.property(key).is_some() {
                        continue;
                    }
                    if let (true, false, Some(default)) = (value.is_null(), inner.nullable, &inner.default) {
                        *value = default.clone();
                    }
                    apply(value, inner);
                }
            }
        }
        Value::List(list) => {
            if let Some(inner) = &schema.items {
                for value in list.iter_mut() {
                    if let (true, false, Some(default)) = (value.is_null(), inner.nullable, &inner.default) {
                        *value = default.clone();
                    }
                    apply(value, inner);
                }
            }
        }
        _ => {}
    }
}
