//! Small plugins that fill in: taints of new nodes, tolerations, default classes, protection of storage in use.
//!
//! As upstream: plugin/pkg/admission/{nodetaint,defaulttolerationseconds,storage,network/defaultingressclass}.

use async_trait::async_trait;
use kube_api::value;
use kube_api::value::Value;

use super::{Plugin, Review, Verb, look_all, look_fresh};
use crate::status::Result;

pub(super) struct TaintNodesByCondition;
pub(super) struct DefaultTolerationSeconds;
pub(super) struct DefaultStorageClass;
pub(super) struct StorageObjectInUseProtection;
pub(super) struct VolumeClaimResize;
pub(super) struct DefaultIngressClass;

const NOT_READY: &str = "node.kubernetes.io/not-ready";
const UNREACHABLE: &str = "node.kubernetes.io/unreachable";

#[async_trait]
impl Plugin for TaintNodesByCondition {
    fn name(&self) -> &'static str {
        "TaintNodesByCondition"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create || !review.is_main("", "nodes") {
            return Ok(());
        }
        let Some(node) = review.object.as_deref_mut() else { return Ok(()) };
        let mut taints: Vec<Value> = node.items(&["spec", "taints"]).to_vec();
        let has = taints
            .iter()
            .any(|taint| taint.text(&["key"]) == Some(NOT_READY) && taint.text(&["effect"]) == Some("NoSchedule"));
        if !has {
            taints.push(value!({"key": NOT_READY, "effect": "NoSchedule"}));
            node.set_pointer(&["spec", "taints"], taints);
        }
        Ok(())
    }
}

#[async_trait]
impl Plugin for DefaultTolerationSeconds {
    fn name(&self) -> &'static str {
        "DefaultTolerationSeconds"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if !review.is_main("", "pods") || !matches!(review.verb, Verb::Create | Verb::Update) {
            return Ok(());
        }
        let Some(pod) = review.object.as_deref_mut() else { return Ok(()) };
        let mut tolerations: Vec<Value> = pod.items(&["spec", "tolerations"]).to_vec();
        let before = tolerations.len();
        for key in [NOT_READY, UNREACHABLE] {
            let tolerated = tolerations.iter().any(|one| {
                let own = one.text(&["key"]).unwrap_or_default();
                let effect = one.text(&["effect"]).unwrap_or_default();
                (own == key || own.is_empty()) && (effect == "NoExecute" || effect.is_empty())
            });
            if !tolerated {
                tolerations.push(
                    value!({"key": key, "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300i64}),
                );
            }
        }
        if tolerations.len() != before {
            pod.set_pointer(&["spec", "tolerations"], tolerations);
        }
        Ok(())
    }
}

/// The newest of the classes that are marked as default, as upstream chooses.
fn newest_default(classes: Vec<Value>, mark: &str) -> Option<String> {
    classes
        .into_iter()
        .filter(|class| class.text(&["metadata", "annotations", mark]) == Some("true"))
        .max_by_key(|class| {
            let created = class.text(&["metadata", "creationTimestamp"]).unwrap_or_default().to_owned();
            (created, std::cmp::Reverse(class.text(&["metadata", "name"]).unwrap_or_default().to_owned()))
        })
        .and_then(|class| class.text(&["metadata", "name"]).map(str::to_owned))
}

#[async_trait]
impl Plugin for DefaultStorageClass {
    fn name(&self) -> &'static str {
        "DefaultStorageClass"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create || !review.is_main("", "persistentvolumeclaims") {
            return Ok(());
        }
        let server = review.ctx.server.clone();
        let Some(claim) = review.object.as_deref_mut() else { return Ok(()) };
        let old_mark = ["metadata", "annotations", "volume.beta.kubernetes.io/storage-class"];
        if claim.pointer(&["spec", "storageClassName"]).is_some() || claim.pointer(&old_mark).is_some() {
            return Ok(());
        }
        let classes = look_all(&server, "storage.k8s.io", "storageclasses", "")?;
        if let Some(name) = newest_default(classes, "storageclass.kubernetes.io/is-default-class") {
            claim.set_pointer(&["spec", "storageClassName"], name);
        }
        Ok(())
    }
}

#[async_trait]
impl Plugin for StorageObjectInUseProtection {
    fn name(&self) -> &'static str {
        "StorageObjectInUseProtection"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create {
            return Ok(());
        }
        let finalizer = if review.is_main("", "persistentvolumes") {
            "kubernetes.io/pv-protection"
        } else if review.is_main("", "persistentvolumeclaims") {
            "kubernetes.io/pvc-protection"
        } else if review.is_main("storage.k8s.io", "volumeattributesclasses") {
            "kubernetes.io/vac-protection"
        } else {
            return Ok(());
        };
        let Some(object) = review.object.as_deref_mut() else { return Ok(()) };
        let mut finalizers: Vec<Value> = object.items(&["metadata", "finalizers"]).to_vec();
        if !finalizers.iter().any(|own| own.as_str() == Some(finalizer)) {
            finalizers.push(Value::from(finalizer));
            object.set_pointer(&["metadata", "finalizers"], finalizers);
        }
        Ok(())
    }
}

#[async_trait]
impl Plugin for VolumeClaimResize {
    fn name(&self) -> &'static str {
        "PersistentVolumeClaimResize"
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Update || !review.is_main("", "persistentvolumeclaims") {
            return Ok(());
        }
        let (Some(new), Some(old)) = (review.object.as_deref(), review.old) else { return Ok(()) };
        let size = ["spec", "resources", "requests", "storage"];
        let read = |claim: &Value| claim.text(&size).and_then(super::look::quantity);
        let (Some(after), Some(before)) = (read(new), read(old)) else { return Ok(()) };
        if after <= before {
            return Ok(());
        }
        if old.text(&["status", "phase"]) != Some("Bound") {
            return Err(review.forbidden("Only bound persistent volume claims can be expanded"));
        }
        let class = match new.text(&["spec", "storageClassName"]) {
            Some(name) => look_fresh(review.ctx, "storage.k8s.io", "storageclasses", "", name).await?,
            None => None,
        };
        if class.is_some_and(|class| class.flag(&["allowVolumeExpansion"])) {
            return Ok(());
        }
        Err(review.forbidden(
            "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize",
        ))
    }
}

#[async_trait]
impl Plugin for DefaultIngressClass {
    fn name(&self) -> &'static str {
        "DefaultIngressClass"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create || !review.is_main("networking.k8s.io", "ingresses") {
            return Ok(());
        }
        let server = review.ctx.server.clone();
        let Some(ingress) = review.object.as_deref_mut() else { return Ok(()) };
        let old_mark = ["metadata", "annotations", "kubernetes.io/ingress.class"];
        if ingress.pointer(&["spec", "ingressClassName"]).is_some() || ingress.pointer(&old_mark).is_some() {
            return Ok(());
        }
        let classes = look_all(&server, "networking.k8s.io", "ingressclasses", "")?;
        if let Some(name) = newest_default(classes, "ingressclass.kubernetes.io/is-default-class") {
            ingress.set_pointer(&["spec", "ingressClassName"], name);
        }
        Ok(())
    }
}
