//! `Time`: whom this machine asks for the time. Without it, the servers that DHCP names, or a public pool.

use crate::names::is_host;
use crate::read::Fields;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// Switched off, the clock is somebody else's affair (a hypervisor's).
    pub enabled: bool,
    pub servers: Vec<String>,
}

pub(crate) fn read(mut fields: Fields<'_>) -> Option<Time> {
    let enabled = fields.take("enabled").and_then(|field| field.boolean()).unwrap_or(true);
    let servers = fields.take("servers").map(|field| {
        field.each(|item| {
            let host = item.string()?;
            if !is_host(&host) {
                item.fault(format!("{host:?} is neither a host name nor an address"));
            }
            Some(host)
        })
    });
    fields.end();
    Some(Time { enabled, servers: servers.unwrap_or_default() })
}
