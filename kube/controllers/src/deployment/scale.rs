//! Sizes of a Deployment's ReplicaSets: the pace of a rollout, and scaling in the middle of one.
//! As upstream: deployment/rolling.go, deployment/sync.go.

use std::cmp::Ordering;

use kube_api::types::Object;
use kube_api::types::apps::{Deployment, ReplicaSet};

use crate::deployment::plan::Rollout;
use crate::deployment::revision;
use crate::percent::{Round, scaled};

pub(crate) fn size(set: &ReplicaSet) -> i32 {
    set.spec.replicas.unwrap_or(1)
}

pub(crate) fn oldest_first(a: &ReplicaSet, b: &ReplicaSet) -> Ordering {
    let (a, b) = (a.metadata(), b.metadata());
    a.creation_timestamp.cmp(&b.creation_timestamp).then_with(|| a.name.cmp(&b.name))
}

fn is_rolling(deployment: &Deployment) -> bool {
    deployment.spec.strategy.r#type != "Recreate"
}

/// Surge and unavailability in pods; both zero would never move, so then one may be missing.
fn fence(deployment: &Deployment) -> (i32, i32) {
    let wanted = deployment.spec.replicas.unwrap_or(1);
    let rolling = deployment.spec.strategy.rolling_update.clone().unwrap_or_default();
    let of = |value: Option<_>, round| value.as_ref().and_then(|value| scaled(value, wanted, round)).unwrap_or(0);
    match (of(rolling.max_surge, Round::Up), of(rolling.max_unavailable, Round::Down)) {
        (0, 0) => (0, 1),
        both => both,
    }
}

pub(crate) fn max_surge(deployment: &Deployment) -> i32 {
    if is_rolling(deployment) { fence(deployment).0 } else { 0 }
}

pub(crate) fn max_unavailable(deployment: &Deployment) -> i32 {
    let wanted = deployment.spec.replicas.unwrap_or(1);
    if is_rolling(deployment) && wanted > 0 { fence(deployment).1.min(wanted) } else { 0 }
}

/// How large the new set may be now, given what it is.
pub(crate) fn size_of_new(rollout: &Rollout, now: i32) -> i32 {
    let wanted = rollout.wanted();
    if !is_rolling(&rollout.deployment) {
        return wanted;
    }
    let total = rollout.all().map(size).sum::<i32>();
    let room = wanted + max_surge(&rollout.deployment) - total;
    if room <= 0 { now } else { now + room.min(wanted - now) }
}

pub(crate) fn grow_new(rollout: &mut Rollout) -> bool {
    let Some(now) = rollout.new.as_ref().map(size) else { return false };
    let wanted = rollout.wanted();
    let target = if now > wanted { wanted } else { size_of_new(rollout, now) };
    resize_new(rollout, target)
}

/// Takes pods from old sets: first those that do not run anyway, then as many as may be missing.
pub(crate) fn shrink_old(rollout: &mut Rollout) -> bool {
    let Some(new) = &rollout.new else { return false };
    if rollout.old.iter().map(size).sum::<i32>() == 0 {
        return false;
    }
    let min_available = rollout.wanted() - max_unavailable(&rollout.deployment);
    let new_unavailable = size(new) - new.status.available_replicas;
    let most = rollout.all().map(size).sum::<i32>() - min_available - new_unavailable;
    if most <= 0 {
        return false;
    }
    rollout.old.sort_by(oldest_first);
    let mut unhealthy = 0;
    for at in 0..rollout.old.len() {
        let Some(set) = rollout.old.get(at) else { break };
        let surplus = (size(set) - set.status.available_replicas).clamp(0, most - unhealthy);
        if surplus > 0 {
            let target = size(set) - surplus;
            resize_old(rollout, at, target);
            unhealthy += surplus;
        }
    }
    let available = rollout.all().map(|set| set.status.available_replicas).sum::<i32>();
    let mut left = (available - min_available).max(0);
    let mut healthy = 0;
    for at in 0..rollout.old.len() {
        let Some(set) = rollout.old.get(at) else { break };
        let surplus = size(set).min(left);
        if surplus > 0 {
            let target = size(set) - surplus;
            resize_old(rollout, at, target);
            left -= surplus;
            healthy += surplus;
        }
    }
    unhealthy + healthy > 0
}

/// The Deployment's size changed: one active set takes all of it; several share it by their sizes.
pub(crate) fn proportionally(rollout: &mut Rollout) {
    let wanted = rollout.wanted();
    let active: Vec<usize> =
        (0..rollout.old.len()).filter(|at| rollout.old.get(*at).is_some_and(|set| size(set) > 0)).collect();
    let new_active = rollout.new.as_ref().is_some_and(|set| size(set) > 0);
    match (active.as_slice(), new_active) {
        ([], _) if rollout.new.is_some() => {
            resize_new(rollout, wanted);
        }
        ([], _) => {
            // Nothing is active and nothing is new: the latest old one stands for the Deployment.
            rollout.old.sort_by(oldest_first);
            if let Some(last) = rollout.old.len().checked_sub(1) {
                resize_old(rollout, last, wanted);
            }
        }
        ([only], false) => {
            resize_old(rollout, *only, wanted);
        }
        _ if is_saturated(rollout) => {
            for at in active {
                resize_old(rollout, at, 0);
            }
        }
        _ if is_rolling(&rollout.deployment) => share(rollout),
        _ => {}
    }
}

/// The new set is as large as the Deployment, and all of it is there.
fn is_saturated(rollout: &Rollout) -> bool {
    let wanted = rollout.wanted();
    rollout.new.as_ref().is_some_and(|set| {
        size(set) == wanted && revision::desired(set) == Some(wanted) && set.status.available_replicas == wanted
    })
}

fn share(rollout: &mut Rollout) {
    let wanted = rollout.wanted();
    let allowed = if wanted > 0 { wanted + max_surge(&rollout.deployment) } else { 0 };
    // `None` is the new set.
    let mut places: Vec<Option<usize>> = (0..rollout.old.len()).map(Some).chain([None]).collect();
    places.retain(|place| set_at(rollout, *place).is_some_and(|set| size(set) > 0));
    let total: i32 = places.iter().filter_map(|place| set_at(rollout, *place)).map(size).sum();
    let to_add = allowed - total;
    // The largest first; of equals, growing favours the newer, shrinking takes from the older.
    places.sort_by(|a, b| {
        let (Some(a), Some(b)) = (set_at(rollout, *a), set_at(rollout, *b)) else { return Ordering::Equal };
        let age = oldest_first(a, b);
        size(b).cmp(&size(a)).then(if to_add > 0 { age.reverse() } else { age })
    });
    let mut added = 0;
    let mut sizes = Vec::new();
    for place in &places {
        let Some(set) = set_at(rollout, *place) else { continue };
        let part = fraction(rollout, set);
        let left = to_add - added;
        let part = match to_add.cmp(&0) {
            Ordering::Greater => part.min(left),
            Ordering::Less => part.max(left),
            Ordering::Equal => 0,
        };
        sizes.push(size(set) + part);
        added += part;
    }
    if let Some(first) = sizes.first_mut() {
        *first = (*first + to_add - added).max(0);
    }
    for (place, target) in places.into_iter().zip(sizes) {
        match place {
            Some(at) => resize(rollout, Some(at), target, true),
            None => resize(rollout, None, target, true),
        };
    }
}

/// What a set would gain if every set grew by the same factor as the Deployment.
fn fraction(rollout: &Rollout, set: &ReplicaSet) -> i32 {
    let wanted = rollout.wanted();
    if wanted == 0 {
        return -size(set);
    }
    let most = wanted + max_surge(&rollout.deployment);
    let before = revision::max(set).unwrap_or(rollout.deployment.status.replicas);
    if before == 0 {
        return 0;
    }
    let grown = f64::from(size(set)) * f64::from(most) / f64::from(before);
    grown.round() as i32 - size(set)
}

fn set_at(rollout: &Rollout, place: Option<usize>) -> Option<&ReplicaSet> {
    match place {
        Some(at) => rollout.old.get(at),
        None => rollout.new.as_ref(),
    }
}

pub(crate) fn resize_new(rollout: &mut Rollout, target: i32) -> bool {
    resize(rollout, None, target, false)
}

pub(crate) fn resize_old(rollout: &mut Rollout, at: usize, target: i32) -> bool {
    resize(rollout, Some(at), target, false)
}

/// `annotate` writes the Deployment's size into the set even where the set's own stays.
fn resize(rollout: &mut Rollout, place: Option<usize>, target: i32, annotate: bool) -> bool {
    let Some(mut set) = set_at(rollout, place).cloned() else { return false };
    let before = size(&set);
    if before == target && !annotate {
        return false;
    }
    set.spec.replicas = Some(target);
    if !revision::note_size(&rollout.deployment, &mut set) && before == target {
        return false;
    }
    rollout.plan.update(&set);
    if before != target {
        rollout.told_scaled(&set.metadata().name.clone(), before, target);
    }
    match place {
        Some(at) => rollout.old.get_mut(at).map(|old| *old = set),
        None => rollout.new.replace(set).map(drop),
    };
    before != target
}
