//! On which nodes a DaemonSet's pod runs, and what such a pod looks like. As upstream: pkg/controller/daemon.

use kube_api::types::core::{
    Affinity, Node, NodeAffinity, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm, Pod, PodSpec, Taint,
    Toleration,
};
use kube_scheduler::affinity::{NodeFacts, required};
use kube_scheduler::tolerations::untolerated;

/// Daemons stay where others are driven off.
const TOLERATED: [(&str, &str); 6] = [
    ("node.kubernetes.io/not-ready", "NoExecute"),
    ("node.kubernetes.io/unreachable", "NoExecute"),
    ("node.kubernetes.io/disk-pressure", "NoSchedule"),
    ("node.kubernetes.io/memory-pressure", "NoSchedule"),
    ("node.kubernetes.io/pid-pressure", "NoSchedule"),
    ("node.kubernetes.io/unschedulable", "NoSchedule"),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Runs,
    /// No new pod comes here, one that is here stays.
    Stays,
    Never,
}

pub(crate) fn add_tolerations(spec: &mut PodSpec) {
    let mut add = |key: &str, effect: &str| {
        let toleration = Toleration {
            key: key.to_owned(),
            operator: "Exists".to_owned(),
            effect: effect.to_owned(),
            ..Toleration::default()
        };
        if !spec.tolerations.contains(&toleration) {
            spec.tolerations.push(toleration);
        }
    };
    TOLERATED.iter().for_each(|(key, effect)| add(key, effect));
    if spec.host_network {
        add("node.kubernetes.io/network-unavailable", "NoSchedule");
    }
}

/// `pod` is what the template makes, tolerations added.
pub(crate) fn place(pod: &Pod, node: &Node) -> Place {
    let named = &pod.spec.node_name;
    let facts = NodeFacts { name: &node.metadata.name, labels: &node.metadata.labels };
    if (!named.is_empty() && *named != node.metadata.name) || !required(pod, facts) {
        return Place::Never;
    }
    let taints = &node.spec.taints;
    let hard = |taint: &Taint| matches!(taint.effect.as_str(), "NoSchedule" | "NoExecute");
    if untolerated(taints, &pod.spec.tolerations, hard).is_none() {
        return Place::Runs;
    }
    match untolerated(taints, &pod.spec.tolerations, |taint| taint.effect == "NoExecute") {
        None => Place::Stays,
        Some(_) => Place::Never,
    }
}

/// Binds the pod to the node through its affinity, so that the scheduler still looks whether it fits.
pub(crate) fn pin(spec: &mut PodSpec, node: &str) {
    let requirement = NodeSelectorRequirement {
        key: "metadata.name".to_owned(),
        operator: "In".to_owned(),
        values: vec![node.to_owned()],
    };
    let affinity = spec.affinity.get_or_insert_with(Affinity::default);
    let affinity = affinity.node_affinity.get_or_insert_with(NodeAffinity::default);
    let selector =
        affinity.required_during_scheduling_ignored_during_execution.get_or_insert_with(NodeSelector::default);
    if selector.node_selector_terms.is_empty() {
        selector.node_selector_terms.push(NodeSelectorTerm::default());
    }
    // As upstream: fields of the template's terms are replaced.
    for term in &mut selector.node_selector_terms {
        term.match_fields = vec![requirement.clone()];
    }
}

/// The node that a pod was made for, whether it is bound yet or not.
pub(crate) fn target(pod: &Pod) -> Option<&str> {
    if !pod.spec.node_name.is_empty() {
        return Some(&pod.spec.node_name);
    }
    let affinity = pod.spec.affinity.as_ref()?.node_affinity.as_ref()?;
    let selector = affinity.required_during_scheduling_ignored_during_execution.as_ref()?;
    let fields = selector.node_selector_terms.iter().flat_map(|term| &term.match_fields);
    let name = fields.into_iter().find(|field| field.key == "metadata.name" && field.operator == "In")?;
    name.values.first().map(String::as_str)
}
