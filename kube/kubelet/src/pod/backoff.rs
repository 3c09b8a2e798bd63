//! How long a container that keeps failing waits before it is started again: 10 s, doubled each time, at most 5 min;
//! forgotten after twice that long without a failure. As upstream: client-go/util/flowcontrol/backoff.go.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

const FIRST: Duration = Duration::from_secs(10);
const MAX: Duration = Duration::from_secs(300);

/// The failures of one pod's containers (or images), by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Backoffs {
    entries: BTreeMap<String, Entry>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Entry {
    delay: Duration,
    at: Timestamp,
}

impl Backoffs {
    /// How long `name`, which failed at `failed`, still has to wait, and the whole delay. `None`: it may start now.
    pub(crate) fn waits(&self, name: &str, failed: Timestamp, now: Timestamp) -> Option<(Duration, Duration)> {
        let entry = self.entries.get(name).filter(|entry| !entry.is_stale(failed))?;
        let until = failed.saturating_add(signed(entry.delay)).ok()?;
        let left = Duration::try_from(until.duration_since(now)).ok()?;
        (!left.is_zero()).then_some((left, entry.delay))
    }

    /// `name`, which failed at `failed`, is tried again at `now`.
    pub(crate) fn tried(&mut self, name: &str, failed: Timestamp, now: Timestamp) {
        let delay = match self.entries.get(name) {
            Some(entry) if !entry.is_stale(failed) => (entry.delay * 2).min(MAX),
            _ => FIRST,
        };
        self.entries.insert(name.to_owned(), Entry { delay, at: now });
    }
}

impl Entry {
    fn is_stale(&self, failed: Timestamp) -> bool {
        failed.duration_since(self.at) > signed(MAX * 2)
    }
}

fn signed(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}

/// As Go prints a duration of whole seconds: `10s`, `1m20s`, `5m0s`.
pub(crate) fn go_seconds(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, s) => format!("{s}s"),
        (0, m, s) => format!("{m}m{s}s"),
        (h, m, s) => format!("{h}h{m}m{s}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_to_five_minutes_and_forgets() {
        let at = |s| Timestamp::from_second(1_000_000 + s).unwrap();
        let mut backoffs = Backoffs::default();
        assert_eq!(backoffs.waits("a", at(0), at(0)), None);
        let mut now = 0;
        for delay in [10, 20, 40, 80, 160, 300, 300] {
            backoffs.tried("a", at(now), at(now));
            let (left, whole) = backoffs.waits("a", at(now + 1), at(now + 1)).unwrap();
            assert_eq!((left.as_secs(), whole.as_secs()), (delay, delay));
            assert_eq!(backoffs.waits("a", at(now + 1), at(now + 1 + delay as i64)), None);
            now += 1 + delay as i64;
        }
        assert_eq!(backoffs.waits("a", at(now + 601), at(now + 601)), None);
    }

    #[test]
    fn durations_read_like_gos() {
        let check = |s, text| assert_eq!(go_seconds(Duration::from_secs(s)), text);
        check(10, "10s");
        check(80, "1m20s");
        check(300, "5m0s");
    }
}
