//! Starts and stops the components, each as its program would, in the order in which a node starts them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use kube_api::types::core::{Namespace, ServiceAccount};
use kube_informer::{Client, Kubeconfig};
use machined_base::{Clock, Restart, Shutdown, Tasks};
use qemu_cluster::plane::Plane;
use tempfile::TempDir;

use crate::hollow;

pub struct ControlPlane {
    folder: TempDir,
    plane: Plane,
    client: Client,
    tasks: Tasks,
    /// The store goes last: everybody else writes until the end.
    store: Shutdown,
    store_tasks: Tasks,
}

/// What `make programs` made, seen from the folder of a tests' crate; without it `kubectl explain` has no texts.
const DESCRIPTIONS: &str = "../../out/share/descriptions.gz";

/// How long the whole may take to come up on a slow host.
const UP: Duration = Duration::from_secs(60);
const DOWN: Duration = Duration::from_secs(20);

impl ControlPlane {
    pub async fn start() -> anyhow::Result<Self> {
        let clock = Clock::system();
        let folder = tempfile::tempdir().context("make a folder")?;
        let port = free_port()?;
        let plane = Plane::make(folder.path(), port, Path::new(DESCRIPTIONS), clock.now())?;
        let (store, shutdown) = (Shutdown::new(), Shutdown::new());
        let store_tasks = Tasks::new(clock.clone(), store.clone());
        let tasks = Tasks::new(clock.clone(), shutdown.clone());

        let config = kube_etcd::Config::new(plane.path("etcd/data"), clock.clone());
        let kv = kube_etcd::Handle::start(&config, &store).await.context("start the store")?;
        let text = std::fs::read_to_string(plane.path("apiserver.yaml")).context("read apiserver.yaml")?;
        let config = kube_apiserver::Config::parse(&text).context("apiserver.yaml")?;
        let server = kube_apiserver::start(config, Arc::new(kv), clock.clone(), shutdown.clone()).await;
        let server = server.context("start the API server")?;
        let mut server = Some(server);
        tasks.spawn("apiserver", Restart::Fatal, move || {
            let server = server.take();
            async move {
                match server {
                    Some(server) => server.finish().await.map_err(anyhow::Error::from),
                    None => bail!("an API server is not started twice"),
                }
            }
        });
        let kubeconfig = Kubeconfig::read(&plane.path("kubeconfig"), "test").context("read the kubeconfig")?;
        let client = Client::new(kubeconfig.config, tasks.clone());
        let up = ControlPlane { folder, plane, client, tasks, store, store_tasks };
        up.controllers()?;
        up.scheduler()?;
        up.healthy().await?;
        Ok(up)
    }

    fn controllers(&self) -> anyhow::Result<()> {
        let server =
            Kubeconfig::read(&self.plane.path("controller-manager.kubeconfig"), "kube-controller-manager")?.config;
        let config = kube_controllers::Config {
            server,
            identity: None,
            clock: self.tasks.clock().clone(),
            root_ca: self.plane.path("pki/ca.crt"),
            pod_ranges: vec![("10.244.0.0/16".into(), 24)],
            addons: None,
            signer: Some((self.plane.path("pki/ca.crt"), self.plane.path("pki/ca.key"))),
        };
        let shutdown = self.tasks.shutdown().clone();
        self.tasks
            .spawn("controllers", Restart::Fatal, move || kube_controllers::run(config.clone(), shutdown.clone()));
        Ok(())
    }

    fn scheduler(&self) -> anyhow::Result<()> {
        let server = Kubeconfig::read(&self.plane.path("scheduler.kubeconfig"), "kube-scheduler")?.config;
        let config = kube_scheduler::Config {
            server,
            name: "default-scheduler".into(),
            identity: None,
            clock: self.tasks.clock().clone(),
        };
        let shutdown = self.tasks.shutdown().clone();
        self.tasks.spawn("scheduler", Restart::Fatal, move || kube_scheduler::run(config.clone(), shutdown.clone()));
        Ok(())
    }

    /// A node whose containers are records, or processes of this host for images of `host.test/`.
    pub async fn hollow_node(&self, name: &str) -> anyhow::Result<()> {
        let server = Kubeconfig::read(&self.plane.path("kubeconfig"), "kubelet")?.config;
        hollow::start(&self.tasks, name, &self.folder.path().join(name), free_port()?, &self.plane, server).await
    }

    async fn healthy(&self) -> anyhow::Result<()> {
        self.eventually(UP, "the default service account", async || {
            let namespace = self.client.get::<Namespace>("", "default").await;
            let account = self.client.get::<ServiceAccount>("default", "default").await;
            namespace.is_ok() && account.is_ok()
        })
        .await
    }

    /// Waits for a condition; says what it waited for when it does not come.
    pub async fn eventually(&self, within: Duration, what: &str, is: impl AsyncFn() -> bool) -> anyhow::Result<()> {
        let deadline = self.clock().monotonic().0 + within;
        loop {
            if is().await {
                return Ok(());
            }
            if let Some(why) = self.tasks.fatal() {
                bail!("{why}, while waiting for {what}");
            }
            if self.clock().monotonic().0 > deadline {
                bail!("no {what} within {} s", within.as_secs());
            }
            self.clock().sleep(Duration::from_millis(50)).await;
        }
    }

    pub fn clock(&self) -> &Clock {
        self.tasks.clock()
    }

    /// The administrator.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// A namespace that takes pods: a controller makes the account that they run as.
    pub async fn create_namespace(&self, name: &str) -> anyhow::Result<()> {
        let mut namespace = Namespace::default();
        namespace.metadata.name = name.into();
        self.client.create(&namespace).await.with_context(|| format!("create namespace {name}"))?;
        self.eventually(UP, &format!("service account in namespace {name}"), async || {
            self.client.get::<ServiceAccount>(name, "default").await.is_ok()
        })
        .await
    }

    /// The certificates and keys that the plane was made with: `ca.crt`, `ca.key`, `sa.key`, and so on.
    pub fn pki(&self) -> PathBuf {
        self.plane.path("pki")
    }

    /// Writes the administrator's kubeconfig with another default namespace.
    pub fn kubeconfig(&self, folder: &Path, namespace: &str) -> anyhow::Result<PathBuf> {
        let path = folder.join("kubeconfig");
        std::fs::write(&path, self.plane.kubeconfig_in(namespace)?).context("write a kubeconfig")?;
        Ok(path)
    }

    pub async fn stop(self) {
        self.tasks.drain(DOWN).await;
        self.store.request();
        self.store_tasks.drain(DOWN).await;
    }
}

/// The kubelets' volumes are mounts of this host; a test that panics leaves none either.
impl Drop for ControlPlane {
    fn drop(&mut self) {
        for mount in machined_sys::mount::mounted().unwrap_or_default().iter().rev() {
            if mount.target.starts_with(self.folder.path())
                && let Err(err) = machined_sys::mount::detach(&mount.target)
            {
                tracing::warn!("{err}");
            }
        }
    }
}

fn free_port() -> anyhow::Result<u16> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).context("find a free port")?;
    Ok(listener.local_addr().context("read the free port")?.port())
}

/// Where `make peers` unpacked stock programs.
pub fn peers() -> Option<PathBuf> {
    let told = std::env::var_os("IRONSTONE_PEERS").map(PathBuf::from);
    let usual = || std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache/ironstone/peers"));
    told.or_else(usual).filter(|folder| folder.is_dir())
}
