//! Whether this node takes a pod that was bound to it. Pure.
//!
//! As upstream: pkg/kubelet/eviction/eviction_manager.go Admit, pkg/kubelet/lifecycle/predicate.go, pkg/kubelet/sysctl: a second
//! look, for whoever binds without one.

use std::sync::Arc;

use kube_api::types::core::Pod;

use crate::config::Capacity;
use crate::container::{qos, resources, sandbox};
use crate::pod::view;

/// Why a pod is refused; it fails with this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) reason: &'static str,
    pub(crate) message: String,
}

/// The reason of everything that a node ends or refuses for want of memory or disk.
pub(crate) const EVICTED: &str = "Evicted";

/// What the node tells of itself in its conditions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pressure {
    pub(crate) memory: bool,
    pub(crate) disk: bool,
}

pub(crate) fn admit(
    pod: &Pod,
    others: &[Arc<Pod>],
    node: &Capacity,
    max_pods: u32,
    pressure: Pressure,
) -> Result<(), Refusal> {
    refuse_under(pressure, pod)?;
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

/// A node that is short takes what keeps it alive; short of memory alone, also who said how much he needs.
fn refuse_under(pressure: Pressure, pod: &Pod) -> Result<(), Refusal> {
    let Pressure { memory, disk } = pressure;
    if !(memory || disk) || view::is_static(pod) || qos::is_critical(&pod.spec) {
        return Ok(());
    }
    if !disk && (qos::class(&pod.spec) != qos::Class::BestEffort || tolerates_memory_pressure(pod)) {
        return Ok(());
    }
    let conditions = [memory.then_some("MemoryPressure"), disk.then_some("DiskPressure")];
    let conditions: Vec<&str> = conditions.into_iter().flatten().collect();
    Err(Refusal { reason: EVICTED, message: format!("The node had condition: [{}]. ", conditions.join(" ")) })
}

fn tolerates_memory_pressure(pod: &Pod) -> bool {
    pod.spec.tolerations.iter().any(|it| {
        let exists = it.operator == "Exists";
        (it.effect.is_empty() || it.effect == "NoSchedule")
            && (it.key == "node.kubernetes.io/memory-pressure" || (it.key.is_empty() && exists))
            && (exists || it.value.is_empty())
    })
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
    use kube_api::types::core::{Container, ResourceRequirements, Toleration};

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
            let refused = admit(pod, others, &node, 2, Pressure::default()).err();
            assert_eq!(refused.map(|refusal| refusal.reason), expected);
        };
        check(&pod("a", "600m"), &[], None);
        check(&pod("a", "600m"), &[pod("b", "600m")], Some("OutOfcpu"));
        check(&pod("a", "1m"), &[pod("b", "1m"), pod("c", "1m")], Some("OutOfpods"));
        let mut isolated = Pod::clone(&pod("a", "1m"));
        isolated.spec.host_users = Some(false);
        check(&isolated, &[], Some("UnexpectedAdmissionError"));
    }

    #[test]
    fn a_node_under_pressure_takes_what_keeps_it_alive() {
        let node = Capacity { cpu_milli: 1000, memory: 1 << 30, storage: 1 << 30 };
        let check = |pod: &Pod, (memory, disk): (bool, bool), expected: Option<&str>| {
            let refused = admit(pod, &[], &node, 2, Pressure { memory, disk }).err();
            assert_eq!(refused.as_ref().map(|refusal| refusal.message.as_str()), expected);
            assert!(refused.is_none_or(|refusal| refusal.reason == EVICTED));
        };
        let (modest, measured) = (pod("a", "0"), pod("b", "1m"));
        let (mut tolerant, mut critical) = (Pod::clone(&modest), Pod::clone(&modest));
        tolerant.spec.tolerations = vec![Toleration { operator: "Exists".into(), ..Toleration::default() }];
        critical.spec.priority = Some(2_000_000_000);
        check(&modest, (false, false), None);
        check(&modest, (true, false), Some("The node had condition: [MemoryPressure]. "));
        check(&modest, (true, true), Some("The node had condition: [MemoryPressure DiskPressure]. "));
        check(&measured, (true, false), None);
        check(&measured, (false, true), Some("The node had condition: [DiskPressure]. "));
        check(&tolerant, (true, false), None);
        check(&tolerant, (false, true), Some("The node had condition: [DiskPressure]. "));
        check(&critical, (true, true), None);
    }
}
