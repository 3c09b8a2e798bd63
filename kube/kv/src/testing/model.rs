//! The store at its simplest: every version of every key in one ordered map, every event in a list.
//!
//! Decides what right is where the suite is silent. Durable it is not, and it uses memory as it likes.

use crate::{
    Compare, Delete, DeleteResult, Event, EventKind, KeyValue, Keys, Kv, KvError, KvResult, Lease, LeaseId,
    LeaseStatus, Op, OpResult, Projection, Put, PutLease, PutResult, PutValue, Range, RangeResult, Revision, Status,
    Txn, TxnResult, Watch, WatchMessage, Watcher,
};
use async_trait::async_trait;
use bytes::Bytes;
use futures::channel::mpsc::{UnboundedSender, unbounded};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// Cheap to clone; clones share one store.
#[derive(Clone, Debug)]
pub struct Model(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    revision: Revision,
    compacted: Option<Revision>,
    /// Every version, oldest first; version 0 is a deletion.
    keys: BTreeMap<Bytes, Vec<KeyValue>>,
    /// Every event, with the revision it happened at.
    log: Vec<(Revision, Event)>,
    leases: BTreeMap<LeaseId, Granted>,
    now: Duration,
    watches: Vec<Follower>,
}

#[derive(Debug)]
struct Granted {
    ttl_s: i64,
    expires: Duration,
}

#[derive(Debug)]
struct Follower {
    watch: Watch,
    from: Revision,
    sender: UnboundedSender<KvResult<WatchMessage>>,
}

/// As etcd's server: the lowest time to live it grants with default timings, and the highest it accepts.
const LEASE_TTL_MIN_S: i64 = 2;
const LEASE_TTL_MAX_S: i64 = 9_000_000_000;

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

impl Model {
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(State {
            revision: Revision(1),
            compacted: None,
            keys: BTreeMap::new(),
            log: Vec::new(),
            leases: BTreeMap::new(),
            now: Duration::ZERO,
            watches: Vec::new(),
        })))
    }

    /// Lets time pass: leases run out.
    pub fn advance(&self, by: Duration) {
        let mut state = self.state();
        state.now += by;
        let now = state.now;
        let gone: Vec<LeaseId> =
            state.leases.iter().filter(|(_, lease)| lease.expires <= now).map(|(id, _)| *id).collect();
        for id in gone {
            state.revoke(id).expect("it was just found");
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no holder of the lock panics")
    }
}

#[async_trait]
impl Kv for Model {
    async fn range(&self, range: Range) -> KvResult<RangeResult> {
        Txn::always([Op::Range(range.clone())]).check()?;
        self.state().range(&range)
    }

    async fn txn(&self, txn: Txn) -> KvResult<TxnResult> {
        txn.check()?;
        self.state().txn(txn)
    }

    async fn watch(&self, watch: Watch) -> KvResult<Watcher> {
        if watch.keys.start.is_empty() {
            return Err(KvError::EmptyKey);
        }
        let (sender, receiver) = unbounded();
        let model = self.clone();
        let ask = sender.clone();
        let watcher = Watcher::new(Box::pin(receiver), move || {
            let now = model.state().revision;
            // A closed channel: the watcher is gone, and nobody waits for the answer.
            let _gone = ask.unbounded_send(Ok(WatchMessage::Progress(now)));
        });
        self.state().follow(watch, sender);
        Ok(watcher)
    }

    async fn compact(&self, at: Revision) -> KvResult<Revision> {
        self.state().compact(at)
    }

    async fn lease_grant(&self, ttl_s: i64, id: Option<LeaseId>) -> KvResult<Lease> {
        self.state().grant(ttl_s, id)
    }

    async fn lease_revoke(&self, id: LeaseId) -> KvResult<Revision> {
        self.state().revoke(id)
    }

    async fn lease_keep_alive(&self, id: LeaseId) -> KvResult<Lease> {
        let mut state = self.state();
        let now = state.now;
        let lease = state.leases.get_mut(&id).ok_or(KvError::LeaseNotFound)?;
        lease.expires = now + seconds(lease.ttl_s);
        Ok(Lease { id, ttl_s: lease.ttl_s })
    }

    async fn lease_time_to_live(&self, id: LeaseId) -> KvResult<LeaseStatus> {
        let state = self.state();
        let lease = state.leases.get(&id).ok_or(KvError::LeaseNotFound)?;
        let remaining_ttl_s = i64::try_from((lease.expires - state.now).as_secs()).expect("a granted time fits");
        Ok(LeaseStatus { id, granted_ttl_s: lease.ttl_s, remaining_ttl_s, keys: state.attached(id) })
    }

    async fn leases(&self) -> KvResult<Vec<LeaseId>> {
        Ok(self.state().leases.keys().copied().collect())
    }

    async fn status(&self) -> KvResult<Status> {
        let revision = self.state().revision;
        Ok(Status {
            cluster_id: 1,
            member_id: 1,
            leader: 1,
            revision,
            version: "3.5.17".to_owned(),
            ..Status::default()
        })
    }
}

impl State {
    /// The key as of a revision, if it existed then.
    fn at(&self, key: &[u8], revision: Revision) -> Option<&KeyValue> {
        let versions = self.keys.get(key)?;
        versions.iter().rev().find(|kv| kv.mod_revision <= revision).filter(|kv| kv.version > 0)
    }

    fn live(&self, keys: &Keys, revision: Revision) -> Vec<KeyValue> {
        let within = self.keys.keys().filter(|key| keys.contains(key));
        within.filter_map(|key| self.at(key, revision)).cloned().collect()
    }

    fn range(&self, range: &Range) -> KvResult<RangeResult> {
        let at = range.revision.filter(|revision| revision.0 > 0).unwrap_or(self.revision);
        if at > self.revision {
            return Err(KvError::FutureRevision);
        }
        if self.compacted.is_some_and(|compacted| at < compacted) {
            return Err(KvError::Compacted { at: self.compacted });
        }
        let mut kvs = self.live(&range.keys, at);
        let count = i64::try_from(kvs.len()).expect("fits");
        if range.projection == Projection::CountOnly {
            return Ok(RangeResult { revision: self.revision, kvs: Vec::new(), more: false, count });
        }
        kvs.retain(|kv| {
            range.mod_revisions.contains(kv.mod_revision) && range.create_revisions.contains(kv.create_revision)
        });
        if let Some(order) = range.order {
            order.sort(&mut kvs);
        }
        let more = range.limit > 0 && kvs.len() > range.limit;
        if more {
            kvs.truncate(range.limit);
        }
        if range.projection == Projection::KeysOnly {
            kvs.iter_mut().for_each(|kv| kv.value = Bytes::new());
        }
        Ok(RangeResult { revision: self.revision, kvs, more, count })
    }

    fn txn(&mut self, txn: Txn) -> KvResult<TxnResult> {
        let holds = |compare: &Compare| compare.holds(&self.live(&compare.keys, self.revision));
        let succeeded = txn.compares.iter().all(holds);
        let ops = if succeeded { txn.success } else { txn.failure };
        ops.iter().try_for_each(|op| self.check(op))?;
        let before = self.revision;
        let mut events = Vec::new();
        let mut results = Vec::with_capacity(ops.len());
        for op in ops {
            results.push(match op {
                Op::Range(range) => OpResult::Range(self.range(&range)?),
                Op::Put(put) => OpResult::Put(self.put(put, before.next(), &mut events)),
                Op::Delete(delete) => OpResult::Delete(self.delete(&delete, before.next(), &mut events)),
            });
        }
        self.publish(events);
        Ok(TxnResult { revision: self.revision, succeeded, results })
    }

    /// Nothing of a transaction happens when one of its operations cannot.
    fn check(&self, op: &Op) -> KvResult<()> {
        match op {
            Op::Range(range) => self.range(range).map(drop),
            Op::Put(put) => {
                if let PutLease::Attach(lease) = put.lease
                    && !self.leases.contains_key(&lease)
                {
                    return Err(KvError::LeaseNotFound);
                }
                let keeps = put.value == PutValue::Keep || put.lease == PutLease::Keep;
                if keeps && self.at(&put.key, self.revision).is_none() {
                    return Err(KvError::KeyNotFound);
                }
                Ok(())
            }
            Op::Delete(_) => Ok(()),
        }
    }

    fn put(&mut self, put: Put, at: Revision, events: &mut Vec<Event>) -> PutResult {
        let prev = self.at(&put.key, at).cloned();
        let value = match put.value {
            PutValue::Set(value) => value,
            PutValue::Keep => prev.as_ref().map(|prev| prev.value.clone()).expect("checked"),
        };
        let lease = match put.lease {
            PutLease::None => None,
            PutLease::Attach(lease) => Some(lease),
            PutLease::Keep => prev.as_ref().expect("checked").lease,
        };
        let kv = KeyValue {
            key: put.key.clone(),
            value,
            create_revision: prev.as_ref().map_or(at, |prev| prev.create_revision),
            mod_revision: at,
            version: prev.as_ref().map_or(0, |prev| prev.version) + 1,
            lease,
        };
        self.record(EventKind::Put, kv, prev.clone(), events);
        PutResult { revision: at, prev_kv: prev.filter(|_| put.prev_kv) }
    }

    fn delete(&mut self, delete: &Delete, at: Revision, events: &mut Vec<Event>) -> DeleteResult {
        let gone = self.live(&delete.keys, at);
        for prev in &gone {
            let kv = KeyValue {
                key: prev.key.clone(),
                value: Bytes::new(),
                create_revision: Revision(0),
                mod_revision: at,
                version: 0,
                lease: None,
            };
            self.record(EventKind::Delete, kv, Some(prev.clone()), events);
        }
        DeleteResult {
            revision: self.revision,
            deleted: i64::try_from(gone.len()).expect("fits"),
            prev_kvs: if delete.prev_kv { gone } else { Vec::new() },
        }
    }

    fn record(&mut self, kind: EventKind, kv: KeyValue, prev_kv: Option<KeyValue>, events: &mut Vec<Event>) {
        self.revision = kv.mod_revision;
        self.keys.entry(kv.key.clone()).or_default().push(kv.clone());
        events.push(Event { kind, kv, prev_kv });
    }

    fn publish(&mut self, events: Vec<Event>) {
        self.log.extend(events.iter().cloned().map(|event| (self.revision, event)));
        let revision = self.revision;
        self.watches.retain(|follower| revision < follower.from || send(follower, revision, &events, None));
    }

    fn follow(&mut self, watch: Watch, sender: UnboundedSender<KvResult<WatchMessage>>) {
        let from = watch.start.filter(|start| start.0 > 0).unwrap_or(self.revision.next());
        let follower = Follower { watch, from, sender };
        if let Some(compacted) = self.compacted.filter(|compacted| from < *compacted) {
            let _gone = follower.sender.unbounded_send(Err(KvError::Compacted { at: Some(compacted) }));
            return;
        }
        for group in self.log.chunk_by(|a, b| a.0 == b.0).filter(|group| group[0].0 >= from) {
            let events: Vec<Event> = group.iter().map(|(_, event)| event.clone()).collect();
            send(&follower, group[0].0, &events, self.compacted);
        }
        self.watches.push(follower);
    }

    fn compact(&mut self, at: Revision) -> KvResult<Revision> {
        if self.compacted.is_some_and(|compacted| at <= compacted) {
            return Err(KvError::Compacted { at: self.compacted });
        }
        if at > self.revision {
            return Err(KvError::FutureRevision);
        }
        self.compacted = Some(at);
        Ok(self.revision)
    }

    fn grant(&mut self, ttl_s: i64, id: Option<LeaseId>) -> KvResult<Lease> {
        if ttl_s > LEASE_TTL_MAX_S {
            return Err(KvError::LeaseTtlTooLarge);
        }
        let id = id.unwrap_or_else(|| LeaseId(self.leases.last_key_value().map_or(1, |(last, _)| last.0 + 1)));
        if self.leases.contains_key(&id) {
            return Err(KvError::LeaseExists);
        }
        let ttl_s = ttl_s.max(LEASE_TTL_MIN_S);
        self.leases.insert(id, Granted { ttl_s, expires: self.now + seconds(ttl_s) });
        Ok(Lease { id, ttl_s })
    }

    fn revoke(&mut self, id: LeaseId) -> KvResult<Revision> {
        let attached = self.attached(id);
        self.leases.remove(&id).ok_or(KvError::LeaseNotFound)?;
        let (at, mut events) = (self.revision.next(), Vec::new());
        for key in attached {
            self.delete(&Delete::of(Keys::one(key)), at, &mut events);
        }
        self.publish(events);
        Ok(self.revision)
    }

    fn attached(&self, id: LeaseId) -> Vec<Bytes> {
        let live = self.live(&Keys::all(), self.revision);
        live.into_iter().filter(|kv| kv.lease == Some(id)).map(|kv| kv.key).collect()
    }
}

/// False when the watcher is gone.
fn send(follower: &Follower, revision: Revision, events: &[Event], compacted: Option<Revision>) -> bool {
    let watch = &follower.watch;
    let wanted = |event: &&Event| {
        let left_out = if event.kind == EventKind::Put { watch.no_put } else { watch.no_delete };
        watch.keys.contains(&event.kv.key) && !left_out
    };
    let events: Vec<Event> = events
        .iter()
        .filter(wanted)
        .map(|event| {
            // What compaction has taken away cannot be shown.
            let shown = watch.prev_kv && compacted.is_none_or(|compacted| revision.previous() >= compacted);
            Event { prev_kv: event.prev_kv.clone().filter(|_| shown), ..event.clone() }
        })
        .collect();
    events.is_empty() || follower.sender.unbounded_send(Ok(WatchMessage::Events { revision, events })).is_ok()
}

fn seconds(s: i64) -> Duration {
    Duration::from_secs(u64::try_from(s).expect("a granted time is positive"))
}
