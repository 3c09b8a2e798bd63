//! Kinds of storage.k8s.io.
//!
//! As upstream: pkg/apis/storage (defaults, validation), pkg/registry/storage, printers.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::{Object, Value};

use crate::check::{Faults, IMMUTABLE, each, label_selector, part, quantity, same, some, text, texts};
use crate::core::pod::volume::driver_name;
use crate::core::volume as persistent;
use crate::defaults::To::{Flag, Text};
use crate::defaults::{Default, fill, set_absent};
use crate::formats;
use crate::hooks::{Column, Done, Extent, Generation, Hooks, Row, Strategy, Subresource};
use crate::metadata::label_name;
use crate::print::{self, UNSET};

const GROUP: &str = "storage.k8s.io";

pub(crate) static ROWS: &[Row] =
    &[STORAGE_CLASS, VOLUME_ATTACHMENT, CSI_DRIVER, CSI_NODE, CSI_CAPACITY, ATTRIBUTES_CLASS];

const STORAGE_CLASS: Row = Row {
    group: GROUP,
    kind: "StorageClass",
    hooks: Hooks {
        default: |class| {
            set_absent(class, "reclaimPolicy", "Delete");
            set_absent(class, "volumeBindingMode", "Immediate");
        },
        validate_create: storage_class,
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            for name in ["parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"] {
                errors.immutable(new, old, name, &Path::ROOT);
            }
            errors
        },
        columns: &[
            Column::NAME,
            Column::text("Provisioner"),
            Column::text("ReclaimPolicy"),
            Column::text("VolumeBindingMode"),
            Column::text("AllowVolumeExpansion"),
            Column::AGE,
        ],
        cells: |class, print| {
            let name = class.text(&["metadata", "name"]).unwrap_or("");
            let default =
                ["storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"]
                    .iter()
                    .any(|key| class.text(&["metadata", "annotations", key]) == Some("true"));
            vec![
                if default { format!("{name} (default)").into() } else { name.into() },
                text(class, "provisioner").into(),
                print::or(class, "reclaimPolicy", "Delete"),
                print::or(class, "volumeBindingMode", "Immediate"),
                class.flag(&["allowVolumeExpansion"]).into(),
                print::age(class, print),
            ]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

fn parameters(object: &Value, name: &str, may_be_empty: bool, errors: &mut ErrorList) {
    let at = Path::new(name);
    let entries = object.get(name).and_then(Value::as_object);
    let count = entries.map_or(0, Object::len);
    if count > 512 {
        errors.push(FieldError::too_long(&at, 512));
    }
    let mut total = 0;
    for (key, value) in entries.into_iter().flat_map(|entries| entries.iter()) {
        if key.as_str().is_empty() {
            errors.invalid(&at, "", "field can not be empty.");
        }
        total += key.as_str().len() + value.as_str().map_or(0, str::len);
    }
    if total > 256 * 1024 {
        errors.push(FieldError::too_long(&at, 256 * 1024));
    }
    if !may_be_empty && count == 0 {
        errors.required(&at, "must contain at least one key/value pair");
    }
}

fn storage_class(class: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    match text(class, "provisioner") {
        "" => errors.required(&Path::new("provisioner"), ""),
        provisioner => errors.form(&Path::new("provisioner"), &provisioner.to_lowercase(), formats::qualified_name),
    }
    parameters(class, "parameters", true, &mut errors);
    if !text(class, "reclaimPolicy").is_empty() {
        errors.one_of(class, "reclaimPolicy", &Path::ROOT, &["Delete", "Retain"]);
    }
    if some(class, "volumeBindingMode").is_none() {
        errors.required(&Path::new("volumeBindingMode"), "");
    }
    errors.one_of(class, "volumeBindingMode", &Path::ROOT, &["Immediate", "WaitForFirstConsumer"]);
    each(class, "allowedTopologies", &Path::ROOT, |_, term, at| {
        let mut keys: Vec<String> = Vec::new();
        each(term, "matchLabelExpressions", at, |_, item, at| {
            let values = texts(item, "values");
            if values.is_empty() {
                errors.required(&at.child("values"), "");
            }
            let list = at.child("values");
            for (index, value) in values.iter().enumerate() {
                if values.iter().take(index).any(|other| other == value) {
                    errors.duplicate(&list.index(index), *value);
                }
            }
            let key = text(item, "key");
            label_name(key, &at.child("key"), &mut errors);
            if keys.iter().any(|other| other == key) {
                errors.duplicate(&at.child("key"), key);
            }
            keys.push(key.to_owned());
        });
    });
    errors
}

const VOLUME_ATTACHMENT: Row = Row {
    group: GROUP,
    kind: "VolumeAttachment",
    hooks: Hooks {
        strategy: Strategy { unconditional_update: false, reset: &[&["status"]], ..Strategy::PLAIN },
        validate_create: attachment,
        validate_update: |new, old| {
            let mut errors = attachment(new);
            if !same(new.get("spec"), old.get("spec")) {
                errors.invalid(&Path::new("spec"), part(new, "spec").clone(), IMMUTABLE);
            }
            errors
        },
        subresources: &[Subresource { validate: |new, _| attachment_status(new), ..Subresource::STATUS }],
        columns: &[
            Column::NAME,
            Column { format: "name", ..Column::text("Attacher") },
            Column { format: "name", ..Column::text("PV") },
            Column { format: "name", ..Column::text("Node") },
            Column::boolean("Attached"),
            Column::AGE,
        ],
        cells: |object, print| {
            let spec = part(object, "spec");
            vec![
                print::name(object),
                text(spec, "attacher").into(),
                text(part(spec, "source"), "persistentVolumeName").into(),
                text(spec, "nodeName").into(),
                object.flag(&["status", "attached"]).into(),
                print::age(object, print),
            ]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn attachment(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    driver_name(text(spec, "attacher"), &at.child("attacher"), &mut errors);
    let source = part(spec, "source");
    let at_source = at.child("source");
    let volume = some(source, "persistentVolumeName").and_then(Value::as_str);
    match (some(source, "inlineVolumeSpec"), volume) {
        (None, None) => {
            errors.required(&at_source, "must specify exactly one of inlineVolumeSpec and persistentVolumeName");
        }
        (Some(_), Some(_)) => {
            errors.forbidden(&at_source, "must specify exactly one of inlineVolumeSpec and persistentVolumeName");
        }
        (None, Some("")) => {
            errors.required(&at_source.child("persistentVolumeName"), "must specify non empty persistentVolumeName")
        }
        (None, Some(name)) => errors.form(&at_source.child("persistentVolumeName"), name, formats::dns_subdomain),
        (Some(inline), None) => {
            persistent::spec(inline, persistent::At::Inline, &at_source.child("inlineVolumeSpec"), &mut errors);
        }
    }
    errors.form(&at.child("nodeName"), text(spec, "nodeName"), formats::dns_subdomain);
    errors.extend(attachment_status(object));
    errors
}

fn attachment_status(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let status = part(object, "status");
    let size: usize = status
        .get("attachmentMetadata")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|entries| entries.iter())
        .map(|(key, value)| key.as_str().len() + value.as_str().map_or(0, str::len))
        .sum();
    if size > 256 * 1024 {
        errors.push(FieldError::too_long(&at.child("attachmentMetadata"), 256 * 1024));
    }
    for name in ["attachError", "detachError"] {
        if text(part(status, name), "message").len() > 1024 {
            errors.push(FieldError::too_long(&at.child(name).child("message"), 256 * 1024));
        }
        errors.between(part(status, name), "errorCode", &at.child(name), 0, i64::from(i32::MAX));
    }
    errors
}

const CSI_DRIVER: Row = Row {
    group: GROUP,
    kind: "CSIDriver",
    hooks: Hooks {
        default: |driver| {
            fill(
                driver,
                &[
                    Default("spec.attachRequired", Flag(true)),
                    Default("spec.podInfoOnMount", Flag(false)),
                    Default("spec.storageCapacity", Flag(false)),
                    Default("spec.fsGroupPolicy", Text("ReadWriteOnceWithFSType")),
                    Default("spec.requiresRepublish", Flag(false)),
                    Default("spec.seLinuxMount", Flag(false)),
                ],
            );
            if let Some(spec) = driver.get_mut("spec")
                && spec.items(&["volumeLifecycleModes"]).is_empty()
            {
                spec.set("volumeLifecycleModes", vec![Value::from("Persistent")]);
            }
        },
        strategy: Strategy { unconditional_update: false, generation: Generation::Spec, ..Strategy::PLAIN },
        validate_create: |driver| {
            let mut errors = ErrorList::new();
            let name = driver.text(&["metadata", "name"]).unwrap_or("");
            driver_name(name, &Path::new("name"), &mut errors);
            csi_driver(part(driver, "spec"), &mut errors);
            errors
        },
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            csi_driver(part(new, "spec"), &mut errors);
            for name in ["attachRequired", "volumeLifecycleModes"] {
                if !same(new.pointer(&["spec", name]), old.pointer(&["spec", name])) {
                    let shown = new.pointer(&["spec", name]).cloned().unwrap_or_default();
                    let shown_name = if name == "attachRequired" { "attachedRequired" } else { name };
                    errors.invalid(&Path::new("spec").child(shown_name), shown, IMMUTABLE);
                }
            }
            errors
        },
        columns: &[
            Column::NAME,
            Column::boolean("AttachRequired"),
            Column::boolean("PodInfoOnMount"),
            Column::boolean("StorageCapacity"),
            Column::text("TokenRequests"),
            Column::boolean("RequiresRepublish"),
            Column::text("Modes"),
            Column::AGE,
        ],
        cells: |driver, print| {
            let spec = part(driver, "spec");
            let flag = |name: &str, absent: bool| spec.get(name).and_then(Value::as_bool).unwrap_or(absent);
            let requests: Vec<&str> =
                spec.items(&["tokenRequests"]).iter().map(|request| text(request, "audience")).collect();
            let modes = texts(spec, "volumeLifecycleModes").join(",");
            vec![
                print::name(driver),
                flag("attachRequired", true).into(),
                flag("podInfoOnMount", false).into(),
                flag("storageCapacity", false).into(),
                if requests.is_empty() { UNSET.into() } else { requests.join(",").into() },
                flag("requiresRepublish", false).into(),
                if modes.is_empty() { print::NONE.into() } else { modes.into() },
                print::age(driver, print),
            ]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

fn csi_driver(spec: &Value, errors: &mut ErrorList) {
    let at = Path::new("spec");
    for (name, shown) in [
        ("attachRequired", "attachedRequired"),
        ("podInfoOnMount", "podInfoOnMount"),
        ("storageCapacity", "storageCapacity"),
    ] {
        if some(spec, name).is_none() {
            errors.required(&at.child(shown), "");
        }
    }
    errors.one_of(spec, "fsGroupPolicy", &at, &["File", "None", "ReadWriteOnceWithFSType"]);
    let mut audiences: Vec<String> = Vec::new();
    each(spec, "tokenRequests", &at, |_, request, at| {
        let audience = text(request, "audience");
        if audiences.iter().any(|other| other == audience) {
            errors.duplicate(&at.child("audience"), audience);
        }
        audiences.push(audience.to_owned());
        if let Some(seconds) = request.get("expirationSeconds").and_then(Value::as_int) {
            if seconds < 600 {
                errors.invalid(
                    &at.child("expirationSeconds"),
                    seconds,
                    "may not specify a duration less than 10 minutes",
                );
            }
            if seconds > 1 << 32 {
                errors.invalid(
                    &at.child("expirationSeconds"),
                    seconds,
                    "may not specify a duration larger than 2^32 seconds",
                );
            }
        }
    });
    let modes = ["Ephemeral", "Persistent"];
    for mode in texts(spec, "volumeLifecycleModes").into_iter().filter(|mode| !modes.contains(mode)) {
        errors.not_supported(&at.child("volumeLifecycleModes"), mode, &modes);
    }
}

const CSI_NODE: Row = Row {
    group: GROUP,
    kind: "CSINode",
    hooks: Hooks {
        strategy: Strategy { unconditional_update: false, ..Strategy::PLAIN },
        validate_create: csi_node,
        validate_update: |new, old| {
            let mut errors = csi_node(new);
            let bare = |driver: &Value| {
                let mut driver = driver.clone();
                driver.remove("allocatable");
                driver
            };
            for driver in new.items(&["spec", "drivers"]) {
                let stored =
                    old.items(&["spec", "drivers"]).iter().find(|one| text(one, "name") == text(driver, "name"));
                if stored.is_some_and(|stored| bare(stored) != bare(driver)) {
                    errors.invalid(&Path::new("spec").child("drivers"), driver.clone(), IMMUTABLE);
                }
            }
            errors
        },
        columns: &[Column::NAME, Column::integer("Drivers"), Column::AGE],
        cells: |node, print| {
            vec![print::name(node), print::count(node, &["spec", "drivers"]).into(), print::age(node, print)]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn csi_node(node: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let mut names: Vec<String> = Vec::new();
    each(part(node, "spec"), "drivers", &Path::new("spec"), |_, driver, at| {
        let name = text(driver, "name");
        driver_name(name, &at.child("name"), &mut errors);
        let id = text(driver, "nodeID");
        if id.is_empty() {
            errors.required(&at.child("nodeID"), "");
        }
        if id.len() > 256 {
            errors.invalid(&at.child("nodeID"), id, "must be 256 characters or less");
        }
        if let Some(count) = driver.int(&["allocatable", "count"]).filter(|count| *count < 0) {
            let at = at.child("allocatable");
            errors.invalid(&at.child("count"), count, crate::check::NEGATIVE);
        }
        if names.iter().any(|other| other == name) {
            errors.duplicate(&at.child("name"), name);
        }
        names.push(name.to_owned());
        let mut keys: Vec<String> = Vec::new();
        each(driver, "topologyKeys", at, |_, key, at| {
            let key = key.as_str().unwrap_or("");
            if key.is_empty() {
                errors.required(at, "topologyKey cannot be empty");
            } else if keys.iter().any(|other| other == key) {
                errors.duplicate(at, key);
            }
            keys.push(key.to_owned());
            errors.form(at, key, formats::qualified_name);
        });
    });
    errors
}

const CSI_CAPACITY: Row = Row {
    group: GROUP,
    kind: "CSIStorageCapacity",
    hooks: Hooks {
        strategy: Strategy { unconditional_update: false, ..Strategy::PLAIN },
        validate_create: csi_capacity,
        validate_update: |new, old| {
            let mut errors = csi_capacity(new);
            errors.immutable(new, old, "nodeTopology", &Path::ROOT);
            errors.immutable(new, old, "storageClassName", &Path::ROOT);
            errors
        },
        columns: &[Column::NAME, Column::text("StorageClassName"), Column::text("Capacity")],
        cells: |object, _| {
            vec![print::name(object), text(object, "storageClassName").into(), print::or(object, "capacity", UNSET)]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn csi_capacity(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    label_selector(some(object, "nodeTopology"), &Path::new("nodeTopology"), &mut errors);
    errors.form(&Path::new("storageClassName"), text(object, "storageClassName"), formats::dns_subdomain);
    for name in ["capacity", "maximumVolumeSize"] {
        if let Some(amount) = some(object, name).map(quantity).filter(|amount| amount.is_negative()) {
            errors.invalid(&Path::new(name), amount.to_string(), crate::check::NEGATIVE);
        }
    }
    errors
}

const ATTRIBUTES_CLASS: Row = Row {
    group: GROUP,
    kind: "VolumeAttributesClass",
    hooks: Hooks {
        validate_create: |class| {
            let mut errors = ErrorList::new();
            driver_name(text(class, "driverName"), &Path::new("driverName"), &mut errors);
            parameters(class, "parameters", false, &mut errors);
            errors
        },
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            errors.immutable(new, old, "driverName", &Path::ROOT);
            errors.immutable(new, old, "parameters", &Path::ROOT);
            errors
        },
        columns: &[Column::NAME, Column::text("DriverName"), Column::AGE],
        cells: |class, print| vec![print::name(class), text(class, "driverName").into(), print::age(class, print)],
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};
