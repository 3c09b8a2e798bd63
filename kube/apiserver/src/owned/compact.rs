//! Forgets old revisions: whoever serves the API decides how far back a reader may ask, so it tells the store.
//!
//! Several servers agree by one key, as upstream's do (apiserver/pkg/storage/etcd3/compact.go): its version says whose
//! turn it is, its value the revision of the last turn. What is forgotten is five minutes old at least.

use std::sync::Arc;
use std::time::Duration;

use kube_kv::{Compare, CompareWith, Keys, KvError, Op, OpResult, Put, Range, Relation, Revision, Txn};

use crate::registry::storage::store_error;
use crate::server::Server;
use crate::status::Result;

const KEY: &str = "compact_rev_key";
const EVERY: Duration = Duration::from_secs(300);

pub(crate) async fn run(server: Arc<Server>) -> Result<()> {
    let mut turn = 0;
    let mut revision = 0;
    loop {
        tokio::select! {
            // Nothing is lost when the wait is dropped.
            () = server.clock.sleep(EVERY) => {}
            () = server.shutdown.requested() => return Ok(()),
        }
        (turn, revision) = step(&server, turn, revision).await?;
    }
}

/// One turn: the store is compacted to what it was at the last one, when this server was the first to come.
async fn step(server: &Server, turn: i64, revision: i64) -> Result<(i64, i64)> {
    let txn = Txn::when([Compare::new(Keys::one(KEY), Relation::Equal, CompareWith::Version(turn))])
        .then([Op::Put(Put::new(KEY, revision.to_string()))])
        .otherwise([Op::Range(Range::of(Keys::one(KEY)))]);
    let result = server.kv.txn(txn).await.map_err(store_error)?;
    let now = result.revision.0;
    if !result.succeeded {
        let found = match result.results.first() {
            Some(OpResult::Range(found)) => found.kvs.first(),
            _ => None,
        };
        return Ok((found.map_or(0, |kv| kv.version), now));
    }
    if revision > 0 {
        match server.kv.compact(Revision(revision)).await {
            Ok(_) | Err(KvError::Compacted { .. }) => tracing::debug!(revision, "compacted"),
            Err(err) => return Err(store_error(err)),
        }
    }
    Ok((turn + 1, now))
}
