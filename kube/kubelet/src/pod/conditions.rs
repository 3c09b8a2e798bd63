//! The conditions of a pod that the kubelet owns. As upstream: pkg/kubelet/status/generate.go.

use jiff::Timestamp;
use kube_api::types::core::{Container, ContainerStatus, Pod, PodCondition};
use kube_api::types::meta::Time;

use super::view;

/// The types this kubelet writes.
pub(crate) const OWN: [&str; 5] =
    ["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"];

/// What the conditions are made from.
pub(crate) struct Basis<'a> {
    pub(crate) now: Timestamp,
    pub(crate) pod: &'a Pod,
    /// What was last said, for the times of change.
    pub(crate) old: &'a [PodCondition],
    /// Init containers first.
    pub(crate) statuses: &'a [ContainerStatus],
    pub(crate) phase: &'a str,
    /// A sandbox with its network is there.
    pub(crate) sandbox_ready: bool,
}

#[derive(Clone, Default)]
struct Verdict {
    holds: bool,
    reason: &'static str,
    message: String,
}

pub(crate) fn conditions(basis: &Basis<'_>) -> Vec<PodCondition> {
    let containers = basis.containers_ready();
    let made = [
        ("PodReadyToStartContainers", Verdict { holds: basis.sandbox_ready, ..Verdict::default() }),
        ("Initialized", basis.initialized()),
        ("Ready", basis.ready(&containers)),
        ("ContainersReady", containers),
        ("PodScheduled", Verdict { holds: true, ..Verdict::default() }),
    ];
    made.into_iter().map(|(kind, verdict)| basis.condition(kind, verdict)).collect()
}

/// Of a pod that the node ended for its own sake. As upstream: pkg/kubelet/eviction/eviction_manager.go.
pub(crate) fn disrupted(basis: &Basis<'_>, message: &str) -> PodCondition {
    basis.condition(
        "DisruptionTarget",
        Verdict { holds: true, reason: "TerminationByKubelet", message: message.to_owned() },
    )
}

impl Basis<'_> {
    fn condition(&self, kind: &str, verdict: Verdict) -> PodCondition {
        let status = if verdict.holds { "True" } else { "False" };
        let old = self.old.iter().find(|condition| condition.r#type == kind && condition.status == status);
        let changed = old.map_or(Time { seconds: self.now.as_second(), nanos: 0 }, |old| old.last_transition_time);
        PodCondition {
            r#type: kind.to_owned(),
            status: status.to_owned(),
            reason: verdict.reason.to_owned(),
            message: verdict.message,
            last_transition_time: changed,
            observed_generation: self.pod.metadata.generation,
            ..Default::default()
        }
    }

    fn status(&self, container: &Container) -> Option<&ContainerStatus> {
        self.statuses.iter().find(|status| status.name == container.name)
    }

    fn containers_ready(&self) -> Verdict {
        if self.statuses.is_empty() {
            return Verdict { reason: "UnknownContainerStatuses", ..Verdict::default() };
        }
        let sidecars = self.pod.spec.init_containers.iter().filter(|container| view::is_sidecar(container));
        let (mut unknown, mut unready) = (Vec::new(), Vec::new());
        for container in sidecars.chain(&self.pod.spec.containers) {
            match self.status(container) {
                None => unknown.push(container.name.as_str()),
                Some(status) if !status.ready => unready.push(container.name.as_str()),
                Some(_) => {}
            }
        }
        if self.phase == "Succeeded" && unknown.is_empty() {
            return Verdict { reason: "PodCompleted", ..Verdict::default() };
        }
        if self.phase == "Failed" {
            return Verdict { reason: "PodFailed", ..Verdict::default() };
        }
        unready_verdict("ContainersNotReady", &unknown, &unready, "unready")
    }

    fn ready(&self, containers: &Verdict) -> Verdict {
        if !containers.holds {
            return containers.clone();
        }
        let mut faults = Vec::new();
        for gate in &self.pod.spec.readiness_gates {
            let kind = &gate.condition_type;
            match self.pod.status.conditions.iter().find(|condition| &condition.r#type == kind) {
                None => faults.push(format!("corresponding condition of pod readiness gate {kind:?} does not exist.")),
                Some(condition) if condition.status != "True" => {
                    faults.push(format!(
                        "the status of pod readiness gate {kind:?} is not \"True\", but {}",
                        condition.status
                    ));
                }
                Some(_) => {}
            }
        }
        if faults.is_empty() {
            return Verdict { holds: true, ..Verdict::default() };
        }
        Verdict { holds: false, reason: "ReadinessGatesNotReady", message: faults.join(", ") }
    }

    fn initialized(&self) -> Verdict {
        let init = &self.pod.spec.init_containers;
        if self.statuses.is_empty() && !init.is_empty() {
            return Verdict { reason: "UnknownContainerStatuses", ..Verdict::default() };
        }
        let (mut unknown, mut incomplete) = (Vec::new(), Vec::new());
        for container in init {
            match self.status(container) {
                None => unknown.push(container.name.as_str()),
                Some(status) if !is_initialized(container, status) => incomplete.push(container.name.as_str()),
                Some(_) => {}
            }
        }
        if self.phase == "Succeeded" && unknown.is_empty() {
            return Verdict { holds: true, reason: "PodCompleted", message: String::new() };
        }
        let began = self.pod.spec.containers.iter().filter_map(|container| self.status(container)).any(has_started);
        if began {
            return Verdict { holds: true, ..Verdict::default() };
        }
        unready_verdict("ContainersNotInitialized", &unknown, &incomplete, "incomplete")
    }
}

fn has_started(status: &ContainerStatus) -> bool {
    status.state.running.is_some() || status.state.terminated.is_some() || status.last_state.terminated.is_some()
}

fn is_initialized(container: &Container, status: &ContainerStatus) -> bool {
    if view::is_sidecar(container) { status.started == Some(true) } else { status.ready }
}

/// As Go prints lists: `[a b]`.
fn unready_verdict(reason: &'static str, unknown: &[&str], unready: &[&str], word: &str) -> Verdict {
    let mut parts = Vec::new();
    if !unknown.is_empty() {
        parts.push(format!("containers with unknown status: [{}]", unknown.join(" ")));
    }
    if !unready.is_empty() {
        parts.push(format!("containers with {word} status: [{}]", unready.join(" ")));
    }
    if parts.is_empty() {
        return Verdict { holds: true, ..Verdict::default() };
    }
    Verdict { holds: false, reason, message: parts.join(", ") }
}
