//! Owns tasks: each has a name, a span, and a policy for its end. Nobody else may start one.
//!
//! - A panic in a task is caught, logged and handled by its policy; it never takes the process down by itself.
//! - Every task ends at the latest when [`Tasks::drain`] has waited long enough.
// The one place that may start tasks; everybody else is refused by .clippy.toml.
#![allow(clippy::disallowed_methods)]

use std::collections::HashMap;
use std::fmt::Display;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::task::AbortHandle;
use tokio_util::task::TaskTracker;
use tracing::{Instrument, debug, error, info_span, warn};

use crate::{Backoff, Clock, Shutdown};

const BACKOFF_MIN: Duration = Duration::from_millis(100);
const BACKOFF_MAX: Duration = Duration::from_secs(30);
/// A task that ran this long before it failed starts again with a small delay.
const HEALTHY_AFTER: Duration = Duration::from_secs(60);

/// What happens when a task ends before a shutdown was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Restart {
    /// Its end is its end; a failure is logged.
    Never,
    /// A failure or a panic is logged, and the task starts again after a jittered delay. A clean end is its end.
    Backoff,
    /// Any end stops the whole program: [`Tasks::fatal`] says why, and the shutdown token is raised.
    Fatal,
}

/// What a task may return: nothing, or a result whose error is logged.
pub trait Outcome: Send {
    fn failure(self) -> Option<String>;
}

impl Outcome for () {
    fn failure(self) -> Option<String> {
        None
    }
}

impl<T: Send, E: Display + Send> Outcome for Result<T, E> {
    fn failure(self) -> Option<String> {
        // `{:#}` prints the whole chain where the error type knows one (anyhow).
        self.err().map(|err| format!("{err:#}"))
    }
}

/// The tasks of one owner. Clones are the same set.
#[derive(Clone, Debug)]
pub struct Tasks {
    shared: Arc<Shared>,
}

/// One running task. Dropping it lets the task run on.
#[derive(Debug)]
pub struct TaskHandle {
    abort: AbortHandle,
}

/// Ends its task when dropped.
#[derive(Debug)]
pub struct AbortOnDrop(TaskHandle);

#[derive(Debug)]
struct Shared {
    clock: Clock,
    shutdown: Shutdown,
    tracker: TaskTracker,
    running: Mutex<HashMap<u64, (&'static str, AbortHandle)>>,
    next: AtomicU64,
    fatal: Mutex<Option<String>>,
}

impl Tasks {
    pub fn new(clock: Clock, shutdown: Shutdown) -> Self {
        Self {
            shared: Arc::new(Shared {
                clock,
                shutdown,
                tracker: TaskTracker::new(),
                running: Mutex::default(),
                next: AtomicU64::new(0),
                fatal: Mutex::default(),
            }),
        }
    }

    pub fn clock(&self) -> &Clock {
        &self.shared.clock
    }

    pub fn shutdown(&self) -> &Shutdown {
        &self.shared.shutdown
    }

    /// Starts long-lived work. `make` is called for the first start and for each restart.
    pub fn spawn<M, F>(&self, name: &'static str, restart: Restart, make: M) -> TaskHandle
    where
        M: FnMut() -> F + Send + 'static,
        F: Future + Send + 'static,
        F::Output: Outcome + 'static,
    {
        let shared = self.shared.clone();
        self.start(name, async move { shared.supervise(name, restart, make).await })
    }

    /// Starts work that ends by itself: one connection, one request. A panic is caught and logged.
    pub fn scoped<F>(&self, name: &'static str, work: F) -> TaskHandle
    where
        F: Future + Send + 'static,
        F::Output: Outcome + 'static,
    {
        self.start(name, async move {
            match caught(work).await.map(Outcome::failure) {
                Ok(None) => {}
                Ok(Some(err)) => debug!(task = name, err, "task failed"),
                Err(panic) => error!(task = name, panic, "task panicked"),
            }
        })
    }

    /// Why the program has to stop, if a fatal task ended.
    pub fn fatal(&self) -> Option<String> {
        lock(&self.shared.fatal).clone()
    }

    /// Raises the shutdown token, waits for all tasks at most `within`, then ends the rest.
    /// Returns the names of those that had to be ended.
    pub async fn drain(&self, within: Duration) -> Vec<&'static str> {
        self.shared.shutdown.request();
        self.shared.tracker.close();
        if self.shared.clock.timeout(within, self.shared.tracker.wait()).await.is_ok() {
            return Vec::new();
        }
        let left: Vec<_> = lock(&self.shared.running).values().cloned().collect();
        let names = left.iter().map(|(name, _)| *name).collect();
        for (name, abort) in left {
            warn!(task = name, "task did not stop in time");
            abort.abort();
        }
        names
    }

    fn start<F>(&self, name: &'static str, work: F) -> TaskHandle
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let id = self.shared.next.fetch_add(1, Ordering::Relaxed);
        let remove = Remove { id, shared: self.shared.clone() };
        // Registered before it can run: the guard inside may remove the entry at once.
        let mut running = lock(&self.shared.running);
        let task = self.shared.tracker.spawn(
            async move {
                let _remove = remove;
                work.await;
            }
            .instrument(info_span!("task", name)),
        );
        let abort = task.abort_handle();
        running.insert(id, (name, abort.clone()));
        TaskHandle { abort }
    }
}

impl Shared {
    async fn supervise<M, F>(&self, name: &'static str, restart: Restart, mut make: M)
    where
        M: FnMut() -> F,
        F: Future,
        F::Output: Outcome,
    {
        let mut backoff = Backoff::new(BACKOFF_MIN, BACKOFF_MAX);
        loop {
            let started = self.clock.monotonic();
            let failure = match caught(make()).await.map(Outcome::failure) {
                Ok(failure) => failure,
                Err(panic) => Some(format!("panicked: {panic}")),
            };
            if self.shutdown.is_requested() {
                return;
            }
            match (restart, failure) {
                (Restart::Fatal, failure) => {
                    let why = failure.unwrap_or_else(|| "ended early".to_owned());
                    error!(task = name, why, "task that must not end has ended");
                    lock(&self.fatal).get_or_insert_with(|| format!("{name}: {why}"));
                    self.shutdown.request();
                    return;
                }
                (_, None) => return,
                (Restart::Never, Some(why)) => {
                    error!(task = name, why, "task failed");
                    return;
                }
                (Restart::Backoff, Some(why)) => {
                    if self.clock.monotonic().since(started) >= HEALTHY_AFTER {
                        backoff.reset();
                    }
                    let delay = backoff.next();
                    warn!(task = name, why, ?delay, "task failed and starts again");
                    // Both arms may be dropped: neither holds work.
                    tokio::select! {
                        () = self.clock.sleep(delay) => {}
                        () = self.shutdown.requested() => return,
                    }
                }
            }
        }
    }
}

impl TaskHandle {
    /// Ends the task where it stands.
    pub fn abort(&self) {
        self.abort.abort();
    }

    pub fn is_finished(&self) -> bool {
        self.abort.is_finished()
    }

    pub fn abort_on_drop(self) -> AbortOnDrop {
        AbortOnDrop(self)
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

struct Remove {
    id: u64,
    shared: Arc<Shared>,
}

impl Drop for Remove {
    fn drop(&mut self) {
        lock(&self.shared.running).remove(&self.id);
    }
}

/// Runs `work` and turns a panic into its message.
async fn caught<F: Future>(work: F) -> Result<F::Output, String> {
    let mut work = pin!(work);
    std::future::poll_fn(move |cx| {
        // Unwind safety: after a panic the future is never polled again, only dropped.
        match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(cx))) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => std::task::Poll::Ready(Err(message(&*panic))),
        }
    })
    .await
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    if let Some(text) = panic.downcast_ref::<&str>() {
        (*text).to_owned()
    } else if let Some(text) = panic.downcast_ref::<String>() {
        text.clone()
    } else {
        "unknown panic".to_owned()
    }
}

/// A panic while these small maps were held leaves them whole, so a poisoned lock is used on.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;
    use crate::FakeClock;

    #[tokio::test]
    async fn panic_is_caught_and_restarted_after_backoff() {
        let fake = FakeClock::new();
        let tasks = Tasks::new(fake.clock(), Shutdown::new());
        let runs = Arc::new(AtomicUsize::new(0));
        let seen = runs.clone();
        let shutdown = tasks.shutdown().clone();
        tasks.spawn("flaky", Restart::Backoff, move || {
            let run = seen.fetch_add(1, Ordering::SeqCst);
            let shutdown = shutdown.clone();
            async move {
                assert!(run > 0, "first run fails");
                shutdown.requested().await;
            }
        });
        fake.sleepers(1).await;
        fake.advance(Duration::from_secs(1));
        crate::testing::eventually(Duration::from_secs(5), || async { runs.load(Ordering::SeqCst) == 2 }).await;
        assert!(tasks.drain(Duration::from_secs(1)).await.is_empty());
    }

    #[tokio::test]
    async fn fatal_end_raises_shutdown() {
        let tasks = Tasks::new(Clock::system(), Shutdown::new());
        tasks.spawn("vital", Restart::Fatal, || async { Err::<(), _>("disk on fire") });
        tasks.shutdown().requested().await;
        assert_eq!(tasks.fatal().as_deref(), Some("vital: disk on fire"));
    }

    #[tokio::test]
    async fn drain_ends_what_does_not_stop() {
        let fake = FakeClock::new();
        let tasks = Tasks::new(fake.clock(), Shutdown::new());
        tasks.scoped("deaf", std::future::pending::<()>());
        let drain = {
            let tasks = tasks.clone();
            tokio::spawn(async move { tasks.drain(Duration::from_secs(5)).await })
        };
        fake.sleepers(1).await;
        fake.advance(Duration::from_secs(5));
        assert_eq!(drain.await.unwrap(), ["deaf"]);
    }
}
