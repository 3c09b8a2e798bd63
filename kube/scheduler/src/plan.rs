//! The decision for one pod: a node, or why none, and whether less important pods make room.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::cluster::{Cluster, Lookup, NodeState, PodInfo};
use crate::filters::volumes::VolumeStep;
use crate::filters::{Plugin, Prepared, Refusal};
use crate::preempt::{self, Preemption};
use crate::{message, score};

#[derive(Debug)]
pub(crate) enum Decision {
    Bind { node: String, volumes: Vec<VolumeStep> },
    Wait(Waiting),
}

/// Nothing fits now.
#[derive(Debug)]
pub(crate) struct Waiting {
    /// For users: condition and event.
    pub(crate) message: String,
    /// What said no: a change that one of these cares for brings the pod back.
    pub(crate) plugins: BTreeSet<Plugin>,
    pub(crate) preemption: Option<Preemption>,
    /// A node that was promised before stays promised.
    pub(crate) keeps_nomination: bool,
}

pub(crate) fn plan(pod: &PodInfo, cluster: &Cluster, lookup: &dyn Lookup) -> Decision {
    let count = cluster.nodes().count();
    if count == 0 {
        let message = "no nodes available to schedule pods".to_owned();
        return Decision::Wait(Waiting {
            message,
            plugins: BTreeSet::new(),
            preemption: None,
            keeps_nomination: false,
        });
    }
    let prepared = match Prepared::new(pod, cluster, lookup) {
        Ok(prepared) => prepared,
        Err(refusal) => {
            let texts = refusal.reasons.join(", ");
            let helpless = BTreeMap::from([("Preemption is not helpful for scheduling".to_owned(), count)]);
            let message = format!(
                "0/{count} nodes are available: {texts}. preemption: {}",
                message::unavailable(count, &helpless)
            );
            return Decision::Wait(Waiting {
                message,
                plugins: [refusal.plugin].into(),
                preemption: None,
                keeps_nomination: false,
            });
        }
    };
    let (fitting, refused) = sorted(&prepared, cluster);
    if let Some(node) = score::best(&prepared, &fitting) {
        // Checked with the other filters, so the steps are there.
        let volumes = prepared.volumes.steps(node).unwrap_or_default();
        return Decision::Bind { node: node.name().to_owned(), volumes };
    }
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for reason in refused.values().flat_map(|refusal| &refusal.reasons) {
        *reasons.entry(reason.to_string()).or_default() += 1;
    }
    let mut text = message::unavailable(count, &reasons);
    let (preemption, keeps_nomination) = match preempt::plan(pod, cluster, lookup, &refused) {
        Ok(preemption) => (Some(preemption), true),
        Err(helpless) => {
            text.push_str(&format!(" preemption: {}", helpless.message));
            (None, helpless.keeps_nomination)
        }
    };
    let plugins = refused.values().map(|refusal| refusal.plugin).collect();
    Decision::Wait(Waiting { message: text, plugins, preemption, keeps_nomination })
}

fn sorted<'a>(prepared: &Prepared<'_>, cluster: &'a Cluster) -> (Vec<&'a NodeState>, BTreeMap<String, Refusal>) {
    let mut fitting = Vec::new();
    let mut refused = BTreeMap::new();
    for node in cluster.nodes() {
        let crowded = cluster.with_nominated(node, prepared.pod);
        // Twice where others were promised the node: it must fit with them, and also if they never come.
        let outcome = crowded.as_ref().map_or(Ok(()), |crowded| prepared.check(crowded));
        match outcome.and_then(|()| prepared.check(node)) {
            Ok(()) => fitting.push(node),
            Err(refusal) => {
                refused.insert(node.name().to_owned(), refusal);
            }
        }
    }
    (fitting, refused)
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Decision::Bind { node, volumes } => {
                write!(f, "bind to {node}")?;
                for step in volumes {
                    match step {
                        VolumeStep::Bind { volume, claim } => {
                            write!(f, "; volume {} for claim {}", volume.metadata.name, claim.metadata.name)?;
                        }
                        VolumeStep::Provision { claim, node } => {
                            write!(f, "; provision claim {} on {node}", claim.metadata.name)?;
                        }
                    }
                }
                Ok(())
            }
            Decision::Wait(waiting) => {
                f.write_str(&waiting.message)?;
                if let Some(preemption) = &waiting.preemption {
                    let names: Vec<_> = preemption.victims.iter().map(|it| it.pod.metadata.name.as_str()).collect();
                    write!(f, " preempt {} on {}", names.join(", "), preemption.node)?;
                }
                Ok(())
            }
        }
    }
}
