//! The small application that machines run (`cases/machines.yaml`): a page behind a Service, and a client on every node.

use std::time::Duration;

use anyhow::Result;

use crate::cluster::Cluster;

/// Containers start slowly under emulation, and slower while the host is busy.
const ROLLOUT: &str = "--timeout=300s";
const ANSWERS_WITHIN: Duration = Duration::from_secs(240);

pub(crate) async fn deploy(cluster: &Cluster) -> Result<()> {
    cluster.ask(&["apply", "--filename", "cases/machines.yaml"]).await?;
    runs(cluster).await
}

/// Waits until all of it runs.
pub(crate) async fn runs(cluster: &Cluster) -> Result<()> {
    for workload in ["deployment/page", "daemonset/client"] {
        cluster.ask(&["rollout", "status", workload, ROLLOUT]).await?;
    }
    Ok(())
}

/// From every node, by the Service's name.
pub(crate) async fn answers(cluster: &Cluster, nodes: &[String]) -> Result<()> {
    for node in nodes {
        let on = format!("spec.nodeName={node}");
        cluster
            .eventually(ANSWERS_WITHIN, &format!("the Service answers on {node}"), async || {
                let name = ["--selector", "app=client", "--field-selector", &on, "--output", "name"];
                let client = cluster.ask(&[&["get", "pods"][..], &name].concat()).await?;
                let get = ["--", "wget", "-q", "-O", "-", "-T", "10", "http://page/"];
                let page = cluster.ask(&[&["exec", client.trim()][..], &get].concat()).await?;
                Ok(page.starts_with("page of page-"))
            })
            .await?;
    }
    Ok(())
}
