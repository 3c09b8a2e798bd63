//! Reads the manifests that belong to this release. Pure: text goes in, documents come out.

use std::collections::BTreeMap;

use kube_api::codec::{Strictness, json, yaml};
use kube_api::value::Value;

/// Marks what the addons controller owns: what has it and is no longer in the folder goes.
pub(crate) const LABEL: &str = "addons.ironstone.dev/managed";
/// An annotation of a Deployment whose pods stand on nodes of their own: it has no more replicas than there are nodes.
const ONE_A_NODE: &str = "addons.ironstone.dev/one-a-node";

/// One object to be applied.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Manifest {
    pub(crate) api_version: String,
    pub(crate) kind: String,
    pub(crate) namespace: String,
    pub(crate) name: String,
    /// With the label.
    body: Value,
    one_a_node: bool,
}

impl Manifest {
    /// What is applied to a cluster of so many nodes, as JSON.
    pub(crate) fn body(&self, nodes: usize) -> Vec<u8> {
        let mut body = self.body.clone();
        if self.one_a_node {
            let wanted = body.int(&["spec", "replicas"]).unwrap_or(1);
            let fit = i64::try_from(nodes).unwrap_or(i64::MAX).max(1);
            body.set_pointer(&["spec", "replicas"], wanted.min(fit));
        }
        json::encode_plain(&body)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    #[error("{file}, document {document}: {why}")]
    Parse { file: String, document: usize, why: String },
    #[error("{file}: nobody says what ${{{name}}} is")]
    Variable { file: String, name: String },
}

/// All documents of one file. `${NAME}` stands for a variable of the cluster.
pub(crate) fn parse(
    file: &str,
    text: &str,
    variables: &BTreeMap<String, String>,
) -> Result<Vec<Manifest>, ManifestError> {
    let text = substituted(file, text, variables)?;
    let mut manifests = Vec::new();
    for (document, part) in documents(&text).into_iter().enumerate() {
        let fault = |why: String| ManifestError::Parse { file: file.to_owned(), document: document + 1, why };
        let (mut value, _) = yaml::parse(part.as_bytes(), Strictness::Ignore).map_err(|err| fault(err.to_string()))?;
        let get = |path: &[&str]| value.text(path).unwrap_or_default().to_owned();
        let (api_version, kind, name) = (get(&["apiVersion"]), get(&["kind"]), get(&["metadata", "name"]));
        let namespace = get(&["metadata", "namespace"]);
        if api_version.is_empty() || kind.is_empty() || name.is_empty() {
            return Err(fault("apiVersion, kind or metadata.name is missing".to_owned()));
        }
        label(&mut value);
        let one_a_node = value.pointer(&["metadata", "annotations", ONE_A_NODE]).is_some();
        manifests.push(Manifest { api_version, kind, namespace, name, body: value, one_a_node });
    }
    Ok(manifests)
}

/// Parts between `---` lines that hold more than comments.
fn documents(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in text.lines() {
        if line.trim_end() == "---" {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    let holds = |part: &String| part.lines().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    parts.retain(holds);
    parts
}

fn substituted(file: &str, text: &str, variables: &BTreeMap<String, String>) -> Result<String, ManifestError> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        let value = variables.get(name);
        let missing = || ManifestError::Variable { file: file.to_owned(), name: name.to_owned() };
        out.push_str(value.ok_or_else(missing)?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn label(value: &mut Value) {
    value.set_pointer(&["metadata", "labels", LABEL], "true");
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# proxy\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: kube-system}\n\
                        data: {cidr: \"${POD_CIDR}\"}\n---\n# nothing\n";

    #[test]
    fn documents_are_substituted_and_labelled() {
        let variables = [("POD_CIDR".to_owned(), "10.244.0.0/16".to_owned())].into();
        let manifests = parse("a.yaml", TEXT, &variables).unwrap();
        assert_eq!(manifests.len(), 1);
        let manifest = &manifests[0];
        assert_eq!((manifest.kind.as_str(), manifest.namespace.as_str()), ("ConfigMap", "kube-system"));
        let body = String::from_utf8(manifest.body(3)).unwrap();
        assert!(body.contains(r#""cidr":"10.244.0.0/16""#), "{body}");
        assert!(body.contains(r#""addons.ironstone.dev/managed":"true""#), "{body}");
    }

    #[test]
    fn replicas_that_need_a_node_each_wait_for_nodes() {
        let text = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: dns, annotations: {addons.ironstone.dev/one-a-node: \"\"}}\n\
                    spec: {replicas: 2}\n";
        let manifest = &parse("a.yaml", text, &BTreeMap::new()).unwrap()[0];
        for (nodes, replicas) in [(0, 1), (1, 1), (2, 2), (9, 2)] {
            let body = String::from_utf8(manifest.body(nodes)).unwrap();
            assert!(body.contains(&format!(r#""replicas":{replicas}"#)), "{nodes} nodes: {body}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let err = parse("a.yaml", TEXT, &BTreeMap::new()).unwrap_err();
        assert_eq!(err.to_string(), "a.yaml: nobody says what ${POD_CIDR} is");
        let err = parse("b.yaml", "kind: Pod\n", &BTreeMap::new()).unwrap_err();
        assert_eq!(err.to_string(), "b.yaml, document 1: apiVersion, kind or metadata.name is missing");
    }
}
