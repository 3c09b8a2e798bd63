//! Static pods: one manifest a file, from a folder that is watched. As upstream: pkg/kubelet/config/file.go, common.go.
//!
//! - A file that cannot be read as a pod is reported and left out; the other files go on.
//! - A pod's uid follows from its file's content and the node, so that a changed file is a new pod.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::core::{Pod, Toleration};
use kube_api::types::meta::Time;
use machined_base::{Backoff, Clock};
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use tracing::{debug, warn};

use crate::follow::Follow;
use crate::pod::view;
use crate::wire;

/// Should a notice be lost.
const RESCAN: std::time::Duration = std::time::Duration::from_secs(20);

/// Pods by uid.
pub(crate) type Pods = BTreeMap<String, Arc<Pod>>;

/// Keeps `pods` equal to what the folder holds. `None` until it was read once.
pub(crate) async fn watch(folder: PathBuf, node: String, clock: Clock, pods: watch::Sender<Option<Pods>>) {
    let mut backoff = Backoff::new(std::time::Duration::from_millis(200), RESCAN);
    loop {
        // Watched before it is read: a change in between is seen.
        let follow = Follow::new(&folder);
        let now = clock.now();
        match scan(&folder, &node, now) {
            Ok(found) => {
                publish(&pods, found);
            }
            Err(err) => debug!(folder = %folder.display(), %err, "static pods cannot be read"),
        }
        match follow {
            Ok(mut follow) => {
                backoff.reset();
                // Either way the folder is read again.
                let _ = clock.timeout(RESCAN, follow.changed()).await;
            }
            Err(_) => clock.sleep(backoff.next()).await,
        }
    }
}

fn publish(pods: &watch::Sender<Option<Pods>>, found: Pods) {
    pods.send_if_modified(|held| {
        let same = held.as_ref().is_some_and(|held| held.keys().eq(found.keys()));
        if !same {
            *held = Some(found);
        }
        !same
    });
}

fn scan(folder: &Path, node: &str, now: Timestamp) -> std::io::Result<Pods> {
    let mut pods = Pods::new();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        // No folder, no pods.
        Err(err) if err.kind() == std::io::ErrorKind::NotFound => return Ok(pods),
        Err(err) => return Err(err),
    };
    for entry in entries {
        let path = entry?.path();
        let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        if hidden || !path.is_file() {
            continue;
        }
        let read = std::fs::read(&path);
        match read.map_err(|err| err.to_string()).and_then(|bytes| pod(&bytes, node, now)) {
            Ok(pod) => {
                pods.insert(pod.metadata.uid.clone(), Arc::new(pod));
            }
            Err(fault) => warn!(file = %path.display(), fault, "static pod is left out"),
        }
    }
    Ok(pods)
}

/// Reads one manifest and fills in what makes it this node's static pod.
pub(crate) fn pod(bytes: &[u8], node: &str, now: Timestamp) -> Result<Pod, String> {
    let mut pod: Pod = wire::from_yaml(bytes).map_err(|err| err.to_string())?;
    let meta = &mut pod.metadata;
    if meta.name.is_empty() {
        return Err("metadata.name: Required value".into());
    }
    if pod.spec.containers.is_empty() {
        return Err("spec.containers: Required value".into());
    }
    let digest = Sha256::new().chain_update(node).chain_update([0]).chain_update(bytes).finalize();
    let hash: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    if meta.uid.is_empty() {
        meta.uid = hash.clone();
    }
    // As upstream: names of static pods end with their node.
    meta.name = format!("{}-{}", meta.name, node.to_lowercase());
    if meta.namespace.is_empty() {
        meta.namespace = "default".into();
    }
    meta.creation_timestamp = Time { seconds: now.as_second(), nanos: 0 };
    meta.annotations.insert(view::CONFIG_SOURCE.into(), "file".into());
    meta.annotations.insert(view::CONFIG_HASH.into(), hash);
    meta.annotations.insert(view::CONFIG_SEEN.into(), now.to_string());
    pod.spec.node_name = node.to_owned();
    // As upstream: static pods bear whatever befalls their node.
    let bears_all =
        pod.spec.tolerations.iter().any(|it| it.operator == "Exists" && it.key.is_empty() && it.effect == "NoExecute");
    if !bears_all {
        pod.spec.tolerations.push(Toleration {
            operator: "Exists".into(),
            effect: "NoExecute".into(),
            ..Toleration::default()
        });
    }
    pod.status.phase = "Pending".into();
    Ok(pod)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str =
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: app\n    image: app:1\n";

    #[test]
    fn a_manifest_becomes_this_nodes_pod() {
        let read = |text: &str| pod(text.as_bytes(), "n1", Timestamp::UNIX_EPOCH);
        let made = read(MANIFEST).unwrap();
        assert_eq!(
            (made.metadata.name.as_str(), made.metadata.namespace.as_str(), made.spec.node_name.as_str()),
            ("web-n1", "default", "n1")
        );
        assert!(view::is_static(&made));
        let changed = read(&MANIFEST.replace("app:1", "app:2")).unwrap();
        assert_ne!(made.metadata.uid, changed.metadata.uid);
        assert!(
            read("kind: Pod\napiVersion: v1\nmetadata: {name: a}\nspec: {containerz: []}\n")
                .unwrap_err()
                .contains("containerz")
        );
        assert!(read("kind: Service\napiVersion: v1\nmetadata: {name: a}\n").is_err());
    }
}
