//! The sandbox of a pod as CRI wants it. Pure.

use std::collections::BTreeMap;

use kube_api::types::core::Pod;
use kube_cri::api::{self, LinuxPodSandboxConfig, PodSandboxConfig, PodSandboxMetadata, PortMapping};

use super::names::{self, Resolver};
use super::{labels, security};
use crate::pod::view;

/// What a sandbox needs beyond its pod.
pub(crate) struct Site<'a> {
    pub(crate) resolver: &'a Resolver,
    pub(crate) log_directory: &'a str,
    pub(crate) cgroup_parent: &'a str,
    pub(crate) seccomp_root: &'a str,
}

pub(crate) fn config(pod: &Pod, attempt: u32, site: &Site<'_>) -> PodSandboxConfig {
    let mut annotations = pod.metadata.annotations.clone();
    annotations.entry(view::CONFIG_SOURCE.into()).or_insert_with(|| "api".into());
    PodSandboxConfig {
        metadata: Some(PodSandboxMetadata {
            name: pod.metadata.name.clone(),
            uid: pod.metadata.uid.clone(),
            namespace: pod.metadata.namespace.clone(),
            attempt,
        }),
        // As upstream: a pod on the node's network keeps the node's name.
        hostname: if pod.spec.host_network {
            String::new()
        } else {
            names::sandbox_hostname(pod, &site.resolver.cluster_domain)
        },
        log_directory: site.log_directory.to_owned(),
        dns_config: Some(names::dns(pod, site.resolver)),
        port_mappings: if pod.spec.host_network { Vec::new() } else { port_mappings(pod) },
        labels: labels::pod_labels(pod),
        annotations,
        linux: Some(LinuxPodSandboxConfig {
            cgroup_parent: site.cgroup_parent.to_owned(),
            security_context: Some(security::sandbox(&pod.spec, site.seccomp_root)),
            sysctls: sysctls(pod),
            ..LinuxPodSandboxConfig::default()
        }),
        windows: None,
    }
}

fn port_mappings(pod: &Pod) -> Vec<PortMapping> {
    let all =
        pod.spec.init_containers.iter().filter(|container| view::is_sidecar(container)).chain(&pod.spec.containers);
    let ports = all.flat_map(|container| &container.ports).filter(|port| port.host_port > 0);
    ports
        .map(|port| PortMapping {
            protocol: match port.protocol.as_str() {
                "UDP" => api::Protocol::Udp,
                "SCTP" => api::Protocol::Sctp,
                _ => api::Protocol::Tcp,
            } as i32,
            container_port: port.container_port,
            host_port: port.host_port,
            host_ip: port.host_ip.clone(),
        })
        .collect()
}

fn sysctls(pod: &Pod) -> BTreeMap<String, String> {
    let context = pod.spec.security_context.iter();
    context.flat_map(|context| &context.sysctls).map(|sysctl| (sysctl.name.clone(), sysctl.value.clone())).collect()
}

/// Sysctls that a pod may set without anybody's leave. As upstream: pkg/kubelet/sysctl/safe_sysctls.go.
const SAFE: [&str; 12] = [
    "kernel.shm_rmid_forced",
    "net.ipv4.ip_local_port_range",
    "net.ipv4.tcp_syncookies",
    "net.ipv4.ping_group_range",
    "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.ip_local_reserved_ports",
    "net.ipv4.tcp_keepalive_time",
    "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
    "net.ipv4.tcp_rmem",
    "net.ipv4.tcp_wmem",
];

/// The first sysctl this node does not allow.
pub(crate) fn forbidden_sysctl(pod: &Pod) -> Option<String> {
    let context = pod.spec.security_context.iter();
    context
        .flat_map(|context| &context.sysctls)
        .map(|sysctl| sysctl.name.replace('/', "."))
        .find(|name| !SAFE.contains(&name.as_str()))
}
