//! How many pods one ReplicaSet or ReplicationController needs, which ones go, and what its status says.
//! As upstream: pkg/controller/replicaset.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::core::{Pod, PodTemplateSpec};
use kube_informer::{DeleteOptions, reference};

use crate::claim::claim;
use crate::meta::{controller_ref, time};
use crate::plan::{Draft, Plan, Step, Target, Told};
use crate::pods;
use kube_scheduler::selector::matches_map;

/// Pods made or deleted in one go.
const BURST: usize = 500;
const FAILURE: &str = "ReplicaFailure";

/// What both kinds have in common.
pub(crate) trait Replicated: Object {
    fn replicas(&self) -> i32;
    fn min_ready(&self) -> Duration;
    fn template(&self) -> PodTemplateSpec;
    fn chooses(&self, pod: &Pod) -> bool;
    fn counts(&self) -> Counts;
    fn failure(&self) -> Option<Failure>;
    /// Writes counts, the observed generation and the failure condition (with its time) into the status.
    fn set_status(&mut self, counts: Counts, failure: Option<Failure>, now: Timestamp);
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) replicas: i32,
    pub(crate) labelled: i32,
    pub(crate) ready: i32,
    pub(crate) available: i32,
    pub(crate) terminating: Option<i32>,
    pub(crate) observed: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) reason: String,
    pub(crate) message: String,
}

pub(crate) struct Observed<T> {
    pub(crate) set: Arc<T>,
    /// Pods that it controls, and orphans in its namespace.
    pub(crate) pods: Vec<Arc<Pod>>,
    /// Active pods of ReplicaSets with the same owner, this one's among them.
    pub(crate) related: Vec<Arc<Pod>>,
    /// What the last attempt to create or delete pods ended in.
    pub(crate) failed: Option<String>,
}

pub(crate) fn plan<T: Replicated>(now: Timestamp, seen: &Observed<T>) -> Plan {
    let mut plan = Plan::default();
    let set = &seen.set;
    let active: Vec<_> = seen.pods.iter().filter(|pod| pods::is_active(pod)).cloned().collect();
    let owned = claim(&**set, |pod: &Pod| set.chooses(pod), active, &mut plan);
    let wanted = usize::try_from(set.replicas()).unwrap_or(0);
    if set.metadata().deletion_timestamp.is_none() {
        if owned.len() < wanted {
            create(&**set, (wanted - owned.len()).min(BURST), &mut plan);
        } else {
            delete(seen, owned.clone(), (owned.len() - wanted).min(BURST), now, &mut plan);
        }
    }
    status(now, seen, &owned, wanted, &mut plan);
    plan
}

fn create<T: Replicated>(set: &T, count: usize, plan: &mut Plan) {
    let meta = set.metadata();
    let pod = pods::from_template(&set.template(), &meta.namespace, &meta.name, controller_ref(set));
    for _ in 0..count {
        plan.push(Step::Create(Draft::of(&pod), Some(told_create(set))));
    }
}

fn delete<T: Replicated>(seen: &Observed<T>, mut owned: Vec<Arc<Pod>>, count: usize, now: Timestamp, plan: &mut Plan) {
    if count == 0 {
        return;
    }
    let mut doubled: HashMap<&str, usize> = HashMap::new();
    for pod in seen.related.iter().filter(|pod| !pod.spec.node_name.is_empty()) {
        *doubled.entry(pod.spec.node_name.as_str()).or_default() += 1;
    }
    pods::sort_for_deletion(&mut owned, &doubled, now);
    for pod in owned.iter().take(count) {
        let target = Target::of(&**pod);
        let options = DeleteOptions::uid(target.uid.clone());
        plan.push(Step::Delete(target, options, Some(told_delete(&*seen.set))));
    }
}

pub(crate) fn told_create<T: Object>(set: &T) -> Told {
    Told {
        about: reference(set),
        done: ("SuccessfulCreate", "Created pod: {}".to_owned()),
        failed: ("FailedCreate", "Error creating: {}".to_owned()),
    }
}

pub(crate) fn told_delete<T: Object>(set: &T) -> Told {
    Told {
        about: reference(set),
        done: ("SuccessfulDelete", "Deleted pod: {}".to_owned()),
        failed: ("FailedDelete", "Error deleting: {}".to_owned()),
    }
}

fn status<T: Replicated>(now: Timestamp, seen: &Observed<T>, owned: &[Arc<Pod>], wanted: usize, plan: &mut Plan) {
    let set = &seen.set;
    let template = set.template().metadata.labels;
    let mut counts = Counts { replicas: count(owned.len()), observed: set.metadata().generation, ..Counts::default() };
    for pod in owned {
        counts.labelled += i32::from(matches_map(&template, &pod.metadata().labels));
        counts.ready += i32::from(pods::is_ready(pod));
        match pods::is_available(pod, set.min_ready(), now) {
            Ok(available) => counts.available += i32::from(available),
            Err(left) => plan.again_after(left),
        }
    }
    let ours = |pod: &&Arc<Pod>| crate::meta::is_controlled_by(pod.metadata(), &set.metadata().uid);
    let terminating = seen.pods.iter().filter(ours).filter(|pod| pods::is_terminating(pod) && !pods::has_ended(pod));
    counts.terminating = Some(count(terminating.count()));
    // As upstream: the first reason stays until creating or deleting works again.
    let failure = match (&seen.failed, set.failure()) {
        (None, _) => None,
        (Some(_), Some(old)) => Some(old),
        (Some(message), None) => {
            let reason = if owned.len() < wanted { "FailedCreate" } else { "FailedDelete" };
            Some(Failure { reason: reason.to_owned(), message: message.clone() })
        }
    };
    let before = set.counts();
    let mut after = (**set).clone();
    after.set_status(counts, failure.clone(), now);
    if after.counts() != before || failure != set.failure() {
        plan.update_status(&after);
    }
}

fn count(pods: usize) -> i32 {
    i32::try_from(pods).unwrap_or(i32::MAX)
}

macro_rules! replicated {
    ($kind:ty, $condition:ty, template: $template:expr, chooses: $chooses:expr, terminating: $terminating:tt) => {
        impl Replicated for $kind {
            fn replicas(&self) -> i32 {
                self.spec.replicas.unwrap_or(1)
            }

            fn min_ready(&self) -> Duration {
                Duration::from_secs(u64::try_from(self.spec.min_ready_seconds).unwrap_or(0))
            }

            fn template(&self) -> PodTemplateSpec {
                let template: fn(&$kind) -> PodTemplateSpec = $template;
                template(self)
            }

            fn chooses(&self, pod: &Pod) -> bool {
                let chooses: fn(&$kind, &Pod) -> bool = $chooses;
                chooses(self, pod)
            }

            fn counts(&self) -> Counts {
                let status = &self.status;
                Counts {
                    replicas: status.replicas,
                    labelled: status.fully_labeled_replicas,
                    ready: status.ready_replicas,
                    available: status.available_replicas,
                    terminating: replicated!(@terminating $terminating status),
                    observed: status.observed_generation,
                }
            }

            fn failure(&self) -> Option<Failure> {
                let condition = self.status.conditions.iter().find(|condition| condition.r#type == FAILURE)?;
                Some(Failure { reason: condition.reason.clone(), message: condition.message.clone() })
            }

            fn set_status(&mut self, counts: Counts, failure: Option<Failure>, now: Timestamp) {
                let same = failure == self.failure();
                let status = &mut self.status;
                status.replicas = counts.replicas;
                status.fully_labeled_replicas = counts.labelled;
                status.ready_replicas = counts.ready;
                status.available_replicas = counts.available;
                status.observed_generation = counts.observed;
                replicated!(@set $terminating status counts);
                if same {
                    return;
                }
                status.conditions.retain(|condition| condition.r#type != FAILURE);
                if let Some(failure) = failure {
                    status.conditions.push(<$condition>::from_failure(failure, now));
                }
            }
        }

        impl FromFailure for $condition {
            fn from_failure(failure: Failure, now: Timestamp) -> Self {
                Self {
                    r#type: FAILURE.to_owned(),
                    status: "True".to_owned(),
                    last_transition_time: time(now),
                    reason: failure.reason,
                    message: failure.message,
                }
            }
        }
    };
    (@terminating yes $status:ident) => { $status.terminating_replicas };
    // A ReplicationController does not show them; zero is what the plan counts for "unchanged".
    (@terminating no $status:ident) => { None };
    (@set yes $status:ident $counts:ident) => { $status.terminating_replicas = $counts.terminating };
    (@set no $status:ident $counts:ident) => { let _ = $counts.terminating; };
}

trait FromFailure {
    fn from_failure(failure: Failure, now: Timestamp) -> Self;
}

replicated!(
    kube_api::types::apps::ReplicaSet, kube_api::types::apps::ReplicaSetCondition,
    template: |set| set.spec.template.clone(),
    chooses: |set, pod| kube_scheduler::selector::matches(set.spec.selector.as_ref(), &pod.metadata().labels),
    terminating: yes
);
replicated!(
    kube_api::types::core::ReplicationController, kube_api::types::core::ReplicationControllerCondition,
    template: |set| set.spec.template.clone().unwrap_or_default(),
    chooses: |set, pod| !set.spec.selector.is_empty() && matches_map(&set.spec.selector, &pod.metadata().labels),
    terminating: no
);
