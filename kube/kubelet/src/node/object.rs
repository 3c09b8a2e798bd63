//! The Node object: labels, addresses, capacity, conditions, images. Pure.
//!
//! As upstream: pkg/kubelet/kubelet_node_status.go, nodestatus/setters.go.

use std::collections::BTreeMap;
use std::net::IpAddr;

use jiff::Timestamp;
use kube_api::types::core::{
    ContainerImage, DaemonEndpoint, Node, NodeAddress, NodeCondition, NodeDaemonEndpoints, NodeStatus, NodeSystemInfo,
};
use kube_api::types::meta::{Quantity, Time};
use kube_cri::api::Image;

use crate::config::{self, Capacity};

const IMAGES_MAX: usize = 50;
const NAMES_MAX: usize = 5;
/// A condition that did not change is told again this often. As upstream's node status report frequency.
const REPORT_S: i64 = 300;

/// What the status is made from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) capacity: Capacity,
    pub(crate) allocatable: Capacity,
    pub(crate) kernel: String,
    pub(crate) boot_id: String,
    pub(crate) runtime: String,
    pub(crate) port: i32,
    pub(crate) images: Vec<Image>,
    pub(crate) memory_pressure: bool,
    pub(crate) disk_pressure: bool,
    /// Why pods cannot run here; `None` is ready.
    pub(crate) fault: Option<String>,
    pub(crate) max_pods: u32,
    /// The host gives no limits: said in an annotation, for whoever wonders.
    pub(crate) unenforced: Option<String>,
}

pub(crate) fn node(config: &config::Node, facts: &Facts, now: Timestamp) -> Node {
    let mut node = Node::default();
    node.metadata.name = config.name.clone();
    node.metadata.labels = labels(config);
    node.metadata.annotations.insert("volumes.kubernetes.io/controller-managed-attach-detach".into(), "true".into());
    if let Some(why) = &facts.unenforced {
        node.metadata.annotations.insert("ironstone.dev/limits-unenforced".into(), why.clone());
    }
    node.spec.provider_id = config.provider_id.clone();
    node.spec.taints = config.taints.clone();
    node.status = status(config, facts, &NodeStatus::default(), now);
    node
}

pub(crate) fn labels(config: &config::Node) -> BTreeMap<String, String> {
    let arch = if cfg!(target_arch = "aarch64") { "arm64" } else { "amd64" };
    let own = [
        ("kubernetes.io/hostname", config.name.as_str()),
        ("kubernetes.io/os", "linux"),
        ("kubernetes.io/arch", arch),
        ("beta.kubernetes.io/os", "linux"),
        ("beta.kubernetes.io/arch", arch),
    ];
    let given = config.labels.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    own.into_iter().chain(given).map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// `old` is what the API shows: times of change come from there.
pub(crate) fn status(config: &config::Node, facts: &Facts, old: &NodeStatus, now: Timestamp) -> NodeStatus {
    let mut addresses: Vec<_> = config.addresses.iter().map(|ip| address("InternalIP", &text(ip))).collect();
    addresses.push(address("Hostname", &config.name));
    NodeStatus {
        capacity: amounts(&facts.capacity, facts.max_pods),
        allocatable: amounts(&facts.allocatable, facts.max_pods),
        conditions: conditions(facts, &old.conditions, now),
        addresses,
        daemon_endpoints: NodeDaemonEndpoints { kubelet_endpoint: DaemonEndpoint { port: facts.port } },
        node_info: NodeSystemInfo {
            machine_id: config.machine_id.clone(),
            system_uuid: config.system_uuid.clone(),
            boot_id: facts.boot_id.clone(),
            kernel_version: facts.kernel.clone(),
            os_image: config.os_image.clone(),
            container_runtime_version: facts.runtime.clone(),
            kubelet_version: config.version.clone(),
            operating_system: "linux".into(),
            architecture: if cfg!(target_arch = "aarch64") { "arm64" } else { "amd64" }.into(),
            ..NodeSystemInfo::default()
        },
        images: images(&facts.images),
        ..NodeStatus::default()
    }
}

fn text(ip: &IpAddr) -> String {
    ip.to_string()
}

fn address(kind: &str, address: &str) -> NodeAddress {
    NodeAddress { r#type: kind.into(), address: address.into() }
}

fn amounts(capacity: &Capacity, pods: u32) -> BTreeMap<String, Quantity> {
    let cpu = if capacity.cpu_milli.is_multiple_of(1000) {
        (capacity.cpu_milli / 1000).to_string()
    } else {
        format!("{}m", capacity.cpu_milli)
    };
    let kibi = |bytes: u64| format!("{}Ki", bytes / 1024);
    let all = [
        ("cpu", cpu),
        ("memory", kibi(capacity.memory)),
        ("ephemeral-storage", kibi(capacity.storage)),
        ("pods", pods.to_string()),
    ];
    all.into_iter().map(|(name, amount)| (name.to_owned(), Quantity { string: amount })).collect()
}

fn conditions(facts: &Facts, old: &[NodeCondition], now: Timestamp) -> Vec<NodeCondition> {
    let pressure = |kind: &str, holds: bool, bad: (&str, &str), good: (&str, &str)| {
        let (reason, message) = if holds { bad } else { good };
        condition(old, now, kind, holds, reason, message)
    };
    vec![
        pressure(
            "MemoryPressure",
            facts.memory_pressure,
            ("KubeletHasInsufficientMemory", "kubelet has insufficient memory available"),
            ("KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
        ),
        pressure(
            "DiskPressure",
            facts.disk_pressure,
            ("KubeletHasDiskPressure", "kubelet has disk pressure"),
            ("KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
        ),
        condition(old, now, "PIDPressure", false, "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
        match &facts.fault {
            None => condition(old, now, "Ready", true, "KubeletReady", "kubelet is posting ready status"),
            Some(fault) => condition(old, now, "Ready", false, "KubeletNotReady", fault),
        },
    ]
}

fn condition(
    old: &[NodeCondition],
    now: Timestamp,
    kind: &str,
    holds: bool,
    reason: &str,
    message: &str,
) -> NodeCondition {
    let status = if holds { "True" } else { "False" };
    let now = Time { seconds: now.as_second(), nanos: 0 };
    let old = old.iter().find(|condition| condition.r#type == kind);
    let same = old.filter(|old| old.status == status);
    let told = same.filter(|old| {
        old.reason == reason && old.message == message && now.seconds - old.last_heartbeat_time.seconds < REPORT_S
    });
    NodeCondition {
        r#type: kind.into(),
        status: status.into(),
        reason: reason.into(),
        message: message.into(),
        last_heartbeat_time: told.map_or(now, |old| old.last_heartbeat_time),
        last_transition_time: same.map_or(now, |old| old.last_transition_time),
    }
}

fn images(images: &[Image]) -> Vec<ContainerImage> {
    let mut images: Vec<_> = images.iter().collect();
    images.sort_by(|a, b| (b.size, &a.id).cmp(&(a.size, &b.id)));
    let listed = images.into_iter().take(IMAGES_MAX).map(|image| ContainerImage {
        names: image.repo_digests.iter().chain(&image.repo_tags).take(NAMES_MAX).cloned().collect(),
        size_bytes: i64::try_from(image.size).unwrap_or(i64::MAX),
    });
    listed.collect()
}
