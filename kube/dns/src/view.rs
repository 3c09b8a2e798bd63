//! What answers are made from: Services and their slices, found by name or address. One implementation reads the informers'
//! stores, so that nothing is rebuilt when the cluster changes; the other is a fixture of tests.

use std::net::Ipv4Addr;
use std::sync::Arc;

use kube_api::types::core::Service;
use kube_api::types::discovery::EndpointSlice;
use kube_informer::Store;

pub(crate) trait View: Send + Sync {
    fn service(&self, namespace: &str, name: &str) -> Option<Arc<Service>>;
    fn slices(&self, namespace: &str, service: &str) -> Vec<Arc<EndpointSlice>>;
    fn has_namespace(&self, namespace: &str) -> bool;
    fn services_with(&self, address: Ipv4Addr) -> Vec<Arc<Service>>;
    fn slices_with(&self, address: Ipv4Addr) -> Vec<Arc<EndpointSlice>>;
}

pub(crate) const SERVICE_LABEL: &str = "kubernetes.io/service-name";
pub(crate) const BY_SERVICE: &str = "service";
pub(crate) const BY_ADDRESS: &str = "address";
pub(crate) const BY_NAMESPACE: &str = "namespace";

pub(crate) struct Stores {
    pub(crate) services: Store<Service>,
    pub(crate) slices: Store<EndpointSlice>,
}

impl View for Stores {
    fn service(&self, namespace: &str, name: &str) -> Option<Arc<Service>> {
        self.services.get(namespace, name)
    }

    fn slices(&self, namespace: &str, service: &str) -> Vec<Arc<EndpointSlice>> {
        self.slices.by_index(BY_SERVICE, &format!("{namespace}/{service}"))
    }

    fn has_namespace(&self, namespace: &str) -> bool {
        !self.services.by_index(BY_NAMESPACE, namespace).is_empty()
    }

    fn services_with(&self, address: Ipv4Addr) -> Vec<Arc<Service>> {
        self.services.by_index(BY_ADDRESS, &address.to_string())
    }

    fn slices_with(&self, address: Ipv4Addr) -> Vec<Arc<EndpointSlice>> {
        self.slices.by_index(BY_ADDRESS, &address.to_string())
    }
}

pub(crate) fn service_addresses(service: &Service) -> Vec<String> {
    service.spec.cluster_ips.clone()
}

pub(crate) fn slice_service(slice: &EndpointSlice) -> Vec<String> {
    let name = slice.metadata.labels.get(SERVICE_LABEL);
    name.map(|name| format!("{}/{name}", slice.metadata.namespace)).into_iter().collect()
}

pub(crate) fn slice_addresses(slice: &EndpointSlice) -> Vec<String> {
    slice.endpoints.iter().flat_map(|endpoint| endpoint.addresses.iter().cloned()).collect()
}
