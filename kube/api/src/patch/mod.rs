//! Changes a document by a patch that a client sent: JSON patch, merge patch, strategic merge patch.
//!
//! Patches work on the JSON form of an object, because that is what their authors saw: [`json_form`] gives it, and the
//! caller decodes the result again against the schema. Server-side apply is no patch in this sense; see `apply`.
//!
//! - A patch is applied wholly or not at all: on an error the document is to be thrown away.
//! - Nothing here is a function of the kind; what strategic merge needs to know stands in the schema.

mod json;
mod merge;
mod strategic;

#[cfg(test)]
mod cases;

pub use json::{JsonPatch, OPERATIONS_MAX};
pub use merge::merge;
pub use strategic::strategic;

use crate::schema::{Shape, Type};
use crate::value::Value;

/// Why a patch could not be used; the variant decides the status code of the answer, the text is the client's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatchError {
    /// The patch itself is malformed: 400.
    #[error("{0}")]
    Malformed(String),
    /// The patch has too many operations: 413.
    #[error("{0}")]
    TooLarge(String),
    /// The patch is well formed and does not fit the object: 422.
    #[error("{0}")]
    DoesNotApply(String),
    /// The patch cannot be merged with what is stored: upstream answers 500.
    #[error("{0}")]
    Unmergeable(String),
}

/// Turns what only typed documents hold into what JSON holds: bytes become base64. Field sets stay as they are.
pub fn json_form(value: &mut Value, of: &Type) {
    let Value::Object(object) = value else { return };
    for (key, item) in object.iter_mut() {
        if let Some(field) = of.field(key) {
            json_form_of(item, &field.shape);
        }
    }
}

fn json_form_of(value: &mut Value, shape: &Shape) {
    match (&mut *value, shape) {
        (Value::Bytes(bytes), Shape::Bytes) => *value = Value::from(base64(bytes)),
        (Value::List(items), Shape::List(element) | Shape::Items(element)) => {
            items.iter_mut().for_each(|item| json_form_of(item, element));
        }
        (Value::Object(object), Shape::Map(element)) => {
            object.values_mut().for_each(|item| json_form_of(item, element));
        }
        (Value::Object(_), Shape::Object(of)) => json_form(value, of),
        _ => {}
    }
}

pub(crate) fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}
