//! The log on disk: segmented, checksummed, one fsync for each batch of writes. Knows records, not their meaning: what
//! an entry holds is the caller's.
//!
//! - Nothing is acknowledged before it is synced. After a failed sync nothing is acknowledged ever again.
//! - Each batch is one frame with a sequence number and a checksum over all of it, keyed by the log's random id. The next
//!   frame is written only when the one before is synced. So a bad frame at the end, with no good one after it, is a
//!   batch that nobody was promised (a torn tail), and is cut off; a bad frame before a good one is damage, and is
//!   refused.
//! - A segment begins with the state that the segments before it left behind, so they can go one by one.
//! - A new segment appears under its name only when its beginning is synced.
//!
//! Damage to the very last synced frame cannot be told from a torn tail; etcd's log has the same limit.
//!
//! Format, version 1 (frozen): `format.rs`.

mod format;
mod replay;
mod segment;
mod writer;

use format::Record;
use parking_lot::Mutex;
use std::collections::VecDeque;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::SyncSender;

pub(crate) use format::{EntryId, Vote};
pub(crate) use writer::{Done, WalStep};

/// How big a segment gets, how much may wait for the writer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WalOptions {
    pub(crate) segment_bytes: u64,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum WalError {
    #[error("{what} {path}")]
    Io {
        what: &'static str,
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    /// Damage that a crash cannot explain. There is no safe way on: restore a snapshot, or another member's copy.
    #[error("the log is damaged: {path} at byte {offset}: {what}")]
    Damaged { path: PathBuf, offset: u64, what: String },
}

/// An open log. Clones share it.
#[derive(Clone)]
pub(crate) struct Wal {
    shared: Arc<Shared>,
    jobs: SyncSender<writer::Job>,
}

/// What is known of the log without reading it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WalState {
    pub(crate) vote: Option<Vote>,
    pub(crate) purged: Option<EntryId>,
    pub(crate) last: Option<EntryId>,
}

struct Shared {
    dir: PathBuf,
    tail: Mutex<Tail>,
}

/// The part of the log that is not purged.
#[derive(Debug, Default)]
struct Tail {
    state: WalState,
    /// One for each entry, indexes without gaps. The last ones may not be written yet.
    entries: VecDeque<Slot>,
    segments: VecDeque<segment::Summary>,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    id: EntryId,
    /// None: the writer has it, but has not written it.
    at: Option<Location>,
}

#[derive(Clone, Copy, Debug)]
struct Location {
    segment: u64,
    offset: u64,
    len: u32,
}

impl Wal {
    /// Opens or creates the log, repairs a torn tail, starts the writer's thread.
    pub(crate) fn open(dir: &Path, options: WalOptions, step: WalStep) -> Result<Self, WalError> {
        let (tail, writer) = replay::open(dir, options)?;
        let shared = Arc::new(Shared { dir: dir.to_owned(), tail: Mutex::new(tail) });
        let jobs = writer::start(writer, Arc::clone(&shared), step)?;
        Ok(Self { shared, jobs })
    }

    pub(crate) fn state(&self) -> WalState {
        self.shared.tail.lock().state
    }

    /// Bytes in segments that still hold something needed.
    pub(crate) fn bytes(&self) -> u64 {
        self.shared.tail.lock().segments.iter().map(|segment| segment.used).sum()
    }

    /// `done` is called by the writer's thread, when the entries are synced or can never be.
    pub(crate) fn append(&self, entries: Vec<(EntryId, Vec<u8>)>, done: Done) {
        {
            let mut tail = self.shared.tail.lock();
            for (id, _) in &entries {
                let follows = tail.state.last.or(tail.state.purged).is_none_or(|last| last.index + 1 == id.index);
                assert!(follows, "entries come without gaps: {id:?} after {:?}", tail.state.last);
                tail.entries.push_back(Slot { id: *id, at: None });
                tail.state.last = Some(*id);
            }
        }
        self.send(entries.into_iter().map(|(id, body)| Record::Entry { id, body }).collect(), done);
    }

    pub(crate) fn save_vote(&self, vote: Vote, done: Done) {
        self.shared.tail.lock().state.vote = Some(vote);
        self.send(vec![Record::Vote(vote)], done);
    }

    /// Drops the entries after this index; all of them without one.
    pub(crate) fn truncate_after(&self, last: Option<u64>, done: Done) {
        self.shared.tail.lock().truncate_after(last);
        self.send(vec![Record::TruncatedAfter(last)], done);
    }

    /// The entries up to this one are never asked for again; whole segments go.
    pub(crate) fn purge(&self, upto: EntryId, done: Done) {
        self.shared.tail.lock().purge(upto);
        self.send(vec![Record::Purged(upto)], done);
    }

    fn send(&self, records: Vec<Record>, done: Done) {
        // The bound makes a caller wait when the disk is slower than all callers together.
        if let Err(lost) = self.jobs.send(writer::Job { records, done }) {
            (lost.0.done)(Err(io::Error::other("the log's writer has stopped")));
        }
    }

    /// Reads entries back from disk. Blocks. Those that are not written yet end the answer early.
    pub(crate) fn read(&self, indexes: Range<u64>) -> Result<Vec<(EntryId, Vec<u8>)>, WalError> {
        let slots: Vec<(EntryId, Location)> = {
            let tail = self.shared.tail.lock();
            let wanted = tail.entries.iter().filter(|slot| indexes.contains(&slot.id.index));
            wanted.map_while(|slot| Some((slot.id, slot.at?))).collect()
        };
        segment::read(&self.shared.dir, &slots)
    }
}

impl Tail {
    fn truncate_after(&mut self, last: Option<u64>) {
        while self.entries.back().is_some_and(|slot| last.is_none_or(|last| slot.id.index > last)) {
            self.entries.pop_back();
        }
        self.state.last = self.entries.back().map(|slot| slot.id).or(self.state.purged);
    }

    fn purge(&mut self, upto: EntryId) {
        while self.entries.front().is_some_and(|slot| slot.id.index <= upto.index) {
            self.entries.pop_front();
        }
        self.state.purged = self.state.purged.max(Some(upto));
        if self.entries.is_empty() {
            self.state.last = self.state.last.max(self.state.purged);
        }
    }
}

#[cfg(test)]
mod tests;
