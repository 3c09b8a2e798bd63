//! The one thread that writes. Whatever waits when it comes round goes into one frame, under one sync.

use super::format::{BODY_BYTES_MAX, Header, Record, encode_frame};
use super::segment::{self, Beginning, Current, Summary, failed};
use super::{Location, Shared, WalError, WalOptions};
use crate::step::Step;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Called by the writer's thread; must not block.
pub(crate) type Done = Box<dyn FnOnce(io::Result<()>) + Send>;

/// Told before and after what a crash must not hurt; tests crash there.
pub(crate) type WalStep = Arc<dyn Fn(Step) + Send + Sync>;

/// Callers that may wait for the writer before the next has to wait itself.
const JOBS_MAX: usize = 4096;
const BATCH_BYTES_MAX: usize = 4 << 20;

pub(super) struct Job {
    pub(super) records: Vec<Record>,
    pub(super) done: Done,
}

pub(super) struct Writer {
    pub(super) dir: PathBuf,
    pub(super) options: WalOptions,
    pub(super) log: u64,
    pub(super) next_sequence: u64,
    pub(super) current: Current,
}

pub(super) fn start(mut writer: Writer, shared: Arc<Shared>, step: WalStep) -> Result<SyncSender<Job>, WalError> {
    let (sender, receiver) = sync_channel(JOBS_MAX);
    let dir = writer.dir.clone();
    let run = move || {
        if let Err(err) = writer.run(&receiver, &shared, &step) {
            let err = chain(&err);
            tracing::error!(%err, "the log cannot be written; nothing is acknowledged any more");
            // Whoever still waits, or comes: a write that may be half there must never be followed by another.
            while let Ok(job) = receiver.recv() {
                (job.done)(Err(io::Error::other(err.clone())));
            }
        }
    };
    std::thread::Builder::new().name("wal".to_owned()).spawn(run).map_err(failed("start the writer of", &dir))?;
    Ok(sender)
}

fn chain(err: &dyn std::error::Error) -> String {
    let mut text = err.to_string();
    let mut cause = err.source();
    while let Some(err) = cause {
        text = format!("{text}: {err}");
        cause = err.source();
    }
    text
}

impl Writer {
    /// Ends when nobody can send any more.
    fn run(&mut self, jobs: &Receiver<Job>, shared: &Shared, step: &WalStep) -> Result<(), WalError> {
        let (mut records, mut done) = (Vec::new(), Vec::new());
        while let Ok(first) = jobs.recv() {
            let mut bytes = 0;
            let mut next = Some(first);
            while let Some(job) = next.take() {
                bytes += job.records.iter().map(size).sum::<usize>();
                records.extend(job.records);
                done.push(job.done);
                if bytes < BATCH_BYTES_MAX {
                    // Empty or without senders: this batch is written either way.
                    next = jobs.try_recv().ok();
                }
            }
            let written = self.write(&records, shared, step);
            records.clear();
            if let Err(err) = written {
                let text = chain(&err);
                done.drain(..).for_each(|done| done(Err(io::Error::other(text.clone()))));
                return Err(err);
            }
            step(Step::LogSynced);
            done.drain(..).for_each(|done| done(Ok(())));
        }
        Ok(())
    }

    fn write(&mut self, records: &[Record], shared: &Shared, step: &WalStep) -> Result<(), WalError> {
        let mut frame = encode_frame(self.log, self.next_sequence, records);
        assert!(frame.bytes.len() < BODY_BYTES_MAX as usize, "a batch is bounded");
        if self.current.end + frame.bytes.len() as u64 > self.current.len {
            self.roll(frame.bytes.len() as u64, shared)?;
            step(Step::SegmentCreated);
            frame = encode_frame(self.log, self.next_sequence, records);
        }
        let current = &mut self.current;
        current.file.write_all_at(&frame.bytes, current.end).map_err(failed("write", &current.path))?;
        step(Step::LogWritten);
        current.file.sync_data().map_err(failed("sync", &current.path))?;
        let (number, at) = (current.number, current.end);
        current.end += frame.bytes.len() as u64;
        self.next_sequence += 1;
        let mut removable = Vec::new();
        {
            let mut tail = shared.tail.lock();
            if let Some(segment) = tail.segments.back_mut() {
                segment.used = self.current.end;
                segment.last_index = segment.last_index.max(frame.entries.iter().map(|(id, ..)| id.index).max());
            }
            for (id, offset, len) in frame.entries {
                let first = tail.entries.front().map_or(0, |slot| slot.id.index);
                let slot = id.index.checked_sub(first).and_then(|at| usize::try_from(at).ok());
                // An entry that was truncated or purged meanwhile has no slot, or one of another term.
                if let Some(slot) = slot.and_then(|at| tail.entries.get_mut(at)).filter(|slot| slot.id == id) {
                    slot.at = Some(Location { segment: number, offset: at + offset as u64, len });
                }
            }
            if records.iter().any(|record| matches!(record, Record::Purged(_))) {
                removable = tail.take_removable();
            }
        }
        if !removable.is_empty() {
            for number in removable {
                segment::remove(&self.dir, number)?;
            }
            segment::sync_dir(&self.dir)?;
        }
        Ok(())
    }

    fn roll(&mut self, bytes: u64, shared: &Shared) -> Result<(), WalError> {
        let header = Header { log: self.log, segment: self.current.number + 1, first_sequence: self.next_sequence };
        // The state as of now may be ahead of what is synced by records that follow in this segment: they say it again.
        let state = shared.tail.lock().state;
        let state = state.vote.map(Record::Vote).into_iter().chain(state.purged.map(Record::Purged));
        let beginning = Beginning {
            header,
            state: &state.collect::<Vec<_>>(),
            bytes: self.options.segment_bytes.max(bytes + 4096),
        };
        self.current = segment::create(&self.dir, &beginning)?;
        self.next_sequence += 1;
        let summary = Summary { number: header.segment, last_index: None, used: self.current.end };
        shared.tail.lock().segments.push_back(summary);
        Ok(())
    }
}

impl super::Tail {
    /// The oldest segments that hold only what is purged. The last one stays.
    fn take_removable(&mut self) -> Vec<u64> {
        let mut numbers = Vec::new();
        let purged = self.state.purged.map(|id| id.index);
        while self.segments.len() > 1 && self.segments.front().is_some_and(|oldest| oldest.last_index <= purged) {
            numbers.extend(self.segments.pop_front().map(|segment| segment.number));
        }
        numbers
    }
}

fn size(record: &Record) -> usize {
    match record {
        Record::Entry { body, .. } => body.len() + 24,
        Record::Vote(_) | Record::TruncatedAfter(_) | Record::Purged(_) => 24,
    }
}
