//! What a failed pod means for its Job, and when enough indexes have succeeded.
//! As upstream: pkg/controller/job/{pod_failure_policy,success_policy}.go.

use kube_api::types::batch::{Job, PodFailurePolicyRule, SuccessPolicy};
use kube_api::types::core::{ContainerStatus, Pod};

use crate::job::indexes::{Indexes, parse};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Counts towards the limits.
    Count,
    Ignore,
    FailIndex,
    FailJob(String),
}

/// The first rule that fits decides; without one the failure counts.
pub(crate) fn verdict(job: &Job, pod: &Pod) -> Verdict {
    let rules = job.spec.pod_failure_policy.as_ref().map(|policy| policy.rules.as_slice()).unwrap_or_default();
    for (at, rule) in rules.iter().enumerate() {
        let Some(why) = matched(rule, pod) else { continue };
        return match rule.action.as_str() {
            "Ignore" => Verdict::Ignore,
            "FailIndex" if job.spec.backoff_limit_per_index.is_some() => Verdict::FailIndex,
            "FailJob" => Verdict::FailJob(format!("{why} matching {} rule at index {at}", rule.action)),
            "Count" => Verdict::Count,
            _ => continue,
        };
    }
    Verdict::Count
}

fn matched(rule: &PodFailurePolicyRule, pod: &Pod) -> Option<String> {
    let meta = &pod.metadata;
    if let Some(codes) = &rule.on_exit_codes {
        let fits = |status: &&ContainerStatus| {
            let code = status.state.terminated.as_ref().map(|terminated| terminated.exit_code);
            let named = codes.container_name.as_ref().is_none_or(|name| *name == status.name);
            named && code.is_some_and(|code| code != 0 && codes.values.contains(&code) == (codes.operator == "In"))
        };
        let all = pod.status.container_statuses.iter().chain(&pod.status.init_container_statuses);
        let status = all.into_iter().find(fits)?;
        let code = status.state.terminated.as_ref().map_or(0, |terminated| terminated.exit_code);
        let pod = format!("{}/{}", meta.namespace, meta.name);
        return Some(format!("Container {} for pod {pod} failed with exit code {code}", status.name));
    }
    let condition = rule.on_pod_conditions.iter().find(|pattern| {
        pod.status.conditions.iter().any(|it| it.r#type == pattern.r#type && it.status == pattern.status)
    })?;
    Some(format!("Pod {}/{} has condition {}", meta.namespace, meta.name, condition.r#type))
}

/// The first rule that is met, in words.
pub(crate) fn met(policy: Option<&SuccessPolicy>, completions: i32, succeeded: &Indexes) -> Option<String> {
    let at = policy?.rules.iter().position(|rule| match (&rule.succeeded_indexes, rule.succeeded_count) {
        (Some(wanted), count) => {
            let wanted = parse(wanted, completions);
            let here = wanted.intersection(succeeded).count();
            here >= count.and_then(|count| usize::try_from(count).ok()).unwrap_or(wanted.len())
        }
        (None, Some(count)) => succeeded.len() >= usize::try_from(count).unwrap_or(0),
        (None, None) => false,
    })?;
    Some(format!("Matched rules at index {at}"))
}
