//! Pods leave a node that has a NoExecute taint, at once or when their toleration runs out.
//! As upstream: pkg/controller/tainteviction; times count from the taint, so a restart of ours changes nothing.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::core::{Node, Pod, Taint};
use kube_informer::Level;
use kube_scheduler::tolerations::tolerates;

use crate::meta::{rfc3339, since};
use crate::plan::{Change, PatchKind, Plan, Step, Target};
use crate::pods;

pub(crate) struct Observed {
    pub(crate) pod: Arc<Pod>,
    pub(crate) node: Arc<Node>,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let pod = &seen.pod;
    if pods::is_terminating(pod) || pods::has_ended(pod) {
        return plan;
    }
    let taints: Vec<&Taint> = seen.node.spec.taints.iter().filter(|taint| taint.effect == "NoExecute").collect();
    let waits: Vec<Option<Duration>> = taints.iter().map(|taint| stays(now, pod, taint)).collect();
    // `None` stays for ever.
    let Some(wait) = waits.into_iter().flatten().min() else { return plan };
    if wait.is_zero() {
        evict(now, pod, &mut plan);
    } else {
        plan.again_after(wait);
    }
    plan
}

/// How long the pod stays beside the taint; `None` for ever.
fn stays(now: Timestamp, pod: &Pod, taint: &Taint) -> Option<Duration> {
    let fitting: Vec<_> = pod.spec.tolerations.iter().filter(|toleration| tolerates(toleration, taint)).collect();
    if fitting.is_empty() {
        return Some(Duration::ZERO);
    }
    let seconds = fitting.iter().filter_map(|toleration| toleration.toleration_seconds).min()?;
    let seconds = Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
    // From when both were there.
    let tainted = taint.time_added.map(|added| since(now, &added)).unwrap_or_default();
    let there = since(now, &pod.status.start_time.unwrap_or(pod.metadata.creation_timestamp));
    Some(seconds.saturating_sub(tainted.min(there)))
}

fn evict(now: Timestamp, pod: &Pod, plan: &mut Plan) {
    let body = serde_json::json!({ "status": { "conditions": [{
        "type": "DisruptionTarget", "status": "True", "reason": "DeletionByTaintManager",
        "message": "Taint manager: deleting due to NoExecute taint", "lastTransitionTime": rfc3339(now),
    }]}});
    let kind = PatchKind::Strategic;
    plan.push(Step::Patch(Change { on: Target::of(pod), subresource: "status", kind, body }));
    let text = format!("Marking for deletion Pod {}/{}", pod.metadata.namespace, pod.metadata.name);
    plan.event(pod, Level::Normal, "TaintManagerEviction", text);
    plan.delete(pod);
}
