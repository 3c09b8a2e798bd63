//! From bytes to trees and back, by schema: JSON, YAML and protobuf.
//!
//! A body is parsed to a tree and made to conform to its type in one place (`conform`), whatever its encoding was.
//! Encoders write fields in upstream's order with upstream's rules of what is left out, so that bytes are equal.
//!
//! As upstream: sigs.k8s.io/json, sigs.k8s.io/yaml, apimachinery/pkg/runtime/serializer.

mod base64;
mod conform;
mod error;
pub mod json;
pub mod protobuf;
pub mod watch;
pub mod yaml;

pub use conform::{conform, conform_note, expose};
pub use error::{CodecError, Note, Notes};

/// What becomes of unknown and duplicate fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Strictness {
    /// Dropped, and nobody looks.
    Ignore,
    /// Dropped, and noted; the caller makes warnings or an error of the notes.
    Note,
}
