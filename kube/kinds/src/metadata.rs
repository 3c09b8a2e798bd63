//! Checks the metadata of any object. Names no kind; the form of the name comes in.
//!
//! As upstream: apimachinery/pkg/api/validation/objectmeta.go and apis/meta/v1/validation.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use crate::formats::{self, Check};

const ANNOTATIONS_MAX: usize = 256 * 1024;
const MANAGER_MAX: usize = 128;
const SUBRESOURCE_MAX: usize = 256;
const IMMUTABLE: &str = "field is immutable";

/// Metadata of a new object, after its name was generated.
pub fn validate_create(object: &Value, namespaced: bool, name_form: Check) -> ErrorList {
    let mut errors = ErrorList::new();
    let path = Path::new("metadata");
    let nothing = Value::Null;
    let meta = object.get("metadata").unwrap_or(&nothing);
    if let Some(prefix) = meta.text(&["generateName"]) {
        for fault in name_form(&formats::mask_trailing_dash(prefix)) {
            errors.push(FieldError::invalid(&path.child("generateName"), prefix, fault));
        }
    }
    match meta.text(&["name"]) {
        None => errors.push(FieldError::required(&path.child("name"), "name or generateName is required")),
        Some(name) => {
            for fault in name_form(name) {
                errors.push(FieldError::invalid(&path.child("name"), name, fault));
            }
        }
    }
    match (namespaced, meta.text(&["namespace"])) {
        (true, None) => errors.push(FieldError::required(&path.child("namespace"), "")),
        (true, Some(namespace)) => {
            for fault in formats::dns_label(namespace) {
                errors.push(FieldError::invalid(&path.child("namespace"), namespace, fault));
            }
        }
        (false, Some(_)) => errors.push(FieldError::forbidden(&path.child("namespace"), "not allowed on this type")),
        (false, None) => {}
    }
    if let Some(generation) = meta.int(&["generation"]).filter(|generation| *generation < 0) {
        errors.push(FieldError::invalid(&path.child("generation"), generation, "must be greater than or equal to 0"));
    }
    common(meta, &path, &mut errors);
    finalizers(meta, &path.child("finalizers"), &mut errors);
    managed_fields(meta, &path.child("managedFields"), &mut errors);
    errors
}

/// Metadata of a changed object.
pub fn validate_update(new: &Value, old: &Value, _namespaced: bool) -> ErrorList {
    let mut errors = ErrorList::new();
    let path = Path::new("metadata");
    let nothing = Value::Null;
    let meta = new.get("metadata").unwrap_or(&nothing);
    let before = old.get("metadata").unwrap_or(&nothing);
    if before.get("deletionTimestamp").is_some() {
        let kept = before.items(&["finalizers"]);
        let mut added: Vec<&str> =
            meta.items(&["finalizers"]).iter().filter(|one| !kept.contains(one)).filter_map(Value::as_str).collect();
        added.sort_unstable();
        if !added.is_empty() {
            let shown: Vec<String> = added.iter().map(|one| format!("{one:?}")).collect();
            errors.push(FieldError::forbidden(
                &path.child("finalizers"),
                format!(
                    "no new finalizers can be added if the object is being deleted, found new finalizers []string{{{}}}",
                    shown.join(", ")
                ),
            ));
        }
    }
    if meta.text(&["resourceVersion"]).is_none() {
        errors.push(FieldError::invalid(&path.child("resourceVersion"), "", "must be specified for an update"));
    }
    let generation = meta.int(&["generation"]).unwrap_or(0);
    if generation < before.int(&["generation"]).unwrap_or(0) {
        errors.push(FieldError::invalid(&path.child("generation"), generation, "must not be decremented"));
    }
    for name in ["name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds"] {
        let (now, then) = (meta.get(name).filter(|v| !v.is_null()), before.get(name).filter(|v| !v.is_null()));
        if now != then && !(is_unset(now) && is_unset(then)) {
            let shown = now.cloned().unwrap_or_else(|| match name {
                "name" | "namespace" | "uid" => Value::from(""),
                _ => Value::Null,
            });
            errors.push(FieldError::invalid(&path.child(name), shown, IMMUTABLE));
        }
    }
    common(meta, &path, &mut errors);
    managed_fields(meta, &path.child("managedFields"), &mut errors);
    errors
}

fn is_unset(value: Option<&Value>) -> bool {
    value.is_none_or(|value| value.as_str() == Some(""))
}

fn common(meta: &Value, path: &Path<'_>, errors: &mut ErrorList) {
    labels(meta.get("labels"), &path.child("labels"), errors);
    annotations(meta.get("annotations"), &path.child("annotations"), errors);
    owners(meta.items(&["ownerReferences"]), &path.child("ownerReferences"), errors);
}

/// Labels: qualified keys, label values.
pub fn labels(labels: Option<&Value>, path: &Path<'_>, errors: &mut ErrorList) {
    let Some(labels) = labels.and_then(Value::as_object) else { return };
    for (key, value) in labels.iter() {
        label_name(key.as_str(), path, errors);
        let value = value.as_str().unwrap_or("");
        for fault in formats::label_value(value) {
            errors.push(FieldError::invalid(path, value, fault));
        }
    }
}

/// One qualified name.
pub fn label_name(name: &str, path: &Path<'_>, errors: &mut ErrorList) {
    for fault in formats::qualified_name(name) {
        errors.push(FieldError::invalid(path, name, fault));
    }
}

/// Annotations: qualified keys in any case, a bounded total.
pub fn annotations(annotations: Option<&Value>, path: &Path<'_>, errors: &mut ErrorList) {
    let Some(annotations) = annotations.and_then(Value::as_object) else { return };
    let mut total = 0;
    for (key, value) in annotations.iter() {
        for fault in formats::qualified_name(&key.as_str().to_lowercase()) {
            errors.push(FieldError::invalid(path, key.as_str(), fault));
        }
        total += key.as_str().len() + value.as_str().map_or(0, str::len);
    }
    if total > ANNOTATIONS_MAX {
        errors.push(FieldError::too_long(path, ANNOTATIONS_MAX));
    }
}

fn owners(owners: &[Value], path: &Path<'_>, errors: &mut ErrorList) {
    let mut controller: Option<String> = None;
    for owner in owners {
        let text = |name: &str| owner.text(&[name]).unwrap_or("");
        let version = text("apiVersion").rsplit('/').next().unwrap_or("");
        if version.is_empty() {
            errors.push(FieldError::invalid(
                &path.child("apiVersion"),
                text("apiVersion"),
                "version must not be empty",
            ));
        }
        for name in ["kind", "name", "uid"] {
            if text(name).is_empty() {
                errors.push(FieldError::invalid(&path.child(name), "", "must not be empty"));
            }
        }
        if text("apiVersion") == "v1" && text("kind") == "Event" {
            errors.push(FieldError::invalid(path, owner.clone(), "/v1, Kind=Event is disallowed from being an owner"));
        }
        if owner.flag(&["controller"]) {
            let this = format!("{}/{}", text("kind"), text("name"));
            match &controller {
                Some(first) => errors.push(FieldError::invalid(
                    path,
                    Value::from(owners.to_vec()),
                    format!(
                        "Only one reference can have Controller set to true. \
                         Found \"true\" in references for {first} and {this}"
                    ),
                )),
                None => controller = Some(this),
            }
        }
    }
}

fn finalizers(meta: &Value, path: &Path<'_>, errors: &mut ErrorList) {
    let names: Vec<&str> = meta.items(&["finalizers"]).iter().filter_map(Value::as_str).collect();
    for name in &names {
        for fault in formats::qualified_name(name) {
            errors.push(FieldError::invalid(path, *name, fault));
        }
    }
    if names.contains(&"orphan") && names.contains(&"foregroundDeletion") {
        let all: Value = names.iter().copied().collect();
        errors.push(FieldError::invalid(path, all, "finalizer orphan and foregroundDeletion cannot be both set"));
    }
}

fn managed_fields(meta: &Value, path: &Path<'_>, errors: &mut ErrorList) {
    for (at, entry) in meta.items(&["managedFields"]).iter().enumerate() {
        let path = path.index(at);
        let operation = entry.text(&["operation"]).unwrap_or("");
        if !matches!(operation, "Apply" | "Update") {
            errors.push(FieldError::invalid(&path.child("operation"), operation, "must be `Apply` or `Update`"));
        }
        if let Some(kind) = entry.text(&["fieldsType"]).filter(|kind| *kind != "FieldsV1") {
            errors.push(FieldError::invalid(&path.child("fieldsType"), kind, "must be `FieldsV1`"));
        }
        field_manager(entry.text(&["manager"]).unwrap_or(""), &path.child("manager"), errors);
        if entry.text(&["subresource"]).is_some_and(|name| name.len() > SUBRESOURCE_MAX) {
            errors.push(FieldError::too_long(&path.child("subresource"), SUBRESOURCE_MAX));
        }
    }
}

/// The name of a field manager, here and as a request's option.
pub fn field_manager(name: &str, path: &Path<'_>, errors: &mut ErrorList) {
    if name.len() > MANAGER_MAX {
        errors.push(FieldError::too_long(path, MANAGER_MAX));
    }
    for (at, c) in name.char_indices() {
        if c.is_control() {
            errors.push(FieldError::invalid(
                path,
                name,
                format!("invalid character U+{:04X} (at position {at})", c as u32),
            ));
        }
    }
}
