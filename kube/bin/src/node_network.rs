//! `kube network`, `kube proxy` and `kube dns`: the files of what runs on every node, or for it.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, bail};
use ipnet::Ipv4Net;
use machined_base::{Clock, Shutdown};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct NetworkFile {
    kubeconfig: PathBuf,
    cluster_cidr: Vec<String>,
    cni_folder: PathBuf,
    pool: PathBuf,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ProxyFile {
    kubeconfig: PathBuf,
    cluster_cidr: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct DnsFile {
    kubeconfig: PathBuf,
    listen: SocketAddr,
    domain: String,
    resolv_conf: PathBuf,
}

pub(crate) async fn network(text: &str, clock: Clock, shutdown: Shutdown) -> anyhow::Result<()> {
    let file: NetworkFile = crate::parse(text)?;
    let config = kube_network::Config {
        server: crate::server(&file.kubeconfig, "kube-network")?,
        node: node_name()?,
        pods: ranges(&file.cluster_cidr),
        cni_folder: file.cni_folder,
        pool: file.pool,
        clock,
    };
    kube_network::run(config, shutdown).await.context("network")
}

pub(crate) async fn proxy(text: &str, clock: Clock, shutdown: Shutdown) -> anyhow::Result<()> {
    let file: ProxyFile = crate::parse(text)?;
    let Some(pods) = ranges(&file.cluster_cidr).into_iter().next() else { bail!("clusterCidr has no IPv4 range") };
    let server = crate::server(&file.kubeconfig, "kube-proxy")?;
    let config = kube_proxy::Config { server, node: node_name()?, pods, clock };
    kube_proxy::run(config, shutdown).await.context("proxy")
}

pub(crate) async fn dns(text: &str, clock: Clock, shutdown: Shutdown) -> anyhow::Result<()> {
    let file: DnsFile = crate::parse(text)?;
    let config = kube_dns::Config {
        server: crate::server(&file.kubeconfig, "kube-dns")?,
        listen: file.listen,
        domain: file.domain,
        resolv_conf: file.resolv_conf,
        clock,
    };
    kube_dns::run(config, shutdown).await.context("dns")
}

/// A list, or one text with commas, as the cluster's configuration has it. IPv6 ranges are nobody's yet.
fn ranges(texts: &[String]) -> Vec<Ipv4Net> {
    texts.iter().flat_map(|text| text.split(',')).filter_map(|range| range.trim().parse().ok()).collect()
}

/// Pods learn it from the downward API.
#[expect(clippy::disallowed_methods, reason = "a program reads its environment, once")]
fn node_name() -> anyhow::Result<String> {
    std::env::var("NODE_NAME").context("NODE_NAME does not say which node this is")
}
