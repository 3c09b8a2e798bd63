//! Puts the server together: what it follows, where it listens, whom it asks.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use kube_api::types::core::Service;
use kube_api::types::discovery::EndpointSlice;
use kube_informer::{Client, Informer};
use machined_base::{Clock, Shutdown, Tasks};
use tracing::info;

use crate::answer::Domain;
use crate::forward::{self, Forwarder};
use crate::serve::{self, Server};
use crate::view::{self, BY_ADDRESS, BY_NAMESPACE, BY_SERVICE, Stores};

#[derive(Clone, Debug)]
pub struct Config {
    pub server: kube_informer::Config,
    pub listen: SocketAddr,
    /// Such as `cluster.local`.
    pub domain: String,
    /// Names the resolvers for everything else.
    pub resolv_conf: PathBuf,
    pub clock: Clock,
}

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("listen on {address}")]
    Listen {
        address: SocketAddr,
        #[source]
        err: std::io::Error,
    },
    #[error("read {path}")]
    Resolvers {
        path: PathBuf,
        #[source]
        err: std::io::Error,
    },
    #[error("{0}")]
    Fatal(String),
}

const DRAIN: Duration = Duration::from_secs(5);

pub async fn run(config: Config, shutdown: Shutdown) -> Result<(), RunError> {
    let read = std::fs::read_to_string(&config.resolv_conf);
    let resolvers = read.map_err(|err| RunError::Resolvers { path: config.resolv_conf.clone(), err })?;
    let listening = serve::listen(config.listen).await;
    let (udp, tcp) = listening.map_err(|err| RunError::Listen { address: config.listen, err })?;
    let tasks = Tasks::new(config.clock.clone(), shutdown.clone());
    let client = Client::new(config.server, tasks.clone());
    let services = Informer::<Service>::new()
        .index(BY_ADDRESS, view::service_addresses)
        .index(BY_NAMESPACE, |service| vec![service.metadata.namespace.clone()])
        .start(&client, &shutdown);
    let slices = Informer::<EndpointSlice>::new()
        .index(BY_SERVICE, view::slice_service)
        .index(BY_ADDRESS, view::slice_addresses)
        .start(&client, &shutdown);
    // Answering before everything is known would tell clients that names do not exist.
    tokio::select! {
        () = services.synced() => slices.synced().await,
        () = shutdown.requested() => return Ok(()),
    }
    let server = Server {
        view: Box::new(Stores { services, slices }),
        domain: Domain(config.domain.to_lowercase()),
        forwarder: Forwarder::new(forward::servers(&resolvers), config.clock.clone()),
    };
    serve::serve(&tasks, Arc::new(server), udp, tcp);
    info!(address = %config.listen, "names are answered");
    shutdown.requested().await;
    tasks.drain(DRAIN).await;
    tasks.fatal().map_or(Ok(()), |why| Err(RunError::Fatal(why)))
}
