//! What every start makes: namespaces, roles and bindings, priority classes, flow control, ServiceCIDR, APIServices, and
//! what aggregated servers read about authentication.

use std::sync::Arc;

use kube_api::value;
use kube_api::value::{Key, Object, Value};

use super::{ensure, namespaces, set};
use crate::server::Server;
use crate::status::{ApiError, Result};
use crate::wire;

const RBAC: &str = include_str!("../../data/rbac.yaml");
const FLOW_CONTROL: &str = include_str!("../../data/flow-control.yaml");
const AUTOUPDATE: &str = "rbac.authorization.kubernetes.io/autoupdate";

pub(super) async fn first(server: &Arc<Server>) -> Result<()> {
    namespaces::ensure(server).await?;
    rbac(server).await?;
    flow_control(server).await?;
    for (name, value, description) in [
        (
            "system-node-critical",
            2_000_001_000i64,
            "Used for system critical pods that must not be moved from their current node.",
        ),
        (
            "system-cluster-critical",
            2_000_000_000,
            "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary.",
        ),
    ] {
        ensure(
            server,
            value!({
                "apiVersion": "scheduling.k8s.io/v1", "kind": "PriorityClass", "metadata": {"name": name},
                "value": value, "description": description
            }),
        )
        .await?;
    }
    service_cidr(server).await?;
    // What others read about the groups does not keep this server from being ready; the repair makes it again.
    if let Err(err) = api_services(server).await {
        tracing::warn!(%err, "APIServices not made");
    }
    authentication(server).await
}

/// The objects of a committed file.
pub(crate) fn documents(text: &str) -> Result<Vec<Value>> {
    let mut found = Vec::new();
    for document in text.split("\n---\n").skip(1) {
        let parsed = wire::decode_untyped(document.as_bytes(), crate::http::negotiate::Encoding::Yaml);
        found.push(parsed.map_err(ApiError::internal)?.object);
    }
    Ok(found)
}

/// As upstream: roles gain what they lack; what else a cluster's owner added stays. An object that says so is left alone.
async fn rbac(server: &Arc<Server>) -> Result<()> {
    for wanted in documents(RBAC)? {
        let ctx = super::ctx_for(server, &wanted)?;
        let store = ctx.store()?.clone();
        let key = store.key(&ctx.info.namespace, &ctx.info.name);
        let Some(found) = server.cached(&store, &key)? else {
            ensure(server, wanted).await?;
            continue;
        };
        let off = found.object.text(&["metadata", "annotations", AUTOUPDATE]) == Some("false");
        if off || merged(&found.object, &wanted) == found.object {
            continue;
        }
        let target = wanted.clone();
        set(server, &target, move |current| merged(current.unwrap_or(&wanted), &wanted)).await?;
    }
    Ok(())
}

/// As upstream: component-helpers/auth/rbac/reconciliation.
fn merged(found: &Value, wanted: &Value) -> Value {
    let mut next = found.clone();
    for field in ["labels", "annotations"] {
        if let Some(own) = wanted.pointer(&["metadata", field]).and_then(Value::as_object) {
            for (key, value) in own.iter() {
                next.set_pointer(&["metadata", field, key.as_str()], value.clone());
            }
        }
    }
    for field in ["rules", "subjects"] {
        // The rules of an aggregated role are the controller's.
        if field == "rules" && wanted.get("aggregationRule").is_some() {
            continue;
        }
        let mut items = found.items(&[field]).to_vec();
        let lacking =
            wanted.items(&[field]).iter().filter(|item| !covers(field, &items, item)).cloned().collect::<Vec<_>>();
        if !lacking.is_empty() {
            items.extend(lacking);
            next.set(field, items);
        }
    }
    next
}

fn covers(field: &str, items: &[Value], wanted: &Value) -> bool {
    if field == "subjects" {
        let same =
            |one: &Value, name: &str| one.text(&[name]).unwrap_or_default() == wanted.text(&[name]).unwrap_or_default();
        return items.iter().any(|one| ["kind", "name", "namespace"].iter().all(|name| same(one, name)));
    }
    let rules: Vec<_> = items.iter().map(crate::authz::rules::Rule::read).collect();
    crate::authz::rules::missing(&rules, &[crate::authz::rules::Rule::read(wanted)]).is_empty()
}

/// As upstream: mandatory objects are kept as they must be, suggested ones while nobody has taken them over.
async fn flow_control(server: &Arc<Server>) -> Result<()> {
    for object in documents(FLOW_CONTROL)? {
        ensure(server, object).await?;
    }
    Ok(())
}

async fn service_cidr(server: &Arc<Server>) -> Result<()> {
    let cidrs: Value = server.config.service_cidr.iter().map(|net| net.to_string()).collect();
    ensure(
        server,
        value!({
            "apiVersion": "networking.k8s.io/v1", "kind": "ServiceCIDR", "metadata": {"name": "kubernetes"},
            "spec": {"cidrs": cidrs}
        }),
    )
    .await
}

/// One APIService for each group version that this server answers itself.
pub(crate) async fn api_services(server: &Arc<Server>) -> Result<()> {
    let tables = server.catalog.tables();
    for (at, group) in tables.groups.iter().enumerate() {
        for (rank, version) in group.versions.iter().enumerate() {
            let name = format!("{}.{}", version.version, group.name);
            let priority = if group.name.is_empty() { 18000 } else { 17900 - i64::try_from(at).unwrap_or(0) * 10 };
            let mut spec = value!({
                "version": (version.version.as_str()),
                "groupPriorityMinimum": priority,
                "versionPriority": (i64::try_from(15usize.saturating_sub(rank)).unwrap_or(1).max(1))
            });
            if !group.name.is_empty() {
                spec.set("group", group.name.as_str());
            }
            let object = value!({
                "apiVersion": "apiregistration.k8s.io/v1", "kind": "APIService",
                "metadata": {"name": name, "labels": {"kube-aggregator.kubernetes.io/automanaged": "onstart"}},
                "spec": spec,
                "status": {"conditions": [{
                    "type": "Available", "status": "True", "reason": "Local",
                    "message": "Local APIServices are always available",
                    "lastTransitionTime": (crate::registry::time(server.clock.now()))
                }]}
            });
            ensure(server, object).await?;
        }
    }
    Ok(())
}

/// What aggregated servers and others read about how clients prove themselves here.
async fn authentication(server: &Arc<Server>) -> Result<()> {
    let mut data = Object::new();
    if let Some(authorities) = &server.authenticator.authorities {
        data.insert(Key::new("client-ca-file"), Value::from(authorities.current().pem.as_str()));
    }
    if let Some(proxy) = &server.config.front_proxy {
        let pem = tokio::fs::read_to_string(&proxy.ca).await.map_err(ApiError::internal)?;
        let names: Value = proxy.allowed_names.iter().map(String::as_str).collect();
        let list = |name: &str| Value::from(format!("[\"{name}\"]"));
        data.insert(Key::new("requestheader-client-ca-file"), Value::from(pem));
        data.insert(Key::new("requestheader-allowed-names"), Value::from(wire::plain_json(&names)));
        data.insert(Key::new("requestheader-username-headers"), list("X-Remote-User"));
        data.insert(Key::new("requestheader-uid-headers"), list("X-Remote-Uid"));
        data.insert(Key::new("requestheader-group-headers"), list("X-Remote-Group"));
        data.insert(Key::new("requestheader-extra-headers-prefix"), list("X-Remote-Extra-"));
    }
    let data = Value::Object(data);
    let wanted = value!({
        "apiVersion": "v1", "kind": "ConfigMap",
        "metadata": {"name": "extension-apiserver-authentication", "namespace": "kube-system"},
        "data": (data.clone())
    });
    ensure(server, wanted.clone()).await?;
    set(server, &wanted, |current| {
        let mut next = current.cloned().unwrap_or_else(|| wanted.clone());
        for (key, value) in data.as_object().into_iter().flat_map(|data| data.iter()) {
            next.set_pointer(&["data", key.as_str()], value.clone());
        }
        next
    })
    .await
}
