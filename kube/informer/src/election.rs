//! One leader among several processes, by a Lease.
//!
//! Deciding ([`Observation::step`]) is apart from asking. As upstream: client-go/tools/leaderelection. The holder's
//! clock is not trusted: a lease is over when *we* have seen no change of it for its duration.

use std::future::Future;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::coordination::Lease;
use kube_api::types::{Object, meta};
use machined_base::{Backoff, Monotonic, Shutdown};
use tracing::{debug, info, warn};

use crate::client::Client;
use crate::error::Error;

/// Which lease, who we are, and how long.
#[derive(Clone, Debug)]
pub struct Election {
    pub namespace: String,
    pub name: String,
    /// Unique for each process, as upstream: host name, `_`, a random part.
    pub identity: String,
    pub lease: Duration,
    pub renew_within: Duration,
    pub retry: Duration,
}

/// How leading ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Shutdown,
    /// The lease could not be renewed in time: whoever acts on it must stop at once.
    Lost,
    /// The work that was led ended by itself.
    Done,
}

/// What we last saw of the lease, and when on our own clock.
#[derive(Debug, Default)]
struct Observation {
    lease: Option<Lease>,
    seen: Monotonic,
}

#[derive(Clone, Debug, PartialEq)]
enum Step {
    /// Somebody else holds it.
    Wait,
    Create(Lease),
    Update(Lease),
}

impl Election {
    /// Upstream's times.
    pub fn new(namespace: impl Into<String>, name: impl Into<String>, identity: impl Into<String>) -> Self {
        Election {
            namespace: namespace.into(),
            name: name.into(),
            identity: identity.into(),
            lease: Duration::from_secs(15),
            renew_within: Duration::from_secs(10),
            retry: Duration::from_secs(2),
        }
    }

    /// Waits to become the leader, runs `work`, and keeps renewing meanwhile. When the lease is lost `work` is
    /// dropped; on shutdown it is waited for (it has its own token), then the lease is given up.
    pub async fn lead<W, F>(&self, client: &Client, shutdown: &Shutdown, work: W) -> Ended
    where
        W: FnOnce() -> F,
        F: Future<Output = ()>,
    {
        let mut observation = Observation::default();
        // Nothing is held before the lease is, so waiting may be dropped.
        tokio::select! {
            () = self.acquire(client, &mut observation) => {}
            () = shutdown.requested() => return Ended::Shutdown,
        }
        info!(lease = self.name, identity = self.identity, "leading");
        let work = work();
        // Dropping the work is the point: who lost the lease must not write any more.
        let ended = tokio::select! {
            () = work => if shutdown.is_requested() { Ended::Shutdown } else { Ended::Done },
            () = self.renew(client, &mut observation) => Ended::Lost,
        };
        if ended == Ended::Lost {
            warn!(lease = self.name, "lost the lease");
        } else if let Err(err) = self.release(client, &observation).await {
            debug!(lease = self.name, %err, "could not give the lease up; it runs out");
        }
        ended
    }

    async fn acquire(&self, client: &Client, observation: &mut Observation) {
        let mut pace = Backoff::new(self.retry * 2, self.retry * 2);
        loop {
            match self.attempt(client, observation).await {
                Ok(true) => return,
                Ok(false) => debug!(lease = self.name, "somebody else leads"),
                Err(err) => debug!(lease = self.name, %err, "cannot ask for the lease"),
            }
            client.clock().sleep(pace.next()).await;
        }
    }

    /// Returns when the lease could not be renewed for `renew_within`.
    async fn renew(&self, client: &Client, observation: &mut Observation) {
        let clock = client.clock().clone();
        let mut renewed = clock.monotonic();
        loop {
            clock.sleep(self.retry).await;
            let left = self.renew_within.saturating_sub(clock.monotonic().since(renewed));
            match clock.timeout(left, self.attempt(client, observation)).await {
                Ok(Ok(true)) => renewed = clock.monotonic(),
                Ok(Ok(false)) => return,
                Ok(Err(err)) => debug!(lease = self.name, %err, "renewing failed"),
                Err(_) => return,
            }
            if clock.monotonic().since(renewed) >= self.renew_within {
                return;
            }
        }
    }

    /// One try to take or keep the lease.
    async fn attempt(&self, client: &Client, observation: &mut Observation) -> Result<bool, Error> {
        let now = client.clock().monotonic();
        let holds = observation.lease.as_ref().is_some_and(|lease| holder(lease) == self.identity);
        if !holds {
            match client.get::<Lease>(&self.namespace, &self.name).await {
                Ok(lease) => observation.see(Some(lease), now),
                Err(err) if err.is_not_found() => observation.see(None, now),
                Err(err) => return Err(err),
            }
        }
        let written = match observation.step(self, client.clock().now(), now) {
            Step::Wait => return Ok(false),
            Step::Create(lease) => client.create(&lease).await,
            Step::Update(lease) => client.update(&lease).await,
        };
        match written {
            Ok(lease) => {
                observation.see(Some(lease), client.clock().monotonic());
                Ok(true)
            }
            // Our picture was old: look again next time, and do not trust that we still lead.
            Err(err) if err.is_conflict() || err.is_already_exists() || err.is_not_found() => {
                let fresh = client.get::<Lease>(&self.namespace, &self.name).await;
                match fresh {
                    Ok(lease) => observation.see(Some(lease), client.clock().monotonic()),
                    Err(err) if err.is_not_found() => observation.see(None, now),
                    Err(err) => return Err(err),
                }
                Err(err)
            }
            Err(err) => Err(err),
        }
    }

    async fn release(&self, client: &Client, observation: &Observation) -> Result<(), Error> {
        let Some(lease) = observation.lease.as_ref().filter(|lease| holder(lease) == self.identity) else {
            return Ok(());
        };
        let mut lease = lease.clone();
        let spec = &mut lease.spec;
        spec.holder_identity = Some(String::new());
        spec.lease_duration_seconds = Some(1);
        spec.renew_time = Some(meta::MicroTime::from(client.clock().now()));
        client.update(&lease).await.map(drop)
    }
}

impl Observation {
    /// Our clock starts anew only when the lease has changed.
    fn see(&mut self, lease: Option<Lease>, now: Monotonic) {
        let revision = |lease: &Option<Lease>| lease.as_ref().map(|lease| lease.metadata().resource_version.clone());
        if revision(&self.lease) != revision(&lease) {
            self.seen = now;
        }
        self.lease = lease;
    }

    fn step(&self, election: &Election, wall: Timestamp, now: Monotonic) -> Step {
        let Some(seen) = &self.lease else {
            let mut lease = Lease::default();
            lease.metadata_mut().namespace = election.namespace.clone();
            lease.metadata_mut().name = election.name.clone();
            return Step::Create(taken(lease, election, wall, 0));
        };
        let spec = &seen.spec;
        let ours = holder(seen) == election.identity;
        let lasts = u64::try_from(spec.lease_duration_seconds.unwrap_or(0)).unwrap_or(0);
        let valid = now.since(self.seen) < Duration::from_secs(lasts);
        if !ours && !holder(seen).is_empty() && valid {
            return Step::Wait;
        }
        let transitions = spec.lease_transitions.unwrap_or(0);
        if ours {
            let mut lease = seen.clone();
            let spec = &mut lease.spec;
            spec.renew_time = Some(meta::MicroTime::from(wall));
            spec.lease_duration_seconds = Some(seconds(election.lease));
            return Step::Update(lease);
        }
        Step::Update(taken(seen.clone(), election, wall, transitions + 1))
    }
}

fn taken(mut lease: Lease, election: &Election, wall: Timestamp, transitions: i32) -> Lease {
    let spec = &mut lease.spec;
    spec.holder_identity = Some(election.identity.clone());
    spec.lease_duration_seconds = Some(seconds(election.lease));
    spec.acquire_time = Some(meta::MicroTime::from(wall));
    spec.renew_time = Some(meta::MicroTime::from(wall));
    spec.lease_transitions = Some(transitions);
    lease
}

fn holder(lease: &Lease) -> &str {
    lease.spec.holder_identity.as_deref().unwrap_or_default()
}

fn seconds(duration: Duration) -> i32 {
    i32::try_from(duration.as_secs()).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Monotonic = Monotonic(Duration::from_secs(1000));

    fn election(identity: &str) -> Election {
        Election::new("kube-system", "kube-scheduler", identity)
    }

    fn held(by: &str, revision: &str) -> Lease {
        let mut lease = taken(Lease::default(), &election(by), Timestamp::UNIX_EPOCH, 3);
        lease.metadata_mut().resource_version = revision.into();
        lease
    }

    #[test]
    fn a_foreign_lease_is_taken_only_after_it_stood_still_for_its_duration() {
        let mut observation = Observation::default();
        observation.see(Some(held("b", "1")), NOW);
        let at = |s| NOW + Duration::from_secs(s);
        assert_eq!(observation.step(&election("a"), Timestamp::UNIX_EPOCH, at(14)), Step::Wait);
        observation.see(Some(held("b", "2")), at(14));
        assert_eq!(observation.step(&election("a"), Timestamp::UNIX_EPOCH, at(20)), Step::Wait);
        let Step::Update(lease) = observation.step(&election("a"), Timestamp::UNIX_EPOCH, at(30)) else {
            panic!("the lease is over")
        };
        assert_eq!((holder(&lease), lease.spec.lease_transitions), ("a", Some(4)));
    }

    #[test]
    fn a_released_lease_is_taken_at_once_and_renewing_keeps_the_transitions() {
        let mut observation = Observation::default();
        observation.see(Some(held("", "1")), NOW);
        assert!(matches!(observation.step(&election("a"), Timestamp::UNIX_EPOCH, NOW), Step::Update(_)));
        observation.see(Some(held("a", "2")), NOW);
        let Step::Update(lease) = observation.step(&election("a"), Timestamp::UNIX_EPOCH, NOW) else { panic!() };
        assert_eq!(lease.spec.lease_transitions, Some(3));
    }
}
