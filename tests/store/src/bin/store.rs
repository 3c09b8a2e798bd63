//! Our store as a process of its own: for tests that kill it, and for benchmarks.
#![allow(clippy::disallowed_methods, reason = "a program reads its arguments, and a crash is an abort")]

use clap::Parser;
use kube_etcd::{Config, Listen, OnStep, SocketConfig, Step};
use machined_base::{Clock, Shutdown};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Debug, Parser)]
struct Arguments {
    /// Folder of the data, and of the socket `etcd.sock`
    #[arg(long)]
    dir: PathBuf,
    /// Plain TCP address on loopback
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// Abort when this step is reached, such as `LogWritten`
    #[arg(long)]
    crash_at: Option<String>,
    /// ... for so many times
    #[arg(long, default_value_t = 1)]
    crash_after: u64,
    /// Shorten the log whenever it is longer than so many bytes
    #[arg(long, default_value_t = 16 << 20)]
    log_bytes_max: u64,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .init();
    std::fs::create_dir_all(&arguments.dir)?;
    let mut config = Config::new(arguments.dir.join("data"), Clock::system());
    config.socket = Some(SocketConfig { path: arguments.dir.join("etcd.sock"), users: Vec::new() });
    config.listen = arguments.listen.map(|address| Listen::PlainLoopback { address }).into_iter().collect();
    config.log_bytes_max = arguments.log_bytes_max;
    config.on_step = arguments.crash_at.map(|name| crash(name, arguments.crash_after));
    let shutdown = Shutdown::new();
    let asked = shutdown.clone();
    tokio::spawn(async move {
        let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
            .expect("a handler can be installed");
        terminate.recv().await;
        asked.request();
    });
    kube_etcd::run(config, shutdown).await?;
    Ok(())
}

/// Dies at a step as SIGKILL would: at once, with nothing tidied up.
fn crash(name: String, after: u64) -> OnStep {
    let seen = AtomicU64::new(0);
    OnStep(Arc::new(move |step: Step| {
        if format!("{step:?}") == name && seen.fetch_add(1, Ordering::Relaxed) + 1 == after {
            std::process::abort();
        }
    }))
}
