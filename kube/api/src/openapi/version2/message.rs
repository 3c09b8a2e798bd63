//! The protobuf form of the document: gnostic's `openapi.v2.Document`. A table says which member of which object has
//! which number; one function walks it.

use crate::codec::yaml;
use crate::value::{Object, Value};

/// How a member is written.
enum Kind {
    Text,
    Texts,
    Bool,
    Int,
    Double,
    /// Anything, as YAML text.
    Any,
    Anys,
    One(&'static Message),
    Many(&'static Message),
    /// A message of its own whose field 1 holds a name and a value for each member.
    Named(&'static Message),
    /// A type name, or a list of them, in a message of its own.
    TypeItem,
    /// One schema in a message of its own, as an alternative.
    Wrapped(&'static Message),
    AdditionalProperties,
}

struct Message {
    members: &'static [(&'static str, u32, Kind)],
    /// The number of the vendor extensions; 0 where there are none.
    extension: u32,
    /// Alternatives round the message: the numbers to wrap it in, outermost first.
    wraps: &'static [u32],
    /// Members that no name announces: response codes, paths, and their message.
    open: Option<(u32, &'static Message)>,
}

const fn message(members: &'static [(&'static str, u32, Kind)], extension: u32) -> Message {
    Message { members, extension, wraps: &[], open: None }
}

static DOCUMENT: Message = message(
    &[
        ("swagger", 1, Kind::Text),
        ("info", 2, Kind::One(&INFO)),
        ("paths", 8, Kind::One(&PATHS)),
        ("definitions", 9, Kind::Named(&SCHEMA)),
        ("security", 12, Kind::Many(&REQUIREMENT)),
        ("securityDefinitions", 13, Kind::Named(&SECURITY)),
    ],
    16,
);
static INFO: Message =
    message(&[("title", 1, Kind::Text), ("version", 2, Kind::Text), ("description", 3, Kind::Text)], 7);
static PATHS: Message = Message { members: &[], extension: 1, wraps: &[], open: Some((2, &PATH)) };
static PATH: Message = message(
    &[
        ("get", 2, Kind::One(&OPERATION)),
        ("put", 3, Kind::One(&OPERATION)),
        ("post", 4, Kind::One(&OPERATION)),
        ("delete", 5, Kind::One(&OPERATION)),
        ("patch", 8, Kind::One(&OPERATION)),
        ("parameters", 9, Kind::Many(&PARAMETER)),
    ],
    10,
);
static OPERATION: Message = message(
    &[
        ("tags", 1, Kind::Texts),
        ("description", 3, Kind::Text),
        ("operationId", 5, Kind::Text),
        ("produces", 6, Kind::Texts),
        ("consumes", 7, Kind::Texts),
        ("parameters", 8, Kind::Many(&PARAMETER)),
        ("responses", 9, Kind::One(&RESPONSES)),
        ("schemes", 10, Kind::Texts),
    ],
    13,
);
static RESPONSES: Message = Message { members: &[], extension: 2, wraps: &[], open: Some((1, &RESPONSE)) };
static RESPONSE: Message = Message {
    members: &[("description", 1, Kind::Text), ("schema", 2, Kind::Wrapped(&SCHEMA))],
    extension: 5,
    wraps: &[1],
    open: None,
};
/// Which of the three parameters it is, its `in` says.
static PARAMETER: Message = message(&[], 0);
static BODY: Message = Message {
    members: &[
        ("description", 1, Kind::Text),
        ("name", 2, Kind::Text),
        ("in", 3, Kind::Text),
        ("required", 4, Kind::Bool),
        ("schema", 5, Kind::One(&SCHEMA)),
    ],
    extension: 6,
    wraps: &[1, 1],
    open: None,
};
static QUERY: Message = Message {
    members: &[
        ("required", 1, Kind::Bool),
        ("in", 2, Kind::Text),
        ("description", 3, Kind::Text),
        ("name", 4, Kind::Text),
        ("type", 6, Kind::Text),
        ("uniqueItems", 20, Kind::Bool),
    ],
    extension: 23,
    wraps: &[1, 2, 3],
    open: None,
};
static IN_PATH: Message = Message {
    members: &[
        ("required", 1, Kind::Bool),
        ("in", 2, Kind::Text),
        ("description", 3, Kind::Text),
        ("name", 4, Kind::Text),
        ("type", 5, Kind::Text),
        ("uniqueItems", 19, Kind::Bool),
    ],
    extension: 22,
    wraps: &[1, 2, 4],
    open: None,
};
static REQUIREMENT: Message = Message { members: &[], extension: 0, wraps: &[], open: Some((1, &NOTHING)) };
static NOTHING: Message = message(&[], 0);
static SECURITY: Message = Message {
    members: &[("type", 1, Kind::Text), ("name", 2, Kind::Text), ("in", 3, Kind::Text), ("description", 4, Kind::Text)],
    extension: 5,
    wraps: &[2],
    open: None,
};
static SCHEMA: Message = message(
    &[
        ("$ref", 1, Kind::Text),
        ("format", 2, Kind::Text),
        ("title", 3, Kind::Text),
        ("description", 4, Kind::Text),
        ("default", 5, Kind::Any),
        ("multipleOf", 6, Kind::Double),
        ("maximum", 7, Kind::Double),
        ("exclusiveMaximum", 8, Kind::Bool),
        ("minimum", 9, Kind::Double),
        ("exclusiveMinimum", 10, Kind::Bool),
        ("maxLength", 11, Kind::Int),
        ("minLength", 12, Kind::Int),
        ("pattern", 13, Kind::Text),
        ("maxItems", 14, Kind::Int),
        ("minItems", 15, Kind::Int),
        ("uniqueItems", 16, Kind::Bool),
        ("maxProperties", 17, Kind::Int),
        ("minProperties", 18, Kind::Int),
        ("required", 19, Kind::Texts),
        ("enum", 20, Kind::Anys),
        ("additionalProperties", 21, Kind::AdditionalProperties),
        ("type", 22, Kind::TypeItem),
        ("items", 23, Kind::Wrapped(&SCHEMA)),
        ("properties", 25, Kind::Named(&SCHEMA)),
        ("example", 30, Kind::Any),
    ],
    31,
);

/// The document as a message.
pub fn encode(document: &Value) -> Vec<u8> {
    let mut out = Vec::with_capacity(1 << 20);
    if let Some(object) = document.as_object() {
        write(&mut out, object, &DOCUMENT);
    }
    out
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn bytes(out: &mut Vec<u8>, number: u32, content: &[u8]) {
    varint(out, u64::from(number << 3 | 2));
    varint(out, content.len() as u64);
    out.extend_from_slice(content);
}

fn write(out: &mut Vec<u8>, object: &Object, message: &Message) {
    for (key, value) in object {
        if let Some((_, number, kind)) = message.members.iter().find(|(name, ..)| key == *name) {
            member(out, *number, value, kind);
        } else if key.starts_with("x-") && message.extension > 0 {
            bytes(out, message.extension, &named(key, &any(value)));
        } else if let Some((number, inner)) = message.open {
            bytes(out, number, &named(key, &wrapped(value, inner)));
        }
    }
}

/// A name and a value, as every map is written.
fn named(name: &str, value: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    bytes(&mut out, 1, name.as_bytes());
    bytes(&mut out, 2, value);
    out
}

fn any(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    bytes(&mut out, 2, &yaml::encode_plain(value));
    out
}

/// The message of an object, inside the alternatives it belongs to.
fn wrapped(value: &Value, message: &'static Message) -> Vec<u8> {
    let message = if std::ptr::eq(message, &PARAMETER) {
        match value.text(&["in"]) {
            Some("body") => &BODY,
            Some("path") => &IN_PATH,
            _ => &QUERY,
        }
    } else {
        message
    };
    let mut content = Vec::new();
    if let Some(object) = value.as_object() {
        write(&mut content, object, message);
    }
    message.wraps.iter().rev().fold(content, |content, number| {
        let mut out = Vec::new();
        bytes(&mut out, *number, &content);
        out
    })
}

fn texts(out: &mut Vec<u8>, number: u32, value: &Value) {
    for text in value.as_list().unwrap_or_default().iter().filter_map(Value::as_str) {
        bytes(out, number, text.as_bytes());
    }
}

fn member(out: &mut Vec<u8>, number: u32, value: &Value, kind: &Kind) {
    match kind {
        Kind::Text => bytes(out, number, value.as_str().unwrap_or_default().as_bytes()),
        Kind::Texts => texts(out, number, value),
        Kind::Bool => {
            varint(out, u64::from(number << 3));
            varint(out, u64::from(value.as_bool().unwrap_or_default()));
        }
        Kind::Int => {
            varint(out, u64::from(number << 3));
            varint(out, value.as_int().unwrap_or_default() as u64);
        }
        Kind::Double => {
            varint(out, u64::from(number << 3 | 1));
            out.extend_from_slice(&value.as_float().unwrap_or_default().to_le_bytes());
        }
        Kind::Any => bytes(out, number, &any(value)),
        Kind::Anys => value.as_list().unwrap_or_default().iter().for_each(|it| bytes(out, number, &any(it))),
        Kind::One(message) => bytes(out, number, &wrapped(value, message)),
        Kind::Many(message) => {
            value.as_list().unwrap_or_default().iter().for_each(|it| bytes(out, number, &wrapped(it, message)));
        }
        Kind::Named(message) => {
            let mut content = Vec::new();
            for (key, value) in value.as_object().into_iter().flatten() {
                bytes(&mut content, 1, &named(key, &wrapped(value, message)));
            }
            bytes(out, number, &content);
        }
        Kind::TypeItem => {
            let mut content = Vec::new();
            match value {
                Value::String(text) => bytes(&mut content, 1, text.as_bytes()),
                list => texts(&mut content, 1, list),
            }
            bytes(out, number, &content);
        }
        Kind::Wrapped(message) => {
            let mut content = Vec::new();
            bytes(&mut content, 1, &wrapped(value, message));
            bytes(out, number, &content);
        }
        Kind::AdditionalProperties => {
            let mut content = Vec::new();
            match value {
                Value::Bool(allowed) => {
                    varint(&mut content, 2 << 3);
                    varint(&mut content, u64::from(*allowed));
                }
                schema => bytes(&mut content, 1, &wrapped(schema, &SCHEMA)),
            }
            bytes(out, number, &content);
        }
    }
}
