//! What the server itself keeps of the cluster, fed by the caches: roles for RBAC, the Node authorizer's graph, flow
//! control, and the objects that credentials refer to.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use async_trait::async_trait;
use kube_api::value::Value;
use kube_kv::{Keys, Kv, Range};

use crate::authn::{Live, Lookup, Secret};
use crate::authz::rbac::Kind;
use crate::cache::{Observer, Stored};
use crate::catalog::Catalog;
use crate::http::flow;
use crate::server::Server;
use crate::status::{ApiError, Result};

const RBAC: &str = "rbac.authorization.k8s.io";

struct Roles {
    server: Weak<Server>,
    kind: Kind,
}

impl Observer for Roles {
    fn changed(&self, namespace: &str, name: &str, _: Option<&Stored>, new: Option<(&Arc<Stored>, &Value)>) {
        let Some(server) = self.server.upgrade() else { return };
        let tree = new.map(|(_, tree)| tree);
        server.authorizer.policy.apply(self.kind, namespace, name, tree);
        if self.kind == Kind::ClusterRole && name == "system:node" {
            server.authorizer.graph.set_rules(tree.map(crate::authz::rules::Rule::read_all).unwrap_or_default());
        }
    }
}

#[derive(Clone, Copy)]
enum Edge {
    Pod,
    Volume,
    Attachment,
    Slice,
}

struct Graph {
    server: Weak<Server>,
    edge: Edge,
}

impl Observer for Graph {
    fn changed(&self, namespace: &str, name: &str, _: Option<&Stored>, new: Option<(&Arc<Stored>, &Value)>) {
        let Some(server) = self.server.upgrade() else { return };
        let (graph, tree) = (&server.authorizer.graph, new.map(|(_, tree)| tree));
        match self.edge {
            Edge::Pod => graph.pod_changed(namespace, name, tree),
            Edge::Volume => graph.volume_changed(name, tree),
            Edge::Attachment => graph.attachment_changed(name, tree),
            Edge::Slice => graph.slice_changed(name, tree),
        }
    }
}

/// Subscribes every view to its cache.
pub(crate) fn follow(server: &Arc<Server>) {
    let weak = Arc::downgrade(server);
    let observe = |group: &str, plural: &str, observer: Arc<dyn Observer>| {
        if let Some(store) = server.catalog.store(group, plural) {
            store.cache.observe(observer);
        }
    };
    for (kind, plural) in Kind::ALL {
        observe(RBAC, plural, Arc::new(Roles { server: weak.clone(), kind }));
    }
    for (group, plural, edge) in [
        ("", "pods", Edge::Pod),
        ("", "persistentvolumes", Edge::Volume),
        ("storage.k8s.io", "volumeattachments", Edge::Attachment),
        ("resource.k8s.io", "resourceslices", Edge::Slice),
    ] {
        observe(group, plural, Arc::new(Graph { server: weak.clone(), edge }));
    }
    for (plural, levels) in [("prioritylevelconfigurations", true), ("flowschemas", false)] {
        observe("flowcontrol.apiserver.k8s.io", plural, Arc::new(flow::Follow { flow: weak.clone(), levels }));
    }
}

/// Waits until every cache has been filled once.
pub(crate) async fn wait_filled(server: &Server) {
    while !server.catalog.stores().iter().all(|store| store.cache.is_ready()) {
        if server.shutdown.is_requested() {
            return;
        }
        server.clock.sleep(Duration::from_millis(5)).await;
    }
}

/// The same for built-in kinds: custom ones wait for the definitions.
pub(crate) async fn wait_filled_built_in(server: &Server) {
    while !server.catalog.stores().iter().all(|store| store.custom.is_some() || store.cache.is_ready()) {
        if server.shutdown.is_requested() {
            return;
        }
        server.clock.sleep(Duration::from_millis(5)).await;
    }
}

/// Objects that credentials refer to: from the cache, or from the store where the cache has none yet.
pub(crate) struct CacheLookup {
    pub(crate) catalog: Arc<Catalog>,
    pub(crate) kv: Arc<dyn Kv>,
}

impl CacheLookup {
    async fn object(&self, plural: &str, namespace: &str, name: &str) -> Result<Option<Value>> {
        let store = self.catalog.store("", plural).ok_or_else(|| ApiError::internal(format!("no {plural}")))?;
        let key = store.key(namespace, name);
        if let Some(found) = store.cache.get(&key) {
            return store.cache.format.decode(&found.body).map(Some).map_err(ApiError::internal);
        }
        let found =
            self.kv.range(Range::of(Keys::one(key.clone()))).await.map_err(crate::registry::storage::store_error)?;
        let Some(kv) = found.kvs.first() else { return Ok(None) };
        let read = store.cache.format.read(&key, &kv.value, kv.mod_revision.0);
        read.map(|(_, tree)| Some(tree)).map_err(ApiError::internal)
    }
}

#[async_trait]
impl Lookup for CacheLookup {
    async fn live(&self, resource: &str, namespace: &str, name: &str) -> Result<Option<Live>> {
        Ok(self.object(resource, namespace, name).await?.map(|object| Live {
            uid: object.text(&["metadata", "uid"]).unwrap_or_default().to_owned(),
            deleted_at: object.text(&["metadata", "deletionTimestamp"]).and_then(|at| at.parse().ok()),
        }))
    }

    async fn secret(&self, namespace: &str, name: &str) -> Result<Option<Secret>> {
        let Some(object) = self.object("secrets", namespace, name).await? else { return Ok(None) };
        // A token that is being deleted is none any more.
        if object.pointer(&["metadata", "deletionTimestamp"]).is_some() {
            return Ok(None);
        }
        let data: BTreeMap<String, Vec<u8>> = object
            .pointer(&["data"])
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(|data| data.iter())
            .filter_map(|(key, value)| Some((key.as_str().to_owned(), value.as_bytes()?.to_vec())))
            .collect();
        Ok(Some(Secret { kind: object.text(&["type"]).unwrap_or_default().to_owned(), data }))
    }
}
