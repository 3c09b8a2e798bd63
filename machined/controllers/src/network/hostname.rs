//! The machine's name: from its configuration, else from DHCP, else made from its own identity.

use async_trait::async_trait;
use machined_resources::{ActiveConfig, DhcpLease, HostnameStatus, LinkStatus, Resource};
use machined_runtime::{Context, Controller, Next, ReconcileError};
use machined_sys::procfs;

#[derive(Debug)]
pub struct Hostname {
    /// False where the name is not ours to set (plain processes on somebody's host).
    pub set: bool,
}

#[async_trait]
impl Controller for Hostname {
    fn name(&self) -> &'static str {
        "hostname"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, DhcpLease::TYPE, LinkStatus::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        let configured = store.only::<ActiveConfig>().and_then(|config| config.0.machine.hostname.clone());
        let leases: Vec<DhcpLease> = store.list().into_iter().map(|(_, lease)| lease).collect();
        let links: Vec<LinkStatus> = store.list().into_iter().map(|(_, link)| link).collect();
        let Some(status) = choose(configured, &leases, &links) else { return Ok(Next::Whenever) };
        if self.set && procfs::hostname()? != status.name {
            procfs::set_hostname(&status.name)?;
        }
        store.put("hostname", "", status);
        Ok(Next::Whenever)
    }
}

fn choose(configured: Option<String>, leases: &[DhcpLease], links: &[LinkStatus]) -> Option<HostnameStatus> {
    if let Some(name) = configured {
        return Some(HostnameStatus { name, source: "configuration".to_owned() });
    }
    let leased = leases.iter().find_map(|lease| lease.hostname.as_deref()).map(str::to_ascii_lowercase);
    let sound = |name: &String| {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
        !name.is_empty() && name.len() <= 63 && name.bytes().all(letter) && !name.starts_with(['-', '.'])
    };
    if let Some(name) = leased.filter(sound) {
        return Some(HostnameStatus { name, source: "DHCP".to_owned() });
    }
    // The lowest hardware address: the same on every boot, and no two machines share it.
    let macs =
        links.iter().filter(|link| link.is_uplink() && link.mac.len() == 17).map(|link| link.mac.replace(':', ""));
    macs.min().map(|mac| HostnameStatus { name: format!("node-{mac}"), source: "hardware address".to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_even_without_configuration_and_dhcp() {
        let link = LinkStatus {
            name: "eth0".into(),
            index: 2,
            mac: "52:54:00:12:34:56".into(),
            mtu: 1500,
            up: true,
            carrier: true,
            kind: String::new(),
        };
        assert_eq!(choose(None, &[], &[link]).unwrap().name, "node-525400123456");
        assert_eq!(choose(Some("n1".into()), &[], &[]).unwrap().name, "n1");
        assert_eq!(choose(None, &[], &[]), None);
    }
}
