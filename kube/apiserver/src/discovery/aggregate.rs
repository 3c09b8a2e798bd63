//! Aggregated discovery: all groups in one document (apidiscovery.k8s.io/v2).

use bytes::Bytes;
use serde::Serialize;

use super::json;
use crate::catalog::{Served, Tables};
use crate::status::Result;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct List<'a> {
    kind: &'a str,
    api_version: &'a str,
    metadata: Empty,
    items: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Empty {}

#[derive(Serialize)]
struct Group<'a> {
    metadata: Metadata<'a>,
    versions: Vec<Version<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Metadata<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    name: &'a str,
    creation_timestamp: Option<&'a str>,
}

#[derive(Serialize)]
struct Version<'a> {
    version: &'a str,
    resources: Vec<Resource<'a>>,
    freshness: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Resource<'a> {
    resource: &'a str,
    response_kind: Kind<'a>,
    scope: &'a str,
    singular_resource: &'a str,
    verbs: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    short_names: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    categories: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    subresources: Vec<Sub<'a>>,
}

#[derive(Serialize)]
struct Kind<'a> {
    group: &'a str,
    version: &'a str,
    kind: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Sub<'a> {
    subresource: &'a str,
    response_kind: Kind<'a>,
    verbs: &'a [String],
}

pub(super) fn document(tables: &Tables, path: &str) -> Result<Bytes> {
    let core = path == "/api";
    let items = tables
        .groups
        .iter()
        .filter(|group| group.name.is_empty() == core)
        .map(|group| Group {
            metadata: Metadata { name: &group.name, creation_timestamp: None },
            versions: group
                .versions
                .iter()
                .map(|version| Version {
                    version: &version.version,
                    resources: version.resources.iter().map(|row| resource(row)).collect(),
                    freshness: "Current",
                })
                .collect(),
        })
        .collect();
    json(&List { kind: "APIGroupDiscoveryList", api_version: "apidiscovery.k8s.io/v2", metadata: Empty {}, items })
}

fn resource(row: &Served) -> Resource<'_> {
    Resource {
        resource: &row.plural,
        response_kind: Kind { group: &row.group, version: &row.version, kind: &row.kind },
        scope: if row.namespaced { "Namespaced" } else { "Cluster" },
        singular_resource: &row.singular,
        verbs: &row.verbs,
        short_names: &row.short_names,
        categories: &row.categories,
        subresources: row
            .subresources
            .iter()
            .map(|sub| Sub {
                subresource: &sub.name,
                response_kind: Kind { group: &sub.group, version: &sub.version, kind: &sub.kind },
                verbs: &sub.verbs,
            })
            .collect(),
    }
}
