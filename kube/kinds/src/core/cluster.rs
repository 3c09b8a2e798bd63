//! Namespaces and nodes.
//!
//! As upstream: ValidateNamespace and ValidateNode of pkg/apis/core/validation, pkg/registry/core, printNode.

use std::collections::BTreeSet;

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, legacy_cidr, part, some, text, texts};
use crate::core::pod::resources;
use crate::core::pod::scheduling::EFFECTS;
use crate::formats;
use crate::hooks::{Column, Done, Extent, Hooks, Metadata, Print, Request, Row, Selectable, Strategy, Subresource};
use crate::metadata::label_name;
use crate::print::{self, NONE, UNKNOWN};

pub(super) const NAMESPACE: Row = Row {
    group: "",
    kind: "Namespace",
    hooks: Hooks {
        default: default_namespace,
        strategy: Strategy {
            name: formats::dns_label,
            reset: &[&["status"]],
            prepare_create: create_namespace,
            // Only the finalize endpoint changes what deletion waits for.
            prepare_update: |new, old, _| match old.pointer(&["spec", "finalizers"]).cloned() {
                Some(kept) => new.set_pointer(&["spec", "finalizers"], kept),
                None => drop(new.remove_pointer(&["spec", "finalizers"])),
            },
            canonicalise: name_label,
            ..Strategy::PLAIN
        },
        validate_create: finalizers,
        validate_update: |_, _| ErrorList::new(),
        subresources: &[
            Subresource { validate: namespace_status, ..Subresource::STATUS },
            Subresource {
                name: "finalize",
                writes: &[&["spec", "finalizers"]],
                metadata: Metadata::Written,
                prepare: |_, _, _| {},
                validate: |new, _| finalizers(new),
                generation: false,
            },
        ],
        columns: &[Column::NAME, Column::text("Status"), Column::AGE],
        cells: |object, print| {
            vec![print::name(object), text(part(object, "status"), "phase").into(), print::age(object, print)]
        },
        selectable: &[
            Selectable::new("name", &["metadata", "name"]),
            Selectable::new("status.phase", &["status", "phase"]),
        ],
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

pub(super) const NODE: Row = Row {
    group: "",
    kind: "Node",
    hooks: Hooks {
        default: default_node,
        strategy: Strategy { reset: &[&["status"]], reset_on_create: false, ..Strategy::PLAIN },
        validate_create: node,
        validate_update: update_node,
        subresources: &[Subresource { validate: update_node, ..Subresource::STATUS }],
        columns: &[
            Column::NAME,
            Column::text("Status"),
            Column::text("Roles"),
            Column::AGE,
            Column::text("Version"),
            Column::wide("Internal-IP"),
            Column::wide("External-IP"),
            Column::wide("OS-Image"),
            Column::wide("Kernel-Version"),
            Column::wide("Container-Runtime"),
        ],
        cells: node_cells,
        selectable: &[Selectable::flag("spec.unschedulable", &["spec", "unschedulable"])],
        done: Done { validation: Extent::Part("the kubelet's old configSource"), ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn default_namespace(namespace: &mut Value) {
    name_label(namespace);
    crate::defaults::fill(namespace, &[crate::defaults::Default("status.phase", crate::defaults::To::Text("Active"))]);
}

/// Every namespace can be selected by its name.
fn name_label(namespace: &mut Value) {
    if let Some(name) = namespace.text(&["metadata", "name"]).map(str::to_owned) {
        namespace.set_pointer(&["metadata", "labels", "kubernetes.io/metadata.name"], name);
    }
}

fn create_namespace(namespace: &mut Value, _: &Request<'_>) {
    namespace.set("status", kube_api::value!({"phase": "Active"}));
    let mut finalizers = namespace.items(&["spec", "finalizers"]).to_vec();
    if !finalizers.iter().any(|one| one.as_str() == Some("kubernetes")) {
        finalizers.push("kubernetes".into());
        namespace.set_pointer(&["spec", "finalizers"], finalizers);
    }
}

fn finalizers(namespace: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let spec = Path::new("spec");
    let at = spec.child("finalizers");
    for name in texts(part(namespace, "spec"), "finalizers") {
        errors.form(&at, name, formats::qualified_name);
        if !name.contains('/') && !matches!(name, "kubernetes" | "orphan" | "foregroundDeletion") {
            errors.invalid(&at, name, "name is neither a standard finalizer name nor is it fully qualified");
        }
    }
    errors
}

fn namespace_status(new: &Value, _: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let phase = text(part(new, "status"), "phase");
    let deleted = new.pointer(&["metadata", "deletionTimestamp"]).is_some();
    let status = Path::new("status");
    let at = status.child("Phase");
    if !deleted && phase != "Active" {
        errors.invalid(&at, phase, "may only be 'Active' if `deletionTimestamp` is empty");
    }
    if deleted && phase != "Terminating" {
        errors.invalid(&at, phase, "may only be 'Terminating' if `deletionTimestamp` is not empty");
    }
    errors
}

fn default_node(node: &mut Value) {
    let Some(status) = node.get_mut("status") else { return };
    if some(status, "allocatable").is_none()
        && let Some(capacity) = some(status, "capacity").cloned()
    {
        status.set("allocatable", capacity);
    }
    resources::round(status, "capacity");
    resources::round(status, "allocatable");
}

fn amounts(node: &Value, errors: &mut ErrorList) {
    let at = Path::new("status");
    for list in ["capacity", "allocatable"] {
        let list_at = at.child(list);
        for (name, amount) in
            node.pointer(&["status", list]).and_then(Value::as_object).into_iter().flat_map(|o| o.iter())
        {
            resources::amount(name.as_str(), amount, &list_at.child(name.as_str()), errors);
        }
    }
}

fn taints(node: &Value, errors: &mut ErrorList) {
    // As upstream: the path says metadata, although taints stand in the spec.
    let at = Path::new("metadata");
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    each(part(node, "spec"), "taints", &at, |_, taint, at| {
        label_name(text(taint, "key"), &at.child("key"), errors);
        let faults = formats::label_value(text(taint, "value"));
        if !faults.is_empty() {
            errors.invalid(&at.child("value"), text(taint, "value"), faults.join(";"));
        }
        errors.required_one_of(taint, "effect", at, EFFECTS);
        if !seen.insert((text(taint, "effect").to_owned(), text(taint, "key").to_owned())) {
            let mut error = FieldError::duplicate(at, taint.clone());
            error.detail = "taints must be unique by key and effect pair".to_owned();
            errors.push(error);
        }
    });
}

fn node(node: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    taints(node, &mut errors);
    amounts(node, &mut errors);
    let spec = part(node, "spec");
    let at = Path::new("spec");
    each(spec, "podCIDRs", &at, |_, range, at| legacy_cidr(range.as_str().unwrap_or(""), &[], at, &mut errors));
    let ranges = texts(spec, "podCIDRs");
    let dual = ranges.iter().any(|range| range.contains(':')) && ranges.iter().any(|range| !range.contains(':'));
    if ranges.len() > 1 && (!dual || ranges.len() > 2) {
        errors.invalid(
            &at.child("podCIDRs"),
            spec.get("podCIDRs").cloned().unwrap_or_default(),
            "may specify no more than one CIDR for each IP family",
        );
    }
    errors
}

fn update_node(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    amounts(new, &mut errors);
    let addresses = new.items(&["status", "addresses"]);
    each(part(new, "status"), "addresses", &Path::new("status"), |index, address, at| {
        if addresses.iter().take(index).any(|other| other == address) {
            errors.duplicate(at, address.clone());
        }
    });
    let at = Path::new("spec");
    let (spec, before) = (part(new, "spec"), part(old, "spec"));
    if !before.items(&["podCIDRs"]).is_empty() && before.get("podCIDRs") != spec.get("podCIDRs") {
        errors.forbidden(&at.child("podCIDRs"), "node updates may not change podCIDR except from \"\" to valid");
    }
    let provider = text(before, "providerID");
    if !provider.is_empty() && provider != text(spec, "providerID") {
        errors.forbidden(&at.child("providerID"), "node updates may not change providerID except from \"\" to valid");
    }
    taints(new, &mut errors);
    if text(spec, "externalID") != text(before, "externalID") {
        errors.forbidden(&at.child("externalID"), "may not be updated");
    }
    errors
}

fn node_cells(node: &Value, print: &Print) -> Vec<Value> {
    let info = part(part(node, "status"), "nodeInfo");
    let mut state = vec![match print::condition(node, "Ready").map(|condition| text(condition, "status")) {
        Some("True") => "Ready",
        Some(_) => "NotReady",
        None => "Unknown",
    }];
    if node.flag(&["spec", "unschedulable"]) {
        state.push("SchedulingDisabled");
    }
    let mut roles: BTreeSet<&str> = BTreeSet::new();
    for (key, value) in
        node.pointer(&["metadata", "labels"]).and_then(Value::as_object).into_iter().flat_map(|o| o.iter())
    {
        let value = value.as_str().unwrap_or("");
        match key.as_str().strip_prefix("node-role.kubernetes.io/") {
            Some(role) if !role.is_empty() => {
                roles.insert(role);
            }
            None if key.as_str() == "kubernetes.io/role" && !value.is_empty() => {
                roles.insert(value);
            }
            _ => {}
        }
    }
    let roles: Vec<&str> = roles.into_iter().collect();
    let address = |kind: &str| {
        let found = node.items(&["status", "addresses"]).iter().find(|address| text(address, "type") == kind);
        Value::from(found.map_or(NONE, |address| text(address, "address")))
    };
    let known = |name: &str| match text(info, name) {
        "" => UNKNOWN,
        found => found,
    };
    let kernel = match text(info, "architecture") {
        "" => known("kernelVersion").to_owned(),
        architecture => format!("{} ({architecture})", known("kernelVersion")),
    };
    vec![
        print::name(node),
        state.join(",").into(),
        if roles.is_empty() { NONE.into() } else { roles.join(",").into() },
        print::age(node, print),
        text(info, "kubeletVersion").into(),
        address("InternalIP"),
        address("ExternalIP"),
        known("osImage").into(),
        kernel.into(),
        known("containerRuntimeVersion").into(),
    ]
}
