//! JSON merge patch (RFC 7386): objects merge, `null` removes, everything else replaces.

use crate::value::{Object, Value};

/// Applies `patch` to `document`.
pub fn merge(document: &mut Value, patch: Value) {
    let Value::Object(changes) = patch else {
        *document = patch;
        return;
    };
    if !matches!(document, Value::Object(_)) {
        *document = Value::Object(Object::new());
    }
    let Value::Object(object) = document else { return };
    for (key, change) in changes {
        match change {
            Value::Null => {
                object.remove(key.as_str());
            }
            Value::Object(_) => match object.get_mut(key.as_str()) {
                Some(present @ Value::Object(_)) => merge(present, change),
                // What was not there, or was no object, becomes the patch without its nulls.
                _ => {
                    let mut fresh = Value::Object(Object::new());
                    merge(&mut fresh, change);
                    object.insert(key, fresh);
                }
            },
            other => {
                object.insert(key, other);
            }
        }
    }
}
