//! Metrics in Prometheus' text form. Names as upstream's.
//!
//! - `/metrics` counts what this process knows, `/metrics/resource` and `/metrics/cadvisor` what containers use.

use std::fmt::Write;

use bytes::Bytes;
use http::StatusCode;
use kube_cri::api::ContainerStats;

use super::handle::Handler;
use super::reply::{self, Refusal, Reply};
use super::stats::{core_nanos, label, working_set};
use crate::container::labels;
use crate::node::measure;

const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// A growing text; writing to a string cannot fail.
#[derive(Default)]
struct Page(String);

impl Page {
    fn head(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn value(&mut self, name: &str, labels: &[(&str, &str)], value: impl std::fmt::Display) {
        let labels: Vec<_> = labels
            .iter()
            .map(|(key, text)| format!("{key}=\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")))
            .collect();
        let labels = if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
        let _ = writeln!(self.0, "{name}{labels} {value}");
    }

    fn reply(self) -> Reply {
        reply::with_type(StatusCode::OK, TEXT, Bytes::from(self.0))
    }
}

pub(crate) fn own(handler: &Handler) -> Reply {
    let mut page = Page::default();
    let (pods, containers) = handler.known();
    page.head("kubelet_node_name", "gauge", "The node's name. The count is always 1.");
    page.value("kubelet_node_name", &[("node", &handler.kit.node)], 1);
    page.head("kubelet_desired_pods", "gauge", "Pods that this kubelet looks after.");
    page.value("kubelet_desired_pods", &[], pods);
    page.head("kubelet_desired_containers", "gauge", "Containers of those pods.");
    page.value("kubelet_desired_containers", &[], containers);
    page.head("kubelet_running_pods", "gauge", "Pods in phase Running.");
    let running = handler.kit.reports.all().iter().filter(|report| report.status.phase == "Running").count();
    page.value("kubelet_running_pods", &[], running);
    page.reply()
}

/// Probes are not counted yet: the page is there, and empty.
pub(crate) fn probes() -> Reply {
    Page::default().reply()
}

pub(crate) async fn resource(handler: &Handler) -> Result<Reply, Refusal> {
    let stats = stats(handler).await?;
    let mut page = Page::default();
    each(
        &mut page,
        &stats,
        "container_cpu_usage_seconds_total",
        "counter",
        "Cumulative cpu time consumed by the container in core-seconds",
        |stat| seconds(core_nanos(stat.cpu.as_ref())),
    );
    each(
        &mut page,
        &stats,
        "container_memory_working_set_bytes",
        "gauge",
        "Current working set of the container in bytes",
        |stat| working_set(stat.memory.as_ref()).to_string(),
    );
    if let Ok(memory) = measure::memory() {
        page.head("node_memory_working_set_bytes", "gauge", "Current working set of the node in bytes");
        page.value("node_memory_working_set_bytes", &[], memory.total.saturating_sub(memory.available));
    }
    page.head("resource_scrape_error", "gauge", "1 if there was an error while getting container metrics, 0 otherwise");
    page.value("resource_scrape_error", &[], 0);
    Ok(page.reply())
}

pub(crate) async fn containers(handler: &Handler) -> Result<Reply, Refusal> {
    let stats = stats(handler).await?;
    let mut page = Page::default();
    each(
        &mut page,
        &stats,
        "container_cpu_usage_seconds_total",
        "counter",
        "Cumulative cpu time consumed in seconds.",
        |stat| seconds(core_nanos(stat.cpu.as_ref())),
    );
    each(&mut page, &stats, "container_memory_working_set_bytes", "gauge", "Current working set in bytes.", |stat| {
        working_set(stat.memory.as_ref()).to_string()
    });
    each(
        &mut page,
        &stats,
        "container_memory_usage_bytes",
        "gauge",
        "Current memory usage in bytes, including all memory regardless of when it was accessed",
        |stat| stat.memory.as_ref().and_then(|memory| memory.usage_bytes.as_ref()).map_or(0, |it| it.value).to_string(),
    );
    each(
        &mut page,
        &stats,
        "container_fs_usage_bytes",
        "gauge",
        "Number of bytes that are consumed by the container on this filesystem.",
        |stat| {
            stat.writable_layer
                .as_ref()
                .and_then(|layer| layer.used_bytes.as_ref())
                .map_or(0, |it| it.value)
                .to_string()
        },
    );
    Ok(page.reply())
}

async fn stats(handler: &Handler) -> Result<Vec<ContainerStats>, Refusal> {
    handler
        .kit
        .cri
        .list_container_stats()
        .await
        .map_err(|err| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, err.to_string()))
}

fn each(
    page: &mut Page,
    stats: &[ContainerStats],
    name: &str,
    kind: &str,
    help: &str,
    of: impl Fn(&ContainerStats) -> String,
) {
    page.head(name, kind, help);
    for stat in stats {
        let labels = [
            ("container", label(stat, labels::CONTAINER_NAME)),
            ("namespace", label(stat, labels::POD_NAMESPACE)),
            ("pod", label(stat, labels::POD_NAME)),
        ];
        page.value(name, &labels, of(stat));
    }
}

fn seconds(nanos: u64) -> String {
    format!("{}.{:09}", nanos / 1_000_000_000, nanos % 1_000_000_000)
}
