//! How well a pod is protected when memory is short: its class, and the score of each of its containers.
//!
//! As upstream: pkg/apis/core/v1/helper/qos, pkg/kubelet/qos/policy.go.

use kube_api::types::core::{Container, PodSpec, ResourceRequirements};

use super::quantity;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Guaranteed,
    Burstable,
    BestEffort,
}

impl Class {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Class::Guaranteed => "Guaranteed",
            Class::Burstable => "Burstable",
            Class::BestEffort => "BestEffort",
        }
    }
}

const COUNTED: [&str; 2] = ["cpu", "memory"];

pub(crate) fn class(spec: &PodSpec) -> Class {
    if let Some(resources) = spec.resources.as_ref().filter(|resources| !is_empty(resources)) {
        return of_all([resources].into_iter());
    }
    of_all(spec.init_containers.iter().chain(&spec.containers).map(|container| &container.resources))
}

fn of_all<'a>(all: impl Iterator<Item = &'a ResourceRequirements> + Clone) -> Class {
    if all.clone().all(is_empty) {
        return Class::BestEffort;
    }
    let guaranteed = all.clone().all(|resources| {
        COUNTED.iter().all(|name| {
            let limit = resources.limits.get(*name).and_then(quantity::milli);
            let request = resources.requests.get(*name).and_then(quantity::milli).or(limit);
            limit.is_some_and(|limit| limit > 0) && limit == request
        })
    });
    if guaranteed { Class::Guaranteed } else { Class::Burstable }
}

fn is_empty(resources: &ResourceRequirements) -> bool {
    let counts = |name: &&str| {
        resources
            .limits
            .get(*name)
            .or(resources.requests.get(*name))
            .and_then(quantity::milli)
            .is_some_and(|milli| milli > 0)
    };
    !COUNTED.iter().any(counts)
}

/// The kernel's score: who is killed first.
pub(crate) fn oom_score(spec: &PodSpec, container: &Container, node_memory: u64) -> i64 {
    if is_critical(spec) {
        return -997;
    }
    match class(spec) {
        Class::Guaranteed => -997,
        Class::BestEffort => 1000,
        Class::Burstable => {
            let request = container.resources.requests.get("memory").or(container.resources.limits.get("memory"));
            let request = request.and_then(quantity::value).unwrap_or(0).max(0);
            let capacity = i64::try_from(node_memory).unwrap_or(i64::MAX).max(1);
            let score = 1000 - i64::try_from(i128::from(request) * 1000 / i128::from(capacity)).unwrap_or(1000);
            // Between the guaranteed and the best-effort ones, whatever it asks for.
            score.clamp(3, 999)
        }
    }
}

pub(crate) fn is_critical(spec: &PodSpec) -> bool {
    spec.priority.is_some_and(|priority| priority >= 2_000_000_000)
        || spec.priority_class_name == "system-node-critical"
}
