//! Whether this node takes a pod that was bound to it. Pure.
//!
//! As upstream: pkg/kubelet/lifecycle/predicate.go, pkg/kubelet/sysctl: a second look, for whoever binds without one.

use std::sync::Arc;

use kube_api::types::core::Pod;

use crate::config::Capacity;
use crate::container::{resources, sandbox};
use crate::pod::view;

/// Why a pod is refused; it fails with this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) reason: &'static str,
    pub(crate) message: String,
}

pub(crate) fn admit(pod: &Pod, others: &[Arc<Pod>], node: &Capacity, max_pods: u32) -> Result<(), Refusal> {
    if let Some(name) = sandbox::forbidden_sysctl(pod) {
        return Err(Refusal {
            reason: "SysctlForbidden",
            message: format!("forbidden sysctl: {name:?} not allowlisted"),
        });
    }
    if pod.spec.os.as_ref().is_some_and(|os| os.name != "linux") {
        let message = "Failed to admit pod as the OS field doesn't match node OS".into();
        return Err(Refusal { reason: "PodOSNotSupported", message });
    }
    if let Some(what) = unsupported(pod) {
        // Refused, not ignored: a pod that asks for isolation must not run without it.
        return Err(Refusal {
            reason: "UnexpectedAdmissionError",
            message: format!("this kubelet does not support {what}"),
        });
    }
    let active: Vec<_> = others
        .iter()
        .filter(|other| !view::is_terminal(&other.status.phase) && other.metadata.uid != pod.metadata.uid)
        .collect();
    let too_much = |name: &str, reason, requested: i64, used: i64, capacity: i64| {
        let message = format!(
            "Node didn't have enough resource: {name}, requested: {requested}, used: {used}, capacity: {capacity}"
        );
        Err(Refusal { reason, message })
    };
    let count = i64::try_from(active.len()).unwrap_or(i64::MAX);
    if max_pods > 0 && count >= i64::from(max_pods) {
        return too_much("pods", "OutOfpods", 1, count, i64::from(max_pods));
    }
    let cpu = |pod: &Pod| resources::total(&pod.spec, "cpu", |own, limit| resources::milli(own, "cpu", limit)).0;
    let memory =
        |pod: &Pod| resources::total(&pod.spec, "memory", |own, limit| resources::value(own, "memory", limit)).0;
    let limit = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
    let used: i64 = active.iter().map(|other| cpu(other)).sum();
    if cpu(pod) > 0 && used + cpu(pod) > limit(node.cpu_milli) {
        return too_much("cpu", "OutOfcpu", cpu(pod), used, limit(node.cpu_milli));
    }
    let used: i64 = active.iter().map(|other| memory(other)).sum();
    if memory(pod) > 0 && used.saturating_add(memory(pod)) > limit(node.memory) {
        return too_much("memory", "OutOfmemory", memory(pod), used, limit(node.memory));
    }
    Ok(())
}

/// What a pod asks for that this kubelet cannot give.
fn unsupported(pod: &Pod) -> Option<&'static str> {
    let devices = pod
        .spec
        .init_containers
        .iter()
        .chain(&pod.spec.containers)
        .any(|container| !container.volume_devices.is_empty());
    if pod.spec.host_users == Some(false) {
        Some("user namespaces (hostUsers: false)")
    } else if !pod.spec.resource_claims.is_empty() {
        Some("resource claims")
    } else if devices {
        Some("raw block volumes (volumeDevices)")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kube_api::types::core::{Container, ResourceRequirements};

    fn pod(uid: &str, cpu: &str) -> Arc<Pod> {
        let mut pod = Pod::default();
        pod.metadata.uid = uid.into();
        let requests = [("cpu".to_owned(), cpu.into())].into();
        pod.spec.containers = vec![Container {
            resources: ResourceRequirements { requests, ..Default::default() },
            ..Container::default()
        }];
        Arc::new(pod)
    }

    #[test]
    fn a_node_takes_what_fits_and_what_it_can_give() {
        let node = Capacity { cpu_milli: 1000, memory: 1 << 30, storage: 1 << 30 };
        let check = |pod: &Pod, others: &[Arc<Pod>], expected: Option<&str>| {
            assert_eq!(admit(pod, others, &node, 2).err().map(|refusal| refusal.reason), expected);
        };
        check(&pod("a", "600m"), &[], None);
        check(&pod("a", "600m"), &[pod("b", "600m")], Some("OutOfcpu"));
        check(&pod("a", "1m"), &[pod("b", "1m"), pod("c", "1m")], Some("OutOfpods"));
        let mut isolated = Pod::clone(&pod("a", "1m"));
        isolated.spec.host_users = Some(false);
        check(&isolated, &[], Some("UnexpectedAdmissionError"));
    }
}
