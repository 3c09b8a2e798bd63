//! Metadata of everything that can be deleted, custom resources too: one watch for each resource that discovery shows.
//! The garbage collector, quota and namespaces read it.
//!
//! Which resources there are is asked again when a custom resource or an aggregated API changes, and slowly otherwise.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use kube_api::types::Object;
use kube_api::types::apiextensions::CustomResourceDefinition;
use kube_api::types::apiregistration::APIService;
use kube_informer::{Change, Client, Error, Informer, Metadata, Resource, Store};
use machined_base::{AbortOnDrop, Backoff, Restart, Shutdown};
use parking_lot::{Mutex, RwLock};
use tokio::sync::watch;
use tracing::{debug, info, warn};

/// A safety net: changes of definitions wake us anyway.
const RESYNC: Duration = Duration::from_secs(600);
/// A definition is served a moment after it is stored.
const SETTLE: Duration = Duration::from_millis(500);

pub(crate) struct Monitors {
    client: Client,
    shutdown: Shutdown,
    watched: RwLock<BTreeMap<Resource, Watched>>,
    handlers: Mutex<Vec<Handler>>,
    /// Raised with every round of discovery that went well.
    rounds: watch::Sender<u64>,
}

type Handler = Arc<dyn Fn(&Resource, &Change<'_, Metadata>) + Send + Sync>;

struct Watched {
    store: Store<Metadata>,
    _task: AbortOnDrop,
}

impl Monitors {
    pub(crate) fn start(client: &Client, shutdown: &Shutdown) -> Arc<Self> {
        let monitors = Arc::new(Monitors {
            client: client.clone(),
            shutdown: shutdown.clone(),
            watched: RwLock::default(),
            handlers: Mutex::default(),
            rounds: watch::Sender::new(0),
        });
        let running = monitors.clone();
        client.tasks().spawn("monitors", Restart::Backoff, move || {
            let running = running.clone();
            async move { running.run().await }
        });
        monitors
    }

    /// Calls `handler` for every change of any object. To be called before much has been watched: what is there
    /// already is told by the watches that start later only.
    pub(crate) fn on_change(&self, handler: impl Fn(&Resource, &Change<'_, Metadata>) + Send + Sync + 'static) {
        let handler: Handler = Arc::new(handler);
        let watched = self.watched.write();
        self.handlers.lock().push(handler.clone());
        for (resource, watched) in watched.iter() {
            let (resource, handler) = (resource.clone(), handler.clone());
            watched.store.on_change(move |change| handler(&resource, change));
        }
    }

    /// Everything of one resource, in whichever version is watched.
    pub(crate) fn store(&self, group: &str, plural: &str) -> Option<Store<Metadata>> {
        let watched = self.watched.read();
        let found = watched.iter().find(|(resource, _)| resource.group == group && resource.plural == plural);
        found.map(|(_, watched)| watched.store.clone())
    }

    /// The resource that serves a kind, by an `apiVersion` that an owner reference may name.
    pub(crate) fn resource_of_kind(&self, api_version: &str, kind: &str) -> Option<Resource> {
        let group = api_version.split_once('/').map_or("", |(group, _)| group);
        let watched = self.watched.read();
        watched.keys().find(|resource| resource.kind == kind && resource.group == group).cloned()
    }

    /// Returns when discovery has run and every watch has its first picture.
    pub(crate) async fn synced(&self) {
        let mut rounds = self.rounds.subscribe();
        // The sender lives in `self`, so waiting cannot fail.
        let _ = rounds.wait_for(|rounds| *rounds > 0).await;
        loop {
            rounds.borrow_and_update();
            let stores: Vec<_> = self.watched.read().values().map(|watched| watched.store.clone()).collect();
            let all = async {
                for store in stores {
                    store.synced().await;
                }
            };
            tokio::select! {
                // Dropped half-way it is begun again: what has synced stays so.
                () = all => return,
                // A watch whose resource went before its first picture never has one: ask for those that are left.
                changed = rounds.changed() => if changed.is_err() { return },
            }
        }
    }

    async fn run(&self) {
        let (client, shutdown) = (&self.client, &self.shutdown);
        let definitions = Informer::<CustomResourceDefinition>::new().trim(only_status).start(client, shutdown);
        let services = Informer::<APIService>::new().start(client, shutdown);
        let (mut definitions, mut services) = (definitions.changed(), services.changed());
        let mut backoff = Backoff::new(Duration::from_secs(1), Duration::from_secs(30));
        loop {
            let wait = match self.refresh().await {
                Ok(()) => {
                    backoff.reset();
                    RESYNC
                }
                Err(err) => {
                    let wait = backoff.next();
                    warn!(%err, ?wait, "discovery failed");
                    wait
                }
            };
            // All arms may be dropped: wakes carry no data.
            tokio::select! {
                () = definitions.next() => client.clock().sleep(SETTLE).await,
                () = services.next() => client.clock().sleep(SETTLE).await,
                () = client.clock().sleep(wait) => {}
                () = shutdown.requested() => return,
            }
        }
    }

    async fn refresh(&self) -> Result<(), Error> {
        let served = self.client.discover().await?;
        let wanted: Vec<Resource> = served
            .iter()
            .filter(|served| served.can(&["list", "watch", "delete"]) && !is_ignored(&served.resource))
            .map(|served| served.resource.clone())
            .collect();
        // A group that cannot be asked just now keeps its watches: its objects are not gone.
        let stale = |resource: &Resource| served.iter().any(|it| it.stale && it.resource.group == resource.group);
        let mut watched = self.watched.write();
        watched.retain(|resource, _| wanted.contains(resource) || stale(resource));
        for resource in wanted {
            if watched.contains_key(&resource) {
                continue;
            }
            debug!(%resource, "watching metadata");
            let (store, task) =
                Informer::metadata(resource.clone()).trim(only_ties).start_stoppable(&self.client, &self.shutdown);
            for handler in self.handlers.lock().iter() {
                let (resource, handler) = (resource.clone(), handler.clone());
                store.on_change(move |change| handler(&resource, change));
            }
            watched.insert(resource, Watched { store, _task: task.abort_on_drop() });
        }
        if *self.rounds.borrow() == 0 {
            info!(resources = watched.len(), "watching everything that can be deleted");
        }
        self.rounds.send_modify(|rounds| *rounds += 1);
        Ok(())
    }
}

/// Events come and go by themselves. As upstream: garbagecollector/graph_builder.go.
fn is_ignored(resource: &Resource) -> bool {
    resource.plural == "events" && matches!(&*resource.group, "" | "events.k8s.io")
}

/// Only what ties objects together is kept.
fn only_ties(object: &mut Metadata) {
    let meta = object.metadata_mut();
    meta.labels.clear();
    meta.annotations.clear();
    meta.generate_name.clear();
}

fn only_status(definition: &mut CustomResourceDefinition) {
    definition.spec.versions = Vec::new();
}

#[cfg(test)]
mod tests {
    use kube_informer::Config;
    use machined_base::{Clock, Tasks};

    use super::*;

    /// A definition that was deleted while its first watch began held up quotas and namespaces for ever.
    #[tokio::test]
    async fn a_resource_that_went_before_its_first_picture_holds_nobody_up() {
        let (clock, shutdown) = (Clock::system(), Shutdown::new());
        let tasks = Tasks::new(clock.clone(), shutdown.clone());
        // Nobody listens there: nothing syncs.
        let client = Client::new(Config::plain("http://127.0.0.1:9", "test"), tasks);
        let resource = Resource {
            group: "example.test".into(),
            version: "v1".into(),
            plural: "widgets".into(),
            kind: "Widget".into(),
            namespaced: true,
        };
        let (store, task) = Informer::metadata(resource.clone()).start_stoppable(&client, &shutdown);
        let watched = Watched { store, _task: task.abort_on_drop() };
        let monitors = Monitors {
            client,
            shutdown: shutdown.clone(),
            watched: RwLock::new(BTreeMap::from([(resource, watched)])),
            handlers: Mutex::default(),
            rounds: watch::Sender::new(1),
        };
        let mut waiting = std::pin::pin!(monitors.synced());
        assert!(futures::poll!(&mut waiting).is_pending());
        monitors.watched.write().clear();
        monitors.rounds.send_modify(|rounds| *rounds += 1);
        clock.timeout(Duration::from_secs(10), waiting).await.expect("nothing is left to wait for");
        shutdown.request();
    }
}
