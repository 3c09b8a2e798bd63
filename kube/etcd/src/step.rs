//! The moments that a crash must not hurt, named so that tests can crash at each of them.

/// A step on the way of a write, or of the housekeeping beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A batch is in the log's file, not synced.
    LogWritten,
    /// A batch is synced, nobody knows yet.
    LogSynced,
    /// The log has a new segment, without the batch that asked for it.
    SegmentCreated,
    /// A batch is in the state's memory, nobody knows yet.
    Applied,
    /// The state is flushed, the log not purged.
    StateFlushed,
    /// The log is about to be told what it may purge.
    LogPurging,
    /// A piece of what compaction allows is forgotten.
    Reclaimed,
}
