//! Leases: granting, attaching, keeping alive, running out.

use super::{Body, Case};
use crate::{KvError, LeaseId, Put, Range, Watch};
use std::time::Duration;

pub(super) const CASES: &[(&str, Body)] = &[
    ("lease_grant_and_refusals", |case| Box::pin(grant(case))),
    ("lease_revoke_deletes_at_one_revision", |case| Box::pin(revoke(case))),
    ("lease_time_to_live", |case| Box::pin(time_to_live(case))),
    ("lease_keep_alive", |case| Box::pin(keep_alive(case))),
    ("lease_runs_out", |case| Box::pin(runs_out(case))),
];

/// Where a case needs more than the shortest time that any store grants.
const LONG_S: i64 = 1000;

async fn grant(case: &Case<'_>) {
    let id = LeaseId(0x1ea5e);
    let lease = case.kv.lease_grant(LONG_S, Some(id)).await.expect("grant");
    assert_eq!((lease.id, lease.ttl_s), (id, LONG_S));
    assert_eq!(case.kv.lease_grant(LONG_S, Some(id)).await, Err(KvError::LeaseExists));
    let other = case.kv.lease_grant(LONG_S, None).await.expect("grant");
    assert!(other.id != id && other.id.0 != 0);
    let all = case.kv.leases().await.expect("leases");
    assert!(all.contains(&id) && all.contains(&other.id));
    assert_eq!(case.kv.lease_grant(9_000_000_001, None).await, Err(KvError::LeaseTtlTooLarge));
    for lease in [id, other.id] {
        case.kv.lease_revoke(lease).await.expect("revoke");
        assert_eq!(case.kv.lease_revoke(lease).await, Err(KvError::LeaseNotFound));
    }
    let put = case.kv.put(Put::new(case.key("k"), "1").lease(id)).await;
    assert_eq!(put, Err(KvError::LeaseNotFound));
}

async fn revoke(case: &Case<'_>) {
    let lease = case.kv.lease_grant(LONG_S, None).await.expect("grant").id;
    let mut watcher = case.watch(Watch::of(case.all())).await;
    for name in ["b", "a"] {
        case.kv.put(Put::new(case.key(name), name).lease(lease)).await.expect("put");
        case.events(&mut watcher).await;
    }
    let kv = case.range(Range::of(case.all())).await.kvs[0].clone();
    assert_eq!(kv.lease, Some(lease));
    let last = case.put("free", "stays").await;
    case.events(&mut watcher).await;
    let revoked = case.kv.lease_revoke(lease).await.expect("revoke");
    assert_eq!(revoked, last.next());
    assert_eq!(case.events(&mut watcher).await, (revoked, vec!["delete a".into(), "delete b".into()]));
    assert_eq!(case.names(&case.range(Range::of(case.all())).await), ["free"]);
}

async fn time_to_live(case: &Case<'_>) {
    let lease = case.kv.lease_grant(LONG_S, None).await.expect("grant").id;
    for name in ["a", "b"] {
        case.kv.put(Put::new(case.key(name), name).lease(lease)).await.expect("put");
    }
    case.put("b", "detached").await;
    let status = case.kv.lease_time_to_live(lease).await.expect("time to live");
    assert_eq!((status.id, status.granted_ttl_s), (lease, LONG_S));
    assert!(status.remaining_ttl_s > LONG_S - 60 && status.remaining_ttl_s <= LONG_S, "{status:?}");
    assert_eq!(status.keys, [case.key("a")]);
    case.kv.lease_revoke(lease).await.expect("revoke");
    assert_eq!(case.kv.lease_time_to_live(lease).await, Err(KvError::LeaseNotFound));
}

async fn keep_alive(case: &Case<'_>) {
    let lease = case.kv.lease_grant(4, None).await.expect("grant");
    case.kv.put(Put::new(case.key("k"), "1").lease(lease.id)).await.expect("put");
    for _ in 0..3 {
        case.pass(Duration::from_secs(2)).await;
        let kept = case.kv.lease_keep_alive(lease.id).await.expect("kept alive");
        assert_eq!(kept, lease);
    }
    assert_eq!(case.get("k").await.as_deref(), Some("1"));
    case.kv.lease_revoke(lease.id).await.expect("revoke");
    assert_eq!(case.kv.lease_keep_alive(lease.id).await, Err(KvError::LeaseNotFound));
}

async fn runs_out(case: &Case<'_>) {
    let lease = case.kv.lease_grant(2, None).await.expect("grant");
    let mut watcher = case.watch(Watch::of(case.all())).await;
    case.kv.put(Put::new(case.key("k"), "1").lease(lease.id)).await.expect("put");
    case.events(&mut watcher).await;
    case.pass(Duration::from_secs(u64::try_from(lease.ttl_s).expect("positive"))).await;
    // A server looks at its leases from time to time: the event says when it did.
    let (_, events) = case.events(&mut watcher).await;
    assert_eq!(events, ["delete k"]);
    assert_eq!(case.kv.lease_time_to_live(lease.id).await, Err(KvError::LeaseNotFound));
    assert_eq!(case.get("k").await, None);
}
