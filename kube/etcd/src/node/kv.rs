//! The member as a [`Kv`]. Reads are answered on the spot; writes go through the log.

use super::{Handle, engine, watch};
use async_trait::async_trait;
use kube_kv::{
    Consistency, Kv, KvError, KvResult, Lease, LeaseId, LeaseStatus, Op, OpResult, Range, RangeResult, Revision,
    Status, Txn, TxnResult, Watch, Watcher,
};
use kube_mvcc::{Command, Reply};

/// Whose behaviour clients may expect. Upstream's apiserver asks for progress of watches from 3.5.13 on.
pub(crate) const VERSION: &str = "3.5.21";

fn mismatch() -> KvError {
    KvError::Unknown { reason: "the state answered another command's reply".to_owned() }
}

#[async_trait]
impl Kv for Handle {
    async fn range(&self, range: Range) -> KvResult<RangeResult> {
        if range.keys.start.is_empty() {
            return Err(KvError::EmptyKey);
        }
        if range.consistency == Consistency::Linearizable {
            self.0.raft.read_barrier().await?;
        }
        self.0.state.range(&range).map_err(|err| engine(&err))?
    }

    async fn txn(&self, txn: Txn) -> KvResult<TxnResult> {
        txn.check()?;
        // One read needs no log; several must see one revision, which only the log's order gives.
        if let ([], [Op::Range(range)], []) = (&txn.compares[..], &txn.success[..], &txn.failure[..]) {
            let result = self.range(range.clone()).await?;
            return Ok(TxnResult {
                revision: result.revision,
                succeeded: true,
                results: vec![OpResult::Range(result)],
            });
        }
        match self.propose(Command::Txn(txn)).await? {
            Reply::Txn(result) => Ok(result),
            _ => Err(mismatch()),
        }
    }

    async fn watch(&self, watch: Watch) -> KvResult<Watcher> {
        if watch.keys.start.is_empty() {
            return Err(KvError::EmptyKey);
        }
        self.0.raft.read_barrier().await?;
        Ok(watch::start(self, watch))
    }

    async fn compact(&self, at: Revision) -> KvResult<Revision> {
        match self.propose(Command::Compact { at }).await? {
            Reply::Compacted { revision } => Ok(revision),
            _ => Err(mismatch()),
        }
    }

    async fn lease_grant(&self, ttl_s: i64, id: Option<LeaseId>) -> KvResult<Lease> {
        // As etcd: a picked id is positive.
        let id = id.unwrap_or_else(|| LeaseId((rand::random::<i64>() & i64::MAX).max(1)));
        match self.propose(Command::LeaseGrant { id, ttl_s }).await? {
            Reply::LeaseGranted(lease) => Ok(lease),
            _ => Err(mismatch()),
        }
    }

    async fn lease_revoke(&self, id: LeaseId) -> KvResult<Revision> {
        match self.propose(Command::LeaseRevoke { id }).await? {
            Reply::LeaseRevoked { revision } => Ok(revision),
            _ => Err(mismatch()),
        }
    }

    async fn lease_keep_alive(&self, id: LeaseId) -> KvResult<Lease> {
        let ttl_s = self.0.state.lease_ttl_s(id).ok_or(KvError::LeaseNotFound)?;
        self.0.leases.renewed(id, ttl_s);
        Ok(Lease { id, ttl_s })
    }

    async fn lease_time_to_live(&self, id: LeaseId) -> KvResult<LeaseStatus> {
        let granted_ttl_s = self.0.state.lease_ttl_s(id).ok_or(KvError::LeaseNotFound)?;
        let remaining = self.0.leases.remaining(id).map_or(0, |left| left.as_secs());
        let remaining_ttl_s = i64::try_from(remaining).unwrap_or(i64::MAX);
        Ok(LeaseStatus { id, granted_ttl_s, remaining_ttl_s, keys: self.0.state.lease_keys(id) })
    }

    async fn leases(&self) -> KvResult<Vec<LeaseId>> {
        Ok(self.0.state.lease_ids())
    }

    async fn status(&self) -> KvResult<Status> {
        let (raft, sizes) = (self.raft_status(), self.sizes());
        let bytes = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
        Ok(Status {
            cluster_id: self.cluster_id(),
            member_id: self.member_id(),
            leader: raft.leader,
            revision: self.0.state.revision(),
            version: VERSION.to_owned(),
            db_size_bytes: bytes(sizes.total),
            db_in_use_bytes: bytes(sizes.in_use),
            raft_index: raft.last_index,
            raft_applied_index: raft.applied_index,
            raft_term: raft.term,
            errors: Vec::new(),
        })
    }
}
