//! Reads and changes this node's routes to other nodes' pods. They carry a protocol number of ours: nobody else's are touched.

use std::net::{IpAddr, Ipv4Addr};

use futures::TryStreamExt;
use ipnet::Ipv4Net;
use rtnetlink::packet_route::route::{RouteAddress, RouteAttribute, RouteProtocol};
use rtnetlink::{Handle, RouteMessageBuilder};

use crate::plan::{Plan, Routes};
use crate::run::RunError;

/// Not among those that the kernel or known daemons use (include/uapi/linux/rtnetlink.h).
const OURS: RouteProtocol = RouteProtocol::Other(78);

pub(crate) async fn read(netlink: &Handle) -> Result<Routes, RunError> {
    let mut routes = Routes::new();
    let mut found = netlink.route().get(RouteMessageBuilder::<Ipv4Addr>::new().build()).execute();
    while let Some(route) = found.try_next().await.map_err(failed("list routes"))? {
        if route.header.protocol != OURS {
            continue;
        }
        let mut to = None;
        let mut via = None;
        for attribute in &route.attributes {
            match attribute {
                RouteAttribute::Destination(RouteAddress::Inet(address)) => {
                    to = Ipv4Net::new(*address, route.header.destination_prefix_length).ok();
                }
                RouteAttribute::Gateway(RouteAddress::Inet(address)) => via = Some(*address),
                _ => {}
            }
        }
        routes.extend(to.zip(via));
    }
    Ok(routes)
}

pub(crate) async fn carry_out(netlink: &Handle, plan: &Plan) -> Result<(), RunError> {
    for net in &plan.remove {
        let route =
            RouteMessageBuilder::<Ipv4Addr>::new().destination_prefix(net.network(), net.prefix_len()).protocol(OURS);
        netlink.route().del(route.build()).execute().await.map_err(failed("remove a route"))?;
    }
    for (net, via) in &plan.add {
        let route = RouteMessageBuilder::<Ipv4Addr>::new()
            .destination_prefix(net.network(), net.prefix_len())
            .gateway(*via)
            .protocol(OURS);
        netlink.route().add(route.build()).replace().execute().await.map_err(failed("add a route"))?;
    }
    Ok(())
}

/// The mtu of the link that leads to `via`, so that a pod's packets fit into it.
pub(crate) async fn mtu_towards(netlink: &Handle, own: IpAddr) -> Result<Option<u32>, RunError> {
    use rtnetlink::packet_route::address::AddressAttribute;
    use rtnetlink::packet_route::link::LinkAttribute;
    let mut addresses = netlink.address().get().set_address_filter(own).execute();
    let Some(address) = addresses.try_next().await.map_err(failed("list addresses"))? else { return Ok(None) };
    if !address.attributes.iter().any(|a| matches!(a, AddressAttribute::Address(_) | AddressAttribute::Local(_))) {
        return Ok(None);
    }
    let mut links = netlink.link().get().match_index(address.header.index).execute();
    let link = links.try_next().await.map_err(failed("look for the node's link"))?;
    Ok(link.and_then(|l| {
        l.attributes.iter().find_map(|a| if let LinkAttribute::Mtu(mtu) = a { Some(*mtu) } else { None })
    }))
}

fn failed(what: &'static str) -> impl FnOnce(rtnetlink::Error) -> RunError {
    move |err| RunError::Netlink { what, err }
}
