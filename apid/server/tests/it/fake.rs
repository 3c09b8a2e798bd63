//! A machined that says back whom it was told about, and apid before it.

use std::path::Path;
use std::time::Duration;

use apid_client::{ClientError, Machine, Node, Trust};
use apid_proto::front::front_server::{Front, FrontServer};
use apid_proto::front::{State, WatchRequest};
use apid_proto::machine as pb;
use apid_proto::machine::machine_server::{Machine as MachineRpc, MachineServer};
use jiff::Timestamp;
use machined_base::{Clock, Secret, Shutdown, Tasks};
use machined_pki::{Authority, Fingerprint, Identity, Leaf, Role, kubernetes};
use tokio::net::{TcpListener, UnixListener};
use tokio::sync::watch;
use tokio_stream::wrappers::{UnixListenerStream, WatchStream};
use tokio_stream::{Stream, StreamExt};
use tonic::{Request, Response, Status, Streaming};

type Answer<T> = Result<Response<T>, Status>;
type Lines<T> = std::pin::Pin<Box<dyn Stream<Item = Result<T, Status>> + Send>>;

pub(crate) struct Fixture {
    pub(crate) authority: Authority,
    pub(crate) node: Node,
    server: Leaf,
    state: watch::Sender<State>,
    tasks: Tasks,
    _directory: tempfile::TempDir,
}

pub(crate) fn now() -> Timestamp {
    Clock::system().now()
}

impl Fixture {
    pub(crate) async fn start() -> Self {
        let fixture = Self::in_maintenance().await;
        fixture.configure();
        fixture.wait(|fixture| fixture.client("probe", &[Role::Reader])).await;
        fixture
    }

    pub(crate) async fn in_maintenance() -> Self {
        let authority = Authority::create("machine", now(), Duration::from_secs(90_000)).unwrap();
        let server = authority.issue(&kubernetes::machine_api("n1", &kubernetes::Reached::default()), now()).unwrap();
        let state = State {
            certificate: server.certificate_pem.clone(),
            key: server.key.pem().to_owned(),
            client_authority: String::new(),
            maintenance: true,
            denied_serials: Vec::new(),
        };
        let state = watch::Sender::new(state);
        let directory = tempfile::tempdir().unwrap();
        let socket = directory.path().join("machined.sock");
        let tasks = Tasks::new(Clock::system(), Shutdown::new());
        serve(&socket, &tasks, state.subscribe());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let config = apid_server::Config { listener, socket };
        tasks.scoped("apid", apid_server::run(config, Clock::system(), tasks.shutdown().clone()));
        let node = Node { name: "n1".into(), address };
        let fixture = Self { authority, node, server, state, tasks, _directory: directory };
        let trust = Trust::Fingerprint(None);
        fixture.wait(|fixture| apid_client::machine(&fixture.node, &trust)).await;
        fixture
    }

    pub(crate) fn configure(&self) {
        self.state.send_modify(|state| {
            state.maintenance = false;
            state.client_authority = self.authority.certificate_pem().to_owned();
        });
    }

    pub(crate) fn fingerprint(&self) -> Fingerprint {
        self.server.facts().unwrap().fingerprint
    }

    pub(crate) fn trust(&self, leaf: &Leaf) -> Trust {
        let credentials = Some((leaf.certificate_pem.clone(), Secret::new(leaf.key.pem().to_owned())));
        Trust::Authority { authority: self.authority.certificate_pem().to_owned(), credentials }
    }

    pub(crate) async fn client(&self, name: &str, roles: &[Role]) -> Result<Machine, ClientError> {
        let identity = Identity { name: name.into(), roles: roles.to_vec() };
        let leaf = self.authority.issue(&identity.request(Duration::from_secs(3600)), now()).unwrap();
        apid_client::machine(&self.node, &self.trust(&leaf)).await
    }

    pub(crate) async fn stop(&self) {
        assert!(self.tasks.drain(Duration::from_secs(10)).await.is_empty());
    }

    /// Waits until a connection made so also answers a call (that of nobody counts as an answer).
    async fn wait<'a, F>(&'a self, connect: impl Fn(&'a Fixture) -> F)
    where
        F: Future<Output = Result<Machine, ClientError>>,
    {
        machined_base::testing::eventually(Duration::from_secs(20), || async {
            match connect(self).await {
                Ok(mut client) => client.version(pb::VersionRequest {}).await.is_ok(),
                Err(_) => false,
            }
        })
        .await;
    }
}

fn serve(socket: &Path, tasks: &Tasks, state: watch::Receiver<State>) {
    let listener = UnixListener::bind(socket).unwrap();
    let shutdown = tasks.shutdown().clone();
    tasks.scoped("fake machined", async move {
        tonic::transport::Server::builder()
            .add_service(MachineServer::new(Fake))
            .add_service(FrontServer::new(FakeFront(state)))
            .serve_with_incoming_shutdown(UnixListenerStream::new(listener), shutdown.requested_owned())
            .await
    });
}

struct FakeFront(watch::Receiver<State>);

#[tonic::async_trait]
impl Front for FakeFront {
    type WatchStream = Lines<State>;

    async fn watch(&self, _: Request<WatchRequest>) -> Answer<Self::WatchStream> {
        Ok(Response::new(Box::pin(WatchStream::new(self.0.clone()).map(Ok))))
    }
}

struct Fake;

fn no<T>() -> Answer<T> {
    Err(Status::failed_precondition("not today"))
}

#[tonic::async_trait]
impl MachineRpc for Fake {
    type LogsStream = Lines<pb::LogsResponse>;
    type DmesgStream = Lines<pb::DmesgResponse>;
    type EventsStream = Lines<pb::EventsResponse>;

    async fn version(&self, request: Request<pb::VersionRequest>) -> Answer<pb::VersionResponse> {
        let header = |name| request.metadata().get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        let hostname = format!("{}/{}", header(apid_server::NAME_HEADER), header(apid_server::ROLES_HEADER));
        Ok(Response::new(pb::VersionResponse { hostname, ..Default::default() }))
    }

    async fn apply_configuration(
        &self,
        _: Request<pb::ApplyConfigurationRequest>,
    ) -> Answer<pb::ApplyConfigurationResponse> {
        Ok(Response::new(Default::default()))
    }

    async fn reboot(&self, _: Request<pb::RebootRequest>) -> Answer<pb::RebootResponse> {
        Ok(Response::new(Default::default()))
    }

    async fn logs(&self, _: Request<pb::LogsRequest>) -> Answer<Self::LogsStream> {
        let line = || Ok(pb::LogsResponse { data: vec![b'x'; 1000].into() });
        Ok(Response::new(Box::pin(tokio_stream::iter((0..100).map(move |_| line())))))
    }

    async fn configuration(&self, _: Request<pb::ConfigurationRequest>) -> Answer<pb::ConfigurationResponse> {
        no()
    }
    async fn bootstrap(&self, _: Request<pb::BootstrapRequest>) -> Answer<pb::BootstrapResponse> {
        no()
    }
    async fn shutdown(&self, _: Request<pb::ShutdownRequest>) -> Answer<pb::ShutdownResponse> {
        no()
    }
    async fn reset(&self, _: Request<pb::ResetRequest>) -> Answer<pb::ResetResponse> {
        no()
    }
    async fn kubeconfig(&self, _: Request<pb::KubeconfigRequest>) -> Answer<pb::KubeconfigResponse> {
        no()
    }
    async fn issue_credentials(&self, _: Request<pb::IssueCredentialsRequest>) -> Answer<pb::IssueCredentialsResponse> {
        no()
    }
    async fn services(&self, _: Request<pb::ServicesRequest>) -> Answer<pb::ServicesResponse> {
        no()
    }
    async fn restart_service(&self, _: Request<pb::RestartServiceRequest>) -> Answer<pb::RestartServiceResponse> {
        no()
    }
    async fn dmesg(&self, _: Request<pb::DmesgRequest>) -> Answer<Self::DmesgStream> {
        no()
    }
    async fn events(&self, _: Request<pb::EventsRequest>) -> Answer<Self::EventsStream> {
        no()
    }
    async fn processes(&self, _: Request<pb::ProcessesRequest>) -> Answer<pb::ProcessesResponse> {
        no()
    }
    async fn memory(&self, _: Request<pb::MemoryRequest>) -> Answer<pb::MemoryResponse> {
        no()
    }
    async fn disks(&self, _: Request<pb::DisksRequest>) -> Answer<pb::DisksResponse> {
        no()
    }
    async fn links(&self, _: Request<pb::LinksRequest>) -> Answer<pb::LinksResponse> {
        no()
    }
    async fn resources(&self, _: Request<pb::ResourcesRequest>) -> Answer<pb::ResourcesResponse> {
        no()
    }
    async fn health(&self, _: Request<pb::HealthRequest>) -> Answer<pb::HealthResponse> {
        no()
    }
    async fn import_image(&self, _: Request<Streaming<pb::ImportImageRequest>>) -> Answer<pb::ImportImageResponse> {
        no()
    }
}
