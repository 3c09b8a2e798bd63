//! The kubelet's own API on 10250: logs, exec, attach, port-forward, what runs, how much it uses.
//!
//! - Nobody is anonymous, and every path is authorised: a request is a [`identity::User`] and an [`access::Access`] first.
//! - A connection has a bounded number of neighbours and a deadline for its handshake and its headers.

pub(crate) mod access;
pub(crate) mod handle;
pub(crate) mod identity;
pub(crate) mod listen;
pub(crate) mod log;
pub(crate) mod metrics;
pub(crate) mod query;
pub(crate) mod reply;
pub(crate) mod route;
pub(crate) mod session;
pub(crate) mod stats;
pub(crate) mod tls;
