//! Mirror pods: how the API shows static pods, which live without it. As upstream: pkg/kubelet/pod/mirror_client.go.
//!
//! - A mirror that differs from its static pod is replaced; one without a static pod is deleted.
//! - Deleting a mirror never ends the static pod.

use std::sync::Arc;

use kube_api::types::core::{Node, Pod};
use kube_api::types::meta::OwnerReference;
use kube_informer::{Client, DeleteOptions, Error, Store};
use tracing::{debug, info};

use crate::pod::view;

/// What has to be done for the mirrors of a node. Pure.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Plan {
    pub(crate) create: Vec<Arc<Pod>>,
    pub(crate) delete: Vec<Arc<Pod>>,
}

pub(crate) fn plan(statics: &[Arc<Pod>], in_api: &[Arc<Pod>]) -> Plan {
    let mut plan = Plan::default();
    for mirror in in_api.iter().filter(|pod| view::is_mirror(pod)) {
        let fits = statics.iter().any(|pod| is_mirror_of(mirror, pod) && mirror.metadata.deletion_timestamp.is_none());
        if !fits {
            plan.delete.push(mirror.clone());
        }
    }
    for pod in statics {
        let taken = in_api.iter().any(|other| {
            other.metadata.name == pod.metadata.name && other.metadata.namespace == pod.metadata.namespace
        });
        if !taken {
            plan.create.push(pod.clone());
        }
    }
    plan
}

/// A mirror names the hash of what it mirrors.
pub(crate) fn is_mirror_of(mirror: &Pod, pod: &Pod) -> bool {
    let same_name = mirror.metadata.name == pod.metadata.name && mirror.metadata.namespace == pod.metadata.namespace;
    same_name && mirror.metadata.annotations.get(view::CONFIG_MIRROR) == pod.metadata.annotations.get(view::CONFIG_HASH)
}

pub(crate) async fn apply(client: &Client, plan: &Plan, node: Option<&Node>) -> Result<(), Error> {
    for mirror in &plan.delete {
        let options = DeleteOptions { grace_s: Some(0), ..DeleteOptions::uid(&mirror.metadata.uid) };
        info!(pod = view::full_name(mirror), "deleting mirror pod");
        match client.delete::<Pod>(&mirror.metadata.namespace, &mirror.metadata.name, &options).await {
            Err(err) if !err.is_not_found() && !err.is_conflict() => return Err(err),
            _ => {}
        }
    }
    for pod in &plan.create {
        let Some(node) = node else { continue };
        match client.create(&mirror(pod, node)).await {
            Ok(_) => info!(pod = view::full_name(pod), "created mirror pod"),
            Err(err) if err.is_already_exists() => {}
            // The others may still be created: a namespace that is missing concerns one of them.
            Err(err) => debug!(pod = view::full_name(pod), %err, "mirror pod not created"),
        }
    }
    Ok(())
}

fn mirror(pod: &Pod, node: &Node) -> Pod {
    let mut mirror = pod.clone();
    let hash = pod.metadata.annotations.get(view::CONFIG_HASH).cloned().unwrap_or_default();
    let meta = &mut mirror.metadata;
    meta.annotations.insert(view::CONFIG_MIRROR.into(), hash);
    meta.uid = String::new();
    meta.creation_timestamp = Default::default();
    meta.owner_references = vec![OwnerReference {
        api_version: "v1".into(),
        kind: "Node".into(),
        name: node.metadata.name.clone(),
        uid: node.metadata.uid.clone(),
        controller: Some(true),
        block_owner_deletion: None,
    }];
    mirror.status = Default::default();
    mirror
}

/// The API's view of a static pod.
pub(crate) fn find(pod: &Pod, store: &Store<Pod>) -> Option<Arc<Pod>> {
    store.get(&pod.metadata.namespace, &pod.metadata.name).filter(|mirror| is_mirror_of(mirror, pod))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pod(name: &str, hash: &str, mirror: bool) -> Arc<Pod> {
        let mut pod = Pod::default();
        pod.metadata.name = name.into();
        pod.metadata
            .annotations
            .insert(if mirror { view::CONFIG_MIRROR } else { view::CONFIG_HASH }.into(), hash.into());
        Arc::new(pod)
    }

    #[test]
    fn mirrors_follow_their_static_pods() {
        let check = |statics: &[Arc<Pod>], api: &[Arc<Pod>], create: usize, delete: usize| {
            let plan = plan(statics, api);
            assert_eq!((plan.create.len(), plan.delete.len()), (create, delete));
        };
        check(&[pod("a", "1", false)], &[], 1, 0);
        check(&[pod("a", "1", false)], &[pod("a", "1", true)], 0, 0);
        check(&[pod("a", "2", false)], &[pod("a", "1", true)], 0, 1);
        check(&[], &[pod("a", "1", true)], 0, 1);
    }
}
