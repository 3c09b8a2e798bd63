//! Drives EndpointSlices: gathers what `plan` sees.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::core::{Pod, Service};
use kube_informer::{Key, Store};

use crate::caches::{BY_NODE, BY_SERVICE, Caches};
use crate::driver::Controller;
use crate::endpointslice::plan::{MANAGED_BY, MANAGER, Observed, SERVICE_NAME, plan};
use crate::plan::Plan;
use crate::queue::Queue;
use kube_scheduler::selector::matches_map;

pub(crate) struct EndpointSlices {
    caches: Arc<Caches>,
}

impl EndpointSlices {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for EndpointSlices {
    const NAME: &'static str = "endpointslice";
    const WORKERS: usize = 5;

    fn wire(&self, queue: &Queue) {
        wire_services(&self.caches, queue);
        let wake = queue.clone();
        self.caches.slices.on_change(move |change| {
            // Also what the garbage collector or a user took away.
            for slice in change.each().filter(|slice| is_ours(&slice.metadata.labels)) {
                if let Some(service) = slice.metadata.labels.get(SERVICE_NAME) {
                    wake.add(Key::new(slice.metadata.namespace.clone(), service.clone()));
                }
            }
        });
        let (wake, pods, services) = (queue.clone(), self.caches.pods.clone(), self.caches.services.clone());
        self.caches.nodes.on_change(move |change| {
            let labels = |side: Option<&Arc<_>>| {
                side.map(|node: &Arc<kube_api::types::core::Node>| node.metadata.labels.clone())
            };
            if labels(change.old) == labels(change.new) {
                return;
            }
            for pod in change.new.iter().flat_map(|node| pods.by_index(BY_NODE, &node.metadata.name)) {
                services_of(&services, &pod).into_iter().for_each(|key| wake.add(key));
            }
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let Some(service) = self.caches.services.get_key(key).filter(|service| is_managed(service)) else {
            // The garbage collector takes a deleted Service's slices; without a selector they are the user's.
            return Plan::default();
        };
        let slices = self.caches.slices.by_index(BY_SERVICE, &key.to_string());
        let slices = slices.into_iter().filter(|slice| is_ours(&slice.metadata.labels)).collect();
        let pods = chosen(&self.caches, &service);
        let names = pods.iter().map(|pod| pod.spec.node_name.as_str());
        let nodes =
            names.filter_map(|name| self.caches.nodes.get("", name)).map(|node| (node.metadata.name.clone(), node));
        let nodes = nodes.collect();
        plan(&Observed { service, pods, slices, nodes })
    }
}

fn is_ours(labels: &std::collections::BTreeMap<String, String>) -> bool {
    labels.get(MANAGED_BY).is_some_and(|manager| manager == MANAGER)
}

/// Has endpoints that follow pods.
pub(crate) fn is_managed(service: &Service) -> bool {
    service.spec.r#type != "ExternalName" && !service.spec.selector.is_empty()
}

pub(crate) fn chosen(caches: &Caches, service: &Service) -> Vec<Arc<Pod>> {
    let pods = caches.pods.list_in(&service.metadata.namespace);
    pods.into_iter().filter(|pod| matches_map(&service.spec.selector, &pod.metadata().labels)).collect()
}

/// Wakes for Services, and for pods that they choose.
pub(crate) fn wire_services(caches: &Caches, queue: &Queue) {
    let wake = queue.clone();
    caches.services.on_change(move |change| change.any().into_iter().for_each(|service| wake.add(Key::of(&**service))));
    let (wake, services) = (queue.clone(), caches.services.clone());
    caches.pods.on_change(move |change| {
        for pod in change.each() {
            services_of(&services, pod).into_iter().for_each(|key| wake.add(key));
        }
    });
}

fn services_of(services: &Store<Service>, pod: &Pod) -> Vec<Key> {
    let all = services.list_in(&pod.metadata.namespace);
    let choose = all.iter().filter(|it| is_managed(it) && matches_map(&it.spec.selector, &pod.metadata.labels));
    choose.map(|service| Key::of(&**service)).collect()
}
