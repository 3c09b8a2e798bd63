//! Drives the protection of claims and volumes. Before a claim is let go the server is asked for its pods.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::core::Pod;
use kube_informer::{Error, Key, ListOptions};
use kube_scheduler::claims;

use crate::caches::Caches;
use crate::driver::{Context, Controller, Done};
use crate::plan::Plan;
use crate::protection::plan::{claim, volume};
use crate::queue::Queue;

pub(crate) struct ClaimProtection {
    caches: Arc<Caches>,
}

pub(crate) struct VolumeProtection {
    caches: Arc<Caches>,
}

impl ClaimProtection {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }

    fn is_used(&self, key: &Key) -> bool {
        self.caches.pods.list_in(&key.namespace).iter().any(|pod| uses(pod, &key.name))
    }
}

impl VolumeProtection {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

/// As upstream: a pod that has no node yet holds nothing.
fn uses(pod: &Pod, name: &str) -> bool {
    !pod.spec.node_name.is_empty() && claims(pod).any(|(claim, _)| claim == name)
}

impl Controller for ClaimProtection {
    const NAME: &'static str = "persistentvolumeclaim-protection";

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches
            .claims
            .on_change(move |change| change.new.into_iter().for_each(|claim| wake.add(Key::of(&**claim))));
        let wake = queue.clone();
        self.caches.pods.on_change(move |change| {
            if let (Some(pod), None) = (change.old, change.new) {
                claims(pod).for_each(|(name, _)| wake.add(Key::new(pod.metadata.namespace.clone(), name)));
            }
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let found = self.caches.claims.get_key(key);
        found.map(|found| claim(&found, self.is_used(key))).unwrap_or_default()
    }

    async fn sync(&self, context: &Context, key: &Key) -> Result<Done, Error> {
        let Some(found) = self.caches.claims.get_key(key) else { return Ok(Done::default()) };
        let mut used = self.is_used(key);
        if !used && found.metadata.deletion_timestamp.is_some() {
            // A pod bound just now may not be in the cache yet.
            let list = ListOptions { namespace: key.namespace.clone(), ..ListOptions::default() };
            let pods = context.actor.client.list::<Pod>(&list).await?;
            used = pods.items.iter().any(|pod| uses(pod, &key.name));
        }
        let plan = claim(&found, used);
        let outcome = context.carry_out(&plan).await;
        Ok(Done::of(plan, outcome))
    }
}

impl Controller for VolumeProtection {
    const NAME: &'static str = "persistentvolume-protection";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches.volumes.on_change(move |change| change.new.into_iter().for_each(|it| wake.add(Key::of(&**it))));
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        self.caches.volumes.get_key(key).map(|found| volume(&found)).unwrap_or_default()
    }
}
