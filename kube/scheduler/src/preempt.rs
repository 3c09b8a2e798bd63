//! Whom to take off which node for a more important pod: as few and as unimportant as can be, disruption budgets
//! kept where they can be. As upstream: framework/preemption, plugins/defaultpreemption.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use std::sync::Arc;

use kube_api::types::meta::Time;
use kube_api::types::policy::PodDisruptionBudget;

use crate::cluster::{Cluster, Lookup, NodeState, PodInfo};
use crate::filters::{Prepared, Refusal};
use crate::selector;

/// Everything that speaks for a node, in order; the smallest is the best.
type Cost = (usize, i32, i64, usize, Reverse<Time>, String);

#[derive(Clone, Debug)]
pub(crate) struct Preemption {
    pub(crate) node: String,
    pub(crate) victims: Vec<Arc<PodInfo>>,
}

/// Why nobody makes room.
pub(crate) struct Helpless {
    pub(crate) message: String,
    /// What was promised before still stands: its victims are leaving.
    pub(crate) keeps_nomination: bool,
}

/// `refused` holds what each node said.
pub(crate) fn plan(
    pod: &PodInfo,
    cluster: &Cluster,
    lookup: &dyn Lookup,
    refused: &BTreeMap<String, Refusal>,
) -> Result<Preemption, Helpless> {
    let helpless = |message: &str, keeps_nomination| Helpless { message: message.to_owned(), keeps_nomination };
    if pod.pod.spec.preemption_policy.as_deref() == Some("Never") {
        return Err(helpless("not eligible due to preemptionPolicy=Never.", true));
    }
    if waits_for_victims(pod, cluster, refused) {
        return Err(helpless("not eligible due to a terminating pod on the nominated node.", true));
    }
    let mut best: Option<(Cost, Preemption)> = None;
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for node in cluster.nodes() {
        let hopeless = refused.get(node.name()).is_none_or(|refusal| refusal.unresolvable);
        let found = if hopeless {
            Err(vec!["Preemption is not helpful for scheduling".into()])
        } else {
            victims(pod, node, cluster, lookup)
        };
        match found {
            Err(why) => why.into_iter().for_each(|reason| *reasons.entry(reason.into_owned()).or_default() += 1),
            Ok((victims, violations)) => {
                let cost = cost(&victims, violations, node.name());
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, Preemption { node: node.name().to_owned(), victims }));
                }
            }
        }
    }
    best.map(|(_, preemption)| preemption)
        .ok_or_else(|| helpless(&crate::message::unavailable(cluster.nodes().count(), &reasons), false))
}

/// Its victims are leaving already: no further ones are taken for it.
fn waits_for_victims(pod: &PodInfo, cluster: &Cluster, refused: &BTreeMap<String, Refusal>) -> bool {
    let nominated = &pod.pod.status.nominated_node_name;
    if nominated.is_empty() || refused.get(nominated).is_some_and(|refusal| refusal.unresolvable) {
        return false;
    }
    cluster.node(nominated).is_some_and(|node| {
        node.pods.iter().any(|other| {
            let by_us = |it: &kube_api::types::core::PodCondition| {
                it.r#type == "DisruptionTarget" && it.status == "True" && it.reason == "PreemptionByScheduler"
            };
            other.priority() < pod.priority()
                && other.pod.metadata.deletion_timestamp.is_some()
                && other.pod.status.conditions.iter().any(by_us)
        })
    })
}

type Found = Result<(Vec<Arc<PodInfo>>, usize), Vec<std::borrow::Cow<'static, str>>>;

fn victims(pod: &PodInfo, node: &NodeState, cluster: &Cluster, lookup: &dyn Lookup) -> Found {
    let mut potential: Vec<Arc<PodInfo>> =
        node.pods.iter().filter(|other| other.priority() < pod.priority()).cloned().collect();
    if potential.is_empty() {
        return Err(vec!["No preemption victims found for incoming pod".into()]);
    }
    let mut prepared = Prepared::new(pod, cluster, lookup).map_err(|refusal| refusal.reasons)?;
    let mut bare = cluster.with_nominated(node, pod).unwrap_or_else(|| node.clone());
    for victim in &potential {
        bare.remove(&victim.pod.metadata.uid);
        prepared.affinity.without(node, &victim.pod);
        prepared.spread.without(node, &victim.pod);
    }
    prepared.check(&bare).map_err(|refusal| refusal.reasons)?;
    potential.sort_by(importance);
    let (violating, others) = split_by_budgets(potential, lookup);
    let mut taken = Vec::new();
    let mut violations = 0;
    // Each may stay if the pod still fits; first those that a budget protects, the most important first.
    for (victim, violates) in violating.into_iter().map(|it| (it, true)).chain(others.into_iter().map(|it| (it, false)))
    {
        bare.add(victim.clone());
        prepared.affinity.with(node, &victim.pod);
        prepared.spread.with(node, &victim.pod);
        if prepared.check(&bare).is_err() {
            bare.remove(&victim.pod.metadata.uid);
            prepared.affinity.without(node, &victim.pod);
            prepared.spread.without(node, &victim.pod);
            violations += usize::from(violates);
            taken.push(victim);
        }
    }
    taken.sort_by(importance);
    Ok((taken, violations))
}

/// The more important first: by priority, then by who has run longer.
fn importance(a: &Arc<PodInfo>, b: &Arc<PodInfo>) -> Ordering {
    b.priority().cmp(&a.priority()).then_with(|| started(a).cmp(&started(b)))
}

fn started(pod: &PodInfo) -> Time {
    pod.pod.status.start_time.unwrap_or(pod.pod.metadata.creation_timestamp)
}

/// Those whose going would break a budget, and the others. Each budget is used up as pods are counted against it.
fn split_by_budgets(pods: Vec<Arc<PodInfo>>, lookup: &dyn Lookup) -> (Vec<Arc<PodInfo>>, Vec<Arc<PodInfo>>) {
    let mut left: BTreeMap<String, i32> = BTreeMap::new();
    pods.into_iter().partition(|pod| {
        let meta = &pod.pod.metadata;
        let mut violates = false;
        for budget in lookup.budgets(&meta.namespace).iter().filter(|budget| protects(budget, pod)) {
            // Counted already: it was being evicted before us.
            if budget.status.disrupted_pods.contains_key(&meta.name) {
                continue;
            }
            let key = format!("{}/{}", meta.namespace, budget.metadata.name);
            let allowed = left.entry(key).or_insert(budget.status.disruptions_allowed);
            *allowed -= 1;
            violates |= *allowed < 0;
        }
        violates
    })
}

fn protects(budget: &PodDisruptionBudget, pod: &PodInfo) -> bool {
    let labels = &pod.pod.metadata.labels;
    // As upstream here: a pod without labels is in no budget, and an empty selector chooses nothing.
    let chosen = budget.spec.selector.as_ref().filter(|it| !selector::is_empty(it));
    !labels.is_empty() && selector::matches(chosen, labels)
}

fn cost(victims: &[Arc<PodInfo>], violations: usize, node: &str) -> Cost {
    let highest = victims.iter().map(|victim| victim.priority()).max().unwrap_or(i32::MIN);
    // Shifted so that many pods of negative priority do not look better than few.
    let sum = victims.iter().map(|victim| i64::from(victim.priority()) + i64::from(i32::MAX) + 1).sum();
    let important = victims.iter().filter(|victim| victim.priority() == highest);
    let earliest = important.map(|victim| started(victim)).min().unwrap_or_default();
    (violations, highest, sum, victims.len(), Reverse(earliest), node.to_owned())
}
