//! What expressions see of a custom resource's schema: the type of `self`, and how large its values can be, for
//! estimates.
//!
//! As upstream: apiserver/pkg/cel/common/schemas.go. What a schema does not describe (`x-kubernetes-preserve-unknown-fields`)
//! is not seen.

use std::sync::Arc;

use kube_api::crd::{Additional, Kind, Structural};

use crate::escape::escape;
use crate::types::{ObjectType, Type};

/// The largest request, in bytes.
const REQUEST_MAX: i64 = 3 * 1024 * 1024;

/// The type of one node of a schema, with its bounds.
#[derive(Debug, Clone)]
pub struct Declared {
    pub ty: Type,
    /// Elements, entries or bytes at most.
    pub max: u64,
    /// Bytes at least, as JSON.
    pub min_size: i64,
    pub(crate) members: Members,
}

#[derive(Debug, Clone)]
pub(crate) enum Members {
    None,
    /// Of a list, or the values of a map.
    Elements(Box<Declared>),
    Fields(Vec<(Arc<str>, Declared)>),
}

impl Declared {
    /// The type of a node; `root` is a whole object. Nothing when expressions cannot see it.
    pub fn new(schema: &Structural, root: bool) -> Option<Declared> {
        declare(schema, root, "selfType")
    }

    /// How often such a value can occur in one request.
    pub fn cardinality(&self) -> u64 {
        u64::try_from(REQUEST_MAX / (self.min_size + 1)).unwrap_or(1)
    }

    pub(crate) fn member(&self, name: &str) -> Option<&Declared> {
        match &self.members {
            Members::Elements(inner) if matches!(name, "@items" | "@values") => Some(inner),
            Members::Fields(fields) => fields.iter().find(|(own, _)| &**own == name).map(|(_, field)| field),
            _ => None,
        }
    }

    fn leaf(ty: Type, min_size: i64, max: i64) -> Declared {
        Declared { ty, max: u64::try_from(max).unwrap_or(0), min_size, members: Members::None }
    }
}

fn declare(schema: &Structural, root: bool, name: &str) -> Option<Declared> {
    let bounds = &schema.bounds;
    if schema.int_or_string {
        let max = bounds.max_length.map_or(REQUEST_MAX - 2, |length| length.max(0) * 4);
        return Some(Declared::leaf(Type::Dyn, 1, max));
    }
    match schema.kind {
        _ if root => Some(object(schema, true, name)),
        Kind::Array => {
            let items = schema.items.as_deref()?;
            let element = declare(items, items.embedded, &format!("{name}.@idx"))?;
            let max = bounds.max_items.unwrap_or((REQUEST_MAX - 2) / (element.min_size + 1));
            Some(Declared {
                ty: Type::list(element.ty.clone()),
                max: u64::try_from(max).unwrap_or(0),
                min_size: 2,
                members: Members::Elements(Box::new(element)),
            })
        }
        Kind::Object => match &schema.additional {
            Additional::Schema(inner) => {
                let value = declare(inner, inner.embedded, &format!("{name}.@elem"))?;
                let max = bounds.max_properties.unwrap_or((REQUEST_MAX - 2) / (value.min_size + 6));
                Some(Declared {
                    ty: Type::map(Type::String, value.ty.clone()),
                    max: u64::try_from(max).unwrap_or(0),
                    min_size: 2,
                    members: Members::Elements(Box::new(value)),
                })
            }
            _ => Some(object(schema, false, name)),
        },
        Kind::String => Some(text(schema)),
        Kind::Boolean => Some(Declared::leaf(Type::Bool, 4, 0)),
        Kind::Number => Some(Declared::leaf(Type::Double, 1, 0)),
        Kind::Integer => Some(Declared::leaf(Type::Int, 1, 0)),
        Kind::Unset | Kind::Unknown => None,
    }
}

fn plain_text() -> Declared {
    Declared::leaf(Type::String, 2, REQUEST_MAX - 2)
}

fn text(schema: &Structural) -> Declared {
    let bounds = &schema.bounds;
    match bounds.format.as_str() {
        "byte" => Declared::leaf(Type::Bytes, 2, bounds.max_length.map_or(REQUEST_MAX - 2, |length| length.max(0))),
        "duration" => Declared::leaf(Type::Duration, 3, 32),
        "date" => Declared::leaf(Type::Timestamp, 12, 12),
        "date-time" => Declared::leaf(Type::Timestamp, 21, 32),
        _ => {
            let longest = bounds.one_of_values.iter().filter_map(|value| value.as_str()).map(str::len).max();
            let max = match (bounds.max_length, longest) {
                (Some(length), _) => length.max(0) * 4,
                (None, Some(longest)) => i64::try_from(longest).unwrap_or(REQUEST_MAX),
                (None, None) => REQUEST_MAX - 2,
            };
            Declared::leaf(Type::String, 2, max)
        }
    }
}

fn object(schema: &Structural, root: bool, name: &str) -> Declared {
    let mut fields: Vec<(Arc<str>, Declared)> = Vec::new();
    let mut min_size = 2;
    for (key, property) in &schema.properties {
        if root && matches!(key.as_str(), "kind" | "apiVersion" | "metadata") {
            continue;
        }
        let escaped = escape(key);
        let place = format!("{name}.{}", escaped.as_deref().unwrap_or(key));
        let Some(field) = declare(property, property.embedded, &place) else { continue };
        if schema.bounds.required.contains(key) && property.default.is_none() {
            min_size += i64::try_from(key.len()).unwrap_or(0) + field.min_size + 4;
        }
        if let Some(escaped) = escaped {
            fields.push((escaped.into(), field));
        }
    }
    if root {
        let names = vec![("name".into(), plain_text()), ("generateName".into(), plain_text())];
        fields.push(("kind".into(), plain_text()));
        fields.push(("apiVersion".into(), plain_text()));
        fields.push(("metadata".into(), whole(&format!("{name}.metadata"), names, 2)));
    }
    whole(name, fields, min_size)
}

fn whole(name: &str, fields: Vec<(Arc<str>, Declared)>, min_size: i64) -> Declared {
    let types = fields.iter().map(|(name, field)| (name.clone(), field.ty.clone())).collect();
    let ty = Type::Object(Arc::new(ObjectType { name: name.into(), fields: types, others: None }));
    Declared { ty, max: 0, min_size, members: Members::Fields(fields) }
}
