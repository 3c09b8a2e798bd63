//! The log as openraft sees it, over ours. Recent entries stay in memory in their decoded form, for whoever applies
//! them next; older ones are read back from disk.

use super::codec;
use super::types::{self, Entry, LogId, RaftVote, TypeConfig};
use crate::step::Step;
use crate::wal::{Done, Wal, WalStep};
use openraft::storage::{IOFlushed, RaftLogStorage};
use openraft::{LogState, OptionalSend, RaftLogReader};
use parking_lot::Mutex;
use std::collections::VecDeque;
use std::fmt::Debug;
use std::io;
use std::ops::{Bound, RangeBounds};
use std::sync::Arc;
use tokio::sync::{Notify, oneshot};

/// Enough for what is not applied yet; disk has the rest.
const RECENT_BYTES_MAX: usize = 1 << 20;

#[derive(Clone)]
pub(super) struct Log {
    wal: Wal,
    recent: Arc<Mutex<Recent>>,
    grown: Arc<Notify>,
    step: WalStep,
}

#[derive(Default)]
struct Recent {
    /// Indexes without gaps, up to the last entry of the log.
    entries: VecDeque<(Entry, usize)>,
    bytes: usize,
    /// Entries up to this index can be read back from disk.
    synced: u64,
}

impl Log {
    pub(super) fn new(wal: Wal, grown: Arc<Notify>, step: WalStep) -> Self {
        Self { wal, recent: Arc::default(), grown, step }
    }

    /// Waits until the writer has synced it.
    async fn synced(&self, job: impl FnOnce(&Wal, Done)) -> io::Result<()> {
        let (sender, receiver) = oneshot::channel();
        job(&self.wal, Box::new(move |result| drop(sender.send(result))));
        receiver.await.map_err(|_| io::Error::other("the log's writer is gone"))?
    }
}

impl Recent {
    fn push(&mut self, entry: Entry, bytes: usize) {
        self.bytes += bytes;
        self.entries.push_back((entry, bytes));
        while self.bytes > RECENT_BYTES_MAX
            && self.entries.front().is_some_and(|(entry, _)| entry.log_id.index <= self.synced)
        {
            self.bytes -= self.entries.pop_front().map_or(0, |(_, bytes)| bytes);
        }
    }

    fn retain(&mut self, keep: impl Fn(u64) -> bool) {
        self.entries.retain(|(entry, _)| keep(entry.log_id.index));
        self.bytes = self.entries.iter().map(|(_, bytes)| bytes).sum();
    }

    fn first(&self) -> u64 {
        self.entries.front().map_or(u64::MAX, |(entry, _)| entry.log_id.index)
    }
}

impl RaftLogReader<TypeConfig> for Log {
    async fn try_get_log_entries<RB: RangeBounds<u64> + Clone + Debug + OptionalSend>(
        &mut self,
        range: RB,
    ) -> Result<Vec<Entry>, io::Error> {
        let start = match range.start_bound() {
            Bound::Included(start) => *start,
            Bound::Excluded(before) => before + 1,
            Bound::Unbounded => 0,
        };
        let end = match range.end_bound() {
            Bound::Included(last) => last + 1,
            Bound::Excluded(end) => *end,
            Bound::Unbounded => u64::MAX,
        };
        let (recent, first_recent): (Vec<Entry>, u64) = {
            let recent = self.recent.lock();
            let skip = usize::try_from(start.saturating_sub(recent.first())).unwrap_or(usize::MAX);
            let wanted = recent.entries.iter().skip(skip).take_while(|(entry, _)| entry.log_id.index < end);
            (wanted.map(|(entry, _)| entry.clone()).collect(), recent.first())
        };
        if start >= first_recent {
            return Ok(recent);
        }
        let older = self.wal.read(start..end.min(first_recent)).map_err(io::Error::other)?;
        let older = older.into_iter().map(|(id, bytes)| codec::decode(id, &bytes));
        older.chain(recent.into_iter().map(Ok)).collect()
    }

    async fn read_vote(&mut self) -> Result<Option<RaftVote>, io::Error> {
        Ok(self.wal.state().vote.map(types::raft_vote))
    }
}

impl RaftLogStorage<TypeConfig> for Log {
    type LogReader = Self;

    async fn get_log_state(&mut self) -> Result<LogState<TypeConfig>, io::Error> {
        let state = self.wal.state();
        Ok(LogState { last_purged_log_id: state.purged.map(types::log_id), last_log_id: state.last.map(types::log_id) })
    }

    async fn get_log_reader(&mut self) -> Self {
        self.clone()
    }

    async fn save_vote(&mut self, vote: &RaftVote) -> Result<(), io::Error> {
        let vote = types::vote(vote);
        self.synced(|wal, done| wal.save_vote(vote, done)).await
    }

    async fn append<I>(&mut self, entries: I, callback: IOFlushed<TypeConfig>) -> Result<(), io::Error>
    where
        I: IntoIterator<Item = Entry> + OptionalSend,
        I::IntoIter: OptionalSend,
    {
        let mut bodies = Vec::new();
        {
            let mut recent = self.recent.lock();
            for entry in entries {
                let body = codec::encode(&entry.payload);
                let id = types::entry_id(&entry.log_id);
                recent.push(entry, body.len());
                bodies.push((id, body));
            }
        }
        let last = bodies.last().map(|(id, _)| id.index);
        let (recent, grown) = (Arc::clone(&self.recent), Arc::clone(&self.grown));
        let done = move |result: io::Result<()>| {
            if let (Ok(()), Some(last)) = (&result, last) {
                recent.lock().synced = last;
                grown.notify_one();
            }
            callback.io_completed(result);
        };
        self.wal.append(bodies, Box::new(done));
        Ok(())
    }

    async fn truncate_after(&mut self, last: Option<LogId>) -> Result<(), io::Error> {
        let last = last.map(|id| id.index);
        {
            let mut recent = self.recent.lock();
            recent.retain(|index| last.is_some_and(|last| index <= last));
            recent.synced = recent.synced.min(last.unwrap_or(0));
        }
        self.synced(|wal, done| wal.truncate_after(last, done)).await
    }

    async fn purge(&mut self, upto: LogId) -> Result<(), io::Error> {
        (self.step)(Step::LogPurging);
        let upto = types::entry_id(&upto);
        self.recent.lock().retain(|index| index > upto.index);
        self.synced(|wal, done| wal.purge(upto, done)).await
    }
}
