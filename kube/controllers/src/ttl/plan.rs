//! Finished Jobs go after their time. As upstream: pkg/controller/ttlafterfinished.

use jiff::{SignedDuration, Timestamp};
use kube_api::types::batch::Job;
use kube_informer::{DeleteOptions, Propagation};

use crate::meta::until;
use crate::plan::{Plan, Step, Target};

pub(crate) fn plan(now: Timestamp, job: &Job) -> Plan {
    let mut plan = Plan::default();
    let Some(seconds) = job.spec.ttl_seconds_after_finished else { return plan };
    let ended = |kind: &str| matches!(kind, "Complete" | "Failed");
    let Some(end) = job.status.conditions.iter().find(|it| ended(&it.r#type) && it.status == "True") else {
        return plan;
    };
    if job.metadata.deletion_timestamp.is_some() {
        return plan;
    }
    let wait = until(now, &end.last_transition_time, SignedDuration::from_secs(seconds.into()));
    if !wait.is_zero() {
        plan.again_after(wait);
        return plan;
    }
    let target = Target::of(job);
    let options = DeleteOptions {
        uid: Some(target.uid.clone()),
        revision: Some(job.metadata.resource_version.clone()),
        propagation: Some(Propagation::Foreground),
        ..DeleteOptions::default()
    };
    plan.push(Step::Delete(target, options, None));
    plan
}
