//! PersistentVolumes.
//!
//! As upstream: ValidatePersistentVolumeSpec of pkg/apis/core/validation, pkg/registry/core/persistentvolume. Sources
//! whose drivers have left the tree are checked for being the only one, not for their own fields.

use kube_api::field::{ErrorList, Path};
use kube_api::quantity::Quantity;
use kube_api::value::{Object, Value};

use super::claim::{VOLUME_MODES, access_modes, short_modes};
use super::pod::resources;
use super::pod::scheduling::node_selector;
use super::pod::volume::driver_name;
use crate::check::{Faults, IMMUTABLE, NOT_POSITIVE, entries, part, quantity, same, some, text, texts};
use crate::defaults::To::Text;
use crate::defaults::{Default, fill};
use crate::formats;
use crate::hooks::{Column, Done, Extent, Hooks, Print, Request, Row, Strategy, Subresource};
use crate::print;

pub(super) const ROW: Row = Row {
    group: "",
    kind: "PersistentVolume",
    hooks: Hooks {
        default,
        strategy: Strategy { reset: &[&["status"]], prepare_create, ..Strategy::PLAIN },
        validate_create: |object| {
            let mut errors = ErrorList::new();
            spec(part(object, "spec"), At::Volume, &Path::new("spec"), &mut errors);
            errors
        },
        validate_update: update,
        subresources: &[Subresource::STATUS],
        columns: &[
            Column::NAME,
            Column::text("Capacity"),
            Column::text("Access Modes"),
            Column::text("Reclaim Policy"),
            Column::text("Status"),
            Column::text("Claim"),
            Column::text("StorageClass"),
            Column::text("VolumeAttributesClass"),
            Column::text("Reason"),
            Column::AGE,
            Column::wide("VolumeMode"),
        ],
        cells,
        done: Done { validation: Extent::Part("fields of sources whose drivers have left the tree"), ..Done::FULL },
        ..Hooks::PLAIN
    },
};

/// Where a volume's spec stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum At {
    Volume,
    /// Within a VolumeAttachment.
    Inline,
}

const SOURCES: &[&str] = &[
    "hostPath",
    "gcePersistentDisk",
    "awsElasticBlockStore",
    "glusterfs",
    "nfs",
    "rbd",
    "quobyte",
    "cephfs",
    "iscsi",
    "cinder",
    "fc",
    "flocker",
    "flexVolume",
    "azureFile",
    "vsphereVolume",
    "photonPersistentDisk",
    "portworxVolume",
    "azureDisk",
    "scaleIO",
    "local",
    "storageos",
    "csi",
];

fn default(volume: &mut Value) {
    fill(
        volume,
        &[
            Default("status.phase", Text("Pending")),
            Default("spec.persistentVolumeReclaimPolicy", Text("Retain")),
            Default("spec.volumeMode", Text("Filesystem")),
            Default("spec.iscsi?.iscsiInterface", Text("default")),
            Default("spec.rbd?.pool", Text("rbd")),
            Default("spec.rbd?.user", Text("admin")),
            Default("spec.rbd?.keyring", Text("/etc/ceph/keyring")),
        ],
    );
    if let Some(spec) = volume.get_mut("spec") {
        resources::round(spec, "capacity");
        if let Some(path) = spec.get_mut("hostPath").filter(|path| !path.is_null())
            && path.get("type").is_none()
        {
            path.set("type", "");
        }
    }
}

fn prepare_create(volume: &mut Value, request: &Request<'_>) {
    let now = request.now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    volume.set("status", kube_api::value!({"phase": "Pending", "lastPhaseTransitionTime": now}));
}

/// A volume's spec.
pub(crate) fn spec(spec: &Value, place: At, at: &Path<'_>, errors: &mut ErrorList) {
    if place == At::Inline {
        for (field, set) in
            [("claimRef", some(spec, "claimRef").is_some()), ("capacity", some(spec, "capacity").is_some())]
        {
            if set {
                errors.forbidden(&at.child(field), "may not be specified in the context of inline volumes");
            }
        }
        if some(spec, "csi").is_none() {
            errors.required(&at.child("csi"), "has to be specified in the context of inline volumes");
        }
    }
    let modes = texts(spec, "accessModes");
    if modes.is_empty() {
        errors.required(&at.child("accessModes"), "");
    }
    access_modes(&modes, at, errors);
    if place == At::Volume {
        capacity(spec, at, errors);
    }
    if !text(spec, "persistentVolumeReclaimPolicy").is_empty() {
        errors.one_of(spec, "persistentVolumeReclaimPolicy", at, &["Delete", "Recycle", "Retain"]);
    }
    let affinity = some(spec, "nodeAffinity");
    if let Some(affinity) = affinity {
        let at = at.child("nodeAffinity");
        match some(affinity, "required") {
            Some(required) => node_selector(required, &at.child("required"), errors),
            None => errors.required(&at.child("required"), "must specify required node constraints"),
        }
    }
    sources(spec, affinity.is_some(), at, errors);
    if let Some(class) = spec.text(&["storageClassName"]) {
        errors.form(&at.child("storageClassName"), class, formats::dns_subdomain);
    }
    errors.one_of(spec, "volumeMode", at, VOLUME_MODES);
    if let Some(class) = some(spec, "volumeAttributesClassName").and_then(Value::as_str) {
        let at_class = at.child("volumeAttributesClassName");
        match class {
            "" => errors.required(&at_class, "an empty string is disallowed"),
            class => errors.form(&at_class, class, formats::dns_subdomain),
        }
        if some(spec, "csi").is_none() {
            errors.required(&at.child("csi"), "has to be specified when using volumeAttributesClassName");
        }
    }
}

fn capacity(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let amounts = spec.get("capacity").and_then(Value::as_object);
    if amounts.is_none_or(Object::is_empty) {
        errors.required(&at.child("capacity"), "");
    }
    if amounts.is_none_or(|amounts| !amounts.contains("storage") || amounts.len() > 1) {
        let shown = spec.get("capacity").cloned().unwrap_or_default();
        errors.not_supported(&at.child("capacity"), shown, &["storage"]);
    }
    entries(spec, "capacity", at, |_, amount, at| {
        if quantity(amount) <= Quantity::ZERO {
            errors.invalid(at, quantity(amount).to_string(), NOT_POSITIVE);
        }
    });
}

fn sources(spec: &Value, bound_to_nodes: bool, at: &Path<'_>, errors: &mut ErrorList) {
    let mut found = false;
    for name in SOURCES {
        let Some(source) = some(spec, name) else { continue };
        let at_source = at.child(name);
        if found {
            errors.forbidden(&at_source, "may not specify more than 1 volume type");
            continue;
        }
        found = true;
        match *name {
            "hostPath" => {
                errors.present(source, "path", &at_source);
                if text(source, "path").split('/').any(|step| step == "..") {
                    errors.invalid(&at_source.child("path"), text(source, "path"), "must not contain '..'");
                }
            }
            "nfs" => {
                errors.present(source, "server", &at_source);
                errors.present(source, "path", &at_source);
                if !text(source, "path").starts_with('/') {
                    errors.invalid(&at_source.child("path"), text(source, "path"), "must be an absolute path");
                }
            }
            "local" => {
                errors.present(source, "path", &at_source);
                if !bound_to_nodes {
                    errors.required(&at.child("nodeAffinity"), "Local volume requires node affinity");
                }
            }
            "csi" => {
                driver_name(text(source, "driver"), &at_source.child("driver"), errors);
                errors.present(source, "volumeHandle", &at_source);
                for reference in SECRETS {
                    let Some(secret) = some(source, reference) else { continue };
                    let at = at_source.child(reference);
                    errors.present(secret, "name", &at);
                    match text(secret, "namespace") {
                        "" => errors.required(&at.child("namespace"), ""),
                        namespace => errors.form(&at.child("namespace"), namespace, formats::dns_label),
                    }
                }
            }
            _ => {}
        }
    }
    if !found {
        errors.required(at, "must specify a volume type");
    }
    let path = spec.text(&["hostPath", "path"]).map(|path| path.trim_end_matches('/'));
    if path == Some("") && text(spec, "persistentVolumeReclaimPolicy") == "Recycle" {
        errors
            .forbidden(&at.child("persistentVolumeReclaimPolicy"), "may not be 'recycle' for a hostPath mount of '/'");
    }
}

const SECRETS: [&str; 4] =
    ["controllerPublishSecretRef", "controllerExpandSecretRef", "nodePublishSecretRef", "nodeExpandSecretRef"];

fn update(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    spec(part(new, "spec"), At::Volume, &at, &mut errors);
    let (now, then) = (part(new, "spec"), part(old, "spec"));
    let source = |spec: &Value, drop_expand: bool| -> Value {
        let mut found = Object::new();
        for name in SOURCES {
            if let Some(source) = some(spec, name) {
                found.insert(*name, source.clone());
            }
        }
        let mut found = Value::Object(found);
        if drop_expand {
            found.remove_pointer(&["csi", "controllerExpandSecretRef"]);
        }
        found
    };
    let added = then.pointer(&["csi", "controllerExpandSecretRef"]).is_none();
    if !same(Some(&source(now, added)), Some(&source(then, added))) {
        errors
            .forbidden(&at.child("persistentvolumesource"), "spec.persistentvolumesource is immutable after creation");
    }
    if !same(now.get("volumeMode"), then.get("volumeMode")) {
        errors.invalid(&Path::new("volumeMode"), now.get("volumeMode").cloned().unwrap_or_default(), IMMUTABLE);
    }
    if some(then, "nodeAffinity").is_some() && !same(now.get("nodeAffinity"), then.get("nodeAffinity")) {
        errors.invalid(&Path::new("nodeAffinity"), now.get("nodeAffinity").cloned().unwrap_or_default(), IMMUTABLE);
    }
    if some(then, "volumeAttributesClassName").is_some() && some(now, "volumeAttributesClassName").is_none() {
        errors.forbidden(&at.child("volumeAttributesClassName"), "update from non-nil value to nil is forbidden");
    }
    errors
}

fn cells(volume: &Value, print: &Print) -> Vec<Value> {
    let (spec, status) = (part(volume, "spec"), part(volume, "status"));
    let claim = match some(spec, "claimRef") {
        Some(claim) => format!("{}/{}", text(claim, "namespace"), text(claim, "name")),
        None => String::new(),
    };
    let deleted = volume.pointer(&["metadata", "deletionTimestamp"]).is_some();
    let size = spec.pointer(&["capacity", "storage"]).map(quantity).unwrap_or(Quantity::ZERO);
    let class = match volume.text(&["metadata", "annotations", "volume.beta.kubernetes.io/storage-class"]) {
        Some(class) => class,
        None => text(spec, "storageClassName"),
    };
    vec![
        print::name(volume),
        size.to_string().into(),
        short_modes(spec).into(),
        text(spec, "persistentVolumeReclaimPolicy").into(),
        if deleted { "Terminating".into() } else { text(status, "phase").into() },
        claim.into(),
        class.into(),
        print::or(spec, "volumeAttributesClassName", print::UNSET),
        text(status, "reason").into(),
        print::age(volume, print),
        print::or(spec, "volumeMode", print::UNSET),
    ]
}
