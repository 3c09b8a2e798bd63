//! Says what the builder does, with the seconds since it began, on standard error.

use machined_base::{Clock, Monotonic};

/// A run's clock and voice.
#[derive(Clone)]
pub(crate) struct Progress {
    clock: Clock,
    start: Monotonic,
}

impl Progress {
    pub(crate) fn new(clock: Clock) -> Self {
        let start = clock.monotonic();
        Self { clock, start }
    }

    pub(crate) fn step(&self, what: &str) {
        let elapsed = self.clock.monotonic().0.saturating_sub(self.start.0);
        eprintln!("image: {:>6.1} s  {what}", elapsed.as_secs_f64());
    }
}
