//! Histograms of openraft's own work, in half a kilobyte each: what openraft 0.10 asks of crate `base2histogram`, and
//! no more. Decides nothing: without openraft's feature `runtime-stats`, which we leave off, nobody can read them.
//!
//! The original prepares tables of every precision, up to sixteen bits, when the first histogram is made: 25 MiB of
//! memory that is never used again, nine tenths of what an idle store needed. Values are told apart by their powers of
//! two here. To be dropped when the original prepares only the table that is asked for.

use std::fmt;
use std::marker::PhantomData;

/// One counter for zero, and one for each power of two.
const BUCKETS: usize = 65;

/// How often values of each size were seen. The parameter is the original's, for histograms in parts; openraft has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram<T = ()> {
    buckets: [u64; BUCKETS],
    parts: PhantomData<T>,
}

/// Upper bounds of what so many in a hundred values stay below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PercentileStats {
    pub samples: u64,
    pub p0_1: u64,
    pub p1: u64,
    pub p5: u64,
    pub p10: u64,
    pub p50: u64,
    pub p90: u64,
    pub p99: u64,
    pub p99_9: u64,
}

/// Several histograms, one line each.
#[derive(Clone, Debug, Default)]
pub struct AsciiChart {
    lines: Vec<(String, Histogram)>,
}

impl<T> Default for Histogram<T> {
    fn default() -> Self {
        Self { buckets: [0; BUCKETS], parts: PhantomData }
    }
}

impl<T> Histogram<T> {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn record(&mut self, value: u64) {
        self.record_n(value, 1);
    }

    pub fn record_n(&mut self, value: u64, count: u64) {
        let bucket = (u64::BITS - value.leading_zeros()) as usize;
        if let Some(seen) = self.buckets.get_mut(bucket) {
            *seen = seen.saturating_add(count);
        }
    }

    pub fn percentile_stats(&self) -> PercentileStats {
        let at = |permille| self.percentile(permille);
        PercentileStats {
            samples: self.samples(),
            p0_1: at(1),
            p1: at(10),
            p5: at(50),
            p10: at(100),
            p50: at(500),
            p90: at(900),
            p99: at(990),
            p99_9: at(999),
        }
    }

    fn samples(&self) -> u64 {
        self.buckets.iter().fold(0, |sum, seen| sum.saturating_add(*seen))
    }

    /// The largest value of the bucket that holds this permille of the samples; 0 without samples.
    fn percentile(&self, permille: u128) -> u64 {
        let wanted = (u128::from(self.samples()) * permille).div_ceil(1000);
        let mut below = 0;
        for (bucket, seen) in self.buckets.iter().enumerate() {
            below += u128::from(*seen);
            if *seen > 0 && below >= wanted {
                return u64::MAX.checked_shr(u64::BITS - bucket as u32).unwrap_or(0);
            }
        }
        0
    }
}

impl fmt::Display for PercentileStats {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} samples, p50 {}, p90 {}, p99 {}", self.samples, self.p50, self.p90, self.p99)
    }
}

impl AsciiChart {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(mut self, name: &str, histogram: Histogram) -> Self {
        self.lines.push((name.to_owned(), histogram));
        self
    }

    /// What prints.
    pub fn detailed(&self) -> &Self {
        self
    }
}

impl fmt::Display for AsciiChart {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines.iter().try_for_each(|(name, histogram)| writeln!(out, "{name}: {}", histogram.percentile_stats()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_bounds_of_powers_of_two() {
        let mut histogram: Histogram = Histogram::new();
        assert_eq!(histogram.percentile_stats().p99, 0);
        histogram.record_n(0, 1);
        histogram.record_n(5, 98);
        histogram.record(u64::MAX);
        let stats = histogram.percentile_stats();
        assert_eq!((stats.samples, stats.p1, stats.p50, stats.p99, stats.p99_9), (100, 0, 7, 7, u64::MAX));
    }
}
