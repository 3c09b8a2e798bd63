//! What the author of a pod or template is told although it is accepted.
//!
//! As upstream: pkg/api/pod/warnings.go.

use kube_api::field::Path;
use kube_api::value::Value;

use crate::check::{each, part, some, text};
use crate::formats;

pub(super) fn pod(new: &Value, old: Option<&Value>) -> Vec<String> {
    if old.is_some() {
        return Vec::new();
    }
    let mut out = Vec::new();
    let faults = formats::dns_label(new.text(&["metadata", "name"]).unwrap_or(""));
    if !faults.is_empty() {
        out.push(format!(
            "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; \
             a DNS label is recommended: [{}]",
            faults.join(" ")
        ));
    }
    spec(part(new, "spec"), &Path::new("spec"), &mut out);
    out
}

/// Labels of nodes that have a successor.
const OLD_LABELS: &[(&str, &str)] = &[
    ("failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone"),
    ("failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region"),
    ("beta.kubernetes.io/os", "kubernetes.io/os"),
    ("beta.kubernetes.io/arch", "kubernetes.io/arch"),
    ("beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type"),
];

/// Warnings about the spec of a pod or template.
pub(crate) fn spec(spec: &Value, at: &Path<'_>, out: &mut Vec<String>) {
    for (key, _) in spec.get("nodeSelector").and_then(Value::as_object).into_iter().flat_map(|o| o.iter()) {
        if let Some((_, successor)) = OLD_LABELS.iter().find(|(old, _)| *old == key.as_str()) {
            out.push(format!(
                "{}: deprecated since v1.14; use \"{successor}\" instead",
                at.child("nodeSelector").key(key.as_str())
            ));
        }
    }
    if let Some(grace) = spec.get("terminationGracePeriodSeconds").and_then(Value::as_int).filter(|grace| *grace < 0) {
        let _ = grace;
        out.push(format!(
            "{}: must be >= 0; negative values are invalid and will be treated as 1",
            at.child("terminationGracePeriodSeconds")
        ));
    }
    each(spec, "volumes", at, |_, volume, at| {
        for (source, text) in [
            ("gitRepo", "deprecated in v1.11, and disabled by default in v1.33+"),
            ("glusterfs", "deprecated in v1.25, non-functional in v1.26+"),
            ("rbd", "deprecated in v1.28, non-functional in v1.31+"),
            ("cephfs", "deprecated in v1.28, non-functional in v1.31+"),
            ("scaleIO", "deprecated in v1.16, non-functional in v1.22+"),
            ("flocker", "deprecated in v1.22, non-functional in v1.25+"),
            ("storageos", "deprecated in v1.22, non-functional in v1.25+"),
            ("quobyte", "deprecated in v1.22, non-functional in v1.25+"),
            ("photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+"),
        ] {
            if some(volume, source).is_some() {
                out.push(format!("{}: {text}", at.child(source)));
            }
        }
    });
    for list in ["initContainers", "containers"] {
        each(spec, list, at, |_, container, at| {
            for amounts in ["limits", "requests"] {
                for (name, amount) in container
                    .pointer(&["resources", amounts])
                    .and_then(Value::as_object)
                    .into_iter()
                    .flat_map(|o| o.iter())
                {
                    let quantity = crate::check::quantity(amount);
                    if !quantity.is_whole() && matches!(name.as_str(), "memory" | "ephemeral-storage") {
                        let resources = at.child("resources");
                        let amounts = resources.child(amounts);
                        out.push(format!(
                            "{}: fractional byte value {quantity:?} is invalid, must be an integer",
                            amounts.key(name.as_str()),
                            quantity = quantity.to_string()
                        ));
                    }
                }
            }
            let mut names: Vec<String> = Vec::new();
            each(container, "env", at, |_, variable, at| {
                let name = text(variable, "name");
                if names.iter().any(|other| other == name) {
                    out.push(format!(
                        "{}: hides previous definition of {name:?}, which may be dropped when using apply",
                        at.child("name")
                    ));
                }
                names.push(name.to_owned());
            });
        });
    }
}
