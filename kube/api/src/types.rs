//! Typed structs of all stable kinds, for those who consume objects (controllers, scheduler, kubelet, proxy): protobuf
//! only, generated. They mirror Go: a value is plain and always sent, a pointer is an `Option`. The apiserver does not
//! use them, it works on `Value`.

mod envelope;
pub(crate) mod wire;

#[path = "../generated/types.rs"]
#[rustfmt::skip]
mod generated;

pub use envelope::{EnvelopeError, Listed, MAGIC, Object, ObjectList, Unknown, unwrap_envelope, wrap_envelope};
pub use generated::*;
