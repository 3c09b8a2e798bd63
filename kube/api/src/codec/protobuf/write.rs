//! Trees to messages. A tree that passed `conform` has the right types everywhere; a node of another type is written
//! as the zero value, for a message cannot hold it.

use super::wire::Backwards;
use crate::codec::json;
use crate::schema::{Field, Shape, Type};
use crate::time::{self, GoDuration};
use crate::value::{Object, Value};

/// Writes the fields of a message, last number first.
pub(super) fn message(out: &mut Backwards, object: &Object, ty: &Type) {
    for index in ty.wire.iter().rev() {
        let Some(field) = ty.fields.get(usize::from(*index)) else { continue };
        if let (true, Shape::Object(inner)) = (field.inline, &field.shape) {
            inline(out, object, field, inner);
            continue;
        }
        match object.get_key(&field.key) {
            Some(Value::Null) | None => {
                if !field.pointer() {
                    zero(out, field);
                }
            }
            Some(value) => self::field(out, field.number, value, &field.shape),
        }
    }
}

/// An inline member shares its parent's object; as a pointer it is there when one of its fields is.
fn inline(out: &mut Backwards, object: &Object, field: &Field, inner: &Type) {
    if field.pointer() && !inner.flat_fields().iter().any(|it| object.get_key(&it.key).is_some()) {
        return;
    }
    let end = out.len();
    message(out, object, inner);
    out.close_message(field.number, end);
}

/// A value-typed field that nobody set.
fn zero(out: &mut Backwards, field: &Field) {
    let number = field.number;
    match &field.shape {
        Shape::List(_) | Shape::Map(_) | Shape::Bytes | Shape::Items(_) | Shape::Any => {}
        Shape::String => out.string(number, ""),
        Shape::Int32 | Shape::Int64 | Shape::Bool => out.field_varint(number, 0),
        Shape::Float64 => out.field_double(number, 0.0),
        Shape::Object(inner) => {
            let end = out.len();
            message(out, &Object::EMPTY, inner);
            out.close_message(number, end);
        }
        Shape::Quantity => self::field(out, number, &Value::from("0"), &field.shape),
        Shape::IntOrString | Shape::Duration => self::field(out, number, &Value::Int(0), &field.shape),
        Shape::Time
        | Shape::MicroTime
        | Shape::Raw
        | Shape::Fields
        | Shape::SchemaOrBool(_)
        | Shape::SchemaOrArray(_)
        | Shape::SchemaOrStrings(_) => out.field_bytes(number, &[]),
    }
}

/// One field, a list's elements as one field each.
fn field(out: &mut Backwards, number: u16, value: &Value, shape: &Shape) {
    match (shape, value) {
        (Shape::List(element), Value::List(list)) => {
            list.iter().rev().for_each(|value| field(out, number, value, element));
        }
        (Shape::List(_), _) => {}
        (Shape::Map(element), Value::Object(map)) => {
            for (key, value) in map.iter().rev() {
                let end = out.len();
                field(out, 2, value, element);
                out.string(1, key);
                out.close_message(number, end);
            }
        }
        (Shape::Map(_), _) => {}
        (Shape::String, value) => out.string(number, value.as_str().unwrap_or_default()),
        (Shape::Int32 | Shape::Int64, value) => out.field_varint(number, value.as_int().unwrap_or_default() as u64),
        (Shape::Bool, value) => out.field_varint(number, u64::from(value.as_bool().unwrap_or_default())),
        (Shape::Float64, value) => out.field_double(number, value.as_float().unwrap_or_default()),
        (Shape::Bytes, value) => out.field_bytes(number, value.as_bytes().unwrap_or_default()),
        (Shape::Any, _) => {}
        (shape, value) => {
            let end = out.len();
            content(out, value, shape);
            out.close_message(number, end);
        }
    }
}

/// The inside of a message.
fn content(out: &mut Backwards, value: &Value, shape: &Shape) {
    match (shape, value) {
        (Shape::Object(ty), Value::Object(object)) => message(out, object, ty),
        (Shape::Object(ty), _) => message(out, &Object::EMPTY, ty),
        (Shape::Items(element), value) => field(out, 1, value, &Shape::List(element.clone())),
        (Shape::Quantity, value) => out.string(1, value.as_str().unwrap_or("0")),
        (Shape::IntOrString, Value::String(text)) => {
            out.string(3, text);
            out.field_varint(2, 0);
            out.field_varint(1, 1);
        }
        (Shape::IntOrString, value) => {
            out.string(3, "");
            out.field_varint(2, value.as_int().unwrap_or_default() as u64);
            out.field_varint(1, 0);
        }
        (Shape::Duration, value) => {
            let span = value.as_str().and_then(|text| GoDuration::parse(text).ok()).map_or(0, |span| span.0);
            out.field_varint(1, span as u64);
        }
        (Shape::Time, Value::String(text)) => {
            if let Ok(at) = time::parse(text) {
                out.field_varint(2, 0);
                out.field_varint(1, at.as_second() as u64);
            }
        }
        (Shape::MicroTime, Value::String(text)) => {
            if let Ok(at) = time::parse(text) {
                let micros = at.as_microsecond();
                out.field_varint(2, (micros.rem_euclid(1_000_000) * 1000) as u64);
                out.field_varint(1, micros.div_euclid(1_000_000) as u64);
            }
        }
        (Shape::Fields, Value::Bytes(json)) => out.field_bytes(1, json),
        (Shape::Raw, value) => out.field_bytes(1, &json::encode_plain(value)),
        // As upstream: marshal.go of apiextensions, an object means that additional properties are allowed.
        (Shape::SchemaOrBool(ty), Value::Object(object)) => {
            let end = out.len();
            message(out, object, ty);
            out.close_message(2, end);
            out.field_varint(1, 1);
        }
        (Shape::SchemaOrBool(_), value) => out.field_varint(1, u64::from(value.as_bool().unwrap_or_default())),
        (Shape::SchemaOrArray(ty) | Shape::SchemaOrStrings(ty), Value::Object(object)) => {
            let end = out.len();
            message(out, object, ty);
            out.close_message(1, end);
        }
        (Shape::SchemaOrArray(ty), value) => field(out, 2, value, &Shape::List(Shape::Object(ty.clone()).into())),
        (Shape::SchemaOrStrings(_), value) => field(out, 2, value, &Shape::List(Shape::String.into())),
        _ => {}
    }
}
