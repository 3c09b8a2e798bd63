//! For tests: a clock stepped by hand, and waiting for a condition with a deadline. Never part of a program.
// Waiting in a test is done here, so that no test sleeps.
#![allow(clippy::disallowed_methods)]

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::oneshot;

use crate::clock::{Hand, Monotonic, Sleep};
use crate::{Clock, Elapsed};

/// Time that passes only when a test says so.
#[derive(Clone, Debug)]
pub struct FakeClock {
    state: Arc<State>,
}

#[derive(Debug)]
struct State {
    time: Mutex<Time>,
}

#[derive(Debug)]
struct Time {
    wall: Timestamp,
    monotonic: Duration,
    next: u64,
    sleepers: BTreeMap<(Duration, u64), oneshot::Sender<()>>,
}

impl FakeClock {
    /// Starts at 2026-01-01T00:00:00Z.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self::at(Timestamp::from_second(1_767_225_600).expect("a valid date"))
    }

    pub fn at(wall: Timestamp) -> Self {
        let time = Time { wall, monotonic: Duration::from_secs(1), next: 0, sleepers: BTreeMap::new() };
        Self { state: Arc::new(State { time: Mutex::new(time) }) }
    }

    pub fn clock(&self) -> Clock {
        Clock::by_hand(self.state.clone())
    }

    /// Lets time pass on both clocks and wakes whoever slept until then.
    pub fn advance(&self, by: Duration) {
        let mut time = self.state.lock();
        time.monotonic += by;
        time.wall += SignedDuration::try_from(by).expect("a test's duration");
        let now = time.monotonic;
        while let Some(entry) = time.sleepers.first_entry() {
            if entry.key().0 > now {
                break;
            }
            // A sleeper that has given up is of no interest.
            let _ = entry.remove().send(());
        }
    }

    /// Steps the wall clock alone, as a time server or an operator does.
    pub fn set_wall(&self, wall: Timestamp) {
        self.state.lock().wall = wall;
    }

    /// Waits until at least `count` sleepers wait for this clock.
    pub async fn sleepers(&self, count: usize) {
        eventually(Duration::from_secs(10), || async {
            let mut time = self.state.lock();
            time.sleepers.retain(|_, sleeper| !sleeper.is_closed());
            time.sleepers.len() >= count
        })
        .await;
    }
}

impl State {
    fn lock(&self) -> MutexGuard<'_, Time> {
        self.time.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Hand for State {
    fn now(&self) -> Timestamp {
        self.lock().wall
    }

    fn monotonic(&self) -> Monotonic {
        Monotonic(self.lock().monotonic)
    }

    fn sleep_until(&self, at: Monotonic) -> Sleep {
        let mut time = self.lock();
        if at.0 <= time.monotonic {
            return Box::pin(std::future::ready(()));
        }
        let (wake, woken) = oneshot::channel();
        let id = time.next;
        time.next += 1;
        time.sleepers.insert((at.0, id), wake);
        Box::pin(async move {
            // The sender is dropped only with the clock itself; then the test is over.
            let _ = woken.await;
        })
    }
}

/// Waits until `condition` holds; panics when it does not within the (real) deadline.
#[track_caller]
pub fn eventually<C, F>(within: Duration, mut condition: C) -> impl Future<Output = ()>
where
    C: FnMut() -> F,
    F: Future<Output = bool>,
{
    let caller = std::panic::Location::caller();
    async move {
        let held = poll(within, async || condition().await.then_some(())).await;
        assert!(held.is_ok(), "condition at {caller} did not hold within {within:?}");
    }
}

/// As [`eventually`], for a condition that yields a value.
#[track_caller]
pub fn eventually_some<T, C, F>(within: Duration, mut condition: C) -> impl Future<Output = T>
where
    C: FnMut() -> F,
    F: Future<Output = Option<T>>,
{
    let caller = std::panic::Location::caller();
    async move {
        match poll(within, async || condition().await).await {
            Ok(value) => value,
            Err(Elapsed) => panic!("condition at {caller} did not hold within {within:?}"),
        }
    }
}

async fn poll<T>(within: Duration, mut condition: impl AsyncFnMut() -> Option<T>) -> Result<T, Elapsed> {
    let deadline = std::time::Instant::now() + within;
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(value) = condition().await {
            return Ok(value);
        }
        if std::time::Instant::now() >= deadline {
            return Err(Elapsed);
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(Duration::from_millis(50));
    }
}
