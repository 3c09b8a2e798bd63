//! Watch: what a resource's cache has and what happens next, as one sequence of events.
//!
//! As upstream: apiserver/pkg/storage/cacher. How events are written to the wire is decided in `render::stream`.

use std::sync::Arc;
use std::time::Duration;

use machined_base::Monotonic;

use super::context::Ctx;
use super::list::reach;
use crate::cache::{Change, ChangeKind, Filter, Since, Stored, Subscription};
use crate::catalog::Store;
use crate::http::query::ListOptions;
use crate::status::{ApiError, Result};

/// As upstream: a watch without a timeout lasts 30 to 60 minutes.
const TIMEOUT_MIN_S: u64 = 1800;
const BOOKMARK_EVERY: Duration = Duration::from_secs(60);
/// As upstream: a bookmark comes this long before the end, so that the next watch begins late.
const BOOKMARK_BEFORE_END: Duration = Duration::from_secs(2);

pub(crate) enum Event {
    Object { kind: ChangeKind, object: Arc<Stored> },
    Bookmark { revision: i64, initial_end: bool },
    Error(ApiError),
}

pub(crate) struct Watching {
    pub store: Arc<Store>,
    server: Arc<crate::server::Server>,
    filter: Filter,
    initial: std::vec::IntoIter<Arc<Stored>>,
    replay: std::vec::IntoIter<Arc<Change>>,
    /// Nothing at or below this revision is shown as a change.
    floor: i64,
    initial_end: Option<i64>,
    subscription: Option<tokio::sync::mpsc::Receiver<Arc<Change>>>,
    error: Option<ApiError>,
    bookmarks: bool,
    next_bookmark: Monotonic,
    end: Monotonic,
    last_bookmark: i64,
    ended: bool,
}

pub(crate) async fn watch(ctx: &Ctx, options: &ListOptions) -> Result<Watching> {
    let store = ctx.store()?.clone();
    let place = store.place(&ctx.info.namespace);
    let name = Some(ctx.info.name.as_str()).filter(|name| !name.is_empty());
    let filter = Filter::parse(place, name, &options.label_selector, &options.field_selector, &store.cache.format)?;
    let initial_wanted = options.send_initial_events.unwrap_or(false);
    let (since, version) = match (options.resource_version, options.send_initial_events) {
        (_, Some(true)) => (Since::Start, options.resource_version),
        (None | Some(0), Some(false)) => (Since::Now, Some(0)),
        (None, None) => (Since::Start, None),
        (Some(0), None) => (Since::Start, Some(0)),
        (Some(version), _) => (Since::After(version), Some(0)),
    };
    // As upstream: an empty version asks for initial events of now, and everything else for what the cache has.
    reach(ctx, version).await?;
    let clock = &ctx.server.clock;
    let now = clock.monotonic();
    let random = u64::from(uuid::Uuid::new_v4().as_bytes().first().copied().unwrap_or(0)) * TIMEOUT_MIN_S / 256;
    let lasts = Duration::from_secs(options.timeout_seconds.unwrap_or(TIMEOUT_MIN_S + random));
    let mut watching = Watching {
        server: ctx.server.clone(),
        filter: filter.clone(),
        initial: Vec::new().into_iter(),
        replay: Vec::new().into_iter(),
        floor: if let Since::After(version) = since { version } else { 0 },
        initial_end: None,
        subscription: None,
        error: None,
        bookmarks: options.allow_bookmarks,
        next_bookmark: now + BOOKMARK_EVERY,
        end: now + lasts,
        last_bookmark: 0,
        ended: false,
        store: store.clone(),
    };
    if !store.cache.is_ready() {
        return Err(ApiError::too_many_requests("storage is (re)initializing", 1));
    }
    match store.cache.subscribe(filter, since, ctx.server.feed.applied()) {
        Ok(Subscription { objects, changes, revision, next }) => {
            watching.initial = objects.into_iter();
            watching.replay = changes.into_iter();
            watching.initial_end = (initial_wanted && options.allow_bookmarks).then_some(revision);
            watching.subscription = Some(next);
        }
        Err(low) => {
            let wanted = options.resource_version.unwrap_or(0);
            watching.error = Some(ApiError::expired(format!("too old resource version: {wanted} ({low})")));
        }
    }
    Ok(watching)
}

/// When an idle watch has something to do: its next bookmark, its last one shortly before its end, or its end.
/// A time that has passed is returned once only, since the bookmark made then moves `next` on.
fn wake(now: Monotonic, next: Option<Monotonic>, last_call: Monotonic, end: Monotonic) -> Monotonic {
    let Some(next) = next else { return end };
    let next = if now < last_call { next.min(last_call) } else { next };
    next.min(end)
}

impl Watching {
    /// The next event; `None` at the end of the watch's time, when it lags, or when the server goes down.
    pub(crate) async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.ready() {
                return Some(event);
            }
            if self.ended {
                return None;
            }
            let clock = self.server.clock.clone();
            let last_call = Monotonic(self.end.0.saturating_sub(BOOKMARK_BEFORE_END));
            let wake = wake(clock.monotonic(), self.bookmarks.then_some(self.next_bookmark), last_call, self.end);
            let receiver = self.subscription.as_mut()?;
            // Cancel-safe: `recv` loses nothing, the others only wait.
            tokio::select! {
                change = receiver.recv() => match change {
                    Some(change) => if let Some(event) = self.show(&change) { return Some(event) },
                    None => self.ended = true,
                },
                () = clock.sleep_until(wake) => {
                    if clock.monotonic() >= self.end {
                        self.ended = true;
                    } else if let Some(event) = self.bookmark(last_call) {
                        return Some(event);
                    }
                }
                () = self.server.shutdown.requested() => self.ended = true,
            }
        }
    }

    /// What can be told without waiting.
    pub(crate) fn ready(&mut self) -> Option<Event> {
        if let Some(error) = self.error.take() {
            self.ended = true;
            return Some(Event::Error(error));
        }
        if let Some(object) = self.initial.next() {
            return Some(Event::Object { kind: ChangeKind::Added, object });
        }
        if let Some(revision) = self.initial_end.take() {
            self.last_bookmark = revision;
            return Some(Event::Bookmark { revision, initial_end: true });
        }
        while let Some(change) = self.replay.next() {
            if let Some(event) = self.show(&change) {
                return Some(event);
            }
        }
        while let Some(Ok(change)) = self.subscription.as_mut().map(|receiver| receiver.try_recv()) {
            if let Some(event) = self.show(&change) {
                return Some(event);
            }
        }
        None
    }

    fn bookmark(&mut self, last_call: Monotonic) -> Option<Event> {
        let now = self.server.clock.monotonic();
        self.next_bookmark = if now >= last_call { self.end } else { now + BOOKMARK_EVERY };
        // The feed's revision first, then what it has sent up to there: a bookmark promises that nothing is missing.
        let revision = self.server.feed.applied();
        let nothing_waits = self.subscription.as_ref().is_none_or(|receiver| receiver.is_empty());
        if !nothing_waits || revision <= self.last_bookmark {
            return None;
        }
        self.last_bookmark = revision;
        Some(Event::Bookmark { revision, initial_end: false })
    }

    fn show(&self, change: &Arc<Change>) -> Option<Event> {
        if change.revision <= self.floor {
            return None;
        }
        let kind = self.filter.seen_as(change)?;
        let object = match (&change.old, kind) {
            // As upstream: an object that leaves the selection is shown as it was, under the revision of the change.
            (Some(old), ChangeKind::Deleted) if change.kind != ChangeKind::Deleted => {
                Arc::new(self.store.cache.format.at(old, change.revision))
            }
            _ => change.object.clone(),
        };
        Some(Event::Object { kind, object })
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn an_idle_watch_sleeps_after_its_last_bookmark() {
        let at = |seconds| Monotonic(Duration::from_secs(seconds));
        let (last_call, end) = (at(298), at(300));
        assert_eq!(wake(at(0), Some(at(60)), last_call, end), at(60));
        assert_eq!(wake(at(290), Some(at(350)), last_call, end), last_call);
        // The last bookmark moved `next` to the end: what has passed must not wake it again and again.
        assert_eq!(wake(at(299), Some(end), last_call, end), end);
        assert_eq!(wake(at(10), None, last_call, end), end);
    }
}
