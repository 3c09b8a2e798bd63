//! What goes wrong on a running cluster, and that it comes back by itself.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::possible;
use crate::application;
use crate::cluster::Cluster;

const WITHIN: Duration = Duration::from_secs(60);
/// A node is given up after 50 s without a heartbeat, as upstream's default says.
const NOTICED_WITHIN: Duration = Duration::from_secs(120);

const PODS: &str = r#"
apiVersion: v1
kind: Pod
metadata: {name: absent}
spec: {containers: [{name: c, image: example.test/nowhere:1}]}
---
apiVersion: v1
kind: Pod
metadata: {name: crashing}
spec: {containers: [{name: c, image: example.test/tools:1, command: [sh, -c, 'echo last words; exit 3']}]}
---
apiVersion: v1
kind: Pod
metadata: {name: stubborn}
spec:
  terminationGracePeriodSeconds: 2
  containers: [{name: c, image: example.test/tools:1, command: [sh, -c, 'trap "" TERM; while true; do sleep 1; done']}]
---
apiVersion: v1
kind: Pod
metadata: {name: unhealthy}
spec:
  terminationGracePeriodSeconds: 1
  containers:
  - name: c
    image: example.test/tools:1
    command: [sleep, "3600"]
    livenessProbe: {exec: {command: [cat, /nothing]}, periodSeconds: 1, failureThreshold: 2}
"#;

fn container(pod: &Value) -> &Value {
    &pod["status"]["containerStatuses"][0]
}

/// The kubelet's events of a pod, by reason.
async fn reasons(cluster: &Cluster, pod: &str) -> Result<Vec<String>> {
    let select = format!("involvedObject.name={pod}");
    let events = cluster.get(&["events", "--field-selector", &select]).await?;
    let events = events["items"].as_array().cloned().unwrap_or_default();
    Ok(events.iter().filter_map(|event| event["reason"].as_str().map(str::to_owned)).collect())
}

#[tokio::test]
async fn pods_that_fail() -> Result<()> {
    if !possible("faults::pods_that_fail") {
        return Ok(());
    }
    let cluster = Cluster::up("failing", "native", 1).await?;
    application::import(&cluster, false).await?;
    let file = cluster.path("pods.yaml");
    std::fs::write(&file, PODS)?;
    cluster.ask(&["apply", "--filename", &file.display().to_string()]).await?;

    cluster
        .eventually(WITHIN, "the missing image is said", async || {
            let pod = cluster.get(&["pod", "absent"]).await?;
            let reason = container(&pod)["state"]["waiting"]["reason"].as_str().unwrap_or_default().to_owned();
            Ok(["ErrImagePull", "ImagePullBackOff"].contains(&reason.as_str())
                && reasons(&cluster, "absent").await?.iter().any(|reason| reason == "Failed"))
        })
        .await?;
    cluster
        .eventually(WITHIN, "the crashing container backs off", async || {
            let pod = cluster.get(&["pod", "crashing"]).await?;
            let status = container(&pod);
            Ok(status["restartCount"].as_u64() >= Some(2)
                && status["state"]["waiting"]["reason"] == "CrashLoopBackOff"
                && status["lastState"]["terminated"]["exitCode"] == 3
                && reasons(&cluster, "crashing").await?.iter().any(|reason| reason == "BackOff"))
        })
        .await?;
    let said = cluster.ask(&["logs", "crashing", "--previous"]).await?;
    ensure!(said == "last words\n", "{said:?}");
    cluster
        .eventually(WITHIN, "the unhealthy container is started again", async || {
            let pod = cluster.get(&["pod", "unhealthy"]).await?;
            let told = reasons(&cluster, "unhealthy").await?;
            Ok(container(&pod)["restartCount"].as_u64() >= Some(1)
                && ["Unhealthy", "Killing"].iter().all(|reason| told.iter().any(|it| it == reason)))
        })
        .await?;
    // It ignores SIGTERM: SIGKILL ends it after its grace.
    cluster.ask(&["wait", "--for=condition=Ready", "pod/stubborn", "--timeout=60s"]).await?;
    cluster.ask(&["delete", "pod", "stubborn", "--timeout=30s"]).await?;
    Ok(())
}

#[tokio::test]
async fn an_application_comes_back() -> Result<()> {
    if !possible("faults::an_application_comes_back") {
        return Ok(());
    }
    let cluster = Cluster::up("back", "native", 2).await?;
    let (plane, first, second) = (cluster.control_plane(), cluster.worker(1), cluster.worker(2));
    application::import(&cluster, false).await?;
    application::deploy(&cluster).await?;

    // A container that is killed, a pod that is deleted.
    let on = cluster.get(&["--namespace", "shop", "pod", "db-0"]).await?;
    let on = on["spec"]["nodeName"].as_str().context("it is on a node")?.to_owned();
    kill(&cluster, &on, "httpd -f -p 8080 -h /tmp")?;
    cluster
        .eventually(WITHIN, "the killed container runs again", async || {
            let pods = cluster.get(&["--namespace", "shop", "pods", "--selector", "app=db"]).await?;
            let pods = pods["items"].as_array().cloned().unwrap_or_default();
            let restarts: u64 = pods.iter().filter_map(|pod| container(pod)["restartCount"].as_u64()).sum();
            Ok(restarts == 1 && pods.iter().all(|pod| container(pod)["ready"] == true))
        })
        .await?;
    cluster.ask(&["--namespace", "shop", "delete", "pod", "--selector", "app=web", "--timeout=60s"]).await?;
    application::running(&cluster).await?;
    application::answers(&cluster, &[plane.clone(), first.clone(), second.clone()]).await?;

    // A worker reboots: orderly, and noticed.
    let before = starts(&cluster, &first).await?;
    cluster.machinectl(&["reboot", "--nodes", &first, "--yes"]).await?.good()?;
    cluster
        .eventually(WITHIN, "the worker has booted again", async || Ok(starts(&cluster, &first).await? > before))
        .await?;
    cluster.ask(&["wait", "--for=condition=Ready", &format!("node/{first}"), "--timeout=60s"]).await?;
    application::running(&cluster).await?;
    application::answers(&cluster, &[plane.clone(), first.clone(), second.clone()]).await?;

    // A worker loses its power: the control plane notices, taints, and goes on without it.
    cluster.control("power-cut", &[&second]).await?.good()?;
    cluster.ask(&["wait", "--for=condition=Ready=Unknown", &format!("node/{second}"), "--timeout=120s"]).await?;
    cluster
        .eventually(NOTICED_WITHIN, "the lost worker is tainted", async || {
            let node = cluster.get(&["node", &second]).await?;
            let taints = node["spec"]["taints"].as_array().cloned().unwrap_or_default();
            Ok(taints.iter().any(|it| it["key"] == "node.kubernetes.io/unreachable" && it["effect"] == "NoExecute"))
        })
        .await?;
    application::service_answers(&cluster, &[plane.clone(), first.clone()]).await?;
    cluster.control("start", &[&second]).await?.good()?;
    cluster.ask(&["wait", "--for=condition=Ready", &format!("node/{second}"), "--timeout=90s"]).await?;
    application::running(&cluster).await?;
    application::answers(&cluster, &[plane, first, second]).await
}

/// How often a node was started. Its boot id tells nothing here: the kernel is the host's.
async fn starts(cluster: &Cluster, node: &str) -> Result<u32> {
    let status = cluster.control("status", &[]).await?.good()?;
    let row = status.lines().find(|line| line.starts_with(node)).with_context(|| format!("{node} in\n{status}"))?;
    row.split_whitespace().last().context("a count")?.parse().context("a count")
}

/// Every process of ours on the control plane's node but PID 1, by what its command line begins with.
pub(super) const PROCESSES: [&str; 10] = [
    "/usr/bin/kube apiserver",
    "/usr/bin/kube controller-manager",
    "/usr/bin/kube etcd",
    "/usr/bin/kube kubelet",
    "/usr/bin/kube network",
    "/usr/bin/kube proxy",
    "/usr/bin/kube scheduler",
    "/usr/bin/kube dns",
    "/usr/bin/machined",
    "apid",
];

#[tokio::test]
async fn every_process_killed_comes_back() -> Result<()> {
    if !possible("faults::every_process_killed_comes_back") {
        return Ok(());
    }
    let cluster = Cluster::up("killed", "native", 1).await?;
    let plane = cluster.control_plane();
    for program in PROCESSES {
        let before = restarts(&cluster).await?;
        let killed = kill(&cluster, &plane, program)?;
        cluster
            .eventually(WITHIN, &format!("{program} runs again"), async || {
                Ok(!processes(&cluster, &plane, program)?.is_empty()
                    && !processes(&cluster, &plane, program)?.contains(&killed))
            })
            .await?;
        let component = program.rsplit(' ').next().unwrap_or_default();
        let all_is_well = async || {
            cluster.ask(&["wait", "--for=condition=Ready", "nodes", "--all", "--timeout=5s"]).await?;
            let pods = ["--namespace", "kube-system", "wait", "--for=condition=Ready", "pods", "--all", "--timeout=5s"];
            cluster.ask(&pods).await?;
            cluster.machinectl(&["health"]).await?.good()?;
            // A process that runs in a pod is another container now: until the API tells of it, the rest is old as well.
            let now = restarts(&cluster).await?;
            let mut of_component = before.iter().filter(|(pod, _)| pod.contains(component)).peekable();
            Ok(of_component.peek().is_none() || of_component.any(|(pod, old)| now.get(pod) != Some(old)))
        };
        cluster.eventually(WITHIN, &format!("all is well after {program} was killed"), all_is_well).await?;
        // Only the container that was killed starts again.
        for (pod, (count, id)) in restarts(&cluster).await? {
            let Some((old, old_id)) = before.get(&pod) else {
                anyhow::bail!("{pod} is new after {program} was killed")
            };
            if id != *old_id {
                ensure!(pod.contains(component), "{pod} started again when {program} was killed");
                ensure!(count == old + 1, "{pod} counts {count} restarts after {old}");
            }
        }
    }
    Ok(())
}

/// Of each pod: how often its container started again, and which container it is.
async fn restarts(cluster: &Cluster) -> Result<BTreeMap<String, (u64, String)>> {
    let pods = cluster.get(&["--namespace", "kube-system", "pods"]).await?;
    let pods = pods["items"].as_array().cloned().unwrap_or_default();
    Ok(pods
        .iter()
        .map(|pod| {
            let status = container(pod);
            let count = status["restartCount"].as_u64().unwrap_or_default();
            (pod["metadata"]["name"].to_string(), (count, status["containerID"].to_string()))
        })
        .collect())
}

/// SIGKILL from the host, to one process of the node.
fn kill(cluster: &Cluster, node: &str, program: &str) -> Result<i32> {
    let found = processes(cluster, node, program)?;
    let pid = *found.first().with_context(|| format!("{program} runs on {node}"))?;
    nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), nix::sys::signal::Signal::SIGKILL)?;
    Ok(pid)
}

/// The host's ids of a node's processes that run this program.
pub(super) fn processes(cluster: &Cluster, node: &str, program: &str) -> Result<Vec<i32>> {
    let disk = cluster.path("machines").join(node).join("disk").join("ephemeral");
    let disk = disk.display().to_string();
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc")? {
        let folder = entry?.path();
        let Some(pid) = folder.file_name().and_then(|n| n.to_str()).and_then(|n| n.parse::<i32>().ok()) else {
            continue;
        };
        // A process may end between two reads: it is then none of those that run.
        let Ok(line) = std::fs::read(folder.join("cmdline")) else { continue };
        let line = String::from_utf8_lossy(&line).replace('\0', " ");
        if line.starts_with(program) && of_node(pid, &disk) {
            found.push(pid);
        }
    }
    Ok(found)
}

/// Whether it descends from the node's PID 1, which has the node's disk mounted.
fn of_node(pid: i32, disk: &str) -> bool {
    let mut at = pid;
    for _ in 0..64 {
        let mounts = std::fs::read_to_string(format!("/proc/{at}/mountinfo")).unwrap_or_default();
        if mounts.lines().any(|line| disk.ends_with(line.split(' ').nth(3).unwrap_or("?"))) {
            return true;
        }
        let Ok(status) = std::fs::read_to_string(format!("/proc/{at}/status")) else { return false };
        let parent = status.lines().find_map(|line| line.strip_prefix("PPid:")).and_then(|p| p.trim().parse().ok());
        match parent {
            Some(parent) if parent > 1 => at = parent,
            _ => return false,
        }
    }
    false
}
