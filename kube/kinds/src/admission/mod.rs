//! Kinds of admissionregistration.k8s.io: webhooks, policies and their bindings, and what the two share.
//!
//! As upstream: pkg/apis/admissionregistration (v1/defaults, validation), pkg/registry/admissionregistration, printers.
//! Expressions are compiled by `kube-cel`.

mod policy;
mod webhook;

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, int, some, text, texts};
use crate::formats;
use crate::hooks::Row;

pub(crate) use webhook::client;

pub(crate) static ROWS: &[Row] = &[
    webhook::VALIDATING,
    webhook::MUTATING,
    policy::VALIDATING,
    policy::VALIDATING_BINDING,
    policy::MUTATING,
    policy::MUTATING_BINDING,
];

const MOST_CONDITIONS: usize = 64;

/// Which operations and resources a webhook or policy is asked about.
fn rule(rule: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    for (name, others) in [("operations", "operations"), ("apiGroups", "API groups"), ("apiVersions", "API versions")] {
        let words = texts(rule, name);
        let at = at.child(name);
        if words.is_empty() {
            errors.required(&at, "");
        }
        if words.len() > 1 && words.contains(&"*") {
            let list = rule.get(name).cloned().unwrap_or_default();
            errors.invalid(&at, list, format!("if '*' is present, must not specify other {others}"));
        }
        for (index, word) in words.iter().enumerate() {
            let known = ["*", "CONNECT", "CREATE", "DELETE", "UPDATE"];
            match name {
                "operations" if !known.contains(word) => errors.not_supported(&at.index(index), *word, &known),
                "apiVersions" if word.is_empty() => errors.required(&at.index(index), ""),
                _ => {}
            }
        }
    }
    resources(rule, at, errors);
    errors.one_of(rule, "scope", at, &["*", "Cluster", "Namespaced"]);
}

fn resources(rule: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let words = texts(rule, "resources");
    let at = at.child("resources");
    if words.is_empty() {
        errors.required(&at, "");
    }
    let mut whole: Vec<&str> = Vec::new();
    let mut anywhere: Vec<&str> = Vec::new();
    let mut last_is_plain = false;
    for (index, word) in words.iter().enumerate() {
        let at = at.index(index);
        if word.is_empty() {
            errors.required(&at, "");
            continue;
        }
        let Some((resource, sub)) = word.split_once('/') else {
            last_is_plain = *word != "*";
            continue;
        };
        if whole.contains(&resource) {
            errors.invalid(&at, *word, format!("if '{resource}/*' is present, must not specify {word}"));
        }
        if anywhere.contains(&sub) {
            errors.invalid(&at, *word, format!("if '*/{sub}' is present, must not specify {word}"));
        }
        if sub == "*" {
            whole.push(resource);
        }
        if resource == "*" {
            anywhere.push(sub);
        }
    }
    let list = || rule.get("resources").cloned().unwrap_or_default();
    if words.len() > 1 && words.contains(&"*/*") {
        errors.invalid(&at, list(), "if '*/*' is present, must not specify other resources");
    }
    if words.contains(&"*") && last_is_plain {
        let detail = "if '*' is present, must not specify other resources without subresources";
        errors.invalid(&at, list(), detail);
    }
}

/// Expressions that decide whether a webhook or policy is asked at all.
fn conditions(owner: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let items = owner.items(&["matchConditions"]);
    if items.len() > MOST_CONDITIONS {
        errors.push(FieldError::too_many(&at.child("matchConditions"), items.len(), MOST_CONDITIONS));
    }
    each(owner, "matchConditions", at, |index, condition, at| {
        if text(condition, "expression").trim().is_empty() {
            errors.required(&at.child("expression"), "");
        }
        let name = text(condition, "name");
        errors.named(condition, "name", at, formats::qualified_name);
        if !name.is_empty() && items.iter().take(index).any(|other| text(other, "name") == name) {
            errors.duplicate(&at.child("name"), name);
        }
    });
}

/// A service in the cluster that is called; `port` is defaulted before.
pub(crate) fn service(service: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.present(service, "name", at);
    errors.present(service, "namespace", at);
    let port = int(service, "port");
    let faults = formats::port_number(port);
    if !faults.is_empty() {
        errors.invalid(&at.child("port"), port, format!("port is not valid: {}", faults.join(", ")));
    }
    let path = some(service, "path").and_then(Value::as_str).unwrap_or("");
    let at = at.child("path");
    match path {
        "" | "/" => {}
        "//" => errors.invalid(&at, path, "segment[0] may not be empty"),
        _ => {
            if !path.starts_with('/') {
                errors.invalid(&at, path, "must start with a '/'");
            }
            let steps = path.strip_prefix('/').unwrap_or_else(|| path.get(1..).unwrap_or(""));
            for (index, step) in steps.strip_suffix('/').unwrap_or(steps).split('/').enumerate() {
                if step.is_empty() {
                    errors.invalid(&at, path, format!("segment[{index}] may not be empty"));
                    continue;
                }
                for fault in formats::dns_subdomain(step) {
                    errors.invalid(&at, path, format!("segment[{index}]: {fault}"));
                }
            }
        }
    }
}
