//! Our store against Debian's etcd, on the same disk, in the same run: puts and linearizable reads at 1, 100 and 1000
//! clients. Figures drift between hosts and runs; ratios of one run do not.

use crate::real::{self, Real};
use anyhow::{Context, Result, ensure};
use futures::future::try_join_all;
use kube_etcd::Client;
use kube_kv::{Keys, Kv, Put, Range};
use machined_base::Clock;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How long, and how often: the better round counts.
#[derive(Clone, Debug)]
pub struct Effort {
    pub time: Duration,
    pub rounds: u32,
    /// One row for each of these, with each load.
    pub clients: Vec<usize>,
}

/// What targets are set on.
pub const CLIENTS: [usize; 3] = [1, 100, 1000];

/// What was found.
#[derive(Clone, Debug)]
pub struct Report {
    pub rows: Vec<Row>,
    /// Before and after the run.
    pub ours: [Memory; 2],
    pub etcd: Option<[Memory; 2]>,
}

/// Operations per second.
#[derive(Clone, Debug)]
pub struct Row {
    pub load: Load,
    pub clients: usize,
    pub ours: f64,
    pub etcd: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    Put,
    Range,
}

/// A process's share of memory, in KiB.
#[derive(Clone, Copy, Debug, Default)]
pub struct Memory {
    pub pss: u64,
    pub anonymous: u64,
}

const VALUE_BYTES: usize = 256;
const KEYS: u64 = 10_000;
/// As etcd's own benchmark at its defaults would: many clients on several connections.
const CLIENTS_ON_A_CONNECTION: usize = 25;

/// A folder of one run; removed when it is dropped.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// In `folder`, which should be on a real disk.
    pub fn new(folder: &Path) -> Result<Self> {
        let path = folder.join(format!("bench-store-{}", std::process::id()));
        std::fs::create_dir_all(&path).with_context(|| format!("create {}", path.display()))?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(err) = std::fs::remove_dir_all(&self.0) {
            eprintln!("{} could not be removed: {err}", self.0.display());
        }
    }
}

impl Row {
    /// Ours over etcd's.
    pub fn ratio(&self) -> Option<f64> {
        self.etcd.map(|etcd| self.ours / etcd)
    }

    pub fn name(&self) -> String {
        format!("{}, {} clients", if self.load == Load::Put { "put" } else { "range" }, self.clients)
    }
}

/// Runs both in turns, each as a process of its own, with their data in `dir`. `store` is our store's program.
pub async fn run(store: &Path, dir: &Path, effort: Effort) -> Result<Report> {
    let ours = Ours::start(store, dir).await?;
    let real = match real::program("etcd") {
        Some(program) => Some(Real::start(&program, dir).await?),
        None => None,
    };
    let before =
        [Memory::of(ours.child.id()), real.as_ref().map(|real| Memory::of(real.child.id())).unwrap_or_default()];
    let mut rows = Vec::new();
    for load in [Load::Put, Load::Range] {
        for &clients in &effort.clients {
            let mut row = Row { load, clients, ours: 0.0, etcd: None };
            for _ in 0..effort.rounds {
                row.ours = row.ours.max(measure(&ours.address, load, clients, effort.time).await?);
                if let Some(real) = &real {
                    let found = measure(&real.address, load, clients, effort.time).await?;
                    row.etcd = Some(row.etcd.map_or(found, |best| best.max(found)));
                }
            }
            rows.push(row);
        }
    }
    let [ours_before, etcd_before] = before;
    Ok(Report {
        rows,
        ours: [ours_before, Memory::of(ours.child.id())],
        etcd: real.as_ref().map(|real| [etcd_before, Memory::of(real.child.id())]),
    })
}

struct Ours {
    address: String,
    child: Child,
}

impl Drop for Ours {
    fn drop(&mut self) {
        if let Err(err) = self.child.kill().and_then(|()| self.child.wait()) {
            eprintln!("our store could not be killed: {err}");
        }
    }
}

impl Ours {
    async fn start(store: &Path, dir: &Path) -> Result<Self> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = format!("127.0.0.1:{port}");
        let mut command = Command::new(store);
        command.arg("--dir").arg(dir.join("ours")).args(["--listen", &address]);
        let child = command.stdin(Stdio::null()).spawn().with_context(|| format!("start {}", store.display()))?;
        let mut ours = Self { address, child };
        let clock = Clock::system();
        let client = crate::ours::plain(&ours.address);
        while client.status().await.is_err() {
            ensure!(ours.child.try_wait()?.is_none(), "our store ended at once");
            clock.sleep(Duration::from_millis(20)).await;
        }
        Ok(ours)
    }
}

async fn measure(address: &str, load: Load, clients: usize, time: Duration) -> Result<f64> {
    let clock = Clock::system();
    let connections: Vec<Client> =
        (0..clients.div_ceil(CLIENTS_ON_A_CONNECTION)).map(|_| crate::ours::plain(address)).collect();
    let done = Arc::new(AtomicU64::new(0));
    let start = clock.monotonic();
    let end = start + time;
    let running = (0..clients).map(|number| {
        let client = connections[number % connections.len()].clone();
        let (clock, done) = (clock.clone(), Arc::clone(&done));
        tokio::spawn(async move {
            let value = vec![b'x'; VALUE_BYTES];
            let mut at = number as u64 * 7919;
            while clock.monotonic() < end {
                at = at.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let key = format!("/bench/{:016x}", (at >> 33) % KEYS);
                match load {
                    Load::Put => drop(client.put(Put::new(key, value.clone())).await?),
                    Load::Range => drop(client.range(Range::of(Keys::one(key))).await?),
                }
                done.fetch_add(1, Ordering::Relaxed);
            }
            anyhow::Ok(())
        })
    });
    for finished in try_join_all(running).await? {
        finished?;
    }
    let took = clock.monotonic().since(start);
    Ok(done.load(Ordering::Relaxed) as f64 / took.as_secs_f64())
}

impl Memory {
    /// Of a process of this host; zeros when it is gone, or not ours to look at.
    pub fn of(process: u32) -> Self {
        let read = |file: &str, name: &str| {
            let text = std::fs::read_to_string(format!("/proc/{process}/{file}")).unwrap_or_default();
            let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default();
            line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
        };
        Self { pss: read("smaps_rollup", "Pss:"), anonymous: read("status", "RssAnon:") }
    }
}

impl std::fmt::Display for Memory {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mib = |kib: u64| kib as f64 / 1024.0;
        write!(out, "Pss {:.1} MiB, RssAnon {:.1} MiB", mib(self.pss), mib(self.anonymous))
    }
}
