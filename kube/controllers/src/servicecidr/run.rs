//! Drives the ranges of Service addresses.

use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;

use crate::caches::Caches;
use crate::driver::Controller;
use crate::plan::Plan;
use crate::queue::Queue;
use crate::servicecidr::plan::{Observed, plan};

pub(crate) struct ServiceCidrs {
    caches: Arc<Caches>,
}

impl ServiceCidrs {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for ServiceCidrs {
    const NAME: &'static str = "service-cidr";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        let (wake, cidrs) = (queue.clone(), self.caches.service_cidrs.clone());
        self.caches.service_cidrs.on_change(move |_| cidrs.list().iter().for_each(|it| wake.add(Key::of(&**it))));
        let (wake, cidrs) = (queue.clone(), self.caches.service_cidrs.clone());
        self.caches.addresses.on_change(move |change| {
            if change.new.is_none() {
                let all = cidrs.list();
                all.iter()
                    .filter(|it| it.metadata.deletion_timestamp.is_some())
                    .for_each(|it| wake.add(Key::of(&**it)));
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(cidr) = self.caches.service_cidrs.get_key(key) else { return Plan::default() };
        let mut others = self.caches.service_cidrs.list();
        others.retain(|it| it.metadata.name != key.name && it.metadata.deletion_timestamp.is_none());
        plan(now, &Observed { cidr, others, addresses: self.caches.addresses.list() })
    }
}
