//! Interfaces, addresses, names.

use std::net::IpAddr;

use jiff::Timestamp;

use crate::Resource;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkStatus {
    pub name: String,
    pub index: u32,
    pub mac: String,
    pub mtu: u32,
    pub up: bool,
    pub carrier: bool,
    /// The kernel's kind (`veth`, `bridge`); empty for hardware.
    pub kind: String,
}

impl LinkStatus {
    /// Whether a node configures it by itself: hardware, or the host's end of a native node. What containers and
    /// plugins make is theirs.
    pub fn is_uplink(&self) -> bool {
        self.name != "lo" && (self.kind.is_empty() || (self.kind == "veth" && self.name.starts_with("eth")))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressStatus {
    pub link: String,
    pub address: IpAddr,
    pub prefix: u8,
    /// False for those that only hold on their own link.
    pub global: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteStatus {
    /// Empty: the default route.
    pub to: String,
    pub via: Option<IpAddr>,
    pub link: String,
    pub metric: u32,
}

/// What a DHCP server gave for a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DhcpLease {
    pub address: IpAddr,
    pub prefix: u8,
    pub routers: Vec<IpAddr>,
    pub name_servers: Vec<IpAddr>,
    pub time_servers: Vec<IpAddr>,
    pub domain: Option<String>,
    pub hostname: Option<String>,
    pub mtu: Option<u32>,
    pub server: IpAddr,
    pub ends: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostnameStatus {
    pub name: String,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolverStatus {
    pub servers: Vec<IpAddr>,
    pub search: Vec<String>,
}

/// The addresses that the node is known by, the first one first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeAddress {
    pub addresses: Vec<IpAddr>,
}

fn join<T: ToString>(values: &[T]) -> String {
    values.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}

impl Resource for LinkStatus {
    const TYPE: &'static str = "links";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("mac", self.mac.clone()),
            ("mtu", self.mtu.to_string()),
            ("up", self.up.to_string()),
            ("carrier", self.carrier.to_string()),
            ("kind", self.kind.clone()),
        ]
    }
}

impl Resource for AddressStatus {
    const TYPE: &'static str = "addresses";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("address", format!("{}/{}", self.address, self.prefix)), ("link", self.link.clone())]
    }
}

impl Resource for RouteStatus {
    const TYPE: &'static str = "routes";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("to", if self.to.is_empty() { "default".to_owned() } else { self.to.clone() }),
            ("via", self.via.map(|via| via.to_string()).unwrap_or_default()),
            ("link", self.link.clone()),
            ("metric", self.metric.to_string()),
        ]
    }
}

impl Resource for DhcpLease {
    const TYPE: &'static str = "leases";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("address", format!("{}/{}", self.address, self.prefix)),
            ("routers", join(&self.routers)),
            ("nameservers", join(&self.name_servers)),
            ("timeservers", join(&self.time_servers)),
            ("server", self.server.to_string()),
            ("ends", self.ends.to_string()),
        ]
    }
}

impl Resource for HostnameStatus {
    const TYPE: &'static str = "hostname";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("name", self.name.clone()), ("source", self.source.clone())]
    }
}

impl Resource for ResolverStatus {
    const TYPE: &'static str = "resolver";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("servers", join(&self.servers)), ("search", self.search.join(", "))]
    }
}

impl Resource for NodeAddress {
    const TYPE: &'static str = "nodeaddress";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("addresses", join(&self.addresses))]
    }
}
