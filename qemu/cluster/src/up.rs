//! The way up, whatever the nodes are: refuse what cannot be, start the nodes, wait until Kubernetes is healthy, say how to use it.
//! A step that fails, or Ctrl-C, takes down what was started; its logs are printed before.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, bail};
use kube_api::types::core::{Namespace, ServiceAccount};
use kube_informer::{Client, Kubeconfig};
use machined_base::{Clock, Shutdown, Tasks};

use crate::progress::Progress;
use crate::record::{Folder, Kind, Record};
use crate::{down, nodes, none};

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
    std::fs::create_dir_all(wish.folder.path()).with_context(|| format!("make {}", wish.folder.path().display()))?;
    let progress = Progress::new(clock.clone());
    // Ctrl-C may come between any two steps: dropping the way up where it stands is safe, what it started stands in the record.
    let outcome = tokio::select! {
        outcome = up(clock, &progress, wish) => outcome,
        _ = tokio::signal::ctrl_c() => Err(anyhow::anyhow!("interrupted")),
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
    if record.healthy && record.kind == wish.kind {
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
    progress.step("wait until Kubernetes is healthy", healthy(clock, wish)).await?;
    Ok(record)
}

/// The controllers have done their first work when the default namespace has its service account.
async fn healthy(clock: &Clock, wish: &Wish) -> anyhow::Result<()> {
    let kubeconfig = Kubeconfig::read(&wish.folder.join("kubeconfig"), "cluster").context("read the kubeconfig")?;
    let client = Client::new(kubeconfig.config, Tasks::new(clock.clone(), Shutdown::new()));
    let deadline = clock.monotonic().0 + Duration::from_secs(60);
    loop {
        let namespace = client.get::<Namespace>("", "default").await;
        let account = client.get::<ServiceAccount>("default", "default").await;
        match (namespace, account) {
            (Ok(_), Ok(_)) => return Ok(()),
            (Err(err), _) | (_, Err(err)) if clock.monotonic().0 > deadline => {
                return Err(err).context("Kubernetes is not healthy");
            }
            _ => clock.sleep(Duration::from_millis(50)).await,
        }
    }
}

#[expect(clippy::print_stdout, reason = "the three next commands are what the caller wants")]
fn say_how_to_use(wish: &Wish) {
    println!("export KUBECONFIG={}", wish.folder.join("kubeconfig").display());
    println!("kubectl get namespaces");
    println!("kubectl create deployment web --image=example.test/web:1");
}
