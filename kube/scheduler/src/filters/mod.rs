//! Why a pod cannot run on a node: every filter in upstream's order, the first that refuses speaks.
//! As upstream: pkg/scheduler/framework/plugins.

pub(crate) mod fit;
pub(crate) mod podaffinity;
pub(crate) mod ports;
pub(crate) mod spread;
pub(crate) mod volumes;

use std::borrow::Cow;

use kube_api::types::core::Taint;

use crate::affinity;
use crate::cluster::{Cluster, Lookup, NodeState, PodInfo};
use crate::tolerations::{tolerates, untolerated};

/// A filter, by upstream's name of it: what changed says which of them may answer otherwise now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Plugin {
    NodeUnschedulable,
    NodeName,
    TaintToleration,
    NodeAffinity,
    NodePorts,
    NodeResourcesFit,
    VolumeRestrictions,
    VolumeBinding,
    VolumeZone,
    PodTopologySpread,
    InterPodAffinity,
}

/// What a filter says against a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) plugin: Plugin,
    pub(crate) reasons: Vec<Cow<'static, str>>,
    /// Taking pods off the node would not help.
    pub(crate) unresolvable: bool,
}

/// What is computed once for a pod, before nodes are looked at.
pub(crate) struct Prepared<'a> {
    pub(crate) pod: &'a PodInfo,
    pub(crate) spread: spread::Prepared<'a>,
    pub(crate) affinity: podaffinity::Prepared<'a>,
    pub(crate) volumes: volumes::Prepared,
}

impl Refusal {
    pub(crate) fn new(plugin: Plugin, reason: impl Into<Cow<'static, str>>) -> Self {
        Refusal { plugin, reasons: vec![reason.into()], unresolvable: false }
    }

    pub(crate) fn unresolvable(plugin: Plugin, reason: impl Into<Cow<'static, str>>) -> Self {
        Refusal { plugin, reasons: vec![reason.into()], unresolvable: true }
    }
}

impl<'a> Prepared<'a> {
    /// An error speaks against all nodes at once.
    pub(crate) fn new(pod: &'a PodInfo, cluster: &'a Cluster, lookup: &'a dyn Lookup) -> Result<Self, Refusal> {
        Ok(Prepared {
            pod,
            spread: spread::Prepared::new(pod, cluster, lookup),
            affinity: podaffinity::Prepared::new(pod, cluster, lookup),
            volumes: volumes::Prepared::new(&pod.pod, cluster, lookup)?,
        })
    }

    pub(crate) fn check(&self, node: &NodeState) -> Result<(), Refusal> {
        node_itself(self.pod, node)?;
        ports::check(self.pod, node)?;
        fit::check(self.pod, node)?;
        self.volumes.check(node)?;
        self.spread.check(node)?;
        self.affinity.check(node)
    }
}

/// What depends on the node alone.
pub(crate) fn node_itself(pod: &PodInfo, node: &NodeState) -> Result<(), Refusal> {
    let spec = &pod.pod.spec;
    let unschedulable = Taint {
        key: "node.kubernetes.io/unschedulable".to_owned(),
        effect: "NoSchedule".to_owned(),
        ..Taint::default()
    };
    if node.node.spec.unschedulable && !spec.tolerations.iter().any(|it| tolerates(it, &unschedulable)) {
        return Err(Refusal::unresolvable(Plugin::NodeUnschedulable, "node(s) were unschedulable"));
    }
    if !spec.node_name.is_empty() && spec.node_name != node.name() {
        let reason = "node(s) didn't match the requested node name";
        return Err(Refusal::unresolvable(Plugin::NodeName, reason));
    }
    let hard = |taint: &Taint| matches!(taint.effect.as_str(), "NoSchedule" | "NoExecute");
    if untolerated(&node.node.spec.taints, &spec.tolerations, hard).is_some() {
        return Err(Refusal::unresolvable(Plugin::TaintToleration, "node(s) had untolerated taint(s)"));
    }
    if !affinity::required(&pod.pod, node.facts()) {
        let reason = "node(s) didn't match Pod's node affinity/selector";
        return Err(Refusal::unresolvable(Plugin::NodeAffinity, reason));
    }
    Ok(())
}
