//! Which resources the API server serves now. Aggregated discovery only (`apidiscovery.k8s.io/v2`, served since 1.26).

use std::borrow::Cow;

use http::Method;
use serde::Deserialize;

use crate::client::Client;
use crate::error::Error;
use crate::options::Resource;
use crate::wire::garbled;

const ACCEPT: &str = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

/// A resource as served, in its group's preferred version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    pub resource: Resource,
    pub verbs: Vec<String>,
    /// Its group-version could not be asked just now (an aggregated API that is down).
    pub stale: bool,
}

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    items: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    #[serde(default)]
    metadata: GroupMeta,
    #[serde(default)]
    versions: Vec<Version>,
}

#[derive(Deserialize, Default)]
struct GroupMeta {
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
struct Version {
    version: String,
    #[serde(default)]
    resources: Vec<Entry>,
    #[serde(default)]
    freshness: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    resource: String,
    #[serde(default)]
    response_kind: Kind,
    #[serde(default)]
    scope: String,
    #[serde(default)]
    verbs: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Kind {
    #[serde(default)]
    kind: String,
}

impl Served {
    pub fn can(&self, verbs: &[&str]) -> bool {
        verbs.iter().all(|verb| self.verbs.iter().any(|has| has == verb))
    }
}

impl Client {
    /// Every resource once, in the first version of its group that serves it.
    pub async fn discover(&self) -> Result<Vec<Served>, Error> {
        let mut found = Vec::new();
        for path in ["/api", "/apis"] {
            let answer = self.call(Method::GET, path).accept(ACCEPT).send().await?;
            let document = serde_json::from_slice(&answer.body).map_err(|err| garbled("discovery", err))?;
            collect(document, &mut found);
        }
        Ok(found)
    }
}

fn collect(document: Document, found: &mut Vec<Served>) {
    for group in document.items {
        let mut seen: Vec<String> = Vec::new();
        for version in group.versions {
            for entry in version.resources {
                if seen.contains(&entry.resource) {
                    continue;
                }
                seen.push(entry.resource.clone());
                found.push(Served {
                    resource: Resource {
                        group: Cow::Owned(group.metadata.name.clone()),
                        version: Cow::Owned(version.version.clone()),
                        plural: Cow::Owned(entry.resource),
                        kind: Cow::Owned(entry.response_kind.kind),
                        namespaced: entry.scope == "Namespaced",
                    },
                    verbs: entry.verbs,
                    stale: version.freshness == "Stale",
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_resource_once_in_its_preferred_version() {
        let document = serde_json::from_str(
            r#"{"items":[{"metadata":{"name":"g"},"versions":[
                {"version":"v1","resources":[{"resource":"a","scope":"Namespaced","verbs":["get"],"responseKind":{"kind":"A"}}]},
                {"version":"v1beta1","freshness":"Stale","resources":[{"resource":"a","scope":"Namespaced"},{"resource":"b","scope":"Cluster"}]}]}]}"#,
        );
        let mut found = Vec::new();
        collect(document.unwrap(), &mut found);
        let names: Vec<_> = found.iter().map(|served| (served.resource.api_version(), served.stale)).collect();
        assert_eq!(names, [("g/v1".into(), false), ("g/v1beta1".into(), true)]);
        assert!(found[0].can(&["get"]) && !found[0].can(&["list"]));
    }
}
