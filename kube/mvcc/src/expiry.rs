//! When leases run out, by the clock of whoever leads. Nothing of it is stored: a new leader gives every lease its full
//! time again, so that a stall of the store never costs anybody their lease.

use kube_kv::LeaseId;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// Times are since any fixed moment.
#[derive(Debug, Default)]
pub struct Expiry {
    ends: BTreeMap<LeaseId, Duration>,
    queue: BTreeSet<(Duration, LeaseId)>,
}

impl Expiry {
    /// From now on the lease has so long to live.
    pub fn renew(&mut self, id: LeaseId, now: Duration, ttl_s: i64) {
        self.remove(id);
        let end = now.saturating_add(Duration::from_secs(ttl_s.unsigned_abs()));
        self.ends.insert(id, end);
        self.queue.insert((end, id));
    }

    pub fn remove(&mut self, id: LeaseId) {
        if let Some(end) = self.ends.remove(&id) {
            self.queue.remove(&(end, id));
        }
    }

    /// When the next lease runs out.
    pub fn next(&self) -> Option<Duration> {
        self.queue.first().map(|(end, _)| *end)
    }

    /// The leases that have run out. They stay until removed: revoking them may fail and is tried again.
    pub fn due(&self, now: Duration) -> Vec<LeaseId> {
        self.queue.iter().take_while(|(end, _)| *end <= now).map(|(_, id)| *id).collect()
    }

    pub fn remaining(&self, id: LeaseId, now: Duration) -> Option<Duration> {
        self.ends.get(&id).map(|end| end.saturating_sub(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leases_come_due_in_order_and_renewal_moves_them() {
        let s = Duration::from_secs;
        let mut expiry = Expiry::default();
        expiry.renew(LeaseId(1), s(0), 10);
        expiry.renew(LeaseId(2), s(0), 5);
        assert_eq!((expiry.next(), expiry.due(s(4))), (Some(s(5)), vec![]));
        assert_eq!(expiry.due(s(10)), [LeaseId(2), LeaseId(1)]);
        expiry.renew(LeaseId(2), s(4), 5);
        assert_eq!((expiry.next(), expiry.remaining(LeaseId(2), s(5))), (Some(s(9)), Some(s(4))));
        expiry.remove(LeaseId(2));
        assert_eq!((expiry.due(s(9)), expiry.remaining(LeaseId(2), s(5))), (vec![], None));
    }
}
