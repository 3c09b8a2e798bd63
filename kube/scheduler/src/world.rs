//! The scheduler's picture and its queue under one lock: a change of the cluster is never missed between a decision
//! and the pod's going to wait.

use std::collections::HashSet;
use std::sync::Arc;

use kube_api::types::core::{Node, Pod};
use kube_informer::Change;
use machined_base::Monotonic;

use crate::cluster::{Cluster, PodInfo};
use crate::queue::{Happened, Queue};

#[derive(Default)]
pub(crate) struct World {
    pub(crate) cluster: Cluster,
    pub(crate) queue: Queue,
    /// Uids of pods whose binding is under way: they count as placed, whatever the store says.
    pub(crate) binding: HashSet<String>,
}

impl World {
    pub(crate) fn pod_changed(&mut self, change: &Change<'_, Pod>, scheduler: &str, now: Monotonic) {
        if let Some(old) = change.old.filter(|old| change.new.is_none_or(|new| new.metadata.uid != old.metadata.uid)) {
            self.pod_gone(&old.metadata.uid);
        }
        let Some(pod) = change.new else { return };
        let uid = &pod.metadata.uid;
        if matches!(pod.status.phase.as_str(), "Succeeded" | "Failed") {
            return self.pod_gone(uid);
        }
        if !pod.spec.node_name.is_empty() {
            self.binding.remove(uid);
            self.queue.forget(uid);
            let came = change.old.is_none_or(|old| {
                old.spec.node_name.is_empty()
                    || old.metadata.labels != pod.metadata.labels
                    || old.metadata.deletion_timestamp != pod.metadata.deletion_timestamp
            });
            let shrunk = change.old.is_some_and(|old| {
                old.spec != pod.spec || old.status.container_statuses != pod.status.container_statuses
            });
            self.cluster.place(Arc::new(PodInfo::new(pod.clone())), &pod.spec.node_name);
            if came {
                self.queue.happened(Happened::PodCame);
            }
            if shrunk {
                self.queue.happened(Happened::PodLeft);
            }
            return;
        }
        if pod.spec.scheduler_name != scheduler || self.binding.contains(uid) {
            return;
        }
        if pod.metadata.deletion_timestamp.is_some() || !pod.spec.scheduling_gates.is_empty() {
            self.cluster.forget_nomination(uid);
            return self.queue.forget(uid);
        }
        let info = Arc::new(PodInfo::new(pod.clone()));
        // Our own writes of its status are no reason to try again.
        let same = change.old.is_some_and(|old| {
            old.spec == pod.spec && old.metadata.labels == pod.metadata.labels && self.queue.knows(uid).is_some()
        });
        if same {
            self.queue.refresh(info.clone());
        } else {
            self.queue.put(info.clone(), now);
        }
        match pod.status.nominated_node_name.as_str() {
            "" => {}
            node => self.cluster.nominate(info, node),
        }
    }

    fn pod_gone(&mut self, uid: &str) {
        self.binding.remove(uid);
        self.queue.forget(uid);
        self.cluster.remove_pod(uid);
        self.queue.happened(Happened::PodLeft);
    }

    pub(crate) fn node_changed(&mut self, change: &Change<'_, Node>) {
        match (change.old, change.new) {
            (None, Some(node)) => {
                self.cluster.put_node(node.clone());
                self.queue.happened(Happened::NodeAdded);
            }
            (Some(old), None) => self.cluster.remove_node(&old.metadata.name),
            (Some(old), Some(node)) => {
                let mut what = Vec::new();
                if old.status.allocatable != node.status.allocatable {
                    what.push(Happened::NodeRoom);
                }
                if old.metadata.labels != node.metadata.labels {
                    what.push(Happened::NodeLabels);
                }
                if old.spec != node.spec {
                    what.push(Happened::NodeTaints);
                }
                // A heartbeat alone changes nothing here.
                if !what.is_empty() || old.status.images != node.status.images {
                    self.cluster.put_node(node.clone());
                }
                what.into_iter().for_each(|what| self.queue.happened(what));
            }
            (None, None) => {}
        }
    }
}
