//! Objects that the server itself makes and keeps: what a cluster has before anybody has done anything.
//!
//! Each start brings them up to date; what must stay true while the server runs is repaired by a slow loop.

mod bootstrap;
pub(crate) mod compact;
mod kubernetes;
mod leases;
pub(crate) mod namespaces;
pub(crate) mod node_ports;
pub(crate) mod services;

pub(crate) use bootstrap::api_services;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use kube_api::value::Value;
use kube_kv::LeaseId;

use crate::catalog::Store;
use crate::http::query::{FieldValidation, WriteOptions};
use crate::registry::{Ctx, Part, Transform, create, update};
use crate::server::Server;
use crate::status::{ApiError, Result};

/// How often what must stay true is looked at again.
const REPAIR: Duration = Duration::from_secs(180);

#[derive(Default)]
pub(crate) struct Owned {
    started: AtomicBool,
    leases: leases::Leases,
}

impl Owned {
    pub(crate) fn is_started(&self) -> bool {
        self.started.load(Ordering::Acquire)
    }

    /// The lease that keeps an object of this resource for its time; None for what stays.
    pub(crate) async fn lease_for(&self, server: &Server, store: &Store) -> Result<Option<LeaseId>> {
        if store.group.is_empty() && store.plural == "events" {
            return self.leases.get(server, server.config.event_ttl_seconds).await.map(Some);
        }
        Ok(None)
    }
}

pub(crate) const WRITE: WriteOptions = WriteOptions {
    dry_run: false,
    field_manager: String::new(),
    field_validation: FieldValidation::Ignore,
    force: None,
};

/// Makes the server's objects, then keeps them.
pub(crate) async fn run(server: Arc<Server>) -> Result<()> {
    bootstrap::first(&server).await?;
    // As upstream: an address that no endpoint may have (loopback) leaves the Service without one.
    if let Err(err) = kubernetes::reconcile(&server).await {
        tracing::warn!(%err, "the Service kubernetes leads nowhere yet");
    }
    server.owned.started.store(true, Ordering::Release);
    tracing::info!("the server's own objects are in place");
    loop {
        tokio::select! {
            // Nothing is lost when the wait is dropped.
            () = server.clock.sleep(REPAIR) => {}
            () = server.shutdown.requested() => return kubernetes::leave(&server).await,
        }
        if let Err(err) = repair(&server).await {
            tracing::warn!(%err, "own objects not repaired, tried again later");
        }
    }
}

async fn repair(server: &Arc<Server>) -> Result<()> {
    namespaces::ensure(server).await?;
    kubernetes::reconcile(server).await?;
    api_services(server).await?;
    services::repair(server).await?;
    node_ports::repair(server).await
}

struct Always<F>(F);

#[async_trait]
impl<F: FnMut(Option<&Value>) -> Value + Send> Transform for Always<F> {
    async fn next(&mut self, _: &Ctx, current: Option<&Value>) -> Result<Value> {
        Ok((self.0)(current))
    }
}

/// The context of an object of the server's own.
pub(crate) fn ctx_for(server: &Arc<Server>, object: &Value) -> Result<Ctx> {
    let (group, version) = crate::catalog::split_api_version(object.text(&["apiVersion"]).unwrap_or_default());
    let kind = object.text(&["kind"]).unwrap_or_default();
    let served = server
        .catalog
        .of_kind(group, version, kind)
        .ok_or_else(|| ApiError::internal(format!("{kind} of {group}/{version} is not served")))?;
    let text = |path: &[&str]| object.text(path).unwrap_or_default();
    Ok(Ctx::internal(server, &served, text(&["metadata", "namespace"]), text(&["metadata", "name"])))
}

/// Makes an object that is not there yet; what is there stays as it is.
pub(crate) async fn ensure(server: &Arc<Server>, object: Value) -> Result<()> {
    let ctx = ctx_for(server, &object)?;
    let store = ctx.store()?.clone();
    let key = store.key(&ctx.info.namespace, &ctx.info.name);
    if server.cached(&store, &key)?.is_some() {
        return Ok(());
    }
    let mut object = object;
    ctx.served.take_in(&mut object).await?;
    match create(&ctx, object, &WRITE).await {
        Err(err) if err.is_already_exists() => Ok(()),
        other => other.map(drop),
    }
}

/// Brings an object into the form that `next` makes of what is there.
pub(crate) async fn set(
    server: &Arc<Server>,
    object: &Value,
    next: impl FnMut(Option<&Value>) -> Value + Send,
) -> Result<()> {
    let ctx = ctx_for(server, object)?;
    let name = ctx.info.name.clone();
    update(&ctx, &name, Part::Whole, &mut Always(next), &WRITE).await.map(drop)
}
