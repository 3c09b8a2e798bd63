//! Drives quotas: gathers what a namespace holds.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::core::ResourceQuota;
use kube_informer::{Key, Store};

use crate::caches::Caches;
use crate::driver::{Context, Controller, Done};
use crate::monitors::Monitors;
use crate::plan::Plan;
use crate::queue::Queue;
use crate::quota::plan::{Observed, plan};

pub(crate) struct Quotas {
    caches: Arc<Caches>,
    monitors: Arc<Monitors>,
}

impl Quotas {
    pub(crate) fn new(caches: Arc<Caches>, monitors: Arc<Monitors>) -> Self {
        Self { caches, monitors }
    }
}

impl Controller for Quotas {
    const NAME: &'static str = "resourcequota";

    fn wire(&self, queue: &Queue) {
        let caches = &self.caches;
        let wake = queue.clone();
        caches.quotas.on_change(move |change| change.any().into_iter().for_each(|it| wake.add(Key::of(&**it))));
        let (wake, quotas) = (queue.clone(), caches.quotas.clone());
        caches.pods.on_change(move |change| {
            let spends =
                |pod: &Arc<kube_api::types::core::Pod>| (!crate::pods::has_ended(pod)).then(|| pod.spec.clone());
            if change.old.and_then(spends) != change.new.and_then(spends) {
                all_of(&quotas, change.any().map(|pod| pod.metadata.namespace.as_str()), &wake);
            }
        });
        let (wake, quotas) = (queue.clone(), caches.quotas.clone());
        caches
            .services
            .on_change(move |change| all_of(&quotas, change.any().map(|it| it.metadata.namespace.as_str()), &wake));
        let (wake, quotas) = (queue.clone(), caches.quotas.clone());
        caches
            .claims
            .on_change(move |change| all_of(&quotas, change.any().map(|it| it.metadata.namespace.as_str()), &wake));
        // Anything else counts by coming and going only.
        let (wake, quotas) = (queue.clone(), caches.quotas.clone());
        self.monitors.on_change(move |_, change| {
            if change.old.is_none() || change.new.is_none() {
                all_of(&quotas, change.any().map(|it| it.metadata.namespace.as_str()), &wake);
            }
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let Some(quota) = self.caches.quotas.get_key(key) else { return Plan::default() };
        let count = |name: &str| {
            let (plural, group) = name.split_once('.').unwrap_or((name, ""));
            let store = self.monitors.store(group, plural)?;
            Some(store.list_in(&key.namespace).len())
        };
        plan(&Observed {
            quota,
            pods: self.caches.pods.list_in(&key.namespace),
            services: self.caches.services.list_in(&key.namespace),
            claims: self.caches.claims.list_in(&key.namespace),
            count: &count,
        })
    }

    async fn sync(&self, context: &Context, key: &Key) -> Result<Done, kube_informer::Error> {
        self.monitors.synced().await;
        let plan = self.plan(context.now(), key);
        let outcome = context.carry_out(&plan).await;
        Ok(Done::of(plan, outcome))
    }
}

fn all_of(quotas: &Store<ResourceQuota>, namespace: Option<&str>, wake: &Queue) {
    let Some(namespace) = namespace.filter(|namespace| !namespace.is_empty()) else { return };
    quotas.list_in(namespace).iter().for_each(|quota| wake.add(Key::of(&**quota)));
}
