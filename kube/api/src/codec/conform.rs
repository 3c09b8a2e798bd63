//! Makes a parsed tree conform to its type: unknown fields leave, base64 becomes bytes, times and quantities become
//! canonical, zero values of Go's value-typed fields become absence, and what has the wrong type is an error in Go's
//! words. Every encoding and every patch ends here.
//!
//! Fields of custom resources keep a value of a wrong type: their validation reports it, as upstream's does.

use super::base64;
use super::error::Trail;
use super::{CodecError, Note, Notes, json};
use crate::quantity::Quantity;
use crate::schema::{Field, Presence, Shape, Type, Unknown};
use crate::time;
use crate::value::{Key, Object, Value};

/// Conforms in place; unknown fields are dropped and noted.
pub fn conform(value: &mut Value, ty: &Type, notes: &mut Notes) -> Result<(), CodecError> {
    let mut walk = Walk { trail: Trail::default(), notes, place: Place::default() };
    match value {
        Value::Object(object) => walk.object(object, ty),
        Value::Null => Ok(()),
        other => Err(walk.mismatch(other, &ty.name)),
    }
}

/// As [`conform`], for a tree that a client wrote and a caller wants by value.
pub fn conform_note(mut value: Value, ty: &Type) -> Result<(Value, Notes), CodecError> {
    let mut notes = Notes::default();
    conform(&mut value, ty, &mut notes)?;
    Ok((value, notes))
}

/// The other way: bytes and field sets become what JSON shows, so that a patch can be applied to the tree.
pub fn expose(value: &mut Value, ty: &Type) {
    if let Value::Object(object) = value {
        for (key, value) in object.iter_mut() {
            if let Some(field) = ty.field(key) {
                expose_shape(value, &field.shape);
            }
        }
    }
}

fn expose_shape(value: &mut Value, shape: &Shape) {
    match (shape, &mut *value) {
        (Shape::Bytes, Value::Bytes(bytes)) => *value = Value::from(base64::encode(bytes)),
        (Shape::Fields, Value::Bytes(bytes)) => *value = json::parse(bytes).unwrap_or_default(),
        (Shape::List(element) | Shape::Items(element), Value::List(list)) => {
            list.iter_mut().for_each(|value| expose_shape(value, element));
        }
        (Shape::Map(element), Value::Object(map)) => map.values_mut().for_each(|value| expose_shape(value, element)),
        (Shape::Object(ty), value) => expose(value, ty),
        _ => {}
    }
}

/// Where in Go's structs the walk is, for error texts: the innermost struct and the names of fields from the root.
#[derive(Default, Clone)]
struct Place {
    owner: String,
    fields: Vec<String>,
}

struct Walk<'n> {
    trail: Trail,
    notes: &'n mut Notes,
    place: Place,
}

impl Walk<'_> {
    /// As Go: UnmarshalTypeError.
    fn mismatch(&self, found: &Value, go: &str) -> CodecError {
        let go = go.trim_start_matches('*');
        let found = match found {
            Value::Int(int) if go.starts_with("int") => format!("number {int}"),
            Value::Float(float) if go.starts_with("int") => {
                let mut text = Vec::new();
                json::write_number(&mut text, *float);
                format!("number {}", String::from_utf8_lossy(&text))
            }
            other => other.kind_word().to_owned(),
        };
        let target = if self.place.fields.is_empty() {
            format!("Go value of type {go}")
        } else {
            format!("Go struct field {}.{} of type {go}", self.place.owner, self.place.fields.join("."))
        };
        CodecError::Type { found, target }
    }

    fn object(&mut self, object: &mut Object, ty: &Type) -> Result<(), CodecError> {
        let mut result = Ok(());
        object.retain(|key, value| {
            if result.is_err() {
                return true;
            }
            match ty.field(key) {
                Some(field) => match self.member(key, value, field, ty) {
                    Ok(keep) => keep,
                    Err(error) => {
                        result = Err(error);
                        true
                    }
                },
                None if ty.unknown == Unknown::Preserve => true,
                None => {
                    self.notes.push(Note::Unknown(self.trail.with(key)));
                    false
                }
            }
        });
        result
    }

    /// Conforms one field; false when its value is absence.
    fn member(&mut self, key: &Key, value: &mut Value, field: &Field, owner: &Type) -> Result<bool, CodecError> {
        if field.go.is_empty() {
            return self.custom_member(key, value, field);
        }
        if value.is_null() {
            return Ok(false);
        }
        let mark = self.trail.enter_key(key);
        let short = owner.name.rsplit('.').next().unwrap_or_default();
        let outer = std::mem::replace(&mut self.place.owner, short.to_owned());
        self.place.fields.push(key.as_str().to_owned());
        let result = self.shape(value, &field.shape, &field.go);
        self.place.fields.pop();
        self.place.owner = outer;
        self.trail.leave(mark);
        result?;
        Ok(!is_absence(value, field))
    }

    fn custom_member(&mut self, key: &Key, value: &mut Value, field: &Field) -> Result<bool, CodecError> {
        let mark = self.trail.enter_key(key);
        let result = self.custom(value, &field.shape);
        self.trail.leave(mark);
        result.map(|()| true)
    }

    /// A part of a custom resource: only objects inside are looked at, to drop what their types do not know.
    fn custom(&mut self, value: &mut Value, shape: &Shape) -> Result<(), CodecError> {
        match (shape, value) {
            (Shape::Object(ty), Value::Object(object)) => self.object(object, ty),
            (Shape::Object(ty), other) if !ty.is_custom() && !other.is_null() => Err(self.mismatch(other, &ty.name)),
            (Shape::List(element), Value::List(list)) => {
                for (at, value) in list.iter_mut().enumerate() {
                    let mark = self.trail.enter_index(at);
                    self.custom(value, element)?;
                    self.trail.leave(mark);
                }
                Ok(())
            }
            (Shape::Map(element), Value::Object(map)) => {
                for (key, value) in map.iter_mut() {
                    let mark = self.trail.enter_key(key);
                    self.custom(value, element)?;
                    self.trail.leave(mark);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn shape(&mut self, value: &mut Value, shape: &Shape, go: &str) -> Result<(), CodecError> {
        match shape {
            Shape::Any | Shape::Raw => Ok(()),
            Shape::Object(ty) => match value {
                Value::Object(object) => self.object(object, ty),
                Value::Null => Ok(()),
                other => Err(self.mismatch(other, go)),
            },
            Shape::List(element) | Shape::Items(element) => match value {
                Value::List(list) => self.elements(list, element, go),
                Value::Null => Ok(()),
                other => Err(self.mismatch(other, go)),
            },
            Shape::Map(element) => match value {
                Value::Object(map) => self.values(map, element, go),
                Value::Null => Ok(()),
                other => Err(self.mismatch(other, go)),
            },
            Shape::SchemaOrBool(ty) | Shape::SchemaOrArray(ty) | Shape::SchemaOrStrings(ty) => {
                self.schema_or(value, shape, ty, go)
            }
            scalar => self.scalar(value, scalar, go),
        }
    }

    fn elements(&mut self, list: &mut [Value], element: &Shape, go: &str) -> Result<(), CodecError> {
        let go = element_go(element, go);
        for (at, value) in list.iter_mut().enumerate() {
            if value.is_null() {
                *value = element.zero();
                continue;
            }
            let mark = self.trail.enter_index(at);
            self.shape(value, element, &go)?;
            self.trail.leave(mark);
        }
        Ok(())
    }

    fn values(&mut self, map: &mut Object, element: &Shape, go: &str) -> Result<(), CodecError> {
        let go = element_go(element, go);
        for (key, value) in map.iter_mut() {
            if value.is_null() {
                *value = element.zero();
                continue;
            }
            let mark = self.trail.enter_key(key);
            self.shape(value, element, &go)?;
            self.trail.leave(mark);
        }
        Ok(())
    }

    /// As upstream: apiextensions/v1/marshal.go.
    fn schema_or(&mut self, value: &mut Value, shape: &Shape, ty: &Type, go: &str) -> Result<(), CodecError> {
        match (shape, value) {
            (_, Value::Object(object)) => self.object(object, ty),
            (Shape::SchemaOrBool(_), Value::Bool(_)) => Ok(()),
            (Shape::SchemaOrBool(_), _) => Err(CodecError::Value("boolean or JSON schema expected".into())),
            (Shape::SchemaOrArray(_), Value::List(list)) => {
                for value in list.iter_mut() {
                    match value {
                        Value::Object(object) => self.object(object, ty)?,
                        other => return Err(self.mismatch(other, go)),
                    }
                }
                Ok(())
            }
            (Shape::SchemaOrStrings(_), Value::List(list)) => match list.iter().find(|it| it.as_str().is_none()) {
                Some(other) => Err(self.mismatch(other, "string")),
                None => Ok(()),
            },
            (_, other) => Err(self.mismatch(other, go)),
        }
    }

    fn scalar(&mut self, value: &mut Value, shape: &Shape, go: &str) -> Result<(), CodecError> {
        match (shape, &mut *value) {
            (_, Value::Null) => *value = shape.zero(),
            (Shape::String, Value::String(_)) | (Shape::Bool, Value::Bool(_)) | (Shape::Int64, Value::Int(_)) => {}
            (Shape::Int32, Value::Int(int)) if i32::try_from(*int).is_ok() => {}
            (Shape::Float64, Value::Int(_) | Value::Float(_)) => {}
            (Shape::Bytes, Value::Bytes(_)) | (Shape::Fields, Value::Bytes(_)) => {}
            (Shape::Bytes, Value::String(text)) => *value = Value::Bytes(base64::decode(text)?),
            (Shape::Fields, tree @ Value::Object(_)) => {
                *value = Value::Bytes(json::encode_plain(tree).into());
            }
            (Shape::Quantity, Value::String(text)) => *value = canonical_quantity(text.trim())?,
            (Shape::Quantity, Value::Int(_) | Value::Float(_)) => {
                let text = String::from_utf8_lossy(&json::encode_plain(value)).into_owned();
                *value = canonical_quantity(&text)?;
            }
            (Shape::Quantity, _) => return Err(CodecError::Value(crate::quantity::QuantityError::Format.to_string())),
            (Shape::IntOrString, Value::String(_)) => {}
            (Shape::IntOrString, Value::Int(int)) if i32::try_from(*int).is_ok() => {}
            (Shape::IntOrString, other) => return Err(self.foreign_mismatch(other, "int32")),
            (Shape::Time, Value::String(text)) => {
                let at = time::parse(text).map_err(|error| CodecError::Value(error.to_string()))?;
                *value = Value::from(time::format(at));
            }
            (Shape::MicroTime, Value::String(text)) => {
                let at = time::parse_micro(text).map_err(|error| CodecError::Value(error.to_string()))?;
                *value = Value::from(time::format_micro(at));
            }
            (Shape::Duration, Value::String(text)) => {
                let span = time::GoDuration::parse(text).map_err(|error| CodecError::Value(error.to_string()))?;
                *value = Value::from(span.to_string());
            }
            (Shape::Time | Shape::MicroTime | Shape::Duration, other) => {
                return Err(self.foreign_mismatch(other, "string"));
            }
            (_, other) => return Err(self.mismatch(other, go)),
        }
        Ok(())
    }

    /// The error of a type that decodes itself, which knows nothing of where it stands.
    fn foreign_mismatch(&self, found: &Value, go: &str) -> CodecError {
        Walk { trail: Trail::default(), notes: &mut Notes::default(), place: Place::default() }.mismatch(found, go)
    }
}

fn canonical_quantity(text: &str) -> Result<Value, CodecError> {
    Quantity::canonical(text).map(Value::from).map_err(|error| CodecError::Value(error.to_string()))
}

/// The Go name of an element, from that of its list or map.
fn element_go(element: &Shape, go: &str) -> String {
    let go = go.trim_start_matches('*');
    if let Some(rest) = go.strip_prefix("[]") {
        return rest.to_owned();
    }
    if let Some((_, rest)) = go.strip_prefix("map[").and_then(|rest| rest.split_once(']')) {
        return rest.to_owned();
    }
    match element {
        Shape::Object(ty) => ty.name.to_string(),
        Shape::Int32 => "int32".to_owned(),
        Shape::Int64 => "int64".to_owned(),
        Shape::Bool => "bool".to_owned(),
        _ => "string".to_owned(),
    }
}

/// Whether a value says no more than absence would.
fn is_absence(value: &Value, field: &Field) -> bool {
    match field.presence {
        Presence::Pointer => value.is_null(),
        // An empty list that is always written differs from null.
        Presence::Plain => match value {
            Value::List(list) => list.is_empty() && field.omitempty,
            Value::Object(map) if matches!(field.shape, Shape::Map(_)) => map.is_empty() && field.omitempty,
            Value::Object(object) => object.is_empty() && !matches!(field.shape, Shape::Raw | Shape::Any),
            Value::String(text) if matches!(field.shape, Shape::Quantity) => text == "0",
            Value::String(text) if matches!(field.shape, Shape::Duration) => text == "0s",
            Value::String(_) if matches!(field.shape, Shape::IntOrString | Shape::Raw | Shape::Any) => false,
            Value::Bytes(bytes) => bytes.is_empty() && field.omitempty,
            other => other.is_zero() && !matches!(field.shape, Shape::Raw | Shape::Any),
        },
    }
}
