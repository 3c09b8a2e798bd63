//! `kube kubelet`: its file, and what the image and the machine say of themselves.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use anyhow::Context;
use kube_api::types::core::Taint;
use kube_kubelet::{Config, Eviction, ImageCollection, Limits, Server};
use machined_base::Shutdown;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct File {
    name: String,
    addresses: Vec<IpAddr>,
    #[serde(default)]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    taints: Vec<FileTaint>,
    max_pods: u32,
    reserved: Reserved,
    root: PathBuf,
    pod_logs: PathBuf,
    container_logs: PathBuf,
    static_pods: PathBuf,
    resolv_conf: PathBuf,
    hosts: PathBuf,
    runtime: PathBuf,
    images: Vec<PathBuf>,
    dns: Dns,
    kubeconfig: PathBuf,
    server: FileServer,
    limits: FileLimits,
    /// Memory and disk are used by others, too: nothing is evicted or collected when they run short.
    #[serde(default)]
    shared_host: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct FileTaint {
    key: String,
    #[serde(default)]
    value: String,
    effect: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Reserved {
    cpu_milli: u64,
    /// Bytes.
    memory: u64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Dns {
    servers: Vec<String>,
    domain: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct FileServer {
    address: SocketAddr,
    certificate: PathBuf,
    key: PathBuf,
    client_ca: PathBuf,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
enum FileLimits {
    Enforced { root: PathBuf, parent: String },
    Unenforced { why: String },
}

pub(crate) async fn run(text: &str, shutdown: Shutdown) -> anyhow::Result<()> {
    let file: File = crate::parse(text)?;
    let mut config = Config::new(file.name, file.root, file.runtime);
    config.node.addresses = file.addresses;
    config.node.labels = file.labels.into_iter().collect();
    config.node.taints = file
        .taints
        .into_iter()
        .map(|t| Taint { key: t.key, value: t.value, effect: t.effect, ..Taint::default() })
        .collect();
    config.node.max_pods = file.max_pods;
    config.node.reserved_cpu_milli = file.reserved.cpu_milli;
    config.node.reserved_memory = file.reserved.memory;
    config.node.os_image = os_image().unwrap_or_else(|| "Ironstone".into());
    config.node.machine_id = read("/etc/machine-id").unwrap_or_default();
    config.node.system_uuid = read("/sys/class/dmi/id/product_uuid").unwrap_or_default();
    config.folders.pod_logs = file.pod_logs;
    config.folders.container_logs = Some(file.container_logs);
    config.folders.static_pods = Some(file.static_pods);
    config.folders.resolv_conf = file.resolv_conf;
    config.folders.hosts = file.hosts;
    config.images = file.images;
    config.dns = kube_kubelet::Dns { servers: file.dns.servers, domain: file.dns.domain };
    config.api = Some(crate::server(&file.kubeconfig, "kubelet")?);
    let FileServer { address, certificate, key, client_ca } = file.server;
    config.server = Some(Server { address, certificate, key, client_ca });
    config.limits = match file.limits {
        FileLimits::Enforced { root, parent } => Limits::Enforced { root, parent },
        FileLimits::Unenforced { why } => Limits::Unenforced { why },
    };
    if file.shared_host {
        config.eviction = Eviction::never();
        config.image_collection = ImageCollection::never();
    }
    kube_kubelet::run(config, shutdown).await.context("kubelet")
}

/// What is missing is not said; a node without a machine id is still a node.
fn read(path: &str) -> Option<String> {
    std::fs::read_to_string(path).ok().map(|text| text.trim().to_owned())
}

fn os_image() -> Option<String> {
    let text = read("/etc/os-release")?;
    let line = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    Some(line.trim_matches('"').to_owned())
}
