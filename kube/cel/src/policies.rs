//! Expressions of admission: match conditions of webhooks, and validating and mutating policies. Compiled once for each
//! object that holds them, run over one request; who is concerned and what the answer becomes is the apiserver's.
//!
//! As upstream: apiserver/pkg/admission/plugin/{cel,policy,webhook/matchconditions}.

mod check;
mod conditions;
mod inputs;
mod mutating;
mod scope;
mod validating;

pub use check::{check_conditions, check_policy};
pub use conditions::{Conditions, Matched};
pub use inputs::{Inputs, Request};
pub use mutating::{Change, MutatingPolicy};
pub use validating::{Annotation, Decision, ValidatingPolicy, Verdict};

/// What all expressions of one policy may cost for one request.
pub(crate) const BUDGET: i64 = 10_000_000;

/// What match conditions may cost for one request.
pub(crate) const CONDITIONS_BUDGET: i64 = 2_500_000;

pub(crate) const OUT_OF_BUDGET: &str =
    "validation failed due to running out of cost budget, no further validation rules will be run";

#[cfg(test)]
mod tests;
