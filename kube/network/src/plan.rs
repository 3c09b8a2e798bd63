//! Which routes this node should have, from what the cluster's nodes say of themselves. Pure.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use kube_api::types::core::Node;

/// Pods of another node, and the address to reach that node by.
pub(crate) type Routes = BTreeMap<Ipv4Net, Ipv4Addr>;

/// What changes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) add: Routes,
    pub(crate) remove: BTreeSet<Ipv4Net>,
}

/// This node's own part of the pods' addresses, once the controller manager has given it one.
pub(crate) fn own(nodes: &[&Node], name: &str) -> Option<Ipv4Net> {
    nodes.iter().find(|node| node.metadata.name == name).and_then(|node| pods(node))
}

/// A node whose part or address is not known yet, or not IPv4, has no route; neither has one whose part is taken.
pub(crate) fn wanted(nodes: &[&Node], name: &str) -> Routes {
    let mut routes = Routes::new();
    for node in nodes.iter().filter(|node| node.metadata.name != name) {
        if let (Some(pods), Some(address)) = (pods(node), address(node)) {
            routes.entry(pods).or_insert(address);
        }
    }
    routes
}

pub(crate) fn plan(wanted: &Routes, present: &Routes) -> Plan {
    Plan {
        add: wanted.iter().filter(|(net, via)| present.get(*net) != Some(via)).map(|(net, via)| (*net, *via)).collect(),
        remove: present.keys().filter(|net| !wanted.contains_key(*net)).copied().collect(),
    }
}

fn pods(node: &Node) -> Option<Ipv4Net> {
    node.spec.pod_cidrs.iter().chain(std::iter::once(&node.spec.pod_cidr)).find_map(|range| range.parse().ok())
}

fn address(node: &Node) -> Option<Ipv4Addr> {
    let internal = node.status.addresses.iter().filter(|address| address.r#type == "InternalIP");
    internal.filter_map(|address| address.address.parse().ok()).next()
}

#[cfg(test)]
mod tests {
    use kube_api::types::core::NodeAddress;

    use super::*;

    fn node(name: &str, range: &str, address: &str) -> Node {
        let mut node = Node::default();
        node.metadata.name = name.into();
        node.spec.pod_cidr = range.into();
        node.status.addresses = vec![NodeAddress { r#type: "InternalIP".into(), address: address.into() }];
        node
    }

    #[test]
    fn every_other_node_with_a_part_and_an_address_is_routed() {
        let nodes = [
            node("a", "10.244.0.0/24", "10.0.0.1"),
            node("b", "10.244.1.0/24", "10.0.0.2"),
            node("without-a-part", "", "10.0.0.3"),
            node("six", "fd00::/64", "fd01::1"),
        ];
        let nodes: Vec<&Node> = nodes.iter().collect();
        let expected = Routes::from([("10.244.1.0/24".parse().unwrap(), Ipv4Addr::new(10, 0, 0, 2))]);
        assert_eq!(wanted(&nodes, "a"), expected);
        assert_eq!(own(&nodes, "a"), Some("10.244.0.0/24".parse().unwrap()));
        assert_eq!(own(&nodes, "without-a-part"), None);
    }

    #[test]
    fn only_differences_are_changed() {
        let net = |n: u8| Ipv4Net::new(Ipv4Addr::new(10, 244, n, 0), 24).unwrap();
        let via = |n: u8| Ipv4Addr::new(10, 0, 0, n);
        let present = Routes::from([(net(1), via(1)), (net(2), via(2)), (net(3), via(3))]);
        let wanted = Routes::from([(net(1), via(1)), (net(2), via(9)), (net(4), via(4))]);
        let plan = plan(&wanted, &present);
        assert_eq!(plan.add, Routes::from([(net(2), via(9)), (net(4), via(4))]));
        assert_eq!(plan.remove, BTreeSet::from([net(3)]));
    }
}
