//! Watches over leases while this member leads: renews them, and proposes the end of those that ran out. A new leader
//! gives every lease its full time again.

use crate::raft::Raft;
use crate::state::State;
use kube_kv::{KvError, LeaseId};
use kube_mvcc::{Command, Expiry};
use machined_base::{Backoff, Clock, Monotonic};
use parking_lot::Mutex;
use std::time::Duration;
use tokio::sync::Notify;

pub(super) struct Leases {
    clock: Clock,
    expiry: Mutex<Expiry>,
    /// The next end may have come nearer.
    changed: Notify,
}

impl Leases {
    pub(super) fn new(clock: Clock) -> Self {
        Self { clock, expiry: Mutex::default(), changed: Notify::new() }
    }

    fn now(&self) -> Duration {
        let Monotonic(now) = self.clock.monotonic();
        now
    }

    /// Every lease that the state knows gets its full time.
    pub(super) fn take_over(&self, state: &State) {
        let now = self.now();
        let mut expiry = self.expiry.lock();
        for id in state.lease_ids() {
            if let Some(ttl_s) = state.lease_ttl_s(id) {
                expiry.renew(id, now, ttl_s);
            }
        }
        self.changed.notify_one();
    }

    pub(super) fn granted(&self, id: LeaseId, ttl_s: i64) {
        self.expiry.lock().renew(id, self.now(), ttl_s);
        self.changed.notify_one();
    }

    /// Needs no wake: an end only moves away.
    pub(super) fn renewed(&self, id: LeaseId, ttl_s: i64) {
        self.expiry.lock().renew(id, self.now(), ttl_s);
    }

    pub(super) fn revoked(&self, id: LeaseId) {
        self.expiry.lock().remove(id);
    }

    pub(super) fn remaining(&self, id: LeaseId) -> Option<Duration> {
        self.expiry.lock().remaining(id, self.now())
    }

    pub(super) async fn revoke_when_due(&self, raft: &Raft) {
        let mut backoff = Backoff::new(Duration::from_millis(100), Duration::from_secs(5));
        loop {
            let next = self.expiry.lock().next();
            let wait = async {
                match next {
                    Some(at) => self.clock.sleep_until(Monotonic(at)).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                // Both only wait: nothing is lost when one is dropped.
                () = wait => {}
                () = self.changed.notified() => continue,
            }
            let due = self.expiry.lock().due(self.now());
            for id in due {
                match raft.propose(Command::LeaseRevoke { id }).await {
                    Ok(_) => backoff.reset(),
                    // Somebody else was faster.
                    Err(KvError::LeaseNotFound) => self.revoked(id),
                    Err(err) => {
                        tracing::warn!(%id, %err, "a lease that ran out could not be revoked yet");
                        self.clock.sleep(backoff.next()).await;
                    }
                }
            }
        }
    }
}
