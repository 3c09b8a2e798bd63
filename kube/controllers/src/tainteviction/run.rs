//! Drives eviction by taints.

use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;

use crate::caches::{BY_NODE, Caches};
use crate::driver::Controller;
use crate::plan::Plan;
use crate::queue::Queue;
use crate::tainteviction::plan::{Observed, plan};

pub(crate) struct TaintEviction {
    caches: Arc<Caches>,
}

impl TaintEviction {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for TaintEviction {
    const NAME: &'static str = "taint-eviction";
    const WORKERS: usize = 8;

    fn wire(&self, queue: &Queue) {
        let (wake, nodes) = (queue.clone(), self.caches.nodes.clone());
        self.caches.pods.on_change(move |change| {
            let Some(pod) = change.new.filter(|pod| !pod.spec.node_name.is_empty()) else { return };
            if nodes.get("", &pod.spec.node_name).is_some_and(|node| evicts(&node)) {
                wake.add(Key::of(&**pod));
            }
        });
        let (wake, pods) = (queue.clone(), self.caches.pods.clone());
        self.caches.nodes.on_change(move |change| {
            if let Some(node) = change.new.filter(|node| evicts(node)) {
                pods.by_index(BY_NODE, &node.metadata.name).iter().for_each(|pod| wake.add(Key::of(&**pod)));
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(pod) = self.caches.pods.get_key(key) else { return Plan::default() };
        let Some(node) = self.caches.nodes.get("", &pod.spec.node_name) else { return Plan::default() };
        plan(now, &Observed { pod, node })
    }
}

fn evicts(node: &kube_api::types::core::Node) -> bool {
    node.spec.taints.iter().any(|taint| taint.effect == "NoExecute")
}
