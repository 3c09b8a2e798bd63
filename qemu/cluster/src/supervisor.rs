//! The one process that a running cluster of nodes has on the host: starts nodes, restarts those that asked for it,
//! carries the desk's connections, and does what [`crate::control`] asks. When it ends, everything it made ends with it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use machined_base::{Clock, Restart, Shutdown, Tasks};
use nix::sched::{CloneFlags, unshare};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::process::Child;
use tokio::sync::Mutex;

use crate::control::{LINE_MAX, NodeState, Reply, Request};
use crate::native::node::{POWER_OFF, RESTART, Seat};
use crate::{forward, native};

/// What the supervisor is told: written by `up` as `out/NAME/seats.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Plan {
    pub(crate) control: PathBuf,
    pub(crate) seats: Vec<Seat>,
    /// Host port, and what it leads to inside.
    pub(crate) forwards: Vec<(u16, SocketAddr)>,
    pub(crate) consoles: PathBuf,
}

struct Node {
    index: usize,
    seat: Seat,
    child: Option<Child>,
    starts: u32,
}

struct Nodes {
    netlink: rtnetlink::Handle,
    consoles: PathBuf,
    nodes: Mutex<BTreeMap<String, Node>>,
}

/// Must be called before any thread exists.
pub fn run(plan: Plan) -> anyhow::Result<()> {
    let listeners = plan.forwards.iter().map(|(port, to)| Ok((forward::listen(*port)?, *to)));
    let listeners = listeners.collect::<anyhow::Result<Vec<_>>>()?;
    unshare(CloneFlags::CLONE_NEWNET).context("make the cluster's network namespace (native nodes need root)")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("start a runtime")?;
    runtime.block_on(async move {
        let tasks = Tasks::new(Clock::system(), Shutdown::new());
        let (connection, netlink, _) = rtnetlink::new_connection().context("open netlink")?;
        tasks.scoped("netlink", connection);
        let first = plan.seats.first().context("a cluster has a node")?;
        native::network::bridge(&netlink, first.gateway, first.prefix).await?;
        for (listener, to) in listeners {
            forward::serve(&tasks, listener, to)?;
        }
        let nodes = Nodes { netlink, consoles: plan.consoles.clone(), nodes: Mutex::default() };
        for (index, seat) in plan.seats.iter().enumerate() {
            let node = Node { index, seat: seat.clone(), child: None, starts: 0 };
            nodes.nodes.lock().await.insert(seat.name.clone(), node);
            nodes.start(&seat.name).await?;
        }
        let nodes = Arc::new(nodes);
        watch(&tasks, nodes.clone());
        serve(&tasks, nodes.clone(), &plan)?;
        tasks.shutdown().requested().await;
        nodes.stop_all().await;
        tasks.drain(Duration::from_secs(5)).await;
        match tasks.fatal() {
            Some(why) => bail!("{why}"),
            None => Ok(()),
        }
    })
}

impl Nodes {
    async fn start(&self, name: &str) -> anyhow::Result<()> {
        let mut nodes = self.nodes.lock().await;
        let node = nodes.get_mut(name).with_context(|| format!("no node {name}"))?;
        if node.child.is_some() {
            bail!("node {name} is running");
        }
        let console = self.consoles.join(name).join("console.log");
        node.child = Some(native::boot(&self.netlink, node.index, &node.seat, &console).await?);
        node.starts += 1;
        Ok(())
    }

    /// SIGKILL to the process that holds the namespaces: PID 1 of the node dies with it, and all its processes.
    async fn power_cut(&self, name: &str) -> anyhow::Result<()> {
        let mut nodes = self.nodes.lock().await;
        let node = nodes.get_mut(name).with_context(|| format!("no node {name}"))?;
        let Some(mut child) = node.child.take() else { bail!("node {name} is not running") };
        child.kill().await.with_context(|| format!("end node {name}"))
    }

    /// Collects nodes that ended: one that asked for a restart starts again, as firmware would.
    async fn collect(&self) -> anyhow::Result<()> {
        let mut again = Vec::new();
        for (name, node) in self.nodes.lock().await.iter_mut() {
            let Some(child) = &mut node.child else { continue };
            let Some(status) = child.try_wait().with_context(|| format!("look after node {name}"))? else { continue };
            node.child = None;
            match status.code() {
                Some(RESTART) => again.push(name.clone()),
                Some(POWER_OFF) => tracing::info!(name, "powered off"),
                code => tracing::error!(name, ?code, "node ended by itself"),
            }
        }
        for name in again {
            tracing::info!(name, "restarts");
            self.start(&name).await?;
        }
        Ok(())
    }

    async fn stop_all(&self) {
        for node in self.nodes.lock().await.values_mut() {
            if let Some(mut child) = node.child.take()
                && let Err(err) = child.kill().await
            {
                tracing::error!(node = node.seat.name, %err, "cannot end the node");
            }
        }
    }

    async fn states(&self) -> Vec<NodeState> {
        let nodes = self.nodes.lock().await;
        nodes
            .iter()
            .map(|(name, n)| NodeState { name: name.clone(), running: n.child.is_some(), starts: n.starts })
            .collect()
    }
}

fn watch(tasks: &Tasks, nodes: Arc<Nodes>) {
    let shared = tasks.clone();
    tasks.spawn("nodes", Restart::Backoff, move || {
        let (nodes, tasks) = (nodes.clone(), shared.clone());
        async move {
            let mut ended =
                tokio::signal::unix::signal(tokio::signal::unix::SignalKind::child()).context("hear of children")?;
            let mut stop =
                tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()).context("hear of SIGTERM")?;
            loop {
                nodes.collect().await?;
                // Cancel-safe: signals are level-triggered here, every turn looks at every node.
                tokio::select! {
                    _ = ended.recv() => {}
                    _ = stop.recv() => tasks.shutdown().request(),
                    () = tasks.clock().sleep(Duration::from_secs(5)) => {}
                    () = tasks.shutdown().requested() => return anyhow::Ok(()),
                }
            }
        }
    });
}

fn serve(tasks: &Tasks, nodes: Arc<Nodes>, plan: &Plan) -> anyhow::Result<()> {
    let _ = std::fs::remove_file(&plan.control);
    let listener =
        UnixListener::bind(&plan.control).with_context(|| format!("listen on {}", plan.control.display()))?;
    let listener = Arc::new(listener);
    let shared = tasks.clone();
    tasks.spawn("control", Restart::Fatal, move || {
        let (listener, tasks, nodes) = (listener.clone(), shared.clone(), nodes.clone());
        async move {
            loop {
                // Cancel-safe: a connection that is not accepted yet stays in the queue.
                let (stream, _) = tokio::select! {
                    accepted = listener.accept() => accepted.context("accept")?,
                    () = tasks.shutdown().requested() => return anyhow::Ok(()),
                };
                let (nodes, inner) = (nodes.clone(), tasks.clone());
                tasks.scoped("control-request", async move { answer(&inner, &nodes, stream).await });
            }
        }
    });
    Ok(())
}

async fn answer(tasks: &Tasks, nodes: &Nodes, stream: UnixStream) -> anyhow::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut line = String::new();
    BufReader::new(reader.take(LINE_MAX)).read_line(&mut line).await.context("read a request")?;
    let request: Request = serde_json::from_str(&line).context("understand a request")?;
    let done = match &request {
        Request::Status => Ok(()),
        Request::PowerCut(name) => nodes.power_cut(name).await,
        Request::Start(name) => nodes.start(name).await,
        Request::Down => Ok(()),
    };
    let reply = Reply { error: done.err().map(|e| format!("{e:#}")), nodes: nodes.states().await };
    let mut bytes = serde_json::to_vec(&reply).context("encode the answer")?;
    bytes.push(b'\n');
    writer.write_all(&bytes).await.context("answer")?;
    if request == Request::Down {
        tasks.shutdown().request();
    }
    Ok(())
}
