//! What an API server is told: one YAML document, strict, with every default in this file.
//!
//! Which store it talks to stands in the same document and is read by the program, which hands the opened store to
//! `run`: this crate names no store.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use machined_base::Secret;
use serde::Deserialize;

use crate::authn::User;

/// The whole configuration.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address that other members of the cluster reach this server by: the `kubernetes` Service's endpoint.
    #[serde(default)]
    pub advertise_address: Option<IpAddr>,
    /// Serving certificate; without it the server speaks plain HTTP (tests, and loopback only).
    #[serde(default)]
    pub tls: Option<Tls>,
    /// Authorities of client certificates.
    #[serde(default)]
    pub client_ca: Option<PathBuf>,
    /// How this server proves itself to kubelets, and what it believes of them.
    #[serde(default)]
    pub kubelet: Kubelet,
    pub service_accounts: ServiceAccounts,
    /// Addresses of Services; one for each family.
    #[serde(default = "default_service_cidr")]
    pub service_cidr: Vec<ipnet::IpNet>,
    #[serde(default = "default_node_ports")]
    pub node_ports: NodePorts,
    /// Front proxy for aggregated API servers.
    #[serde(default)]
    pub front_proxy: Option<FrontProxy>,
    /// Tokens that are good because this file says so. Off unless a file lists some.
    #[serde(default)]
    pub static_tokens: Vec<StaticToken>,
    #[serde(default = "yes")]
    pub bootstrap_tokens: bool,
    /// What the store is. Read by the program; kept here so that the file is one and strict.
    #[serde(default)]
    pub store: Option<StoreConfig>,
    /// Requests that may run at a time, reads and writes.
    #[serde(default)]
    pub limits: Limits,
    /// Texts of the built-in kinds' fields, for `kubectl explain`: a compressed file of `image/descriptions`. Without
    /// it OpenAPI documents have none.
    #[serde(default)]
    pub descriptions: Option<PathBuf>,
    /// How long Events live.
    #[serde(default = "default_event_ttl")]
    pub event_ttl_seconds: i64,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Tls {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Kubelet {
    #[serde(default)]
    pub certificate: Option<PathBuf>,
    #[serde(default)]
    pub key: Option<PathBuf>,
    /// Authorities of kubelets' serving certificates; without them their certificates are not checked.
    #[serde(default)]
    pub ca: Option<PathBuf>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ServiceAccounts {
    #[serde(default = "default_issuer")]
    pub issuer: String,
    /// Private key that signs tokens.
    pub signing_key: PathBuf,
    /// Further keys, public or private, that are believed.
    #[serde(default)]
    pub keys: Vec<PathBuf>,
    /// Audiences of this server; the issuer unless said otherwise.
    #[serde(default)]
    pub audiences: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NodePorts {
    pub first: u16,
    pub last: u16,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct FrontProxy {
    pub ca: PathBuf,
    pub certificate: PathBuf,
    pub key: PathBuf,
    #[serde(default)]
    pub allowed_names: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaticToken {
    #[serde(deserialize_with = "secret")]
    pub token: Secret<String>,
    pub user: String,
    #[serde(default)]
    pub groups: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub enum StoreConfig {
    /// The node's own store, by peer credentials.
    Unix(PathBuf),
    /// A store elsewhere, with mutual TLS.
    Etcd(EtcdConfig),
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct EtcdConfig {
    pub endpoints: Vec<String>,
    #[serde(default)]
    pub ca: Option<PathBuf>,
    #[serde(default)]
    pub certificate: Option<PathBuf>,
    #[serde(default)]
    pub key: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Limits {
    pub reads: usize,
    pub writes: usize,
}

impl Default for Limits {
    /// As upstream: --max-requests-inflight and --max-mutating-requests-inflight.
    fn default() -> Self {
        Self { reads: 400, writes: 200 }
    }
}

impl StaticToken {
    pub(crate) fn is(&self, token: &str) -> bool {
        crate::authn::same(self.token.expose().as_bytes(), token.as_bytes())
    }

    pub(crate) fn user(&self) -> User {
        User { name: self.user.clone(), groups: self.groups.clone(), ..User::default() }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("the configuration is not good")]
    Syntax(#[source] serde_saphyr::Error),
    #[error("serviceCidr holds {0} networks; one, or one of each family, is possible")]
    ServiceCidr(usize),
    #[error("nodePorts: {0} is above {1}")]
    NodePorts(u16, u16),
    #[error("plain HTTP is for loopback addresses only; {0} needs a certificate")]
    Plain(SocketAddr),
}

impl Config {
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let config: Self = serde_saphyr::from_str(text).map_err(ConfigError::Syntax)?;
        config.check()?;
        Ok(config)
    }

    pub fn check(&self) -> Result<(), ConfigError> {
        let families = |six: bool| self.service_cidr.iter().filter(|net| net.addr().is_ipv6() == six).count();
        if self.service_cidr.is_empty() || families(true) > 1 || families(false) > 1 {
            return Err(ConfigError::ServiceCidr(self.service_cidr.len()));
        }
        if self.node_ports.first > self.node_ports.last {
            return Err(ConfigError::NodePorts(self.node_ports.first, self.node_ports.last));
        }
        if self.tls.is_none() && !self.listen.ip().is_loopback() {
            return Err(ConfigError::Plain(self.listen));
        }
        Ok(())
    }

    /// The address of the `kubernetes` Service: the first of the range.
    pub fn service_address(&self) -> IpAddr {
        let net = self.service_cidr.first().copied().unwrap_or_else(default_cidr);
        net.hosts().next().unwrap_or_else(|| net.addr())
    }
}

fn secret<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Secret<String>, D::Error> {
    String::deserialize(from).map(Secret::new)
}

fn yes() -> bool {
    true
}

fn default_cidr() -> ipnet::IpNet {
    ipnet::IpNet::new_assert(IpAddr::from([10, 96, 0, 0]), 12)
}

fn default_service_cidr() -> Vec<ipnet::IpNet> {
    vec![default_cidr()]
}

fn default_node_ports() -> NodePorts {
    NodePorts { first: 30000, last: 32767 }
}

fn default_issuer() -> String {
    "https://kubernetes.default.svc.cluster.local".to_owned()
}

fn default_event_ttl() -> i64 {
    3600
}
