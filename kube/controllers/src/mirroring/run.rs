//! Drives mirrored slices: gathers what `plan` sees.

use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;

use crate::caches::{BY_SERVICE, Caches};
use crate::driver::Controller;
use crate::endpointslice::plan::{MANAGED_BY, SERVICE_NAME};
use crate::mirroring::plan::{MANAGER, Observed, plan};
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct Mirroring {
    caches: Arc<Caches>,
}

impl Mirroring {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for Mirroring {
    const NAME: &'static str = "endpointslice-mirroring";

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches.endpoints.on_change(move |change| change.any().into_iter().for_each(|it| wake.add(Key::of(&**it))));
        let wake = queue.clone();
        self.caches.services.on_change(move |change| change.any().into_iter().for_each(|it| wake.add(Key::of(&**it))));
        let wake = queue.clone();
        self.caches.slices.on_change(move |change| {
            for slice in change.each() {
                let labels = &slice.metadata.labels;
                if labels.get(MANAGED_BY).is_some_and(|manager| manager == MANAGER)
                    && let Some(service) = labels.get(SERVICE_NAME)
                {
                    wake.add(Key::new(slice.metadata.namespace.clone(), service.clone()));
                }
            }
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let slices = self.caches.slices.by_index(BY_SERVICE, &key.to_string());
        let ours = slices.into_iter().filter(|it| it.metadata.labels.get(MANAGED_BY).is_some_and(|it| it == MANAGER));
        plan(&Observed {
            endpoints: self.caches.endpoints.get_key(key),
            service: self.caches.services.get_key(key),
            slices: ours.collect(),
        })
    }
}
