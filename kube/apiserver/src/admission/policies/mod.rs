//! Admission policies and match conditions: which of them a request concerns, what they are given, and what their
//! answer does to the request. What an expression means is `kube-cel`'s.
//!
//! Not done: the status of type checking (upstream: kube-controller-manager), audit annotations (this server writes no
//! audit log), reinvocation of mutating policies after webhooks.
//!
//! As upstream: apiserver/pkg/admission/plugin/policy.

mod compiled;
mod inputs;
mod matched;
mod merge;
mod mutating;
mod params;
mod validating;

pub(super) use compiled::{Compiled, Item};
pub(super) use inputs::Prepared;
pub(super) use mutating::Mutating;
pub(super) use validating::Validating;

use super::Review;

const GROUP: &str = "admissionregistration.k8s.io";

/// As upstream: policies do not judge what configures them.
fn is_policy(review: &Review<'_>) -> bool {
    review.ctx.served.group == GROUP && review.ctx.served.plural.contains("admissionpolic")
}
