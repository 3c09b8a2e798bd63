//! Puts a row to use: prepares writes, sets the generation, checks metadata and body. Names no kind.
//!
//! As upstream: apiserver/pkg/registry/rest (BeforeCreate, BeforeUpdate) and each kind's strategy.go.

use kube_api::field::ErrorList;
use kube_api::value::Value;

use crate::hooks::{FieldPath, Generation, Hooks, Metadata, Request, Subresource};
use crate::metadata;

/// Metadata that no client writes on an update; the stored value is put back where the client left it out.
const KEPT_METADATA: &[&str] = &["uid", "creationTimestamp", "selfLink", "generation"];

impl Hooks {
    /// Readies a new object: drops what this endpoint does not write, sets the generation.
    pub fn prepare_create(&self, new: &mut Value, request: &Request<'_>) {
        for path in self.strategy.reset.iter().filter(|_| self.strategy.reset_on_create) {
            new.remove_pointer(path);
        }
        (self.strategy.prepare_create)(new, request);
        match self.strategy.generation {
            Generation::None => {}
            Generation::Spec | Generation::When(_) => new.set_pointer(&["metadata", "generation"], 1i64),
        }
        (self.strategy.canonicalise)(new);
    }

    /// Readies a changed object: puts back what this endpoint does not write, raises the generation where due.
    pub fn prepare_update(&self, new: &mut Value, old: &Value, request: &Request<'_>) {
        keep_metadata(new, old);
        for path in self.strategy.reset {
            keep(new, old, path);
        }
        (self.strategy.prepare_update)(new, old, request);
        self.raise_generation(new, old);
        (self.strategy.canonicalise)(new);
    }

    /// Readies an object that came through a subresource.
    pub fn prepare_subresource(&self, part: &Subresource, new: &mut Value, old: &Value, request: &Request<'_>) {
        let mut merged = old.clone();
        for path in part.writes {
            keep(&mut merged, new, path);
        }
        let managed = new.pointer(&["metadata", "managedFields"]).cloned();
        let labels = old.pointer(&["metadata", "labels"]).cloned();
        let version = new.pointer(&["metadata", "resourceVersion"]).cloned();
        match part.metadata {
            Metadata::Kept => {
                put(&mut merged, &["metadata", "managedFields"], managed);
                if version.is_some() {
                    put(&mut merged, &["metadata", "resourceVersion"], version);
                }
            }
            Metadata::Written | Metadata::LabelsKept => {
                put(&mut merged, &["metadata"], new.get("metadata").cloned());
                keep_metadata(&mut merged, old);
                if part.metadata == Metadata::LabelsKept {
                    put(&mut merged, &["metadata", "labels"], labels);
                }
            }
        }
        *new = merged;
        (part.prepare)(new, old, request);
        if part.generation {
            self.raise_generation(new, old);
        }
    }

    /// Checks a new object.
    pub fn check_create(&self, new: &Value, namespaced: bool) -> ErrorList {
        let mut errors = metadata::validate_create(new, namespaced, self.strategy.name);
        errors.extend((self.validate_create)(new));
        errors
    }

    /// Checks a changed object.
    pub fn check_update(&self, new: &Value, old: &Value, namespaced: bool) -> ErrorList {
        let mut errors = metadata::validate_update(new, old, namespaced);
        errors.extend((self.validate_update)(new, old));
        errors
    }

    /// Checks an object that came through a subresource.
    pub fn check_subresource(&self, part: &Subresource, new: &Value, old: &Value, namespaced: bool) -> ErrorList {
        let mut errors = metadata::validate_update(new, old, namespaced);
        errors.extend((part.validate)(new, old));
        errors
    }

    fn raise_generation(&self, new: &mut Value, old: &Value) {
        let differs = match self.strategy.generation {
            Generation::None => return,
            Generation::Spec => !same_body(new, old, &["metadata", "status"]),
            Generation::When(differs) => differs(new, old),
        };
        let deleted_now = old.pointer(&["metadata", "deletionTimestamp"]).is_none()
            && new.pointer(&["metadata", "deletionTimestamp"]).is_some();
        let stored = old.int(&["metadata", "generation"]).unwrap_or(0);
        let next = if differs || deleted_now { stored + 1 } else { stored };
        new.set_pointer(&["metadata", "generation"], next);
    }
}

/// Whether two objects agree in everything but the fields `but`.
pub(crate) fn same_body(new: &Value, old: &Value, but: &[&str]) -> bool {
    let typed = ["apiVersion", "kind"];
    let strip = |value: &Value| -> Vec<(String, Value)> {
        value.as_object().map_or_else(Vec::new, |object| {
            object
                .iter()
                .filter(|(key, item)| !but.contains(&key.as_str()) && !typed.contains(&key.as_str()) && !is_empty(item))
                .map(|(key, item)| (key.as_str().to_owned(), item.clone()))
                .collect()
        })
    };
    strip(new) == strip(old)
}

/// Null and containers without content say the same as absence.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::List(items) => items.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

/// Makes the field at `path` what it is in `old`.
fn keep(new: &mut Value, old: &Value, path: FieldPath) {
    put(new, path, old.pointer(path).cloned());
}

fn put(target: &mut Value, path: &[&str], value: Option<Value>) {
    match value {
        Some(value) => target.set_pointer(path, value),
        None => {
            target.remove_pointer(path);
        }
    }
}

/// Identity and history are the server's: what the client left out or may not say comes from the stored object.
fn keep_metadata(new: &mut Value, old: &Value) {
    for name in KEPT_METADATA {
        let path = ["metadata", name];
        let unset = new.pointer(&path).is_none_or(Value::is_zero);
        if unset || *name == "generation" || *name == "selfLink" {
            put(new, &path, old.pointer(&path).cloned());
        }
    }
    for name in ["deletionTimestamp", "deletionGracePeriodSeconds"] {
        let path = ["metadata", name];
        if new.pointer(&path).is_none() {
            put(new, &path, old.pointer(&path).cloned());
        }
    }
}
