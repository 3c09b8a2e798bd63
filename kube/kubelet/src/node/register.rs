//! Registers this node and keeps its status true. As upstream: pkg/kubelet/kubelet_node_status.go.
//!
//! - A node that is there is never overwritten: labels of ours are added, everything else is a patch of the status.

use std::sync::Arc;
use std::time::Duration;

use kube_api::types::core::Node;
use kube_api::value::Value;
use kube_informer::{Client, Error, Patch, Store};
use machined_base::Backoff;
use tokio::sync::{Notify, watch};
use tracing::{debug, info, warn};

use super::object::{self, Facts};
use crate::config;
use crate::kit::Kit;
use crate::patch::{self, Rules};
use crate::wire;

const EVERY: Duration = Duration::from_secs(10);
/// While something is missing, look sooner.
const SOON: Duration = Duration::from_secs(1);
const RULES: Rules = Rules {
    cleared: &[],
    // As upstream: addresses of one type would be merged into one.
    replaced: &["addresses"],
    foreign: &["volumesAttached", "volumesInUse", "config", "phase"],
};

/// Keeps one node's object.
pub(crate) struct Registration {
    pub(crate) kit: Arc<Kit>,
    pub(crate) client: Client,
    pub(crate) config: config::Node,
    pub(crate) facts: watch::Receiver<Facts>,
    pub(crate) nodes: Store<Node>,
    /// Where the rest of the kubelet reads the node.
    pub(crate) node: watch::Sender<Option<Arc<Node>>>,
    /// Somebody wants the status told now.
    pub(crate) now: Arc<Notify>,
}

impl Registration {
    /// For as long as it is not dropped.
    pub(crate) async fn run(mut self) {
        let mut backoff = Backoff::new(Duration::from_millis(200), Duration::from_secs(7));
        let mut changed = self.nodes.changed();
        let mut cidrs = String::new();
        loop {
            let wait = match self.round(&mut cidrs).await {
                Ok(()) => {
                    backoff.reset();
                    if self.facts.borrow().fault.is_some() { SOON } else { EVERY }
                }
                Err(err) => {
                    debug!(%err, "node status not told");
                    backoff.next()
                }
            };
            // Every arm only ends the wait.
            tokio::select! {
                () = self.kit.clock.sleep(wait) => {}
                () = self.now.notified() => {}
                () = changed.next() => {}
                changed = self.facts.changed() => {
                    if changed.is_err() {
                        return;
                    }
                }
            }
        }
    }

    async fn round(&mut self, cidrs: &mut String) -> Result<(), Error> {
        if !self.nodes.is_synced() {
            // Registering does not wait for the watch: a node that is not there yet is not watched either.
            self.register().await?;
            return Ok(());
        }
        let Some(node) = self.nodes.get("", &self.config.name) else {
            return self.register().await;
        };
        self.node.send_if_modified(|held| {
            let fresh =
                held.as_ref().is_none_or(|held| held.metadata.resource_version != node.metadata.resource_version);
            if fresh {
                *held = Some(node.clone());
            }
            fresh
        });
        self.give_cidrs(&node, cidrs).await;
        self.labels(&node).await?;
        self.status(&node).await
    }

    async fn register(&self) -> Result<(), Error> {
        if !self.config.register {
            return Ok(());
        }
        let facts = self.facts.borrow().clone();
        let node = object::node(&self.config, &facts, self.kit.clock.now());
        match self.client.create(&node).await {
            Ok(_) => {
                info!(node = self.config.name, "registered");
                Ok(())
            }
            Err(err) if err.is_already_exists() => Ok(()),
            Err(err) => Err(err),
        }
    }

    /// Labels that make a node of ours recognisable are put back, and only those.
    async fn labels(&self, node: &Node) -> Result<(), Error> {
        let missing: Vec<_> = object::labels(&self.config)
            .into_iter()
            .filter(|(key, value)| node.metadata.labels.get(key) != Some(value))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let mut body = Value::Object(Default::default());
        let labels: Value = Value::Object(missing.into_iter().collect());
        body.set_pointer(&["metadata", "labels"], labels);
        self.client.patch::<Node>("", &self.config.name, Patch::Merge(wire::plain(&body))).await.map(|_| ())
    }

    async fn status(&self, node: &Node) -> Result<(), Error> {
        let facts = self.facts.borrow().clone();
        let mut wanted = node.clone();
        wanted.status = object::status(&self.config, &facts, &node.status, self.kit.clock.now());
        let read = |node: &Node| wire::tree(node).map(|mut tree| tree.remove("status").unwrap_or_default());
        let (have, want) = match (read(node), read(&wanted)) {
            (Ok(have), Ok(want)) => (have, want),
            (Err(err), _) | (_, Err(err)) => {
                warn!(%err, "node status cannot be written down");
                return Ok(());
            }
        };
        let Some(changes) = patch::changes(&have, &want, &RULES) else { return Ok(()) };
        let mut body = Value::Object(Default::default());
        body.set("status", changes);
        self.client.patch_status::<Node>("", &self.config.name, Patch::Strategic(wire::plain(&body))).await.map(|_| ())
    }

    async fn give_cidrs(&self, node: &Node, given: &mut String) {
        let cidrs =
            if node.spec.pod_cidrs.is_empty() { node.spec.pod_cidr.clone() } else { node.spec.pod_cidrs.join(",") };
        if cidrs.is_empty() || cidrs == *given {
            return;
        }
        match self.kit.cri.update_pod_cidrs(&cidrs).await {
            Ok(()) => *given = cidrs,
            Err(err) => debug!(%err, "the runtime was not told the pods' range"),
        }
    }
}
