//! Responses, both ways: the server writes them, the client reads them.

use super::etcdserverpb as pb;
use super::etcdserverpb::response_op::Response;
use super::mvccpb;
use kube_kv::{
    DeleteResult, Event, EventKind, KeyValue, KvError, KvResult, LeaseId, OpResult, PutResult, RangeResult, Revision,
    TxnResult,
};

pub(crate) fn kv(kv: KeyValue) -> mvccpb::KeyValue {
    mvccpb::KeyValue {
        key: kv.key,
        create_revision: kv.create_revision.0,
        mod_revision: kv.mod_revision.0,
        version: kv.version,
        value: kv.value,
        lease: LeaseId::to_wire(kv.lease),
    }
}

pub(crate) fn from_kv(kv: mvccpb::KeyValue) -> KeyValue {
    KeyValue {
        key: kv.key,
        value: kv.value,
        create_revision: Revision(kv.create_revision),
        mod_revision: Revision(kv.mod_revision),
        version: kv.version,
        lease: LeaseId::from_wire(kv.lease),
    }
}

pub(crate) fn event(event: Event) -> mvccpb::Event {
    let kind = match event.kind {
        EventKind::Put => mvccpb::event::EventType::Put,
        EventKind::Delete => mvccpb::event::EventType::Delete,
    };
    mvccpb::Event { r#type: kind.into(), kv: Some(kv(event.kv)), prev_kv: event.prev_kv.map(kv) }
}

pub(crate) fn from_event(event: mvccpb::Event) -> Event {
    let delete = i32::from(mvccpb::event::EventType::Delete);
    Event {
        kind: if event.r#type == delete { EventKind::Delete } else { EventKind::Put },
        kv: from_kv(event.kv.unwrap_or_default()),
        prev_kv: event.prev_kv.map(from_kv),
    }
}

pub(crate) fn range_response(header: Option<pb::ResponseHeader>, result: RangeResult) -> pb::RangeResponse {
    pb::RangeResponse { header, kvs: result.kvs.into_iter().map(kv).collect(), more: result.more, count: result.count }
}

pub(crate) fn from_range_response(response: pb::RangeResponse, revision: Revision) -> RangeResult {
    RangeResult {
        revision: response.header.map_or(revision, |header| Revision(header.revision)),
        kvs: response.kvs.into_iter().map(from_kv).collect(),
        more: response.more,
        count: response.count,
    }
}

pub(crate) fn put_response(header: Option<pb::ResponseHeader>, result: PutResult) -> pb::PutResponse {
    pb::PutResponse { header, prev_kv: result.prev_kv.map(kv) }
}

pub(crate) fn delete_response(header: Option<pb::ResponseHeader>, result: DeleteResult) -> pb::DeleteRangeResponse {
    let prev_kvs = result.prev_kvs.into_iter().map(kv).collect();
    pb::DeleteRangeResponse { header, deleted: result.deleted, prev_kvs }
}

pub(crate) fn txn_response(header: pb::ResponseHeader, result: TxnResult) -> pb::TxnResponse {
    // As etcd: the inner headers tell the revision alone.
    let inner = |revision: Revision| Some(pb::ResponseHeader { revision: revision.0, ..Default::default() });
    let responses = result.results.into_iter().map(|result| {
        let response = match result {
            OpResult::Range(range) => Response::ResponseRange(range_response(inner(range.revision), range)),
            OpResult::Put(put) => Response::ResponsePut(put_response(inner(put.revision), put)),
            OpResult::Delete(delete) => Response::ResponseDeleteRange(delete_response(inner(delete.revision), delete)),
        };
        pb::ResponseOp { response: Some(response) }
    });
    pb::TxnResponse { header: Some(header), succeeded: result.succeeded, responses: responses.collect() }
}

pub(crate) fn from_txn_response(response: pb::TxnResponse) -> KvResult<TxnResult> {
    let revision = Revision(response.header.unwrap_or_default().revision);
    let results = response.responses.into_iter().map(|op| {
        Ok(match op.response {
            Some(Response::ResponseRange(range)) => OpResult::Range(from_range_response(range, revision)),
            Some(Response::ResponsePut(put)) => {
                OpResult::Put(PutResult { revision, prev_kv: put.prev_kv.map(from_kv) })
            }
            Some(Response::ResponseDeleteRange(delete)) => OpResult::Delete(DeleteResult {
                revision,
                deleted: delete.deleted,
                prev_kvs: delete.prev_kvs.into_iter().map(from_kv).collect(),
            }),
            Some(Response::ResponseTxn(_)) | None => {
                return Err(KvError::Unknown {
                    reason: "the store answered with an operation nobody asked for".into(),
                });
            }
        })
    });
    Ok(TxnResult { revision, succeeded: response.succeeded, results: results.collect::<KvResult<_>>()? })
}
