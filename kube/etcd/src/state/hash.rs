//! etcd's hash of the stored keys, so that the same history has the same hash in either store.
//!
//! As etcd: server/storage/mvcc/hash.go: the bucket's name, then key and value of every version up to a revision, without
//! what compaction has made unreachable.

use super::State;
use super::etcd_format;
use crate::crc::Crc;
use kube_kv::{KvError, KvResult, Revision};
use kube_mvcc::{Place, StorageError};

#[derive(Clone, Copy, Debug)]
pub(crate) struct Hash {
    pub(crate) hash: u32,
    pub(crate) at: Revision,
    pub(crate) compacted: Option<Revision>,
}

impl State {
    pub(crate) fn hash(&self, at: Option<Revision>) -> Result<KvResult<Hash>, StorageError> {
        let (snapshot, compacted, at) = {
            let inner = self.inner.read();
            let (now, compacted) = (inner.store.revision(), inner.store.compacted());
            let at = at.unwrap_or(now);
            if at > now {
                return Ok(Err(KvError::FutureRevision));
            }
            if compacted.is_some_and(|compacted| at < compacted) {
                return Ok(Err(KvError::Compacted { at: compacted }));
            }
            (self.db.snapshot(), compacted, at)
        };
        let mut crc = Crc::new().add(b"key");
        snapshot.walk(Place { main: 0, sub: 0 }, |place, kv| {
            if place.main > at.0 {
                return false;
            }
            let old = compacted.is_some_and(|compacted| place.main <= compacted.0);
            // Not yet reclaimed, but gone all the same.
            let kept = !old || self.keeps(&kv.key, place, compacted.unwrap_or_default());
            if kept {
                crc = crc.add(&etcd_format::key(place, kv.version == 0)).add(&etcd_format::value(kv));
            }
            true
        })?;
        Ok(Ok(Hash { hash: crc.finish(), at, compacted }))
    }

    fn keeps(&self, key: &[u8], place: Place, compacted: Revision) -> bool {
        self.inner.read().store.previous(key, compacted.next()) == Some(place)
    }
}
