//! A snapshot as etcd's tools expect it: a bbolt file with etcd's buckets, followed by its SHA-256. `etcdutl snapshot
//! status` and `restore` read it, so whoever outgrows this store can take their data along.
//!
//! As etcd: server/storage/schema; as bbolt: its file format, version 2.

use super::bolt::Bolt;
use super::etcd_format;
use super::{Applied, State};
use kube_kv::LeaseId;
use kube_mvcc::{Place, StorageError};
use sha2::{Digest, Sha256};
use std::fs::{self, OpenOptions};
use std::io::{self, BufReader, Read, Seek, SeekFrom};

#[derive(Debug, thiserror::Error)]
pub(crate) enum SnapshotError {
    #[error("write the snapshot: {0}")]
    Write(#[from] io::Error),
    #[error("read the state for the snapshot: {0}")]
    Read(#[from] StorageError),
}

/// A finished snapshot, ready to be sent. Its file has no name any more: it goes with the last reader.
pub(crate) struct SnapshotFile {
    file: BufReader<fs::File>,
    remaining: u64,
}

/// etcd's `leasepb.Lease`.
#[derive(Clone, Copy, PartialEq, prost::Message)]
struct StoredLease {
    #[prost(int64, tag = "1")]
    id: i64,
    #[prost(int64, tag = "2")]
    ttl: i64,
}

impl SnapshotFile {
    /// The next piece; empty at the end.
    pub(crate) fn read(&mut self, bytes_max: usize) -> io::Result<Vec<u8>> {
        let mut piece = Vec::with_capacity(bytes_max);
        (&mut self.file).take(bytes_max as u64).read_to_end(&mut piece)?;
        self.remaining = self.remaining.saturating_sub(piece.len() as u64);
        Ok(piece)
    }

    pub(crate) fn remaining(&self) -> u64 {
        self.remaining
    }
}

impl State {
    /// Writes everything as of now. Blocks.
    pub(crate) fn snapshot_file(&self, term: u64) -> Result<SnapshotFile, SnapshotError> {
        let (snapshot, applied, compacted, leases) = {
            let inner = self.inner.read();
            let lease = |id: LeaseId| Some((id, inner.store.lease_ttl_s(id)?));
            let leases: Vec<_> = inner.store.lease_ids().into_iter().filter_map(lease).collect();
            (self.db.snapshot(), inner.applied.clone(), inner.store.compacted(), leases)
        };
        let path = self.db.directory().with_file_name(format!("snapshot-{:016x}.tmp", rand::random::<u64>()));
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(&path)?;
        // Nameless from the start: a crash leaves nothing behind.
        fs::remove_file(&path)?;
        let mut bolt = Bolt::new(file)?;
        for empty in ["alarm", "auth", "authRoles", "authUsers", "cluster", "members", "members_removed"] {
            bolt.empty_bucket(empty);
        }
        let mut tree = bolt.bucket("key");
        let mut written = Ok(());
        snapshot.walk(Place { main: 0, sub: 0 }, |place, kv| {
            let key = etcd_format::key(place, kv.version == 0);
            written = tree.add(&key, &etcd_format::value(kv));
            written.is_ok()
        })?;
        written?;
        tree.finish()?;
        let mut tree = bolt.bucket("lease");
        // Ordered as bytes: negative ids, which only a client can choose, come last.
        let mut leases: Vec<_> = leases.into_iter().map(|(id, ttl)| (id.0.to_be_bytes(), id, ttl)).collect();
        leases.sort_unstable();
        for (key, id, ttl) in leases {
            tree.add(&key, &prost::Message::encode_to_vec(&StoredLease { id: id.0, ttl }))?;
        }
        tree.finish()?;
        let mut tree = bolt.bucket("meta");
        for (key, value) in meta(&applied, term, compacted.map(|at| Place { main: at.0, sub: 0 })) {
            tree.add(key.as_bytes(), &value)?;
        }
        tree.finish()?;
        Ok(finish(bolt.finish()?)?)
    }
}

/// In the order of their names.
fn meta(applied: &Applied, term: u64, compacted: Option<Place>) -> Vec<(&'static str, Vec<u8>)> {
    let index = applied.last.map_or(0, |id| id.index);
    let compacted = compacted.map(|at| etcd_format::key(at, false));
    let mut entries = vec![("consistent_index", index.to_be_bytes().to_vec())];
    entries.extend(compacted.clone().map(|at| ("finishedCompactRev", at)));
    entries.extend(compacted.map(|at| ("scheduledCompactRev", at)));
    entries.push(("term", term.to_be_bytes().to_vec()));
    entries
}

fn finish(mut file: fs::File) -> io::Result<SnapshotFile> {
    file.seek(SeekFrom::Start(0))?;
    let mut sum = Sha256::new();
    let mut piece = vec![0; 64 << 10];
    loop {
        let some = file.read(&mut piece)?;
        if some == 0 {
            break;
        }
        sum.update(piece.get(..some).unwrap_or_default());
    }
    io::Write::write_all(&mut file, &sum.finalize())?;
    let remaining = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    Ok(SnapshotFile { file: BufReader::new(file), remaining })
}

impl State {
    /// Asks the engine to give space back now.
    pub(crate) fn give_space_back(&self) {
        self.db.compact();
    }
}
