//! Our store against Debian's etcd, on the same disk, in the same run: puts and linearizable reads at 1, 100 and 1000
//! clients. Prints a table of operations per second and the ratio.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark starts programs and prints a table")]

use anyhow::{Context, Result};
use clap::Parser;
use futures::future::try_join_all;
use kube_etcd::Client;
use kube_kv::{Keys, Kv, Put, Range};
use machined_base::Clock;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tests_store::real::{self, Real};

#[derive(Debug, Parser)]
struct Arguments {
    /// Seconds for each figure
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// How often each is measured; the better one counts
    #[arg(long, default_value_t = 2)]
    rounds: u32,
    /// Where both keep their data, on a real disk
    #[arg(long)]
    dir: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq)]
enum Load {
    Put,
    Range,
}

const VALUE_BYTES: usize = 256;
const KEYS: u64 = 10_000;
/// As etcd's own benchmark at its defaults would: many clients on several connections.
const CLIENTS_ON_A_CONNECTION: usize = 25;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let dir = match &arguments.dir {
        Some(dir) => tempfile::tempdir_in(dir)?,
        None => tempfile::tempdir()?,
    };
    let ours = start_ours(dir.path()).await?;
    let real = match real::program("etcd") {
        Some(program) => Some(Real::start(&program, dir.path()).await?),
        None => None,
    };
    println!("{:28} {:>10} {:>10} {:>7}", "operations per second", "ours", "etcd", "ratio");
    for load in [Load::Put, Load::Range] {
        for clients in [1, 100, 1000] {
            let (mut best_ours, mut best_real) = (0.0f64, 0.0f64);
            for _ in 0..arguments.rounds {
                let time = Duration::from_secs(arguments.seconds);
                best_ours = best_ours.max(measure(&ours.address, load, clients, time).await?);
                if let Some(real) = &real {
                    best_real = best_real.max(measure(&real.address, load, clients, time).await?);
                }
            }
            let name = format!("{}, {clients} clients", if load == Load::Put { "put" } else { "range" });
            println!("{name:28} {best_ours:>10.0} {best_real:>10.0} {:>7.2}", best_ours / best_real);
        }
    }
    println!("memory after the run: ours {}", memory(ours.child.id()));
    if let Some(real) = &real {
        println!("memory after the run: etcd {}", memory(real.child.id()));
    }
    Ok(())
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

async fn start_ours(dir: &Path) -> Result<Ours> {
    let store = std::env::current_exe()?.with_file_name("store");
    let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let address = format!("127.0.0.1:{port}");
    let mut command = Command::new(&store);
    command.arg("--dir").arg(dir.join("ours")).args(["--listen", &address]);
    let child = command.stdin(Stdio::null()).spawn().with_context(|| format!("start {}", store.display()))?;
    let ours = Ours { address, child };
    let clock = Clock::system();
    let client = tests_store::ours::plain(&ours.address);
    while client.status().await.is_err() {
        clock.sleep(Duration::from_millis(20)).await;
    }
    println!("memory at start: ours {}", memory(ours.child.id()));
    Ok(ours)
}

async fn measure(address: &str, load: Load, clients: usize, time: Duration) -> Result<f64> {
    let clock = Clock::system();
    let connections: Vec<Client> =
        (0..clients.div_ceil(CLIENTS_ON_A_CONNECTION)).map(|_| tests_store::ours::plain(address)).collect();
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

fn memory(process: u32) -> String {
    let read = |file: &str, name: &str| {
        let text = std::fs::read_to_string(format!("/proc/{process}/{file}")).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        let kib = line.split_whitespace().nth(1).and_then(|number| number.parse::<u64>().ok()).unwrap_or(0);
        format!("{name} {:.1} MiB", kib as f64 / 1024.0)
    };
    format!("{}, {}", read("smaps_rollup", "Pss:"), read("status", "RssAnon:"))
}
