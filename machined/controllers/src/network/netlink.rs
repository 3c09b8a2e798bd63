//! The kernel's network, by rtnetlink: read whole, changed piece by piece.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use futures::{StreamExt, TryStreamExt};
use ipnet::IpNet;
use machined_base::Tasks;
use machined_resources::{AddressStatus, LinkStatus, RouteStatus};
use rtnetlink::packet_route::AddressFamily;
use rtnetlink::packet_route::address::{AddressAttribute, AddressScope};
use rtnetlink::packet_route::link::{InfoKind, LinkAttribute, LinkFlags, LinkInfo};
use rtnetlink::packet_route::route::{RouteAddress, RouteAttribute, RouteHeader, RouteMessage, RouteProtocol};
use rtnetlink::{Handle, LinkUnspec, MulticastGroup, RouteMessageBuilder};

/// A connection for requests, in the network namespace of the thread that opened it.
#[derive(Clone, Debug)]
pub struct Netlink {
    handle: Handle,
}

/// Tells that something changed. It carries no data: whoever is woken reads everything.
pub(crate) struct Changes {
    messages: Box<dyn futures::Stream<Item = ()> + Send + Unpin>,
}

#[derive(Debug, thiserror::Error)]
pub enum NetlinkError {
    #[error("open netlink")]
    Open(#[source] io::Error),
    #[error("{what}")]
    Request {
        what: String,
        #[source]
        err: rtnetlink::Error,
    },
}

impl Netlink {
    pub fn open(tasks: &Tasks) -> Result<Self, NetlinkError> {
        let (connection, handle, _) = rtnetlink::new_connection().map_err(NetlinkError::Open)?;
        serve(tasks, "netlink", connection);
        Ok(Self { handle })
    }

    pub(crate) fn changes(tasks: &Tasks) -> Result<Changes, NetlinkError> {
        let groups = [
            MulticastGroup::Link,
            MulticastGroup::Ipv4Ifaddr,
            MulticastGroup::Ipv6Ifaddr,
            MulticastGroup::Ipv4Route,
            MulticastGroup::Ipv6Route,
        ];
        let (connection, _, messages) = rtnetlink::new_multicast_connection(&groups).map_err(NetlinkError::Open)?;
        serve(tasks, "netlink changes", connection);
        Ok(Changes { messages: Box::new(messages.map(|_| ())) })
    }

    pub(crate) async fn links(&self) -> Result<Vec<LinkStatus>, NetlinkError> {
        let listed = self.handle.link().get().execute().try_collect::<Vec<_>>().await;
        let messages = listed.map_err(failed("list links"))?;
        let links = messages.into_iter().map(|message| {
            let mut link = LinkStatus {
                name: String::new(),
                index: message.header.index,
                mac: String::new(),
                mtu: 0,
                up: message.header.flags.contains(LinkFlags::Up),
                carrier: message.header.flags.contains(LinkFlags::LowerUp),
                kind: String::new(),
            };
            for attribute in message.attributes {
                match attribute {
                    LinkAttribute::IfName(name) => link.name = name,
                    LinkAttribute::Address(bytes) => link.mac = hex(&bytes),
                    LinkAttribute::Mtu(mtu) => link.mtu = mtu,
                    LinkAttribute::LinkInfo(info) => link.kind = kind(&info),
                    _ => {}
                }
            }
            link
        });
        Ok(links.collect())
    }

    /// Addresses with the index of their link.
    pub(crate) async fn addresses(&self, links: &[LinkStatus]) -> Result<Vec<AddressStatus>, NetlinkError> {
        let listed = self.handle.address().get().execute().try_collect::<Vec<_>>().await;
        let messages = listed.map_err(failed("list addresses"))?;
        let addresses = messages.into_iter().filter_map(|message| {
            let link = links.iter().find(|link| link.index == message.header.index)?.name.clone();
            let mut address = None;
            for attribute in &message.attributes {
                match attribute {
                    // On a point-to-point link `Address` is the peer's, `Local` ours.
                    AddressAttribute::Local(ip) => address = Some(*ip),
                    AddressAttribute::Address(ip) => address = address.or(Some(*ip)),
                    _ => {}
                }
            }
            let global = message.header.scope == AddressScope::Universe;
            Some(AddressStatus { link, address: address?, prefix: message.header.prefix_len, global })
        });
        Ok(addresses.collect())
    }

    /// The routes of the main table that lead beyond a link's own network.
    pub(crate) async fn routes(&self, links: &[LinkStatus]) -> Result<Vec<RouteStatus>, NetlinkError> {
        let mut routes = Vec::new();
        let both = [RouteMessageBuilder::<Ipv4Addr>::new().build(), RouteMessageBuilder::<Ipv6Addr>::new().build()];
        for family in both {
            let listed = self.handle.route().get(family).execute().try_collect::<Vec<_>>().await;
            let messages = listed.map_err(failed("list routes"))?;
            routes.extend(messages.iter().filter_map(|message| route(message, links)));
        }
        Ok(routes)
    }

    pub(crate) async fn set_up(&self, index: u32, mtu: Option<u32>) -> Result<(), NetlinkError> {
        let mut change = LinkUnspec::new_with_index(index).up();
        if let Some(mtu) = mtu {
            change = change.mtu(mtu);
        }
        let done = self.handle.link().change(change.build()).execute().await;
        done.map_err(failed(format!("bring link {index} up")))
    }

    pub(crate) async fn add_address(&self, index: u32, net: IpNet) -> Result<(), NetlinkError> {
        let add = self.handle.address().add(index, net.addr(), net.prefix_len()).replace().execute().await;
        add.map_err(failed(format!("add address {net}")))
    }

    pub(crate) async fn remove_address(&self, index: u32, net: IpNet) -> Result<(), NetlinkError> {
        let mut found = self.handle.address().get().set_link_index_filter(index).execute();
        let listed = || failed("list addresses");
        while let Some(message) = found.try_next().await.map_err(listed())? {
            let ours = message.header.prefix_len == net.prefix_len()
                && message.attributes.contains(&AddressAttribute::Address(net.addr()));
            if ours {
                let done = self.handle.address().del(message).execute().await;
                return done.map_err(failed(format!("remove address {net}")));
            }
        }
        Ok(())
    }

    /// Adds a route, or replaces the one to the same network with the same metric.
    pub(crate) async fn add_route(
        &self,
        index: u32,
        to: IpNet,
        via: Option<IpAddr>,
        metric: u32,
    ) -> Result<(), NetlinkError> {
        let message = match to {
            IpNet::V4(to) => {
                let mut route = RouteMessageBuilder::<Ipv4Addr>::new()
                    .destination_prefix(to.addr(), to.prefix_len())
                    .output_interface(index)
                    .priority(metric)
                    .protocol(RouteProtocol::Static);
                if let Some(IpAddr::V4(via)) = via {
                    route = route.gateway(via);
                }
                route.build()
            }
            IpNet::V6(to) => {
                let mut route = RouteMessageBuilder::<Ipv6Addr>::new()
                    .destination_prefix(to.addr(), to.prefix_len())
                    .output_interface(index)
                    .priority(metric)
                    .protocol(RouteProtocol::Static);
                if let Some(IpAddr::V6(via)) = via {
                    route = route.gateway(via);
                }
                route.build()
            }
        };
        let done = self.handle.route().add(message).replace().execute().await;
        done.map_err(failed(format!("add route to {to}")))
    }
}

/// A connection works until it is dropped; a shutdown drops it.
fn serve(tasks: &Tasks, name: &'static str, connection: impl Future<Output = ()> + Send + 'static) {
    let shutdown = tasks.shutdown().clone();
    tasks.scoped(name, async move {
        tokio::select! {
            () = connection => {}
            () = shutdown.requested() => {}
        }
    });
}

impl Changes {
    /// Returns after a change, and never when the connection has broken (the slow resync remains).
    pub(crate) async fn next(&mut self) {
        if self.messages.next().await.is_none() {
            std::future::pending::<()>().await;
        }
        // What has come meanwhile is covered by the same reading.
        while let Some(Some(())) = futures::FutureExt::now_or_never(self.messages.next()) {}
    }
}

fn route(message: &RouteMessage, links: &[LinkStatus]) -> Option<RouteStatus> {
    let mut found = RouteStatus { to: String::new(), via: None, link: String::new(), metric: 0 };
    let mut table = u32::from(message.header.table);
    for attribute in &message.attributes {
        match attribute {
            RouteAttribute::Destination(to) => {
                found.to = format!("{}/{}", ip(to)?, message.header.destination_prefix_length);
            }
            RouteAttribute::Gateway(via) => found.via = ip(via),
            RouteAttribute::Oif(index) => {
                found.link = links.iter().find(|link| link.index == *index)?.name.clone();
            }
            RouteAttribute::Priority(metric) => found.metric = *metric,
            RouteAttribute::Table(id) => table = *id,
            _ => {}
        }
    }
    let main = table == u32::from(RouteHeader::RT_TABLE_MAIN);
    let known = matches!(message.header.address_family, AddressFamily::Inet | AddressFamily::Inet6);
    (main && known && !found.link.is_empty() && (found.via.is_some() || found.to.is_empty())).then_some(found)
}

fn ip(address: &RouteAddress) -> Option<IpAddr> {
    match address {
        RouteAddress::Inet(ip) => Some(IpAddr::V4(*ip)),
        RouteAddress::Inet6(ip) => Some(IpAddr::V6(*ip)),
        _ => None,
    }
}

fn kind(info: &[LinkInfo]) -> String {
    let kind = info.iter().find_map(|info| match info {
        LinkInfo::Kind(kind) => Some(kind),
        _ => None,
    });
    match kind {
        Some(InfoKind::Other(name)) => name.clone(),
        Some(kind) => kind.to_string(),
        None => String::new(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(":")
}

fn failed(what: impl Into<String>) -> impl FnOnce(rtnetlink::Error) -> NetlinkError {
    let what = what.into();
    |err| NetlinkError::Request { what, err }
}
