//! One object as a cache keeps it: the stored body with its resource version, and what selectors ask for, parsed once.

use std::sync::Arc;

use bytes::Bytes;
use kube_api::schema::TypeRef;
use kube_api::value::{Text, Value};

use super::splice;
use crate::wire;

/// How a resource's objects are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoredAs {
    Protobuf,
    Json,
}

/// What a cache must know to read its bodies.
#[derive(Clone)]
pub(crate) struct Format {
    pub stored_as: StoredAs,
    pub schema: TypeRef,
    pub api_version: String,
    pub kind: String,
    pub selectable: Vec<Field>,
    /// What is done to every body that comes from the store: custom resources are pruned and defaulted when read, and
    /// carry the version that is stored now.
    pub normalise: Option<Normalise>,
}

pub(crate) type Normalise = Arc<dyn Fn(&mut Value) + Send + Sync>;

/// A field that field selectors may name.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub label: String,
    pub path: Vec<String>,
    /// What an absent field compares as.
    pub absent: String,
}

/// An object in a cache.
#[derive(Debug)]
pub(crate) struct Stored {
    pub key: Box<str>,
    pub namespace: Text,
    pub name: Text,
    pub revision: i64,
    /// A protobuf message without its envelope, or a JSON object; in the storage version, with the resource version.
    pub body: Bytes,
    pub labels: Box<[(Text, Text)]>,
    /// In the order of `Format::selectable`.
    pub fields: Box<[Text]>,
}

#[derive(Debug, thiserror::Error)]
#[error("undecodable object {key}: {why}")]
pub(crate) struct Undecodable {
    pub key: String,
    pub why: String,
}

impl Field {
    fn value(&self, object: &Value) -> Text {
        let mut node = Some(object);
        for name in &self.path {
            node = node.and_then(|node| node.get(name));
        }
        match node {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Int(number)) => number.to_string().into(),
            Some(Value::Bool(flag)) => flag.to_string().into(),
            _ => self.absent.as_str().into(),
        }
    }
}

impl Format {
    /// Takes in a stored value: the cached form, and the tree for whoever looks into it now.
    pub(crate) fn read(&self, key: &str, value: &[u8], revision: i64) -> Result<(Arc<Stored>, Value), Undecodable> {
        let fault = |why: String| Undecodable { key: key.to_owned(), why };
        let body = match self.stored_as {
            StoredAs::Protobuf => splice::unwrap(value).and_then(|message| splice::with_version(message, revision)),
            StoredAs::Json => splice::json_with_version(value, revision),
        }
        .map_err(|err| fault(err.to_string()))?;
        let mut tree = self.decode(&body).map_err(|err| fault(err.to_string()))?;
        let mut body = body;
        if let Some(normalise) = &self.normalise {
            normalise(&mut tree);
            body = wire::json(&tree, &self.schema, false).map(Bytes::from).map_err(|err| fault(err.to_string()))?;
        }
        Ok((Arc::new(self.parse(key, body, &tree, revision)), tree))
    }

    /// A body's tree, with type meta and resource version.
    pub(crate) fn decode(&self, body: &[u8]) -> Result<Value, wire::WireError> {
        let mut tree = match self.stored_as {
            StoredAs::Protobuf => wire::protobuf_message(body, &self.schema)?,
            StoredAs::Json => wire::json_lenient(body, &self.schema)?,
        };
        tree.set("apiVersion", self.api_version.as_str());
        tree.set("kind", self.kind.as_str());
        Ok(tree)
    }

    fn parse(&self, key: &str, body: Bytes, tree: &Value, revision: i64) -> Stored {
        let labels = tree
            .pointer(&["metadata", "labels"])
            .and_then(Value::as_object)
            .map(|object| {
                object
                    .iter()
                    .map(|(key, value)| (key.as_str().into(), value.as_str().unwrap_or_default().into()))
                    .collect()
            })
            .unwrap_or_default();
        Stored {
            key: key.into(),
            namespace: tree.text(&["metadata", "namespace"]).unwrap_or_default().into(),
            name: tree.text(&["metadata", "name"]).unwrap_or_default().into(),
            revision,
            body,
            labels,
            fields: self.selectable.iter().map(|field| field.value(tree)).collect(),
        }
    }

    /// The same object under another revision: what a deletion shows.
    pub(crate) fn at(&self, object: &Stored, revision: i64) -> Stored {
        let body = match self.stored_as {
            StoredAs::Protobuf => splice::with_version(&object.body, revision),
            StoredAs::Json => splice::json_with_version(&object.body, revision),
        };
        Stored {
            key: object.key.clone(),
            namespace: object.namespace.clone(),
            name: object.name.clone(),
            revision,
            body: body.expect("the body was taken apart when it was read"),
            labels: object.labels.clone(),
            fields: object.fields.clone(),
        }
    }
}

impl Stored {
    pub(crate) fn label(&self, key: &str) -> Option<&str> {
        self.labels.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}
