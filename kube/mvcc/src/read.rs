//! Reads, in two steps: the index says which places hold the answer, and whoever fetched them finishes it. In between
//! no lock is needed: a storage that can take a snapshot takes it after the first step.

use crate::index::Index;
use crate::storage::Place;
use bytes::Bytes;
use kube_kv::{KeyValue, KvError, KvResult, Projection, Range, RangeResult, Revision};

/// Which versions answer a [`Range`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// In key order.
    pub places: Vec<Place>,
    count: i64,
    revision: Revision,
}

/// As etcd: server/storage/mvcc/kvstore_txn.go, `rangeKeys`.
pub(crate) fn select(index: &Index, range: &Range, now: Revision, compacted: Option<Revision>) -> KvResult<Selection> {
    let at = range.revision.filter(|at| at.0 > 0).unwrap_or(now);
    if at > now {
        return Err(KvError::FutureRevision);
    }
    if compacted.is_some_and(|compacted| at < compacted) {
        return Err(KvError::Compacted { at: compacted });
    }
    let (mut places, mut count) = (Vec::new(), 0);
    let places_max = match range.projection {
        Projection::CountOnly => 0,
        _ if range.limit == 0 || must_see_all(range) => usize::MAX,
        _ => range.limit,
    };
    index.each(&range.keys, at, |_, place| {
        count += 1;
        if places.len() < places_max {
            places.push(place);
        }
    });
    Ok(Selection { places, count, revision: now })
}

/// What is sorted or filtered by content can be cut only afterwards.
fn must_see_all(range: &Range) -> bool {
    range.order.is_some() || !range.mod_revisions.is_open() || !range.create_revisions.is_open()
}

impl Selection {
    /// Makes the answer from what was found at `places`, in the same order.
    pub fn finish(&self, range: &Range, mut kvs: Vec<KeyValue>) -> RangeResult {
        let counted_only = range.projection == Projection::CountOnly;
        let mut more = !counted_only && i64::try_from(kvs.len()).is_ok_and(|found| found < self.count);
        if must_see_all(range) {
            kvs.retain(|kv| {
                range.mod_revisions.contains(kv.mod_revision) && range.create_revisions.contains(kv.create_revision)
            });
            if let Some(order) = range.order {
                order.sort(&mut kvs);
            }
            more = range.limit > 0 && kvs.len() > range.limit;
            if more {
                kvs.truncate(range.limit);
            }
        }
        if range.projection == Projection::KeysOnly {
            kvs.iter_mut().for_each(|kv| kv.value = Bytes::new());
        }
        RangeResult { revision: self.revision, kvs, more, count: self.count }
    }
}
