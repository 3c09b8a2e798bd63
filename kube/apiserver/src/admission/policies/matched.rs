//! Whether a policy or a binding concerns a request: its rules and selectors.
//!
//! As upstream: apiserver/pkg/admission/plugin/policy/matching.

use kube_api::value::Value;

use crate::admission::Review;
use crate::admission::webhook::{applies, selected};
use crate::status::Result;

/// `matchConstraints` of a policy, `matchResources` of a binding. None of them restricts nothing.
pub(super) async fn concerns(review: &Review<'_>, resources: Option<&Value>) -> Result<bool> {
    let Some(resources) = resources.filter(|resources| !resources.is_null()) else { return Ok(true) };
    let any = |field: &str| resources.items(&[field]).iter().any(|rule| rule_applies(review, rule));
    if any("excludeResourceRules") {
        return Ok(false);
    }
    if !resources.items(&["resourceRules"]).is_empty() && !any("resourceRules") {
        return Ok(false);
    }
    selected(review, resources).await
}

fn rule_applies(review: &Review<'_>, rule: &Value) -> bool {
    let names = rule.items(&["resourceNames"]);
    let named = names.is_empty() || names.iter().any(|name| name.as_str() == Some(review.name()));
    named && applies(review, rule)
}
