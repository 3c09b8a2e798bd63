//! Decides what becomes of an event: dropped (spam), counted up on an earlier one, combined with similar ones, or new.
//!
//! As upstream: client-go/tools/record/events_cache.go, with its numbers.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use jiff::Timestamp;
use kube_api::types::core::Event;

const ENTRIES: usize = 4096;
const COMBINE_FROM: usize = 10;
const COMBINE_WITHIN_S: i64 = 600;
const BURST: f64 = 25.0;
const REFILL_PER_S: f64 = 1.0 / 300.0;

#[derive(Debug, Default)]
pub(crate) struct Correlator {
    spam: Recent<u64, Bucket>,
    similar: Recent<u64, Similar>,
    sent: Recent<u64, Sent>,
}

/// What to do with an event that is not dropped.
#[derive(Debug, PartialEq)]
pub(crate) enum Verdict {
    New(Event),
    /// The same as an earlier one: count that up.
    Again(Event),
}

#[derive(Debug)]
struct Bucket {
    tokens: f64,
    at: Timestamp,
}

#[derive(Debug, Default)]
struct Similar {
    messages: BTreeSet<u64>,
    at: Timestamp,
}

#[derive(Debug)]
struct Sent {
    name: String,
    first: kube_api::types::meta::Time,
    count: i32,
}

impl Verdict {
    pub(crate) fn event(&self) -> &Event {
        match self {
            Verdict::New(event) | Verdict::Again(event) => event,
        }
    }
}

impl Correlator {
    pub(crate) fn judge(&mut self, event: Event, now: Timestamp) -> Option<Verdict> {
        if !self.allowed(&event, now) {
            return None;
        }
        let (mut event, key) = self.combined(event, now);
        match self.sent.get(&key) {
            Some(sent) => {
                sent.count += 1;
                event.metadata.name = sent.name.clone();
                event.first_timestamp = sent.first;
                event.count = sent.count;
                Some(Verdict::Again(event))
            }
            None => Some(Verdict::New(event)),
        }
    }

    /// Remembers what the server has stored.
    pub(crate) fn sent(&mut self, verdict: &Verdict, stored: &Event) {
        let event = verdict.event();
        let key = hash(&key_of(event));
        let sent = Sent { name: stored.metadata.name.clone(), first: stored.first_timestamp, count: event.count };
        self.sent.put(key, sent);
    }

    fn allowed(&mut self, event: &Event, now: Timestamp) -> bool {
        let bucket = self.spam.get_or(hash(&spam_key(event)), || Bucket { tokens: BURST, at: now });
        let passed = now.duration_since(bucket.at).as_secs_f64().max(0.0);
        bucket.tokens = (bucket.tokens + passed * REFILL_PER_S).min(BURST);
        bucket.at = now;
        let allowed = bucket.tokens >= 1.0;
        if allowed {
            bucket.tokens -= 1.0;
        }
        allowed
    }

    fn combined(&mut self, mut event: Event, now: Timestamp) -> (Event, u64) {
        let message = hash(&event.message);
        let similar = self.similar.get_or(hash(&similar_key(&event)), Similar::default);
        if now.duration_since(similar.at).as_secs() > COMBINE_WITHIN_S {
            similar.messages.clear();
        }
        similar.messages.insert(message);
        similar.at = now;
        if similar.messages.len() < COMBINE_FROM {
            let key = hash(&key_of(&event));
            return (event, key);
        }
        // The set does not grow on: it stays at the threshold.
        similar.messages.pop_first();
        event.message = format!("{COMBINED}{}", event.message);
        let key = hash(&key_of(&event));
        (event, key)
    }
}

const COMBINED: &str = "(combined from similar events): ";

fn key_of(event: &Event) -> Vec<String> {
    // A combined event stands for many messages, so its key has none.
    if event.message.starts_with(COMBINED) { similar_key(event) } else { exact_key(event) }
}

fn spam_key(event: &Event) -> Vec<String> {
    let about = &event.involved_object;
    [
        &event.source.component,
        &event.source.host,
        &about.kind,
        &about.namespace,
        &about.name,
        &about.uid,
        &about.api_version,
        &event.r#type,
    ]
    .map(String::clone)
    .to_vec()
}

fn similar_key(event: &Event) -> Vec<String> {
    let mut key = spam_key(event);
    key.extend([event.reason.clone(), event.reporting_component.clone(), event.reporting_instance.clone()]);
    key
}

fn exact_key(event: &Event) -> Vec<String> {
    let mut key = spam_key(event);
    key.extend([event.involved_object.field_path.clone(), event.reason.clone(), event.message.clone()]);
    key
}

/// Keys are kept as hashes: a clash merges two counters, and costs nothing worse.
fn hash(value: &impl Hash) -> u64 {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// A map that forgets: of two generations, the older one goes when the newer is full.
#[derive(Debug)]
struct Recent<K, V> {
    new: HashMap<K, V>,
    old: HashMap<K, V>,
}

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Recent { new: HashMap::new(), old: HashMap::new() }
    }
}

impl<K: Eq + Hash + Copy, V> Recent<K, V> {
    fn get(&mut self, key: &K) -> Option<&mut V> {
        if let Some(value) = self.old.remove(key) {
            self.put(*key, value);
        }
        self.new.get_mut(key)
    }

    fn get_or(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        if let Some(value) = self.old.remove(&key) {
            self.put(key, value);
        }
        if self.new.len() >= ENTRIES / 2 && !self.new.contains_key(&key) {
            self.old = std::mem::take(&mut self.new);
        }
        self.new.entry(key).or_insert_with(make)
    }

    fn put(&mut self, key: K, value: V) {
        if self.new.len() >= ENTRIES / 2 {
            self.old = std::mem::take(&mut self.new);
        }
        self.new.insert(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(reason: &str, message: &str) -> Event {
        let mut event = Event { reason: reason.into(), message: message.into(), count: 1, ..Event::default() };
        event.involved_object.name = "web".into();
        event.metadata.name = format!("web.{message}");
        event
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + second).unwrap()
    }

    fn run(correlator: &mut Correlator, event: Event, now: Timestamp) -> Option<(bool, i32, String)> {
        let verdict = correlator.judge(event, now)?;
        correlator.sent(&verdict, &verdict.event().clone());
        let event = verdict.event();
        Some((matches!(verdict, Verdict::New(_)), event.count, event.message.clone()))
    }

    #[test]
    fn the_same_event_is_counted_up() {
        let mut correlator = Correlator::default();
        assert_eq!(run(&mut correlator, event("Failed", "a"), at(0)), Some((true, 1, "a".into())));
        assert_eq!(run(&mut correlator, event("Failed", "a"), at(1)), Some((false, 2, "a".into())));
        assert_eq!(run(&mut correlator, event("Failed", "b"), at(2)), Some((true, 1, "b".into())));
    }

    #[test]
    fn ten_similar_messages_are_combined_from_then_on() {
        let mut correlator = Correlator::default();
        for n in 0..9 {
            assert!(run(&mut correlator, event("Failed", &n.to_string()), at(n)).unwrap().0);
        }
        let tenth = run(&mut correlator, event("Failed", "10"), at(10)).unwrap();
        assert_eq!(tenth, (true, 1, "(combined from similar events): 10".into()));
        let next = run(&mut correlator, event("Failed", "11"), at(11)).unwrap();
        assert_eq!(next, (false, 2, "(combined from similar events): 11".into()));
    }

    #[test]
    fn a_flood_is_stopped_after_its_burst_and_trickles_on() {
        let mut correlator = Correlator::default();
        let passed = (0..100).filter(|_| run(&mut correlator, event("Failed", "a"), at(0)).is_some()).count();
        assert_eq!(passed, 25);
        assert!(run(&mut correlator, event("Failed", "a"), at(301)).is_some());
    }
}
