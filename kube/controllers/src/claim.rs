//! Who belongs to a controller: adopts orphans that its selector chooses, lets go of what it no longer chooses.
//! As upstream: pkg/controller/controller_ref_manager.go.

use std::sync::Arc;

use kube_api::types::Object;
use kube_api::types::meta::LabelSelector;

use crate::meta::{controller_of, controller_ref};
use crate::plan::{Change, PatchKind, Plan, Step, Target};
use kube_scheduler::selector;

/// The objects that belong to `owner`, newly adopted ones included. `candidates` are those it controls already and
/// the orphans of its namespace.
pub(crate) fn claim<O: Object, T: Object>(
    owner: &O,
    chosen: impl Fn(&T) -> bool,
    candidates: Vec<Arc<T>>,
    plan: &mut Plan,
) -> Vec<Arc<T>> {
    let meta = owner.metadata();
    let leaving = meta.deletion_timestamp.is_some();
    candidates
        .into_iter()
        .filter(|object| {
            let found = object.metadata();
            match controller_of(found) {
                Some(controller) if controller.uid != meta.uid => false,
                Some(_) if chosen(object) => true,
                Some(_) => {
                    if !leaving && found.deletion_timestamp.is_none() {
                        plan.push(release(&**object, &meta.uid));
                    }
                    false
                }
                None => {
                    let adopts = !leaving && found.deletion_timestamp.is_none() && chosen(object);
                    if adopts {
                        plan.push(adopt(owner, &**object));
                    }
                    adopts
                }
            }
        })
        .collect()
}

/// A check by selector and, for pods, any further condition.
pub(crate) fn by_selector<T: Object>(selector: Option<&LabelSelector>) -> impl Fn(&T) -> bool {
    move |object| selector::matches(selector, &object.metadata().labels)
}

fn adopt<O: Object, T: Object>(owner: &O, object: &T) -> Step {
    let owned = controller_ref(owner);
    let body = serde_json::json!({ "metadata": {
        "uid": object.metadata().uid,
        "ownerReferences": [{
            "apiVersion": owned.api_version, "kind": owned.kind, "name": owned.name, "uid": owned.uid,
            "controller": true, "blockOwnerDeletion": true,
        }],
    }});
    let change = Change { on: Target::of(object), subresource: "", kind: PatchKind::Strategic, body };
    Step::Adopt { owner: Target::of(owner), change }
}

fn release<T: Object>(object: &T, owner_uid: &str) -> Step {
    let body = serde_json::json!({ "metadata": {
        "uid": object.metadata().uid,
        "ownerReferences": [{ "$patch": "delete", "uid": owner_uid }],
    }});
    Step::Patch(Change { on: Target::of(object), subresource: "", kind: PatchKind::Strategic, body })
}
