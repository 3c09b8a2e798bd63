//! What a person sees while a cluster comes up: one line for each step, with its elapsed time. Decides nothing.

use std::io::Write;
use std::time::Duration;

use machined_base::{Clock, Monotonic};

/// Prints steps on standard error; data goes to standard output.
pub(crate) struct Progress {
    clock: Clock,
    began: Monotonic,
}

impl Progress {
    pub(crate) fn new(clock: Clock) -> Self {
        let began = clock.monotonic();
        Progress { clock, began }
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.clock.monotonic().since(self.began)
    }

    /// Runs one step, and says how long it took, or that it failed.
    pub(crate) async fn step<T>(&self, name: &str, work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
        let began = self.clock.monotonic();
        self.say(&format!("{name} ..."));
        let done = work.await;
        let took = self.clock.monotonic().since(began).as_secs_f64();
        let verdict = if done.is_ok() { "done" } else { "FAILED" };
        self.say(&format!("{name}: {verdict} in {took:.1} s"));
        done
    }

    pub(crate) fn say(&self, line: &str) {
        // A closed terminal must not end a cluster.
        let _ = writeln!(std::io::stderr(), "[{:>6.1} s] {line}", self.elapsed().as_secs_f64());
    }
}
