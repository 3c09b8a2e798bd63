//! The ConfigMaps and Secrets that this node's pods refer to, each watched by its name alone, for as long as a pod needs it.
//!
//! As upstream: pkg/kubelet/util/manager/watch_based_manager.go; the Node authorizer allows nothing wider.
//!
//! - A change wakes exactly the pods that refer to the object.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use futures::future::join_all;
use kube_api::types::Object;
use kube_api::types::core::{ConfigMap, Pod, Secret};
use kube_informer::{Client, Informer, Store};
use machined_base::{Shutdown, TaskHandle};
use parking_lot::Mutex;

use crate::container::env::Lookup;
use crate::pod::view;

const SYNC: Duration = Duration::from_secs(10);

/// Called with a pod's uid when something it refers to has changed.
pub(crate) type Wake = Arc<dyn Fn(&str) + Send + Sync>;

#[derive(Clone)]
pub(crate) struct Objects {
    maps: Watchers<ConfigMap>,
    secrets: Watchers<Secret>,
}

#[derive(Clone)]
struct Watchers<T> {
    client: Client,
    shutdown: Shutdown,
    wake: Wake,
    watched: Arc<Mutex<BTreeMap<(String, String), Watched<T>>>>,
}

struct Watched<T> {
    store: Store<T>,
    task: TaskHandle,
    users: Arc<Mutex<BTreeSet<String>>>,
}

impl Objects {
    pub(crate) fn new(client: &Client, shutdown: &Shutdown, wake: Wake) -> Self {
        Self { maps: Watchers::new(client, shutdown, wake.clone()), secrets: Watchers::new(client, shutdown, wake) }
    }

    /// Watches what `pod` refers to, and no longer what it referred to before.
    pub(crate) fn reference(&self, pod: &Pod) {
        let (maps, secrets) = references(pod);
        self.maps.set(&pod.metadata.uid, &pod.metadata.namespace, maps);
        self.secrets.set(&pod.metadata.uid, &pod.metadata.namespace, secrets);
    }

    pub(crate) fn release(&self, uid: &str) {
        self.maps.set(uid, "", BTreeSet::new());
        self.secrets.set(uid, "", BTreeSet::new());
    }

    /// Waits until everything the pod refers to has been seen once, for a while.
    pub(crate) async fn settle(&self, uid: &str) {
        let maps = self.maps.stores(uid);
        let secrets = self.secrets.stores(uid);
        let wait = async {
            join_all(maps.iter().map(Store::synced)).await;
            join_all(secrets.iter().map(Store::synced)).await;
        };
        // What is not there in time is reported by whoever needs it.
        let _ = self.maps.client.clock().timeout(SYNC, wait).await;
    }
}

impl Lookup for Objects {
    fn config_map(&self, namespace: &str, name: &str) -> Result<Option<Arc<ConfigMap>>, String> {
        self.maps
            .get(namespace, name)
            .ok_or_else(|| "failed to sync configmap cache: timed out waiting for the condition".to_owned())
    }

    fn secret(&self, namespace: &str, name: &str) -> Result<Option<Arc<Secret>>, String> {
        self.secrets
            .get(namespace, name)
            .ok_or_else(|| "failed to sync secret cache: timed out waiting for the condition".to_owned())
    }
}

impl<T: Object> Watchers<T> {
    fn new(client: &Client, shutdown: &Shutdown, wake: Wake) -> Self {
        Self { client: client.clone(), shutdown: shutdown.clone(), wake, watched: Arc::default() }
    }

    fn set(&self, uid: &str, namespace: &str, names: BTreeSet<String>) {
        let mut watched = self.watched.lock();
        watched.retain(|(space, name), watched| {
            if space == namespace && names.contains(name) {
                return true;
            }
            let mut users = watched.users.lock();
            users.remove(uid);
            if users.is_empty() {
                watched.task.abort();
            }
            !users.is_empty()
        });
        for name in names {
            let entry =
                watched.entry((namespace.to_owned(), name.clone())).or_insert_with(|| self.start(namespace, &name));
            entry.users.lock().insert(uid.to_owned());
        }
    }

    fn start(&self, namespace: &str, name: &str) -> Watched<T> {
        let informer = Informer::<T>::new().namespace(namespace).fields(format!("metadata.name={name}"));
        let (store, task) = informer.start_stoppable(&self.client, &self.shutdown);
        let users = Arc::new(Mutex::new(BTreeSet::<String>::new()));
        let (wake, woken) = (self.wake.clone(), users.clone());
        store.on_change(move |_| {
            let uids = woken.lock().clone();
            uids.iter().for_each(|uid| wake(uid));
        });
        Watched { store, task, users }
    }

    /// `None` while the object's watch has not answered yet.
    fn get(&self, namespace: &str, name: &str) -> Option<Option<Arc<T>>> {
        let watched = self.watched.lock();
        let watched = watched.get(&(namespace.to_owned(), name.to_owned()))?;
        watched.store.is_synced().then(|| watched.store.get(namespace, name))
    }

    fn stores(&self, uid: &str) -> Vec<Store<T>> {
        let watched = self.watched.lock();
        watched
            .values()
            .filter(|watched| watched.users.lock().contains(uid))
            .map(|watched| watched.store.clone())
            .collect()
    }
}

/// For a kubelet without an API server: nothing is there.
pub(crate) struct Nothing;

impl Lookup for Nothing {
    fn config_map(&self, _: &str, _: &str) -> Result<Option<Arc<ConfigMap>>, String> {
        Ok(None)
    }

    fn secret(&self, _: &str, _: &str) -> Result<Option<Arc<Secret>>, String> {
        Ok(None)
    }
}

/// The names of the ConfigMaps and Secrets that a pod uses.
fn references(pod: &Pod) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut maps, mut secrets) = (BTreeSet::new(), BTreeSet::new());
    for member in view::members(&pod.spec) {
        for from in &member.container.env_from {
            maps.extend(from.config_map_ref.iter().map(|source| source.local_object_reference.name.clone()));
            secrets.extend(from.secret_ref.iter().map(|source| source.local_object_reference.name.clone()));
        }
        for source in member.container.env.iter().filter_map(|var| var.value_from.as_ref()) {
            maps.extend(source.config_map_key_ref.iter().map(|key| key.local_object_reference.name.clone()));
            secrets.extend(source.secret_key_ref.iter().map(|key| key.local_object_reference.name.clone()));
        }
    }
    for volume in &pod.spec.volumes {
        let source = &volume.volume_source;
        maps.extend(source.config_map.iter().map(|map| map.local_object_reference.name.clone()));
        secrets.extend(source.secret.iter().map(|secret| secret.secret_name.clone()));
        for part in source.projected.iter().flat_map(|projected| &projected.sources) {
            maps.extend(part.config_map.iter().map(|map| map.local_object_reference.name.clone()));
            secrets.extend(part.secret.iter().map(|secret| secret.local_object_reference.name.clone()));
        }
    }
    secrets.extend(pod.spec.image_pull_secrets.iter().map(|secret| secret.name.clone()));
    maps.remove("");
    secrets.remove("");
    (maps, secrets)
}
