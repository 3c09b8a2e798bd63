//! The nouns of the store: revisions, leases, stored keys. Behaviour is in the other files.

use bytes::Bytes;
use std::fmt;

/// The store's logical clock. An empty store stands at 1; each writing transaction adds one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub i64);

/// Names a lease. Never zero: "no lease" is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeaseId(pub i64);

/// One key as it stood at some revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyValue {
    pub key: Bytes,
    pub value: Bytes,
    /// When this life of the key began.
    pub create_revision: Revision,
    /// When it was last written.
    pub mod_revision: Revision,
    /// Writes since `create_revision`, this one included; 0 for a deletion.
    pub version: i64,
    pub lease: Option<LeaseId>,
}

/// A lease as granted or kept alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    pub id: LeaseId,
    pub ttl_s: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaseStatus {
    pub id: LeaseId,
    pub granted_ttl_s: i64,
    pub remaining_ttl_s: i64,
    /// Attached keys, sorted.
    pub keys: Vec<Bytes>,
}

/// What a member says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    pub cluster_id: u64,
    pub member_id: u64,
    pub leader: u64,
    pub revision: Revision,
    /// The etcd version whose behaviour clients may expect, such as `3.5.17`.
    pub version: String,
    pub db_size_bytes: i64,
    pub db_in_use_bytes: i64,
    pub raft_index: u64,
    pub raft_applied_index: u64,
    pub raft_term: u64,
    pub errors: Vec<String>,
}

impl Revision {
    /// The revision after this one: where a watch that has seen this one goes on.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    pub fn previous(self) -> Self {
        Self(self.0.saturating_sub(1))
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl LeaseId {
    /// Reads the wire's number, where 0 is "none".
    pub fn from_wire(id: i64) -> Option<Self> {
        (id != 0).then_some(Self(id))
    }

    pub fn to_wire(lease: Option<Self>) -> i64 {
        lease.map_or(0, |lease| lease.0)
    }
}

impl fmt::Display for LeaseId {
    /// As etcdctl prints it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
