//! Between typed objects and their JSON or YAML, by the schema's one codec.

use bytes::Bytes;
use kube_api::codec::{CodecError, Strictness, json, protobuf, yaml};
use kube_api::resources;
use kube_api::schema::Type;
use kube_api::types::Object;
use kube_api::value::Value;

/// An object that a file or a value cannot become.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WireError {
    #[error("{0}")]
    Codec(#[from] CodecError),
    #[error("{0}")]
    Decode(#[from] prost::DecodeError),
    #[error("{0}")]
    Strict(String),
    #[error("expected a {wanted}, found {found:?}")]
    Kind { wanted: &'static str, found: String },
}

fn schema<T: Object>() -> &'static Type {
    resources::of_kind(T::GROUP, T::VERSION, T::KIND).expect("every typed kind of ours has a row").schema
}

pub(crate) fn tree<T: Object>(object: &T) -> Result<Value, WireError> {
    Ok(protobuf::decode_message(&object.encode_to_vec(), schema::<T>())?)
}

pub(crate) fn to_json<T: Object>(object: &T) -> Result<Vec<u8>, WireError> {
    let mut tree = tree(object)?;
    tree.set("kind", T::KIND);
    tree.set("apiVersion", T::api_version());
    Ok(json::encode(&tree, schema::<T>()))
}

/// Strict: an unknown field in a file is an error, not a pod that lacks something.
pub(crate) fn from_yaml<T: Object>(bytes: &[u8]) -> Result<T, WireError> {
    let (tree, notes) = yaml::decode(bytes, schema::<T>(), Strictness::Note)?;
    if let Some(fault) = notes.strict_error() {
        return Err(WireError::Strict(fault));
    }
    let found = tree.text(&["kind"]).unwrap_or_default();
    if found != T::KIND {
        return Err(WireError::Kind { wanted: T::KIND, found: found.to_owned() });
    }
    Ok(T::decode(protobuf::encode_message(&tree, schema::<T>()).as_slice())?)
}

/// A patch's body.
pub(crate) fn plain(value: &Value) -> Bytes {
    json::encode_plain(value).into()
}
