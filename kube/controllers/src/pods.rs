//! What controllers read from pods, and which of several pods is the first to go.
//! As upstream: pkg/api/v1/pod and pkg/controller/controller_utils.go.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::core::{Pod, PodCondition, PodTemplateSpec};
use kube_api::types::meta::{OwnerReference, Time};

use crate::meta::{since, timestamp};

pub(crate) fn condition<'a>(pod: &'a Pod, kind: &str) -> Option<&'a PodCondition> {
    pod.status.conditions.iter().find(|condition| condition.r#type == kind)
}

pub(crate) fn is_ready(pod: &Pod) -> bool {
    condition(pod, "Ready").is_some_and(|ready| ready.status == "True")
}

/// Ready for at least `min_ready`; otherwise, for a ready pod, how long until then.
pub(crate) fn is_available(pod: &Pod, min_ready: Duration, now: Timestamp) -> Result<bool, Duration> {
    let Some(ready) = condition(pod, "Ready").filter(|ready| ready.status == "True") else { return Ok(false) };
    let lasted = since(now, &ready.last_transition_time);
    match min_ready.checked_sub(lasted).filter(|left| !left.is_zero()) {
        None => Ok(true),
        Some(left) => Err(left),
    }
}

pub(crate) fn has_ended(pod: &Pod) -> bool {
    matches!(pod.status.phase.as_str(), "Succeeded" | "Failed")
}

pub(crate) fn is_terminating(pod: &Pod) -> bool {
    pod.metadata().deletion_timestamp.is_some()
}

/// Neither ended nor being deleted.
pub(crate) fn is_active(pod: &Pod) -> bool {
    !has_ended(pod) && !is_terminating(pod)
}

/// A pod as its template describes it. As upstream's GetPodFromTemplate: a generated name, the template's labels,
/// annotations and finalizers.
pub(crate) fn from_template(
    template: &PodTemplateSpec,
    namespace: &str,
    owner_name: &str,
    owner: OwnerReference,
) -> Pod {
    let mut pod = Pod { spec: template.spec.clone(), ..Pod::default() };
    let meta = pod.metadata_mut();
    meta.namespace = namespace.to_owned();
    meta.generate_name = name_prefix(owner_name);
    meta.labels = template.metadata.labels.clone();
    meta.annotations = template.metadata.annotations.clone();
    meta.finalizers = template.metadata.finalizers.clone();
    meta.owner_references = vec![owner];
    pod
}

/// As upstream: a dash where the name stays valid with it.
fn name_prefix(owner: &str) -> String {
    if owner.len() < 253 { format!("{owner}-") } else { owner.to_owned() }
}

/// Sorts so that the pods to be deleted first stand first. `doubled` gives, for each node, how many related pods it
/// runs: of pods that are equal otherwise, one from the fullest node goes.
/// As upstream's ActivePodsWithRanks.
pub(crate) fn sort_for_deletion(pods: &mut [Arc<Pod>], doubled: &HashMap<&str, usize>, now: Timestamp) {
    pods.sort_by(|a, b| deletion_order(a, b, doubled, now));
}

fn deletion_order(a: &Pod, b: &Pod, doubled: &HashMap<&str, usize>, now: Timestamp) -> Ordering {
    let assigned = |pod: &Pod| !pod.spec.node_name.is_empty();
    let phase = |pod: &Pod| match pod.status.phase.as_str() {
        "Pending" | "" => 0,
        "Unknown" => 1,
        _ => 2,
    };
    let rank = |pod: &Pod| Reverse(doubled.get(pod.spec.node_name.as_str()).copied().unwrap_or(0));
    assigned(a)
        .cmp(&assigned(b))
        .then_with(|| phase(a).cmp(&phase(b)))
        .then_with(|| is_ready(a).cmp(&is_ready(b)))
        .then_with(|| deletion_cost(a).cmp(&deletion_cost(b)))
        .then_with(|| rank(a).cmp(&rank(b)))
        .then_with(|| {
            if is_ready(a) && is_ready(b) { younger(ready_time(a), ready_time(b), now) } else { Ordering::Equal }
        })
        .then_with(|| restarts(b).cmp(&restarts(a)))
        .then_with(|| younger(Some(a.metadata().creation_timestamp), Some(b.metadata().creation_timestamp), now))
        .then_with(|| a.metadata().uid.cmp(&b.metadata().uid))
}

/// Who is younger goes first. Times count on a logarithmic scale, so that of pods made together not always the same
/// one goes (upstream's LogarithmicScaleDown).
fn younger(a: Option<Time>, b: Option<Time>, now: Timestamp) -> Ordering {
    let rank = |time: Option<Time>| {
        let age = time.map(|time| now.duration_since(timestamp(&time)).as_secs().max(0)).unwrap_or(i64::MAX);
        64 - age.leading_zeros()
    };
    rank(a).cmp(&rank(b))
}

fn ready_time(pod: &Pod) -> Option<Time> {
    condition(pod, "Ready").filter(|ready| ready.status == "True").map(|ready| ready.last_transition_time)
}

fn deletion_cost(pod: &Pod) -> i32 {
    let cost = pod.metadata().annotations.get("controller.kubernetes.io/pod-deletion-cost");
    cost.and_then(|cost| cost.parse().ok()).unwrap_or(0)
}

/// Restarts of the worst container, sidecars counted.
fn restarts(pod: &Pod) -> i32 {
    pod.status.container_statuses.iter().map(|status| status.restart_count).max().unwrap_or(0)
}
