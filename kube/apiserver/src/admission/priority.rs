//! Priority: a pod's priority and preemption policy come from its class; one class at most is the default.
//!
//! As upstream: plugin/pkg/admission/priority.

use async_trait::async_trait;
use kube_api::value::Value;

use super::{Plugin, Review, Verb, look_all, look_fresh};
use crate::status::{ApiError, Named, Result};

pub(super) struct Priority;

const GROUP: &str = "scheduling.k8s.io";

#[async_trait]
impl Plugin for Priority {
    fn name(&self) -> &'static str {
        "Priority"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if !review.is_main("", "pods") || !matches!(review.verb, Verb::Create | Verb::Update) {
            return Ok(());
        }
        let (ctx, verb, old) = (review.ctx, review.verb, review.old);
        let Some(pod) = review.object.as_deref_mut() else { return Ok(()) };
        if verb == Verb::Update {
            // As upstream: what admission once set stays when an update leaves it out.
            for field in ["priority", "preemptionPolicy"] {
                let before = old.and_then(|old| old.pointer(&["spec", field]));
                if let (None, Some(before)) = (pod.pointer(&["spec", field]), before) {
                    pod.set_pointer(&["spec", field], before.clone());
                }
            }
            return Ok(());
        }
        let named = pod.text(&["spec", "priorityClassName"]).map(str::to_owned);
        let class = match &named {
            Some(name) => match look_fresh(ctx, GROUP, "priorityclasses", "", name).await? {
                Some(class) => Some(class),
                None => {
                    let why = format!("no PriorityClass with name {name} was found");
                    return Err(ApiError::forbidden(
                        Named { group: "", resource: "pods" },
                        pod.text(&["metadata", "name"]).unwrap_or_default(),
                        why,
                    ));
                }
            },
            None => default_class(review_classes(ctx)?),
        };
        let value = class.as_ref().and_then(|class| class.int(&["value"])).unwrap_or(0);
        let policy =
            class.as_ref().and_then(|class| class.text(&["preemptionPolicy"])).unwrap_or("PreemptLowerPriority");
        if named.is_none()
            && let Some(name) = class.as_ref().and_then(|class| class.text(&["metadata", "name"]))
        {
            pod.set_pointer(&["spec", "priorityClassName"], name);
        }
        let refuse = |why: String| {
            ApiError::forbidden(
                Named { group: "", resource: "pods" },
                pod.text(&["metadata", "name"]).unwrap_or_default(),
                why,
            )
        };
        if let Some(given) = pod.int(&["spec", "priority"]).filter(|given| *given != value) {
            return Err(refuse(format!(
                "the integer value of priority ({given}) must not be provided in pod spec; priority admission controller computed {value} from the given PriorityClass name"
            )));
        }
        if let Some(given) = pod.text(&["spec", "preemptionPolicy"]).filter(|given| *given != policy) {
            return Err(refuse(format!(
                "the string value of PreemptionPolicy ({given}) must not be provided in pod spec; priority admission controller computed {policy} from the given PriorityClass name"
            )));
        }
        pod.set_pointer(&["spec", "priority"], value);
        pod.set_pointer(&["spec", "preemptionPolicy"], policy);
        Ok(())
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if !review.is_main(GROUP, "priorityclasses") || !matches!(review.verb, Verb::Create | Verb::Update) {
            return Ok(());
        }
        let Some(class) = review.object.as_deref() else { return Ok(()) };
        if !class.flag(&["globalDefault"]) {
            return Ok(());
        }
        let name = class.text(&["metadata", "name"]).unwrap_or_default().to_owned();
        let other = review_classes(review.ctx)?
            .into_iter()
            .find(|other| other.flag(&["globalDefault"]) && other.text(&["metadata", "name"]) != Some(&name));
        match other {
            Some(other) => Err(review.forbidden(format_args!(
                "PriorityClass {} is already marked as default. Only one default can exist",
                other.text(&["metadata", "name"]).unwrap_or_default()
            ))),
            None => Ok(()),
        }
    }
}

fn review_classes(ctx: &crate::registry::Ctx) -> Result<Vec<Value>> {
    look_all(&ctx.server, GROUP, "priorityclasses", "")
}

/// As upstream: of several defaults the one with the lowest value.
fn default_class(classes: Vec<Value>) -> Option<Value> {
    classes
        .into_iter()
        .filter(|class| class.flag(&["globalDefault"]))
        .min_by_key(|class| class.int(&["value"]).unwrap_or(0))
}
