//! Keeps the node's routes and its CNI configuration as the cluster's nodes say, driven by their changes.

use std::io;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use ipnet::Ipv4Net;
use kube_api::types::core::Node;
use kube_informer::{Client, Informer, Store};
use machined_base::{Clock, Restart, Shutdown, Tasks};
use tracing::info;

use crate::{masquerade, plan, routes};

#[derive(Clone, Debug)]
pub struct Config {
    pub server: kube_informer::Config,
    /// This node's name.
    pub node: String,
    /// Addresses of all pods: what goes there is not masqueraded.
    pub pods: Vec<Ipv4Net>,
    /// Where the runtime looks for network configurations, usually `/etc/cni/net.d`.
    pub cni_folder: PathBuf,
    /// Where the plugin writes down who has which address; in memory.
    pub pool: PathBuf,
    pub clock: Clock,
}

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("{what}")]
    Netlink {
        what: &'static str,
        #[source]
        err: rtnetlink::Error,
    },
    #[error("open netlink")]
    Open(#[source] io::Error),
    #[error("change the rules of the network")]
    Rules(#[from] kube_nft::NftError),
    #[error("switch {name} on")]
    Setting {
        name: &'static str,
        #[source]
        err: io::Error,
    },
    #[error("write {path}")]
    Write {
        path: PathBuf,
        #[source]
        err: io::Error,
    },
    #[error("{0}")]
    Fatal(String),
}

const DRAIN: Duration = Duration::from_secs(5);
/// Somebody else may change routes: a slow look heals that.
const RESYNC: Duration = Duration::from_secs(60);
const FILE: &str = "10-ironstone.conflist";
/// The name of the plugin: `kube` under another name.
const PLUGIN: &str = "ironstone";

pub async fn run(config: Config, shutdown: Shutdown) -> Result<(), RunError> {
    for name in ["net.ipv4.ip_forward", "net.ipv4.conf.all.forwarding"] {
        machined_sys::sysctl::set(name, "1").map_err(|err| RunError::Setting { name, err })?;
    }
    let tasks = Tasks::new(config.clock.clone(), shutdown.clone());
    let client = Client::new(config.server.clone(), tasks.clone());
    let nodes = Informer::<Node>::new().trim(trim).start(&client, &shutdown);
    let inner = tasks.clone();
    tasks.spawn("network", Restart::Backoff, move || follow(config.clone(), nodes.clone(), inner.clone()));
    shutdown.requested().await;
    tasks.drain(DRAIN).await;
    tasks.fatal().map_or(Ok(()), |why| Err(RunError::Fatal(why)))
}

/// Of a node only its part and its addresses are read.
fn trim(node: &mut Node) {
    node.metadata.annotations.clear();
    node.metadata.labels.clear();
    node.status.images.clear();
    node.status.conditions.clear();
}

async fn follow(config: Config, nodes: Store<Node>, tasks: Tasks) -> Result<(), RunError> {
    let (connection, netlink, _) = rtnetlink::new_connection().map_err(RunError::Open)?;
    let _connection = tasks.scoped("netlink", connection).abort_on_drop();
    nodes.synced().await;
    let mut changed = nodes.changed();
    let mut configured = None;
    loop {
        let listed = nodes.list();
        let listed: Vec<&Node> = listed.iter().map(AsRef::as_ref).collect();
        let plan = plan::plan(&plan::wanted(&listed, &config.node), &routes::read(&netlink).await?);
        if plan != plan::Plan::default() {
            info!(?plan, "routes change");
            routes::carry_out(&netlink, &plan).await?;
        }
        let own = plan::own(&listed, &config.node);
        if own.is_some() && own != configured {
            configure(&config, own, &netlink, &listed).await?;
            configured = own;
        }
        // Cancel-safe: a change between two turns is seen by the next list.
        tokio::select! {
            () = changed.next() => {}
            () = tasks.clock().sleep(RESYNC) => {}
            () = tasks.shutdown().requested() => return Ok(()),
        }
    }
}

/// The file comes last: with it the node becomes Ready, and pods start.
async fn configure(
    config: &Config,
    own: Option<Ipv4Net>,
    netlink: &rtnetlink::Handle,
    nodes: &[&Node],
) -> Result<(), RunError> {
    let Some(own) = own else { return Ok(()) };
    masquerade::apply(&masquerade::batch(&config.pods, own))?;
    let address = nodes
        .iter()
        .find(|node| node.metadata.name == config.node)
        .and_then(|node| node.status.addresses.iter().find(|a| a.r#type == "InternalIP"))
        .and_then(|a| a.address.parse::<IpAddr>().ok());
    let mtu = match address {
        Some(address) => routes::mtu_towards(netlink, address).await?,
        None => None,
    };
    let text = render(own, &config.pool, mtu.unwrap_or(1500));
    let path = config.cni_folder.join(FILE);
    let write = |err| RunError::Write { path: path.clone(), err };
    std::fs::create_dir_all(&config.cni_folder).map_err(write)?;
    // By rename: the runtime never reads half a file.
    let fresh = config.cni_folder.join(format!(".{FILE}"));
    std::fs::write(&fresh, text).and_then(|()| std::fs::rename(&fresh, &path)).map_err(write)?;
    info!(%own, "pods have addresses");
    Ok(())
}

fn render(own: Ipv4Net, pool: &std::path::Path, mtu: u32) -> String {
    format!(
        "{{\"cniVersion\": \"1.0.0\", \"name\": \"pods\", \"plugins\": [{{\"type\": \"{PLUGIN}\", \"subnet\": \"{own}\", \"pool\": \"{}\", \"mtu\": {mtu}}}]}}\n",
        pool.display()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plugin_can_read_what_is_written() {
        let text = render("10.244.3.0/24".parse().unwrap(), std::path::Path::new("/run/cni/pool"), 1400);
        assert!(text.contains(r#""subnet": "10.244.3.0/24""#) && text.contains(r#""mtu": 1400"#), "{text}");
    }
}
