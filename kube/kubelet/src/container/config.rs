//! One container as CRI wants it. Pure: mounts, environment and the image's user come in ready.
//!
//! As upstream: pkg/kubelet/kuberuntime/kuberuntime_container.go generateContainerConfig.

use kube_api::types::core::{Container, Pod};
use kube_cri::api::{self, ContainerConfig, ContainerMetadata, ImageSpec, KeyValue, LinuxContainerConfig, Mount};

use super::env::{self, ConfigError};
use super::expand::expand;
use super::security::{self, ImageUser};
use super::{labels, resources};

/// Everything that is known when a container is made.
pub(crate) struct Making<'a> {
    pub(crate) pod: &'a Pod,
    pub(crate) container: &'a Container,
    pub(crate) restarts: i32,
    /// The image as the runtime knows it.
    pub(crate) image: &'a str,
    pub(crate) image_user: &'a ImageUser,
    pub(crate) environment: Vec<(String, String)>,
    pub(crate) mounts: Vec<Mount>,
    /// The container whose processes an ephemeral container shares.
    pub(crate) target: Option<&'a str>,
    pub(crate) message_file: &'a str,
    pub(crate) node_memory: u64,
    pub(crate) seccomp_root: &'a str,
    /// False where the node has no cgroup v2: limits are then left out, not half set.
    pub(crate) limits: bool,
}

/// Where a container writes, below its pod's log folder.
pub(crate) fn log_path(container: &str, restarts: i32) -> String {
    format!("{container}/{restarts}.log")
}

pub(crate) fn config(making: Making<'_>) -> Result<ContainerConfig, ConfigError> {
    let (pod, container) = (making.pod, making.container);
    let words = |words: &[String]| -> Vec<String> {
        words.iter().map(|word| expand(word, |name| env::find(&making.environment, name))).collect()
    };
    let mut linux_resources = resources::container(&pod.spec, container, making.node_memory);
    if !making.limits {
        linux_resources =
            api::LinuxContainerResources { oom_score_adj: linux_resources.oom_score_adj, ..Default::default() };
    }
    let security = security::container(&pod.spec, container, making.image_user, making.target, making.seccomp_root)?;
    Ok(ContainerConfig {
        metadata: Some(ContainerMetadata {
            name: container.name.clone(),
            attempt: u32::try_from(making.restarts).unwrap_or(0),
        }),
        image: Some(ImageSpec {
            image: making.image.to_owned(),
            user_specified_image: container.image.clone(),
            ..ImageSpec::default()
        }),
        command: words(&container.command),
        args: words(&container.args),
        working_dir: container.working_dir.clone(),
        labels: labels::container_labels(pod, container),
        annotations: labels::container_annotations(pod, container, making.restarts, making.message_file),
        log_path: log_path(&container.name, making.restarts),
        stdin: container.stdin,
        stdin_once: container.stdin_once,
        tty: container.tty,
        envs: making
            .environment
            .iter()
            .map(|(key, value)| KeyValue { key: key.clone(), value: value.clone().into_bytes().into() })
            .collect(),
        mounts: making.mounts,
        linux: Some(LinuxContainerConfig { resources: Some(linux_resources), security_context: Some(security) }),
        stop_signal: stop_signal(container),
        ..ContainerConfig::default()
    })
}

fn stop_signal(container: &Container) -> i32 {
    let name = container.lifecycle.as_ref().and_then(|lifecycle| lifecycle.stop_signal.as_deref()).unwrap_or_default();
    api::Signal::from_str_name(name).map_or(0, |signal| signal as i32)
}
