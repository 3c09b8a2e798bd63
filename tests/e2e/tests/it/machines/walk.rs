//! The walk from a configuration to a Ready node on machines, and what befalls a worker afterwards: one cluster for all of it,
//! because a machine's boot is most of the cost. What needs no machine is shown on native nodes.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::application;
use crate::cluster::Cluster;
use crate::page;

/// From the machine API's answer to the next boot's kernel, and from there to Ready.
const BOOT_WITHIN: Duration = Duration::from_secs(300);
const READY: &str = "--timeout=300s";

#[tokio::test]
async fn an_application_outlives_a_reboot_and_a_power_cut() -> Result<()> {
    let cluster = Cluster::up("machines", "machines", 1).await?;
    let (plane, worker) = (cluster.control_plane(), cluster.worker(1));
    let nodes = [plane.clone(), worker.clone()];
    cluster.say("healthy");

    everything_is_there(&cluster, &plane, &worker).await?;
    application::import(&cluster, false).await?;
    page::deploy(&cluster).await?;
    page::answers(&cluster, &nodes).await?;
    cluster.say("the application answers");

    let before = boot(&cluster, &worker).await?;
    cluster.machinectl(&["reboot", "--nodes", &worker, "--yes"]).await?.good()?;
    booted_again(&cluster, &worker, &before).await?;
    page::answers(&cluster, &nodes).await?;
    cluster.say("the application answers after a reboot of the worker");

    let before = boot(&cluster, &worker).await?;
    cluster.control("power-cut", &[&worker]).await?.good()?;
    cluster.ask(&["wait", "--for=condition=Ready=Unknown", &format!("node/{worker}"), READY]).await?;
    cluster.say("the power cut was noticed");
    cluster.control("start", &[&worker]).await?.good()?;
    booted_again(&cluster, &worker, &before).await?;
    page::answers(&cluster, &nodes).await?;
    cluster.say("the application answers after a power cut of the worker");
    Ok(())
}

/// What `up` has waited for, seen with the stock client.
async fn everything_is_there(cluster: &Cluster, plane: &str, worker: &str) -> Result<()> {
    let nodes = cluster.ask(&["get", "nodes", "--no-headers"]).await?;
    for node in [plane, worker] {
        let row = nodes.lines().find(|line| line.starts_with(node)).with_context(|| format!("{node} in\n{nodes}"))?;
        ensure!(row.split_whitespace().nth(1) == Some("Ready"), "{row}");
    }
    let pods = cluster.ask(&["--namespace", "kube-system", "get", "pods", "--no-headers"]).await?;
    let expected = [
        format!("etcd-{plane} "),
        format!("kube-apiserver-{plane} "),
        format!("kube-controller-manager-{plane} "),
        format!("kube-scheduler-{plane} "),
        "kube-proxy-".to_owned(),
        "network-".to_owned(),
        "dns-".to_owned(),
    ];
    for name in expected {
        ensure!(pods.lines().any(|line| line.starts_with(&name)), "{name} is missing in\n{pods}");
    }
    let running = |line: &str| line.split_whitespace().nth(1) == Some("1/1") && line.contains(" Running ");
    ensure!(pods.lines().all(running), "{pods}");
    // A machine is known by its address on the cluster's network, never by the one that the desk comes through.
    let addresses = cluster
        .ask(&["get", "nodes", "--output", "jsonpath={.items[*].status.addresses[?(@.type==\"InternalIP\")].address}"])
        .await?;
    ensure!(addresses == "10.5.0.10 10.5.0.11", "{addresses}");
    Ok(())
}

/// The kernel's own name for this boot.
async fn boot(cluster: &Cluster, node: &str) -> Result<String> {
    cluster.ask(&["get", "node", node, "--output", "jsonpath={.status.nodeInfo.bootID}"]).await
}

/// A new boot, Ready, with all its pods.
async fn booted_again(cluster: &Cluster, node: &str, before: &str) -> Result<()> {
    cluster
        .eventually(BOOT_WITHIN, &format!("{node} has booted again"), async || {
            Ok(boot(cluster, node).await?.as_str() != before)
        })
        .await?;
    cluster.ask(&["wait", "--for=condition=Ready", &format!("node/{node}"), READY]).await?;
    page::runs(cluster).await
}
