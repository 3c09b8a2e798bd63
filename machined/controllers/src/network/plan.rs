//! What the links should have, from configuration and leases. Pure: the driver carries the plan out.

use std::net::IpAddr;

use ipnet::IpNet;
use machined_config::{Config, Link};
use machined_resources::{AddressStatus, DhcpLease, LinkStatus, RouteStatus};

const DHCP_METRIC: u32 = 1024;
const STATIC_METRIC: u32 = 512;

/// What is, as far as a plan looks at it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) links: Vec<LinkStatus>,
    pub(crate) addresses: Vec<AddressStatus>,
    pub(crate) routes: Vec<RouteStatus>,
    /// By link.
    pub(crate) leases: Vec<(String, DhcpLease)>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Up { index: u32, mtu: Option<u32> },
    AddAddress { index: u32, net: IpNet },
    RemoveAddress { index: u32, net: IpNet },
    AddRoute { index: u32, to: IpNet, via: Option<IpAddr>, metric: u32 },
}

/// The links that get their addresses by DHCP.
pub(crate) fn dhcp_links(config: Option<&Config>, links: &[LinkStatus]) -> Vec<LinkStatus> {
    let asks = |link: &&LinkStatus| {
        let document = document(config, link);
        link.is_uplink() && document.map_or(link.kind.is_empty(), |document| document.dhcp)
    };
    links.iter().filter(asks).cloned().collect()
}

/// The document that is about this link.
pub(crate) fn document<'a>(config: Option<&'a Config>, link: &LinkStatus) -> Option<&'a Link> {
    config?.links.iter().find(|document| match document.mac {
        Some(mac) => mac.to_string() == link.mac,
        None => document.name == link.name,
    })
}

/// What has to change now. `owned` are addresses that we had added: only those are taken away.
pub(crate) fn plan(config: Option<&Config>, seen: &Seen, owned: &[(u32, IpNet)]) -> Vec<Step> {
    let mut steps = Vec::new();
    for link in &seen.links {
        let document = document(config, link);
        let managed = link.name == "lo" || link.is_uplink();
        if !managed {
            continue;
        }
        let lease = seen.leases.iter().find(|(name, _)| *name == link.name).map(|(_, lease)| lease);
        let mtu = document.and_then(|document| document.mtu).or_else(|| lease.and_then(|lease| lease.mtu));
        if !link.up || mtu.is_some_and(|mtu| mtu != link.mtu) {
            steps.push(Step::Up { index: link.index, mtu });
        }
        let wanted = addresses(document, lease);
        for net in &wanted {
            let there = seen
                .addresses
                .iter()
                .any(|have| have.link == link.name && have.address == net.addr() && have.prefix == net.prefix_len());
            if !there {
                steps.push(Step::AddAddress { index: link.index, net: *net });
            }
        }
        let gone = owned.iter().filter(|(index, net)| *index == link.index && !wanted.contains(net));
        steps.extend(gone.map(|(index, net)| Step::RemoveAddress { index: *index, net: *net }));
        steps.extend(routes(link, document, lease, &seen.routes));
    }
    steps
}

fn addresses(document: Option<&Link>, lease: Option<&DhcpLease>) -> Vec<IpNet> {
    let fixed = document.map(|document| document.addresses.clone()).unwrap_or_default();
    let leased = lease.and_then(|lease| IpNet::new(lease.address, lease.prefix).ok());
    fixed.into_iter().chain(leased).collect()
}

fn routes(link: &LinkStatus, document: Option<&Link>, lease: Option<&DhcpLease>, have: &[RouteStatus]) -> Vec<Step> {
    let fixed = document.iter().flat_map(|document| &document.routes);
    let fixed = fixed.map(|route| (route.to, route.via, route.metric.unwrap_or(STATIC_METRIC)));
    let leased = lease.and_then(|lease| lease.routers.first()).map(|router| {
        let everywhere = IpNet::new(IpAddr::from([0, 0, 0, 0]), 0).expect("a prefix of no bits");
        (everywhere, Some(*router), DHCP_METRIC)
    });
    let missing = |(to, via, metric): &(IpNet, Option<IpAddr>, u32)| {
        let text = if to.prefix_len() == 0 { String::new() } else { to.trunc().to_string() };
        !have.iter().any(|r| r.link == link.name && r.to == text && r.via == *via && r.metric == *metric)
    };
    let step = |(to, via, metric)| Step::AddRoute { index: link.index, to, via, metric };
    fixed.chain(leased).filter(missing).map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(name: &str, index: u32, up: bool) -> LinkStatus {
        let mac = format!("52:54:00:00:00:{index:02x}");
        LinkStatus { name: name.into(), index, mac, mtu: 1500, up, carrier: true, kind: String::new() }
    }

    fn lease() -> DhcpLease {
        DhcpLease {
            address: [10, 0, 2, 15].into(),
            prefix: 24,
            routers: vec![[10, 0, 2, 2].into()],
            name_servers: Vec::new(),
            time_servers: Vec::new(),
            domain: None,
            hostname: None,
            mtu: None,
            server: [10, 0, 2, 2].into(),
            ends: "2026-01-01T00:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_lease_becomes_an_address_and_a_default_route_once() {
        let mut seen = Seen { links: vec![link("lo", 1, false), link("eth0", 2, true)], ..Seen::default() };
        assert_eq!(plan(None, &seen, &[]), [Step::Up { index: 1, mtu: None }]);
        seen.links[0].up = true;
        seen.leases.push(("eth0".into(), lease()));
        let net: IpNet = "10.0.2.15/24".parse().unwrap();
        let everywhere = "0.0.0.0/0".parse().unwrap();
        let via = Some([10, 0, 2, 2].into());
        assert_eq!(
            plan(None, &seen, &[]),
            [Step::AddAddress { index: 2, net }, Step::AddRoute { index: 2, to: everywhere, via, metric: DHCP_METRIC },]
        );
        seen.addresses.push(AddressStatus { link: "eth0".into(), address: net.addr(), prefix: 24, global: true });
        seen.routes.push(RouteStatus { to: String::new(), via, link: "eth0".into(), metric: DHCP_METRIC });
        assert_eq!(plan(None, &seen, &[(2, net)]), []);
        seen.leases.clear();
        assert_eq!(plan(None, &seen, &[(2, net)]), [Step::RemoveAddress { index: 2, net }]);
        // An address that somebody else added stays.
        assert_eq!(plan(None, &seen, &[]), []);
    }

    #[test]
    fn links_without_a_document_ask_by_dhcp_and_those_of_containers_never() {
        let veth = LinkStatus { kind: "veth".into(), ..link("pod123", 3, true) };
        let links = [link("lo", 1, true), link("eth0", 2, true), veth];
        let names: Vec<String> = dhcp_links(None, &links).into_iter().map(|link| link.name).collect();
        assert_eq!(names, ["eth0"]);
    }
}
