//! What a pod, and a pod template of any kind, gets when the client says nothing.
//!
//! As upstream: pkg/apis/core/v1/defaults.go and the `+default` markers of the types.

use kube_api::quantity::Quantity;
use kube_api::value::{Object, Value};

use super::resources::{self, is_hugepages};
use crate::check::{some, text};
use crate::core::claim;
use crate::defaults::To::{Empty, Flag, Number, Text};
use crate::defaults::{Default, each_mut, fill, set_absent};

const SPEC: &[Default] = &[
    Default("dnsPolicy", Text("ClusterFirst")),
    Default("restartPolicy", Text("Always")),
    Default("securityContext", Empty),
    Default("terminationGracePeriodSeconds", Number(30)),
    Default("schedulerName", Text("default-scheduler")),
];

const CONTAINER: &[Default] = &[
    Default("terminationMessagePath", Text("/dev/termination-log")),
    Default("terminationMessagePolicy", Text("File")),
    Default("ports[].protocol", Text("TCP")),
    Default("env[].valueFrom?.fieldRef?.apiVersion", Text("v1")),
    Default("env[].valueFrom?.fileKeyRef?.optional", Flag(false)),
    Default("lifecycle?.postStart?.httpGet?.path", Text("/")),
    Default("lifecycle?.postStart?.httpGet?.scheme", Text("HTTP")),
    Default("lifecycle?.preStop?.httpGet?.path", Text("/")),
    Default("lifecycle?.preStop?.httpGet?.scheme", Text("HTTP")),
];

const PROBE: &[Default] = &[
    Default("timeoutSeconds", Number(1)),
    Default("periodSeconds", Number(10)),
    Default("successThreshold", Number(1)),
    Default("failureThreshold", Number(3)),
    Default("httpGet?.path", Text("/")),
    Default("httpGet?.scheme", Text("HTTP")),
    Default("grpc?.service", Text("")),
];

const VOLUME: &[Default] = &[
    Default("secret?.defaultMode", Number(0o644)),
    Default("configMap?.defaultMode", Number(0o644)),
    Default("downwardAPI?.defaultMode", Number(0o644)),
    Default("downwardAPI?.items[].fieldRef?.apiVersion", Text("v1")),
    Default("projected?.defaultMode", Number(0o644)),
    Default("projected?.sources[].downwardAPI?.items[].fieldRef?.apiVersion", Text("v1")),
    Default("projected?.sources[].serviceAccountToken?.expirationSeconds", Number(3600)),
    Default("iscsi?.iscsiInterface", Text("default")),
    Default("rbd?.pool", Text("rbd")),
    Default("rbd?.user", Text("admin")),
    Default("rbd?.keyring", Text("/etc/ceph/keyring")),
    Default("azureDisk?.cachingMode", Text("ReadWrite")),
    Default("azureDisk?.kind", Text("Shared")),
    Default("azureDisk?.fsType", Text("ext4")),
    Default("azureDisk?.readOnly", Flag(false)),
    Default("scaleIO?.storageMode", Text("ThinProvisioned")),
    Default("scaleIO?.fsType", Text("xfs")),
];

const CONTAINER_LISTS: [&str; 3] = ["initContainers", "containers", "ephemeralContainers"];

/// The spec of a pod or of a template.
pub(crate) fn spec(spec: &mut Value) {
    fill(spec, SPEC);
    each_mut(spec, "volumes", volume);
    for list in CONTAINER_LISTS {
        each_mut(spec, list, container);
    }
    resources::round(spec, "overhead");
    if some(spec, "resources").is_some() {
        each_resource_list(spec);
    }
}

/// A pod template: its spec; metadata has no defaults.
pub(crate) fn template(template: &mut Value) {
    if !matches!(template.get("spec"), Some(Value::Object(_))) {
        template.set("spec", Value::Object(Object::new()));
    }
    if let Some(inner) = template.get_mut("spec") {
        spec(inner);
    }
}

/// A pod.
pub(super) fn pod(pod: &mut Value) {
    template(pod);
    let Some(spec) = pod.get_mut("spec") else { return };
    for list in ["containers", "initContainers"] {
        each_mut(spec, list, requests_from_limits);
    }
    pod_level(spec);
    set_absent(spec, "enableServiceLinks", true);
    if spec.flag(&["hostNetwork"]) {
        for list in ["containers", "initContainers"] {
            each_mut(spec, list, |container| each_mut(container, "ports", host_port));
        }
    }
}

fn volume(volume: &mut Value) {
    let sourceless =
        volume.as_object().is_none_or(|fields| fields.iter().all(|(key, source)| key == "name" || source.is_null()));
    if sourceless {
        volume.set("emptyDir", Value::Object(Object::new()));
    }
    fill(volume, VOLUME);
    if let Some(host_path) = volume.get_mut("hostPath").filter(|source| !source.is_null())
        && host_path.get("type").is_none()
    {
        host_path.set("type", "");
    }
    if let Some(image) = volume.get_mut("image").filter(|source| !source.is_null()) {
        let policy = pull_policy(text(image, "reference"));
        set_absent(image, "pullPolicy", policy);
    }
    if let Some(template) = volume.get_mut("ephemeral").and_then(|source| source.get_mut("volumeClaimTemplate"))
        && let Some(spec) = template.get_mut("spec")
    {
        claim::default_spec(spec);
    }
}

fn container(container: &mut Value) {
    let policy = pull_policy(text(container, "image"));
    set_absent(container, "imagePullPolicy", policy);
    fill(container, CONTAINER);
    for probe in ["livenessProbe", "readinessProbe", "startupProbe"] {
        if let Some(probe) = container.get_mut(probe).filter(|probe| !probe.is_null()) {
            fill(probe, PROBE);
            if let Some(grpc) = probe.get_mut("grpc").filter(|grpc| !grpc.is_null())
                && grpc.get("service").is_none()
            {
                grpc.set("service", "");
            }
        }
    }
    each_resource_list(container);
}

fn each_resource_list(owner: &mut Value) {
    if let Some(resources) = owner.get_mut("resources") {
        resources::round(resources, "limits");
        resources::round(resources, "requests");
    }
}

/// `latest` changes behind its name, so it is always pulled.
fn pull_policy(image: &str) -> &'static str {
    let name = image.rsplit('/').next().unwrap_or("");
    let latest = match name.split_once('@') {
        Some(_) => false,
        None if name.is_empty() => false,
        None => name.rsplit_once(':').is_none_or(|(_, tag)| tag == "latest"),
    };
    if latest { "Always" } else { "IfNotPresent" }
}

fn host_port(port: &mut Value) {
    if port.int(&["hostPort"]).unwrap_or(0) == 0
        && let Some(number) = port.get("containerPort").cloned()
    {
        port.set("hostPort", number);
    }
}

/// Requests that are not given are what the limits are.
fn requests_from_limits(container: &mut Value) {
    let Some(resources) = container.get_mut("resources") else { return };
    let Some(limits) = resources.get("limits").and_then(Value::as_object).cloned() else { return };
    let mut requests = resources.get("requests").and_then(Value::as_object).cloned().unwrap_or_default();
    for (name, amount) in limits {
        if requests.get_key(&name).is_none() {
            requests.insert(name, amount);
        }
    }
    resources.set("requests", requests);
}

/// Pod-level resources that are partly given are completed from the containers' and from each other.
fn pod_level(spec: &mut Value) {
    let Some(given) = some(spec, "resources") else { return };
    let list = |name: &str| given.get(name).and_then(Value::as_object).cloned().unwrap_or_default();
    let (mut limits, mut requests) = (list("limits"), list("requests"));
    if limits.is_empty() && requests.is_empty() {
        return;
    }
    for (name, amount) in resources::aggregate(spec, "limits") {
        if is_hugepages(&name) && requests.get(&name).is_none() && limits.get(&name).is_none() {
            limits.insert(name.as_str(), amount.to_string());
        }
    }
    if !limits.is_empty() {
        let totals: Vec<(String, Quantity)> = resources::aggregate(spec, "requests");
        for (name, amount) in totals {
            if resources::pod_level(&name) && !is_hugepages(&name) && requests.get(&name).is_none() {
                requests.insert(name.as_str(), amount.to_string());
            }
        }
        for (name, amount) in limits.iter() {
            if resources::pod_level(name.as_str()) && requests.get_key(name).is_none() {
                requests.insert(name.clone(), amount.clone());
            }
        }
    }
    if let Some(resources) = spec.get_mut("resources") {
        for (name, list) in [("limits", limits), ("requests", requests)] {
            if !list.is_empty() {
                resources.set(name, list);
            }
        }
    }
}
