//! The links of one sandbox: a veth pair, routed, without a bridge. Inside, everything goes to one link-local gateway whose
//! hardware address is the node's end; outside, one route leads to the pod.

use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;

use futures::TryStreamExt;
use rtnetlink::packet_route::address::AddressAttribute;
use rtnetlink::packet_route::link::LinkAttribute;
use rtnetlink::packet_route::route::RouteScope;
use rtnetlink::{Handle, LinkUnspec, LinkVeth, RouteMessageBuilder};
use sha2::{Digest, Sha256};

use crate::error::CniError;

/// Nobody else on a pod's link: the address only has to exist as a next hop.
const GATEWAY: Ipv4Addr = Ipv4Addr::new(169, 254, 1, 1);

pub(crate) struct Ends {
    /// The node's end.
    pub(crate) host: String,
    pub(crate) host_mac: String,
    pub(crate) pod_mac: String,
}

/// The node's end is found again by the sandbox alone: a name of at most 15 bytes, derived.
pub(crate) fn host_name(container: &str, ifname: &str) -> String {
    let digest = Sha256::digest(format!("{container} {ifname}"));
    let hex: String = digest.iter().take(5).map(|b| format!("{b:02x}")).collect();
    format!("pod{hex}")
}

/// Makes the pair between this namespace and `netns`, and routes `address` over it.
pub(crate) fn make(netns: &Path, host: &str, ifname: &str, address: Ipv4Addr, mtu: u32) -> Result<Ends, CniError> {
    // A repeated ADD begins anew.
    remove(host)?;
    let file =
        std::fs::File::open(netns).map_err(|err| CniError::Pool { what: format!("open {}", netns.display()), err })?;
    let host_mac = with_netlink(async |netlink| {
        // The peer gets a name that cannot collide here, before it moves.
        let peer = format!("{host}p");
        let pair = LinkVeth::new(host, &peer).mtu(mtu).build();
        netlink.link().add(pair).execute().await.map_err(failed(format!("make the pair {host}")))?;
        let (index, _) = link(netlink, &peer).await?;
        let fd = std::os::fd::AsRawFd::as_raw_fd(&file);
        let change = LinkUnspec::new_with_index(index).mtu(mtu).setns_by_fd(fd).name(ifname.to_owned()).build();
        netlink.link().change(change).execute().await.map_err(failed(format!("move {ifname} into the sandbox")))?;
        let (index, mac) = link(netlink, host).await?;
        up(netlink, index, host).await?;
        Ok(mac)
    })?;
    let pod_mac = machined_sys::namespace::in_network(netns, || configure_pod(ifname, address, &host_mac))??;
    with_netlink(async |netlink| {
        let (index, _) = link(netlink, host).await?;
        let route = RouteMessageBuilder::<Ipv4Addr>::new()
            .destination_prefix(address, 32)
            .output_interface(index)
            .scope(RouteScope::Link)
            .build();
        netlink.route().add(route).replace().execute().await.map_err(failed(format!("route {address}")))
    })?;
    Ok(Ends { host: host.to_owned(), host_mac: text(&host_mac), pod_mac: text(&pod_mac) })
}

/// The other end, and the routes over it, go with this one.
pub(crate) fn remove(host: &str) -> Result<(), CniError> {
    with_netlink(async |netlink| match link(netlink, host).await {
        Ok((index, _)) => netlink.link().del(index).execute().await.map_err(failed(format!("remove {host}"))),
        Err(CniError::NoLink(_)) => Ok(()),
        Err(err) => Err(err),
    })
}

/// Brings a sandbox's own `lo` up, for a runtime that asks for it by a plugin of that kind.
pub(crate) fn loopback(netns: &Path) -> Result<(), CniError> {
    machined_sys::namespace::in_network(netns, || {
        with_netlink(async |netlink| {
            let (index, _) = link(netlink, "lo").await?;
            up(netlink, index, "lo").await
        })
    })?
}

/// Whether the sandbox still has what it was given.
pub(crate) fn check(netns: &Path, host: &str, ifname: &str, address: Ipv4Addr) -> Result<(), CniError> {
    with_netlink(async |netlink| link(netlink, host).await.map(drop))?;
    machined_sys::namespace::in_network(netns, || {
        with_netlink(async |netlink| {
            let (index, _) = link(netlink, ifname).await?;
            let mut addresses = netlink.address().get().set_link_index_filter(index).execute();
            let listed = |err| failed(format!("list the addresses of {ifname}"))(err);
            while let Some(found) = addresses.try_next().await.map_err(listed)? {
                if found.attributes.contains(&AddressAttribute::Address(IpAddr::V4(address))) {
                    return Ok(());
                }
            }
            Err(CniError::Changed(ifname.to_owned()))
        })
    })?
}

fn configure_pod(ifname: &str, address: Ipv4Addr, host_mac: &[u8]) -> Result<Vec<u8>, CniError> {
    with_netlink(async |netlink| {
        let (lo, _) = link(netlink, "lo").await?;
        up(netlink, lo, "lo").await?;
        let (index, mac) = link(netlink, ifname).await?;
        let add = netlink.address().add(index, IpAddr::V4(address), 32).execute().await;
        add.map_err(failed(format!("give {ifname} {address}")))?;
        up(netlink, index, ifname).await?;
        let neighbour =
            netlink.neighbours().add(index, IpAddr::V4(GATEWAY)).link_layer_address(host_mac).execute().await;
        neighbour.map_err(failed("write down the gateway's hardware address".into()))?;
        let direct = RouteMessageBuilder::<Ipv4Addr>::new()
            .destination_prefix(GATEWAY, 32)
            .output_interface(index)
            .scope(RouteScope::Link)
            .build();
        netlink.route().add(direct).execute().await.map_err(failed("route the gateway".into()))?;
        let default = RouteMessageBuilder::<Ipv4Addr>::new().gateway(GATEWAY).output_interface(index).build();
        netlink.route().add(default).execute().await.map_err(failed("add the default route".into()))?;
        Ok(mac)
    })
}

async fn link(netlink: &Handle, name: &str) -> Result<(u32, Vec<u8>), CniError> {
    let mut links = netlink.link().get().match_name(name.to_owned()).execute();
    let found = match links.try_next().await {
        Ok(found) => found,
        Err(rtnetlink::Error::NetlinkError(err)) if err.raw_code() == -(nix::errno::Errno::ENODEV as i32) => None,
        Err(err) => return Err(failed(format!("look for {name}"))(err)),
    };
    let found = found.ok_or_else(|| CniError::NoLink(name.to_owned()))?;
    let mac = found.attributes.into_iter().find_map(|a| match a {
        LinkAttribute::Address(mac) => Some(mac),
        _ => None,
    });
    Ok((found.header.index, mac.unwrap_or_default()))
}

async fn up(netlink: &Handle, index: u32, name: &str) -> Result<(), CniError> {
    let change = LinkUnspec::new_with_index(index).up().build();
    netlink.link().change(change).execute().await.map_err(failed(format!("bring {name} up")))
}

fn failed(what: String) -> impl FnOnce(rtnetlink::Error) -> CniError {
    move |err| CniError::Link { what, err }
}

fn text(mac: &[u8]) -> String {
    mac.iter().map(|b| format!("{b:02x}")).collect::<Vec<_>>().join(":")
}

/// One conversation with the kernel, in the namespace of this thread.
fn with_netlink<T>(work: impl AsyncFnOnce(&Handle) -> Result<T, CniError>) -> Result<T, CniError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(CniError::Runtime)?;
    runtime.block_on(async {
        let (connection, netlink, _) = rtnetlink::new_connection().map_err(CniError::Runtime)?;
        tokio::select! {
            // Dropped together: the connection lives as long as its requests.
            done = work(&netlink) => done,
            () = connection => Err(CniError::Runtime(std::io::Error::other("netlink closed"))),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_fits_into_the_kernels_fifteen_bytes_with_its_peer() {
        let name = host_name("0123456789abcdef", "eth0");
        assert!(name.len() < 15, "{name}");
        assert_ne!(name, host_name("0123456789abcdef", "eth1"));
    }
}
