//! Time as an argument: wall clock, monotonic clock and sleeping behind one cheap handle.
//!
//! Whoever needs time is given a [`Clock`]; tests give one that they step by hand (`FakeClock`).
// The one place that may read clocks and sleep; everybody else is refused by .clippy.toml.
#![allow(clippy::disallowed_methods)]

use std::fmt;
use std::future::Future;
use std::ops::{Add, Sub};
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use jiff::Timestamp;

/// A handle on time. Clones are cheap and share the same time.
#[derive(Clone)]
pub struct Clock {
    source: Source,
}

/// A point on a clock that never steps back; only differences mean something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Monotonic(pub Duration);

/// A deadline passed before the work was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("deadline exceeded")]
pub struct Elapsed;

#[derive(Clone)]
enum Source {
    System,
    Hand(Arc<dyn Hand>),
}

pub(crate) type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// What a clock stepped by hand offers.
pub(crate) trait Hand: Send + Sync {
    fn now(&self) -> Timestamp;
    fn monotonic(&self) -> Monotonic;
    fn sleep_until(&self, at: Monotonic) -> Sleep;
}

impl Clock {
    /// The clock of the machine.
    pub fn system() -> Self {
        Self { source: Source::System }
    }

    #[cfg_attr(not(feature = "testing"), allow(dead_code))]
    pub(crate) fn by_hand(hand: Arc<dyn Hand>) -> Self {
        Self { source: Source::Hand(hand) }
    }

    /// Wall time. It may step in either direction.
    pub fn now(&self) -> Timestamp {
        match &self.source {
            Source::System => Timestamp::now(),
            Source::Hand(hand) => hand.now(),
        }
    }

    pub fn monotonic(&self) -> Monotonic {
        match &self.source {
            Source::System => Monotonic(origin().elapsed()),
            Source::Hand(hand) => hand.monotonic(),
        }
    }

    pub async fn sleep(&self, duration: Duration) {
        match &self.source {
            Source::System => tokio::time::sleep(duration).await,
            Source::Hand(hand) => hand.sleep_until(hand.monotonic() + duration).await,
        }
    }

    pub async fn sleep_until(&self, at: Monotonic) {
        match &self.source {
            Source::System => match origin().checked_add(at.0) {
                Some(at) => tokio::time::sleep_until(at.into()).await,
                None => std::future::pending().await,
            },
            Source::Hand(hand) => hand.sleep_until(at).await,
        }
    }

    /// Runs `work` for at most `within`; then it is dropped where it stands.
    pub async fn timeout<F: Future>(&self, within: Duration, work: F) -> Result<F::Output, Elapsed> {
        match &self.source {
            Source::System => tokio::time::timeout(within, work).await.map_err(|_| Elapsed),
            Source::Hand(_) => {
                tokio::select! {
                    biased;
                    done = work => Ok(done),
                    () = self.sleep(within) => Err(Elapsed),
                }
            }
        }
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.source {
            Source::System => "Clock(system)",
            Source::Hand(_) => "Clock(by hand)",
        })
    }
}

impl Monotonic {
    /// Time since `earlier`; zero when that lies ahead.
    pub fn since(self, earlier: Monotonic) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

impl Add<Duration> for Monotonic {
    type Output = Monotonic;
    fn add(self, more: Duration) -> Monotonic {
        Monotonic(self.0.saturating_add(more))
    }
}

impl Sub for Monotonic {
    type Output = Duration;
    fn sub(self, earlier: Monotonic) -> Duration {
        self.since(earlier)
    }
}

/// Instants cannot be written as numbers, so monotonic time counts from the first use in this process.
fn origin() -> Instant {
    static ORIGIN: OnceLock<Instant> = OnceLock::new();
    *ORIGIN.get_or_init(Instant::now)
}
