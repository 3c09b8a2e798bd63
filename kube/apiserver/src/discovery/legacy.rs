//! Discovery as it was before it was aggregated: one document for each group and each version.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use serde::Serialize;

use super::json;
use crate::catalog::{Group, Served, Tables, api_version};
use crate::status::{ApiError, Result};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Versions<'a> {
    kind: &'a str,
    versions: Vec<&'a str>,
    #[serde(rename = "serverAddressByClientCIDRs")]
    addresses: Vec<Address>,
}

#[derive(Serialize)]
struct Address {
    #[serde(rename = "clientCIDR")]
    cidr: &'static str,
    #[serde(rename = "serverAddress")]
    address: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ApiGroup<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_version: Option<&'a str>,
    name: &'a str,
    versions: Vec<Version<'a>>,
    preferred_version: Version<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Version<'a> {
    group_version: String,
    version: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct GroupList<'a> {
    kind: &'a str,
    api_version: &'a str,
    groups: Vec<ApiGroup<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResourceList<'a> {
    kind: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    api_version: &'a str,
    group_version: String,
    resources: Vec<Entry<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    name: String,
    singular_name: &'a str,
    namespaced: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    group: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    version: &'a str,
    kind: &'a str,
    verbs: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    short_names: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    categories: &'a [String],
    #[serde(skip_serializing_if = "String::is_empty")]
    storage_version_hash: String,
}

pub(super) fn document(tables: &Tables, path: &str, address: String) -> Result<Bytes> {
    let mut parts = path.trim_start_matches('/').split('/');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(""), None, ..) => paths(tables),
        (Some("api"), None, ..) => {
            let core = tables.groups.iter().find(|group| group.name.is_empty());
            let versions = core.map(|group| group.versions.iter().map(|version| version.version.as_str()).collect());
            let addresses = vec![Address { cidr: "0.0.0.0/0", address }];
            json(&Versions { kind: "APIVersions", versions: versions.unwrap_or_default(), addresses })
        }
        (Some("apis"), None, ..) => {
            let groups = tables.groups.iter().filter(|group| !group.name.is_empty()).map(|group| entry(group, false));
            json(&GroupList { kind: "APIGroupList", api_version: "v1", groups: groups.collect() })
        }
        (Some("api"), Some(version), None, _) => resources(tables, "", version),
        (Some("apis"), Some(group), None, _) => {
            let found = tables.groups.iter().find(|own| own.name == group).ok_or_else(ApiError::no_such_path)?;
            json(&entry(found, true))
        }
        (Some("apis"), Some(group), Some(version), None) => resources(tables, group, version),
        _ => Err(ApiError::no_such_path()),
    }
}

fn paths(tables: &Tables) -> Result<Bytes> {
    #[derive(Serialize)]
    struct Paths {
        paths: Vec<String>,
    }
    let mut paths: Vec<String> = ["/api", "/api/v1", "/apis", "/apis/"].map(str::to_owned).to_vec();
    for group in tables.groups.iter().filter(|group| !group.name.is_empty()) {
        paths.push(format!("/apis/{}", group.name));
        paths.extend(group.versions.iter().map(|version| format!("/apis/{}/{}", group.name, version.version)));
    }
    let others =
        ["/healthz", "/livez", "/readyz", "/metrics", "/openapi/v2", "/openapi/v3", "/openid/v1/jwks", "/version"];
    paths.extend(others.map(str::to_owned));
    paths.sort();
    json(&Paths { paths })
}

fn entry(group: &Group, alone: bool) -> ApiGroup<'_> {
    let version = |version: &'_ str| Version::<'_> { group_version: api_version(&group.name, version), version: "" };
    let versions: Vec<Version<'_>> =
        group.versions.iter().map(|own| Version { version: &own.version, ..version(&own.version) }).collect();
    let first = group.versions.first().map_or("", |own| own.version.as_str());
    ApiGroup {
        kind: alone.then_some("APIGroup"),
        api_version: alone.then_some("v1"),
        name: &group.name,
        versions,
        preferred_version: Version { group_version: api_version(&group.name, first), version: first },
    }
}

fn resources(tables: &Tables, group: &str, version: &str) -> Result<Bytes> {
    let found = tables
        .groups
        .iter()
        .find(|own| own.name == group)
        .and_then(|group| group.versions.iter().find(|own| own.version == version))
        .ok_or_else(ApiError::no_such_path)?;
    let mut entries = Vec::new();
    for row in &found.resources {
        entries.push(Entry {
            name: row.plural.clone(),
            singular_name: &row.singular,
            namespaced: row.namespaced,
            group: "",
            version: "",
            kind: &row.kind,
            verbs: &row.verbs,
            short_names: &row.short_names,
            categories: &row.categories,
            storage_version_hash: storage_hash(row),
        });
        for sub in &row.subresources {
            let same = sub.group == row.group && sub.version == row.version;
            entries.push(Entry {
                name: format!("{}/{}", row.plural, sub.name),
                singular_name: "",
                namespaced: row.namespaced,
                group: if same { "" } else { &sub.group },
                version: if same { "" } else { &sub.version },
                kind: &sub.kind,
                verbs: &sub.verbs,
                short_names: &[],
                categories: &[],
                storage_version_hash: String::new(),
            });
        }
    }
    let group_version = api_version(group, version);
    let api_version = if group.is_empty() { "" } else { "v1" };
    json(&ResourceList { kind: "APIResourceList", api_version, group_version, resources: entries })
}

/// As upstream: apiserver/pkg/endpoints/discovery/storageversionhash.go.
fn storage_hash(row: &Served) -> String {
    let Some(store) = &row.store else { return String::new() };
    let (group, version) = crate::catalog::split_api_version(&store.api_version);
    let hash = digest(&SHA256, format!("{group}/{version}/{}", store.kind).as_bytes());
    STANDARD.encode(hash.as_ref().get(..8).unwrap_or_default())
}
