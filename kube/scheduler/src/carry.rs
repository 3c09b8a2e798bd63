//! Carries decisions out: binds, prepares volumes, takes victims off, and tells users. Decides nothing.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::core::{PersistentVolume, PersistentVolumeClaim, Pod};
use kube_informer::{Client, DeleteOptions, Error, Level, Patch, Recorder};
use parking_lot::Mutex;
use tokio::sync::Notify;
use tracing::{debug, warn};

use crate::cluster::PodInfo;
use crate::filters::volumes::VolumeStep;
use crate::plan::Waiting;
use crate::world::World;

pub(crate) struct Carrier {
    pub(crate) client: Client,
    pub(crate) recorder: Recorder,
    pub(crate) world: Arc<Mutex<World>>,
    pub(crate) wake: Arc<Notify>,
}

impl Carrier {
    pub(crate) fn bind(self: &Arc<Self>, pod: Arc<PodInfo>, node: String) {
        let carrier = self.clone();
        self.client.tasks().scoped("bind", async move {
            let meta = &pod.pod.metadata;
            match carrier.client.bind(&meta.namespace, &meta.name, &meta.uid, &node).await {
                Ok(()) => {
                    let text = format!("Successfully assigned {}/{} to {node}", meta.namespace, meta.name);
                    carrier.recorder.event(&*pod.pod, Level::Normal, "Scheduled", text);
                }
                Err(err) => carrier.not_bound(&pod, &err),
            }
        });
    }

    fn not_bound(&self, pod: &PodInfo, err: &Error) {
        let uid = &pod.pod.metadata.uid;
        {
            let mut world = self.world.lock();
            // The watch may have shown meanwhile that it is bound after all.
            if world.binding.remove(uid) {
                world.cluster.remove_pod(uid);
                world.queue.retry(uid, self.client.clock().monotonic());
            }
        }
        self.wake.notify_one();
        if err.is_not_found() || err.is_conflict() {
            debug!(%err, "the pod is gone or bound already");
            return;
        }
        warn!(%err, pod = pod.pod.metadata.name, "binding failed");
        self.recorder.event(&*pod.pod, Level::Warning, "FailedScheduling", format!("binding rejected: {err}"));
    }

    pub(crate) fn prepare_volumes(self: &Arc<Self>, pod: Arc<PodInfo>, steps: Vec<VolumeStep>) {
        let carrier = self.clone();
        self.client.tasks().scoped("prepare-volumes", async move {
            for step in steps {
                let done = carrier.volume(&step).await;
                if let Err(err) = done {
                    debug!(%err, "volume step failed");
                    let mut world = carrier.world.lock();
                    world.queue.retry(&pod.pod.metadata.uid, carrier.client.clock().monotonic());
                    carrier.wake.notify_one();
                    return;
                }
            }
        });
    }

    async fn volume(&self, step: &VolumeStep) -> Result<(), Error> {
        match step {
            VolumeStep::Bind { volume, claim } => {
                let meta = &claim.metadata;
                let body = serde_json::json!({
                    "metadata": {
                        "resourceVersion": volume.metadata.resource_version,
                        "annotations": { "pv.kubernetes.io/bound-by-controller": "yes" },
                    },
                    "spec": { "claimRef": {
                        "kind": "PersistentVolumeClaim", "apiVersion": "v1", "namespace": meta.namespace,
                        "name": meta.name, "uid": meta.uid, "resourceVersion": meta.resource_version,
                    }},
                });
                let patch = Patch::Merge(json_bytes(&body));
                self.client.patch::<PersistentVolume>("", &volume.metadata.name, patch).await.map(drop)
            }
            VolumeStep::Provision { claim, node } => {
                let meta = &claim.metadata;
                if meta.annotations.get(crate::filters::volumes::SELECTED_NODE) == Some(node) {
                    return Ok(());
                }
                let body = serde_json::json!({ "metadata": {
                    "resourceVersion": meta.resource_version,
                    "annotations": { crate::filters::volumes::SELECTED_NODE: node },
                }});
                let patch = Patch::Merge(json_bytes(&body));
                self.client.patch::<PersistentVolumeClaim>(&meta.namespace, &meta.name, patch).await.map(drop)
            }
        }
    }

    pub(crate) fn explain(self: &Arc<Self>, pod: Arc<PodInfo>, waiting: Waiting) {
        let carrier = self.clone();
        self.client.tasks().scoped("explain", async move {
            carrier.recorder.event(&*pod.pod, Level::Warning, "FailedScheduling", waiting.message.clone());
            if let Err(err) = carrier.show(&pod.pod, &waiting).await
                && !err.is_not_found()
            {
                debug!(%err, "the pod's condition could not be written");
            }
            if let Some(preemption) = &waiting.preemption {
                for victim in &preemption.victims {
                    if let Err(err) = carrier.take_off(&pod, victim, &preemption.node).await
                        && !err.is_not_found()
                    {
                        debug!(%err, victim = victim.pod.metadata.name, "victim could not be deleted");
                    }
                }
            }
        });
    }

    async fn show(&self, pod: &Pod, waiting: &Waiting) -> Result<(), Error> {
        let now = self.client.clock().now();
        let old = pod.status.conditions.iter().find(|condition| condition.r#type == "PodScheduled");
        let mut status = serde_json::Map::new();
        let told = old.is_some_and(|old| {
            old.status == "False" && old.reason == "Unschedulable" && old.message == waiting.message
        });
        if !told {
            let mut condition = serde_json::json!({
                "type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": waiting.message,
            });
            if old.is_none_or(|old| old.status != "False") {
                condition["lastTransitionTime"] = rfc3339(now).into();
            }
            if pod.metadata.generation > 0 {
                condition["observedGeneration"] = pod.metadata.generation.into();
            }
            status.insert("conditions".to_owned(), serde_json::json!([condition]));
        }
        let nominated = waiting.preemption.as_ref().map(|preemption| preemption.node.as_str());
        match nominated {
            Some(node) if node != pod.status.nominated_node_name => {
                status.insert("nominatedNodeName".to_owned(), node.into());
            }
            None if !pod.status.nominated_node_name.is_empty() && !waiting.keeps_nomination => {
                self.world.lock().cluster.forget_nomination(&pod.metadata.uid);
                status.insert("nominatedNodeName".to_owned(), serde_json::Value::Null);
            }
            _ => {}
        }
        if status.is_empty() {
            return Ok(());
        }
        self.patch_status(pod, &serde_json::json!({ "metadata": { "uid": pod.metadata.uid }, "status": status })).await
    }

    async fn take_off(&self, pod: &PodInfo, victim: &PodInfo, node: &str) -> Result<(), Error> {
        let meta = &victim.pod.metadata;
        if meta.deletion_timestamp.is_some() {
            return Ok(());
        }
        let scheduler = &pod.pod.spec.scheduler_name;
        let body = serde_json::json!({ "metadata": { "uid": meta.uid }, "status": { "conditions": [{
            "type": "DisruptionTarget", "status": "True", "reason": "PreemptionByScheduler",
            "message": format!("{scheduler}: preempting to accommodate a higher priority pod"),
            "lastTransitionTime": rfc3339(self.client.clock().now()),
        }]}});
        self.patch_status(&victim.pod, &body).await?;
        let options = DeleteOptions::uid(meta.uid.clone());
        self.client.delete::<Pod>(&meta.namespace, &meta.name, &options).await?;
        let text = format!("Preempted by pod {} on node {node}", pod.pod.metadata.uid);
        self.recorder.event(&*victim.pod, Level::Normal, "Preempted", text);
        Ok(())
    }

    async fn patch_status(&self, pod: &Pod, body: &serde_json::Value) -> Result<(), Error> {
        let patch = Patch::Strategic(json_bytes(body));
        self.client.patch_status::<Pod>(&pod.metadata.namespace, &pod.metadata.name, patch).await.map(drop)
    }
}

fn json_bytes(body: &serde_json::Value) -> bytes::Bytes {
    body.to_string().into()
}

fn rfc3339(at: Timestamp) -> String {
    Timestamp::new(at.as_second(), 0).unwrap_or_default().to_string()
}
