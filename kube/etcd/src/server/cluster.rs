//! Members. There is one: the list can be read, changes are refused.

use super::header::Server;
use crate::wire::etcdserverpb as pb;
use tonic::{Request, Response, Status};

const ONE_MEMBER: &str = "etcdserver: this store runs with one member; members cannot be added, removed or changed";

#[tonic::async_trait]
impl pb::cluster_server::Cluster for Server {
    async fn member_list(
        &self,
        _request: Request<pb::MemberListRequest>,
    ) -> Result<Response<pb::MemberListResponse>, Status> {
        let members = self.handle.members();
        let member = |member: &crate::members::Member| pb::Member {
            id: member.id,
            name: member.name.clone(),
            peer_ur_ls: member.peer_urls.clone(),
            client_ur_ls: member.client_urls.clone(),
            is_learner: members.is_learner(member.id),
        };
        let list = members.all.iter().map(member).collect();
        Ok(Response::new(pb::MemberListResponse { header: self.header_now(), members: list }))
    }

    async fn member_add(
        &self,
        _request: Request<pb::MemberAddRequest>,
    ) -> Result<Response<pb::MemberAddResponse>, Status> {
        Err(Status::unimplemented(ONE_MEMBER))
    }

    async fn member_remove(
        &self,
        _request: Request<pb::MemberRemoveRequest>,
    ) -> Result<Response<pb::MemberRemoveResponse>, Status> {
        Err(Status::unimplemented(ONE_MEMBER))
    }

    async fn member_update(
        &self,
        _request: Request<pb::MemberUpdateRequest>,
    ) -> Result<Response<pb::MemberUpdateResponse>, Status> {
        Err(Status::unimplemented(ONE_MEMBER))
    }

    async fn member_promote(
        &self,
        _request: Request<pb::MemberPromoteRequest>,
    ) -> Result<Response<pb::MemberPromoteResponse>, Status> {
        Err(Status::unimplemented(ONE_MEMBER))
    }
}
