//! Drives StatefulSets: gathers what `plan` sees.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::apps::StatefulSet;
use kube_informer::Key;
use kube_scheduler::selector;

use crate::caches::{BY_CONTROLLER, Caches};
use crate::driver::Controller;
use crate::meta::{controller_key, controller_of, orphans_of};
use crate::plan::Plan;
use crate::queue::Queue;
use crate::statefulset::plan::{Observed, plan};

pub(crate) struct StatefulSets {
    caches: Arc<Caches>,
}

impl StatefulSets {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for StatefulSets {
    const NAME: &'static str = "statefulset";
    const WORKERS: usize = 5;

    fn wire(&self, queue: &Queue) {
        let caches = &self.caches;
        let wake = queue.clone();
        caches.stateful_sets.on_change(move |change| change.any().into_iter().for_each(|it| wake.add(Key::of(&**it))));
        let (wake, sets) = (queue.clone(), caches.stateful_sets.clone());
        caches.pods.on_change(move |change| {
            for pod in change.each() {
                let meta = pod.metadata();
                if controller_of(meta).is_some() {
                    controller_key::<StatefulSet>(meta).into_iter().for_each(|key| wake.add(key));
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
            let keys = change.each().filter_map(|it| controller_key::<StatefulSet>(it.metadata()));
            keys.for_each(|key| wake.add(key));
        });
        // A claim that goes is what a pod of the same name waits for.
        let (wake, sets) = (queue.clone(), caches.stateful_sets.clone());
        caches.claims.on_change(move |change| {
            if let (Some(claim), None) = (change.old, change.new) {
                for set in sets.list_in(&claim.metadata.namespace) {
                    if claim.metadata.name.contains(&format!("-{}-", set.metadata.name)) {
                        wake.add(Key::of(&*set));
                    }
                }
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(set) = self.caches.stateful_sets.get_key(key) else { return Plan::default() };
        let uid = &set.metadata.uid;
        let mut pods = self.caches.pods.by_index(BY_CONTROLLER, uid);
        pods.extend(self.caches.pods.by_index(BY_CONTROLLER, &orphans_of(&key.namespace)));
        let claims = if set.spec.volume_claim_templates.is_empty() {
            Default::default()
        } else {
            let all = self.caches.claims.list_in(&key.namespace);
            all.into_iter().map(|claim| (claim.metadata.name.clone(), claim)).collect()
        };
        let revisions = self.caches.revisions.by_index(BY_CONTROLLER, uid);
        let (stored, namespace) = (self.caches.revisions.clone(), key.namespace.clone());
        let name_taken = Box::new(move |name: &str| stored.get(&namespace, name).is_some());
        plan(now, &Observed { set, pods, claims, revisions, name_taken })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        crate::testing::check("statefulset", |caches, now, key| StatefulSets::new(Arc::new(caches)).plan(now, key));
    }
}
