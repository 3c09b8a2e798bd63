//! Beside these pods, away from those. As upstream: plugins/interpodaffinity.

use std::collections::HashMap;

use kube_api::types::core::{Pod, PodAffinityTerm};
use kube_api::types::meta::LabelSelector;

use crate::cluster::{Cluster, Lookup, NodeState, PodInfo};
use crate::filters::{Plugin, Refusal};
use crate::selector;

/// A label of nodes and its value.
type Place = (String, String);

pub(crate) struct Prepared<'a> {
    pod: &'a PodInfo,
    lookup: &'a dyn Lookup,
    wanted: Vec<Term>,
    unwanted: Vec<Term>,
    /// Where pods stand that all wanted terms choose, and how many.
    wanted_at: HashMap<Place, i64>,
    unwanted_at: HashMap<Place, i64>,
    /// Where pods stand that do not want this one beside them.
    refused_at: HashMap<Place, i64>,
    preferred_at: HashMap<Place, i64>,
}

struct Term {
    selector: Option<LabelSelector>,
    namespaces: Vec<String>,
    namespace_selector: Option<LabelSelector>,
    key: String,
}

impl Term {
    fn new(owner: &Pod, term: &PodAffinityTerm) -> Self {
        let mut selector = term.label_selector.clone();
        if let Some(selector) = selector.as_mut() {
            let value = |key: &String| owner.metadata.labels.get(key).map(|value| (key.clone(), value.clone()));
            selector.match_labels.extend(term.match_label_keys.iter().filter_map(value));
            let not = |(key, value)| kube_api::types::meta::LabelSelectorRequirement {
                key,
                operator: "NotIn".to_owned(),
                values: vec![value],
            };
            selector.match_expressions.extend(term.mismatch_label_keys.iter().filter_map(value).map(not));
        }
        // As upstream: neither names nor a selector means the pod's own namespace.
        let own = term.namespaces.is_empty() && term.namespace_selector.is_none();
        Term {
            selector,
            namespaces: if own { vec![owner.metadata.namespace.clone()] } else { term.namespaces.clone() },
            namespace_selector: term.namespace_selector.clone(),
            key: term.topology_key.clone(),
        }
    }

    fn chooses(&self, pod: &Pod, lookup: &dyn Lookup) -> bool {
        let meta = &pod.metadata;
        selector::matches(self.selector.as_ref(), &meta.labels)
            && (self.namespaces.contains(&meta.namespace)
                || self
                    .namespace_selector
                    .as_ref()
                    .is_some_and(|it| selector::matches(Some(it), &lookup.namespace_labels(&meta.namespace))))
    }
}

fn required_affinity(pod: &Pod) -> &[PodAffinityTerm] {
    let affinity = pod.spec.affinity.as_ref().and_then(|affinity| affinity.pod_affinity.as_ref());
    affinity.map(|it| it.required_during_scheduling_ignored_during_execution.as_slice()).unwrap_or_default()
}

fn required_anti(pod: &Pod) -> &[PodAffinityTerm] {
    let affinity = pod.spec.affinity.as_ref().and_then(|affinity| affinity.pod_anti_affinity.as_ref());
    affinity.map(|it| it.required_during_scheduling_ignored_during_execution.as_slice()).unwrap_or_default()
}

/// Preferred terms with their weights; those against have negative ones.
fn preferred(pod: &Pod) -> impl Iterator<Item = (&PodAffinityTerm, i64)> {
    let affinity = pod.spec.affinity.as_ref();
    let toward = affinity.and_then(|it| it.pod_affinity.as_ref());
    let away = affinity.and_then(|it| it.pod_anti_affinity.as_ref());
    let toward =
        toward.map(|it| it.preferred_during_scheduling_ignored_during_execution.as_slice()).unwrap_or_default();
    let away = away.map(|it| it.preferred_during_scheduling_ignored_during_execution.as_slice()).unwrap_or_default();
    toward
        .iter()
        .map(|it| (&it.pod_affinity_term, i64::from(it.weight)))
        .chain(away.iter().map(|it| (&it.pod_affinity_term, -i64::from(it.weight))))
}

impl<'a> Prepared<'a> {
    pub(crate) fn new(pod: &'a PodInfo, cluster: &Cluster, lookup: &'a dyn Lookup) -> Self {
        let made = |terms: &[PodAffinityTerm]| terms.iter().map(|term| Term::new(&pod.pod, term)).collect::<Vec<_>>();
        let mut prepared = Prepared {
            wanted: made(required_affinity(&pod.pod)),
            unwanted: made(required_anti(&pod.pod)),
            wanted_at: HashMap::new(),
            unwanted_at: HashMap::new(),
            refused_at: HashMap::new(),
            preferred_at: HashMap::new(),
            pod,
            lookup,
        };
        let preferred: Vec<(Term, i64)> =
            preferred(&pod.pod).map(|(term, weight)| (Term::new(&pod.pod, term), weight)).collect();
        for node in cluster.nodes() {
            for other in &node.pods {
                prepared.weigh_required(node, &other.pod, 1);
                prepared.weigh_preferred(node, &other.pod, &preferred);
            }
        }
        prepared
    }

    fn weigh_required(&mut self, node: &NodeState, other: &Pod, by: i64) {
        let lookup = self.lookup;
        if !self.wanted.is_empty() && self.wanted.iter().all(|term| term.chooses(other, lookup)) {
            for term in &self.wanted {
                count(&mut self.wanted_at, node, &term.key, by);
            }
        }
        for term in self.unwanted.iter().filter(|term| term.chooses(other, lookup)) {
            count(&mut self.unwanted_at, node, &term.key, by);
        }
        for term in required_anti(other) {
            let term = Term::new(other, term);
            if term.chooses(&self.pod.pod, lookup) {
                count(&mut self.refused_at, node, &term.key, by);
            }
        }
    }

    fn weigh_preferred(&mut self, node: &NodeState, other: &Pod, ours: &[(Term, i64)]) {
        let lookup = self.lookup;
        for (term, weight) in ours.iter().filter(|(term, _)| term.chooses(other, lookup)) {
            count(&mut self.preferred_at, node, &term.key, *weight);
        }
        if other.spec.affinity.is_none() {
            return;
        }
        // What others prefer counts too; what they require of us counts with weight 1, as upstream's default.
        let theirs = preferred(other).chain(required_affinity(other).iter().map(|term| (term, 1)));
        for (term, weight) in theirs {
            let term = Term::new(other, term);
            if term.chooses(&self.pod.pod, lookup) {
                count(&mut self.preferred_at, node, &term.key, weight);
            }
        }
    }

    /// The picture without one pod, for preemption.
    pub(crate) fn without(&mut self, node: &NodeState, other: &Pod) {
        self.weigh_required(node, other, -1);
    }

    pub(crate) fn with(&mut self, node: &NodeState, other: &Pod) {
        self.weigh_required(node, other, 1);
    }

    pub(crate) fn check(&self, node: &NodeState) -> Result<(), Refusal> {
        let at = |counts: &HashMap<Place, i64>, key: &str| {
            let place = node.label(key).map(|value| (key.to_owned(), value.to_owned()));
            place.and_then(|place| counts.get(&place).copied()).unwrap_or(0)
        };
        if !self.wanted.iter().all(|term| node.label(&term.key).is_some()) || !self.has_company(&at) {
            return Err(Refusal::unresolvable(Plugin::InterPodAffinity, "node(s) didn't match pod affinity rules"));
        }
        if self.unwanted.iter().any(|term| at(&self.unwanted_at, &term.key) > 0) {
            let reason = "node(s) didn't match pod anti-affinity rules";
            return Err(Refusal::new(Plugin::InterPodAffinity, reason));
        }
        let refused =
            self.refused_at.iter().any(|((key, value), count)| *count > 0 && node.label(key) == Some(value.as_str()));
        if refused {
            let reason = "node(s) didn't satisfy existing pods anti-affinity rules";
            return Err(Refusal::new(Plugin::InterPodAffinity, reason));
        }
        Ok(())
    }

    fn has_company(&self, at: &dyn Fn(&HashMap<Place, i64>, &str) -> i64) -> bool {
        if self.wanted.iter().all(|term| at(&self.wanted_at, &term.key) > 0) {
            return true;
        }
        // The first of a group that wants to be together may start anywhere.
        let nobody = self.wanted_at.values().all(|count| *count <= 0);
        nobody && self.wanted.iter().all(|term| term.chooses(&self.pod.pod, self.lookup))
    }

    /// For nodes that passed; the highest is the best, 0 to 100.
    pub(crate) fn scores(&self, nodes: &[&NodeState]) -> Vec<i64> {
        let raw = |node: &&NodeState| -> i64 {
            let here = |((key, value), _): &(&Place, &i64)| node.label(key) == Some(value.as_str());
            self.preferred_at.iter().filter(here).map(|(_, weight)| *weight).sum()
        };
        let raw: Vec<i64> = nodes.iter().map(raw).collect();
        let (least, most) = (raw.iter().min().copied().unwrap_or(0), raw.iter().max().copied().unwrap_or(0));
        let spread = most - least;
        raw.iter().map(|score| if spread > 0 { 100 * (score - least) / spread } else { 0 }).collect()
    }
}

fn count(counts: &mut HashMap<Place, i64>, node: &NodeState, key: &str, by: i64) {
    if let Some(value) = node.label(key) {
        *counts.entry((key.to_owned(), value.to_owned())).or_default() += by;
    }
}
