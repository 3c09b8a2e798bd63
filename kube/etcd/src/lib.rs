//! A store that speaks the etcd v3 API: server, client, and the handle for the same process. Knows no Kubernetes.
//!
//! - [`run`] is the whole store; [`Handle`] is a member for use in its own process, [`Bound`] what serves it to others.
//! - [`Client`] reaches our store or a real etcd; both it and [`Handle`] are a [`kube_kv::Kv`].
//!
//! A write's way: server (or handle) -> `raft` (propose) -> `wal` (one sync for all that wait) -> `state` (`kube_mvcc`
//! over RocksDB, in memory until flushed) -> answer, watches. After a crash the log from the flushed index on is applied
//! again.
//!
//! Stored formats, each with a version: `wal/format.rs`, `raft/codec.rs`, `command.rs`, `members.rs`, `state/db.rs`,
//! `node/identity.rs`.
//!
//! Not there, and refused with the reason: more than one member, users and roles, transactions inside transactions,
//! alarms and quotas, downgrades.

mod client;
mod command;
mod config;
mod crc;
mod error;
mod members;
mod node;
mod pem;
mod raft;
mod run;
mod server;
mod state;
mod step;
mod wal;
mod wire;

pub use client::{Client, ClientConfig, Endpoint, EndpointError};
pub use config::{Config, Listen, OnStep, SocketConfig, TlsFiles};
pub use error::EtcdError;
pub use node::Handle;
pub use run::run;
pub use server::Bound;
pub use step::Step;
