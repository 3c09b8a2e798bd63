//! How many pods of a budget may go just now. As upstream: pkg/controller/disruption.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use kube_api::types::core::Pod;
use kube_api::types::meta::Condition;
use kube_api::types::policy::{PodDisruptionBudget, PodDisruptionBudgetStatus};
use kube_informer::Level;

use crate::meta::{time, until};
use crate::percent::{Round, scaled};
use crate::plan::Plan;
use crate::pods;

/// An eviction that was allowed and did not happen within this time is forgotten.
const EVICTED_WITHIN: SignedDuration = SignedDuration::from_secs(120);

pub(crate) struct Observed {
    pub(crate) budget: Arc<PodDisruptionBudget>,
    /// Pods that the budget's selector chooses.
    pub(crate) pods: Vec<Arc<Pod>>,
    /// How many pods the controllers of those pods want; what cannot be asked is named.
    pub(crate) scale: Result<i32, String>,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let budget = &*seen.budget;
    if budget.metadata.deletion_timestamp.is_some() {
        return plan;
    }
    if seen.pods.is_empty() {
        plan.event(budget, Level::Normal, "NoPods", "No matching pods found");
    }
    let mut status = PodDisruptionBudgetStatus {
        observed_generation: budget.metadata.generation,
        disrupted_pods: disrupted(now, seen, &mut plan),
        conditions: budget.status.conditions.clone(),
        ..PodDisruptionBudgetStatus::default()
    };
    match wanted(seen) {
        Ok((expected, desired)) => {
            let healthy = seen.pods.iter().filter(|pod| {
                let leaving = status.disrupted_pods.contains_key(&pod.metadata.name) || pods::is_terminating(pod);
                !leaving && pods::is_ready(pod)
            });
            status.current_healthy = i32::try_from(healthy.count()).unwrap_or(i32::MAX);
            status.expected_pods = expected;
            status.desired_healthy = desired;
            let allowed = if expected == 0 { 0 } else { (status.current_healthy - desired).max(0) };
            status.disruptions_allowed = allowed;
            let (is, reason) = if allowed > 0 { ("True", "SufficientPods") } else { ("False", "InsufficientPods") };
            put(&mut status.conditions, condition(now, budget, is, reason, ""));
        }
        Err(why) => {
            // Nobody may be evicted on a guess.
            plan.event(
                budget,
                Level::Warning,
                "CalculateExpectedPodCountFailed",
                format!("Failed to calculate the number of expected pods: {why}"),
            );
            status.current_healthy = budget.status.current_healthy;
            status.expected_pods = budget.status.expected_pods;
            status.desired_healthy = budget.status.desired_healthy;
            put(&mut status.conditions, condition(now, budget, "False", "SyncFailed", &why));
        }
    }
    if status != budget.status {
        let mut budget = budget.clone();
        budget.status = status;
        plan.update_status(&budget);
    }
    plan
}

/// How many pods there should be, and how many of them healthy.
fn wanted(seen: &Observed) -> Result<(i32, i32), String> {
    let spec = &seen.budget.spec;
    if let Some(most) = &spec.max_unavailable {
        let expected = seen.scale.clone()?;
        let most = scaled(most, expected, Round::Up).ok_or("maxUnavailable is no number")?;
        return Ok((expected, (expected - most).max(0)));
    }
    let Some(least) = &spec.min_available else { return Ok((0, 0)) };
    if let Some(least) = least.int() {
        return Ok((i32::try_from(seen.pods.len()).unwrap_or(i32::MAX), least));
    }
    let expected = seen.scale.clone()?;
    let least = scaled(least, expected, Round::Up).ok_or("minAvailable is no number")?;
    Ok((expected, least))
}

/// Pods that were allowed to be evicted and whose deletion is not seen yet.
fn disrupted(now: Timestamp, seen: &Observed, plan: &mut Plan) -> BTreeMap<String, kube_api::types::meta::Time> {
    let mut left = seen.budget.status.disrupted_pods.clone();
    left.retain(|name, since| {
        let Some(pod) = seen.pods.iter().find(|pod| pod.metadata.name == *name) else { return false };
        if pods::is_terminating(pod) {
            return false;
        }
        let wait: Duration = until(now, since, EVICTED_WITHIN);
        if wait.is_zero() {
            let budget = &seen.budget.metadata;
            let text =
                format!("Pod was expected by PDB {}/{} to be deleted but it wasn't", budget.namespace, budget.name);
            plan.event(&**pod, Level::Warning, "NotDeleted", text);
            return false;
        }
        plan.again_after(wait);
        true
    });
    left
}

fn condition(now: Timestamp, budget: &PodDisruptionBudget, status: &str, reason: &str, message: &str) -> Condition {
    Condition {
        r#type: "DisruptionAllowed".to_owned(),
        status: status.to_owned(),
        observed_generation: budget.metadata.generation,
        last_transition_time: time(now),
        reason: reason.to_owned(),
        message: message.to_owned(),
    }
}

/// The transition time moves only with the status.
pub(crate) fn put(conditions: &mut Vec<Condition>, mut new: Condition) {
    match conditions.iter_mut().find(|old| old.r#type == new.r#type) {
        Some(old) => {
            if old.status == new.status {
                new.last_transition_time = old.last_transition_time;
            }
            *old = new;
        }
        None => conditions.push(new),
    }
}
