//! Joins claims and volumes. As upstream: pkg/controller/volume/persistentvolume.
//!
//! Volumes that are provided on demand are made and deleted by their driver's own controller; nothing is provisioned
//! or recycled here.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::core::{PersistentVolume, PersistentVolumeClaim};
use kube_api::types::storage::StorageClass;
use kube_informer::Level;
use kube_scheduler::{is_for, serves, smallest};

use crate::meta::time;
use crate::plan::{Draft, Plan, Step};

const BOUND: &str = "pv.kubernetes.io/bind-completed";
const BY_US: &str = "pv.kubernetes.io/bound-by-controller";
const SELECTED_NODE: &str = "volume.kubernetes.io/selected-node";
const PROVISIONER: &str = "volume.kubernetes.io/storage-provisioner";
const PROVISIONER_OLD: &str = "volume.beta.kubernetes.io/storage-provisioner";
const NO_PROVISIONER: &str = "kubernetes.io/no-provisioner";

pub(crate) struct ClaimObserved {
    pub(crate) claim: Arc<PersistentVolumeClaim>,
    pub(crate) volumes: Vec<Arc<PersistentVolume>>,
    pub(crate) class: Option<Arc<StorageClass>>,
}

pub(crate) struct VolumeObserved {
    pub(crate) volume: Arc<PersistentVolume>,
    /// The claim of the name that the volume is reserved for.
    pub(crate) claim: Option<Arc<PersistentVolumeClaim>>,
}

pub(crate) fn claim(seen: &ClaimObserved) -> Plan {
    let mut plan = Plan::default();
    let claim = &*seen.claim;
    if claim.metadata.deletion_timestamp.is_some() {
        return plan;
    }
    let named = &claim.spec.volume_name;
    let volume = seen.volumes.iter().find(|volume| !named.is_empty() && volume.metadata.name == *named);
    if claim.metadata.annotations.contains_key(BOUND) {
        bound(claim, volume, &mut plan);
        return plan;
    }
    match (named.is_empty(), volume) {
        // The user named a volume: nothing else will do.
        (false, None) => phase(claim, "Pending", &mut plan),
        (false, Some(volume)) => match &volume.spec.claim_ref {
            Some(reserved) if !is_for(reserved, claim) => phase(claim, "Pending", &mut plan),
            _ => bind(claim, volume, &mut plan),
        },
        (true, _) => match chosen(seen) {
            Some(volume) => bind(claim, volume, &mut plan),
            None => wait(seen, &mut plan),
        },
    }
    plan
}

fn chosen(seen: &ClaimObserved) -> Option<&Arc<PersistentVolume>> {
    if waits_for_consumer(seen) {
        // The scheduler has chosen, if it has.
        let reserved = |volume: &&Arc<PersistentVolume>| {
            volume.spec.claim_ref.as_ref().is_some_and(|it| is_for(it, &seen.claim)) && serves(volume, &seen.claim)
        };
        return seen.volumes.iter().find(reserved);
    }
    smallest(&seen.volumes, &seen.claim, |_| true)
}

fn waits_for_consumer(seen: &ClaimObserved) -> bool {
    let mode = seen.class.as_ref().and_then(|class| class.volume_binding_mode.as_deref());
    mode == Some("WaitForFirstConsumer") && !seen.claim.metadata.annotations.contains_key(SELECTED_NODE)
}

fn wait(seen: &ClaimObserved, plan: &mut Plan) {
    let claim = &*seen.claim;
    match &seen.class {
        _ if waits_for_consumer(seen) => {
            let text = "waiting for first consumer to be created before binding";
            plan.event(claim, Level::Normal, "WaitForFirstConsumer", text);
        }
        Some(class) if class.provisioner != NO_PROVISIONER && !class.provisioner.is_empty() => {
            let provisioner = &class.provisioner;
            if claim.metadata.annotations.get(PROVISIONER) != Some(provisioner) {
                let body = serde_json::json!({ "metadata": {
                    "uid": claim.metadata.uid,
                    "annotations": { PROVISIONER: provisioner, PROVISIONER_OLD: provisioner },
                }});
                plan.merge(claim, body);
            }
            let text = format!(
                "Waiting for a volume to be created either by the external provisioner '{provisioner}' or manually by \
                 the system administrator. If volume creation is delayed, please verify that the provisioner is \
                 running and correctly registered."
            );
            plan.event(claim, Level::Normal, "ExternalProvisioning", text);
        }
        _ => {
            let text = "no persistent volumes available for this claim and no storage class is set";
            plan.event(claim, Level::Normal, "FailedBinding", text);
        }
    }
    phase(claim, "Pending", plan);
}

/// Volume first: a claim never names a volume that another claim may still take.
fn bind(claim: &PersistentVolumeClaim, volume: &PersistentVolume, plan: &mut Plan) {
    let reserved = volume.spec.claim_ref.as_ref();
    if reserved.is_none_or(|reserved| reserved.uid != claim.metadata.uid) {
        let mut volume = volume.clone();
        if reserved.is_none() {
            volume.metadata.annotations.insert(BY_US.to_owned(), "yes".to_owned());
        }
        volume.spec.claim_ref = Some(kube_informer::reference(claim));
        plan.update(&volume);
        plan.push(Step::Barrier);
    }
    let mut bound = claim.clone();
    bound.metadata.annotations.insert(BOUND.to_owned(), "yes".to_owned());
    if claim.spec.volume_name.is_empty() {
        bound.metadata.annotations.insert(BY_US.to_owned(), "yes".to_owned());
        bound.spec.volume_name = volume.metadata.name.clone();
    }
    plan.update(&bound);
}

fn bound(claim: &PersistentVolumeClaim, volume: Option<&Arc<PersistentVolume>>, plan: &mut Plan) {
    let Some(volume) = volume else {
        if claim.status.phase != "Lost" {
            let text = "Bound claim has lost its PersistentVolume. Data on the volume is lost!";
            plan.event(claim, Level::Warning, "ClaimLost", text);
        }
        return phase(claim, "Lost", plan);
    };
    match &volume.spec.claim_ref {
        None => bind(claim, volume, plan),
        Some(reserved) if !is_for(reserved, claim) => {
            if claim.status.phase != "Lost" {
                let text = "Two claims are bound to the same volume, this one is bound incorrectly";
                plan.event(claim, Level::Warning, "ClaimMisbound", text);
            }
            phase(claim, "Lost", plan);
        }
        Some(_) => {
            let mut bound = claim.clone();
            bound.status.phase = "Bound".to_owned();
            bound.status.access_modes = volume.spec.access_modes.clone();
            // A volume that has grown is shown by whoever grew it.
            if claim.status.phase != "Bound" || claim.status.capacity.is_empty() {
                bound.status.capacity = volume.spec.capacity.clone();
                bound.status.capacity.retain(|resource, _| resource == "storage");
            }
            if bound.status != claim.status {
                plan.push(Step::UpdateStatus(Draft::of(&bound)));
            }
        }
    }
}

fn phase(claim: &PersistentVolumeClaim, phase: &str, plan: &mut Plan) {
    if claim.status.phase != phase {
        let mut claim = claim.clone();
        claim.status.phase = phase.to_owned();
        plan.update_status(&claim);
    }
}

pub(crate) fn volume(now: Timestamp, seen: &VolumeObserved) -> Plan {
    let mut plan = Plan::default();
    let volume = &*seen.volume;
    let phase = match &volume.spec.claim_ref {
        None => "Available",
        // Reserved for a claim that is still to come.
        Some(reserved) if reserved.uid.is_empty() => "Available",
        Some(reserved) => match &seen.claim {
            Some(claim) if claim.metadata.uid == reserved.uid => {
                if claim.spec.volume_name == volume.metadata.name {
                    "Bound"
                } else if claim.spec.volume_name.is_empty() {
                    // The claim's own turn finishes this.
                    "Available"
                } else if volume.metadata.annotations.contains_key(BY_US) {
                    // The claim took another one: our reservation is void.
                    let mut free = volume.clone();
                    free.spec.claim_ref = None;
                    free.metadata.annotations.remove(BY_US);
                    plan.update(&free);
                    return plan;
                } else {
                    "Released"
                }
            }
            _ => "Released",
        },
    };
    if phase == "Released"
        && volume.status.phase != "Released"
        && volume.spec.persistent_volume_reclaim_policy == "Recycle"
    {
        plan.event(volume, Level::Warning, "VolumeUnknownReclaimPolicy", "Volumes are not recycled here");
    }
    if volume.status.phase != phase {
        let mut volume = volume.clone();
        volume.status.phase = phase.to_owned();
        volume.status.last_phase_transition_time = Some(time(now));
        plan.update_status(&volume);
    }
    plan
}
