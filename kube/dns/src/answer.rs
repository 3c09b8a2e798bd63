//! What one question about the cluster's own names is answered with. Pure. As the specification
//! (kubernetes/dns docs/specification.md, version 1.1.0); pods' names as CoreDNS's `pods insecure`.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use kube_api::types::core::Service;
use kube_api::types::discovery::{Endpoint, EndpointSlice};

use crate::view::View;

/// Names of this cluster end in it, such as `cluster.local`.
#[derive(Clone, Debug)]
pub(crate) struct Domain(pub(crate) String);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    A,
    Aaaa,
    Srv,
    Ptr,
    Txt,
    Cname,
    Soa,
    Any,
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Data {
    A(Ipv4Addr),
    Srv { port: u16, target: String },
    Ptr(String),
    Txt(String),
    Cname(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Records for the asked name, and addresses that help with them.
    Records {
        answers: Vec<Data>,
        help: Vec<(String, Ipv4Addr)>,
    },
    /// The name exists, but has nothing of this kind.
    NoData,
    NoName,
    /// Somebody else's name.
    Elsewhere,
}

/// Specification, section 2.2.
const VERSION: &str = "1.1.0";

/// `name` is lower case and has no final dot.
pub(crate) fn answer(view: &dyn View, domain: &Domain, name: &str, kind: Kind) -> Answer {
    if let Some(address) = reverse(name) {
        return pointer(view, domain, address, kind);
    }
    if name == domain.0 {
        return Answer::NoData;
    }
    let Some(inside) = name.strip_suffix(&domain.0).and_then(|rest| rest.strip_suffix('.')) else {
        return Answer::Elsewhere;
    };
    // From the right: what, namespace, service, and what stands before it.
    let labels: Vec<&str> = inside.rsplit('.').collect();
    match labels.as_slice() {
        ["dns-version"] if matches!(kind, Kind::Txt | Kind::Any) => records(vec![Data::Txt(VERSION.into())]),
        ["dns-version"] | ["svc" | "pod"] => Answer::NoData,
        ["svc" | "pod", namespace] => {
            if view.has_namespace(namespace) {
                Answer::NoData
            } else {
                Answer::NoName
            }
        }
        ["pod", _namespace, dashed] => pod(dashed, kind),
        ["svc", namespace, service, before @ ..] => match view.service(namespace, service) {
            Some(found) => of_service(view, domain, &found, before, kind),
            None => Answer::NoName,
        },
        _ => Answer::NoName,
    }
}

fn records(answers: Vec<Data>) -> Answer {
    if answers.is_empty() { Answer::NoData } else { Answer::Records { answers, help: Vec::new() } }
}

fn pod(dashed: &str, kind: Kind) -> Answer {
    match dashed.replace('-', ".").parse::<Ipv4Addr>() {
        Ok(address) if wants_addresses(kind) => records(vec![Data::A(address)]),
        Ok(_) => Answer::NoData,
        Err(_) => Answer::NoName,
    }
}

fn wants_addresses(kind: Kind) -> bool {
    matches!(kind, Kind::A | Kind::Any)
}

fn of_service(view: &dyn View, domain: &Domain, service: &Service, before: &[&str], kind: Kind) -> Answer {
    let base = format!("{}.{}.svc.{}", service.metadata.name, service.metadata.namespace, domain.0);
    if service.spec.r#type == "ExternalName" {
        return match before {
            [] if matches!(kind, Kind::Srv | Kind::Ptr | Kind::Txt | Kind::Soa) => Answer::NoData,
            [] => records(vec![Data::Cname(service.spec.external_name.trim_end_matches('.').to_lowercase())]),
            _ => Answer::NoName,
        };
    }
    let hosts = if is_headless(service) { hosts(view, service) } else { Vec::new() };
    let all = if is_headless(service) { ready(&hosts) } else { cluster_addresses(service) };
    match before {
        [] if wants_addresses(kind) => records(all.into_iter().map(Data::A).collect()),
        [] if kind == Kind::Srv => ports(service, &hosts, &base, None, None),
        [] => Answer::NoData,
        [host] if !host.starts_with('_') => {
            let found: Vec<Ipv4Addr> = hosts.iter().filter(|h| h.name == *host).map(|h| h.address).collect();
            match (found.is_empty(), wants_addresses(kind)) {
                (true, _) => Answer::NoName,
                (false, true) => records(found.into_iter().map(Data::A).collect()),
                (false, false) => Answer::NoData,
            }
        }
        [protocol, port] if protocol.starts_with('_') && port.starts_with('_') => {
            let found = ports(
                service,
                &hosts,
                &base,
                Some(port.trim_start_matches('_')),
                Some(protocol.trim_start_matches('_')),
            );
            match (found, kind) {
                (Answer::NoData, _) => Answer::NoName,
                (found, Kind::Srv | Kind::Any) => found,
                _ => Answer::NoData,
            }
        }
        [protocol] if ["_tcp", "_udp", "_sctp"].contains(protocol) => Answer::NoData,
        _ => Answer::NoName,
    }
}

fn is_headless(service: &Service) -> bool {
    service.spec.cluster_ip == "None" || service.spec.cluster_ips.iter().any(|a| a == "None")
}

fn cluster_addresses(service: &Service) -> Vec<Ipv4Addr> {
    service.spec.cluster_ips.iter().filter_map(|a| a.parse().ok()).collect()
}

/// One endpoint of a headless Service, by the name that it has below the Service's.
struct Host {
    name: String,
    address: Ipv4Addr,
    /// Name, protocol and number of its ports.
    ports: Vec<(String, String, u16)>,
}

fn hosts(view: &dyn View, service: &Service) -> Vec<Host> {
    let early = service.spec.publish_not_ready_addresses;
    let mut hosts = BTreeMap::new();
    for slice in view.slices(&service.metadata.namespace, &service.metadata.name) {
        for endpoint in &slice.endpoints {
            if !early && !endpoint.conditions.ready.unwrap_or(true) {
                continue;
            }
            for address in endpoint.addresses.iter().filter_map(|a| a.parse::<Ipv4Addr>().ok()) {
                let name = host_name(endpoint, address);
                hosts.entry((name.clone(), address)).or_insert_with(|| Host {
                    name,
                    address,
                    ports: slice_ports(&slice),
                });
            }
        }
    }
    hosts.into_values().collect()
}

/// An endpoint without a host name is called by its address.
fn host_name(endpoint: &Endpoint, address: Ipv4Addr) -> String {
    match endpoint.hostname.as_deref() {
        Some(name) if !name.is_empty() => name.to_lowercase(),
        _ => address.to_string().replace('.', "-"),
    }
}

fn slice_ports(slice: &EndpointSlice) -> Vec<(String, String, u16)> {
    let ports = slice.ports.iter().filter_map(|port| {
        let number = port.port.and_then(|n| u16::try_from(n).ok())?;
        let protocol = port.protocol.as_deref().unwrap_or("TCP").to_lowercase();
        Some((port.name.clone().unwrap_or_default(), protocol, number))
    });
    ports.collect()
}

fn ready(hosts: &[Host]) -> Vec<Ipv4Addr> {
    let mut addresses: Vec<Ipv4Addr> = hosts.iter().map(|h| h.address).collect();
    addresses.sort();
    addresses.dedup();
    addresses
}

/// SRV records: of the Service itself, or of each endpoint of a headless one. Ports without a name have none.
fn ports(service: &Service, hosts: &[Host], base: &str, name: Option<&str>, protocol: Option<&str>) -> Answer {
    let fits = |port: &str, over: &str| {
        !port.is_empty() && name.is_none_or(|n| n == port) && protocol.is_none_or(|p| p == over)
    };
    let mut answers = Vec::new();
    let mut help = Vec::new();
    if is_headless(service) {
        for host in hosts {
            let target = format!("{}.{base}", host.name);
            for (port, over, number) in &host.ports {
                if fits(port, over) {
                    answers.push(Data::Srv { port: *number, target: target.clone() });
                    help.push((target.clone(), host.address));
                }
            }
        }
    } else {
        for port in &service.spec.ports {
            let Ok(number) = u16::try_from(port.port) else { continue };
            if fits(&port.name, &port.protocol.to_lowercase()) {
                answers.push(Data::Srv { port: number, target: base.to_owned() });
            }
        }
        if !answers.is_empty() {
            help.extend(cluster_addresses(service).into_iter().map(|address| (base.to_owned(), address)));
        }
    }
    help.sort();
    help.dedup();
    if answers.is_empty() { Answer::NoData } else { Answer::Records { answers, help } }
}

/// `4.3.2.1.in-addr.arpa`.
fn reverse(name: &str) -> Option<Ipv4Addr> {
    let digits = name.strip_suffix(".in-addr.arpa")?;
    let mut parts: Vec<&str> = digits.split('.').collect();
    parts.reverse();
    parts.join(".").parse().ok()
}

fn pointer(view: &dyn View, domain: &Domain, address: Ipv4Addr, kind: Kind) -> Answer {
    let mut names = Vec::new();
    for service in view.services_with(address) {
        names.push(format!("{}.{}.svc.{}", service.metadata.name, service.metadata.namespace, domain.0));
    }
    for slice in view.slices_with(address) {
        let Some(service) = slice.metadata.labels.get(crate::view::SERVICE_LABEL) else { continue };
        let namespace = &slice.metadata.namespace;
        if !view.service(namespace, service).is_some_and(|s| is_headless(&s)) {
            continue;
        }
        for endpoint in slice.endpoints.iter().filter(|e| e.addresses.iter().any(|a| *a == address.to_string())) {
            names.push(format!("{}.{service}.{namespace}.svc.{}", host_name(endpoint, address), domain.0));
        }
    }
    names.sort();
    names.dedup();
    match (names.is_empty(), kind) {
        (true, _) => Answer::Elsewhere,
        (false, Kind::Ptr | Kind::Any) => records(names.into_iter().map(Data::Ptr).collect()),
        (false, _) => Answer::NoData,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kube_api::types::core::ServicePort;
    use kube_api::types::discovery::EndpointPort;

    use super::*;

    struct Fixture {
        services: Vec<Arc<Service>>,
        slices: Vec<Arc<EndpointSlice>>,
    }

    impl View for Fixture {
        fn service(&self, namespace: &str, name: &str) -> Option<Arc<Service>> {
            self.services.iter().find(|s| s.metadata.namespace == namespace && s.metadata.name == name).cloned()
        }
        fn slices(&self, namespace: &str, service: &str) -> Vec<Arc<EndpointSlice>> {
            let key = vec![format!("{namespace}/{service}")];
            self.slices.iter().filter(|s| crate::view::slice_service(s) == key).cloned().collect()
        }
        fn has_namespace(&self, namespace: &str) -> bool {
            self.services.iter().any(|s| s.metadata.namespace == namespace)
        }
        fn services_with(&self, address: Ipv4Addr) -> Vec<Arc<Service>> {
            self.services.iter().filter(|s| s.spec.cluster_ips.contains(&address.to_string())).cloned().collect()
        }
        fn slices_with(&self, address: Ipv4Addr) -> Vec<Arc<EndpointSlice>> {
            let has = |s: &&Arc<EndpointSlice>| crate::view::slice_addresses(s).contains(&address.to_string());
            self.slices.iter().filter(has).cloned().collect()
        }
    }

    fn service(name: &str, address: &str) -> Service {
        let mut service = Service::default();
        service.metadata.namespace = "shop".into();
        service.metadata.name = name.into();
        service.spec.cluster_ip = address.into();
        service.spec.cluster_ips = vec![address.into()];
        service.spec.ports =
            vec![ServicePort { name: "http".into(), protocol: "TCP".into(), port: 80, ..ServicePort::default() }];
        service
    }

    fn fixture() -> Fixture {
        let mut external = service("out", "");
        external.spec.r#type = "ExternalName".into();
        external.spec.external_name = "Example.test.".into();
        external.spec.cluster_ips.clear();
        let mut slice = EndpointSlice::default();
        slice.metadata.namespace = "shop".into();
        slice.metadata.labels.insert(crate::view::SERVICE_LABEL.into(), "db".into());
        slice.ports = vec![EndpointPort {
            name: Some("http".into()),
            port: Some(5432),
            protocol: Some("TCP".into()),
            ..EndpointPort::default()
        }];
        let endpoint = |address: &str, host: &str, ready| {
            let mut endpoint = Endpoint { addresses: vec![address.into()], ..Endpoint::default() };
            endpoint.hostname = (!host.is_empty()).then(|| host.into());
            endpoint.conditions.ready = Some(ready);
            endpoint
        };
        slice.endpoints = vec![
            endpoint("10.244.0.4", "db-0", true),
            endpoint("10.244.0.5", "", true),
            endpoint("10.244.0.6", "db-2", false),
        ];
        Fixture {
            services: [service("web", "10.96.0.10"), service("db", "None"), external].map(Arc::new).into(),
            slices: vec![Arc::new(slice)],
        }
    }

    fn check(name: &str, kind: Kind, expected: &Answer) {
        let answer = answer(&fixture(), &Domain("cluster.local".into()), name, kind);
        assert_eq!(&answer, expected, "{name} {kind:?}");
    }

    fn a(addresses: &[&str]) -> Answer {
        records(addresses.iter().map(|a| Data::A(a.parse().unwrap())).collect())
    }

    #[test]
    fn services_have_their_address() {
        check("web.shop.svc.cluster.local", Kind::A, &a(&["10.96.0.10"]));
        check("web.shop.svc.cluster.local", Kind::Aaaa, &Answer::NoData);
        check("none.shop.svc.cluster.local", Kind::A, &Answer::NoName);
        check("web.nowhere.svc.cluster.local", Kind::A, &Answer::NoName);
        check("x.web.shop.svc.cluster.local", Kind::A, &Answer::NoName);
        check("example.test", Kind::A, &Answer::Elsewhere);
        check("notcluster.local", Kind::A, &Answer::Elsewhere);
    }

    #[test]
    fn headless_services_have_their_ready_endpoints() {
        check("db.shop.svc.cluster.local", Kind::A, &a(&["10.244.0.4", "10.244.0.5"]));
        check("db-0.db.shop.svc.cluster.local", Kind::A, &a(&["10.244.0.4"]));
        check("10-244-0-5.db.shop.svc.cluster.local", Kind::A, &a(&["10.244.0.5"]));
        check("db-2.db.shop.svc.cluster.local", Kind::A, &Answer::NoName);
    }

    #[test]
    fn named_ports_have_srv_records() {
        let target = "web.shop.svc.cluster.local";
        let expected = Answer::Records {
            answers: vec![Data::Srv { port: 80, target: target.into() }],
            help: vec![(target.into(), "10.96.0.10".parse().unwrap())],
        };
        check("_http._tcp.web.shop.svc.cluster.local", Kind::Srv, &expected);
        check("_http._udp.web.shop.svc.cluster.local", Kind::Srv, &Answer::NoName);
        check("_http._tcp.web.shop.svc.cluster.local", Kind::A, &Answer::NoData);
        let Answer::Records { answers, help } =
            answer(&fixture(), &Domain("cluster.local".into()), "_http._tcp.db.shop.svc.cluster.local", Kind::Srv)
        else {
            panic!("no records");
        };
        assert_eq!((answers.len(), help.len()), (2, 2));
        assert!(answers.contains(&Data::Srv { port: 5432, target: "db-0.db.shop.svc.cluster.local".into() }));
    }

    #[test]
    fn addresses_have_names() {
        check("10.0.96.10.in-addr.arpa", Kind::Ptr, &records(vec![Data::Ptr("web.shop.svc.cluster.local".into())]));
        check("4.0.244.10.in-addr.arpa", Kind::Ptr, &records(vec![Data::Ptr("db-0.db.shop.svc.cluster.local".into())]));
        check("9.9.9.9.in-addr.arpa", Kind::Ptr, &Answer::Elsewhere);
    }

    #[test]
    fn the_rest_of_the_specification() {
        check("out.shop.svc.cluster.local", Kind::A, &records(vec![Data::Cname("example.test".into())]));
        check("10-244-0-5.shop.pod.cluster.local", Kind::A, &a(&["10.244.0.5"]));
        check("x.shop.pod.cluster.local", Kind::A, &Answer::NoName);
        check("dns-version.cluster.local", Kind::Txt, &records(vec![Data::Txt("1.1.0".into())]));
        check("cluster.local", Kind::A, &Answer::NoData);
        check("shop.svc.cluster.local", Kind::A, &Answer::NoData);
    }
}
