//! A pod's status, from what the runtime holds, what the probes say and what went wrong. Pure.
//!
//! As upstream: pkg/kubelet/kubelet_pods.go convertToAPIContainerStatuses, generateAPIPodStatus.
//!
//! - A phase that is terminal never changes again.
//! - A container that waits after a failure shows the failure as its last state.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kube_api::types::core::{
    Container, ContainerState, ContainerStateRunning, ContainerStateTerminated, ContainerStateWaiting, ContainerStatus,
    ContainerUser, HostIP, LinuxContainerUser, Pod, PodIP, PodStatus,
};
use kube_api::types::meta::Time;

use super::conditions::{self, Basis};
use super::observed::{Observed, Seen, State};
use super::phase::{self, Facts};
use super::view::{self, Member, Role};
use crate::container::qos;

/// What the probes decided about one running container.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Readiness {
    pub(crate) started: bool,
    pub(crate) ready: bool,
}

/// Why a whole pod failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) reason: String,
    pub(crate) message: String,
    /// The node ended it for its own sake: a Job may count it as nobody's fault.
    pub(crate) disrupted: bool,
}

/// Everything a status is made from.
pub(crate) struct Input<'a> {
    pub(crate) now: Timestamp,
    pub(crate) pod: &'a Pod,
    pub(crate) old: &'a PodStatus,
    pub(crate) seen: &'a Observed,
    /// Why a container does not run: reason and message, by name.
    pub(crate) waiting: &'a BTreeMap<String, (String, String)>,
    /// By container id.
    pub(crate) readiness: &'a BTreeMap<String, Readiness>,
    /// Nothing will be started again.
    pub(crate) terminal: bool,
    /// The whole pod failed.
    pub(crate) failed: Option<&'a Failure>,
    pub(crate) host_ips: &'a [String],
    pub(crate) runtime: &'a str,
}

pub(crate) fn status(input: &Input<'_>) -> PodStatus {
    // A pod that was refused before anything was made has no containers to tell of.
    let nothing = input.seen.containers.is_empty() && input.old.container_statuses.is_empty();
    let refused = input.terminal && nothing;
    let members = if refused { Vec::new() } else { view::members(&input.pod.spec) };
    let of = |wanted: fn(Role) -> bool| -> Vec<ContainerStatus> {
        members.iter().filter(|member| wanted(member.role)).filter_map(|member| input.container(member)).collect()
    };
    let mut status = PodStatus {
        init_container_statuses: of(|role| matches!(role, Role::Init | Role::Sidecar)),
        container_statuses: of(|role| role == Role::Main),
        ephemeral_container_statuses: of(|role| role == Role::Ephemeral),
        start_time: input.old.start_time.or(Some(time(input.now))),
        qos_class: qos::class(&input.pod.spec).as_str().to_owned(),
        observed_generation: input.pod.metadata.generation,
        nominated_node_name: input.pod.status.nominated_node_name.clone(),
        resize: input.pod.status.resize.clone(),
        ..input.base()
    };
    let all: Vec<_> = status.init_container_statuses.iter().chain(&status.container_statuses).cloned().collect();
    let sandbox = input.seen.sandbox().filter(|sandbox| sandbox.ready);
    let initialized = sandbox.is_some_and(|sandbox| {
        input.pod.spec.containers.iter().any(|container| input.seen.inside(&sandbox.id, &container.name).is_some())
    });
    let phase = phase::phase(input.pod, &all, Facts { terminal: input.terminal, initialized });
    status.phase = input.settled_phase(phase).to_owned();
    if let Some(failure) = input.failed {
        status.phase = "Failed".into();
        (status.reason, status.message) = (failure.reason.clone(), failure.message.clone());
    } else if status.phase == input.old.phase {
        (status.reason, status.message) = (input.old.reason.clone(), input.old.message.clone());
    }
    input.addresses(&mut status);
    let basis = Basis {
        now: input.now,
        pod: input.pod,
        old: &input.old.conditions,
        statuses: &all,
        phase: &status.phase,
        sandbox_ready: sandbox.is_some_and(|sandbox| {
            sandbox.host_network || !sandbox.ips.is_empty() || view::is_host_network(&input.pod.spec)
        }),
    };
    status.conditions = conditions::conditions(&basis);
    let disrupted = input.failed.filter(|failure| failure.disrupted);
    status.conditions.extend(disrupted.map(|failure| conditions::disrupted(&basis, &failure.message)));
    status
}

impl Input<'_> {
    fn base(&self) -> PodStatus {
        PodStatus {
            pod_ip: self.old.pod_ip.clone(),
            pod_ips: self.old.pod_ips.clone(),
            resource_claim_statuses: self.pod.status.resource_claim_statuses.clone(),
            ..PodStatus::default()
        }
    }

    fn settled_phase<'b>(&'b self, phase: &'b str) -> &'b str {
        let known = [self.old.phase.as_str(), self.pod.status.phase.as_str()];
        known.into_iter().find(|known| view::is_terminal(known)).unwrap_or(phase)
    }

    fn addresses(&self, status: &mut PodStatus) {
        if let Some(first) = self.host_ips.first() {
            status.host_ip = first.clone();
            status.host_ips = self.host_ips.iter().map(|ip| HostIP { ip: ip.clone() }).collect();
        }
        let ips: &[String] = if view::is_host_network(&self.pod.spec) {
            self.host_ips
        } else {
            self.seen.sandbox().map_or(&[], |sandbox| sandbox.ips.as_slice())
        };
        // A pod whose sandbox is gone keeps showing the address it had.
        if let Some(first) = ips.first() {
            status.pod_ip = first.clone();
            status.pod_ips = ips.iter().map(|ip| PodIP { ip: ip.clone() }).collect();
        }
    }

    fn container(&self, member: &Member) -> Option<ContainerStatus> {
        let container = &member.container;
        let seen = self.seen.newest(&container.name);
        if seen.is_none() && member.role == Role::Ephemeral && !self.waiting.contains_key(&container.name) {
            return None;
        }
        let mut status = match seen {
            Some(seen) => self.of_seen(container, seen),
            None => self.unseen(member),
        };
        if let Some((reason, message)) = self.waiting.get(&container.name)
            && !self.terminal
            && status.state.running.is_none()
        {
            if status.state.terminated.is_some() {
                status.last_state = std::mem::take(&mut status.state);
            }
            let waiting = ContainerStateWaiting { reason: reason.clone(), message: message.clone() };
            status.state = ContainerState { waiting: Some(waiting), ..ContainerState::default() };
        }
        status.started = Some(seen.is_some_and(|seen| self.readiness(seen).started) && status.state.running.is_some());
        status.ready = match member.role {
            // As upstream: a finished init container is ready.
            Role::Init => status.state.terminated.as_ref().is_some_and(|ended| ended.exit_code == 0),
            Role::Ephemeral => false,
            Role::Sidecar | Role::Main => {
                status.state.running.is_some() && seen.is_some_and(|seen| self.readiness(seen).ready)
            }
        };
        self.resources(container, seen, &mut status);
        Some(status)
    }

    fn readiness(&self, seen: &Seen) -> Readiness {
        self.readiness.get(&seen.id).copied().unwrap_or_default()
    }

    /// A container that the runtime never had, or has no more.
    fn unseen(&self, member: &Member) -> ContainerStatus {
        let container = &member.container;
        let lists =
            [&self.old.container_statuses, &self.old.init_container_statuses, &self.old.ephemeral_container_statuses];
        let old = lists.into_iter().flatten().find(|status| status.name == container.name);
        let mut status = ContainerStatus {
            name: container.name.clone(),
            image: container.image.clone(),
            ..ContainerStatus::default()
        };
        if let Some(old) = old {
            status.restart_count = old.restart_count;
            status.last_state = old.last_state.clone();
            if let Some(ended) = &old.state.terminated {
                status.state.terminated = Some(ended.clone());
                (status.container_id, status.image_id) = (old.container_id.clone(), old.image_id.clone());
                return status;
            }
        }
        if self.terminal {
            status.state.terminated = Some(ContainerStateTerminated {
                reason: "ContainerStatusUnknown".into(),
                message: "The container could not be located when the pod was terminated".into(),
                exit_code: 137,
                ..ContainerStateTerminated::default()
            });
            return status;
        }
        let reason = if self.pod.spec.init_containers.is_empty() { "ContainerCreating" } else { "PodInitializing" };
        status.state.waiting = Some(ContainerStateWaiting { reason: reason.into(), message: String::new() });
        status
    }

    fn of_seen(&self, container: &Container, seen: &Seen) -> ContainerStatus {
        let mut status = ContainerStatus {
            name: container.name.clone(),
            restart_count: seen.restarts,
            image: if seen.image.is_empty() { container.image.clone() } else { seen.image.clone() },
            image_id: seen.image_id.clone(),
            container_id: self.id(seen),
            state: self.state(seen),
            stop_signal: signal_name(seen.stop_signal),
            ..ContainerStatus::default()
        };
        if let Some(user) = &seen.user {
            let linux = LinuxContainerUser {
                uid: user.uid,
                gid: user.gid,
                supplemental_groups: user.supplemental_groups.clone(),
            };
            status.user = Some(ContainerUser { linux: Some(linux) });
        }
        match self.seen.previous(&container.name) {
            Some(previous) if previous.state == State::Exited => status.last_state = self.state(previous),
            _ => {
                let old = self
                    .old
                    .container_statuses
                    .iter()
                    .chain(&self.old.init_container_statuses)
                    .find(|old| old.name == container.name);
                if let Some(old) =
                    old.filter(|old| old.restart_count == seen.restarts || old.restart_count + 1 == seen.restarts)
                {
                    let ended = if old.restart_count + 1 == seen.restarts { &old.state } else { &old.last_state };
                    if ended.terminated.is_some() {
                        status.last_state = ended.clone();
                    }
                }
            }
        }
        status
    }

    fn id(&self, seen: &Seen) -> String {
        format!("{}://{}", self.runtime, seen.id)
    }

    fn state(&self, seen: &Seen) -> ContainerState {
        let mut state = ContainerState::default();
        match seen.state {
            State::Running => {
                state.running = Some(ContainerStateRunning { started_at: seen.started.map(time).unwrap_or_default() });
            }
            State::Exited => {
                state.terminated = Some(ContainerStateTerminated {
                    exit_code: seen.exit_code,
                    reason: seen.reason.clone(),
                    message: seen.message.clone(),
                    started_at: seen.started.map(time).unwrap_or_default(),
                    finished_at: seen.finished.map(time).unwrap_or_default(),
                    container_id: self.id(seen),
                    ..ContainerStateTerminated::default()
                });
            }
            State::Created | State::Unknown => {
                state.waiting =
                    Some(ContainerStateWaiting { reason: "ContainerCreating".into(), message: String::new() });
            }
        }
        state
    }

    /// As upstream since resize is stable: what was allocated, and what runs.
    fn resources(&self, container: &Container, seen: Option<&Seen>, status: &mut ContainerStatus) {
        if seen.is_some_and(|seen| seen.state == State::Running) && container.resources != Default::default() {
            status.allocated_resources = container.resources.requests.clone();
            status.resources = Some(container.resources.clone());
        }
    }
}

pub(crate) fn time(at: Timestamp) -> Time {
    Time { seconds: at.as_second(), nanos: 0 }
}

fn signal_name(signal: i32) -> Option<String> {
    kube_cri::api::Signal::try_from(signal)
        .ok()
        .filter(|signal| *signal as i32 != 0)
        .map(|signal| signal.as_str_name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_was_ended_for_the_nodes_sake_says_so() {
        let (pod, seen) = (Pod::default(), Observed::default());
        let told = |disrupted| {
            let failure = Failure { reason: "Evicted".into(), message: "short of it. ".into(), disrupted };
            let status = status(&Input {
                now: Timestamp::UNIX_EPOCH,
                pod: &pod,
                old: &pod.status,
                seen: &seen,
                waiting: &BTreeMap::new(),
                readiness: &BTreeMap::new(),
                terminal: true,
                failed: Some(&failure),
                host_ips: &[],
                runtime: "containerd",
            });
            assert_eq!((status.phase.as_str(), status.reason.as_str()), ("Failed", "Evicted"));
            status.conditions.into_iter().find(|it| it.r#type == "DisruptionTarget")
        };
        let evicted = told(true).unwrap();
        assert_eq!((evicted.status.as_str(), evicted.reason.as_str()), ("True", "TerminationByKubelet"));
        assert_eq!(evicted.message, "short of it. ");
        assert_eq!(told(false), None);
    }
}
