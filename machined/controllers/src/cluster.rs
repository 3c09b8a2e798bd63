//! This node's part in its cluster: certificates, configuration files, static pods.

mod certificates;
mod components;
mod join;
mod kubeconfig;
mod kubelet;
mod manifest;
mod pods;
mod serving;

pub use certificates::Certificates;
pub use components::Components;
pub use join::{Join, signed_part};
pub use kubeconfig::{Credentials, render as render_kubeconfig};
pub use kubelet::KubeletConfig;
pub use pods::StaticPods;
pub use serving::Serving;

/// Where a node's API server listens.
pub const API_PORT: u16 = 6443;
