//! Drives node lifecycle: remembers when each node was last heard of, and paces evictions for each zone.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::coordination::Lease;
use kube_api::types::core::Node;
use kube_api::types::meta::{MicroTime, Time};
use kube_informer::{Key, Store};
use machined_base::{Clock, Monotonic};
use parking_lot::Mutex;

use crate::caches::{BY_NODE, Caches};
use crate::driver::Controller;
use crate::nodelifecycle::plan::{Evicting, GRACE, Observed, plan};
use crate::plan::Plan;
use crate::queue::Queue;

/// Nodes tainted in one zone: one in ten seconds, one in a hundred where much of a large zone is in trouble.
const PACE: Duration = Duration::from_secs(10);
const SLOW_PACE: Duration = Duration::from_secs(100);
const TROUBLED_SHARE: f64 = 0.55;
const LARGE_ZONE: usize = 50;

pub(crate) struct NodeLifecycle {
    caches: Arc<Caches>,
    leases: Store<Lease>,
    clock: Clock,
    memory: Mutex<Memory>,
}

#[derive(Default)]
struct Memory {
    nodes: HashMap<String, Health>,
    /// When the zone's next node may be tainted.
    zones: HashMap<String, Monotonic>,
}

#[derive(Clone, Copy)]
struct Health {
    /// What its last word looked like, and when we heard it.
    word: (Option<Time>, Option<MicroTime>),
    heard: Monotonic,
    ready: bool,
}

impl NodeLifecycle {
    pub(crate) fn new(caches: Arc<Caches>, leases: Store<Lease>, clock: Clock) -> Self {
        Self { caches, leases, clock, memory: Mutex::default() }
    }

    fn evicting(&self, memory: &mut Memory, node: &Node, now: Monotonic) -> Evicting {
        let nodes = self.caches.nodes.list();
        let counted = |node: &&Arc<Node>| !node.metadata.labels.contains_key("node.kubernetes.io/exclude-disruption");
        if nodes.iter().filter(counted).all(|node| !is_ready(node)) {
            return Evicting::Withdrawn;
        }
        let zone = zone(node);
        let members: Vec<_> = nodes.iter().filter(counted).filter(|it| self::zone(it) == zone).collect();
        let troubled = members.iter().filter(|node| !is_ready(node)).count();
        let partly =
            troubled > 2 && troubled < members.len() && troubled as f64 / members.len().max(1) as f64 >= TROUBLED_SHARE;
        let pace = match (partly, members.len() > LARGE_ZONE) {
            (true, false) => return Evicting::Stopped,
            (true, true) => SLOW_PACE,
            (false, _) => PACE,
        };
        let next = memory.zones.entry(zone).or_default();
        if now < *next {
            return Evicting::Later(*next - now);
        }
        // The turn is taken only by a node that needs it.
        if !is_ready(node) && !is_tainted(node) {
            *next = now + pace;
        }
        Evicting::Now
    }
}

impl Controller for NodeLifecycle {
    const NAME: &'static str = "node-lifecycle";
    const WORKERS: usize = 4;

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches.nodes.on_change(move |change| change.any().into_iter().for_each(|node| wake.add(Key::of(&**node))));
        let wake = queue.clone();
        self.leases.on_change(move |change| {
            if let Some(lease) = change.new {
                wake.add(Key::new("", lease.metadata.name.clone()));
            }
        });
        // When one node comes or goes, evictions of the others may be withdrawn or begin.
        let (wake, nodes) = (queue.clone(), self.caches.nodes.clone());
        self.caches.nodes.on_change(move |change| {
            let ready = |side: Option<&Arc<Node>>| side.map(|node| is_ready(node));
            if ready(change.old) != ready(change.new) && change.old.is_some() {
                nodes.list().iter().filter(|node| !is_ready(node)).for_each(|node| wake.add(Key::of(&**node)));
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let mut memory = self.memory.lock();
        let Some(node) = self.caches.nodes.get_key(key) else {
            memory.nodes.remove(&key.name);
            return Plan::default();
        };
        let monotonic = self.clock.monotonic();
        let lease = self.leases.get("kube-node-lease", &key.name);
        let ready = node.status.conditions.iter().find(|condition| condition.r#type == "Ready");
        // Words of ours do not count: only the kubelet moves the heartbeat.
        let word = (ready.map(|it| it.last_heartbeat_time), lease.and_then(|lease| lease.spec.renew_time));
        let known = memory.nodes.get(&key.name).copied();
        let heard = known.filter(|known| known.word == word).map_or(monotonic, |known| known.heard);
        let silent_for = monotonic.since(heard);
        let health = Health { word, heard, ready: is_ready(&node) && silent_for < GRACE };
        memory.nodes.insert(key.name.clone(), health);
        let evicting = self.evicting(&mut memory, &node, monotonic);
        drop(memory);
        let observed = Observed {
            pods: self.caches.pods.by_index(BY_NODE, &key.name),
            silent_for,
            was_ready: known.is_some_and(|known| known.ready) && !health.ready,
            is_new: known.is_none(),
            evicting,
            node,
        };
        plan(now, &observed)
    }
}

fn is_ready(node: &Node) -> bool {
    node.status.conditions.iter().any(|condition| condition.r#type == "Ready" && condition.status == "True")
}

fn is_tainted(node: &Node) -> bool {
    let keys = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];
    node.spec.taints.iter().any(|taint| taint.effect == "NoExecute" && keys.contains(&taint.key.as_str()))
}

fn zone(node: &Node) -> String {
    let label = |key: &str| node.metadata.labels.get(key).cloned().unwrap_or_default();
    format!("{}/{}", label("topology.kubernetes.io/region"), label("topology.kubernetes.io/zone"))
}
