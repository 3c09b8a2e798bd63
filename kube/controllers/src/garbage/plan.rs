//! What becomes of one object whose owners are gone, or that is being deleted itself.
//! As upstream: pkg/controller/garbagecollector/garbagecollector.go.

use kube_api::types::meta::{ObjectMeta, OwnerReference};
use kube_informer::{DeleteOptions, Propagation, Resource};

use crate::garbage::graph::{FOREGROUND, ORPHAN};
use crate::meta::{has_finalizer, without_finalizer};
use crate::plan::{Change, PatchKind, Plan, Step, Target};

/// What the server says of an object, and of its owners.
#[derive(Debug)]
pub(crate) struct Observed {
    pub(crate) resource: Resource,
    pub(crate) meta: ObjectMeta,
    pub(crate) owners: Vec<(OwnerReference, Owner)>,
    /// It is being deleted and waits for dependents that block it.
    pub(crate) blocked: bool,
    /// One of its dependents is itself being deleted in the foreground.
    pub(crate) dependents_wait: bool,
    pub(crate) has_dependents: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    Solid,
    Gone,
    /// Being deleted in the foreground: it waits for us.
    Waiting,
}

pub(crate) fn plan(seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let deleting = seen.meta.deletion_timestamp.is_some();
    if deleting {
        if has_finalizer(&seen.meta, FOREGROUND) && !seen.blocked {
            plan.push(patch(seen, without_finalizer(&seen.meta, FOREGROUND)));
        }
        return plan;
    }
    if seen.owners.is_empty() {
        return plan;
    }
    let any = |state: Owner| seen.owners.iter().any(|(_, owner)| *owner == state);
    if any(Owner::Solid) {
        if any(Owner::Gone) || any(Owner::Waiting) {
            // Somebody still wants it: only the ties to the others go.
            let keep = seen.owners.iter().filter(|(_, owner)| *owner == Owner::Solid).map(|(owner, _)| owner);
            plan.push(patch(seen, owners_patch(&seen.meta, keep)));
        }
    } else if any(Owner::Waiting) && seen.has_dependents {
        if seen.dependents_wait {
            // A cycle, or a chain that waits from both ends: do not block our own owner.
            let free = seen.owners.iter().map(|(owner, _)| owner.clone());
            let free: Vec<_> =
                free.map(|owner| OwnerReference { block_owner_deletion: Some(false), ..owner }).collect();
            plan.push(patch(seen, owners_patch(&seen.meta, free.iter())));
        }
        plan.push(delete(seen, Propagation::Foreground, !seen.dependents_wait));
    } else {
        // A finalizer that stands there already says what was asked for.
        let how = if has_finalizer(&seen.meta, ORPHAN) {
            Propagation::Orphan
        } else if has_finalizer(&seen.meta, FOREGROUND) {
            Propagation::Foreground
        } else {
            Propagation::Background
        };
        plan.push(delete(seen, how, true));
    }
    plan
}

/// An owner that is being deleted lets go of its dependents, then of its finalizer.
pub(crate) fn orphan(owner: &Resource, meta: &ObjectMeta, dependents: &[(Resource, ObjectMeta)]) -> Plan {
    let mut plan = Plan::default();
    if meta.deletion_timestamp.is_none() || !has_finalizer(meta, ORPHAN) {
        return plan;
    }
    for (resource, dependent) in dependents {
        let keep = dependent.owner_references.iter().filter(|owner| owner.uid != meta.uid);
        let body = owners_patch(dependent, keep);
        plan.push(Step::Patch(change(resource, dependent, body)));
    }
    plan.push(Step::Barrier);
    plan.push(Step::Patch(change(owner, meta, without_finalizer(meta, ORPHAN))));
    plan
}

/// `exact`: only as it was seen, so that an owner added meanwhile is not overlooked.
fn delete(seen: &Observed, how: Propagation, exact: bool) -> Step {
    let options = DeleteOptions {
        uid: Some(seen.meta.uid.clone()),
        revision: exact.then(|| seen.meta.resource_version.clone()),
        propagation: Some(how),
        ..DeleteOptions::default()
    };
    Step::Delete(target(&seen.resource, &seen.meta), options, None)
}

fn patch(seen: &Observed, body: serde_json::Value) -> Step {
    Step::Patch(change(&seen.resource, &seen.meta, body))
}

fn change(resource: &Resource, meta: &ObjectMeta, body: serde_json::Value) -> Change {
    // A merge patch: custom resources know no other that fits.
    Change { on: target(resource, meta), subresource: "", kind: PatchKind::Merge, body }
}

pub(crate) fn target(resource: &Resource, meta: &ObjectMeta) -> Target {
    Target {
        resource: resource.clone(),
        namespace: meta.namespace.clone(),
        name: meta.name.clone(),
        uid: meta.uid.clone(),
    }
}

fn owners_patch<'a>(meta: &ObjectMeta, owners: impl Iterator<Item = &'a OwnerReference>) -> serde_json::Value {
    let owners: Vec<_> = owners.map(owner_json).collect();
    serde_json::json!({ "metadata": {
        "uid": meta.uid, "resourceVersion": meta.resource_version, "ownerReferences": owners,
    }})
}

fn owner_json(owner: &OwnerReference) -> serde_json::Value {
    let mut json = serde_json::json!({
        "apiVersion": owner.api_version, "kind": owner.kind, "name": owner.name, "uid": owner.uid,
    });
    if let Some(controller) = owner.controller {
        json["controller"] = controller.into();
    }
    if let Some(block) = owner.block_owner_deletion {
        json["blockOwnerDeletion"] = block.into();
    }
    json
}

#[cfg(test)]
mod tests {
    use kube_api::types::meta::Time;

    use super::*;

    fn seen(owners: &[Owner]) -> Observed {
        let owner = |n: usize| OwnerReference { uid: format!("o{n}"), ..OwnerReference::default() };
        Observed {
            resource: Resource {
                group: "".into(),
                version: "v1".into(),
                plural: "pods".into(),
                kind: "Pod".into(),
                namespaced: true,
            },
            meta: ObjectMeta {
                name: "p".into(),
                uid: "u".into(),
                resource_version: "7".into(),
                ..ObjectMeta::default()
            },
            owners: owners.iter().enumerate().map(|(n, state)| (owner(n), *state)).collect(),
            blocked: false,
            dependents_wait: false,
            has_dependents: false,
        }
    }

    fn check(seen: &Observed, expected: &str) {
        assert_eq!(plan(seen).to_string(), expected);
    }

    #[test]
    fn deleted_only_when_nobody_wants_it() {
        check(&seen(&[Owner::Solid]), "");
        check(&seen(&[]), "");
        check(&seen(&[Owner::Gone]), "delete pods p Background");
        check(&seen(&[Owner::Gone, Owner::Waiting]), "delete pods p Background");
        let kept = r#"{"metadata":{"uid":"u","resourceVersion":"7","ownerReferences":[{"apiVersion":"","kind":"","name":"","uid":"o0"}]}}"#;
        check(&seen(&[Owner::Solid, Owner::Gone]), &format!("patch pods p merge {kept}"));
    }

    #[test]
    fn foreground_goes_down_the_chain_and_comes_back_up() {
        let mut middle = seen(&[Owner::Waiting]);
        middle.has_dependents = true;
        check(&middle, "delete pods p Foreground");
        middle.meta.deletion_timestamp = Some(Time::default());
        middle.meta.finalizers = vec![FOREGROUND.into()];
        middle.blocked = true;
        check(&middle, "");
        middle.blocked = false;
        check(&middle, r#"patch pods p merge {"metadata":{"uid":"u","resourceVersion":"7","finalizers":[]}}"#);
    }
}
