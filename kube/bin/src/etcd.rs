//! `kube etcd`: the store's file.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;
use kube_etcd::{Config, Listen, SocketConfig, TlsFiles};
use machined_base::{Clock, Shutdown};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct File {
    name: String,
    data_dir: PathBuf,
    /// Where the API server of this node connects.
    listen_client_socket: PathBuf,
    /// Where etcdctl and other machines connect, with client certificates.
    #[serde(default)]
    listen: Vec<Tls>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Tls {
    address: SocketAddr,
    certificate: PathBuf,
    key: PathBuf,
    client_ca: PathBuf,
}

pub(crate) async fn run(text: &str, clock: Clock, shutdown: Shutdown) -> anyhow::Result<()> {
    let file: File = crate::parse(text)?;
    let mut config = Config::new(file.data_dir, clock);
    config.name = file.name;
    config.socket = Some(SocketConfig { path: file.listen_client_socket, users: Vec::new() });
    config.client_urls = file.listen.iter().map(|tls| format!("https://{}", tls.address)).collect();
    config.listen = file
        .listen
        .into_iter()
        .map(|tls| Listen::Tls {
            address: tls.address,
            files: TlsFiles { certificate: tls.certificate, key: tls.key, ca: tls.client_ca },
        })
        .collect();
    kube_etcd::run(config, shutdown).await.context("etcd")
}
