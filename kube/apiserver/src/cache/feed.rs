//! The one watch over `/registry/`: lists, follows, hands each change to its resource's cache, and says how far it is.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use kube_kv::{EventKind, Keys, Kv, KvError, ProgressRequest, Range, Revision, Watch, WatchMessage};
use machined_base::{Backoff, Clock, Shutdown};
use parking_lot::RwLock;
use tokio::sync::watch;

use super::resource::ResourceCache;
use crate::run::chain;

pub(crate) const ROOT: &str = "/registry/";

/// Keys of one page when everything is read at the start.
const PAGE: usize = 2000;

/// How long the feed waits before it tries a store that failed again.
const RETRY_MIN: Duration = Duration::from_millis(50);
const RETRY_MAX: Duration = Duration::from_secs(1);

/// As upstream: how long a consistent read waits for its cache.
const WAIT: Duration = Duration::from_secs(3);

pub(crate) struct Feed {
    kv: Arc<dyn Kv>,
    clock: Clock,
    /// Caches by their prefix.
    caches: RwLock<HashMap<String, Arc<ResourceCache>>>,
    /// Prefixes of caches that came while the feed was running and are not filled yet.
    added: tokio::sync::Notify,
    applied: watch::Sender<i64>,
    progress: RwLock<Option<ProgressRequest>>,
    /// What comes next is gone from the store: all is to be read anew.
    lost: AtomicBool,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum FeedError {
    #[error("list {ROOT}")]
    List(#[source] KvError),
    #[error("watch {ROOT}")]
    Watch(#[source] KvError),
    #[error("the store closed the watch")]
    Closed,
}

/// Why a read could not be made consistent.
#[derive(Debug)]
pub(crate) enum Lagging {
    Store(KvError),
    /// The feed is at this revision and did not reach the wanted one in time.
    Behind(i64),
}

impl Feed {
    pub(crate) fn new(kv: Arc<dyn Kv>, clock: Clock) -> Self {
        Self {
            kv,
            clock,
            caches: RwLock::default(),
            added: tokio::sync::Notify::new(),
            applied: watch::Sender::new(0),
            progress: RwLock::new(None),
            lost: AtomicBool::new(false),
        }
    }

    /// Adds a cache before `run`, or while it runs: then it fills soon after.
    pub(crate) fn add(&self, cache: Arc<ResourceCache>) {
        self.caches.write().insert(cache.prefix.clone(), cache);
        self.added.notify_one();
    }

    pub(crate) fn remove(&self, prefix: &str) {
        self.caches.write().remove(prefix);
    }

    pub(crate) fn applied(&self) -> i64 {
        *self.applied.borrow()
    }

    /// Waits until the feed has passed a revision.
    pub(crate) async fn reach(&self, revision: i64) -> Result<(), Lagging> {
        let mut applied = self.applied.subscribe();
        if *applied.borrow_and_update() >= revision {
            return Ok(());
        }
        if let Some(progress) = self.progress.read().as_ref() {
            progress.request();
        }
        let reached = self.clock.timeout(WAIT, applied.wait_for(|at| *at >= revision)).await;
        match reached {
            Ok(Ok(_)) => Ok(()),
            _ => Err(Lagging::Behind(self.applied())),
        }
    }

    /// The store's revision now, once the caches have passed it: what is read from them afterwards is consistent.
    pub(crate) async fn consistent(&self) -> Result<i64, Lagging> {
        let probe = Range::of(Keys::one("/registry/.revision")).count_only();
        let now = self.kv.range(probe).await.map_err(Lagging::Store)?.revision.0;
        self.reach(now).await?;
        Ok(now)
    }

    /// Follows, and starts again wherever it failed, until it is told to stop. What was read stays readable meanwhile.
    pub(crate) async fn run(&self, shutdown: &Shutdown) {
        let mut backoff = Backoff::new(RETRY_MIN, RETRY_MAX);
        loop {
            let before = self.applied();
            tokio::select! {
                // Dropped only when the server goes down.
                ended = self.follow() => if let Err(err) = ended {
                    tracing::warn!(err = chain(&err), at = before, "the watch of the store ended and starts again");
                },
                () = shutdown.requested() => return,
            }
            if self.applied() > before {
                backoff.reset();
            }
            tokio::select! {
                () = self.clock.sleep(backoff.next()) => {}
                () = shutdown.requested() => return,
            }
        }
    }

    /// Where to go on: behind what the caches have, as long as the store still has that; otherwise all is read anew.
    async fn begin(&self) -> Result<i64, FeedError> {
        let applied = self.applied();
        if applied == 0 || self.lost.swap(false, Ordering::AcqRel) {
            return self.fill().await;
        }
        let probe = Range::of(Keys::one("/registry/.revision")).count_only();
        let now = self.kv.range(probe).await.map_err(FeedError::List)?.revision.0;
        // A store that is younger than what is known here was put back from a copy.
        if now < applied { self.fill().await } else { Ok(applied) }
    }

    /// Reads what is missing, then follows, until something fails.
    async fn follow(&self) -> Result<(), FeedError> {
        let start = self.begin().await?;
        let watch = Watch::of(Keys::prefix(ROOT)).since(Revision(start + 1)).progress_notify();
        let mut watcher = self.kv.watch(watch).await.map_err(FeedError::Watch)?;
        *self.progress.write() = Some(watcher.progress());
        self.applied.send_if_modified(|at| std::mem::replace(at, start) != start);
        self.fill_added().await?;
        loop {
            let message = tokio::select! {
                // Cancel-safe: `next` loses nothing, and the added caches are read from the map.
                message = watcher.next() => match message.ok_or(FeedError::Closed)? {
                    Ok(message) => message,
                    Err(err) => {
                        if matches!(err, KvError::Compacted { .. }) {
                            self.lost.store(true, Ordering::Release);
                        }
                        return Err(FeedError::Watch(err));
                    }
                },
                () = self.added.notified() => {
                    self.fill_added().await?;
                    continue;
                }
            };
            match message {
                WatchMessage::Events { revision, events } => {
                    let caches = self.caches.read();
                    for event in &events {
                        let Ok(key) = std::str::from_utf8(&event.kv.key) else { continue };
                        if let Some(cache) = find(&caches, key).filter(|cache| cache.is_ready()) {
                            let value = (event.kind == EventKind::Put).then_some(event.kv.value.as_ref());
                            cache.apply(key, value, event.kv.mod_revision.0.max(revision.0));
                        }
                    }
                    drop(caches);
                    self.advance(revision.0);
                }
                WatchMessage::Progress(revision) => self.advance(revision.0),
            }
        }
    }

    fn advance(&self, revision: i64) {
        self.applied.send_if_modified(|at| {
            let later = revision > *at;
            *at = revision.max(*at);
            later
        });
    }

    /// Reads `/registry/` at one revision into all caches.
    async fn fill(&self) -> Result<i64, FeedError> {
        let mut at: Option<Revision> = None;
        let mut filled: HashMap<String, Vec<_>> =
            self.caches.read().keys().map(|key| (key.clone(), Vec::new())).collect();
        let mut start = bytes::Bytes::from_static(ROOT.as_bytes());
        let end = Keys::prefix(ROOT).to_wire().1;
        loop {
            let range = Range::of(Keys::span(start.clone(), end.clone())).limit(PAGE);
            let range = match at {
                Some(revision) => range.at(revision),
                None => range,
            };
            let page = self.kv.range(range).await.map_err(FeedError::List)?;
            at.get_or_insert(page.revision);
            for kv in &page.kvs {
                let Ok(key) = std::str::from_utf8(&kv.key) else { continue };
                let cache = find(&self.caches.read(), key).cloned();
                if let Some(cache) = cache {
                    match cache.format.read(key, &kv.value, kv.mod_revision.0) {
                        Ok(read) => filled.entry(cache.prefix.clone()).or_default().push(read),
                        Err(err) => tracing::error!(%err, "object set aside"),
                    }
                }
            }
            match page.kvs.last() {
                Some(last) if page.more => start = after(&last.key),
                _ => break,
            }
        }
        let revision = at.map_or(0, |revision| revision.0);
        for (prefix, objects) in filled {
            let cache = self.caches.read().get(&prefix).cloned();
            if let Some(cache) = cache {
                cache.reset(objects, revision);
            }
        }
        Ok(revision)
    }

    /// Fills caches that were added while the watch runs, at the revision that the feed has reached: what comes next
    /// comes through the watch.
    async fn fill_added(&self) -> Result<(), FeedError> {
        let added: Vec<_> = self.caches.read().values().filter(|cache| !cache.is_ready()).cloned().collect();
        let at = self.applied();
        for cache in added {
            let range = Range::of(Keys::prefix(cache.prefix.clone())).at(Revision(at));
            let found = match self.kv.range(range).await {
                Ok(found) => found,
                // Compacted since: everything is read again.
                Err(err) => return Err(FeedError::List(err)),
            };
            let mut objects = Vec::new();
            for kv in &found.kvs {
                let Ok(key) = std::str::from_utf8(&kv.key) else { continue };
                match cache.format.read(key, &kv.value, kv.mod_revision.0) {
                    Ok(read) => objects.push(read),
                    Err(err) => tracing::error!(%err, "object set aside"),
                }
            }
            cache.reset(objects, at);
        }
        Ok(())
    }
}

/// The cache of a key: by its longest prefix of whole segments, at most four deep.
fn find<'a>(caches: &'a HashMap<String, Arc<ResourceCache>>, key: &str) -> Option<&'a Arc<ResourceCache>> {
    let rest = key.strip_prefix(ROOT)?;
    let mut ends = rest.match_indices('/').map(|(at, _)| ROOT.len() + at + 1).take(3);
    let first = ends.next()?;
    let second = ends.next();
    let deeper = second.and_then(|end| caches.get(key.get(..end)?));
    deeper.or_else(|| caches.get(key.get(..first)?))
}

/// The key that follows this one.
fn after(key: &[u8]) -> bytes::Bytes {
    let mut next = key.to_vec();
    next.push(0);
    next.into()
}
