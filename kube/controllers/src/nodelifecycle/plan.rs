//! Is a node alive, and which taints say so? As upstream: pkg/controller/nodelifecycle.
//!
//! How long a node has been silent is measured on our own clock, so that a step of the wall clock marks nobody dead.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::core::{Node, NodeCondition, Pod, Taint};
use kube_informer::Level;

use crate::meta::{rfc3339, time};
use crate::plan::{Change, PatchKind, Plan, Step, Target};
use crate::pods;

/// How long a node may be silent, and how long before its first word.
pub(crate) const GRACE: Duration = Duration::from_secs(50);
const STARTUP_GRACE: Duration = Duration::from_secs(60);

const NOT_READY: &str = "node.kubernetes.io/not-ready";
const UNREACHABLE: &str = "node.kubernetes.io/unreachable";
const UNSCHEDULABLE: &str = "node.kubernetes.io/unschedulable";

/// Condition, its status, the taint that stands for it.
const BY_CONDITION: [(&str, &str, &str); 6] = [
    ("Ready", "False", NOT_READY),
    ("Ready", "Unknown", UNREACHABLE),
    ("MemoryPressure", "True", "node.kubernetes.io/memory-pressure"),
    ("DiskPressure", "True", "node.kubernetes.io/disk-pressure"),
    ("NetworkUnavailable", "True", "node.kubernetes.io/network-unavailable"),
    ("PIDPressure", "True", "node.kubernetes.io/pid-pressure"),
];

pub(crate) struct Observed {
    pub(crate) node: Arc<Node>,
    pub(crate) pods: Vec<Arc<Pod>>,
    /// Since its status or lease last changed.
    pub(crate) silent_for: Duration,
    /// It was ready when we last looked, and is no longer.
    pub(crate) was_ready: bool,
    /// We have not seen it before.
    pub(crate) is_new: bool,
    pub(crate) evicting: Evicting,
}

/// May pods be driven off the node now? As upstream: the pace depends on how many nodes of the zone are in trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evicting {
    Now,
    /// Another node of the zone was just tainted.
    Later(Duration),
    /// So many are in trouble that the fault is probably ours.
    Stopped,
    /// All nodes are in trouble: nobody is evicted, and those that were about to be are spared.
    Withdrawn,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let node = &seen.node;
    if seen.is_new {
        let text = format!("Registered Node {} in Controller", node.metadata.name);
        plan.event(&**node, Level::Normal, "RegisteredNode", text);
    }
    let mut conditions = node.status.conditions.clone();
    let grace = if ready(node).is_some() { GRACE } else { STARTUP_GRACE };
    if seen.silent_for >= grace {
        give_up(now, node, &mut conditions);
    } else {
        plan.again_after(grace - seen.silent_for);
    }
    let changed: Vec<_> = conditions.iter().filter(|it| !node.status.conditions.contains(it)).collect();
    let fresh = changed.is_empty();
    if !fresh {
        let changed: Vec<_> = changed.into_iter().map(condition_json).collect();
        plan.strategic_status(&**node, serde_json::json!({ "status": { "conditions": changed } }));
    }
    let status = conditions.iter().find(|it| it.r#type == "Ready").map(|it| it.status.clone());
    // Taints are written with the node's revision, so they wait until the new status is in the cache.
    if fresh {
        taints(now, seen, &conditions, status.as_deref(), &mut plan);
    }
    if let Some(status) = status.filter(|status| status != "True") {
        if seen.was_ready {
            let text = format!("Node {} status is now: NodeNotReady", node.metadata.name);
            plan.event(&**node, Level::Normal, "NodeNotReady", text);
        }
        // A kubelet that still talks keeps its pods' states itself; we only pass on that the node has changed.
        if status == "Unknown" || seen.was_ready {
            seen.pods.iter().for_each(|pod| mark_not_ready(now, pod, &mut plan));
        }
    }
    plan
}

fn ready(node: &Node) -> Option<&NodeCondition> {
    node.status.conditions.iter().find(|condition| condition.r#type == "Ready")
}

fn give_up(now: Timestamp, node: &Node, conditions: &mut Vec<NodeCondition>) {
    for kind in ["Ready", "MemoryPressure", "DiskPressure", "PIDPressure"] {
        match conditions.iter_mut().find(|condition| condition.r#type == kind) {
            Some(condition) if condition.status == "Unknown" => {}
            Some(condition) => {
                condition.status = "Unknown".to_owned();
                condition.reason = "NodeStatusUnknown".to_owned();
                condition.message = "Kubelet stopped posting node status.".to_owned();
                condition.last_transition_time = time(now);
            }
            None => conditions.push(NodeCondition {
                r#type: kind.to_owned(),
                status: "Unknown".to_owned(),
                reason: "NodeStatusNeverUpdated".to_owned(),
                message: "Kubelet never posted node status.".to_owned(),
                last_heartbeat_time: node.metadata.creation_timestamp,
                last_transition_time: time(now),
            }),
        }
    }
}

fn taints(now: Timestamp, seen: &Observed, conditions: &[NodeCondition], ready: Option<&str>, plan: &mut Plan) {
    let node = &seen.node;
    let mut wanted: Vec<Taint> = Vec::new();
    for (kind, status, key) in BY_CONDITION {
        if conditions.iter().any(|condition| condition.r#type == kind && condition.status == status) {
            wanted.push(taint(key, "NoSchedule", now));
        }
    }
    if node.spec.unschedulable {
        wanted.push(taint(UNSCHEDULABLE, "NoSchedule", now));
    }
    wanted.extend(no_execute(now, seen, ready, plan));
    let is_ours = |taint: &Taint| match taint.effect.as_str() {
        "NoSchedule" => taint.key == UNSCHEDULABLE || BY_CONDITION.iter().any(|(_, _, key)| *key == taint.key),
        "NoExecute" => taint.key == NOT_READY || taint.key == UNREACHABLE,
        _ => false,
    };
    let same = |a: &Taint, b: &Taint| a.key == b.key && a.effect == b.effect;
    // What stands there keeps its time: pods count their seconds from it.
    let mut taints: Vec<Taint> = node.spec.taints.clone();
    taints.retain(|taint| !is_ours(taint) || wanted.iter().any(|wanted| same(wanted, taint)));
    for taint in wanted {
        if !taints.iter().any(|has| same(has, &taint)) {
            taints.push(taint);
        }
    }
    if taints != node.spec.taints {
        let taints: Vec<_> = taints.iter().map(taint_json).collect();
        let body = serde_json::json!({
            "metadata": { "uid": node.metadata.uid, "resourceVersion": node.metadata.resource_version },
            "spec": { "taints": taints },
        });
        plan.merge(&**node, body);
    }
}

fn no_execute(now: Timestamp, seen: &Observed, ready: Option<&str>, plan: &mut Plan) -> Option<Taint> {
    let key = match ready {
        Some("False") => NOT_READY,
        Some("Unknown") => UNREACHABLE,
        _ => return None,
    };
    let tainted = |key: &str| seen.node.spec.taints.iter().any(|it| it.effect == "NoExecute" && it.key == key);
    match seen.evicting {
        Evicting::Withdrawn => None,
        // From one trouble to the other at once: the pods' seconds run already.
        _ if tainted(NOT_READY) || tainted(UNREACHABLE) => Some(taint(key, "NoExecute", now)),
        Evicting::Now => Some(taint(key, "NoExecute", now)),
        Evicting::Later(wait) => {
            plan.again_after(wait);
            None
        }
        Evicting::Stopped => None,
    }
}

fn taint(key: &str, effect: &str, now: Timestamp) -> Taint {
    Taint { key: key.to_owned(), effect: effect.to_owned(), time_added: Some(time(now)), ..Taint::default() }
}

fn taint_json(taint: &Taint) -> serde_json::Value {
    let mut json = serde_json::json!({ "key": taint.key, "effect": taint.effect });
    if !taint.value.is_empty() {
        json["value"] = taint.value.as_str().into();
    }
    if let Some(added) = taint.time_added.and_then(|added| added.timestamp()) {
        json["timeAdded"] = rfc3339(added).into();
    }
    json
}

fn condition_json(condition: &NodeCondition) -> serde_json::Value {
    let at = |time: &kube_api::types::meta::Time| time.timestamp().map(rfc3339);
    serde_json::json!({
        "type": condition.r#type, "status": condition.status,
        "reason": condition.reason, "message": condition.message,
        "lastHeartbeatTime": at(&condition.last_heartbeat_time),
        "lastTransitionTime": at(&condition.last_transition_time),
    })
}

fn mark_not_ready(now: Timestamp, pod: &Pod, plan: &mut Plan) {
    if !pods::is_ready(pod) {
        return;
    }
    let body = serde_json::json!({ "status": { "conditions": [{
        "type": "Ready", "status": "False", "lastTransitionTime": rfc3339(now),
    }]}});
    let kind = PatchKind::Strategic;
    plan.push(Step::Patch(Change { on: Target::of(pod), subresource: "status", kind, body }));
    plan.event(pod, Level::Warning, "NodeNotReady", "Node is not ready");
}
