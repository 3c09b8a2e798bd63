//! Where a pod may run: affinity, tolerations, spread, gates, node selectors.
//!
//! As upstream: validateAffinity, ValidateTolerations, validateTopologySpreadConstraints of pkg/apis/core/validation.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, NOT_POSITIVE, each, int, label_selector, part, some, text, texts};
use crate::formats;
use crate::metadata::label_name;

/// Node, pod and anti-affinity.
pub(super) fn affinity(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(affinity) = some(spec, "affinity") else { return };
    let at = at.child("affinity");
    if let Some(node) = some(affinity, "nodeAffinity") {
        let at = at.child("nodeAffinity");
        if let Some(selector) = some(node, REQUIRED) {
            node_selector(selector, &at.child(REQUIRED), errors);
        }
        each(node, PREFERRED, &at, |_, term, at| {
            weight(term, at, errors);
            node_selector_term(part(term, "preference"), Values::Any, &at.child("preference"), errors);
        });
    }
    for name in ["podAffinity", "podAntiAffinity"] {
        let Some(pods) = some(affinity, name) else { continue };
        let at = at.child(name);
        each(pods, REQUIRED, &at, |_, term, at| pod_term(term, at, errors));
        each(pods, PREFERRED, &at, |_, term, at| {
            weight(term, at, errors);
            pod_term(part(term, "podAffinityTerm"), &at.child("podAffinityTerm"), errors);
        });
    }
}

const REQUIRED: &str = "requiredDuringSchedulingIgnoredDuringExecution";
const PREFERRED: &str = "preferredDuringSchedulingIgnoredDuringExecution";

fn weight(term: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let weight = int(term, "weight");
    if !(1..=100).contains(&weight) {
        errors.invalid(&at.child("weight"), weight, "must be in the range 1-100");
    }
}

/// Whether values of expressions must be values of labels.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Values {
    OfLabels,
    Any,
}

/// A selector of nodes by terms.
pub(crate) fn node_selector(selector: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    if selector.items(&["nodeSelectorTerms"]).is_empty() {
        errors.required(&at.child("nodeSelectorTerms"), "must have at least one node selector term");
    }
    each(selector, "nodeSelectorTerms", at, |_, term, at| node_selector_term(term, Values::OfLabels, at, errors));
}

fn node_selector_term(term: &Value, values: Values, at: &Path<'_>, errors: &mut ErrorList) {
    each(term, "matchExpressions", at, |_, item, at| {
        let given = item.items(&["values"]);
        match text(item, "operator") {
            "In" | "NotIn" if given.is_empty() => {
                errors.required(&at.child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
            }
            "Exists" | "DoesNotExist" if !given.is_empty() => errors
                .forbidden(&at.child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"),
            "Gt" | "Lt" if given.len() != 1 => {
                errors.required(&at.child("values"), "must be specified single value when `operator` is 'Lt' or 'Gt'")
            }
            "In" | "NotIn" | "Exists" | "DoesNotExist" | "Gt" | "Lt" => {}
            other => errors.invalid(&at.child("operator"), other, "not a valid selector operator"),
        }
        label_name(text(item, "key"), &at.child("key"), errors);
        if values == Values::OfLabels {
            each(item, "values", at, |_, value, at| {
                errors.form(at, value.as_str().unwrap_or(""), formats::label_value);
            });
        }
    });
    each(term, "matchFields", at, |_, item, at| {
        match text(item, "operator") {
            "In" | "NotIn" => {
                if item.items(&["values"]).len() != 1 {
                    errors.required(
                        &at.child("values"),
                        "must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
                    );
                }
            }
            other => errors.invalid(&at.child("operator"), other, "not a valid selector operator"),
        }
        match text(item, "key") {
            "metadata.name" => each(item, "values", at, |_, value, at| {
                errors.form(at, value.as_str().unwrap_or(""), formats::dns_subdomain);
            }),
            other => errors.invalid(&at.child("key"), other, "not a valid field selector key"),
        }
    });
}

fn pod_term(term: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    for name in ["labelSelector", "namespaceSelector"] {
        label_selector(some(term, name), &at.child(name), errors);
    }
    for namespace in texts(term, "namespaces") {
        errors.form(&at.child("namespace"), namespace, formats::dns_label);
    }
    label_keys(term, at, errors);
    let key = text(term, "topologyKey");
    if key.is_empty() {
        errors.required(&at.child("topologyKey"), "can not be empty");
    }
    label_name(key, &at.child("topologyKey"), errors);
}

/// `matchLabelKeys` and `mismatchLabelKeys` beside a label selector.
fn label_keys(term: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let selector = some(term, "labelSelector");
    for name in ["matchLabelKeys", "mismatchLabelKeys"] {
        if term.items(&[name]).is_empty() {
            continue;
        }
        if selector.is_none() {
            errors.forbidden(&at.child(name), "must not be specified when labelSelector is not set");
            continue;
        }
        each(term, name, at, |_, key, at| label_name(key.as_str().unwrap_or(""), at, errors));
    }
    let (keys, others) = (texts(term, "matchLabelKeys"), texts(term, "mismatchLabelKeys"));
    if let Some(selector) = selector {
        let mut seen: Vec<&str> = selector
            .get("matchLabels")
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(|labels| labels.keys())
            .map(|key| key.as_str())
            .collect();
        for item in selector.items(&["matchExpressions"]) {
            let key = text(item, "key");
            if let Some(index) = keys.iter().position(|other| *other == key)
                && seen.contains(&key)
            {
                errors.invalid(&at.index(index), key, "exists in both matchLabelKeys and labelSelector");
            }
            seen.push(key);
        }
    }
    let list = at.child("matchLabelKeys");
    for (index, key) in keys.iter().enumerate().filter(|(_, key)| others.contains(key)) {
        errors.invalid(&list.index(index), *key, "exists in both matchLabelKeys and mismatchLabelKeys");
    }
}

/// What taints a pod bears.
pub(crate) fn tolerations(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    each(spec, "tolerations", at, |_, item, at| {
        let (key, operator) = (text(item, "key"), text(item, "operator"));
        let (value, effect) = (text(item, "value"), text(item, "effect"));
        if !key.is_empty() {
            label_name(key, &at.child("key"), errors);
        }
        if key.is_empty() && operator != "Exists" {
            errors.invalid(
                &at.child("operator"),
                operator,
                "operator must be Exists when `key` is empty, which means \"match all values and all keys\"",
            );
        }
        if some(item, "tolerationSeconds").is_some() && effect != "NoExecute" {
            errors.invalid(&at.child("effect"), effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }
        match operator {
            "Equal" | "" => {
                let faults = formats::label_value(value);
                if !faults.is_empty() {
                    errors.invalid(&at.child("operator"), value, faults.join(";"));
                }
            }
            "Exists" => {
                if !value.is_empty() {
                    errors.invalid(&at.child("operator"), value, "value must be empty when `operator` is 'Exists'");
                }
            }
            // As upstream with its gate for comparison off: the words it knows are named, and refused.
            "Lt" | "Gt" => errors.not_supported(&at.child("operator"), operator, &["Equal", "Exists", "Lt", "Gt"]),
            other => errors.not_supported(&at.child("operator"), other, &["Equal", "Exists"]),
        }
        if !effect.is_empty() {
            errors.one_of(item, "effect", at, EFFECTS);
        }
    });
}

pub(crate) const EFFECTS: &[&str] = &["NoSchedule", "PreferNoSchedule", "NoExecute"];

/// How a pod's replicas spread.
pub(super) fn spread(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let all = spec.items(&["topologySpreadConstraints"]);
    each(spec, "topologySpreadConstraints", at, |index, item, at| {
        let skew = int(item, "maxSkew");
        if skew <= 0 {
            errors.invalid(&at.child("maxSkew"), skew, NOT_POSITIVE);
        }
        let (key, action) = (text(item, "topologyKey"), text(item, "whenUnsatisfiable"));
        if key.is_empty() {
            errors.required(&at.child("topologyKey"), "can not be empty");
        }
        if !["DoNotSchedule", "ScheduleAnyway"].contains(&action) {
            errors.not_supported(&at.child("whenUnsatisfiable"), action, &["DoNotSchedule", "ScheduleAnyway"]);
        }
        let same = |other: &Value| text(other, "topologyKey") == key && text(other, "whenUnsatisfiable") == action;
        if all.iter().skip(index + 1).any(same) {
            errors.duplicate(&at.child("{topologyKey, whenUnsatisfiable}"), format!("{{{key}, {action}}}"));
        }
        if let Some(domains) = item.get("minDomains").and_then(Value::as_int) {
            let at = at.child("minDomains");
            if domains <= 0 {
                errors.invalid(&at, domains, NOT_POSITIVE);
            }
            if action != "DoNotSchedule" {
                errors.invalid(
                    &at,
                    domains,
                    format!("can only use minDomains if whenUnsatisfiable=DoNotSchedule, not {action}"),
                );
            }
        }
        for name in ["nodeAffinityPolicy", "nodeTaintsPolicy"] {
            errors.one_of(item, name, at, &["Honor", "Ignore"]);
        }
        label_keys(item, at, errors);
        label_selector(some(item, "labelSelector"), &at.child("labelSelector"), errors);
    });
}

/// Gates that keep a pod from being scheduled.
pub(super) fn gates(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let mut seen: Vec<String> = Vec::new();
    each(spec, "schedulingGates", at, |_, gate, at| {
        let name = text(gate, "name");
        errors.form(at, name, formats::qualified_name);
        if seen.iter().any(|other| other == name) {
            errors.duplicate(at, name);
        }
        seen.push(name.to_owned());
    });
}
