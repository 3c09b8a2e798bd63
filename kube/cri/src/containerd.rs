//! The trait over a unix socket: CRI v1 for pods and images, containerd's own services for what CRI lacks.
//!
//! Every call has a deadline, carried to the runtime and kept on this side too. Nothing is retried here: the caller's
//! next round is the retry.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use async_trait::async_trait;
use futures::StreamExt;
use hyper_util::rt::TokioIo;
use machined_base::Clock;
use tokio::net::UnixStream;
use tonic::metadata::MetadataValue;
use tonic::transport::{Channel, Endpoint, Uri};
use tonic::{Request, Response, Status};

use crate::api::image_service_client::ImageServiceClient;
use crate::api::runtime_service_client::RuntimeServiceClient;
use crate::api::{self};
use crate::error::{CriError, Kind};
use crate::import::{Archive, ImportError, Imported};
use crate::native::services::snapshots::v1 as snapshots;
use crate::native::types::Mount;
use crate::service::{Cri, Events, ExecOutput, ImageMount, PullAuth};

/// What a call may take when nothing says otherwise (as upstream's runtimeRequestTimeout).
const CALL: Duration = Duration::from_secs(120);
/// Questions that touch no container.
const QUICK: Duration = Duration::from_secs(10);
/// A pull ends by its own progress or not at all; this is the net under it.
const PULL: Duration = Duration::from_secs(3600);
/// Upstream's limit; a node full of pods exceeds the four megabytes of gRPC.
const MESSAGE_MAX: usize = 16 << 20;
const NAMESPACE: &str = "k8s.io";
const SNAPSHOTTER: &str = "overlayfs";

/// A containerd (or any CRI v1 runtime) behind its socket.
#[derive(Clone, Debug)]
pub struct Containerd {
    channel: Channel,
    runtime: RuntimeServiceClient<Channel>,
    images: ImageServiceClient<Channel>,
    clock: Clock,
}

impl Containerd {
    /// Does not connect yet: the runtime may come up later, and each call connects when it must.
    pub fn new(socket: impl Into<PathBuf>, clock: Clock) -> Self {
        let socket: PathBuf = socket.into();
        let channel = Endpoint::from_static("http://runtime.invalid")
            .connect_timeout(QUICK)
            .connect_with_connector_lazy(tower::service_fn(move |_: Uri| {
                let socket = socket.clone();
                async move { UnixStream::connect(socket).await.map(TokioIo::new) }
            }));
        Self {
            runtime: RuntimeServiceClient::new(channel.clone()).max_decoding_message_size(MESSAGE_MAX),
            images: ImageServiceClient::new(channel.clone()).max_decoding_message_size(MESSAGE_MAX),
            channel,
            clock,
        }
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }

    pub(crate) fn channel(&self) -> Channel {
        self.channel.clone()
    }
}

/// A request with a deadline.
fn within<T>(message: T, limit: Duration) -> Request<T> {
    let mut request = Request::new(message);
    request.set_timeout(limit);
    request
}

/// A request to one of containerd's own services, in Kubernetes' namespace.
pub(crate) fn native<T>(message: T, limit: Duration) -> Request<T> {
    let mut request = within(message, limit);
    request.metadata_mut().insert("containerd-namespace", MetadataValue::from_static(NAMESPACE));
    request
}

fn answer<T>(call: &'static str, got: Result<Response<T>, Status>) -> Result<T, CriError> {
    got.map(Response::into_inner).map_err(|status| CriError::from_status(call, &status))
}

/// A call whose object may already be gone.
fn gone_is_fine<T>(call: &'static str, got: Result<Response<T>, Status>) -> Result<(), CriError> {
    match answer(call, got) {
        Ok(_) => Ok(()),
        Err(err) if err.is_not_found() => Ok(()),
        Err(err) => Err(err),
    }
}

fn selector(labels: &[(&str, &str)]) -> BTreeMap<String, String> {
    labels.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn missing(call: &'static str) -> CriError {
    CriError::new(call, Kind::Other, "the runtime's answer is empty")
}

#[async_trait]
impl Cri for Containerd {
    async fn version(&self) -> Result<api::VersionResponse, CriError> {
        let request = within(api::VersionRequest { version: "v1".into() }, QUICK);
        answer("Version", self.runtime.clone().version(request).await)
    }

    async fn status(&self) -> Result<api::StatusResponse, CriError> {
        answer("Status", self.runtime.clone().status(within(api::StatusRequest { verbose: false }, QUICK)).await)
    }

    async fn update_pod_cidrs(&self, cidrs: &str) -> Result<(), CriError> {
        let network_config = Some(api::NetworkConfig { pod_cidr: cidrs.to_owned() });
        let request = api::UpdateRuntimeConfigRequest { runtime_config: Some(api::RuntimeConfig { network_config }) };
        answer("UpdateRuntimeConfig", self.runtime.clone().update_runtime_config(within(request, QUICK)).await)
            .map(|_| ())
    }

    async fn run_pod_sandbox(&self, config: api::PodSandboxConfig, runtime_handler: &str) -> Result<String, CriError> {
        let request = api::RunPodSandboxRequest { config: Some(config), runtime_handler: runtime_handler.to_owned() };
        // Twice the usual limit, as upstream: this call waits for the network plugin.
        let got = self.runtime.clone().run_pod_sandbox(within(request, CALL * 2)).await;
        Ok(answer("RunPodSandbox", got)?.pod_sandbox_id)
    }

    async fn stop_pod_sandbox(&self, id: &str) -> Result<(), CriError> {
        let request = api::StopPodSandboxRequest { pod_sandbox_id: id.to_owned() };
        gone_is_fine("StopPodSandbox", self.runtime.clone().stop_pod_sandbox(within(request, CALL)).await)
    }

    async fn remove_pod_sandbox(&self, id: &str) -> Result<(), CriError> {
        let request = api::RemovePodSandboxRequest { pod_sandbox_id: id.to_owned() };
        gone_is_fine("RemovePodSandbox", self.runtime.clone().remove_pod_sandbox(within(request, CALL)).await)
    }

    async fn pod_sandbox_status(&self, id: &str) -> Result<api::PodSandboxStatus, CriError> {
        let request = api::PodSandboxStatusRequest { pod_sandbox_id: id.to_owned(), verbose: false };
        let got = self.runtime.clone().pod_sandbox_status(within(request, QUICK)).await;
        answer("PodSandboxStatus", got)?.status.ok_or_else(|| missing("PodSandboxStatus"))
    }

    async fn list_pod_sandboxes(&self, labels: &[(&str, &str)]) -> Result<Vec<api::PodSandbox>, CriError> {
        let filter = api::PodSandboxFilter { label_selector: selector(labels), ..Default::default() };
        let request = api::ListPodSandboxRequest { filter: Some(filter) };
        Ok(answer("ListPodSandbox", self.runtime.clone().list_pod_sandbox(within(request, QUICK)).await)?.items)
    }

    async fn create_container(
        &self,
        sandbox: &str,
        config: api::ContainerConfig,
        sandbox_config: api::PodSandboxConfig,
    ) -> Result<String, CriError> {
        let request = api::CreateContainerRequest {
            pod_sandbox_id: sandbox.to_owned(),
            config: Some(config),
            sandbox_config: Some(sandbox_config),
        };
        Ok(answer("CreateContainer", self.runtime.clone().create_container(within(request, CALL)).await)?.container_id)
    }

    async fn start_container(&self, id: &str) -> Result<(), CriError> {
        let request = api::StartContainerRequest { container_id: id.to_owned() };
        answer("StartContainer", self.runtime.clone().start_container(within(request, CALL)).await).map(|_| ())
    }

    async fn stop_container(&self, id: &str, grace: Duration) -> Result<(), CriError> {
        let timeout = i64::try_from(grace.as_secs()).unwrap_or(i64::MAX);
        let request = api::StopContainerRequest { container_id: id.to_owned(), timeout };
        gone_is_fine(
            "StopContainer",
            self.runtime.clone().stop_container(within(request, grace.saturating_add(CALL))).await,
        )
    }

    async fn remove_container(&self, id: &str) -> Result<(), CriError> {
        let request = api::RemoveContainerRequest { container_id: id.to_owned() };
        gone_is_fine("RemoveContainer", self.runtime.clone().remove_container(within(request, CALL)).await)
    }

    async fn list_containers(&self, labels: &[(&str, &str)]) -> Result<Vec<api::Container>, CriError> {
        let filter = api::ContainerFilter { label_selector: selector(labels), ..Default::default() };
        let request = api::ListContainersRequest { filter: Some(filter) };
        Ok(answer("ListContainers", self.runtime.clone().list_containers(within(request, QUICK)).await)?.containers)
    }

    async fn container_status(&self, id: &str) -> Result<api::ContainerStatus, CriError> {
        let request = api::ContainerStatusRequest { container_id: id.to_owned(), verbose: false };
        let got = self.runtime.clone().container_status(within(request, QUICK)).await;
        answer("ContainerStatus", got)?.status.ok_or_else(|| missing("ContainerStatus"))
    }

    async fn update_container_resources(&self, id: &str, linux: api::LinuxContainerResources) -> Result<(), CriError> {
        let request = api::UpdateContainerResourcesRequest {
            container_id: id.to_owned(),
            linux: Some(linux),
            ..Default::default()
        };
        let got = self.runtime.clone().update_container_resources(within(request, CALL)).await;
        answer("UpdateContainerResources", got).map(|_| ())
    }

    async fn reopen_container_log(&self, id: &str) -> Result<(), CriError> {
        let request = api::ReopenContainerLogRequest { container_id: id.to_owned() };
        answer("ReopenContainerLog", self.runtime.clone().reopen_container_log(within(request, QUICK)).await)
            .map(|_| ())
    }

    async fn exec_sync(&self, id: &str, command: &[String], limit: Duration) -> Result<ExecOutput, CriError> {
        let timeout = i64::try_from(limit.as_secs()).unwrap_or(i64::MAX);
        let request = api::ExecSyncRequest { container_id: id.to_owned(), cmd: command.to_vec(), timeout };
        let limit = if limit.is_zero() { CALL * 5 } else { limit.saturating_add(CALL) };
        let got = answer("ExecSync", self.runtime.clone().exec_sync(within(request, limit)).await)?;
        Ok(ExecOutput { exit_code: got.exit_code, stdout: got.stdout.to_vec(), stderr: got.stderr.to_vec() })
    }

    async fn exec(&self, request: api::ExecRequest) -> Result<String, CriError> {
        Ok(answer("Exec", self.runtime.clone().exec(within(request, QUICK)).await)?.url)
    }

    async fn attach(&self, request: api::AttachRequest) -> Result<String, CriError> {
        Ok(answer("Attach", self.runtime.clone().attach(within(request, QUICK)).await)?.url)
    }

    async fn port_forward(&self, request: api::PortForwardRequest) -> Result<String, CriError> {
        Ok(answer("PortForward", self.runtime.clone().port_forward(within(request, QUICK)).await)?.url)
    }

    async fn list_container_stats(&self) -> Result<Vec<api::ContainerStats>, CriError> {
        let request = api::ListContainerStatsRequest { filter: None };
        Ok(answer("ListContainerStats", self.runtime.clone().list_container_stats(within(request, QUICK)).await)?.stats)
    }

    async fn list_pod_sandbox_stats(&self) -> Result<Vec<api::PodSandboxStats>, CriError> {
        let request = api::ListPodSandboxStatsRequest { filter: None };
        Ok(answer("ListPodSandboxStats", self.runtime.clone().list_pod_sandbox_stats(within(request, QUICK)).await)?
            .stats)
    }

    async fn events(&self) -> Result<Events, CriError> {
        // No deadline: the stream lives as long as the runtime.
        let stream = answer(
            "GetContainerEvents",
            self.runtime.clone().get_container_events(Request::new(api::GetEventsRequest {})).await,
        )?;
        Ok(stream.map(|item| item.map_err(|status| CriError::from_status("GetContainerEvents", &status))).boxed())
    }

    async fn list_images(&self) -> Result<Vec<api::Image>, CriError> {
        let request = api::ListImagesRequest { filter: None };
        Ok(answer("ListImages", self.images.clone().list_images(within(request, QUICK)).await)?.images)
    }

    async fn image_status(&self, image: &api::ImageSpec) -> Result<Option<api::Image>, CriError> {
        let request = api::ImageStatusRequest { image: Some(image.clone()), verbose: false };
        Ok(answer("ImageStatus", self.images.clone().image_status(within(request, QUICK)).await)?.image)
    }

    async fn pull_image(
        &self,
        image: &api::ImageSpec,
        auth: Option<&PullAuth>,
        sandbox: Option<api::PodSandboxConfig>,
    ) -> Result<String, CriError> {
        let auth = auth.map(|auth| api::AuthConfig {
            username: auth.username.clone(),
            password: auth.password.clone(),
            auth: auth.auth.clone(),
            server_address: auth.server_address.clone(),
            identity_token: auth.identity_token.clone(),
            registry_token: auth.registry_token.clone(),
        });
        let request = api::PullImageRequest { image: Some(image.clone()), auth, sandbox_config: sandbox };
        Ok(answer("PullImage", self.images.clone().pull_image(within(request, PULL)).await)?.image_ref)
    }

    async fn remove_image(&self, image: &api::ImageSpec) -> Result<(), CriError> {
        let request = api::RemoveImageRequest { image: Some(image.clone()) };
        gone_is_fine("RemoveImage", self.images.clone().remove_image(within(request, CALL)).await)
    }

    async fn image_fs_info(&self) -> Result<api::ImageFsInfoResponse, CriError> {
        answer("ImageFsInfo", self.images.clone().image_fs_info(within(api::ImageFsInfoRequest {}, QUICK)).await)
    }

    async fn import(&self, archive: &Path) -> Result<Vec<Imported>, ImportError> {
        Archive::open(archive).await?.send(self).await
    }

    async fn mount_image(&self, image: &str, key: &str) -> Result<Vec<ImageMount>, CriError> {
        let spec = Some(api::ImageSpec { image: image.to_owned(), ..Default::default() });
        let request = api::ImageStatusRequest { image: spec, verbose: true };
        let got = answer("ImageStatus", self.images.clone().image_status(within(request, QUICK)).await)?;
        let info: VerboseInfo =
            got.info.get("info").and_then(|text| serde_json::from_str(text).ok()).ok_or_else(|| {
                CriError::new("ImageStatus", Kind::NotFound, format!("image {image:?} has no chain id"))
            })?;
        let client = || snapshots::snapshots_client::SnapshotsClient::new(self.channel());
        let request = snapshots::ViewSnapshotRequest {
            snapshotter: SNAPSHOTTER.into(),
            key: key.to_owned(),
            parent: info.chain_id,
            labels: [("containerd.io/gc.root".to_owned(), String::new())].into(),
        };
        let mounts = match answer("View", client().view(native(request, QUICK)).await) {
            Ok(view) => view.mounts,
            // A kubelet that was killed between this call and the mount finds its own view again.
            Err(err) if err.kind == Kind::AlreadyExists => {
                let request = snapshots::MountsRequest { snapshotter: SNAPSHOTTER.into(), key: key.to_owned() };
                answer("Mounts", client().mounts(native(request, QUICK)).await)?.mounts
            }
            Err(err) => return Err(err),
        };
        Ok(mounts.into_iter().map(image_mount).collect())
    }

    async fn unmount_image(&self, key: &str) -> Result<(), CriError> {
        let request = snapshots::RemoveSnapshotRequest { snapshotter: SNAPSHOTTER.into(), key: key.to_owned() };
        let mut client = snapshots::snapshots_client::SnapshotsClient::new(self.channel());
        gone_is_fine("Remove", client.remove(native(request, CALL)).await)
    }
}

/// What containerd tells beyond CRI about an image.
#[derive(serde::Deserialize)]
struct VerboseInfo {
    #[serde(rename = "chainID")]
    chain_id: String,
}

fn image_mount(mount: Mount) -> ImageMount {
    ImageMount { kind: mount.r#type, source: mount.source.into(), options: mount.options }
}
