//! Drives the nodes' address ranges. One worker: what was given and is not yet seen in the cache is remembered here.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;
use parking_lot::Mutex;

use crate::caches::Caches;
use crate::driver::Controller;
use crate::nodeipam::plan::{Observed, Range, plan};
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct NodeIpam {
    caches: Arc<Caches>,
    ranges: Vec<Range>,
    given: Mutex<HashMap<String, Vec<String>>>,
}

impl NodeIpam {
    pub(crate) fn new(caches: Arc<Caches>, ranges: Vec<Range>) -> Self {
        Self { caches, ranges, given: Mutex::default() }
    }
}

impl Controller for NodeIpam {
    const NAME: &'static str = "node-ipam";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        let (wake, nodes) = (queue.clone(), self.caches.nodes.clone());
        self.caches.nodes.on_change(move |change| match change.new {
            Some(node) => wake.add(Key::of(&**node)),
            // A part is free again: somebody may wait for it.
            None => {
                nodes.list().iter().filter(|it| it.spec.pod_cidr.is_empty()).for_each(|it| wake.add(Key::of(&**it)))
            }
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let mut given = self.given.lock();
        let Some(node) = self.caches.nodes.get_key(key) else {
            given.remove(&key.name);
            return Plan::default();
        };
        let nodes = self.caches.nodes.list();
        given.retain(|name, _| nodes.iter().any(|node| node.metadata.name == *name));
        let stored = nodes.iter().flat_map(|node| &node.spec.pod_cidrs).cloned();
        let pending = given.iter().filter(|(name, _)| **name != key.name).flat_map(|(_, parts)| parts).cloned();
        let taken: HashSet<String> = stored.chain(pending).collect();
        let (parts, plan) = plan(&Observed { node: &node, ranges: &self.ranges, taken: &taken });
        if let Some(parts) = parts {
            given.insert(key.name.clone(), parts);
        }
        plan
    }
}
