//! What a namespace uses of its quota. As upstream: pkg/controller/resourcequota, pkg/quota/v1/evaluator/core.
//! Refusing what would exceed it is the API server's.

use std::collections::BTreeMap;
use std::sync::Arc;

use kube_api::quantity::{Format, Quantity};
use kube_api::types::core::{PersistentVolumeClaim, Pod, ResourceQuota, ScopedResourceSelectorRequirement, Service};
use kube_api::types::meta;
use kube_scheduler::resources::total;

use crate::plan::Plan;
use crate::pods;

pub(crate) struct Observed<'a> {
    pub(crate) quota: Arc<ResourceQuota>,
    pub(crate) pods: Vec<Arc<Pod>>,
    pub(crate) services: Vec<Arc<Service>>,
    pub(crate) claims: Vec<Arc<PersistentVolumeClaim>>,
    /// How many objects of a resource (`deployments.apps`, `secrets`) the namespace holds, where that is known.
    pub(crate) count: &'a dyn Fn(&str) -> Option<usize>,
}

type Amounts = BTreeMap<String, meta::Quantity>;

pub(crate) fn plan(seen: &Observed<'_>) -> Plan {
    let mut plan = Plan::default();
    let quota = &*seen.quota;
    let chosen: Vec<_> = seen.pods.iter().filter(|pod| !pods::has_ended(pod) && in_scopes(quota, pod)).collect();
    let scoped = !quota.spec.scopes.is_empty() || quota.spec.scope_selector.is_some();
    let mut used = Amounts::new();
    for name in quota.spec.hard.keys() {
        let amount = match by_pods(name, &chosen) {
            Some(amount) => Some(amount),
            // Scopes are about pods alone.
            None if scoped => None,
            None => by_objects(name, seen),
        };
        // What nobody can count stays as it was.
        let amount =
            amount.map(|it| meta::Quantity { string: it.to_string() }).or_else(|| quota.status.used.get(name).cloned());
        used.extend(amount.map(|amount| (name.clone(), amount)));
    }
    if quota.status.hard != quota.spec.hard || quota.status.used != used {
        let mut quota = quota.clone();
        quota.status.hard = quota.spec.hard.clone();
        quota.status.used = used;
        plan.update_status(&quota);
    }
    plan
}

/// `None`: the name is not about pods.
fn by_pods(name: &str, chosen: &[&Arc<Pod>]) -> Option<Quantity> {
    if name == "pods" || name == "count/pods" {
        return Some(number(chosen.len()));
    }
    let (limits, resource) = match name.split_once('.') {
        Some(("requests", "storage")) => return None,
        Some(("requests", resource)) => (false, resource),
        Some(("limits", resource)) => (true, resource),
        _ if matches!(name, "cpu" | "memory" | "ephemeral-storage") || name.starts_with("hugepages-") => (false, name),
        _ => return None,
    };
    let format = if resource == "cpu" { Format::DecimalSi } else { Format::BinarySi };
    let mut sum = Quantity::new(0, format);
    let mut first = true;
    for pod in chosen {
        for amount in total(pod, resource, limits) {
            // The first amount gives the form in which the sum is written, as upstream.
            if std::mem::take(&mut first) {
                sum = amount;
            } else {
                sum.add(amount);
            }
        }
    }
    Some(if first { number(0) } else { sum })
}

fn by_objects(name: &str, seen: &Observed<'_>) -> Option<Quantity> {
    let services = |of: &dyn Fn(&Service) -> usize| number(seen.services.iter().map(|service| of(service)).sum());
    let counted = match name {
        "services" => number(seen.services.len()),
        "services.loadbalancers" => services(&|it| usize::from(it.spec.r#type == "LoadBalancer")),
        "services.nodeports" => services(&|it| match it.spec.r#type.as_str() {
            "NodePort" => it.spec.ports.len(),
            "LoadBalancer" if it.spec.allocate_load_balancer_node_ports == Some(false) => {
                it.spec.ports.iter().filter(|port| port.node_port != 0).count()
            }
            "LoadBalancer" => it.spec.ports.len(),
            _ => 0,
        }),
        "persistentvolumeclaims" => number(seen.claims.len()),
        "requests.storage" => storage(&seen.claims, None),
        _ => match name.split_once(".storageclass.storage.k8s.io/") {
            Some((class, "persistentvolumeclaims")) => {
                number(seen.claims.iter().filter(|it| it.spec.storage_class_name.as_deref() == Some(class)).count())
            }
            Some((class, "requests.storage")) => storage(&seen.claims, Some(class)),
            _ => number((seen.count)(name.strip_prefix("count/").unwrap_or(name))?),
        },
    };
    Some(counted)
}

fn storage(claims: &[Arc<PersistentVolumeClaim>], class: Option<&str>) -> Quantity {
    let mut sum: Option<Quantity> = None;
    let chosen = claims.iter().filter(|it| class.is_none() || it.spec.storage_class_name.as_deref() == class);
    for claim in chosen {
        let asked = claim.spec.resources.requests.get("storage");
        let Some(amount) = asked.and_then(|asked| Quantity::parse(&asked.string).ok()) else { continue };
        match &mut sum {
            Some(sum) => sum.add(amount),
            None => sum = Some(amount),
        }
    }
    sum.unwrap_or_else(|| number(0))
}

fn number(count: usize) -> Quantity {
    Quantity::new(i64::try_from(count).unwrap_or(i64::MAX), Format::DecimalSi)
}

fn in_scopes(quota: &ResourceQuota, pod: &Pod) -> bool {
    let spec = &quota.spec;
    spec.scopes.iter().all(|scope| in_scope(scope, pod))
        && spec.scope_selector.iter().flat_map(|it| &it.match_expressions).all(|term| selected(term, pod))
}

fn in_scope(scope: &str, pod: &Pod) -> bool {
    let best_effort = || pod.status.qos_class == "BestEffort" || (pod.status.qos_class.is_empty() && asks_nothing(pod));
    let terminating = || pod.spec.active_deadline_seconds.is_some_and(|seconds| seconds >= 0);
    match scope {
        "BestEffort" => best_effort(),
        "NotBestEffort" => !best_effort(),
        "Terminating" => terminating(),
        "NotTerminating" => !terminating(),
        "PriorityClass" => !pod.spec.priority_class_name.is_empty(),
        _ => false,
    }
}

fn selected(term: &ScopedResourceSelectorRequirement, pod: &Pod) -> bool {
    if term.scope_name != "PriorityClass" {
        return in_scope(&term.scope_name, pod);
    }
    let class = &pod.spec.priority_class_name;
    match term.operator.as_str() {
        "In" => term.values.contains(class),
        "NotIn" => !term.values.contains(class),
        "Exists" => !class.is_empty(),
        "DoesNotExist" => class.is_empty(),
        _ => false,
    }
}

fn asks_nothing(pod: &Pod) -> bool {
    let containers = pod.spec.init_containers.iter().chain(&pod.spec.containers);
    containers.into_iter().all(|it| it.resources.requests.is_empty() && it.resources.limits.is_empty())
}
