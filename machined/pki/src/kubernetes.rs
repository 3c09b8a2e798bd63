//! The certificates that Kubernetes expects, with the names and groups its components are known by.
//!
//! As upstream: cmd/kubeadm/app/phases/certs (names, groups, usages). Lives are ours: leaves live a day.

use std::net::IpAddr;
use std::time::Duration;

use crate::{Request, Usage};

/// How long a service's leaf lives.
pub const LEAF_LIFE: Duration = Duration::from_secs(24 * 3600);
/// How long a root lives.
pub const ROOT_LIFE: Duration = Duration::from_secs(10 * 365 * 24 * 3600);
/// How long a person's credentials live unless asked otherwise.
pub const PERSON_LIFE: Duration = Duration::from_secs(365 * 24 * 3600);

/// Where a server is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    pub dns_names: Vec<String>,
    pub addresses: Vec<IpAddr>,
}

/// The API server's own certificate. `service` is the first address of the service network.
pub fn apiserver(reached: &Reached, service: IpAddr, dns_domain: &str) -> Request {
    let names = [
        "kubernetes".to_owned(),
        "kubernetes.default".to_owned(),
        "kubernetes.default.svc".to_owned(),
        format!("kubernetes.default.svc.{dns_domain}"),
        "localhost".to_owned(),
    ];
    Request::server("kube-apiserver", LEAF_LIFE)
        .dns_names(names)
        .dns_names(reached.dns_names.iter().cloned())
        .addresses([service, IpAddr::from([127, 0, 0, 1])])
        .addresses(reached.addresses.iter().copied())
}

/// What the API server shows a kubelet.
pub fn apiserver_to_kubelet() -> Request {
    Request::client("kube-apiserver-kubelet-client", LEAF_LIFE).organization("system:masters")
}

/// What the API server shows an external etcd.
pub fn apiserver_to_etcd() -> Request {
    Request::client("kube-apiserver-etcd-client", LEAF_LIFE)
}

/// What the API server shows an aggregated API server.
pub fn front_proxy() -> Request {
    Request::client("front-proxy-client", LEAF_LIFE)
}

/// Its controllers write with one identity, and the addons among them apply any object, roles too: upstream's role of
/// this user would let none of that pass.
pub fn controller_manager() -> Request {
    Request::client("system:kube-controller-manager", LEAF_LIFE).organization("system:masters")
}

pub fn scheduler() -> Request {
    Request::client("system:kube-scheduler", LEAF_LIFE)
}

/// A person or program that may do everything.
pub fn admin(name: &str, life: Duration) -> Request {
    Request::client(name, life).organization("system:masters")
}

/// What a kubelet shows the API server: the Node authorizer knows it by exactly these two.
pub fn kubelet_client(node: &str) -> Request {
    Request::client(format!("system:node:{node}"), LEAF_LIFE).organization("system:nodes")
}

/// What a kubelet shows the API server that connects to it.
pub fn kubelet_server(node: &str, reached: &Reached) -> Request {
    Request::server(format!("system:node:{node}"), LEAF_LIFE)
        .organization("system:nodes")
        .dns_names(with_name(node, reached))
        .addresses(reached.addresses.iter().copied())
}

pub fn etcd_server(node: &str, reached: &Reached) -> Request {
    Request::server(node, LEAF_LIFE)
        .usage(Usage::Both)
        .dns_names(with_name(node, reached))
        .dns_names(["localhost"])
        .addresses([IpAddr::from([127, 0, 0, 1])])
        .addresses(reached.addresses.iter().copied())
}

/// Peers are server and client to each other.
pub fn etcd_peer(node: &str, reached: &Reached) -> Request {
    etcd_server(node, reached)
}

/// What the machine API shows a client.
pub fn machine_api(node: &str, reached: &Reached) -> Request {
    Request::server(node, LEAF_LIFE)
        .dns_names(with_name(node, reached))
        .dns_names(["localhost"])
        .addresses([IpAddr::from([127, 0, 0, 1])])
        .addresses(reached.addresses.iter().copied())
}

fn with_name(node: &str, reached: &Reached) -> Vec<String> {
    let mut names = vec![node.to_owned()];
    names.extend(reached.dns_names.iter().filter(|name| *name != node).cloned());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kubelet_is_known_by_name_and_group() {
        let client = kubelet_client("n1");
        assert_eq!((client.common_name.as_str(), client.usage), ("system:node:n1", Usage::Client));
        assert_eq!(client.organizations, ["system:nodes"]);
        let reached = Reached { dns_names: vec!["n1".into(), "n1.lan".into()], addresses: vec![[10, 0, 0, 1].into()] };
        assert_eq!(kubelet_server("n1", &reached).dns_names, ["n1", "n1.lan"]);
        let server = apiserver(&reached, [10, 96, 0, 1].into(), "cluster.local");
        assert!(server.dns_names.contains(&"kubernetes.default.svc.cluster.local".to_owned()));
        assert_eq!(server.addresses.len(), 3);
    }
}
