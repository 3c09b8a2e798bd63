//! The spec of a pod or of a pod template, put together from its parts.
//!
//! As upstream: ValidatePodSpec, ValidatePodTemplateSpec of pkg/apis/core/validation.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use super::{container, resources, scheduling, security, volume};
use crate::check::{Faults, each, int, legacy_ip, some, text, texts};
use crate::formats;
use crate::metadata;

/// What checks of a part need to know of the whole.
pub(super) struct Pod<'v> {
    /// Volumes that containers may mount.
    pub(super) volumes: Vec<(&'v str, &'v Value)>,
    /// Names of the pod's resource claims.
    pub(super) claims: Vec<&'v str>,
    pub(super) grace: Option<i64>,
    pub(super) restart_policy: &'v str,
    pub(super) os: &'v str,
    pub(super) host_users: bool,
}

/// Whose spec it is.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Of<'a> {
    /// A pod of this metadata.
    Pod(&'a Value),
    /// A template in another kind.
    Template,
}

/// A pod's spec.
pub(crate) fn spec(spec: &Value, of: Of<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    let grace = spec.get("terminationGracePeriodSeconds").and_then(Value::as_int);
    if grace.is_none() {
        errors.required(&at.child("terminationGracePeriodSeconds"), "");
    }
    let meta = match of {
        Of::Pod(meta) => Some(meta),
        Of::Template => None,
    };
    let name = meta.and_then(|meta| meta.text(&["name"]));
    let pod = Pod {
        volumes: volume::volumes(spec, name, at, errors),
        claims: spec
            .items(&["resourceClaims"])
            .iter()
            .map(|claim| text(claim, "name"))
            .filter(|n| !n.is_empty())
            .collect(),
        grace,
        restart_policy: text(spec, "restartPolicy"),
        os: spec.text(&["os", "name"]).unwrap_or(""),
        host_users: spec.get("hostUsers").and_then(Value::as_bool) != Some(false),
    };
    resource_claims(spec, meta, at, errors);
    container::containers(spec, &pod, at, errors);
    container::init_containers(spec, &pod, at, errors);
    container::ephemeral_containers(spec, &pod, at, errors);
    resources::pod(spec, &pod.claims, at, errors);
    host_network(spec, of, at, errors);
    errors.required_one_of(spec, "restartPolicy", at, &["Always", "OnFailure", "Never"]);
    errors.required_one_of(spec, "dnsPolicy", at, &["ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"]);
    metadata::labels(spec.get("nodeSelector"), &at.child("nodeSelector"), errors);
    security::pod(spec, at, errors);
    scheduling::affinity(spec, at, errors);
    dns_config(spec, at, errors);
    each(spec, "readinessGates", at, |_, gate, at| {
        errors.form(&at.child("conditionType"), text(gate, "conditionType"), formats::qualified_name);
    });
    scheduling::gates(spec, at, errors);
    scheduling::spread(spec, at, errors);
    security::host_processes(spec, at, errors);
    security::host_users(spec, at, errors);
    names(spec, at, errors);
    scheduling::tolerations(spec, at, errors);
    each(spec, "hostAliases", at, |_, alias, at| {
        legacy_ip(text(alias, "ip"), &[], &at.child("ip"), errors);
        each(alias, "hostnames", at, |_, name, at| {
            errors.form(at, name.as_str().unwrap_or(""), formats::dns_subdomain);
        });
    });
    if let Some(class) = spec.text(&["priorityClassName"]) {
        errors.form(&at.child("priorityClassName"), class, formats::dns_subdomain);
    }
    if let Some(class) = some(spec, "runtimeClassName").and_then(Value::as_str) {
        errors.form(&at.child("runtimeClassName"), class, formats::dns_subdomain);
    }
    if some(spec, "preemptionPolicy").is_some() {
        errors.required_one_of(spec, "preemptionPolicy", at, &["PreemptLowerPriority", "Never"]);
    }
    if let Some(overhead) = some(spec, "overhead") {
        // As upstream: overhead is checked as limits are, and its faults say so.
        let limits = kube_api::value::Object::from_iter([("limits", overhead.clone())]);
        resources::container(&Value::Object(limits), &[], &at.child("overhead"), errors);
    }
    security::operating_system(spec, at, errors);
    file_key_volumes(spec, at, errors);
}

fn resource_claims(spec: &Value, meta: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    let mirror = meta.is_some_and(|meta| meta.pointer(&["annotations", super::MIRROR]).is_some());
    let mut names: Vec<String> = Vec::new();
    each(spec, "resourceClaims", at, |_, claim, at| {
        if mirror {
            errors.forbidden(&Path::ROOT, "static pods do not support resource claims");
            return;
        }
        let name = text(claim, "name");
        if name.is_empty() {
            errors.required(&at.child("name"), "");
        } else if names.iter().any(|other| other == name) {
            errors.duplicate(&at.child("name"), name);
        } else {
            errors.form(&at.child("name"), name, formats::dns_label);
            names.push(name.to_owned());
        }
        let sources = ["resourceClaimName", "resourceClaimTemplateName"];
        match sources.iter().filter(|name| some(claim, name).is_some()).count() {
            0 => errors.invalid(
                at,
                claim.clone(),
                "must specify one of: `resourceClaimName`, `resourceClaimTemplateName`",
            ),
            1 => {}
            _ => errors.invalid(
                at,
                claim.clone(),
                "at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified",
            ),
        }
        for name in sources {
            if let Some(reference) = some(claim, name).and_then(Value::as_str) {
                errors.form(&at.child(name), reference, formats::dns_subdomain);
            }
        }
    });
}

fn host_network(spec: &Value, of: Of<'_>, at: &Path<'_>, errors: &mut ErrorList) {
    if !spec.flag(&["hostNetwork"]) {
        return;
    }
    each(spec, "containers", at, |_, container, at| {
        each(container, "ports", at, |_, port, at| {
            let (host, own) = (int(port, "hostPort"), int(port, "containerPort"));
            if (of != Of::Template || host != 0) && host != own {
                errors.invalid(&at.child("hostPort"), host, "must match `containerPort` when `hostNetwork` is true");
            }
        });
    });
}

fn dns_config(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let at = at.child("dnsConfig");
    let config = some(spec, "dnsConfig");
    let servers = config.map_or(0, |config| config.items(&["nameservers"]).len());
    if text(spec, "dnsPolicy") == "None" {
        if config.is_none() {
            errors.required(&at, "must provide `dnsConfig` when `dnsPolicy` is None");
            return;
        }
        if servers == 0 {
            errors.required(
                &at.child("nameservers"),
                "must provide at least one DNS nameserver when `dnsPolicy` is None",
            );
            return;
        }
    }
    let Some(config) = config else { return };
    let list = |name: &str| config.get(name).cloned().unwrap_or_default();
    if servers > 3 {
        errors.invalid(&at.child("nameservers"), list("nameservers"), "must not have more than 3 nameservers");
    }
    each(config, "nameservers", &at, |_, server, at| legacy_ip(server.as_str().unwrap_or(""), &[], at, errors));
    let searches = texts(config, "searches");
    if searches.len() > 32 {
        errors.invalid(&at.child("searches"), list("searches"), "must not have more than 32 search paths");
    }
    if searches.join(" ").len() > 2048 {
        errors.invalid(
            &at.child("searches"),
            list("searches"),
            "must not have more than 2048 characters (including spaces) in the search list",
        );
    }
    each(config, "searches", &at, |_, search, at| {
        let search = search.as_str().unwrap_or("");
        if search != "." {
            errors.form(at, search.strip_suffix('.').unwrap_or(search), formats::dns_subdomain_with_underscore);
        }
    });
    each(config, "options", &at, |_, option, at| {
        if text(option, "name").is_empty() {
            errors.required(at, "must not be empty");
        }
    });
}

fn names(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    if let Some(name) = some(spec, "hostnameOverride").and_then(Value::as_str) {
        let at = at.child("hostnameOverride");
        if spec.flag(&["setHostnameAsFQDN"]) {
            errors.forbidden(&at, "may not be specified when setHostnameAsFQDN is true");
        }
        if spec.flag(&["hostNetwork"]) {
            errors.forbidden(&at, "may not be specified when hostNetwork is true");
        }
        if name.len() > 64 {
            errors.push(FieldError::too_long(&at, 64));
        }
        errors.form(&at, name, formats::dns_subdomain);
    }
    for name in ["serviceAccountName", "nodeName"] {
        if let Some(found) = spec.text(&[name]) {
            errors.form(&at.child(name), found, formats::dns_subdomain);
        }
    }
    errors.between(spec, "activeDeadlineSeconds", at, 1, i64::from(i32::MAX));
    for name in ["hostname", "subdomain"] {
        if let Some(found) = spec.text(&[name]) {
            errors.form(&at.child(name), found, formats::dns_label);
        }
    }
}

fn file_key_volumes(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    for list in ["initContainers", "containers", "ephemeralContainers"] {
        each(spec, list, at, |_, container, at| {
            each(container, "env", at, |_, variable, at| {
                let Some(key) = variable.pointer(&["valueFrom", "fileKeyRef"]).filter(|key| !key.is_null()) else {
                    return;
                };
                let name = text(key, "volumeName");
                let at = at.child("valueFrom");
                let at = at.child("fileKeyRef");
                match spec.items(&["volumes"]).iter().find(|volume| text(volume, "name") == name) {
                    None => errors.not_found(&at.child("volumeName"), name),
                    Some(volume) if some(volume, "emptyDir").is_none() => {
                        errors.invalid(&at.child("volumeName"), name, "referenced volume must be of type emptyDir")
                    }
                    Some(_) => {}
                }
            });
        });
    }
}

/// A pod template in another kind.
pub(crate) fn template(template: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let meta = at.child("metadata");
    metadata::labels(template.pointer(&["metadata", "labels"]), &meta.child("labels"), errors);
    metadata::annotations(template.pointer(&["metadata", "annotations"]), &meta.child("annotations"), errors);
    let nothing = Value::Null;
    let inner = template.get("spec").unwrap_or(&nothing);
    super::annotations(part_meta(template), inner, &meta.child("annotations"), errors);
    let at = at.child("spec");
    spec(inner, Of::Template, &at, errors);
    if !inner.items(&["ephemeralContainers"]).is_empty() {
        errors.forbidden(&at.child("ephemeralContainers"), "ephemeral containers not allowed in pod template");
    }
}

fn part_meta(object: &Value) -> &Value {
    crate::check::part(object, "metadata")
}
