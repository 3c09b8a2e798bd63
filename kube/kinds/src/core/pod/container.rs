//! Containers of a pod: names, images, ports, environment, mounts, probes, hooks, restart rules.
//!
//! As upstream: validateContainers, validateInitContainers, validateEphemeralContainers of pkg/apis/core/validation.

use std::collections::BTreeSet;

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use super::probe;
use super::resources;
use super::security;
use super::spec::Pod;
use super::volume::{descending_path, no_backsteps, object_field};
use crate::check::{Faults, each, int, part, quantity, some, text};
use crate::formats;

pub(super) const PULL_POLICIES: &[&str] = &["Always", "IfNotPresent", "Never"];
pub(super) const PROTOCOLS: &[&str] = &["SCTP", "TCP", "UDP"];

/// The ordinary containers.
pub(super) fn containers(spec: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let list = at.child("containers");
    if spec.items(&["containers"]).is_empty() {
        errors.required(&list, "");
        return;
    }
    let mut names: Vec<&str> = Vec::new();
    for (index, container) in spec.items(&["containers"]).iter().enumerate() {
        let at = list.index(index);
        common(container, pod, &at, errors);
        let name = text(container, "name");
        if names.contains(&name) {
            errors.duplicate(&at.child("name"), name);
        } else {
            names.push(name);
        }
        probe::lifecycle(container, pod, &at, errors);
        probe::probes(container, pod, &at, errors);
        restart_policy(container, &at, errors);
    }
    host_port_conflicts(spec.items(&["containers"]), &list, errors);
}

/// Containers that run before the others, and sidecars.
pub(super) fn init_containers(spec: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let list = at.child("initContainers");
    let mut names: Vec<&str> = spec.items(&["containers"]).iter().map(|container| text(container, "name")).collect();
    for (index, container) in spec.items(&["initContainers"]).iter().enumerate() {
        let at = list.index(index);
        common(container, pod, &at, errors);
        restart_policy(container, &at, errors);
        let name = text(container, "name");
        if names.contains(&name) {
            errors.duplicate(&at.child("name"), name);
        } else if !name.is_empty() {
            names.push(name);
        }
        host_port_conflicts(std::slice::from_ref(container), &list, errors);
        let sidecar = text(container, "restartPolicy") == "Always";
        if sidecar {
            probe::lifecycle(container, pod, &at, errors);
            probe::probes(container, pod, &at, errors);
        } else {
            for field in ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"] {
                if some(container, field).is_some() {
                    errors
                        .forbidden(&at.child(field), "may not be set for init containers without restartPolicy=Always");
                }
            }
            each(container, "resizePolicy", &at, |_, policy, at| {
                if text(policy, "restartPolicy") == "RestartContainer" {
                    errors.invalid(
                        &at.child("restartPolicy"),
                        "RestartContainer",
                        "must not be set to 'RestartContainer' for non-sidecar initContainers",
                    );
                }
            });
        }
    }
}

/// What an ephemeral container may say.
const EPHEMERAL_FIELDS: &[&str] = &[
    "name",
    "image",
    "command",
    "args",
    "workingDir",
    "envFrom",
    "env",
    "volumeMounts",
    "volumeDevices",
    "terminationMessagePath",
    "terminationMessagePolicy",
    "imagePullPolicy",
    "securityContext",
    "stdin",
    "stdinOnce",
    "tty",
    "targetContainerName",
];

/// Containers that were added to a running pod.
pub(super) fn ephemeral_containers(spec: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let others: Vec<&str> = ["containers", "initContainers"]
        .iter()
        .flat_map(|list| spec.items(&[list]))
        .map(|container| text(container, "name"))
        .collect();
    let mut names = others.clone();
    let list = at.child("ephemeralContainers");
    for (index, container) in spec.items(&["ephemeralContainers"]).iter().enumerate() {
        let at = list.index(index);
        common(container, pod, &at, errors);
        image_without_spaces(container, &at, errors);
        let name = text(container, "name");
        if names.contains(&name) {
            errors.duplicate(&at.child("name"), name);
        } else {
            names.push(name);
        }
        let target = text(container, "targetContainerName");
        if !target.is_empty() && !others.contains(&target) {
            errors.not_found(&at.child("targetContainerName"), target);
        }
        for (key, value) in container.as_object().into_iter().flat_map(|object| object.iter()) {
            if !EPHEMERAL_FIELDS.contains(&key.as_str()) && !value.is_zero() {
                errors.forbidden(&at.child(key.as_str()), "cannot be set for an Ephemeral Container");
            }
        }
        each(container, "volumeMounts", &at, |_, mount, at| {
            for field in ["subPath", "subPathExpr"] {
                if !text(mount, field).is_empty() {
                    errors.forbidden(&at.child(field), "cannot be set for an Ephemeral Container");
                }
            }
        });
    }
}

pub(super) fn image_without_spaces(container: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let image = text(container, "image");
    if image.trim().len() != image.len() {
        errors.invalid(&at.child("image"), image, "must not have leading or trailing whitespace");
    }
}

fn common(container: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    errors.named(container, "name", at, formats::dns_label);
    errors.present(container, "image", at);
    errors.required_one_of(container, "terminationMessagePolicy", at, &["File", "FallbackToLogsOnError"]);
    ports(container, at, errors);
    environment(container, at, errors);
    environment_from(container, at, errors);
    mounts(container, pod, at, errors);
    devices(container, pod, at, errors);
    errors.required_one_of(container, "imagePullPolicy", at, PULL_POLICIES);
    resources::container(part(container, "resources"), &pod.claims, &at.child("resources"), errors);
    resize_policy(container, pod, at, errors);
    security::container(container, pod.host_users, at, errors);
}

fn ports(container: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let mut names: Vec<String> = Vec::new();
    each(container, "ports", at, |_, port, at| {
        let name = text(port, "name");
        if !name.is_empty() {
            let faults = formats::port_name(name);
            if !faults.is_empty() {
                errors.form(&at.child("name"), name, formats::port_name);
            } else if names.iter().any(|other| other == name) {
                errors.duplicate(&at.child("name"), name);
            } else {
                names.push(name.to_owned());
            }
        }
        match int(port, "containerPort") {
            0 => errors.required(&at.child("containerPort"), ""),
            number => {
                for fault in formats::port_number(number) {
                    errors.invalid(&at.child("containerPort"), number, fault);
                }
            }
        }
        let host = int(port, "hostPort");
        if host != 0 {
            for fault in formats::port_number(host) {
                errors.invalid(&at.child("hostPort"), host, fault);
            }
        }
        errors.required_one_of(port, "protocol", at, PROTOCOLS);
    });
}

fn host_port_conflicts(containers: &[Value], at: &Path<'_>, errors: &mut ErrorList) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (index, container) in containers.iter().enumerate() {
        each(container, "ports", &at.index(index), |_, port, at| {
            let number = int(port, "hostPort");
            if number == 0 {
                return;
            }
            let place = format!("{}/{}/{number}", text(port, "protocol"), text(port, "hostIP"));
            if !taken.insert(place.clone()) {
                errors.duplicate(&at.child("hostPort"), place);
            }
        });
    }
}

const FIELD_PATHS: &[&str] = &[
    "metadata.name",
    "metadata.namespace",
    "metadata.uid",
    "spec.nodeName",
    "spec.serviceAccountName",
    "status.hostIP",
    "status.hostIPs",
    "status.podIP",
    "status.podIPs",
];

const RESOURCE_PATHS: &[&str] = &[
    "limits.cpu",
    "limits.ephemeral-storage",
    "limits.memory",
    "requests.cpu",
    "requests.ephemeral-storage",
    "requests.memory",
];

fn environment(container: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    each(container, "env", at, |_, variable, at| {
        errors.named(variable, "name", at, formats::environment_name);
        let Some(source) = some(variable, "valueFrom") else { return };
        let at = at.child("valueFrom");
        let mut sources = 0;
        if let Some(field) = some(source, "fieldRef") {
            sources += 1;
            object_field(field, FIELD_PATHS, &at.child("fieldRef"), errors);
        }
        if let Some(field) = some(source, "resourceFieldRef") {
            sources += 1;
            resource_field(field, false, &at.child("resourceFieldRef"), errors);
        }
        for key in ["configMapKeyRef", "secretKeyRef"] {
            if let Some(field) = some(source, key) {
                sources += 1;
                let at = at.child(key);
                errors.form(&at.child("name"), text(field, "name"), formats::dns_subdomain);
                errors.named(field, "key", &at, formats::config_key);
            }
        }
        if let Some(field) = some(source, "fileKeyRef") {
            sources += 1;
            let at = at.child("fileKeyRef");
            errors.named(field, "key", &at, formats::environment_name);
            errors.named(field, "volumeName", &at, formats::dns_label);
            match text(field, "path") {
                "" => errors.required(&at.child("path"), ""),
                path => no_backsteps(path, &at.child("path"), errors),
            }
        }
        if sources == 0 {
            errors.invalid(
                &at,
                "",
                "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`",
            );
        } else if !text(variable, "value").is_empty() {
            errors.invalid(&at, "", "may not be specified when `value` is not empty");
        } else if sources > 1 {
            errors.invalid(&at, "", "may not have more than one field specified at a time");
        }
    });
}

/// A reference to an amount of a container.
pub(super) fn resource_field(field: &Value, volume: bool, at: &Path<'_>, errors: &mut ErrorList) {
    let resource = text(field, "resource");
    if volume && text(field, "containerName").is_empty() {
        errors.required(&at.child("containerName"), "");
    } else if resource.is_empty() {
        errors.required(&at.child("resource"), "");
    } else if !RESOURCE_PATHS.contains(&resource)
        && !["requests.hugepages-", "limits.hugepages-"].iter().any(|prefix| resource.starts_with(prefix))
    {
        errors.not_supported(&at.child("resource"), resource, RESOURCE_PATHS);
    }
    let Some(divisor) = some(field, "divisor").map(quantity).filter(|divisor| !divisor.is_zero()) else { return };
    let divisor = divisor.to_string();
    let sizes =
        ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"].contains(&divisor.as_str());
    let of = match resource.split_once('.').map_or("", |(_, name)| name) {
        "cpu" => {
            if !matches!(divisor.as_str(), "1m" | "1") {
                errors.invalid(
                    &at.child("divisor"),
                    resource,
                    "only divisor's values 1m and 1 are supported with the cpu resource",
                );
            }
            return;
        }
        "memory" => "memory",
        "ephemeral-storage" => "local ephemeral storage",
        name if name.starts_with("hugepages-") => "hugepages",
        _ => return,
    };
    if !sizes {
        errors.invalid(
            &at.child("divisor"),
            resource,
            format!(
                "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei \
                 are supported with the {of} resource"
            ),
        );
    }
}

fn environment_from(container: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let list = at.child("envFrom");
    each(container, "envFrom", at, |_, source, at| {
        let prefix = text(source, "prefix");
        if !prefix.is_empty() {
            errors.form(&at.child("prefix"), prefix, formats::environment_name);
        }
        let mut sources = 0;
        for key in ["configMapRef", "secretRef"] {
            if let Some(reference) = some(source, key) {
                sources += 1;
                errors.named(reference, "name", &at.child(key), formats::dns_subdomain);
            }
        }
        match sources {
            0 => errors.invalid(&list, "", "must specify one of: `configMapRef` or `secretRef`"),
            1 => {}
            _ => errors.invalid(&list, "", "may not have more than one field specified at a time"),
        }
    });
}

fn mounts(container: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let list = at.child("volumeMounts");
    let devices = container.items(&["volumeDevices"]);
    let mut points: Vec<String> = Vec::new();
    each(container, "volumeMounts", at, |_, mount, at| {
        let (name, point) = (text(mount, "name"), text(mount, "mountPath"));
        if name.is_empty() {
            errors.required(&at.child("name"), "");
        }
        if !pod.volumes.iter().any(|(volume, _)| *volume == name) {
            errors.not_found(&at.child("name"), name);
        }
        if point.is_empty() {
            errors.required(&at.child("mountPath"), "");
        }
        if points.iter().any(|other| other == point) {
            errors.invalid(&at.child("mountPath"), point, "must be unique");
        }
        points.push(point.to_owned());
        if devices.iter().any(|device| text(device, "name") == name) {
            errors.invalid(&at.child("name"), name, "must not already exist in volumeDevices");
        }
        if devices.iter().any(|device| text(device, "devicePath") == point) {
            errors.invalid(&at.child("mountPath"), point, "must not already exist as a path in volumeDevices");
        }
        let (sub, expression) = (text(mount, "subPath"), text(mount, "subPathExpr"));
        // As upstream: the path of these faults is that of the list.
        if !sub.is_empty() {
            descending_path(sub, &list.child("subPath"), errors);
        }
        if !expression.is_empty() {
            if !sub.is_empty() {
                errors.invalid(&at.child("subPathExpr"), expression, "subPathExpr and subPath are mutually exclusive");
            }
            descending_path(expression, &list.child("subPathExpr"), errors);
        }
        propagation(mount, container, &list, errors);
        recursive_read_only(mount, &list, errors);
    });
}

fn propagation(mount: &Value, container: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(mode) = some(mount, "mountPropagation") else { return };
    errors.one_of(mount, "mountPropagation", at, &["Bidirectional", "HostToContainer", "None"]);
    if mode.as_str() == Some("Bidirectional") && !container.flag(&["securityContext", "privileged"]) {
        errors.forbidden(
            &at.child("mountPropagation"),
            "Bidirectional mount propagation is available only to privileged containers",
        );
    }
}

fn recursive_read_only(mount: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    match some(mount, "recursiveReadOnly").and_then(Value::as_str) {
        None | Some("Disabled") => {}
        Some("Enabled" | "IfPossible") => {
            let at = at.child("recursiveReadOnly");
            if !mount.flag(&["readOnly"]) {
                errors.forbidden(&at, "may only be specified when readOnly is true");
            }
            if !matches!(text(mount, "mountPropagation"), "" | "None") {
                errors.forbidden(&at, "may only be specified when mountPropagation is None or not specified");
            }
        }
        Some(other) => {
            errors.not_supported(&at.child("recursiveReadOnly"), other, &["Disabled", "Enabled", "IfPossible"])
        }
    }
}

fn devices(container: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let mounts = container.items(&["volumeMounts"]);
    let (mut names, mut paths): (Vec<String>, Vec<String>) = Default::default();
    each(container, "volumeDevices", at, |_, device, at| {
        let (name, path) = (text(device, "name"), text(device, "devicePath"));
        if name.is_empty() {
            errors.required(&at.child("name"), "");
        }
        if names.iter().any(|other| other == name) {
            errors.invalid(&at.child("name"), name, "must be unique");
        }
        match pod.volumes.iter().find(|(volume, _)| *volume == name) {
            Some((_, source))
                if some(source, "persistentVolumeClaim").is_none() && some(source, "ephemeral").is_none() =>
            {
                errors.invalid(
                    &at.child("name"),
                    name,
                    "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode",
                );
            }
            Some(_) => {}
            None => errors.not_found(&at.child("name"), name),
        }
        if path.is_empty() {
            errors.required(&at.child("devicePath"), "");
        }
        if paths.iter().any(|other| other == path) {
            errors.invalid(&at.child("devicePath"), path, "must be unique");
        }
        if path.split('/').any(|step| step == "..") {
            errors.invalid(&at.child("devicePath"), path, "can not contain backsteps ('..')");
        } else {
            paths.push(path.to_owned());
        }
        if mounts.iter().any(|mount| text(mount, "name") == name) {
            errors.invalid(&at.child("name"), name, "must not already exist in volumeMounts");
        }
        if mounts.iter().any(|mount| text(mount, "mountPath") == path) {
            errors.invalid(&at.child("devicePath"), path, "must not already exist as a path in volumeMounts");
        }
        if !name.is_empty() {
            names.push(name.to_owned());
        }
    });
}

fn resize_policy(container: &Value, pod: &Pod<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let list = at.child("resizePolicy");
    let mut seen: Vec<String> = Vec::new();
    each(container, "resizePolicy", at, |_, policy, at| {
        let (resource, restart) = (text(policy, "resourceName"), text(policy, "restartPolicy"));
        if seen.iter().any(|other| other == resource) {
            errors.duplicate(at, resource);
        }
        seen.push(resource.to_owned());
        for (found, words) in [(resource, &["cpu", "memory"]), (restart, &["NotRequired", "RestartContainer"])] {
            if found.is_empty() {
                errors.required(&list, "");
            } else if !words.contains(&found) {
                errors.not_supported(&list, found, words);
            }
        }
        if pod.restart_policy == "Never" && restart != "NotRequired" {
            errors.invalid(&list, restart, "must be 'NotRequired' when pod `restartPolicy` is 'Never'");
        }
    });
}

fn restart_policy(container: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let rules = container.items(&["restartPolicyRules"]);
    if some(container, "restartPolicy").is_none() {
        if !rules.is_empty() {
            errors.required(&at.child("restartPolicy"), "must specify restartPolicy when restart rules are used");
        }
    } else {
        errors.one_of(container, "restartPolicy", at, &["Always", "Never", "OnFailure"]);
    }
    errors.too_many(container, "restartPolicyRules", at, 20);
    each(container, "restartPolicyRules", at, |_, rule, at| {
        let action = text(rule, "action");
        let actions = ["Restart", "RestartAllContainers"];
        if !actions.contains(&action) {
            errors.not_supported(&at.child("action"), action, &actions);
        }
        let at = at.child("exitCodes");
        match some(rule, "exitCodes") {
            None => errors.required(&at, "must be specified"),
            Some(codes) => {
                let operator = text(codes, "operator");
                if !["In", "NotIn"].contains(&operator) {
                    errors.not_supported(&at.child("operator"), operator, &["In", "NotIn"]);
                }
                let count = codes.items(&["values"]).len();
                if count > 255 {
                    errors.push(FieldError::too_many(&at.child("values"), count, 255));
                }
            }
        }
    });
}
