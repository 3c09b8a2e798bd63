//! What may change on a pod, and through which endpoint.
//!
//! As upstream: ValidatePodUpdate, ValidatePodResize, ValidatePodEphemeralContainersUpdate of pkg/apis/core/validation.

use kube_api::field::{ErrorList, Path};
use kube_api::value::{Key, Object, Value};

use super::resources::quality_of_service;
use super::scheduling;
use super::{MIRROR, create_or_update};
use crate::check::{Faults, each, part, same, some, text};
use crate::formats;

const ALLOWED: &str = "pod updates may not change fields other than `spec.containers[*].image`,\
    `spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,\
    `spec.tolerations` (only additions to existing tolerations),\
    `spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

/// An update through the main endpoint.
pub(super) fn update(new: &Value, old: &Value) -> ErrorList {
    let mut errors = create_or_update(new);
    annotation_updates(new, old, &mut errors);
    let at = Path::new("spec");
    let (spec, before) = (part(new, "spec"), part(old, "spec"));
    for list in ["containers", "initContainers"] {
        if spec.items(&[list]).len() != before.items(&[list]).len() {
            errors.forbidden(&at.child(list), "pod updates may not add or remove containers");
            return errors;
        }
        each(spec, list, &at, |_, container, at| {
            errors.present(container, "image", at);
            super::container::image_without_spaces(container, at, &mut errors);
        });
    }
    deadline(spec, before, &at, &mut errors);
    added_tolerations(spec, before, &at, &mut errors);
    removed_gates(spec, before, &at, &mut errors);
    if same(Some(spec), Some(before)) {
        return errors;
    }
    let munged = munged(spec, before, &at, &mut errors);
    if !same(Some(&munged), Some(before)) {
        errors.forbidden(&at, format!("{ALLOWED}\n{}", difference(before, &munged)));
    }
    errors
}

fn deadline(spec: &Value, before: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let of = |spec: &Value| spec.get("activeDeadlineSeconds").and_then(Value::as_int);
    let at = at.child("activeDeadlineSeconds");
    match (of(spec), of(before)) {
        (Some(now), then) => {
            if !(0..=i64::from(i32::MAX)).contains(&now) {
                errors.invalid(&at, now, formats::between(0, i64::from(i32::MAX)));
            }
            if then.is_some_and(|then| then < now) {
                errors.invalid(&at, now, "must be less than or equal to previous value");
            }
        }
        (None, Some(_)) => {
            errors.invalid(&at, Value::Null, "must not update from a positive integer to nil value");
        }
        (None, None) => {}
    }
}

fn added_tolerations(spec: &Value, before: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let bare = |item: &Value| {
        let mut item = item.clone();
        item.remove("tolerationSeconds");
        item
    };
    let now: Vec<Value> = spec.items(&["tolerations"]).iter().map(bare).collect();
    for old in before.items(&["tolerations"]) {
        if !now.contains(&bare(old)) {
            errors.forbidden(
                &at.child("tolerations"),
                "existing toleration can not be modified except its tolerationSeconds",
            );
        }
    }
    scheduling::tolerations(spec, at, errors);
}

fn removed_gates(spec: &Value, before: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let old: Vec<&str> = before.items(&["schedulingGates"]).iter().map(|gate| text(gate, "name")).collect();
    each(spec, "schedulingGates", at, |_, gate, at| {
        let name = text(gate, "name");
        if !old.contains(&name) {
            errors.forbidden(
                &at.child("name"),
                format!("only deletion is allowed, but found new scheduling gate '{name}'"),
            );
        }
    });
}

/// The new spec with everything that may change put back.
fn munged(spec: &Value, before: &Value, at: &Path<'_>, errors: &mut ErrorList) -> Value {
    let mut munged = spec.clone();
    for list in ["containers", "initContainers"] {
        let old = before.items(&[list]);
        for (container, old) in
            munged.get_mut(list).and_then(Value::as_list_mut).into_iter().flat_map(|l| l.iter_mut()).zip(old)
        {
            put_back(container, old, "image");
        }
    }
    for field in ["activeDeadlineSeconds", "schedulingGates", "tolerations"] {
        put_back(&mut munged, before, field);
    }
    let grace = |spec: &Value| spec.get("terminationGracePeriodSeconds").and_then(Value::as_int);
    if grace(before).is_some_and(|grace| grace < 0) && grace(&munged) == Some(1) {
        put_back(&mut munged, before, "terminationGracePeriodSeconds");
    }
    if !before.items(&["schedulingGates"]).is_empty() {
        gated(&mut munged, before, at, errors);
    }
    munged
}

fn put_back(new: &mut Value, old: &Value, field: &str) {
    match old.get(field) {
        Some(value) => {
            new.set(field, value.clone());
        }
        None => {
            new.remove(field);
        }
    }
}

/// A pod behind gates may still be narrowed to fewer nodes.
fn gated(munged: &mut Value, before: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    if !same(munged.get("nodeSelector"), before.get("nodeSelector")) {
        let kept = |key: &Key, value: &Value| munged.pointer(&["nodeSelector", key.as_str()]) == Some(value);
        let old = before.get("nodeSelector").and_then(Value::as_object);
        if !old.is_none_or(|old| old.iter().all(|(key, value)| kept(key, value))) {
            errors.invalid(
                &at.child("nodeSelector"),
                munged.get("nodeSelector").cloned().unwrap_or_default(),
                "only additions to spec.nodeSelector are allowed (no mutations or deletions)",
            );
        }
        put_back(munged, before, "nodeSelector");
    }
    let of = |spec: &Value| spec.pointer(&["affinity", "nodeAffinity"]).cloned();
    let (now, then) = (of(munged), of(before));
    if now == then {
        return;
    }
    node_affinity(now.as_ref(), then.as_ref(), &at.child("affinity").child("nodeAffinity"), errors);
    match (some(munged, "affinity").is_some(), then) {
        (_, Some(then)) => munged.set_pointer(&["affinity", "nodeAffinity"], then),
        (true, None) => {
            munged.remove_pointer(&["affinity", "nodeAffinity"]);
            if some(before, "affinity").is_none()
                && munged.get("affinity").and_then(Value::as_object).is_some_and(Object::is_empty)
            {
                munged.remove("affinity");
            }
        }
        (false, None) => {}
    }
}

fn node_affinity(now: Option<&Value>, then: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    const REQUIRED: &str = "requiredDuringSchedulingIgnoredDuringExecution";
    let at = at.child(REQUIRED);
    let of = |side: Option<&'_ Value>| side.and_then(|side| side.pointer(&[REQUIRED])).cloned();
    let Some(old) = of(then) else { return };
    let new = of(now).unwrap_or_default();
    let (old, new) = (old.items(&["nodeSelectorTerms"]), new.items(&["nodeSelectorTerms"]));
    let terms = at.child("nodeSelectorTerms");
    if old.len() != new.len() {
        errors.invalid(
            &terms,
            Value::from(new.to_vec()),
            "no additions/deletions to non-empty NodeSelectorTerms list are allowed",
        );
    }
    for (index, (new, old)) in new.iter().zip(old).enumerate() {
        let grown = |list: &str| {
            let (new, old) = (new.items(&[list]), old.items(&[list]));
            new.len() >= old.len() && new.iter().zip(old).all(|(new, old)| new == old)
        };
        let empty = old.items(&["matchExpressions"]).is_empty() && old.items(&["matchFields"]).is_empty();
        let filled = !new.items(&["matchExpressions"]).is_empty() || !new.items(&["matchFields"]).is_empty();
        if (empty && filled) || !grown("matchExpressions") || !grown("matchFields") {
            errors.invalid(&terms.index(index), new.clone(), "only additions are allowed (no mutations or deletions)");
        }
    }
}

/// The paths that differ, one a line. Upstream prints a difference of Go values here, which is for reading only.
fn difference(old: &Value, new: &Value) -> String {
    let mut lines = Vec::new();
    differ(Some(old), Some(new), String::new(), &mut lines);
    lines.join("\n")
}

fn differ(old: Option<&Value>, new: Option<&Value>, path: String, lines: &mut Vec<String>) {
    if same(old, new) {
        return;
    }
    match (old, new) {
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            for key in a.keys().chain(b.keys().filter(|key| a.get_key(key).is_none())) {
                differ(a.get_key(key), b.get_key(key), format!("{path}.{key}"), lines);
            }
        }
        (Some(Value::List(a)), Some(Value::List(b))) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b.iter()).enumerate() {
                differ(Some(a), Some(b), format!("{path}[{index}]"), lines);
            }
        }
        (old, new) => {
            for (sign, side) in [('-', old), ('+', new)] {
                if let Some(side) = side {
                    lines.push(format!("{sign} {}: {side:?}", path.trim_start_matches('.')));
                }
            }
        }
    }
}

/// Annotations that mean something to the pod and may not change.
pub(super) fn annotation_updates(new: &Value, old: &Value, errors: &mut ErrorList) {
    let of = |pod: &Value, key: &str| pod.pointer(&["metadata", "annotations", key]).cloned();
    let meta = Path::new("metadata");
    let at = meta.child("annotations");
    match (of(new, MIRROR), of(old, MIRROR)) {
        (now, Some(then)) if now.as_ref() != Some(&then) => {
            errors.forbidden(&at.key(MIRROR), "may not remove or update mirror pod annotation");
        }
        (Some(_), None) => errors.forbidden(&at.key(MIRROR), "may not add mirror pod annotation"),
        _ => {}
    }
    const APP_ARMOR: &str = "container.apparmor.security.beta.kubernetes.io/";
    let keys = |pod: &Value| -> Vec<String> {
        let annotations = pod.pointer(&["metadata", "annotations"]).and_then(Value::as_object);
        let keys = annotations.into_iter().flat_map(|annotations| annotations.keys());
        keys.map(ToString::to_string).filter(|key| key.starts_with(APP_ARMOR)).collect()
    };
    for key in keys(old).iter().filter(|key| of(new, key) != of(old, key)) {
        errors.forbidden(&at.key(key), "may not remove or update AppArmor annotations");
    }
    for key in keys(new).iter().filter(|key| of(old, key).is_none()) {
        errors.forbidden(&at.key(key), "may not add AppArmor annotations");
    }
}

/// An update through `ephemeralcontainers`.
pub(super) fn ephemeral(new: &Value, old: &Value) -> ErrorList {
    if old.pointer(&["metadata", "annotations", MIRROR]).is_some() {
        let mut errors = ErrorList::new();
        errors.forbidden(&Path::ROOT, "static pods do not support ephemeral containers");
        return errors;
    }
    let mut errors = create_or_update(new);
    annotation_updates(new, old, &mut errors);
    let spec = Path::new("spec");
    let at = spec.child("ephemeralContainers");
    let now = new.items(&["spec", "ephemeralContainers"]);
    for container in old.items(&["spec", "ephemeralContainers"]) {
        let name = text(container, "name");
        match now.iter().find(|other| text(other, "name") == name) {
            None => errors.forbidden(&at, format!("existing ephemeral containers {name:?} may not be removed\n")),
            Some(other) if !same(Some(other), Some(container)) => errors.forbidden(
                &at,
                format!("existing ephemeral containers {name:?} may not be changed\n{}", difference(container, other)),
            ),
            Some(_) => {}
        }
    }
    errors
}

/// An update through `resize`.
pub(super) fn resize(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    if old.pointer(&["metadata", "annotations", MIRROR]).is_some() {
        errors.forbidden(&Path::ROOT, "static pods cannot be resized");
        return errors;
    }
    if old.text(&["spec", "os", "name"]) == Some("windows") {
        errors.forbidden(&Path::ROOT, "windows pods cannot be resized");
        return errors;
    }
    errors.extend(create_or_update(new));
    let at = Path::new("spec");
    let (spec, before) = (part(new, "spec"), part(old, "spec"));
    let class = old.text(&["status", "qosClass"]).unwrap_or_else(|| quality_of_service(before));
    if class != quality_of_service(spec) {
        errors.invalid(&at, class, "Pod QOS Class may not change as a result of resizing");
    }
    for list in ["initContainers", "containers"] {
        let (now, then) = (spec.items(&[list]), before.items(&[list]));
        let names = |side: &'_ [Value]| side.iter().map(|one| text(one, "name").to_owned()).collect::<Vec<_>>();
        if names(now) != names(then) {
            errors.forbidden(&at.child(list), "containers may not be renamed or reordered on resize");
            return errors;
        }
        let of = at.child(list);
        for (index, (now, then)) in now.iter().zip(then).enumerate() {
            resized(now, then, &of.index(index), &mut errors);
        }
    }
    errors
}

fn resized(new: &Value, old: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let at = at.child("resources");
    for list in ["limits", "requests"] {
        let of =
            |side: &Value| side.pointer(&["resources", list]).and_then(Value::as_object).cloned().unwrap_or_default();
        let (now, then) = (of(new), of(old));
        for (name, amount) in then.iter() {
            match now.get_key(name) {
                None if matches!(name.as_str(), "cpu" | "memory") => {
                    errors.forbidden(&at.child(list), format!("resource {list} cannot be removed"));
                }
                other if !matches!(name.as_str(), "cpu" | "memory") && other != Some(amount) => {
                    errors.forbidden(&Path::new("spec"), "only cpu and memory resources are mutable");
                }
                _ => {}
            }
        }
        if now.iter().any(|(name, _)| !matches!(name.as_str(), "cpu" | "memory") && then.get_key(name).is_none()) {
            errors.forbidden(&Path::new("spec"), "only cpu and memory resources are mutable");
        }
    }
}
