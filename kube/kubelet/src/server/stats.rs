//! What pods and the node use: `/stats/summary`, from the runtime's numbers and the kernel's.
//!
//! As upstream: staging/src/k8s.io/kubelet/pkg/apis/stats/v1alpha1.

use http::StatusCode;
use jiff::Timestamp;
use kube_cri::api::{ContainerStats, CpuUsage, FilesystemUsage, MemoryUsage};
use serde_json::{Map, Value, json};

use super::handle::Handler;
use super::reply::{self, Refusal, Reply};
use crate::container::labels;
use crate::node::measure;

pub(crate) async fn summary(handler: &Handler) -> Result<Reply, Refusal> {
    let kit = &handler.kit;
    let failed = |err: &dyn std::fmt::Display| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, err.to_string());
    let stats = kit.cri.list_container_stats().await.map_err(|err| failed(&err))?;
    let memory = measure::memory().map_err(|err| failed(&err))?;
    let disk = measure::disk(kit.volumes.folders.root()).map_err(|err| failed(&err))?;
    let now = kit.clock.now().to_string();
    let fs = json!({
        "time": now, "availableBytes": disk.available, "capacityBytes": disk.capacity,
        "usedBytes": disk.capacity.saturating_sub(disk.available),
        "inodesFree": disk.inodes_free, "inodes": disk.inodes, "inodesUsed": disk.inodes.saturating_sub(disk.inodes_free),
    });
    let mut pods = Vec::new();
    for pod in handler.manager.pods() {
        let meta = &pod.metadata;
        let own: Vec<_> = stats.iter().filter(|stat| label(stat, labels::POD_UID) == meta.uid).collect();
        if own.is_empty() {
            continue;
        }
        let start =
            kit.reports.get(&meta.uid).and_then(|report| report.status.start_time).and_then(|time| time.timestamp());
        let sum = |of: fn(&ContainerStats) -> u64| own.iter().map(|stat| of(stat)).sum::<u64>();
        pods.push(json!({
            "podRef": { "name": meta.name, "namespace": meta.namespace, "uid": meta.uid },
            "startTime": start.map(|time| time.to_string()),
            "containers": own.iter().map(|stat| container(stat, start)).collect::<Vec<_>>(),
            "cpu": { "time": now, "usageNanoCores": sum(|stat| nano_cores(stat.cpu.as_ref())), "usageCoreNanoSeconds": sum(|stat| core_nanos(stat.cpu.as_ref())) },
            "memory": { "time": now, "workingSetBytes": sum(|stat| working_set(stat.memory.as_ref())) },
        }));
    }
    let node = json!({
        "nodeName": kit.node, "startTime": kit.live.started.to_string(),
        "memory": { "time": now, "availableBytes": memory.available, "workingSetBytes": memory.total.saturating_sub(memory.available) },
        "fs": fs.clone(), "runtime": { "imageFs": fs },
    });
    Ok(reply::json(json!({ "node": node, "pods": pods }).to_string()))
}

pub(crate) fn label<'a>(stat: &'a ContainerStats, key: &str) -> &'a str {
    stat.attributes.as_ref().and_then(|it| it.labels.get(key)).map_or("", String::as_str)
}

pub(crate) fn core_nanos(cpu: Option<&CpuUsage>) -> u64 {
    cpu.and_then(|cpu| cpu.usage_core_nano_seconds.as_ref()).map_or(0, |it| it.value)
}

fn nano_cores(cpu: Option<&CpuUsage>) -> u64 {
    cpu.and_then(|cpu| cpu.usage_nano_cores.as_ref()).map_or(0, |it| it.value)
}

pub(crate) fn working_set(memory: Option<&MemoryUsage>) -> u64 {
    memory.and_then(|memory| memory.working_set_bytes.as_ref()).map_or(0, |it| it.value)
}

fn container(stat: &ContainerStats, start: Option<Timestamp>) -> Value {
    let mut shown = Map::new();
    shown.insert("name".into(), label(stat, labels::CONTAINER_NAME).into());
    shown.insert("startTime".into(), start.map(|time| time.to_string()).into());
    if let Some(cpu) = &stat.cpu {
        shown.insert("cpu".into(), json!({ "time": time(cpu.timestamp), "usageNanoCores": nano_cores(Some(cpu)), "usageCoreNanoSeconds": core_nanos(Some(cpu)) }));
    }
    if let Some(memory) = &stat.memory {
        shown.insert("memory".into(), json!({
            "time": time(memory.timestamp), "workingSetBytes": working_set(Some(memory)),
            "usageBytes": memory.usage_bytes.as_ref().map(|it| it.value), "rssBytes": memory.rss_bytes.as_ref().map(|it| it.value),
        }));
    }
    if let Some(FilesystemUsage { timestamp, used_bytes, inodes_used, .. }) = &stat.writable_layer {
        let (used, inodes) = (used_bytes.as_ref().map(|it| it.value), inodes_used.as_ref().map(|it| it.value));
        shown.insert("rootfs".into(), json!({ "time": time(*timestamp), "usedBytes": used, "inodesUsed": inodes }));
    }
    Value::Object(shown)
}

fn time(nanos: i64) -> String {
    Timestamp::from_nanosecond(i128::from(nanos)).unwrap_or_default().to_string()
}
