//! Endpoints: addresses behind a service, in the old form.
//!
//! As upstream: ValidateEndpoints of pkg/apis/core/validation, printEndpoints.

use std::net::IpAddr;

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, int, legacy_ip, text};
use crate::defaults::To::Text;
use crate::defaults::{Default, fill};
use crate::formats;
use crate::hooks::{Column, Done, Hooks, Row, Strategy};
use crate::print::{self, NONE};

pub(crate) const ROW: Row = Row {
    group: "",
    kind: "Endpoints",
    hooks: Hooks {
        default: |object| fill(object, &[Default("subsets[].ports[].protocol", Text("TCP"))]),
        strategy: Strategy { create_on_update: true, ..Strategy::PLAIN },
        validate_create: |object| validate(object, None),
        validate_update: |new, old| validate(new, Some(old)),
        columns: &[Column::NAME, Column::text("Endpoints"), Column::AGE],
        cells: |object, print| vec![print::name(object), shown(object).into(), print::age(object, print)],
        deprecated: Some("v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice"),
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

fn validate(object: &Value, old: Option<&Value>) -> ErrorList {
    let mut errors = ErrorList::new();
    if old.is_some_and(|old| old.get("subsets") == object.get("subsets")) {
        return errors;
    }
    each(object, "subsets", &Path::ROOT, |_, subset, at| {
        let ready = subset.items(&["addresses"]).len();
        if ready + subset.items(&["notReadyAddresses"]).len() == 0 {
            errors.required(at, "must specify `addresses` or `notReadyAddresses`");
        }
        for list in ["addresses", "notReadyAddresses"] {
            each(subset, list, at, |_, address, at| {
                let ip = text(address, "ip");
                let before = errors.len();
                legacy_ip(ip, &[], &at.child("ip"), &mut errors);
                if !text(address, "hostname").is_empty() {
                    errors.form(&at.child("hostname"), text(address, "hostname"), formats::dns_label);
                }
                if let Some(node) = address.text(&["nodeName"]) {
                    errors.form(&at.child("nodeName"), node, formats::dns_subdomain);
                }
                if errors.len() == before {
                    endpoint_ip(ip, &at.child("ip"), &mut errors);
                }
            });
        }
        let named = subset.items(&["ports"]).len() > 1;
        each(subset, "ports", at, |_, port, at| {
            let name = text(port, "name");
            if name.is_empty() {
                if named {
                    errors.required(&at.child("name"), "");
                }
            } else {
                errors.form(&at.child("name"), name, formats::dns_label);
            }
            let number = int(port, "port");
            for fault in formats::port_number(number) {
                errors.invalid(&at.child("port"), number, fault);
            }
            errors.required_one_of(port, "protocol", at, &["SCTP", "TCP", "UDP"]);
            if let Some(protocol) = port.text(&["appProtocol"]) {
                errors.form(&at.child("appProtocol"), protocol, formats::qualified_name);
            }
        });
    });
    errors
}

/// An address that traffic may be sent to.
pub(crate) fn endpoint_ip(text: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let Ok(ip) = text.parse::<IpAddr>() else {
        errors.invalid(at, text, "must be a valid IP address");
        return;
    };
    if ip.is_unspecified() {
        errors.invalid(at, text, format!("may not be unspecified ({text})"));
    }
    if ip.is_loopback() {
        errors.invalid(at, text, "may not be in the loopback range (127.0.0.0/8, ::1/128)");
    }
    let (link_local, link_local_multicast) = match ip {
        IpAddr::V4(v4) => (v4.is_link_local(), v4.octets().starts_with(&[224, 0, 0])),
        IpAddr::V6(v6) => (
            v6.segments().first().is_some_and(|s| s & 0xffc0 == 0xfe80),
            v6.segments().first().is_some_and(|s| s & 0xff0f == 0xff02),
        ),
    };
    if link_local {
        errors.invalid(at, text, "may not be in the link-local range (169.254.0.0/16, fe80::/10)");
    }
    if link_local_multicast {
        errors.invalid(at, text, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
    }
}

/// The first three addresses with their ports, and how many more there are.
fn shown(object: &Value) -> String {
    let mut all: Vec<String> = Vec::new();
    for subset in object.items(&["subsets"]) {
        let ports = subset.items(&["ports"]);
        for address in subset.items(&["addresses"]) {
            let ip = text(address, "ip");
            if ports.is_empty() {
                all.push(ip.to_owned());
            }
            for port in ports {
                let number = int(port, "port");
                all.push(if ip.contains(':') { format!("[{ip}]:{number}") } else { format!("{ip}:{number}") });
            }
        }
    }
    let more = all.len().saturating_sub(3);
    all.truncate(3);
    match (all.is_empty(), more) {
        (true, _) => NONE.to_owned(),
        (false, 0) => all.join(","),
        (false, more) => format!("{} + {more} more...", all.join(",")),
    }
}
