//! A whole cluster that was off for so long that every certificate of its nodes has expired.
//!
//! The desk's clock stays where it is, a month behind: for it the nodes' new certificates are not valid yet. So the desk's
//! `kubectl` is told to trust the forwarded port, and the certificates are verified where the time is right: by a `kubectl`
//! in a pod, and here by a handshake at the nodes' time.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use machined_base::Clock;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use rustls::time_provider::TimeProvider;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::application;
use crate::cluster::Cluster;
use crate::{page, pod_image};

const DAYS_OFF: u32 = 30;
const DAY: Duration = Duration::from_secs(24 * 3600);
const READY: &str = "--timeout=300s";
const HANDSHAKE_WITHIN: Duration = Duration::from_secs(60);
const OFF_WITHIN: Duration = Duration::from_secs(120);
/// Two boots at once, certificates, the join, and a store that has a month of leases to end.
const BACK_WITHIN: Duration = Duration::from_secs(480);
const ANSWERS_WITHIN: Duration = Duration::from_secs(240);

#[tokio::test]
async fn thirty_days_off_and_all_is_ready_by_itself() -> Result<()> {
    let cluster = Cluster::up("month", "machines", 1).await?;
    let nodes = [cluster.control_plane(), cluster.worker(1)];
    application::import(&cluster, true).await?;
    page::deploy(&cluster).await?;
    page::answers(&cluster, &nodes).await?;
    cluster.say("the application answers");

    let desk = Desk::of(&cluster).await?;
    desk.handshake(Duration::ZERO).await.context("today")?;
    let expired = desk.handshake(DAY * 2).await;
    ensure!(expired.is_err(), "the API server's certificate outlives two days: nothing expires in {DAYS_OFF}");
    let before = boots(&cluster).await?;

    // The worker first: the control plane hears of its end.
    for node in nodes.iter().rev() {
        cluster.machinectl(&["shutdown", "--nodes", node, "--yes"]).await?.good()?;
        cluster
            .eventually(OFF_WITHIN, &format!("{node} is off"), async || {
                let status = cluster.control("status", &[]).await?.good()?;
                Ok(status.lines().any(|line| line.starts_with(node.as_str()) && line.contains(" off ")))
            })
            .await?;
    }
    cluster.say("all nodes are off");

    let later = Clock::system().now().checked_add(DAY * DAYS_OFF)?;
    let shown = later.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    for node in &nodes {
        cluster.control("start", &[node, "--clock", &shown]).await?.good()?;
    }
    trust_the_port(&cluster).await?;
    cluster
        .eventually(BACK_WITHIN, "both nodes have booted again", async || {
            let now = boots(&cluster).await?;
            Ok(now.len() == before.len() && now.iter().all(|boot| !before.contains(boot)))
        })
        .await?;
    cluster.say("both nodes are back at the API");
    cluster.ask(&["wait", "--for=condition=Ready", "nodes", "--all", READY]).await?;
    cluster.ask(&["--namespace", "kube-system", "wait", "--for=condition=Ready", "pods", "--all", READY]).await?;
    page::runs(&cluster).await?;
    cluster.say("all is Ready");

    // The nodes' time is the new one, and the server's certificate is good there; the one of a month ago is not.
    desk.handshake(DAY * DAYS_OFF).await.context("in a month")?;
    ensure!(desk.handshake(Duration::ZERO).await.is_err(), "the API server shows a certificate of today");
    for node in &nodes {
        let node = cluster.get(&["node", node]).await?;
        let conditions = node["status"]["conditions"].as_array().cloned().unwrap_or_default();
        let ready = conditions.iter().find(|it| it["type"] == "Ready").context("a Ready condition")?;
        let beat = ready["lastHeartbeatTime"].as_str().context("a heartbeat")?;
        ensure!(beat >= shown.as_str(), "the last heartbeat of {} is of {beat}", node["metadata"]["name"]);
    }
    // exec goes through each kubelet's serving certificate; what it asks goes through DNS, Service and network.
    page::answers(&cluster, &nodes).await?;
    cluster.say("the application answers again");
    // A new pod with a new token, which the API server knows; its kubectl verifies the server at the nodes' time.
    cluster
        .ask(&["run", "asks", "--image", pod_image::NAME, "--restart=Never", "--command", "--", "sleep", "86400"])
        .await?;
    cluster.ask(&["wait", "--for=condition=Ready", "pod/asks", READY]).await?;
    cluster
        .eventually(ANSWERS_WITHIN, "a pod asks the API in its own name", async || {
            let asked = cluster.ask(&["exec", "asks", "--", "sh", "-c", "HOME=/tmp kubectl auth whoami"]).await?;
            Ok(asked.contains("system:serviceaccount:default:default"))
        })
        .await?;
    cluster.say("a new pod asks the API in its own name");
    Ok(())
}

/// The kernels' own names for their boots.
async fn boots(cluster: &Cluster) -> Result<Vec<String>> {
    let text = cluster.ask(&["get", "nodes", "--output", "jsonpath={.items[*].status.nodeInfo.bootID}"]).await?;
    Ok(text.split(' ').map(str::to_owned).collect())
}

/// The administrator's client certificate stays; the server's is not judged by a clock that is a month behind.
async fn trust_the_port(cluster: &Cluster) -> Result<()> {
    let name = cluster.ask(&["config", "view", "--output", "jsonpath={.clusters[0].name}"]).await?;
    cluster.ask(&["config", "set-cluster", &name, "--insecure-skip-tls-verify=true"]).await?;
    Ok(())
}

/// The desk's access to the API server, with a clock that can be put forward.
struct Desk {
    clock: Clock,
    server: String,
    roots: Arc<RootCertStore>,
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Desk {
    async fn of(cluster: &Cluster) -> Result<Self> {
        let config = cluster.ask(&["config", "view", "--raw", "--output", "json"]).await?;
        let config: serde_json::Value = serde_json::from_str(&config)?;
        let (cluster, user) = (&config["clusters"][0]["cluster"], &config["users"][0]["user"]);
        let pem = |value: &serde_json::Value| -> Result<Vec<u8>> {
            Ok(BASE64_STANDARD.decode(value.as_str().context("a part of the kubeconfig")?)?)
        };
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(&pem(&cluster["certificate-authority-data"])?)?)?;
        let server = cluster["server"].as_str().and_then(|it| it.strip_prefix("https://")).context("a server")?;
        Ok(Self {
            clock: Clock::system(),
            server: server.to_owned(),
            roots: Arc::new(roots),
            chain: vec![CertificateDer::from_pem_slice(&pem(&user["client-certificate-data"])?)?],
            key: PrivateKeyDer::from_pem_slice(&pem(&user["client-key-data"])?)?,
        })
    }

    /// Whether both sides take each other's certificates, for a client whose clock is ahead by this much.
    async fn handshake(&self, ahead: Duration) -> Result<()> {
        let now = Duration::from_secs(u64::try_from(self.clock.now().as_second())?);
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_details(provider, Arc::new(At(now + ahead)))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(self.roots.clone())
            .with_client_auth_cert(self.chain.clone(), self.key.clone_key())?;
        let asked = async {
            let stream = TcpStream::connect(&self.server).await?;
            let name = ServerName::try_from("127.0.0.1")?;
            let mut stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await?;
            let request = "GET /api/v1/nodes HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            stream.write_all(request.as_bytes()).await?;
            let mut status = [0; 15];
            stream.read_exact(&mut status).await?;
            ensure!(&status == b"HTTP/1.1 200 OK", "{:?}", String::from_utf8_lossy(&status));
            Ok(())
        };
        self.clock.timeout(HANDSHAKE_WITHIN, asked).await.context("no answer")?
    }
}

/// A clock that stands.
#[derive(Debug)]
struct At(Duration);

impl TimeProvider for At {
    fn current_time(&self) -> Option<UnixTime> {
        Some(UnixTime::since_unix_epoch(self.0))
    }
}
