//! LimitRanger: defaults for containers, and the smallest and largest that a namespace allows.
//!
//! As upstream: plugin/pkg/admission/limitranger.

use std::collections::BTreeMap;

use async_trait::async_trait;
use kube_api::quantity::Quantity;
use kube_api::value::Value;

use super::look::quantity;
use super::{Plugin, Review, Verb, look_all};
use crate::status::Result;

pub(super) struct LimitRanger;

type Amounts = BTreeMap<String, String>;

#[async_trait]
impl Plugin for LimitRanger {
    fn name(&self) -> &'static str {
        "LimitRanger"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        if review.verb != Verb::Create || !review.is_main("", "pods") {
            return Ok(());
        }
        let ranges = look_all(&review.ctx.server, "", "limitranges", review.namespace())?;
        let Some(pod) = review.object.as_deref_mut() else { return Ok(()) };
        for range in &ranges {
            let name = range.text(&["metadata", "name"]).unwrap_or_default();
            for item in limits(range, "Container") {
                fill(pod, &amounts(item, "defaultRequest"), &amounts(item, "default"), name);
            }
        }
        Ok(())
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        let is_pod = review.is_main("", "pods") && matches!(review.verb, Verb::Create | Verb::Update)
            || review.is_sub("", "pods", "resize") && review.verb == Verb::Update;
        let is_claim =
            review.is_main("", "persistentvolumeclaims") && matches!(review.verb, Verb::Create | Verb::Update);
        if !is_pod && !is_claim {
            return Ok(());
        }
        // As upstream: an ordinary update of a pod cannot change its resources.
        if is_pod && review.verb == Verb::Update && review.ctx.info.subresource.is_empty() {
            return Ok(());
        }
        let ranges = look_all(&review.ctx.server, "", "limitranges", review.namespace())?;
        let Some(object) = review.object.as_deref() else { return Ok(()) };
        let mut faults = Vec::new();
        for range in &ranges {
            if is_claim {
                for item in limits(range, "PersistentVolumeClaim") {
                    let requests = resources(object, &["spec", "resources", "requests"]);
                    check("PersistentVolumeClaim", item, &requests, &Amounts::new(), &mut faults);
                }
                continue;
            }
            for item in limits(range, "Container") {
                for list in ["containers", "initContainers"] {
                    for container in object.items(&["spec", list]) {
                        let requests = resources(container, &["resources", "requests"]);
                        let limits = resources(container, &["resources", "limits"]);
                        check("Container", item, &requests, &limits, &mut faults);
                    }
                }
            }
            for item in limits(range, "Pod") {
                check("Pod", item, &total(object, "requests"), &total(object, "limits"), &mut faults);
            }
        }
        match faults.as_slice() {
            [] => Ok(()),
            [one] => Err(review.forbidden(one)),
            many => Err(review.forbidden(format_args!("[{}]", many.join(", ")))),
        }
    }
}

fn limits<'a>(range: &'a Value, kind: &'a str) -> impl Iterator<Item = &'a Value> + 'a {
    range.items(&["spec", "limits"]).iter().filter(move |item| item.text(&["type"]) == Some(kind))
}

fn amounts(item: &Value, field: &str) -> Amounts {
    resources(item, &[field])
}

fn resources(object: &Value, path: &[&str]) -> Amounts {
    let Some(found) = object.pointer(path).and_then(Value::as_object) else { return Amounts::new() };
    found.iter().filter_map(|(key, value)| Some((key.as_str().to_owned(), value.as_str()?.to_owned()))).collect()
}

fn fill(pod: &mut Value, requests: &Amounts, defaults: &Amounts, range: &str) {
    let mut notes = Vec::new();
    for list in ["containers", "initContainers"] {
        let Some(containers) = pod.pointer_mut(&["spec", list]).and_then(Value::as_list_mut) else { continue };
        for container in containers.iter_mut() {
            let name = container.text(&["name"]).unwrap_or_default().to_owned();
            let mut set = Vec::new();
            for (field, wanted) in [("limits", defaults), ("requests", requests)] {
                let mut added = Vec::new();
                for (resource, amount) in wanted {
                    let path = ["resources", field, resource.as_str()];
                    if container.pointer(&path).is_none() {
                        container.set_pointer(&path, amount.as_str());
                        added.push(resource.as_str());
                    }
                }
                if !added.is_empty() {
                    let word = if field == "limits" { "limit" } else { "request" };
                    set.push(format!("{} {word}", added.join(", ")));
                }
            }
            if !set.is_empty() {
                set.reverse();
                let kind = if list == "containers" { "container" } else { "init container" };
                notes.push(format!("{} for {kind} {name}", set.join("; ")));
            }
        }
    }
    if !notes.is_empty() {
        let _ = range;
        let text = format!("LimitRanger plugin set: {}", notes.join("; "));
        pod.set_pointer(&["metadata", "annotations", "kubernetes.io/limit-ranger"], text);
    }
}

fn check(kind: &str, item: &Value, requests: &Amounts, limits: &Amounts, faults: &mut Vec<String>) {
    let read = |amounts: &Amounts, resource: &str| {
        amounts.get(resource).and_then(|text| quantity(text).map(|q| (q, text.clone())))
    };
    for (resource, bound) in amounts(item, "min") {
        let Some(least) = quantity(&bound) else { continue };
        let (request, limit) = (read(requests, &resource), read(limits, &resource));
        match (&request, &limit) {
            (None, _) => {
                faults.push(format!("minimum {resource} usage per {kind} is {bound}.  No request is specified"))
            }
            (Some((given, shown)), _) if *given < least => {
                faults.push(format!("minimum {resource} usage per {kind} is {bound}, but request is {shown}"));
            }
            (_, Some((given, shown))) if *given < least => {
                faults.push(format!("minimum {resource} usage per {kind} is {bound}, but limit is {shown}"));
            }
            _ => {}
        }
    }
    for (resource, bound) in amounts(item, "max") {
        let Some(most) = quantity(&bound) else { continue };
        let (request, limit) = (read(requests, &resource), read(limits, &resource));
        let asked = if kind == "PersistentVolumeClaim" { request.clone() } else { limit };
        match (&asked, &request) {
            (None, _) => faults.push(format!("maximum {resource} usage per {kind} is {bound}.  No limit is specified")),
            (Some((given, shown)), _) if *given > most => {
                let word = if kind == "PersistentVolumeClaim" { "request" } else { "limit" };
                faults.push(format!("maximum {resource} usage per {kind} is {bound}, but {word} is {shown}"));
            }
            (_, Some((given, shown))) if *given > most => {
                faults.push(format!("maximum {resource} usage per {kind} is {bound}, but request is {shown}"));
            }
            _ => {}
        }
    }
    for (resource, bound) in amounts(item, "maxLimitRequestRatio") {
        let Some(most) = quantity(&bound) else { continue };
        let (Some((request, _)), Some((limit, _))) = (read(requests, &resource), read(limits, &resource)) else {
            faults.push(format!("{resource} max limit to request ratio per {kind} is {bound}, but no request is specified or request is 0"));
            continue;
        };
        let ratio = limit.as_f64() / request.as_f64();
        if request.is_zero() {
            faults.push(format!("{resource} max limit to request ratio per {kind} is {bound}, but no request is specified or request is 0"));
        } else if ratio > most.as_f64() {
            faults.push(format!(
                "{resource} max limit to request ratio per {kind} is {bound}, but provided ratio is {ratio:.6}"
            ));
        }
    }
}

/// What a whole pod asks for: the sum of its containers, or its largest init container.
fn total(pod: &Value, field: &str) -> Amounts {
    let mut sum: BTreeMap<String, Quantity> = BTreeMap::new();
    for container in pod.items(&["spec", "containers"]) {
        for (resource, amount) in resources(container, &["resources", field]) {
            if let Some(amount) = quantity(&amount) {
                sum.entry(resource).and_modify(|own| own.add(amount)).or_insert(amount);
            }
        }
    }
    for container in pod.items(&["spec", "initContainers"]) {
        for (resource, amount) in resources(container, &["resources", field]) {
            if let Some(amount) = quantity(&amount) {
                match sum.get(&resource) {
                    Some(own) if *own >= amount => {}
                    _ => drop(sum.insert(resource, amount)),
                }
            }
        }
    }
    sum.into_iter().map(|(resource, amount)| (resource, amount.to_string())).collect()
}
