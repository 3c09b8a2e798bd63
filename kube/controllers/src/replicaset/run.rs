//! Drives ReplicaSets and ReplicationControllers: gathers what `plan` sees, remembers what failed.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::apps::ReplicaSet;
use kube_api::types::core::Pod;
use kube_informer::{Key, Store};
use parking_lot::Mutex;

use crate::act::{Outcome, Verb};
use crate::caches::{BY_CONTROLLER, Caches};
use crate::driver::Controller;
use crate::meta::{controller_key, controller_of, orphans_of};
use crate::plan::Plan;
use crate::pods;
use crate::queue::Queue;
use crate::replicaset::plan::{Observed, Replicated, plan};

pub(crate) struct ReplicaSets {
    caches: Arc<Caches>,
    failed: Failures,
}

pub(crate) struct ReplicationControllers {
    caches: Arc<Caches>,
    failed: Failures,
}

#[derive(Default)]
struct Failures(Mutex<HashMap<Key, String>>);

impl ReplicaSets {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches, failed: Failures::default() }
    }

    /// Pods of all sets of one Deployment: where they stand says which node is doubled up.
    fn related(&self, set: &ReplicaSet) -> Vec<Arc<Pod>> {
        let Some(owner) = controller_of(set.metadata()) else {
            return active(&self.caches, &set.metadata().uid);
        };
        let siblings = self.caches.replica_sets.by_index(BY_CONTROLLER, &owner.uid);
        siblings.iter().flat_map(|sibling| active(&self.caches, &sibling.metadata().uid)).collect()
    }
}

impl ReplicationControllers {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches, failed: Failures::default() }
    }
}

impl Controller for ReplicaSets {
    const NAME: &'static str = "replicaset";
    const WORKERS: usize = 5;

    fn wire(&self, queue: &Queue) {
        wire(&self.caches, &self.caches.replica_sets, queue);
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(set) = self.caches.replica_sets.get_key(key) else {
            self.failed.forget(key);
            return Plan::default();
        };
        let related = self.related(&set);
        plan(now, &Observed { pods: candidates(&self.caches, &*set), related, failed: self.failed.get(key), set })
    }

    fn after(&self, key: &Key, outcome: &Outcome) {
        self.failed.note(key, outcome);
    }
}

impl Controller for ReplicationControllers {
    const NAME: &'static str = "replicationcontroller";

    fn wire(&self, queue: &Queue) {
        wire(&self.caches, &self.caches.replication_controllers, queue);
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(set) = self.caches.replication_controllers.get_key(key) else {
            self.failed.forget(key);
            return Plan::default();
        };
        let related = active(&self.caches, &set.metadata().uid);
        plan(now, &Observed { pods: candidates(&self.caches, &*set), related, failed: self.failed.get(key), set })
    }

    fn after(&self, key: &Key, outcome: &Outcome) {
        self.failed.note(key, outcome);
    }
}

fn wire<T: Replicated>(caches: &Caches, sets: &Store<T>, queue: &Queue) {
    let wake = queue.clone();
    sets.on_change(move |change| change.any().into_iter().for_each(|set| wake.add(Key::of(&**set))));
    let (wake, sets) = (queue.clone(), sets.clone());
    caches.pods.on_change(move |change| {
        for pod in change.each() {
            let meta = pod.metadata();
            if controller_of(meta).is_some() {
                controller_key::<T>(meta).into_iter().for_each(|key| wake.add(key));
                continue;
            }
            // An orphan: whoever chooses it may want it.
            for set in sets.list_in(&meta.namespace).iter().filter(|set| set.chooses(pod)) {
                wake.add(Key::of(&**set));
            }
        }
    });
}

fn candidates<T: Object>(caches: &Caches, set: &T) -> Vec<Arc<Pod>> {
    let meta = set.metadata();
    let mut pods = caches.pods.by_index(BY_CONTROLLER, &meta.uid);
    pods.extend(caches.pods.by_index(BY_CONTROLLER, &orphans_of(&meta.namespace)));
    pods
}

fn active(caches: &Caches, uid: &str) -> Vec<Arc<Pod>> {
    caches.pods.by_index(BY_CONTROLLER, uid).into_iter().filter(|pod| pods::is_active(pod)).collect()
}

impl Failures {
    fn get(&self, key: &Key) -> Option<String> {
        self.0.lock().get(key).cloned()
    }

    fn forget(&self, key: &Key) {
        self.0.lock().remove(key);
    }

    fn note(&self, key: &Key, outcome: &Outcome) {
        let failure = outcome.failure(Verb::Create).or(outcome.failure(Verb::Delete));
        match failure.filter(|err| !err.is_namespace_terminating()) {
            Some(err) => self.0.lock().insert(key.clone(), err.to_string()),
            None => self.0.lock().remove(key),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        crate::testing::check("replicaset", |caches, now, key| ReplicaSets::new(Arc::new(caches)).plan(now, key));
    }
}
