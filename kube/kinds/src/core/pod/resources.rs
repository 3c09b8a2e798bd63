//! Amounts of resources: which names there are, what a container's and a pod's requirements must keep to, and what
//! containers add up to.
//!
//! As upstream: validateResourceRequirements of pkg/apis/core/validation, component-helpers/resource.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::quantity::Quantity;
use kube_api::value::Value;

use crate::check::{Faults, NEGATIVE, each, entries, part, quantity, some, text};
use crate::formats;

const HUGEPAGES: &str = "hugepages-";

pub(crate) fn is_hugepages(name: &str) -> bool {
    name.starts_with(HUGEPAGES)
}

/// Names without a domain that mean something somewhere.
pub(crate) fn is_standard(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "cpu",
        "memory",
        "ephemeral-storage",
        "requests.cpu",
        "requests.memory",
        "requests.ephemeral-storage",
        "limits.cpu",
        "limits.memory",
        "limits.ephemeral-storage",
        "pods",
        "resourcequotas",
        "services",
        "replicationcontrollers",
        "secrets",
        "configmaps",
        "persistentvolumeclaims",
        "storage",
        "requests.storage",
        "services.nodeports",
        "services.loadbalancers",
    ];
    NAMES.contains(&name) || is_hugepages(name) || name.starts_with("requests.hugepages-")
}

fn is_standard_for_containers(name: &str) -> bool {
    matches!(name, "cpu" | "memory" | "ephemeral-storage") || is_hugepages(name)
}

/// Names of the cluster itself: without a domain, or in kubernetes.io.
pub(crate) fn is_native(name: &str) -> bool {
    !name.contains('/') || name.contains("kubernetes.io/")
}

/// Names of devices and the like, which plugins bring.
pub(crate) fn is_extended(name: &str) -> bool {
    !is_native(name)
        && !name.starts_with("requests.")
        && formats::qualified_name(&format!("requests.{name}")).is_empty()
}

fn overcommits(name: &str) -> bool {
    is_native(name) && !is_hugepages(name)
}

/// Whether a pod as a whole may ask for it.
pub(crate) fn pod_level(name: &str) -> bool {
    matches!(name, "cpu" | "memory") || is_hugepages(name)
}

/// Whether amounts come in whole numbers only.
fn is_whole(name: &str) -> bool {
    is_extended(name)
        || matches!(
            name,
            "pods"
                | "resourcequotas"
                | "services"
                | "replicationcontrollers"
                | "secrets"
                | "configmaps"
                | "persistentvolumeclaims"
                | "services.nodeports"
                | "services.loadbalancers"
        )
}

/// Amounts finer than a thousandth are rounded up, as older stores held them.
pub(crate) fn round(owner: &mut Value, list: &str) {
    let Some(amounts) = owner.get_mut(list).and_then(Value::as_object_mut) else { return };
    for amount in amounts.values_mut() {
        let exact = quantity(amount);
        let thousandths = Quantity::milli(exact.milli_value(), exact.format());
        if thousandths != exact {
            *amount = thousandths.to_string().into();
        }
    }
}

/// A name that is standard or fully qualified.
pub(crate) fn resource_name(name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let before = errors.len();
    errors.form(at, name, formats::qualified_name);
    if errors.len() == before && !name.contains('/') && !is_standard(name) {
        errors.invalid(at, name, "must be a standard resource type or fully qualified");
    }
}

pub(crate) fn container_resource_name(name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    resource_name(name, at, errors);
    if !name.contains('/') {
        if !is_standard_for_containers(name) {
            errors.invalid(at, name, "must be a standard resource for containers");
        }
    } else if !is_native(name) && !is_extended(name) {
        errors.invalid(at, name, "doesn't follow extended resource name standard");
    }
}

fn pod_resource_name(name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let before = errors.len();
    resource_name(name, at, errors);
    if errors.len() == before && !pod_level(name) {
        errors.not_supported(at, name, &["cpu", "hugepages-", "memory"]);
    }
}

/// An amount: not negative, whole where the resource is counted.
pub(crate) fn amount(name: &str, value: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let amount = quantity(value);
    if amount.is_negative() {
        errors.invalid(at, amount.to_string(), NEGATIVE);
    }
    if is_whole(name) && !amount.is_whole() {
        errors.invalid(at, amount.to_string(), "must be an integer");
    }
}

fn whole_pages(name: &str, value: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let amount = quantity(value);
    let page = name.strip_prefix(HUGEPAGES).and_then(|size| Quantity::parse(size).ok());
    let page = page.filter(|page| page.is_whole() && !page.is_negative() && !page.is_zero());
    if page.is_none_or(|page| amount.value() % page.value() != 0) {
        errors.invalid(at, amount.to_string(), format!("{amount} is not positive integer multiple of {name}"));
    }
}

/// Requirements of a container.
pub(crate) fn container(requirements: &Value, claims: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    validate(requirements, container_resource_name, claims, at, errors);
}

type NameCheck = fn(&str, &Path<'_>, &mut ErrorList);

fn validate(requirements: &Value, name_check: NameCheck, claims: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    let (mut compute, mut pages) = (false, false);
    let mut one = |name: &str, value: &Value, at: &Path<'_>, errors: &mut ErrorList| {
        name_check(name, at, errors);
        amount(name, value, at, errors);
        compute |= matches!(name, "cpu" | "memory");
        if is_hugepages(name) {
            pages = true;
        }
    };
    entries(requirements, "limits", at, |name, value, at| {
        one(name, value, at, errors);
        if is_hugepages(name) {
            whole_pages(name, value, at, errors);
        }
    });
    let (limits_at, requests_at) = (at.child("limits"), at.child("requests"));
    entries(requirements, "requests", at, |name, value, at| {
        one(name, value, at, errors);
        let asked = quantity(value);
        match requirements.pointer(&["limits", name]).map(quantity) {
            Some(limit) if asked != limit && !overcommits(name) => {
                errors.invalid(&requests_at, asked.to_string(), format!("must be equal to {name} limit of {limit}"));
            }
            Some(limit) if asked > limit => errors.invalid(
                &requests_at,
                asked.to_string(),
                format!("must be less than or equal to {name} limit of {limit}"),
            ),
            None if !overcommits(name) => {
                errors.required(&limits_at, "Limit must be set for non overcommitable resources");
            }
            _ => {}
        }
        if is_hugepages(name) {
            whole_pages(name, value, at, errors);
        }
    });
    if pages && !compute {
        errors.forbidden(at, "HugePages require cpu or memory");
    }
    claim_names(requirements, claims, at, errors);
}

fn claim_names(requirements: &Value, claims: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    let mut seen: Vec<String> = Vec::new();
    each(requirements, "claims", at, |_, item, at| {
        let (name, request) = (text(item, "name"), text(item, "request"));
        if name.is_empty() {
            errors.required(at, "");
            return;
        }
        if seen.iter().any(|key| key == name) {
            errors.duplicate(at, name);
        } else {
            let mut key = name.to_owned();
            if !request.is_empty() {
                errors.form(&at.child("request"), request, formats::dns_label);
                key = format!("{name}/{request}");
            }
            let whole_after_part =
                request.is_empty() && seen.iter().any(|other| other.split_once('/').is_some_and(|(of, _)| of == name));
            if seen.contains(&key) || whole_after_part {
                errors.duplicate(at, key.clone());
            }
            seen.push(key);
        }
        if !claims.contains(&name) {
            let mut sorted = claims.to_vec();
            sorted.sort_unstable();
            let mut error = FieldError::not_found(at, name);
            error.detail = match sorted.as_slice() {
                [] => "must be one of the names in pod.spec.resourceClaims which is empty".to_owned(),
                names => format!("must be one of the names in pod.spec.resourceClaims: {}", names.join(", ")),
            };
            errors.push(error);
        }
    });
}

/// Requirements of the pod as a whole.
pub(super) fn pod(spec: &Value, claims: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    let Some(resources) = some(spec, "resources") else { return };
    let at = at.child("resources");
    if text(part(spec, "os"), "name") == "windows" {
        errors.forbidden(&at, "may not be set for a windows pod");
        return;
    }
    if some(resources, "claims").is_some() {
        errors.forbidden(&at.child("claims"), "claims may not be set for Resources at pod-level");
    }
    validate(resources, pod_resource_name, claims, &at, errors);
    let (requests, limits) = (at.child("requests"), at.child("limits"));
    for (name, total) in aggregate(spec, "requests") {
        if let Some(own) = resources.pointer(&["requests", &name]).map(quantity)
            && total > own
        {
            errors.invalid(
                &requests.key(&name),
                own.to_string(),
                format!("must be greater than or equal to aggregate container requests of {total}"),
            );
        }
    }
    for (name, total) in aggregate(spec, "limits").into_iter().filter(|(name, _)| is_hugepages(name)) {
        if let Some(own) = resources.pointer(&["limits", &name]).map(quantity)
            && total > own
        {
            errors.invalid(
                &limits.key(&name),
                own.to_string(),
                format!("must be greater than or equal to aggregate container limits of {total}"),
            );
        }
    }
    let containers = at.child("containers");
    for (index, container) in spec.items(&["containers"]).iter().enumerate() {
        let of = containers.index(index);
        for (name, value) in
            container.pointer(&["resources", "limits"]).and_then(Value::as_object).into_iter().flat_map(|o| o.iter())
        {
            let limit = quantity(value);
            if let Some(own) = resources.pointer(&["limits", name.as_str()]).map(quantity)
                && limit > own
            {
                errors.invalid(
                    &of.key(name.as_str()).child("limits"),
                    limit.to_string(),
                    format!("must be less than or equal to pod limits of {own}"),
                );
            }
        }
    }
}

/// What the containers of a pod need together: the sum of those that run at once, or the largest of those that run
/// before; sidecars count from when they start.
pub(crate) fn aggregate(spec: &Value, list: &str) -> Vec<(String, Quantity)> {
    let mut total: Vec<(String, Quantity)> = Vec::new();
    let of = |container: &Value| -> Vec<(String, Quantity)> {
        let amounts = container.pointer(&["resources", list]).and_then(Value::as_object);
        amounts
            .into_iter()
            .flat_map(|object| object.iter())
            .map(|(name, value)| (name.to_string(), quantity(value)))
            .collect()
    };
    let add = |into: &mut Vec<(String, Quantity)>, more: &[(String, Quantity)]| {
        for (name, amount) in more {
            match into.iter_mut().find(|(other, _)| other == name) {
                Some((_, sum)) => sum.add(*amount),
                None => into.push((name.clone(), *amount)),
            }
        }
    };
    for container in spec.items(&["containers"]) {
        add(&mut total, &of(container));
    }
    let mut sidecars: Vec<(String, Quantity)> = Vec::new();
    let mut peak: Vec<(String, Quantity)> = Vec::new();
    for container in spec.items(&["initContainers"]) {
        let mut needs = of(container);
        if text(container, "restartPolicy") == "Always" {
            add(&mut total, &needs);
            add(&mut sidecars, &needs);
            needs = sidecars.clone();
        } else {
            add(&mut needs, &sidecars);
        }
        raise(&mut peak, &needs);
    }
    raise(&mut total, &peak);
    total.sort_by(|a, b| a.0.cmp(&b.0));
    total
}

fn raise(into: &mut Vec<(String, Quantity)>, other: &[(String, Quantity)]) {
    for (name, amount) in other {
        match into.iter_mut().find(|(known, _)| known == name) {
            Some((_, most)) if *amount > *most => *most = *amount,
            Some(_) => {}
            None => into.push((name.clone(), *amount)),
        }
    }
}

/// The quality of service that a pod's requests and limits give it.
///
/// As upstream: pkg/apis/core/v1/helper/qos.
pub(crate) fn quality_of_service(spec: &Value) -> &'static str {
    let lists = |list: &str| -> Vec<(String, Quantity)> {
        if let Some(own) = some(spec, "resources") {
            let amounts = own.get(list).and_then(Value::as_object);
            return compute(amounts);
        }
        Vec::new()
    };
    if some(spec, "resources").is_some() {
        let (requests, limits) = (lists("requests"), lists("limits"));
        return class(&requests, &limits, limits.len() == 2);
    }
    let mut requests: Vec<(String, Quantity)> = Vec::new();
    let mut limits: Vec<(String, Quantity)> = Vec::new();
    let mut all_limited = true;
    for container in spec.items(&["containers"]).iter().chain(spec.items(&["initContainers"])) {
        let list = |name: &str| compute(container.pointer(&["resources", name]).and_then(Value::as_object));
        let (asked, limited) = (list("requests"), list("limits"));
        all_limited &= limited.len() == 2;
        for (into, from) in [(&mut requests, asked), (&mut limits, limited)] {
            for (name, amount) in from {
                match into.iter_mut().find(|(other, _)| *other == name) {
                    Some((_, sum)) => sum.add(amount),
                    None => into.push((name, amount)),
                }
            }
        }
    }
    class(&requests, &limits, all_limited)
}

fn compute(amounts: Option<&kube_api::value::Object>) -> Vec<(String, Quantity)> {
    amounts
        .into_iter()
        .flat_map(|object| object.iter())
        .filter(|(name, _)| matches!(name.as_str(), "cpu" | "memory"))
        .map(|(name, value)| (name.to_string(), quantity(value)))
        .filter(|(_, amount)| !amount.is_zero())
        .collect()
}

fn class(requests: &[(String, Quantity)], limits: &[(String, Quantity)], all_limited: bool) -> &'static str {
    if requests.is_empty() && limits.is_empty() {
        return "BestEffort";
    }
    let equal = requests.len() == limits.len()
        && requests.iter().all(|(name, amount)| limits.iter().any(|(other, limit)| other == name && limit == amount));
    if all_limited && equal { "Guaranteed" } else { "Burstable" }
}
