//! Tells the API server how pods are, and that a pod's object may go. As upstream: pkg/kubelet/status/status_manager.go.
//!
//! - Only what the kubelet owns is patched: conditions of others stay.
//! - A status is written only to the object it is about: the uid is part of the patch.

use std::sync::Arc;
use std::time::Duration;

use kube_api::types::core::Pod;
use kube_api::value::Value;
use kube_informer::{Client, DeleteOptions, Error, Patch, Store};
use machined_base::Backoff;
use tracing::{debug, info};

use super::mirror;
use crate::patch::{self, Rules};
use crate::pod::view;
use crate::report::{Report, Reports};
use crate::wire::{self, WireError};

const RULES: Rules = Rules {
    cleared: &["reason", "message", "podIP", "hostIP", "nominatedNodeName", "resize"],
    // Merged by address otherwise: an old address would stay.
    replaced: &["podIPs", "hostIPs"],
    foreign: &[],
};
const PARALLEL: usize = 8;

#[derive(Debug, thiserror::Error)]
enum SendError {
    #[error(transparent)]
    Api(#[from] Error),
    #[error(transparent)]
    Wire(#[from] WireError),
}

/// Sends for as long as it is not dropped.
pub(crate) async fn run(reports: Reports, client: Client, pods: Store<Pod>) {
    let mut backoff = Backoff::new(Duration::from_millis(200), Duration::from_secs(10));
    loop {
        let due = reports.due();
        let mut failed = false;
        for batch in due.chunks(PARALLEL) {
            let sent =
                futures::future::join_all(batch.iter().map(|report| send(&reports, &client, &pods, report))).await;
            for (report, outcome) in batch.iter().zip(sent) {
                if let Err(err) = outcome {
                    debug!(pod = view::full_name(&report.pod), %err, "status not sent");
                    failed = true;
                }
            }
        }
        if failed {
            client.clock().sleep(backoff.next()).await;
        } else {
            backoff.reset();
            reports.changed().await;
        }
    }
}

async fn send(reports: &Reports, client: &Client, pods: &Store<Pod>, report: &Report) -> Result<(), SendError> {
    let pod = &report.pod;
    let uid = &pod.metadata.uid;
    let in_api = if view::is_static(pod) {
        mirror::find(pod, pods)
    } else {
        pods.get(&pod.metadata.namespace, &pod.metadata.name).filter(|found| &found.metadata.uid == uid)
    };
    let Some(in_api) = in_api else {
        // Not there yet (a mirror) or gone: whoever makes it asks for everything again.
        reports.sent(uid, report.version);
        return Ok(());
    };
    if let Some(body) = patch(&in_api, report)? {
        let patched = client
            .patch_status::<Pod>(&in_api.metadata.namespace, &in_api.metadata.name, Patch::Strategic(body.into()))
            .await;
        match patched {
            Err(err) if !err.is_not_found() && !err.is_conflict() => return Err(err.into()),
            _ => {}
        }
    }
    if report.gone && !view::is_static(pod) && in_api.metadata.deletion_timestamp.is_some() {
        let options = DeleteOptions { grace_s: Some(0), ..DeleteOptions::uid(uid) };
        match client.delete::<Pod>(&in_api.metadata.namespace, &in_api.metadata.name, &options).await {
            Ok(_) => info!(pod = view::full_name(pod), "pod's object is deleted"),
            Err(err) if err.is_not_found() || err.is_conflict() => {}
            Err(err) => return Err(err.into()),
        }
    }
    reports.sent(uid, report.version);
    Ok(())
}

/// What to change in the API; `None` when it shows the truth already.
fn patch(in_api: &Arc<Pod>, report: &Report) -> Result<Option<Vec<u8>>, WireError> {
    let mut wanted = Pod::clone(in_api);
    wanted.status = (*report.status).clone();
    let have = wire::tree(&**in_api)?.remove("status").unwrap_or_default();
    let want = wire::tree(&wanted)?.remove("status").unwrap_or_default();
    let Some(changes) = patch::changes(&have, &want, &RULES) else { return Ok(None) };
    let mut body = Value::Object(Default::default());
    body.set_pointer(&["metadata", "uid"], in_api.metadata.uid.as_str());
    body.set("status", changes);
    Ok(Some(wire::plain(&body).to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kube_api::types::core::{PodCondition, PodIP, PodStatus};

    #[test]
    fn a_patch_holds_what_changed_and_nothing_else() {
        let mut pod = Pod::default();
        pod.metadata.uid = "u1".into();
        let condition =
            |status: &str| PodCondition { r#type: "Ready".into(), status: status.into(), ..PodCondition::default() };
        let theirs = PodCondition { r#type: "theirs".into(), status: "True".into(), ..PodCondition::default() };
        pod.status = PodStatus {
            phase: "Pending".into(),
            reason: "Old".into(),
            conditions: vec![theirs, condition("False")],
            ..PodStatus::default()
        };
        let in_api = Arc::new(pod);
        let report =
            |status| Report { pod: in_api.clone(), status: Arc::new(status), version: 1, sent: 0, gone: false };
        let same = PodStatus { conditions: vec![condition("False")], ..in_api.status.clone() };
        assert_eq!(patch(&in_api, &report(same.clone())).unwrap(), None);
        let running = PodStatus {
            phase: "Running".into(),
            reason: String::new(),
            pod_ips: vec![PodIP { ip: "10.0.0.1".into() }],
            conditions: vec![condition("True")],
            ..same
        };
        let body = String::from_utf8(patch(&in_api, &report(running)).unwrap().unwrap()).unwrap();
        for part in [
            "\"uid\":\"u1\"",
            "\"phase\":\"Running\"",
            "\"reason\":null",
            "\"$patch\":\"replace\"",
            "\"status\":\"True\"",
        ] {
            assert!(body.contains(part), "{part} in {body}");
        }
        assert!(!body.contains("theirs"), "{body}");
    }
}
