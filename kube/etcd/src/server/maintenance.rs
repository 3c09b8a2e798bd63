//! Status, snapshots, hashes, alarms. Nothing here has to be called to keep the store healthy: space is given back all the
//! time, so `Defragment` only asks for it now.

use super::header::Server;
use crate::node::kv::VERSION;
use crate::state::SnapshotFile;
use crate::wire::etcdserverpb as pb;
use futures::stream::{self, BoxStream, StreamExt};
use kube_kv::{KvError, Revision};
use std::sync::Arc;
use tonic::{Request, Response, Status};

/// As etcd sends them.
const PIECE_BYTES: usize = 32 << 10;

fn failed(err: &dyn std::fmt::Display) -> Status {
    Status::internal(err.to_string())
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Status> {
    tokio::task::spawn_blocking(work).await.map_err(|err| failed(&err))
}

#[tonic::async_trait]
impl pb::maintenance_server::Maintenance for Server {
    type SnapshotStream = BoxStream<'static, Result<pb::SnapshotResponse, Status>>;

    async fn status(&self, _request: Request<pb::StatusRequest>) -> Result<Response<pb::StatusResponse>, Status> {
        let (raft, sizes) = (self.handle.raft_status(), self.handle.sizes());
        let bytes = |bytes: u64| i64::try_from(bytes).unwrap_or(i64::MAX);
        Ok(Response::new(pb::StatusResponse {
            header: self.header_now(),
            version: VERSION.to_owned(),
            db_size: bytes(sizes.total),
            leader: raft.leader,
            raft_index: raft.last_index,
            raft_term: raft.term,
            raft_applied_index: raft.applied_index,
            errors: Vec::new(),
            db_size_in_use: bytes(sizes.in_use),
            is_learner: self.handle.members().is_learner(self.handle.member_id()),
            storage_version: "3.5.0".to_owned(),
            db_size_quota: 0,
            downgrade_info: None,
        }))
    }

    async fn alarm(&self, request: Request<pb::AlarmRequest>) -> Result<Response<pb::AlarmResponse>, Status> {
        let request = request.into_inner();
        let activate = pb::alarm_request::AlarmAction::Activate;
        if request.action == i32::from(activate) {
            return Err(Status::unimplemented("etcdserver: alarms are raised by the store itself only"));
        }
        // There is no quota to run into and so nothing to disarm.
        Ok(Response::new(pb::AlarmResponse { header: self.header_now(), alarms: Vec::new() }))
    }

    async fn defragment(
        &self,
        _request: Request<pb::DefragmentRequest>,
    ) -> Result<Response<pb::DefragmentResponse>, Status> {
        let state = Arc::clone(self.handle.state());
        blocking(move || state.give_space_back()).await?;
        Ok(Response::new(pb::DefragmentResponse { header: self.header_now() }))
    }

    async fn hash(&self, _request: Request<pb::HashRequest>) -> Result<Response<pb::HashResponse>, Status> {
        let state = Arc::clone(self.handle.state());
        let hash = blocking(move || state.hash(None)).await?.map_err(|err| failed(&err))?;
        let hash = hash.map_err(super::header::refuse)?;
        Ok(Response::new(pb::HashResponse { header: self.header_now(), hash: hash.hash }))
    }

    async fn hash_kv(&self, request: Request<pb::HashKvRequest>) -> Result<Response<pb::HashKvResponse>, Status> {
        let state = Arc::clone(self.handle.state());
        let at = Some(Revision(request.into_inner().revision)).filter(|at| at.0 > 0);
        let hash = blocking(move || state.hash(at)).await?.map_err(|err| failed(&err))?;
        let hash = hash.map_err(|err: KvError| super::header::refuse(err))?;
        Ok(Response::new(pb::HashKvResponse {
            header: self.header_now(),
            hash: hash.hash,
            compact_revision: hash.compacted.map_or(-1, |at| at.0),
            hash_revision: hash.at.0,
        }))
    }

    async fn snapshot(&self, _request: Request<pb::SnapshotRequest>) -> Result<Response<Self::SnapshotStream>, Status> {
        let (state, raft) = (Arc::clone(self.handle.state()), self.handle.raft_status());
        let file = blocking(move || state.snapshot_file(raft.term)).await?.map_err(|err| failed(&err))?;
        let header = self.header_now();
        let pieces = stream::unfold(Some(file), move |file: Option<SnapshotFile>| {
            let header = header;
            async move {
                let mut file = file?;
                let read = blocking(move || file.read(PIECE_BYTES).map(|piece| (piece, file))).await;
                let (piece, file) = match read.and_then(|read| read.map_err(|err| failed(&err))) {
                    Ok(read) => read,
                    Err(status) => return Some((Err(status), None)),
                };
                if piece.is_empty() {
                    return None;
                }
                let response = pb::SnapshotResponse {
                    header,
                    remaining_bytes: file.remaining(),
                    blob: piece.into(),
                    version: VERSION.to_owned(),
                };
                Some((Ok(response), Some(file)))
            }
        });
        Ok(Response::new(pieces.boxed()))
    }

    async fn move_leader(
        &self,
        _request: Request<pb::MoveLeaderRequest>,
    ) -> Result<Response<pb::MoveLeaderResponse>, Status> {
        Err(Status::unimplemented("etcdserver: this store runs with one member, which leads"))
    }

    async fn downgrade(
        &self,
        _request: Request<pb::DowngradeRequest>,
    ) -> Result<Response<pb::DowngradeResponse>, Status> {
        Err(Status::unimplemented("etcdserver: downgrades are done by the image, not by the store"))
    }
}
