//! The trait itself. Everything it moves is in the other files.

use crate::{
    Delete, DeleteResult, KvError, Lease, LeaseId, LeaseStatus, Op, OpResult, Put, PutResult, Range, RangeResult,
    Revision, Status, Txn, TxnResult, Watch, Watcher,
};
use async_trait::async_trait;

pub type KvResult<T> = Result<T, KvError>;

/// A store with etcd v3 semantics. Used as `Arc<dyn Kv>`; calls may run concurrently.
///
/// A dropped call may or may not have had its effect.
#[async_trait]
pub trait Kv: Send + Sync + 'static {
    async fn range(&self, range: Range) -> KvResult<RangeResult>;

    async fn txn(&self, txn: Txn) -> KvResult<TxnResult>;

    /// Resolves when the store follows the keys: whatever is written afterwards is seen.
    async fn watch(&self, watch: Watch) -> KvResult<Watcher>;

    /// Forgets what was overwritten or deleted before `at`, which itself can still be read. Answers the store's revision.
    async fn compact(&self, at: Revision) -> KvResult<Revision>;

    /// Without an id, the store picks one. The store may grant more time than asked for.
    async fn lease_grant(&self, ttl_s: i64, id: Option<LeaseId>) -> KvResult<Lease>;

    /// Deletes the lease and every key attached to it, at one revision.
    async fn lease_revoke(&self, id: LeaseId) -> KvResult<Revision>;

    async fn lease_keep_alive(&self, id: LeaseId) -> KvResult<Lease>;

    async fn lease_time_to_live(&self, id: LeaseId) -> KvResult<LeaseStatus>;

    async fn leases(&self) -> KvResult<Vec<LeaseId>>;

    async fn status(&self) -> KvResult<Status>;

    /// Writes one key without a condition.
    async fn put(&self, put: Put) -> KvResult<PutResult> {
        match single(self.txn(Txn::always([Op::Put(put)])).await?)? {
            OpResult::Put(result) => Ok(result),
            other => Err(mismatch(&other)),
        }
    }

    /// Deletes one key or a span without a condition.
    async fn delete(&self, delete: Delete) -> KvResult<DeleteResult> {
        match single(self.txn(Txn::always([Op::Delete(delete)])).await?)? {
            OpResult::Delete(result) => Ok(result),
            other => Err(mismatch(&other)),
        }
    }
}

fn single(result: TxnResult) -> KvResult<OpResult> {
    let unknown = || KvError::Unknown { reason: "the store answered no result for an operation".to_owned() };
    result.results.into_iter().next().ok_or_else(unknown)
}

fn mismatch(result: &OpResult) -> KvError {
    KvError::Unknown { reason: format!("the store answered another operation's result: {result:?}") }
}
