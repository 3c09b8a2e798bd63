//! NodeRestriction: a kubelet writes its own node, its own pods and leases, and no label that it might be chosen by.
//!
//! As upstream: plugin/pkg/admission/noderestriction.

use async_trait::async_trait;
use kube_api::value::Value;

use super::service_account::is_mirror;
use super::{Plugin, Review, Verb, look_fresh};
use crate::status::{Result, quoted};

pub(super) struct NodeRestriction;

#[async_trait]
impl Plugin for NodeRestriction {
    fn name(&self) -> &'static str {
        "NodeRestriction"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        let ctx = review.ctx;
        if !ctx.user.in_group("system:nodes") {
            return Ok(());
        }
        let Some(node) = ctx.user.node() else {
            return Err(review.forbidden(format_args!("could not determine node from user {}", quoted(&ctx.user.name))));
        };
        let sub = ctx.info.subresource.as_str();
        match (ctx.served.group.as_str(), ctx.served.plural.as_str(), sub) {
            ("", "pods", "") => pod(review, node).await,
            ("", "pods", "status") => pod_status(review, node).await,
            ("", "pods", "eviction") => eviction(review, node).await,
            ("", "pods", _) => Err(review.forbidden(format_args!(
                "unexpected pod subresource {}, only 'status' and 'eviction' are allowed",
                quoted(sub)
            ))),
            ("", "nodes", _) => own_node(review, node),
            ("", "persistentvolumeclaims", "status") => Ok(()),
            ("", "persistentvolumeclaims", _) => Err(review.forbidden("may only update PVC status")),
            ("", "serviceaccounts", "token") => token(review, node).await,
            ("coordination.k8s.io", "leases", _) => lease(review, node),
            ("storage.k8s.io", "csinodes", _) => named_as(review, node, "CSINode"),
            ("resource.k8s.io", "resourceslices", _) => slice(review, node),
            _ => Ok(()),
        }
    }
}

async fn pod(review: &mut Review<'_>, node: &str) -> Result<()> {
    match review.verb {
        Verb::Create => {
            let Some(pod) = review.object.as_deref() else { return Ok(()) };
            if !is_mirror(pod) {
                return Err(review.forbidden(format_args!(
                    "pod does not have {} annotation, node {} can only create mirror pods",
                    quoted("kubernetes.io/config.mirror"),
                    quoted(node)
                )));
            }
            if pod.text(&["spec", "nodeName"]) != Some(node) {
                return Err(review.forbidden(format_args!(
                    "node {} can only create pods with spec.nodeName set to itself",
                    quoted(node)
                )));
            }
            mirror_owner(review, node).await?;
            mirror_references(review, node)
        }
        Verb::Delete => {
            let own = review.old.and_then(|old| old.text(&["spec", "nodeName"])) == Some(node);
            if own {
                Ok(())
            } else {
                Err(review.forbidden(format_args!(
                    "node {} can only delete pods with spec.nodeName set to itself",
                    quoted(node)
                )))
            }
        }
        verb => Err(review.forbidden(format_args!(
            "unexpected operation {}, node {} can only create and delete mirror pods",
            quoted(verb.word()),
            quoted(node)
        ))),
    }
}

/// A mirror pod is owned by its node, under the node's own uid.
async fn mirror_owner(review: &Review<'_>, node: &str) -> Result<()> {
    let Some(pod) = review.object.as_deref() else { return Ok(()) };
    let owners = pod.items(&["metadata", "ownerReferences"]);
    let [owner] = owners else {
        let what = if owners.is_empty() {
            "pod with no owner references set"
        } else {
            "pod with multiple owner references set"
        };
        return Err(review.forbidden(format_args!(
            "node {} can only create pods with a single owner reference set to itself; {what}",
            quoted(node)
        )));
    };
    let good = owner.text(&["apiVersion"]) == Some("v1")
        && owner.text(&["kind"]) == Some("Node")
        && owner.text(&["name"]) == Some(node);
    if !good {
        return Err(review.forbidden(format_args!(
            "node {} can only create pods with an owner reference set to itself",
            quoted(node)
        )));
    }
    if !owner.flag(&["controller"]) {
        return Err(review.forbidden(format_args!(
            "node {} can only create pods with a controller owner reference set to itself",
            quoted(node)
        )));
    }
    if owner.flag(&["blockOwnerDeletion"]) {
        return Err(review
            .forbidden(format_args!("node {} must not set blockOwnerDeletion on an owner reference", quoted(node))));
    }
    let known = look_fresh(review.ctx, "", "nodes", "", node).await?;
    let uid = known.as_ref().and_then(|known| known.text(&["metadata", "uid"]));
    if uid.is_none() || owner.text(&["uid"]) != uid {
        return Err(review.forbidden(format_args!(
            "node {} UID mismatch: expected {} got {}",
            quoted(node),
            owner.text(&["uid"]).unwrap_or_default(),
            uid.unwrap_or_default()
        )));
    }
    Ok(())
}

/// A mirror pod refers to nothing that its node might then read.
fn mirror_references(review: &Review<'_>, node: &str) -> Result<()> {
    let Some(pod) = review.object.as_deref() else { return Ok(()) };
    if pod.text(&["spec", "serviceAccountName"]).is_some() {
        return Err(review
            .forbidden(format_args!("node {} can not create pods that reference a service account", quoted(node))));
    }
    let mut faults = [("secrets", false), ("configmaps", false), ("persistentvolumeclaims", false)];
    for volume in pod.items(&["spec", "volumes"]) {
        faults[0].1 |= volume.get("secret").is_some();
        faults[1].1 |= volume.get("configMap").is_some();
        faults[2].1 |= volume.get("persistentVolumeClaim").is_some();
    }
    for list in ["containers", "initContainers"] {
        for container in pod.items(&["spec", list]) {
            for variable in container.items(&["env"]) {
                faults[0].1 |= variable.pointer(&["valueFrom", "secretKeyRef"]).is_some();
                faults[1].1 |= variable.pointer(&["valueFrom", "configMapKeyRef"]).is_some();
            }
            for source in container.items(&["envFrom"]) {
                faults[0].1 |= source.get("secretRef").is_some();
                faults[1].1 |= source.get("configMapRef").is_some();
            }
        }
    }
    match faults.iter().find(|(_, found)| *found) {
        Some((what, _)) => {
            Err(review.forbidden(format_args!("node {} can not create pods that reference {what}", quoted(node))))
        }
        None => Ok(()),
    }
}

async fn pod_status(review: &mut Review<'_>, node: &str) -> Result<()> {
    if review.verb != Verb::Update {
        return Err(review.forbidden(format_args!("unexpected operation {}", quoted(review.verb.word()))));
    }
    let own = review.old.and_then(|old| old.text(&["spec", "nodeName"])) == Some(node);
    if !own {
        return Err(review.forbidden(format_args!(
            "node {} can only update pod status for pods with spec.nodeName set to itself",
            quoted(node)
        )));
    }
    let labels = |object: Option<&Value>| {
        object.and_then(|object| object.pointer(&["metadata", "labels"])).cloned().unwrap_or_default()
    };
    let (new, old) = (labels(review.object.as_deref()), labels(review.old));
    if new != old && !(new.is_zero() && old.is_zero()) {
        return Err(review.forbidden(format_args!("node {} cannot update labels through pod status", quoted(node))));
    }
    Ok(())
}

async fn eviction(review: &mut Review<'_>, node: &str) -> Result<()> {
    let pod = look_fresh(review.ctx, "", "pods", review.namespace(), review.name()).await?;
    if pod.is_some_and(|pod| pod.text(&["spec", "nodeName"]) == Some(node)) {
        return Ok(());
    }
    Err(review.forbidden(format_args!("node {} can only evict pods with spec.nodeName set to itself", quoted(node))))
}

fn own_node(review: &mut Review<'_>, node: &str) -> Result<()> {
    if review.name() != node {
        return Err(review.forbidden(format_args!(
            "node {} is not allowed to modify node {}",
            quoted(node),
            quoted(review.name())
        )));
    }
    let Some(object) = review.object.as_deref() else { return Ok(()) };
    let new = labels_of(object);
    match review.verb {
        Verb::Create => {
            if object.pointer(&["spec", "configSource"]).is_some() {
                return Err(review.forbidden(format_args!(
                    "node {} is not allowed to create pods with a non-nil configSource",
                    quoted(node)
                )));
            }
            let bad: Vec<String> =
                new.iter().filter(|(key, _)| !allowed_label(key)).map(|(key, _)| key.clone()).collect();
            if !bad.is_empty() {
                return Err(review.forbidden(format_args!(
                    "node {} is not allowed to set the following labels: {}",
                    quoted(node),
                    bad.join(", ")
                )));
            }
        }
        Verb::Update => {
            let Some(old) = review.old else { return Ok(()) };
            if object.items(&["spec", "taints"]) != old.items(&["spec", "taints"]) {
                return Err(review.forbidden(format_args!("node {} is not allowed to modify taints", quoted(node))));
            }
            if object.items(&["metadata", "ownerReferences"]) != old.items(&["metadata", "ownerReferences"]) {
                return Err(
                    review.forbidden(format_args!("node {} is not allowed to modify ownerReferences", quoted(node)))
                );
            }
            let before = labels_of(old);
            let mut changed: Vec<&String> = new
                .iter()
                .filter(|(key, value)| before.get(*key) != Some(value))
                .map(|(key, _)| key)
                .chain(before.keys().filter(|key| !new.contains_key(*key)))
                .filter(|key| !allowed_label(key))
                .collect();
            changed.sort();
            if !changed.is_empty() {
                let shown: Vec<&str> = changed.iter().map(|key| key.as_str()).collect();
                return Err(review.forbidden(format_args!("is not allowed to modify labels: {}", shown.join(", "))));
            }
        }
        _ => {}
    }
    Ok(())
}

fn labels_of(object: &Value) -> std::collections::BTreeMap<String, String> {
    let labels = object.pointer(&["metadata", "labels"]).and_then(Value::as_object);
    labels
        .map(|labels| {
            labels
                .iter()
                .map(|(key, value)| (key.as_str().to_owned(), value.as_str().unwrap_or_default().to_owned()))
                .collect()
        })
        .unwrap_or_default()
}

/// As upstream: kubernetes.io labels are the cluster's, but for those that describe a machine.
fn allowed_label(key: &str) -> bool {
    const OWN: [&str; 12] = [
        "kubernetes.io/hostname",
        "topology.kubernetes.io/zone",
        "topology.kubernetes.io/region",
        "failure-domain.beta.kubernetes.io/zone",
        "failure-domain.beta.kubernetes.io/region",
        "node.kubernetes.io/instance-type",
        "beta.kubernetes.io/instance-type",
        "kubernetes.io/os",
        "kubernetes.io/arch",
        "beta.kubernetes.io/os",
        "beta.kubernetes.io/arch",
        "node.kubernetes.io/windows-build",
    ];
    let Some((domain, _)) = key.split_once('/') else { return true };
    let within = |parent: &str| domain == parent || domain.ends_with(&format!(".{parent}"));
    if within("node-restriction.kubernetes.io") {
        return false;
    }
    if !within("kubernetes.io") && !within("k8s.io") {
        return true;
    }
    OWN.contains(&key) || within("kubelet.kubernetes.io") || within("node.kubernetes.io")
}

async fn token(review: &mut Review<'_>, node: &str) -> Result<()> {
    let Some(request) = review.object.as_deref() else { return Ok(()) };
    let bound = ["spec", "boundObjectRef"];
    if request.text(&["spec", "boundObjectRef", "kind"]) != Some("Pod") || request.pointer(&bound).is_none() {
        return Err(review.forbidden("node requested token not bound to a pod"));
    }
    let (name, uid) =
        (request.text(&["spec", "boundObjectRef", "name"]), request.text(&["spec", "boundObjectRef", "uid"]));
    let (Some(name), Some(uid)) = (name, uid) else {
        return Err(review.forbidden("node requested token with a pod binding without a uid"));
    };
    let pod = look_fresh(review.ctx, "", "pods", review.namespace(), name).await?;
    let Some(pod) = pod else {
        return Err(review.forbidden("node requested token bound to a pod that does not exist"));
    };
    if pod.text(&["metadata", "uid"]) != Some(uid) {
        return Err(review.forbidden("the UID in the bound object reference does not match the UID in record. The object might have been deleted and then recreated"));
    }
    if pod.text(&["spec", "nodeName"]) != Some(node) {
        return Err(review.forbidden("node requested token bound to a pod scheduled on a different node"));
    }
    Ok(())
}

fn lease(review: &Review<'_>, node: &str) -> Result<()> {
    if review.namespace() != "kube-node-lease" {
        return Err(review.forbidden("can only access leases in the \"kube-node-lease\" system namespace"));
    }
    named_as(review, node, "node lease")
}

fn named_as(review: &Review<'_>, node: &str, what: &str) -> Result<()> {
    if review.name() == node {
        return Ok(());
    }
    Err(review.forbidden(format_args!("can only access {what} with the same name as the requesting node")))
}

fn slice(review: &Review<'_>, node: &str) -> Result<()> {
    let of = |object: Option<&Value>| object.and_then(|object| object.text(&["spec", "nodeName"])).map(str::to_owned);
    let found = match review.verb {
        Verb::Create => of(review.object.as_deref()),
        _ => of(review.old),
    };
    if found.as_deref() == Some(node) {
        return Ok(());
    }
    let verb = if review.verb == Verb::Create { "create" } else { "delete" };
    Err(review.forbidden(format_args!("can only {verb} ResourceSlice with the same NodeName as the requesting node")))
}
