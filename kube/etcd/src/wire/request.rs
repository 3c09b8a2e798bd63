//! Requests, both ways: the server reads them, the client and the log write them.

use super::etcdserverpb as pb;
use super::etcdserverpb::compare::{CompareResult, CompareTarget, TargetUnion};
use super::etcdserverpb::range_request::{SortOrder, SortTarget};
use super::etcdserverpb::request_op::Request;
use super::etcdserverpb::watch_create_request::FilterType;
use bytes::Bytes;
use kube_kv::{
    Compare, CompareWith, Consistency, Delete, Direction, Keys, KvError, KvResult, LeaseId, Op, Order, OrderBy,
    Projection, Put, PutLease, PutValue, Range, Relation, Revision, RevisionSpan, Txn, Watch,
};

pub(crate) fn to_range(request: pb::RangeRequest) -> KvResult<Range> {
    let invalid = || KvError::Other { code: 3, message: "etcdserver: invalid sort option".to_owned() };
    let by = match SortTarget::try_from(request.sort_target).map_err(|_| invalid())? {
        SortTarget::Key => OrderBy::Key,
        SortTarget::Version => OrderBy::Version,
        SortTarget::Create => OrderBy::CreateRevision,
        SortTarget::Mod => OrderBy::ModRevision,
        SortTarget::Value => OrderBy::Value,
    };
    let order = match SortOrder::try_from(request.sort_order).map_err(|_| invalid())? {
        SortOrder::None if by == OrderBy::Key => None,
        // As etcd: a target without an order is sorted rising.
        SortOrder::None | SortOrder::Ascend => Some(Order { by, direction: Direction::Ascending }),
        SortOrder::Descend => Some(Order { by, direction: Direction::Descending }),
    };
    Ok(Range {
        keys: Keys::from_wire(request.key, request.range_end),
        revision: revision(request.revision),
        limit: usize::try_from(request.limit).unwrap_or(0),
        projection: match (request.count_only, request.keys_only) {
            (true, _) => Projection::CountOnly,
            (false, true) => Projection::KeysOnly,
            (false, false) => Projection::Full,
        },
        order: order.filter(|order| *order != Order { by: OrderBy::Key, direction: Direction::Ascending }),
        mod_revisions: span(request.min_mod_revision, request.max_mod_revision),
        create_revisions: span(request.min_create_revision, request.max_create_revision),
        consistency: if request.serializable { Consistency::Serializable } else { Consistency::Linearizable },
    })
}

fn revision(number: i64) -> Option<Revision> {
    (number > 0).then_some(Revision(number))
}

fn span(min: i64, max: i64) -> RevisionSpan {
    RevisionSpan { min: (min != 0).then_some(Revision(min)), max: (max != 0).then_some(Revision(max)) }
}

pub(crate) fn from_range(range: Range) -> pb::RangeRequest {
    let (key, range_end) = range.keys.to_wire();
    let number = |revision: Option<Revision>| revision.map_or(0, |revision| revision.0);
    let (sort_order, sort_target) = match range.order {
        None => (SortOrder::None, SortTarget::Key),
        Some(order) => (
            match order.direction {
                Direction::Ascending => SortOrder::Ascend,
                Direction::Descending => SortOrder::Descend,
            },
            match order.by {
                OrderBy::Key => SortTarget::Key,
                OrderBy::Version => SortTarget::Version,
                OrderBy::CreateRevision => SortTarget::Create,
                OrderBy::ModRevision => SortTarget::Mod,
                OrderBy::Value => SortTarget::Value,
            },
        ),
    };
    pb::RangeRequest {
        key,
        range_end,
        limit: i64::try_from(range.limit).unwrap_or(0),
        revision: number(range.revision),
        sort_order: sort_order.into(),
        sort_target: sort_target.into(),
        serializable: range.consistency == Consistency::Serializable,
        keys_only: range.projection == Projection::KeysOnly,
        count_only: range.projection == Projection::CountOnly,
        min_mod_revision: number(range.mod_revisions.min),
        max_mod_revision: number(range.mod_revisions.max),
        min_create_revision: number(range.create_revisions.min),
        max_create_revision: number(range.create_revisions.max),
    }
}

pub(crate) fn to_put(request: pb::PutRequest) -> KvResult<Put> {
    if request.key.is_empty() {
        return Err(KvError::EmptyKey);
    }
    if request.ignore_value && !request.value.is_empty() {
        return Err(KvError::ValueProvided);
    }
    if request.ignore_lease && request.lease != 0 {
        return Err(KvError::LeaseProvided);
    }
    Ok(Put {
        key: own(&request.key),
        value: if request.ignore_value { PutValue::Keep } else { PutValue::Set(own(&request.value)) },
        lease: match LeaseId::from_wire(request.lease) {
            _ if request.ignore_lease => PutLease::Keep,
            Some(lease) => PutLease::Attach(lease),
            None => PutLease::None,
        },
        prev_kv: request.prev_kv,
    })
}

/// What is stored is also remembered: it must not keep the whole buffer alive that the request was read into.
fn own(bytes: &Bytes) -> Bytes {
    Bytes::copy_from_slice(bytes)
}

pub(crate) fn put_request(put: Put) -> pb::PutRequest {
    let (ignore_value, value) = match put.value {
        PutValue::Set(value) => (false, value),
        PutValue::Keep => (true, Bytes::new()),
    };
    let (ignore_lease, lease) = match put.lease {
        PutLease::None => (false, 0),
        PutLease::Attach(lease) => (false, lease.0),
        PutLease::Keep => (true, 0),
    };
    pb::PutRequest { key: put.key, value, lease, prev_kv: put.prev_kv, ignore_value, ignore_lease }
}

pub(crate) fn to_txn(request: pb::TxnRequest) -> KvResult<Txn> {
    let branch = |ops: Vec<pb::RequestOp>| ops.into_iter().map(to_op).collect::<KvResult<Vec<Op>>>();
    let txn = Txn {
        compares: request.compare.into_iter().map(to_compare).collect::<KvResult<_>>()?,
        success: branch(request.success)?,
        failure: branch(request.failure)?,
    };
    txn.check()?;
    Ok(txn)
}

fn to_op(op: pb::RequestOp) -> KvResult<Op> {
    match op.request {
        Some(Request::RequestRange(range)) => to_range(range).map(Op::Range),
        Some(Request::RequestPut(put)) => to_put(put).map(Op::Put),
        Some(Request::RequestDeleteRange(delete)) => Ok(Op::Delete(to_delete(delete))),
        Some(Request::RequestTxn(_)) => {
            Err(KvError::Unimplemented { what: "transactions inside transactions are not supported".to_owned() })
        }
        // As etcd answers an operation that is none.
        None => Err(KvError::EmptyKey),
    }
}

pub(crate) fn to_delete(request: pb::DeleteRangeRequest) -> Delete {
    Delete { keys: Keys::from_wire(request.key, request.range_end), prev_kv: request.prev_kv }
}

fn to_compare(compare: pb::Compare) -> KvResult<Compare> {
    let invalid = || KvError::Other { code: 3, message: "etcdserver: invalid compare".to_owned() };
    let with = match (CompareTarget::try_from(compare.target).map_err(|_| invalid())?, compare.target_union) {
        (CompareTarget::Version, Some(TargetUnion::Version(version))) => CompareWith::Version(version),
        (CompareTarget::Version, _) => CompareWith::Version(0),
        (CompareTarget::Create, Some(TargetUnion::CreateRevision(at))) => CompareWith::CreateRevision(Revision(at)),
        (CompareTarget::Create, _) => CompareWith::CreateRevision(Revision(0)),
        (CompareTarget::Mod, Some(TargetUnion::ModRevision(at))) => CompareWith::ModRevision(Revision(at)),
        (CompareTarget::Mod, _) => CompareWith::ModRevision(Revision(0)),
        (CompareTarget::Value, Some(TargetUnion::Value(value))) => CompareWith::Value(value),
        (CompareTarget::Value, _) => CompareWith::Value(Bytes::new()),
        (CompareTarget::Lease, Some(TargetUnion::Lease(lease))) => CompareWith::Lease(LeaseId::from_wire(lease)),
        (CompareTarget::Lease, _) => CompareWith::Lease(None),
    };
    let relation = match CompareResult::try_from(compare.result).map_err(|_| invalid())? {
        CompareResult::Equal => Relation::Equal,
        CompareResult::Greater => Relation::Greater,
        CompareResult::Less => Relation::Less,
        CompareResult::NotEqual => Relation::NotEqual,
    };
    Ok(Compare::new(Keys::from_wire(compare.key, compare.range_end), relation, with))
}

pub(crate) fn from_txn(txn: Txn) -> pb::TxnRequest {
    let branch = |ops: Vec<Op>| ops.into_iter().map(from_op).collect();
    pb::TxnRequest {
        compare: txn.compares.into_iter().map(from_compare).collect(),
        success: branch(txn.success),
        failure: branch(txn.failure),
    }
}

fn from_op(op: Op) -> pb::RequestOp {
    let request = match op {
        Op::Range(range) => Request::RequestRange(from_range(range)),
        Op::Put(put) => Request::RequestPut(put_request(put)),
        Op::Delete(delete) => {
            let (key, range_end) = delete.keys.to_wire();
            Request::RequestDeleteRange(pb::DeleteRangeRequest { key, range_end, prev_kv: delete.prev_kv })
        }
    };
    pb::RequestOp { request: Some(request) }
}

fn from_compare(compare: Compare) -> pb::Compare {
    let (target, union) = match compare.with {
        CompareWith::Version(version) => (CompareTarget::Version, TargetUnion::Version(version)),
        CompareWith::CreateRevision(at) => (CompareTarget::Create, TargetUnion::CreateRevision(at.0)),
        CompareWith::ModRevision(at) => (CompareTarget::Mod, TargetUnion::ModRevision(at.0)),
        CompareWith::Value(value) => (CompareTarget::Value, TargetUnion::Value(value)),
        CompareWith::Lease(lease) => (CompareTarget::Lease, TargetUnion::Lease(LeaseId::to_wire(lease))),
    };
    let result = match compare.relation {
        Relation::Equal => CompareResult::Equal,
        Relation::NotEqual => CompareResult::NotEqual,
        Relation::Greater => CompareResult::Greater,
        Relation::Less => CompareResult::Less,
    };
    let (key, range_end) = compare.keys.to_wire();
    pb::Compare { result: result.into(), target: target.into(), key, range_end, target_union: Some(union) }
}

pub(crate) fn to_watch(request: &pb::WatchCreateRequest) -> Watch {
    // As etcd: an empty key with an end means "from the first key on".
    let key = if request.key.is_empty() { Bytes::from_static(b"\0") } else { request.key.clone() };
    Watch {
        keys: Keys::from_wire(key, request.range_end.clone()),
        start: revision(request.start_revision),
        prev_kv: request.prev_kv,
        progress_notify: request.progress_notify,
        no_put: request.filters.contains(&FilterType::Noput.into()),
        no_delete: request.filters.contains(&FilterType::Nodelete.into()),
    }
}

pub(crate) fn watch_request(watch: &Watch) -> pb::WatchCreateRequest {
    let (key, range_end) = watch.keys.to_wire();
    let filters = [(watch.no_put, FilterType::Noput), (watch.no_delete, FilterType::Nodelete)];
    pb::WatchCreateRequest {
        key,
        range_end,
        start_revision: watch.start.map_or(0, |start| start.0),
        progress_notify: watch.progress_notify,
        filters: filters.into_iter().filter(|(on, _)| *on).map(|(_, filter)| filter.into()).collect(),
        prev_kv: watch.prev_kv,
        watch_id: 0,
        fragment: false,
    }
}

pub(crate) fn compaction(at: Revision) -> pb::CompactionRequest {
    pb::CompactionRequest { revision: at.0, physical: false }
}
