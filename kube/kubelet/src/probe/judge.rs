//! What a run of answers means: a result stands once it was seen often enough in a row. Pure.
//!
//! As upstream: pkg/kubelet/prober/worker.go.

use kube_api::types::core::Probe;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Startup,
    Liveness,
    Readiness,
}

impl Kind {
    /// As it stands in events.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Kind::Startup => "Startup",
            Kind::Liveness => "Liveness",
            Kind::Readiness => "Readiness",
        }
    }
}

/// Counts the answers of one probe.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judge {
    failure_threshold: u32,
    success_threshold: u32,
    last: Option<bool>,
    run: u32,
}

impl Judge {
    pub(crate) fn new(probe: &Probe) -> Self {
        let threshold =
            |given: i32, default: u32| u32::try_from(given).ok().filter(|given| *given > 0).unwrap_or(default);
        Self {
            failure_threshold: threshold(probe.failure_threshold, 3),
            success_threshold: threshold(probe.success_threshold, 1),
            last: None,
            run: 0,
        }
    }

    /// What stands after one more answer; `None` while it is not enough.
    pub(crate) fn answer(&mut self, good: bool) -> Option<bool> {
        self.run = if self.last == Some(good) { self.run + 1 } else { 1 };
        self.last = Some(good);
        let enough = if good { self.success_threshold } else { self.failure_threshold };
        (self.run >= enough).then_some(good)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_stands_after_its_threshold() {
        let mut judge = Judge::new(&Probe { failure_threshold: 3, success_threshold: 2, ..Probe::default() });
        let answers = [false, false, true, false, false, false, true, true];
        let stands = answers.map(|good| judge.answer(good));
        assert_eq!(stands, [None, None, None, None, None, Some(false), None, Some(true)]);
    }
}
