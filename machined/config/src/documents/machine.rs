//! `Machine`: what this machine is.

use std::collections::BTreeMap;

use crate::names::is_dns_name;
use crate::read::Fields;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    ControlPlane,
    Worker,
}

/// The one document that every configuration has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    pub role: Role,
    /// Without it, the name comes from DHCP, or is made from the machine's own identity.
    pub hostname: Option<String>,
    /// The disk to install on, such as `/dev/nvme0n1`. A machine started from an installed disk ignores it.
    pub install_disk: Option<String>,
    /// Kernel settings by dotted name.
    pub sysctls: BTreeMap<String, String>,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Role::ControlPlane => "control-plane",
            Role::Worker => "worker",
        }
    }
}

pub(crate) fn read(mut fields: Fields<'_>) -> Option<Machine> {
    let roles = [("control-plane", Role::ControlPlane), ("worker", Role::Worker)];
    let role = fields.need("role").and_then(|field| field.choice(&roles));
    let hostname = fields.take("hostname").and_then(|field| {
        let name = field.string()?;
        // The node's name in Kubernetes is this one, so it must be a DNS subdomain in lower case.
        if !is_dns_name(&name) {
            field.fault(format!("{name:?} is not a host name: lower-case letters, digits, hyphens and dots"));
            return None;
        }
        Some(name)
    });
    let install_disk = fields.take("install").and_then(|field| {
        let mut fields = field.fields()?;
        let disk = fields.need("disk").and_then(|field| {
            let disk = field.string()?;
            if !disk.starts_with("/dev/") {
                field.fault(format!("{disk:?} is not a device below /dev"));
            }
            Some(disk)
        });
        fields.end();
        disk
    });
    let sysctls = fields.take("sysctls").map(|field| field.strings()).unwrap_or_default();
    fields.end();
    Some(Machine { role: role?, hostname, install_disk, sysctls })
}
