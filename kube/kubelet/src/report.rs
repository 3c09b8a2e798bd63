//! What is known of each pod, and what still has to be told: the one place between the workers, the API and our server.
//!
//! Workers write the latest status; the sender (`source::report`) reads what is due. Nothing here talks to anybody.

use std::collections::BTreeMap;
use std::sync::Arc;

use kube_api::types::core::{Pod, PodStatus};
use parking_lot::Mutex;
use tokio::sync::Notify;

/// The reports of one kubelet. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct Reports {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    pods: Mutex<BTreeMap<String, Report>>,
    changed: Notify,
}

/// One pod as this node knows it.
#[derive(Clone)]
pub(crate) struct Report {
    pub(crate) pod: Arc<Pod>,
    pub(crate) status: Arc<PodStatus>,
    /// Grows with every change.
    pub(crate) version: u64,
    pub(crate) sent: u64,
    /// Nothing of the pod is left on this node: its object may go.
    pub(crate) gone: bool,
}

impl Reports {
    pub(crate) fn set(&self, pod: &Arc<Pod>, status: PodStatus, gone: bool) {
        {
            let mut pods = self.shared.pods.lock();
            let fresh = Report { pod: pod.clone(), status: Arc::default(), version: 0, sent: 0, gone: false };
            let report = pods.entry(pod.metadata.uid.clone()).or_insert(fresh);
            let same = *report.status == status
                && report.gone == gone
                && report.pod.metadata.deletion_timestamp == pod.metadata.deletion_timestamp;
            report.pod = pod.clone();
            if same && report.version > 0 {
                return;
            }
            report.status = Arc::new(status);
            report.gone = gone;
            report.version += 1;
        }
        self.shared.changed.notify_one();
    }

    pub(crate) fn get(&self, uid: &str) -> Option<Report> {
        self.shared.pods.lock().get(uid).cloned()
    }

    pub(crate) fn all(&self) -> Vec<Report> {
        self.shared.pods.lock().values().cloned().collect()
    }

    pub(crate) fn due(&self) -> Vec<Report> {
        self.shared.pods.lock().values().filter(|report| report.sent < report.version).cloned().collect()
    }

    pub(crate) fn sent(&self, uid: &str, version: u64) {
        if let Some(report) = self.shared.pods.lock().get_mut(uid) {
            report.sent = report.sent.max(version);
        }
    }

    /// Everything has to be told again: the API may show something else.
    pub(crate) fn resend(&self, uid: &str) {
        if let Some(report) = self.shared.pods.lock().get_mut(uid) {
            report.sent = 0;
        }
        self.shared.changed.notify_one();
    }

    pub(crate) fn forget(&self, uid: &str) {
        self.shared.pods.lock().remove(uid);
    }

    /// Cancel-safe: a change in between is kept for the next call.
    pub(crate) async fn changed(&self) {
        self.shared.changed.notified().await;
    }
}
