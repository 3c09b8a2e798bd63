//! Types of expressions, as a checker sees them, and how they are written in messages.

mod unify;

use std::fmt;
use std::sync::Arc;

pub(crate) use unify::{Substitution, most_general};

/// One type.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Anything; checked when it runs.
    Dyn,
    /// The type of what is faulty: it agrees with everything, so that one fault is reported once.
    Error,
    Null,
    Bool,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Timestamp,
    Duration,
    List(Arc<Type>),
    Map(Arc<(Type, Type)>),
    /// The type of a type.
    Type(Option<Arc<Type>>),
    /// A type parameter of a declaration, or a variable of the checker.
    Param(Arc<str>),
    /// A type with methods only: `kubernetes.Quantity`, `optional_type(T)`.
    Opaque(Arc<str>, Vec<Type>),
    /// A type with fields.
    Object(Arc<ObjectType>),
}

/// Named fields, in the form in which expressions name them (escaped).
#[derive(Debug)]
pub struct ObjectType {
    pub name: Arc<str>,
    pub fields: Vec<(Arc<str>, Type)>,
    /// Every other field is there too, of this type (`Object` of mutating policies).
    pub others: Option<Type>,
}

/// Objects are the same when they have the same name, as upstream's.
impl PartialEq for ObjectType {
    fn eq(&self, other: &ObjectType) -> bool {
        self.name == other.name
    }
}

impl ObjectType {
    pub fn field(&self, name: &str) -> Option<&Type> {
        let own = self.fields.iter().find(|(field, _)| &**field == name).map(|(_, ty)| ty);
        own.or(self.others.as_ref())
    }
}

pub(crate) const OPTIONAL: &str = "optional_type";

impl Type {
    pub fn list(element: Type) -> Type {
        Type::List(Arc::new(element))
    }

    pub fn map(key: Type, value: Type) -> Type {
        Type::Map(Arc::new((key, value)))
    }

    pub fn optional(inner: Type) -> Type {
        Type::Opaque(OPTIONAL.into(), vec![inner])
    }

    pub fn opaque(name: &str) -> Type {
        Type::Opaque(name.into(), Vec::new())
    }

    pub(crate) fn param(name: &str) -> Type {
        Type::Param(name.into())
    }

    pub fn object(name: &str, fields: Vec<(&str, Type)>) -> Type {
        let fields = fields.into_iter().map(|(name, ty)| (name.into(), ty)).collect();
        Type::Object(Arc::new(ObjectType { name: name.into(), fields, others: None }))
    }

    pub(crate) fn is_dyn(&self) -> bool {
        matches!(self, Type::Dyn)
    }

    pub(crate) fn is_dyn_or_error(&self) -> bool {
        matches!(self, Type::Dyn | Type::Error)
    }

    /// The type inside an optional.
    pub(crate) fn unwrap_optional(&self) -> Option<&Type> {
        match self {
            Type::Opaque(name, params) if &**name == OPTIONAL => params.first(),
            _ => None,
        }
    }

    /// Reads a type as declarations write it: `list(string)`, `map(K, V)`, `optional(T)`, `type(T)`; one capital letter
    /// is a parameter, what is no type of the language is opaque.
    pub(crate) fn read(text: &str) -> Type {
        let text = text.trim();
        if let Some((name, inner)) = text.split_once('(') {
            let inner = inner.strip_suffix(')').unwrap_or(inner);
            return match name {
                "list" => Type::list(Type::read(inner)),
                "optional" => Type::optional(Type::read(inner)),
                "type" => Type::Type(Some(Arc::new(Type::read(inner)))),
                _ => {
                    let (key, value) = split_pair(inner);
                    Type::map(Type::read(key), Type::read(value))
                }
            };
        }
        match text {
            "dyn" => Type::Dyn,
            "null" => Type::Null,
            "bool" => Type::Bool,
            "int" => Type::Int,
            "uint" => Type::Uint,
            "double" => Type::Double,
            "string" => Type::String,
            "bytes" => Type::Bytes,
            "timestamp" => Type::Timestamp,
            "duration" => Type::Duration,
            "type" => Type::Type(None),
            one if one.len() == 1 => Type::param(one),
            other => Type::opaque(other),
        }
    }

    /// The name that `type(x)` shows and that values carry at run time.
    pub fn runtime_name(&self) -> &str {
        match self {
            Type::Dyn => "dyn",
            Type::Error => "error",
            Type::Null => "null_type",
            Type::Bool => "bool",
            Type::Int => "int",
            Type::Uint => "uint",
            Type::Double => "double",
            Type::String => "string",
            Type::Bytes => "bytes",
            Type::Timestamp => "google.protobuf.Timestamp",
            Type::Duration => "google.protobuf.Duration",
            Type::List(_) => "list",
            Type::Map(_) => "map",
            Type::Type(_) => "type",
            Type::Param(name) | Type::Opaque(name, _) => name,
            Type::Object(object) => &object.name,
        }
    }
}

/// `K, V` at the comma that stands in no parentheses.
fn split_pair(text: &str) -> (&str, &str) {
    let mut level = 0;
    for (at, one) in text.char_indices() {
        match one {
            '(' => level += 1,
            ')' => level -= 1,
            ',' if level == 0 => return (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default()),
            _ => {}
        }
    }
    (text, "")
}

/// As messages of the checker write it.
impl fmt::Display for Type {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Error => out.write_str("!error!"),
            Type::Null => out.write_str("null"),
            Type::Timestamp => out.write_str("timestamp"),
            Type::Duration => out.write_str("duration"),
            Type::List(element) => write!(out, "list({element})"),
            Type::Map(pair) => write!(out, "map({}, {})", pair.0, pair.1),
            Type::Type(Some(inner)) => write!(out, "type({inner})"),
            Type::Opaque(name, params) if !params.is_empty() => {
                write!(out, "{name}(")?;
                for (at, param) in params.iter().enumerate() {
                    if at > 0 {
                        out.write_str(", ")?;
                    }
                    param.fmt(out)?;
                }
                out.write_str(")")
            }
            other => out.write_str(other.runtime_name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read_and_written() {
        for text in ["list(string)", "map(string, list(int))", "type(A)", "kubernetes.Quantity", "dyn", "timestamp"] {
            assert_eq!(Type::read(text).to_string(), text);
        }
        assert_eq!(Type::read("optional(map(K, V))").to_string(), "optional_type(map(K, V))");
    }
}
