//! A [`Kv`] over the etcd v3 API: our store's, or a real etcd's. Thin: one connection, remade when it breaks; no retry of
//! calls, for only the caller knows whether that is safe ([`KvError::is_ambiguous`]).

mod connect;
mod watch;

use crate::wire::{self, etcdserverpb as pb, from_status};
use async_trait::async_trait;
use futures::stream;
use kube_kv::{
    Delete, DeleteResult, Kv, KvError, KvResult, Lease, LeaseId, LeaseStatus, Put, PutResult, Range, RangeResult,
    Revision, Status, Txn, TxnResult, Watch, Watcher,
};
use machined_base::Clock;
use pb::cluster_client::ClusterClient;
use pb::kv_client::KvClient;
use pb::lease_client::LeaseClient;
use pb::maintenance_client::MaintenanceClient;
use pb::watch_client::WatchClient;
use std::time::Duration;
use tonic::Response;
use tonic::transport::Channel;

pub use connect::{Endpoint, EndpointError};

/// How to reach a store.
#[derive(Clone, Debug)]
pub struct ClientConfig {
    /// Tried in turn, whenever a connection has to be made.
    pub endpoints: Vec<Endpoint>,
    /// For every call but watches.
    pub deadline: Duration,
    pub clock: Clock,
}

/// Cheap to clone; clones share the connection.
#[derive(Clone, Debug)]
pub struct Client {
    channel: Channel,
    deadline: Duration,
    clock: Clock,
}

impl ClientConfig {
    pub fn new(endpoints: Vec<Endpoint>, clock: Clock) -> Self {
        Self { endpoints, deadline: Duration::from_secs(10), clock }
    }
}

impl Client {
    /// Connects when it is first used.
    pub fn new(config: ClientConfig) -> Result<Self, EndpointError> {
        let channel = connect::channel(config.endpoints)?;
        Ok(Self { channel, deadline: config.deadline, clock: config.clock })
    }

    fn kv(&self) -> KvClient<Channel> {
        KvClient::new(self.channel.clone()).max_decoding_message_size(usize::MAX)
    }

    fn lease(&self) -> LeaseClient<Channel> {
        LeaseClient::new(self.channel.clone())
    }

    async fn call<T>(&self, call: impl Future<Output = Result<Response<T>, tonic::Status>>) -> KvResult<T> {
        match self.clock.timeout(self.deadline, call).await {
            Ok(Ok(response)) => Ok(response.into_inner()),
            Ok(Err(status)) => Err(from_status(&status)),
            Err(_) => Err(KvError::Timeout),
        }
    }

    /// How many members the cluster has, and their names.
    pub async fn member_names(&self) -> KvResult<Vec<String>> {
        let mut cluster = ClusterClient::new(self.channel.clone());
        let list = self.call(cluster.member_list(pb::MemberListRequest { linearizable: true })).await?;
        Ok(list.members.into_iter().map(|member| member.name).collect())
    }

    /// The hash of everything stored up to a revision (now, without one), and that revision.
    pub async fn hash(&self, at: Option<Revision>) -> KvResult<u32> {
        let mut maintenance = MaintenanceClient::new(self.channel.clone());
        let request = pb::HashKvRequest { revision: at.map_or(0, |at| at.0) };
        Ok(self.call(maintenance.hash_kv(request)).await?.hash)
    }
}

fn revision(header: Option<pb::ResponseHeader>) -> Revision {
    Revision(header.unwrap_or_default().revision)
}

#[async_trait]
impl Kv for Client {
    async fn range(&self, range: Range) -> KvResult<RangeResult> {
        let response = self.call(self.kv().range(wire::from_range(range))).await?;
        Ok(wire::from_range_response(response, Revision(0)))
    }

    async fn txn(&self, txn: Txn) -> KvResult<TxnResult> {
        wire::from_txn_response(self.call(self.kv().txn(wire::from_txn(txn))).await?)
    }

    async fn put(&self, put: Put) -> KvResult<PutResult> {
        let response = self.call(self.kv().put(wire::put_request(put))).await?;
        Ok(PutResult { revision: revision(response.header), prev_kv: response.prev_kv.map(wire::from_kv) })
    }

    async fn delete(&self, delete: Delete) -> KvResult<DeleteResult> {
        let (key, range_end) = delete.keys.to_wire();
        let request = pb::DeleteRangeRequest { key, range_end, prev_kv: delete.prev_kv };
        let response = self.call(self.kv().delete_range(request)).await?;
        Ok(DeleteResult {
            revision: revision(response.header),
            deleted: response.deleted,
            prev_kvs: response.prev_kvs.into_iter().map(wire::from_kv).collect(),
        })
    }

    async fn watch(&self, watch: Watch) -> KvResult<Watcher> {
        if watch.keys.start.is_empty() {
            return Err(KvError::EmptyKey);
        }
        let client = WatchClient::new(self.channel.clone()).max_decoding_message_size(usize::MAX);
        match self.clock.timeout(self.deadline, watch::start(client, &watch)).await {
            Ok(watcher) => watcher,
            Err(_) => Err(KvError::Timeout),
        }
    }

    async fn compact(&self, at: Revision) -> KvResult<Revision> {
        Ok(revision(self.call(self.kv().compact(wire::compaction(at))).await?.header))
    }

    async fn lease_grant(&self, ttl_s: i64, id: Option<LeaseId>) -> KvResult<Lease> {
        let request = pb::LeaseGrantRequest { ttl: ttl_s, id: LeaseId::to_wire(id) };
        let response = self.call(self.lease().lease_grant(request)).await?;
        Ok(Lease { id: LeaseId(response.id), ttl_s: response.ttl })
    }

    async fn lease_revoke(&self, id: LeaseId) -> KvResult<Revision> {
        Ok(revision(self.call(self.lease().lease_revoke(pb::LeaseRevokeRequest { id: id.0 })).await?.header))
    }

    async fn lease_keep_alive(&self, id: LeaseId) -> KvResult<Lease> {
        let mut lease = self.lease();
        let asked = async {
            let requests = stream::iter([pb::LeaseKeepAliveRequest { id: id.0 }]);
            let mut responses = lease.lease_keep_alive(requests).await?.into_inner();
            let response = responses.message().await?;
            Ok(Response::new(response.ok_or_else(|| tonic::Status::unknown("a keep-alive was not answered"))?))
        };
        let response = self.call(asked).await?;
        // As etcd: no time to live is how an unknown lease is answered.
        if response.ttl <= 0 { Err(KvError::LeaseNotFound) } else { Ok(Lease { id, ttl_s: response.ttl }) }
    }

    async fn lease_time_to_live(&self, id: LeaseId) -> KvResult<LeaseStatus> {
        let request = pb::LeaseTimeToLiveRequest { id: id.0, keys: true };
        let response = self.call(self.lease().lease_time_to_live(request)).await?;
        if response.ttl < 0 {
            return Err(KvError::LeaseNotFound);
        }
        let mut keys = response.keys;
        keys.sort_unstable();
        Ok(LeaseStatus { id, granted_ttl_s: response.granted_ttl, remaining_ttl_s: response.ttl, keys })
    }

    async fn leases(&self) -> KvResult<Vec<LeaseId>> {
        let response = self.call(self.lease().lease_leases(pb::LeaseLeasesRequest {})).await?;
        Ok(response.leases.into_iter().map(|lease| LeaseId(lease.id)).collect())
    }

    async fn status(&self) -> KvResult<Status> {
        let mut maintenance = MaintenanceClient::new(self.channel.clone());
        let response = self.call(maintenance.status(pb::StatusRequest {})).await?;
        let header = response.header.unwrap_or_default();
        Ok(Status {
            cluster_id: header.cluster_id,
            member_id: header.member_id,
            leader: response.leader,
            revision: Revision(header.revision),
            version: response.version,
            db_size_bytes: response.db_size,
            db_in_use_bytes: response.db_size_in_use,
            raft_index: response.raft_index,
            raft_applied_index: response.raft_applied_index,
            raft_term: response.raft_term,
            errors: response.errors,
        })
    }
}
