//! The one jittered back-off that serves every retry. Deciding only: the caller sleeps.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;

/// Doubles from `min` to `max`; each answer lies between half of the step and the step.
#[derive(Clone, Debug)]
pub struct Backoff {
    min: Duration,
    max: Duration,
    step: Duration,
    seed: u64,
}

impl Backoff {
    pub fn new(min: Duration, max: Duration) -> Self {
        // RandomState is seeded by the system: enough for jitter, and no generator has to be linked for it.
        Self::seeded(min, max, RandomState::new().build_hasher().finish())
    }

    /// The same answers for the same seed.
    pub fn seeded(min: Duration, max: Duration, seed: u64) -> Self {
        Self { min, max: max.max(min), step: min, seed }
    }

    /// How long to wait before the next attempt.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Duration {
        let step = self.step;
        self.step = step.saturating_mul(2).min(self.max);
        let half = step / 2;
        half + half.mul_f64(self.fraction())
    }

    /// After a success: the next failure starts small again.
    pub fn reset(&mut self) {
        self.step = self.min;
    }

    // SplitMix64: jitter needs no better randomness.
    fn fraction(&mut self) -> f64 {
        self.seed = self.seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.seed;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        (z >> 11) as f64 / (1u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_to_max_within_jitter_and_resets() {
        let (min, max) = (Duration::from_millis(100), Duration::from_secs(1));
        let mut backoff = Backoff::seeded(min, max, 7);
        for step in [100, 200, 400, 800, 1000, 1000u64] {
            let step = Duration::from_millis(step);
            let got = backoff.next();
            assert!(got >= step / 2 && got <= step, "{got:?} for {step:?}");
        }
        backoff.reset();
        assert!(backoff.next() <= min);
    }
}
