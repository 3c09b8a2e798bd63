//! A node of a tree as a value, by what its schema says: text with a format is a time, a span or bytes; numbers are
//! double where the schema says `number`.
//!
//! As upstream: apiserver/pkg/cel/common/valuesunstructured.go.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;
use jiff::tz::Offset;
use kube_api::crd::{Additional, Kind, Structural};
use kube_api::time::{self, GoDuration};
use kube_api::value::{Key, Value};

use super::{Fault, Held, List, ListKind, Map, Outcome, Val};

/// What is known of a node.
#[derive(Debug, Clone, Copy)]
pub enum Shape<'a> {
    /// Nothing: it is taken as it is.
    Any,
    Schema(&'a Structural),
    /// A whole object of its own: kind, apiVersion and the names in metadata are known beside its fields.
    Root(&'a Structural),
    /// The metadata of such an object.
    Metadata,
    /// Plain text, whatever a schema says.
    Text,
}

impl<'a> Shape<'a> {
    pub(crate) fn of(schema: &'a Structural) -> Shape<'a> {
        if schema.embedded { Shape::Root(schema) } else { Shape::Schema(schema) }
    }

    /// Named fields (escaped in expressions), not free keys.
    pub(super) fn is_object(&self) -> bool {
        match self {
            Shape::Any | Shape::Text => false,
            Shape::Root(_) | Shape::Metadata => true,
            Shape::Schema(schema) => !schema.properties.is_empty(),
        }
    }

    pub(super) fn knows(&self, key: &Key) -> bool {
        self.member(key).is_some()
    }

    /// What is known of a member; nothing when expressions cannot see it.
    pub(super) fn member(&self, name: &str) -> Option<Shape<'a>> {
        match self {
            Shape::Any => Some(Shape::Any),
            Shape::Text => None,
            Shape::Metadata => matches!(name, "name" | "generateName").then_some(Shape::Text),
            Shape::Root(schema) => match name {
                "kind" | "apiVersion" => Some(Shape::Text),
                "metadata" => Some(Shape::Metadata),
                _ => property(schema, name),
            },
            Shape::Schema(schema) => match (&schema.additional, schema.properties.is_empty()) {
                (Additional::Schema(inner), true) => Some(Shape::of(inner)),
                _ => property(schema, name),
            },
        }
    }
}

fn property<'a>(schema: &'a Structural, name: &str) -> Option<Shape<'a>> {
    schema.properties.iter().find(|(key, _)| key.as_str() == name).map(|(_, inner)| Shape::of(inner))
}

/// The value of a node. It points into the tree; only what has to be converted is made anew.
pub fn adapt<'a>(value: &'a Value, shape: Shape<'a>) -> Outcome<'a> {
    let schema = match shape {
        Shape::Any | Shape::Text | Shape::Metadata => return Ok(plain(value, shape)),
        Shape::Schema(schema) | Shape::Root(schema) => schema,
    };
    if value.is_null() {
        return if schema.nullable {
            Ok(Val::Null)
        } else {
            Err(Fault::new("invalid data, got null for schema with nullable=false"))
        };
    }
    if schema.int_or_string {
        return match value {
            Value::String(_) | Value::Int(_) => Ok(plain(value, Shape::Any)),
            _ => Err(Fault::new("invalid data, expected XIntOrString value to be either a string or integer")),
        };
    }
    let expected = |what: &str| Err(Fault::new(format!("invalid data, expected {what}")));
    match (schema.kind, value) {
        (Kind::Object, Value::Object(object)) => Ok(Val::Map(Map::Tree(object, shape))),
        (Kind::Object, _) => expected("a map for the provided schema with type=object"),
        (Kind::Array, Value::List(items)) => {
            let Some(element) = &schema.items else {
                return Err(Fault::new("invalid array type, expected Items with a non-empty Schema"));
            };
            let kind = match schema.list_type.as_deref() {
                Some("set") => ListKind::Set,
                Some("map") => ListKind::Map(&schema.map_keys),
                _ => ListKind::Atomic,
            };
            Ok(Val::List(List::tree(items, Shape::of(element), kind)))
        }
        (Kind::Array, _) => expected("an array for the provided schema with type=array"),
        (Kind::String, Value::String(text)) => formatted(text, &schema.bounds.format),
        (Kind::String, other) => expected(&format!("string, got {}", go_type(other))),
        (Kind::Number, Value::Int(int)) => Ok(Val::Double(*int as f64)),
        (Kind::Number, Value::Float(float)) => Ok(Val::Double(*float)),
        (Kind::Number, other) => expected(&format!("float, got {}", go_type(other))),
        (Kind::Integer, Value::Int(int)) => Ok(Val::Int(*int)),
        (Kind::Integer, other) => expected(&format!("int, got {}", go_type(other))),
        (Kind::Boolean, Value::Bool(bool)) => Ok(Val::Bool(*bool)),
        (Kind::Boolean, other) => expected(&format!("bool, got {}", go_type(other))),
        (Kind::Unset | Kind::Unknown, _) if schema.preserve => Ok(Val::Preserved(value)),
        (kind, _) => Err(Fault::new(format!(
            "invalid type, expected object, array, number, integer, boolean or string, or no type with x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields is true, got {}",
            kind.word()
        ))),
    }
}

fn plain<'a>(value: &'a Value, shape: Shape<'a>) -> Val<'a> {
    match value {
        Value::Null => Val::Null,
        Value::Bool(bool) => Val::Bool(*bool),
        Value::Int(int) => Val::Int(*int),
        Value::Float(float) => Val::Double(*float),
        Value::String(text) => Val::borrowed(text.as_str()),
        Value::Bytes(bytes) => Val::text(STANDARD.encode(bytes)),
        Value::List(items) => Val::List(List::tree(items, Shape::Any, ListKind::Atomic)),
        Value::Object(object) => Val::Map(Map::Tree(object, shape)),
    }
}

fn formatted<'a>(text: &'a str, format: &str) -> Outcome<'a> {
    match format {
        "duration" => match GoDuration::parse(text) {
            Ok(GoDuration(nanos)) => Ok(Val::Duration(nanos)),
            Err(err) => Err(Fault::new(format!("Invalid duration {text}: {err}"))),
        },
        "date" => match text.parse::<Date>().and_then(|date| Offset::UTC.to_timestamp(date.at(0, 0, 0, 0))) {
            Ok(at) => Ok(Val::Timestamp(at)),
            Err(err) => Err(Fault::new(format!("Invalid date formatted string {text}: {err}"))),
        },
        "date-time" => match time::parse(text) {
            Ok(at) => Ok(Val::Timestamp(at)),
            Err(err) => Err(Fault::new(format!("Invalid date-time formatted string {text}: {err}"))),
        },
        "byte" => match STANDARD.decode(text) {
            Ok(bytes) => Ok(Val::Bytes(Held::Shared(bytes.into()))),
            Err(err) => Err(Fault::new(format!("Invalid byte formatted string {text}: {err}"))),
        },
        _ => Ok(Val::borrowed(text)),
    }
}

/// The Go type that decoded JSON has, as messages name it.
fn go_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "<nil>",
        Value::Bool(_) => "bool",
        Value::Int(_) => "int64",
        Value::Float(_) => "float64",
        Value::String(_) | Value::Bytes(_) => "string",
        Value::List(_) => "[]interface {}",
        Value::Object(_) => "map[string]interface {}",
    }
}
