//! What of this release's manifests has to be applied, and what of an earlier release has to go.

use std::collections::BTreeSet;
use std::time::Duration;

use kube_api::types::core::Node;
use kube_informer::{DeleteOptions, Propagation, Resource};

use crate::addons::manifest::Manifest;
use crate::plan::{Plan, Step, Target};

pub(crate) const ROLE: &str = "node-role.kubernetes.io/control-plane";
/// Deletions wake us; this is for what somebody changed.
const REAPPLY: Duration = Duration::from_secs(600);

pub(crate) struct Observed<'a> {
    /// Manifests with the resource that serves their kind; `None` where nothing serves it (yet).
    pub(crate) wanted: &'a [(Manifest, Option<Resource>)],
    /// What carries the label now.
    pub(crate) labelled: &'a [Target],
    /// How many nodes the cluster has.
    pub(crate) nodes: usize,
}

pub(crate) fn plan(seen: &Observed<'_>) -> Plan {
    let mut plan = Plan::default();
    let mut keep = BTreeSet::new();
    let mut whole = true;
    for (manifest, resource) in seen.wanted {
        let Some(resource) = resource else {
            whole = false;
            continue;
        };
        let namespace = if resource.namespaced { manifest.namespace.clone() } else { String::new() };
        keep.insert((
            resource.group.to_string(),
            resource.plural.to_string(),
            namespace.clone(),
            manifest.name.clone(),
        ));
        let target = Target { resource: resource.clone(), namespace, name: manifest.name.clone(), uid: String::new() };
        plan.push(Step::Apply(target, manifest.body(seen.nodes).into()));
    }
    // Nothing goes before everything of the new release stands.
    plan.push(Step::Barrier);
    if whole {
        for target in seen.labelled {
            let key = (
                target.resource.group.to_string(),
                target.resource.plural.to_string(),
                target.namespace.clone(),
                target.name.clone(),
            );
            if !keep.contains(&key) {
                let options = DeleteOptions {
                    uid: Some(target.uid.clone()),
                    propagation: Some(Propagation::Background),
                    ..DeleteOptions::default()
                };
                plan.push(Step::Delete(target.clone(), options, None));
            }
        }
    }
    plan.again_after(if whole { REAPPLY } else { Duration::from_secs(5) });
    plan
}

/// A node that runs an API server gets its role and, the first time, the taint that keeps others off. Whoever takes
/// the taint away wants it so: the label says that it was given once.
pub(crate) fn node_role(node: &Node, runs_apiserver: bool) -> Plan {
    let mut plan = Plan::default();
    if !runs_apiserver || node.metadata.labels.contains_key(ROLE) {
        return plan;
    }
    let mut taints: Vec<serde_json::Value> = Vec::new();
    for taint in node.spec.taints.iter().filter(|taint| taint.key != ROLE) {
        let mut json = serde_json::json!({ "key": taint.key, "effect": taint.effect });
        if !taint.value.is_empty() {
            json["value"] = taint.value.as_str().into();
        }
        if let Some(added) = taint.time_added.and_then(|added| added.timestamp()) {
            json["timeAdded"] = crate::meta::rfc3339(added).into();
        }
        taints.push(json);
    }
    taints.push(serde_json::json!({ "key": ROLE, "effect": "NoSchedule" }));
    let body = serde_json::json!({
        "metadata": { "uid": node.metadata.uid, "resourceVersion": node.metadata.resource_version, "labels": { ROLE: "" } },
        "spec": { "taints": taints },
    });
    plan.merge(node, body);
    plan
}
