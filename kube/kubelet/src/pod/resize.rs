//! Which running containers are to be given another size. Pure. As upstream: in-place pod resize, without restart.
//!
//! - A size that was asked for once is not asked for again: the runtime's answer is all there is to know.

use std::collections::BTreeMap;

use kube_api::types::core::Pod;
use kube_cri::api::LinuxContainerResources;

use super::observed::{Observed, State};
use super::view;
use crate::container::resources;

/// Container ids and their new sizes.
pub(crate) fn due(
    pod: &Pod,
    seen: &Observed,
    asked: &BTreeMap<String, LinuxContainerResources>,
    node_memory: u64,
) -> Vec<(String, LinuxContainerResources)> {
    let mut due = Vec::new();
    for member in view::members(&pod.spec) {
        let Some(container) = seen.newest(&member.container.name).filter(|seen| seen.state == State::Running) else {
            continue;
        };
        let wanted = resources::container(&pod.spec, &member.container, node_memory);
        let have = asked.get(&container.id).or(container.resources.as_ref());
        // A runtime that tells nothing is not asked to change anything.
        if have.is_some_and(|have| !is_same(have, &wanted)) {
            due.push((container.id.clone(), wanted));
        }
    }
    due
}

/// What a resize can change.
fn is_same(have: &LinuxContainerResources, wanted: &LinuxContainerResources) -> bool {
    let size = |it: &LinuxContainerResources| (it.cpu_quota.max(0), it.cpu_shares, it.memory_limit_in_bytes.max(0));
    // Nothing told at all: an old runtime.
    size(have) == (0, 0, 0) || size(have) == size(wanted)
}
