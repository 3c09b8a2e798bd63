//! A Deployment's counts and conditions. As upstream: deployment/sync.go, deployment/progress.go.

use std::time::Duration;

use jiff::SignedDuration;
use kube_api::types::Object;
use kube_api::types::apps::{Deployment, DeploymentCondition, DeploymentStatus, ReplicaSet};
use kube_informer::Level;

use crate::deployment::plan::Rollout;
use crate::deployment::scale;
use crate::meta::{time, until};

const PROGRESSING: &str = "Progressing";
const FAILURE: &str = "ReplicaFailure";
const AVAILABLE: &str = "NewReplicaSetAvailable";
const TIMED_OUT: &str = "ProgressDeadlineExceeded";

pub(crate) fn is_complete(deployment: &Deployment, status: &DeploymentStatus) -> bool {
    let wanted = deployment.spec.replicas.unwrap_or(1);
    status.updated_replicas == wanted
        && status.replicas == wanted
        && status.available_replicas == wanted
        && status.observed_generation >= deployment.metadata().generation
}

fn deadline(deployment: &Deployment) -> Option<i32> {
    deployment.spec.progress_deadline_seconds.filter(|seconds| *seconds != i32::MAX)
}

fn get<'a>(status: &'a DeploymentStatus, kind: &str) -> Option<&'a DeploymentCondition> {
    status.conditions.iter().find(|condition| condition.r#type == kind)
}

/// As upstream: the same status and reason change nothing, the same status keeps its transition time.
fn set(status: &mut DeploymentStatus, mut condition: DeploymentCondition) {
    if let Some(old) = get(status, &condition.r#type) {
        if old.status == condition.status && old.reason == condition.reason {
            return;
        }
        if old.status == condition.status {
            condition.last_transition_time = old.last_transition_time;
        }
    }
    remove(status, &condition.r#type);
    status.conditions.push(condition);
}

fn remove(status: &mut DeploymentStatus, kind: &str) {
    status.conditions.retain(|condition| condition.r#type != kind);
}

impl Rollout {
    fn condition(&self, kind: &str, status: &str, reason: &str, message: impl Into<String>) -> DeploymentCondition {
        let now = time(self.now);
        DeploymentCondition {
            r#type: kind.to_owned(),
            status: status.to_owned(),
            last_update_time: now,
            last_transition_time: now,
            reason: reason.to_owned(),
            message: message.into(),
        }
    }

    fn note(&mut self, status: &str, reason: &str, message: String) {
        if deadline(&self.deployment).is_some() {
            let condition = self.condition(PROGRESSING, status, reason, message);
            set(&mut self.deployment.status, condition);
        }
    }
}

/// Pausing stops the progress clock, resuming starts it anew.
pub(crate) fn note_pause(rollout: &mut Rollout) {
    let reason = get(&rollout.deployment.status, PROGRESSING).map(|condition| condition.reason.as_str());
    if reason == Some(TIMED_OUT) {
        return;
    }
    let was = reason == Some("DeploymentPaused");
    match (rollout.deployment.spec.paused, was) {
        (true, false) => rollout.note("Unknown", "DeploymentPaused", "Deployment is paused".to_owned()),
        (false, true) => rollout.note("Unknown", "DeploymentResumed", "Deployment is resumed".to_owned()),
        _ => {}
    }
}

pub(crate) fn note_found(rollout: &mut Rollout, name: &str) {
    if get(&rollout.deployment.status, PROGRESSING).is_none() {
        rollout.note("True", "FoundNewReplicaSet", format!("Found new replica set {name:?}"));
    }
}

pub(crate) fn note_created(rollout: &mut Rollout, name: &str) {
    rollout.note("True", "NewReplicaSetCreated", format!("Created new replica set {name:?}"));
}

pub(crate) fn note_failed(rollout: &mut Rollout, why: &str) {
    let message = format!("Failed to create new replica set: {why}");
    rollout.note("False", "ReplicaSetCreateError", message.clone());
    rollout.plan.event(&rollout.deployment, Level::Warning, "ReplicaSetCreateError", message);
}

/// `progress`: also judge how the rollout goes.
pub(crate) fn sync(rollout: &mut Rollout, progress: bool) {
    let mut status = counted(rollout);
    if progress {
        judge(rollout, &mut status);
        match failure(rollout) {
            Some(condition) => set(&mut status, condition),
            None => remove(&mut status, FAILURE),
        }
        if status == rollout.deployment.status {
            check_later(rollout, &status);
        }
    }
    rollout.deployment.status = status;
}

fn counted(rollout: &Rollout) -> DeploymentStatus {
    let deployment = &rollout.deployment;
    let sum = |of: fn(&ReplicaSet) -> i32| rollout.all().map(of).sum::<i32>();
    let available = sum(|set| set.status.available_replicas);
    let mut status = DeploymentStatus {
        observed_generation: deployment.metadata().generation,
        replicas: sum(|set| set.status.replicas),
        updated_replicas: rollout.new.as_ref().map_or(0, |set| set.status.replicas),
        ready_replicas: sum(|set| set.status.ready_replicas),
        available_replicas: available,
        unavailable_replicas: (sum(scale::size) - available).max(0),
        terminating_replicas: terminating(rollout),
        conditions: deployment.status.conditions.clone(),
        collision_count: deployment.status.collision_count,
    };
    let enough = available >= rollout.wanted() - scale::max_unavailable(deployment);
    let (is, reason, message) = if enough {
        ("True", "MinimumReplicasAvailable", "Deployment has minimum availability.")
    } else {
        ("False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability.")
    };
    set(&mut status, rollout.condition("Available", is, reason, message));
    status
}

/// Not known while a set that was looked at does not say.
fn terminating(rollout: &Rollout) -> Option<i32> {
    let looked_at =
        |set: &&ReplicaSet| set.status.observed_generation != 0 || set.status.terminating_replicas.is_some();
    rollout.all().filter(looked_at).map(|set| set.status.terminating_replicas).sum()
}

fn judge(rollout: &Rollout, status: &mut DeploymentStatus) {
    let deployment = &rollout.deployment;
    let Some(seconds) = deadline(deployment) else { return remove(status, PROGRESSING) };
    let current = get(&deployment.status, PROGRESSING).cloned();
    let done_before = current.as_ref().is_some_and(|condition| condition.reason == AVAILABLE);
    if status.replicas == status.updated_replicas && done_before {
        return;
    }
    let who = match &rollout.new {
        Some(set) => format!("ReplicaSet {:?}", set.metadata().name),
        None => format!("Deployment {:?}", deployment.metadata().name),
    };
    if is_complete(deployment, status) {
        let message = format!("{who} has successfully progressed.");
        set(status, rollout.condition(PROGRESSING, "True", AVAILABLE, message));
    } else if progressed(&deployment.status, status) {
        let message = format!("{who} is progressing.");
        let mut condition = rollout.condition(PROGRESSING, "True", "ReplicaSetUpdated", message);
        if let Some(current) = current.filter(|current| current.status == "True") {
            condition.last_transition_time = current.last_transition_time;
        }
        // Taken out first: the update time moves on even where nothing else differs.
        remove(status, PROGRESSING);
        set(status, condition);
    } else if timed_out(rollout, status, seconds) {
        let message = format!("{who} has timed out progressing.");
        set(status, rollout.condition(PROGRESSING, "False", TIMED_OUT, message));
    }
}

fn progressed(old: &DeploymentStatus, new: &DeploymentStatus) -> bool {
    new.updated_replicas > old.updated_replicas
        || new.replicas - new.updated_replicas < old.replicas - old.updated_replicas
        || new.ready_replicas > old.ready_replicas
        || new.available_replicas > old.available_replicas
}

fn timed_out(rollout: &Rollout, status: &DeploymentStatus, seconds: i32) -> bool {
    match get(status, PROGRESSING) {
        None => false,
        Some(condition) if condition.reason == AVAILABLE => false,
        Some(condition) if condition.reason == TIMED_OUT => true,
        Some(condition) => left(rollout, condition, seconds).is_zero(),
    }
}

fn left(rollout: &Rollout, condition: &DeploymentCondition, seconds: i32) -> Duration {
    until(rollout.now, &condition.last_update_time, SignedDuration::from_secs(seconds.into()))
}

/// Nothing changed, and nothing will wake us when the deadline passes.
fn check_later(rollout: &mut Rollout, status: &DeploymentStatus) {
    let Some(seconds) = deadline(&rollout.deployment) else { return };
    let Some(condition) = get(status, PROGRESSING) else { return };
    if is_complete(&rollout.deployment, status) || condition.reason == TIMED_OUT {
        return;
    }
    let wait = left(rollout, condition, seconds) + Duration::from_secs(1);
    rollout.plan.again_after(wait);
}

fn failure(rollout: &Rollout) -> Option<DeploymentCondition> {
    let newest_first = rollout.new.iter().chain(&rollout.old);
    let found = newest_first.flat_map(|set| &set.status.conditions).find(|condition| condition.r#type == FAILURE)?;
    Some(DeploymentCondition {
        r#type: FAILURE.to_owned(),
        status: found.status.clone(),
        last_update_time: found.last_transition_time,
        last_transition_time: found.last_transition_time,
        reason: found.reason.clone(),
        message: found.message.clone(),
    })
}
