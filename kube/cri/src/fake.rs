//! A runtime in memory, for tests and hollow nodes: containers are records that run until told otherwise.
//!
//! It keeps CRI's rules that callers rely on: a container needs its sandbox, a name is taken once, a stopped sandbox stops
//! its containers, removal is idempotent, every change is an event.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use futures::StreamExt;
use machined_base::Clock;
use parking_lot::Mutex;
use tokio::sync::broadcast;
use tokio_stream::wrappers::BroadcastStream;

use crate::api;
use crate::error::{CriError, Kind};
use crate::import::{ImportError, Imported};
use crate::service::{Cri, Events, ExecOutput, ImageMount, PullAuth};

/// What a container of a given image does once started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Runs until stopped; ends on SIGTERM.
    Run,
    /// Runs until killed; the whole grace period passes first.
    IgnoreTerm,
    /// Ends at once with this code.
    Exit(i32),
    /// `StartContainer` fails.
    FailStart,
    /// `PullImage` fails.
    FailPull,
}

/// A runtime in memory. Clones share it.
#[derive(Clone)]
pub struct FakeCri {
    clock: Clock,
    state: Arc<Mutex<State>>,
    events: broadcast::Sender<api::ContainerEventResponse>,
}

#[derive(Default)]
struct State {
    next: u64,
    sandboxes: BTreeMap<String, api::PodSandboxStatus>,
    containers: BTreeMap<String, Held>,
    images: BTreeMap<String, api::Image>,
    behaviours: BTreeMap<String, Behaviour>,
    exec: BTreeMap<String, ExecOutput>,
    calls: Vec<String>,
}

#[derive(Clone)]
struct Held {
    sandbox: String,
    config: api::ContainerConfig,
    status: api::ContainerStatus,
}

impl FakeCri {
    pub fn new(clock: Clock) -> Self {
        Self { clock, state: Arc::default(), events: broadcast::channel(1024).0 }
    }

    /// What containers of `image` do from now on.
    pub fn behave(&self, image: &str, behaviour: Behaviour) {
        self.state.lock().behaviours.insert(image.to_owned(), behaviour);
    }

    /// What a command whose first word is `program` answers.
    pub fn on_exec(&self, program: &str, output: ExecOutput) {
        self.state.lock().exec.insert(program.to_owned(), output);
    }

    /// Ends a running container from outside, as a crash does.
    pub fn exit(&self, container: &str, code: i32) {
        let now = self.now();
        end(&mut self.state.lock(), container, code, now, if code == 0 { "Completed" } else { "Error" });
        self.tell(container, api::ContainerEventType::ContainerStoppedEvent);
    }

    /// The calls that changed something, in order: `RunPodSandbox web`, `StartContainer app`.
    pub fn calls(&self) -> Vec<String> {
        self.state.lock().calls.clone()
    }

    /// The configuration a container was made with, newest first by name.
    pub fn config(&self, name: &str) -> Option<api::ContainerConfig> {
        let state = self.state.lock();
        state
            .containers
            .values()
            .rev()
            .map(|held| &held.config)
            .find(|config| config.metadata.as_ref().is_some_and(|meta| meta.name == name))
            .cloned()
    }

    fn now(&self) -> i64 {
        i64::try_from(self.clock.now().as_nanosecond()).unwrap_or(i64::MAX)
    }

    fn tell(&self, id: &str, kind: api::ContainerEventType) {
        let event = {
            let state = self.state.lock();
            let sandbox = state.containers.get(id).map_or(id, |held| held.sandbox.as_str());
            api::ContainerEventResponse {
                container_id: id.to_owned(),
                container_event_type: kind as i32,
                created_at: self.now(),
                pod_sandbox_status: state.sandboxes.get(sandbox).cloned(),
                containers_statuses: state
                    .containers
                    .values()
                    .filter(|held| held.sandbox == sandbox)
                    .map(|held| held.status.clone())
                    .collect(),
            }
        };
        // Nobody listening is fine.
        let _ = self.events.send(event);
    }
}

fn end(state: &mut State, container: &str, code: i32, now: i64, reason: &str) {
    if let Some(held) = state.containers.get_mut(container)
        && held.status.state != api::ContainerState::ContainerExited as i32
    {
        held.status.state = api::ContainerState::ContainerExited as i32;
        held.status.exit_code = code;
        held.status.finished_at = now;
        held.status.reason = reason.to_owned();
    }
}

fn carries(have: &BTreeMap<String, String>, wanted: &[(&str, &str)]) -> bool {
    wanted.iter().all(|(key, value)| have.get(*key).is_some_and(|it| it == value))
}

fn not_found(call: &'static str, id: &str) -> CriError {
    CriError::new(call, Kind::NotFound, format!("{id}: not found"))
}

#[async_trait]
impl Cri for FakeCri {
    async fn version(&self) -> Result<api::VersionResponse, CriError> {
        Ok(api::VersionResponse {
            version: "0.1.0".into(),
            runtime_name: "fake".into(),
            runtime_version: "v1".into(),
            runtime_api_version: "v1".into(),
        })
    }

    async fn status(&self) -> Result<api::StatusResponse, CriError> {
        let ready = |kind: &str| api::RuntimeCondition { r#type: kind.into(), status: true, ..Default::default() };
        let conditions = vec![ready("RuntimeReady"), ready("NetworkReady")];
        Ok(api::StatusResponse { status: Some(api::RuntimeStatus { conditions }), ..Default::default() })
    }

    async fn update_pod_cidrs(&self, _: &str) -> Result<(), CriError> {
        Ok(())
    }

    async fn run_pod_sandbox(&self, config: api::PodSandboxConfig, handler: &str) -> Result<String, CriError> {
        let now = self.now();
        let id = {
            let mut state = self.state.lock();
            state.next += 1;
            let id = format!("{:064x}", state.next);
            let number = state.next;
            let host = config
                .linux
                .as_ref()
                .and_then(|linux| linux.security_context.as_ref())
                .and_then(|context| context.namespace_options.as_ref());
            let host = host.is_some_and(|options| options.network == api::NamespaceMode::Node as i32);
            let ip = if host {
                String::new()
            } else {
                format!("10.{}.{}.{}", 200 + (number >> 16) % 50, (number >> 8) & 255, number & 255)
            };
            state.calls.push(format!("RunPodSandbox {}", config.metadata.as_ref().map_or("", |meta| &meta.name)));
            state.sandboxes.insert(
                id.clone(),
                api::PodSandboxStatus {
                    id: id.clone(),
                    metadata: config.metadata,
                    state: api::PodSandboxState::SandboxReady as i32,
                    created_at: now,
                    network: Some(api::PodSandboxNetworkStatus { ip, additional_ips: Vec::new() }),
                    linux: None,
                    labels: config.labels,
                    annotations: config.annotations,
                    runtime_handler: handler.to_owned(),
                },
            );
            id
        };
        self.tell(&id, api::ContainerEventType::ContainerStartedEvent);
        Ok(id)
    }

    async fn stop_pod_sandbox(&self, id: &str) -> Result<(), CriError> {
        let now = self.now();
        {
            let mut state = self.state.lock();
            if let Some(sandbox) = state.sandboxes.get_mut(id) {
                sandbox.state = api::PodSandboxState::SandboxNotready as i32;
            }
            let inside: Vec<_> =
                state.containers.iter().filter(|(_, held)| held.sandbox == id).map(|(id, _)| id.clone()).collect();
            for container in inside {
                end(&mut state, &container, 137, now, "Error");
            }
            state.calls.push("StopPodSandbox".into());
        }
        self.tell(id, api::ContainerEventType::ContainerStoppedEvent);
        Ok(())
    }

    async fn remove_pod_sandbox(&self, id: &str) -> Result<(), CriError> {
        {
            let mut state = self.state.lock();
            state.sandboxes.remove(id);
            state.containers.retain(|_, held| held.sandbox != id);
            state.calls.push("RemovePodSandbox".into());
        }
        self.tell(id, api::ContainerEventType::ContainerDeletedEvent);
        Ok(())
    }

    async fn pod_sandbox_status(&self, id: &str) -> Result<api::PodSandboxStatus, CriError> {
        self.state.lock().sandboxes.get(id).cloned().ok_or_else(|| not_found("PodSandboxStatus", id))
    }

    async fn list_pod_sandboxes(&self, labels: &[(&str, &str)]) -> Result<Vec<api::PodSandbox>, CriError> {
        let state = self.state.lock();
        let item = |status: &api::PodSandboxStatus| api::PodSandbox {
            id: status.id.clone(),
            metadata: status.metadata.clone(),
            state: status.state,
            created_at: status.created_at,
            labels: status.labels.clone(),
            annotations: status.annotations.clone(),
            runtime_handler: status.runtime_handler.clone(),
        };
        Ok(state.sandboxes.values().filter(|status| carries(&status.labels, labels)).map(item).collect())
    }

    async fn create_container(
        &self,
        sandbox: &str,
        config: api::ContainerConfig,
        _: api::PodSandboxConfig,
    ) -> Result<String, CriError> {
        let now = self.now();
        let id = {
            let mut state = self.state.lock();
            if !state.sandboxes.contains_key(sandbox) {
                return Err(not_found("CreateContainer", sandbox));
            }
            if state.containers.values().any(|held| held.sandbox == sandbox && held.config.metadata == config.metadata)
            {
                return Err(CriError::new("CreateContainer", Kind::AlreadyExists, "name is reserved"));
            }
            state.next += 1;
            let id = format!("{:064x}", state.next);
            state.calls.push(format!("CreateContainer {}", config.metadata.as_ref().map_or("", |meta| &meta.name)));
            let image = config.image.clone().unwrap_or_default();
            let status = api::ContainerStatus {
                id: id.clone(),
                metadata: config.metadata.clone(),
                state: api::ContainerState::ContainerCreated as i32,
                created_at: now,
                image_ref: image.image.clone(),
                image_id: image.image.clone(),
                image: Some(image),
                labels: config.labels.clone(),
                annotations: config.annotations.clone(),
                log_path: config.log_path.clone(),
                ..Default::default()
            };
            state.containers.insert(id.clone(), Held { sandbox: sandbox.to_owned(), config, status });
            id
        };
        self.tell(&id, api::ContainerEventType::ContainerCreatedEvent);
        Ok(id)
    }

    async fn start_container(&self, id: &str) -> Result<(), CriError> {
        let now = self.now();
        {
            let mut state = self.state.lock();
            let held = state.containers.get(id).ok_or_else(|| not_found("StartContainer", id))?;
            let behaviour = state.behaviour(held);
            let name = held.config.metadata.as_ref().map_or(String::new(), |meta| meta.name.clone());
            if behaviour == Behaviour::FailStart {
                end(&mut state, id, 128, now, "StartError");
                return Err(CriError::new("StartContainer", Kind::Other, "failed to start"));
            }
            state.calls.push(format!("StartContainer {name}"));
            if let Some(held) = state.containers.get_mut(id) {
                held.status.state = api::ContainerState::ContainerRunning as i32;
                held.status.started_at = now;
            }
            if let Behaviour::Exit(code) = behaviour {
                end(&mut state, id, code, now, if code == 0 { "Completed" } else { "Error" });
            }
        }
        self.tell(id, api::ContainerEventType::ContainerStartedEvent);
        Ok(())
    }

    async fn stop_container(&self, id: &str, grace: Duration) -> Result<(), CriError> {
        let stubborn = {
            let mut state = self.state.lock();
            let Some(held) = state.containers.get(id) else { return Ok(()) };
            let name = held.config.metadata.as_ref().map_or(String::new(), |meta| meta.name.clone());
            let stubborn = state.behaviour(held) == Behaviour::IgnoreTerm;
            state.calls.push(format!("StopContainer {name} {}s", grace.as_secs()));
            stubborn
        };
        if stubborn {
            self.clock.sleep(grace).await;
        }
        let (now, code) = (self.now(), if stubborn { 137 } else { 143 });
        end(&mut self.state.lock(), id, code, now, "Error");
        self.tell(id, api::ContainerEventType::ContainerStoppedEvent);
        Ok(())
    }

    async fn remove_container(&self, id: &str) -> Result<(), CriError> {
        self.state.lock().containers.remove(id);
        Ok(())
    }

    async fn list_containers(&self, labels: &[(&str, &str)]) -> Result<Vec<api::Container>, CriError> {
        let state = self.state.lock();
        let item = |held: &Held| api::Container {
            id: held.status.id.clone(),
            pod_sandbox_id: held.sandbox.clone(),
            metadata: held.status.metadata.clone(),
            image: held.status.image.clone(),
            image_ref: held.status.image_ref.clone(),
            state: held.status.state,
            created_at: held.status.created_at,
            labels: held.status.labels.clone(),
            annotations: held.status.annotations.clone(),
            image_id: held.status.image_id.clone(),
        };
        Ok(state.containers.values().filter(|held| carries(&held.status.labels, labels)).map(item).collect())
    }

    async fn container_status(&self, id: &str) -> Result<api::ContainerStatus, CriError> {
        self.state
            .lock()
            .containers
            .get(id)
            .map(|held| held.status.clone())
            .ok_or_else(|| not_found("ContainerStatus", id))
    }

    async fn update_container_resources(&self, id: &str, linux: api::LinuxContainerResources) -> Result<(), CriError> {
        let mut state = self.state.lock();
        let held = state.containers.get_mut(id).ok_or_else(|| not_found("UpdateContainerResources", id))?;
        held.status.resources = Some(api::ContainerResources { linux: Some(linux), windows: None });
        Ok(())
    }

    async fn reopen_container_log(&self, _: &str) -> Result<(), CriError> {
        Ok(())
    }

    async fn exec_sync(&self, id: &str, command: &[String], _: Duration) -> Result<ExecOutput, CriError> {
        let state = self.state.lock();
        if !state.containers.contains_key(id) {
            return Err(not_found("ExecSync", id));
        }
        Ok(command.first().and_then(|program| state.exec.get(program)).cloned().unwrap_or_default())
    }

    async fn exec(&self, _: api::ExecRequest) -> Result<String, CriError> {
        Err(CriError::new("Exec", Kind::Unimplemented, "a fake container runs nothing"))
    }

    async fn attach(&self, _: api::AttachRequest) -> Result<String, CriError> {
        Err(CriError::new("Attach", Kind::Unimplemented, "a fake container runs nothing"))
    }

    async fn port_forward(&self, _: api::PortForwardRequest) -> Result<String, CriError> {
        Err(CriError::new("PortForward", Kind::Unimplemented, "a fake container listens nowhere"))
    }

    async fn list_container_stats(&self) -> Result<Vec<api::ContainerStats>, CriError> {
        Ok(Vec::new())
    }

    async fn list_pod_sandbox_stats(&self) -> Result<Vec<api::PodSandboxStats>, CriError> {
        Ok(Vec::new())
    }

    async fn events(&self) -> Result<Events, CriError> {
        let lagged = |_| CriError::new("GetContainerEvents", Kind::Other, "events were lost");
        Ok(BroadcastStream::new(self.events.subscribe()).map(move |item| item.map_err(lagged)).boxed())
    }

    async fn list_images(&self) -> Result<Vec<api::Image>, CriError> {
        Ok(self.state.lock().images.values().cloned().collect())
    }

    async fn image_status(&self, image: &api::ImageSpec) -> Result<Option<api::Image>, CriError> {
        Ok(self.state.lock().images.get(&image.image).cloned())
    }

    async fn pull_image(
        &self,
        image: &api::ImageSpec,
        _: Option<&PullAuth>,
        _: Option<api::PodSandboxConfig>,
    ) -> Result<String, CriError> {
        let mut state = self.state.lock();
        if state.behaviours.get(&image.image) == Some(&Behaviour::FailPull) {
            return Err(CriError::new(
                "PullImage",
                Kind::NotFound,
                format!("failed to resolve reference {:?}: not found", image.image),
            ));
        }
        state.calls.push(format!("PullImage {}", image.image));
        let held = api::Image {
            id: image.image.clone(),
            repo_tags: vec![image.image.clone()],
            size: 1 << 20,
            spec: Some(image.clone()),
            ..Default::default()
        };
        state.images.insert(image.image.clone(), held);
        Ok(image.image.clone())
    }

    async fn remove_image(&self, image: &api::ImageSpec) -> Result<(), CriError> {
        let mut state = self.state.lock();
        state.calls.push(format!("RemoveImage {}", image.image));
        state.images.remove(&image.image);
        Ok(())
    }

    async fn image_fs_info(&self) -> Result<api::ImageFsInfoResponse, CriError> {
        Ok(api::ImageFsInfoResponse::default())
    }

    async fn import(&self, _: &Path) -> Result<Vec<Imported>, ImportError> {
        Err(ImportError::Unsupported)
    }

    async fn mount_image(&self, image: &str, _: &str) -> Result<Vec<ImageMount>, CriError> {
        Err(not_found("View", image))
    }

    async fn unmount_image(&self, _: &str) -> Result<(), CriError> {
        Ok(())
    }
}

impl State {
    fn behaviour(&self, held: &Held) -> Behaviour {
        let image = held.config.image.as_ref().map_or("", |image| &image.image);
        self.behaviours.get(image).copied().unwrap_or(Behaviour::Run)
    }
}
