//! Keeps a [`Store`] equal to what the API server holds: one whole picture, then changes, for ever.
//!
//! - WatchList first; where a server refuses it, LIST and then WATCH.
//! - A broken or ended watch resumes at the last revision; a compacted one (410) takes a new picture.
//! - An object that cannot be decoded is set aside and reported; the watch goes on.
//!
//! As upstream: client-go/tools/cache/reflector.go.

use std::time::Duration;

use kube_api::types::Object;
use machined_base::{Backoff, Monotonic, Restart, Shutdown, TaskHandle};
use tracing::{debug, info, warn};

use crate::client::Client;
use crate::error::{Error, Reason};
use crate::options::{ListOptions, Resource};
use crate::store::{Key, Store};
use crate::watch::{Event, Watch, WatchOptions};
use crate::wire::PROTOBUF;

const RETRY_MIN: Duration = Duration::from_millis(200);
const RETRY_MAX: Duration = Duration::from_secs(30);
/// The server ends a watch after 5 to 10 minutes, spread, so that a restarted server is not met by all at once.
const WATCH_FOR: Duration = Duration::from_secs(600);
/// A watch that ended this early is not healthy.
const SHORT: Duration = Duration::from_secs(1);

/// What to watch and what to keep of it.
pub struct Informer<T> {
    resource: Resource,
    accept: &'static str,
    list: ListOptions,
    trim: Option<fn(&mut T)>,
    indexes: Vec<(&'static str, Box<dyn Fn(&T) -> Vec<String> + Send + Sync>)>,
}

/// The running half of an informer.
struct Reflector<T> {
    client: Client,
    resource: Resource,
    accept: &'static str,
    list: ListOptions,
    trim: Option<fn(&mut T)>,
    store: Store<T>,
    /// Where to resume; `None` asks for a new picture.
    revision: Option<String>,
    watch_list: bool,
}

impl<T: Object> Informer<T> {
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self::dynamic(Resource::of::<T>(), PROTOBUF)
    }

    pub(crate) fn dynamic(resource: Resource, accept: &'static str) -> Self {
        Informer { resource, accept, list: ListOptions::default(), trim: None, indexes: Vec::new() }
    }

    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.list.namespace = namespace.into();
        self
    }

    pub fn labels(mut self, selector: impl Into<String>) -> Self {
        self.list.labels = selector.into();
        self
    }

    pub fn fields(mut self, selector: impl Into<String>) -> Self {
        self.list.fields = selector.into();
        self
    }

    /// Drops what nobody here reads, before the object is kept. A trimmed object must not be written back whole.
    pub fn trim(mut self, trim: fn(&mut T)) -> Self {
        self.trim = Some(trim);
        self
    }

    pub fn index(mut self, name: &'static str, of: impl Fn(&T) -> Vec<String> + Send + Sync + 'static) -> Self {
        self.indexes.push((name, Box::new(of)));
        self
    }

    /// Starts watching, on the client's tasks, until `shutdown`.
    pub fn start(self, client: &Client, shutdown: &Shutdown) -> Store<T> {
        self.start_stoppable(client, shutdown).0
    }

    /// As [`Informer::start`]; the handle ends this informer alone.
    pub fn start_stoppable(self, client: &Client, shutdown: &Shutdown) -> (Store<T>, TaskHandle) {
        let store = Store::new(self.indexes);
        let (kept, client, shutdown) = (store.clone(), client.clone(), shutdown.clone());
        let tasks = client.tasks().clone();
        let make = move || {
            let reflector = Reflector {
                client: client.clone(),
                resource: self.resource.clone(),
                accept: self.accept,
                list: self.list.clone(),
                trim: self.trim,
                store: store.clone(),
                revision: None,
                watch_list: true,
            };
            let shutdown = shutdown.clone();
            async move { reflector.run(shutdown).await }
        };
        let handle = tasks.spawn("informer", Restart::Backoff, make);
        (kept, handle)
    }

    /// A store with the same indexes that holds just these, trimmed: for dry runs and tests.
    pub fn offline(self, mut objects: Vec<T>) -> Store<T> {
        if let Some(trim) = self.trim {
            objects.iter_mut().for_each(trim);
        }
        let store = Store::new(self.indexes);
        store.replace(objects, 1);
        store
    }
}

impl<T: Object> Reflector<T> {
    async fn run(mut self, shutdown: Shutdown) {
        let mut backoff = Backoff::new(RETRY_MIN, RETRY_MAX);
        // Jitter for the length of each watch.
        let mut spread = Backoff::new(WATCH_FOR, WATCH_FOR);
        loop {
            let started = self.client.clock().monotonic();
            // The round may be dropped half-way: the store is only changed by whole events.
            let outcome = tokio::select! {
                outcome = self.round(spread.next()) => outcome,
                () = shutdown.requested() => return,
            };
            let delay = self.judge(outcome, started, &mut backoff);
            // Nothing is lost when dropped.
            tokio::select! {
                () = self.client.clock().sleep(delay) => {}
                () = shutdown.requested() => return,
            }
        }
    }

    /// How long to wait before the next round, and what the last one means for it.
    fn judge(&mut self, outcome: Result<(), Error>, started: Monotonic, backoff: &mut Backoff) -> Duration {
        let lived = self.client.clock().monotonic().since(started);
        match outcome {
            Ok(()) if lived >= SHORT => {
                backoff.reset();
                Duration::ZERO
            }
            Ok(()) => backoff.next(),
            Err(err) if err.is_gone() => {
                info!(resource = %self.resource, "revision is compacted, taking a new picture");
                self.revision = None;
                backoff.next()
            }
            Err(err) => {
                if self.watch_list && self.revision.is_none() && refused_watch_list(&err) {
                    debug!(resource = %self.resource, %err, "the server knows no WatchList, listing");
                    self.watch_list = false;
                    return Duration::ZERO;
                }
                if lived >= SHORT * 30 {
                    backoff.reset();
                }
                let delay = backoff.next();
                if self.store.is_synced() {
                    debug!(resource = %self.resource, %err, ?delay, "watch broke");
                } else {
                    warn!(resource = %self.resource, %err, ?delay, "cannot watch yet");
                }
                delay
            }
        }
    }

    async fn round(&mut self, timeout: Duration) -> Result<(), Error> {
        if self.revision.is_none() && !self.watch_list {
            let list = self.client.list_resource::<T>(&self.resource, self.accept, &self.list).await?;
            for why in &list.undecodable {
                self.report(why);
            }
            let items = list.items.into_iter().map(|item| self.prepared(item)).collect();
            self.store.replace(items, number(&list.revision));
            self.revision = Some(list.revision);
        }
        let picture = self.revision.is_none();
        let mut list = self.list.clone();
        list.revision = self.revision.clone().unwrap_or_default();
        let options = WatchOptions { list, initial_events: picture, timeout: Some(timeout) };
        let mut watch = Watch::open(&self.client, &self.resource, self.accept, &options).await?;
        if picture && !self.picture(&mut watch).await? {
            // Ended before the picture was whole: the next round starts over.
            return Ok(());
        }
        while let Some(event) = watch.next().await? {
            self.apply(event);
        }
        Ok(())
    }

    /// Collects initial events until the bookmark that ends them.
    async fn picture(&mut self, watch: &mut Watch<T>) -> Result<bool, Error> {
        let mut items = std::collections::BTreeMap::new();
        while let Some(event) = watch.next().await? {
            match event {
                Event::Added(item) | Event::Modified(item) => {
                    let item = self.prepared(item);
                    items.insert(Key::of(&item), item);
                }
                Event::Deleted(item) => {
                    items.remove(&Key::of(&item));
                }
                Event::Undecodable { why } => self.report(&why),
                Event::Bookmark { initial_end: false, .. } => {}
                Event::Bookmark { revision, initial_end: true } => {
                    self.store.replace(items.into_values().collect(), number(&revision));
                    self.revision = Some(revision);
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn apply(&mut self, event: Event<T>) {
        match event {
            Event::Added(item) | Event::Modified(item) => {
                let revision = item.metadata().resource_version.clone();
                self.store.set(self.prepared(item), number(&revision));
                self.revision = Some(revision);
            }
            Event::Deleted(item) => {
                let revision = item.metadata().resource_version.clone();
                self.store.remove(Key::of(&item), number(&revision));
                self.revision = Some(revision);
            }
            Event::Bookmark { revision, .. } => {
                self.store.bookmark(number(&revision));
                self.revision = Some(revision);
            }
            Event::Undecodable { why } => self.report(&why),
        }
    }

    fn prepared(&self, mut item: T) -> T {
        item.metadata_mut().managed_fields = Vec::new();
        if let Some(trim) = self.trim {
            trim(&mut item);
        }
        item
    }

    fn report(&self, why: &str) {
        self.store.count_undecodable();
        warn!(resource = %self.resource, why, "an object cannot be decoded and is set aside");
    }
}

/// As upstream: any refusal of the request itself means that the server does not know what was asked.
fn refused_watch_list(err: &Error) -> bool {
    matches!(err.reason(), Some(Reason::Invalid | Reason::BadRequest | Reason::MethodNotAllowed))
}

/// Revisions are numbers since 1.35 (KEP-5504); anything else counts as "not known".
fn number(revision: &str) -> u64 {
    revision.parse().unwrap_or(0)
}
