//! A node as two processes below a directory of its own.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use apid_client::{Machine, Node as Seat, Trust};
use apid_proto::machine as pb;
use machined_base::testing::eventually_some;
use machined_base::{Clock, Secret};
use machined_config::{Role, Root, Secrets, Template, render};
use machined_pki::{Authority, Fingerprint, Identity, Key, Role as ApiRole, Ticket};

pub(crate) const WITHIN: Duration = Duration::from_secs(60);

pub(crate) struct Node {
    pub(crate) seat: Seat,
    directory: tempfile::TempDir,
    machined: Child,
    port: u16,
    name: &'static str,
    secrets: Secrets,
    /// Where a worker finds its control plane.
    plane: String,
}

impl Node {
    pub(crate) fn start() -> Self {
        let port = free_port();
        let plane = format!("127.0.0.1:{port}");
        Self::new(port, "n1", secrets(), plane)
    }

    pub(crate) fn beside(plane: &Node) -> Self {
        Self::new(free_port(), "n2", plane.secrets.clone(), plane.plane.clone())
    }

    fn new(port: u16, name: &'static str, secrets: Secrets, plane: String) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let machined = spawn(directory.path(), port);
        let seat = Seat { name: name.into(), address: format!("127.0.0.1:{port}") };
        Self { seat, directory, machined, port, name, secrets, plane }
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.directory.path().join(path)
    }

    pub(crate) fn config(&self, role: Role) -> String {
        render(&Template {
            role,
            cluster: "blue",
            endpoint: "https://127.0.0.1:6443",
            control_planes: std::slice::from_ref(&self.plane),
            hostname: Some(self.name),
            install_disk: None,
            secrets: &self.secrets,
        })
    }

    /// From the console, as a person reads it.
    pub(crate) async fn fingerprint(&self) -> Fingerprint {
        let console = self.path("console");
        eventually_some(WITHIN, || async {
            let text = std::fs::read_to_string(&console).ok()?;
            let line = text.lines().rev().find(|line| line.trim().starts_with("fingerprint"))?;
            Fingerprint::parse(line.split_whitespace().last()?)
        })
        .await
    }

    /// A client without credentials; the console shows the fingerprint a moment before apid listens.
    pub(crate) async fn anybody(&self, fingerprint: Fingerprint) -> Machine {
        let trust = Trust::Fingerprint(Some(fingerprint));
        eventually_some(WITHIN, || async { apid_client::machine(&self.seat, &trust).await.ok() }).await
    }

    pub(crate) async fn configure(&self, role: Role) {
        let mut anybody = self.anybody(self.fingerprint().await).await;
        let request = pb::ApplyConfigurationRequest { text: self.config(role), dry_run: false, mode: 0 };
        let answer = anybody.apply_configuration(request).await.unwrap().into_inner();
        assert!(answer.faults.is_empty(), "{:?}", answer.faults);
    }

    /// A client with this role; returns when the node answers it.
    pub(crate) async fn client(&self, name: &str, role: ApiRole) -> Machine {
        let now = Clock::system().now();
        let root = &self.secrets.machine;
        let authority = Authority::from_pem(&root.certificate, root.key.as_ref().unwrap().expose()).unwrap();
        let identity = Identity { name: name.into(), roles: vec![role] };
        let leaf = authority.issue(&identity.request(Duration::from_secs(3600)), now).unwrap();
        let credentials = Some((leaf.certificate_pem, Secret::new(leaf.key.pem().to_owned())));
        let trust = Trust::Authority { authority: root.certificate.clone(), credentials };
        eventually_some(WITHIN, || async {
            let mut client = apid_client::machine(&self.seat, &trust).await.ok()?;
            client.version(pb::VersionRequest {}).await.ok()?;
            Some(client)
        })
        .await
    }

    pub(crate) fn kill(&mut self) {
        self.machined.kill().unwrap();
        self.machined.wait().unwrap();
    }

    pub(crate) fn restart(&mut self) {
        self.machined = spawn(self.directory.path(), self.port);
    }

    /// An orderly shutdown: apid goes too.
    pub(crate) async fn stop(mut self) {
        let mut admin = self.client("last", ApiRole::Admin).await;
        admin.shutdown(pb::ShutdownRequest {}).await.unwrap();
        eventually_some(WITHIN, || {
            let ended = self.machined.try_wait().unwrap();
            async move { ended }
        })
        .await;
        assert!(std::net::TcpStream::connect(&self.seat.address).is_err(), "apid still listens");
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        // After a failed assertion: neither process may outlive the test.
        let _ = self.machined.kill();
        let _ = self.machined.wait();
        let record = std::fs::read_to_string(self.path("run/machined/services/apid")).unwrap_or_default();
        if let Some(pid) = record.split(' ').next().and_then(|pid| pid.parse().ok())
            && let Ok(process) = machined_sys::child::ProcessFd::open(pid)
        {
            let _ = process.signal(9);
        }
    }
}

fn spawn(directory: &Path, port: u16) -> Child {
    let console = std::fs::File::options().create(true).append(true).open(directory.join("console")).unwrap();
    Command::new(env!("CARGO_BIN_EXE_machined"))
        .args(["--platform", "native", "--root"])
        .arg(directory)
        .args(["--api", &format!("127.0.0.1:{port}")])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(console)
        .spawn()
        .unwrap()
}

/// A port that was free a moment ago: the node's processes take it by number.
fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn secrets() -> Secrets {
    let now = Clock::system().now();
    let root = |name: &str| {
        let authority = Authority::create(name, now, Duration::from_secs(90_000)).unwrap();
        Root::new(authority.certificate_pem(), Some(authority.key().pem().to_owned()))
    };
    Secrets {
        machine: root("machine"),
        kubernetes: root("kubernetes"),
        etcd: Some(root("etcd")),
        front_proxy: Some(root("front")),
        service_account: Some(Key::generate().unwrap().pem().to_owned().into()),
        join_ticket: Ticket::generate().unwrap().text(),
    }
}
