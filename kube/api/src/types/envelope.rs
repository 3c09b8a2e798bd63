//! Kinds with metadata, and the envelope in which they travel: four bytes of magic and a message that names the type.
//!
//! As upstream: apimachinery/pkg/runtime/serializer/protobuf.

use prost::Message;

use super::meta::{ListMeta, ObjectMeta};

/// What every message in Kubernetes' protobuf encoding starts with.
pub const MAGIC: [u8; 4] = *b"k8s\0";

/// A kind with `metadata`.
pub trait Object: Message + Default + Clone + PartialEq + Send + Sync + 'static {
    const GROUP: &'static str;
    const VERSION: &'static str;
    const KIND: &'static str;
    /// As in paths; for a kind that is only a subresource, that subresource's name.
    const PLURAL: &'static str;
    const NAMESPACED: bool;

    fn metadata(&self) -> &ObjectMeta;
    fn metadata_mut(&mut self) -> &mut ObjectMeta;

    /// `apps/v1`, or `v1` of the core group.
    fn api_version() -> String {
        if Self::GROUP.is_empty() { Self::VERSION.to_owned() } else { format!("{}/{}", Self::GROUP, Self::VERSION) }
    }

    /// Reads an object out of its envelope, which must name this kind.
    fn from_envelope(bytes: &[u8]) -> Result<Self, EnvelopeError> {
        let unknown = unwrap_envelope(bytes)?;
        let meta = unknown.type_meta.unwrap_or_default();
        if meta.kind != Self::KIND || meta.api_version != Self::api_version() {
            return Err(EnvelopeError::Kind { api_version: meta.api_version, kind: meta.kind, wanted: Self::KIND });
        }
        Ok(Self::decode(unknown.raw.as_slice())?)
    }

    /// The object in its envelope.
    fn to_envelope(&self) -> Vec<u8> {
        wrap_envelope(&Self::api_version(), Self::KIND, self)
    }
}

/// A kind that is listed.
pub trait Listed: Object {
    type List: ObjectList<Item = Self>;

    /// Reads a list out of its envelope.
    fn list_from_envelope(bytes: &[u8]) -> Result<Self::List, EnvelopeError> {
        let unknown = unwrap_envelope(bytes)?;
        let meta = unknown.type_meta.unwrap_or_default();
        if meta.kind.strip_suffix("List") != Some(Self::KIND) || meta.api_version != Self::api_version() {
            return Err(EnvelopeError::Kind { api_version: meta.api_version, kind: meta.kind, wanted: Self::KIND });
        }
        Ok(Self::List::decode(unknown.raw.as_slice())?)
    }
}

/// The list of a kind.
pub trait ObjectList: Message + Default {
    type Item: Object;
    fn metadata(&self) -> &ListMeta;
    fn into_items(self) -> Vec<Self::Item>;
}

#[derive(Debug, thiserror::Error)]
pub enum EnvelopeError {
    #[error("provided data does not appear to be a protobuf message, expected prefix 6b 38 73 00")]
    Magic,
    #[error("decode protobuf")]
    Decode(#[from] prost::DecodeError),
    #[error("expected kind {wanted}, got {api_version}, Kind={kind}")]
    Kind { api_version: String, kind: String, wanted: &'static str },
}

/// The message inside the envelope, before anything is known of its type.
#[derive(Clone, PartialEq, Message)]
pub struct Unknown {
    #[prost(message, optional, tag = "1")]
    pub type_meta: Option<TypeMeta>,
    #[prost(bytes = "vec", tag = "2")]
    pub raw: Vec<u8>,
    #[prost(string, required, tag = "3")]
    pub content_encoding: String,
    #[prost(string, required, tag = "4")]
    pub content_type: String,
}

#[derive(Clone, PartialEq, Message)]
pub struct TypeMeta {
    #[prost(string, required, tag = "1")]
    pub api_version: String,
    #[prost(string, required, tag = "2")]
    pub kind: String,
}

pub fn unwrap_envelope(bytes: &[u8]) -> Result<Unknown, EnvelopeError> {
    let body = bytes.strip_prefix(&MAGIC).ok_or(EnvelopeError::Magic)?;
    Ok(Unknown::decode(body)?)
}

pub fn wrap_envelope(api_version: &str, kind: &str, message: &impl Message) -> Vec<u8> {
    let unknown = Unknown {
        type_meta: Some(TypeMeta { api_version: api_version.to_owned(), kind: kind.to_owned() }),
        raw: message.encode_to_vec(),
        ..Unknown::default()
    };
    let mut out = Vec::with_capacity(MAGIC.len() + unknown.encoded_len());
    out.extend_from_slice(&MAGIC);
    unknown.encode(&mut out).expect("a vector grows");
    out
}
