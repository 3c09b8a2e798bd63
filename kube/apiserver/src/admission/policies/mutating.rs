//! MutatingAdmissionPolicy: what policies change before the object is validated.
//!
//! As upstream: apiserver/pkg/admission/plugin/policy/mutating/dispatcher.go.

use std::sync::Arc;

use async_trait::async_trait;
use kube_api::patch::JsonPatch;
use kube_api::value::Value;
use kube_cel::policies::{Change, Matched, MutatingPolicy};

use super::compiled::Item;
use super::matched::concerns;
use super::params::collect;
use super::{Compiled, Prepared, is_policy, merge};
use crate::admission::{Plugin, Review, Verb};
use crate::status::{ApiError, Cause, Details, Result};
use crate::wire;

pub(in crate::admission) struct Mutating {
    policies: Compiled<MutatingPolicy>,
    bindings: Compiled<()>,
}

/// One policy with one binding and one of its parameters.
struct Invocation {
    policy: Arc<Item<MutatingPolicy>>,
    binding: String,
    param: Option<Value>,
}

impl Mutating {
    pub(in crate::admission) fn new() -> Self {
        Self {
            policies: Compiled::new("mutatingadmissionpolicies", MutatingPolicy::new),
            bindings: Compiled::new("mutatingadmissionpolicybindings", |_| ()),
        }
    }

    async fn invocations(&self, review: &Review<'_>, faults: &mut Vec<String>) -> Result<Vec<Invocation>> {
        let mut found = Vec::new();
        let policies = self.policies.all(&review.ctx.server)?;
        if policies.is_empty() {
            return Ok(found);
        }
        let bindings = self.bindings.all(&review.ctx.server)?;
        for policy in &policies {
            if !concerns(review, policy.object.pointer(&["spec", "matchConstraints"])).await? {
                continue;
            }
            for binding in &bindings {
                if binding.object.text(&["spec", "policyName"]) != Some(policy.name())
                    || !concerns(review, binding.object.pointer(&["spec", "matchResources"])).await?
                {
                    continue;
                }
                match collect(review, &policy.object, &binding.object).await {
                    Ok(params) => found.extend(params.into_iter().map(|param| Invocation {
                        policy: policy.clone(),
                        binding: binding.name().to_owned(),
                        param,
                    })),
                    Err(_) if ignores(policy) => {}
                    Err(why) => {
                        let why = format!("failed to configure binding: {why}");
                        faults.push(refusal(policy.name(), binding.name(), &why));
                    }
                }
            }
        }
        Ok(found)
    }
}

fn ignores(policy: &Item<MutatingPolicy>) -> bool {
    policy.object.text(&["spec", "failurePolicy"]) == Some("Ignore")
}

fn refusal(policy: &str, binding: &str, why: &str) -> String {
    format!("policy '{policy}' with binding '{binding}' denied request: {why}")
}

#[async_trait]
impl Plugin for Mutating {
    fn name(&self) -> &'static str {
        "MutatingAdmissionPolicy"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if is_policy(review) || review.object.is_none() || !matches!(review.verb, Verb::Create | Verb::Update) {
            return Ok(());
        }
        let mut faults = Vec::new();
        let invocations = self.invocations(review, &mut faults).await?;
        let mut changed_after = vec![false; invocations.len()];
        for (at, invocation) in invocations.iter().enumerate() {
            if invoke(review, invocation, &mut faults).await? {
                changed_after.iter_mut().take(at).for_each(|earlier| *earlier = true);
            }
        }
        // As upstream: who asks to be called again is, once, when a later one changed the object.
        for (invocation, changed) in invocations.iter().zip(changed_after) {
            if changed && invocation.policy.object.text(&["spec", "reinvocationPolicy"]) == Some("IfNeeded") {
                invoke(review, invocation, &mut faults).await?;
            }
        }
        match faults.first() {
            None => Ok(()),
            Some(first) => {
                let mut error = review.forbidden(first);
                error.0.message = first.clone();
                error.0.reason = "Invalid".into();
                let causes = faults.into_iter().map(|message| Cause { message, ..Cause::default() });
                error.0.details.get_or_insert_with(Details::default).causes.extend(causes);
                Err(error)
            }
        }
    }
}

/// Runs all mutations of one invocation; true when the object changed.
async fn invoke(review: &mut Review<'_>, invocation: &Invocation, faults: &mut Vec<String>) -> Result<bool> {
    let policy = &invocation.policy;
    let mut note = |why: String| {
        if !ignores(policy) {
            faults.push(refusal(policy.name(), &invocation.binding, &why));
        }
    };
    let param = invocation.param.as_ref();
    let mut prepared = Prepared::new(review).await?;
    match policy.made.matches(&prepared.request(), param) {
        Matched::Yes => {}
        Matched::No => return Ok(false),
        Matched::Failed(why) => {
            note(why);
            return Ok(false);
        }
    }
    let mut changed = false;
    for at in 0..policy.made.len() {
        if changed {
            prepared = Prepared::new(review).await?;
        }
        let change = policy.made.change(at, &prepared.request(), param);
        let next = match change {
            Ok(change) => apply(review, prepared.object.clone(), change),
            Err(why) => Err(why),
        };
        match next {
            Ok(None) => {}
            Ok(Some(next)) => changed |= store(review, next).await?,
            Err(why) => note(why),
        }
    }
    Ok(changed)
}

/// The object with a change; nothing when a test of a patch fails.
fn apply(review: &Review<'_>, mut shown: Value, change: Change) -> std::result::Result<Option<Value>, String> {
    let schema = &review.ctx.served.schema;
    kube_api::patch::json_form(&mut shown, schema);
    match change {
        Change::Apply(mut patch) => {
            for field in ["apiVersion", "kind"] {
                if let Some(own) = shown.get(field) {
                    patch.set(field, own.clone());
                }
            }
            let patch = wire::typed(patch, schema).map_err(|err| {
                format!("error applying patch: failed to convert patch object to typed object: {err}")
            })?;
            if let Some(unknown) = patch.notes.first() {
                return Err(format!("error applying patch: failed to convert patch object to typed object: {unknown}"));
            }
            merge::merge(schema, &mut shown, patch.object).map_err(|why| format!("error applying patch: {why}"))?;
        }
        Change::Patch(operations) => {
            let (patch, _) = JsonPatch::parse(operations).map_err(|err| format!("JSON Patch: {err}"))?;
            if let Err(err) = patch.apply(&mut shown) {
                let text = err.to_string();
                // As upstream: a test that fails leaves the object as it is.
                return if text.contains("test failed") { Ok(None) } else { Err(format!("JSON Patch: {text}")) };
            }
        }
    }
    Ok(Some(shown))
}

/// Takes the changed object in as a client's would be; true when it is another one.
async fn store(review: &mut Review<'_>, shown: Value) -> Result<bool> {
    let served = review.ctx.served.clone();
    let mut next = wire::typed(shown, &served.schema).map_err(|err| ApiError::internal(err.to_string()))?.object;
    served.take_in(&mut next).await?;
    let Some(object) = review.object.as_deref_mut() else { return Ok(false) };
    let changed = next != *object;
    *object = next;
    Ok(changed)
}
