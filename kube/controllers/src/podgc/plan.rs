//! Pods that nobody else takes away: their node is gone, they never got one, or too many have ended.
//! As upstream: pkg/controller/podgc.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::core::Pod;
use kube_informer::DeleteOptions;

use crate::meta::rfc3339;
use crate::plan::{Change, PatchKind, Plan, Step, Target};
use crate::pods;

/// Ended pods kept in the cluster, as upstream's default.
const ENDED_KEPT: usize = 12_500;

pub(crate) struct Observed {
    pub(crate) pods: Vec<Arc<Pod>>,
    /// Nodes that pods name and that are surely gone.
    pub(crate) gone: BTreeSet<String>,
    /// Nodes that an operator has declared dead.
    pub(crate) out_of_service: BTreeSet<String>,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let mut ended: Vec<&Arc<Pod>> = Vec::new();
    for pod in &seen.pods {
        let node = &pod.spec.node_name;
        if seen.gone.contains(node) {
            take(now, pod, "PodGC: node no longer exists", &mut plan);
        } else if pods::is_terminating(pod) && (node.is_empty() || seen.out_of_service.contains(node)) {
            take(now, pod, "", &mut plan);
        } else if pods::has_ended(pod) {
            ended.push(pod);
        }
    }
    ended.sort_by_key(|pod| (pod.metadata.creation_timestamp, pod.metadata.name.clone()));
    for pod in ended.iter().take(ended.len().saturating_sub(ENDED_KEPT)) {
        take(now, pod, "", &mut plan);
    }
    plan
}

/// No kubelet will confirm the end, so it is taken as done.
fn take(now: Timestamp, pod: &Pod, why: &str, plan: &mut Plan) {
    if !pods::has_ended(pod) {
        let mut status = serde_json::json!({ "phase": "Failed" });
        if !why.is_empty() {
            status["conditions"] = serde_json::json!([{
                "type": "DisruptionTarget", "status": "True", "reason": "DeletionByPodGC", "message": why,
                "lastTransitionTime": rfc3339(now),
            }]);
        }
        let body = serde_json::json!({ "metadata": { "uid": pod.metadata.uid }, "status": status });
        let kind = PatchKind::Strategic;
        plan.push(Step::Patch(Change { on: Target::of(pod), subresource: "status", kind, body }));
    }
    let target = Target::of(pod);
    let options = DeleteOptions { grace_s: Some(0), ..DeleteOptions::uid(target.uid.clone()) };
    plan.push(Step::Delete(target, options, None));
}
