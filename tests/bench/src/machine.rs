//! What a machine tells of itself over its API, through `machinectl`: its processes, and where its memory is.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tests_store::bench::Memory;
use tokio::process::Command;

use crate::Arguments;
use crate::cluster::{Kinds, Node};
use crate::memory::{self, Process};

pub(crate) async fn look(arguments: &Arguments, folder: &Path, record: &Value) -> Result<Vec<Node>> {
    let mut nodes = Vec::new();
    for name in record["nodes"].as_array().into_iter().flatten().filter_map(|it| it["name"].as_str()) {
        let processes = ask(arguments, folder, name, "processes").await?;
        let processes = processes.as_array().into_iter().flatten().filter_map(process).collect();
        let memory = ask(arguments, folder, name, "memory").await?;
        let memory = kinds(&memory[0]).with_context(|| format!("{name} does not tell where its memory is"))?;
        nodes.push(Node { name: name.to_owned(), processes, memory: Some(memory) });
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

/// What `used` is made of, in KiB. Parts that the kernel counts twice are counted once: stacks of threads in the kernel
/// are large areas too, and tmpfs counts as pages of files.
fn kinds(record: &Value) -> Option<Kinds> {
    let figure = |field: &str| record[field].as_u64().map(|bytes| bytes / 1024);
    let used = figure("used")?;
    let parts = [
        ("kept free by the kernel", figure("keptFree")?),
        ("processes, without a file", figure("anonymous")?),
        ("tmpfs and shared memory", figure("shmem")?),
        ("slab that cannot be given back", figure("slabUnreclaimable")?),
        ("large areas, modules and stacks", figure("vmallocUsed")?),
        ("of each processor", figure("percpu")?),
        ("page tables", figure("pageTables")?),
    ];
    Some(Kinds { used, parts: parts.to_vec(), huge: figure("anonymousHuge")? })
}

/// The kernel's own threads have a name in brackets and are left out.
fn process(record: &Value) -> Option<Process> {
    let command = record["command"].as_str().filter(|command| !command.starts_with('['))?;
    let words: Vec<String> = command.split(' ').map(str::to_owned).collect();
    let cpu_s: f64 = record["cpu"].as_str()?.trim_end_matches('s').parse().ok()?;
    Some(Process {
        pid: u32::try_from(record["pid"].as_u64()?).ok()?,
        name: memory::name(&words),
        memory: Memory {
            pss: record["shareBytes"].as_u64()? / 1024,
            anonymous: record["anonymousBytes"].as_u64()? / 1024,
        },
        cpu_ms: (cpu_s * 1000.0) as u64,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_of_the_machine_api_is_a_process() {
        let record = serde_json::json!({"pid": 7, "cpu": "1.25s", "anonymousBytes": 2048,
            "shareBytes": 3072, "command": "/usr/bin/kube etcd --config /x"});
        let found = process(&record).expect("a process");
        assert_eq!((found.name.as_str(), found.memory.pss, found.memory.anonymous), ("kube etcd", 3, 2));
        assert_eq!(found.cpu_ms, 1250);
        assert!(process(&serde_json::json!({"pid": 2, "command": "[kthreadd]"})).is_none());
    }

    #[test]
    fn what_is_used_has_parts() {
        let mut record = serde_json::json!({"used": 8192, "keptFree": 1024, "anonymous": 2048, "anonymousHuge": 0,
            "shmem": 1024, "slabUnreclaimable": 1024, "vmallocUsed": 1024, "percpu": 1024, "pageTables": 0});
        let found = kinds(&record).expect("all is told");
        assert_eq!((found.used, found.parts.iter().map(|(_, kib)| kib).sum::<u64>()), (8, 7));
        record["keptFree"] = Value::Null;
        assert!(kinds(&record).is_none());
    }
}
