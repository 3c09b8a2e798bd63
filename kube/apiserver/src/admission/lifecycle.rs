//! NamespaceLifecycle: nothing is made in a namespace that does not exist or is going away, and the first namespaces stay.
//!
//! As upstream: apiserver/pkg/admission/plugin/namespace/lifecycle.

use async_trait::async_trait;

use super::{Plugin, Review, Verb, look_fresh};
use crate::status::{ApiError, Cause, Named, Result};

pub(super) struct NamespaceLifecycle;

const IMMORTAL: [&str; 3] = ["default", "kube-system", "kube-public"];

#[async_trait]
impl Plugin for NamespaceLifecycle {
    fn name(&self) -> &'static str {
        "NamespaceLifecycle"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb == Verb::Delete && review.is_main("", "namespaces") && IMMORTAL.contains(&review.name()) {
            return Err(review.forbidden("this namespace may not be deleted"));
        }
        if review.verb != Verb::Create
            || !review.ctx.served.namespaced
            || review.is("authorization.k8s.io", "localsubjectaccessreviews")
        {
            return Ok(());
        }
        let namespace = review.namespace();
        let found = look_fresh(review.ctx, "", "namespaces", "", namespace).await?;
        let Some(found) = found else {
            return Err(ApiError::not_found(Named { group: "", resource: "namespaces" }, namespace));
        };
        if found.text(&["status", "phase"]) != Some("Terminating")
            && found.pointer(&["metadata", "deletionTimestamp"]).is_none()
        {
            return Ok(());
        }
        let mut error = review.forbidden(format_args!(
            "unable to create new content in namespace {namespace} because it is being terminated"
        ));
        if let Some(details) = error.0.details.as_mut() {
            details.causes.push(Cause {
                reason: "NamespaceTerminating".into(),
                message: format!("namespace {namespace} is being terminated"),
                field: "metadata.namespace".into(),
            });
        }
        Err(error)
    }
}
