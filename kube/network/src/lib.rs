//! The pod network of one node: a route to every other node's pods, masquerading of what leaves the cluster, and the
//! configuration that the CNI plugin is called with. Gives no address to a pod; that is `kube/cni`.
//!
//! Nodes must reach each other directly on one network: there is no overlay. IPv4 only.

mod masquerade;
mod plan;
mod routes;
mod run;

pub use run::{Config, RunError, run};
