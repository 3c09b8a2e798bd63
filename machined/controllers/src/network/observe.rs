//! Shows what the kernel has: links, addresses, routes, and the address that the node is known by.

use std::net::IpAddr;

use async_trait::async_trait;
use machined_base::Tasks;
use machined_resources::{ActiveConfig, AddressStatus, LinkStatus, NodeAddress, Resource, RouteStatus};
use machined_runtime::{Context, Controller, Next, ReconcileError};

use super::netlink::{Changes, Netlink};

const NAME: &str = "network-observe";

pub struct Observe {
    tasks: Tasks,
    open: Option<(Netlink, Changes)>,
}

impl Observe {
    pub fn new(tasks: Tasks) -> Self {
        Self { tasks, open: None }
    }
}

#[async_trait]
impl Controller for Observe {
    fn name(&self) -> &'static str {
        NAME
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        if self.open.is_none() {
            // Changes first: what happens after the reading wakes us again.
            let changes = Netlink::changes(&self.tasks)?;
            self.open = Some((Netlink::open(&self.tasks)?, changes));
        }
        let Some((netlink, _)) = &self.open else { return Ok(Next::Whenever) };
        let links = netlink.links().await?;
        let addresses = netlink.addresses(&links).await?;
        let routes = netlink.routes(&links).await?;
        let config = context.store.only::<ActiveConfig>();
        let wanted = config.and_then(|config| config.0.kubelet.node_address);
        let known = node_addresses(wanted, &links, &addresses, &routes);
        let store = &context.store;
        store.replace(NAME, links.into_iter().map(|link| (link.name.clone(), link)).collect());
        let id = |a: &AddressStatus| format!("{}/{}/{}", a.link, a.address, a.prefix);
        store.replace(NAME, addresses.into_iter().map(|address| (id(&address), address)).collect());
        let id = |route: &RouteStatus| format!("{}/{}/{}", route.link, route.to, route.metric);
        store.replace(NAME, routes.into_iter().map(|route| (id(&route), route)).collect());
        if known.is_empty() {
            store.remove::<NodeAddress>("");
        } else {
            store.put(NAME, "", NodeAddress { addresses: known });
        }
        Ok(Next::Whenever)
    }

    async fn woken(&mut self) {
        match &mut self.open {
            Some((_, changes)) => changes.next().await,
            None => std::future::pending().await,
        }
    }
}

/// The wanted address first, else the first on the link of the best default route; then one of the other family.
fn node_addresses(
    wanted: Option<IpAddr>,
    links: &[LinkStatus],
    addresses: &[AddressStatus],
    routes: &[RouteStatus],
) -> Vec<IpAddr> {
    let default = routes.iter().filter(|route| route.to.is_empty()).min_by_key(|route| route.metric);
    let uplinks: Vec<&str> = links.iter().filter(|link| link.is_uplink()).map(|link| link.name.as_str()).collect();
    let usable = |address: &&AddressStatus| address.global && uplinks.contains(&address.link.as_str());
    let mut candidates: Vec<&AddressStatus> = addresses.iter().filter(usable).collect();
    candidates.sort_by_key(|address| {
        let on_default = default.is_some_and(|route| route.link == address.link);
        (Some(address.address) != wanted, !on_default, address.address.is_ipv6())
    });
    let Some(first) = candidates.first().map(|address| address.address) else { return Vec::new() };
    // A wanted address that is not there yet is waited for: the node must not register under another one.
    if wanted.is_some_and(|wanted| wanted != first) {
        return Vec::new();
    }
    let other = candidates.iter().map(|address| address.address).find(|address| address.is_ipv4() != first.is_ipv4());
    [Some(first), other].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(name: &str, kind: &str) -> LinkStatus {
        let (mac, kind) = (String::new(), kind.to_owned());
        LinkStatus { name: name.into(), index: 1, mac, mtu: 1500, up: true, carrier: true, kind }
    }

    fn address(link: &str, address: &str) -> AddressStatus {
        AddressStatus { link: link.into(), address: address.parse().unwrap(), prefix: 24, global: true }
    }

    fn check(wanted: Option<&str>, expected: &[&str]) {
        let links = [link("lo", ""), link("eth0", ""), link("eth1", ""), link("cni0", "bridge")];
        let addresses = [
            address("cni0", "10.244.0.1"),
            address("eth0", "192.168.1.5"),
            address("eth1", "fd00::5"),
            address("eth1", "10.0.0.5"),
        ];
        let default = RouteStatus { to: String::new(), via: None, link: "eth1".into(), metric: 1 };
        let found = node_addresses(wanted.map(|w| w.parse().unwrap()), &links, &addresses, &[default]);
        let expected: Vec<IpAddr> = expected.iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_node_is_known_by_the_address_towards_the_default_route() {
        check(None, &["10.0.0.5", "fd00::5"]);
        check(Some("192.168.1.5"), &["192.168.1.5", "fd00::5"]);
        check(Some("fd00::5"), &["fd00::5", "10.0.0.5"]);
        check(Some("1.2.3.4"), &[]);
    }
}
