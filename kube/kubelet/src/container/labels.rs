//! The labels and annotations by which a kubelet knows its own sandboxes and containers again. As upstream:
//! staging/src/k8s.io/kubelet/pkg/types, pkg/kubelet/kuberuntime/labels.go.

use std::collections::BTreeMap;

use kube_api::types::core::{Container, Pod};
use sha2::{Digest, Sha256};

use crate::pod::view;

pub(crate) const POD_NAME: &str = "io.kubernetes.pod.name";
pub(crate) const POD_NAMESPACE: &str = "io.kubernetes.pod.namespace";
pub(crate) const POD_UID: &str = "io.kubernetes.pod.uid";
pub(crate) const CONTAINER_NAME: &str = "io.kubernetes.container.name";
pub(crate) const HASH: &str = "io.kubernetes.container.hash";
pub(crate) const RESTART_COUNT: &str = "io.kubernetes.container.restartCount";
pub(crate) const MESSAGE_PATH: &str = "io.kubernetes.container.terminationMessagePath";
pub(crate) const MESSAGE_POLICY: &str = "io.kubernetes.container.terminationMessagePolicy";
pub(crate) const GRACE: &str = "io.kubernetes.pod.terminationGracePeriod";
/// Ours: where the termination message lies on the node, so that a later kubelet finds it.
pub(crate) const MESSAGE_FILE: &str = "ironstone.dev/termination-message-file";

pub(crate) fn pod_labels(pod: &Pod) -> BTreeMap<String, String> {
    let mut labels = pod.metadata.labels.clone();
    labels.insert(POD_NAME.into(), pod.metadata.name.clone());
    labels.insert(POD_NAMESPACE.into(), pod.metadata.namespace.clone());
    labels.insert(POD_UID.into(), pod.metadata.uid.clone());
    labels
}

pub(crate) fn container_labels(pod: &Pod, container: &Container) -> BTreeMap<String, String> {
    BTreeMap::from([
        (POD_NAME.into(), pod.metadata.name.clone()),
        (POD_NAMESPACE.into(), pod.metadata.namespace.clone()),
        (POD_UID.into(), pod.metadata.uid.clone()),
        (CONTAINER_NAME.into(), container.name.clone()),
    ])
}

pub(crate) fn container_annotations(
    pod: &Pod,
    container: &Container,
    restarts: i32,
    message_file: &str,
) -> BTreeMap<String, String> {
    let mut notes = BTreeMap::from([
        (HASH.into(), hash(container)),
        (RESTART_COUNT.into(), restarts.to_string()),
        (MESSAGE_PATH.into(), message_path(container).to_owned()),
        (MESSAGE_POLICY.into(), message_policy(container).to_owned()),
        (MESSAGE_FILE.into(), message_file.to_owned()),
    ]);
    notes.insert(GRACE.into(), view::grace(pod).as_secs().to_string());
    notes
}

/// Changes when the container must be replaced. As upstream since 1.31: name and image alone; everything else of a
/// running container cannot be changed through the API.
pub(crate) fn hash(container: &Container) -> String {
    let digest =
        Sha256::new().chain_update(&container.name).chain_update([0]).chain_update(&container.image).finalize();
    digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn message_path(container: &Container) -> &str {
    if container.termination_message_path.is_empty() {
        "/dev/termination-log"
    } else {
        &container.termination_message_path
    }
}

pub(crate) fn message_policy(container: &Container) -> &str {
    if container.termination_message_policy.is_empty() { "File" } else { &container.termination_message_policy }
}
