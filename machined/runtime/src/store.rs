//! The resources of one machine, in memory. One writer for each resource by convention of its owner; any reader.
//!
//! - A version grows with each change of value, never with a write of the same value: level-triggered loops settle.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use machined_resources::Resource;
use tokio::sync::watch;

type Id = (&'static str, String);

/// All resources. Clones are the same store.
#[derive(Clone, Debug)]
pub struct Store {
    shared: Arc<Shared>,
}

/// A resource as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub kind: &'static str,
    pub id: String,
    pub version: u64,
    pub owner: &'static str,
    pub fields: Vec<(&'static str, String)>,
}

#[derive(Debug)]
struct Shared {
    held: Mutex<Held>,
    changed: watch::Sender<u64>,
}

#[derive(Debug, Default)]
struct Held {
    entries: BTreeMap<Id, Entry>,
    /// The last change of each type.
    last: BTreeMap<&'static str, u64>,
    version: u64,
}

struct Entry {
    version: u64,
    owner: &'static str,
    value: Arc<dyn Any + Send + Sync>,
    fields: Vec<(&'static str, String)>,
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry").field("version", &self.version).field("fields", &self.fields).finish()
    }
}

impl Default for Store {
    fn default() -> Self {
        Self::new()
    }
}

impl Store {
    pub fn new() -> Self {
        Self { shared: Arc::new(Shared { held: Mutex::default(), changed: watch::Sender::new(0) }) }
    }

    pub fn get<T: Resource>(&self, id: &str) -> Option<T> {
        let held = self.lock();
        held.entries.get(&(T::TYPE, id.to_owned())).and_then(|entry| entry.value.downcast_ref::<T>()).cloned()
    }

    /// The only resource of its type, which is kept under the empty id.
    pub fn only<T: Resource>(&self) -> Option<T> {
        self.get("")
    }

    pub fn list<T: Resource>(&self) -> Vec<(String, T)> {
        let held = self.lock();
        let ours = held.entries.range((T::TYPE, String::new())..).take_while(|((kind, _), _)| *kind == T::TYPE);
        ours.filter_map(|((_, id), entry)| Some((id.clone(), entry.value.downcast_ref::<T>()?.clone()))).collect()
    }

    /// Writes a resource; the same value again changes nothing. Answers whether something changed.
    pub fn put<T: Resource>(&self, owner: &'static str, id: &str, value: T) -> bool {
        let mut held = self.lock();
        let key = (T::TYPE, id.to_owned());
        let same =
            held.entries.get(&key).and_then(|entry| entry.value.downcast_ref::<T>()).is_some_and(|old| *old == value);
        if same {
            return false;
        }
        let version = held.advance(T::TYPE);
        let fields = value.fields();
        held.entries.insert(key, Entry { version, owner, value: Arc::new(value), fields });
        drop(held);
        self.shared.changed.send_replace(version);
        true
    }

    pub fn remove<T: Resource>(&self, id: &str) -> bool {
        let mut held = self.lock();
        if held.entries.remove(&(T::TYPE, id.to_owned())).is_none() {
            return false;
        }
        let version = held.advance(T::TYPE);
        drop(held);
        self.shared.changed.send_replace(version);
        true
    }

    /// Makes the resources of one owner and type exactly these.
    pub fn replace<T: Resource>(&self, owner: &'static str, wanted: Vec<(String, T)>) {
        let stale: Vec<String> = {
            let held = self.lock();
            let ours = held.entries.iter().filter(|((kind, _), entry)| *kind == T::TYPE && entry.owner == owner);
            let ids = ours.map(|((_, id), _)| id.clone());
            ids.filter(|id| !wanted.iter().any(|(keep, _)| keep == id)).collect()
        };
        for id in stale {
            self.remove::<T>(&id);
        }
        for (id, value) in wanted {
            self.put(owner, &id, value);
        }
    }

    /// For people: the resources of a type, or the one with this id.
    pub fn show(&self, kind: &str, id: &str) -> Vec<Shown> {
        let held = self.lock();
        let matching = held.entries.iter().filter(|((k, i), _)| *k == kind && (id.is_empty() || i == id));
        let shown = |((kind, id), entry): (&Id, &Entry)| Shown {
            kind,
            id: id.clone(),
            version: entry.version,
            owner: entry.owner,
            fields: entry.fields.clone(),
        };
        matching.map(shown).collect()
    }

    /// The last change of any of these types.
    pub fn version_of(&self, kinds: &[&str]) -> u64 {
        let held = self.lock();
        kinds.iter().filter_map(|kind| held.last.get(kind)).copied().max().unwrap_or_default()
    }

    /// Waits until one of these types has changed after `seen`. Cancel-safe: the change stays to be seen.
    pub async fn changed_after(&self, kinds: &[&str], seen: u64) -> u64 {
        let mut changed = self.shared.changed.subscribe();
        loop {
            changed.mark_unchanged();
            let version = self.version_of(kinds);
            if version > seen {
                return version;
            }
            // The sender lives as long as the store, which we hold.
            let _ = changed.changed().await;
        }
    }

    /// Waits until `ready` holds for the store. Cancel-safe.
    pub async fn until<T>(&self, kinds: &[&str], mut ready: impl FnMut(&Store) -> Option<T>) -> T {
        let mut seen = self.version_of(kinds);
        loop {
            if let Some(value) = ready(self) {
                return value;
            }
            seen = self.changed_after(kinds, seen).await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.shared.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn advance(&mut self, kind: &'static str) -> u64 {
        self.version += 1;
        self.last.insert(kind, self.version);
        self.version
    }
}

#[cfg(test)]
mod tests {
    use machined_resources::{ClusterIntent, HostnameStatus};

    use super::*;

    #[tokio::test]
    async fn the_same_value_again_changes_nothing() {
        let store = Store::new();
        let name = |name: &str| HostnameStatus { name: name.into(), source: "test".into() };
        assert!(store.put("t", "", name("a")));
        let seen = store.version_of(&["hostname"]);
        assert!(!store.put("t", "", name("a")));
        assert!(store.put("t", "", ClusterIntent { run: true }));
        assert_eq!(store.version_of(&["hostname"]), seen);
        let waiter = {
            let store = store.clone();
            async move { store.until(&["hostname"], |store| store.only::<HostnameStatus>().filter(|n| n.name == "b")).await }
        };
        let ((), found) = tokio::join!(async { assert!(store.put("t", "", name("b"))) }, waiter);
        assert_eq!(found.name, "b");
    }

    #[test]
    fn replace_keeps_other_owners() {
        let store = Store::new();
        let name = |name: &str| HostnameStatus { name: name.into(), source: String::new() };
        store.put("other", "x", name("x"));
        store.replace("me", vec![("a".into(), name("a")), ("b".into(), name("b"))]);
        store.replace("me", vec![("b".into(), name("b"))]);
        let ids: Vec<String> = store.list::<HostnameStatus>().into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["b", "x"]);
    }
}
