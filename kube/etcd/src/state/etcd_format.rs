//! How etcd itself writes a version: for hashes that compare and snapshots that its tools read.

use crate::wire::{self, mvccpb};
use kube_kv::KeyValue;
use kube_mvcc::Place;
use prost::Message;

/// Revision, an underscore, the position within it; a deletion is marked.
pub(super) fn key(place: Place, deleted: bool) -> Vec<u8> {
    let mut key = Vec::with_capacity(18);
    key.extend(place.main.to_be_bytes());
    key.push(b'_');
    key.extend(i64::from(place.sub).to_be_bytes());
    if deleted {
        key.push(b't');
    }
    key
}

/// A deletion holds its key alone.
pub(super) fn value(kv: KeyValue) -> Vec<u8> {
    if kv.version == 0 {
        return mvccpb::KeyValue { key: kv.key, ..Default::default() }.encode_to_vec();
    }
    wire::kv(kv).encode_to_vec()
}
