//! A storage for these tests: a map.

use kube_kv::{KeyValue, LeaseId, Revision};
use kube_mvcc::{Loader, Place, Storage, StorageError, Store, Write};
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(crate) versions: BTreeMap<Place, KeyValue>,
    leases: BTreeMap<LeaseId, i64>,
    compacted: Option<Revision>,
}

impl Storage for Memory {
    fn get(&self, place: Place) -> Result<KeyValue, StorageError> {
        self.versions.get(&place).cloned().ok_or_else(|| StorageError::missing(place))
    }

    fn write(&mut self, write: Write) -> Result<(), StorageError> {
        match write {
            Write::Put(place, kv) => assert!(self.versions.insert(place, kv).is_none(), "a place is written once"),
            Write::Forget(place) => assert!(self.versions.remove(&place).is_some(), "it was there"),
            Write::Compacted(at) => self.compacted = Some(at),
            Write::Lease { id, ttl_s } => drop(self.leases.insert(id, ttl_s)),
            Write::LeaseGone(id) => drop(self.leases.remove(&id)),
        }
        Ok(())
    }
}

impl Memory {
    /// What a restart does.
    pub(crate) fn load(&self) -> Store {
        let mut loader = Loader::new(self.compacted);
        self.leases.iter().for_each(|(id, ttl_s)| loader.lease(*id, *ttl_s));
        self.versions.iter().for_each(|(place, kv)| loader.version(*place, kv));
        loader.finish()
    }
}
