//! Small kinds around scheduling: PodDisruptionBudget, PriorityClass, RuntimeClass, Lease.
//!
//! As upstream: pkg/apis/{policy,scheduling,node,coordination} (defaults, validation), pkg/registry, printers.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::{Object, Value};

use crate::check::{Faults, each, int, label_selector, part, some, text};
use crate::core::pod::resources;
use crate::core::pod::scheduling::tolerations;
use crate::defaults::set_absent;
use crate::formats;
use crate::hooks::{Column, Done, Extent, Hooks, Row, Strategy, Subresource};
use crate::metadata;
use crate::print;
use crate::workload::{at_most_all, counts, int_or_percent};

pub(crate) static ROWS: &[Row] = &[BUDGET, PRIORITY_CLASS, RUNTIME_CLASS, LEASE];

const BUDGET: Row = Row {
    group: "policy",
    kind: "PodDisruptionBudget",
    hooks: Hooks {
        strategy: Strategy { unconditional_update: false, ..Strategy::WITH_STATUS },
        validate_create: budget,
        validate_update: |new, _| budget(new),
        subresources: &[Subresource { validate: budget_status, ..Subresource::STATUS }],
        columns: &[
            Column::NAME,
            Column::text("Min Available"),
            Column::text("Max Unavailable"),
            Column::integer("Allowed Disruptions"),
            Column::AGE,
        ],
        cells: |object, print| {
            let (spec, status) = (part(object, "spec"), part(object, "status"));
            let shown = |name: &str| match some(spec, name) {
                Some(Value::Int(number)) => Value::from(number.to_string()),
                Some(other) => other.clone(),
                None => "N/A".into(),
            };
            vec![
                print::name(object),
                shown("minAvailable"),
                shown("maxUnavailable"),
                int(status, "disruptionsAllowed").into(),
                print::age(object, print),
            ]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn budget(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    let (least, most) = (some(spec, "minAvailable"), some(spec, "maxUnavailable"));
    if least.is_some() && most.is_some() {
        errors.invalid(&at, spec.clone(), "minAvailable and maxUnavailable cannot be both set");
    }
    for (name, found) in [("minAvailable", least), ("maxUnavailable", most)] {
        if found.is_some() {
            int_or_percent(found, &at.child(name), &mut errors);
            at_most_all(found, &at.child(name), &mut errors);
        }
    }
    label_selector(some(spec, "selector"), &at.child("selector"), &mut errors);
    errors.one_of(spec, "unhealthyPodEvictionPolicy", &at, &["AlwaysAllow", "IfHealthyBudget"]);
    errors
}

fn budget_status(new: &Value, _: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let status = part(new, "status");
    conditions(status, &at, &mut errors);
    counts(status, &["disruptionsAllowed", "currentHealthy", "desiredHealthy", "expectedPods"], &at, &mut errors);
    errors
}

/// Conditions of the common form.
pub(crate) fn conditions(status: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let mut kinds: Vec<String> = Vec::new();
    each(status, "conditions", at, |_, condition, at| {
        let kind = text(condition, "type");
        if kinds.iter().any(|other| other == kind) {
            errors.duplicate(&at.child("type"), kind);
        }
        kinds.push(kind.to_owned());
        metadata::label_name(kind, &at.child("type"), errors);
        let state = text(condition, "status");
        if !["False", "True", "Unknown"].contains(&state) {
            errors.not_supported(&at.child("status"), state, &["False", "True", "Unknown"]);
        }
        let seen = int(condition, "observedGeneration");
        if seen < 0 {
            errors.invalid(&at.child("observedGeneration"), seen, "must be greater than or equal to zero");
        }
        if text(condition, "lastTransitionTime").is_empty() {
            errors.required(&at.child("lastTransitionTime"), "must be set");
        }
        if text(condition, "reason").is_empty() {
            errors.required(&at.child("reason"), "must be set");
        }
        if text(condition, "reason").len() > 1024 {
            errors.push(FieldError::too_long(&at.child("reason"), 1024));
        }
        if text(condition, "message").len() > 32 * 1024 {
            errors.push(FieldError::too_long(&at.child("message"), 32 * 1024));
        }
    });
}

const PRIORITY_CLASS: Row = Row {
    group: "scheduling.k8s.io",
    kind: "PriorityClass",
    hooks: Hooks {
        default: |class| set_absent(class, "preemptionPolicy", "PreemptLowerPriority"),
        strategy: Strategy {
            prepare_create: |class, _| class.set_pointer(&["metadata", "generation"], 1i64),
            ..Strategy::PLAIN
        },
        validate_create: priority_class,
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            if int(new, "value") != int(old, "value") {
                errors.forbidden(&Path::new("value"), "may not be changed in an update.");
            }
            errors.immutable(new, old, "preemptionPolicy", &Path::ROOT);
            errors
        },
        columns: &[
            Column::NAME,
            Column::integer("Value"),
            Column::boolean("Global-Default"),
            Column::AGE,
            Column::text("PreemptionPolicy"),
        ],
        cells: |class, print| {
            vec![
                print::name(class),
                int(class, "value").into(),
                class.flag(&["globalDefault"]).into(),
                print::age(class, print),
                text(class, "preemptionPolicy").into(),
            ]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

/// Classes of the system, with their values.
const SYSTEM: [(&str, i64); 2] = [("system-node-critical", 2_000_001_000), ("system-cluster-critical", 2_000_000_000)];
const USER_MAX: i64 = 1_000_000_000;

fn priority_class(class: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let name = class.text(&["metadata", "name"]).unwrap_or("");
    let value = int(class, "value");
    if name.starts_with("system-") {
        let fault = match SYSTEM.iter().find(|(known, _)| *known == name) {
            None => Some(format!("{name} is not a known system priority class")),
            Some((_, right)) if *right != value => Some(format!("value of {name} PriorityClass must be {right}")),
            Some(_) if class.flag(&["globalDefault"]) => {
                Some(format!("globalDefault of {name} PriorityClass must be false"))
            }
            Some(_) => None,
        };
        if let Some(fault) = fault {
            errors.forbidden(
                &Path::new("metadata").child("name"),
                format!("priority class names with 'system-' prefix are reserved for system use only. error: {fault}"),
            );
        }
    } else if value > USER_MAX {
        errors
            .forbidden(&Path::new("value"), format!("maximum allowed value of a user defined priority is {USER_MAX}"));
    }
    if some(class, "preemptionPolicy").is_some() {
        errors.required_one_of(class, "preemptionPolicy", &Path::ROOT, &["PreemptLowerPriority", "Never"]);
    }
    errors
}

const RUNTIME_CLASS: Row = Row {
    group: "node.k8s.io",
    kind: "RuntimeClass",
    hooks: Hooks {
        validate_create: runtime_class,
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            errors.immutable(new, old, "handler", &Path::ROOT);
            errors
        },
        columns: &[Column::NAME, Column::text("Handler"), Column::AGE],
        cells: |class, print| vec![print::name(class), text(class, "handler").into(), print::age(class, print)],
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn runtime_class(class: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    errors.named(class, "handler", &Path::ROOT, formats::dns_label);
    if let Some(fixed) = class.pointer(&["overhead", "podFixed"]) {
        let limits = Value::Object(Object::from_iter([("limits", fixed.clone())]));
        resources::container(&limits, &[], &Path::new("overhead"), &mut errors);
    }
    if let Some(scheduling) = some(class, "scheduling") {
        let at = Path::new("scheduling");
        metadata::labels(scheduling.get("nodeSelector"), &at.child("nodeSelector"), &mut errors);
        tolerations(scheduling, &at, &mut errors);
        let mut seen: Vec<Value> = Vec::new();
        each(scheduling, "tolerations", &at, |_, item, at| {
            let mut key = item.clone();
            key.remove("tolerationSeconds");
            if seen.contains(&key) {
                errors.duplicate(at, item.clone());
            }
            seen.push(key);
        });
    }
    errors
}

const LEASE: Row = Row {
    group: "coordination.k8s.io",
    kind: "Lease",
    hooks: Hooks {
        strategy: Strategy { create_on_update: true, unconditional_update: false, ..Strategy::PLAIN },
        validate_create: lease,
        validate_update: |new, _| lease(new),
        columns: &[Column::NAME, Column::text("Holder"), Column::AGE],
        cells: |object, print| {
            vec![print::name(object), text(part(object, "spec"), "holderIdentity").into(), print::age(object, print)]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn lease(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    errors.positive(spec, "leaseDurationSeconds", &at);
    errors.non_negative(spec, "leaseTransitions", &at);
    let strategy = text(spec, "strategy");
    if !strategy.is_empty() && strategy != "OldestEmulationVersion" && !strategy.contains('/') {
        errors.not_supported(&at.child("strategy"), strategy, &["OldestEmulationVersion"]);
    }
    if !text(spec, "preferredHolder").is_empty() && strategy.is_empty() {
        errors.forbidden(&at.child("preferredHolder"), "may only be specified if `strategy` is defined");
    }
    errors
}
