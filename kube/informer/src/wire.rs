//! The protobuf frames round an object: envelope, list, watch event, Status. Knows no kind.
//!
//! As upstream: apimachinery/pkg/runtime/serializer/protobuf and pkg/runtime/generated.proto.

use bytes::{Buf, Bytes, BytesMut};
use kube_api::types::meta;
use prost::Message;

use crate::Error;

pub const PROTOBUF: &str = "application/vnd.kubernetes.protobuf";
pub(crate) const JSON: &str = "application/json";

const MAGIC: &[u8] = b"k8s\0";
/// A watch event carries one object; a stored object is at most 1.5 MiB, and frames a little.
const FRAME_MAX: usize = 64 << 20;

/// `runtime.Unknown`, the envelope round every protobuf object.
#[derive(Clone, PartialEq, prost::Message)]
pub(crate) struct Unknown {
    #[prost(message, optional, tag = "1")]
    pub(crate) type_meta: Option<TypeMeta>,
    #[prost(bytes = "bytes", tag = "2")]
    pub(crate) raw: Bytes,
    #[prost(string, tag = "3")]
    pub(crate) content_encoding: String,
    #[prost(string, tag = "4")]
    pub(crate) content_type: String,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub(crate) struct TypeMeta {
    #[prost(string, tag = "1")]
    pub(crate) api_version: String,
    #[prost(string, tag = "2")]
    pub(crate) kind: String,
}

/// Any `...List`: a repeated message and repeated bytes are the same on the wire.
#[derive(Clone, PartialEq, prost::Message)]
pub(crate) struct RawList {
    #[prost(message, optional, tag = "1")]
    pub(crate) metadata: Option<ListMeta>,
    #[prost(bytes = "bytes", repeated, tag = "2")]
    pub(crate) items: Vec<Bytes>,
}

#[derive(Clone, PartialEq, Eq, prost::Message)]
pub(crate) struct ListMeta {
    #[prost(string, tag = "2")]
    pub(crate) resource_version: String,
    #[prost(string, tag = "3")]
    pub(crate) r#continue: String,
}

/// Any object, seen for its metadata only: the field stands first in every kind.
#[derive(Clone, PartialEq, prost::Message)]
pub(crate) struct AnyObject {
    #[prost(message, optional, tag = "1")]
    pub(crate) metadata: Option<meta::ObjectMeta>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct RawWatchEvent {
    #[prost(string, tag = "1")]
    r#type: String,
    #[prost(message, optional, tag = "2")]
    object: Option<RawExtension>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct RawExtension {
    #[prost(bytes = "bytes", tag = "1")]
    raw: Bytes,
}

#[derive(Clone, PartialEq, prost::Message, serde::Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Status {
    #[prost(string, tag = "3")]
    pub(crate) message: String,
    #[prost(string, tag = "4")]
    pub(crate) reason: String,
    #[prost(message, optional, tag = "5")]
    pub(crate) details: Option<StatusDetails>,
    #[prost(int32, tag = "6")]
    pub(crate) code: i32,
}

#[derive(Clone, PartialEq, prost::Message, serde::Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct StatusDetails {
    #[prost(message, repeated, tag = "4")]
    pub(crate) causes: Vec<StatusCause>,
    #[prost(int32, tag = "5")]
    pub(crate) retry_after_seconds: i32,
}

#[derive(Clone, PartialEq, Eq, prost::Message, serde::Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct StatusCause {
    #[prost(string, tag = "1")]
    pub(crate) reason: String,
    #[prost(string, tag = "2")]
    pub(crate) message: String,
    #[prost(string, tag = "3")]
    pub(crate) field: String,
}

/// One event of a watch, its object still in bytes (without envelope).
pub(crate) struct RawEvent {
    pub(crate) kind: EventKind,
    pub(crate) object: Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventKind {
    Added,
    Modified,
    Deleted,
    Bookmark,
    Error,
}

/// Opens the envelope. A body without the magic is taken as garbled, not guessed at.
pub(crate) fn open(body: Bytes) -> Result<Unknown, Error> {
    let Some(rest) = body.strip_prefix(MAGIC) else {
        return Err(garbled("envelope", "the magic bytes are missing"));
    };
    let rest = body.slice_ref(rest);
    Unknown::decode(rest).map_err(|err| garbled("envelope", err))
}

/// An object as it goes over the wire.
pub fn sealed<T: kube_api::types::Object>(object: &T) -> Bytes {
    seal(&crate::Resource::of::<T>().api_version(), T::KIND, object)
}

fn seal(api_version: &str, kind: &str, object: &impl Message) -> Bytes {
    let unknown = Unknown {
        type_meta: Some(TypeMeta { api_version: api_version.to_owned(), kind: kind.to_owned() }),
        raw: object.encode_to_vec().into(),
        content_encoding: String::new(),
        content_type: String::new(),
    };
    let mut body = BytesMut::with_capacity(MAGIC.len() + unknown.encoded_len());
    body.extend_from_slice(MAGIC);
    unknown.encode(&mut body).expect("the buffer grows");
    body.freeze()
}

pub(crate) fn decode_object<T: Message + Default>(body: Bytes, what: &str) -> Result<T, Error> {
    <T as Message>::decode(open(body)?.raw).map_err(|err| garbled(what, err))
}

/// Takes one whole watch frame from the front of `buffer`, if it is there.
pub(crate) fn next_event(buffer: &mut BytesMut) -> Result<Option<RawEvent>, Error> {
    let Some(length) = buffer.first_chunk::<4>() else { return Ok(None) };
    let length = u32::from_be_bytes(*length) as usize;
    if length > FRAME_MAX {
        return Err(garbled("watch frame", format_args!("{length} bytes are too many")));
    }
    if buffer.len() < 4 + length {
        buffer.reserve(4 + length - buffer.len());
        return Ok(None);
    }
    buffer.advance(4);
    let frame = buffer.split_to(length).freeze();
    let event = RawWatchEvent::decode(frame).map_err(|err| garbled("watch event", err))?;
    let kind = match event.r#type.as_str() {
        "ADDED" => EventKind::Added,
        "MODIFIED" => EventKind::Modified,
        "DELETED" => EventKind::Deleted,
        "BOOKMARK" => EventKind::Bookmark,
        "ERROR" => EventKind::Error,
        other => return Err(garbled("watch event", format_args!("unknown type {other:?}"))),
    };
    let object = open(event.object.unwrap_or_default().raw)?;
    Ok(Some(RawEvent { kind, object }))
}

/// The Status in an answer's body, whichever encoding the server chose for it.
pub(crate) fn status(code: u16, content_type: &str, body: Bytes) -> Status {
    let decoded = if content_type.starts_with(PROTOBUF) {
        open(body.clone()).ok().and_then(|unknown| Status::decode(unknown.raw).ok())
    } else {
        serde_json::from_slice::<Status>(&body).ok()
    };
    let mut status = decoded.unwrap_or_else(|| Status {
        message: String::from_utf8_lossy(body.get(..body.len().min(2048)).unwrap_or_default()).trim().to_owned(),
        ..Status::default()
    });
    if status.code == 0 {
        status.code = i32::from(code);
    }
    if status.message.is_empty() {
        status.message = format!("the server answered with code {code}");
    }
    status
}

pub(crate) fn garbled(what: &str, why: impl std::fmt::Display) -> Error {
    Error::Decode { what: what.to_owned(), why: why.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(kind: &str, object: Bytes) -> Vec<u8> {
        let event = RawWatchEvent { r#type: kind.into(), object: Some(RawExtension { raw: object }) }.encode_to_vec();
        let mut frame = (event.len() as u32).to_be_bytes().to_vec();
        frame.extend(event);
        frame
    }

    #[test]
    fn frames_are_taken_whole_however_they_arrive() {
        let object = seal("v1", "Pod", &AnyObject::default());
        let bytes = [frame("ADDED", object.clone()), frame("BOOKMARK", object)].concat();
        for cut in 0..bytes.len() {
            let mut buffer = BytesMut::from(&bytes[..cut]);
            let mut kinds = Vec::new();
            for rest in [&bytes[cut..], &[]] {
                while let Some(event) = next_event(&mut buffer).unwrap() {
                    kinds.push(event.kind);
                }
                buffer.extend_from_slice(rest);
            }
            while let Some(event) = next_event(&mut buffer).unwrap() {
                kinds.push(event.kind);
            }
            assert_eq!(kinds, [EventKind::Added, EventKind::Bookmark], "cut at {cut}");
        }
    }

    #[test]
    fn a_foreign_body_is_an_error() {
        assert!(open(Bytes::from_static(b"{}")).is_err());
        assert!(next_event(&mut BytesMut::from(&[0xff, 0xff, 0xff, 0xff, 0][..])).is_err());
    }

    #[test]
    fn a_status_is_read_from_json_and_from_plain_text() {
        let json = Bytes::from_static(br#"{"kind":"Status","reason":"Conflict","message":"no","code":409}"#);
        assert_eq!(status(409, JSON, json).reason, "Conflict");
        let text = status(502, "text/plain", Bytes::from_static(b"bad gateway\n"));
        assert_eq!((text.code, text.message.as_str()), (502, "bad gateway"));
    }
}
