//! Drives disruption budgets: finds their pods and what the pods' controllers want.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::apps::Deployment;
use kube_api::types::core::Pod;
use kube_informer::Key;
use kube_scheduler::selector;

use crate::caches::Caches;
use crate::disruption::plan::{Observed, plan};
use crate::driver::Controller;
use crate::meta::{controller_key, controller_of};
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct Disruption {
    caches: Arc<Caches>,
}

impl Disruption {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }

    /// The sizes of all controllers of these pods, each once. Custom resources with a scale are not asked.
    fn scale(&self, pods: &[Arc<Pod>]) -> Result<i32, String> {
        let mut seen = BTreeSet::new();
        let mut total = 0;
        for pod in pods {
            // As upstream: a pod without a controller takes no part.
            let Some(owner) = controller_of(pod.metadata()) else { continue };
            let (namespace, name) = (pod.metadata.namespace.as_str(), owner.name.as_str());
            let (uid, size) = match owner.kind.as_str() {
                "ReplicaSet" => {
                    let Some(set) = self.caches.replica_sets.get(namespace, name) else { continue };
                    let deployment = controller_key::<Deployment>(set.metadata());
                    match deployment.and_then(|key| self.caches.deployments.get_key(&key)) {
                        Some(deployment) => (deployment.metadata.uid.clone(), deployment.spec.replicas),
                        None => (set.metadata.uid.clone(), set.spec.replicas),
                    }
                }
                "StatefulSet" => match self.caches.stateful_sets.get(namespace, name) {
                    Some(set) => (set.metadata.uid.clone(), set.spec.replicas),
                    None => continue,
                },
                "ReplicationController" => match self.caches.replication_controllers.get(namespace, name) {
                    Some(set) => (set.metadata.uid.clone(), set.spec.replicas),
                    None => continue,
                },
                kind => return Err(format!("{kind} {namespace}/{name} has no scale that is known here")),
            };
            if seen.insert(uid) {
                total += size.unwrap_or(1);
            }
        }
        Ok(total)
    }
}

impl Controller for Disruption {
    const NAME: &'static str = "disruption";

    fn wire(&self, queue: &Queue) {
        let caches = &self.caches;
        let wake = queue.clone();
        caches.budgets.on_change(move |change| change.any().into_iter().for_each(|it| wake.add(Key::of(&**it))));
        let (wake, budgets) = (queue.clone(), caches.budgets.clone());
        caches.pods.on_change(move |change| {
            for pod in change.each() {
                for budget in budgets.list_in(&pod.metadata.namespace) {
                    if selector::matches(budget.spec.selector.as_ref(), &pod.metadata.labels) {
                        wake.add(Key::of(&*budget));
                    }
                }
            }
        });
        // A controller that is scaled changes what its budgets expect.
        let (wake, budgets) = (queue.clone(), caches.budgets.clone());
        caches.deployments.on_change(move |change| {
            let size = |side: Option<&Arc<Deployment>>| side.and_then(|it| it.spec.replicas);
            if size(change.old) != size(change.new) {
                let namespace = change.any().map(|it| it.metadata.namespace.clone()).unwrap_or_default();
                budgets.list_in(&namespace).iter().for_each(|budget| wake.add(Key::of(&**budget)));
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(budget) = self.caches.budgets.get_key(key) else { return Plan::default() };
        let chosen = budget.spec.selector.as_ref();
        let pods = self.caches.pods.list_in(&key.namespace).into_iter();
        let pods: Vec<_> = pods.filter(|pod| selector::matches(chosen, &pod.metadata.labels)).collect();
        let scale = self.scale(&pods);
        plan(now, &Observed { budget, pods, scale })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        crate::testing::check("disruption", |caches, now, key| Disruption::new(Arc::new(caches)).plan(now, key));
    }
}
