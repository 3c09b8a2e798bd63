//! The network configuration that `kube network` wrote and the runtime hands on by standard input.

use std::path::PathBuf;

use ipnet::Ipv4Net;
use serde::Deserialize;

use crate::error::CniError;

/// Versions of the specification whose results we can write.
pub(crate) const VERSIONS: [&str; 5] = ["0.3.1", "0.4.0", "1.0.0", "1.1.0", "0.3.0"];

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Config {
    pub(crate) cni_version: String,
    /// Addresses of this node's pods.
    pub(crate) subnet: Ipv4Net,
    /// Where it is written down who has which address. Kept in memory (`/run`): after a restart no sandbox is left.
    pub(crate) pool: PathBuf,
    #[serde(default = "mtu")]
    pub(crate) mtu: u32,
    /// Given with GC: what still exists.
    #[serde(default, rename = "cni.dev/valid-attachments")]
    pub(crate) valid: Vec<Attachment>,
}

/// What is read before anything else: which kind of plugin we are asked to be.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Head {
    #[serde(default)]
    pub(crate) cni_version: String,
    #[serde(default)]
    pub(crate) r#type: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Attachment {
    #[serde(rename = "containerID")]
    pub(crate) container: String,
    pub(crate) ifname: String,
}

fn mtu() -> u32 {
    1500
}

impl Config {
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, CniError> {
        let config: Config = serde_json::from_slice(bytes).map_err(CniError::Decode)?;
        if !VERSIONS.contains(&config.cni_version.as_str()) {
            return Err(CniError::Version(config.cni_version));
        }
        if config.subnet.prefix_len() > 30 {
            return Err(CniError::Config(format!("subnet {} has no room for a pod", config.subnet)));
        }
        Ok(config)
    }
}
