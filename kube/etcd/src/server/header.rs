//! What every answer begins with.

use crate::node::Handle;
use crate::wire::etcdserverpb::ResponseHeader;
use kube_kv::{KvError, Revision};
use tonic::Status;

/// The services' common part. Each service is implemented on it in a file of its own.
#[derive(Clone)]
pub(super) struct Server {
    pub(super) handle: Handle,
}

impl Server {
    pub(super) fn new(handle: Handle) -> Self {
        Self { handle }
    }

    pub(super) fn header(&self, revision: Revision) -> ResponseHeader {
        ResponseHeader {
            cluster_id: self.handle.cluster_id(),
            member_id: self.handle.member_id(),
            revision: revision.0,
            raft_term: self.handle.raft_status().term,
        }
    }

    /// For answers that carry no revision of their own.
    pub(super) fn header_now(&self) -> Option<ResponseHeader> {
        Some(self.header(self.handle.state().revision()))
    }
}

pub(super) fn refuse(err: KvError) -> Status {
    crate::wire::to_status(&err)
}
