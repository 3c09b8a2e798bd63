//! What the runtime holds of one pod, read from CRI's messages once, so that plans and statuses compare plain values.
//!
//! A pod's containers are recognised by the labels and annotations that this kubelet (or the one before it) gave them:
//! nothing else is remembered between two lives of the process.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kube_cri::api;

use crate::container::labels;

/// One pod as the runtime has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Observed {
    /// Newest first.
    pub(crate) sandboxes: Vec<Sandbox>,
    /// Newest first.
    pub(crate) containers: Vec<Seen>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sandbox {
    pub(crate) id: String,
    pub(crate) attempt: u32,
    pub(crate) ready: bool,
    pub(crate) host_network: bool,
    pub(crate) ips: Vec<String>,
    pub(crate) created: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Created,
    Running,
    Exited,
    Unknown,
}

/// One container, running or dead.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seen {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) sandbox: String,
    pub(crate) state: State,
    pub(crate) restarts: i32,
    pub(crate) hash: String,
    pub(crate) created: Timestamp,
    pub(crate) started: Option<Timestamp>,
    pub(crate) finished: Option<Timestamp>,
    pub(crate) exit_code: i32,
    pub(crate) reason: String,
    pub(crate) message: String,
    pub(crate) image: String,
    pub(crate) image_id: String,
    pub(crate) log_path: String,
    pub(crate) grace_s: Option<i64>,
    pub(crate) annotations: BTreeMap<String, String>,
    pub(crate) resources: Option<api::LinuxContainerResources>,
    pub(crate) user: Option<api::LinuxContainerUser>,
    pub(crate) stop_signal: i32,
}

impl Observed {
    /// The sandbox that counts: the newest ready one, or the newest.
    pub(crate) fn sandbox(&self) -> Option<&Sandbox> {
        self.sandboxes.iter().find(|sandbox| sandbox.ready).or(self.sandboxes.first())
    }

    /// The newest container of a name, whatever sandbox it was in.
    pub(crate) fn newest(&self, name: &str) -> Option<&Seen> {
        self.containers.iter().find(|seen| seen.name == name)
    }

    /// The newest container of a name inside `sandbox`.
    pub(crate) fn inside(&self, sandbox: &str, name: &str) -> Option<&Seen> {
        self.containers.iter().find(|seen| seen.name == name && seen.sandbox == sandbox)
    }

    /// The one before the newest.
    pub(crate) fn previous(&self, name: &str) -> Option<&Seen> {
        self.containers.iter().filter(|seen| seen.name == name).nth(1)
    }

    pub(crate) fn running(&self) -> impl Iterator<Item = &Seen> {
        self.containers.iter().filter(|seen| seen.state == State::Running)
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Seen> {
        self.containers.iter().find(|seen| seen.id == id)
    }

    pub(crate) fn sort(&mut self) {
        self.sandboxes.sort_by_key(|sandbox| std::cmp::Reverse((sandbox.created, sandbox.attempt)));
        self.containers.sort_by_key(|seen| std::cmp::Reverse((seen.restarts, seen.created)));
    }
}

pub(crate) fn sandbox(status: &api::PodSandboxStatus) -> Sandbox {
    let network = status.network.as_ref();
    let first = network.map(|network| network.ip.clone()).filter(|ip| !ip.is_empty());
    let more = network.into_iter().flat_map(|network| network.additional_ips.iter().map(|ip| ip.ip.clone()));
    let options = status
        .linux
        .as_ref()
        .and_then(|linux| linux.namespaces.as_ref())
        .and_then(|namespaces| namespaces.options.as_ref());
    Sandbox {
        id: status.id.clone(),
        attempt: status.metadata.as_ref().map_or(0, |meta| meta.attempt),
        ready: status.state == api::PodSandboxState::SandboxReady as i32,
        host_network: options.is_some_and(|options| options.network == api::NamespaceMode::Node as i32),
        ips: first.into_iter().chain(more).collect(),
        created: nanos(status.created_at).unwrap_or_default(),
    }
}

/// `sandbox` comes from the list: CRI's status does not name it.
pub(crate) fn container(status: api::ContainerStatus, sandbox: &str) -> Seen {
    let note = |key: &str| status.annotations.get(key);
    let name = status.labels.get(labels::CONTAINER_NAME).cloned().unwrap_or_default();
    Seen {
        sandbox: sandbox.to_owned(),
        state: match api::ContainerState::try_from(status.state) {
            Ok(api::ContainerState::ContainerCreated) => State::Created,
            Ok(api::ContainerState::ContainerRunning) => State::Running,
            Ok(api::ContainerState::ContainerExited) => State::Exited,
            Ok(api::ContainerState::ContainerUnknown) | Err(_) => State::Unknown,
        },
        restarts: note(labels::RESTART_COUNT).and_then(|text| text.parse().ok()).unwrap_or_default(),
        hash: note(labels::HASH).cloned().unwrap_or_default(),
        grace_s: note(labels::GRACE).and_then(|text| text.parse().ok()),
        created: nanos(status.created_at).unwrap_or_default(),
        started: nanos(status.started_at),
        finished: nanos(status.finished_at),
        exit_code: status.exit_code,
        image: image_name(&status),
        image_id: if status.image_id.is_empty() || !status.image_ref.is_empty() {
            status.image_ref
        } else {
            status.image_id
        },
        id: status.id,
        name,
        reason: status.reason,
        message: status.message,
        log_path: status.log_path,
        annotations: status.annotations,
        resources: status.resources.and_then(|resources| resources.linux),
        user: status.user.and_then(|user| user.linux),
        stop_signal: status.stop_signal,
    }
}

/// As upstream: what the user wrote, if the runtime kept it.
fn image_name(status: &api::ContainerStatus) -> String {
    let Some(spec) = &status.image else { return String::new() };
    if spec.user_specified_image.is_empty() { spec.image.clone() } else { spec.user_specified_image.clone() }
}

fn nanos(at: i64) -> Option<Timestamp> {
    (at > 0).then(|| Timestamp::from_nanosecond(i128::from(at)).ok()).flatten()
}
