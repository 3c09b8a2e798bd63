//! Drives Jobs: gathers what `plan` sees. The finalizers of pods whose Job is gone are taken away here too.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::batch::Job;
use kube_informer::Key;
use kube_scheduler::selector;

use crate::caches::{BY_CONTROLLER, Caches};
use crate::driver::Controller;
use crate::job::plan::{Observed, plan, release};
use crate::meta::{controller_key, controller_of, orphans_of};
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct Jobs {
    caches: Arc<Caches>,
}

impl Jobs {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for Jobs {
    const NAME: &'static str = "job";
    const WORKERS: usize = 5;

    fn wire(&self, queue: &Queue) {
        let caches = &self.caches;
        let wake = queue.clone();
        caches.jobs.on_change(move |change| change.any().into_iter().for_each(|job| wake.add(Key::of(&**job))));
        let (wake, jobs) = (queue.clone(), caches.jobs.clone());
        caches.pods.on_change(move |change| {
            for pod in change.each() {
                let meta = pod.metadata();
                if controller_of(meta).is_some() {
                    controller_key::<Job>(meta).into_iter().for_each(|key| wake.add(key));
                    continue;
                }
                for job in jobs.list_in(&meta.namespace) {
                    if selector::matches(job.spec.selector.as_ref(), &meta.labels) {
                        wake.add(Key::of(&*job));
                    }
                }
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let pods = &self.caches.pods;
        let Some(job) = self.caches.jobs.get_key(key) else {
            let left = pods.list_in(&key.namespace).into_iter();
            let left: Vec<_> = left.filter(|pod| controller_key::<Job>(pod.metadata()).as_ref() == Some(key)).collect();
            return release(&left);
        };
        let mut candidates = pods.by_index(BY_CONTROLLER, &job.metadata.uid);
        candidates.extend(pods.by_index(BY_CONTROLLER, &orphans_of(&key.namespace)));
        plan(now, &Observed { job, pods: candidates })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        crate::testing::check("job", |caches, now, key| Jobs::new(Arc::new(caches)).plan(now, key));
    }
}
