//! From a structural schema to the type that codecs and merges use: the same structure as built-in kinds have.

use super::structural::{Additional, Kind, Structural};
use crate::schema::{Field, ListType, Shape, Shared, Type, TypeRef, Unknown, builtin};
use crate::value::Key;

pub(super) fn root(kind: &str, schema: &Structural) -> TypeRef {
    Shared::from(object(kind, schema, true))
}

fn object(name: &str, schema: &Structural, whole: bool) -> Type {
    let mut fields: Vec<Field> = schema.properties.iter().map(|(key, inner)| field(key, inner, schema)).collect();
    if whole {
        fields.retain(|field| !matches!(field.name(), "apiVersion" | "kind" | "metadata"));
        fields.push(Field::new(Key::new("apiVersion"), Shape::String));
        fields.push(Field::new(Key::new("kind"), Shape::String));
        fields.push(Field::new(Key::new("metadata"), Shape::Object(Shared::Static(&builtin::META_OBJECT_META))));
        fields.sort_by(|a, b| a.key.cmp(&b.key));
    }
    Type {
        name: name.into(),
        fields: fields.into(),
        wire: Shared::Static(&[]),
        unknown: if schema.preserve { Unknown::Preserve } else { Unknown::Drop },
        embedded: whole,
        atomic: schema.map_type.as_deref() == Some("atomic"),
    }
}

fn field(key: &Key, schema: &Structural, owner: &Structural) -> Field {
    Field {
        required: owner.bounds.required.contains(key),
        nullable: schema.nullable,
        list: match schema.list_type.as_deref() {
            Some("map") => ListType::Map,
            Some("set") => ListType::Set,
            _ => ListType::Atomic,
        },
        list_declared: schema.list_type.is_some(),
        map_keys: schema.map_keys.clone().into(),
        atomic: schema.map_type.as_deref() == Some("atomic"),
        granular: schema.map_type.as_deref() == Some("granular"),
        default: schema.default.clone().map(Shared::from),
        ..Field::new(key.clone(), shape(key, schema))
    }
}

fn shape(key: &str, schema: &Structural) -> Shape {
    if schema.int_or_string {
        return Shape::IntOrString;
    }
    match schema.kind {
        Kind::String => Shape::String,
        Kind::Integer => Shape::Int64,
        Kind::Number => Shape::Float64,
        Kind::Boolean => Shape::Bool,
        Kind::Array => {
            let element = schema.items.as_deref().map_or(Shape::Any, |inner| shape(key, inner));
            Shape::List(element.into())
        }
        Kind::Object => match &schema.additional {
            Additional::Schema(inner) => Shape::Map(shape(key, inner).into()),
            Additional::Bool(true) if schema.properties.is_empty() => Shape::Map(Shape::Any.into()),
            _ => Shape::Object(Shared::from(object(key, schema, schema.embedded))),
        },
        Kind::Unset | Kind::Unknown if schema.properties.is_empty() => Shape::Any,
        Kind::Unset | Kind::Unknown => Shape::Object(Shared::from(object(key, schema, schema.embedded))),
    }
}
