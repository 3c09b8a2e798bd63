//! HTTP: listening, TLS, negotiation, and the way of a request from the socket to its answer.
//!
//! What resources do is decided in `registry` and `subresource`; documents come from `discovery`.

pub(crate) mod body;
pub(crate) mod call;
pub(crate) mod flow;
mod health;
pub(crate) mod info;
pub(crate) mod listen;
pub(crate) mod negotiate;
pub(crate) mod outward;
mod pipeline;
pub(crate) mod query;
pub(crate) mod resource;
mod route;
pub(crate) mod tls;
