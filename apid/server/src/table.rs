//! Which role each call needs: the one table. A call that is not here does not exist.

use machined_pki::Role;

/// What a caller must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// A verified name with this role, or one that includes it.
    Role(Role),
    /// As `Role`; and anybody while the machine has no configuration.
    Maintenance(Role),
    /// Anybody: the call itself carries a ticket or a proof. Not in maintenance mode.
    Ticket,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub path: &'static str,
    pub access: Access,
    /// Whether the audit log tells of a call that was let through. Refusals are always told.
    pub audited: bool,
}

const fn reads(path: &'static str) -> Entry {
    Entry { path, access: Access::Role(Role::Reader), audited: false }
}

const fn acts(path: &'static str, role: Role) -> Entry {
    Entry { path, access: Access::Role(role), audited: true }
}

/// Every call.
pub const ACCESS: &[Entry] = &[
    Entry { path: "/ironstone.machine.v1.Machine/Version", access: Access::Maintenance(Role::Reader), audited: false },
    Entry {
        path: "/ironstone.machine.v1.Machine/ApplyConfiguration",
        access: Access::Maintenance(Role::Admin),
        audited: true,
    },
    acts("/ironstone.machine.v1.Machine/Configuration", Role::Admin),
    acts("/ironstone.machine.v1.Machine/Bootstrap", Role::Admin),
    acts("/ironstone.machine.v1.Machine/Reboot", Role::Operator),
    acts("/ironstone.machine.v1.Machine/Shutdown", Role::Operator),
    acts("/ironstone.machine.v1.Machine/Reset", Role::Admin),
    acts("/ironstone.machine.v1.Machine/Kubeconfig", Role::Admin),
    acts("/ironstone.machine.v1.Machine/IssueCredentials", Role::Admin),
    reads("/ironstone.machine.v1.Machine/Services"),
    acts("/ironstone.machine.v1.Machine/RestartService", Role::Operator),
    reads("/ironstone.machine.v1.Machine/Logs"),
    reads("/ironstone.machine.v1.Machine/Dmesg"),
    reads("/ironstone.machine.v1.Machine/Events"),
    reads("/ironstone.machine.v1.Machine/Processes"),
    reads("/ironstone.machine.v1.Machine/Memory"),
    Entry { path: "/ironstone.machine.v1.Machine/Disks", access: Access::Maintenance(Role::Reader), audited: false },
    Entry { path: "/ironstone.machine.v1.Machine/Links", access: Access::Maintenance(Role::Reader), audited: false },
    reads("/ironstone.machine.v1.Machine/Resources"),
    reads("/ironstone.machine.v1.Machine/Health"),
    acts("/ironstone.machine.v1.Machine/ImportImage", Role::Admin),
    Entry { path: "/ironstone.machine.v1.Join/Join", access: Access::Ticket, audited: true },
];

pub(crate) fn find(path: &str) -> Option<&'static Entry> {
    ACCESS.iter().find(|entry| entry.path == path)
}
