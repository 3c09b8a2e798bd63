//! Whom the machine asks for names: `resolv.conf` and `hosts`, from configuration and leases.

use std::fs;
use std::io;
use std::net::IpAddr;

use async_trait::async_trait;
use machined_resources::{
    ActiveConfig, DhcpLease, HostnameStatus, NodeAddress, Paths, ResolverStatus, Resource, VolumeStatus,
};
use machined_runtime::{Context, Controller, Next, ReconcileError, Store};

use crate::files::write;

#[derive(Debug)]
pub struct Names {
    pub paths: Paths,
}

#[async_trait]
impl Controller for Names {
    fn name(&self) -> &'static str {
        "names"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, DhcpLease::TYPE, HostnameStatus::TYPE, NodeAddress::TYPE, VolumeStatus::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        let config = store.only::<ActiveConfig>();
        let leases: Vec<DhcpLease> = store.list().into_iter().map(|(_, lease)| lease).collect();
        let mut status = config.map_or_else(
            || ResolverStatus { servers: Vec::new(), search: Vec::new() },
            |config| ResolverStatus {
                servers: config.0.resolver.servers.clone(),
                search: config.0.resolver.search.clone(),
            },
        );
        if status.servers.is_empty() {
            status.servers = leases.iter().flat_map(|lease| lease.name_servers.clone()).collect();
        }
        if status.search.is_empty() {
            status.search = leases.iter().filter_map(|lease| lease.domain.clone()).collect();
        }
        let name = store.only::<HostnameStatus>().map(|status| status.name).unwrap_or_default();
        let addresses = store.only::<NodeAddress>().map(|known| known.addresses).unwrap_or_default();
        let etc = self.paths.etc();
        write(&etc.join("resolv.conf"), &resolv_conf(&status))?;
        write(&etc.join("hosts"), &hosts(&name, &addresses))?;
        write(&etc.join("hostname"), &format!("{name}\n"))?;
        self.machine_id(store)?;
        store.put("names", "", status);
        Ok(Next::Whenever)
    }
}

impl Names {
    /// An id that the machine keeps for ever, as machine-id(5); without STATE there is none yet.
    fn machine_id(&self, store: &Store) -> Result<(), ReconcileError> {
        if store.get::<VolumeStatus>("STATE").is_none_or(|volume| volume.mounted.is_none()) {
            return Ok(());
        }
        let kept = self.paths.state().join("machine-id");
        let id = match fs::read_to_string(&kept) {
            Ok(id) => id,
            Err(err) if err.kind() == io::ErrorKind::NotFound => {
                let id = format!("{}\n", random_id()?);
                write(&kept, &id)?;
                id
            }
            Err(err) => return Err(err.into()),
        };
        write(&self.paths.etc().join("machine-id"), &id)?;
        Ok(())
    }
}

fn random_id() -> io::Result<String> {
    let mut bytes = [0; 16];
    io::Read::read_exact(&mut fs::File::open("/dev/urandom")?, &mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// As resolv.conf(5): no more than three servers are read.
fn resolv_conf(status: &ResolverStatus) -> String {
    let mut text = String::new();
    for server in status.servers.iter().take(3) {
        text.push_str(&format!("nameserver {server}\n"));
    }
    if !status.search.is_empty() {
        text.push_str(&format!("search {}\n", status.search.join(" ")));
    }
    text
}

fn hosts(name: &str, addresses: &[IpAddr]) -> String {
    let mut text = "127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n".to_owned();
    if !name.is_empty() {
        let own = addresses.first().copied().unwrap_or(IpAddr::from([127, 0, 1, 1]));
        text.push_str(&format!("{own} {name}\n"));
    }
    text
}
