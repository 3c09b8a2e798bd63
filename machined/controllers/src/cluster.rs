//! This node's part in its cluster: certificates, configuration files, static pods.

mod certificates;
mod components;
mod join;
mod kubeconfig;
mod kubelet;
mod manifest;
mod pods;
mod serving;

use std::sync::Arc;

use machined_config::Config;
use machined_resources::{ActiveConfig, HostnameStatus, NodeAddress};
use machined_runtime::Store;

pub use certificates::Certificates;
pub use components::Components;
pub use join::{Join, signed_part};
pub use kubeconfig::{Credentials, render as render_kubeconfig};
pub use kubelet::KubeletConfig;
pub use pods::StaticPods;
pub use serving::Serving;

/// Where a node's API server listens.
pub const API_PORT: u16 = 6443;

/// What this node is told to be, once it is that: under a name that is still to change nothing is asked for or written.
pub(crate) fn settled(store: &Store) -> Option<(Arc<Config>, HostnameStatus, NodeAddress)> {
    let config = store.only::<ActiveConfig>()?.0;
    let host = store.only::<HostnameStatus>()?;
    if config.machine.hostname.as_ref().is_some_and(|wanted| *wanted != host.name) {
        return None;
    }
    Some((config, host, store.only::<NodeAddress>()?))
}
