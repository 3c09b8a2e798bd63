//! Reaches machines: credentials and endpoints as a file, and connections that know whom they speak to.
//!
//! It decides how a machine proves itself: by the cluster's authority, or in maintenance mode by a fingerprint.

mod access;
mod connect;
mod error;
mod tls;

pub use access::{Access, Node};
pub use connect::{Join, Machine, Trust, connect, join, machine};
pub use error::ClientError;
