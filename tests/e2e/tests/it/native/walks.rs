//! The walks of docs/walks on native nodes: each by its own name.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use super::possible;
use crate::application;
use crate::cluster::Cluster;

#[tokio::test]
async fn apply_config_to_join() -> Result<()> {
    if !possible("walks::apply_config_to_join") {
        return Ok(());
    }
    let cluster = Cluster::up("join", "native", 1).await?;
    let (plane, worker) = (cluster.control_plane(), cluster.worker(1));

    let nodes = cluster.get(&["nodes"]).await?;
    let nodes = nodes["items"].as_array().cloned().unwrap_or_default();
    let names: BTreeSet<&str> = nodes.iter().filter_map(|n| n["metadata"]["name"].as_str()).collect();
    ensure!(names == BTreeSet::from([plane.as_str(), worker.as_str()]), "{names:?}");
    for node in &nodes {
        let info = &node["status"]["nodeInfo"];
        for field in ["osImage", "kernelVersion", "containerRuntimeVersion", "kubeletVersion", "machineID", "bootID"] {
            ensure!(info[field].as_str().is_some_and(|text| !text.is_empty()), "{field} of {node} is empty");
        }
    }
    let described = cluster.get(&["node", &plane]).await?;
    ensure!(described["metadata"]["labels"]["node-role.kubernetes.io/control-plane"] == "", "{described}");
    ensure!(described["spec"]["taints"][0]["key"] == "node-role.kubernetes.io/control-plane", "{described}");
    ensure!(described["spec"]["taints"][0]["effect"] == "NoSchedule", "{described}");

    let pods = cluster.ask(&["get", "pods", "--all-namespaces", "--no-headers", "--output", "wide"]).await?;
    for component in ["etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler"] {
        let pod = format!("{component}-{plane} ");
        ensure!(pods.contains(&pod), "{pod} is missing in\n{pods}");
    }
    for workload in ["kube-proxy-", "network-", "dns-"] {
        let on: BTreeSet<&str> = pods
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>())
            .filter(|row| row.get(1).is_some_and(|name| name.starts_with(workload)))
            .filter(|row| row.get(3) == Some(&"Running"))
            .filter_map(|row| row.get(7).copied())
            .collect();
        ensure!(on == names, "{workload} runs on {on:?}\n{pods}");
    }

    let again = cluster.control("up", &["--nodes", "native"]).await?;
    ensure!(again.code == 0 && again.stderr.contains("is running"), "{again:?}");
    Ok(())
}

#[tokio::test]
async fn deployment_to_pod() -> Result<()> {
    if !possible("walks::deployment_to_pod") {
        return Ok(());
    }
    let cluster = Cluster::up("walk", "native", 2).await?;
    application::import(&cluster, true).await?;
    application::deploy(&cluster).await?;
    application::answers(&cluster, &[cluster.control_plane(), cluster.worker(1), cluster.worker(2)]).await?;
    application::surroundings(&cluster).await?;
    application::asks_the_api(&cluster).await?;
    application::follows_its_settings(&cluster).await?;
    application::jobs(&cluster).await
}
