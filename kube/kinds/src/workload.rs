//! What the kinds that make pods from a template share: the template's fit to the selector, and counts in a status.
//!
//! As upstream: pkg/apis/apps/validation, ValidatePodTemplateSpecForRC of pkg/apis/core/validation.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, NEGATIVE, int, label_selector, matches, part, selects_all, some, text};
use crate::core::pod::{spec as pod_spec, spec_warnings};
use crate::formats;

/// The selector of a workload and the template it must fit.
pub(crate) fn selector_and_template(spec: &Value, kind: &str, at: &Path<'_>, errors: &mut ErrorList) {
    match some(spec, "selector") {
        None => errors.required(&at.child("selector"), ""),
        Some(selector) => {
            label_selector(Some(selector), &at.child("selector"), errors);
            if selects_all(selector) {
                errors.invalid(
                    &at.child("selector"),
                    selector.clone(),
                    format!("empty selector is invalid for {kind}"),
                );
            }
        }
    }
    fit(spec, at, errors);
}

/// The template's labels must be among what the selector takes.
pub(crate) fn fit(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let labels = spec.pointer(&["template", "metadata", "labels"]);
    let Some(selector) = some(spec, "selector").filter(|selector| !selects_all(selector)) else { return };
    if !matches(selector, labels) {
        let template = at.child("template");
        let meta = template.child("metadata");
        errors.invalid(
            &meta.child("labels"),
            labels.cloned().unwrap_or_default(),
            "`selector` does not match template `labels`",
        );
    }
}

/// The template itself; pods of these kinds run for ever.
pub(crate) fn endless_template(template: &Value, kind: &str, at: &Path<'_>, errors: &mut ErrorList) {
    pod_spec::template(template, at, errors);
    let at = at.child("spec");
    let spec = part(template, "spec");
    let policy = text(spec, "restartPolicy");
    if policy != "Always" {
        errors.not_supported(&at.child("restartPolicy"), policy, &["Always"]);
    }
    if some(spec, "activeDeadlineSeconds").is_some() {
        errors
            .forbidden(&at.child("activeDeadlineSeconds"), format!("activeDeadlineSeconds in {kind} is not Supported"));
    }
}

/// Counts that must not be below zero.
pub(crate) fn counts(owner: &Value, names: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    for name in names {
        errors.non_negative(owner, name, at);
    }
}

/// One count that must not exceed another.
pub(crate) fn at_most(status: &Value, name: &str, most: &str, shown: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let found = int(status, name);
    if found > int(status, most) {
        errors.invalid(&at.child(name), found, format!("cannot be greater than {shown}"));
    }
}

/// A counter of collisions only rises.
pub(crate) fn collisions(new: &Value, old: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let of = |object: &Value| int(part(object, "status"), "collisionCount");
    if of(new) < of(old) {
        errors.invalid(&at.child("collisionCount"), of(new), "cannot be decremented");
    }
}

/// A number, or a percentage of something.
pub(crate) fn int_or_percent(value: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    match value {
        Some(Value::String(percent)) => {
            for fault in formats::percent(percent) {
                errors.invalid(at, percent.as_str(), fault);
            }
        }
        number => {
            let number = number.and_then(Value::as_int).unwrap_or(0);
            if number < 0 {
                errors.invalid(at, number, NEGATIVE);
            }
        }
    }
}

/// Its size, whichever form it has.
pub(crate) fn size(value: Option<&Value>) -> i64 {
    match value {
        Some(Value::String(percent)) => percent.strip_suffix('%').and_then(|n| n.parse().ok()).unwrap_or(0),
        other => other.and_then(Value::as_int).unwrap_or(0),
    }
}

/// No part is more than the whole.
pub(crate) fn at_most_all(value: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    if let Some(percent) = value.and_then(Value::as_str)
        && formats::percent(percent).is_empty()
        && size(value) > 100
    {
        errors.invalid(at, percent, "must not be greater than 100%");
    }
}

/// Warnings about the template of a workload.
pub(crate) fn template_warnings(new: &Value, old: Option<&Value>) -> Vec<String> {
    let template = |object: &Value| object.pointer(&["spec", "template"]).cloned();
    if old.is_some_and(|old| template(old) == template(new)) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let spec = Path::new("spec");
    let at = spec.child("template");
    spec_warnings(part(part(part(new, "spec"), "template"), "spec"), &at.child("spec"), &mut out);
    out
}
