//! Binding a pod to a node: what a scheduler writes.
//!
//! As upstream: pkg/registry/core/pod/storage, BindingREST.

use async_trait::async_trait;
use http::Response;
use kube_api::value;
use kube_api::value::Value;

use super::own_body;
use crate::http::body::Body;
use crate::http::call::{Call, respond};
use crate::http::negotiate::Offers;
use crate::http::query::WriteOptions;
use crate::registry::{Ctx, Part, Transform, time, update};
use crate::render;
use crate::status::{ApiError, Cause, Named, Result};

pub(super) async fn answer(call: &mut Call, ctx: &Ctx) -> Result<Response<Body>> {
    let answer = call.answer(Offers::PLAIN)?;
    let (binding, options) = own_body(call, ctx, "binding").await?;
    if binding.text(&["metadata", "name"]).is_some_and(|name| name != ctx.info.name) {
        return Err(ApiError::bad_request("name in URL does not match name in Binding object"));
    }
    bind(ctx, &ctx.info.name, &binding, &options).await?;
    Ok(respond(201, render::created(answer)))
}

/// `ctx` is of the pods' resource.
pub(crate) async fn bind(ctx: &Ctx, pod: &str, binding: &Value, options: &WriteOptions) -> Result<()> {
    let invalid = |message: String, field: &str, reason: &str| {
        let cause = Cause { reason: reason.into(), message, field: field.into() };
        ApiError::invalid(Named { group: "", resource: "Binding" }, pod, vec![cause])
    };
    if let Some(kind) = binding.text(&["target", "kind"]).filter(|kind| *kind != "Node") {
        let message =
            format!("Unsupported value: {}: supported values: \"Node\", \"<empty>\"", crate::status::quoted(kind));
        return Err(invalid(message, "target.kind", "FieldValueNotSupported"));
    }
    let node = binding.text(&["target", "name"]).unwrap_or_default();
    if node.is_empty() {
        return Err(invalid("Required value".into(), "target.name", "FieldValueRequired"));
    }
    let mut transform = Bind { binding: binding.clone(), node: node.to_owned() };
    update(ctx, pod, Part::Sub(&PART), &mut transform, options).await.map(drop)
}

static PART: kube_kinds::hooks::Subresource = kube_kinds::hooks::Subresource {
    name: "binding",
    writes: &[&["spec", "nodeName"], &["status", "conditions"], &["metadata", "annotations"], &["metadata", "labels"]],
    metadata: kube_kinds::hooks::Metadata::Written,
    ..kube_kinds::hooks::Subresource::STATUS
};

struct Bind {
    binding: Value,
    node: String,
}

#[async_trait]
impl Transform for Bind {
    async fn next(&mut self, ctx: &Ctx, current: Option<&Value>) -> Result<Value> {
        let what = Named { group: "", resource: "pods/binding" };
        let name = &ctx.info.name;
        let pod = current.ok_or_else(|| ApiError::not_found(Named { group: "", resource: "pods" }, name))?;
        let conflict = |why: String| ApiError::conflict(what, name, why);
        if let Some(uid) = self.binding.text(&["metadata", "uid"])
            && pod.text(&["metadata", "uid"]) != Some(uid)
        {
            let found = pod.text(&["metadata", "uid"]).unwrap_or_default();
            return Err(conflict(format!(
                "Precondition failed: UID in precondition: {uid}, UID in object meta: {found}"
            )));
        }
        if pod.pointer(&["metadata", "deletionTimestamp"]).is_some() {
            return Err(conflict(format!("pod {name} is being deleted, cannot be assigned to a host")));
        }
        if let Some(node) = pod.text(&["spec", "nodeName"]) {
            return Err(conflict(format!("pod {name} is already assigned to node {}", crate::status::quoted(node))));
        }
        if !pod.items(&["spec", "schedulingGates"]).is_empty() {
            return Err(conflict(format!("pod {name} has non-empty .spec.schedulingGates")));
        }
        let mut next = pod.clone();
        next.set_pointer(&["spec", "nodeName"], self.node.as_str());
        for field in ["annotations", "labels"] {
            if let Some(own) = self.binding.pointer(&["metadata", field]).and_then(Value::as_object) {
                for (key, value) in own.iter() {
                    next.set_pointer(&["metadata", field, key.as_str()], value.clone());
                }
            }
        }
        set_condition(&mut next, value!({"type": "PodScheduled", "status": "True"}), time(ctx.now()));
        Ok(next)
    }
}

/// Puts a condition in the place of one of its type; its time changes with its status.
pub(super) fn set_condition(pod: &mut Value, mut condition: Value, now: String) {
    let kind = condition.text(&["type"]).unwrap_or_default().to_owned();
    let mut conditions: Vec<Value> = pod.items(&["status", "conditions"]).to_vec();
    let found = conditions.iter_mut().find(|own| own.text(&["type"]) == Some(&kind));
    let since = found
        .as_ref()
        .filter(|own| own.text(&["status"]) == condition.text(&["status"]))
        .and_then(|own| own.text(&["lastTransitionTime"]).map(str::to_owned));
    condition.set("lastTransitionTime", since.unwrap_or(now));
    match found {
        Some(own) => *own = condition,
        None => conditions.push(condition),
    }
    pod.set_pointer(&["status", "conditions"], conditions);
}
