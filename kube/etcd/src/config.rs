//! What a store is told when it starts. Read by a program, handed down by value.

use crate::step::Step;
use machined_base::Clock;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Clone)]
pub struct Config {
    /// Owned by this store alone; created if missing.
    pub data_dir: PathBuf,
    /// The member's name.
    pub name: String,
    pub clock: Clock,
    /// Where clients on this machine connect: a unix socket, whose other end is known by the kernel.
    pub socket: Option<SocketConfig>,
    /// Where clients and tools of other machines connect.
    pub listen: Vec<Listen>,
    /// What the member list tells clients and peers.
    pub client_urls: Vec<String>,
    pub peer_urls: Vec<String>,
    /// How much log may pile up before the state is flushed and the log shortened.
    pub log_bytes_max: u64,
    /// Told at each [`Step`]; tests crash there.
    pub on_step: Option<OnStep>,
}

#[derive(Clone, Debug)]
pub struct SocketConfig {
    pub path: PathBuf,
    /// Which users may connect, beside the one that the store runs as and root.
    pub users: Vec<u32>,
}

#[derive(Clone, Debug)]
pub enum Listen {
    /// Mutual TLS: a client without a certificate of the CA gets no further.
    Tls { address: SocketAddr, files: TlsFiles },
    /// Anybody who reaches it may do anything: loopback only, refused elsewhere.
    PlainLoopback { address: SocketAddr },
}

/// PEM files. Looked at again when they change: a renewed certificate needs no restart.
#[derive(Clone, Debug)]
pub struct TlsFiles {
    pub certificate: PathBuf,
    pub key: PathBuf,
    /// Who may have signed the other side's certificate.
    pub ca: PathBuf,
}

#[derive(Clone)]
pub struct OnStep(pub Arc<dyn Fn(Step) + Send + Sync>);

impl Config {
    pub fn new(data_dir: impl Into<PathBuf>, clock: Clock) -> Self {
        Self {
            data_dir: data_dir.into(),
            name: "default".to_owned(),
            clock,
            socket: None,
            listen: Vec::new(),
            client_urls: Vec::new(),
            peer_urls: Vec::new(),
            log_bytes_max: 16 << 20,
            on_step: None,
        }
    }
}

impl fmt::Debug for OnStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnStep")
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config").field("data_dir", &self.data_dir).field("name", &self.name).finish_non_exhaustive()
    }
}
