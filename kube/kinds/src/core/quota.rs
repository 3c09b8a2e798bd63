//! ResourceQuotas and LimitRanges.
//!
//! As upstream: ValidateResourceQuota and ValidateLimitRange of pkg/apis/core/validation, printResourceQuota.

use std::collections::BTreeSet;

use kube_api::field::{ErrorList, Path};
use kube_api::quantity::Quantity;
use kube_api::value::{Object, Value};

use crate::check::{Faults, IMMUTABLE, each, entries, part, quantity, some, text, texts};
use crate::core::pod::resources;
use crate::defaults::each_mut;
use crate::formats;
use crate::hooks::{Column, Done, Extent, Hooks, Print, Row, Strategy, Subresource};
use crate::print;

pub(super) const RESOURCE_QUOTA: Row = Row {
    group: "",
    kind: "ResourceQuota",
    hooks: Hooks {
        strategy: Strategy { reset: &[&["status"]], ..Strategy::PLAIN },
        validate_create: |object| quota(part(object, "spec")),
        validate_update: |new, old| {
            let mut errors = quota(part(new, "spec"));
            let set = |object: &Value| -> BTreeSet<String> {
                texts(part(object, "spec"), "scopes").into_iter().map(str::to_owned).collect()
            };
            if set(new) != set(old) {
                let scopes = new.pointer(&["spec", "scopes"]).cloned().unwrap_or_default();
                errors.invalid(&Path::new("spec").child("scopes"), scopes, IMMUTABLE);
            }
            errors
        },
        subresources: &[Subresource { validate: status, ..Subresource::STATUS }],
        columns: &[Column::NAME, Column::text("Request"), Column::text("Limit"), Column::AGE],
        cells,
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

pub(super) const LIMIT_RANGE: Row = Row {
    group: "",
    kind: "LimitRange",
    hooks: Hooks {
        default: default_limits,
        validate_create: limits,
        validate_update: |new, _| limits(new),
        columns: &[Column::NAME, Column { format: "", ..Column::text("Created At") }],
        cells: |object, _| {
            vec![print::name(object), object.text(&["metadata", "creationTimestamp"]).unwrap_or("").into()]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

fn is_quota_name(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "cpu",
        "memory",
        "ephemeral-storage",
        "requests.cpu",
        "requests.memory",
        "requests.storage",
        "requests.ephemeral-storage",
        "limits.cpu",
        "limits.memory",
        "limits.ephemeral-storage",
        "pods",
        "resourcequotas",
        "services",
        "replicationcontrollers",
        "secrets",
        "persistentvolumeclaims",
        "configmaps",
        "services.nodeports",
        "services.loadbalancers",
    ];
    NAMES.contains(&name) || resources::is_hugepages(name) || name.starts_with("requests.hugepages-")
}

fn quota_amounts(owner: &Value, lists: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    for list in lists {
        entries(owner, list, at, |name, amount, at| {
            resources::resource_name(name, at, errors);
            if !name.contains('/') && !is_quota_name(name) {
                errors.invalid(at, name, "must be a standard resource for quota");
            }
            resources::amount(name, amount, at, errors);
        });
    }
}

const SCOPES: &[&str] = &[
    "Terminating",
    "NotTerminating",
    "BestEffort",
    "NotBestEffort",
    "PriorityClass",
    "VolumeAttributesClass",
    "CrossNamespacePodAffinity",
];

fn scope_fits(scope: &str, resource: &str) -> bool {
    let compute =
        ["cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory"].contains(&resource);
    match scope {
        "BestEffort" => resource == "pods",
        "VolumeAttributesClass" => matches!(resource, "persistentvolumeclaims" | "requests.storage"),
        "Terminating" | "NotTerminating" | "NotBestEffort" | "PriorityClass" | "CrossNamespacePodAffinity" => {
            resource == "pods" || compute
        }
        _ => true,
    }
}

fn conflicting(scopes: &[&str]) -> usize {
    let pairs = [("BestEffort", "NotBestEffort"), ("Terminating", "NotTerminating")];
    pairs.iter().filter(|(one, other)| scopes.contains(one) && scopes.contains(other)).count()
}

fn quota(spec: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    quota_amounts(spec, &["hard"], &at, &mut errors);
    let hard: Vec<&str> = spec
        .get("hard")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(Object::keys)
        .map(|key| key.as_str())
        .collect();
    let unfit = |scope: &str| hard.iter().filter(|name| is_quota_name(name) && !scope_fits(scope, name)).count();
    let scopes = texts(spec, "scopes");
    let shown = || spec.get("scopes").cloned().unwrap_or_default();
    let at_scopes = at.child("scopes");
    for scope in &scopes {
        if !SCOPES.contains(scope) {
            errors.invalid(&at_scopes, shown(), "unsupported scope");
        }
        for _ in 0..unfit(scope) {
            errors.invalid(&at_scopes, shown(), "unsupported scope applied to resource");
        }
    }
    for _ in 0..conflicting(&scopes) {
        errors.invalid(&at_scopes, shown(), "conflicting scopes");
    }
    let Some(selector) = some(spec, "scopeSelector") else { return errors };
    let at_selector = at.child("scopeSelector");
    let at = at_selector.child("matchExpressions");
    let mut named: Vec<&str> = Vec::new();
    for item in selector.items(&["matchExpressions"]) {
        let (scope, operator) = (text(item, "scopeName"), text(item, "operator"));
        let values = item.items(&["values"]);
        if !SCOPES.contains(&scope) {
            errors.invalid(&at.child("scopeName"), scope, "unsupported scope");
        }
        for _ in 0..unfit(scope) {
            errors.invalid(&at, selector.clone(), "unsupported scope applied to resource");
        }
        let bare = !matches!(scope, "PriorityClass" | "VolumeAttributesClass") && SCOPES.contains(&scope);
        if bare && operator != "Exists" {
            errors.invalid(
                &at.child("operator"),
                operator,
                "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, \
                 ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or \
                 ResourceQuotaScopeCrossNamespacePodAffinity",
            );
        }
        match operator {
            "In" | "NotIn" if values.is_empty() => errors.required(
                &at.child("values"),
                "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector",
            ),
            "Exists" | "DoesNotExist" if !values.is_empty() => errors.invalid(
                &at.child("values"),
                Value::from(values.to_vec()),
                "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector",
            ),
            "In" | "NotIn" | "Exists" | "DoesNotExist" => {}
            other => errors.invalid(&at.child("operator"), other, "not a valid selector operator"),
        }
        named.push(scope);
    }
    for _ in 0..conflicting(&named) {
        errors.invalid(&at, shown(), "conflicting scopes");
    }
    errors
}

fn status(new: &Value, _: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    quota_amounts(part(new, "status"), &["hard", "used"], &Path::new("status"), &mut errors);
    errors
}

fn cells(object: &Value, print: &Print) -> Vec<Value> {
    let status = part(object, "status");
    let (mut requests, mut limits): (Vec<String>, Vec<String>) = Default::default();
    let mut names: Vec<(&str, &Value)> = status
        .get("hard")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|hard| hard.iter())
        .map(|(name, amount)| (name.as_str(), amount))
        .collect();
    names.sort_by_key(|(name, _)| *name);
    for (name, hard) in names {
        let used = status.pointer(&["used", name]).map(quantity).unwrap_or(Quantity::ZERO);
        let shown = format!("{name}: {used}/{}", quantity(hard));
        if name.starts_with("limits.") { limits.push(shown) } else { requests.push(shown) }
    }
    vec![print::name(object), requests.join(", ").into(), limits.join(", ").into(), print::age(object, print)]
}

fn default_limits(object: &mut Value) {
    let Some(spec) = object.get_mut("spec") else { return };
    each_mut(spec, "limits", |limit| {
        for list in ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"] {
            resources::round(limit, list);
        }
        if text(limit, "type") != "Container" {
            return;
        }
        for (into, from) in [("default", "max"), ("defaultRequest", "default"), ("defaultRequest", "min")] {
            let source = limit.get(from).and_then(Value::as_object).cloned().unwrap_or_default();
            for (name, amount) in source {
                if limit.pointer(&[into, name.as_str()]).is_none() {
                    limit.set_pointer(&[into, name.as_str()], amount);
                }
            }
        }
    });
}

fn limits(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let mut kinds: Vec<String> = Vec::new();
    each(part(object, "spec"), "limits", &at, |_, limit, at| {
        let kind = text(limit, "type");
        let before = errors.len();
        errors.form(&at.child("type"), kind, formats::qualified_name);
        if errors.len() == before
            && !kind.contains('/')
            && !["Pod", "Container", "PersistentVolumeClaim"].contains(&kind)
        {
            errors.invalid(&at.child("type"), kind, "must be a standard limit type or fully qualified");
        }
        if kinds.iter().any(|other| other == kind) {
            errors.duplicate(&at.child("type"), kind);
        }
        kinds.push(kind.to_owned());
        limit_range(limit, kind, at, &mut errors);
    });
    errors
}

fn limit_range(limit: &Value, kind: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let mut names: BTreeSet<String> = BTreeSet::new();
    for list in ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"] {
        if kind == "Pod" && list.starts_with("default") {
            if limit.get(list).and_then(Value::as_object).is_some_and(|amounts| !amounts.is_empty()) {
                errors.forbidden(&at.child(list), "may not be specified when `type` is 'Pod'");
            }
            continue;
        }
        entries(limit, list, at, |name, _, at| {
            let empty = Object::from_iter([("limits", Value::Object(Object::from_iter([(name, Value::from("0"))])))]);
            if matches!(kind, "Pod" | "Container") {
                let mut found = ErrorList::new();
                resources::container(&Value::Object(empty), &[], &Path::ROOT, &mut found);
                for mut error in found.into_iter().filter(|error| error.value.is_some()) {
                    error.field = at.to_string();
                    errors.push(error);
                }
            } else {
                resources::resource_name(name, at, errors);
            }
            names.insert(name.to_owned());
        });
    }
    if kind == "PersistentVolumeClaim" && ["min", "max"].iter().all(|list| limit.pointer(&[list, "storage"]).is_none())
    {
        errors.required(
            &at.child("limits"),
            "either minimum or maximum storage value is required, but neither was provided",
        );
    }
    for name in &names {
        compare(limit, name, at, errors);
    }
}

fn compare(limit: &Value, name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let of = |list: &str| limit.pointer(&[list, name]).map(quantity);
    let rules = [
        ("min", "max", "min", "min", "min value", "max value"),
        ("min", "defaultRequest", "defaultRequest", "defaultRequest", "min value", "default request value"),
        ("defaultRequest", "max", "defaultRequest", "defaultRequest", "default request value", "max value"),
        (
            "defaultRequest",
            "default",
            "defaultRequest",
            "defaultRequest",
            "default request value",
            "default limit value",
        ),
        ("min", "default", "default", "min", "min value", "default value"),
        ("default", "max", "default", "max", "default value", "max value"),
    ];
    for (low, high, path, shown, low_name, high_name) in rules {
        if let (Some(a), Some(b)) = (of(low), of(high))
            && a > b
        {
            let shown = of(shown).unwrap_or(Quantity::ZERO).to_string();
            errors.invalid(&at.child(path).key(name), shown, format!("{low_name} {a} is greater than {high_name} {b}"));
        }
    }
    if let Some(ratio) = of("maxLimitRequestRatio") {
        let at = at.child("maxLimitRequestRatio");
        if ratio.milli_value() < 1000 {
            errors.invalid(&at.key(name), ratio.to_string(), format!("ratio {ratio} is less than 1"));
        }
        if let (Some(min), Some(max)) = (of("min"), of("max"))
            && ratio.as_f64() > max.as_f64() / min.as_f64()
        {
            errors.invalid(
                &at.key(name),
                ratio.to_string(),
                format!("ratio {ratio} is greater than max/min = {:.6}", max.as_f64() / min.as_f64()),
            );
        }
    }
    let fixed = resources::is_hugepages(name) || name.contains('/');
    if let (Some(default), Some(request)) = (of("default"), of("defaultRequest"))
        && fixed
        && default != request
    {
        errors.invalid(
            &at.child("defaultRequest").key(name),
            request.to_string(),
            format!("default value {default} must equal to defaultRequest value {request} in {name}"),
        );
    }
}
