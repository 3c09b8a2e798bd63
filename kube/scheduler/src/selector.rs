//! Does a label selector choose these labels? As upstream: apimachinery/pkg/apis/meta/v1/helpers.go.

use std::collections::BTreeMap;

use kube_api::types::meta::LabelSelector;

type Labels = BTreeMap<String, String>;

/// No selector chooses nothing; an empty one chooses everything.
pub fn matches(selector: Option<&LabelSelector>, labels: &Labels) -> bool {
    let Some(selector) = selector else { return false };
    matches_map(&selector.match_labels, labels)
        && selector.match_expressions.iter().all(|term| {
            let value = labels.get(&term.key);
            let listed = value.is_some_and(|value| term.values.contains(value));
            match term.operator.as_str() {
                "In" => listed,
                "NotIn" => !listed,
                "Exists" => value.is_some(),
                "DoesNotExist" => value.is_none(),
                // The API server lets no other operator pass.
                _ => false,
            }
        })
}

/// A plain map, as Services and ReplicationControllers have.
pub fn matches_map(wanted: &Labels, labels: &Labels) -> bool {
    wanted.iter().all(|(key, value)| labels.get(key) == Some(value))
}

pub fn is_empty(selector: &LabelSelector) -> bool {
    selector.match_labels.is_empty() && selector.match_expressions.is_empty()
}
