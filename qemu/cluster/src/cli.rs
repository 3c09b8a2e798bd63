//! The command line: what may be asked of a cluster, and by which words.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Parser, Subcommand};
use machined_base::Clock;

use crate::control::{self, Request};
use crate::record::{Folder, Kind};
use crate::{down, up};

/// How often a followed console is looked at. QEMU and nodes write it; nothing tells us when.
const CONSOLE_EVERY: std::time::Duration = std::time::Duration::from_millis(100);

#[derive(Debug, Parser)]
#[command(name = "cluster", version, about = "Start and stop test clusters of Ironstone nodes")]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, clap::Args)]
pub struct Which {
    /// The cluster's name; its folder is OUT/NAME
    #[arg(long, default_value = "cluster")]
    name: String,
    /// Where clusters and built programs stand
    #[arg(long, default_value = "out")]
    out: PathBuf,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Start a cluster, wait until it is healthy, and say how to use it
    Up {
        #[command(flatten)]
        which: Which,
        /// What the nodes are
        #[arg(long, value_enum, default_value = "machines")]
        nodes: Kind,
        /// How many workers beside the control plane
        #[arg(long, default_value_t = 1)]
        workers: u8,
    },
    /// Stop a cluster and remove everything it made
    Down {
        #[command(flatten)]
        which: Which,
    },
    /// Show the nodes of a cluster, and whether they run
    Status {
        #[command(flatten)]
        which: Which,
    },
    /// Print a node's console and follow it, until Ctrl-C
    Console {
        #[command(flatten)]
        which: Which,
        node: String,
        /// End with what is there already
        #[arg(long)]
        no_follow: bool,
    },
    /// End a node as if somebody pulled its plug
    PowerCut {
        #[command(flatten)]
        which: Which,
        node: String,
    },
    /// Start a node that is off
    Start {
        #[command(flatten)]
        which: Which,
        node: String,
        /// What the machine's hardware clock shows, in UTC, such as 2030-01-31T12:00:00
        #[arg(long)]
        clock: Option<String>,
    },
    /// Be the process of one native node (started by the supervisor)
    #[command(hide = true)]
    NativeNode,
    /// Be the supervisor of a cluster (started by `up`)
    #[command(hide = true)]
    Supervise { plan: PathBuf },
}

pub async fn run(command: Command) -> anyhow::Result<ExitCode> {
    let clock = Clock::system();
    match command {
        Command::Up { which, nodes, workers } => {
            let folder = which.folder()?;
            up::run(&clock, &up::Wish { out: absolute(&which.out)?, folder, name: which.name, kind: nodes, workers })
                .await?;
        }
        Command::Down { which } => down::run(&clock, &which.folder()?).await?,
        Command::Status { which } => status(&clock, &which.folder()?).await?,
        Command::Console { which, node, no_follow } => console(&clock, &which.folder()?, &node, !no_follow).await?,
        Command::PowerCut { which, node } => ask(&clock, &which.folder()?, &Request::PowerCut(node)).await?,
        Command::Start { which, node, clock: shown } => {
            ask(&clock, &which.folder()?, &Request::Start { node, clock: shown }).await?;
        }
        Command::NativeNode | Command::Supervise { .. } => bail!("runs before the runtime"),
    }
    Ok(ExitCode::SUCCESS)
}

impl Which {
    fn folder(&self) -> anyhow::Result<Folder> {
        Folder::new(&absolute(&self.out)?, &self.name)
    }
}

fn absolute(path: &std::path::Path) -> anyhow::Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("find {}", path.display()))
}

async fn ask(clock: &Clock, folder: &Folder, request: &Request) -> anyhow::Result<()> {
    control::ask(clock, &folder.join("control.sock"), request).await.map(|_| ())
}

/// A terminal shows control sequences as the machine meant them; the bytes are handed on as they are.
async fn console(clock: &Clock, folder: &Folder, node: &str, follow: bool) -> anyhow::Result<()> {
    let path = folder.join("machines").join(node).join("console.log");
    let mut log = std::fs::File::open(&path).with_context(|| format!("read {}", path.display()))?;
    let mut out = std::io::stdout();
    loop {
        std::io::copy(&mut log, &mut out).context("print the console")?;
        std::io::Write::flush(&mut out).context("print the console")?;
        // `down` removes the log: then there is nothing to follow any more.
        if !follow || !path.exists() {
            return Ok(());
        }
        clock.sleep(CONSOLE_EVERY).await;
    }
}

#[expect(clippy::print_stdout, reason = "data goes to standard output")]
async fn status(clock: &Clock, folder: &Folder) -> anyhow::Result<()> {
    let Some(record) = folder.load()? else { bail!("no cluster stands in {}", folder.path().display()) };
    println!("{:<24} {:<10} {:<16} STARTS", "NODE", "STATE", "ADDRESS");
    if record.kind == Kind::None {
        for process in &record.processes {
            let state = if crate::process::is_alive(process) { "running" } else { "ended" };
            println!("{:<24} {:<10} {:<16} {}", process.name, state, "127.0.0.1", 1);
        }
        return Ok(());
    }
    let reply = control::ask(clock, &folder.join("control.sock"), &Request::Status).await?;
    for node in reply.nodes {
        let address =
            record.nodes.iter().find(|n| n.name == node.name).map(|n| n.address.to_string()).unwrap_or_default();
        println!(
            "{:<24} {:<10} {:<16} {}",
            node.name,
            if node.running { "running" } else { "off" },
            address,
            node.starts
        );
    }
    Ok(())
}
