//! Lists: pieces of the cache with framing round them.

use std::collections::VecDeque;
use std::sync::Arc;

use bytes::{BufMut, Bytes, BytesMut};

use super::{Rendered, object, partial, table};
use crate::cache::{Stored, splice};
use crate::catalog::Served;
use crate::http::body::Body;
use crate::http::negotiate::{Answer, Encoding, Shape};
use crate::registry::Listing;
use crate::server::Server;
use crate::status::{ApiError, Result};
use crate::wire;

pub(crate) async fn list(
    server: &Server,
    served: &Served,
    listing: &Listing,
    answer: Answer,
    include: table::IncludeObject,
) -> Result<Rendered> {
    match (answer.shape, answer.encoding) {
        (Shape::Object, Encoding::Protobuf) => {
            let mut items = Vec::with_capacity(listing.objects.len());
            for object in &listing.objects {
                items.push(object::piece(server, served, object, Encoding::Protobuf).await?);
            }
            Ok(protobuf(listing, &items, &served.api_version(), &served.list_kind, answer))
        }
        (Shape::PartialMetadata { beta }, Encoding::Protobuf) => {
            let mut items = Vec::with_capacity(listing.objects.len());
            for object in &listing.objects {
                items.push(partial::message(served, object)?);
            }
            Ok(protobuf(listing, &items, partial::api_version(beta), "PartialObjectMetadataList", answer))
        }
        (Shape::Table { beta }, _) => {
            let trees = trees(served, &listing.objects).await?;
            let text = table::document(server, served, &trees, beta, include, true, &meta(listing))?;
            Ok(Rendered::new(answer, text))
        }
        (Shape::PartialMetadata { beta }, _) => {
            let mut items = Vec::with_capacity(listing.objects.len());
            for object in &listing.objects {
                let tree = object::tree(served, object).await?;
                items.push(partial::json(&tree, beta)?);
            }
            let head = json_head("PartialObjectMetadataList", partial::api_version(beta), listing);
            textual(head, items, answer)
        }
        (Shape::Object, _) => {
            let mut items = Vec::with_capacity(listing.objects.len());
            for object in &listing.objects {
                items.push(object::piece(server, served, object, Encoding::Json).await?);
            }
            textual(json_head(&served.list_kind, &served.api_version(), listing), items, answer)
        }
    }
}

async fn trees(served: &Served, objects: &[Arc<Stored>]) -> Result<Vec<kube_api::value::Value>> {
    let mut trees = Vec::with_capacity(objects.len());
    for object in objects {
        trees.push(object::tree(served, object).await?);
    }
    Ok(trees)
}

/// Members of list metadata, in upstream's order.
pub(super) fn meta(listing: &Listing) -> Vec<(&'static str, String)> {
    let mut members = vec![("resourceVersion", listing.revision.to_string())];
    if !listing.continue_token.is_empty() {
        members.push(("continue", listing.continue_token.clone()));
    }
    if let Some(remaining) = listing.remaining {
        members.push(("remainingItemCount", remaining.to_string()));
    }
    members
}

fn json_head(kind: &str, api_version: &str, listing: &Listing) -> String {
    format!(
        "{{\"kind\":\"{kind}\",\"apiVersion\":\"{api_version}\",\"metadata\":{},\"items\":[",
        json_meta(&meta(listing))
    )
}

/// List metadata as JSON.
pub(super) fn json_meta(members: &[(&'static str, String)]) -> String {
    let texts: Vec<String> = members
        .iter()
        .map(|(name, value)| match *name {
            "remainingItemCount" => format!("\"{name}\":{value}"),
            _ => format!("\"{name}\":\"{value}\""),
        })
        .collect();
    format!("{{{}}}", texts.join(","))
}

fn textual(head: String, items: Vec<Bytes>, answer: Answer) -> Result<Rendered> {
    let mut pieces = VecDeque::with_capacity(items.len() * 2 + 2);
    pieces.push_back(Bytes::from(head));
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            pieces.push_back(Bytes::from_static(b","));
        }
        pieces.push_back(item);
    }
    pieces.push_back(Bytes::from_static(b"]}\n"));
    if answer.encoding == Encoding::Json && !answer.pretty {
        return Ok(Rendered { body: Body::Pieces(pieces), content_type: answer.content_type() });
    }
    let whole: Vec<u8> = pieces.iter().flat_map(|piece| piece.iter().copied()).collect();
    let text = match answer.encoding {
        Encoding::Yaml => wire::json_to_yaml(&whole),
        _ => wire::pretty_json(&whole),
    };
    text.map(|text| Rendered::new(answer, text)).map_err(ApiError::internal)
}

/// As upstream's generated marshallers: ListMeta's empty strings are written too.
fn protobuf(listing: &Listing, items: &[Bytes], api_version: &str, kind: &str, answer: Answer) -> Rendered {
    let mut meta = BytesMut::new();
    splice::put_delimited(&mut meta, 1, b"");
    splice::put_delimited(&mut meta, 2, listing.revision.to_string().as_bytes());
    splice::put_delimited(&mut meta, 3, listing.continue_token.as_bytes());
    if let Some(remaining) = listing.remaining {
        meta.put_u8(4 << 3);
        splice::put_varint(&mut meta, remaining as u64);
    }
    let mut head = BytesMut::new();
    splice::put_delimited(&mut head, 1, &meta);
    let length: usize =
        head.len() + items.iter().map(|item| 1 + splice::varint_len(item.len() as u64) + item.len()).sum::<usize>();
    let mut pieces = VecDeque::with_capacity(items.len() * 2 + 3);
    pieces.push_back(splice::envelope_head(api_version, kind, length));
    pieces.push_back(head.freeze());
    for item in items {
        let mut tag = BytesMut::with_capacity(8);
        tag.put_u8(2 << 3 | 2);
        splice::put_varint(&mut tag, item.len() as u64);
        pieces.push_back(tag.freeze());
        pieces.push_back(item.clone());
    }
    pieces.push_back(Bytes::from_static(splice::ENVELOPE_TAIL));
    Rendered { body: Body::Pieces(pieces), content_type: answer.content_type() }
}

/// A list of trees in the stored version: what a deletion of a collection answers.
pub(crate) async fn trees_list(
    server: &Server,
    served: &Served,
    mut objects: Vec<kube_api::value::Value>,
    revision: i64,
    answer: Answer,
) -> Result<Rendered> {
    served.give_out(&mut objects).await?;
    let listing = Listing { objects: Vec::new(), revision, continue_token: String::new(), remaining: None };
    match (answer.shape, answer.encoding) {
        (Shape::Table { beta }, _) => {
            let include = table::IncludeObject::Metadata;
            let text = table::document(server, served, &objects, beta, include, true, &meta(&listing))?;
            Ok(Rendered::new(answer, text))
        }
        (_, Encoding::Protobuf) => {
            let mut items = Vec::with_capacity(objects.len());
            for mut object in objects {
                items.push(object::message_of(&mut object, &served.schema)?);
            }
            let answer = Answer { shape: Shape::Object, ..answer };
            Ok(protobuf(&listing, &items, &served.api_version(), &served.list_kind, answer))
        }
        _ => {
            let mut items = Vec::with_capacity(objects.len());
            for object in &objects {
                items.push(wire::json(object, &served.schema, false).map(Bytes::from).map_err(ApiError::internal)?);
            }
            let answer = Answer { shape: Shape::Object, ..answer };
            textual(json_head(&served.list_kind, &served.api_version(), &listing), items, answer)
        }
    }
}
