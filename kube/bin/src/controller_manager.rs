//! `kube controller-manager`: its file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, bail};
use kube_controllers::{AddonsConfig, Config};
use machined_base::{Clock, Shutdown};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct File {
    kubeconfig: PathBuf,
    /// The authority that pods are told to believe.
    root_ca: PathBuf,
    /// What signs certificate signing requests.
    signing: Signing,
    service_account_key: PathBuf,
    /// Pods' addresses; each node gets a part.
    cluster_cidr: Vec<String>,
    service_cidr: Vec<String>,
    /// Manifests that the cluster has because the image has them.
    #[serde(default)]
    addons: Option<Addons>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Signing {
    certificate: PathBuf,
    key: PathBuf,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Addons {
    folder: PathBuf,
    #[serde(default)]
    variables: BTreeMap<String, String>,
}

/// As upstream: --node-cidr-mask-size-ipv4 and --node-cidr-mask-size-ipv6.
const NODE_BITS: [u8; 2] = [24, 64];

pub(crate) async fn run(text: &str, clock: Clock, shutdown: Shutdown) -> anyhow::Result<()> {
    let file: File = crate::parse(text)?;
    for path in [&file.signing.certificate, &file.signing.key, &file.service_account_key] {
        if !path.exists() {
            bail!("{} does not exist", path.display());
        }
    }
    if file.service_cidr.is_empty() {
        bail!("serviceCidr is empty");
    }
    let bits = |range: &String| NODE_BITS[usize::from(range.contains(':'))];
    let config = Config {
        server: crate::server(&file.kubeconfig, "kube-controller-manager")?,
        identity: Some(crate::identity()?),
        clock,
        root_ca: file.root_ca,
        pod_ranges: file.cluster_cidr.iter().map(|range| (range.clone(), bits(range))).collect(),
        signer: Some((file.signing.certificate, file.signing.key)),
        addons: file.addons.map(|addons| AddonsConfig { folder: addons.folder, variables: addons.variables }),
    };
    kube_controllers::run(config, shutdown).await.context("controller manager")
}
