//! The keys that a controller has to look at. Level-triggered: a key stands in it once, however often it was added.
//!
//! - A key is handed to one worker at a time; added meanwhile, it is handed out again afterwards.
//! - Failures come back later and later; a success forgets them.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use kube_informer::Key;
use machined_base::{Clock, Monotonic};
use parking_lot::Mutex;
use tokio::sync::Notify;

const RETRY_MIN: Duration = Duration::from_millis(5);
const RETRY_MAX: Duration = Duration::from_secs(300);

/// Clones share the queue.
#[derive(Clone)]
pub(crate) struct Queue {
    shared: Arc<Shared>,
}

struct Shared {
    clock: Clock,
    state: Mutex<State>,
    wake: Notify,
}

#[derive(Default)]
struct State {
    ready: VecDeque<Key>,
    queued: HashSet<Key>,
    running: HashSet<Key>,
    later: BTreeMap<(Monotonic, u64), Key>,
    due: HashMap<Key, (Monotonic, u64)>,
    failures: HashMap<Key, u32>,
    next: u64,
}

impl Queue {
    pub(crate) fn new(clock: Clock) -> Self {
        Queue { shared: Arc::new(Shared { clock, state: Mutex::default(), wake: Notify::new() }) }
    }

    pub(crate) fn add(&self, key: Key) {
        self.shared.state.lock().add(key);
        self.shared.wake.notify_one();
    }

    /// Adds the key after some time; the earliest time asked for counts.
    pub(crate) fn add_after(&self, key: Key, delay: Duration) {
        let at = self.shared.clock.monotonic() + delay;
        self.shared.state.lock().add_at(key, at);
        self.shared.wake.notify_one();
    }

    /// The work on this key failed: again after a delay that doubles each time.
    pub(crate) fn retry(&self, key: Key) {
        let delay = {
            let mut state = self.shared.state.lock();
            let failures = state.failures.entry(key.clone()).or_default();
            *failures += 1;
            RETRY_MIN.saturating_mul(1 << (*failures - 1).min(20)).min(RETRY_MAX)
        };
        self.add_after(key, delay);
    }

    pub(crate) fn forget(&self, key: &Key) {
        self.shared.state.lock().failures.remove(key);
    }

    /// The worker has finished with the key.
    pub(crate) fn done(&self, key: &Key) {
        let mut state = self.shared.state.lock();
        state.running.remove(key);
        if state.queued.contains(key) {
            state.ready.push_back(key.clone());
            self.shared.wake.notify_one();
        }
    }

    /// The next key to work on. Cancel-safe: a key leaves the queue only when it is returned.
    pub(crate) async fn next(&self) -> Key {
        loop {
            let woken = self.shared.wake.notified();
            let (key, at) = {
                let mut state = self.shared.state.lock();
                state.promote(self.shared.clock.monotonic());
                let key = state.take();
                // Others may sleep while more is ready.
                if key.is_some() && !state.ready.is_empty() {
                    self.shared.wake.notify_one();
                }
                (key, state.later.keys().next().map(|(at, _)| *at))
            };
            if let Some(key) = key {
                return key;
            }
            match at {
                None => woken.await,
                // Both may be dropped: neither holds a key.
                Some(at) => tokio::select! {
                    () = woken => {}
                    () = self.shared.clock.sleep_until(at) => {}
                },
            }
        }
    }
}

impl State {
    fn add(&mut self, key: Key) {
        if self.queued.insert(key.clone()) && !self.running.contains(&key) {
            self.ready.push_back(key);
        }
    }

    fn add_at(&mut self, key: Key, at: Monotonic) {
        if let Some(old) = self.due.get(&key).copied() {
            if old.0 <= at {
                return;
            }
            self.later.remove(&old);
        }
        self.next += 1;
        self.due.insert(key.clone(), (at, self.next));
        self.later.insert((at, self.next), key);
    }

    fn promote(&mut self, now: Monotonic) {
        while let Some(entry) = self.later.first_entry() {
            if entry.key().0 > now {
                break;
            }
            let key = entry.remove();
            self.due.remove(&key);
            self.add(key);
        }
    }

    fn take(&mut self) -> Option<Key> {
        let key = self.ready.pop_front()?;
        self.queued.remove(&key);
        self.running.insert(key.clone());
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use machined_base::FakeClock;

    use super::*;

    fn key(name: &str) -> Key {
        Key::new("", name)
    }

    #[tokio::test]
    async fn a_key_added_while_it_is_worked_on_comes_again_afterwards() {
        let queue = Queue::new(FakeClock::new().clock());
        queue.add(key("a"));
        queue.add(key("a"));
        assert_eq!(queue.next().await, key("a"));
        queue.add(key("a"));
        queue.add(key("b"));
        assert_eq!(queue.next().await, key("b"), "a is being worked on");
        queue.done(&key("a"));
        assert_eq!(queue.next().await, key("a"));
    }

    #[tokio::test]
    async fn the_earliest_time_counts_and_failures_wait_longer() {
        let clock = FakeClock::new();
        let queue = Queue::new(clock.clock());
        queue.add_after(key("a"), Duration::from_secs(60));
        queue.add_after(key("a"), Duration::from_secs(5));
        queue.add_after(key("a"), Duration::from_secs(30));
        clock.advance(Duration::from_secs(5));
        assert_eq!(queue.next().await, key("a"));
        queue.done(&key("a"));
        for _ in 0..10 {
            queue.retry(key("a"));
            clock.advance(RETRY_MAX);
            assert_eq!(queue.next().await, key("a"));
            queue.done(&key("a"));
        }
        queue.retry(key("a"));
        clock.advance(Duration::from_secs(4));
        assert!(clock.clock().timeout(Duration::ZERO, queue.next()).await.is_err(), "the eleventh waits 5 s");
    }
}
