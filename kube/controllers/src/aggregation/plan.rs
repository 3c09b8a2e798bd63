//! ClusterRoles that are made of others. As upstream: pkg/controller/clusterroleaggregation.

use std::sync::Arc;

use kube_api::types::rbac::{ClusterRole, PolicyRule};
use kube_scheduler::selector::matches;

use crate::plan::Plan;

pub(crate) struct Observed {
    pub(crate) role: Arc<ClusterRole>,
    pub(crate) all: Vec<Arc<ClusterRole>>,
}

pub(crate) fn plan(seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let Some(rule) = &seen.role.aggregation_rule else { return plan };
    let mut rules: Vec<PolicyRule> = Vec::new();
    for selector in &rule.cluster_role_selectors {
        // The cache lists by name, so the order of rules is the same each time.
        let chosen = seen.all.iter().filter(|other| {
            other.metadata.uid != seen.role.metadata.uid && matches(Some(selector), &other.metadata.labels)
        });
        for rule in chosen.flat_map(|other| &other.rules) {
            if !rules.contains(rule) {
                rules.push(rule.clone());
            }
        }
    }
    if rules != seen.role.rules {
        let mut role = (*seen.role).clone();
        role.rules = rules;
        plan.update(&role);
    }
    plan
}
