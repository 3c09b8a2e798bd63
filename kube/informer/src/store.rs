//! What an informer knows: the objects of one kind, by name and by indexes. One writer (the informer), many readers.
//!
//! - Objects are shared, never copied for a reader.
//! - `revision` never runs ahead of what the store holds: who wrote at revision N and waits for N sees the write.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Bound;
use std::sync::Arc;

use kube_api::types::Object;
use parking_lot::{Mutex, RwLock};
use tokio::sync::watch;

/// Namespace ("" for cluster-wide kinds) and name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub namespace: String,
    pub name: String,
}

/// One object before and after a change; at least one side is there.
#[derive(Debug)]
pub struct Change<'a, T> {
    pub old: Option<&'a Arc<T>>,
    pub new: Option<&'a Arc<T>>,
}

/// Readers' view of an informer. Clones share it.
pub struct Store<T> {
    shared: Arc<Shared<T>>,
}

type IndexFn<T> = Box<dyn Fn(&T) -> Vec<String> + Send + Sync>;
type Handler<T> = Box<dyn Fn(&Change<'_, T>) + Send + Sync>;

struct Shared<T> {
    state: RwLock<State<T>>,
    handlers: Mutex<Vec<Handler<T>>>,
    progress: watch::Sender<Progress>,
}

/// What readers can wait for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Progress {
    synced: bool,
    changes: u64,
    revision: u64,
}

struct State<T> {
    objects: BTreeMap<Key, Arc<T>>,
    indexes: BTreeMap<&'static str, Index<T>>,
    undecodable: u64,
}

struct Index<T> {
    of: IndexFn<T>,
    entries: HashMap<String, BTreeSet<Key>>,
}

impl Key {
    pub fn new(namespace: impl Into<String>, name: impl Into<String>) -> Self {
        Key { namespace: namespace.into(), name: name.into() }
    }

    pub fn of<T: Object>(object: &T) -> Self {
        let meta = object.metadata();
        Key::new(meta.namespace.clone(), meta.name.clone())
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.namespace.is_empty() { f.write_str(&self.name) } else { write!(f, "{}/{}", self.namespace, self.name) }
    }
}

impl<T> Change<'_, T> {
    /// The newest side.
    pub fn any(&self) -> Option<&Arc<T>> {
        self.new.or(self.old)
    }

    /// Both sides that are there: for who must wake the owners of before and after.
    pub fn each(&self) -> impl Iterator<Item = &Arc<T>> {
        self.old.into_iter().chain(self.new)
    }
}

impl<T> Clone for Store<T> {
    fn clone(&self) -> Self {
        Store { shared: self.shared.clone() }
    }
}

impl<T: Object> Store<T> {
    pub(crate) fn new(indexes: Vec<(&'static str, IndexFn<T>)>) -> Self {
        let indexes = indexes.into_iter().map(|(name, of)| (name, Index { of, entries: HashMap::new() })).collect();
        Store {
            shared: Arc::new(Shared {
                state: RwLock::new(State { objects: BTreeMap::new(), indexes, undecodable: 0 }),
                handlers: Mutex::new(Vec::new()),
                progress: watch::Sender::new(Progress::default()),
            }),
        }
    }

    pub fn get(&self, namespace: &str, name: &str) -> Option<Arc<T>> {
        self.shared.state.read().objects.get(&Key::new(namespace, name)).cloned()
    }

    pub fn get_key(&self, key: &Key) -> Option<Arc<T>> {
        self.shared.state.read().objects.get(key).cloned()
    }

    /// All objects, in the order of their keys.
    pub fn list(&self) -> Vec<Arc<T>> {
        self.shared.state.read().objects.values().cloned().collect()
    }

    pub fn list_in(&self, namespace: &str) -> Vec<Arc<T>> {
        let from = Bound::Included(Key::new(namespace, ""));
        let state = self.shared.state.read();
        let range = state.objects.range((from, Bound::Unbounded));
        range.take_while(|(key, _)| key.namespace == namespace).map(|(_, object)| object.clone()).collect()
    }

    /// The objects for which the index function `name` gave `value`.
    pub fn by_index(&self, name: &'static str, value: &str) -> Vec<Arc<T>> {
        let state = self.shared.state.read();
        let keys = state.indexes.get(name).and_then(|index| index.entries.get(value));
        keys.into_iter().flatten().filter_map(|key| state.objects.get(key).cloned()).collect()
    }

    pub fn len(&self) -> usize {
        self.shared.state.read().objects.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many objects arrived that could not be decoded.
    pub fn undecodable(&self) -> u64 {
        self.shared.state.read().undecodable
    }

    pub fn is_synced(&self) -> bool {
        self.shared.progress.borrow().synced
    }

    /// Everything up to this revision is in the store.
    pub fn revision(&self) -> u64 {
        self.shared.progress.borrow().revision
    }

    /// Returns when the first whole picture is there. Cancel-safe.
    pub async fn synced(&self) {
        self.wait(|progress| progress.synced).await;
    }

    /// Returns when the store has seen `revision`. Cancel-safe.
    pub async fn reached(&self, revision: u64) {
        self.wait(|progress| progress.synced && progress.revision >= revision).await;
    }

    async fn wait(&self, mut until: impl FnMut(&Progress) -> bool) {
        // The sender lives in `self.shared`, so waiting cannot fail.
        let _ = self.shared.progress.subscribe().wait_for(|progress| until(progress)).await;
    }

    /// Wakes its holder after each change of the store's objects. A wake carries no data.
    pub fn changed(&self) -> Changed {
        Changed { receiver: self.shared.progress.subscribe(), seen: None }
    }

    /// Calls `handler` for every object that is there, and then for every change, on the informer's task: it must
    /// be quick, and it may be called twice for one change.
    pub fn on_change(&self, handler: impl Fn(&Change<'_, T>) + Send + Sync + 'static) {
        let mut handlers = self.shared.handlers.lock();
        for object in self.list() {
            handler(&Change { old: None, new: Some(&object) });
        }
        handlers.push(Box::new(handler));
    }

    pub(crate) fn set(&self, object: T, revision: u64) {
        let key = Key::of(&object);
        let new = Arc::new(object);
        let old = self.shared.state.write().put(key, Some(new.clone()));
        self.announce(&[(old, Some(new))], revision, None);
    }

    pub(crate) fn remove(&self, key: Key, revision: u64) {
        let old = self.shared.state.write().put(key, None);
        if old.is_some() {
            self.announce(&[(old, None)], revision, None);
        } else {
            self.bookmark(revision);
        }
    }

    /// A whole new picture. What did not change keeps its old object and wakes nobody.
    pub(crate) fn replace(&self, objects: Vec<T>, revision: u64) {
        let mut changes = Vec::new();
        {
            let mut state = self.shared.state.write();
            let mut gone: BTreeSet<Key> = state.objects.keys().cloned().collect();
            for object in objects {
                let key = Key::of(&object);
                gone.remove(&key);
                let same = state.objects.get(&key).is_some_and(|old| {
                    let (old, new) = (old.metadata(), object.metadata());
                    old.uid == new.uid
                        && old.resource_version == new.resource_version
                        && !new.resource_version.is_empty()
                });
                if !same {
                    let new = Arc::new(object);
                    let old = state.put(key, Some(new.clone()));
                    changes.push((old, Some(new)));
                }
            }
            for key in gone {
                changes.push((state.put(key, None), None));
            }
        }
        self.announce(&changes, revision, Some(true));
    }

    pub(crate) fn bookmark(&self, revision: u64) {
        self.shared.progress.send_if_modified(|progress| {
            let newer = revision > progress.revision;
            progress.revision = progress.revision.max(revision);
            newer
        });
    }

    pub(crate) fn count_undecodable(&self) {
        self.shared.state.write().undecodable += 1;
    }

    fn announce(&self, changes: &[(Option<Arc<T>>, Option<Arc<T>>)], revision: u64, synced: Option<bool>) {
        {
            let handlers = self.shared.handlers.lock();
            for (old, new) in changes {
                for handler in handlers.iter() {
                    handler(&Change { old: old.as_ref(), new: new.as_ref() });
                }
            }
        }
        self.shared.progress.send_modify(|progress| {
            progress.changes += changes.len() as u64;
            progress.revision = progress.revision.max(revision);
            progress.synced |= synced.unwrap_or(false);
        });
    }
}

/// Wakes after changes of one store.
pub struct Changed {
    receiver: watch::Receiver<Progress>,
    seen: Option<u64>,
}

impl Changed {
    /// Returns when the store has changed since the last call (or has become synced). Cancel-safe.
    pub async fn next(&mut self) {
        let seen = self.seen;
        if let Ok(now) = self.receiver.wait_for(|now| now.synced && seen.is_none_or(|seen| now.changes > seen)).await {
            self.seen = Some(now.changes);
        } else {
            // The store is gone with its informer: nothing will ever change again.
            std::future::pending::<()>().await;
        }
    }
}

impl<T: Object> State<T> {
    fn put(&mut self, key: Key, new: Option<Arc<T>>) -> Option<Arc<T>> {
        let old = match &new {
            Some(new) => self.objects.insert(key.clone(), new.clone()),
            None => self.objects.remove(&key),
        };
        for index in self.indexes.values_mut() {
            for value in old.iter().flat_map(|old| (index.of)(old)) {
                if let Some(keys) = index.entries.get_mut(&value) {
                    keys.remove(&key);
                    if keys.is_empty() {
                        index.entries.remove(&value);
                    }
                }
            }
            for value in new.iter().flat_map(|new| (index.of)(new)) {
                index.entries.entry(value).or_default().insert(key.clone());
            }
        }
        old
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use kube_api::types::core::ConfigMap;

    use super::*;

    fn map(name: &str, revision: &str, owner: &str) -> ConfigMap {
        let mut map = ConfigMap::default();
        map.metadata_mut().namespace = "a".into();
        map.metadata_mut().name = name.into();
        map.metadata_mut().resource_version = revision.into();
        map.metadata_mut().labels.insert("owner".into(), owner.into());
        map
    }

    fn store() -> Store<ConfigMap> {
        Store::new(vec![("owner", Box::new(|map: &ConfigMap| map.metadata().labels.values().cloned().collect()))])
    }

    #[test]
    fn indexes_follow_changes() {
        let store = store();
        store.replace(vec![map("x", "1", "one"), map("y", "2", "one")], 2);
        assert_eq!(store.by_index("owner", "one").len(), 2);
        store.set(map("x", "3", "two"), 3);
        store.remove(Key::new("a", "y"), 4);
        assert_eq!(store.by_index("owner", "one").len(), 0);
        assert_eq!(store.by_index("owner", "two").len(), 1);
        assert_eq!((store.revision(), store.len()), (4, 1));
    }

    #[test]
    fn a_new_picture_wakes_only_for_what_changed() {
        let store = store();
        let wakes = Arc::new(AtomicUsize::new(0));
        let seen = wakes.clone();
        store.replace(vec![map("x", "1", "o"), map("y", "2", "o")], 2);
        store.on_change(move |_| {
            seen.fetch_add(1, Ordering::SeqCst);
        });
        assert_eq!(wakes.load(Ordering::SeqCst), 2, "what is there is told");
        store.replace(vec![map("x", "1", "o"), map("z", "5", "o")], 5);
        assert_eq!(wakes.load(Ordering::SeqCst), 4, "y went, z came");
    }

    #[tokio::test]
    async fn changed_wakes_once_for_the_first_picture_and_then_for_changes() {
        let store = store();
        let mut changed = store.changed();
        store.replace(vec![], 1);
        changed.next().await;
        let clock = machined_base::Clock::system();
        assert!(clock.timeout(std::time::Duration::from_millis(20), changed.next()).await.is_err());
        store.set(map("x", "2", "o"), 2);
        changed.next().await;
    }
}
