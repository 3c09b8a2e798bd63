//! Ingress and IngressClass.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, int, legacy_ip, part, some, text};
use crate::defaults::To::Text;
use crate::defaults::{Default, fill};
use crate::formats;
use crate::hooks::{Column, Done, Extent, Generation, Hooks, Print, Row, Strategy, Subresource};
use crate::print::{self, NONE};

use super::GROUP;

pub(super) const INGRESS: Row = Row {
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

pub(super) const INGRESS_CLASS: Row = Row {
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
