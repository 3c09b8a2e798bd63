//! Writes the table of resources: what is served under which path, and where it is stored.

use anyhow::{Result, ensure};

use crate::facts::{Group, Resource};
use crate::outputs::MARK;
use crate::schema::constant;

pub(crate) fn source(groups: &[Group], rows: &[Resource]) -> Result<String> {
    let known = |group: &str, version: &str, kind: &str| {
        groups
            .iter()
            .find(|it| it.group == group && it.version == version)
            .filter(|it| it.types.iter().any(|ty| ty.name == kind))
            .map(|it| format!("&schema::{}", constant(&it.module, kind)))
    };
    let mut out = format!(
        "{MARK}use super::{{Resource, Subresource}};\nuse crate::schema::builtin as schema;\n\npub(super) static RESOURCES: &[Resource] = &[\n"
    );
    for row in rows {
        let Some(ty) = known(&row.group, &row.version, &row.kind) else {
            anyhow::bail!("resource {} names an unknown kind {}", row.plural, row.kind)
        };
        let (storage_group, storage_version) = match row.storage.split_once('/') {
            Some(("core", version)) => ("", version),
            Some((group, version)) => (group, version),
            None if row.storage.is_empty() => (row.group.as_str(), row.version.as_str()),
            None => (row.group.as_str(), row.storage.as_str()),
        };
        ensure!(known(storage_group, storage_version, &row.kind).is_some(), "{}: unknown storage version", row.plural);
        out.push_str(&format!(
            "    Resource {{\n        group: {:?},\n        version: {:?},\n        plural: {:?},\n        singular: {:?},\n        kind: {:?},\n        namespaced: {},\n        verbs: &{:?},\n        prefix: {:?},\n        storage: ({storage_group:?}, {storage_version:?}),\n        short_names: &{:?},\n        categories: &{:?},\n        schema: {ty},\n        subresources: &[\n",
            row.group, row.version, row.plural, row.singular, row.kind, row.namespaced, row.verbs, row.prefix, row.short, row.categories
        ));
        for sub in &row.subresources {
            let Some(ty) = known(&sub.group, &sub.version, &sub.kind) else {
                anyhow::bail!("{}/{} names an unknown kind {}", row.plural, sub.name, sub.kind)
            };
            out.push_str(&format!(
                "            Subresource {{ name: {:?}, group: {:?}, version: {:?}, kind: {:?}, verbs: &{:?}, schema: {ty} }},\n",
                sub.name, sub.group, sub.version, sub.kind, sub.verbs
            ));
        }
        out.push_str("        ],\n    },\n");
    }
    out.push_str("];\n");
    Ok(out)
}
