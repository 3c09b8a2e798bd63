//! Empties namespaces that are being deleted: pods first, then everything else, until nothing is left.
//!
//! What is left is asked from the server, never from a cache: an object made just before the deletion counts too.

use std::collections::BTreeMap;
use std::sync::Arc;

use futures::StreamExt;
use jiff::Timestamp;
use kube_api::types::core::Namespace;
use kube_informer::{DeleteOptions, Error, Key, ListOptions, Propagation, Resource};

use crate::caches::Caches;
use crate::driver::{Context, Controller, Done};
use crate::monitors::Monitors;
use crate::namespace::plan::{Content, Observed, plan};
use crate::plan::Plan;
use crate::queue::Queue;

const PARALLEL: usize = 8;

pub(crate) struct Namespaces {
    caches: Arc<Caches>,
    monitors: Arc<Monitors>,
}

impl Namespaces {
    pub(crate) fn new(caches: Arc<Caches>, monitors: Arc<Monitors>) -> Self {
        Self { caches, monitors }
    }

    fn ends(namespace: &Namespace) -> bool {
        namespace.metadata.deletion_timestamp.is_some()
            && namespace.spec.finalizers.iter().any(|finalizer| finalizer == "kubernetes")
    }
}

impl Controller for Namespaces {
    const NAME: &'static str = "namespace";
    const WORKERS: usize = 4;

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches.namespaces.on_change(move |change| {
            if let Some(namespace) = change.new.filter(|namespace| Self::ends(namespace)) {
                wake.add(Key::of(&**namespace));
            }
        });
        // The last object that goes is what we wait for.
        let (wake, namespaces) = (queue.clone(), self.caches.namespaces.clone());
        self.monitors.on_change(move |_, change| {
            let (Some(gone), None) = (change.old, change.new) else { return };
            let name = &gone.metadata.namespace;
            if !name.is_empty() && namespaces.get("", name).is_some_and(|namespace| Self::ends(&namespace)) {
                wake.add(Key::new("", name.clone()));
            }
        });
    }

    fn plan(&self, _now: Timestamp, _key: &Key) -> Plan {
        // Everything needs the server's answers: see `sync`.
        Plan::default()
    }

    async fn sync(&self, context: &Context, key: &Key) -> Result<Done, Error> {
        let Some(namespace) = self.caches.namespaces.get_key(key).filter(|namespace| Self::ends(namespace)) else {
            return Ok(Done::default());
        };
        let (resources, undiscovered) = match context.actor.client.discover().await {
            Ok(served) => {
                let stale = served.iter().find(|served| served.stale);
                let why = stale.map(|it| format!("Discovery failed for some groups: {}", it.resource.api_version()));
                let deletable = served.into_iter().filter(|it| it.resource.namespaced && it.can(&["list", "delete"]));
                (deletable.map(|it| it.resource).collect(), why)
            }
            Err(err) => (Vec::new(), Some(err.to_string())),
        };
        let content = self.empty(context, &key.name, resources).await;
        let plan = plan(context.now(), &Observed { namespace, undiscovered, content });
        let outcome = context.carry_out(&plan).await;
        Ok(Done::of(plan, outcome))
    }
}

impl Namespaces {
    /// As upstream since 1.34: nothing else goes while there are pods, so that what protects them stays.
    async fn empty(&self, context: &Context, namespace: &str, resources: Vec<Resource>) -> Vec<Content> {
        let (pods, others): (Vec<_>, Vec<_>) =
            resources.into_iter().partition(|resource| resource.group.is_empty() && resource.plural == "pods");
        let mut content = Vec::new();
        for group in [pods, others] {
            let work = group.into_iter().map(|resource| empty_one(context, namespace, resource));
            content.extend(futures::stream::iter(work).buffer_unordered(PARALLEL).collect::<Vec<_>>().await);
            if content.iter().any(|content| content.left > 0 || content.error.is_some()) {
                break;
            }
        }
        content
    }
}

async fn empty_one(context: &Context, namespace: &str, resource: Resource) -> Content {
    let mut content = Content { resource, left: 0, finalizers: BTreeMap::new(), error: None };
    if let Err(err) = try_empty(context, namespace, &mut content).await {
        // The resource is no longer served: nothing of it is left either.
        if !err.is_not_found() {
            content.error = Some(err.to_string());
        }
    }
    content
}

async fn try_empty(context: &Context, namespace: &str, content: &mut Content) -> Result<(), Error> {
    let client = &context.actor.client;
    let list = ListOptions { namespace: namespace.to_owned(), ..ListOptions::default() };
    let found = client.list_metadata(&content.resource, &list).await?;
    content.left = found.items.len();
    for finalizer in found.items.iter().flat_map(|item| &item.metadata.finalizers) {
        *content.finalizers.entry(finalizer.clone()).or_default() += 1;
    }
    if found.items.iter().all(|item| item.metadata.deletion_timestamp.is_some()) {
        return Ok(());
    }
    let options = DeleteOptions { propagation: Some(Propagation::Background), ..DeleteOptions::default() };
    let deleted = client.delete_collection(&content.resource, &list, &options).await;
    match deleted {
        Err(err) if err.reason() == Some(kube_informer::Reason::MethodNotAllowed) => {
            for item in &found.items {
                let deleted = client.delete_resource(&content.resource, namespace, &item.metadata.name, &options).await;
                if let Err(err) = deleted
                    && !err.is_not_found()
                {
                    return Err(err);
                }
            }
        }
        other => other?,
    }
    // What went at once is not left.
    let found = client.list_metadata(&content.resource, &list).await?;
    content.left = found.items.len();
    content.finalizers.clear();
    for finalizer in found.items.iter().flat_map(|item| &item.metadata.finalizers) {
        *content.finalizers.entry(finalizer.clone()).or_default() += 1;
    }
    Ok(())
}
