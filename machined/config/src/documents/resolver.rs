//! `Resolver`: whom this machine asks for names. Without it, the servers that DHCP names.

use std::net::IpAddr;

use crate::names::is_dns_name;
use crate::read::Fields;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resolver {
    pub servers: Vec<IpAddr>,
    pub search: Vec<String>,
}

pub(crate) fn read(mut fields: Fields<'_>) -> Option<Resolver> {
    let servers = fields.take("servers").map(|field| field.each(|item| item.parse("an address"))).unwrap_or_default();
    let search = fields.take("search").map(|field| {
        field.each(|item| {
            let name = item.string()?;
            if !is_dns_name(&name) {
                item.fault(format!("{name:?} is not a domain"));
            }
            Some(name)
        })
    });
    fields.end();
    Some(Resolver { servers, search: search.unwrap_or_default() })
}
