//! What Services and EndpointSlices mean for one node: for each port its addresses, policies and endpoints. Pure.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use kube_api::types::core::{Service, ServicePort};
use kube_api::types::discovery::{Endpoint as SliceEndpoint, EndpointSlice};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Protocol {
    Tcp,
    Udp,
    Sctp,
}

/// One port of one Service.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PortName {
    pub(crate) namespace: String,
    pub(crate) service: String,
    pub(crate) port: String,
    pub(crate) protocol: Protocol,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Endpoint {
    pub(crate) address: Ipv4Addr,
    pub(crate) port: u16,
    /// Whether its pod is on this node.
    pub(crate) local: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Port {
    pub(crate) cluster_addresses: Vec<Ipv4Addr>,
    /// External addresses and those of load balancers.
    pub(crate) external_addresses: Vec<Ipv4Addr>,
    pub(crate) port: u16,
    pub(crate) node_port: Option<u16>,
    pub(crate) affinity_s: Option<u32>,
    /// `internalTrafficPolicy: Local`.
    pub(crate) internal_local: bool,
    /// `externalTrafficPolicy: Local`.
    pub(crate) external_local: bool,
    pub(crate) endpoints: BTreeSet<Endpoint>,
}

pub(crate) type Ports = BTreeMap<PortName, Port>;

const DEFAULT_AFFINITY_S: u32 = 10_800;
/// Services that somebody else implements (pkg/proxy/apis/well_known_labels.go).
const OTHER_PROXY: &str = "service.kubernetes.io/service-proxy-name";
const HEADLESS: &str = "service.kubernetes.io/headless";

/// All ports of all Services that this proxy serves.
pub(crate) fn ports<'a>(
    node: &str,
    services: impl IntoIterator<Item = &'a Service>,
    slices: impl IntoIterator<Item = &'a EndpointSlice>,
) -> Ports {
    let mut of_service: BTreeMap<(&str, &str), Vec<&EndpointSlice>> = BTreeMap::new();
    for slice in slices.into_iter().filter(|s| s.address_type == "IPv4" && !foreign(&s.metadata.labels)) {
        if let Some(service) = slice.metadata.labels.get("kubernetes.io/service-name") {
            of_service.entry((&slice.metadata.namespace, service)).or_default().push(slice);
        }
    }
    let mut ports = Ports::new();
    for service in services {
        if foreign(&service.metadata.labels) || service.spec.r#type == "ExternalName" {
            continue;
        }
        let cluster_addresses = addresses(service.spec.cluster_ips.iter().chain([&service.spec.cluster_ip]));
        if cluster_addresses.is_empty() {
            continue;
        }
        let key = (service.metadata.namespace.as_str(), service.metadata.name.as_str());
        let slices = of_service.get(&key).map(Vec::as_slice).unwrap_or_default();
        for port in &service.spec.ports {
            let Some(protocol) = protocol(&port.protocol) else { continue };
            let name =
                PortName { namespace: key.0.to_owned(), service: key.1.to_owned(), port: port.name.clone(), protocol };
            ports.insert(name, one(node, service, port, cluster_addresses.clone(), slices));
        }
    }
    ports
}

fn foreign(labels: &BTreeMap<String, String>) -> bool {
    labels.contains_key(OTHER_PROXY) || labels.contains_key(HEADLESS)
}

fn protocol(name: &str) -> Option<Protocol> {
    match name {
        "TCP" | "" => Some(Protocol::Tcp),
        "UDP" => Some(Protocol::Udp),
        "SCTP" => Some(Protocol::Sctp),
        _ => None,
    }
}

fn addresses<'a>(texts: impl IntoIterator<Item = &'a String>) -> Vec<Ipv4Addr> {
    let found: BTreeSet<Ipv4Addr> = texts.into_iter().filter_map(|text| text.parse().ok()).collect();
    found.into_iter().collect()
}

fn one(node: &str, service: &Service, port: &ServicePort, cluster: Vec<Ipv4Addr>, slices: &[&EndpointSlice]) -> Port {
    let spec = &service.spec;
    let balancers = service.status.load_balancer.ingress.iter();
    // A balancer that answers for itself ("Proxy") is not short-cut.
    let balancers = balancers.filter(|i| i.ip_mode.as_deref() != Some("Proxy")).map(|i| &i.ip);
    let affinity = (spec.session_affinity == "ClientIP").then(|| {
        let configured =
            spec.session_affinity_config.as_ref().and_then(|c| c.client_ip.as_ref()).and_then(|c| c.timeout_seconds);
        configured.and_then(|s| u32::try_from(s).ok()).unwrap_or(DEFAULT_AFFINITY_S)
    });
    Port {
        cluster_addresses: cluster,
        external_addresses: addresses(spec.external_ips.iter().chain(balancers)),
        port: u16::try_from(port.port).unwrap_or_default(),
        node_port: u16::try_from(port.node_port).ok().filter(|p| *p != 0),
        affinity_s: affinity,
        internal_local: spec.internal_traffic_policy.as_deref() == Some("Local"),
        external_local: spec.external_traffic_policy == "Local",
        endpoints: endpoints(node, &port.name, slices),
    }
}

/// Ready endpoints; if there is none, those that still serve while they terminate.
/// As upstream: pkg/proxy/topology.go.
fn endpoints(node: &str, port: &str, slices: &[&EndpointSlice]) -> BTreeSet<Endpoint> {
    let mut ready = BTreeSet::new();
    let mut serving = BTreeSet::new();
    for slice in slices {
        let number = slice.ports.iter().find(|p| p.name.as_deref().unwrap_or_default() == port).and_then(|p| p.port);
        let Some(number) = number.and_then(|n| u16::try_from(n).ok()) else { continue };
        for endpoint in &slice.endpoints {
            let Some(address) = endpoint.addresses.first().and_then(|a| a.parse().ok()) else { continue };
            let found = Endpoint { address, port: number, local: endpoint.node_name.as_deref() == Some(node) };
            if is_ready(endpoint) {
                ready.insert(found);
            } else if endpoint.conditions.serving.unwrap_or(false) && endpoint.conditions.terminating.unwrap_or(false) {
                serving.insert(found);
            }
        }
    }
    if ready.is_empty() { serving } else { ready }
}

/// Unknown counts as ready (discovery.k8s.io/v1 EndpointConditions).
fn is_ready(endpoint: &SliceEndpoint) -> bool {
    endpoint.conditions.ready.unwrap_or(true)
}

#[cfg(test)]
pub(crate) mod tests {
    use kube_api::types::discovery::EndpointPort;
    use kube_api::types::meta::ObjectMeta;

    use super::*;

    pub(crate) fn service(name: &str, address: &str, port: i32) -> Service {
        let mut service = Service::default();
        service.metadata = ObjectMeta { namespace: "default".into(), name: name.into(), ..ObjectMeta::default() };
        service.spec.cluster_ip = address.into();
        service.spec.cluster_ips = vec![address.into()];
        service.spec.ports = vec![ServicePort { port, protocol: "TCP".into(), ..ServicePort::default() }];
        service
    }

    pub(crate) fn slice(service: &str, port: i32, endpoints: &[(&str, &str)]) -> EndpointSlice {
        let mut slice = EndpointSlice { address_type: "IPv4".into(), ..EndpointSlice::default() };
        slice.metadata.namespace = "default".into();
        slice.metadata.labels.insert("kubernetes.io/service-name".into(), service.into());
        slice.ports = vec![EndpointPort { name: Some(String::new()), port: Some(port), ..EndpointPort::default() }];
        slice.endpoints = endpoints
            .iter()
            .map(|(address, node)| SliceEndpoint {
                addresses: vec![(*address).into()],
                node_name: Some((*node).into()),
                ..SliceEndpoint::default()
            })
            .collect();
        slice
    }

    #[test]
    fn a_service_has_the_endpoints_of_its_slices() {
        let services = [service("web", "10.96.0.10", 80)];
        let slices = [
            slice("web", 8080, &[("10.244.0.5", "a"), ("10.244.1.6", "b")]),
            slice("other", 1, &[("10.244.0.9", "a")]),
        ];
        let ports = ports("a", &services, &slices);
        let port = ports.values().next().unwrap();
        let expected = [("10.244.0.5", true), ("10.244.1.6", false)].map(|(a, local)| Endpoint {
            address: a.parse().unwrap(),
            port: 8080,
            local,
        });
        assert_eq!(port.endpoints, BTreeSet::from(expected));
        assert_eq!((port.port, port.node_port, port.affinity_s), (80, None, None));
    }

    #[test]
    fn terminating_endpoints_serve_only_when_none_is_ready() {
        let services = [service("web", "10.96.0.10", 80)];
        let mut slices = [slice("web", 8080, &[("10.244.0.5", "a"), ("10.244.1.6", "b")])];
        slices[0].endpoints[0].conditions.ready = Some(false);
        slices[0].endpoints[0].conditions.serving = Some(true);
        slices[0].endpoints[0].conditions.terminating = Some(true);
        let count = |slices: &[EndpointSlice]| ports("a", &services, slices).values().next().unwrap().endpoints.len();
        assert_eq!(count(&slices), 1, "the ready one");
        slices[0].endpoints[1].conditions.ready = Some(false);
        assert_eq!(count(&slices), 1, "the one that still serves");
    }

    #[test]
    fn headless_external_and_foreign_services_are_left_alone() {
        let mut headless = service("a", "None", 80);
        headless.spec.cluster_ips = vec!["None".into()];
        let mut external = service("b", "10.96.0.1", 80);
        external.spec.r#type = "ExternalName".into();
        let mut foreign = service("c", "10.96.0.2", 80);
        foreign.metadata.labels.insert(OTHER_PROXY.into(), "x".into());
        assert!(ports("a", &[headless, external, foreign], &[]).is_empty());
    }
}
