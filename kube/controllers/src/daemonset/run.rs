//! Drives DaemonSets: gathers what `plan` sees.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::apps::DaemonSet;
use kube_informer::Key;
use kube_scheduler::selector;

use crate::caches::{BY_CONTROLLER, Caches};
use crate::daemonset::plan::{Observed, plan};
use crate::driver::Controller;
use crate::meta::{controller_key, controller_of, orphans_of};
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct DaemonSets {
    caches: Arc<Caches>,
}

impl DaemonSets {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for DaemonSets {
    const NAME: &'static str = "daemonset";

    fn wire(&self, queue: &Queue) {
        let caches = &self.caches;
        let wake = queue.clone();
        caches.daemon_sets.on_change(move |change| change.any().into_iter().for_each(|it| wake.add(Key::of(&**it))));
        let (wake, sets) = (queue.clone(), caches.daemon_sets.clone());
        caches.pods.on_change(move |change| {
            for pod in change.each() {
                let meta = pod.metadata();
                if controller_of(meta).is_some() {
                    controller_key::<DaemonSet>(meta).into_iter().for_each(|key| wake.add(key));
                    continue;
                }
                for set in sets.list_in(&meta.namespace) {
                    if selector::matches(set.spec.selector.as_ref(), &meta.labels) {
                        wake.add(Key::of(&*set));
                    }
                }
            }
        });
        let wake = queue.clone();
        caches.revisions.on_change(move |change| {
            let keys = change.each().filter_map(|it| controller_key::<DaemonSet>(it.metadata()));
            keys.for_each(|key| wake.add(key));
        });
        let (wake, sets) = (queue.clone(), caches.daemon_sets.clone());
        caches.nodes.on_change(move |change| {
            // Only what a placement looks at.
            let same = change.old.zip(change.new).is_some_and(|(old, new)| {
                old.metadata.labels == new.metadata.labels && old.spec.taints == new.spec.taints
            });
            if !same {
                sets.list().iter().for_each(|set| wake.add(Key::of(&**set)));
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(set) = self.caches.daemon_sets.get_key(key) else { return Plan::default() };
        let uid = &set.metadata.uid;
        let mut pods = self.caches.pods.by_index(BY_CONTROLLER, uid);
        pods.extend(self.caches.pods.by_index(BY_CONTROLLER, &orphans_of(&key.namespace)));
        let revisions = self.caches.revisions.by_index(BY_CONTROLLER, uid);
        let (stored, namespace) = (self.caches.revisions.clone(), key.namespace.clone());
        let name_taken = Box::new(move |name: &str| stored.get(&namespace, name).is_some());
        plan(now, &Observed { set, pods, nodes: self.caches.nodes.list(), revisions, name_taken })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        crate::testing::check("daemonset", |caches, now, key| DaemonSets::new(Arc::new(caches)).plan(now, key));
    }
}
