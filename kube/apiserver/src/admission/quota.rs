//! ResourceQuota: what a namespace may use, counted when something is created, by one writer at a time.
//!
//! Usage is written into the quota's status before the object is stored, under the quota's own revision, so that two
//! servers cannot both spend the last of it; the quota controller corrects what was counted and then not stored.
//!
//! As upstream: apiserver/pkg/admission/plugin/resourcequota and pkg/quota/v1/evaluator/core.

use std::collections::BTreeMap;

use async_trait::async_trait;
use kube_api::quantity::{Format, Quantity};
use kube_api::value::Value;

use super::look::quantity;
use super::{Plugin, Review, Verb, look_all};
use crate::registry::storage::Wrote;
use crate::status::{ApiError, Result};

pub(super) struct ResourceQuota;

type Usage = BTreeMap<String, Quantity>;

/// How often a quota that others write too is tried again.
const TRIES: usize = 10;

#[async_trait]
impl Plugin for ResourceQuota {
    fn name(&self) -> &'static str {
        "ResourceQuota"
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        let counted = matches!(review.verb, Verb::Create | Verb::Update) && review.ctx.served.namespaced;
        let sub = review.ctx.info.subresource.as_str();
        if !counted
            || !(sub.is_empty() || sub == "resize")
            || review.is("", "resourcequotas")
            || review.ctx.served.store.is_none()
        {
            return Ok(());
        }
        let namespace = review.namespace().to_owned();
        let quotas = look_all(&review.ctx.server, "", "resourcequotas", &namespace)?;
        if quotas.is_empty() {
            return Ok(());
        }
        let Some(object) = review.object.as_deref() else { return Ok(()) };
        let (group, plural) = (review.ctx.served.group.as_str(), review.ctx.served.plural.as_str());
        let mut delta = usage(group, plural, object);
        if let Some(old) = review.old {
            for (name, amount) in usage(group, plural, old) {
                delta.entry(name).or_insert(Quantity::ZERO).sub(amount);
            }
        }
        for quota in quotas.iter().filter(|quota| in_scope(quota, group, plural, object)) {
            must_say(review, quota, plural, object)?;
            charge(review, quota, &delta).await?;
        }
        Ok(())
    }
}

/// A quota on compute resources wants every container to say them.
fn must_say(review: &Review<'_>, quota: &Value, plural: &str, object: &Value) -> Result<()> {
    if plural != "pods" || review.verb != Verb::Create {
        return Ok(());
    }
    let hard = map(quota, &["spec", "hard"]);
    let mut missing = Vec::new();
    for (name, field, resource) in [
        ("limits.cpu", "limits", "cpu"),
        ("limits.memory", "limits", "memory"),
        ("requests.cpu", "requests", "cpu"),
        ("requests.memory", "requests", "memory"),
        ("cpu", "requests", "cpu"),
        ("memory", "requests", "memory"),
    ] {
        if !hard.contains_key(name) {
            continue;
        }
        let lacking: Vec<&str> = ["initContainers", "containers"]
            .iter()
            .flat_map(|list| object.items(&["spec", list]))
            .filter(|container| container.pointer(&["resources", field, resource]).is_none())
            .filter_map(|container| container.text(&["name"]))
            .collect();
        if !lacking.is_empty() {
            missing.push(format!("{name} for: {}", lacking.join(",")));
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let name = quota.text(&["metadata", "name"]).unwrap_or_default();
    Err(review.forbidden(format_args!("failed quota: {name}: must specify {}", missing.join("; "))))
}

async fn charge(review: &Review<'_>, quota: &Value, delta: &Usage) -> Result<()> {
    let server = &review.ctx.server;
    let store = server.catalog.store("", "resourcequotas").ok_or_else(|| ApiError::internal("no resourcequotas"))?;
    let name = quota.text(&["metadata", "name"]).unwrap_or_default().to_owned();
    let key = store.key(review.namespace(), &name);
    let mut current = server.cached(&store, &key)?;
    for _ in 0..TRIES {
        let Some(found) = current else { return Ok(()) };
        let Some(next) = spent(review, &name, &found.object, delta)? else { return Ok(()) };
        if review.dry_run {
            return Ok(());
        }
        match server.write(&store, &key, found.revision, &next, found.lease).await? {
            Wrote::Done(_) => return Ok(()),
            Wrote::Lost(now) => current = now,
        }
    }
    Err(ApiError::conflict(store.named(), &name, "the quota is being changed too often; please try again"))
}

/// The quota with this spent; `None` when it counts nothing of it.
fn spent(review: &Review<'_>, name: &str, quota: &Value, delta: &Usage) -> Result<Option<Value>> {
    let hard = map(quota, &["status", "hard"]);
    let hard = if hard.is_empty() { map(quota, &["spec", "hard"]) } else { hard };
    let used = map(quota, &["status", "used"]);
    let concerned: Vec<(&String, &Quantity)> =
        delta.iter().filter(|(resource, amount)| hard.contains_key(*resource) && !amount.is_zero()).collect();
    if concerned.is_empty() {
        return Ok(None);
    }
    let mut next = quota.clone();
    let mut over = Vec::new();
    for (resource, amount) in &concerned {
        let now = used.get(*resource).copied().unwrap_or(Quantity::ZERO);
        let mut then = now;
        then.add(**amount);
        if let Some(limit) = hard.get(*resource).filter(|limit| then > **limit && !amount.is_negative()) {
            over.push(((*resource).clone(), **amount, now, *limit));
        }
        next.set_pointer(&["status", "used", resource.as_str()], then.to_string());
    }
    if !over.is_empty() {
        let show = |pick: fn(&(String, Quantity, Quantity, Quantity)) -> &Quantity| {
            let texts: Vec<String> = over.iter().map(|one| format!("{}={}", one.0, pick(one))).collect();
            texts.join(",")
        };
        return Err(review.forbidden(format_args!(
            "exceeded quota: {name}, requested: {}, used: {}, limited: {}",
            show(|one| &one.1),
            show(|one| &one.2),
            show(|one| &one.3)
        )));
    }
    Ok(Some(next))
}

fn map(object: &Value, path: &[&str]) -> Usage {
    let Some(found) = object.pointer(path).and_then(Value::as_object) else { return Usage::new() };
    found.iter().filter_map(|(key, value)| Some((key.as_str().to_owned(), quantity(value.as_str()?)?))).collect()
}

fn one() -> Quantity {
    Quantity::new(1, Format::DecimalSi)
}

/// What an object uses, by the names that quotas use.
fn usage(group: &str, plural: &str, object: &Value) -> Usage {
    let mut found = Usage::new();
    let counted = if group.is_empty() { format!("count/{plural}") } else { format!("count/{plural}.{group}") };
    found.insert(counted, one());
    const COUNTED: [&str; 6] =
        ["configmaps", "persistentvolumeclaims", "replicationcontrollers", "resourcequotas", "secrets", "services"];
    match (group, plural) {
        ("", "pods") => pod_usage(object, &mut found),
        ("", "services") => service_usage(object, &mut found),
        ("", "persistentvolumeclaims") => claim_usage(object, &mut found),
        _ => {}
    }
    if group.is_empty() && COUNTED.contains(&plural) {
        found.insert(plural.to_owned(), one());
    }
    found
}

fn pod_usage(pod: &Value, found: &mut Usage) {
    // As upstream: a pod that has ended uses only its place in the store.
    let ended = matches!(pod.text(&["status", "phase"]), Some("Succeeded" | "Failed"));
    if ended {
        return;
    }
    found.insert("pods".into(), one());
    for (field, short) in [("requests", true), ("limits", false)] {
        for (resource, amount) in pod_total(pod, field) {
            let name = format!("{field}.{resource}");
            if short && matches!(resource.as_str(), "cpu" | "memory" | "ephemeral-storage") {
                found.insert(resource, amount);
            }
            found.insert(name, amount);
        }
    }
}

/// The sum of the containers with what restartable init containers keep, or the largest init container.
fn pod_total(pod: &Value, field: &str) -> Usage {
    let mut sum = Usage::new();
    for container in pod.items(&["spec", "containers"]) {
        for (resource, amount) in map(container, &["resources", field]) {
            sum.entry(resource).or_insert(Quantity::ZERO).add(amount);
        }
    }
    let mut kept = Usage::new();
    let mut peak = Usage::new();
    for container in pod.items(&["spec", "initContainers"]) {
        let sidecar = container.text(&["restartPolicy"]) == Some("Always");
        for (resource, amount) in map(container, &["resources", field]) {
            if sidecar {
                sum.entry(resource.clone()).or_insert(Quantity::ZERO).add(amount);
                kept.entry(resource).or_insert(Quantity::ZERO).add(amount);
            } else {
                let mut needed = kept.get(&resource).cloned().unwrap_or(Quantity::ZERO);
                needed.add(amount);
                match peak.get(&resource) {
                    Some(own) if *own >= needed => {}
                    _ => drop(peak.insert(resource, needed)),
                }
            }
        }
    }
    for (resource, amount) in peak {
        match sum.get(&resource) {
            Some(own) if *own >= amount => {}
            _ => drop(sum.insert(resource, amount)),
        }
    }
    for (resource, amount) in map(pod, &["spec", "overhead"]) {
        if let Some(own) = sum.get_mut(&resource) {
            own.add(amount);
        } else if field == "requests" {
            sum.insert(resource, amount);
        }
    }
    sum
}

fn service_usage(service: &Value, found: &mut Usage) {
    let ports = i64::try_from(service.items(&["spec", "ports"]).len()).unwrap_or(0);
    match service.text(&["spec", "type"]) {
        Some("NodePort") => drop(found.insert("services.nodeports".into(), Quantity::new(ports, Format::DecimalSi))),
        Some("LoadBalancer") => {
            let without =
                service.pointer(&["spec", "allocateLoadBalancerNodePorts"]).and_then(Value::as_bool) == Some(false);
            let ports = if without {
                service
                    .items(&["spec", "ports"])
                    .iter()
                    .filter(|port| port.int(&["nodePort"]).unwrap_or(0) != 0)
                    .count()
            } else {
                usize::try_from(ports).unwrap_or(0)
            };
            let ports = i64::try_from(ports).unwrap_or(0);
            found.insert("services.nodeports".into(), Quantity::new(ports, Format::DecimalSi));
            found.insert("services.loadbalancers".into(), one());
        }
        _ => {}
    }
}

fn claim_usage(claim: &Value, found: &mut Usage) {
    let size = claim.text(&["spec", "resources", "requests", "storage"]).and_then(quantity);
    let class = claim.text(&["spec", "storageClassName"]).map(|class| format!("{class}.storageclass.storage.k8s.io"));
    if let Some(class) = &class {
        found.insert(format!("{class}/persistentvolumeclaims"), one());
    }
    if let Some(size) = size {
        if let Some(class) = &class {
            found.insert(format!("{class}/requests.storage"), size);
        }
        found.insert("requests.storage".into(), size);
    }
}

/// Whether a quota with scopes looks at this object.
fn in_scope(quota: &Value, group: &str, plural: &str, object: &Value) -> bool {
    let scopes = quota.items(&["spec", "scopes"]);
    let expressions = quota.items(&["spec", "scopeSelector", "matchExpressions"]);
    if scopes.is_empty() && expressions.is_empty() {
        return true;
    }
    if !group.is_empty() || plural != "pods" {
        return false;
    }
    scopes.iter().filter_map(Value::as_str).all(|scope| is_in(scope, object))
        && expressions.iter().all(|one| {
            let scope = one.text(&["scopeName"]).unwrap_or_default();
            let values: Vec<&str> = one.items(&["values"]).iter().filter_map(Value::as_str).collect();
            let class = object.text(&["spec", "priorityClassName"]);
            match (one.text(&["operator"]).unwrap_or_default(), scope) {
                ("In", "PriorityClass") => class.is_some_and(|class| values.contains(&class)),
                ("NotIn", "PriorityClass") => class.is_none_or(|class| !values.contains(&class)),
                ("Exists", "PriorityClass") => class.is_some(),
                ("DoesNotExist", "PriorityClass") => class.is_none(),
                (_, scope) => is_in(scope, object),
            }
        })
}

fn is_in(scope: &str, pod: &Value) -> bool {
    let best_effort = || {
        ["containers", "initContainers"].iter().flat_map(|list| pod.items(&["spec", list])).all(|container| {
            ["requests", "limits"].iter().all(|field| {
                map(container, &["resources", field])
                    .iter()
                    .all(|(name, amount)| !matches!(name.as_str(), "cpu" | "memory") || amount.is_zero())
            })
        })
    };
    let terminating = pod.int(&["spec", "activeDeadlineSeconds"]).is_some();
    match scope {
        "BestEffort" => best_effort(),
        "NotBestEffort" => !best_effort(),
        "Terminating" => terminating,
        "NotTerminating" => !terminating,
        "PriorityClass" => pod.text(&["spec", "priorityClassName"]).is_some(),
        "CrossNamespacePodAffinity" => ["podAffinity", "podAntiAffinity"].iter().any(|kind| {
            ["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"]
                .iter()
                .any(|list| {
                    pod.items(&["spec", "affinity", kind, list]).iter().any(|term| {
                        let term = term.get("podAffinityTerm").unwrap_or(term);
                        !term.items(&["namespaces"]).is_empty()
                            || term.get("namespaceSelector").is_some_and(|one| !one.is_null())
                    })
                })
        }),
        _ => false,
    }
}
