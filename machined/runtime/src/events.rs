//! What happened on this machine, for people: the last few, and whatever comes.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use machined_base::Clock;
use tokio::sync::watch;

/// Kept for those who ask later.
const KEPT: usize = 1000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub id: u64,
    pub at: Timestamp,
    pub kind: &'static str,
    pub subject: String,
    pub message: String,
}

/// The machine's events. Clones are the same.
#[derive(Clone, Debug)]
pub struct Events {
    shared: Arc<Shared>,
    clock: Clock,
}

#[derive(Debug)]
struct Shared {
    kept: Mutex<VecDeque<Event>>,
    last: watch::Sender<u64>,
}

/// Reads events one by one. One that is too slow misses the oldest.
#[derive(Debug)]
pub struct Follower {
    events: Events,
    seen: u64,
    changed: watch::Receiver<u64>,
}

impl Events {
    pub fn new(clock: Clock) -> Self {
        Self { shared: Arc::new(Shared { kept: Mutex::default(), last: watch::Sender::new(0) }), clock }
    }

    pub fn add(&self, kind: &'static str, subject: impl Into<String>, message: impl Into<String>) {
        let (subject, message) = (subject.into(), message.into());
        tracing::info!(kind, subject, message, "event");
        let mut kept = self.shared.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let id = kept.back().map_or(0, |event| event.id) + 1;
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back(Event { id, at: self.clock.now(), kind, subject, message });
        drop(kept);
        self.shared.last.send_replace(id);
    }

    /// The last `tail` events (0: all kept), and a follower for what comes after them.
    pub fn follow(&self, tail: usize) -> (Vec<Event>, Follower) {
        let changed = self.shared.last.subscribe();
        let kept = self.shared.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let skip = if tail == 0 { 0 } else { kept.len().saturating_sub(tail) };
        let past: Vec<Event> = kept.iter().skip(skip).cloned().collect();
        let seen = kept.back().map_or(0, |event| event.id);
        drop(kept);
        (past, Follower { events: self.clone(), seen, changed })
    }
}

impl Follower {
    /// The next event. Cancel-safe: nothing is lost when dropped.
    pub async fn next(&mut self) -> Event {
        loop {
            self.changed.mark_unchanged();
            let next = {
                let kept = self.events.shared.kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.iter().find(|event| event.id > self.seen).cloned()
            };
            if let Some(event) = next {
                self.seen = event.id;
                return event;
            }
            // The sender lives in `events`, which we hold.
            let _ = self.changed.changed().await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn past_and_coming_events_meet_without_a_gap() {
        let events = Events::new(Clock::system());
        events.add("test", "a", "1");
        events.add("test", "a", "2");
        let (past, mut follower) = events.follow(1);
        assert_eq!(past.iter().map(|event| event.message.as_str()).collect::<Vec<_>>(), ["2"]);
        events.add("test", "a", "3");
        events.add("test", "a", "4");
        assert_eq!(follower.next().await.message, "3");
        assert_eq!(follower.next().await.message, "4");
    }
}
