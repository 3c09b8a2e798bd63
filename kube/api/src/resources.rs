//! The table of what the API serves: one row for each served version of a resource, in upstream's order of discovery.
//! What a row looks like inside is `schema`'s; what is done with it is the apiserver's.

#[path = "../generated/resources.rs"]
#[rustfmt::skip]
mod generated;

use crate::schema::Type;

/// One served version of a resource.
#[derive(Debug)]
pub struct Resource {
    pub group: &'static str,
    pub version: &'static str,
    pub plural: &'static str,
    pub singular: &'static str,
    pub kind: &'static str,
    pub namespaced: bool,
    pub verbs: &'static [&'static str],
    /// What stands behind `/registry/`; empty for what is never stored (reviews, bindings).
    pub prefix: &'static str,
    /// Group and version in which it is stored.
    pub storage: (&'static str, &'static str),
    pub short_names: &'static [&'static str],
    pub categories: &'static [&'static str],
    pub schema: &'static Type,
    pub subresources: &'static [Subresource],
}

/// A path below an object.
#[derive(Debug)]
pub struct Subresource {
    pub name: &'static str,
    /// Group, version and kind of what is sent or received there.
    pub group: &'static str,
    pub version: &'static str,
    pub kind: &'static str,
    pub verbs: &'static [&'static str],
    pub schema: &'static Type,
}

/// Every row.
pub fn all() -> &'static [Resource] {
    generated::RESOURCES
}

/// The row of a resource in one of its versions.
pub fn find(group: &str, version: &str, plural: &str) -> Option<&'static Resource> {
    all().iter().find(|row| row.plural == plural && row.group == group && row.version == version)
}

/// The row that serves a kind.
pub fn of_kind(group: &str, version: &str, kind: &str) -> Option<&'static Resource> {
    all().iter().find(|row| row.kind == kind && row.group == group && row.version == version)
}

impl Resource {
    /// `apps/v1`, or `v1` of the core group.
    pub fn api_version(&self) -> String {
        if self.group.is_empty() { self.version.to_owned() } else { format!("{}/{}", self.group, self.version) }
    }

    pub fn stored(&self) -> bool {
        !self.prefix.is_empty()
    }

    pub fn has_verb(&self, verb: &str) -> bool {
        self.verbs.contains(&verb)
    }

    pub fn subresource(&self, name: &str) -> Option<&'static Subresource> {
        self.subresources.iter().find(|sub| sub.name == name)
    }
}
