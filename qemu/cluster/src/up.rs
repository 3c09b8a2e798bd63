//! The way up, whatever the nodes are: refuse what cannot be, start the nodes, wait until Kubernetes is healthy, say how to use it.
//! A step that fails, or Ctrl-C, takes down what was started; its logs are printed before.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, bail};
use machined_base::Clock;
use tokio::signal::unix::{SignalKind, signal};

use crate::progress::Progress;
use crate::record::{Folder, Kind, Record};
use crate::{down, health, nodes, none, process};

/// What was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    /// Where programs (`bin`), the image and clusters stand.
    pub(crate) out: PathBuf,
    pub(crate) folder: Folder,
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) workers: u8,
}

pub(crate) async fn run(clock: &Clock, wish: &Wish) -> anyhow::Result<()> {
    if let Some(record) = wish.folder.load()? {
        return found(&record, wish);
    }
    let folder = wish.folder.path();
    std::fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    let mut inside = std::fs::read_dir(folder).with_context(|| format!("look into {}", folder.display()))?;
    anyhow::ensure!(inside.next().is_none(), "{} holds something that is no cluster", folder.display());
    // From now on `down` knows whose folder this is, however early we end.
    wish.folder.save(&Record::new(&wish.name, wish.kind, 0))?;
    let progress = Progress::new(clock.clone());
    // Ctrl-C may come between any two steps: dropping the way up where it stands is safe, what it started stands in the record.
    let mut terminate = signal(SignalKind::terminate()).context("hear of SIGTERM")?;
    let outcome = tokio::select! {
        outcome = up(clock, &progress, wish) => outcome,
        _ = tokio::signal::ctrl_c() => Err(anyhow::anyhow!("interrupted")),
        _ = terminate.recv() => Err(anyhow::anyhow!("terminated")),
    };
    match outcome {
        Ok(record) => {
            wish.folder.save(&Record { healthy: true, ..record })?;
            progress.say(&format!("cluster {} is healthy", wish.name));
            say_how_to_use(wish);
            Ok(())
        }
        Err(err) => {
            eprintln!("error: {err:#}");
            down::run(clock, &wish.folder).await.context("clean up")?;
            bail!("cluster {} did not come up", wish.name)
        }
    }
}

fn found(record: &Record, wish: &Wish) -> anyhow::Result<()> {
    if record.healthy && record.kind == wish.kind && record.processes.iter().all(process::is_alive) {
        eprintln!("cluster {} is running since an earlier `up`", wish.name);
        say_how_to_use(wish);
        return Ok(());
    }
    bail!(
        "{} holds another or a broken cluster; `make cluster-down NAME={}` removes it",
        wish.folder.path().display(),
        wish.name
    )
}

async fn up(clock: &Clock, progress: &Progress, wish: &Wish) -> anyhow::Result<Record> {
    let record = match wish.kind {
        Kind::None => none::up(clock, progress, wish).await?,
        Kind::Native | Kind::Machines => nodes::up(clock, progress, wish).await?,
    };
    let within = match wish.kind {
        Kind::None => Duration::from_secs(60),
        Kind::Native => Duration::from_secs(180),
        Kind::Machines => Duration::from_secs(600),
    };
    let healthy = health::wait(clock, progress, &wish.folder, &record, within);
    progress.step("wait until Kubernetes is healthy", healthy).await?;
    Ok(record)
}

#[expect(clippy::print_stdout, reason = "the three next commands are what the caller wants")]
fn say_how_to_use(wish: &Wish) {
    println!("export KUBECONFIG={}", wish.folder.join("kubeconfig").display());
    match wish.kind {
        Kind::None => {
            println!("kubectl get namespaces");
            println!("kubectl create deployment web --image=example.test/web:1");
        }
        Kind::Native | Kind::Machines => {
            println!("kubectl get nodes,pods --all-namespaces -o wide");
            println!("out/bin/machinectl --machineconfig {} version", wish.folder.join("machineconfig").display());
        }
    }
}
