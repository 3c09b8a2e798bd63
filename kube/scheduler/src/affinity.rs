//! Does a node fit a pod's nodeSelector and node affinity?
//! As upstream: component-helpers/scheduling/corev1/nodeaffinity.

use std::collections::BTreeMap;

use kube_api::types::core::{NodeSelector, NodeSelectorRequirement, NodeSelectorTerm, Pod, PreferredSchedulingTerm};

type Labels = BTreeMap<String, String>;

/// What affinity can look at.
#[derive(Clone, Copy, Debug)]
pub struct NodeFacts<'a> {
    pub name: &'a str,
    pub labels: &'a Labels,
}

/// The pod's nodeSelector, and the required part of its node affinity.
pub fn required(pod: &Pod, node: NodeFacts<'_>) -> bool {
    let selected = pod.spec.node_selector.iter().all(|(key, value)| node.labels.get(key) == Some(value));
    let affinity = pod.spec.affinity.as_ref().and_then(|affinity| affinity.node_affinity.as_ref());
    let terms = affinity.and_then(|it| it.required_during_scheduling_ignored_during_execution.as_ref());
    selected && terms.is_none_or(|selector| selects(selector, node))
}

/// Terms are alternatives. An empty selector, or an empty term, selects nothing.
pub fn selects(selector: &NodeSelector, node: NodeFacts<'_>) -> bool {
    selector.node_selector_terms.iter().any(|term| matches(term, node))
}

/// The sum of the weights of the preferred terms that fit.
pub fn preferred(pod: &Pod, node: NodeFacts<'_>) -> i64 {
    let affinity = pod.spec.affinity.as_ref().and_then(|affinity| affinity.node_affinity.as_ref());
    let terms = affinity.map(|it| it.preferred_during_scheduling_ignored_during_execution.as_slice());
    let fits = |term: &&PreferredSchedulingTerm| is_empty(&term.preference) || matches(&term.preference, node);
    terms.unwrap_or_default().iter().filter(fits).map(|term| i64::from(term.weight)).sum()
}

fn is_empty(term: &NodeSelectorTerm) -> bool {
    term.match_expressions.is_empty() && term.match_fields.is_empty()
}

fn matches(term: &NodeSelectorTerm, node: NodeFacts<'_>) -> bool {
    !is_empty(term)
        && term.match_expressions.iter().all(|it| holds(it, node.labels.get(&it.key).map(String::as_str)))
        // The only field is the name.
        && term.match_fields.iter().all(|it| it.key == "metadata.name" && holds(it, Some(node.name)))
}

fn holds(requirement: &NodeSelectorRequirement, value: Option<&str>) -> bool {
    let listed = value.is_some_and(|value| requirement.values.iter().any(|wanted| wanted == value));
    match requirement.operator.as_str() {
        "In" => listed,
        "NotIn" => !listed,
        "Exists" => value.is_some(),
        "DoesNotExist" => value.is_none(),
        "Gt" => compared(requirement, value).is_some_and(|(value, limit)| value > limit),
        "Lt" => compared(requirement, value).is_some_and(|(value, limit)| value < limit),
        _ => false,
    }
}

fn compared(requirement: &NodeSelectorRequirement, value: Option<&str>) -> Option<(i64, i64)> {
    Some((value?.parse().ok()?, requirement.values.first()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(operator: &str, values: &[&str], label: Option<&str>, expected: bool) {
        let labels: Labels = label.iter().map(|value| ("k".to_owned(), (*value).to_owned())).collect();
        let requirement = NodeSelectorRequirement {
            key: "k".into(),
            operator: operator.into(),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        };
        let term = NodeSelectorTerm { match_expressions: vec![requirement], ..NodeSelectorTerm::default() };
        let selector = NodeSelector { node_selector_terms: vec![term] };
        let facts = NodeFacts { name: "n", labels: &labels };
        assert_eq!(selects(&selector, facts), expected, "{operator} {values:?} {label:?}");
    }

    #[test]
    fn operators() {
        check("In", &["a", "b"], Some("b"), true);
        check("In", &["a"], None, false);
        check("NotIn", &["a"], None, true);
        check("Exists", &[], Some(""), true);
        check("DoesNotExist", &[], None, true);
        check("Gt", &["3"], Some("4"), true);
        check("Lt", &["3"], Some("4"), false);
        check("Gt", &["3"], Some("x"), false);
    }

    #[test]
    fn nothing_is_selected_by_nothing() {
        let labels = Labels::new();
        let facts = NodeFacts { name: "n", labels: &labels };
        assert!(!selects(&NodeSelector::default(), facts));
        assert!(!selects(&NodeSelector { node_selector_terms: vec![NodeSelectorTerm::default()] }, facts));
    }
}
