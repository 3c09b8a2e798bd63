//! Follows Services and EndpointSlices and keeps the kernel's rules as they say.

use std::time::Duration;

use ipnet::Ipv4Net;
use kube_api::types::core::Service;
use kube_api::types::discovery::EndpointSlice;
use kube_informer::{Client, Informer, Store};
use kube_nft::Socket;
use machined_base::{Clock, Restart, Shutdown, Tasks};
use tracing::{debug, info};

use crate::rules::{Rules, rules};
use crate::{change, service};

#[derive(Clone, Debug)]
pub struct Config {
    pub server: kube_informer::Config,
    /// This node's name.
    pub node: String,
    /// Addresses of all pods.
    pub pods: Ipv4Net,
    pub clock: Clock,
}

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("change the rules of Services")]
    Rules(#[from] kube_nft::NftError),
    #[error("{0}")]
    Fatal(String),
}

const DRAIN: Duration = Duration::from_secs(5);
/// Changes that come together are made together; upstream waits a second (--nftables-min-sync-period).
const GATHER: Duration = Duration::from_millis(50);

/// Runs until `shutdown`. The rules stay when it ends: Services go on working while a proxy is replaced.
pub async fn run(config: Config, shutdown: Shutdown) -> Result<(), RunError> {
    let tasks = Tasks::new(config.clock.clone(), shutdown.clone());
    let client = Client::new(config.server.clone(), tasks.clone());
    let services = Informer::<Service>::new().start(&client, &shutdown);
    let slices = Informer::<EndpointSlice>::new().start(&client, &shutdown);
    let inner = tasks.clone();
    tasks.spawn("proxy", Restart::Backoff, move || {
        follow(config.clone(), services.clone(), slices.clone(), inner.clone())
    });
    shutdown.requested().await;
    tasks.drain(DRAIN).await;
    tasks.fatal().map_or(Ok(()), |why| Err(RunError::Fatal(why)))
}

async fn follow(
    config: Config,
    services: Store<Service>,
    slices: Store<EndpointSlice>,
    tasks: Tasks,
) -> Result<(), RunError> {
    services.synced().await;
    slices.synced().await;
    let (mut service_changed, mut slice_changed) = (services.changed(), slices.changed());
    // What the kernel has; unknown at the start and after a failure, and then everything is written anew.
    let mut present: Option<Rules> = None;
    loop {
        let (listed, sliced) = (services.list(), slices.list());
        let ports = service::ports(&config.node, listed.iter().map(AsRef::as_ref), sliced.iter().map(AsRef::as_ref));
        let wanted = rules(&ports, config.pods);
        let batch = match &present {
            None => change::anew(&wanted),
            Some(present) => change::change(present, &wanted),
        };
        if !batch.is_empty() {
            Socket::open()?.commit(&batch)?;
            debug!(ports = ports.len(), "rules changed");
        }
        if present.is_none() {
            info!(ports = ports.len(), "Services are reachable");
        }
        present = Some(wanted);
        // Cancel-safe: a change between two turns is seen by the next lists.
        tokio::select! {
            () = service_changed.next() => {}
            () = slice_changed.next() => {}
            () = tasks.shutdown().requested() => return Ok(()),
        }
        tasks.clock().sleep(GATHER).await;
    }
}
