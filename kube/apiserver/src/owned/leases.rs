//! Leases for objects that live for a time: one lease serves what is written within a minute or so.
//!
//! As upstream: apiserver/pkg/storage/etcd3/lease_manager.go.

use kube_kv::LeaseId;
use machined_base::Monotonic;
use parking_lot::Mutex;

use crate::registry::storage::store_error;
use crate::server::Server;
use crate::status::Result;

/// Objects of one lease at most: revoking one deletes all of them at once.
const OBJECTS_MAX: usize = 1000;
/// A lease is used for this share of its time, and lasts as much longer.
const REUSE_PERCENT: i64 = 5;
const REUSE_S: i64 = 60;

#[derive(Default)]
pub(super) struct Leases {
    current: Mutex<Option<Current>>,
}

#[derive(Clone, Copy)]
struct Current {
    id: LeaseId,
    until: Monotonic,
    objects: usize,
}

impl Leases {
    pub(super) async fn get(&self, server: &Server, ttl_s: i64) -> Result<LeaseId> {
        let now = server.clock.monotonic();
        {
            let mut current = self.current.lock();
            if let Some(found) = current.as_mut().filter(|found| now < found.until && found.objects < OBJECTS_MAX) {
                found.objects += 1;
                return Ok(found.id);
            }
        }
        let reuse = (ttl_s * REUSE_PERCENT / 100).clamp(1, REUSE_S);
        let lease = server.kv.lease_grant(ttl_s + reuse, None).await.map_err(store_error)?;
        let until = now + std::time::Duration::from_secs(u64::try_from(reuse).unwrap_or(1));
        *self.current.lock() = Some(Current { id: lease.id, until, objects: 1 });
        Ok(lease.id)
    }
}
