//! kube-proxy: makes Services reachable on one node, as nftables maps and chains that are changed incrementally.
//!
//! Reading order: what a Service means here (`service`), which rules say so (`rules`), what differs from what the kernel
//! has (`change`), and the driver. Behaviour as upstream: pkg/proxy and its nftables mode.
//!
//! Not there: IPv6, topology hints and traffic distribution, health check node ports, and clearing conntrack entries of
//! UDP endpoints that went away.

mod change;
mod rules;
mod run;
mod service;

pub use run::{Config, RunError, run};
