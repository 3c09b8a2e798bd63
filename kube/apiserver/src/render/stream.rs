//! Watch events on the wire: JSON objects one behind the other, or length-prefixed protobuf.
//!
//! As upstream: apimachinery/pkg/watch and serializer framers: protobuf frames carry a bare WatchEvent, whose object has
//! the envelope. Events that wait are written together.

use bytes::{BufMut, Bytes, BytesMut};
use kube_api::value::{Object, Value};
use tokio::sync::mpsc;

use super::table::IncludeObject;
use super::{object, partial, status, table};
use crate::cache::{ChangeKind, Stored, splice};
use crate::catalog::Served;
use crate::http::body::Body;
use crate::http::negotiate::{Answer, Encoding, Shape};
use crate::registry::{Ctx, Watching};
use crate::status::{ApiError, Result};
use crate::wire;

/// Pieces that may wait for a slow client.
const PIECES: usize = 16;
/// Bytes that are written together at most.
const BATCH: usize = 32 * 1024;

const INITIAL_END: &str = "k8s.io/initial-events-end";

struct Writer {
    ctx: Ctx,
    answer: Answer,
    include: IncludeObject,
    heads: bool,
}

/// Starts the task that writes a watch; the answer's body is what it sends.
pub(crate) fn stream(ctx: Ctx, mut watching: Watching, answer: Answer, include: IncludeObject) -> Body {
    let (sender, receiver) = mpsc::channel(PIECES);
    let server = ctx.server.clone();
    let mut writer = Writer { ctx, answer, include, heads: true };
    server.tasks.clone().scoped("watch", async move {
        loop {
            let next = tokio::select! {
                // Cancel-safe: both only wait, and nothing was taken yet.
                event = watching.next() => event,
                () = sender.closed() => return,
            };
            let Some(event) = next else { return };
            let mut out = BytesMut::new();
            writer.write(&mut out, event).await;
            while out.len() < BATCH {
                let Some(event) = watching.ready() else { break };
                writer.write(&mut out, event).await;
            }
            if sender.send(out.freeze()).await.is_err() {
                return;
            }
        }
    });
    Body::Stream(receiver)
}

impl Writer {
    async fn write(&mut self, out: &mut BytesMut, event: crate::registry::Event) {
        use crate::registry::Event;
        let (word, made) = match event {
            Event::Object { kind, object } => {
                let word = match kind {
                    ChangeKind::Added => "ADDED",
                    ChangeKind::Modified => "MODIFIED",
                    ChangeKind::Deleted => "DELETED",
                };
                (word, self.object(&object).await)
            }
            Event::Bookmark { revision, initial_end } => ("BOOKMARK", self.bookmark(revision, initial_end)),
            Event::Error(error) => ("ERROR", self.error(&error)),
        };
        let (word, object) = match made {
            Ok(object) => (word, object),
            // One object that cannot be shown is told as such; the stream goes on.
            Err(error) => match self.error(&error) {
                Ok(object) => ("ERROR", object),
                Err(_) => return,
            },
        };
        frame(out, self.answer.encoding, word, &object);
    }

    async fn object(&mut self, object: &Stored) -> Result<Bytes> {
        let server = self.ctx.server.clone();
        let served: &Served = &self.ctx.served;
        match (self.answer.shape, self.answer.encoding) {
            (Shape::Object, Encoding::Protobuf) => {
                let message = object::piece(&server, served, object, Encoding::Protobuf).await?;
                Ok(object::enveloped_bytes(&served.api_version(), &served.kind, &message).freeze())
            }
            (Shape::Object, _) => {
                let piece = object::piece(&server, served, object, Encoding::Json).await?;
                if served.is_custom() {
                    return Ok(piece);
                }
                Ok(Bytes::from(object::with_type_meta(served, &piece).concat()))
            }
            (Shape::PartialMetadata { beta }, Encoding::Protobuf) => {
                partial::event_object(served, object, beta, Encoding::Protobuf, None).map(BytesMut::freeze)
            }
            (Shape::PartialMetadata { beta }, encoding) => {
                let tree = object::tree(served, object).await?;
                partial::event_object(served, object, beta, encoding, Some(&tree)).map(BytesMut::freeze)
            }
            (Shape::Table { beta }, _) => {
                let tree = object::tree(served, object).await?;
                let revision = [("resourceVersion", object.revision.to_string())];
                let heads = std::mem::replace(&mut self.heads, false);
                table::document(&server, served, &[tree], beta, self.include, heads, &revision)
            }
        }
    }

    fn bookmark(&mut self, revision: i64, initial_end: bool) -> Result<Bytes> {
        let served: &Served = &self.ctx.served;
        let mut tree = Value::Object(Object::new());
        tree.set_pointer(&["metadata", "resourceVersion"], revision.to_string());
        if initial_end {
            tree.set_pointer(&["metadata", "annotations", INITIAL_END], "true");
        }
        let (api_version, kind, schema) = match self.answer.shape {
            Shape::PartialMetadata { beta } => {
                (partial::api_version(beta).to_owned(), "PartialObjectMetadata", partial::schema()?)
            }
            Shape::Object => (served.api_version(), served.kind.as_str(), &*served.schema),
            Shape::Table { beta } => {
                tree.set("apiVersion", served.api_version());
                tree.set("kind", served.kind.as_str());
                let heads = std::mem::replace(&mut self.heads, false);
                let revision = [("resourceVersion", revision.to_string())];
                return table::document(&self.ctx.server, served, &[tree], beta, self.include, heads, &revision);
            }
        };
        if self.answer.encoding == Encoding::Protobuf {
            let message = object::message_of(&mut tree, schema)?;
            return Ok(object::enveloped_bytes(&api_version, kind, &message).freeze());
        }
        tree.set("apiVersion", api_version);
        tree.set("kind", kind);
        wire::json(&tree, schema, false).map(Bytes::from).map_err(ApiError::internal)
    }

    fn error(&self, error: &ApiError) -> Result<Bytes> {
        let mut tree = status::tree(error);
        let schema = kube_api::schema::builtin::kind("", "v1", "Status")
            .ok_or_else(|| ApiError::internal("no type for Status"))?;
        if self.answer.encoding == Encoding::Protobuf {
            let message = object::message_of(&mut tree, schema)?;
            return Ok(object::enveloped_bytes("v1", "Status", &message).freeze());
        }
        wire::json(&tree, schema, false).map(Bytes::from).map_err(ApiError::internal)
    }
}

fn frame(out: &mut BytesMut, encoding: Encoding, word: &str, object: &[u8]) {
    match encoding {
        Encoding::Protobuf => {
            let mut raw = BytesMut::with_capacity(object.len() + 6);
            splice::put_delimited(&mut raw, 1, object);
            let mut event = BytesMut::with_capacity(raw.len() + 24);
            splice::put_delimited(&mut event, 1, word.as_bytes());
            splice::put_delimited(&mut event, 2, &raw);
            out.put_u32(u32::try_from(event.len()).unwrap_or(u32::MAX));
            out.put_slice(&event);
        }
        Encoding::Json => {
            out.put_slice(b"{\"type\":\"");
            out.put_slice(word.as_bytes());
            out.put_slice(b"\",\"object\":");
            let end = object.iter().rposition(|byte| !byte.is_ascii_whitespace()).map_or(0, |at| at + 1);
            out.put_slice(object.get(..end).unwrap_or(object));
            out.put_slice(b"}\n");
        }
        Encoding::Yaml => {
            let mut json = BytesMut::new();
            frame(&mut json, Encoding::Json, word, object);
            out.put_slice(b"---\n");
            match wire::json_to_yaml(&json) {
                Ok(text) => out.put_slice(&text),
                Err(err) => tracing::debug!(%err, "an event that is no YAML"),
            }
        }
    }
}
