//! The wire between native nodes: one bridge in a network namespace of the cluster's own, and a veth pair to each node.
//! Nothing of it is seen on the host's own network, and all of it goes with the namespaces.

use std::net::{IpAddr, Ipv4Addr};

use anyhow::Context;
use futures::TryStreamExt;
use rtnetlink::{Handle, LinkBridge, LinkUnspec, LinkVeth, RouteMessageBuilder};

use crate::native::node::Seat;

const BRIDGE: &str = "nodes";
/// What a node calls its link; machines name theirs alike.
const LINK: &str = "eth0";

/// Makes the bridge with the cluster's gateway address. Called once, inside the cluster's namespace.
pub(crate) async fn bridge(netlink: &Handle, gateway: Ipv4Addr, prefix: u8) -> anyhow::Result<()> {
    netlink.link().add(LinkBridge::new(BRIDGE).up().build()).execute().await.context("make the bridge")?;
    address(netlink, BRIDGE, gateway, prefix).await?;
    up(netlink, "lo").await
}

/// Gives the node whose process is `pid` its end of a new pair.
pub(crate) async fn connect(netlink: &Handle, index: usize, pid: u32) -> anyhow::Result<()> {
    let ours = format!("node{index}");
    // A node that restarts comes with a new namespace; its old pair goes with the old one, but later than its processes.
    if let Ok(stale) = link(netlink, &ours).await
        && let Err(err) = netlink.link().del(stale).execute().await
        && link(netlink, &ours).await.is_ok()
    {
        return Err(err).context("remove the node's earlier link");
    }
    netlink
        .link()
        .add(LinkVeth::new(&ours, &format!("peer{index}")).build())
        .execute()
        .await
        .context("make a veth pair")?;
    let peer = link(netlink, &format!("peer{index}")).await?;
    netlink
        .link()
        .change(LinkUnspec::new_with_index(peer).name(LINK.to_owned()).setns_by_pid(pid).build())
        .execute()
        .await
        .context("move the link into the node")?;
    let (ours_index, bridge) = (link(netlink, &ours).await?, link(netlink, BRIDGE).await?);
    netlink
        .link()
        .change(LinkUnspec::new_with_index(ours_index).controller(bridge).up().build())
        .execute()
        .await
        .context("attach the link to the bridge")
}

/// Inside a node, before its init runs: what a DHCP server would have given a machine.
pub(crate) fn configure_inside(seat: &Seat) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("start a runtime")?;
    runtime.block_on(async {
        let (connection, netlink, _) = rtnetlink::new_connection().context("open netlink")?;
        let serve = async {
            up(&netlink, "lo").await?;
            address(&netlink, LINK, seat.address, seat.prefix).await?;
            up(&netlink, LINK).await?;
            let route = RouteMessageBuilder::<Ipv4Addr>::new().gateway(seat.gateway).build();
            netlink.route().add(route).execute().await.context("add the default route")
        };
        tokio::select! {
            // Dropped together: the connection lives as long as its requests.
            done = serve => done,
            () = connection => anyhow::bail!("netlink closed"),
        }
    })
}

async fn link(netlink: &Handle, name: &str) -> anyhow::Result<u32> {
    let mut links = netlink.link().get().match_name(name.to_owned()).execute();
    let found = links.try_next().await.with_context(|| format!("look for the link {name}"))?;
    Ok(found.with_context(|| format!("no link {name}"))?.header.index)
}

async fn up(netlink: &Handle, name: &str) -> anyhow::Result<()> {
    let index = link(netlink, name).await?;
    let change = LinkUnspec::new_with_index(index).up().build();
    netlink.link().change(change).execute().await.with_context(|| format!("bring {name} up"))
}

async fn address(netlink: &Handle, name: &str, address: Ipv4Addr, prefix: u8) -> anyhow::Result<()> {
    let index = link(netlink, name).await?;
    let add = netlink.address().add(index, IpAddr::V4(address), prefix).execute().await;
    add.with_context(|| format!("give {name} the address {address}/{prefix}"))
}
