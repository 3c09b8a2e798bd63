//! The Service `kubernetes` and where it leads: the addresses of every server of this cluster that lives.
//!
//! Each server keeps a lease of its own at `/registry/masterleases/`, as upstream does, and writes the endpoints from
//! all of them.

use std::sync::Arc;

use kube_api::value;
use kube_api::value::Value;
use kube_kv::{Keys, Put, Range};

use super::{ensure, set};
use crate::registry::storage::store_error;
use crate::server::Server;
use crate::status::{ApiError, Result};

const LEASES: &str = "/registry/masterleases/";
/// As upstream: how long a server that is gone stays an endpoint, with some time above the repair's.
const LEASE_S: i64 = 600;

pub(super) async fn reconcile(server: &Arc<Server>) -> Result<()> {
    service(server).await?;
    let Some(own) = server.config.advertise_address else { return Ok(()) };
    let lease = server.kv.lease_grant(LEASE_S, None).await.map_err(store_error)?;
    // The body is the endpoint's address alone; upstream's is an Endpoints object, and both read only the key.
    let put = Put::new(format!("{LEASES}{own}"), own.to_string()).lease(lease.id);
    server.kv.put(put).await.map_err(store_error)?;
    endpoints(server).await
}

/// Takes this server's address away when it goes down.
pub(super) async fn leave(server: &Arc<Server>) -> Result<()> {
    let Some(own) = server.config.advertise_address else { return Ok(()) };
    let key = format!("{LEASES}{own}");
    server.kv.delete(kube_kv::Delete::of(Keys::one(key))).await.map_err(store_error)?;
    endpoints(server).await
}

async fn service(server: &Arc<Server>) -> Result<()> {
    let address = server.config.service_address().to_string();
    let port = i64::from(server.config.listen.port());
    ensure(
        server,
        value!({
            "apiVersion": "v1", "kind": "Service",
            "metadata": {
                "name": "kubernetes", "namespace": "default",
                "labels": {"component": "apiserver", "provider": "kubernetes"}
            },
            "spec": {
                "type": "ClusterIP", "clusterIP": (address.as_str()), "sessionAffinity": "None",
                "ports": [{"name": "https", "port": 443i64, "protocol": "TCP", "targetPort": port}]
            }
        }),
    )
    .await
}

async fn addresses(server: &Server) -> Result<Vec<String>> {
    let found = server.kv.range(Range::of(Keys::prefix(LEASES)).keys_only()).await.map_err(store_error)?;
    let mut addresses: Vec<String> = found
        .kvs
        .iter()
        .filter_map(|kv| std::str::from_utf8(&kv.key).ok()?.strip_prefix(LEASES).map(str::to_owned))
        .collect();
    addresses.sort();
    Ok(addresses)
}

async fn endpoints(server: &Arc<Server>) -> Result<()> {
    let addresses = addresses(server).await?;
    let port = i64::from(server.config.listen.port());
    let all: Value = addresses.iter().map(|ip| value!({"ip": (ip.as_str())})).collect();
    let subsets = if addresses.is_empty() {
        Value::from(Vec::new())
    } else {
        Value::from(vec![value!({
            "addresses": all,
            "ports": [{"name": "https", "port": port, "protocol": "TCP"}]
        })])
    };
    let wanted = value!({
        "apiVersion": "v1", "kind": "Endpoints",
        "metadata": {
            "name": "kubernetes", "namespace": "default",
            "labels": {"endpointslice.kubernetes.io/skip-mirror": "true"}
        },
        "subsets": (subsets.clone())
    });
    keep(server, wanted, "subsets", subsets).await?;
    let slice_endpoints: Value =
        addresses.iter().map(|ip| value!({"addresses": [(ip.as_str())], "conditions": {"ready": true}})).collect();
    let family = if addresses.first().is_some_and(|ip| ip.contains(':')) { "IPv6" } else { "IPv4" };
    let wanted = value!({
        "apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice",
        "metadata": {"name": "kubernetes", "namespace": "default", "labels": {"kubernetes.io/service-name": "kubernetes"}},
        "addressType": family,
        "endpoints": (slice_endpoints.clone()),
        "ports": [{"name": "https", "port": port, "protocol": "TCP"}]
    });
    keep(server, wanted, "endpoints", slice_endpoints).await
}

async fn keep(server: &Arc<Server>, wanted: Value, field: &'static str, value: Value) -> Result<()> {
    ensure(server, wanted.clone()).await?;
    let made = set(server, &wanted, |current| {
        let mut next = current.cloned().unwrap_or_else(|| wanted.clone());
        next.set(field, value.clone());
        if let Some(ports) = wanted.get("ports") {
            next.set("ports", ports.clone());
        }
        next
    });
    made.await.map_err(|err| ApiError::internal(format!("keep {field} of kubernetes: {err}")))
}
