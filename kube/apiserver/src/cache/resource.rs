//! The cache of one resource: objects by key, a window of recent changes, and the watchers that follow.
//!
//! Written by the feed alone; read by requests. Nothing here waits.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Bound;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kube_api::value::Value;
use parking_lot::RwLock;
use tokio::sync::mpsc;

use super::object::{Format, Stored};
use super::select::Filter;

/// Changes kept for watchers that come back. Events are many and short-lived: they have a window of their own, as
/// every resource has.
const WINDOW: usize = 1024;

/// Changes a watcher may lag behind before it is dropped.
const LAG: usize = 1024;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeKind {
    Added,
    Modified,
    Deleted,
}

/// One change of one object.
#[derive(Debug)]
pub(crate) struct Change {
    pub kind: ChangeKind,
    pub revision: i64,
    /// The object as it is now, or as it last was, with the revision of this change.
    pub object: Arc<Stored>,
    pub old: Option<Arc<Stored>>,
}

/// Somebody in the process who follows a resource: sees each change in the feed's task, and must not wait.
pub(crate) trait Observer: Send + Sync {
    /// `new` is `None` for a deletion; `old` is what stood there before.
    fn changed(&self, namespace: &str, name: &str, old: Option<&Stored>, new: Option<(&Arc<Stored>, &Value)>);
}

/// Where a subscription begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Since {
    /// With what is there now.
    Start,
    /// With what comes after this revision.
    After(i64),
    /// With what comes from now on.
    Now,
}

/// A watcher's side.
pub(crate) struct Subscription {
    /// What is there already, in the order of keys; for `Since::Start`.
    pub objects: Vec<Arc<Stored>>,
    /// What happened since, for `Since::After`.
    pub changes: Vec<Arc<Change>>,
    /// The cache's revision at this moment: everything up to it is in the two lists.
    pub revision: i64,
    /// What happens next. It closes when the watcher lags or the cache starts anew.
    pub next: mpsc::Receiver<Arc<Change>>,
}

pub(crate) struct ResourceCache {
    pub format: Format,
    /// With a trailing slash.
    pub prefix: String,
    inner: RwLock<Inner>,
    observers: RwLock<Vec<Arc<dyn Observer>>>,
    ready: AtomicBool,
}

#[derive(Default)]
struct Inner {
    objects: BTreeMap<Box<str>, Arc<Stored>>,
    window: VecDeque<Arc<Change>>,
    /// Changes at or below this revision are no longer in the window.
    low: i64,
    /// The newest revision that this cache was told of.
    revision: i64,
    watchers: Vec<Watcher>,
}

struct Watcher {
    filter: Filter,
    sender: mpsc::Sender<Arc<Change>>,
}

impl ResourceCache {
    pub(crate) fn new(format: Format, prefix: String) -> Self {
        Self { format, prefix, inner: RwLock::default(), observers: RwLock::default(), ready: AtomicBool::new(false) }
    }

    /// Adds an observer, and shows it what is there.
    pub(crate) fn observe(&self, observer: Arc<dyn Observer>) {
        // The write lock keeps the feed away meanwhile.
        let inner = self.inner.write();
        for object in inner.objects.values() {
            if let Ok(tree) = self.format.decode(&object.body) {
                observer.changed(&object.namespace, &object.name, None, Some((object, &tree)));
            }
        }
        self.observers.write().push(observer);
    }

    pub(crate) fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    pub(crate) fn get(&self, key: &str) -> Option<Arc<Stored>> {
        self.inner.read().objects.get(key).cloned()
    }

    pub(crate) fn count(&self) -> usize {
        self.inner.read().objects.len()
    }

    /// Objects below a prefix, in the order of keys, with the cache's own revision.
    pub(crate) fn list(&self, prefix: &str, filter: &Filter) -> Vec<Arc<Stored>> {
        let inner = self.inner.read();
        below(&inner.objects, prefix).filter(|object| filter.matches(object)).cloned().collect()
    }

    /// At most `limit` matching objects after a key, how many more match, and the revision of the newest change that
    /// this may show.
    pub(crate) fn page(
        &self,
        prefix: &str,
        after: &str,
        filter: &Filter,
        limit: usize,
    ) -> (Vec<Arc<Stored>>, usize, i64) {
        let inner = self.inner.read();
        let mut found = Vec::new();
        let mut more = 0;
        for object in below(&inner.objects, prefix).filter(|object| object.key.as_ref() > after) {
            if filter.matches(object) {
                if found.len() < limit {
                    found.push(object.clone());
                } else {
                    more += 1;
                }
            }
        }
        (found, more, inner.revision)
    }

    /// Begins to follow. `Err` is the oldest revision that can still be followed from.
    pub(crate) fn subscribe(&self, filter: Filter, since: Since, applied: i64) -> Result<Subscription, i64> {
        let (sender, next) = mpsc::channel(LAG);
        let mut inner = self.inner.write();
        let mut objects = Vec::new();
        let mut changes = Vec::new();
        match since {
            Since::Start => {
                objects =
                    below(&inner.objects, &filter.prefix).filter(|object| filter.matches(object)).cloned().collect();
            }
            Since::After(revision) => {
                if revision < inner.low {
                    return Err(inner.low);
                }
                let from = inner.window.partition_point(|change| change.revision <= revision);
                changes = inner.window.range(from..).filter(|change| filter.concerns(change)).cloned().collect();
            }
            Since::Now => {}
        }
        inner.watchers.retain(|watcher| !watcher.sender.is_closed());
        inner.watchers.push(Watcher { filter, sender });
        let revision = inner.revision.max(applied);
        Ok(Subscription { objects, changes, revision, next })
    }

    pub(crate) fn watchers(&self) -> usize {
        self.inner.read().watchers.len()
    }

    /// Starts anew from a whole listing at one revision. Watchers are dropped: they list again.
    pub(super) fn reset(&self, objects: Vec<(Arc<Stored>, Value)>, revision: i64) {
        let mut inner = self.inner.write();
        let mut old = std::mem::take(&mut inner.objects);
        let observers = self.observers.read();
        for (object, tree) in objects {
            let before = old.remove(&object.key);
            for observer in observers.iter() {
                observer.changed(&object.namespace, &object.name, before.as_deref(), Some((&object, &tree)));
            }
            inner.objects.insert(object.key.clone(), object);
        }
        for gone in old.values() {
            for observer in observers.iter() {
                observer.changed(&gone.namespace, &gone.name, Some(gone), None);
            }
        }
        inner.window.clear();
        inner.low = revision;
        inner.revision = revision;
        inner.watchers.clear();
        self.ready.store(true, Ordering::Release);
    }

    /// Takes over one change from the feed.
    pub(super) fn apply(&self, key: &str, value: Option<&[u8]>, revision: i64) {
        let read = value.map(|value| self.format.read(key, value, revision));
        let read = match read {
            Some(Err(err)) => {
                // Set aside and told; the watch goes on, and a client that asks for it by name sees the fault.
                tracing::error!(%err, revision, "object set aside");
                None
            }
            Some(Ok(read)) => Some(read),
            None => None,
        };
        let mut inner = self.inner.write();
        inner.revision = revision;
        let (kind, object, old, tree) = match read {
            Some((object, tree)) => {
                let old = inner.objects.insert(object.key.clone(), object.clone());
                let kind = if old.is_some() { ChangeKind::Modified } else { ChangeKind::Added };
                (kind, object, old, Some(tree))
            }
            None => match inner.objects.remove(key) {
                Some(old) => (ChangeKind::Deleted, Arc::new(self.format.at(&old, revision)), Some(old), None),
                None => return,
            },
        };
        for observer in self.observers.read().iter() {
            observer.changed(
                &object.namespace,
                &object.name,
                old.as_deref(),
                tree.as_ref().map(|tree| (&object, tree)),
            );
        }
        let change = Arc::new(Change { kind, revision, object, old });
        inner.watchers.retain(|watcher| {
            if !watcher.filter.concerns(&change) {
                return !watcher.sender.is_closed();
            }
            // A watcher that lags is dropped: its stream ends, and it starts again from where it was.
            watcher.sender.try_send(change.clone()).is_ok()
        });
        if inner.window.len() == WINDOW
            && let Some(gone) = inner.window.pop_front()
        {
            inner.low = gone.revision;
        }
        inner.window.push_back(change);
    }
}

fn below<'a>(
    objects: &'a BTreeMap<Box<str>, Arc<Stored>>,
    prefix: &'a str,
) -> impl Iterator<Item = &'a Arc<Stored>> + 'a {
    objects
        .range::<str, _>((Bound::Included(prefix), Bound::Unbounded))
        .take_while(move |(key, _)| key.starts_with(prefix))
        .map(|(_, object)| object)
}
