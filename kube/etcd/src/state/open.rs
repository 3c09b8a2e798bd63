//! Opening the state: checks the format, rebuilds the index, reads who the members are: 16 bytes with the entry that
//! decided it, then the text of `members.rs`.

use super::db::{self, Db, DbError, FORMAT};
use super::{Applied, Inner, Ring, State};
use crate::members::Members;
use crate::wal::{EntryId, WalStep};
use kube_mvcc::{Loader, Place, StorageError};
use parking_lot::RwLock;
use std::path::Path;
use tokio::sync::watch;

impl State {
    pub(crate) fn open(dir: &Path, step: WalStep) -> Result<Self, DbError> {
        let db = Db::open(dir)?;
        match db.meta(b"format").map_err(DbError::Read)? {
            Some(format) => {
                let format = format.try_into().map_err(|_| DbError::Damaged("the format's version".to_owned()))?;
                if u32::from_le_bytes(format) != FORMAT {
                    return Err(DbError::Format(u32::from_le_bytes(format)));
                }
            }
            None => {
                let mut batch = super::Batch::new(&db);
                batch.put_meta(b"format", &FORMAT.to_le_bytes());
                batch.commit().map_err(DbError::Read)?;
            }
        }
        let inner = load(&db).map_err(DbError::Read)?;
        let revision = watch::Sender::new(inner.store.revision());
        Ok(Self { db, inner: RwLock::new(inner), revision, step })
    }
}

fn load(db: &Db) -> Result<Inner, StorageError> {
    let compacted = db.meta(b"compacted")?.as_deref().map(db::revision).transpose()?;
    let mut loader = Loader::new(compacted);
    for (id, ttl_s) in db.leases()? {
        loader.lease(id, ttl_s);
    }
    db.snapshot().walk(Place { main: 0, sub: 0 }, |place, kv| {
        // The index keeps the key: let it not keep the whole stored version alive.
        let kv = kube_kv::KeyValue { key: bytes::Bytes::copy_from_slice(&kv.key), ..kv };
        loader.version(place, &kv);
        true
    })?;
    let store = loader.finish();
    let ring = Ring::new(store.revision().next());
    let last = db.meta(b"applied")?.as_deref().map(db::entry_id).transpose()?;
    let members = db.meta(b"members")?.map(|bytes| decode_members(&bytes)).transpose()?;
    let (members_at, members) = members.unwrap_or_default();
    Ok(Inner { store, ring, applied: Applied { last, members_at, members } })
}

pub(super) fn encode_members(applied: &Applied) -> Vec<u8> {
    let at = applied.members_at.map_or([0; 16], db::id_bytes);
    [&at[..], applied.members.to_text().as_bytes()].concat()
}

fn decode_members(bytes: &[u8]) -> Result<(Option<EntryId>, Members), StorageError> {
    let damaged = || StorageError { tried: "read the members: the bytes make no sense".to_owned(), source: None };
    let (at, text) = bytes.split_at_checked(16).ok_or_else(damaged)?;
    let text = std::str::from_utf8(text).map_err(|_| damaged())?;
    Ok((Some(db::entry_id(at)?), Members::from_text(text).ok_or_else(damaged)?))
}
