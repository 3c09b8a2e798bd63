//! ValidatingAdmissionPolicy: the first refusal of a policy bound with `Deny` refuses the request.
//!
//! As upstream: apiserver/pkg/admission/plugin/policy/validating/dispatcher.go.

use std::borrow::Cow;

use async_trait::async_trait;
use kube_api::value::Value;
use kube_cel::policies::{Decision, ValidatingPolicy, Verdict};

use super::matched::concerns;
use super::params::collect;
use super::{Compiled, Prepared, is_policy};
use crate::admission::{Plugin, Review};
use crate::status::{ApiError, Cause, Details, Result};

pub(in crate::admission) struct Validating {
    policies: Compiled<ValidatingPolicy>,
    bindings: Compiled<()>,
}

/// Why a request is refused.
struct Denied {
    message: String,
    reason: String,
}

impl Validating {
    pub(in crate::admission) fn new() -> Self {
        Self {
            policies: Compiled::new("validatingadmissionpolicies", ValidatingPolicy::new),
            bindings: Compiled::new("validatingadmissionpolicybindings", |_| ()),
        }
    }
}

#[async_trait]
impl Plugin for Validating {
    fn name(&self) -> &'static str {
        "ValidatingAdmissionPolicy"
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if is_policy(review) {
            return Ok(());
        }
        let policies = self.policies.all(&review.ctx.server)?;
        if policies.is_empty() {
            return Ok(());
        }
        let bindings = self.bindings.all(&review.ctx.server)?;
        let mut prepared = None;
        let mut denied = None;
        for policy in &policies {
            let name = policy.name();
            let bound = |binding: &Value| binding.text(&["spec", "policyName"]) == Some(name);
            if !bindings.iter().any(|binding| bound(&binding.object))
                || !concerns(review, policy.object.pointer(&["spec", "matchConstraints"])).await?
            {
                continue;
            }
            for binding in bindings.iter().filter(|binding| bound(&binding.object)) {
                if !concerns(review, binding.object.pointer(&["spec", "matchResources"])).await? {
                    continue;
                }
                let params = match collect(review, &policy.object, &binding.object).await {
                    Ok(params) => params,
                    Err(_) if policy.object.text(&["spec", "failurePolicy"]) == Some("Ignore") => continue,
                    Err(why) => {
                        let message = format!("failed to configure binding: {why}");
                        let message = refusal(name, binding.name(), &message);
                        denied.get_or_insert(Denied { message, reason: "Invalid".into() });
                        continue;
                    }
                };
                if prepared.is_none() {
                    prepared = Some(Prepared::new(review).await?);
                }
                let Some(prepared) = &prepared else { continue };
                for param in &params {
                    let verdict = policy.made.judge(&prepared.request(), param.as_ref());
                    if let Some(first) = act(review, name, &binding.object, verdict) {
                        denied.get_or_insert(first);
                    }
                }
            }
        }
        denied.map_or(Ok(()), |denied| Err(refused(review, denied)))
    }
}

fn refusal(policy: &str, binding: &str, message: &str) -> String {
    format!("ValidatingAdmissionPolicy '{policy}' with binding '{binding}' denied request: {message}")
}

/// Does what the binding says about refusals, and gives the first that counts.
fn act(review: &Review<'_>, policy: &str, binding: &Value, verdict: Verdict) -> Option<Denied> {
    let name = binding.text(&["metadata", "name"]).unwrap_or_default();
    let has =
        |action: &str| binding.items(&["spec", "validationActions"]).iter().any(|own| own.as_str() == Some(action));
    let mut first = None;
    for decision in verdict.decisions {
        let Decision::Deny { message, reason } = decision else { continue };
        if has("Warn") {
            let text =
                format!("Validation failed for ValidatingAdmissionPolicy '{policy}' with binding '{name}': {message}");
            review.ctx.warn(text);
        }
        if has("Audit") {
            tracing::info!(policy, binding = name, message, "validation failed");
        }
        if has("Deny") {
            let reason = if reason.is_empty() { "Invalid".to_owned() } else { reason };
            first.get_or_insert(Denied { message: refusal(policy, name, &message), reason });
        }
    }
    for message in verdict.failed_annotations {
        first.get_or_insert(Denied { message: refusal(policy, name, &message), reason: "Invalid".into() });
    }
    for annotation in verdict.annotations {
        tracing::debug!(policy, key = annotation.key, value = annotation.value, "audit annotation");
    }
    first
}

fn refused(review: &Review<'_>, denied: Denied) -> ApiError {
    let mut error = review.forbidden(&denied.message);
    error.0.code = match denied.reason.as_str() {
        "Forbidden" => 403,
        "Unauthorized" => 401,
        "RequestEntityTooLarge" => 413,
        _ => 422,
    };
    error.0.reason = Cow::Owned(denied.reason);
    let cause = Cause { message: denied.message, ..Cause::default() };
    error.0.details.get_or_insert_with(Details::default).causes.push(cause);
    error
}
