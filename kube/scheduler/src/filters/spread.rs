//! Evenly over zones, nodes or whatever a label names. As upstream: plugins/podtopologyspread.

use std::collections::HashMap;

use kube_api::types::core::{Pod, Taint, TopologySpreadConstraint};
use kube_api::types::meta::LabelSelector;

use crate::affinity;
use crate::cluster::{Cluster, Lookup, NodeState, PodInfo};
use crate::filters::{Plugin, Refusal};
use crate::selector;
use crate::tolerations::untolerated;

const HOSTNAME: &str = "kubernetes.io/hostname";
const ZONE: &str = "topology.kubernetes.io/zone";
const REASON: &str = "node(s) didn't match pod topology spread constraints";

pub(crate) struct Prepared<'a> {
    pod: &'a PodInfo,
    hard: Vec<Counted>,
    soft: Vec<Counted>,
    /// The soft ones were not asked for: a node without their labels still counts.
    by_default: bool,
}

struct Constraint {
    skew: i64,
    key: String,
    selector: Option<LabelSelector>,
    min_domains: i64,
    honor_affinity: bool,
    honor_taints: bool,
}

/// A constraint, and how many pods it chooses in each of its domains.
struct Counted {
    constraint: Constraint,
    domains: HashMap<String, i64>,
    /// The pod itself is one of those that are counted.
    counts_itself: bool,
}

impl<'a> Prepared<'a> {
    pub(crate) fn new(pod: &'a PodInfo, cluster: &Cluster, lookup: &dyn Lookup) -> Self {
        let (hard, mut soft) = constraints(&pod.pod);
        let by_default = pod.pod.spec.topology_spread_constraints.is_empty();
        if by_default {
            soft = defaults(lookup.spread_selector(&pod.pod));
        }
        let count = |constraints: Vec<Constraint>, lenient: bool| -> Vec<Counted> {
            let keys: Vec<String> = constraints.iter().map(|constraint| constraint.key.clone()).collect();
            constraints.into_iter().map(|constraint| counted(constraint, &keys, lenient, pod, cluster)).collect()
        };
        Prepared { pod, hard: count(hard, false), soft: count(soft, by_default), by_default }
    }

    /// The picture without one pod of a node, for preemption.
    pub(crate) fn without(&mut self, node: &NodeState, other: &Pod) {
        self.weigh(node, other, -1);
    }

    pub(crate) fn with(&mut self, node: &NodeState, other: &Pod) {
        self.weigh(node, other, 1);
    }

    fn weigh(&mut self, node: &NodeState, other: &Pod, by: i64) {
        let namespace = &self.pod.pod.metadata.namespace;
        for it in &mut self.hard {
            let count = node.label(&it.constraint.key).and_then(|domain| it.domains.get_mut(domain));
            if let Some(count) = count.filter(|_| is_counted(other, namespace, it.constraint.selector.as_ref())) {
                *count += by;
            }
        }
    }

    pub(crate) fn check(&self, node: &NodeState) -> Result<(), Refusal> {
        for it in &self.hard {
            let Some(domain) = node.label(&it.constraint.key) else {
                let reason = format!("{REASON} (missing required label)");
                return Err(Refusal::unresolvable(Plugin::PodTopologySpread, reason));
            };
            let domains = i64::try_from(it.domains.len()).unwrap_or(i64::MAX);
            // Fewer domains than wanted: the missing ones count as empty.
            let least =
                if domains < it.constraint.min_domains { 0 } else { it.domains.values().min().copied().unwrap_or(0) };
            let here = it.domains.get(domain).copied().unwrap_or(0) + i64::from(it.counts_itself);
            if here - least > it.constraint.skew {
                return Err(Refusal::new(Plugin::PodTopologySpread, REASON));
            }
        }
        Ok(())
    }

    /// For nodes that passed; the highest is the best, 0 to 100.
    pub(crate) fn scores(&self, nodes: &[&NodeState]) -> Vec<i64> {
        if self.soft.is_empty() {
            return vec![0; nodes.len()];
        }
        let raw: Vec<Option<f64>> = nodes.iter().map(|node| self.raw(node, nodes)).collect();
        let known = || raw.iter().flatten().map(|score| score.round() as i64);
        let (least, most) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
        let normal = |score: &Option<f64>| match score {
            None => 0,
            Some(_) if most == 0 => 100,
            Some(score) => 100 * (most + least - score.round() as i64) / most,
        };
        raw.iter().map(normal).collect()
    }

    fn raw(&self, node: &NodeState, nodes: &[&NodeState]) -> Option<f64> {
        let mut score = 0.0;
        for it in &self.soft {
            let key = it.constraint.key.as_str();
            let Some(domain) = node.label(key) else {
                if self.by_default {
                    continue;
                }
                return None;
            };
            let here = if key == HOSTNAME {
                matching(node, &self.pod.pod.metadata.namespace, it.constraint.selector.as_ref())
            } else {
                it.domains.get(domain).copied().unwrap_or(0)
            };
            let size = if key == HOSTNAME { nodes.len() } else { domains_of(key, nodes) };
            // Many domains weigh more, so that a constraint on nodes is heard beside one on zones.
            let weight = ((size + 2) as f64).ln();
            score += here as f64 * weight + (it.constraint.skew - 1) as f64;
        }
        Some(score)
    }
}

fn domains_of(key: &str, nodes: &[&NodeState]) -> usize {
    let mut values: Vec<&str> = nodes.iter().filter_map(|node| node.label(key)).collect();
    values.sort_unstable();
    values.dedup();
    values.len()
}

fn constraints(pod: &Pod) -> (Vec<Constraint>, Vec<Constraint>) {
    let (hard, soft): (Vec<_>, Vec<_>) =
        pod.spec.topology_spread_constraints.iter().partition(|it| it.when_unsatisfiable == "DoNotSchedule");
    let made = |all: Vec<&TopologySpreadConstraint>| all.into_iter().map(|it| constraint(pod, it)).collect();
    (made(hard), made(soft))
}

fn constraint(pod: &Pod, it: &TopologySpreadConstraint) -> Constraint {
    let mut selector = it.label_selector.clone();
    for key in &it.match_label_keys {
        if let (Some(value), Some(selector)) = (pod.metadata.labels.get(key), selector.as_mut()) {
            selector.match_labels.insert(key.clone(), value.clone());
        }
    }
    Constraint {
        skew: i64::from(it.max_skew),
        key: it.topology_key.clone(),
        selector,
        min_domains: i64::from(it.min_domains.unwrap_or(1)),
        honor_affinity: it.node_affinity_policy.as_deref() != Some("Ignore"),
        honor_taints: it.node_taints_policy.as_deref() == Some("Honor"),
    }
}

/// As upstream's system defaults: nodes with a skew of 3, zones with one of 5.
fn defaults(selector: Option<LabelSelector>) -> Vec<Constraint> {
    let Some(selector) = selector else { return Vec::new() };
    let made = |(key, skew): (&str, i64)| Constraint {
        skew,
        key: key.to_owned(),
        selector: Some(selector.clone()),
        min_domains: 1,
        honor_affinity: true,
        honor_taints: false,
    };
    [(HOSTNAME, 3), (ZONE, 5)].map(made).into()
}

fn counted(constraint: Constraint, keys: &[String], lenient: bool, pod: &PodInfo, cluster: &Cluster) -> Counted {
    let namespace = &pod.pod.metadata.namespace;
    let mut domains: HashMap<String, i64> = HashMap::new();
    for node in cluster.nodes() {
        // Only nodes that have every key take part, or the domains would not compare.
        let whole = lenient || keys.iter().all(|key| node.label(key).is_some());
        let Some(domain) = node.label(&constraint.key).filter(|_| whole) else { continue };
        if !takes_part(&constraint, pod, node) {
            continue;
        }
        *domains.entry(domain.to_owned()).or_default() += matching(node, namespace, constraint.selector.as_ref());
    }
    let counts_itself = selector::matches(constraint.selector.as_ref(), &pod.pod.metadata.labels);
    Counted { constraint, domains, counts_itself }
}

fn takes_part(constraint: &Constraint, pod: &PodInfo, node: &NodeState) -> bool {
    let hard = |taint: &Taint| matches!(taint.effect.as_str(), "NoSchedule" | "NoExecute");
    (!constraint.honor_affinity || affinity::required(&pod.pod, node.facts()))
        && (!constraint.honor_taints || untolerated(&node.node.spec.taints, &pod.pod.spec.tolerations, hard).is_none())
}

fn matching(node: &NodeState, namespace: &str, selector: Option<&LabelSelector>) -> i64 {
    let chosen = node.pods.iter().filter(|other| is_counted(&other.pod, namespace, selector));
    i64::try_from(chosen.count()).unwrap_or(i64::MAX)
}

fn is_counted(other: &Pod, namespace: &str, selector: Option<&LabelSelector>) -> bool {
    let meta = &other.metadata;
    // What is leaving makes room already.
    meta.deletion_timestamp.is_none() && meta.namespace == namespace && selector::matches(selector, &meta.labels)
}
