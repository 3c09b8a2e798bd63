//! Which leases there are and what hangs on them. When they run out is decided by [`crate::Expiry`].

use bytes::Bytes;
use kube_kv::LeaseId;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What etcd grants at least, with its default timings: one and a half election timeouts, rounded up.
pub const LEASE_TTL_MIN_S: i64 = 2;
/// What etcd accepts at most.
pub const LEASE_TTL_MAX_S: i64 = 9_000_000_000;

#[derive(Debug, Default)]
pub(crate) struct Leases {
    held: BTreeMap<LeaseId, Held>,
    by_key: HashMap<Bytes, LeaseId>,
}

#[derive(Debug)]
struct Held {
    ttl_s: i64,
    keys: BTreeSet<Bytes>,
}

impl Leases {
    pub(crate) fn grant(&mut self, id: LeaseId, ttl_s: i64) {
        self.held.insert(id, Held { ttl_s, keys: BTreeSet::new() });
    }

    pub(crate) fn ttl_s(&self, id: LeaseId) -> Option<i64> {
        self.held.get(&id).map(|held| held.ttl_s)
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = LeaseId> {
        self.held.keys().copied()
    }

    /// Attached keys, in order.
    pub(crate) fn keys(&self, id: LeaseId) -> Vec<Bytes> {
        self.held.get(&id).map_or_else(Vec::new, |held| held.keys.iter().cloned().collect())
    }

    /// The lease goes; its keys stay for the caller to delete.
    pub(crate) fn remove(&mut self, id: LeaseId) {
        for key in self.held.remove(&id).map(|held| held.keys).unwrap_or_default() {
            self.by_key.remove(&key);
        }
    }

    pub(crate) fn of(&self, key: &[u8]) -> Option<LeaseId> {
        self.by_key.get(key).copied()
    }

    /// Attaches the key to this lease, or to none, and detaches it from any other.
    pub(crate) fn attach(&mut self, key: &Bytes, lease: Option<LeaseId>) {
        let before = match lease {
            Some(lease) => self.by_key.insert(key.clone(), lease),
            None => self.by_key.remove(key),
        };
        if let Some(held) = before.filter(|before| Some(*before) != lease).and_then(|id| self.held.get_mut(&id)) {
            held.keys.remove(key);
        }
        if let Some(held) = lease.and_then(|lease| self.held.get_mut(&lease)) {
            held.keys.insert(key.clone());
        }
    }
}
