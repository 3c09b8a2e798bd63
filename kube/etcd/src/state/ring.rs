//! The most recent events, in memory: what a watch that keeps up reads instead of the database.

use kube_kv::{Event, Revision};
use std::collections::VecDeque;
use std::sync::Arc;

const BYTES_MAX: usize = 2 << 20;
const REVISIONS_MAX: usize = 4096;

#[derive(Debug)]
pub(super) struct Ring {
    changes: VecDeque<(Revision, Arc<[Event]>)>,
    bytes: usize,
    /// Everything from here on is in the ring.
    from: Revision,
}

impl Ring {
    pub(super) fn new(from: Revision) -> Self {
        Self { changes: VecDeque::new(), bytes: 0, from }
    }

    pub(super) fn push(&mut self, revision: Revision, events: Vec<Event>) {
        self.bytes += size(&events);
        self.changes.push_back((revision, events.into()));
        while self.changes.len() > REVISIONS_MAX || self.bytes > BYTES_MAX {
            let Some((oldest, events)) = self.changes.pop_front() else { break };
            self.bytes -= size(&events);
            self.from = oldest.next();
        }
    }

    /// What changed from this revision on; `None`: the ring does not reach back so far.
    pub(super) fn since(&self, next: Revision) -> Option<impl Iterator<Item = (Revision, Arc<[Event]>)>> {
        let start = self.changes.partition_point(|(revision, _)| *revision < next);
        (next >= self.from).then(|| self.changes.range(start..).cloned())
    }
}

fn size(events: &[Event]) -> usize {
    events.iter().map(|event| event.kv.key.len() + event.kv.value.len() + size_of::<Event>()).sum()
}
