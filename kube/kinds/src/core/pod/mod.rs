//! Pods: the row, and what their strategy does. Specs of pods are also part of every workload, through [`spec`].

mod columns;
mod container;
pub(crate) mod defaults;
mod probe;
pub(crate) mod resources;
pub(crate) mod scheduling;
mod security;
pub(crate) mod spec;
mod status;
mod update;
pub(crate) mod volume;
mod warnings;

pub(crate) use warnings::spec as spec_warnings;

use kube_api::field::{ErrorList, Path};
use kube_api::value::{Object, Value};

use crate::check::{Faults, each, part, same, some, text};
use crate::defaults::each_mut;
use crate::hooks::{Done, Extent, Generation, Grace, Hooks, Metadata, Request, Row, Selectable, Strategy, Subresource};

/// Marks the API's image of a pod that a kubelet runs from a file.
const MIRROR: &str = "kubernetes.io/config.mirror";

pub(crate) const ROW: Row = Row {
    group: "",
    kind: "Pod",
    hooks: Hooks {
        default: defaults::pod,
        strategy: Strategy {
            generation: Generation::When(|new, old| !same(new.get("spec"), old.get("spec"))),
            reset: &[&["status"]],
            prepare_create,
            grace: Some(grace),
            ..Strategy::PLAIN
        },
        validate_create: create,
        validate_update: update::update,
        subresources: &[
            Subresource {
                metadata: Metadata::Written,
                prepare: prepare_status,
                validate: status::validate,
                ..Subresource::STATUS
            },
            Subresource {
                name: "ephemeralcontainers",
                writes: &[&["spec", "ephemeralContainers"]],
                metadata: Metadata::Kept,
                prepare: |_, _, _| {},
                validate: update::ephemeral,
                generation: true,
            },
            Subresource {
                name: "resize",
                writes: &[&["spec", "containers"], &["spec", "initContainers"], &["spec", "resources"]],
                metadata: Metadata::Kept,
                prepare: prepare_resize,
                validate: update::resize,
                generation: true,
            },
        ],
        warnings: warnings::pod,
        columns: columns::COLUMNS,
        cells: columns::cells,
        selectable: &[
            Selectable::new("spec.nodeName", &["spec", "nodeName"]),
            Selectable::new("spec.restartPolicy", &["spec", "restartPolicy"]),
            Selectable::new("spec.schedulerName", &["spec", "schedulerName"]),
            Selectable::new("spec.serviceAccountName", &["spec", "serviceAccountName"]),
            Selectable::flag("spec.hostNetwork", &["spec", "hostNetwork"]),
            Selectable::new("status.phase", &["status", "phase"]),
            Selectable::new("status.podIP", &["status", "podIP"]),
            Selectable::new("status.nominatedNodeName", &["status", "nominatedNodeName"]),
        ],
        done: Done {
            validation: Extent::Part("container status resources and users; windows user names in full"),
            ..Done::FULL
        },
        ..Hooks::PLAIN
    },
};

fn prepare_create(pod: &mut Value, _: &Request<'_>) {
    let class = resources::quality_of_service(part(pod, "spec"));
    let mut status = kube_api::value!({"phase": "Pending", "qosClass": class});
    if !pod.items(&["spec", "schedulingGates"]).is_empty() {
        let condition = kube_api::value!({
            "type": "PodScheduled",
            "status": "False",
            "reason": "SchedulingGated",
            "message": "Scheduling is blocked due to non-empty scheduling gates",
        });
        status.set("conditions", vec![condition]);
    }
    pod.set("status", status);
    label_keys(pod);
}

/// Keys of the pod's own labels become requirements of its selectors, once.
fn label_keys(pod: &mut Value) {
    let labels = pod.pointer(&["metadata", "labels"]).and_then(Value::as_object).cloned().unwrap_or_default();
    let Some(spec) = pod.get_mut("spec") else { return };
    for name in ["podAffinity", "podAntiAffinity"] {
        let Some(pods) = spec.pointer_mut(&["affinity", name]) else { continue };
        each_mut(pods, "requiredDuringSchedulingIgnoredDuringExecution", |term| merge_keys(term, &labels));
        each_mut(pods, "preferredDuringSchedulingIgnoredDuringExecution", |term| {
            if let Some(term) = term.get_mut("podAffinityTerm") {
                merge_keys(term, &labels);
            }
        });
    }
    each_mut(spec, "topologySpreadConstraints", |constraint| merge_keys(constraint, &labels));
}

fn merge_keys(term: &mut Value, labels: &Object) {
    if some(term, "labelSelector").is_none() {
        return;
    }
    for (list, operator) in [("matchLabelKeys", "In"), ("mismatchLabelKeys", "NotIn")] {
        for key in term.items(&[list]).to_vec() {
            let key = key.as_str().unwrap_or("");
            let Some(value) = labels.get(key).cloned() else { continue };
            let requirement = kube_api::value!({"key": key, "operator": operator, "values": (vec![value])});
            if let Some(selector) = term.get_mut("labelSelector") {
                selector.make_object().entry("matchExpressions").make_list().push(requirement);
            }
        }
    }
}

/// As long as the client or the pod says, for a pod that a kubelet has; one that runs nowhere goes at once.
fn grace(pod: &Value, asked: Option<i64>) -> Grace {
    let own = pod.int(&["spec", "terminationGracePeriodSeconds"]).unwrap_or(0);
    let seconds = asked.unwrap_or(own);
    let phase = pod.text(&["status", "phase"]).unwrap_or("");
    if pod.text(&["spec", "nodeName"]).is_none() || matches!(phase, "Failed" | "Succeeded") || seconds == 0 {
        return Grace::Now;
    }
    Grace::Seconds(if seconds < 0 { 1 } else { seconds })
}

fn prepare_status(new: &mut Value, old: &Value, _: &Request<'_>) {
    match old.pointer(&["metadata", "ownerReferences"]).cloned() {
        Some(owners) => new.set_pointer(&["metadata", "ownerReferences"], owners),
        None => {
            new.remove_pointer(&["metadata", "ownerReferences"]);
        }
    }
    for field in ["qosClass", "observedGeneration"] {
        let path = ["status", field];
        if new.pointer(&path).is_none_or(Value::is_zero)
            && let Some(kept) = old.pointer(&path)
        {
            new.set_pointer(&path, kept.clone());
        }
    }
}

/// Only amounts and policies of the same containers change here.
fn prepare_resize(new: &mut Value, old: &Value, _: &Request<'_>) {
    for list in ["containers", "initContainers"] {
        let then = old.items(&["spec", list]);
        let now = new.items(&["spec", list]).to_vec();
        let names = |side: &[Value]| side.iter().map(|one| text(one, "name").to_owned()).collect::<Vec<_>>();
        if names(&now) != names(then) || then.is_empty() {
            continue;
        }
        let merged: Value = then
            .iter()
            .zip(&now)
            .map(|(then, now)| {
                let mut merged = then.clone();
                for field in ["resources", "resizePolicy"] {
                    match now.get(field) {
                        Some(value) => {
                            merged.set(field, value.clone());
                        }
                        None => {
                            merged.remove(field);
                        }
                    }
                }
                merged
            })
            .collect();
        new.set_pointer(&["spec", list], merged);
    }
}

fn create(pod: &Value) -> ErrorList {
    let mut errors = create_or_update(pod);
    let spec = part(pod, "spec");
    let at = Path::new("spec");
    if !spec.items(&["ephemeralContainers"]).is_empty() {
        errors.forbidden(&at.child("ephemeralContainers"), "cannot be set on create");
    }
    if !text(spec, "nodeName").is_empty() && !spec.items(&["schedulingGates"]).is_empty() {
        errors.forbidden(&at.child("nodeName"), "cannot be set until all schedulingGates have been cleared");
    }
    errors
}

/// What holds for every pod, new or changed.
fn create_or_update(pod: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let (meta, inner) = (part(pod, "metadata"), part(pod, "spec"));
    let meta_at = Path::new("metadata");
    annotations(meta, inner, &meta_at.child("annotations"), &mut errors);
    let at = Path::new("spec");
    spec::spec(inner, spec::Of::Pod(meta), &at, &mut errors);
    if text(inner, "serviceAccountName").is_empty() {
        each(inner, "volumes", &at, |_, volume, at| {
            let at = at.child("projected");
            each(part(volume, "projected"), "sources", &at, |_, source, at| {
                if some(source, "serviceAccountToken").is_some() {
                    errors.forbidden(
                        &at.child("serviceAccountToken"),
                        "must not be specified when serviceAccountName is not set",
                    );
                }
            });
        });
    }
    for list in ["containers", "initContainers"] {
        each(inner, list, &at, |_, one, at| container::image_without_spaces(one, at, &mut errors));
    }
    errors
}

/// Annotations that mean something to a pod.
fn annotations(meta: &Value, spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let annotation = |key: &str| meta.pointer(&["annotations", key]).and_then(Value::as_str);
    if let Some(value) = annotation(MIRROR)
        && text(spec, "nodeName").is_empty()
    {
        errors.invalid(&at.key(MIRROR), value, "must set spec.nodeName if mirror pod annotation is set");
    }
    const COST: &str = "controller.kubernetes.io/pod-deletion-cost";
    if let Some(cost) = annotation(COST) {
        let canonical = !cost.starts_with('+') && (cost == "0" || !cost.trim_start_matches('-').starts_with('0'));
        if cost.parse::<i32>().is_err() || !canonical {
            errors.invalid(&at.key(COST), cost, "must be a 32bit integer");
        }
    }
}
