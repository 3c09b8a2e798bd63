//! What to do about machined: when to start it again, when it hangs, when it is hopeless. Pure.

use std::time::Duration;

use machined_sys::supervisor::ALIVE_WITHIN;

/// A machined that lived this long was well: its next end starts counting anew.
const WELL_AFTER: Duration = Duration::from_secs(60);
const FIRST_DELAY: Duration = Duration::from_millis(250);
const LAST_DELAY: Duration = Duration::from_secs(30);
/// So many early ends in a row are a crash loop: half a minute of trying.
const EARLY_ENDS: u32 = 7;

/// What is remembered of machined, in time since boot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Machined {
    /// To be started at this time, after so many early ends.
    Waiting { until: Duration, early_ends: u32 },
    /// Running.
    Running { since: Duration, last_word: Duration, early_ends: u32 },
}

/// What the loop does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Start it.
    Start,
    /// It has been silent for too long: kill it; its end will be noticed.
    Kill,
    /// Nothing, until this time at the latest.
    Wait(Duration),
}

/// What an end of machined means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is started again.
    Again,
    /// It will not get better by itself.
    CrashLoop,
}

impl Machined {
    pub(crate) const fn new() -> Self {
        Self::Waiting { until: Duration::ZERO, early_ends: 0 }
    }

    pub(crate) fn step(&self, now: Duration) -> Step {
        match *self {
            Self::Waiting { until, .. } if now >= until => Step::Start,
            Self::Waiting { until, .. } => Step::Wait(until),
            Self::Running { last_word, .. } if now >= last_word + ALIVE_WITHIN => Step::Kill,
            Self::Running { last_word, .. } => Step::Wait(last_word + ALIVE_WITHIN),
        }
    }

    pub(crate) fn started(&mut self, now: Duration) {
        let early_ends = self.early_ends();
        *self = Self::Running { since: now, last_word: now, early_ends };
    }

    pub(crate) fn spoke(&mut self, now: Duration) {
        if let Self::Running { last_word, .. } = self {
            *last_word = now;
        }
    }

    /// It ended, or could not be started.
    pub(crate) fn ended(&mut self, now: Duration) -> Verdict {
        let was_well = matches!(*self, Self::Running { since, .. } if now >= since + WELL_AFTER);
        let early_ends = if was_well { 0 } else { self.early_ends() + 1 };
        let delay = FIRST_DELAY * 2_u32.saturating_pow(early_ends.saturating_sub(1).min(16));
        *self = Self::Waiting { until: now + delay.min(LAST_DELAY), early_ends };
        // Said once for each loop, not at every further end.
        if early_ends == EARLY_ENDS { Verdict::CrashLoop } else { Verdict::Again }
    }

    const fn early_ends(&self) -> u32 {
        match self {
            Self::Waiting { early_ends, .. } | Self::Running { early_ends, .. } => *early_ends,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn it_is_started_at_once_and_again_after_a_growing_pause() {
        let mut machined = Machined::new();
        assert_eq!(machined.step(s(1)), Step::Start);
        let mut pauses = Vec::new();
        for _ in 0..3 {
            machined.started(s(1));
            assert_eq!(machined.ended(s(1)), Verdict::Again);
            let Step::Wait(until) = machined.step(s(1)) else { panic!("{machined:?}") };
            pauses.push((until - s(1)).as_millis());
        }
        assert_eq!(pauses, [250, 500, 1000]);
    }

    #[test]
    fn seven_early_ends_are_a_crash_loop_which_is_said_once() {
        let mut machined = Machined::new();
        let verdicts: Vec<Verdict> = (0..9)
            .map(|at| {
                machined.started(s(at));
                machined.ended(s(at))
            })
            .collect();
        assert_eq!(verdicts.iter().position(|verdict| *verdict == Verdict::CrashLoop), Some(6));
        assert_eq!(verdicts.iter().filter(|verdict| **verdict == Verdict::CrashLoop).count(), 1);
        let Step::Wait(until) = machined.step(s(8)) else { panic!("{machined:?}") };
        assert_eq!(until, s(8) + LAST_DELAY);
    }

    #[test]
    fn a_minute_of_life_forgives_earlier_ends() {
        let mut machined = Machined::new();
        for at in 0..6 {
            machined.started(s(at));
            machined.ended(s(at));
        }
        machined.started(s(10));
        assert_eq!(machined.ended(s(70)), Verdict::Again);
        assert_eq!(machined.step(s(70)), Step::Wait(s(70) + FIRST_DELAY));
    }

    #[test]
    fn silence_is_a_hang() {
        let mut machined = Machined::new();
        machined.started(s(0));
        assert_eq!(machined.step(s(59)), Step::Wait(s(60)));
        machined.spoke(s(59));
        assert_eq!(machined.step(s(60)), Step::Wait(s(119)));
        assert_eq!(machined.step(s(119)), Step::Kill);
    }
}
