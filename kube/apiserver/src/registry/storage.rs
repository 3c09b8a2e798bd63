//! Objects in the store: reading one with its revision, and writing one under the condition that nobody else did.

use bytes::Bytes;
use kube_api::value::Value;
use kube_kv::{Compare, Delete, KeyValue, Keys, KvError, LeaseId, Op, OpResult, Put, Range, Revision, Txn};

use crate::cache::StoredAs;
use crate::catalog::Store;
use crate::server::Server;
use crate::status::{ApiError, Result};
use crate::wire;

/// An object and the revision that its next write is conditional on.
pub(crate) struct Current {
    pub object: Value,
    pub revision: i64,
    /// False when it came from a cache, and may be outdated.
    pub fresh: bool,
    pub lease: Option<LeaseId>,
}

/// How a conditional write went.
pub(crate) enum Wrote {
    /// At this revision.
    Done(i64),
    /// Somebody else wrote or deleted it: what stands there now.
    Lost(Option<Current>),
}

pub(crate) fn store_error(err: KvError) -> ApiError {
    match err {
        KvError::Timeout => ApiError::timeout("etcdserver: request timed out", 0),
        KvError::RequestTooLarge => ApiError::too_large("etcdserver: request is too large"),
        err if err.is_transient() => {
            let mut error = ApiError::service_unavailable(err.to_string());
            error.0.details = Some(crate::status::Details { retry_after_seconds: 1, ..Default::default() });
            error
        }
        err => ApiError::internal(err),
    }
}

impl Server {
    /// What the cache has; `None` when it has nothing, which may be outdated too.
    pub(crate) fn cached(&self, store: &Store, key: &str) -> Result<Option<Current>> {
        let Some(found) = store.cache.get(key) else { return Ok(None) };
        let object = store.cache.format.decode(&found.body).map_err(ApiError::internal)?;
        Ok(Some(Current { object, revision: found.revision, fresh: false, lease: None }))
    }

    /// What the store has.
    pub(crate) async fn fetch(&self, store: &Store, key: &str) -> Result<Option<Current>> {
        let found = self.kv.range(Range::of(Keys::one(key.to_owned()))).await.map_err(store_error)?;
        found.kvs.into_iter().next().map(|kv| current(store, key, &kv)).transpose()
    }

    pub(crate) async fn insert(
        &self,
        store: &Store,
        key: &str,
        object: &Value,
        lease: Option<LeaseId>,
    ) -> Result<Wrote> {
        self.write(store, key, 0, object, lease).await
    }

    /// Writes when the key's revision is still this one; 0 for a key that does not exist.
    pub(crate) async fn write(
        &self,
        store: &Store,
        key: &str,
        revision: i64,
        object: &Value,
        lease: Option<LeaseId>,
    ) -> Result<Wrote> {
        let mut put = Put::new(key.to_owned(), encode(store, object)?);
        if let Some(lease) = lease {
            put = put.lease(lease);
        }
        self.conditional(store, key, revision, Op::Put(put)).await
    }

    pub(crate) async fn erase(&self, store: &Store, key: &str, revision: i64) -> Result<Wrote> {
        self.conditional(store, key, revision, Op::Delete(Delete::of(Keys::one(key.to_owned())))).await
    }

    async fn conditional(&self, store: &Store, key: &str, revision: i64, op: Op) -> Result<Wrote> {
        let txn = Txn::when([Compare::mod_revision(key.to_owned(), Revision(revision))])
            .then([op])
            .otherwise([Op::Range(Range::of(Keys::one(key.to_owned())))]);
        let result = self.kv.txn(txn).await.map_err(store_error)?;
        if result.succeeded {
            return Ok(Wrote::Done(result.revision.0));
        }
        let found = match result.results.into_iter().next() {
            Some(OpResult::Range(found)) => found.kvs.into_iter().next(),
            _ => None,
        };
        found.map(|kv| current(store, key, &kv)).transpose().map(Wrote::Lost)
    }
}

fn current(store: &Store, key: &str, kv: &KeyValue) -> Result<Current> {
    let revision = kv.mod_revision.0;
    let (_, object) = store.cache.format.read(key, &kv.value, revision).map_err(ApiError::internal)?;
    Ok(Current { object, revision, fresh: true, lease: kv.lease })
}

/// The stored form of an object: without a resource version, which is the key's.
pub(crate) fn encode(store: &Store, object: &Value) -> Result<Bytes> {
    let mut bare = object.clone();
    bare.remove_pointer(&["metadata", "resourceVersion"]);
    bare.remove_pointer(&["metadata", "selfLink"]);
    let bytes = match store.cache.format.stored_as {
        StoredAs::Protobuf => {
            bare.remove("apiVersion");
            bare.remove("kind");
            wire::protobuf_object(&bare, &store.schema, &store.api_version, &store.kind)
        }
        StoredAs::Json => wire::json(&bare, &store.schema, false),
    };
    bytes.map(Bytes::from).map_err(ApiError::internal)
}

pub(crate) fn set_version(object: &mut Value, revision: i64) {
    object.set_pointer(&["metadata", "resourceVersion"], revision.to_string());
}
