//! Watches in this process: each reads what it wants from the state, when the state says that it has moved. A slow reader
//! holds nobody up: it reads history later.

use super::{Handle, engine};
use crate::state::State;
use futures::stream;
use kube_kv::{KvResult, Revision, Watch, WatchMessage, Watcher};
use machined_base::{Clock, Monotonic, Shutdown};
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// As etcd's default.
pub(crate) const PROGRESS_EVERY: Duration = Duration::from_secs(600);

/// Reads one watch. Also the servers' way, which have many on one connection.
pub(crate) struct Follower {
    state: Arc<State>,
    watch: Watch,
    next: Revision,
}

impl Follower {
    pub(crate) fn new(state: &Arc<State>, watch: Watch) -> Self {
        let next = watch.start.unwrap_or_else(|| state.revision().next());
        Self { state: Arc::clone(state), watch, next }
    }

    /// The next portion. `None`: nothing is left to read for now.
    pub(crate) fn read(&mut self) -> KvResult<Option<Vec<WatchMessage>>> {
        let passage = self.state.passage(&self.watch, self.next).map_err(|err| engine(&err))??;
        let read = passage.next > self.next;
        self.next = self.next.max(passage.next);
        Ok((read || passage.more).then_some(passage.messages))
    }

    /// Everything up to this revision has been read. A watch that starts in the future has read all there is.
    pub(crate) fn reached(&self) -> Revision {
        self.next.previous().min(self.state.revision())
    }

    pub(crate) fn wants_progress(&self) -> bool {
        self.watch.progress_notify
    }
}

struct Running {
    follower: Follower,
    changes: watch::Receiver<Revision>,
    asked: Arc<Notify>,
    /// Progress is owed once everything there is has been read.
    owed: bool,
    ready: VecDeque<WatchMessage>,
    clock: Clock,
    progress_at: Monotonic,
    shutdown: Shutdown,
    ended: bool,
}

pub(super) fn start(handle: &Handle, watch: Watch) -> Watcher {
    let state = handle.state();
    let asked = Arc::new(Notify::new());
    let clock = handle.tasks().clock().clone();
    let running = Running {
        changes: state.changes(),
        follower: Follower::new(state, watch),
        asked: Arc::clone(&asked),
        owed: false,
        ready: VecDeque::new(),
        progress_at: clock.monotonic() + PROGRESS_EVERY,
        clock,
        shutdown: handle.tasks().shutdown().clone(),
        ended: false,
    };
    let messages = stream::unfold(running, |mut running| async move {
        let message = running.next().await?;
        Some((message, running))
    });
    Watcher::new(Box::pin(messages), move || asked.notify_one())
}

impl Running {
    async fn next(&mut self) -> Option<KvResult<WatchMessage>> {
        loop {
            if self.ended {
                return None;
            }
            if let Some(message) = self.ready.pop_front() {
                return Some(Ok(message));
            }
            // Seen before reading: what comes while we read wakes us again.
            self.changes.borrow_and_update();
            match self.follower.read() {
                Ok(Some(messages)) => self.ready.extend(messages),
                Ok(None) => {
                    if let Some(progress) = self.progress_or_wait().await? {
                        return Some(Ok(progress));
                    }
                }
                Err(err) => {
                    self.ended = true;
                    return Some(Err(err));
                }
            }
        }
    }

    /// `None`: the store shuts down.
    async fn progress_or_wait(&mut self) -> Option<Option<WatchMessage>> {
        if self.owed {
            self.owed = false;
            self.progress_at = self.clock.monotonic() + PROGRESS_EVERY;
            return Some(Some(WatchMessage::Progress(self.follower.reached())));
        }
        let quiet = async {
            match self.follower.wants_progress() {
                true => self.clock.sleep_until(self.progress_at).await,
                false => std::future::pending().await,
            }
        };
        tokio::select! {
            // All of these only wait. A change that came is still unseen if another branch wins.
            changed = self.changes.changed() => changed.ok()?,
            () = self.asked.notified() => self.owed = true,
            () = quiet => self.owed = true,
            () = self.shutdown.requested() => return None,
        }
        Some(None)
    }
}
