//! What pods may not take from each other and from their node: memory, processor time, processes, disk. Native nodes cannot
//! show it: their host keeps its cgroups and its disk to itself. One cluster for all of it.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::application;
use crate::cluster::Cluster;

const MANIFEST: &str = "cases/limits.yaml";
const STARTS: &str = "--timeout=240s";
const WITHIN: Duration = Duration::from_secs(240);
/// A bomb takes its time under emulation, with one processor of two.
const BOMB_WITHIN: Duration = Duration::from_secs(480);
/// The kubelet looks every ten seconds, and the node's word goes through two more hands.
const PRESSURE_WITHIN: Duration = Duration::from_secs(180);
/// Pressure is shown for five minutes after its end.
const RELIEF_WITHIN: Duration = Duration::from_secs(480);
const TAINT: &str = "node.kubernetes.io/disk-pressure";

#[tokio::test]
async fn a_pod_takes_no_more_than_it_may() -> Result<()> {
    let cluster = Cluster::up("limits", "machines", 1).await?;
    let worker = cluster.worker(1);
    application::import(&cluster, false).await?;
    let manifest = std::fs::read_to_string(MANIFEST)?;
    let file = cluster.path("limits.yaml");
    std::fs::write(&file, manifest.replace("WORKER", &worker))?;
    cluster.ask(&["apply", "--filename", &file.display().to_string()]).await?;
    cluster
        .ask(&["wait", "--for=condition=Ready", "pod/bystander", "pod/bomb", "pod/filler", "pod/hoarder", STARTS])
        .await?;
    cluster.say("pods run");

    numbers_stand(&cluster).await?;
    cluster.say("limits stand in the cgroups");
    let before = containers(&cluster).await?;
    full_disk(&cluster, &worker).await?;
    cluster.say("the node was out of disk, and the filler was evicted");
    out_of_memory(&cluster).await?;
    cluster.say("the greedy container was killed, and started again");
    size_limit(&cluster).await?;
    cluster.say("the hoarder was evicted");
    fork_bomb(&cluster).await?;
    cluster.say("the fork bomb was contained");
    relief(&cluster, &worker).await?;
    cluster.say("the node has room again");
    let after = containers(&cluster).await?;
    ensure!(after == before, "only what took too much was ended: {before:?} became {after:?}");
    Ok(())
}

/// Requests and limits as the container itself sees them: upstream's numbers for cgroup v2.
async fn numbers_stand(cluster: &Cluster) -> Result<()> {
    let read = "cd /sys/fs/cgroup; for f in cpu.max cpu.weight memory.max memory.swap.max memory.oom.group; do echo $f $(cat $f); done";
    let seen = cluster.ask(&["exec", "bystander", "--", "sh", "-c", read]).await?;
    let expected = "cpu.max 20000 100000\ncpu.weight 4\nmemory.max 33554432\nmemory.swap.max 0\nmemory.oom.group 1\n";
    ensure!(seen == expected, "{seen}");
    Ok(())
}

/// The container that allocates beyond its limit is killed, and no other one, not even in its own pod.
async fn out_of_memory(cluster: &Cluster) -> Result<()> {
    cluster
        .eventually(WITHIN, "the greedy container is killed for its memory, and started again", async || {
            let greedy = status(cluster, "greedy", "greedy").await?;
            let ended = &greedy["lastState"]["terminated"];
            Ok(greedy["restartCount"].as_u64() >= Some(1) && ended["reason"] == "OOMKilled" && ended["exitCode"] == 137)
        })
        .await?;
    let beside = status(cluster, "greedy", "beside").await?;
    ensure!(beside["restartCount"] == 0 && beside["state"]["running"].is_object(), "{beside}");
    // The last word before the limit, and none after it.
    let said = cluster.ask(&["logs", "greedy", "--container", "greedy", "--previous"]).await?;
    ensure!(said == "start\n", "{said:?}");
    cluster.ask(&["delete", "pod", "greedy", "--timeout=120s"]).await?;
    Ok(())
}

/// The pod's own limit of processes stops it; meanwhile everybody else goes on.
async fn fork_bomb(cluster: &Cluster) -> Result<()> {
    let mut bomb = cluster.start_kubectl(&["exec", "bomb", "--", "sh", "-c", "touch /tmp/go"])?;
    ensure!(bomb.wait().await?.success(), "the bomb is lit");
    cluster
        .eventually(BOMB_WITHIN, "the bomb finds no more processes", async || {
            cluster
                .ask(&["exec", "bystander", "--", "wget", "-q", "-O", "-", "-T", "20", "http://127.0.0.1:8080/"])
                .await?;
            Ok(cluster.ask(&["logs", "bomb", "--tail=3"]).await?.contains("can't fork"))
        })
        .await?;
    ready(cluster).await?;
    let state = status(cluster, "bomb", "bomb").await?;
    ensure!(
        state["restartCount"] == 0 && state["state"]["running"].is_object(),
        "it is its processes that ran out: {state}"
    );
    cluster.ask(&["delete", "pod", "bomb", "--timeout=240s"]).await?;
    ready(cluster).await
}

/// An emptyDir that grows beyond its limit ends its pod, while the disk has room for many more.
async fn size_limit(cluster: &Cluster) -> Result<()> {
    cluster.ask(&["exec", "hoarder", "--", "dd", "if=/dev/zero", "of=/data/file", "bs=1M", "count=24"]).await?;
    let message = evicted(cluster, "hoarder").await?;
    ensure!(message == "Usage of EmptyDir volume \"data\" exceeds the limit \"16Mi\". ", "{message:?}");
    cluster.ask(&["delete", "pod", "hoarder"]).await?;
    Ok(())
}

async fn full_disk(cluster: &Cluster, worker: &str) -> Result<()> {
    ensure!(condition(cluster, worker).await? == "False", "the node has room");
    // Reserved, not written: the machine's disk is a sparse file of the host.
    let fill =
        "set -- $(busybox df -k /data | tail -n 1); exec busybox fallocate -l $(($4 * 95 / 100 * 1024)) /data/file";
    cluster.ask(&["exec", "filler", "--", "sh", "-c", fill]).await?;
    cluster
        .eventually(PRESSURE_WITHIN, "the node tells of its disk and is tainted", async || {
            Ok(condition(cluster, worker).await? == "True"
                && taints(cluster, worker).await?.iter().any(|it| it == TAINT))
        })
        .await?;
    let message = evicted(cluster, "filler").await?;
    let words = "The node was low on resource: ephemeral-storage. Threshold quantity: ";
    ensure!(message.starts_with(words), "{message:?}");
    ready(cluster).await
}

/// What the filler had is given back, though its object is still there.
async fn relief(cluster: &Cluster, worker: &str) -> Result<()> {
    cluster
        .eventually(RELIEF_WITHIN, "the node has room again and takes pods", async || {
            Ok(condition(cluster, worker).await? == "False"
                && !taints(cluster, worker).await?.iter().any(|it| it == TAINT))
        })
        .await?;
    cluster.ask(&["get", "pod", "filler"]).await?;
    Ok(())
}

/// What an evicted pod says of its end; an event has said it too.
async fn evicted(cluster: &Cluster, pod: &str) -> Result<String> {
    cluster
        .eventually(PRESSURE_WITHIN, &format!("{pod} is evicted"), async || {
            let pod = cluster.get(&["pod", pod]).await?;
            Ok(pod["status"]["phase"] == "Failed" && pod["status"]["reason"] == "Evicted")
        })
        .await?;
    cluster
        .eventually(WITHIN, &format!("an event tells of the end of {pod}"), async || {
            let of = format!("involvedObject.name={pod},reason=Evicted");
            let events = cluster.get(&["events", "--field-selector", &of]).await?;
            Ok(!events["items"].as_array().is_none_or(Vec::is_empty))
        })
        .await?;
    let pod = cluster.get(&["pod", pod]).await?;
    Ok(pod["status"]["message"].as_str().context("a message")?.to_owned())
}

/// Everybody answers: both nodes, the API, and the pod beside.
async fn ready(cluster: &Cluster) -> Result<()> {
    cluster.ask(&["wait", "--for=condition=Ready", "nodes", "--all", "--timeout=5s"]).await?;
    cluster.ask(&["get", "--raw", "/readyz"]).await?;
    let page = cluster
        .ask(&["exec", "bystander", "--", "wget", "-q", "-O", "-", "-T", "20", "http://127.0.0.1:8080/"])
        .await?;
    ensure!(page == "here\n", "{page:?}");
    Ok(())
}

/// Which container each pod has whose end nobody asked for, all over the cluster.
async fn containers(cluster: &Cluster) -> Result<BTreeMap<String, Vec<String>>> {
    let pods = cluster.get(&["pods", "--all-namespaces"]).await?;
    let pods = pods["items"].as_array().cloned().unwrap_or_default();
    let kept = |pod: &&Value| !["greedy", "bomb", "hoarder", "filler"].iter().any(|it| pod["metadata"]["name"] == *it);
    let ids = |pod: &Value| {
        let statuses = pod["status"]["containerStatuses"].as_array().cloned().unwrap_or_default();
        statuses.iter().map(|it| it["containerID"].to_string()).collect()
    };
    Ok(pods.iter().filter(kept).map(|pod| (pod["metadata"]["name"].to_string(), ids(pod))).collect())
}

async fn status(cluster: &Cluster, pod: &str, container: &str) -> Result<Value> {
    let pod = cluster.get(&["pod", pod]).await?;
    let statuses = pod["status"]["containerStatuses"].as_array().cloned().unwrap_or_default();
    statuses.into_iter().find(|it| it["name"] == container).context("its status")
}

async fn condition(cluster: &Cluster, node: &str) -> Result<String> {
    let path = "jsonpath={.status.conditions[?(@.type==\"DiskPressure\")].status}";
    cluster.ask(&["get", "node", node, "--output", path]).await
}

async fn taints(cluster: &Cluster, node: &str) -> Result<Vec<String>> {
    let keys = cluster.ask(&["get", "node", node, "--output", "jsonpath={.spec.taints[*].key}"]).await?;
    Ok(keys.split_whitespace().map(str::to_owned).collect())
}
