//! YAML as upstream's readers take it: YAML 1.1's words for truth and numbers, one document, converted to what JSON
//! could say, then decoded like JSON; written as upstream's writer writes.
//!
//! As upstream: sigs.k8s.io/yaml over go.yaml.in/yaml/v2.

mod compose;
mod emit;
mod resolve;

pub use emit::encode_plain;

use super::{CodecError, Notes, Strictness, conform, json};
use crate::schema::Type;
use crate::value::Value;

/// Decodes an object of a known type. Notes of duplicate keys come first, with lines; unknown fields in order of name.
pub fn decode(bytes: &[u8], ty: &Type, strictness: Strictness) -> Result<(Value, Notes), CodecError> {
    let (mut value, mut notes) = parse(bytes, strictness)?;
    conform(&mut value, ty, &mut notes)?;
    if strictness == Strictness::Ignore {
        notes = Notes::default();
    }
    Ok((value, notes))
}

/// Parses the first document of any YAML.
pub fn parse(bytes: &[u8], strictness: Strictness) -> Result<(Value, Notes), CodecError> {
    let text = std::str::from_utf8(bytes).map_err(|_| CodecError::Yaml("yaml: invalid UTF-8".into()))?;
    let mut notes = Notes::default();
    let value = compose::document(text, (strictness == Strictness::Note).then_some(&mut notes))?;
    Ok((value, notes))
}

/// An object as YAML, keys in order of their names.
pub fn encode(value: &Value, ty: &Type) -> Vec<u8> {
    // Zero values appear as the JSON encoder decides, so its text is the source here too.
    let text = json::encode(value, ty);
    encode_plain(&json::parse(&text).unwrap_or_default())
}

#[cfg(test)]
mod tests;
