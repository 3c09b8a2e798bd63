//! Drives the garbage collector: keeps the graph, asks the server before anything goes.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::core::ObjectReference;
use kube_api::types::meta::OwnerReference;
use kube_informer::{Error, Key, Level, Metadata};
use parking_lot::Mutex;

use crate::driver::{Context, Controller, Done};
use crate::garbage::graph::{Graph, Node, Task};
use crate::garbage::plan::{Observed, Owner, orphan, plan};
use crate::monitors::Monitors;
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct Garbage {
    monitors: Arc<Monitors>,
    graph: Arc<Mutex<Graph>>,
}

/// Stands in a key's namespace for the second kind of task.
const ORPHANS: &str = "orphan";

impl Garbage {
    pub(crate) fn new(monitors: Arc<Monitors>) -> Self {
        Self { monitors, graph: Arc::default() }
    }

    async fn live(&self, context: &Context, node: &Node) -> Result<Option<Metadata>, Error> {
        let found = context.actor.client.get_metadata(&node.resource, &node.namespace, &node.name).await;
        match found {
            Ok(found) if found.metadata.uid == node.uid => Ok(Some(found)),
            Ok(_) => Ok(None),
            Err(err) if err.is_not_found() => Ok(None),
            Err(err) => Err(err),
        }
    }

    async fn owner(&self, context: &Context, item: &Node, owner: &OwnerReference) -> Result<Owner, Error> {
        {
            let graph = self.graph.lock();
            if graph.is_gone(&owner.uid) {
                return Ok(Owner::Gone);
            }
            if let Some(known) = graph.node(&owner.uid) {
                if !known.namespace.is_empty() && known.namespace != item.namespace {
                    self.complain(context, item, owner);
                    return Ok(Owner::Gone);
                }
                return Ok(if known.foreground { Owner::Waiting } else { Owner::Solid });
            }
        }
        let Some(resource) = self.monitors.resource_of_kind(&owner.api_version, &owner.kind) else {
            // Nobody serves the kind just now; its objects may come back with it.
            let what = format!("owner kind {} of {}", owner.kind, owner.api_version);
            return Err(Error::Decode { what, why: "the API server does not serve it".to_owned() });
        };
        if resource.namespaced && item.namespace.is_empty() {
            // A cluster-wide object cannot be owned by a namespaced one: not ours to judge.
            self.complain(context, item, owner);
            return Ok(Owner::Solid);
        }
        let namespace = if resource.namespaced { item.namespace.as_str() } else { "" };
        match context.actor.client.get_metadata(&resource, namespace, &owner.name).await {
            Ok(found) if found.metadata.uid == owner.uid => {
                let node = Node::new(&resource, &found.metadata);
                Ok(if node.foreground { Owner::Waiting } else { Owner::Solid })
            }
            Ok(_) => {
                self.graph.lock().note_gone(&owner.uid);
                Ok(Owner::Gone)
            }
            Err(err) if err.is_not_found() => {
                self.graph.lock().note_gone(&owner.uid);
                Ok(Owner::Gone)
            }
            Err(err) => Err(err),
        }
    }

    fn complain(&self, context: &Context, item: &Node, owner: &OwnerReference) {
        let text = format!(
            "ownerRef [{}/{}, namespace: {}, name: {}, uid: {}] does not exist in namespace {:?}",
            owner.api_version, owner.kind, item.namespace, owner.name, owner.uid, item.namespace
        );
        let about = ObjectReference {
            kind: item.resource.kind.to_string(),
            api_version: item.resource.api_version(),
            namespace: item.namespace.clone(),
            name: item.name.clone(),
            uid: item.uid.clone(),
            ..ObjectReference::default()
        };
        context.actor.recorder.event_on(about, Level::Warning, "OwnerRefInvalidNamespace", text);
    }

    async fn delete(&self, context: &Context, uid: &str) -> Result<Done, Error> {
        let Some(node) = self.graph.lock().node(uid).cloned() else { return Ok(Done::default()) };
        if node.deleting && !node.foreground {
            return Ok(Done::default());
        }
        let Some(found) = self.live(context, &node).await? else { return Ok(Done::default()) };
        let mut owners = Vec::new();
        if found.metadata.deletion_timestamp.is_none() {
            for owner in &found.metadata.owner_references {
                owners.push((owner.clone(), self.owner(context, &node, owner).await?));
            }
        }
        let seen = {
            let graph = self.graph.lock();
            Observed {
                resource: node.resource.clone(),
                meta: found.metadata,
                owners,
                blocked: graph.dependents(uid).any(|dependent| dependent.blocks(uid)),
                dependents_wait: graph.dependents(uid).any(|dependent| dependent.foreground),
                has_dependents: graph.dependents(uid).next().is_some(),
            }
        };
        let plan = plan(&seen);
        let outcome = context.carry_out(&plan).await;
        Ok(Done::of(plan, outcome))
    }

    async fn orphan(&self, context: &Context, uid: &str) -> Result<Done, Error> {
        let Some(node) = self.graph.lock().node(uid).cloned() else { return Ok(Done::default()) };
        let Some(owner) = self.live(context, &node).await? else { return Ok(Done::default()) };
        let known: Vec<Node> = self.graph.lock().dependents(uid).cloned().collect();
        let mut dependents = Vec::new();
        for node in known {
            if let Some(found) = self.live(context, &node).await? {
                dependents.push((node.resource, found.metadata));
            }
        }
        let plan = orphan(&node.resource, &owner.metadata, &dependents);
        let outcome = context.carry_out(&plan).await;
        Ok(Done::of(plan, outcome))
    }
}

impl Controller for Garbage {
    const NAME: &'static str = "garbage-collector";
    const WORKERS: usize = 8;

    fn wire(&self, queue: &Queue) {
        let (graph, wake) = (self.graph.clone(), queue.clone());
        self.monitors.on_change(move |resource, change| {
            let tasks = {
                let mut graph = graph.lock();
                let gone = change.old.filter(|old| change.new.is_none_or(|new| new.metadata.uid != old.metadata.uid));
                let mut tasks = gone.map(|old| graph.remove(&old.metadata.uid)).unwrap_or_default();
                tasks.extend(change.new.iter().flat_map(|new| graph.put(Node::new(resource, &new.metadata))));
                tasks
            };
            for task in tasks {
                match task {
                    Task::Delete(uid) => wake.add(Key::new("", uid)),
                    Task::Orphan(uid) => wake.add(Key::new(ORPHANS, uid)),
                }
            }
        });
    }

    fn plan(&self, _now: Timestamp, _key: &Key) -> Plan {
        // Everything needs the server's answers: see `sync`.
        Plan::default()
    }

    async fn sync(&self, context: &Context, key: &Key) -> Result<Done, Error> {
        self.monitors.synced().await;
        if key.namespace == ORPHANS {
            self.orphan(context, &key.name).await
        } else {
            self.delete(context, &key.name).await
        }
    }
}
