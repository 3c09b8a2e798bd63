//! Which pod has to go when memory or disk run short. Pure.
//!
//! As upstream: pkg/kubelet/eviction/helpers.go: those beyond their requests first, then the least important, then the
//! largest. Static and critical pods stay.

use std::sync::Arc;

use kube_api::types::core::Pod;

use crate::config::Eviction;
use crate::container::{qos, resources};
use crate::node::measure::{Disk, Memory};
use crate::pod::view;

/// What is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortage {
    Memory,
    Disk,
    Inodes,
}

/// A pod and what it uses of what is short, in bytes.
#[derive(Clone, Debug)]
pub(crate) struct Usage {
    pub(crate) pod: Arc<Pod>,
    pub(crate) memory: u64,
    pub(crate) disk: u64,
}

/// One eviction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Evict {
    pub(crate) uid: String,
    pub(crate) message: String,
}

pub(crate) fn shortage(memory: Memory, disk: Disk, rules: &Eviction) -> Option<Shortage> {
    let below = |free: u64, all: u64, percent: u8| all > 0 && free * 100 / all < u64::from(percent);
    if memory.total > 0 && memory.available < rules.memory_available {
        Some(Shortage::Memory)
    } else if below(disk.available, disk.capacity, rules.disk_available_percent) {
        Some(Shortage::Disk)
    } else if below(disk.inodes_free, disk.inodes, rules.inodes_free_percent) {
        Some(Shortage::Inodes)
    } else {
        None
    }
}

/// The one pod that goes next. One at a time: the next look shows whether it was enough.
pub(crate) fn choose(shortage: Shortage, pods: &[Usage], threshold: &str, available: u64) -> Option<Evict> {
    let amount = |usage: &Usage| if shortage == Shortage::Memory { usage.memory } else { usage.disk };
    let request = |usage: &Usage| -> u64 {
        if shortage != Shortage::Memory {
            return 0;
        }
        let (request, _) =
            resources::total(&usage.pod.spec, "memory", |own, limit| resources::value(own, "memory", limit));
        u64::try_from(request).unwrap_or(0)
    };
    let may_go = |usage: &&Usage| {
        !view::is_static(&usage.pod)
            && !qos::is_critical(&usage.pod.spec)
            && !view::is_terminal(&usage.pod.status.phase)
    };
    let rank = |usage: &&Usage| {
        let exceeds = amount(usage) > request(usage);
        (exceeds, std::cmp::Reverse(usage.pod.spec.priority.unwrap_or(0)), amount(usage).saturating_sub(request(usage)))
    };
    let chosen = pods.iter().filter(may_go).max_by_key(rank)?;
    let name = match shortage {
        Shortage::Memory => "memory",
        Shortage::Disk => "ephemeral-storage",
        Shortage::Inodes => "inodes",
    };
    let message = format!(
        "The node was low on resource: {name}. Threshold quantity: {threshold}, available: {}Ki. ",
        available / 1024
    );
    Some(Evict { uid: chosen.pod.metadata.uid.clone(), message })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kube_api::types::core::{Container, ResourceRequirements};

    fn pod(uid: &str, priority: i32, request: &str) -> Arc<Pod> {
        let mut pod = Pod::default();
        pod.metadata.uid = uid.into();
        pod.spec.priority = Some(priority);
        let requests = [("memory".to_owned(), request.into())].into();
        pod.spec.containers = vec![Container {
            resources: ResourceRequirements { requests, ..Default::default() },
            ..Container::default()
        }];
        Arc::new(pod)
    }

    #[test]
    fn who_exceeds_its_request_goes_before_who_matters_less() {
        let usage = |pod, memory| Usage { pod, memory, disk: 0 };
        let pods = [
            usage(pod("modest", 0, "100Mi"), 50 << 20),
            usage(pod("greedy", 10, "10Mi"), 60 << 20),
            usage(pod("greedier", 10, "10Mi"), 90 << 20),
            usage(pod("vital", 2_000_000_000, "1Mi"), 500 << 20),
        ];
        assert_eq!(choose(Shortage::Memory, &pods, "100Mi", 1024).unwrap().uid, "greedier");
        assert_eq!(choose(Shortage::Memory, &pods[..1], "100Mi", 1024).unwrap().uid, "modest");
        assert_eq!(choose(Shortage::Memory, &pods[3..], "100Mi", 1024), None);
    }
}
