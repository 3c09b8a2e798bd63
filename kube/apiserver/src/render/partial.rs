//! PartialObjectMetadata: an object's metadata alone, for clients that follow everything.

use bytes::{Bytes, BytesMut};
use kube_api::schema::{Type, builtin};
use kube_api::value::Value;

use super::{Rendered, object};
use crate::cache::{Stored, splice};
use crate::catalog::Served;
use crate::http::negotiate::{Answer, Encoding};
use crate::status::{ApiError, Result};
use crate::wire;

pub(super) fn api_version(beta: bool) -> &'static str {
    if beta { "meta.k8s.io/v1beta1" } else { "meta.k8s.io/v1" }
}

pub(super) fn schema() -> Result<&'static Type> {
    builtin::kind("meta.k8s.io", "v1", "PartialObjectMetadata")
        .ok_or_else(|| ApiError::internal("no type for PartialObjectMetadata"))
}

/// The protobuf message: of built-in kinds the metadata field as it is stored.
pub(super) fn message(served: &Served, object: &Stored) -> Result<Bytes> {
    let Some(store) = &served.store else { return Err(ApiError::no_such_path()) };
    if store.is_protobuf() {
        for field in splice::fields(&object.body) {
            let field = field.map_err(ApiError::internal)?;
            if field.number == 1 {
                return Ok(object.body.slice_ref(field.whole));
            }
        }
        return Ok(Bytes::new());
    }
    let tree = store.cache.format.decode(&object.body).map_err(ApiError::internal)?;
    object::message_of(&mut bare(&tree), schema()?)
}

/// Metadata as one JSON object with type meta.
pub(super) fn json(tree: &Value, beta: bool) -> Result<Bytes> {
    wire::json(&of(tree, beta), schema()?, false).map(Bytes::from).map_err(ApiError::internal)
}

pub(super) fn of(tree: &Value, beta: bool) -> Value {
    let mut partial = bare(tree);
    partial.set("apiVersion", api_version(beta));
    partial.set("kind", "PartialObjectMetadata");
    partial
}

fn bare(tree: &Value) -> Value {
    let mut partial = Value::Object(Default::default());
    partial.set("metadata", tree.get("metadata").cloned().unwrap_or_default());
    partial
}

pub(super) fn from_tree(tree: &Value, beta: bool, answer: Answer) -> Result<Rendered> {
    object::typed(of(tree, beta), schema()?, api_version(beta), "PartialObjectMetadata", answer)
}

/// What a watch event holds.
pub(super) fn event_object(
    served: &Served,
    object: &Stored,
    beta: bool,
    encoding: Encoding,
    tree: Option<&Value>,
) -> Result<BytesMut> {
    match encoding {
        Encoding::Protobuf => {
            Ok(object::enveloped_bytes(api_version(beta), "PartialObjectMetadata", &message(served, object)?))
        }
        _ => {
            let tree = tree.ok_or_else(|| ApiError::internal("an event without a tree"))?;
            Ok(BytesMut::from(json(tree, beta)?.as_ref()))
        }
    }
}
