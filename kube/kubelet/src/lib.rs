//! The kubelet: runs the pods of one node through a container runtime, with or without an API server.
//!
//! What a pod needs next is decided in pure functions ([`pod`] plans, [`node`] evictions, [`image`] collection); workers
//! carry it out. Nothing is written down between two lives of the process: the runtime's labels say what is whose.
//!
//! Not done yet, said here plainly. Refused with a reason: user namespaces, raw block volumes, resource claims, projected
//! trust bundles and pod certificates, `fileKeyRef`, claims whose volume is neither `hostPath` nor `local`. Missing: PID
//! pressure (a pod's own limit of processes stands), soft eviction thresholds, huge pages in the node's capacity, resize that
//! restarts a container, resize conditions, priority-ordered node shutdown, counts on `/metrics/probes`, checkpoints,
//! credential plugins.

mod config;
mod run;

mod admit;
mod container;
mod image;
mod node;
mod pod;
mod probe;

mod cgroup;
mod events;
mod follow;
mod kit;
mod logs;
mod objects;
mod patch;
mod pods;
mod report;
mod server;
mod source;
mod volume;
mod wire;

pub use config::{Capacity, Config, Dns, Eviction, ImageCollection, Limits, Logs, Node, Paths, Server};
pub use run::{RunError, run, run_on};
