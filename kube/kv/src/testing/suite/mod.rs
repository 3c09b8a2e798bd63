//! The conformance suite: what every implementation of [`Kv`] does, a real etcd included.
//!
//! Each case writes under a prefix of its own and counts revisions from where it began, so the whole suite runs against
//! one store, one case after the other. A failed assertion panics with the name of the case on standard error.

mod compact;
mod lease;
mod range;
mod txn;
mod watch;

use crate::{Event, EventKind, Keys, Kv, Put, Range, RangeResult, Revision, Watch, WatchMessage, Watcher};
use async_trait::async_trait;
use bytes::Bytes;
use futures::future::BoxFuture;
use std::sync::Arc;
use std::time::Duration;

/// A store under test.
#[async_trait]
pub trait Subject: Send + Sync {
    fn kv(&self) -> Arc<dyn Kv>;

    /// Returns when this much time has passed for the store: a model steps its clock, a server is waited for.
    async fn pass(&self, time: Duration);
}

/// What a case works with.
pub struct Case<'a> {
    pub kv: Arc<dyn Kv>,
    subject: &'a dyn Subject,
    prefix: String,
}

type Body = for<'a> fn(&'a Case<'a>) -> BoxFuture<'a, ()>;

/// Runs every case. A store that hangs hangs the suite: give the call a deadline.
pub async fn run(subject: &dyn Subject) {
    for (name, body) in cases() {
        let case = Case { kv: subject.kv(), subject, prefix: format!("/suite/{name}/") };
        let _name = Failed(name);
        body(&case).await;
    }
}

fn cases() -> Vec<(&'static str, Body)> {
    [range::CASES, txn::CASES, watch::CASES, lease::CASES, compact::CASES].concat()
}

/// Names the case when it panics.
struct Failed(&'static str);

impl Drop for Failed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            tell(self.0);
        }
    }
}

#[allow(clippy::print_stderr)]
fn tell(name: &str) {
    eprintln!("conformance case failed: {name}");
}

impl Case<'_> {
    pub(crate) fn key(&self, name: &str) -> Bytes {
        format!("{}{name}", self.prefix).into()
    }

    pub(crate) fn all(&self) -> Keys {
        Keys::prefix(self.prefix.clone())
    }

    pub(crate) fn span(&self, from: &str, before: &str) -> Keys {
        Keys::span(self.key(from), self.key(before))
    }

    pub(crate) async fn put(&self, name: &str, value: &str) -> Revision {
        self.kv.put(Put::new(self.key(name), value.to_owned())).await.expect("put").revision
    }

    pub(crate) async fn range(&self, range: Range) -> RangeResult {
        self.kv.range(range).await.expect("range")
    }

    /// The value of a key, if it exists.
    pub(crate) async fn get(&self, name: &str) -> Option<String> {
        let found = self.range(Range::of(Keys::one(self.key(name)))).await;
        found.kvs.first().map(|kv| text(&kv.value))
    }

    pub(crate) async fn revision(&self) -> Revision {
        self.range(Range::of(self.all()).count_only()).await.revision
    }

    pub(crate) async fn watch(&self, watch: Watch) -> Watcher {
        self.kv.watch(watch).await.expect("watch")
    }

    pub(crate) async fn pass(&self, time: Duration) {
        self.subject.pass(time).await;
    }

    /// Keys without the case's prefix.
    pub(crate) fn names(&self, result: &RangeResult) -> Vec<String> {
        result.kvs.iter().map(|kv| self.name(&kv.key)).collect()
    }

    fn name(&self, key: &[u8]) -> String {
        text(key).strip_prefix(&self.prefix).expect("a key of this case").to_owned()
    }

    /// The next events, as `put NAME=VALUE` and `delete NAME`; progress in between is passed over.
    pub(crate) async fn events(&self, watcher: &mut Watcher) -> (Revision, Vec<String>) {
        let (revision, events) = next_events(watcher).await;
        (revision, events.iter().map(|event| self.describe(event)).collect())
    }

    fn describe(&self, event: &Event) -> String {
        let (name, value) = (self.name(&event.kv.key), text(&event.kv.value));
        let was = event.prev_kv.as_ref().map_or(String::new(), |prev| format!(" was {}", text(&prev.value)));
        match event.kind {
            EventKind::Put => format!("put {name}={value}{was}"),
            EventKind::Delete => format!("delete {name}{was}"),
        }
    }
}

pub(crate) async fn next_events(watcher: &mut Watcher) -> (Revision, Vec<Event>) {
    loop {
        match watcher.next().await.expect("the watch goes on").expect("no error") {
            WatchMessage::Events { revision, events } => return (revision, events),
            WatchMessage::Progress(_) => {}
        }
    }
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
