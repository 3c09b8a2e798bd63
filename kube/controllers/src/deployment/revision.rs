//! The annotations that tie ReplicaSets to a Deployment's history. As upstream: deployment/util/deployment_util.go.

use kube_api::types::Object;
use kube_api::types::apps::{Deployment, ReplicaSet};

use crate::deployment::scale;

pub(crate) const REVISION: &str = "deployment.kubernetes.io/revision";
const HISTORY: &str = "deployment.kubernetes.io/revision-history";
const DESIRED: &str = "deployment.kubernetes.io/desired-replicas";
const MAX: &str = "deployment.kubernetes.io/max-replicas";
const LAST_APPLIED: &str = "kubectl.kubernetes.io/last-applied-configuration";
const ROLLBACK: &str = "deprecated.deployment.rollback.to";
/// Characters of the history annotation.
const HISTORY_MAX: usize = 2000;

/// Annotations that belong to one object and are not copied to the other.
const OWN: [&str; 6] = [LAST_APPLIED, REVISION, HISTORY, DESIRED, MAX, ROLLBACK];

pub(crate) fn of(set: &ReplicaSet) -> i64 {
    number(set, REVISION).unwrap_or(0)
}

pub(crate) fn newest(sets: &[ReplicaSet]) -> i64 {
    sets.iter().map(of).max().unwrap_or(0).max(0)
}

/// The Deployment's size when the set was last scaled.
pub(crate) fn desired(set: &ReplicaSet) -> Option<i32> {
    number(set, DESIRED).and_then(|count| i32::try_from(count).ok()).filter(|count| *count >= 0)
}

/// The most pods that all sets together were allowed then.
pub(crate) fn max(set: &ReplicaSet) -> Option<i32> {
    number(set, MAX).and_then(|count| i32::try_from(count).ok()).filter(|count| *count > 0)
}

fn number(set: &ReplicaSet, key: &str) -> Option<i64> {
    set.metadata().annotations.get(key)?.parse().ok()
}

/// Copies the Deployment's annotations over and moves the set to revision `next`, its old one into the history.
pub(crate) fn annotate(deployment: &Deployment, set: &mut ReplicaSet, next: i64, exists: bool) {
    for (key, value) in &deployment.metadata().annotations {
        if !OWN.contains(&key.as_str()) {
            set.metadata_mut().annotations.insert(key.clone(), value.clone());
        }
    }
    let annotations = &mut set.metadata_mut().annotations;
    let old = annotations.get(REVISION).cloned();
    let before = old.as_deref().map_or(Some(0), |old| old.parse::<i64>().ok());
    // A revision that is no number was set by somebody else: it stays.
    if let Some(before) = before
        && before < next
    {
        annotations.insert(REVISION.to_owned(), next.to_string());
        if let Some(old) = old {
            let history = remembered(annotations.get(HISTORY).map(String::as_str).unwrap_or_default(), &old);
            annotations.insert(HISTORY.to_owned(), history);
        }
    }
    if !exists {
        note_size(deployment, set);
    }
}

/// Appends `old`, and forgets the oldest where it becomes too long.
fn remembered(history: &str, old: &str) -> String {
    let mut all: Vec<&str> = history.split(',').filter(|entry| !entry.is_empty()).collect();
    all.push(old);
    while all.len() > 1 && all.iter().map(|entry| entry.len() + 1).sum::<usize>() > HISTORY_MAX + 1 {
        all.remove(0);
    }
    all.join(",")
}

/// Remembers in the set how large the Deployment is now; `false` when it said so already.
pub(crate) fn note_size(deployment: &Deployment, set: &mut ReplicaSet) -> bool {
    let wanted = deployment.spec.replicas.unwrap_or(1);
    let sizes = [(DESIRED, wanted), (MAX, wanted + scale::max_surge(deployment))];
    let mut changed = false;
    for (key, size) in sizes {
        let size = size.to_string();
        let old = set.metadata_mut().annotations.insert(key.to_owned(), size.clone());
        changed |= old.as_ref() != Some(&size);
    }
    changed
}
