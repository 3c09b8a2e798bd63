//! Deployments and ReplicaSets.
//!
//! As upstream: pkg/apis/apps (defaults, validation), pkg/registry/apps, printDeployment and printReplicaSet.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, int, part, same, some, text};
use crate::core::pod::defaults as pod_defaults;
use crate::defaults::To::{Empty, Number, Text};
use crate::defaults::{Default, fill};
use crate::hooks::{Column, Done, Generation, Hooks, Metadata, Print, Row, Selectable, Strategy, Subresource};
use crate::print;
use crate::workload::{
    at_most, at_most_all, collisions, counts, endless_template, int_or_percent, selector_and_template, size,
    template_warnings,
};

pub(super) const DEPLOYMENT: Row = Row {
    group: "apps",
    kind: "Deployment",
    hooks: Hooks {
        default: default_deployment,
        strategy: Strategy {
            // As upstream: an annotation may be meant for the controller, so it counts.
            generation: Generation::When(|new, old| {
                let of = |object: &Value| object.pointer(&["metadata", "annotations"]).cloned();
                !same(new.get("spec"), old.get("spec")) || !same(of(new).as_ref(), of(old).as_ref())
            }),
            ..Strategy::WITH_STATUS
        },
        validate_create: |object| deployment(part(object, "spec")),
        validate_update: |new, old| {
            let mut errors = deployment(part(new, "spec"));
            errors.immutable(part(new, "spec"), part(old, "spec"), "selector", &Path::new("spec"));
            errors
        },
        subresources: &[Subresource {
            metadata: Metadata::LabelsKept,
            validate: deployment_status,
            ..Subresource::STATUS
        }],
        warnings: template_warnings,
        columns: &[
            Column::NAME,
            Column::text("Ready"),
            Column::text("Up-to-date"),
            Column::text("Available"),
            Column::AGE,
            Column::wide("Containers"),
            Column::wide("Images"),
            Column::wide("Selector"),
        ],
        cells: deployment_cells,
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

pub(super) const REPLICA_SET: Row = Row {
    group: "apps",
    kind: "ReplicaSet",
    hooks: Hooks {
        default: |set| {
            template(set);
            fill(set, &[Default("spec.replicas", Number(1))]);
        },
        strategy: Strategy::WITH_STATUS,
        validate_create: |object| replica_set(part(object, "spec")),
        validate_update: |new, old| {
            let mut errors = replica_set(part(new, "spec"));
            errors.immutable(part(new, "spec"), part(old, "spec"), "selector", &Path::new("spec"));
            errors
        },
        subresources: &[Subresource { validate: replica_set_status, ..Subresource::STATUS }],
        warnings: template_warnings,
        columns: &[
            Column::NAME,
            Column::integer("Desired"),
            Column::integer("Current"),
            Column::integer("Ready"),
            Column::AGE,
            Column::wide("Containers"),
            Column::wide("Images"),
            Column::wide("Selector"),
        ],
        cells: replica_set_cells,
        selectable: &[Selectable::number("status.replicas", &["status", "replicas"])],
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

/// The template's own defaults.
pub(super) fn template(object: &mut Value) {
    let spec = object.make_object().entry("spec");
    pod_defaults::template(spec.make_object().entry("template"));
}

fn default_deployment(deployment: &mut Value) {
    template(deployment);
    fill(
        deployment,
        &[
            Default("spec.replicas", Number(1)),
            Default("spec.strategy.type", Text("RollingUpdate")),
            Default("spec.revisionHistoryLimit", Number(10)),
            Default("spec.progressDeadlineSeconds", Number(600)),
        ],
    );
    if deployment.text(&["spec", "strategy", "type"]) == Some("RollingUpdate") {
        fill(
            deployment,
            &[
                Default("spec.strategy.rollingUpdate", Empty),
                Default("spec.strategy.rollingUpdate.maxUnavailable", Text("25%")),
                Default("spec.strategy.rollingUpdate.maxSurge", Text("25%")),
            ],
        );
    }
}

fn deployment(spec: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    errors.non_negative(spec, "replicas", &at);
    selector_and_template(spec, "deployment", &at, &mut errors);
    endless_template(part(spec, "template"), "ReplicaSet", &at.child("template"), &mut errors);
    strategy(part(spec, "strategy"), &at.child("strategy"), &mut errors);
    counts(spec, &["minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"], &at, &mut errors);
    if let Some(deadline) = spec.get("progressDeadlineSeconds").and_then(Value::as_int)
        && deadline <= int(spec, "minReadySeconds")
    {
        errors.invalid(&at.child("progressDeadlineSeconds"), deadline, "must be greater than minReadySeconds");
    }
    errors
}

fn strategy(strategy: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let rolling = some(strategy, "rollingUpdate");
    let at_rolling = at.child("rollingUpdate");
    match (text(strategy, "type"), rolling) {
        ("Recreate", Some(_)) => {
            errors.forbidden(&at_rolling, "may not be specified when strategy `type` is 'Recreate'");
        }
        ("Recreate", None) => {}
        ("RollingUpdate", None) => errors.required(&at_rolling, "this should be defaulted and never be nil"),
        ("RollingUpdate", Some(rolling)) => {
            let (gone, more) = (rolling.get("maxUnavailable"), rolling.get("maxSurge"));
            let at_gone = at_rolling.child("maxUnavailable");
            int_or_percent(gone, &at_gone, errors);
            int_or_percent(more, &at_rolling.child("maxSurge"), errors);
            if size(gone) == 0 && size(more) == 0 {
                errors.invalid(&at_gone, gone.cloned().unwrap_or_default(), "may not be 0 when `maxSurge` is 0");
            }
            at_most_all(gone, &at_gone, errors);
        }
        _ => errors.not_supported(at, strategy.clone(), &["Recreate", "RollingUpdate"]),
    }
}

fn deployment_status(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let status = part(new, "status");
    counts(
        status,
        &[
            "observedGeneration",
            "replicas",
            "updatedReplicas",
            "readyReplicas",
            "availableReplicas",
            "unavailableReplicas",
            "terminatingReplicas",
            "collisionCount",
        ],
        &at,
        &mut errors,
    );
    for name in ["updatedReplicas", "readyReplicas", "availableReplicas"] {
        at_most(status, name, "replicas", "status.replicas", &at, &mut errors);
    }
    at_most(status, "availableReplicas", "readyReplicas", "readyReplicas", &at, &mut errors);
    collisions(new, old, &at, &mut errors);
    errors
}

fn replica_set(spec: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    counts(spec, &["replicas", "minReadySeconds"], &at, &mut errors);
    // As upstream: the word in the text is the older kind's.
    selector_and_template(spec, "deployment", &at, &mut errors);
    endless_template(part(spec, "template"), "ReplicaSet", &at.child("template"), &mut errors);
    errors
}

/// Counts of replicas, of a ReplicaSet or a ReplicationController.
pub(crate) fn replica_set_status(new: &Value, _: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let status = part(new, "status");
    counts(
        status,
        &[
            "replicas",
            "fullyLabeledReplicas",
            "readyReplicas",
            "availableReplicas",
            "observedGeneration",
            "terminatingReplicas",
        ],
        &at,
        &mut errors,
    );
    for name in ["fullyLabeledReplicas", "readyReplicas", "availableReplicas"] {
        at_most(status, name, "replicas", "status.replicas", &at, &mut errors);
    }
    at_most(status, "availableReplicas", "readyReplicas", "readyReplicas", &at, &mut errors);
    errors
}

fn deployment_cells(object: &Value, print: &Print) -> Vec<Value> {
    let (spec, status) = (part(object, "spec"), part(object, "status"));
    let [names, images] = print::containers(spec.pointer(&["template", "spec"]));
    vec![
        print::name(object),
        format!("{}/{}", int(status, "readyReplicas"), int(spec, "replicas")).into(),
        int(status, "updatedReplicas").into(),
        int(status, "availableReplicas").into(),
        print::age(object, print),
        names,
        images,
        print::selector(spec.get("selector")).into(),
    ]
}

fn replica_set_cells(object: &Value, print: &Print) -> Vec<Value> {
    let (spec, status) = (part(object, "spec"), part(object, "status"));
    let [names, images] = print::containers(spec.pointer(&["template", "spec"]));
    vec![
        print::name(object),
        int(spec, "replicas").into(),
        int(status, "replicas").into(),
        int(status, "readyReplicas").into(),
        print::age(object, print),
        names,
        images,
        print::selector(spec.get("selector")).into(),
    ]
}
