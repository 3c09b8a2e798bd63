//! RuntimeClass: a pod's class must exist; it adds its overhead, node selector and tolerations.
//!
//! As upstream: plugin/pkg/admission/runtimeclass.

use async_trait::async_trait;
use kube_api::value::Value;

use super::{Plugin, Review, Verb, look_fresh};
use crate::status::Result;

pub(super) struct RuntimeClass;

#[async_trait]
impl Plugin for RuntimeClass {
    fn name(&self) -> &'static str {
        "RuntimeClass"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create || !review.is_main("", "pods") {
            return Ok(());
        }
        let ctx = review.ctx;
        let Some(name) =
            review.object.as_deref().and_then(|pod| pod.text(&["spec", "runtimeClassName"])).map(str::to_owned)
        else {
            return Ok(());
        };
        let Some(class) = look_fresh(ctx, "node.k8s.io", "runtimeclasses", "", &name).await? else {
            return Err(
                review.forbidden(format_args!("pod rejected: RuntimeClass {} not found", crate::status::quoted(&name)))
            );
        };
        let conflict = review.object.as_deref_mut().and_then(|pod| apply(pod, &class).err());
        match conflict {
            Some(why) => Err(review.forbidden(format_args!("pod rejected: {why}"))),
            None => Ok(()),
        }
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create || !review.is_main("", "pods") {
            return Ok(());
        }
        let Some(pod) = review.object.as_deref() else { return Ok(()) };
        if pod.text(&["spec", "runtimeClassName"]).is_none()
            && pod.pointer(&["spec", "overhead"]).is_some_and(|own| !own.is_zero())
        {
            return Err(
                review.forbidden("pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead")
            );
        }
        Ok(())
    }
}

fn apply(pod: &mut Value, class: &Value) -> std::result::Result<(), String> {
    if let Some(overhead) = class.pointer(&["overhead", "podFixed"]).filter(|overhead| !overhead.is_zero()) {
        match pod.pointer(&["spec", "overhead"]).filter(|own| !own.is_zero()) {
            Some(own) if own != overhead => {
                return Err("pod's Overhead doesn't match RuntimeClass's defined Overhead".to_owned());
            }
            _ => pod.set_pointer(&["spec", "overhead"], overhead.clone()),
        }
    }
    if let Some(selector) = class.pointer(&["scheduling", "nodeSelector"]).and_then(Value::as_object) {
        let mut merged = pod.pointer(&["spec", "nodeSelector"]).cloned().unwrap_or_default();
        for (key, value) in selector.iter() {
            if merged.get(key.as_str()).is_some_and(|own| own != value) {
                return Err(format!(
                    "conflict: runtimeClass.scheduling.nodeSelector[{}] = {}; pod.spec.nodeSelector[{}] = {}",
                    key.as_str(),
                    value.as_str().unwrap_or_default(),
                    key.as_str(),
                    merged.get(key.as_str()).and_then(Value::as_str).unwrap_or_default()
                ));
            }
            merged.set(key.clone(), value.clone());
        }
        pod.set_pointer(&["spec", "nodeSelector"], merged);
    }
    let added = class.items(&["scheduling", "tolerations"]);
    if !added.is_empty() {
        let mut tolerations = pod.items(&["spec", "tolerations"]).to_vec();
        for toleration in added {
            if !tolerations.contains(toleration) {
                tolerations.push(toleration.clone());
            }
        }
        pod.set_pointer(&["spec", "tolerations"], tolerations);
    }
    Ok(())
}
