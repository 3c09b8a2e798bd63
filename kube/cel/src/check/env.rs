//! What an expression may name: variables, types, functions and messages.

use std::collections::HashMap;
use std::sync::Arc;

use super::Meaning;
use crate::library::Library;
use crate::syntax::Name;
use crate::types::Type;

/// Types of messages that expressions make by name, `Object.spec{..}`.
pub type MessageTypes = fn(&str) -> Option<Type>;

/// Cheap to clone: a base is made once, and each place adds its variables.
#[derive(Clone)]
pub struct Env {
    library: Arc<Library>,
    variables: HashMap<Name, Type>,
    messages: Option<MessageTypes>,
}

/// Names that are types, and stand for them as values.
const TYPES: [&str; 14] = [
    "bool",
    "bytes",
    "double",
    "google.protobuf.Duration",
    "google.protobuf.Timestamp",
    "int",
    "list",
    "map",
    "null_type",
    "optional_type",
    "string",
    "type",
    "uint",
    "net.IP",
];

impl Env {
    /// The functions that Kubernetes 1.36 switches on, and no variable.
    pub fn base() -> Env {
        Env { library: Arc::new(Library::kubernetes()), variables: HashMap::new(), messages: None }
    }

    pub fn with(mut self, name: &str, ty: Type) -> Env {
        self.variables.insert(name.into(), ty);
        self
    }

    /// Lets expressions make messages, and use the helpers for JSON patches.
    pub fn with_messages(mut self, messages: MessageTypes) -> Env {
        self.messages = Some(messages);
        self.library = Arc::new(Library::kubernetes_mutating());
        self
    }

    pub fn variable(&self, name: &str) -> Option<&Type> {
        self.variables.get(name)
    }

    pub(crate) fn library(&self) -> &Library {
        &self.library
    }

    pub(super) fn message(&self, name: &str) -> Option<Type> {
        (self.messages?)(name)
    }

    pub(super) fn lookup(&self, name: &str) -> Option<(Meaning, Type)> {
        if let Some((name, ty)) = self.variables.get_key_value(name) {
            return Some((Meaning::Variable(name.clone()), ty.clone()));
        }
        let named = match name {
            "google.protobuf.Duration" => Type::Duration,
            "google.protobuf.Timestamp" => Type::Timestamp,
            "null_type" => Type::Null,
            "list" => Type::list(Type::Dyn),
            "map" => Type::map(Type::Dyn, Type::Dyn),
            "optional_type" => Type::optional(Type::Dyn),
            "net.CIDR" => Type::opaque(name),
            _ if TYPES.contains(&name) => Type::read(name),
            _ => self.message(name)?,
        };
        Some((Meaning::Type(named.clone()), Type::Type(Some(Arc::new(named)))))
    }
}
