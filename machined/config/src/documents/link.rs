//! `Link`: one network interface, its addresses and routes.

use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;

use crate::read::{Field, Fields};

/// A link with neither `dhcp` nor `addresses` is only brought up. Links without a document use DHCP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The name in messages; also the interface's name unless `mac` is given.
    pub name: String,
    /// Chooses the interface by its hardware address instead.
    pub mac: Option<Mac>,
    pub mtu: Option<u32>,
    pub dhcp: bool,
    pub addresses: Vec<IpNet>,
    pub routes: Vec<Route>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub to: IpNet,
    pub via: Option<IpAddr>,
    pub metric: Option<u32>,
}

/// A hardware address of six bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mac(pub [u8; 6]);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAMac;

impl std::fmt::Display for NotAMac {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("expected six pairs of hexadecimal digits with colons between them")
    }
}

impl FromStr for Mac {
    type Err = NotAMac;

    fn from_str(text: &str) -> Result<Self, NotAMac> {
        let mut bytes = [0; 6];
        let parts: Vec<&str> = text.split(':').collect();
        if parts.len() != 6 {
            return Err(NotAMac);
        }
        for (byte, part) in bytes.iter_mut().zip(parts) {
            *byte = (part.len() == 2).then(|| u8::from_str_radix(part, 16).ok()).flatten().ok_or(NotAMac)?;
        }
        Ok(Self(bytes))
    }
}

impl std::fmt::Display for Mac {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [a, b, c, d, e, g] = self.0;
        write!(f, "{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{g:02x}")
    }
}

pub(crate) fn read(mut fields: Fields<'_>) -> Option<Link> {
    let name = fields.need("name").and_then(|field| {
        let name = field.string()?;
        // The kernel's limit for interface names.
        if name.is_empty() || name.len() > 15 || name.contains(['/', ' ']) {
            field.fault(format!("{name:?} is not an interface name: 1 to 15 letters, no blank, no slash"));
            return None;
        }
        Some(name)
    });
    if let Some(name) = &name {
        fields.rename(format!("Link[{name}]"));
    }
    let mac = fields.take("mac").and_then(|field| field.parse("a hardware address"));
    let mtu = fields.take("mtu").and_then(|field| field.number(576..=65535));
    let dhcp = fields.take("dhcp").and_then(|field| field.boolean()).unwrap_or(false);
    let addresses: Vec<IpNet> = fields
        .take("addresses")
        .map(|field| field.each(|item| item.parse("an address with its prefix")))
        .unwrap_or_default();
    let routes = fields.take("routes").map(|field| field.each(|item| route(item, &addresses))).unwrap_or_default();
    fields.end();
    Some(Link { name: name?, mac, mtu, dhcp, addresses, routes })
}

fn route(field: &Field<'_>, addresses: &[IpNet]) -> Option<Route> {
    let mut fields = field.fields()?;
    let to = fields.need("to").and_then(|field| field.parse::<IpNet>("a network"));
    let via_field = fields.take("via");
    let via = via_field.as_ref().and_then(|field| field.parse::<IpAddr>("an address"));
    let metric = fields.take("metric").and_then(|field| field.number(0..=u32::MAX));
    if let (Some(field), Some(via)) = (&via_field, via) {
        if to.is_some_and(|to| to.addr().is_ipv4() != via.is_ipv4()) {
            field.fault("is of another address family than the network");
        } else if !addresses.is_empty() && !addresses.iter().any(|net| net.contains(&via)) && !is_link_local(via) {
            field.fault(format!("{via} is in none of the networks of the link's addresses"));
        }
    }
    fields.end();
    Some(Route { to: to?, via, metric })
}

fn is_link_local(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_link_local(),
        IpAddr::V6(address) => address.is_unicast_link_local(),
    }
}
