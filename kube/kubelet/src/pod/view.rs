//! A pod's specification as the kubelet reads it: every default that the API server would have filled in is filled in
//! here too, so that a static pod from a file reads like one from the API.

use std::time::Duration;

use kube_api::types::core::{Container, Pod, PodSpec};
use prost::Message;

/// As upstream: pkg/apis/core/v1/defaults.go.
const GRACE_S: i64 = 30;

/// What kind of container a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Init,
    /// An init container with `restartPolicy: Always`.
    Sidecar,
    Main,
    Ephemeral,
}

/// One container of a pod.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) role: Role,
    pub(crate) container: Container,
}

/// A pod's name for logs and messages: `namespace/name`.
pub(crate) fn full_name(pod: &Pod) -> String {
    format!("{}/{}", pod.metadata.namespace, pod.metadata.name)
}

/// As upstream's format.Pod: `web_default(uid)`, part of the back-off messages.
pub(crate) fn described(pod: &Pod) -> String {
    format!("{}_{}({})", pod.metadata.name, pod.metadata.namespace, pod.metadata.uid)
}

pub(crate) fn grace(pod: &Pod) -> Duration {
    let seconds =
        pod.metadata.deletion_grace_period_seconds.or(pod.spec.termination_grace_period_seconds).unwrap_or(GRACE_S);
    Duration::from_secs(u64::try_from(seconds).unwrap_or(0))
}

pub(crate) fn restart_policy(spec: &PodSpec) -> &str {
    if spec.restart_policy.is_empty() { "Always" } else { &spec.restart_policy }
}

pub(crate) fn is_host_network(spec: &PodSpec) -> bool {
    spec.host_network
}

/// Whether a container that ended with `code` is started again, by its own rules, its own policy, then the pod's.
/// As upstream: pkg/api/v1/pod ContainerShouldRestart.
pub(crate) fn restarts(container: &Container, spec: &PodSpec, code: i32) -> bool {
    let policy = match &container.restart_policy {
        Some(policy) => {
            for rule in &container.restart_policy_rules {
                let Some(codes) = &rule.exit_codes else { continue };
                let listed = codes.values.contains(&code);
                if rule.action == "Restart"
                    && (codes.operator == "In" && listed || codes.operator == "NotIn" && !listed)
                {
                    return true;
                }
            }
            policy.as_str()
        }
        None => restart_policy(spec),
    };
    match policy {
        "Never" => false,
        "OnFailure" => code != 0,
        _ => true,
    }
}

/// All containers, in the order they start.
pub(crate) fn members(spec: &PodSpec) -> Vec<Member> {
    let init = spec.init_containers.iter().map(|container| {
        let role = if is_sidecar(container) { Role::Sidecar } else { Role::Init };
        Member { role, container: container.clone() }
    });
    let main = spec.containers.iter().map(|container| Member { role: Role::Main, container: container.clone() });
    let ephemeral = spec.ephemeral_containers.iter().filter_map(|given| {
        // The common part has Container's fields under Container's numbers, for exactly this.
        let bytes = given.ephemeral_container_common.encode_to_vec();
        let container = Container::decode(bytes.as_slice()).ok()?;
        Some(Member { role: Role::Ephemeral, container })
    });
    init.chain(main).chain(ephemeral).collect()
}

pub(crate) fn is_sidecar(container: &Container) -> bool {
    container.restart_policy.as_deref() == Some("Always")
}

/// Which image policy applies. As upstream: `latest` and no tag mean Always.
pub(crate) fn pull_policy(container: &Container) -> &str {
    if !container.image_pull_policy.is_empty() {
        return &container.image_pull_policy;
    }
    let name = container.image.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once(':') {
        Some((_, "latest")) => "Always",
        Some(_) => "IfNotPresent",
        None if name.contains('@') => "IfNotPresent",
        None => "Always",
    }
}

/// Static pods carry where they came from.
pub(crate) fn source(pod: &Pod) -> &str {
    pod.metadata.annotations.get(CONFIG_SOURCE).map_or("api", String::as_str)
}

pub(crate) fn is_static(pod: &Pod) -> bool {
    source(pod) != "api"
}

pub(crate) fn is_mirror(pod: &Pod) -> bool {
    pod.metadata.annotations.contains_key(CONFIG_MIRROR)
}

pub(crate) fn is_terminal(phase: &str) -> bool {
    phase == "Succeeded" || phase == "Failed"
}

pub(crate) const CONFIG_SOURCE: &str = "kubernetes.io/config.source";
pub(crate) const CONFIG_MIRROR: &str = "kubernetes.io/config.mirror";
pub(crate) const CONFIG_HASH: &str = "kubernetes.io/config.hash";
pub(crate) const CONFIG_SEEN: &str = "kubernetes.io/config.seen";
