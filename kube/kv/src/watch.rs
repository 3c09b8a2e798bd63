//! A watch: what to follow, what comes, and the handle it comes through.

use crate::{KeyValue, Keys, KvError, Revision};
use futures::StreamExt;
use futures::stream::BoxStream;
use std::fmt;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    pub keys: Keys,
    /// The first revision of interest, which may be in the past or in the future; `None`: what happens from now on.
    pub start: Option<Revision>,
    /// Events carry what stood there before, where compaction has left it.
    pub prev_kv: bool,
    /// Say every few minutes how far the watch is, when nothing happens.
    pub progress_notify: bool,
    /// Leave out writes.
    pub no_put: bool,
    /// Leave out deletions.
    pub no_delete: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub kind: EventKind,
    /// For a deletion: the key, the revision, nothing else.
    pub kv: KeyValue,
    pub prev_kv: Option<KeyValue>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    Put,
    Delete,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WatchMessage {
    /// Everything that this revision changed in the watched span, in the order of the transaction.
    Events { revision: Revision, events: Vec<Event> },
    /// Everything up to and including this revision has been delivered.
    Progress(Revision),
}

/// A running watch. Dropping it ends it.
///
/// The first error is also the last message. [`KvError::Compacted`] for a start that is gone comes here, not from
/// [`Kv::watch`](crate::Kv::watch). The end of the stream without an error means that the store has shut down.
pub struct Watcher {
    messages: BoxStream<'static, Result<WatchMessage, KvError>>,
    progress: ProgressRequest,
}

/// Asks a watch for a [`WatchMessage::Progress`], from any task. Requests that wait for the store are answered by one.
#[derive(Clone)]
pub struct ProgressRequest(Arc<dyn Fn() + Send + Sync>);

impl Watch {
    pub fn of(keys: Keys) -> Self {
        Self { keys, start: None, prev_kv: false, progress_notify: false, no_put: false, no_delete: false }
    }

    pub fn since(self, start: Revision) -> Self {
        Self { start: Some(start), ..self }
    }

    pub fn prev_kv(self) -> Self {
        Self { prev_kv: true, ..self }
    }

    pub fn progress_notify(self) -> Self {
        Self { progress_notify: true, ..self }
    }
}

impl Watcher {
    /// For implementations: `ask` must not block.
    pub fn new(
        messages: BoxStream<'static, Result<WatchMessage, KvError>>,
        ask: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self { messages, progress: ProgressRequest(Arc::new(ask)) }
    }

    /// The next message. Cancel-safe: a dropped call loses nothing.
    pub async fn next(&mut self) -> Option<Result<WatchMessage, KvError>> {
        self.messages.next().await
    }

    pub fn progress(&self) -> ProgressRequest {
        self.progress.clone()
    }
}

impl ProgressRequest {
    /// Never blocks. The answer comes through the watch; it says a revision at or above the store's at this moment.
    pub fn request(&self) {
        (self.0)();
    }
}

impl fmt::Debug for Watcher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watcher")
    }
}

impl fmt::Debug for ProgressRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProgressRequest")
    }
}
