//! From `kubectl create` to Running, for one pod and for thirty.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use kube_api::types::core::Pod;
use kube_informer::{Client, Kubeconfig, ListOptions, Method};
use machined_base::{Clock, Shutdown, Tasks};
use tokio::process::Command;

use crate::Arguments;
use crate::cluster;
use crate::report::Section;

const DEADLINE: Duration = Duration::from_secs(180);
const LOOK: Duration = Duration::from_millis(20);
/// One pod is quick, and so is measured thrice.
const SETS: [(usize, usize); 2] = [(1, 3), (30, 1)];

pub(crate) async fn measure(arguments: &Arguments, folder: &Path, clock: &Clock) -> Result<Section> {
    let kubectl = kubectl(arguments)?;
    let kubeconfig = cluster::kubeconfig(folder);
    let config = Kubeconfig::read(&kubeconfig, "bench").context("read the kubeconfig")?.config;
    let client = Client::new(config, Tasks::new(clock.clone(), Shutdown::new()));
    let mut section = Section::new("pods, seconds from kubectl create", &["pods", "first Running", "all Running"]);
    for (count, times) in SETS {
        let mut found = Vec::new();
        for time in 0..times {
            let label = format!("bench-{count}-{time}");
            let file = folder.join(format!("{label}.yaml"));
            std::fs::write(&file, manifest(&label, count)).with_context(|| format!("write {}", file.display()))?;
            let started = clock.monotonic();
            let mut command = Command::new(&kubectl);
            command.arg("--kubeconfig").arg(&kubeconfig).arg("create").arg("-f").arg(&file);
            command.stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true);
            let mut child = command.spawn().with_context(|| format!("start {}", kubectl.display()))?;
            let (mut first, mut all) = (None, None);
            while all.is_none() {
                let running = running(&client, &label).await?;
                let took = clock.monotonic().since(started);
                if running > 0 {
                    first.get_or_insert(took);
                }
                all = (running == count).then_some(took);
                ensure!(took < DEADLINE, "{running} of {count} pods run after {} s", DEADLINE.as_secs());
                clock.sleep(LOOK).await;
            }
            ensure!(child.wait().await.context("wait for kubectl")?.success(), "kubectl create failed");
            found.push((all.unwrap_or_default(), first.unwrap_or_default()));
            remove(&client, &label, clock).await?;
        }
        found.sort();
        let (all, first) = found.get(found.len() / 2).copied().unwrap_or_default();
        section.row([count.to_string(), format!("{:.2}", first.as_secs_f64()), format!("{:.2}", all.as_secs_f64())]);
    }
    section.remark("one pod: the middle one of three runs; starting kubectl is part of it");
    Ok(section)
}

/// The newest one there is.
fn kubectl(arguments: &Arguments) -> Result<PathBuf> {
    let peers = arguments.peers.as_ref().context("no kubectl: make peers, and name its folder in IRONSTONE_PEERS")?;
    let found = ["testing", "trixie"].map(|suite| peers.join(suite).join("usr/bin/kubectl"));
    found
        .into_iter()
        .find(|path| path.exists())
        .with_context(|| format!("no kubectl in {}: make peers", peers.display()))
}

fn manifest(label: &str, count: usize) -> String {
    let mut text = String::new();
    for number in 0..count {
        let _ = write!(
            text,
            "---
apiVersion: v1
kind: Pod
metadata: {{name: {label}-{number}, labels: {{bench: {label}}}}}
spec:
  terminationGracePeriodSeconds: 0
  containers: [{{name: pause, image: \"ironstone.local/system:v1\", imagePullPolicy: Never, command: [/pause]}}]
"
        );
    }
    text
}

async fn list(client: &Client, label: &str) -> Result<Vec<Pod>> {
    let options =
        ListOptions { namespace: "default".to_owned(), labels: format!("bench={label}"), ..Default::default() };
    Ok(client.list::<Pod>(&options).await.context("list pods")?.items)
}

async fn running(client: &Client, label: &str) -> Result<usize> {
    Ok(list(client, label).await?.iter().filter(|pod| pod.status.phase == "Running").count())
}

/// The next run starts on a quiet cluster.
async fn remove(client: &Client, label: &str, clock: &Clock) -> Result<()> {
    for pod in list(client, label).await? {
        let path = format!("/api/v1/namespaces/default/pods/{}", pod.metadata.name);
        client.call(Method::DELETE, path).send().await.context("delete a pod")?;
    }
    let deadline = clock.monotonic() + DEADLINE;
    while !list(client, label).await?.is_empty() {
        ensure!(clock.monotonic() < deadline, "pods that were deleted are still there");
        clock.sleep(LOOK).await;
    }
    Ok(())
}
