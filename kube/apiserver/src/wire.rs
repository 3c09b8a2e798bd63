//! Bytes to trees and back: the codecs of `kube-api`, as this crate calls them.

use kube_api::codec::{self, CodecError, Notes, Strictness, json as text, protobuf, yaml as yaml_codec};
use kube_api::schema::Type;
use kube_api::value::Value;

use crate::http::negotiate::Encoding;

pub(crate) type WireError = CodecError;

/// A tree and what was odd about its bytes, in upstream's words.
pub(crate) struct Parsed {
    pub object: Value,
    pub notes: Vec<String>,
}

fn parsed((object, notes): (Value, Notes)) -> Parsed {
    Parsed { object, notes: notes.iter().map(ToString::to_string).collect() }
}

/// Decodes an object of a known type; unknown and duplicate fields are noted.
pub(crate) fn decode(bytes: &[u8], encoding: Encoding, schema: &Type) -> Result<Parsed, WireError> {
    match encoding {
        // As clients do: YAML sent as JSON's superset is told apart by its type only.
        Encoding::Json => text::decode(bytes, schema, Strictness::Note).map(parsed),
        Encoding::Yaml => yaml_codec::decode(bytes, schema, Strictness::Note).map(parsed),
        Encoding::Protobuf => protobuf::decode(bytes, schema).map(|object| Parsed { object, notes: Vec::new() }),
    }
}

/// A tree without a type: patches.
pub(crate) fn decode_untyped(bytes: &[u8], encoding: Encoding) -> Result<Parsed, WireError> {
    match encoding {
        Encoding::Yaml => yaml_codec::parse(bytes, Strictness::Note).map(parsed),
        _ => text::parse_strict(bytes, Strictness::Note).map(parsed),
    }
}

/// Makes a tree that came out of a patch conform to its type.
pub(crate) fn typed(tree: Value, schema: &Type) -> Result<Parsed, WireError> {
    codec::conform_note(tree, schema).map(parsed)
}

pub(crate) fn protobuf_message(bytes: &[u8], schema: &Type) -> Result<Value, WireError> {
    protobuf::decode_message(bytes, schema)
}

/// JSON that was stored by us.
pub(crate) fn json_lenient(bytes: &[u8], schema: &Type) -> Result<Value, WireError> {
    text::decode(bytes, schema, Strictness::Ignore).map(|(object, _)| object)
}

pub(crate) fn protobuf_message_of(tree: &Value, schema: &Type) -> Result<Vec<u8>, WireError> {
    Ok(protobuf::encode_message(tree, schema))
}

pub(crate) fn protobuf_object(
    tree: &Value,
    schema: &Type,
    api_version: &str,
    kind: &str,
) -> Result<Vec<u8>, WireError> {
    Ok(protobuf::envelope(api_version, kind, &protobuf::encode_message(tree, schema)))
}

/// JSON without a line break at its end.
pub(crate) fn json(tree: &Value, schema: &Type, pretty: bool) -> Result<Vec<u8>, WireError> {
    let mut out = if pretty { text::encode_pretty(tree, schema) } else { text::encode(tree, schema) };
    while out.last() == Some(&b'\n') {
        out.pop();
    }
    Ok(out)
}

pub(crate) fn yaml(tree: &Value, schema: &Type) -> Result<Vec<u8>, WireError> {
    Ok(yaml_codec::encode(tree, schema))
}

pub(crate) fn plain_json(tree: &Value) -> String {
    String::from_utf8_lossy(&text::encode_plain(tree)).trim_end().to_owned()
}

pub(crate) fn parse_json(bytes: &[u8]) -> Result<Value, WireError> {
    text::parse(bytes)
}

pub(crate) fn pretty_json(bytes: &[u8]) -> Result<Vec<u8>, WireError> {
    let tree = text::parse(bytes)?;
    let mut out = Vec::with_capacity(bytes.len() * 2);
    text::write_plain(&mut out, &tree, text::Layout::Pretty);
    out.push(b'\n');
    Ok(out)
}

pub(crate) fn json_to_yaml(bytes: &[u8]) -> Result<Vec<u8>, WireError> {
    Ok(yaml_codec::encode_plain(&text::parse(bytes)?))
}
