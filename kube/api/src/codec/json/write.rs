//! The encoder: fields in the order of the type, zero values where Go writes them, keys of maps sorted.
//!
//! As Go: encoding/json on upstream's structs, with HTML escaping; upstream's own marshallers for times and the like.

use super::super::base64;
use super::{number, text};
use crate::schema::{Field, Shape, Type, Unknown};
use crate::value::{Object, Value};

/// How the text is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    Compact,
    /// Two spaces for each level, as upstream's `pretty=1`.
    Pretty,
}

/// Writes an object of a known type.
pub fn write(out: &mut Vec<u8>, value: &Value, ty: &Type, layout: Layout) {
    let mut writer = Writer { out, layout, depth: 0 };
    match value {
        Value::Object(object) => writer.object(object, ty),
        other => writer.plain(other),
    }
}

/// Writes any tree, keys sorted.
pub fn write_plain(out: &mut Vec<u8>, value: &Value, layout: Layout) {
    Writer { out, layout, depth: 0 }.plain(value);
}

/// Writes a string with its quotes.
pub fn write_text(out: &mut Vec<u8>, value: &str) {
    text::write(out, value);
}

struct Writer<'o> {
    out: &'o mut Vec<u8>,
    layout: Layout,
    depth: usize,
}

static EMPTY: Object = Object::EMPTY;

impl Writer<'_> {
    fn raw(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn break_line(&mut self) {
        if self.layout == Layout::Pretty {
            self.out.push(b'\n');
            for _ in 0..self.depth {
                self.out.extend_from_slice(b"  ");
            }
        }
    }

    fn open(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.depth += 1;
    }

    fn close(&mut self, bracket: u8, any: bool) {
        self.depth -= 1;
        if any {
            self.break_line();
        }
        self.out.push(bracket);
    }

    fn key(&mut self, key: &str, any: &mut bool) {
        if *any {
            self.out.push(b',');
        }
        *any = true;
        self.break_line();
        text::write(self.out, key);
        self.out.push(b':');
        if self.layout == Layout::Pretty {
            self.out.push(b' ');
        }
    }

    fn object(&mut self, object: &Object, ty: &Type) {
        self.open(b'{');
        let mut any = false;
        if ty.unknown == Unknown::Preserve || ty.is_custom() {
            // Custom resources are maps to upstream: every key in order of its text.
            for (key, value) in object.iter() {
                self.key(key, &mut any);
                match ty.field(key) {
                    Some(field) => self.value(value, &field.shape),
                    None => self.plain(value),
                }
            }
        } else {
            self.members(object, ty, &mut any);
        }
        self.close(b'}', any);
    }

    fn members(&mut self, object: &Object, ty: &Type, any: &mut bool) {
        for field in ty.fields.iter() {
            if field.inline {
                if let Shape::Object(inner) = &field.shape {
                    self.members(object, inner, any);
                }
                continue;
            }
            match object.get_key(&field.key) {
                Some(value) if !(value.is_null() || left_out_when_zero(field) && value.is_zero()) => {
                    self.key(field.name(), any);
                    self.value(value, &field.shape);
                }
                _ if absent_is_written(field) => {
                    self.key(field.name(), any);
                    if field.pointer() { self.raw("null") } else { self.zero(&field.shape) }
                }
                _ => {}
            }
        }
    }

    /// What Go writes for a value-typed field that nobody set.
    fn zero(&mut self, shape: &Shape) {
        match shape {
            Shape::Object(inner) => self.object(&EMPTY, inner),
            Shape::String => self.raw("\"\""),
            Shape::Int32 | Shape::Int64 | Shape::Float64 | Shape::IntOrString => self.raw("0"),
            Shape::Bool => self.raw("false"),
            Shape::Quantity => self.raw("\"0\""),
            Shape::Duration => self.raw("\"0s\""),
            _ => self.raw("null"),
        }
    }

    fn value(&mut self, value: &Value, shape: &Shape) {
        match (shape, value) {
            (
                Shape::Object(ty) | Shape::SchemaOrBool(ty) | Shape::SchemaOrArray(ty) | Shape::SchemaOrStrings(ty),
                Value::Object(object),
            ) => self.object(object, ty),
            (Shape::List(element) | Shape::Items(element), Value::List(list)) => {
                self.list(list, |writer, value| writer.value(value, element));
            }
            (Shape::SchemaOrArray(ty), Value::List(list)) => self.list(list, |writer, value| match value {
                Value::Object(object) => writer.object(object, ty),
                other => writer.plain(other),
            }),
            (Shape::Map(element), Value::Object(map)) => {
                self.open(b'{');
                let mut any = false;
                for (key, value) in map.iter() {
                    self.key(key, &mut any);
                    self.value(value, element);
                }
                self.close(b'}', any);
            }
            // A null element of a typed list is that type's zero.
            (shape, Value::Null) if !matches!(shape, Shape::Any | Shape::Raw) => self.zero(shape),
            (Shape::Fields, Value::Bytes(json)) => self.json_text(json),
            _ => self.plain(value),
        }
    }

    fn list(&mut self, list: &[Value], mut write: impl FnMut(&mut Self, &Value)) {
        self.open(b'[');
        let mut any = false;
        for value in list {
            if any {
                self.out.push(b',');
            }
            any = true;
            self.break_line();
            write(self, value);
        }
        self.close(b']', any);
    }

    /// JSON text kept as it came; only a pretty layout takes it apart.
    fn json_text(&mut self, json: &[u8]) {
        if json.is_empty() {
            return self.raw("null");
        }
        if self.layout == Layout::Pretty
            && let Ok(tree) = super::parse(json)
        {
            return self.plain(&tree);
        }
        self.out.extend_from_slice(json);
    }

    fn plain(&mut self, value: &Value) {
        match value {
            Value::Null => self.raw("null"),
            Value::Bool(true) => self.raw("true"),
            Value::Bool(false) => self.raw("false"),
            Value::Int(int) => self.raw(itoa::Buffer::new().format(*int)),
            Value::Float(float) => number::write_float(self.out, *float),
            Value::String(string) => text::write(self.out, string),
            Value::Bytes(bytes) => {
                self.out.push(b'"');
                self.raw(&base64::encode(bytes));
                self.out.push(b'"');
            }
            Value::List(list) => self.list(list, Self::plain),
            Value::Object(object) => {
                self.open(b'{');
                let mut any = false;
                for (key, value) in object.iter() {
                    self.key(key, &mut any);
                    self.plain(value);
                }
                self.close(b'}', any);
            }
        }
    }
}

/// `omitempty` looks at scalars, lists and maps, never at structs.
fn left_out_when_zero(field: &Field) -> bool {
    field.omitempty && !field.pointer() && is_empty_kind(&field.shape) && !field.go.is_empty()
}

/// Kinds of Go values that `omitempty` can find empty.
fn is_empty_kind(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::String
            | Shape::Int32
            | Shape::Int64
            | Shape::Float64
            | Shape::Bool
            | Shape::Bytes
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Items(_)
    )
}

/// Whether a field without a node is written with its zero value.
fn absent_is_written(field: &Field) -> bool {
    if field.go.is_empty() || field.omitzero {
        return false;
    }
    if field.pointer() {
        return !field.omitempty;
    }
    !field.omitempty || !is_empty_kind(&field.shape) && !matches!(field.shape, Shape::Any)
}
