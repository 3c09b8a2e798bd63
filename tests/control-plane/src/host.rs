//! A runtime in memory whose containers of one registry, [`REGISTRY`], are processes of this host, each in a folder of its own:
//! enough to log, to be executed in, attached to and forwarded to. Everything else is a record of [`FakeCri`].
//!
//! Shares nothing with a real runtime but CRI's words: no image, no namespace, no limit. What the kubelet and the API server do
//! with the streams is what such a node shows.

mod process;
mod streams;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use async_trait::async_trait;
use kube_cri::api;
use kube_cri::{Cri, CriError, Events, ExecOutput, FakeCri, ImageMount, ImportError, Imported, Kind, PullAuth};
use kube_stream::remote::Options;
use machined_base::Tasks;
use parking_lot::Mutex;

use self::process::{Place, Process};

/// Images whose containers run.
const REGISTRY: &str = "host.test/";

#[derive(Clone)]
pub(crate) struct HostCri {
    records: FakeCri,
    tasks: Tasks,
    folder: PathBuf,
    streams: SocketAddr,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    made: BTreeMap<String, Made>,
    running: BTreeMap<String, Arc<Process>>,
    asked: BTreeMap<u64, Asked>,
    next: u64,
}

#[derive(Clone)]
struct Made {
    sandbox: String,
    config: api::ContainerConfig,
    place: Place,
}

/// A stream that the kubelet was given an address for, and has not fetched yet.
enum Asked {
    Exec { place: Place, command: Vec<String>, options: Options },
    Attach { process: Arc<Process>, options: Options },
    Forward,
}

impl HostCri {
    pub(crate) async fn start(folder: &Path, tasks: &Tasks) -> anyhow::Result<Self> {
        let state: Arc<Mutex<State>> = Arc::default();
        let streams = streams::start(state.clone(), tasks).await.context("listen for streams")?;
        let records = FakeCri::new(tasks.clock().clone());
        Ok(Self { records, tasks: tasks.clone(), folder: folder.to_owned(), streams, state })
    }

    fn ask(&self, asked: Asked) -> String {
        let mut state = self.state.lock();
        state.next += 1;
        let token = state.next;
        state.asked.insert(token, asked);
        format!("http://{}/{token}", self.streams)
    }

    fn made(&self, call: &'static str, id: &str) -> Result<Made, CriError> {
        let made = self.state.lock().made.get(id).cloned();
        made.ok_or_else(|| CriError::new(call, Kind::NotFound, format!("{id}: not found")))
    }

    fn running(&self, id: &str) -> Option<Arc<Process>> {
        self.state.lock().running.get(id).cloned()
    }

    /// Starts the container's own process. A program that is not there ends at once, as a shell would have it.
    fn launch(&self, id: &str, made: &Made) -> Result<(), CriError> {
        let failed =
            |err: std::io::Error| CriError::new("StartContainer", Kind::Other, format!("failed to start: {err}"));
        let command: Vec<String> = made.config.command.iter().chain(&made.config.args).cloned().collect();
        let (records, state, own) = (self.records.clone(), self.state.clone(), id.to_owned());
        let process = Process::start(&made.place, &command, made.config.stdin, &self.tasks, move |code| {
            state.lock().running.remove(&own);
            records.exit(&own, code);
        });
        self.state.lock().running.insert(id.to_owned(), process.map_err(failed)?);
        Ok(())
    }
}

#[async_trait]
impl Cri for HostCri {
    async fn create_container(
        &self,
        sandbox: &str,
        config: api::ContainerConfig,
        sandbox_config: api::PodSandboxConfig,
    ) -> Result<String, CriError> {
        let log = Path::new(&sandbox_config.log_directory).join(&config.log_path);
        let id = self.records.create_container(sandbox, config.clone(), sandbox_config).await?;
        let place = Place {
            folder: self.folder.join(&id),
            log,
            variables: config
                .envs
                .iter()
                .map(|env| (env.key.clone(), OsString::from_vec(env.value.to_vec())))
                .collect(),
        };
        std::fs::create_dir_all(&place.folder)
            .map_err(|err| CriError::new("CreateContainer", Kind::Other, err.to_string()))?;
        self.state.lock().made.insert(id.clone(), Made { sandbox: sandbox.to_owned(), config, place });
        Ok(id)
    }

    async fn start_container(&self, id: &str) -> Result<(), CriError> {
        self.records.start_container(id).await?;
        let made = self.made("StartContainer", id)?;
        let image = made.config.image.as_ref().map_or("", |image| &image.image);
        if image.starts_with(REGISTRY) { self.launch(id, &made) } else { Ok(()) }
    }

    async fn stop_container(&self, id: &str, grace: Duration) -> Result<(), CriError> {
        if let Some(process) = self.running(id) {
            process.stop(grace, self.tasks.clock()).await;
        }
        self.records.stop_container(id, grace).await
    }

    async fn remove_container(&self, id: &str) -> Result<(), CriError> {
        if let Some(process) = self.running(id) {
            process.kill();
        }
        self.state.lock().made.remove(id);
        self.records.remove_container(id).await
    }

    async fn stop_pod_sandbox(&self, id: &str) -> Result<(), CriError> {
        let inside: Vec<Arc<Process>> = {
            let state = self.state.lock();
            let own = |container: &String| state.made.get(container).is_some_and(|made| made.sandbox == id);
            state.running.iter().filter(|(container, _)| own(container)).map(|(_, it)| it.clone()).collect()
        };
        inside.iter().for_each(|process| process.kill());
        self.records.stop_pod_sandbox(id).await
    }

    async fn exec_sync(&self, id: &str, command: &[String], within: Duration) -> Result<ExecOutput, CriError> {
        self.records.exec_sync(id, command, within).await
    }

    async fn exec(&self, request: api::ExecRequest) -> Result<String, CriError> {
        let made = self.made("Exec", &request.container_id)?;
        let api::ExecRequest { cmd, tty, stdin, stdout, stderr, .. } = request;
        Ok(self.ask(Asked::Exec { place: made.place, command: cmd, options: Options { stdin, stdout, stderr, tty } }))
    }

    async fn attach(&self, request: api::AttachRequest) -> Result<String, CriError> {
        let none = || CriError::new("Attach", Kind::NotFound, "the container runs no process");
        let process = self.running(&request.container_id).ok_or_else(none)?;
        let api::AttachRequest { stdin, tty, stdout, stderr, .. } = request;
        Ok(self.ask(Asked::Attach { process, options: Options { stdin, stdout, stderr, tty } }))
    }

    async fn port_forward(&self, _: api::PortForwardRequest) -> Result<String, CriError> {
        Ok(self.ask(Asked::Forward))
    }

    // What follows is the records' own.

    async fn version(&self) -> Result<api::VersionResponse, CriError> {
        self.records.version().await
    }

    async fn status(&self) -> Result<api::StatusResponse, CriError> {
        self.records.status().await
    }

    async fn update_pod_cidrs(&self, cidrs: &str) -> Result<(), CriError> {
        self.records.update_pod_cidrs(cidrs).await
    }

    async fn run_pod_sandbox(&self, config: api::PodSandboxConfig, handler: &str) -> Result<String, CriError> {
        self.records.run_pod_sandbox(config, handler).await
    }

    async fn remove_pod_sandbox(&self, id: &str) -> Result<(), CriError> {
        self.records.remove_pod_sandbox(id).await
    }

    async fn pod_sandbox_status(&self, id: &str) -> Result<api::PodSandboxStatus, CriError> {
        self.records.pod_sandbox_status(id).await
    }

    async fn list_pod_sandboxes(&self, labels: &[(&str, &str)]) -> Result<Vec<api::PodSandbox>, CriError> {
        self.records.list_pod_sandboxes(labels).await
    }

    async fn list_containers(&self, labels: &[(&str, &str)]) -> Result<Vec<api::Container>, CriError> {
        self.records.list_containers(labels).await
    }

    async fn container_status(&self, id: &str) -> Result<api::ContainerStatus, CriError> {
        self.records.container_status(id).await
    }

    async fn update_container_resources(&self, id: &str, linux: api::LinuxContainerResources) -> Result<(), CriError> {
        self.records.update_container_resources(id, linux).await
    }

    async fn reopen_container_log(&self, id: &str) -> Result<(), CriError> {
        self.records.reopen_container_log(id).await
    }

    async fn list_container_stats(&self) -> Result<Vec<api::ContainerStats>, CriError> {
        self.records.list_container_stats().await
    }

    async fn list_pod_sandbox_stats(&self) -> Result<Vec<api::PodSandboxStats>, CriError> {
        self.records.list_pod_sandbox_stats().await
    }

    async fn events(&self) -> Result<Events, CriError> {
        self.records.events().await
    }

    async fn list_images(&self) -> Result<Vec<api::Image>, CriError> {
        self.records.list_images().await
    }

    async fn image_status(&self, image: &api::ImageSpec) -> Result<Option<api::Image>, CriError> {
        self.records.image_status(image).await
    }

    async fn pull_image(
        &self,
        image: &api::ImageSpec,
        auth: Option<&PullAuth>,
        sandbox: Option<api::PodSandboxConfig>,
    ) -> Result<String, CriError> {
        self.records.pull_image(image, auth, sandbox).await
    }

    async fn remove_image(&self, image: &api::ImageSpec) -> Result<(), CriError> {
        self.records.remove_image(image).await
    }

    async fn image_fs_info(&self) -> Result<api::ImageFsInfoResponse, CriError> {
        self.records.image_fs_info().await
    }

    async fn import(&self, archive: &Path) -> Result<Vec<Imported>, ImportError> {
        self.records.import(archive).await
    }

    async fn mount_image(&self, image: &str, key: &str) -> Result<Vec<ImageMount>, CriError> {
        self.records.mount_image(image, key).await
    }

    async fn unmount_image(&self, key: &str) -> Result<(), CriError> {
        self.records.unmount_image(key).await
    }
}
