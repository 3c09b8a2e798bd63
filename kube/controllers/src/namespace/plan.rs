//! When a namespace that is being deleted is empty, and what its status says until then.
//! As upstream: pkg/controller/namespace/deletion.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::core::{Namespace, NamespaceCondition};
use kube_informer::Resource;

use crate::meta::time;
use crate::plan::{Draft, Plan, Step};

const FINALIZER: &str = "kubernetes";
/// Changes of the content wake us; this is for what nobody watches.
const SAFETY_NET: Duration = Duration::from_secs(15);

pub(crate) struct Observed {
    pub(crate) namespace: Arc<Namespace>,
    /// What discovery could not show.
    pub(crate) undiscovered: Option<String>,
    pub(crate) content: Vec<Content>,
}

/// What is left of one resource.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) resource: Resource,
    pub(crate) left: usize,
    pub(crate) finalizers: BTreeMap<String, usize>,
    pub(crate) error: Option<String>,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let mut namespace = (*seen.namespace).clone();
    namespace.status.phase = "Terminating".to_owned();
    for condition in conditions(now, seen) {
        put(&mut namespace.status.conditions, condition);
    }
    if namespace.status != seen.namespace.status {
        plan.push(Step::UpdateStatus(Draft::of(&namespace)));
    }
    let failed = seen.undiscovered.is_some() || seen.content.iter().any(|content| content.error.is_some());
    if failed || seen.content.iter().any(|content| content.left > 0) {
        plan.again_after(SAFETY_NET);
        return plan;
    }
    namespace.spec.finalizers.retain(|finalizer| finalizer != FINALIZER);
    // The status was just written: this write names no revision.
    namespace.metadata_mut().resource_version.clear();
    plan.push(Step::UpdateThrough("finalize", Draft::of(&namespace)));
    plan
}

fn conditions(now: Timestamp, seen: &Observed) -> Vec<NamespaceCondition> {
    let judged = |kind: &str, problem: Option<(&str, String)>, fine: (&str, &str)| {
        let (status, reason, message) = match problem {
            Some((reason, message)) => ("True", reason, message),
            None => ("False", fine.0, fine.1.to_owned()),
        };
        NamespaceCondition {
            r#type: kind.to_owned(),
            status: status.to_owned(),
            last_transition_time: time(now),
            reason: reason.to_owned(),
            message,
        }
    };
    let mut errors: Vec<&str> = seen.content.iter().filter_map(|content| content.error.as_deref()).collect();
    errors.sort_unstable();
    let failed = (!errors.is_empty()).then(|| {
        let text = format!("Failed to delete all resource types, {} remaining: {}", errors.len(), errors.join(", "));
        ("ContentDeletionFailed", text)
    });
    vec![
        judged(
            "NamespaceDeletionDiscoveryFailure",
            seen.undiscovered.clone().map(|why| ("DiscoveryFailed", why)),
            ("ResourcesDiscovered", "All resources successfully discovered"),
        ),
        judged(
            "NamespaceDeletionGroupVersionParsingFailure",
            None,
            ("ParsedGroupVersions", "All legacy kube types successfully parsed"),
        ),
        judged(
            "NamespaceDeletionContentFailure",
            failed,
            ("ContentDeleted", "All content successfully deleted, may be waiting on finalization"),
        ),
        judged(
            "NamespaceContentRemaining",
            remaining(seen).map(|text| ("SomeResourcesRemain", text)),
            ("ContentRemoved", "All content successfully removed"),
        ),
        judged(
            "NamespaceFinalizersRemaining",
            finalizers(seen).map(|text| ("SomeFinalizersRemain", text)),
            ("ContentHasNoFinalizers", "All content-preserving finalizers finished"),
        ),
    ]
}

fn remaining(seen: &Observed) -> Option<String> {
    let left = seen.content.iter().filter(|content| content.left > 0);
    let mut texts: Vec<String> = left
        .map(|it| format!("{}.{} has {} resource instances", it.resource.plural, it.resource.group, it.left))
        .collect();
    texts.sort();
    (!texts.is_empty()).then(|| format!("Some resources are remaining: {}", texts.join(", ")))
}

fn finalizers(seen: &Observed) -> Option<String> {
    let mut all: BTreeMap<&str, usize> = BTreeMap::new();
    for (finalizer, count) in seen.content.iter().flat_map(|content| &content.finalizers) {
        *all.entry(finalizer).or_default() += count;
    }
    let texts: Vec<String> = all.iter().map(|(it, count)| format!("{it} in {count} resource instances")).collect();
    (!texts.is_empty()).then(|| format!("Some content in the namespace has finalizers remaining: {}", texts.join(", ")))
}

/// The transition time moves only with the status.
fn put(conditions: &mut Vec<NamespaceCondition>, mut new: NamespaceCondition) {
    match conditions.iter_mut().find(|old| old.r#type == new.r#type) {
        Some(old) => {
            if old.status == new.status {
                new.last_transition_time = old.last_transition_time;
            }
            *old = new;
        }
        None => conditions.push(new),
    }
}
