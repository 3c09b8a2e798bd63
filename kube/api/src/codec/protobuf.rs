//! Protobuf by schema: the bytes are those of upstream's generated code, and the envelope round them.
//!
//! - Value-typed fields are always written, pointers when set, lists and maps when not empty; fields in order of their
//!   numbers, maps in order of their keys.
//! - Fields that the schema does not know are skipped, as protobuf wants it.

mod read;
mod wire;
mod write;

use self::wire::{Backwards, Reader};
use super::CodecError;
use crate::schema::Type;
use crate::types::MAGIC;
use crate::value::Value;

/// The message of an object, without its envelope.
pub fn encode_message(value: &Value, ty: &Type) -> Vec<u8> {
    let mut out = Backwards::default();
    write::message(&mut out, value.as_object().unwrap_or(&crate::value::Object::EMPTY), ty);
    out.finish()
}

/// The tree of a message. `kind` and `apiVersion` stand in the envelope, not here.
pub fn decode_message(bytes: &[u8], ty: &Type) -> Result<Value, CodecError> {
    read::message(Reader::new(bytes), ty, 0)
}

/// What stands round a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Envelope<'b> {
    pub api_version: &'b str,
    pub kind: &'b str,
    pub raw: &'b [u8],
    pub content_encoding: &'b str,
    pub content_type: &'b str,
}

/// An object in its envelope; kind and version are taken from the tree.
pub fn encode(value: &Value, ty: &Type) -> Vec<u8> {
    let mut out = Backwards::default();
    write::message(&mut out, value.as_object().unwrap_or(&crate::value::Object::EMPTY), ty);
    let text = |name| value.text(&[name]).unwrap_or_default();
    close_envelope(&mut out, text("apiVersion"), text("kind"));
    out.finish()
}

/// Puts a finished message into an envelope.
pub fn envelope(api_version: &str, kind: &str, message: &[u8]) -> Vec<u8> {
    let mut out = Backwards::default();
    out.bytes(message);
    close_envelope(&mut out, api_version, kind);
    out.finish()
}

/// Writes what stands before and after the message that is already in `out`.
fn close_envelope(out: &mut Backwards, api_version: &str, kind: &str) {
    // Written from behind: the two empty strings after the message come first.
    let length = out.len();
    let mut tail = Backwards::default();
    tail.string(4, "");
    tail.string(3, "");
    out.append_behind(&tail.finish());
    out.varint(length as u64);
    out.tag(2, 2);
    let end = out.len();
    out.string(2, kind);
    out.string(1, api_version);
    out.close_message(1, end);
    out.bytes(&MAGIC);
}

/// Reads an envelope; the message inside is not looked at.
pub fn open_envelope(bytes: &[u8]) -> Result<Envelope<'_>, CodecError> {
    let mut reader = Reader::new(bytes.strip_prefix(&MAGIC).ok_or(CodecError::Magic)?);
    let mut found = Envelope::default();
    while let Some((number, wire)) = reader.tag()? {
        match number {
            1 => {
                let mut meta = Reader::new(reader.bytes(wire)?);
                while let Some((number, wire)) = meta.tag()? {
                    match number {
                        1 => found.api_version = meta.text(wire)?,
                        2 => found.kind = meta.text(wire)?,
                        _ => meta.skip(wire)?,
                    }
                }
            }
            2 => found.raw = reader.bytes(wire)?,
            3 => found.content_encoding = reader.text(wire)?,
            4 => found.content_type = reader.text(wire)?,
            _ => reader.skip(wire)?,
        }
    }
    Ok(found)
}

/// Decodes an object out of its envelope, when the caller knows the type; sets `kind` and `apiVersion`.
pub fn decode(bytes: &[u8], ty: &Type) -> Result<Value, CodecError> {
    let envelope = open_envelope(bytes)?;
    let mut value = decode_message(envelope.raw, ty)?;
    if !envelope.kind.is_empty() {
        value.set("kind", envelope.kind);
    }
    if !envelope.api_version.is_empty() {
        value.set("apiVersion", envelope.api_version);
    }
    Ok(value)
}

/// A watch event: its type, and an object as raw bytes.
pub(super) fn wire_event(kind: &str, object: &[u8]) -> Vec<u8> {
    let mut out = Backwards::default();
    out.field_bytes(1, object);
    out.close_message(2, 0);
    out.string(1, kind);
    out.finish()
}

#[cfg(test)]
mod tests;
