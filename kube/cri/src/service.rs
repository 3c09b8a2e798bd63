//! The trait: every question the kubelet has for a container runtime, each with a deadline of its own.
//!
//! Two implementations: [`crate::Containerd`] and, for tests and hollow nodes, `FakeCri`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use async_trait::async_trait;
use futures::stream::BoxStream;

use crate::api;
use crate::error::CriError;
use crate::import::{ImportError, Imported};

/// Container events as the runtime sends them; ends when the runtime goes away.
pub type Events = BoxStream<'static, Result<api::ContainerEventResponse, CriError>>;

/// What a command in a container wrote and how it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExecOutput {
    pub exit_code: i32,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

/// One credential for one pull.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PullAuth {
    pub username: String,
    pub password: String,
    pub auth: String,
    pub server_address: String,
    pub identity_token: String,
    pub registry_token: String,
}

impl std::fmt::Debug for PullAuth {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("PullAuth")
            .field("server_address", &self.server_address)
            .field("username", &self.username)
            .finish_non_exhaustive()
    }
}

/// How an image's files can be mounted read-only, for image volumes on a runtime that has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageMount {
    pub kind: String,
    pub source: PathBuf,
    pub options: Vec<String>,
}

/// A container runtime.
#[async_trait]
pub trait Cri: Send + Sync + 'static {
    async fn version(&self) -> Result<api::VersionResponse, CriError>;
    /// Conditions (`RuntimeReady`, `NetworkReady`), runtime handlers and features.
    async fn status(&self) -> Result<api::StatusResponse, CriError>;
    /// Tells the runtime this node's pod ranges.
    async fn update_pod_cidrs(&self, cidrs: &str) -> Result<(), CriError>;

    async fn run_pod_sandbox(&self, config: api::PodSandboxConfig, runtime_handler: &str) -> Result<String, CriError>;
    async fn stop_pod_sandbox(&self, id: &str) -> Result<(), CriError>;
    async fn remove_pod_sandbox(&self, id: &str) -> Result<(), CriError>;
    async fn pod_sandbox_status(&self, id: &str) -> Result<api::PodSandboxStatus, CriError>;
    /// Those that carry all of `labels`.
    async fn list_pod_sandboxes(&self, labels: &[(&str, &str)]) -> Result<Vec<api::PodSandbox>, CriError>;

    async fn create_container(
        &self,
        sandbox: &str,
        config: api::ContainerConfig,
        sandbox_config: api::PodSandboxConfig,
    ) -> Result<String, CriError>;
    async fn start_container(&self, id: &str) -> Result<(), CriError>;
    /// Returns when the container has ended: SIGTERM (or its stop signal), `grace`, SIGKILL.
    async fn stop_container(&self, id: &str, grace: Duration) -> Result<(), CriError>;
    async fn remove_container(&self, id: &str) -> Result<(), CriError>;
    /// Those that carry all of `labels`.
    async fn list_containers(&self, labels: &[(&str, &str)]) -> Result<Vec<api::Container>, CriError>;
    async fn container_status(&self, id: &str) -> Result<api::ContainerStatus, CriError>;
    async fn update_container_resources(&self, id: &str, linux: api::LinuxContainerResources) -> Result<(), CriError>;
    async fn reopen_container_log(&self, id: &str) -> Result<(), CriError>;

    async fn exec_sync(&self, id: &str, command: &[String], within: Duration) -> Result<ExecOutput, CriError>;
    /// Where a client of CRI's streaming protocol connects to, for each of the three.
    async fn exec(&self, request: api::ExecRequest) -> Result<String, CriError>;
    async fn attach(&self, request: api::AttachRequest) -> Result<String, CriError>;
    async fn port_forward(&self, request: api::PortForwardRequest) -> Result<String, CriError>;

    async fn list_container_stats(&self) -> Result<Vec<api::ContainerStats>, CriError>;
    async fn list_pod_sandbox_stats(&self) -> Result<Vec<api::PodSandboxStats>, CriError>;

    /// Events from now on. `Kind::Unimplemented` when the runtime has none: relisting is then all there is.
    async fn events(&self) -> Result<Events, CriError>;

    async fn list_images(&self) -> Result<Vec<api::Image>, CriError>;
    /// `None` when the runtime does not have the image.
    async fn image_status(&self, image: &api::ImageSpec) -> Result<Option<api::Image>, CriError>;
    /// Returns the reference the image is then known by (its id with containerd).
    async fn pull_image(
        &self,
        image: &api::ImageSpec,
        auth: Option<&PullAuth>,
        sandbox: Option<api::PodSandboxConfig>,
    ) -> Result<String, CriError>;
    async fn remove_image(&self, image: &api::ImageSpec) -> Result<(), CriError>;
    async fn image_fs_info(&self) -> Result<api::ImageFsInfoResponse, CriError>;

    /// Brings an OCI or docker archive in and pins its images, so that image collection leaves them alone.
    async fn import(&self, archive: &Path) -> Result<Vec<Imported>, ImportError>;
    /// A read-only view of an image's files under `key`, to be given back by [`Cri::unmount_image`].
    async fn mount_image(&self, image: &str, key: &str) -> Result<Vec<ImageMount>, CriError>;
    async fn unmount_image(&self, key: &str) -> Result<(), CriError>;
}
