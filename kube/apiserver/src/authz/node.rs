//! The Node authorizer: a kubelet may read what its own pods refer to, and little else.
//!
//! As upstream: plugin/pkg/auth/authorizer/node. The graph is kept by the watch cache; what holds for all nodes alike
//! is the committed role `system:node`.

use std::collections::{HashMap, HashSet};

use kube_api::value::Value;
use parking_lot::RwLock;

use super::Attributes;
use super::rules::Rule;

/// What nodes are connected to through their pods.
#[derive(Default)]
pub(crate) struct Graph {
    inner: RwLock<Inner>,
    rules: RwLock<Vec<Rule>>,
}

type Key = (String, String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Secret,
    ConfigMap,
    Claim,
    ServiceAccount,
    ResourceClaim,
}

#[derive(Default)]
struct Inner {
    /// Pods by namespace and name, with the node and what they refer to.
    pods: HashMap<Key, Pod>,
    /// Which pods refer to an object.
    referrers: HashMap<(Kind, Key), HashSet<Key>>,
    /// A volume's claim and its secrets.
    volumes: HashMap<String, (Key, Vec<Key>)>,
    volumes_by_claim: HashMap<Key, HashSet<String>>,
    volumes_by_secret: HashMap<Key, HashSet<String>>,
    attachments: HashMap<String, String>,
    slices: HashMap<String, String>,
}

struct Pod {
    node: String,
    references: Vec<(Kind, Key)>,
}

type Verdict = Result<(), String>;

impl Graph {
    pub(crate) fn set_rules(&self, rules: Vec<Rule>) {
        *self.rules.write() = rules;
    }

    /// Ok when this node may; otherwise what is known about why not.
    pub(crate) fn decide(&self, node: &str, wanted: &Attributes) -> Verdict {
        if wanted.is_resource {
            match (wanted.group.as_str(), wanted.resource.as_str()) {
                ("", "secrets") => return self.read(node, Kind::Secret, wanted),
                ("", "configmaps") => return self.read(node, Kind::ConfigMap, wanted),
                ("", "persistentvolumeclaims") => return self.claim(node, wanted),
                ("", "persistentvolumes") => return self.volume(node, wanted),
                ("resource.k8s.io", "resourceclaims") => return self.get(node, Kind::ResourceClaim, wanted),
                ("storage.k8s.io", "volumeattachments") => {
                    only_get(wanted)?;
                    return related(
                        node,
                        self.inner.read().attachments.get(&wanted.name).is_some_and(|own| own == node),
                    );
                }
                ("", "serviceaccounts") => return self.account(node, wanted),
                ("coordination.k8s.io", "leases") => return lease(node, wanted),
                ("storage.k8s.io", "csinodes") => return csi_node(node, wanted),
                ("resource.k8s.io", "resourceslices") => return self.slice(node, wanted),
                ("", "nodes") => return own_node(node, wanted),
                ("", "pods") => return self.pod(node, wanted),
                ("certificates.k8s.io", "podcertificaterequests") => return Err(String::new()),
                _ => {}
            }
        }
        if self.rules.read().iter().any(|rule| rule.allows(wanted)) { Ok(()) } else { Err(String::new()) }
    }

    fn read(&self, node: &str, kind: Kind, wanted: &Attributes) -> Verdict {
        if !matches!(wanted.verb.as_str(), "get" | "list" | "watch") {
            return deny("can only read resources of this type");
        }
        if !wanted.subresource.is_empty() {
            return deny("cannot read subresource");
        }
        if wanted.namespace.is_empty() {
            return deny("can only read namespaced object of this type");
        }
        self.connected(node, kind, wanted)
    }

    fn get(&self, node: &str, kind: Kind, wanted: &Attributes) -> Verdict {
        only_get(wanted)?;
        self.connected(node, kind, wanted)
    }

    fn connected(&self, node: &str, kind: Kind, wanted: &Attributes) -> Verdict {
        if wanted.name.is_empty() {
            return deny("No Object name found");
        }
        let key = (wanted.namespace.clone(), wanted.name.clone());
        related(node, self.inner.read().reaches(node, kind, &key))
    }

    fn claim(&self, node: &str, wanted: &Attributes) -> Verdict {
        if wanted.subresource == "status" {
            if !matches!(wanted.verb.as_str(), "update" | "patch") {
                return deny("can only get/update/patch this type");
            }
            return self.connected(node, Kind::Claim, wanted);
        }
        self.get(node, Kind::Claim, wanted)
    }

    fn volume(&self, node: &str, wanted: &Attributes) -> Verdict {
        only_get(wanted)?;
        let inner = self.inner.read();
        let claim = inner.volumes.get(&wanted.name).map(|(claim, _)| claim);
        related(node, claim.is_some_and(|claim| inner.reaches(node, Kind::Claim, claim)))
    }

    fn account(&self, node: &str, wanted: &Attributes) -> Verdict {
        if wanted.verb == "get" && wanted.subresource.is_empty() {
            return self.read(node, Kind::ServiceAccount, wanted);
        }
        if wanted.verb != "create" || wanted.name.is_empty() {
            return deny("can only create tokens for individual service accounts");
        }
        if wanted.subresource != "token" {
            return deny("can only create token subresource of serviceaccount");
        }
        self.connected(node, Kind::ServiceAccount, wanted)
    }

    fn slice(&self, node: &str, wanted: &Attributes) -> Verdict {
        if !wanted.subresource.is_empty() {
            return deny("cannot authorize ResourceSlice subresources");
        }
        match wanted.verb.as_str() {
            "create" => Ok(()),
            "get" | "update" | "patch" | "delete" => {
                related(node, self.inner.read().slices.get(&wanted.name).is_some_and(|own| own == node))
            }
            "list" | "watch" | "deletecollection" if selects(&wanted.field_selector, "spec.nodeName", node) => Ok(()),
            "list" | "watch" | "deletecollection" => {
                deny("can only list/watch/deletecollection resourceslices with nodeName field selector")
            }
            _ => deny(
                "only the following verbs are allowed for a ResourceSlice: get, watch, list, create, update, patch, delete, deletecollection",
            ),
        }
    }

    fn pod(&self, node: &str, wanted: &Attributes) -> Verdict {
        let own = || {
            let key = (wanted.namespace.clone(), wanted.name.clone());
            related(node, self.inner.read().pods.get(&key).is_some_and(|pod| pod.node == node))
        };
        match (wanted.subresource.as_str(), wanted.verb.as_str()) {
            ("", "get") => own(),
            ("", "list" | "watch") if selects(&wanted.field_selector, "spec.nodeName", node) => Ok(()),
            ("", "list" | "watch") if !wanted.name.is_empty() => own(),
            ("", "list" | "watch") => deny("can only list/watch pods with spec.nodeName field selector"),
            ("", "create" | "delete") | ("status", "update" | "patch") | ("eviction", "create") => Ok(()),
            _ => deny(""),
        }
    }

    pub(crate) fn pod_changed(&self, namespace: &str, name: &str, object: Option<&Value>) {
        let mut inner = self.inner.write();
        let key = (namespace.to_owned(), name.to_owned());
        if let Some(old) = inner.pods.remove(&key) {
            for reference in old.references {
                if let Some(set) = inner.referrers.get_mut(&reference) {
                    set.remove(&key);
                    if set.is_empty() {
                        inner.referrers.remove(&reference);
                    }
                }
            }
        }
        let Some((object, node)) = object.and_then(|object| Some((object, object.text(&["spec", "nodeName"])?))) else {
            return;
        };
        // As upstream: a mirror pod refers to nothing, or a node could write one to read any secret.
        let mirror = object.pointer(&["metadata", "annotations", "kubernetes.io/config.mirror"]).is_some();
        let references = if mirror { Vec::new() } else { references(object, namespace) };
        for reference in &references {
            inner.referrers.entry(reference.clone()).or_default().insert(key.clone());
        }
        inner.pods.insert(key, Pod { node: node.to_owned(), references });
    }

    pub(crate) fn volume_changed(&self, name: &str, object: Option<&Value>) {
        let mut inner = self.inner.write();
        if let Some((claim, secrets)) = inner.volumes.remove(name) {
            forget(&mut inner.volumes_by_claim, &claim, name);
            for secret in secrets {
                forget(&mut inner.volumes_by_secret, &secret, name);
            }
        }
        let Some(object) = object else { return };
        let text = |path: &[&str]| object.text(path).unwrap_or_default().to_owned();
        let claim = (text(&["spec", "claimRef", "namespace"]), text(&["spec", "claimRef", "name"]));
        if claim.1.is_empty() {
            return;
        }
        let secrets = volume_secrets(object, &claim.0);
        inner.volumes_by_claim.entry(claim.clone()).or_default().insert(name.to_owned());
        for secret in &secrets {
            inner.volumes_by_secret.entry(secret.clone()).or_default().insert(name.to_owned());
        }
        inner.volumes.insert(name.to_owned(), (claim, secrets));
    }

    pub(crate) fn attachment_changed(&self, name: &str, object: Option<&Value>) {
        set_node(&mut self.inner.write().attachments, name, object);
    }

    pub(crate) fn slice_changed(&self, name: &str, object: Option<&Value>) {
        set_node(&mut self.inner.write().slices, name, object);
    }
}

impl Inner {
    fn reaches(&self, node: &str, kind: Kind, key: &Key) -> bool {
        let by_pods = |kind: Kind, key: &Key| {
            self.referrers
                .get(&(kind, key.clone()))
                .is_some_and(|pods| pods.iter().any(|pod| self.pods.get(pod).is_some_and(|pod| pod.node == node)))
        };
        if by_pods(kind, key) {
            return true;
        }
        kind == Kind::Secret
            && self.volumes_by_secret.get(key).is_some_and(|volumes| {
                volumes.iter().filter_map(|name| self.volumes.get(name)).any(|(claim, _)| by_pods(Kind::Claim, claim))
            })
    }
}

fn deny(why: &str) -> Verdict {
    Err(why.to_owned())
}

fn related(node: &str, found: bool) -> Verdict {
    if found { Ok(()) } else { Err(format!("no relationship found between node '{node}' and this object")) }
}

fn only_get(wanted: &Attributes) -> Verdict {
    if wanted.verb != "get" {
        return deny("can only get individual resources of this type");
    }
    if wanted.subresource.is_empty() { Ok(()) } else { deny("cannot get subresource") }
}

fn lease(node: &str, wanted: &Attributes) -> Verdict {
    if !matches!(wanted.verb.as_str(), "get" | "create" | "update" | "patch" | "delete") {
        return deny("can only get, create, update, patch, or delete a node lease");
    }
    if wanted.namespace != "kube-node-lease" {
        return deny("can only access leases in the \"kube-node-lease\" system namespace");
    }
    if wanted.verb != "create" && wanted.name != node {
        return deny("can only access node lease with the same name as the requesting node");
    }
    Ok(())
}

fn csi_node(node: &str, wanted: &Attributes) -> Verdict {
    if !matches!(wanted.verb.as_str(), "get" | "create" | "update" | "patch" | "delete") {
        return deny("can only get, create, update, patch, or delete a CSINode");
    }
    if !wanted.subresource.is_empty() {
        return deny("cannot authorize CSINode subresources");
    }
    if wanted.verb != "create" && wanted.name != node {
        return deny("can only access CSINode with the same name as the requesting node");
    }
    Ok(())
}

fn own_node(node: &str, wanted: &Attributes) -> Verdict {
    match (wanted.subresource.as_str(), wanted.verb.as_str()) {
        ("", "create" | "update" | "patch") | ("status", "update" | "patch") => Ok(()),
        ("", "get" | "list" | "watch") => match wanted.name.as_str() {
            name if name == node => Ok(()),
            "" => Err(format!("node '{node}' cannot read all nodes, only its own Node object")),
            other => Err(format!("node '{node}' cannot read '{other}', only its own Node object")),
        },
        _ => deny(""),
    }
}

fn selects(selector: &str, field: &str, value: &str) -> bool {
    selector.split(',').any(|term| {
        term.trim().strip_prefix(field).and_then(|rest| rest.strip_prefix("==").or_else(|| rest.strip_prefix('=')))
            == Some(value)
    })
}

fn forget(index: &mut HashMap<Key, HashSet<String>>, key: &Key, name: &str) {
    if let Some(set) = index.get_mut(key) {
        set.remove(name);
        if set.is_empty() {
            index.remove(key);
        }
    }
}

fn set_node(index: &mut HashMap<String, String>, name: &str, object: Option<&Value>) {
    match object.and_then(|object| object.text(&["spec", "nodeName"])) {
        Some(node) => drop(index.insert(name.to_owned(), node.to_owned())),
        None => drop(index.remove(name)),
    }
}

/// Secrets that a volume's plugin reads (as upstream: pkg/api/v1/persistentvolume/util.go).
fn volume_secrets(object: &Value, claim_namespace: &str) -> Vec<Key> {
    let mut found = Vec::new();
    let sources = [("azureFile", "secretName", "secretNamespace")];
    for (source, name, namespace) in sources {
        if let Some(name) = object.text(&["spec", source, name]) {
            let namespace = object.text(&["spec", source, namespace]).unwrap_or(claim_namespace);
            found.push((namespace.to_owned(), name.to_owned()));
        }
    }
    let references = [
        ("cephfs", "secretRef"),
        ("cinder", "secretRef"),
        ("flexVolume", "secretRef"),
        ("rbd", "secretRef"),
        ("scaleIO", "secretRef"),
        ("iscsi", "secretRef"),
        ("storageos", "secretRef"),
        ("csi", "controllerPublishSecretRef"),
        ("csi", "nodePublishSecretRef"),
        ("csi", "nodeStageSecretRef"),
        ("csi", "controllerExpandSecretRef"),
        ("csi", "nodeExpandSecretRef"),
    ];
    for (source, reference) in references {
        if let Some(name) = object.text(&["spec", source, reference, "name"]) {
            let namespace = object
                .text(&["spec", source, reference, "namespace"])
                .filter(|namespace| !namespace.is_empty())
                .unwrap_or(claim_namespace);
            found.push((namespace.to_owned(), name.to_owned()));
        }
    }
    found
}

fn references(pod: &Value, namespace: &str) -> Vec<(Kind, Key)> {
    let mut found = Vec::new();
    let mut add = |kind, name: Option<&str>| {
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            found.push((kind, (namespace.to_owned(), name.to_owned())));
        }
    };
    add(Kind::ServiceAccount, pod.text(&["spec", "serviceAccountName"]));
    for secret in pod.items(&["spec", "imagePullSecrets"]) {
        add(Kind::Secret, secret.text(&["name"]));
    }
    for list in ["containers", "initContainers", "ephemeralContainers"] {
        for container in pod.items(&["spec", list]) {
            for source in container.items(&["envFrom"]) {
                add(Kind::Secret, source.text(&["secretRef", "name"]));
                add(Kind::ConfigMap, source.text(&["configMapRef", "name"]));
            }
            for variable in container.items(&["env"]) {
                add(Kind::Secret, variable.text(&["valueFrom", "secretKeyRef", "name"]));
                add(Kind::ConfigMap, variable.text(&["valueFrom", "configMapKeyRef", "name"]));
            }
        }
    }
    let pod_name = pod.text(&["metadata", "name"]).unwrap_or_default();
    for volume in pod.items(&["spec", "volumes"]) {
        add(Kind::Secret, volume.text(&["secret", "secretName"]));
        add(Kind::ConfigMap, volume.text(&["configMap", "name"]));
        add(Kind::Claim, volume.text(&["persistentVolumeClaim", "claimName"]));
        add(Kind::Secret, volume.text(&["azureFile", "secretName"]));
        if volume.get("ephemeral").is_some() {
            let name = volume.text(&["name"]).unwrap_or_default();
            add(Kind::Claim, Some(&format!("{pod_name}-{name}")));
        }
        for source in ["cephfs", "cinder", "flexVolume", "rbd", "scaleIO", "iscsi", "storageos"] {
            add(Kind::Secret, volume.text(&[source, "secretRef", "name"]));
        }
        add(Kind::Secret, volume.text(&["csi", "nodePublishSecretRef", "name"]));
        for source in volume.items(&["projected", "sources"]) {
            add(Kind::Secret, source.text(&["secret", "name"]));
            add(Kind::ConfigMap, source.text(&["configMap", "name"]));
        }
    }
    for claim in pod.items(&["status", "resourceClaimStatuses"]) {
        add(Kind::ResourceClaim, claim.text(&["resourceClaimName"]));
    }
    for claim in pod.items(&["spec", "resourceClaims"]) {
        add(Kind::ResourceClaim, claim.text(&["resourceClaimName"]));
    }
    found
}
