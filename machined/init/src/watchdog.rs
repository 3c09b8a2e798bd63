//! The machine's watchdog: armed as early as there is one, petted for as long as somebody deserves it.

use std::os::fd::RawFd;
use std::path::Path;
use std::time::Duration;

use machined_sys::watchdog::Watchdog;

use crate::say::{complain, say};

/// Long enough for a slow boot under emulation, short enough for people.
const DEFAULT_TIMEOUT: Duration = Duration::from_secs(60);

/// A watchdog, or none: a machine without one runs too.
#[derive(Debug, Default)]
pub(crate) struct Guard {
    watchdog: Option<Watchdog>,
    period: Duration,
    last: Duration,
}

impl Guard {
    /// Arms the machine's first watchdog, with the timeout from `ironstone.watchdog=SECONDS` if that is given.
    pub(crate) fn arm(arguments: &[String]) -> Self {
        let timeout = timeout(arguments);
        match Watchdog::arm(Path::new("/dev/watchdog0"), timeout) {
            Ok(watchdog) => {
                say(&format!("watchdog armed, {} seconds", timeout.as_secs()));
                if watchdog.has_reset_us().unwrap_or_default() {
                    complain("the watchdog has restarted this machine: nobody petted it in time");
                }
                Self { watchdog: Some(watchdog), period: timeout / 4, last: Duration::ZERO }
            }
            Err(error) => {
                say(&format!("no watchdog: {error}"));
                Self::default()
            }
        }
    }

    /// Takes over what our first stage armed.
    pub(crate) fn inherited(number: Option<RawFd>, arguments: &[String]) -> Self {
        let watchdog = number.and_then(|number| Watchdog::inherited(number).ok());
        Self { watchdog, period: timeout(arguments) / 4, last: Duration::ZERO }
    }

    /// Keeps it armed across exec; the number for the next stage.
    pub(crate) fn pass_on(self) -> Option<RawFd> {
        self.watchdog.and_then(|watchdog| watchdog.pass_on().ok())
    }

    /// Pets it when it is time to. A device that refuses will reset the machine: nothing is left to do about it.
    pub(crate) fn pet(&mut self, now: Duration) {
        if let Some(watchdog) = self.watchdog.as_mut().filter(|_| now >= self.last + self.period) {
            self.last = now;
            if let Err(error) = watchdog.pet() {
                complain(&format!("the watchdog takes no sign of life: {error}"));
            }
        }
    }

    /// How often `pet` wants to be called.
    pub(crate) fn period(&self) -> Option<Duration> {
        self.watchdog.as_ref().map(|_| self.period)
    }
}

fn timeout(arguments: &[String]) -> Duration {
    let seconds = arguments.iter().find_map(|word| word.strip_prefix("ironstone.watchdog="));
    let seconds = seconds.and_then(|text| text.parse().ok()).filter(|seconds| (4..=600).contains(seconds));
    seconds.map_or(DEFAULT_TIMEOUT, Duration::from_secs)
}
