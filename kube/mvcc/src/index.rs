//! Which versions each key has, and where they lie.
//!
//! A key's lives follow one another: each ends with a deletion. As etcd's generations, but in one list.
//!
//! - Places of one key rise.
//! - Whatever was superseded and is not yet forgotten stands in `superseded`, so that compaction looks at nothing else.

use crate::storage::Place;
use bytes::Bytes;
use kube_kv::{Keys, Revision};
use smallvec::SmallVec;
use std::collections::{BTreeMap, VecDeque};

#[derive(Debug, Default)]
pub(crate) struct Index {
    keys: BTreeMap<Bytes, Lives>,
    /// The revision at which something older was superseded, and whose.
    superseded: VecDeque<(i64, Bytes)>,
    /// Deletions at the compacted revision itself: they can still be watched, and go with the next compaction.
    held: Vec<(i64, Bytes)>,
}

#[derive(Debug)]
struct Lives {
    /// Of the last life.
    created: i64,
    /// Of the last version.
    version: i64,
    versions: SmallVec<[Version; 1]>,
}

#[derive(Clone, Copy, Debug)]
struct Version {
    place: Place,
    deleted: bool,
}

/// The newest version of a live key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Newest {
    pub(crate) place: Place,
    pub(crate) created: i64,
    pub(crate) version: i64,
}

impl Index {
    /// Where the key's version as of a revision lies, if it lived then.
    pub(crate) fn place(&self, key: &[u8], at: Revision) -> Option<Place> {
        self.keys.get(key)?.place(at)
    }

    pub(crate) fn newest(&self, key: &[u8]) -> Option<Newest> {
        let lives = self.keys.get(key)?;
        let last = lives.versions.last().filter(|last| !last.deleted)?;
        Some(Newest { place: last.place, created: lives.created, version: lives.version })
    }

    /// Calls `seen` for every key that lived at the revision, in order.
    pub(crate) fn each(&self, keys: &Keys, at: Revision, mut seen: impl FnMut(&Bytes, Place)) {
        if keys.is_empty() {
            return;
        }
        for (key, lives) in self.keys.range::<[u8], _>(keys.bounds()) {
            if let Some(place) = lives.place(at) {
                seen(key, place);
            }
        }
    }

    pub(crate) fn put(&mut self, key: &[u8], place: Place, created: i64, version: i64) {
        self.add(key, Version { place, deleted: false }, created, version);
    }

    pub(crate) fn delete(&mut self, key: &[u8], place: Place) {
        self.add(key, Version { place, deleted: true }, 0, 0);
    }

    fn add(&mut self, key: &[u8], version: Version, created: i64, number: i64) {
        let here = (std::ops::Bound::Included(key), std::ops::Bound::Included(key));
        let superseded = match self.keys.range_mut::<[u8], _>(here).next() {
            Some((own, lives)) => {
                assert!(lives.versions.last().is_none_or(|last| last.place < version.place), "places of a key rise");
                lives.versions.push(version);
                (lives.created, lives.version) = (created, number);
                Some(own.clone())
            }
            None => {
                let versions = SmallVec::from_buf([version]);
                // A copy, here and above: the caller's may be a part of something much bigger.
                let own = Bytes::copy_from_slice(key);
                self.keys.insert(own.clone(), Lives { created, version: number, versions });
                // A deletion comes first only while loading: what it deleted is forgotten already.
                version.deleted.then_some(own)
            }
        };
        self.superseded.extend(superseded.map(|own| (version.place.main, own)));
    }

    /// Forgets what was superseded at or below the compacted revision, for at most so many keys; says what it was.
    /// True: there may be more.
    pub(crate) fn reclaim(&mut self, compacted: Revision, keys_max: usize, forgotten: &mut Vec<Place>) -> bool {
        let released: Vec<_> = self.held.extract_if(.., |(main, _)| *main < compacted.0).collect();
        for (_, key) in released {
            self.compact(&key, compacted, forgotten);
        }
        for _ in 0..keys_max {
            if self.superseded.front().is_none_or(|(main, _)| *main > compacted.0) {
                return false;
            }
            let Some((main, key)) = self.superseded.pop_front() else {
                return false;
            };
            if self.compact(&key, compacted, forgotten) && main == compacted.0 {
                self.held.push((main, key));
            }
        }
        true
    }

    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    /// True when the oldest version that is left is a deletion.
    fn compact(&mut self, key: &Bytes, compacted: Revision, forgotten: &mut Vec<Place>) -> bool {
        let Some(lives) = self.keys.get_mut(key) else {
            return false;
        };
        lives.compact(compacted, forgotten);
        match lives.versions.first() {
            Some(first) => first.deleted,
            None => {
                self.keys.remove(key);
                false
            }
        }
    }
}

impl Lives {
    fn place(&self, at: Revision) -> Option<Place> {
        let after = self.versions.partition_point(|version| version.place.main <= at.0);
        let version = self.versions.get(after.checked_sub(1)?)?;
        (!version.deleted).then_some(version.place)
    }

    /// Keeps what can still be read at the compacted revision or later. A deletion exactly there is kept as well, for a
    /// watch that starts with it, as etcd does since 3.5.18.
    fn compact(&mut self, compacted: Revision, forgotten: &mut Vec<Place>) {
        let after = self.versions.partition_point(|version| version.place.main <= compacted.0);
        let keep_last = after.checked_sub(1).and_then(|last| self.versions.get(last));
        let keep_last = keep_last.is_some_and(|last| !last.deleted || last.place.main == compacted.0);
        let gone = after - usize::from(keep_last);
        forgotten.extend(self.versions.drain(..gone).map(|version| version.place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_does_not_keep_its_request_alive() {
        let request = Bytes::from(vec![b'k'; 4096]);
        let mut index = Index::default();
        for main in 2..5 {
            index.put(&request.slice(..3), Place { main, sub: 0 }, 2, main - 1);
        }
        index.delete(&request.slice(..3), Place { main: 5, sub: 0 });
        assert!(request.is_unique());
        assert_eq!(index.superseded.len(), 3);
        let mut forgotten = Vec::new();
        while index.reclaim(Revision(6), 10, &mut forgotten) {}
        assert_eq!((forgotten.len(), index.len()), (4, 0));
    }
}
