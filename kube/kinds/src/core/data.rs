//! Small kinds that hold data for others: ConfigMap, Secret, ServiceAccount, PodTemplate, ReplicationController.
//!
//! As upstream: pkg/apis/core/validation, pkg/registry/core, pkg/printers/internalversion.

use kube_api::codec::json;
use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::{Object, Value};

use crate::apps::deployment::replica_set_status;
use crate::check::{Faults, entries, int, part, some, text};
use crate::core::pod::{defaults as pod_defaults, spec as pod_spec};
use crate::defaults::To::Number;
use crate::defaults::{Default, fill, set_absent};
use crate::formats;
use crate::hooks::{
    Column, Dependents, Done, Extent, Generation, Hooks, Print, Row, Selectable, Strategy, Subresource,
};
use crate::print;
use crate::workload::{counts, endless_template};

const SIZE_MAX: usize = 1024 * 1024;

pub(super) const CONFIG_MAP: Row = Row {
    group: "",
    kind: "ConfigMap",
    hooks: Hooks {
        validate_create: config_map,
        validate_update: |new, old| {
            let mut errors = kept(new, old, &["data", "binaryData"]);
            errors.extend(config_map(new));
            errors
        },
        columns: &[Column::NAME, Column::text("Data"), Column::AGE],
        cells: |object, print| {
            let count = print::count(object, &["data"]) + print::count(object, &["binaryData"]);
            vec![print::name(object), count.into(), print::age(object, print)]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

pub(super) const SECRET: Row = Row {
    group: "",
    kind: "Secret",
    hooks: Hooks {
        default: |secret| {
            set_absent(secret, "type", "Opaque");
            // As upstream, whose conversion does it: before the book of fields is kept, which speaks of `data` alone.
            text_to_data(secret);
        },
        strategy: Strategy {
            // What was written as text is stored as data, and shown nowhere again.
            prepare_create: |secret, _| text_to_data(secret),
            prepare_update: |new, old, _| {
                text_to_data(new);
                let kind = text(old, "type");
                if text(new, "type").is_empty() && !kind.is_empty() {
                    new.set("type", kind);
                }
            },
            ..Strategy::PLAIN
        },
        validate_create: secret,
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            errors.immutable(new, old, "type", &Path::ROOT);
            errors.extend(kept(new, old, &["data"]));
            errors.extend(secret(new));
            errors
        },
        columns: &[Column::NAME, Column::text("Type"), Column::text("Data"), Column::AGE],
        cells: |object, print| {
            vec![
                print::name(object),
                text(object, "type").into(),
                print::count(object, &["data"]).into(),
                print::age(object, print),
            ]
        },
        selectable: &[Selectable::new("type", &["type"])],
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

pub(super) const SERVICE_ACCOUNT: Row = Row {
    group: "",
    kind: "ServiceAccount",
    hooks: Hooks {
        columns: &[Column::NAME, Column::text("Secrets"), Column::AGE],
        cells: |object, print| {
            vec![print::name(object), print::count(object, &["secrets"]).into(), print::age(object, print)]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

pub(super) const POD_TEMPLATE: Row = Row {
    group: "",
    kind: "PodTemplate",
    hooks: Hooks {
        default: |object| pod_defaults::template(object.make_object().entry("template")),
        strategy: Strategy {
            generation: Generation::When(|new, old| new.get("template") != old.get("template")),
            ..Strategy::PLAIN
        },
        validate_create: pod_template,
        validate_update: |new, _| pod_template(new),
        columns: &[Column::NAME, Column::text("Containers"), Column::text("Images"), Column::text("Pod Labels")],
        cells: |object, _| {
            let [names, images] = print::containers(object.pointer(&["template", "spec"]));
            let labels = print::labels(object.pointer(&["template", "metadata", "labels"]));
            vec![print::name(object), names, images, labels.into()]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

pub(super) const REPLICATION_CONTROLLER: Row = Row {
    group: "",
    kind: "ReplicationController",
    hooks: Hooks {
        default: default_controller,
        strategy: Strategy { dependents: Dependents::Orphan, ..Strategy::WITH_STATUS },
        validate_create: controller,
        validate_update: |new, _| controller(new),
        subresources: &[Subresource { validate: replica_set_status, ..Subresource::STATUS }],
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
        cells: controller_cells,
        selectable: &[Selectable::number("status.replicas", &["status", "replicas"])],
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

/// What an object that declares itself immutable may not change.
fn kept(new: &Value, old: &Value, fields: &[&str]) -> ErrorList {
    let mut errors = ErrorList::new();
    if !old.flag(&["immutable"]) {
        return errors;
    }
    let detail = "field is immutable when `immutable` is set";
    if !new.flag(&["immutable"]) {
        errors.forbidden(&Path::new("immutable"), detail);
    }
    for field in fields.iter().filter(|field| !crate::check::same(new.get(field), old.get(field))) {
        errors.forbidden(&Path::new(field), detail);
    }
    errors
}

fn size(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        _ => 0,
    }
}

fn config_map(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let mut total = 0;
    entries(object, "data", &Path::ROOT, |key, value, at| {
        errors.form(at, key, formats::config_key);
        if object.pointer(&["binaryData", key]).is_some() {
            errors.invalid(at, key, "duplicate of key present in binaryData");
        }
        total += size(value);
    });
    entries(object, "binaryData", &Path::ROOT, |key, value, at| {
        errors.form(at, key, formats::config_key);
        total += size(value);
    });
    if total > SIZE_MAX {
        errors.push(FieldError::too_long(&Path::ROOT, SIZE_MAX));
    }
    errors
}

fn text_to_data(secret: &mut Value) {
    let Some(Value::Object(texts)) = secret.remove("stringData") else { return };
    for (key, value) in texts {
        let bytes: Box<[u8]> = value.as_str().unwrap_or("").as_bytes().into();
        secret.set_pointer(&["data", key.as_str()], Value::Null);
        if let Some(slot) = secret.pointer_mut(&["data", key.as_str()]) {
            *slot = Value::Bytes(bytes);
        }
    }
}

fn secret(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let data = Path::new("data");
    let mut total = 0;
    entries(object, "data", &Path::ROOT, |key, value, at| {
        errors.form(at, key, formats::config_key);
        total += size(value);
    });
    if total > SIZE_MAX {
        errors.push(FieldError::too_long(&data, SIZE_MAX));
    }
    let value = |key: &str| object.pointer(&["data", key]);
    let mut json = |key: &str| match value(key) {
        None => errors.required(&data.key(key), ""),
        Some(found) => {
            let parsed = found.as_bytes().and_then(|bytes| json::parse(bytes).ok());
            if !matches!(parsed, Some(Value::Object(_))) {
                errors.invalid(&data.key(key), "<secret contents redacted>", "invalid JSON object");
            }
        }
    };
    match text(object, "type") {
        "kubernetes.io/dockercfg" => json(".dockercfg"),
        "kubernetes.io/dockerconfigjson" => json(".dockerconfigjson"),
        "kubernetes.io/service-account-token" => {
            const NAME: &str = "kubernetes.io/service-account.name";
            if object.text(&["metadata", "annotations", NAME]).is_none() {
                let meta = Path::new("metadata");
                let annotations = meta.child("annotations");
                errors.required(&annotations.key(NAME), "");
            }
        }
        "kubernetes.io/basic-auth" if value("username").is_none() && value("password").is_none() => {
            errors.required(&data.key("username"), "");
            errors.required(&data.key("password"), "");
        }
        "kubernetes.io/ssh-auth" if value("ssh-privatekey").is_none_or(|key| size(key) == 0) => {
            errors.required(&data.key("ssh-privatekey"), "");
        }
        "kubernetes.io/tls" => {
            for key in ["tls.crt", "tls.key"].into_iter().filter(|key| value(key).is_none()) {
                errors.required(&data.key(key), "");
            }
        }
        _ => {}
    }
    errors
}

fn pod_template(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    pod_spec::template(part(object, "template"), &Path::new("template"), &mut errors);
    errors
}

fn default_controller(object: &mut Value) {
    let spec = object.make_object().entry("spec");
    if some(spec.make_object().entry("template"), "metadata").is_some() || spec.pointer(&["template", "spec"]).is_some()
    {
        pod_defaults::template(spec.make_object().entry("template"));
    } else {
        spec.remove("template");
    }
    fill(object, &[Default("spec.replicas", Number(1))]);
    let labels = object.pointer(&["spec", "template", "metadata", "labels"]).cloned();
    if let Some(labels) = labels {
        for path in [&["spec", "selector"][..], &["metadata", "labels"]] {
            if object.pointer(path).and_then(Value::as_object).is_none_or(Object::is_empty) {
                object.set_pointer(path, labels.clone());
            }
        }
    }
}

fn controller(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    counts(spec, &["minReadySeconds"], &at, &mut errors);
    let selector = spec.get("selector").and_then(Value::as_object).filter(|selector| !selector.is_empty());
    if selector.is_none() {
        errors.required(&at.child("selector"), "");
    }
    if some(spec, "replicas").is_none() {
        errors.required(&at.child("replicas"), "");
    }
    counts(spec, &["replicas"], &at, &mut errors);
    let at_template = at.child("template");
    let Some(template) = some(spec, "template") else {
        errors.required(&at_template, "");
        return errors;
    };
    let labels = template.pointer(&["metadata", "labels"]);
    let fits = |(key, value): (&kube_api::value::Key, &Value)| {
        labels.and_then(|labels| labels.get(key.as_str())) == Some(value)
    };
    if !selector.is_none_or(|selector| selector.iter().all(fits)) {
        let meta = at_template.child("metadata");
        errors.invalid(
            &meta.child("labels"),
            labels.cloned().unwrap_or_default(),
            "`selector` does not match template `labels`",
        );
    }
    endless_template(template, "ReplicationController", &at_template, &mut errors);
    errors
}

fn controller_cells(object: &Value, print: &Print) -> Vec<Value> {
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
        print::labels(spec.get("selector")).into(),
    ]
}
