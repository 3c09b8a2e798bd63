//! Drives the time to live of finished Jobs.

use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;

use crate::caches::Caches;
use crate::driver::Controller;
use crate::plan::Plan;
use crate::queue::Queue;
use crate::ttl::plan::plan;

pub(crate) struct TtlAfterFinished {
    caches: Arc<Caches>,
}

impl TtlAfterFinished {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for TtlAfterFinished {
    const NAME: &'static str = "ttl-after-finished";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches.jobs.on_change(move |change| {
            if let Some(job) = change.new.filter(|job| job.spec.ttl_seconds_after_finished.is_some()) {
                wake.add(Key::of(&**job));
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        self.caches.jobs.get_key(key).map(|job| plan(now, &job)).unwrap_or_default()
    }
}
