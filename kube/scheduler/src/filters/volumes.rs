//! Claims and volumes: where a bound volume can be reached, and what an unbound claim could be given on a node.
//! As upstream: plugins/volumebinding, volumezone, volumerestrictions. Limits of CSI drivers are not counted.

use std::collections::BTreeMap;
use std::sync::Arc;

use kube_api::quantity::Quantity;
use kube_api::types::core::{PersistentVolume, PersistentVolumeClaim, Pod};
use kube_api::types::storage::StorageClass;

use crate::affinity;
use crate::cluster::{Cluster, Lookup, NodeState};
use crate::filters::{Plugin, Refusal};
use crate::selector;

const BOUND: &str = "pv.kubernetes.io/bind-completed";
/// The node that a claim's first consumer will run on; the provisioner reads it.
pub(crate) const SELECTED_NODE: &str = "volume.kubernetes.io/selected-node";
const NO_PROVISIONER: &str = "kubernetes.io/no-provisioner";
const ZONES: [&str; 4] = [
    "topology.kubernetes.io/zone",
    "topology.kubernetes.io/region",
    "failure-domain.beta.kubernetes.io/zone",
    "failure-domain.beta.kubernetes.io/region",
];

#[derive(Default)]
pub(crate) struct Prepared {
    bound: Vec<Arc<PersistentVolume>>,
    /// Claims that wait for their first consumer, with their class.
    waiting: Vec<(Arc<PersistentVolumeClaim>, Arc<StorageClass>)>,
    /// Volumes that nobody has, for the waiting claims.
    free: Vec<Arc<PersistentVolume>>,
    /// The node where a claim stands that only one pod may use.
    taken: bool,
}

/// What has to be written before the pod can be bound.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum VolumeStep {
    /// Reserve the volume for the claim; the volume binder does the rest.
    Bind { volume: Arc<PersistentVolume>, claim: Arc<PersistentVolumeClaim> },
    /// Tell the provisioner where the volume is needed.
    Provision { claim: Arc<PersistentVolumeClaim>, node: String },
}

/// The claims that a pod uses, those of its ephemeral volumes among them.
pub fn claims(pod: &Pod) -> impl Iterator<Item = (String, bool)> + '_ {
    pod.spec.volumes.iter().filter_map(|volume| {
        let source = &volume.volume_source;
        match (&source.persistent_volume_claim, &source.ephemeral) {
            (Some(claim), _) => Some((claim.claim_name.clone(), false)),
            (None, Some(_)) => Some((format!("{}-{}", pod.metadata.name, volume.name), true)),
            (None, None) => None,
        }
    })
}

impl Prepared {
    pub(crate) fn new(pod: &Pod, cluster: &Cluster, lookup: &dyn Lookup) -> Result<Self, Refusal> {
        let mut prepared = Prepared::default();
        let namespace = &pod.metadata.namespace;
        let refuse = |text: String| Err(Refusal::unresolvable(Plugin::VolumeBinding, text));
        for (name, ephemeral) in claims(pod) {
            let Some(claim) = lookup.claim(namespace, &name) else {
                return refuse(if ephemeral {
                    format!("waiting for ephemeral volume controller to create the persistentvolumeclaim {name:?}")
                } else {
                    format!("persistentvolumeclaim {name:?} not found")
                });
            };
            if claim.metadata.deletion_timestamp.is_some() {
                return refuse(format!("persistentvolumeclaim {name:?} is being deleted"));
            }
            if claim.status.phase == "Lost" {
                let volume = &claim.spec.volume_name;
                return refuse(format!(
                    "persistentvolumeclaim {name:?} bound to non-existent persistentvolume {volume:?}"
                ));
            }
            prepared.taken |= is_taken(pod, &claim, cluster);
            if !claim.spec.volume_name.is_empty() && claim.metadata.annotations.contains_key(BOUND) {
                let Some(volume) = lookup.volume(&claim.spec.volume_name) else {
                    let reason = "node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)";
                    return Err(Refusal::unresolvable(Plugin::VolumeBinding, reason));
                };
                prepared.bound.push(volume);
                continue;
            }
            let class = claim.spec.storage_class_name.as_deref().and_then(|name| lookup.storage_class(name));
            match class.filter(|class| class.volume_binding_mode.as_deref() == Some("WaitForFirstConsumer")) {
                Some(class) if claim.spec.volume_name.is_empty() => prepared.waiting.push((claim, class)),
                _ => return refuse("pod has unbound immediate PersistentVolumeClaims".to_owned()),
            }
        }
        if !prepared.waiting.is_empty() {
            prepared.free = lookup.volumes();
        }
        Ok(prepared)
    }

    pub(crate) fn check(&self, node: &NodeState) -> Result<(), Refusal> {
        if self.taken {
            let reason = "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already \
                          in-use by another pod";
            return Err(Refusal::new(Plugin::VolumeRestrictions, reason));
        }
        if !self.bound.iter().all(|volume| reaches(volume, node)) {
            let reason = "node(s) didn't match PersistentVolume's node affinity";
            return Err(Refusal::unresolvable(Plugin::VolumeBinding, reason));
        }
        self.steps(node)?;
        if !self.bound.iter().all(|volume| in_zone(volume, node)) {
            let reason = "node(s) had no available volume zone";
            return Err(Refusal::unresolvable(Plugin::VolumeZone, reason));
        }
        Ok(())
    }

    /// What gives every waiting claim a volume on this node.
    pub(crate) fn steps(&self, node: &NodeState) -> Result<Vec<VolumeStep>, Refusal> {
        let mut steps = Vec::new();
        let mut used: Vec<&str> = Vec::new();
        for (claim, class) in &self.waiting {
            let found = smallest(&self.free, claim, |volume| {
                !used.contains(&volume.metadata.name.as_str()) && reaches(volume, node)
            });
            if let Some(volume) = found {
                used.push(&volume.metadata.name);
                steps.push(VolumeStep::Bind { volume: volume.clone(), claim: claim.clone() });
                continue;
            }
            let elsewhere = claim.metadata.annotations.get(SELECTED_NODE).is_some_and(|chosen| chosen != node.name());
            if elsewhere || class.provisioner.is_empty() || class.provisioner == NO_PROVISIONER || !allowed(class, node)
            {
                let reason = "node(s) didn't find available persistent volumes to bind";
                return Err(Refusal::unresolvable(Plugin::VolumeBinding, reason));
            }
            steps.push(VolumeStep::Provision { claim: claim.clone(), node: node.name().to_owned() });
        }
        Ok(steps)
    }
}

fn is_taken(pod: &Pod, claim: &PersistentVolumeClaim, cluster: &Cluster) -> bool {
    claim.spec.access_modes.iter().any(|mode| mode == "ReadWriteOncePod")
        && cluster.nodes().flat_map(|node| &node.pods).any(|other| {
            other.pod.metadata.namespace == pod.metadata.namespace
                && other.pod.metadata.uid != pod.metadata.uid
                && claims(&other.pod).any(|(name, _)| name == claim.metadata.name)
        })
}

fn reaches(volume: &PersistentVolume, node: &NodeState) -> bool {
    let required = volume.spec.node_affinity.as_ref().and_then(|affinity| affinity.required.as_ref());
    required.is_none_or(|selector| affinity::selects(selector, node.facts()))
}

/// A zone label may name several zones, joined by two underscores.
fn in_zone(volume: &PersistentVolume, node: &NodeState) -> bool {
    let labels = &volume.metadata.labels;
    let zoned = ZONES.iter().filter_map(|key| Some((*key, labels.get(*key)?)));
    let node_is_zoned = ZONES.iter().any(|key| node.label(key).is_some());
    !node_is_zoned
        || zoned.into_iter().all(|(key, zones)| {
            let stable = key.replace("failure-domain.beta.kubernetes.io", "topology.kubernetes.io");
            let here = node.label(key).or_else(|| node.label(&stable));
            here.is_some_and(|here| zones.split("__").any(|zone| zone == here))
        })
}

fn allowed(class: &StorageClass, node: &NodeState) -> bool {
    class.allowed_topologies.is_empty()
        || class.allowed_topologies.iter().any(|term| {
            term.match_label_expressions
                .iter()
                .all(|it| node.label(&it.key).is_some_and(|value| it.values.iter().any(|wanted| wanted == value)))
        })
}

/// The smallest volume that serves the claim. Shared with the volume binder, which must choose alike.
pub fn smallest<'a>(
    volumes: &'a [Arc<PersistentVolume>],
    claim: &PersistentVolumeClaim,
    mut usable: impl FnMut(&PersistentVolume) -> bool,
) -> Option<&'a Arc<PersistentVolume>> {
    let mut best: Option<(&Arc<PersistentVolume>, Quantity)> = None;
    for volume in volumes {
        let reserved = volume.spec.claim_ref.as_ref();
        if reserved.is_some_and(|reserved| is_for(reserved, claim)) && serves(volume, claim) && usable(volume) {
            return Some(volume);
        }
        if reserved.is_some() || volume.status.phase != "Available" || !serves(volume, claim) || !usable(volume) {
            continue;
        }
        let Some(size) = capacity(&volume.spec.capacity) else { continue };
        if best.as_ref().is_none_or(|(_, least)| size < *least) {
            best = Some((volume, size));
        }
    }
    best.map(|(volume, _)| volume)
}

/// Is the reservation for this claim, and not for an earlier one of its name?
pub fn is_for(reserved: &kube_api::types::core::ObjectReference, claim: &PersistentVolumeClaim) -> bool {
    let meta = &claim.metadata;
    reserved.namespace == meta.namespace
        && reserved.name == meta.name
        && (reserved.uid.is_empty() || reserved.uid == meta.uid)
}

/// Size, class, access modes, mode and labels fit.
pub fn serves(volume: &PersistentVolume, claim: &PersistentVolumeClaim) -> bool {
    let spec = &claim.spec;
    let enough = match (capacity(&volume.spec.capacity), capacity(&spec.resources.requests)) {
        (Some(has), Some(asked)) => has >= asked,
        (has, asked) => asked.is_none() && has.is_some(),
    };
    let mode = |mode: &Option<String>| mode.as_deref().unwrap_or("Filesystem").to_owned();
    enough
        && volume.metadata.deletion_timestamp.is_none()
        && volume.spec.storage_class_name == spec.storage_class_name.clone().unwrap_or_default()
        && mode(&volume.spec.volume_mode) == mode(&spec.volume_mode)
        && spec.access_modes.iter().all(|mode| volume.spec.access_modes.contains(mode))
        && spec.selector.as_ref().is_none_or(|it| selector::matches(Some(it), &volume.metadata.labels))
}

fn capacity(quantities: &BTreeMap<String, kube_api::types::meta::Quantity>) -> Option<Quantity> {
    Quantity::parse(&quantities.get("storage")?.string).ok()
}
