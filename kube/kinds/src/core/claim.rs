//! PersistentVolumeClaims, and the templates of them in pods and StatefulSets.
//!
//! As upstream: pkg/apis/core/validation (ValidatePersistentVolumeClaim...), pkg/registry/core/persistentvolumeclaim.

use kube_api::field::{ErrorList, Path};
use kube_api::quantity::Quantity;
use kube_api::value::Value;

use crate::check::{Faults, NOT_POSITIVE, entries, label_selector, part, quantity, same, some, text, texts};
use crate::core::pod::resources;
use crate::defaults::To::Text;
use crate::defaults::{Default, fill};
use crate::formats;
use crate::hooks::{Column, Done, Hooks, Print, Request, Row, Strategy, Subresource};
use crate::metadata;
use crate::print;

pub(crate) const ACCESS_MODES: &[&str] = &["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"];
pub(crate) const VOLUME_MODES: &[&str] = &["Block", "Filesystem"];

pub(crate) const ROW: Row = Row {
    group: "",
    kind: "PersistentVolumeClaim",
    hooks: Hooks {
        default: |claim| {
            fill(claim, &[Default("spec.volumeMode", Text("Filesystem")), Default("status.phase", Text("Pending"))]);
            default_resources(claim);
        },
        strategy: Strategy { reset: &[&["status"]], prepare_create, prepare_update, ..Strategy::PLAIN },
        validate_create: |claim| {
            let mut errors = ErrorList::new();
            spec(part(claim, "spec"), &Path::new("spec"), &mut errors);
            errors
        },
        validate_update: update,
        subresources: &[Subresource { validate: status, ..Subresource::STATUS }],
        columns: &[
            Column::NAME,
            Column::text("Status"),
            Column::text("Volume"),
            Column::text("Capacity"),
            Column::text("Access Modes"),
            Column::text("StorageClass"),
            Column::text("VolumeAttributesClass"),
            Column::AGE,
            Column::wide("VolumeMode"),
        ],
        cells,
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

/// What a claim's spec gets, alone or in a template.
pub(crate) fn default_spec(spec: &mut Value) {
    fill(spec, &[Default("volumeMode", Text("Filesystem"))]);
    if let Some(own) = spec.get_mut("resources") {
        resources::round(own, "limits");
        resources::round(own, "requests");
    }
}

fn default_resources(claim: &mut Value) {
    if let Some(spec) = claim.get_mut("spec") {
        default_spec(spec);
    }
    if let Some(status) = claim.get_mut("status") {
        resources::round(status, "capacity");
        resources::round(status, "allocatedResources");
    }
}

fn prepare_create(claim: &mut Value, _: &Request<'_>) {
    claim.set("status", kube_api::value!({"phase": "Pending"}));
    sources(claim);
}

fn prepare_update(new: &mut Value, _: &Value, _: &Request<'_>) {
    sources(new);
}

/// The older field and its successor say the same, whichever the client wrote.
fn sources(claim: &mut Value) {
    let Some(spec) = claim.get_mut("spec") else { return };
    match (some(spec, "dataSource").cloned(), some(spec, "dataSourceRef").cloned()) {
        (Some(source), None) => {
            spec.set("dataSourceRef", source);
        }
        (None, Some(reference)) if text(&reference, "namespace").is_empty() => {
            let core = text(&reference, "apiGroup").is_empty() && text(&reference, "kind") == "PersistentVolumeClaim";
            let snapshot = text(&reference, "apiGroup") == "snapshot.storage.k8s.io";
            if core || snapshot {
                spec.set("dataSource", reference);
            }
        }
        _ => {}
    }
}

/// A claim's spec.
pub(crate) fn spec(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let modes = texts(spec, "accessModes");
    if modes.is_empty() {
        errors.required(&at.child("accessModes"), "at least 1 access mode is required");
    }
    label_selector(some(spec, "selector"), &at.child("selector"), errors);
    access_modes(&modes, at, errors);
    let resources_at = at.child("resources");
    let storage_at = resources_at.key("storage");
    match spec.pointer(&["resources", "requests", "storage"]) {
        None => errors.required(&storage_at, ""),
        Some(storage) if quantity(storage) <= Quantity::ZERO => {
            errors.invalid(&storage_at, quantity(storage).to_string(), NOT_POSITIVE);
        }
        Some(_) => {}
    }
    for class in ["storageClassName", "volumeAttributesClassName"] {
        if let Some(name) = spec.text(&[class]) {
            errors.form(&at.child(class), name, formats::dns_subdomain);
        }
    }
    errors.one_of(spec, "volumeMode", at, VOLUME_MODES);
    let (source, reference) = (some(spec, "dataSource"), some(spec, "dataSourceRef"));
    for (name, found) in [("dataSource", source), ("dataSourceRef", reference)] {
        let Some(found) = found else { continue };
        let at = at.child(name);
        errors.present(found, "name", &at);
        errors.present(found, "kind", &at);
        let (group, kind) = (text(found, "apiGroup"), text(found, "kind"));
        if group.is_empty() && kind != "PersistentVolumeClaim" {
            errors.invalid(&at, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
        }
        if !group.is_empty() {
            errors.form(&at.child("apiGroup"), group, formats::dns_subdomain);
        }
        if let Some(namespace) = found.text(&["namespace"]) {
            errors.form(&at.child("namespace"), namespace, formats::dns_label);
        }
    }
    if let (Some(source), Some(reference)) = (source, reference) {
        let shown = at.child("dataSource").to_string();
        if !text(reference, "namespace").is_empty() {
            errors.invalid(at, shown, "may not be specified when dataSourceRef.namespace is specified");
        } else if ["apiGroup", "kind", "name"].iter().any(|field| source.get(field) != reference.get(field)) {
            errors.invalid(at, shown, "must match dataSourceRef");
        }
    }
}

/// Modes of access, of a claim or of a volume.
pub(crate) fn access_modes(modes: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    let at = at.child("accessModes");
    for mode in modes.iter().filter(|mode| !ACCESS_MODES.contains(mode)) {
        errors.not_supported(&at, *mode, ACCESS_MODES);
    }
    let others = modes.iter().any(|mode| *mode != "ReadWriteOncePod" && ACCESS_MODES.contains(mode));
    if modes.contains(&"ReadWriteOncePod") && others {
        errors.forbidden(&at, "may not use ReadWriteOncePod with other access modes");
    }
}

/// A template of a claim: only labels, annotations and the spec are its own.
pub(crate) fn template(template: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let meta_at = at.child("metadata");
    metadata::annotations(template.pointer(&["metadata", "annotations"]), &meta_at.child("annotations"), errors);
    metadata::labels(template.pointer(&["metadata", "labels"]), &meta_at.child("labels"), errors);
    for (key, value) in template.get("metadata").and_then(Value::as_object).into_iter().flat_map(|o| o.iter()) {
        if !matches!(key.as_str(), "annotations" | "labels") && !value.is_zero() {
            errors.forbidden(&meta_at.child(key.as_str()), "cannot be set");
        }
    }
    spec(part(template, "spec"), &at.child("spec"), errors);
}

const BETA_CLASS: &str = "volume.beta.kubernetes.io/storage-class";

fn update(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    spec(part(new, "spec"), &at, &mut errors);
    let bound = new.text(&["status", "phase"]) == Some("Bound");
    let (mut now, mut then) = (part(new, "spec").clone(), part(old, "spec").clone());
    if text(&then, "volumeName").is_empty()
        && let Some(volume) = now.get("volumeName").cloned()
    {
        then.set("volumeName", volume);
    }
    let annotation = |claim: &Value| claim.text(&["metadata", "annotations", BETA_CLASS]).unwrap_or("").to_owned();
    let (beta_now, beta_then) = (annotation(new), annotation(old));
    let class = text(&now, "storageClassName").to_owned();
    let named_now = some(&now, "storageClassName").is_some() && some(&then, "storageClassName").is_none();
    let from_annotation =
        named_now && !beta_then.is_empty() && class == beta_then && (beta_now.is_empty() || beta_now == beta_then);
    if !from_annotation && beta_now != beta_then {
        let meta = Path::new("metadata");
        let annotations = meta.child("annotations");
        errors.invalid(&annotations.child(BETA_CLASS), beta_now.as_str(), "field is immutable");
    }
    if from_annotation || (named_now && (beta_then.is_empty() || class == beta_then)) {
        now.remove("storageClassName");
    }
    if bound {
        for path in [&["resources", "requests", "storage"][..], &["volumeAttributesClassName"]] {
            match then.pointer(path).cloned() {
                Some(kept) => now.set_pointer(path, kept),
                None => {
                    now.remove_pointer(path);
                }
            }
        }
    }
    if !same(Some(&now), Some(&then)) {
        errors.forbidden(
            &at,
            "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims",
        );
    }
    let size = |object: &Value, path: &[&str]| object.pointer(path).map(quantity).unwrap_or(Quantity::ZERO);
    let request = ["spec", "resources", "requests", "storage"];
    let (wanted, before) = (size(new, &request), size(old, &request));
    if wanted < before && wanted <= size(old, &["status", "capacity", "storage"]) {
        let resources = at.child("resources");
        let requests = resources.child("requests");
        errors.forbidden(&requests.child("storage"), "field can not be less than status.capacity");
    }
    if !same(new.pointer(&["spec", "volumeMode"]), old.pointer(&["spec", "volumeMode"])) {
        let mode = new.pointer(&["spec", "volumeMode"]).cloned().unwrap_or_default();
        errors.invalid(&Path::new("volumeMode"), mode, "field is immutable");
    }
    if some(part(old, "status"), "currentVolumeAttributesClassName").is_some() {
        let at = at.child("volumeAttributesClassName");
        match some(part(new, "spec"), "volumeAttributesClassName").and_then(Value::as_str) {
            None => errors
                .forbidden(&at, "update to nil is forbidden when status.currentVolumeAttributesClassName is not nil"),
            Some("") => errors.forbidden(
                &at,
                "update to empty string is forbidden when status.currentVolumeAttributesClassName is not nil",
            ),
            Some(_) => {}
        }
    }
    errors
}

fn status(new: &Value, _: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let status = part(new, "status");
    if status.items(&["accessModes"]).is_empty() && text(status, "phase") == "Bound" {
        errors.required(&Path::new("accessModes"), "");
    }
    for list in ["capacity", "allocatedResources"] {
        entries(status, list, &at, |name, amount, at| {
            if quantity(amount).is_negative() {
                errors.invalid(at, quantity(amount).value(), "must be a valid resource quantity");
            } else {
                resources::amount(name, amount, at, &mut errors);
            }
        });
    }
    errors
}

fn cells(claim: &Value, print: &Print) -> Vec<Value> {
    let (spec, status) = (part(claim, "spec"), part(claim, "status"));
    let deleted = claim.pointer(&["metadata", "deletionTimestamp"]).is_some();
    let volume = text(spec, "volumeName");
    let (capacity, modes) = if volume.is_empty() {
        (String::new(), String::new())
    } else {
        let storage = status.text(&["capacity", "storage"]).unwrap_or("").to_owned();
        (storage, short_modes(status))
    };
    let class = match claim.text(&["metadata", "annotations", BETA_CLASS]) {
        Some(class) => class,
        None => text(spec, "storageClassName"),
    };
    vec![
        print::name(claim),
        if deleted { "Terminating".into() } else { text(status, "phase").into() },
        volume.into(),
        capacity.into(),
        modes.into(),
        class.into(),
        print::or(spec, "volumeAttributesClassName", print::UNSET),
        print::age(claim, print),
        print::or(spec, "volumeMode", print::UNSET),
    ]
}

/// Modes of access in their short forms, in a fixed order.
pub(crate) fn short_modes(owner: &Value) -> String {
    let modes = texts(owner, "accessModes");
    let all =
        [("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP")];
    all.iter().filter(|(long, _)| modes.contains(long)).map(|(_, short)| *short).collect::<Vec<_>>().join(",")
}
