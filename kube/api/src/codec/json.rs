//! JSON: parsing with notes in document order, and writing as Go's encoder writes.

mod number;
mod parse;
mod text;
mod write;

pub use write::{Layout, write, write_plain, write_text};

pub(crate) use number::general_float;
pub(super) use number::write_float as write_number;

use super::{CodecError, Notes, Strictness, conform};
use crate::schema::Type;
use crate::value::Value;

/// Decodes an object of a known type.
pub fn decode(bytes: &[u8], ty: &Type, strictness: Strictness) -> Result<(Value, Notes), CodecError> {
    let mut notes = Notes::default();
    let wanted = (strictness == Strictness::Note).then_some(&mut notes);
    let mut value = parse::parse(bytes, Some(ty), wanted)?;
    conform(&mut value, ty, &mut Notes::default())?;
    Ok((value, notes))
}

/// Parses any JSON, whatever it is.
pub fn parse(bytes: &[u8]) -> Result<Value, CodecError> {
    parse::parse(bytes, None, None)
}

/// Parses any JSON and notes duplicate fields.
pub fn parse_strict(bytes: &[u8], strictness: Strictness) -> Result<(Value, Notes), CodecError> {
    let mut notes = Notes::default();
    let wanted = (strictness == Strictness::Note).then_some(&mut notes);
    let value = parse::parse(bytes, None, wanted)?;
    Ok((value, notes))
}

/// An object in upstream's form: fields in its order, one line, a line break at the end.
pub fn encode(value: &Value, ty: &Type) -> Vec<u8> {
    let mut out = Vec::with_capacity(1024);
    write(&mut out, value, ty, Layout::Compact);
    out.push(b'\n');
    out
}

/// As `encode`, indented by two spaces.
pub fn encode_pretty(value: &Value, ty: &Type) -> Vec<u8> {
    let mut out = Vec::with_capacity(1024);
    write(&mut out, value, ty, Layout::Pretty);
    out.push(b'\n');
    out
}

/// Any tree, fields in the order of their names: what upstream does with what it has no type for.
pub fn encode_plain(value: &Value) -> Vec<u8> {
    let mut out = Vec::with_capacity(1024);
    write_plain(&mut out, value, Layout::Compact);
    out
}

#[cfg(test)]
mod tests;
