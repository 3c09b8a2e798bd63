//! Which endpoints a Service has. How they fit into slices is `pack`'s.
//! As upstream: staging/src/k8s.io/endpointslice. Topology hints by capacity (`service.kubernetes.io/topology-mode:
//! Auto`) are not made; `trafficDistribution` is.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::Arc;

use kube_api::types::Object;
use kube_api::types::core::{Node, ObjectReference, Pod, Service, ServicePort};
use kube_api::types::discovery::{
    Endpoint, EndpointConditions, EndpointHints, EndpointPort, EndpointSlice, ForNode, ForZone,
};

use crate::endpointslice::pack::{Group, Pack, PortKey, port_key};
use crate::meta::controller_ref;
use crate::plan::Plan;
use crate::pods;

pub(crate) const SERVICE_NAME: &str = "kubernetes.io/service-name";
pub(crate) const MANAGED_BY: &str = "endpointslice.kubernetes.io/managed-by";
pub(crate) const HEADLESS: &str = "service.kubernetes.io/headless";
pub(crate) const MANAGER: &str = "endpointslice-controller.k8s.io";
const ZONE: &str = "topology.kubernetes.io/zone";

pub(crate) struct Observed {
    pub(crate) service: Arc<Service>,
    /// Pods that the Service's selector chooses.
    pub(crate) pods: Vec<Arc<Pod>>,
    /// Slices of this Service that this controller manages.
    pub(crate) slices: Vec<Arc<EndpointSlice>>,
    pub(crate) nodes: HashMap<String, Arc<Node>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Family {
    V4,
    V6,
}

impl Family {
    pub(crate) fn of(address: &str) -> Option<Family> {
        match address.parse().ok()? {
            IpAddr::V4(_) => Some(Family::V4),
            IpAddr::V6(_) => Some(Family::V6),
        }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Family::V4 => "IPv4",
            Family::V6 => "IPv6",
        }
    }
}

pub(crate) fn plan(seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let service = &*seen.service;
    if service.metadata.deletion_timestamp.is_some() {
        return plan;
    }
    let families = families(service);
    for slice in &seen.slices {
        if !families.iter().any(|family| family.as_str() == slice.address_type) {
            plan.delete(&**slice);
        }
    }
    for family in families {
        let (owned, foreign): (Vec<_>, Vec<_>) = seen
            .slices
            .iter()
            .filter(|slice| slice.address_type == family.as_str())
            .cloned()
            .partition(|slice| owned_by(slice, service));
        foreign.iter().for_each(|slice| plan.delete(&**slice));
        let hint = |endpoint: &mut Endpoint| endpoint.hints = hints(service, endpoint);
        let pack = Pack {
            template: template(service, family),
            existing: owned,
            groups: groups(seen, family),
            placeholder: true,
            hint: &hint,
        };
        pack.plan(&mut plan);
    }
    plan
}

pub(crate) fn families(service: &Service) -> Vec<Family> {
    let named = service.spec.ip_families.iter().filter_map(|family| match family.as_str() {
        "IPv4" => Some(Family::V4),
        "IPv6" => Some(Family::V6),
        _ => None,
    });
    let named: Vec<Family> = named.collect();
    match (named.is_empty(), Family::of(&service.spec.cluster_ip)) {
        (false, _) => named,
        (true, Some(family)) => vec![family],
        // Headless, from before families were written down.
        (true, None) => vec![Family::V4, Family::V6],
    }
}

fn owned_by(slice: &EndpointSlice, service: &Service) -> bool {
    slice.metadata.owner_references.iter().any(|owner| owner.uid == service.metadata.uid && owner.kind == "Service")
}

fn template(service: &Service, family: Family) -> EndpointSlice {
    let mut slice = EndpointSlice { address_type: family.as_str().to_owned(), ..EndpointSlice::default() };
    let meta = slice.metadata_mut();
    meta.namespace = service.metadata.namespace.clone();
    meta.generate_name = format!("{}-", service.metadata.name);
    meta.owner_references = vec![controller_ref(service)];
    let reserved = [SERVICE_NAME, MANAGED_BY, HEADLESS];
    meta.labels = service.metadata.labels.clone();
    meta.labels.retain(|key, _| !reserved.contains(&key.as_str()));
    if !has_cluster_ip(service) {
        meta.labels.insert(HEADLESS.to_owned(), String::new());
    }
    meta.labels.insert(SERVICE_NAME.to_owned(), service.metadata.name.clone());
    meta.labels.insert(MANAGED_BY.to_owned(), MANAGER.to_owned());
    slice
}

pub(crate) fn has_cluster_ip(service: &Service) -> bool {
    !matches!(service.spec.cluster_ip.as_str(), "" | "None")
}

fn groups(seen: &Observed, family: Family) -> BTreeMap<PortKey, Group> {
    let mut groups: BTreeMap<PortKey, Group> = BTreeMap::new();
    for pod in &seen.pods {
        if pods::has_ended(pod) || pod.status.pod_ips.is_empty() {
            continue;
        }
        let node = seen.nodes.get(&pod.spec.node_name);
        // Where it stands is part of an endpoint; when the node appears, we are woken.
        if node.is_none() && !seen.service.spec.publish_not_ready_addresses {
            continue;
        }
        let endpoint = endpoint(pod, node.map(|node| &**node), &seen.service, family);
        if endpoint.addresses.is_empty() {
            continue;
        }
        let ports = ports(&seen.service, pod);
        let group = groups.entry(port_key(&ports)).or_insert_with(|| Group { ports, endpoints: Vec::new() });
        group.endpoints.push(endpoint);
    }
    groups
}

fn endpoint(pod: &Pod, node: Option<&Node>, service: &Service, family: Family) -> Endpoint {
    let serving = pods::is_ready(pod);
    let terminating = pods::is_terminating(pod);
    let addresses = pod.status.pod_ips.iter().map(|address| &address.ip);
    let zone = node.and_then(|node| node.metadata.labels.get(ZONE)).filter(|zone| !zone.is_empty());
    Endpoint {
        addresses: addresses.filter(|address| Family::of(address) == Some(family)).cloned().collect(),
        conditions: EndpointConditions {
            ready: Some(service.spec.publish_not_ready_addresses || (serving && !terminating)),
            serving: Some(serving),
            terminating: Some(terminating),
        },
        hostname: names_host(pod, service).then(|| pod.spec.hostname.clone()),
        target_ref: Some(pod_reference(pod)),
        node_name: (!pod.spec.node_name.is_empty()).then(|| pod.spec.node_name.clone()),
        zone: zone.cloned(),
        ..Endpoint::default()
    }
}

pub(crate) fn pod_reference(pod: &Pod) -> ObjectReference {
    ObjectReference {
        kind: "Pod".to_owned(),
        namespace: pod.metadata.namespace.clone(),
        name: pod.metadata.name.clone(),
        uid: pod.metadata.uid.clone(),
        ..ObjectReference::default()
    }
}

/// Does the pod have a DNS name of its own under this Service?
pub(crate) fn names_host(pod: &Pod, service: &Service) -> bool {
    !pod.spec.hostname.is_empty() && pod.spec.subdomain == service.metadata.name
}

fn ports(service: &Service, pod: &Pod) -> Vec<EndpointPort> {
    let found = |port: &ServicePort| {
        Some(EndpointPort {
            name: Some(port.name.clone()),
            port: Some(target_port(pod, port)?),
            protocol: Some(port.protocol.clone()),
            app_protocol: port.app_protocol.clone(),
        })
    };
    service.spec.ports.iter().filter_map(found).collect()
}

/// A port that a container names, sidecars included, or a plain number.
pub(crate) fn target_port(pod: &Pod, port: &ServicePort) -> Option<i32> {
    let Some(name) = port.target_port.text() else { return port.target_port.int() };
    let sidecars = pod.spec.init_containers.iter().filter(|it| it.restart_policy.as_deref() == Some("Always"));
    let mut ports = pod.spec.containers.iter().chain(sidecars).flat_map(|container| &container.ports);
    ports.find(|it| it.name == name && it.protocol == port.protocol).map(|it| it.container_port)
}

/// As upstream: endpointslice/trafficdist.
fn hints(service: &Service, endpoint: &Endpoint) -> Option<EndpointHints> {
    let wanted = service.spec.traffic_distribution.as_deref()?;
    let same_node = match wanted {
        "PreferSameNode" => true,
        "PreferClose" | "PreferSameZone" => false,
        _ => return None,
    };
    if endpoint.conditions.ready != Some(true) {
        return None;
    }
    let zones: Vec<ForZone> = endpoint.zone.iter().map(|zone| ForZone { name: zone.clone() }).collect();
    let nodes = endpoint.node_name.iter().filter(|_| same_node).map(|node| ForNode { name: node.clone() });
    let nodes: Vec<ForNode> = nodes.collect();
    (!zones.is_empty() || !nodes.is_empty()).then_some(EndpointHints { for_zones: zones, for_nodes: nodes })
}
