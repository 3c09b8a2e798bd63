//! `machinectl` against a running cluster: what it shows, what it changes, and what is refused.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::possible;
use crate::cluster::Cluster;

/// Commands that show something, and a word that stands in the table's answer. A native node has no disk.
const SHOWS: [(&[&str], &str); 12] = [
    (&["version"], "KUBERNETES"),
    (&["health"], "static pod kube-apiserver"),
    (&["services"], "containerd"),
    (&["disks"], ""),
    (&["links"], "eth0"),
    (&["logs", "kubelet", "--tail", "5"], "kubelet"),
    (&["dmesg"], ""),
    (&["get"], "links"),
    (&["get", "links"], "eth0"),
    (&["events"], "NODE"),
    (&["processes"], "machined"),
    (&["memory"], "NODE"),
];

#[tokio::test]
async fn shows_and_changes() -> Result<()> {
    if !possible("machinectl::shows_and_changes") {
        return Ok(());
    }
    let cluster = Cluster::up("desk", "native", 1).await?;
    let (plane, worker) = (cluster.control_plane(), cluster.worker(1));
    shows(&cluster, &plane).await?;
    refuses(&cluster, &plane, &worker).await?;
    changes(&cluster, &worker).await?;
    ends(&cluster, &worker).await
}

async fn shows(cluster: &Cluster, plane: &str) -> Result<()> {
    for (command, word) in SHOWS {
        let on = [&["--nodes", plane], command].concat();
        let table = cluster.machinectl(&on).await?.good().with_context(|| format!("{command:?}"))?;
        ensure!(table.contains(word), "{command:?} shows no {word:?}:\n{table}");
        for form in ["json", "yaml"] {
            let text = cluster.machinectl(&[&on[..], &["--output", form]].concat()).await?.good()?;
            let is = match form {
                "json" => serde_json::Deserializer::from_str(&text).into_iter::<Value>().all(|it| it.is_ok()),
                _ => !text.trim().is_empty(),
            };
            ensure!(is, "{command:?} as {form}:\n{text}");
        }
    }
    Ok(())
}

/// Everything that must change nothing.
async fn refuses(cluster: &Cluster, plane: &str, worker: &str) -> Result<()> {
    let again = cluster.machinectl(&["--nodes", plane, "bootstrap"]).await?.refused(1)?;
    ensure!(again.contains("bootstrap"), "{again}");

    let of_plane = std::fs::read_to_string(cluster.path(&format!("{plane}.yaml")))?;
    let of_worker = cluster.path(&format!("{worker}.yaml")).display().to_string();
    let foreign = cluster.machinectl(&["--nodes", plane, "apply-config", &of_worker]).await?.refused(1)?;
    ensure!(foreign.contains("role"), "{foreign}");

    // Two faults in one file: both with their line and field.
    let faulty = cluster.path("faulty.yaml");
    let text =
        of_plane.replacen("hostname: ", "hostnaem: ", 1).replacen("addresses: [", "addresses: [not-an-address, ", 1);
    std::fs::write(&faulty, text)?;
    let faulty = faulty.display().to_string();
    for command in [&["validate", faulty.as_str()][..], &["--nodes", plane, "apply-config", faulty.as_str()]] {
        let told = cluster.machinectl(command).await?.refused(1)?;
        ensure!(told.contains("hostnaem") && told.contains("not-an-address"), "{told}");
        ensure!(told.matches("line ").count() >= 2 || told.matches("faulty.yaml:").count() >= 2, "{told}");
    }
    // Without its own credentials nobody is answered.
    let nobody = cluster.machinectl(&["--nodes", plane, "--machineconfig", "/dev/null", "version"]).await?;
    ensure!(nobody.code != 0, "{nobody:?}");
    Ok(())
}

async fn changes(cluster: &Cluster, worker: &str) -> Result<()> {
    let now = std::fs::read_to_string(cluster.path(&format!("{worker}.yaml")))?;
    let label = cluster.path("labelled.yaml");
    std::fs::write(&label, format!("{now}\n---\napiVersion: ironstone/v1\nkind: Kubelet\nlabels: {{disk: fast}}\n"))?;
    let label = label.display().to_string();
    let dry = cluster.machinectl(&["--nodes", worker, "apply-config", "--dry-run", &label]).await?.good()?;
    ensure!(dry.contains("+") && dry.contains("disk: fast"), "a dry run shows the difference:\n{dry}");
    let labels = async || Ok(cluster.get(&["node", worker]).await?["metadata"]["labels"]["disk"] == "fast");
    ensure!(!labels().await?, "a dry run changes nothing");
    cluster.machinectl(&["--nodes", worker, "apply-config", &label]).await?.good()?;
    cluster.eventually(std::time::Duration::from_secs(60), "the node's new label", labels).await
}

/// A worker that is reset forgets everything, and waits for a configuration.
async fn ends(cluster: &Cluster, worker: &str) -> Result<()> {
    let console = cluster.path("machines").join(worker).join("console.log");
    let waits = || -> Result<usize> {
        Ok(String::from_utf8_lossy(&std::fs::read(&console)?).matches("  fingerprint  ").count())
    };
    let before = waits()?;
    cluster.machinectl(&["--nodes", worker, "reset", "--reboot", "--yes"]).await?.good()?;
    cluster
        .eventually(
            std::time::Duration::from_secs(60),
            "maintenance mode after a reset",
            async || Ok(waits()? > before),
        )
        .await
}
