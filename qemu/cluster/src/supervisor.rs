//! The one process that a running cluster of nodes has on the host: starts nodes, restarts those that asked for it,
//! carries the desk's connections, and does what [`crate::control`] asks. When it ends, everything it made ends with it.

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use machined_base::{Clock, Restart, Shutdown, Tasks};
use nix::sched::{CloneFlags, unshare};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::Mutex;

use crate::control::{LINE_MAX, NodeState, Reply, Request};
use crate::forward::Target;
use crate::native::node::Seat;
use crate::place::{End, Place, Running};
use crate::{forward, machines, native};

/// What the supervisor is told: written by `up` as `out/NAME/seats.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Plan {
    pub(crate) control: PathBuf,
    pub(crate) seats: Seats,
    pub(crate) consoles: PathBuf,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Seats {
    Native {
        seats: Vec<Seat>,
        /// Host port, and what it leads to inside.
        forwards: Vec<(u16, SocketAddr)>,
    },
    Machines {
        wiring: machines::Wiring,
        seats: Vec<machines::Seat>,
    },
}

struct Node {
    place: Place,
    running: Option<Running>,
    starts: u32,
}

struct Nodes {
    clock: Clock,
    nodes: Mutex<BTreeMap<String, Node>>,
}

/// Must be called before any thread exists.
pub fn run(plan: Plan) -> anyhow::Result<()> {
    let listeners = match &plan.seats {
        Seats::Native { forwards, .. } => enter_namespace(forwards)?,
        Seats::Machines { .. } => Vec::new(),
    };
    // One thread: machines end with the thread that started them, which must be the process's last.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("start a runtime")?;
    runtime.block_on(async move {
        let tasks = Tasks::new(Clock::system(), Shutdown::new());
        let nodes = Nodes { clock: tasks.clock().clone(), nodes: Mutex::default() };
        for (name, place) in places(&tasks, &plan, listeners).await? {
            nodes.nodes.lock().await.insert(name.clone(), Node { place, running: None, starts: 0 });
            nodes.start(&name, None).await?;
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

/// Listeners belong to the namespace that they were made in: the host's.
fn enter_namespace(forwards: &[(u16, SocketAddr)]) -> anyhow::Result<Vec<(TcpListener, SocketAddr)>> {
    let listeners = forwards.iter().map(|(port, to)| Ok((forward::listen(*port)?, *to)));
    let listeners = listeners.collect::<anyhow::Result<Vec<_>>>()?;
    unshare(CloneFlags::CLONE_NEWNET).context("make the cluster's network namespace (native nodes need root)")?;
    Ok(listeners)
}

/// The wire between the nodes, and their places on it.
async fn places(
    tasks: &Tasks,
    plan: &Plan,
    listeners: Vec<(TcpListener, SocketAddr)>,
) -> anyhow::Result<Vec<(String, Place)>> {
    let seats = match &plan.seats {
        Seats::Machines { wiring, seats } => {
            let places = machines::places(tasks, wiring, seats)?.into_iter().map(Place::Machine);
            return Ok(seats.iter().map(|seat| seat.name.clone()).zip(places).collect());
        }
        Seats::Native { seats, .. } => seats,
    };
    let (connection, netlink, _) = rtnetlink::new_connection().context("open netlink")?;
    let shutdown = tasks.shutdown().clone();
    tasks.scoped("netlink", async move {
        tokio::select! {
            () = connection => {}
            () = shutdown.requested() => {}
        }
    });
    let first = seats.first().context("a cluster has a node")?;
    native::network::bridge(&netlink, first.gateway, first.prefix).await?;
    for (listener, to) in listeners {
        forward::serve(tasks, listener, Target::to(to))?;
    }
    let place = |(index, seat): (usize, &Seat)| {
        let console = plan.consoles.join(&seat.name).join("console.log");
        (seat.name.clone(), Place::Native { netlink: netlink.clone(), index, seat: Box::new(seat.clone()), console })
    };
    Ok(seats.iter().enumerate().map(place).collect())
}

impl Nodes {
    async fn start(&self, name: &str, shown: Option<&str>) -> anyhow::Result<()> {
        let mut nodes = self.nodes.lock().await;
        let node = nodes.get_mut(name).with_context(|| format!("no node {name}"))?;
        if node.running.is_some() {
            bail!("node {name} is running");
        }
        node.running = Some(node.place.boot(&self.clock, shown).await?);
        node.starts += 1;
        Ok(())
    }

    async fn power_cut(&self, name: &str) -> anyhow::Result<()> {
        let mut nodes = self.nodes.lock().await;
        let node = nodes.get_mut(name).with_context(|| format!("no node {name}"))?;
        let Some(running) = node.running.take() else { bail!("node {name} is not running") };
        node.place.off();
        running.cut().await.with_context(|| format!("end node {name}"))
    }

    /// Collects nodes that ended: one that asked for a restart starts again, as firmware would.
    async fn collect(&self) -> anyhow::Result<()> {
        let mut again = Vec::new();
        for (name, node) in self.nodes.lock().await.iter_mut() {
            let Some(running) = &mut node.running else { continue };
            let Some(end) = running.ended().with_context(|| format!("look after node {name}"))? else { continue };
            node.running = None;
            node.place.off();
            match end {
                End::Restart => again.push(name.clone()),
                End::PowerOff => tracing::info!(name, "powered off"),
                End::Fault(why) => tracing::error!(name, why, "node ended by itself"),
            }
        }
        for name in again {
            tracing::info!(name, "restarts");
            self.start(&name, None).await?;
        }
        Ok(())
    }

    async fn stop_all(&self) {
        for (name, node) in self.nodes.lock().await.iter_mut() {
            if let Some(running) = node.running.take()
                && let Err(err) = running.cut().await
            {
                tracing::error!(node = name, %err, "cannot end the node");
            }
        }
    }

    async fn states(&self) -> Vec<NodeState> {
        let nodes = self.nodes.lock().await;
        nodes
            .iter()
            .map(|(name, n)| NodeState { name: name.clone(), running: n.running.is_some(), starts: n.starts })
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
        Request::Start { node, clock } => nodes.start(node, clock.as_deref()).await,
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
