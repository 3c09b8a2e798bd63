//! Requests and limits as the numbers that cgroups understand. Pure.
//!
//! As upstream: pkg/kubelet/kuberuntime/kuberuntime_container_linux.go, pkg/kubelet/cm/helpers_linux.go.

use std::collections::BTreeMap;

use kube_api::types::core::{Container, PodSpec, ResourceRequirements};
use kube_cri::api::{HugepageLimit, LinuxContainerResources};

use super::qos::{self, Class};
use super::quantity;

const SHARES_MIN: i64 = 2;
const SHARES_MAX: i64 = 262_144;
const PERIOD_US: i64 = 100_000;
const QUOTA_MIN_US: i64 = 1000;

/// What a pod's cgroup is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PodCgroup {
    pub(crate) cpu_weight: i64,
    /// Microseconds in each period; `None` is no limit.
    pub(crate) cpu_quota: Option<i64>,
    pub(crate) memory_max: Option<i64>,
}

pub(crate) fn shares(milli: i64) -> i64 {
    if milli == 0 { SHARES_MIN } else { (milli * 1024 / 1000).clamp(SHARES_MIN, SHARES_MAX) }
}

pub(crate) fn quota(milli: i64) -> i64 {
    if milli == 0 { 0 } else { (milli * PERIOD_US / 1000).max(QUOTA_MIN_US) }
}

/// cgroup v2's weight for v1's shares, as runc converts them.
pub(crate) fn weight(shares: i64) -> i64 {
    1 + (shares - 2) * 9999 / 262_142
}

pub(crate) fn container(spec: &PodSpec, container: &Container, node_memory: u64) -> LinuxContainerResources {
    let resources = &container.resources;
    let cpu_limit = milli(resources, "cpu", true).unwrap_or(0);
    let cpu_request = milli(resources, "cpu", false);
    let memory_limit = value(resources, "memory", true).unwrap_or(0);
    // As upstream: a limit without a request is a request.
    let shares = shares(cpu_request.unwrap_or(if cpu_limit > 0 { cpu_limit } else { 0 }));
    let mut unified = BTreeMap::new();
    // One process of a container that is out of memory takes the others with it, as on every node with cgroup v2.
    unified.insert("memory.oom.group".to_owned(), "1".to_owned());
    LinuxContainerResources {
        cpu_period: PERIOD_US,
        cpu_quota: quota(cpu_limit),
        cpu_shares: shares,
        memory_limit_in_bytes: memory_limit,
        // No swap: as much memory and swap together as memory alone.
        memory_swap_limit_in_bytes: memory_limit,
        oom_score_adj: qos::oom_score(spec, container, node_memory),
        hugepage_limits: hugepages(resources),
        unified,
        ..LinuxContainerResources::default()
    }
}

pub(crate) fn pod(spec: &PodSpec) -> PodCgroup {
    let class = qos::class(spec);
    let (cpu_request, cpu_limit) = total(spec, "cpu", |resources, limit| milli(resources, "cpu", limit));
    let (_, memory_limit) = total(spec, "memory", |resources, limit| value(resources, "memory", limit));
    let cpu_weight = match class {
        Class::BestEffort => weight(SHARES_MIN),
        Class::Guaranteed | Class::Burstable => weight(shares(cpu_request)),
    };
    PodCgroup {
        cpu_weight,
        cpu_quota: cpu_limit.filter(|_| class != Class::BestEffort).map(quota),
        memory_max: memory_limit.filter(|_| class != Class::BestEffort),
    }
}

/// What a pod asks for in all, and its limit when every container has one.
///
/// Sidecars run beside the main containers; other init containers run alone, each beside the sidecars before it.
pub(crate) fn total(
    spec: &PodSpec,
    name: &str,
    of: impl Fn(&ResourceRequirements, bool) -> Option<i64>,
) -> (i64, Option<i64>) {
    let own = spec.resources.as_ref();
    let sum = |limit: bool| -> Option<i64> {
        let mut sidecars = 0i64;
        let mut highest = 0i64;
        for container in &spec.init_containers {
            let amount = of(&container.resources, limit).or(if limit { None } else { Some(0) })?;
            if super::super::pod::view::is_sidecar(container) {
                sidecars += amount;
                highest = highest.max(sidecars);
            } else {
                highest = highest.max(sidecars + amount);
            }
        }
        let mut mains = sidecars;
        for container in &spec.containers {
            mains += of(&container.resources, limit).or(if limit { None } else { Some(0) })?;
        }
        let overhead = spec
            .overhead
            .get(name)
            .and_then(if name == "cpu" { quantity::milli } else { quantity::value })
            .unwrap_or(0);
        Some(mains.max(highest) + overhead)
    };
    let request = own.and_then(|own| of(own, false)).or_else(|| sum(false)).unwrap_or(0);
    let limit = own.and_then(|own| of(own, true)).or_else(|| sum(true));
    (request, limit)
}

pub(crate) fn milli(resources: &ResourceRequirements, name: &str, limit: bool) -> Option<i64> {
    amount(resources, name, limit, quantity::milli)
}

pub(crate) fn value(resources: &ResourceRequirements, name: &str, limit: bool) -> Option<i64> {
    amount(resources, name, limit, quantity::value)
}

fn amount(
    resources: &ResourceRequirements,
    name: &str,
    limit: bool,
    read: fn(&kube_api::types::meta::Quantity) -> Option<i64>,
) -> Option<i64> {
    let limits = resources.limits.get(name).and_then(read);
    if limit { limits } else { resources.requests.get(name).and_then(read).or(limits) }
}

fn hugepages(resources: &ResourceRequirements) -> Vec<HugepageLimit> {
    let mut limits = Vec::new();
    for (name, amount) in &resources.limits {
        if let (Some(size), Some(limit)) = (name.strip_prefix("hugepages-"), quantity::value(amount)) {
            // The kernel writes 2MB where Kubernetes writes 2Mi.
            let page_size = size.replace("Ki", "KB").replace("Mi", "MB").replace("Gi", "GB");
            limits.push(HugepageLimit { page_size, limit: u64::try_from(limit).unwrap_or(0) });
        }
    }
    limits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cgroup_numbers_are_upstreams() {
        assert_eq!((shares(0), shares(100), shares(1000)), (2, 102, 1024));
        assert_eq!((quota(0), quota(1), quota(500)), (0, 1000, 50_000));
        assert_eq!((weight(2), weight(1024), weight(262_144)), (1, 39, 10_000));
    }
}
