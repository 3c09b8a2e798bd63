//! Kinds of networking.k8s.io and discovery.k8s.io.
//!
//! As upstream: pkg/apis/networking and pkg/apis/discovery (defaults, validation), pkg/registry, printers.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, IMMUTABLE, each, int, label_selector, legacy_cidr, legacy_ip, part, some, text, texts};
use crate::core::endpoints::endpoint_ip;
use crate::defaults::To::Text;
use crate::defaults::{Default, each_mut, fill, set_absent};
use crate::formats::{self, cidr};
use crate::hooks::{Column, Done, Extent, Generation, Hooks, Print, Row, Strategy, Subresource};
use crate::print::{self, NONE, UNSET};

const GROUP: &str = "networking.k8s.io";

pub(crate) static ROWS: &[Row] = &[INGRESS, INGRESS_CLASS, NETWORK_POLICY, SERVICE_CIDR, IP_ADDRESS, ENDPOINT_SLICE];

const INGRESS: Row = Row {
    group: GROUP,
    kind: "Ingress",
    hooks: Hooks {
        strategy: Strategy::WITH_STATUS,
        validate_create: |ingress| {
            const CLASS: &str = "kubernetes.io/ingress.class";
            let mut errors = validate_ingress(ingress);
            let annotation = ingress.text(&["metadata", "annotations", CLASS]);
            let class = ingress.pointer(&["spec", "ingressClassName"]).and_then(Value::as_str);
            if let (Some(annotation), Some(class)) = (annotation, class)
                && annotation != class
            {
                errors.invalid(
                    &Path::new("annotations").child(CLASS),
                    annotation,
                    "must match `ingressClassName` when both are specified",
                );
            }
            errors
        },
        validate_update: |new, _| validate_ingress(new),
        subresources: &[Subresource { validate: ingress_status, ..Subresource::STATUS }],
        columns: &[
            Column::NAME,
            Column::text("Class"),
            Column::text("Hosts"),
            Column::text("Address"),
            Column::text("Ports"),
            Column::AGE,
        ],
        cells: ingress_cells,
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

const INGRESS_CLASS: Row = Row {
    group: GROUP,
    kind: "IngressClass",
    hooks: Hooks {
        default: |class| fill(class, &[Default("spec.parameters?.scope", Text("Cluster"))]),
        strategy: Strategy { generation: Generation::Spec, ..Strategy::PLAIN },
        validate_create: ingress_class,
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            errors.immutable(part(new, "spec"), part(old, "spec"), "controller", &Path::new("spec"));
            errors.extend(ingress_class(new));
            errors
        },
        columns: &[Column::NAME, Column::text("Controller"), Column::text("Parameters"), Column::AGE],
        cells: |class, print| {
            let parameters = match class.pointer(&["spec", "parameters"]).filter(|found| !found.is_null()) {
                None => NONE.to_owned(),
                Some(found) => {
                    let kind = text(found, "kind");
                    match text(found, "apiGroup") {
                        "" => format!("{kind}/{}", text(found, "name")),
                        group => format!("{kind}.{group}/{}", text(found, "name")),
                    }
                }
            };
            vec![
                print::name(class),
                text(part(class, "spec"), "controller").into(),
                parameters.into(),
                print::age(class, print),
            ]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

const NETWORK_POLICY: Row = Row {
    group: GROUP,
    kind: "NetworkPolicy",
    hooks: Hooks {
        default: default_policy,
        strategy: Strategy { generation: Generation::Spec, ..Strategy::PLAIN },
        validate_create: |policy| network_policy(policy, &[]),
        validate_update: |new, old| {
            let mut known = Vec::new();
            for (list, peers) in [("ingress", "from"), ("egress", "to")] {
                for peer in old.items(&["spec", list]).iter().flat_map(|rule| rule.items(&[peers])) {
                    known.extend(peer.text(&["ipBlock", "cidr"]));
                    known.extend(texts(part(peer, "ipBlock"), "except"));
                }
            }
            network_policy(new, &known)
        },
        columns: &[Column::NAME, Column::text("Pod-Selector"), Column::AGE],
        cells: |policy, print| {
            let selector = print::selector(policy.pointer(&["spec", "podSelector"]));
            vec![print::name(policy), selector.into(), print::age(policy, print)]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

const SERVICE_CIDR: Row = Row {
    group: GROUP,
    kind: "ServiceCIDR",
    hooks: Hooks {
        strategy: Strategy { reset: &[&["status"]], ..Strategy::PLAIN },
        validate_create: service_cidr,
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            let (now, then) = (texts(part(new, "spec"), "cidrs"), texts(part(old, "spec"), "cidrs"));
            let at = Path::new("spec");
            let grown = then.len() == 1 && now.len() == 2;
            if now != then && !(grown && now.first() == then.first()) {
                errors.invalid(&at.child("cidrs"), part(part(new, "spec"), "cidrs").clone(), IMMUTABLE);
            } else if grown {
                errors.extend(service_cidr(new));
            }
            errors
        },
        subresources: &[Subresource::STATUS],
        columns: &[Column::NAME, Column::text("CIDRs"), Column::AGE],
        cells: |object, print| {
            let ranges = texts(part(object, "spec"), "cidrs").join(",");
            vec![print::name(object), ranges.into(), print::age(object, print)]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

const IP_ADDRESS: Row = Row {
    group: GROUP,
    kind: "IPAddress",
    hooks: Hooks {
        strategy: Strategy {
            // The name is the address itself.
            name: |name| formats::canonical_ip(name).err().into_iter().collect(),
            ..Strategy::PLAIN
        },
        validate_create: ip_address,
        validate_update: |new, old| {
            let mut errors = ip_address(new);
            errors.immutable(part(new, "spec"), part(old, "spec"), "parentRef", &Path::new("spec"));
            errors
        },
        columns: &[Column::NAME, Column::text("ParentRef"), Column::AGE],
        cells: |object, print| {
            let parent = part(part(object, "spec"), "parentRef");
            let mut shown = text(parent, "resource").to_owned();
            if !text(parent, "group").is_empty() {
                shown = format!("{shown}.{}", text(parent, "group"));
            }
            for name in ["namespace", "name"] {
                if !text(parent, name).is_empty() {
                    shown = format!("{shown}/{}", text(parent, name));
                }
            }
            let shown = if shown.is_empty() { NONE.to_owned() } else { shown };
            vec![print::name(object), shown.into(), print::age(object, print)]
        },
        selectable: &[],
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

const ENDPOINT_SLICE: Row = Row {
    group: "discovery.k8s.io",
    kind: "EndpointSlice",
    hooks: Hooks {
        default: |slice| {
            each_mut(slice, "ports", |port| {
                if port.get("name").is_none() {
                    port.set("name", "");
                }
                set_absent(port, "protocol", "TCP");
            });
        },
        strategy: Strategy {
            generation: Generation::When(|new, old| {
                ["addressType", "endpoints", "ports"].iter().any(|name| new.get(name) != old.get(name))
                    || new.pointer(&["metadata", "labels"]) != old.pointer(&["metadata", "labels"])
            }),
            ..Strategy::PLAIN
        },
        validate_create: |slice| endpoint_slice(slice, None),
        validate_update: |new, old| {
            let mut errors = endpoint_slice(new, Some(old));
            errors.immutable(new, old, "addressType", &Path::ROOT);
            errors
        },
        columns: &[
            Column::NAME,
            Column::text("AddressType"),
            Column::text("Ports"),
            Column::text("Endpoints"),
            Column::AGE,
        ],
        cells: slice_cells,
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

fn validate_ingress(ingress: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(ingress, "spec");
    let backend_of = some(spec, "defaultBackend");
    if spec.items(&["rules"]).is_empty() && backend_of.is_none() {
        let shown = spec.get("rules").cloned().unwrap_or_default();
        errors.invalid(&at, shown, "either `defaultBackend` or `rules` must be specified");
    }
    if let Some(found) = backend_of {
        backend(found, &at.child("defaultBackend"), &mut errors);
    }
    each(spec, "rules", &at, |_, rule, at| {
        let host = text(rule, "host");
        if !host.is_empty() {
            let at = at.child("host");
            if host.parse::<std::net::IpAddr>().is_ok() {
                errors.invalid(&at, host, "must be a DNS name, not an IP address");
            } else if host.contains('*') {
                errors.form(&at, host, formats::wildcard_dns_subdomain);
            } else {
                errors.form(&at, host, formats::dns_subdomain);
            }
        }
        let Some(http) = some(rule, "http") else { return };
        let at = at.child("http");
        if http.items(&["paths"]).is_empty() {
            errors.required(&at.child("paths"), "");
        }
        each(http, "paths", &at, |_, path, at| ingress_path(path, at, &mut errors));
    });
    each(spec, "tls", &at, |_, tls, at| {
        each(tls, "hosts", at, |_, host, at| {
            let host = host.as_str().unwrap_or("");
            let check: formats::Check =
                if host.contains('*') { formats::wildcard_dns_subdomain } else { formats::dns_subdomain };
            errors.form(at, host, check);
        });
        if !text(tls, "secretName").is_empty() {
            errors.form(&at.child("secretName"), text(tls, "secretName"), formats::dns_subdomain);
        }
    });
    if let Some(class) = some(spec, "ingressClassName").and_then(Value::as_str) {
        errors.form(&at.child("ingressClassName"), class, formats::dns_subdomain);
    }
    errors
}

fn ingress_path(path: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    const KINDS: &[&str] = &["Exact", "Prefix", "ImplementationSpecific"];
    let (kind, value) = (text(path, "pathType"), text(path, "path"));
    match kind {
        "Exact" | "Prefix" => {
            let at = at.child("path");
            if !value.starts_with('/') {
                errors.invalid(&at, value, "must be an absolute path");
            }
            if !value.is_empty() {
                for sequence in ["//", "/./", "/../", "%2f", "%2F"].into_iter().filter(|one| value.contains(one)) {
                    errors.invalid(&at, value, format!("must not contain '{sequence}'"));
                }
                for suffix in ["/..", "/."].into_iter().filter(|one| value.ends_with(one)) {
                    errors.invalid(&at, value, format!("cannot end with '{suffix}'"));
                }
            }
        }
        "ImplementationSpecific" => {
            if !value.is_empty() && !value.starts_with('/') {
                errors.invalid(&at.child("path"), value, "must be an absolute path");
            }
        }
        "" => errors.required(&at.child("pathType"), "pathType must be specified"),
        other => errors.not_supported(&at.child("pathType"), other, KINDS),
    }
    backend(part(path, "backend"), &at.child("backend"), errors);
}

fn backend(backend: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    match (some(backend, "resource"), some(backend, "service")) {
        (Some(_), Some(_)) => errors.invalid(at, "", "cannot set both resource and service backends"),
        (Some(resource), None) => {
            let at = at.child("resource");
            errors.present(resource, "kind", &at);
            errors.present(resource, "name", &at);
        }
        (None, Some(service)) => {
            let under = at.child("service");
            errors.named(service, "name", &under, formats::dns_label);
            let port = part(service, "port");
            let port_at = under.child("port");
            match (text(port, "name"), int(port, "number")) {
                ("", 0) => errors.required(at, "port name or number is required"),
                ("", number) => {
                    for fault in formats::port_number(number) {
                        errors.invalid(&port_at.child("number"), number, fault);
                    }
                }
                (name, 0) => errors.form(&port_at.child("name"), name, formats::port_name),
                _ => errors.invalid(at, "", "cannot set both port name & port number"),
            }
        }
        (None, None) => errors.invalid(at, "", "resource or service backend is required"),
    }
}

fn ingress_status(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let known: Vec<&str> =
        old.items(&["status", "loadBalancer", "ingress"]).iter().map(|one| text(one, "ip")).collect();
    let status = Path::new("status");
    let at = status.child("loadBalancer");
    each(part(part(new, "status"), "loadBalancer"), "ingress", &at, |_, one, at| {
        if !text(one, "ip").is_empty() {
            legacy_ip(text(one, "ip"), &known, &at.child("ip"), &mut errors);
        }
        let host = text(one, "hostname");
        if !host.is_empty() {
            errors.form(&at.child("hostname"), host, formats::dns_subdomain);
            if host.parse::<std::net::IpAddr>().is_ok() {
                errors.invalid(&at.child("hostname"), host, "must be a DNS name, not an IP address");
            }
        }
    });
    errors
}

fn ingress_cells(ingress: &Value, print: &Print) -> Vec<Value> {
    let spec = part(ingress, "spec");
    let mut hosts: Vec<&str> = Vec::new();
    for rule in spec.items(&["rules"]) {
        let host = text(rule, "host");
        if !host.is_empty() && !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    let more = hosts.len().saturating_sub(3);
    let shown = match (hosts.len(), more) {
        (0, _) => "*".to_owned(),
        (_, 0) => hosts.join(","),
        _ => format!("{} + {more} more...", hosts.get(..3).unwrap_or_default().join(",")),
    };
    let addresses: Vec<&str> = ingress
        .items(&["status", "loadBalancer", "ingress"])
        .iter()
        .map(|one| if text(one, "ip").is_empty() { text(one, "hostname") } else { text(one, "ip") })
        .filter(|address| !address.is_empty())
        .collect();
    vec![
        print::name(ingress),
        print::or(spec, "ingressClassName", NONE),
        shown.into(),
        addresses.join(",").into(),
        if spec.items(&["tls"]).is_empty() { "80".into() } else { "80, 443".into() },
        print::age(ingress, print),
    ]
}

fn ingress_class(class: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(class, "spec");
    match text(spec, "controller") {
        "" => errors.required(&at.child("controller"), ""),
        controller => {
            let at = at.child("controller");
            if controller.len() > 250 {
                errors.push(kube_api::field::FieldError::too_long(&at, 250));
            }
            match controller.split_once('/') {
                Some((host, path)) if !host.is_empty() && !path.is_empty() => {
                    errors.form(&at, host, formats::dns_subdomain);
                }
                _ => errors.invalid(&at, controller, "must be a domain-prefixed path (such as \"acme.io/foo\")"),
            }
        }
    }
    let Some(parameters) = some(spec, "parameters") else { return errors };
    let at = at.child("parameters");
    if let Some(group) = parameters.text(&["apiGroup"]) {
        errors.form(&at.child("apiGroup"), group, formats::dns_subdomain);
    }
    for name in ["kind", "name"] {
        errors.named(parameters, name, &at, formats::path_segment);
    }
    let namespace = some(parameters, "namespace").is_some();
    match text(parameters, "scope") {
        "" => errors.required(&at.child("scope"), ""),
        "Namespace" if !namespace => {
            errors.required(&at.child("namespace"), "`parameters.scope` is set to 'Namespace'");
        }
        "Cluster" if namespace => {
            errors.forbidden(&at.child("namespace"), "`parameters.scope` is set to 'Cluster'");
        }
        "Namespace" | "Cluster" => {}
        other => errors.not_supported(&at.child("scope"), other, &["Cluster", "Namespace"]),
    }
    errors
}

fn default_policy(policy: &mut Value) {
    let spec = policy.make_object().entry("spec");
    spec.make_object();
    for list in ["ingress", "egress"] {
        each_mut(spec, list, |rule| each_mut(rule, "ports", |port| set_absent(port, "protocol", "TCP")));
    }
    if spec.items(&["policyTypes"]).is_empty() {
        let mut types = vec![Value::from("Ingress")];
        if !spec.items(&["egress"]).is_empty() {
            types.push("Egress".into());
        }
        spec.set("policyTypes", types);
    }
}

fn network_policy(policy: &Value, known: &[&str]) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(policy, "spec");
    label_selector(some(spec, "podSelector"), &at.child("podSelector"), &mut errors);
    for (list, peers) in [("ingress", "from"), ("egress", "to")] {
        each(spec, list, &at, |_, rule, at| {
            each(rule, "ports", at, |_, port, at| policy_port(port, at, &mut errors));
            each(rule, peers, at, |_, peer, at| policy_peer(peer, known, at, &mut errors));
        });
    }
    let types = spec.items(&["policyTypes"]);
    if types.len() > 2 {
        let shown = spec.get("policyTypes").cloned().unwrap_or_default();
        errors.invalid(&at.child("policyTypes"), shown, "may not specify more than two policyTypes");
    }
    each(spec, "policyTypes", &at, |_, kind, at| {
        let kind = kind.as_str().unwrap_or("");
        if !["Ingress", "Egress"].contains(&kind) {
            errors.not_supported(at, kind, &["Ingress", "Egress"]);
        }
    });
    errors
}

fn policy_port(port: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.one_of(port, "protocol", at, &["TCP", "UDP", "SCTP"]);
    let end = port.get("endPort").and_then(Value::as_int);
    match some(port, "port") {
        Some(Value::String(name)) => {
            if let Some(end) = end {
                errors.invalid(&at.child("endPort"), end, "may not be specified when `port` is non-numeric");
            }
            errors.form(&at.child("port"), name, formats::port_name);
        }
        Some(number) => {
            let number = number.as_int().unwrap_or(0);
            for fault in formats::port_number(number) {
                errors.invalid(&at.child("port"), number, fault);
            }
            if let Some(end) = end {
                if end < number {
                    errors.invalid(&at.child("endPort"), number, "must be greater than or equal to `port`");
                }
                for fault in formats::port_number(end) {
                    errors.invalid(&at.child("endPort"), end, fault);
                }
            }
        }
        None => {
            if let Some(end) = end {
                errors.invalid(&at.child("endPort"), end, "may not be specified when `port` is not specified");
            }
        }
    }
}

fn policy_peer(peer: &Value, known: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    let mut peers = 0;
    for name in ["podSelector", "namespaceSelector"] {
        if let Some(selector) = some(peer, name) {
            peers += 1;
            label_selector(Some(selector), &at.child(name), errors);
        }
    }
    let block = some(peer, "ipBlock");
    if let Some(block) = block {
        peers += 1;
        let at = at.child("ipBlock");
        let range = text(block, "cidr");
        if range.is_empty() {
            errors.required(&at.child("cidr"), "");
        }
        legacy_cidr(range, known, &at.child("cidr"), errors);
        each(block, "except", &at, |_, except, at| {
            let except = except.as_str().unwrap_or("");
            legacy_cidr(except, known, at, errors);
            if let (Ok(whole), Ok(inner)) = (cidr(range), cidr(except))
                && !(whole.contains(&inner) && whole.prefix < inner.prefix)
            {
                errors.invalid(at, except, "must be a strict subset of `cidr`");
            }
        });
    }
    if peers == 0 {
        errors.required(at, "must specify a peer");
    } else if peers > 1 && block.is_some() {
        errors.forbidden(at, "may not specify both ipBlock and another peer");
    }
}

fn service_cidr(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let spec = Path::new("spec");
    let at = spec.child("cidrs");
    let ranges = texts(part(object, "spec"), "cidrs");
    if ranges.is_empty() {
        errors.required(&at, "at least one CIDR required");
        return errors;
    }
    let shown = || part(part(object, "spec"), "cidrs").clone();
    if ranges.len() > 2 {
        errors.invalid(&at, shown(), "may only hold up to 2 values");
    }
    let parsed: Vec<_> = ranges.iter().filter_map(|range| cidr(range).ok()).collect();
    let v4 = parsed.iter().filter(|range| range.address.is_ipv4()).count();
    if ranges.len() > 1 && parsed.len() == ranges.len() && v4 != 1 {
        errors.invalid(
            &at,
            shown(),
            "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/96",
        );
    }
    for (index, range) in ranges.iter().enumerate() {
        if let Err(fault) = formats::canonical_cidr(range) {
            errors.invalid(&at.index(index), *range, fault);
        }
    }
    errors
}

fn ip_address(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let spec = Path::new("spec");
    let at = spec.child("parentRef");
    let Some(parent) = object.pointer(&["spec", "parentRef"]).filter(|parent| !parent.is_null()) else {
        errors.required(&at, "");
        return errors;
    };
    if let Some(group) = parent.text(&["group"]) {
        errors.form(&at.child("group"), group, formats::dns_subdomain);
    }
    for name in ["resource", "name"] {
        errors.named(parent, name, &at, formats::path_segment);
    }
    if let Some(namespace) = parent.text(&["namespace"]) {
        errors.form(&at.child("namespace"), namespace, formats::path_segment);
    }
    errors
}

fn endpoint_slice(slice: &Value, old: Option<&Value>) -> ErrorList {
    let mut errors = ErrorList::new();
    errors.required_one_of(slice, "addressType", &Path::ROOT, &["FQDN", "IPv4", "IPv6"]);
    errors.too_many(slice, "ports", &Path::ROOT, 20000);
    let mut names: Vec<String> = Vec::new();
    each(slice, "ports", &Path::ROOT, |_, port, at| {
        let name = text(port, "name");
        if !name.is_empty() {
            errors.form(&at.child("name"), name, formats::dns_label);
        }
        if names.iter().any(|other| other == name) {
            errors.duplicate(&at.child("name"), name);
        } else {
            names.push(name.to_owned());
        }
        errors.required_one_of(port, "protocol", at, &["SCTP", "TCP", "UDP"]);
        if let Some(protocol) = some(port, "appProtocol").and_then(Value::as_str) {
            errors.form(&at.child("appProtocol"), protocol, formats::qualified_name);
        }
    });
    if old.is_some_and(|old| old.get("endpoints") == slice.get("endpoints")) {
        return errors;
    }
    errors.too_many(slice, "endpoints", &Path::ROOT, 1000);
    let kind = text(slice, "addressType");
    each(slice, "endpoints", &Path::ROOT, |_, endpoint, at| {
        if endpoint.items(&["addresses"]).is_empty() {
            errors.required(&at.child("addresses"), "must contain at least 1 address");
        }
        errors.too_many(endpoint, "addresses", at, 100);
        each(endpoint, "addresses", at, |_, address, at| {
            slice_address(address.as_str().unwrap_or(""), kind, at, &mut errors);
        });
        if let Some(node) = some(endpoint, "nodeName").and_then(Value::as_str) {
            errors.form(&at.child("nodeName"), node, formats::dns_subdomain);
        }
        if let Some(host) = some(endpoint, "hostname").and_then(Value::as_str) {
            errors.form(&at.child("hostname"), host, formats::dns_label);
        }
        let Some(hints) = some(endpoint, "hints") else { return };
        let at = at.child("hints");
        for (list, check) in
            [("forZones", formats::label_value as formats::Check), ("forNodes", formats::dns_subdomain)]
        {
            errors.too_many(hints, list, &at, 8);
            let mut seen: Vec<String> = Vec::new();
            each(hints, list, &at, |_, hint, at| {
                let name = text(hint, "name");
                if seen.iter().any(|other| other == name) {
                    errors.duplicate(&at.child("name"), name);
                } else {
                    seen.push(name.to_owned());
                }
                errors.form(&at.child("name"), name, check);
            });
        }
    });
    errors
}

fn slice_address(address: &str, kind: &str, at: &Path<'_>, errors: &mut ErrorList) {
    match kind {
        "IPv4" | "IPv6" => {
            let parsed = if kind == "IPv4" { formats::ip(address) } else { formats::canonical_ip(address) };
            match parsed {
                Err(fault) => errors.invalid(at, address, fault),
                Ok(ip) => {
                    if ip.is_ipv4() != (kind == "IPv4") {
                        errors.invalid(at, address, format!("must be an {kind} address"));
                    }
                    endpoint_ip(address, at, errors);
                }
            }
        }
        "FQDN" => {
            let name = address.strip_suffix('.').unwrap_or(address);
            let faults = formats::dns_subdomain(name);
            if !faults.is_empty() {
                errors.invalid(at, name, faults.join(","));
            } else if name.split('.').count() < 2 {
                errors.invalid(at, name, "should be a domain with at least two segments separated by dots");
            }
        }
        _ => {}
    }
}

fn slice_cells(slice: &Value, print: &Print) -> Vec<Value> {
    let ports: Vec<String> = slice
        .items(&["ports"])
        .iter()
        .map(|port| match port.get("port").and_then(Value::as_int) {
            Some(number) => number.to_string(),
            None => "*".to_owned(),
        })
        .collect();
    let addresses: Vec<&str> =
        slice.items(&["endpoints"]).iter().flat_map(|endpoint| texts(endpoint, "addresses")).collect();
    let cut = |all: Vec<String>, none: &str| {
        let more = all.len().saturating_sub(3);
        match (all.len(), more) {
            (0, _) => none.to_owned(),
            (_, 0) => all.join(","),
            _ => format!("{} + {more} more...", all.get(..3).unwrap_or_default().join(",")),
        }
    };
    vec![
        print::name(slice),
        text(slice, "addressType").into(),
        cut(ports, UNSET).into(),
        cut(addresses.into_iter().map(str::to_owned).collect(), UNSET).into(),
        print::age(slice, print),
    ]
}
