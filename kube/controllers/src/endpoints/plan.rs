//! The old form of a Service's endpoints, one object for each Service. As upstream: pkg/controller/endpoint.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kube_api::types::Object;
use kube_api::types::core::{EndpointAddress, EndpointPort, EndpointSubset, Endpoints, Pod, Service};

use crate::endpointslice::plan::{Family, HEADLESS, families, has_cluster_ip, names_host, pod_reference, target_port};
use crate::plan::Plan;
use crate::pods;

const MANAGED_BY: &str = "endpoints.kubernetes.io/managed-by";
const MANAGER: &str = "endpoint-controller";
const OVER_CAPACITY: &str = "endpoints.kubernetes.io/over-capacity";
/// More addresses than this do not fit into one object that everybody watches.
const MAX: usize = 1000;

pub(crate) struct Observed {
    pub(crate) service: Arc<Service>,
    pub(crate) pods: Vec<Arc<Pod>>,
    pub(crate) stored: Option<Arc<Endpoints>>,
}

type Ports = BTreeSet<(String, i32, String, Option<String>)>;

pub(crate) fn plan(seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let service = &*seen.service;
    if service.metadata.deletion_timestamp.is_some() {
        return plan;
    }
    let mut endpoints = seen.stored.as_deref().cloned().unwrap_or_default();
    endpoints.subsets = subsets(seen);
    let meta = endpoints.metadata_mut();
    meta.name = service.metadata.name.clone();
    meta.namespace = service.metadata.namespace.clone();
    meta.labels = service.metadata.labels.clone();
    meta.labels.remove(HEADLESS);
    if !has_cluster_ip(service) {
        meta.labels.insert(HEADLESS.to_owned(), String::new());
    }
    meta.labels.insert(MANAGED_BY.to_owned(), MANAGER.to_owned());
    if truncate(&mut endpoints.subsets) {
        endpoints.metadata_mut().annotations.insert(OVER_CAPACITY.to_owned(), "truncated".to_owned());
    } else {
        endpoints.metadata_mut().annotations.remove(OVER_CAPACITY);
    }
    match &seen.stored {
        None => plan.create(&endpoints),
        Some(stored) if **stored != endpoints => plan.update(&endpoints),
        Some(_) => {}
    }
    plan
}

/// Addresses with the same ports stand together.
fn subsets(seen: &Observed) -> Vec<EndpointSubset> {
    let service = &*seen.service;
    let family = families(service).first().copied().unwrap_or(Family::V4);
    let mut by_ports: BTreeMap<Ports, EndpointSubset> = BTreeMap::new();
    for pod in &seen.pods {
        let all = service.spec.publish_not_ready_addresses;
        if pods::has_ended(pod) || (pods::is_terminating(pod) && !all) {
            continue;
        }
        let mut addresses = pod.status.pod_ips.iter().map(|address| &address.ip);
        let Some(ip) = addresses.find(|address| Family::of(address) == Some(family)) else { continue };
        let found = service.spec.ports.iter().filter_map(|port| {
            Some((port.name.clone(), target_port(pod, port)?, port.protocol.clone(), port.app_protocol.clone()))
        });
        let ports: Ports = found.collect();
        if ports.is_empty() && (!service.spec.ports.is_empty() || has_cluster_ip(service)) {
            continue;
        }
        let address = EndpointAddress {
            ip: ip.clone(),
            hostname: if names_host(pod, service) { pod.spec.hostname.clone() } else { String::new() },
            node_name: (!pod.spec.node_name.is_empty()).then(|| pod.spec.node_name.clone()),
            target_ref: Some(pod_reference(pod)),
        };
        let subset = by_ports.entry(ports).or_default();
        if all || pods::is_ready(pod) {
            subset.addresses.push(address);
        } else {
            subset.not_ready_addresses.push(address);
        }
    }
    by_ports.into_iter().map(|(ports, subset)| sorted(ports, subset)).collect()
}

fn sorted(ports: Ports, mut subset: EndpointSubset) -> EndpointSubset {
    let key = |address: &EndpointAddress| {
        (address.ip.clone(), address.target_ref.as_ref().map(|target| target.uid.clone()).unwrap_or_default())
    };
    subset.addresses.sort_by_key(key);
    subset.not_ready_addresses.sort_by_key(key);
    let port = |(name, port, protocol, app_protocol)| EndpointPort { name, port, protocol, app_protocol };
    subset.ports = ports.into_iter().map(port).collect();
    subset
}

/// Ready addresses are kept first.
fn truncate(subsets: &mut Vec<EndpointSubset>) -> bool {
    let mut room = MAX;
    let mut cut = false;
    for ready in [true, false] {
        for subset in subsets.iter_mut() {
            let addresses = if ready { &mut subset.addresses } else { &mut subset.not_ready_addresses };
            cut |= addresses.len() > room;
            addresses.truncate(room);
            room -= addresses.len();
        }
    }
    subsets.retain(|subset| !subset.addresses.is_empty() || !subset.not_ready_addresses.is_empty());
    cut
}
