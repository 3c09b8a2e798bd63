//! Drives the pod collector: one key, swept when a node goes, a pod without node is deleted, or many have ended.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::core::Node;
use kube_informer::{Error, Key};
use machined_base::Monotonic;
use parking_lot::Mutex;

use crate::caches::Caches;
use crate::driver::{Context, Controller, Done};
use crate::plan::Plan;
use crate::podgc::plan::{Observed, plan};
use crate::queue::Queue;

/// A node that registers anew has its pods back: wait a little before they are given up.
const QUARANTINE: Duration = Duration::from_secs(40);
const SWEEP: Duration = Duration::from_secs(300);
const OUT_OF_SERVICE: &str = "node.kubernetes.io/out-of-service";

pub(crate) struct PodGc {
    caches: Arc<Caches>,
    missing: Mutex<BTreeMap<String, Monotonic>>,
}

impl PodGc {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches, missing: Mutex::default() }
    }

    /// Nodes missing for long enough, and how long to wait for the others.
    fn missing(&self, now: Monotonic) -> (Vec<String>, Option<Duration>) {
        let pods = self.caches.pods.list();
        let named: BTreeSet<&str> =
            pods.iter().map(|pod| pod.spec.node_name.as_str()).filter(|it| !it.is_empty()).collect();
        let mut missing = self.missing.lock();
        missing.retain(|name, _| named.contains(name.as_str()) && self.caches.nodes.get("", name).is_none());
        for name in named {
            if self.caches.nodes.get("", name).is_none() {
                missing.entry(name.to_owned()).or_insert(now);
            }
        }
        let left = |since: &Monotonic| QUARANTINE.saturating_sub(now.since(*since));
        let due = missing.iter().filter(|(_, since)| left(since).is_zero()).map(|(name, _)| name.clone()).collect();
        let wait = missing.values().map(left).filter(|left| !left.is_zero()).min();
        (due, wait)
    }
}

impl Controller for PodGc {
    const NAME: &'static str = "pod-garbage-collector";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        queue.add(Key::new("", "sweep"));
        let wake = queue.clone();
        self.caches.nodes.on_change(move |change| {
            let marked = |node: &Arc<Node>| node.spec.taints.iter().any(|taint| taint.key == OUT_OF_SERVICE);
            if change.new.is_none_or(marked) {
                wake.add(Key::new("", "sweep"));
            }
        });
        let wake = queue.clone();
        self.caches.pods.on_change(move |change| {
            if change.new.is_some_and(|pod| pod.spec.node_name.is_empty() && crate::pods::is_terminating(pod)) {
                wake.add(Key::new("", "sweep"));
            }
        });
    }

    fn plan(&self, _now: Timestamp, _key: &Key) -> Plan {
        // Whether a node is gone is asked from the server: see `sync`.
        Plan::default()
    }

    async fn sync(&self, context: &Context, _key: &Key) -> Result<Done, Error> {
        let client = &context.actor.client;
        let (due, wait) = self.missing(client.clock().monotonic());
        let mut gone = BTreeSet::new();
        for name in due {
            match client.get::<Node>("", &name).await {
                Err(err) if err.is_not_found() => {
                    gone.insert(name);
                }
                other => drop(other?),
            }
        }
        let nodes = self.caches.nodes.list();
        let marked = nodes.iter().filter(|node| node.spec.taints.iter().any(|taint| taint.key == OUT_OF_SERVICE));
        let out_of_service = marked.map(|node| node.metadata.name.clone()).collect();
        let mut plan = plan(context.now(), &Observed { pods: self.caches.pods.list(), gone, out_of_service });
        plan.again_after(wait.unwrap_or(SWEEP));
        let outcome = context.carry_out(&plan).await;
        Ok(Done::of(plan, outcome))
    }
}
