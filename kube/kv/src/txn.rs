//! A transaction: compare, then do one list of operations or the other, at one revision.

use crate::{KeyValue, Keys, KvError, LeaseId, Range, RangeResult, Revision};
use bytes::Bytes;

/// As etcd's default `--max-txn-ops`: more compares, or more operations in one branch, are refused.
pub const TXN_OPS_MAX: usize = 128;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Txn {
    pub compares: Vec<Compare>,
    /// Done when every compare holds.
    pub success: Vec<Op>,
    /// Done otherwise.
    pub failure: Vec<Op>,
}

/// Holds when every key in the span stands in this relation. A missing key has version, revisions and lease 0; it
/// never stands in any relation to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    pub keys: Keys,
    pub relation: Relation,
    pub with: CompareWith,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Equal,
    NotEqual,
    Greater,
    Less,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareWith {
    Version(i64),
    CreateRevision(Revision),
    ModRevision(Revision),
    Value(Bytes),
    Lease(Option<LeaseId>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    Range(Range),
    Put(Put),
    Delete(Delete),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    pub key: Bytes,
    pub value: PutValue,
    pub lease: PutLease,
    /// Answer with what stood there before.
    pub prev_kv: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PutValue {
    Set(Bytes),
    /// Leave the value as it is; the key must exist.
    Keep,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutLease {
    /// Detach from any lease.
    None,
    Attach(LeaseId),
    /// Leave the lease as it is; the key must exist.
    Keep,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delete {
    pub keys: Keys,
    pub prev_kv: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TxnResult {
    /// Where the store stands after it.
    pub revision: Revision,
    /// Which branch was done.
    pub succeeded: bool,
    /// One for each operation of that branch.
    pub results: Vec<OpResult>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpResult {
    Range(RangeResult),
    Put(PutResult),
    Delete(DeleteResult),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutResult {
    pub revision: Revision,
    pub prev_kv: Option<KeyValue>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeleteResult {
    pub revision: Revision,
    pub deleted: i64,
    pub prev_kvs: Vec<KeyValue>,
}

impl Txn {
    pub fn when(compares: impl IntoIterator<Item = Compare>) -> Self {
        Self { compares: compares.into_iter().collect(), ..Self::default() }
    }

    /// Operations without a condition.
    pub fn always(ops: impl IntoIterator<Item = Op>) -> Self {
        Self::default().then(ops)
    }

    pub fn then(self, ops: impl IntoIterator<Item = Op>) -> Self {
        Self { success: ops.into_iter().collect(), ..self }
    }

    pub fn otherwise(self, ops: impl IntoIterator<Item = Op>) -> Self {
        Self { failure: ops.into_iter().collect(), ..self }
    }

    /// No operation of either branch writes.
    pub fn is_read_only(&self) -> bool {
        self.success.iter().chain(&self.failure).all(|op| matches!(op, Op::Range(_)))
    }

    /// What can be said without looking at the store.
    ///
    /// As etcd: server/etcdserver/api/v3rpc/key.go, `checkTxnRequest` and `checkIntervals`.
    pub fn check(&self) -> Result<(), KvError> {
        let widest = self.compares.len().max(self.success.len()).max(self.failure.len());
        if widest > TXN_OPS_MAX {
            return Err(KvError::TooManyOps);
        }
        if self.compares.iter().any(|compare| compare.keys.start.is_empty()) {
            return Err(KvError::EmptyKey);
        }
        for branch in [&self.success, &self.failure] {
            branch.iter().try_for_each(Op::check)?;
            check_overlap(branch)?;
        }
        Ok(())
    }
}

impl Op {
    fn check(&self) -> Result<(), KvError> {
        let key = match self {
            Self::Range(range) => &range.keys.start,
            Self::Put(put) => &put.key,
            Self::Delete(delete) => &delete.keys.start,
        };
        if key.is_empty() { Err(KvError::EmptyKey) } else { Ok(()) }
    }
}

/// One transaction writes a key at most once: no second put, no put into a span that is deleted too.
fn check_overlap(branch: &[Op]) -> Result<(), KvError> {
    let mut puts: Vec<&Bytes> =
        branch.iter().filter_map(|op| if let Op::Put(put) = op { Some(&put.key) } else { None }).collect();
    puts.sort_unstable();
    if puts.windows(2).any(|pair| matches!(pair, [a, b] if a == b)) {
        return Err(KvError::DuplicateKey);
    }
    let deleted = branch.iter().filter_map(|op| if let Op::Delete(delete) = op { Some(&delete.keys) } else { None });
    for keys in deleted {
        if puts.iter().any(|put| keys.contains(put)) {
            return Err(KvError::DuplicateKey);
        }
    }
    Ok(())
}

impl Compare {
    pub fn mod_revision(key: impl Into<Bytes>, revision: Revision) -> Self {
        Self::new(Keys::one(key), Relation::Equal, CompareWith::ModRevision(revision))
    }

    /// The key does not exist.
    pub fn absent(key: impl Into<Bytes>) -> Self {
        Self::mod_revision(key, Revision(0))
    }

    pub fn new(keys: Keys, relation: Relation, with: CompareWith) -> Self {
        Self { keys, relation, with }
    }

    /// Whether this holds for the keys found in its span.
    ///
    /// As etcd: an empty span is compared as one missing key, and a missing key has no value to compare with
    /// (server/etcdserver/txn, `applyCompare`).
    pub fn holds(&self, found: &[KeyValue]) -> bool {
        if !found.is_empty() {
            return found.iter().all(|kv| self.holds_for(Some(kv)));
        }
        !matches!(self.with, CompareWith::Value(_)) && self.holds_for(None)
    }

    fn holds_for(&self, kv: Option<&KeyValue>) -> bool {
        let ordering = match &self.with {
            CompareWith::Version(version) => kv.map_or(0, |kv| kv.version).cmp(version),
            CompareWith::CreateRevision(at) => kv.map_or(Revision(0), |kv| kv.create_revision).cmp(at),
            CompareWith::ModRevision(at) => kv.map_or(Revision(0), |kv| kv.mod_revision).cmp(at),
            CompareWith::Value(value) => kv.map_or(&[][..], |kv| kv.value.as_ref()).cmp(value.as_ref()),
            CompareWith::Lease(lease) => LeaseId::to_wire(kv.and_then(|kv| kv.lease)).cmp(&LeaseId::to_wire(*lease)),
        };
        match self.relation {
            Relation::Equal => ordering.is_eq(),
            Relation::NotEqual => ordering.is_ne(),
            Relation::Greater => ordering.is_gt(),
            Relation::Less => ordering.is_lt(),
        }
    }
}

impl Put {
    pub fn new(key: impl Into<Bytes>, value: impl Into<Bytes>) -> Self {
        Self { key: key.into(), value: PutValue::Set(value.into()), lease: PutLease::None, prev_kv: false }
    }

    pub fn lease(self, lease: LeaseId) -> Self {
        Self { lease: PutLease::Attach(lease), ..self }
    }

    pub fn prev_kv(self) -> Self {
        Self { prev_kv: true, ..self }
    }
}

impl Delete {
    pub fn of(keys: Keys) -> Self {
        Self { keys, prev_kv: false }
    }

    pub fn prev_kv(self) -> Self {
        Self { prev_kv: true, ..self }
    }
}
