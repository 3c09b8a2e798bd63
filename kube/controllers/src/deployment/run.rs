//! Drives Deployments: gathers what `plan` sees.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::apps::{Deployment, ReplicaSet};
use kube_informer::Key;
use parking_lot::Mutex;

use crate::act::{Outcome, Verb};
use crate::caches::{BY_CONTROLLER, Caches};
use crate::deployment::plan::{Observed, plan};
use crate::driver::Controller;
use crate::meta::{controller_key, controller_of, is_controlled_by, orphans_of};
use crate::plan::Plan;
use crate::queue::Queue;
use kube_scheduler::selector;

pub(crate) struct Deployments {
    caches: Arc<Caches>,
    failed: Mutex<HashMap<Key, String>>,
}

impl Deployments {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches, failed: Mutex::default() }
    }
}

impl Controller for Deployments {
    const NAME: &'static str = "deployment";
    const WORKERS: usize = 5;

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        let caches = &self.caches;
        caches.deployments.on_change(move |change| change.any().into_iter().for_each(|it| wake.add(Key::of(&**it))));
        let (wake, deployments) = (queue.clone(), caches.deployments.clone());
        caches.replica_sets.on_change(move |change| {
            for set in change.each() {
                let meta = set.metadata();
                if controller_of(meta).is_some() {
                    controller_key::<Deployment>(meta).into_iter().for_each(|key| wake.add(key));
                    continue;
                }
                for it in deployments.list_in(&meta.namespace) {
                    if selector::matches(it.spec.selector.as_ref(), &meta.labels) {
                        wake.add(Key::of(&*it));
                    }
                }
            }
        });
        // The last pod of an old set is what a Recreate rollout waits for.
        let (wake, sets) = (queue.clone(), caches.replica_sets.clone());
        caches.pods.on_change(move |change| {
            if let (Some(pod), None) = (change.old, change.new) {
                let set = controller_key::<ReplicaSet>(pod.metadata()).and_then(|key| sets.get_key(&key));
                let key = set.and_then(|set| controller_key::<Deployment>(set.metadata()));
                key.into_iter().for_each(|key| wake.add(key));
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(deployment) = self.caches.deployments.get_key(key) else {
            self.failed.lock().remove(key);
            return Plan::default();
        };
        let uid = &deployment.metadata().uid;
        let mut sets = self.caches.replica_sets.by_index(BY_CONTROLLER, uid);
        let pods = sets
            .iter()
            .filter(|set| is_controlled_by(set.metadata(), uid))
            .flat_map(|set| self.caches.pods.by_index(BY_CONTROLLER, &set.metadata().uid))
            .collect();
        sets.extend(self.caches.replica_sets.by_index(BY_CONTROLLER, &orphans_of(&key.namespace)));
        let (stored, namespace) = (self.caches.replica_sets.clone(), key.namespace.clone());
        let name_taken = Box::new(move |name: &str| stored.get(&namespace, name).is_some());
        plan(now, &Observed { deployment, sets, pods, name_taken, failed: self.failed.lock().get(key).cloned() })
    }

    fn after(&self, key: &Key, outcome: &Outcome) {
        // A name that is taken is no failure: the cache will show whose it is.
        let failure = outcome.failure(Verb::Create).filter(|err| !err.is_already_exists());
        match failure.filter(|err| !err.is_namespace_terminating()) {
            Some(err) => self.failed.lock().insert(key.clone(), err.to_string()),
            None => self.failed.lock().remove(key),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        crate::testing::check("deployment", |caches, now, key| Deployments::new(Arc::new(caches)).plan(now, key));
    }
}
