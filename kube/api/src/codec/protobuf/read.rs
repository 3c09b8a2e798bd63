//! Messages to trees. Zero values of value-typed fields are absence, as everywhere in a tree.

use super::wire::Reader;
use crate::codec::{CodecError, json};
use crate::quantity::Quantity;
use crate::schema::{Field, Shape, Type};
use crate::time::{self, GoDuration};
use crate::value::{Key, Object, Value};

const DEEPEST: usize = 200;

pub(super) fn message(reader: Reader<'_>, ty: &Type, depth: usize) -> Result<Value, CodecError> {
    let mut object = Object::new();
    fields(reader, ty, &mut object, depth)?;
    Ok(Value::Object(object))
}

/// Reads a message's fields into an object, which an inline member shares with its parent.
fn fields(mut reader: Reader<'_>, ty: &Type, object: &mut Object, depth: usize) -> Result<(), CodecError> {
    if depth > DEEPEST {
        return Err(CodecError::Depth(DEEPEST));
    }
    while let Some((number, wire)) = reader.tag()? {
        let Some(field) = ty.fields.iter().find(|field| u64::from(field.number) == number) else {
            reader.skip(wire)?;
            continue;
        };
        if let (true, Shape::Object(inner)) = (field.inline, &field.shape) {
            fields(Reader::new(reader.bytes(wire)?), inner, object, depth + 1)?;
            continue;
        }
        match &field.shape {
            Shape::List(element) => {
                let value = value(&mut reader, wire, element, depth)?;
                object.entry(field.key.clone()).make_list().push(value);
            }
            Shape::Map(element) => {
                let (key, value) = map_entry(Reader::new(reader.bytes(wire)?), element, depth)?;
                object.entry(field.key.clone()).make_object().insert(key, value);
            }
            shape => {
                let value = value(&mut reader, wire, shape, depth)?;
                if !is_absence(&value, field) {
                    object.insert(field.key.clone(), value);
                }
            }
        }
    }
    Ok(())
}

fn map_entry(mut reader: Reader<'_>, element: &Shape, depth: usize) -> Result<(Key, Value), CodecError> {
    let (mut key, mut found) = (Key::new(""), element.zero());
    while let Some((number, wire)) = reader.tag()? {
        match number {
            1 => key = Key::new(reader.text(wire)?),
            2 => found = value(&mut reader, wire, element, depth)?,
            _ => reader.skip(wire)?,
        }
    }
    Ok((key, found))
}

fn is_absence(value: &Value, field: &Field) -> bool {
    if field.pointer() {
        return value.is_null();
    }
    match &field.shape {
        Shape::Quantity => value.as_str() == Some("0"),
        Shape::Duration => value.as_str() == Some("0s"),
        Shape::Raw => value.is_null(),
        Shape::IntOrString => *value == Value::Int(0),
        // Bytes are a slice to Go: written means set.
        Shape::Bytes => field.omitempty && value.is_zero(),
        _ => value.is_zero(),
    }
}

fn value(reader: &mut Reader<'_>, wire: u8, shape: &Shape, depth: usize) -> Result<Value, CodecError> {
    Ok(match shape {
        Shape::String => Value::from(reader.text(wire)?),
        Shape::Int32 => Value::Int(i64::from(reader.varint(wire)? as i32)),
        Shape::Int64 => Value::Int(reader.varint(wire)? as i64),
        Shape::Bool => Value::Bool(reader.varint(wire)? != 0),
        Shape::Float64 => Value::Float(reader.double(wire)?),
        Shape::Bytes => Value::Bytes(reader.bytes(wire)?.into()),
        Shape::Object(ty) => message(Reader::new(reader.bytes(wire)?), ty, depth + 1)?,
        other => special(Reader::new(reader.bytes(wire)?), other, depth + 1)?,
    })
}

/// A message that is not an object in JSON.
fn special(mut reader: Reader<'_>, shape: &Shape, depth: usize) -> Result<Value, CodecError> {
    match shape {
        Shape::Quantity => {
            let text = first_bytes(reader)?.unwrap_or_default();
            let text = std::str::from_utf8(text).unwrap_or_default();
            let text = if text.is_empty() { "0" } else { text };
            Quantity::canonical(text).map(Value::from).map_err(|error| CodecError::Value(error.to_string()))
        }
        Shape::IntOrString => {
            let (mut kind, mut int, mut text) = (0, 0, "");
            while let Some((number, wire)) = reader.tag()? {
                match number {
                    1 => kind = reader.varint(wire)?,
                    2 => int = reader.varint(wire)? as i32,
                    3 => text = reader.text(wire)?,
                    _ => reader.skip(wire)?,
                }
            }
            Ok(if kind == 1 { Value::from(text) } else { Value::from(int) })
        }
        Shape::Time | Shape::MicroTime => moment(reader, shape),
        Shape::Duration => {
            let mut nanos = 0;
            while let Some((number, wire)) = reader.tag()? {
                if number == 1 { nanos = reader.varint(wire)? as i64 } else { reader.skip(wire)? }
            }
            Ok(Value::from(GoDuration(nanos).to_string()))
        }
        Shape::Raw => match first_bytes(reader)? {
            Some(text) if !text.is_empty() => json::parse(text),
            _ => Ok(Value::Null),
        },
        Shape::Fields => Ok(match first_bytes(reader)? {
            Some(text) => Value::Bytes(text.into()),
            None => Value::Null,
        }),
        Shape::Items(element) => {
            let mut list = crate::value::List::new();
            while let Some((number, wire)) = reader.tag()? {
                if number == 1 { list.push(value(&mut reader, wire, element, depth)?) } else { reader.skip(wire)? }
            }
            Ok(Value::List(list))
        }
        Shape::SchemaOrBool(ty) => {
            let mut found = Value::Bool(false);
            while let Some((number, wire)) = reader.tag()? {
                match number {
                    1 if found.as_bool().is_some() => found = Value::Bool(reader.varint(wire)? != 0),
                    2 => found = message(Reader::new(reader.bytes(wire)?), ty, depth)?,
                    _ => reader.skip(wire)?,
                }
            }
            Ok(found)
        }
        Shape::SchemaOrArray(ty) | Shape::SchemaOrStrings(ty) => {
            let mut found = Value::Null;
            while let Some((number, wire)) = reader.tag()? {
                match (number, shape) {
                    (1, _) => found = message(Reader::new(reader.bytes(wire)?), ty, depth)?,
                    (2, Shape::SchemaOrArray(_)) => {
                        let inner = message(Reader::new(reader.bytes(wire)?), ty, depth)?;
                        found.make_list().push(inner);
                    }
                    (2, _) => {
                        let text = reader.text(wire)?;
                        found.make_list().push(Value::from(text));
                    }
                    _ => reader.skip(wire)?,
                }
            }
            Ok(found)
        }
        _ => Ok(Value::Null),
    }
}

fn moment(mut reader: Reader<'_>, shape: &Shape) -> Result<Value, CodecError> {
    let (mut seconds, mut nanos) = (None, 0);
    while let Some((number, wire)) = reader.tag()? {
        match number {
            1 => seconds = Some(reader.varint(wire)? as i64),
            2 => nanos = reader.varint(wire)? as i32,
            _ => reader.skip(wire)?,
        }
    }
    // An empty message is a time that nobody set.
    let Some(seconds) = seconds else { return Ok(Value::Null) };
    let at = jiff::Timestamp::new(seconds, nanos).map_err(|_| CodecError::Protobuf("time out of range"))?;
    Ok(Value::from(match shape {
        Shape::Time => time::format(at),
        _ => time::format_micro(at),
    }))
}

/// The bytes of field 1.
fn first_bytes(mut reader: Reader<'_>) -> Result<Option<&[u8]>, CodecError> {
    let mut found = None;
    while let Some((number, wire)) = reader.tag()? {
        if number == 1 { found = Some(reader.bytes(wire)?) } else { reader.skip(wire)? }
    }
    Ok(found)
}
