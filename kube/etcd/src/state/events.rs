//! What a watch reads: everything that changed from a revision on, from memory where that reaches back far enough,
//! otherwise from the database.

use super::State;
use super::db::DbSnapshot;
use kube_kv::{Event, EventKind, KeyValue, KvError, KvResult, Revision, Watch, WatchMessage};
use kube_mvcc::{Place, StorageError};
use std::sync::Arc;

/// A piece of history may be long: readers take it in portions.
const PORTION_REVISIONS: usize = 512;
const PORTION_BYTES: usize = 1 << 20;

/// A portion of what happened.
#[derive(Debug)]
pub(crate) struct Passage {
    /// Of the watched keys, one message for each revision.
    pub(crate) messages: Vec<WatchMessage>,
    /// Where to go on reading.
    pub(crate) next: Revision,
    /// There is more to read at once.
    pub(crate) more: bool,
}

type Changes = Vec<(Revision, Arc<[Event]>)>;

impl State {
    /// Reads on from `next`. A start that is compacted is answered with [`KvError::Compacted`].
    pub(crate) fn passage(&self, watch: &Watch, next: Revision) -> Result<KvResult<Passage>, StorageError> {
        let (changes, snapshot, now) = {
            let inner = self.inner.read();
            let now = inner.store.revision();
            if next > now {
                return Ok(Ok(Passage { messages: Vec::new(), next, more: false }));
            }
            if inner.store.compacted().is_some_and(|compacted| next < compacted) {
                return Ok(Err(KvError::Compacted { at: inner.store.compacted() }));
            }
            let changes: Option<Changes> =
                inner.ring.since(next).map(|changes| changes.take(PORTION_REVISIONS).collect());
            let needed = changes.as_ref().is_none_or(|changes| watch.prev_kv && !changes.is_empty());
            (changes, needed.then(|| self.db.snapshot()), now)
        };
        let changes = match (changes, &snapshot) {
            (Some(changes), _) => changes,
            (None, Some(snapshot)) => history(snapshot, next)?,
            (None, None) => Vec::new(),
        };
        let more = changes.last().is_some_and(|(last, _)| *last < now);
        let next = if more { changes.last().map_or(next, |(last, _)| last.next()) } else { now.next() };
        let mut messages = Vec::new();
        for (revision, events) in changes {
            let mut events: Vec<Event> = events.iter().filter(|event| wanted(watch, event)).cloned().collect();
            if events.is_empty() {
                continue;
            }
            if let Some(snapshot) = snapshot.as_ref().filter(|_| watch.prev_kv) {
                self.add_previous(snapshot, revision, &mut events)?;
            }
            messages.push(WatchMessage::Events { revision, events });
        }
        Ok(Ok(Passage { messages, next, more }))
    }

    /// What stood there before, where compaction has left it.
    fn add_previous(
        &self,
        snapshot: &DbSnapshot<'_>,
        revision: Revision,
        events: &mut [Event],
    ) -> Result<(), StorageError> {
        let places: Vec<Option<Place>> = {
            let inner = self.inner.read();
            events.iter().map(|event| inner.store.previous(&event.kv.key, revision)).collect()
        };
        for (event, place) in events.iter_mut().zip(places) {
            // What the index still knows now was in the database when the snapshot was taken, before.
            event.prev_kv = place.map(|place| snapshot.get(place)).transpose()?;
        }
        Ok(())
    }
}

fn wanted(watch: &Watch, event: &Event) -> bool {
    let left_out = match event.kind {
        EventKind::Put => watch.no_put,
        EventKind::Delete => watch.no_delete,
    };
    !left_out && watch.keys.contains(&event.kv.key)
}

/// A portion from the database: whole revisions.
fn history(snapshot: &DbSnapshot<'_>, from: Revision) -> Result<Changes, StorageError> {
    let mut changes: Vec<(Revision, Vec<Event>)> = Vec::new();
    let mut bytes = 0;
    snapshot.walk(Place { main: from.0, sub: 0 }, |place, kv| {
        let revision = Revision(place.main);
        let same = changes.last().is_some_and(|(last, _)| *last == revision);
        if !same && (changes.len() == PORTION_REVISIONS || bytes > PORTION_BYTES) {
            return false;
        }
        bytes += kv.key.len() + kv.value.len();
        let event = event(place, kv);
        match changes.last_mut().filter(|_| same) {
            Some((_, events)) => events.push(event),
            None => changes.push((revision, vec![event])),
        }
        true
    })?;
    Ok(changes.into_iter().map(|(revision, events)| (revision, events.into())).collect())
}

fn event(place: Place, kv: KeyValue) -> Event {
    let kind = if kv.version == 0 { EventKind::Delete } else { EventKind::Put };
    Event { kind, kv: KeyValue { mod_revision: Revision(place.main), ..kv }, prev_kv: None }
}
