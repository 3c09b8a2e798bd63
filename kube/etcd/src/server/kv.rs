//! Range, Put, DeleteRange, Txn, Compact.

use super::header::{Server, refuse};
use crate::wire::{self, etcdserverpb as pb};
use kube_kv::{Delete, Keys, Kv, Revision};
use tonic::{Request, Response, Status};

#[tonic::async_trait]
impl pb::kv_server::Kv for Server {
    async fn range(&self, request: Request<pb::RangeRequest>) -> Result<Response<pb::RangeResponse>, Status> {
        let range = wire::to_range(request.into_inner()).map_err(refuse)?;
        let result = self.handle.range(range).await.map_err(refuse)?;
        Ok(Response::new(wire::range_response(Some(self.header(result.revision)), result)))
    }

    async fn put(&self, request: Request<pb::PutRequest>) -> Result<Response<pb::PutResponse>, Status> {
        let put = wire::to_put(request.into_inner()).map_err(refuse)?;
        let result = self.handle.put(put).await.map_err(refuse)?;
        Ok(Response::new(wire::put_response(Some(self.header(result.revision)), result)))
    }

    async fn delete_range(
        &self,
        request: Request<pb::DeleteRangeRequest>,
    ) -> Result<Response<pb::DeleteRangeResponse>, Status> {
        let request = request.into_inner();
        let keys = Keys::from_wire(request.key, request.range_end);
        let delete = Delete { keys, prev_kv: request.prev_kv };
        let result = self.handle.delete(delete).await.map_err(refuse)?;
        Ok(Response::new(wire::delete_response(Some(self.header(result.revision)), result)))
    }

    async fn txn(&self, request: Request<pb::TxnRequest>) -> Result<Response<pb::TxnResponse>, Status> {
        let txn = wire::to_txn(request.into_inner()).map_err(refuse)?;
        let result = self.handle.txn(txn).await.map_err(refuse)?;
        Ok(Response::new(wire::txn_response(self.header(result.revision), result)))
    }

    async fn compact(
        &self,
        request: Request<pb::CompactionRequest>,
    ) -> Result<Response<pb::CompactionResponse>, Status> {
        let revision = self.handle.compact(Revision(request.into_inner().revision)).await.map_err(refuse)?;
        Ok(Response::new(pb::CompactionResponse { header: Some(self.header(revision)) }))
    }
}
