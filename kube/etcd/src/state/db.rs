//! RocksDB: layout, options, batches. Format version 1, frozen.
//!
//! ```text
//! family "default"    format      u32, little endian: 1
//!                     applied     term u64, index u64, big endian
//!                     members     see `open.rs`
//!                     compacted   revision i64, big endian
//!                     lease/ID    (ID i64, big endian)  seconds i64, big endian
//! family "revisions"  revision i64, position u32, big endian -> mvccpb.KeyValue; version 0 is a deletion
//! ```

use super::{Applied, open};
use crate::wal::EntryId;
use crate::wire::{self, mvccpb};
use bytes::Bytes;
use kube_kv::{KeyValue, LeaseId, Revision};
use kube_mvcc::{Place, Storage, StorageError, Write};
use prost::Message;
use rocksdb::{
    BlockBasedOptions, Cache, ColumnFamily, ColumnFamilyDescriptor, DB, DBCompressionType, FlushOptions, Options,
    ReadOptions, ReadTier, SnapshotWithThreadMode, WriteBatch, WriteOptions,
};
use std::collections::HashMap;
use std::path::Path;

const REVISIONS: &str = "revisions";
pub(super) const FORMAT: u32 = 1;

/// Memory is kept small: a node's state is a few megabytes, and the page cache holds the rest.
const BLOCK_CACHE_BYTES: usize = 8 << 20;
const WRITE_BUFFER_BYTES: usize = 4 << 20;

#[derive(Debug, thiserror::Error)]
pub(crate) enum DbError {
    #[error("open the database")]
    Open(#[source] rocksdb::Error),
    #[error("read the database")]
    Read(#[source] StorageError),
    #[error("the database has format {0}, this program knows format {FORMAT}")]
    Format(u32),
    #[error("the database is damaged: {0}")]
    Damaged(String),
}

pub(crate) struct Db {
    db: DB,
}

/// Bytes on disk, and those of them that hold something live.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sizes {
    pub(crate) total: u64,
    pub(crate) in_use: u64,
}

/// What stood in the database at one moment.
pub(crate) struct DbSnapshot<'a> {
    db: &'a Db,
    snapshot: SnapshotWithThreadMode<'a, DB>,
}

/// Writes of one batch: readable at once by this batch, by others after [`Batch::commit`].
pub(super) struct Batch<'a> {
    db: &'a Db,
    batch: WriteBatch,
    unwritten: HashMap<Place, KeyValue>,
}

impl Db {
    pub(super) fn open(dir: &Path) -> Result<Self, DbError> {
        let mut options = Options::default();
        options.create_if_missing(true);
        options.create_missing_column_families(true);
        options.set_atomic_flush(true);
        options.set_max_background_jobs(2);
        options.set_max_open_files(128);
        options.set_keep_log_file_num(2);
        options.set_max_log_file_size(1 << 20);
        options.set_stats_dump_period_sec(0);
        options.set_stats_persist_period_sec(0);
        options.set_db_write_buffer_size(2 * WRITE_BUFFER_BYTES);
        let families = ["default", REVISIONS].map(|name| ColumnFamilyDescriptor::new(name, Self::family()));
        let db = DB::open_cf_descriptors(&options, dir, families).map_err(DbError::Open)?;
        Ok(Self { db })
    }

    fn family() -> Options {
        let mut blocks = BlockBasedOptions::default();
        blocks.set_block_cache(&Cache::new_lru_cache(BLOCK_CACHE_BYTES));
        blocks.set_block_size(8 << 10);
        blocks.set_cache_index_and_filter_blocks(true);
        blocks.set_pin_l0_filter_and_index_blocks_in_cache(true);
        let mut options = Options::default();
        options.set_block_based_table_factory(&blocks);
        options.set_compression_type(DBCompressionType::Lz4);
        options.set_write_buffer_size(WRITE_BUFFER_BYTES);
        options.set_max_write_buffer_number(3);
        options.set_arena_block_size(256 << 10);
        options.set_target_file_size_base(8 << 20);
        options.set_max_bytes_for_level_base(32 << 20);
        options
    }

    fn revisions(&self) -> &ColumnFamily {
        self.db.cf_handle(REVISIONS).expect("opened with it")
    }

    pub(super) fn directory(&self) -> &Path {
        self.db.path()
    }

    pub(super) fn meta(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StorageError> {
        self.db.get(key).map_err(failed("read the database"))
    }

    pub(super) fn snapshot(&self) -> DbSnapshot<'_> {
        DbSnapshot { db: self, snapshot: self.db.snapshot() }
    }

    /// All leases and their times.
    pub(super) fn leases(&self) -> Result<Vec<(LeaseId, i64)>, StorageError> {
        let mut leases = Vec::new();
        for item in self.db.prefix_iterator(b"lease/") {
            let (key, value) = item.map_err(failed("read the leases"))?;
            let Some(id) = key.strip_prefix(b"lease/").and_then(|id| id.try_into().ok()) else { break };
            let ttl_s = value.as_ref().try_into().map(i64::from_be_bytes);
            leases.push((LeaseId(i64::from_be_bytes(id)), ttl_s.map_err(|_| damaged("a lease"))?));
        }
        Ok(leases)
    }

    pub(super) fn flush(&self) -> Result<(), StorageError> {
        let mut options = FlushOptions::default();
        options.set_wait(true);
        let default = self.db.cf_handle("default").expect("every database has it");
        self.db.flush_cfs_opt(&[default, self.revisions()], &options).map_err(failed("flush the database"))
    }

    /// How far the log is applied in what would be left after a crash.
    pub(super) fn flushed(&self) -> Result<Option<EntryId>, StorageError> {
        let mut options = ReadOptions::default();
        options.set_read_tier(ReadTier::Persisted);
        let applied = self.db.get_opt(b"applied", &options).map_err(failed("read what is flushed"))?;
        applied.as_deref().map(entry_id).transpose()
    }

    pub(super) fn sizes(&self) -> Sizes {
        let sum = |name: &str| -> u64 {
            let of = |family: &ColumnFamily| self.db.property_int_value_cf(family, name).ok().flatten();
            of(self.revisions()).unwrap_or(0) + self.db.property_int_value(name).ok().flatten().unwrap_or(0)
        };
        let buffered = sum("rocksdb.cur-size-all-mem-tables");
        Sizes {
            total: sum("rocksdb.total-sst-files-size") + buffered,
            in_use: sum("rocksdb.estimate-live-data-size") + buffered,
        }
    }

    /// Lets the engine drop what is overwritten now rather than when it gets round to it.
    pub(super) fn compact(&self) {
        self.db.compact_range_cf(self.revisions(), None::<&[u8]>, None::<&[u8]>);
    }
}

impl DbSnapshot<'_> {
    pub(super) fn get(&self, place: Place) -> Result<KeyValue, StorageError> {
        let found = self.snapshot.get_pinned_cf(self.db.revisions(), key(place)).map_err(failed("read a version"))?;
        decode(&found.ok_or_else(|| StorageError::missing(place))?)
    }

    /// Versions from a place on, in order, until `each` says false.
    pub(super) fn walk(&self, from: Place, mut each: impl FnMut(Place, KeyValue) -> bool) -> Result<(), StorageError> {
        let start = key(from);
        let mode = rocksdb::IteratorMode::From(&start, rocksdb::Direction::Forward);
        for item in self.snapshot.iterator_cf(self.db.revisions(), mode) {
            let (key, value) = item.map_err(failed("walk the versions"))?;
            if !each(place(&key)?, decode(&value)?) {
                break;
            }
        }
        Ok(())
    }
}

impl<'a> Batch<'a> {
    pub(super) fn new(db: &'a Db) -> Self {
        Self { db, batch: WriteBatch::default(), unwritten: HashMap::new() }
    }

    pub(super) fn applied(&mut self, last: Option<EntryId>) {
        if let Some(id) = last {
            self.batch.put(b"applied", id_bytes(id));
        }
    }

    pub(super) fn members(&mut self, applied: &Applied) {
        self.batch.put(b"members", open::encode_members(applied));
    }

    pub(super) fn put_meta(&mut self, key: &[u8], value: &[u8]) {
        self.batch.put(key, value);
    }

    pub(super) fn commit(self) -> Result<(), StorageError> {
        let mut options = WriteOptions::default();
        options.disable_wal(true);
        self.db.db.write_opt(self.batch, &options).map_err(failed("write a batch"))
    }
}

impl Storage for Batch<'_> {
    fn get(&self, place: Place) -> Result<KeyValue, StorageError> {
        if let Some(kv) = self.unwritten.get(&place) {
            return Ok(kv.clone());
        }
        let found = self.db.db.get_pinned_cf(self.db.revisions(), key(place)).map_err(failed("read a version"))?;
        decode(&found.ok_or_else(|| StorageError::missing(place))?)
    }

    fn write(&mut self, write: Write) -> Result<(), StorageError> {
        match write {
            Write::Put(place, kv) => {
                self.batch.put_cf(self.db.revisions(), key(place), wire::kv(kv.clone()).encode_to_vec());
                self.unwritten.insert(place, kv);
            }
            Write::Forget(place) => self.batch.delete_cf(self.db.revisions(), key(place)),
            Write::Compacted(at) => self.batch.put(b"compacted", at.0.to_be_bytes()),
            Write::Lease { id, ttl_s } => self.batch.put(lease_key(id), ttl_s.to_be_bytes()),
            Write::LeaseGone(id) => self.batch.delete(lease_key(id)),
        }
        Ok(())
    }
}

fn failed<E: std::error::Error + Send + Sync + 'static>(what: &str) -> impl FnOnce(E) -> StorageError + use<'_, E> {
    move |err| StorageError { tried: what.to_owned(), source: Some(Box::new(err)) }
}

fn damaged(what: &str) -> StorageError {
    StorageError { tried: format!("read {what}: its bytes make no sense"), source: None }
}

fn key(place: Place) -> [u8; 12] {
    let mut key = [0; 12];
    let bytes = place.main.to_be_bytes().into_iter().chain(place.sub.to_be_bytes());
    key.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
    key
}

fn place(key: &[u8]) -> Result<Place, StorageError> {
    let (main, sub) = key.split_first_chunk().ok_or_else(|| damaged("a version's key"))?;
    let sub = sub.try_into().map_err(|_| damaged("a version's key"))?;
    Ok(Place { main: i64::from_be_bytes(*main), sub: u32::from_be_bytes(sub) })
}

fn lease_key(id: LeaseId) -> Vec<u8> {
    [&b"lease/"[..], &id.0.to_be_bytes()].concat()
}

fn decode(bytes: &[u8]) -> Result<KeyValue, StorageError> {
    // One copy; key and value are parts of it.
    let kv = mvccpb::KeyValue::decode(Bytes::copy_from_slice(bytes)).map_err(failed("decode a version"))?;
    Ok(wire::from_kv(kv))
}

pub(super) fn id_bytes(id: EntryId) -> [u8; 16] {
    (u128::from(id.term) << 64 | u128::from(id.index)).to_be_bytes()
}

pub(super) fn entry_id(bytes: &[u8]) -> Result<EntryId, StorageError> {
    let number = bytes.try_into().map(u128::from_be_bytes).map_err(|_| damaged("the applied index"))?;
    Ok(EntryId { term: (number >> 64) as u64, index: number as u64 })
}

pub(super) fn revision(bytes: &[u8]) -> Result<Revision, StorageError> {
    bytes.try_into().map(|at| Revision(i64::from_be_bytes(at))).map_err(|_| damaged("the compacted revision"))
}
