//! `kube apiserver`: its file is the crate's own; here its store is opened, which the crate must not name.

use std::sync::Arc;

use anyhow::{Context, bail};
use kube_apiserver::config::{Config, StoreConfig};
use kube_etcd::{Client, ClientConfig, Endpoint, TlsFiles};
use kube_kv::Kv;
use machined_base::{Clock, Shutdown};

pub(crate) async fn run(text: &str, clock: Clock, shutdown: Shutdown) -> anyhow::Result<()> {
    let config = Config::parse(text)?;
    let Some(store) = &config.store else { bail!("the configuration names no store") };
    let client = Client::new(ClientConfig::new(endpoints(store)?, clock.clone())).context("the store")?;
    let kv: Arc<dyn Kv> = Arc::new(client);
    kube_apiserver::run(config, kv, clock, shutdown).await.context("apiserver")
}

fn endpoints(store: &StoreConfig) -> anyhow::Result<Vec<Endpoint>> {
    let etcd = match store {
        StoreConfig::Unix(path) => return Ok(vec![Endpoint::Unix(path.clone())]),
        StoreConfig::Etcd(etcd) => etcd,
    };
    let files = match (&etcd.ca, &etcd.certificate, &etcd.key) {
        (Some(ca), Some(certificate), Some(key)) => {
            Some(TlsFiles { ca: ca.clone(), certificate: certificate.clone(), key: key.clone() })
        }
        (None, None, None) => None,
        _ => bail!("store.etcd: ca, certificate and key belong together"),
    };
    let parse = |url: &String| Endpoint::parse(url, files.as_ref()).with_context(|| format!("store.etcd: {url}"));
    etcd.endpoints.iter().map(parse).collect()
}
