//! What everybody reads from an object's metadata in a tree, and sets there. Nothing is decided here.

use crate::value::{Object, Value};

/// Readers of `metadata`, `kind` and `apiVersion`.
pub trait Meta {
    fn kind(&self) -> &str;
    fn api_version(&self) -> &str;
    fn name(&self) -> &str;
    fn namespace(&self) -> &str;
    fn generate_name(&self) -> &str;
    fn uid(&self) -> &str;
    fn resource_version(&self) -> &str;
    fn generation(&self) -> i64;
    fn labels(&self) -> Option<&Object>;
    fn label(&self, key: &str) -> Option<&str>;
    fn annotation(&self, key: &str) -> Option<&str>;
    fn finalizers(&self) -> impl Iterator<Item = &str>;
    fn owner_references(&self) -> &[Value];
    /// The one owner that manages this object.
    fn controller(&self) -> Option<&Value>;
    fn managed_fields(&self) -> &[Value];
    fn deletion_timestamp(&self) -> Option<&str>;
    /// Sets a field of `metadata`; an empty text removes it.
    fn set_meta(&mut self, name: &str, value: impl Into<Value>);
}

impl Meta for Value {
    fn kind(&self) -> &str {
        self.text(&["kind"]).unwrap_or_default()
    }

    fn api_version(&self) -> &str {
        self.text(&["apiVersion"]).unwrap_or_default()
    }

    fn name(&self) -> &str {
        self.text(&["metadata", "name"]).unwrap_or_default()
    }

    fn namespace(&self) -> &str {
        self.text(&["metadata", "namespace"]).unwrap_or_default()
    }

    fn generate_name(&self) -> &str {
        self.text(&["metadata", "generateName"]).unwrap_or_default()
    }

    fn uid(&self) -> &str {
        self.text(&["metadata", "uid"]).unwrap_or_default()
    }

    fn resource_version(&self) -> &str {
        self.text(&["metadata", "resourceVersion"]).unwrap_or_default()
    }

    fn generation(&self) -> i64 {
        self.int(&["metadata", "generation"]).unwrap_or_default()
    }

    fn labels(&self) -> Option<&Object> {
        self.pointer(&["metadata", "labels"])?.as_object()
    }

    fn label(&self, key: &str) -> Option<&str> {
        self.labels()?.get(key)?.as_str()
    }

    fn annotation(&self, key: &str) -> Option<&str> {
        self.pointer(&["metadata", "annotations", key])?.as_str()
    }

    fn finalizers(&self) -> impl Iterator<Item = &str> {
        self.items(&["metadata", "finalizers"]).iter().filter_map(Value::as_str)
    }

    fn owner_references(&self) -> &[Value] {
        self.items(&["metadata", "ownerReferences"])
    }

    fn controller(&self) -> Option<&Value> {
        self.owner_references().iter().find(|owner| owner.flag(&["controller"]))
    }

    fn managed_fields(&self) -> &[Value] {
        self.items(&["metadata", "managedFields"])
    }

    fn deletion_timestamp(&self) -> Option<&str> {
        self.text(&["metadata", "deletionTimestamp"])
    }

    fn set_meta(&mut self, name: &str, value: impl Into<Value>) {
        let value = value.into();
        let metadata = self.make_object().entry("metadata");
        if value.is_zero() {
            metadata.remove(name);
        } else {
            metadata.set(name, value);
        }
    }
}

/// `apps/v1` in two; the core group is empty.
pub fn group_version(api_version: &str) -> (&str, &str) {
    api_version.split_once('/').unwrap_or(("", api_version))
}

/// The name made of `generateName` and a suffix, which together are never longer than a name may be.
///
/// As upstream: apiserver/pkg/storage/names. The caller brings the randomness: five characters.
pub fn generated_name(base: &str, suffix: &str) -> String {
    const LONGEST: usize = 63;
    let room = LONGEST.saturating_sub(suffix.len());
    let base = if base.len() > room { base.get(..room).unwrap_or(base) } else { base };
    format!("{base}{suffix}")
}

/// The characters a generated suffix is made of. As upstream: apimachinery/pkg/util/rand.
pub const SUFFIX_ALPHABET: &[u8; 27] = b"bcdfghjklmnpqrstvwxz2456789";
