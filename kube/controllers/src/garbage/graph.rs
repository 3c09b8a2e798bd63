//! Who owns whom, as the watches show it. Pure: a change goes in, the objects to look at come out.
//!
//! - An object is a candidate only when an owner is missing or is being deleted; the server is asked before anything
//!   is deleted, so a graph that lags can delay a deletion, never cause one.
//!
//! As upstream: pkg/controller/garbagecollector/graph_builder.go.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use kube_api::types::meta::{ObjectMeta, OwnerReference};
use kube_informer::Resource;

pub(crate) const FOREGROUND: &str = "foregroundDeletion";
pub(crate) const ORPHAN: &str = "orphan";
/// Uids are never used again, so what is known to be gone stays known.
const GONE_KEPT: usize = 1024;

#[derive(Default)]
pub(crate) struct Graph {
    nodes: HashMap<String, Node>,
    /// Owner's uid to the uids of what it owns, also for owners that no watch has shown.
    dependents: HashMap<String, BTreeSet<String>>,
    gone: HashSet<String>,
    gone_order: VecDeque<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) resource: Resource,
    pub(crate) namespace: String,
    pub(crate) name: String,
    pub(crate) uid: String,
    pub(crate) owners: Vec<OwnerReference>,
    pub(crate) deleting: bool,
    /// Waits for its dependents to go first.
    pub(crate) foreground: bool,
    /// Lets its dependents go on without it.
    pub(crate) orphan: bool,
}

/// What to look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Task {
    Delete(String),
    Orphan(String),
}

impl Node {
    pub(crate) fn new(resource: &Resource, meta: &ObjectMeta) -> Self {
        let deleting = meta.deletion_timestamp.is_some();
        let has = |finalizer: &str| meta.finalizers.iter().any(|it| it == finalizer);
        Node {
            resource: resource.clone(),
            namespace: meta.namespace.clone(),
            name: meta.name.clone(),
            uid: meta.uid.clone(),
            owners: meta.owner_references.clone(),
            deleting,
            foreground: deleting && has(FOREGROUND),
            orphan: deleting && has(ORPHAN),
        }
    }

    pub(crate) fn blocks(&self, owner: &str) -> bool {
        self.owners.iter().any(|it| it.uid == owner && it.block_owner_deletion == Some(true))
    }
}

impl Graph {
    pub(crate) fn node(&self, uid: &str) -> Option<&Node> {
        self.nodes.get(uid)
    }

    pub(crate) fn is_gone(&self, uid: &str) -> bool {
        self.gone.contains(uid)
    }

    /// The server does not know this object: remember, so that it is asked once.
    pub(crate) fn note_gone(&mut self, uid: &str) {
        if self.gone.insert(uid.to_owned()) {
            self.gone_order.push_back(uid.to_owned());
            if self.gone_order.len() > GONE_KEPT
                && let Some(oldest) = self.gone_order.pop_front()
            {
                self.gone.remove(&oldest);
            }
        }
    }

    pub(crate) fn dependents(&self, uid: &str) -> impl Iterator<Item = &Node> {
        self.dependents.get(uid).into_iter().flatten().filter_map(|uid| self.nodes.get(uid))
    }

    pub(crate) fn put(&mut self, new: Node) -> BTreeSet<Task> {
        let mut tasks = BTreeSet::new();
        let uid = new.uid.clone();
        let old = self.nodes.insert(uid.clone(), new);
        let Some(new) = self.nodes.get(&uid) else { return tasks };
        let old_owners = old.as_ref().map(|old| old.owners.as_slice()).unwrap_or_default();
        if old.is_none() || old_owners != new.owners.as_slice() {
            for owner in old_owners {
                if let Some(set) = self.dependents.get_mut(&owner.uid) {
                    set.remove(&uid);
                    if set.is_empty() {
                        self.dependents.remove(&owner.uid);
                    }
                }
                // It no longer stands in its old owner's way.
                if self.nodes.get(&owner.uid).is_some_and(|owner| owner.foreground) {
                    tasks.insert(Task::Delete(owner.uid.clone()));
                }
            }
            for owner in &new.owners {
                self.dependents.entry(owner.uid.clone()).or_default().insert(uid.clone());
                match self.nodes.get(&owner.uid) {
                    None => {
                        tasks.insert(Task::Delete(uid.clone()));
                    }
                    Some(known) if known.foreground => {
                        tasks.insert(Task::Delete(uid.clone()));
                        tasks.insert(Task::Delete(owner.uid.clone()));
                    }
                    Some(known) if !known.namespace.is_empty() && known.namespace != new.namespace => {
                        tasks.insert(Task::Delete(uid.clone()));
                    }
                    Some(_) => {}
                }
            }
        }
        let was = |of: fn(&Node) -> bool| old.as_ref().is_some_and(of);
        if new.foreground && !was(|node| node.foreground) {
            tasks.insert(Task::Delete(uid.clone()));
            tasks.extend(self.dependents.get(&uid).into_iter().flatten().cloned().map(Task::Delete));
        }
        if new.orphan && !was(|node| node.orphan) {
            tasks.insert(Task::Orphan(uid.clone()));
        }
        tasks
    }

    pub(crate) fn remove(&mut self, uid: &str) -> BTreeSet<Task> {
        let mut tasks = BTreeSet::new();
        self.note_gone(uid);
        let Some(old) = self.nodes.remove(uid) else { return tasks };
        for owner in &old.owners {
            if let Some(set) = self.dependents.get_mut(&owner.uid) {
                set.remove(uid);
                if set.is_empty() {
                    self.dependents.remove(&owner.uid);
                }
            }
            if self.nodes.get(&owner.uid).is_some_and(|owner| owner.foreground) {
                tasks.insert(Task::Delete(owner.uid.clone()));
            }
        }
        tasks.extend(self.dependents.get(uid).into_iter().flatten().cloned().map(Task::Delete));
        tasks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resource() -> Resource {
        Resource {
            group: "".into(),
            version: "v1".into(),
            plural: "things".into(),
            kind: "Thing".into(),
            namespaced: true,
        }
    }

    fn node(uid: &str, owners: &[&str]) -> Node {
        let owners = owners.iter().map(|uid| OwnerReference {
            uid: (*uid).into(),
            block_owner_deletion: Some(true),
            ..OwnerReference::default()
        });
        let meta = ObjectMeta { uid: uid.into(), owner_references: owners.collect(), ..ObjectMeta::default() };
        Node::new(&resource(), &meta)
    }

    fn delete(uids: &[&str]) -> BTreeSet<Task> {
        uids.iter().map(|uid| Task::Delete((*uid).into())).collect()
    }

    #[test]
    fn a_missing_owner_makes_a_candidate_and_a_present_one_does_not() {
        let mut graph = Graph::default();
        assert_eq!(graph.put(node("pod", &["set"])), delete(&["pod"]), "the owner was not seen yet");
        assert_eq!(graph.put(node("set", &[])), delete(&[]));
        assert_eq!(graph.put(node("pod2", &["set"])), delete(&[]));
        assert_eq!(graph.remove("set"), delete(&["pod", "pod2"]));
        assert!(graph.is_gone("set"));
    }

    #[test]
    fn a_foreground_deletion_looks_at_dependents_and_then_at_the_owner() {
        let mut graph = Graph::default();
        graph.put(node("set", &[]));
        graph.put(node("pod", &["set"]));
        let mut deleting = node("set", &[]);
        (deleting.deleting, deleting.foreground) = (true, true);
        assert_eq!(graph.put(deleting), delete(&["set", "pod"]));
        assert!(graph.dependents("set").all(|pod| pod.blocks("set")));
        assert_eq!(graph.remove("pod"), delete(&["set"]));
    }

    #[test]
    fn an_orphaning_owner_is_told_once() {
        let mut graph = Graph::default();
        let mut deleting = node("set", &[]);
        (deleting.deleting, deleting.orphan) = (true, true);
        assert_eq!(graph.put(deleting.clone()), BTreeSet::from([Task::Orphan("set".into())]));
        assert_eq!(graph.put(deleting), BTreeSet::new());
    }
}
