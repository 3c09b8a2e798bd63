//! EndpointSlice.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, some, text, texts};
use crate::core::endpoints::endpoint_ip;
use crate::defaults::{each_mut, set_absent};
use crate::formats;
use crate::hooks::{Column, Done, Generation, Hooks, Print, Row, Strategy};
use crate::print::{self, UNSET};

pub(super) const ENDPOINT_SLICE: Row = Row {
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
