//! Single objects: from a stored body or from a tree to the wire.

use bytes::{Bytes, BytesMut};
use kube_api::schema::Type;
use kube_api::value::Value;
use std::collections::VecDeque;

use super::bodies::Form;
use super::{Rendered, partial, table};
use crate::cache::{Stored, StoredAs, splice};
use crate::catalog::Served;
use crate::http::body::Body;
use crate::http::negotiate::{Answer, Encoding, Shape};
use crate::server::Server;
use crate::status::{ApiError, Result};
use crate::wire;

/// The encoded object without envelope (protobuf) or without type meta (JSON of built-in kinds): what lists hold.
pub(super) async fn piece(server: &Server, served: &Served, object: &Stored, encoding: Encoding) -> Result<Bytes> {
    let Some(store) = &served.store else { return Err(ApiError::no_such_path()) };
    let format = &store.cache.format;
    let as_stored = match format.stored_as {
        StoredAs::Protobuf => encoding == Encoding::Protobuf,
        StoredAs::Json => encoding == Encoding::Json,
    };
    if as_stored && served.is_stored_version() {
        return Ok(object.body.clone());
    }
    let form = Form {
        key: object.key.clone(),
        revision: object.revision,
        form: format!("{}/{} {encoding:?}", served.group, served.version).into(),
    };
    if let Some(body) = server.bodies.get(&form) {
        return Ok(body);
    }
    let mut tree = tree(served, object).await?;
    let body = match encoding {
        Encoding::Protobuf => message_of(&mut tree, &served.schema)?,
        Encoding::Json | Encoding::Yaml => {
            if !served.is_custom() {
                tree.remove("apiVersion");
                tree.remove("kind");
            }
            wire::json(&tree, &served.schema, false).map(Bytes::from).map_err(ApiError::internal)?
        }
    };
    server.bodies.put(form, body.clone());
    Ok(body)
}

/// The tree of a stored object in the served version.
pub(super) async fn tree(served: &Served, object: &Stored) -> Result<Value> {
    let Some(store) = &served.store else { return Err(ApiError::no_such_path()) };
    let mut tree = store.cache.format.decode(&object.body).map_err(ApiError::internal)?;
    served.give_out(std::slice::from_mut(&mut tree)).await?;
    Ok(tree)
}

/// A protobuf message without its envelope.
pub(crate) fn message_of(tree: &mut Value, schema: &Type) -> Result<Bytes> {
    tree.remove("apiVersion");
    tree.remove("kind");
    wire::protobuf_message_of(tree, schema).map(Bytes::from).map_err(ApiError::internal)
}

/// `{"kind":"Pod","apiVersion":"v1",` and the piece's members, as upstream orders them.
pub(super) fn with_type_meta(served: &Served, piece: &Bytes) -> [Bytes; 2] {
    let head = format!("{{\"kind\":\"{}\",\"apiVersion\":\"{}\"", served.kind, served.api_version());
    let rest = piece.slice(1.min(piece.len())..);
    let comma = if rest.first() == Some(&b'}') { "" } else { "," };
    [Bytes::from(format!("{head}{comma}")), rest]
}

/// One object of a cache.
pub(crate) async fn stored(
    server: &Server,
    served: &Served,
    object: &Stored,
    answer: Answer,
    include: table::IncludeObject,
) -> Result<Rendered> {
    match (answer.shape, answer.encoding) {
        (Shape::Object, Encoding::Protobuf) => {
            let message = piece(server, served, object, Encoding::Protobuf).await?;
            Ok(enveloped(answer, &served.api_version(), &served.kind, message))
        }
        (Shape::Object, Encoding::Json) if !answer.pretty => {
            let piece = piece(server, served, object, Encoding::Json).await?;
            let mut pieces: VecDeque<Bytes> = VecDeque::new();
            if served.is_custom() {
                pieces.push_back(piece);
            } else {
                pieces.extend(with_type_meta(served, &piece));
            }
            pieces.push_back(Bytes::from_static(b"\n"));
            Ok(Rendered { body: Body::Pieces(pieces), content_type: answer.content_type() })
        }
        _ => {
            let tree = tree(served, object).await?;
            shaped(server, served, tree, answer, include)
        }
    }
}

/// An object in the stored version, as a write answers it.
pub(crate) async fn from_tree(server: &Server, served: &Served, mut tree: Value, answer: Answer) -> Result<Rendered> {
    served.give_out(std::slice::from_mut(&mut tree)).await?;
    shaped(server, served, tree, answer, table::IncludeObject::Metadata)
}

fn shaped(
    server: &Server,
    served: &Served,
    mut tree: Value,
    answer: Answer,
    include: table::IncludeObject,
) -> Result<Rendered> {
    match answer.shape {
        Shape::Object => {
            tree.set("apiVersion", served.api_version());
            tree.set("kind", served.kind.as_str());
            typed(tree, &served.schema, &served.api_version(), &served.kind, answer)
        }
        Shape::Table { beta } => {
            let revision = tree.text(&["metadata", "resourceVersion"]).unwrap_or_default().to_owned();
            let rows = [tree];
            let text = table::document(server, served, &rows, beta, include, true, &[("resourceVersion", revision)])?;
            Ok(Rendered::new(answer, text))
        }
        Shape::PartialMetadata { beta } => partial::from_tree(&tree, beta, answer),
    }
}

/// Any typed object in any encoding.
pub(crate) fn typed(mut tree: Value, schema: &Type, api_version: &str, kind: &str, answer: Answer) -> Result<Rendered> {
    match answer.encoding {
        Encoding::Protobuf => {
            let message = message_of(&mut tree, schema)?;
            Ok(enveloped(answer, api_version, kind, message))
        }
        Encoding::Json => {
            let mut text = wire::json(&tree, schema, answer.pretty).map_err(ApiError::internal)?;
            text.push(b'\n');
            Ok(Rendered::new(answer, text))
        }
        Encoding::Yaml => Ok(Rendered::new(answer, wire::yaml(&tree, schema).map_err(ApiError::internal)?)),
    }
}

/// A document that has no type of its own: JSON whatever was asked for.
pub(crate) fn json_document(text: impl Into<Bytes>) -> Rendered {
    Rendered { body: Body::full(text), content_type: "application/json".to_owned() }
}

pub(super) fn enveloped(answer: Answer, api_version: &str, kind: &str, message: Bytes) -> Rendered {
    let head = splice::envelope_head(api_version, kind, message.len());
    let pieces = [head, message, Bytes::from_static(splice::ENVELOPE_TAIL)].into_iter().collect();
    Rendered { body: Body::Pieces(pieces), content_type: answer.content_type() }
}

/// The same, in one buffer: what a watch event holds.
pub(super) fn enveloped_bytes(api_version: &str, kind: &str, message: &[u8]) -> BytesMut {
    let head = splice::envelope_head(api_version, kind, message.len());
    let mut out = BytesMut::with_capacity(head.len() + message.len() + 4);
    out.extend_from_slice(&head);
    out.extend_from_slice(message);
    out.extend_from_slice(splice::ENVELOPE_TAIL);
    out
}
