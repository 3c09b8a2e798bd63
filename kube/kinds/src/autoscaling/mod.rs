//! HorizontalPodAutoscaler, stored as autoscaling/v2 and also served as autoscaling/v1.
//!
//! As upstream: pkg/apis/autoscaling (v2/defaults, validation), pkg/registry/autoscaling, printers.

mod targets;
mod v1;

use kube_api::field::{ErrorList, Path};
use kube_api::value::{Object, Value};

use crate::check::{Faults, each, int, part, quantity, some, text};
use crate::core::pod::resources;
use crate::defaults::set_absent;
use crate::formats;
use crate::hooks::{Column, Done, Hooks, Row, Strategy, Subresource, Version};
use crate::print;

pub(crate) static ROWS: &[Row] = &[AUTOSCALER];

/// What is aimed at when no metric is named.
const CPU_PERCENT: i64 = 80;

const AUTOSCALER: Row = Row {
    group: "autoscaling",
    kind: "HorizontalPodAutoscaler",
    hooks: Hooks {
        default,
        // The kind has a status without a generation.
        strategy: Strategy { reset: &[&["status"]], ..Strategy::PLAIN },
        validate_create: |new| validate(new, None),
        validate_update: |new, old| validate(new, Some(old)),
        subresources: &[Subresource {
            validate: |new, _| {
                let mut errors = ErrorList::new();
                for name in ["currentReplicas", "desiredReplicas"] {
                    errors.non_negative(part(new, "status"), name, &Path::new("status"));
                }
                errors
            },
            ..Subresource::STATUS
        }],
        columns: &[
            Column::NAME,
            Column::text("Reference"),
            Column::text("Targets"),
            Column::text("MinPods"),
            Column::text("MaxPods"),
            Column::text("Replicas"),
            Column::AGE,
        ],
        cells: |object, print| {
            let (spec, status) = (part(object, "spec"), part(object, "status"));
            let target = part(spec, "scaleTargetRef");
            let least = some(spec, "minReplicas").and_then(Value::as_int);
            vec![
                print::name(object),
                format!("{}/{}", text(target, "kind"), text(target, "name")).into(),
                targets::shown(spec.items(&["metrics"]), status.items(&["currentMetrics"])).into(),
                least.map_or(print::UNSET.to_owned(), |least| least.to_string()).into(),
                int(spec, "maxReplicas").to_string().into(),
                int(status, "currentReplicas").to_string().into(),
                print::age(object, print),
            ]
        },
        versions: &[Version {
            group: "autoscaling",
            version: "v1",
            default: |object| {
                if let Some(spec) = object.get_mut("spec") {
                    set_absent(spec, "minReplicas", 1i64);
                }
            },
            to_storage: v1::to_storage,
            from_storage: v1::from_storage,
        }],
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

/// The metric that stands when none is named.
pub(super) fn cpu(percent: i64) -> Value {
    let target = Object::from_iter([("type", Value::from("Utilization")), ("averageUtilization", percent.into())]);
    let resource = Object::from_iter([("name", Value::from("cpu")), ("target", Value::Object(target))]);
    Value::Object(Object::from_iter([("type", Value::from("Resource")), ("resource", Value::Object(resource))]))
}

fn default(object: &mut Value) {
    let Some(spec) = object.get_mut("spec") else { return };
    set_absent(spec, "minReplicas", 1i64);
    if spec.items(&["metrics"]).is_empty() {
        spec.set("metrics", Value::from(vec![cpu(CPU_PERCENT)]));
    }
    let Some(behavior) = spec.get_mut("behavior").filter(|behavior| !behavior.is_null()) else { return };
    let policy = |kind: &str, value: i64| {
        let fields = [("type", Value::from(kind)), ("value", value.into()), ("periodSeconds", 15i64.into())];
        Value::Object(Object::from_iter(fields))
    };
    for (name, policies) in
        [("scaleUp", vec![policy("Pods", 4), policy("Percent", 100)]), ("scaleDown", vec![policy("Percent", 100)])]
    {
        set_absent(behavior, name, Value::Object(Object::new()));
        let Some(rules) = behavior.get_mut(name) else { continue };
        if name == "scaleUp" {
            set_absent(rules, "stabilizationWindowSeconds", 0i64);
        }
        set_absent(rules, "selectPolicy", "Max");
        set_absent(rules, "policies", Value::from(policies));
    }
}

fn validate(new: &Value, old: Option<&Value>) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(new, "spec");
    let old_spec = old.map(|old| part(old, "spec"));
    let least = some(spec, "minReplicas").and_then(Value::as_int);
    let most = int(spec, "maxReplicas");
    // Scaling to zero is behind a gate; who has it keeps it.
    let bound = i64::from(old_spec.and_then(|old| old.int(&["minReplicas"])) != Some(0));
    if let Some(least) = least.filter(|least| *least < bound) {
        errors.invalid(&at.child("minReplicas"), least, format!("must be greater than or equal to {bound}"));
    }
    if most == 0 {
        errors.required(&at.child("maxReplicas"), "must be set and greater than 0");
    } else if most < 0 {
        errors.invalid(&at.child("maxReplicas"), most, "must be greater than or equal to 1");
    }
    if least.is_some_and(|least| most < least) {
        errors.invalid(&at.child("maxReplicas"), most, "must be greater than or equal to `minReplicas`");
    }
    let target = part(spec, "scaleTargetRef");
    let old_target = old_spec.map(|old| part(old, "scaleTargetRef"));
    let same = old_target.is_some_and(|old| {
        text(old, "apiVersion") == text(target, "apiVersion") && text(old, "kind") == text(target, "kind")
    });
    let group = match () {
        () if same => Group::Unchecked,
        () if text(target, "kind") == "ReplicationController" => Group::AnyOrCore,
        () => Group::Named,
    };
    reference(target, group, &at.child("scaleTargetRef"), &mut errors);
    metrics(spec, old_spec, &at, &mut errors);
    if let Some(behavior) = some(spec, "behavior") {
        for name in ["scaleUp", "scaleDown"] {
            if let Some(rules) = some(behavior, name) {
                scaling(rules, &at.child("behavior").child(name), &mut errors);
            }
        }
    }
    errors
}

/// What an apiVersion must say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Unchecked,
    AnyOrCore,
    Named,
}

fn version_fault(version: &str, group: Group) -> Option<String> {
    match version.matches('/').count() {
        _ if group == Group::Unchecked => None,
        0 if group == Group::Named => Some("apiVersion must specify API group".to_owned()),
        1 if group == Group::Named && version.starts_with('/') => Some("apiVersion must specify API group".to_owned()),
        0 | 1 => None,
        _ => Some(format!("unexpected GroupVersion string: {version}")),
    }
}

fn reference(target: &Value, group: Group, at: &Path<'_>, errors: &mut ErrorList) {
    errors.named(target, "kind", at, formats::path_segment);
    errors.named(target, "name", at, formats::path_segment);
    let version = text(target, "apiVersion");
    if let Some(fault) = version_fault(version, group) {
        errors.invalid(&at.child("apiVersion"), version, fault);
    }
}

/// Sources by the word of `type`, and the field of each, in the order in which upstream looks.
const SOURCES: [(&str, &str); 5] = [
    ("Object", "object"),
    ("External", "external"),
    ("Pods", "pods"),
    ("Resource", "resource"),
    ("ContainerResource", "containerResource"),
];
const SOURCE_WORDS: [&str; 5] = ["ContainerResource", "External", "Object", "Pods", "Resource"];

fn metrics(spec: &Value, old: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    let was_bad = old.is_some_and(|old| {
        old.items(&["metrics"])
            .iter()
            .filter_map(|metric| metric.text(&["object", "describedObject", "apiVersion"]))
            .any(|version| version_fault(version, Group::AnyOrCore).is_some())
    });
    let group = if was_bad { Group::Unchecked } else { Group::AnyOrCore };
    each(spec, "metrics", at, |_, metric, at| {
        let kind = text(metric, "type");
        if kind.is_empty() {
            errors.required(&at.child("type"), "must specify a metric source type");
        }
        let expected = SOURCES.iter().find(|(word, _)| *word == kind).map(|(_, field)| *field);
        if expected.is_none() {
            errors.not_supported(&at.child("type"), kind, &SOURCE_WORDS);
        }
        let present: Vec<&str> =
            SOURCES.iter().map(|(_, field)| *field).filter(|field| some(metric, field).is_some()).collect();
        if let Some((field, found)) = present.first().and_then(|field| Some((*field, some(metric, field)?))) {
            source(field, found, group, &at.child(field), errors);
        }
        match expected {
            Some(field) if !present.contains(&field) => {
                errors.required(&at.child(field), "must populate information for the given metric source");
            }
            Some(_) => {}
            None => errors.not_supported(&at.child("type"), kind, &SOURCE_WORDS),
        }
        if present.len() != 1 {
            for field in present.iter().filter(|field| Some(**field) != expected) {
                errors.forbidden(&at.child(field), "must populate the given metric source only");
            }
        }
    });
    let outside = |metric: &Value| ["Object", "External"].contains(&text(metric, "type"));
    if spec.int(&["minReplicas"]) == Some(0) && !spec.items(&["metrics"]).iter().any(outside) {
        errors.forbidden(
            &at.child("metrics"),
            "must specify at least one Object or External metric to support scaling to zero replicas",
        );
    }
}

/// One source; `name` is its field.
fn source(name: &str, source: &Value, group: Group, at: &Path<'_>, errors: &mut ErrorList) {
    let aim = part(source, "target");
    let under = at.child("target");
    let has = |field: &str| some(aim, field).is_some();
    match name {
        "object" | "external" | "pods" => {
            if name == "object" {
                reference(part(source, "describedObject"), group, &at.child("describedObject"), errors);
            }
            let metric = part(source, "metric");
            match text(metric, "name") {
                "" => errors.required(&at.child("metric").child("name"), "must specify a metric name"),
                found => errors.form(&at.child("metric").child("name"), found, formats::path_segment),
            }
        }
        "containerResource" => {
            match text(source, "name") {
                "" => errors.required(&at.child("name"), "must specify a resource name"),
                found => resources::container_resource_name(found, &at.child("name"), errors),
            }
            match text(source, "container") {
                "" => errors.required(&at.child("container"), "must specify a container"),
                found => errors.form(&at.child("container"), found, formats::dns_label),
            }
        }
        _ => {
            if text(source, "name").is_empty() {
                errors.required(&at.child("name"), "must specify a resource name");
            }
        }
    }
    target(aim, &under, errors);
    let average = under.child("averageValue");
    match name {
        "object" if !has("value") && !has("averageValue") => {
            errors.required(&average, "must set either a target value or averageValue");
        }
        "external" if !has("value") && !has("averageValue") => {
            errors.required(&average, "must set either a target value for metric or a per-pod target");
        }
        "external" if has("value") && has("averageValue") => {
            errors.forbidden(&under.child("value"), "may not set both a target value for metric and a per-pod target");
        }
        "pods" if !has("averageValue") => errors.required(&average, "must specify a positive target averageValue"),
        "resource" | "containerResource" => match (has("averageUtilization"), has("averageValue")) {
            (false, false) => errors.required(
                &under.child("averageUtilization"),
                "must set either a target raw value or a target utilization",
            ),
            (true, true) => errors.forbidden(&average, "may not set both a target raw value and a target utilization"),
            _ => {}
        },
        _ => {}
    }
}

fn target(aim: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let kind = text(aim, "type");
    if kind.is_empty() {
        errors.required(&at.child("type"), "must specify a metric target type");
    }
    if !["Utilization", "Value", "AverageValue"].contains(&kind) {
        errors.invalid(&at.child("type"), kind, "must be either Utilization, Value, or AverageValue");
    }
    for name in ["value", "averageValue"] {
        if let Some(found) = some(aim, name).filter(|found| quantity(found).is_zero() || quantity(found).is_negative())
        {
            errors.invalid(&at.child(name), found.clone(), "must be positive");
        }
    }
    errors.positive(aim, "averageUtilization", at);
}

const LONGEST_WINDOW: i64 = 3600;
const LONGEST_PERIOD: i64 = 1800;

fn scaling(rules: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let window = int(rules, "stabilizationWindowSeconds");
    let window_at = at.child("stabilizationWindowSeconds");
    if window < 0 {
        errors.invalid(&window_at, window, "must be greater than or equal to zero");
    }
    if window > LONGEST_WINDOW {
        errors.invalid(&window_at, window, format!("must be less than or equal to {LONGEST_WINDOW}"));
    }
    errors.one_of(rules, "selectPolicy", at, &["Disabled", "Max", "Min"]);
    if rules.items(&["policies"]).is_empty() {
        errors.required(&at.child("policies"), "must specify at least one Policy");
    }
    each(rules, "policies", at, |_, policy, at| {
        let kind = text(policy, "type");
        if !["Percent", "Pods"].contains(&kind) {
            errors.not_supported(&at.child("type"), kind, &["Percent", "Pods"]);
        }
        for name in ["value", "periodSeconds"] {
            if int(policy, name) <= 0 {
                errors.invalid(&at.child(name), int(policy, name), "must be greater than zero");
            }
        }
        let period = int(policy, "periodSeconds");
        if period > LONGEST_PERIOD {
            errors.invalid(
                &at.child("periodSeconds"),
                period,
                format!("must be less than or equal to {LONGEST_PERIOD}"),
            );
        }
    });
    if let Some(tolerance) = some(rules, "tolerance").filter(|found| quantity(found).is_negative()) {
        errors.invalid(&at.child("tolerance"), tolerance.clone(), crate::check::NEGATIVE);
    }
}
