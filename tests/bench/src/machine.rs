//! What a machine tells of itself over its API, through `machinectl`. It knows no Pss: that column stays empty.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tests_store::bench::Memory;
use tokio::process::Command;

use crate::Arguments;
use crate::cluster::Node;
use crate::memory::{self, Process};

pub(crate) async fn look(arguments: &Arguments, folder: &Path, record: &Value) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    for name in record["nodes"].as_array().into_iter().flatten().filter_map(|it| it["name"].as_str()) {
        let processes = ask(arguments, folder, name, "processes").await?;
        let processes = processes.as_array().into_iter().flatten().filter_map(process).collect();
        let memory = ask(arguments, folder, name, "memory").await?;
        let figure = |field: &str| memory[0][field].as_u64().with_context(|| format!("{name} tells no {field} memory"));
        let used = figure("total")?.saturating_sub(figure("available")?) / 1024;
        nodes.push(Node { name: name.to_owned(), processes, used: Some(used) });
    }
    Ok(nodes)
}

async fn ask(arguments: &Arguments, folder: &Path, node: &str, what: &str) -> Result<Value> {
    let program = arguments.out.join("bin/machinectl");
    let mut command = Command::new(&program);
    command.env("MACHINECONFIG", folder.join("machineconfig")).args(["--nodes", node, "--output", "json", what]);
    let output = command.kill_on_drop(true).output().await.with_context(|| format!("start {}", program.display()))?;
    ensure!(output.status.success(), "machinectl {what}: {}", String::from_utf8_lossy(&output.stderr).trim());
    serde_json::from_slice(&output.stdout).with_context(|| format!("read what {what} printed"))
}

/// The kernel's own threads have a name in brackets and are left out.
fn process(record: &Value) -> Option<Process> {
    let command = record["command"].as_str().filter(|command| !command.starts_with('['))?;
    let words: Vec<String> = command.split(' ').map(str::to_owned).collect();
    let cpu_s: f64 = record["cpu"].as_str()?.trim_end_matches('s').parse().ok()?;
    Some(Process {
        pid: u32::try_from(record["pid"].as_u64()?).ok()?,
        name: memory::name(&words),
        memory: Memory { pss: 0, anonymous: record["anonymousBytes"].as_u64()? / 1024 },
        cpu_ms: (cpu_s * 1000.0) as u64,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_of_the_machine_api_is_a_process() {
        let record = serde_json::json!({"pid": 7, "cpu": "1.25s", "anonymousBytes": 2048,
            "command": "/usr/bin/kube etcd --config /x"});
        let found = process(&record).expect("a process");
        assert_eq!((found.name.as_str(), found.memory.anonymous, found.cpu_ms), ("kube etcd", 2, 1250));
        assert!(process(&serde_json::json!({"pid": 2, "command": "[kthreadd]"})).is_none());
    }
}
