//! The Kubernetes API server: one schema-driven path for built-in kinds and custom resources over any store with etcd's
//! semantics.
//!
//! [`run`] serves until it is told to stop; several may run in one process, nothing here is global. Read in this order:
//! `http` (the way of a request), `authn` and `authz` (who, and may he), `catalog` (what is served), `registry` (the one
//! path of every verb), `cache` (one watch feeding everything read), `render` (how objects go out), `admission`,
//! `subresource`, `discovery`, `crd`, `owned` (what the server itself makes).
//!
//! Not done yet, said here plainly:
//! - Conversion webhooks: definitions that need one are refused (`admission::unsupported`). What expressions lack is said
//!   in `admission::policies` and by `kube-cel`.
//! - API servers behind a Service: such an APIService is refused, and nothing is handed on (`discovery::proxy`).
//! - Fairness within a priority level and lending between levels (`http::flow`); the limits themselves hold.
//! - An audit log; watches over WebSocket; CBOR; rewriting of links in proxied HTML.
//! - Texts of lists, of parameters and of operations in OpenAPI documents: the file of descriptions has kinds and their
//!   fields only.

mod admission;
mod authn;
mod authz;
mod cache;
mod catalog;
pub mod config;
mod crd;
mod discovery;
mod http;
mod metrics;
mod owned;
mod registry;
mod render;
mod run;
mod server;
mod status;
mod subresource;
mod views;
mod wire;

pub use config::Config;
pub use run::{StartError, Started, run, start};
