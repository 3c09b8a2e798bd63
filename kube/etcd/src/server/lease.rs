//! The Lease service of the etcd v3 API: grant, revoke, keep alive, list. When leases end is `node/leases`'s to decide.

use super::header::{Server, refuse};
use crate::wire::etcdserverpb as pb;
use futures::stream::{BoxStream, StreamExt};
use kube_kv::{Kv, KvError, LeaseId};
use tonic::{Request, Response, Status, Streaming};

#[tonic::async_trait]
impl pb::lease_server::Lease for Server {
    type LeaseKeepAliveStream = BoxStream<'static, Result<pb::LeaseKeepAliveResponse, Status>>;

    async fn lease_grant(
        &self,
        request: Request<pb::LeaseGrantRequest>,
    ) -> Result<Response<pb::LeaseGrantResponse>, Status> {
        let request = request.into_inner();
        let lease = self.handle.lease_grant(request.ttl, LeaseId::from_wire(request.id)).await.map_err(refuse)?;
        let response = pb::LeaseGrantResponse {
            header: self.header_now(),
            id: lease.id.0,
            ttl: lease.ttl_s,
            error: String::new(),
        };
        Ok(Response::new(response))
    }

    async fn lease_revoke(
        &self,
        request: Request<pb::LeaseRevokeRequest>,
    ) -> Result<Response<pb::LeaseRevokeResponse>, Status> {
        let revision = self.handle.lease_revoke(LeaseId(request.into_inner().id)).await.map_err(refuse)?;
        Ok(Response::new(pb::LeaseRevokeResponse { header: Some(self.header(revision)) }))
    }

    async fn lease_keep_alive(
        &self,
        request: Request<Streaming<pb::LeaseKeepAliveRequest>>,
    ) -> Result<Response<Self::LeaseKeepAliveStream>, Status> {
        let server = self.clone();
        let responses = request.into_inner().then(move |request| {
            let server = server.clone();
            async move {
                let id = LeaseId(request?.id);
                // As etcd: an unknown lease is answered with no time to live, not with an error.
                let ttl = match server.handle.lease_keep_alive(id).await {
                    Ok(lease) => lease.ttl_s,
                    Err(KvError::LeaseNotFound) => 0,
                    Err(err) => return Err(refuse(err)),
                };
                Ok(pb::LeaseKeepAliveResponse { header: server.header_now(), id: id.0, ttl })
            }
        });
        Ok(Response::new(responses.boxed()))
    }

    async fn lease_time_to_live(
        &self,
        request: Request<pb::LeaseTimeToLiveRequest>,
    ) -> Result<Response<pb::LeaseTimeToLiveResponse>, Status> {
        let request = request.into_inner();
        let header = self.header_now();
        let response = match self.handle.lease_time_to_live(LeaseId(request.id)).await {
            Ok(status) => pb::LeaseTimeToLiveResponse {
                header,
                id: request.id,
                ttl: status.remaining_ttl_s,
                granted_ttl: status.granted_ttl_s,
                keys: if request.keys { status.keys } else { Vec::new() },
            },
            Err(KvError::LeaseNotFound) => {
                pb::LeaseTimeToLiveResponse { header, id: request.id, ttl: -1, ..Default::default() }
            }
            Err(err) => return Err(refuse(err)),
        };
        Ok(Response::new(response))
    }

    async fn lease_leases(
        &self,
        _request: Request<pb::LeaseLeasesRequest>,
    ) -> Result<Response<pb::LeaseLeasesResponse>, Status> {
        let leases = self.handle.leases().await.map_err(refuse)?;
        let leases = leases.into_iter().map(|id| pb::LeaseStatus { id: id.0 }).collect();
        Ok(Response::new(pb::LeaseLeasesResponse { header: self.header_now(), leases }))
    }
}
