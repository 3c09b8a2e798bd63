//! The machine's configuration: small typed YAML documents, version `ironstone/v1`, which is frozen.
//!
//! Reading is strict and finds every fault at once, with line and field. It is pure: desk and node run the same code.
//! What follows from a configuration is others' to do.

mod documents;
mod fault;
mod names;
mod parse;
mod read;
mod render;
mod tree;

pub use documents::cluster::{Cluster, Endpoint, ExternalEtcd, NetworkPlugin};
pub use documents::kubelet::{Effect, Kubelet, Taint};
pub use documents::link::{Link, Mac, NotAMac, Route};
pub use documents::machine::{Machine, Role};
pub use documents::resolver::Resolver;
pub use documents::secrets::{Root, Secrets};
pub use documents::time::Time;
pub use fault::Fault;
pub use parse::{API_VERSION, Config, parse_secrets};
pub use render::{Template, render, render_secrets};
