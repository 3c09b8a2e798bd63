//! Our store, in this process, on loopback and on a socket.

use anyhow::Result;
use kube_etcd::{Bound, Client, ClientConfig, Config, Endpoint, EtcdError, Handle, Listen, SocketConfig};
use machined_base::{Clock, Shutdown};
use std::net::SocketAddr;
use std::path::Path;
use tokio::task::JoinHandle;

/// A running store.
pub struct Ours {
    pub handle: Handle,
    pub address: SocketAddr,
    shutdown: Shutdown,
    served: JoinHandle<Result<(), EtcdError>>,
}

pub fn config(dir: &Path) -> Config {
    let loopback = SocketAddr::from(([127, 0, 0, 1], 0));
    Config {
        socket: Some(SocketConfig { path: dir.join("etcd.sock"), users: Vec::new() }),
        listen: vec![Listen::PlainLoopback { address: loopback }],
        ..Config::new(dir.join("data"), Clock::system())
    }
}

impl Ours {
    pub async fn start(config: &Config) -> Result<Self> {
        let shutdown = Shutdown::new();
        let bound = Bound::bind(config).await?;
        let address = bound.addresses()[0];
        let handle = Handle::start(config, &shutdown).await?;
        let serving = handle.clone();
        let served = tokio::spawn(async move { bound.serve(&serving).await });
        Ok(Self { handle, address, shutdown, served })
    }

    /// Stops it and waits until its data can be opened again.
    pub async fn stop(self) -> Result<()> {
        self.shutdown.request();
        self.handle.stopped().await?;
        self.served.await??;
        Ok(())
    }

    pub fn over_tcp(&self) -> Client {
        plain(&self.address.to_string())
    }

    pub fn over_socket(dir: &Path) -> Client {
        client(Endpoint::Unix(dir.join("etcd.sock")))
    }
}

pub fn plain(address: &str) -> Client {
    client(Endpoint::Plain { address: address.to_owned() })
}

pub fn client(endpoint: Endpoint) -> Client {
    Client::new(ClientConfig::new(vec![endpoint], Clock::system())).expect("a good address")
}
