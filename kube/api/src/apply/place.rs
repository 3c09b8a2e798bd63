//! What the schema says about one place of an object, as far as merging asks: a leaf, a struct, a map, a set, a
//! list-map. Also how an element of a list is told from its siblings.
//!
//! As upstream: structured-merge-diff/schema and typed/helpers.go; built-in types without a declared structure
//! (RawExtension, JSON) are one leaf, preserved fields of custom resources are deduced from the value.

use super::set::Element;
use crate::schema::{Field, ListType, Presence, Shape, Type, Unknown};
use crate::value::{Key, Object, Text, Value};

/// A place of an object.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place<'t> {
    /// The object itself.
    Root(&'t Type),
    Field(&'t Field),
    /// An element of a list or map.
    Element(&'t Shape),
    /// Not described: whatever the value is.
    Deduced,
}

/// How a place is merged.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form<'t> {
    Scalar(Scalar),
    /// A list or map that is one value.
    Atomic,
    Struct(&'t Type),
    Map(Place<'t>),
    Set,
    Keyed(&'t [Key], Place<'t>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scalar {
    String,
    Number,
    Bool,
    Any,
}

impl<'t> Place<'t> {
    /// How `value` is merged here; the value matters only where the schema does not describe the place.
    pub(super) fn form(self, value: Option<&Value>) -> Form<'t> {
        match self {
            Place::Root(of) => Form::Struct(of),
            // What the field says goes before what its type says.
            Place::Field(Field { shape: Shape::Object(of), granular: true, .. }) => Form::Struct(of),
            Place::Field(field) => form(&field.shape, field.list, &field.map_keys, field.atomic, value),
            Place::Element(shape) => form(shape, ListType::Atomic, &[], false, value),
            Place::Deduced => deduced(value),
        }
    }
}

fn deduced<'t>(value: Option<&Value>) -> Form<'t> {
    match value {
        Some(Value::Object(_)) => Form::Map(Place::Deduced),
        Some(Value::List(_)) => Form::Atomic,
        _ => Form::Scalar(Scalar::Any),
    }
}

fn form<'t>(shape: &'t Shape, list: ListType, keys: &'t [Key], atomic: bool, value: Option<&Value>) -> Form<'t> {
    match shape {
        Shape::String | Shape::Bytes | Shape::Time | Shape::MicroTime | Shape::Duration => Form::Scalar(Scalar::String),
        Shape::Int32 | Shape::Int64 | Shape::Float64 => Form::Scalar(Scalar::Number),
        Shape::Bool => Form::Scalar(Scalar::Bool),
        Shape::Quantity | Shape::IntOrString => Form::Scalar(Scalar::Any),
        Shape::Object(of) if atomic || of.atomic => Form::Atomic,
        Shape::Object(of) => Form::Struct(of),
        Shape::Map(_) if atomic => Form::Atomic,
        Shape::Map(element) => Form::Map(Place::Element(element)),
        Shape::List(element) | Shape::Items(element) => match list {
            ListType::Atomic => Form::Atomic,
            ListType::Set => Form::Set,
            ListType::Map => Form::Keyed(keys, Place::Element(element)),
        },
        Shape::Any => deduced(value),
        Shape::Raw | Shape::Fields | Shape::SchemaOrBool(_) | Shape::SchemaOrArray(_) | Shape::SchemaOrStrings(_) => {
            Form::Atomic
        }
    }
}

/// The place of a field; the second part says whether the type names it.
pub(super) fn field<'t>(of: &'t Type, key: &Key) -> Option<(Place<'t>, bool)> {
    match of.field(key) {
        Some(field) => Some((Place::Field(field), true)),
        None if of.unknown == Unknown::Preserve => Some((Place::Deduced, false)),
        None if of.embedded && matches!(key.as_str(), "apiVersion" | "kind" | "metadata") => {
            Some((Place::Deduced, true))
        }
        None => None,
    }
}

/// What a Go struct shows in JSON for a field that nobody set, where it shows anything; our trees leave it out.
pub(super) fn unset(field: &Field) -> Option<Value> {
    match (&field.shape, field.presence) {
        (Shape::Object(_), Presence::Plain) => (!field.omitzero).then(|| Value::Object(Object::new())),
        _ if field.omitempty || field.omitzero => None,
        (shape, Presence::Plain) => Some(shape.zero()),
        (_, Presence::Pointer) => Some(Value::Null),
    }
}

/// All fields of `of` with what they show when unset, where they show anything.
pub(super) fn ever_present(of: &Type) -> Vec<(&Field, Value)> {
    of.flat_fields().into_iter().filter_map(|field| Some((field, unset(field)?))).collect()
}

/// What tells an element of a set or list-map from its siblings.
pub(super) fn identity(form: &Form<'_>, item: &Value) -> Result<Element, String> {
    match form {
        Form::Keyed(keys, element) => keyed(keys, *element, item),
        _ => match item {
            Value::Object(_) => Err("associative list without keys has an element that's a map type".to_owned()),
            Value::List(_) => Err("not supported: associative list with lists as elements".to_owned()),
            Value::Null => Err("associative list without keys has an element that's an explicit null".to_owned()),
            scalar => Ok(Element::Value(scalar.clone())),
        },
    }
}

fn keyed(keys: &[Key], element: Place<'_>, item: &Value) -> Result<Element, String> {
    let object: &Object = match item {
        Value::Object(object) => object,
        Value::Null => return Err("associative list with keys may not have a null element".to_owned()),
        _ => return Err("associative list with keys may not have non-map elements".to_owned()),
    };
    let mut fields: Vec<(Text, Value)> = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(value) = object.get_key(key) {
            fields.push((Text::from(key.as_str()), value.clone()));
        } else if let Form::Struct(of) = element.form(Some(item))
            && let Some(default) = of.field(key).and_then(|field| field.default.as_ref())
        {
            fields.push((Text::from(key.as_str()), Value::clone(default)));
        }
    }
    if fields.is_empty() {
        let names: Vec<String> = keys.iter().map(|key| format!("{:?}", key.as_str())).collect();
        return Err(format!(
            "associative list with keys has an element that omits all key fields [{}] \
             (and doesn't have default values for any key fields)",
            names.join(" ")
        ));
    }
    fields.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(Element::Key(fields))
}

/// Whether two values say the same; bytes and their base64 text do, and numbers compare as numbers.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Bytes(bytes), Value::String(text)) | (Value::String(text), Value::Bytes(bytes)) => {
            crate::patch::base64(bytes) == text.as_str()
        }
        (Value::Int(a), Value::Float(b)) | (Value::Float(b), Value::Int(a)) => *a as f64 == *b,
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().zip(b.iter()).all(|((ka, a), (kb, b))| ka == kb && same(a, b))
        }
        _ => a == b,
    }
}
