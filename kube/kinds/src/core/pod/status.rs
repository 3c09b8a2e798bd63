//! What the kubelet may write into a pod's status.
//!
//! As upstream: ValidatePodStatusUpdate of pkg/apis/core/validation.

use std::net::IpAddr;

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use super::update::annotation_updates;
use crate::check::{Faults, each, int, legacy_ip, part, text};
use crate::formats;

pub(super) fn validate(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    annotation_updates(new, old, &mut errors);
    let at = Path::new("status");
    let (status, before) = (part(new, "status"), part(old, "status"));
    conditions(status, &at, &mut errors);
    if text(part(new, "spec"), "nodeName") != text(part(old, "spec"), "nodeName") {
        errors.forbidden(&at.child("nodeName"), "may not be changed directly");
    }
    let nominated = text(status, "nominatedNodeName");
    if !nominated.is_empty() && nominated != text(before, "nominatedNodeName") {
        errors.form(&at.child("nominatedNodeName"), nominated, formats::dns_subdomain);
        if !text(part(old, "spec"), "nodeName").is_empty() {
            errors.forbidden(&at.child("nominatedNodeName"), "may not be set on pods that are already bound to a node");
        }
    }
    let seen = int(status, "observedGeneration");
    if seen < 0 {
        errors.invalid(&at.child("observedGeneration"), seen, "must be a non-negative integer");
    }
    errors.immutable(status, before, "qosClass", &at);
    for (list, always) in
        [("containerStatuses", false), ("initContainerStatuses", false), ("ephemeralContainerStatuses", true)]
    {
        transitions(status, before, list, always, part(old, "spec"), &at, &mut errors);
    }
    addresses(status, before, "podIPs", &at, &mut errors);
    let hosts = status.items(&["hostIPs"]);
    if let Some(first) = hosts.first()
        && text(first, "ip") != text(status, "hostIP")
    {
        let list = at.child("hostIPs");
        errors.invalid(&list.index(0).child("ip"), text(first, "ip"), "must be equal to `hostIP`");
    }
    addresses(status, before, "hostIPs", &at, &mut errors);
    errors
}

fn conditions(status: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    each(status, "conditions", at, |_, condition, at| {
        let seen = int(condition, "observedGeneration");
        if seen < 0 {
            errors.invalid(&at.child("observedGeneration"), seen, "must be a non-negative integer");
        }
        let kind = text(condition, "type");
        if !matches!(kind, "PodScheduled" | "Ready" | "Initialized") {
            errors.form(&at.child("Type"), kind, formats::qualified_name);
        }
    });
}

/// A container that ended for good does not run again.
fn transitions(
    status: &Value,
    before: &Value,
    list: &str,
    for_good: bool,
    spec: &Value,
    at: &Path<'_>,
    errors: &mut ErrorList,
) {
    let restarts = text(spec, "restartPolicy");
    if restarts == "Always" && !for_good {
        return;
    }
    let rules = |name: &str| {
        ["containers", "initContainers"]
            .iter()
            .flat_map(|list| spec.items(&[list]))
            .find(|container| text(container, "name") == name)
            .is_some_and(|container| !text(container, "restartPolicy").is_empty())
    };
    each(before, list, at, |_, old, at| {
        let Some(end) = old.pointer(&["state", "terminated"]).filter(|end| !end.is_null()) else { return };
        let name = text(old, "name");
        if !for_good && ((int(end, "exitCode") != 0 && restarts == "OnFailure") || rules(name)) {
            return;
        }
        let runs = status
            .items(&[list])
            .iter()
            .any(|new| text(new, "name") == name && new.pointer(&["state", "terminated"]).is_none_or(Value::is_null));
        if runs {
            errors.forbidden(&at.child("state"), "may not be transitioned to non-terminated state");
        }
    });
}

fn addresses(status: &Value, before: &Value, list: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let kept: Vec<&str> = before.items(&[list]).iter().map(|one| text(one, "ip")).collect();
    each(status, list, at, |_, one, at| legacy_ip(text(one, "ip"), &kept, at, errors));
    let items = status.items(&[list]);
    let parsed: Vec<IpAddr> = items.iter().filter_map(|one| text(one, "ip").parse().ok()).collect();
    let dual = parsed.iter().any(IpAddr::is_ipv4) && parsed.iter().any(IpAddr::is_ipv6);
    if items.len() > 1 && (!dual || items.len() > 2) {
        errors.invalid(
            &at.child(list),
            Value::from(items.to_vec()),
            "may specify no more than one IP for each IP family",
        );
    }
}
