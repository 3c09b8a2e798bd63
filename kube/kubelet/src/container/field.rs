//! What a fieldRef or resourceFieldRef says, for environments and downward files. Pure.
//!
//! As upstream: pkg/fieldpath, pkg/api/v1/resource.

use std::collections::BTreeMap;

use kube_api::types::core::{Container, Pod, ResourceFieldSelector};

use super::quantity;

/// What a pod can be told about the node it runs on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Place {
    pub(crate) node: String,
    pub(crate) host_ips: Vec<String>,
    pub(crate) pod_ips: Vec<String>,
    /// What the node can give away, for limits that nobody set.
    pub(crate) cpu_milli: i64,
    pub(crate) memory: i64,
    pub(crate) storage: i64,
}

pub(crate) fn field(pod: &Pod, place: &Place, path: &str) -> Result<String, String> {
    let meta = &pod.metadata;
    if let Some((map, key)) = path.strip_suffix("']").and_then(|path| path.split_once("['")) {
        return match map {
            "metadata.labels" => Ok(meta.labels.get(key).cloned().unwrap_or_default()),
            "metadata.annotations" => Ok(meta.annotations.get(key).cloned().unwrap_or_default()),
            _ => Err(format!("fieldPath {path:?} does not support subscript")),
        };
    }
    Ok(match path {
        "metadata.name" => meta.name.clone(),
        "metadata.namespace" => meta.namespace.clone(),
        "metadata.uid" => meta.uid.clone(),
        "metadata.labels" => format_map(&meta.labels),
        "metadata.annotations" => format_map(&meta.annotations),
        "spec.nodeName" => place.node.clone(),
        "spec.serviceAccountName" => pod.spec.service_account_name.clone(),
        "status.hostIP" => place.host_ips.first().cloned().unwrap_or_default(),
        "status.hostIPs" => place.host_ips.join(","),
        "status.podIP" => place.pod_ips.first().cloned().unwrap_or_default(),
        "status.podIPs" => place.pod_ips.join(","),
        _ => return Err(format!("unsupported fieldPath: {path}")),
    })
}

pub(crate) fn resource(
    pod: &Pod,
    own: &Container,
    place: &Place,
    selector: &ResourceFieldSelector,
) -> Result<String, String> {
    let name = &selector.container_name;
    let mut all = pod.spec.init_containers.iter().chain(&pod.spec.containers);
    let container = if name.is_empty() {
        own
    } else {
        all.find(|it| &it.name == name).ok_or_else(|| format!("container {name} not found"))?
    };
    let divisor = Some(&selector.divisor).filter(|divisor| !divisor.string.is_empty() && divisor.string != "0");
    let resources = &container.resources;
    let (list, resource) = selector
        .resource
        .split_once('.')
        .ok_or_else(|| format!("unsupported container resource : {}", selector.resource))?;
    let given = match list {
        "limits" => resources.limits.get(resource),
        "requests" => resources.requests.get(resource),
        _ => return Err(format!("unsupported container resource : {}", selector.resource)),
    };
    let fallback = |node: i64| if list == "limits" { node } else { 0 };
    if resource == "cpu" {
        let milli = given.and_then(quantity::milli).filter(|milli| *milli > 0).unwrap_or(fallback(place.cpu_milli));
        let by = divisor.and_then(quantity::milli).unwrap_or(1000).max(1);
        return Ok(((milli + by - 1) / by).to_string());
    }
    let node = match resource {
        "memory" => place.memory,
        "ephemeral-storage" => place.storage,
        _ if resource.starts_with("hugepages-") => 0,
        _ => return Err(format!("unsupported container resource : {}", selector.resource)),
    };
    let value = given.and_then(quantity::value).filter(|value| *value > 0).unwrap_or(fallback(node));
    let by = divisor.and_then(quantity::value).unwrap_or(1).max(1);
    Ok((value.saturating_add(by - 1) / by).to_string())
}

/// `key="value"` lines, sorted, the value quoted as Go quotes.
fn format_map(map: &BTreeMap<String, String>) -> String {
    map.iter().map(|(key, value)| format!("{key}={}", go_quote(value))).collect::<Vec<_>>().join("\n")
}

fn go_quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\u{b}' => out.push_str("\\v"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => out.push_str(&format!("\\x{:02x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
