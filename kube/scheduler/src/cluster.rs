//! What the scheduler knows: nodes with the pods on them (bound ones, and those that are being bound), and the rest
//! that plans look at. Kept up to date change by change; pure.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use kube_api::types::core::{Node, PersistentVolume, PersistentVolumeClaim, Pod};
use kube_api::types::policy::PodDisruptionBudget;
use kube_api::types::storage::StorageClass;

use crate::affinity::NodeFacts;
use crate::filters::ports::{HostPort, host_ports};
use crate::resources::{Resources, assumed_requests, requests};

/// A pod with what is computed from it once.
#[derive(Debug)]
pub(crate) struct PodInfo {
    pub(crate) pod: Arc<Pod>,
    pub(crate) requests: Resources,
    pub(crate) assumed: (i64, i64),
    pub(crate) ports: Vec<HostPort>,
}

#[derive(Clone, Debug)]
pub(crate) struct NodeState {
    pub(crate) node: Arc<Node>,
    pub(crate) allocatable: Resources,
    pub(crate) pods_allowed: i64,
    pub(crate) pods: Vec<Arc<PodInfo>>,
    pub(crate) requested: Resources,
    pub(crate) assumed: (i64, i64),
}

/// Objects beside nodes and pods. Each is looked up when a pod needs it.
pub(crate) trait Lookup: Send + Sync {
    fn namespace_labels(&self, namespace: &str) -> BTreeMap<String, String>;
    fn claim(&self, namespace: &str, name: &str) -> Option<Arc<PersistentVolumeClaim>>;
    fn volume(&self, name: &str) -> Option<Arc<PersistentVolume>>;
    fn volumes(&self) -> Vec<Arc<PersistentVolume>>;
    fn storage_class(&self, name: &str) -> Option<Arc<StorageClass>>;
    fn budgets(&self, namespace: &str) -> Vec<Arc<PodDisruptionBudget>>;
    /// What chooses this pod together with its kind: its Services' and its controller's selectors, for spreading.
    fn spread_selector(&self, pod: &Pod) -> Option<kube_api::types::meta::LabelSelector>;
}

#[derive(Default)]
pub(crate) struct Cluster {
    nodes: BTreeMap<String, NodeState>,
    /// Where each known pod stands. Pods on nodes that we have not seen yet wait in `stray`.
    places: HashMap<String, (String, Arc<PodInfo>)>,
    stray: HashMap<String, HashSet<String>>,
    /// Pods that were promised a node whose victims are still leaving.
    nominated: HashMap<String, (String, Arc<PodInfo>)>,
}

impl PodInfo {
    pub(crate) fn new(pod: Arc<Pod>) -> Self {
        PodInfo { requests: requests(&pod), assumed: assumed_requests(&pod), ports: host_ports(&pod), pod }
    }

    pub(crate) fn priority(&self) -> i32 {
        self.pod.spec.priority.unwrap_or(0)
    }
}

impl NodeState {
    pub(crate) fn new(node: Arc<Node>) -> Self {
        let pods = node.status.allocatable.get("pods");
        let pods = pods.and_then(|pods| kube_api::quantity::Quantity::parse(&pods.string).ok());
        NodeState {
            allocatable: Resources::of(&node.status.allocatable),
            pods_allowed: pods.map_or(0, |pods| pods.value()),
            pods: Vec::new(),
            requested: Resources::default(),
            assumed: (0, 0),
            node,
        }
    }

    pub(crate) fn name(&self) -> &str {
        &self.node.metadata.name
    }

    pub(crate) fn facts(&self) -> NodeFacts<'_> {
        NodeFacts { name: &self.node.metadata.name, labels: &self.node.metadata.labels }
    }

    pub(crate) fn label(&self, key: &str) -> Option<&str> {
        self.node.metadata.labels.get(key).map(String::as_str)
    }

    pub(crate) fn add(&mut self, pod: Arc<PodInfo>) {
        self.requested.add(&pod.requests);
        self.assumed.0 += pod.assumed.0;
        self.assumed.1 += pod.assumed.1;
        self.pods.push(pod);
    }

    pub(crate) fn remove(&mut self, uid: &str) -> Option<Arc<PodInfo>> {
        let at = self.pods.iter().position(|pod| pod.pod.metadata.uid == uid)?;
        let pod = self.pods.remove(at);
        self.requested.sub(&pod.requests);
        self.assumed.0 -= pod.assumed.0;
        self.assumed.1 -= pod.assumed.1;
        Some(pod)
    }
}

impl Cluster {
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &NodeState> {
        self.nodes.values()
    }

    pub(crate) fn node(&self, name: &str) -> Option<&NodeState> {
        self.nodes.get(name)
    }

    pub(crate) fn put_node(&mut self, node: Arc<Node>) {
        let name = node.metadata.name.clone();
        let mut state = NodeState::new(node);
        match self.nodes.remove(&name) {
            Some(old) => old.pods.into_iter().for_each(|pod| state.add(pod)),
            None => {
                for uid in self.stray.remove(&name).into_iter().flatten() {
                    if let Some((_, pod)) = self.places.get(&uid) {
                        state.add(pod.clone());
                    }
                }
            }
        }
        self.nodes.insert(name, state);
    }

    pub(crate) fn remove_node(&mut self, name: &str) {
        if let Some(state) = self.nodes.remove(name) {
            let left = state.pods.iter().map(|pod| pod.pod.metadata.uid.clone()).collect();
            self.stray.insert(name.to_owned(), left);
        }
    }

    /// A pod that stands on a node, or is about to. What was known of it before is replaced.
    pub(crate) fn place(&mut self, pod: Arc<PodInfo>, node: &str) {
        let uid = pod.pod.metadata.uid.clone();
        self.remove_pod(&uid);
        match self.nodes.get_mut(node) {
            Some(state) => state.add(pod.clone()),
            None => {
                self.stray.entry(node.to_owned()).or_default().insert(uid.clone());
            }
        }
        self.places.insert(uid, (node.to_owned(), pod));
    }

    pub(crate) fn remove_pod(&mut self, uid: &str) {
        self.nominated.remove(uid);
        let Some((node, _)) = self.places.remove(uid) else { return };
        if let Some(state) = self.nodes.get_mut(&node) {
            state.remove(uid);
        }
        if let Some(stray) = self.stray.get_mut(&node) {
            stray.remove(uid);
            if stray.is_empty() {
                self.stray.remove(&node);
            }
        }
    }

    pub(crate) fn nominate(&mut self, pod: Arc<PodInfo>, node: &str) {
        self.nominated.insert(pod.pod.metadata.uid.clone(), (node.to_owned(), pod));
    }

    pub(crate) fn forget_nomination(&mut self, uid: &str) {
        self.nominated.remove(uid);
    }

    /// The node as the pod would find it once those that were promised it before, and matter no less, have come.
    pub(crate) fn with_nominated(&self, state: &NodeState, pod: &PodInfo) -> Option<NodeState> {
        let mut coming = self
            .nominated
            .values()
            .filter(|(node, other)| {
                node == state.name()
                    && other.priority() >= pod.priority()
                    && other.pod.metadata.uid != pod.pod.metadata.uid
            })
            .peekable();
        coming.peek()?;
        let mut state = state.clone();
        coming.for_each(|(_, other)| state.add(other.clone()));
        Some(state)
    }
}
