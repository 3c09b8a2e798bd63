//! What can go wrong, as variants to branch on. The texts are etcd's, because clients of the wire see them.

use crate::Revision;

#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum KvError {
    #[error("etcdserver: key is not provided")]
    EmptyKey,
    /// `ignore_value` or `ignore_lease` on a key that does not exist.
    #[error("etcdserver: key not found")]
    KeyNotFound,
    #[error("etcdserver: value is provided")]
    ValueProvided,
    #[error("etcdserver: lease is provided")]
    LeaseProvided,
    #[error("etcdserver: too many operations in txn request")]
    TooManyOps,
    #[error("etcdserver: duplicate key given in txn request")]
    DuplicateKey,
    /// The revision is gone. `at` is the oldest one that can still be asked for, where the store says it: a watch does.
    #[error("etcdserver: mvcc: required revision has been compacted")]
    Compacted { at: Option<Revision> },
    #[error("etcdserver: mvcc: required revision is a future revision")]
    FutureRevision,
    #[error("etcdserver: requested lease not found")]
    LeaseNotFound,
    #[error("etcdserver: lease already exists")]
    LeaseExists,
    #[error("etcdserver: too large lease TTL")]
    LeaseTtlTooLarge,
    #[error("etcdserver: request is too large")]
    RequestTooLarge,
    #[error("etcdserver: too many requests")]
    TooManyRequests,
    #[error("etcdserver: mvcc: database space exceeded")]
    NoSpace,
    /// The call did not get through, and certainly had no effect.
    #[error("{reason}")]
    Unavailable { reason: String },
    /// The call was lost on its way: a write may have happened.
    #[error("{reason}")]
    Unknown { reason: String },
    #[error("etcdserver: request timed out")]
    Timeout,
    /// The store does not have this part of the API.
    #[error("{what}")]
    Unimplemented { what: String },
    /// Anything else that a store of another make answers, with its gRPC code.
    #[error("{message}")]
    Other { code: i32, message: String },
}

impl KvError {
    /// A write that failed so may nevertheless have happened.
    pub fn is_ambiguous(&self) -> bool {
        matches!(self, Self::Unknown { .. } | Self::Timeout)
    }

    /// The same call may succeed later without any change.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Unavailable { .. } | Self::Unknown { .. } | Self::Timeout | Self::TooManyRequests)
    }
}
