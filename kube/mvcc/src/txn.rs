//! One writing command at work: compares, the chosen branch, one revision for all it writes.

use crate::storage::{Place, Storage, Write};
use crate::store::{Failure, Store};
use bytes::Bytes;
use kube_kv::{
    Compare, Delete, DeleteResult, Event, EventKind, KeyValue, KvError, LeaseId, Op, OpResult, Put, PutLease,
    PutResult, PutValue, Range, Revision, Txn, TxnResult,
};

pub(crate) struct Writing<'a> {
    store: &'a mut Store,
    storage: &'a mut dyn Storage,
    events: &'a mut Vec<Event>,
    /// What this command's writes get; the store stands there from the first one on.
    at: Revision,
    writes: u32,
}

impl<'a> Writing<'a> {
    pub(crate) fn new(store: &'a mut Store, storage: &'a mut dyn Storage, events: &'a mut Vec<Event>) -> Self {
        let at = store.revision.next();
        Self { store, storage, events, at, writes: 0 }
    }

    pub(crate) fn txn(mut self, txn: &Txn) -> Result<TxnResult, Failure> {
        txn.check()?;
        let mut succeeded = true;
        for compare in &txn.compares {
            succeeded = succeeded && self.holds(compare)?;
        }
        let ops = if succeeded { &txn.success } else { &txn.failure };
        ops.iter().try_for_each(|op| self.check(op))?;
        let results: Result<Vec<_>, _> = ops.iter().map(|op| self.op(op)).collect();
        Ok(TxnResult { results: results?, succeeded, revision: self.store.revision })
    }

    pub(crate) fn revoke(mut self, id: LeaseId) -> Result<Revision, Failure> {
        if self.store.leases.ttl_s(id).is_none() {
            return Err(KvError::LeaseNotFound.into());
        }
        for key in self.store.leases.keys(id) {
            self.delete_one(key)?;
        }
        self.store.leases.remove(id);
        self.storage.write(Write::LeaseGone(id))?;
        Ok(self.store.revision)
    }

    fn holds(&self, compare: &Compare) -> Result<bool, Failure> {
        let found = self.store.range(self.storage, &Range::of(compare.keys.clone()))?;
        Ok(compare.holds(&found.kvs))
    }

    /// What the store's state forbids, found before anything is written.
    fn check(&self, op: &Op) -> Result<(), Failure> {
        match op {
            Op::Range(range) => self.store.select(range).map(drop)?,
            Op::Put(put) => {
                if let PutLease::Attach(lease) = put.lease
                    && self.store.leases.ttl_s(lease).is_none()
                {
                    return Err(KvError::LeaseNotFound.into());
                }
                let keeps = put.value == PutValue::Keep || put.lease == PutLease::Keep;
                if keeps && self.store.index.newest(&put.key).is_none() {
                    return Err(KvError::KeyNotFound.into());
                }
            }
            Op::Delete(_) => {}
        }
        Ok(())
    }

    fn op(&mut self, op: &Op) -> Result<OpResult, Failure> {
        match op {
            Op::Range(range) => self.store.range(self.storage, range).map(OpResult::Range),
            Op::Put(put) => self.put(put).map(OpResult::Put),
            Op::Delete(delete) => self.delete(delete).map(OpResult::Delete),
        }
    }

    fn put(&mut self, put: &Put) -> Result<PutResult, Failure> {
        let newest = self.store.index.newest(&put.key);
        let wanted = newest.filter(|_| put.prev_kv || put.value == PutValue::Keep);
        let prev = wanted.map(|newest| self.storage.get(newest.place)).transpose()?;
        let value = match (&put.value, &prev) {
            (PutValue::Set(value), _) => value.clone(),
            (PutValue::Keep, Some(prev)) => prev.value.clone(),
            (PutValue::Keep, None) => return Err(KvError::KeyNotFound.into()),
        };
        let lease = match put.lease {
            PutLease::None => None,
            PutLease::Attach(lease) => Some(lease),
            PutLease::Keep => self.store.leases.of(&put.key),
        };
        let kv = KeyValue {
            key: put.key.clone(),
            value,
            create_revision: newest.map_or(self.at, |newest| Revision(newest.created)),
            mod_revision: self.at,
            version: newest.map_or(0, |newest| newest.version) + 1,
            lease,
        };
        let place = self.next_place();
        self.store.index.put(&kv.key, place, kv.create_revision.0, kv.version);
        self.store.leases.attach(&kv.key, lease);
        self.write(EventKind::Put, place, kv)?;
        Ok(PutResult { revision: self.at, prev_kv: prev.filter(|_| put.prev_kv) })
    }

    fn delete(&mut self, delete: &Delete) -> Result<DeleteResult, Failure> {
        let mut gone = Vec::new();
        self.store.index.each(&delete.keys, self.store.revision, |key, place| gone.push((key.clone(), place)));
        let deleted = i64::try_from(gone.len()).unwrap_or(i64::MAX);
        let mut prev_kvs = Vec::new();
        for (key, place) in gone {
            if delete.prev_kv {
                prev_kvs.push(self.storage.get(place)?);
            }
            self.delete_one(key)?;
        }
        Ok(DeleteResult { revision: self.store.revision, deleted, prev_kvs })
    }

    fn delete_one(&mut self, key: Bytes) -> Result<(), Failure> {
        let place = self.next_place();
        self.store.index.delete(&key, place);
        self.store.leases.attach(&key, None);
        let kv = KeyValue {
            key,
            value: Bytes::new(),
            create_revision: Revision(0),
            mod_revision: self.at,
            version: 0,
            lease: None,
        };
        self.write(EventKind::Delete, place, kv)
    }

    fn next_place(&mut self) -> Place {
        let place = Place { main: self.at.0, sub: self.writes };
        self.writes += 1;
        self.store.revision = self.at;
        place
    }

    fn write(&mut self, kind: EventKind, place: Place, kv: KeyValue) -> Result<(), Failure> {
        self.storage.write(Write::Put(place, kv.clone()))?;
        self.events.push(Event { kind, kv, prev_kv: None });
        Ok(())
    }
}
