//! The etcd API's own types, generated from `proto/`, and their way to and from the small model of `kube_kv`.
//! They stop here: nothing behind the servers and the client knows them.

mod request;
mod response;
mod status;

pub(crate) use request::{
    compaction, from_range, from_txn, put_request, to_put, to_range, to_txn, to_watch, watch_request,
};
pub(crate) use response::{
    delete_response, event, from_event, from_kv, from_range_response, from_txn_response, kv, put_response,
    range_response, txn_response,
};
pub(crate) use status::{from_status, to_status};

/// Members of a cluster, watches, transactions, leases, maintenance.
#[allow(clippy::all, clippy::pedantic, unreachable_pub, rustdoc::all)]
pub mod etcdserverpb {
    include!("../../generated/etcdserverpb.rs");
}

/// Stored keys and events.
#[allow(clippy::all, clippy::pedantic, unreachable_pub, rustdoc::all)]
pub mod mvccpb {
    include!("../../generated/mvccpb.rs");
}

/// Permissions; only named by requests that are refused.
#[allow(clippy::all, clippy::pedantic, unreachable_pub, rustdoc::all)]
pub mod authpb {
    include!("../../generated/authpb.rs");
}
