//! Frames of a watch: one event after the other, in JSON or in protobuf.
//!
//! As upstream: apimachinery/pkg/util/framer and runtime/serializer/streaming. In protobuf an event has no envelope,
//! the object inside has its own.

use super::protobuf::wire_event;

/// `{"type":"ADDED","object":{..}}` and a line break; the object is finished JSON.
pub fn json(kind: &str, object: &[u8]) -> Vec<u8> {
    let object = object.strip_suffix(b"\n").unwrap_or(object);
    let mut out = Vec::with_capacity(object.len() + 40);
    out.extend_from_slice(b"{\"type\":\"");
    out.extend_from_slice(kind.as_bytes());
    out.extend_from_slice(b"\",\"object\":");
    out.extend_from_slice(object);
    out.extend_from_slice(b"}\n");
    out
}

/// Four bytes of length and the event; the object is in its envelope.
pub fn protobuf(kind: &str, object: &[u8]) -> Vec<u8> {
    let event = wire_event(kind, object);
    let length = u32::try_from(event.len()).unwrap_or(u32::MAX);
    let mut out = Vec::with_capacity(event.len() + 4);
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(&event);
    out
}
