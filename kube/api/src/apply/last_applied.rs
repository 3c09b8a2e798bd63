//! Moving from client-side to server-side apply.
//!
//! `kubectl apply` used to keep what it sent in an annotation. When kubectl turns to server-side apply, fields that the
//! annotation names and that nobody has changed since are no conflict; and the annotation follows, so that an old kubectl
//! still finds it. Any other manager has nothing to do with it.
//!
//! As upstream: managedfields/internal/lastapplied*.go.

use super::Writer;
use super::set::Set;
use super::walk::{self, Absent};
use crate::codec::json;
use crate::schema::Type;
use crate::value::Value;

const MANAGER: &str = "kubectl";
const ANNOTATION: [&str; 3] = ["metadata", "annotations", "kubectl.kubernetes.io/last-applied-configuration"];
/// All annotations of an object together.
const MOST_BYTES: usize = 256 * 1024;

/// Fields in which a conflict does not count: applied before by the client, and still as it applied them.
pub(super) fn allowed(of: &Type, live: &Value, by: &Writer<'_>) -> Set {
    let text = live.text(&ANNOTATION).filter(|_| by.manager == MANAGER);
    let last = text.and_then(|text| json::parse(text.as_bytes()).ok());
    let Some(last) = last.filter(|last| last.text(&["apiVersion"]) == Some(by.api_version)) else {
        return Set::default();
    };
    if walk::check(of, &last).is_err() {
        return Set::default();
    }
    let change = walk::compare(of, &last, live, Absent::IsEmpty);
    walk::field_set(of, &last, Absent::IsAbsent)
        .difference(&change.modified)
        .difference(&change.added)
        .difference(&change.removed)
}

/// Writes what was applied into the annotation, where there is one.
pub(super) fn follow(merged: &mut Value, config: &Value, by: &Writer<'_>) {
    if by.manager != MANAGER || merged.pointer(&ANNOTATION).is_none() {
        return;
    }
    let mut bare = config.clone();
    bare.remove_pointer(&ANNOTATION);
    bare.remove_pointer(&["metadata", "managedFields"]);
    let mut bytes = json::encode_plain(&bare);
    bytes.push(b'\n');
    merged.set_pointer(&ANNOTATION, String::from_utf8_lossy(&bytes).into_owned());
    let annotations = merged.pointer(&["metadata", "annotations"]).and_then(Value::as_object);
    let size: usize = annotations
        .into_iter()
        .flat_map(|annotations| annotations.iter())
        .map(|(key, value)| key.as_str().len() + value.as_str().map_or(0, str::len))
        .sum();
    if size > MOST_BYTES {
        merged.remove_pointer(&ANNOTATION);
    }
}
