//! Host ports, one user each. As upstream: plugins/nodeports.

use kube_api::types::core::Pod;

use crate::cluster::{NodeState, PodInfo};
use crate::filters::{Plugin, Refusal};

/// A port of the node that a pod takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HostPort {
    pub(crate) address: String,
    pub(crate) protocol: String,
    pub(crate) port: i32,
}

const ANY: &str = "0.0.0.0";

pub(crate) fn host_ports(pod: &Pod) -> Vec<HostPort> {
    let sidecars = pod.spec.init_containers.iter().filter(|it| it.restart_policy.as_deref() == Some("Always"));
    let ports = pod.spec.containers.iter().chain(sidecars).flat_map(|container| &container.ports);
    ports
        .filter(|port| port.host_port > 0)
        .map(|port| HostPort {
            address: if port.host_ip.is_empty() { ANY.to_owned() } else { port.host_ip.clone() },
            protocol: if port.protocol.is_empty() { "TCP".to_owned() } else { port.protocol.clone() },
            port: port.host_port,
        })
        .collect()
}

/// The same port on all addresses and on one address exclude each other.
fn clash(a: &HostPort, b: &HostPort) -> bool {
    a.port == b.port && a.protocol == b.protocol && (a.address == b.address || a.address == ANY || b.address == ANY)
}

pub(crate) fn check(pod: &PodInfo, node: &NodeState) -> Result<(), Refusal> {
    let taken = || node.pods.iter().flat_map(|other| &other.ports);
    if pod.ports.iter().any(|port| taken().any(|other| clash(port, other))) {
        let reason = "node(s) didn't have free ports for the requested pod ports";
        return Err(Refusal::new(Plugin::NodePorts, reason));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_addresses_clash_with_each() {
        let port = |address: &str, port| HostPort { address: address.into(), protocol: "TCP".into(), port };
        assert!(clash(&port(ANY, 80), &port("127.0.0.1", 80)));
        assert!(!clash(&port("127.0.0.2", 80), &port("127.0.0.1", 80)));
        assert!(!clash(&port(ANY, 80), &port(ANY, 81)));
    }
}
