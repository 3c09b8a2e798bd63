//! The calls of the machine API, one short method each.

use std::pin::Pin;
use std::time::Duration;

use apid_proto::machine as pb;
use apid_proto::machine::machine_server::Machine as MachineRpc;
use futures::{Stream, StreamExt, stream};
use machined_config::{Config, Role};
use machined_controllers::cluster::{Credentials, render_kubeconfig};
use machined_pki::kubernetes::{PERSON_LIFE, admin};
use machined_pki::{Authority, Identity, PkiError};
use machined_resources::{ActiveConfig, DiskStatus, HostnameStatus, ServiceStatus, TYPES};
use machined_sequencer::{ApplyError, BootstrapError, End, EndError, Mode};
use machined_sys::procfs;
use tonic::{Request, Response, Status, Streaming};

use crate::caller::audit;
use crate::{Machine, difference, image, kernel, service_logs, show};

type Answer<T> = Result<Response<T>, Status>;
type Items<T> = Pin<Box<dyn Stream<Item = Result<T, Status>> + Send>>;

const ADMIN: &str = "kubernetes-admin";
/// As long as an authority of ours lives at most.
const LIFE_MAX: Duration = Duration::from_secs(10 * 365 * 24 * 3600);

pub(crate) struct MachineService(pub(crate) Machine);

fn failed(err: impl std::fmt::Display) -> Status {
    Status::internal(err.to_string())
}

#[tonic::async_trait]
impl MachineRpc for MachineService {
    type LogsStream = Items<pb::LogsResponse>;
    type DmesgStream = Items<pb::DmesgResponse>;
    type EventsStream = Items<pb::EventsResponse>;

    async fn version(&self, _: Request<pb::VersionRequest>) -> Answer<pb::VersionResponse> {
        let boot = self.0.platform.boot().map_err(failed)?;
        Ok(Response::new(pb::VersionResponse {
            version: self.0.version.to_owned(),
            kernel: procfs::kernel_release().map_err(failed)?,
            kubernetes: self.0.kubernetes.to_owned(),
            hostname: self.0.context.store.only::<HostnameStatus>().map(|host| host.name).unwrap_or_default(),
            platform: self.0.platform.name().to_owned(),
            slot: boot.slot.unwrap_or_default(),
            architecture: std::env::consts::ARCH.to_owned(),
            stage: self.0.sequencer.stage().name().to_owned(),
        }))
    }

    async fn apply_configuration(
        &self,
        request: Request<pb::ApplyConfigurationRequest>,
    ) -> Answer<pb::ApplyConfigurationResponse> {
        use pb::apply_configuration_request::Mode as Wire;
        let asked = request.get_ref();
        let mode = match (asked.dry_run, asked.mode()) {
            (true, _) => Mode::DryRun,
            (false, Wire::Staged) => Mode::Staged,
            (false, Wire::Now | Wire::Unspecified) => Mode::Now,
        };
        audit(&self.0.context, &request, &format!("applies a configuration, {mode:?}"));
        match self.0.sequencer.apply(&request.get_ref().text, mode).await {
            Ok(applied) => {
                let before = applied.before.as_ref().map(|config| config.text().expose().clone()).unwrap_or_default();
                Ok(Response::new(pb::ApplyConfigurationResponse {
                    faults: Vec::new(),
                    difference: difference::difference(&before, applied.next.text().expose()),
                    needs_reboot: applied.needs_reboot,
                }))
            }
            Err(ApplyError::Faults(faults)) => {
                let faults = faults.into_iter().map(|fault| pb::Fault {
                    line: u32::try_from(fault.line).unwrap_or_default(),
                    field: fault.field,
                    message: fault.message,
                });
                let faults = faults.collect();
                Ok(Response::new(pb::ApplyConfigurationResponse { faults, ..Default::default() }))
            }
            Err(err @ (ApplyError::GoingDown | ApplyError::NoState)) => Err(Status::unavailable(err.to_string())),
            Err(err @ ApplyError::Kept(_)) => Err(failed(err)),
        }
    }

    async fn configuration(&self, request: Request<pb::ConfigurationRequest>) -> Answer<pb::ConfigurationResponse> {
        audit(&self.0.context, &request, "reads the configuration with its secrets");
        let text = self.config()?.text().expose().clone();
        Ok(Response::new(pb::ConfigurationResponse { text }))
    }

    async fn bootstrap(&self, request: Request<pb::BootstrapRequest>) -> Answer<pb::BootstrapResponse> {
        audit(&self.0.context, &request, "bootstraps the cluster");
        match self.0.sequencer.bootstrap().await {
            Ok(()) => Ok(Response::new(pb::BootstrapResponse {})),
            Err(err @ BootstrapError::Again) => Err(Status::already_exists(err.to_string())),
            Err(err @ BootstrapError::Kept(_)) => Err(failed(err)),
            Err(err) => Err(Status::failed_precondition(err.to_string())),
        }
    }

    async fn reboot(&self, request: Request<pb::RebootRequest>) -> Answer<pb::RebootResponse> {
        audit(&self.0.context, &request, "reboots the machine");
        self.0.sequencer.end(End::Reboot).map_err(ending)?;
        Ok(Response::new(pb::RebootResponse {}))
    }

    async fn shutdown(&self, request: Request<pb::ShutdownRequest>) -> Answer<pb::ShutdownResponse> {
        audit(&self.0.context, &request, "shuts the machine down");
        self.0.sequencer.end(End::PowerOff).map_err(ending)?;
        Ok(Response::new(pb::ShutdownResponse {}))
    }

    async fn reset(&self, request: Request<pb::ResetRequest>) -> Answer<pb::ResetResponse> {
        audit(&self.0.context, &request, "resets the machine");
        let how = if request.get_ref().reboot { End::Reboot } else { End::PowerOff };
        self.0.sequencer.reset(how).await.map_err(ending)?;
        Ok(Response::new(pb::ResetResponse {}))
    }

    async fn kubeconfig(&self, request: Request<pb::KubeconfigRequest>) -> Answer<pb::KubeconfigResponse> {
        let asked = request.get_ref();
        let name = if asked.name.is_empty() { ADMIN.to_owned() } else { asked.name.clone() };
        let life = life(asked.life_seconds)?;
        audit(&self.0.context, &request, &format!("takes a kubeconfig as {name:?}"));
        let config = self.control_plane()?;
        let issue = || -> Result<String, PkiError> {
            let root = &config.secrets.kubernetes;
            let key = root.key.as_ref().map(|key| key.expose().as_str()).unwrap_or_default();
            let leaf =
                Authority::from_pem(&root.certificate, key)?.issue(&admin(&name, life), self.0.context.clock.now())?;
            let credentials = Credentials::Inline { certificate: &leaf.certificate_pem, key: leaf.key.pem() };
            let server = config.cluster.endpoint.to_string();
            Ok(render_kubeconfig(&config.cluster.name, &server, &root.certificate, &name, credentials))
        };
        Ok(Response::new(pb::KubeconfigResponse { kubeconfig: issue().map_err(failed)? }))
    }

    async fn issue_credentials(
        &self,
        request: Request<pb::IssueCredentialsRequest>,
    ) -> Answer<pb::IssueCredentialsResponse> {
        let asked = request.get_ref();
        let roles: Result<Vec<_>, _> = asked.roles.iter().map(|role| role.parse()).collect();
        let roles = roles.map_err(|err| Status::invalid_argument(format!("{err}")))?;
        if asked.name.is_empty() || roles.is_empty() {
            return Err(Status::invalid_argument("a name and at least one role are needed"));
        }
        let identity = Identity { name: asked.name.clone(), roles };
        let life = life(asked.life_seconds)?;
        audit(
            &self.0.context,
            &request,
            &format!("issues credentials for {:?} as {:?}", identity.name, identity.roles),
        );
        let config = self.control_plane()?;
        let root = &config.secrets.machine;
        let key = root.key.as_ref().map(|key| key.expose().as_str()).unwrap_or_default();
        let issued = Authority::from_pem(&root.certificate, key)
            .and_then(|authority| authority.issue(&identity.request(life), self.0.context.clock.now()));
        let leaf = issued.map_err(failed)?;
        Ok(Response::new(pb::IssueCredentialsResponse {
            authority: root.certificate.clone(),
            certificate: leaf.certificate_pem,
            key: leaf.key.pem().to_owned(),
        }))
    }

    async fn services(&self, _: Request<pb::ServicesRequest>) -> Answer<pb::ServicesResponse> {
        let services = self.0.context.store.list::<ServiceStatus>();
        let services = services.into_iter().map(|(id, status)| show::service(id, status)).collect();
        Ok(Response::new(pb::ServicesResponse { services }))
    }

    async fn restart_service(&self, request: Request<pb::RestartServiceRequest>) -> Answer<pb::RestartServiceResponse> {
        audit(&self.0.context, &request, &format!("restarts service {:?}", request.get_ref().id));
        let restarted = self.0.services.restart(&request.get_ref().id);
        restarted.map_err(|err| Status::not_found(err.to_string()))?;
        Ok(Response::new(pb::RestartServiceResponse {}))
    }

    async fn logs(&self, request: Request<pb::LogsRequest>) -> Answer<Self::LogsStream> {
        let lines = service_logs::lines(&self.0.tasks, self.0.services.logs(), request.get_ref())?;
        Ok(Response::new(Box::pin(lines)))
    }

    async fn dmesg(&self, request: Request<pb::DmesgRequest>) -> Answer<Self::DmesgStream> {
        Ok(Response::new(Box::pin(kernel::messages(&self.0.tasks, request.get_ref())?)))
    }

    async fn events(&self, request: Request<pb::EventsRequest>) -> Answer<Self::EventsStream> {
        let asked = request.get_ref();
        let (past, follower) = self.0.context.events.follow(usize::try_from(asked.tail).unwrap_or(usize::MAX));
        let past = stream::iter(past).map(|event| Ok(event_shown(event)));
        if !asked.follow {
            return Ok(Response::new(Box::pin(past)));
        }
        let coming = stream::unfold(follower, |mut follower| async move {
            let event = follower.next().await;
            Some((Ok(event_shown(event)), follower))
        });
        let shutdown = self.0.tasks.shutdown().requested_owned();
        Ok(Response::new(Box::pin(past.chain(coming).take_until(shutdown))))
    }

    async fn processes(&self, _: Request<pb::ProcessesRequest>) -> Answer<pb::ProcessesResponse> {
        // Page tables are walked for it: on a thread that may take its time.
        let processes = tokio::task::spawn_blocking(procfs::processes).await.map_err(failed)?.map_err(failed)?;
        Ok(Response::new(pb::ProcessesResponse { processes: processes.into_iter().map(show::process).collect() }))
    }

    async fn memory(&self, _: Request<pb::MemoryRequest>) -> Answer<pb::MemoryResponse> {
        Ok(Response::new(show::memory(procfs::memory().map_err(failed)?)))
    }

    async fn disks(&self, _: Request<pb::DisksRequest>) -> Answer<pb::DisksResponse> {
        let disks = self.0.context.store.list::<DiskStatus>();
        Ok(Response::new(pb::DisksResponse { disks: disks.into_iter().map(|(_, disk)| show::disk(disk)).collect() }))
    }

    async fn links(&self, _: Request<pb::LinksRequest>) -> Answer<pb::LinksResponse> {
        Ok(Response::new(pb::LinksResponse { links: show::links(&self.0.context.store) }))
    }

    async fn resources(&self, request: Request<pb::ResourcesRequest>) -> Answer<pb::ResourcesResponse> {
        let asked = request.get_ref();
        if asked.r#type.is_empty() {
            let listed = TYPES.iter().map(|(name, about)| pb::Resource {
                r#type: "types".to_owned(),
                id: (*name).to_owned(),
                fields: vec![pb::Field { name: "about".to_owned(), value: (*about).to_owned() }],
                ..Default::default()
            });
            return Ok(Response::new(pb::ResourcesResponse { resources: listed.collect() }));
        }
        if !TYPES.iter().any(|(name, _)| *name == asked.r#type) {
            return Err(Status::not_found(format!("there is no type {:?}; ask without one for a list", asked.r#type)));
        }
        let shown = self.0.context.store.show(&asked.r#type, &asked.id);
        if shown.is_empty() && !asked.id.is_empty() {
            return Err(Status::not_found(format!("there is no {:?} among {}", asked.id, asked.r#type)));
        }
        Ok(Response::new(pb::ResourcesResponse { resources: shown.into_iter().map(show::resource).collect() }))
    }

    async fn health(&self, _: Request<pb::HealthRequest>) -> Answer<pb::HealthResponse> {
        let checks = crate::health::checks(&self.0.context.store);
        Ok(Response::new(pb::HealthResponse { healthy: checks.iter().all(|check| check.passed), checks }))
    }

    async fn import_image(
        &self,
        request: Request<Streaming<pb::ImportImageRequest>>,
    ) -> Answer<pb::ImportImageResponse> {
        audit(&self.0.context, &request, "imports images");
        Ok(Response::new(image::import(&self.0, request.into_inner()).await?))
    }
}

impl MachineService {
    fn config(&self) -> Result<std::sync::Arc<Config>, Status> {
        let config = self.0.context.store.only::<ActiveConfig>();
        config.map(|config| config.0).ok_or_else(|| Status::failed_precondition("the machine has no configuration yet"))
    }

    /// The configuration of a machine that holds the authorities.
    fn control_plane(&self) -> Result<std::sync::Arc<Config>, Status> {
        let config = self.config()?;
        if config.machine.role != Role::ControlPlane {
            return Err(Status::failed_precondition("this is a worker; ask a control-plane machine"));
        }
        Ok(config)
    }
}

fn life(seconds: u64) -> Result<Duration, Status> {
    match Duration::from_secs(seconds) {
        Duration::ZERO => Ok(PERSON_LIFE),
        life if life <= LIFE_MAX => Ok(life),
        _ => Err(Status::invalid_argument("the life is longer than that of the authority")),
    }
}

fn ending(err: EndError) -> Status {
    match err {
        EndError::Already => Status::failed_precondition(err.to_string()),
        EndError::Kept(_) => failed(err),
    }
}

fn event_shown(event: machined_runtime::Event) -> pb::EventsResponse {
    pb::EventsResponse {
        id: event.id,
        seconds: event.at.as_second(),
        nanoseconds: event.at.subsec_nanosecond(),
        kind: event.kind.to_owned(),
        subject: event.subject,
        message: event.message,
    }
}
