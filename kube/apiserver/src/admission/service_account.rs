//! ServiceAccount: every pod has an account, its token as a projected volume, and the account's pull secrets.
//!
//! As upstream: plugin/pkg/admission/serviceaccount.

use async_trait::async_trait;
use kube_api::value;
use kube_api::value::Value;

use super::{Plugin, Review, Verb, look_fresh};
use crate::status::{ApiError, Named, Result, quoted};

pub(super) struct ServiceAccount;

const MOUNT: &str = "/var/run/secrets/kubernetes.io/serviceaccount";
/// As upstream: a token that is asked for in this way is one that a legacy client may hold for longer.
const TOKEN_SECONDS: i64 = 3607;
const MIRROR: &str = "kubernetes.io/config.mirror";

#[async_trait]
impl Plugin for ServiceAccount {
    fn name(&self) -> &'static str {
        "ServiceAccount"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create || !review.is_main("", "pods") {
            return Ok(());
        }
        let ctx = review.ctx;
        let namespace = review.namespace().to_owned();
        let Some(pod) = review.object.as_deref_mut() else { return Ok(()) };
        if is_mirror(pod) {
            return Ok(());
        }
        if pod.text(&["spec", "serviceAccountName"]).is_none() {
            pod.set_pointer(&["spec", "serviceAccountName"], "default");
        }
        let name = pod.text(&["spec", "serviceAccountName"]).unwrap_or_default().to_owned();
        pod.set_pointer(&["spec", "serviceAccount"], name.as_str());
        let Some(account) = look_fresh(ctx, "", "serviceaccounts", &namespace, &name).await? else {
            let why = format!(
                "error looking up service account {namespace}/{name}: serviceaccount {} not found",
                quoted(&name)
            );
            let pod_name = pod.text(&["metadata", "name"]).unwrap_or_default();
            return Err(ApiError::forbidden(Named { group: "", resource: "pods" }, pod_name, why));
        };
        let wants = |object: &Value, path: &[&str]| object.pointer(path).and_then(Value::as_bool);
        let automount = wants(pod, &["spec", "automountServiceAccountToken"])
            .or_else(|| wants(&account, &["automountServiceAccountToken"]))
            .unwrap_or(true);
        if automount {
            mount_token(pod);
        }
        if pod.items(&["spec", "imagePullSecrets"]).is_empty() {
            let secrets: Vec<Value> = account.items(&["imagePullSecrets"]).to_vec();
            if !secrets.is_empty() {
                pod.set_pointer(&["spec", "imagePullSecrets"], secrets);
            }
        }
        Ok(())
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create || !review.is_main("", "pods") {
            return Ok(());
        }
        let Some(pod) = review.object.as_deref() else { return Ok(()) };
        if is_mirror(pod) {
            if pod.text(&["spec", "serviceAccountName"]).is_some() {
                return Err(review.forbidden("a mirror pod may not reference service accounts"));
            }
            for volume in pod.items(&["spec", "volumes"]) {
                if volume.get("secret").is_some() {
                    return Err(review.forbidden("a mirror pod may not reference secrets"));
                }
                if volume
                    .items(&["projected", "sources"])
                    .iter()
                    .any(|source| source.get("serviceAccountToken").is_some())
                {
                    return Err(review.forbidden("a mirror pod may not use ServiceAccountToken volume projections"));
                }
            }
        }
        Ok(())
    }
}

pub(super) fn is_mirror(pod: &Value) -> bool {
    pod.pointer(&["metadata", "annotations", MIRROR]).is_some()
}

fn mount_token(pod: &mut Value) {
    let is_token = |volume: &&Value| volume.text(&["name"]).is_some_and(|name| name.starts_with("kube-api-access-"));
    let existing = pod.items(&["spec", "volumes"]).iter().find(is_token).and_then(|volume| volume.text(&["name"]));
    let name = existing.map_or_else(|| crate::registry::generate_name("kube-api-access-"), str::to_owned);
    let had = existing.is_some();
    let mut needed = false;
    for list in ["containers", "initContainers"] {
        let Some(containers) = pod.pointer_mut(&["spec", list]).and_then(Value::as_list_mut) else { continue };
        for container in containers.iter_mut() {
            let mounted =
                container.items(&["volumeMounts"]).iter().any(|mount| mount.text(&["mountPath"]) == Some(MOUNT));
            if mounted {
                continue;
            }
            let mount = value!({"name": (name.as_str()), "readOnly": true, "mountPath": MOUNT});
            match container.get_mut("volumeMounts").and_then(Value::as_list_mut) {
                Some(mounts) => mounts.push(mount),
                None => drop(container.set("volumeMounts", vec![mount])),
            }
            needed = true;
        }
    }
    if !needed || had {
        return;
    }
    let volume = value!({
        "name": (name.as_str()),
        "projected": {
            "defaultMode": 420i64,
            "sources": [
                {"serviceAccountToken": {"path": "token", "expirationSeconds": TOKEN_SECONDS}},
                {"configMap": {"name": "kube-root-ca.crt", "items": [{"key": "ca.crt", "path": "ca.crt"}]}},
                {"downwardAPI": {"items": [
                    {"path": "namespace", "fieldRef": {"apiVersion": "v1", "fieldPath": "metadata.namespace"}}
                ]}}
            ]
        }
    });
    match pod.pointer_mut(&["spec", "volumes"]).and_then(Value::as_list_mut) {
        Some(volumes) => volumes.push(volume),
        None => pod.set_pointer(&["spec", "volumes"], vec![volume]),
    }
}
