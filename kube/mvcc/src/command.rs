//! What can be asked of the store, and what comes back.

use kube_kv::{Event, KvResult, Lease, LeaseId, Revision, Txn, TxnResult};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Txn(Txn),
    Compact { at: Revision },
    LeaseGrant { id: LeaseId, ttl_s: i64 },
    LeaseRevoke { id: LeaseId },
}

/// What one command did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effects {
    pub reply: KvResult<Reply>,
    /// Where the store stands afterwards.
    pub revision: Revision,
    /// At `revision`, in order; without previous values, which a watch looks up when it wants them.
    pub events: Vec<Event>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    Txn(TxnResult),
    Compacted { revision: Revision },
    LeaseGranted(Lease),
    LeaseRevoked { revision: Revision },
}
