//! The state, and how one command changes it.

use crate::command::{Command, Effects, Reply};
use crate::index::Index;
use crate::lease::{LEASE_TTL_MAX_S, LEASE_TTL_MIN_S, Leases};
use crate::read::{self, Selection};
use crate::storage::{Place, Storage, StorageError, Write};
use crate::txn::Writing;
use bytes::Bytes;
use kube_kv::{KeyValue, KvError, KvResult, Lease, LeaseId, Range, Revision};

#[derive(Debug)]
pub struct Store {
    pub(crate) index: Index,
    pub(crate) leases: Leases,
    pub(crate) revision: Revision,
    compacted: Option<Revision>,
}

/// Builds a store from what was stored. Versions must come in the order of their places.
#[derive(Debug)]
pub struct Loader(Store);

/// Why a command did not happen: refused, or the engine failed.
#[derive(Debug)]
pub(crate) enum Failure {
    Refused(KvError),
    Storage(StorageError),
}

impl Default for Store {
    fn default() -> Self {
        Self { index: Index::default(), leases: Leases::default(), revision: Revision(1), compacted: None }
    }
}

impl Store {
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The oldest revision that can still be read; `None` before the first compaction.
    pub fn compacted(&self) -> Option<Revision> {
        self.compacted
    }

    /// How many keys have a version that is not yet forgotten.
    pub fn keys(&self) -> usize {
        self.index.len()
    }

    /// An error means that the engine failed: the state is not to be used any more.
    pub fn apply(&mut self, storage: &mut dyn Storage, command: &Command) -> Result<Effects, StorageError> {
        let mut events = Vec::new();
        let reply = match command {
            Command::Txn(txn) => Writing::new(self, storage, &mut events).txn(txn).map(Reply::Txn),
            Command::Compact { at } => self.compact(storage, *at),
            Command::LeaseGrant { id, ttl_s } => self.grant(storage, *id, *ttl_s),
            Command::LeaseRevoke { id } => {
                let revoked = Writing::new(self, storage, &mut events).revoke(*id);
                revoked.map(|revision| Reply::LeaseRevoked { revision })
            }
        };
        let reply = match reply {
            Ok(reply) => Ok(reply),
            Err(Failure::Refused(err)) => Err(err),
            Err(Failure::Storage(err)) => return Err(err),
        };
        Ok(Effects { reply, revision: self.revision, events })
    }

    /// The first half of a read: see [`Selection`].
    pub fn select(&self, range: &Range) -> KvResult<Selection> {
        read::select(&self.index, range, self.revision, self.compacted)
    }

    /// A whole read, for whoever holds the storage anyway.
    pub(crate) fn range(&self, storage: &dyn Storage, range: &Range) -> Result<kube_kv::RangeResult, Failure> {
        let selection = self.select(range)?;
        let kvs: Result<Vec<_>, _> = selection.places.iter().map(|place| storage.get(*place)).collect();
        Ok(selection.finish(range, kvs?))
    }

    /// Where a key's version as of a revision lies, for the previous value of an event. `None`: it did not exist, or
    /// compaction has taken it.
    pub fn previous(&self, key: &[u8], before: Revision) -> Option<Place> {
        let at = before.previous();
        let gone = self.compacted.is_some_and(|compacted| at < compacted);
        if gone { None } else { self.index.place(key, at) }
    }

    /// Forgets a piece of what compaction allows, at most so many keys. True: call again.
    pub fn reclaim(&mut self, storage: &mut dyn Storage, keys_max: usize) -> Result<bool, StorageError> {
        let Some(compacted) = self.compacted else {
            return Ok(false);
        };
        let mut forgotten = Vec::new();
        let more = self.index.reclaim(compacted, keys_max, &mut forgotten);
        forgotten.into_iter().try_for_each(|place| storage.write(Write::Forget(place)))?;
        Ok(more)
    }

    pub fn lease_ttl_s(&self, id: LeaseId) -> Option<i64> {
        self.leases.ttl_s(id)
    }

    pub fn lease_keys(&self, id: LeaseId) -> Vec<Bytes> {
        self.leases.keys(id)
    }

    pub fn lease_ids(&self) -> Vec<LeaseId> {
        self.leases.ids().collect()
    }

    fn compact(&mut self, storage: &mut dyn Storage, at: Revision) -> Result<Reply, Failure> {
        if self.compacted.is_some_and(|compacted| at <= compacted) {
            return Err(KvError::Compacted { at: self.compacted }.into());
        }
        if at > self.revision {
            return Err(KvError::FutureRevision.into());
        }
        storage.write(Write::Compacted(at))?;
        self.compacted = Some(at);
        Ok(Reply::Compacted { revision: self.revision })
    }

    fn grant(&mut self, storage: &mut dyn Storage, id: LeaseId, ttl_s: i64) -> Result<Reply, Failure> {
        if ttl_s > LEASE_TTL_MAX_S {
            return Err(KvError::LeaseTtlTooLarge.into());
        }
        if self.leases.ttl_s(id).is_some() {
            return Err(KvError::LeaseExists.into());
        }
        let ttl_s = ttl_s.max(LEASE_TTL_MIN_S);
        storage.write(Write::Lease { id, ttl_s })?;
        self.leases.grant(id, ttl_s);
        Ok(Reply::LeaseGranted(Lease { id, ttl_s }))
    }
}

impl Loader {
    pub fn new(compacted: Option<Revision>) -> Self {
        let revision = compacted.map_or(Revision(1), |compacted| compacted.max(Revision(1)));
        Self(Store { compacted, revision, ..Store::default() })
    }

    /// Leases come before versions, which may hang on them.
    pub fn lease(&mut self, id: LeaseId, ttl_s: i64) {
        self.0.leases.grant(id, ttl_s);
    }

    pub fn version(&mut self, place: Place, kv: &KeyValue) {
        let store = &mut self.0;
        store.revision = store.revision.max(Revision(place.main));
        if kv.version == 0 {
            store.leases.attach(&kv.key, None);
            store.index.delete(&kv.key, place);
        } else {
            store.leases.attach(&kv.key, kv.lease);
            store.index.put(&kv.key, place, kv.create_revision.0, kv.version);
        }
    }

    pub fn finish(self) -> Store {
        self.0
    }
}

impl From<KvError> for Failure {
    fn from(err: KvError) -> Self {
        Self::Refused(err)
    }
}

impl From<StorageError> for Failure {
    fn from(err: StorageError) -> Self {
        Self::Storage(err)
    }
}
