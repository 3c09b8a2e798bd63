//! When a job has failed, and when it has succeeded, by rules of its author.
//!
//! As upstream: validatePodFailurePolicy and validateSuccessPolicy of pkg/apis/batch/validation.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, int, part, some, text};
use crate::defaults::{each_mut, set_absent};
use crate::formats;

/// A condition's status that is not given is the usual one.
pub(super) fn default(spec: &mut Value) {
    let Some(policy) = spec.get_mut("podFailurePolicy") else { return };
    each_mut(policy, "rules", |rule| {
        each_mut(rule, "onPodConditions", |pattern| set_absent(pattern, "status", "True"));
    });
}

fn omitted(at: &Path<'_>, detail: &str) -> FieldError {
    let mut error = FieldError::invalid(at, Value::Null, detail);
    error.value = None;
    error
}

pub(super) fn failure(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(policy) = some(spec, "podFailurePolicy") else { return };
    let at = at.child("podFailurePolicy");
    errors.too_many(policy, "rules", &at, 20);
    each(policy, "rules", &at, |_, rule, at| {
        match text(rule, "action") {
            "" => {
                errors.required(&at.child("action"), "valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]")
            }
            "FailIndex" if some(spec, "backoffLimitPerIndex").is_none() => {
                errors.invalid(&at.child("action"), "FailIndex", "requires the backoffLimitPerIndex to be set");
            }
            _ => errors.one_of(rule, "action", at, &["Count", "FailIndex", "FailJob", "Ignore"]),
        }
        let conditions = !rule.items(&["onPodConditions"]).is_empty();
        if let Some(codes) = some(rule, "onExitCodes") {
            exit_codes(codes, spec, &at.child("onExitCodes"), errors);
        }
        errors.too_many(rule, "onPodConditions", at, 20);
        each(rule, "onPodConditions", at, |_, pattern, at| {
            errors.form(&at.child("type"), text(pattern, "type"), formats::qualified_name);
            match text(pattern, "status") {
                "" => errors.required(&at.child("status"), "valid values: [\"False\" \"True\" \"Unknown\"]"),
                _ => errors.one_of(pattern, "status", at, &["False", "True", "Unknown"]),
            }
        });
        match (some(rule, "onExitCodes").is_some(), conditions) {
            (true, true) => {
                errors.push(omitted(at, "specifying both OnExitCodes and OnPodConditions is not supported"));
            }
            (false, false) => {
                errors.push(omitted(at, "specifying one of OnExitCodes and OnPodConditions is required"));
            }
            _ => {}
        }
    });
}

fn exit_codes(codes: &Value, spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let operator = text(codes, "operator");
    match operator {
        "" => errors.required(&at.child("operator"), "valid values: [\"In\" \"NotIn\"]"),
        _ => errors.one_of(codes, "operator", at, &["In", "NotIn"]),
    }
    if let Some(name) = some(codes, "containerName").and_then(Value::as_str) {
        let known = ["containers", "initContainers"]
            .iter()
            .flat_map(|list| spec.items(&["template", "spec", list]))
            .any(|container| text(container, "name") == name);
        if !known {
            errors.invalid(
                &at.child("containerName"),
                name,
                "must be one of the container or initContainer names in the pod template",
            );
        }
    }
    let values: Vec<i64> = codes.items(&["values"]).iter().filter_map(Value::as_int).collect();
    let list = at.child("values");
    let shown = || codes.get("values").cloned().unwrap_or(Value::List(Default::default()));
    if values.is_empty() {
        errors.invalid(&list, shown(), "at least one value is required");
    }
    errors.too_many(codes, "values", at, 255);
    for (index, code) in values.iter().enumerate() {
        if operator == "In" && *code == 0 {
            errors.invalid(&list.index(index), 0i64, "must not be 0 for the In operator");
        }
        if values.iter().take(index).any(|other| other == code) {
            errors.duplicate(&list.index(index), *code);
        }
    }
    if !values.is_sorted() {
        errors.invalid(&list, shown(), "must be ordered");
    }
}

pub(super) fn success(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(policy) = some(spec, "successPolicy") else { return };
    let at = at.child("successPolicy");
    if text(spec, "completionMode") != "Indexed" {
        errors.invalid(&at, policy.clone(), "requires indexed completion mode");
        return;
    }
    if policy.items(&["rules"]).is_empty() {
        errors.required(&at.child("rules"), "at least one rules must be specified when the successPolicy is specified");
    }
    errors.too_many(policy, "rules", &at, 20);
    let completions = int(spec, "completions");
    each(policy, "rules", &at, |_, rule, at| {
        let indexes = some(rule, "succeededIndexes").and_then(Value::as_str);
        let count = part(rule, "succeededCount").as_int();
        if indexes.is_none() && count.is_none() {
            errors.required(at, "at least one of succeededCount or succeededIndexes must be specified");
        }
        let mut total = None;
        if let Some(indexes) = indexes {
            let at = at.child("succeededIndexes");
            if indexes.len() > 64 * 1024 {
                errors.push(FieldError::too_long(&at, 64 * 1024));
            }
            match parse_indexes(indexes, completions) {
                Ok(found) => total = Some(found),
                Err(fault) => errors.invalid(&at, indexes, format!("error parsing succeededIndexes: {fault}")),
            }
        }
        if let Some(count) = count {
            errors.non_negative(rule, "succeededCount", at);
            let at = at.child("succeededCount");
            if count > completions {
                errors.invalid(
                    &at,
                    count,
                    format!("must be less than or equal to {completions} (the number of specified completions)"),
                );
            }
            if let Some(total) = total.filter(|total| count > *total) {
                errors.invalid(
                    &at,
                    count,
                    format!(
                        "must be less than or equal to {total} \
                         (the number of indexes in the specified succeededIndexes field)"
                    ),
                );
            }
        }
    });
}

/// How many indexes `1,3-5,7` names.
fn parse_indexes(text: &str, completions: i64) -> Result<i64, String> {
    let mut last: Option<i64> = None;
    let mut total = 0;
    if text.is_empty() {
        return Ok(0);
    }
    for interval in text.split(',') {
        let (low, high) = interval.split_once('-').unwrap_or((interval, interval));
        let number = |text: &str| {
            text.parse::<i64>().map_err(|_| format!("cannot convert string to integer for index: {text:?}"))
        };
        let (low, high) = (number(low)?, number(high)?);
        if let Some(last) = last.filter(|last| *last >= low) {
            return Err(format!("non-increasing order, previous: {last}, current: {low}"));
        }
        if low > high {
            return Err(format!("non-increasing order, previous: {low}, current: {high}"));
        }
        if high >= completions {
            return Err(format!("too large index: {:?}", high.to_string()));
        }
        total += high - low + 1;
        last = Some(high);
    }
    Ok(total)
}
