//! Endpoints that a user wrote for a Service without selector, mirrored into slices.
//! As upstream: pkg/controller/endpointslicemirroring.

use std::collections::BTreeMap;
use std::sync::Arc;

use kube_api::types::Object;
use kube_api::types::core::{EndpointAddress, Endpoints, Service};
use kube_api::types::discovery::{Endpoint, EndpointConditions, EndpointPort, EndpointSlice};

use crate::endpointslice::pack::{Group, Pack, PortKey, port_key};
use crate::endpointslice::plan::{Family, MANAGED_BY, SERVICE_NAME};
use crate::meta::controller_ref;
use crate::plan::Plan;

pub(crate) const MANAGER: &str = "endpointslicemirroring-controller.k8s.io";
const SKIP: &str = "endpointslice.kubernetes.io/skip-mirror";
const LEADER: &str = "control-plane.alpha.kubernetes.io/leader";
/// Addresses mirrored from one subset.
const MAX: usize = 1000;

pub(crate) struct Observed {
    pub(crate) endpoints: Option<Arc<Endpoints>>,
    pub(crate) service: Option<Arc<Service>>,
    /// Slices that mirror them.
    pub(crate) slices: Vec<Arc<EndpointSlice>>,
}

pub(crate) fn plan(seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let wanted = seen.endpoints.as_ref().filter(|endpoints| is_mirrored(endpoints));
    let service = seen.service.as_ref().filter(|service| service.spec.selector.is_empty());
    let (Some(endpoints), Some(_)) = (wanted, service) else {
        seen.slices.iter().for_each(|slice| plan.delete(&**slice));
        return plan;
    };
    for family in [Family::V4, Family::V6] {
        let existing = seen.slices.iter().filter(|slice| slice.address_type == family.as_str()).cloned().collect();
        let pack = Pack {
            template: template(endpoints, family),
            existing,
            groups: groups(endpoints, family),
            placeholder: false,
            hint: &|_| {},
        };
        pack.plan(&mut plan);
    }
    plan
}

pub(crate) fn is_mirrored(endpoints: &Endpoints) -> bool {
    let meta = &endpoints.metadata;
    meta.labels.get(SKIP).is_none_or(|skip| skip != "true") && !meta.annotations.contains_key(LEADER)
}

fn template(endpoints: &Endpoints, family: Family) -> EndpointSlice {
    let mut slice = EndpointSlice { address_type: family.as_str().to_owned(), ..EndpointSlice::default() };
    let meta = slice.metadata_mut();
    meta.namespace = endpoints.metadata.namespace.clone();
    meta.generate_name = format!("{}-", endpoints.metadata.name);
    meta.owner_references = vec![controller_ref(endpoints)];
    meta.labels = endpoints.metadata.labels.clone();
    meta.labels.insert(SERVICE_NAME.to_owned(), endpoints.metadata.name.clone());
    meta.labels.insert(MANAGED_BY.to_owned(), MANAGER.to_owned());
    meta.annotations = endpoints.metadata.annotations.clone();
    let own = ["kubectl.kubernetes.io/last-applied-configuration", "endpoints.kubernetes.io/last-change-trigger-time"];
    meta.annotations.retain(|key, _| !own.contains(&key.as_str()));
    slice
}

fn groups(endpoints: &Endpoints, family: Family) -> BTreeMap<PortKey, Group> {
    let mut groups: BTreeMap<PortKey, Group> = BTreeMap::new();
    for subset in &endpoints.subsets {
        let port = |port: &kube_api::types::core::EndpointPort| EndpointPort {
            name: Some(port.name.clone()),
            port: Some(port.port),
            protocol: Some(port.protocol.clone()),
            app_protocol: port.app_protocol.clone(),
        };
        let ports: Vec<EndpointPort> = subset.ports.iter().map(port).collect();
        let ready = subset.addresses.iter().map(|address| (address, true));
        let not_ready = subset.not_ready_addresses.iter().map(|address| (address, false));
        let fits = |(address, _): &(&EndpointAddress, bool)| Family::of(&address.ip) == Some(family);
        let mirrored: Vec<Endpoint> =
            ready.chain(not_ready).filter(fits).take(MAX).map(|(address, ready)| endpoint(address, ready)).collect();
        if !mirrored.is_empty() {
            let group = groups.entry(port_key(&ports)).or_insert_with(|| Group { ports, endpoints: Vec::new() });
            group.endpoints.extend(mirrored);
        }
    }
    groups
}

fn endpoint(address: &EndpointAddress, ready: bool) -> Endpoint {
    Endpoint {
        addresses: vec![address.ip.clone()],
        conditions: EndpointConditions { ready: Some(ready), serving: Some(ready), terminating: Some(false) },
        hostname: (!address.hostname.is_empty()).then(|| address.hostname.clone()),
        target_ref: address.target_ref.clone(),
        node_name: address.node_name.clone(),
        ..Endpoint::default()
    }
}
