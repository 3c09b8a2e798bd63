//! The parameters that a binding gives to a policy.
//!
//! As upstream: `CollectParams` in apiserver/pkg/admission/plugin/policy/generic/policy_dispatcher.go.

use kube_api::selectors::LabelSelector;
use kube_api::value::Value;

use crate::admission::{Review, look_all, look_fresh};
use crate::catalog::split_api_version;

/// One run for each: with an object, or with none. Err when the binding cannot be used.
pub(super) async fn collect(
    review: &Review<'_>,
    policy: &Value,
    binding: &Value,
) -> Result<Vec<Option<Value>>, String> {
    let kind = policy.pointer(&["spec", "paramKind"]).filter(|kind| !kind.is_null());
    let reference = binding.pointer(&["spec", "paramRef"]).filter(|reference| !reference.is_null());
    let (Some(kind), Some(reference)) = (kind, reference) else { return Ok(vec![None]) };
    let text = |name: &str| kind.text(&[name]).unwrap_or_default();
    let (group, version) = split_api_version(text("apiVersion"));
    let Some(served) = review.ctx.server.catalog.of_kind(group, version, text("kind")) else {
        return Err(format!("paramKind kind `{}, Kind={}` not known", text("apiVersion"), text("kind")));
    };
    let given = reference.text(&["namespace"]);
    let namespace = match (served.namespaced, given) {
        (true, Some(given)) => given,
        (true, None) if review.namespace().is_empty() => {
            return Err("cannot use namespaced paramRef in policy binding that matches cluster-scoped resources".into());
        }
        (true, None) => review.namespace(),
        (false, Some(_)) => {
            return Err("paramRef.namespace must not be provided for a cluster-scoped `paramKind`".into());
        }
        (false, None) => "",
    };
    let told = |err: crate::status::ApiError| err.to_string();
    let mut found = match reference.text(&["name"]) {
        Some(name) => {
            let one = look_fresh(review.ctx, &served.group, &served.plural, namespace, name).await;
            one.map_err(told)?.into_iter().collect()
        }
        None => {
            let selector = LabelSelector::of_value(reference.get("selector")).map_err(|err| err.to_string())?;
            let mut all = look_all(&review.ctx.server, &served.group, &served.plural, namespace).map_err(told)?;
            all.retain(|object| selector.matches_value(object.pointer(&["metadata", "labels"])));
            all
        }
    };
    served.give_out(&mut found).await.map_err(told)?;
    for object in &mut found {
        kube_api::codec::expose(object, &served.schema);
    }
    if found.is_empty() && reference.text(&["parameterNotFoundAction"]) == Some("Deny") {
        return Err("no params found for policy binding with `Deny` parameterNotFoundAction".into());
    }
    Ok(found.into_iter().map(Some).collect())
}
