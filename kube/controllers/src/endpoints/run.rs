//! Drives Endpoints: gathers what `plan` sees.

use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;

use crate::caches::Caches;
use crate::driver::Controller;
use crate::endpoints::plan::{Observed, plan};
use crate::endpointslice::run::{chosen, is_managed, wire_services};
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct EndpointsOfServices {
    caches: Arc<Caches>,
}

impl EndpointsOfServices {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for EndpointsOfServices {
    const NAME: &'static str = "endpoints";
    const WORKERS: usize = 5;

    fn wire(&self, queue: &Queue) {
        wire_services(&self.caches, queue);
        let wake = queue.clone();
        self.caches.endpoints.on_change(move |change| change.any().into_iter().for_each(|it| wake.add(Key::of(&**it))));
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let stored = self.caches.endpoints.get_key(key);
        match self.caches.services.get_key(key) {
            Some(service) if is_managed(&service) => {
                plan(&Observed { pods: chosen(&self.caches, &service), service, stored })
            }
            Some(_) => Plan::default(),
            None => {
                // As upstream: Endpoints have no owner, so they go with their Service here.
                let mut plan = Plan::default();
                stored.iter().for_each(|stored| plan.delete(&**stored));
                plan
            }
        }
    }
}
