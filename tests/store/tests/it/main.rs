//! The store from outside: the conformance suite against every implementation and the original, etcd's own tools, crashes.
// Tests start programs, spawn and look for what is installed.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::indexing_slicing)]

mod conformance;
mod crash;
mod etcdctl;
mod history;
mod tls;
