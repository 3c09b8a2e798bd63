//! ResourceClaim and ResourceClaimTemplate.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, int, part, same, some, text};
use crate::core::pod::scheduling::node_selector;
use crate::defaults::{each_mut, set_absent};
use crate::formats;
use crate::hooks::{Column, Done, Extent, Hooks, Metadata, Request, Row, Strategy, Subresource};
use crate::metadata;
use crate::print;
use crate::scheduling;

use super::{
    EFFECTS, GROUP, MOST_CONFIGS, attribute, binding_conditions, configuration, driver, duplicates, limited, pool,
    selectors,
};

const EXPRESSIONS: Extent =
    Extent::Part("expressions are not compiled; capacity requests and admin access are not checked");

pub(super) const CLAIM: Row = Row {
    group: GROUP,
    kind: "ResourceClaim",
    hooks: Hooks {
        default: |object| default(object, &["spec"]),
        strategy: Strategy { reset: &[&["status"]], ..Strategy::PLAIN },
        validate_create: |new| {
            let mut errors = ErrorList::new();
            claim(part(new, "spec"), &Path::new("spec"), &mut errors);
            errors
        },
        validate_update: immutable,
        subresources: &[Subresource {
            metadata: Metadata::Kept,
            prepare: forget_released,
            validate: status,
            ..Subresource::STATUS
        }],
        columns: &[Column::NAME, Column::text("State"), Column::AGE],
        cells: |object, print| {
            let deleted = object.pointer(&["metadata", "deletionTimestamp"]).is_some();
            let allocated = object.pointer(&["status", "allocation"]).is_some_and(|found| !found.is_null());
            let mut states: Vec<&str> = Vec::new();
            if deleted {
                states.push("deleted");
            }
            if allocated {
                states.push("allocated");
            } else if !deleted {
                states.push("pending");
            }
            if allocated && !object.items(&["status", "reservedFor"]).is_empty() {
                states.push("reserved");
            }
            vec![print::name(object), states.join(",").into(), print::age(object, print)]
        },
        done: Done { validation: EXPRESSIONS, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

pub(super) const TEMPLATE: Row = Row {
    group: GROUP,
    kind: "ResourceClaimTemplate",
    hooks: Hooks {
        default: |object| default(object, &["spec", "spec"]),
        validate_create: |new| {
            let mut errors = ErrorList::new();
            let at = Path::new("spec");
            let spec = part(new, "spec");
            let meta = part(spec, "metadata");
            metadata::annotations(some(meta, "annotations"), &at.child("metadata").child("annotations"), &mut errors);
            metadata::labels(some(meta, "labels"), &at.child("metadata").child("labels"), &mut errors);
            claim(part(spec, "spec"), &at.child("spec"), &mut errors);
            errors
        },
        validate_update: immutable,
        columns: &[Column::NAME, Column::AGE],
        cells: |object, print| vec![print::name(object), print::age(object, print)],
        done: Done { validation: EXPRESSIONS, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn immutable(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    errors.immutable(new, old, "spec", &Path::ROOT);
    errors
}

fn default(object: &mut Value, spec: &[&str]) {
    let Some(devices) = object.pointer_mut(spec).and_then(|spec| spec.get_mut("devices")) else { return };
    each_mut(devices, "requests", |request| {
        if let Some(exactly) = request.get_mut("exactly").filter(|exactly| !exactly.is_null()) {
            default_request(exactly);
        }
        each_mut(request, "firstAvailable", default_request);
    });
}

fn default_request(request: &mut Value) {
    set_absent(request, "allocationMode", "ExactCount");
    if text(request, "allocationMode") == "ExactCount" && int(request, "count") == 0 {
        request.set("count", 1i64);
    }
    each_mut(request, "tolerations", |toleration| set_absent(toleration, "operator", "Equal"));
}

const MOST_REQUESTS: usize = 32;
const MOST_ALTERNATIVES: usize = 8;
const MOST_CONSTRAINTS: usize = 32;
const MOST_USERS: usize = 256;

fn claim(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let devices = part(spec, "devices");
    let at = at.child("devices");
    let names = request_names(devices);
    limited(devices, "requests", MOST_REQUESTS, &at, errors, |_, request, at, errors| {
        device_request(request, at, errors)
    });
    duplicates(devices, "requests", &at, errors, |request| text(request, "name").to_owned());
    limited(devices, "constraints", MOST_CONSTRAINTS, &at, errors, |_, constraint, at, errors| {
        references(constraint, &names, at, errors);
        let named = ["matchAttribute", "distinctAttribute"].into_iter().find(|name| some(constraint, name).is_some());
        match named {
            Some(name) => {
                let found = text(constraint, name);
                attribute(found, &at.child(name), errors);
                if !found.contains('/') {
                    let detail = "a fully qualified name must be a domain and a name separated by a slash";
                    errors.invalid(&at.child(name), found, detail);
                }
            }
            None => errors.required(
                at,
                "exactly one of \"matchAttribute\" or \"distinctAttribute\" is required, but multiple fields are set",
            ),
        }
    });
    limited(devices, "config", MOST_CONFIGS, &at, errors, |_, config, at, errors| {
        references(config, &names, at, errors);
        configuration(config, at, errors);
    });
}

/// Requests by name, those with alternatives also as `request/alternative`.
fn request_names(devices: &Value) -> Vec<String> {
    let mut names = Vec::new();
    for request in devices.items(&["requests"]) {
        let name = text(request, "name");
        names.push(name.to_owned());
        let alternatives = request.items(&["firstAvailable"]).iter();
        names.extend(alternatives.map(|alternative| format!("{name}/{}", text(alternative, "name"))));
    }
    names
}

fn references(owner: &Value, names: &[String], at: &Path<'_>, errors: &mut ErrorList) {
    limited(owner, "requests", MOST_REQUESTS, at, errors, |_, name, at, errors| {
        reference(name.as_str().unwrap_or(""), names, at, errors);
    });
    duplicates(owner, "requests", at, errors, |name| name.as_str().unwrap_or("").to_owned());
}

fn reference(name: &str, names: &[String], at: &Path<'_>, errors: &mut ErrorList) {
    let detail =
        "must be the name of a request in the claim or the name of a request and a subrequest separated by '/'";
    if name.matches('/').count() > 1 {
        errors.invalid(at, name, detail);
    }
    for piece in name.split('/') {
        errors.form(at, piece, formats::dns_label);
    }
    if !names.iter().any(|known| known == name) {
        errors.invalid(at, name, detail);
    }
}

fn device_request(request: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.form(&at.child("name"), text(request, "name"), formats::dns_label);
    let alternatives = !request.items(&["firstAvailable"]).is_empty();
    match (some(request, "exactly"), alternatives) {
        (None, false) => errors.required(at, "exactly one of `exactly` or `firstAvailable` is required"),
        (Some(_), true) => errors.invalid(
            at,
            Value::Null,
            "exactly one of `exactly` or `firstAvailable` is required, but multiple fields are set",
        ),
        (Some(exactly), false) => one_request(exactly, &at.child("exactly"), errors),
        (None, true) => {
            limited(request, "firstAvailable", MOST_ALTERNATIVES, at, errors, |_, alternative, at, errors| {
                errors.form(&at.child("name"), text(alternative, "name"), formats::dns_label);
                one_request(alternative, at, errors);
            });
            duplicates(request, "firstAvailable", at, errors, |alternative| text(alternative, "name").to_owned());
        }
    }
}

fn one_request(request: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.named(request, "deviceClassName", at, formats::dns_subdomain);
    selectors(request, at, errors);
    let count = int(request, "count");
    match text(request, "allocationMode") {
        "All" if count != 0 => {
            errors.invalid(&at.child("count"), count, "must not be specified when allocationMode is 'All'");
        }
        "All" => {}
        "ExactCount" if count <= 0 => errors.invalid(&at.child("count"), count, "must be greater than zero"),
        "ExactCount" => {}
        other => errors.not_supported(&at.child("allocationMode"), other, &["All", "ExactCount"]),
    }
    each(request, "tolerations", at, |_, toleration, at| {
        if !text(toleration, "key").is_empty() {
            metadata::label_name(text(toleration, "key"), &at.child("key"), errors);
        }
        let value = text(toleration, "value");
        match text(toleration, "operator") {
            "Exists" if !value.is_empty() => {
                errors.invalid(&at.child("value"), value, "must be empty for operator `Exists`");
            }
            "Exists" => {}
            "Equal" => errors.form(&at.child("value"), value, formats::label_value),
            "" => errors.required(&at.child("operator"), ""),
            other => errors.not_supported(&at.child("operator"), other, &["Equal", "Exists"]),
        }
        if !text(toleration, "effect").is_empty() {
            errors.one_of(toleration, "effect", at, &EFFECTS);
        }
    });
}

fn device_id(device: &Value) -> String {
    let share = text(device, "shareID");
    let id = ["driver", "pool", "device"].map(|name| text(device, name)).join("/");
    if share.is_empty() { id } else { format!("{id}/{share}") }
}

fn allocated(object: &Value) -> Vec<String> {
    object.items(&["status", "allocation", "devices", "results"]).iter().map(device_id).collect()
}

/// What was said of a device goes when the claim no longer holds it.
fn forget_released(new: &mut Value, old: &Value, _: &Request<'_>) {
    let (held, kept) = (allocated(old), allocated(new));
    let gone: Vec<&String> = held.iter().filter(|id| !kept.contains(id)).collect();
    if gone.is_empty() {
        return;
    }
    let devices: Vec<Value> = new
        .items(&["status", "devices"])
        .iter()
        .filter(|device| !gone.iter().any(|id| **id == device_id(device)))
        .cloned()
        .collect();
    if devices.is_empty() {
        new.remove_pointer(&["status", "devices"]);
    } else {
        new.set_pointer(&["status", "devices"], Value::from(devices));
    }
}

fn status(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let (status, old_status) = (part(new, "status"), part(old, "status"));
    limited(status, "reservedFor", MOST_USERS, &at, &mut errors, |_, user, at, errors| {
        for name in ["resource", "name", "uid"] {
            errors.present(user, name, at);
        }
    });
    duplicates(status, "reservedFor", &at, &mut errors, |user| text(user, "uid").to_owned());
    let held = allocated(new);
    each(status, "devices", &at, |_, device, at| {
        driver(text(device, "driver"), &at.child("driver"), &mut errors);
        pool(text(device, "pool"), &at.child("pool"), &mut errors);
        errors.form(&at.child("device"), text(device, "device"), formats::dns_label);
        if !held.contains(&device_id(device)) {
            errors.invalid(at, device_id(device), "must be an allocated device in the claim");
        }
        errors.too_many(device, "conditions", at, 8);
        scheduling::conditions(device, at, &mut errors);
    });
    duplicates(status, "devices", &at, &mut errors, device_id);
    let (allocation, before) = (some(status, "allocation"), some(old_status, "allocation"));
    let users = status.items(&["reservedFor"]);
    if !users.is_empty() && allocation.is_none() {
        errors.forbidden(&at.child("reservedFor"), "may not be specified when `allocated` is not set");
    } else if new.pointer(&["metadata", "deletionTimestamp"]).is_some()
        && users.iter().any(|user| !old_status.items(&["reservedFor"]).contains(user))
    {
        let detail = "new entries may not be added while `deallocationRequested` or `deletionTimestamp` are set";
        errors.forbidden(&at.child("reservedFor"), detail);
    }
    match (allocation, before) {
        (Some(new), Some(old)) if !same(Some(new), Some(old)) => {
            errors.invalid(&at.child("allocation"), new.clone(), crate::check::IMMUTABLE);
        }
        (Some(found), None) => allocation_result(found, new, &at.child("allocation"), &mut errors),
        _ => {}
    }
    errors
}

fn allocation_result(allocation: &Value, object: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let names = request_names(part(part(object, "spec"), "devices"));
    let devices = part(allocation, "devices");
    let under = at.child("devices");
    limited(devices, "results", MOST_REQUESTS, &under, errors, |_, result, at, errors| {
        reference(text(result, "request"), &names, &at.child("request"), errors);
        driver(text(result, "driver"), &at.child("driver"), errors);
        pool(text(result, "pool"), &at.child("pool"), errors);
        errors.form(&at.child("device"), text(result, "device"), formats::dns_label);
        binding_conditions(result, at, errors);
    });
    limited(devices, "config", 2 * MOST_CONFIGS, &under, errors, |_, config, at, errors| {
        errors.required_one_of(config, "source", at, &["FromClaim", "FromClass"]);
        references(config, &names, at, errors);
        configuration(config, at, errors);
    });
    if let Some(selector) = some(allocation, "nodeSelector") {
        node_selector(selector, &at.child("nodeSelector"), errors);
    }
}
