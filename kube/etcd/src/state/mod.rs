//! The replicated state: what the store means (`kube_mvcc`) over where it lies (RocksDB), and what readers and watches
//! see of it.
//!
//! - One writer: commands are applied in the log's order, a batch at a time, each batch with the index it reaches in one
//!   atomic write. Readers see whole batches only.
//! - RocksDB's own log is off: what is not flushed is applied again from ours, which is purged only up to what
//!   [`State::flush`] has said is flushed.
//! - Values are read outside the lock, from a snapshot taken inside it.

mod bolt;
mod db;
mod etcd_format;
mod events;
mod hash;
mod open;
mod ring;
mod snapshot;

use crate::members::Members;
use crate::step::Step;
use crate::wal::{EntryId, WalStep};
use db::{Batch, Db};
use kube_kv::{KeyValue, KvResult, LeaseId, Range, RangeResult, Revision};
use kube_mvcc::{Command, Effects, Reply, StorageError, Store};
use parking_lot::RwLock;
use ring::Ring;
use std::sync::Arc;
use tokio::sync::watch;

pub(crate) use db::Sizes;
pub(crate) use snapshot::SnapshotFile;

pub(crate) struct State {
    db: Db,
    inner: RwLock<Inner>,
    /// The revision readers see; wakes watches.
    revision: watch::Sender<Revision>,
    step: WalStep,
}

struct Inner {
    store: Store,
    ring: Ring,
    applied: Applied,
}

/// How far the log is applied, and who was a member then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Applied {
    pub(crate) last: Option<EntryId>,
    pub(crate) members_at: Option<EntryId>,
    pub(crate) members: Members,
}

/// One entry of the log, as the state sees it.
pub(crate) enum Change {
    /// A leader's first entry: it changes nothing but the index.
    Blank,
    Command(Arc<Command>),
    Members(Members),
}

impl State {
    pub(crate) fn revision(&self) -> Revision {
        *self.revision.borrow()
    }

    pub(crate) fn changes(&self) -> watch::Receiver<Revision> {
        self.revision.subscribe()
    }

    pub(crate) fn applied(&self) -> Applied {
        self.inner.read().applied.clone()
    }

    pub(crate) fn sizes(&self) -> Sizes {
        self.db.sizes()
    }

    pub(crate) fn range(&self, range: &Range) -> Result<KvResult<RangeResult>, StorageError> {
        let (selection, snapshot) = {
            let inner = self.inner.read();
            match inner.store.select(range) {
                Ok(selection) => (selection, self.db.snapshot()),
                Err(err) => return Ok(Err(err)),
            }
        };
        let kvs: Result<Vec<KeyValue>, _> = selection.places.iter().map(|place| snapshot.get(*place)).collect();
        Ok(Ok(selection.finish(range, kvs?)))
    }

    pub(crate) fn lease_ttl_s(&self, id: LeaseId) -> Option<i64> {
        self.inner.read().store.lease_ttl_s(id)
    }

    pub(crate) fn lease_keys(&self, id: LeaseId) -> Vec<bytes::Bytes> {
        self.inner.read().store.lease_keys(id)
    }

    pub(crate) fn lease_ids(&self) -> Vec<LeaseId> {
        self.inner.read().store.lease_ids()
    }

    /// Applies a batch of entries. An error means that the engine failed: nothing may follow.
    pub(crate) fn apply(&self, entries: &[(EntryId, Change)]) -> Result<Vec<KvResult<Option<Reply>>>, StorageError> {
        let mut replies = Vec::with_capacity(entries.len());
        let mut inner = self.inner.write();
        let inner = &mut *inner;
        let mut batch = Batch::new(&self.db);
        for (id, change) in entries {
            inner.applied.last = Some(*id);
            replies.push(match change {
                Change::Blank => Ok(None),
                Change::Members(members) => {
                    inner.applied.members_at = Some(*id);
                    inner.applied.members.clone_from(members);
                    batch.members(&inner.applied);
                    Ok(None)
                }
                Change::Command(command) => {
                    let Effects { reply, revision, events } = inner.store.apply(&mut batch, command)?;
                    if !events.is_empty() {
                        inner.ring.push(revision, events);
                    }
                    reply.map(Some)
                }
            });
        }
        batch.applied(inner.applied.last);
        batch.commit()?;
        (self.step)(Step::Applied);
        let revision = inner.store.revision();
        self.revision.send_if_modified(|seen| std::mem::replace(seen, revision) != revision);
        Ok(replies)
    }

    /// Forgets a piece of what compaction allows. True: there may be more.
    pub(crate) fn reclaim(&self, keys_max: usize) -> Result<bool, StorageError> {
        let mut inner = self.inner.write();
        let mut batch = Batch::new(&self.db);
        let more = inner.store.reclaim(&mut batch, keys_max)?;
        batch.commit()?;
        (self.step)(Step::Reclaimed);
        Ok(more)
    }

    /// Makes durable what is applied. Blocks. Answers how far that was: at least so far is flushed afterwards.
    pub(crate) fn flush(&self) -> Result<Applied, StorageError> {
        let applied = self.applied();
        self.db.flush()?;
        let flushed = self.db.flushed()?;
        assert!(flushed >= applied.last, "what was applied before a flush is flushed: {flushed:?} {applied:?}");
        (self.step)(Step::StateFlushed);
        Ok(applied)
    }
}
