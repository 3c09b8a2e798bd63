//! How objects go out: encodings and shapes of single objects, lists and streams, made from stored bodies without a
//! copy for each client where the stored form is what was asked for.
//!
//! - Protobuf in the stored version is the stored body itself; lists and streams are written round it.
//! - Every other form is made once and kept in one bounded cache.
//!
//! As upstream: apiserver/pkg/endpoints/handlers/response.go and apimachinery's serializers. What was asked for is
//! decided in `http::negotiate`.

mod bodies;
mod list;
mod object;
mod partial;
mod status;
mod stream;
mod table;

pub(crate) use bodies::Bodies;
pub(crate) use list::{list, trees_list as trees};
pub(crate) use object::{from_tree, json_document, stored, typed};
pub(crate) use status::{created, failure, success};
pub(crate) use stream::stream;
pub(crate) use table::IncludeObject;

use bytes::Bytes;

use crate::http::body::Body;
use crate::http::negotiate::Answer;

/// A body with its type, ready for a response.
pub(crate) struct Rendered {
    pub body: Body,
    pub content_type: String,
}

impl Rendered {
    pub(crate) fn new(answer: Answer, bytes: impl Into<Bytes>) -> Self {
        Self { body: Body::full(bytes), content_type: answer.content_type() }
    }
}
