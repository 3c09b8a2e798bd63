//! The tables of all built-in types, by name and by group, version and kind.

#[path = "../../generated/schema.rs"]
#[rustfmt::skip]
mod generated;

use super::Type;
pub use generated::*;

/// One built-in type.
#[derive(Debug)]
pub struct Row {
    pub group: &'static str,
    pub version: &'static str,
    pub name: &'static str,
    /// Carries `kind` and `apiVersion` of its own.
    pub kind: bool,
    /// Has a protobuf form.
    pub protobuf: bool,
    /// Its name in OpenAPI; empty where it is not published.
    pub openapi: &'static str,
    /// `x-kubernetes-unions`, each as JSON.
    pub unions: &'static [&'static str],
    pub schema: &'static Type,
}

/// Every built-in type, by group version.
pub fn types() -> &'static [Row] {
    generated::TYPES
}

/// The kinds that every group carries beside its own. As upstream: metav1.AddToGroupVersion.
const IN_EVERY_GROUP: &[&str] =
    &["WatchEvent", "DeleteOptions", "CreateOptions", "UpdateOptions", "PatchOptions", "GetOptions", "ListOptions"];

/// The kinds of meta that are also known without a group. As upstream: unversioned kinds of metav1.
const WITHOUT_GROUP: &[&str] = &["Status", "APIVersions", "APIGroup", "APIGroupList", "APIResourceList", "List"];

/// The type of a kind.
pub fn kind(group: &str, version: &str, kind: &str) -> Option<&'static Type> {
    let own = types().iter().find(|row| row.kind && row.name == kind && row.group == group && row.version == version);
    let meta = || {
        let shared =
            IN_EVERY_GROUP.contains(&kind) || version == "v1" && group.is_empty() && WITHOUT_GROUP.contains(&kind);
        types().iter().find(|row| shared && row.group == "meta.k8s.io" && row.name == kind)
    };
    own.or_else(meta).map(|row| row.schema)
}
