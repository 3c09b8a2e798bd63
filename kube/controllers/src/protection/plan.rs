//! Claims that pods use, and volumes that claims use, stay until they are free.
//! As upstream: pkg/controller/volume/{pvcprotection,pvprotection}.

use kube_api::types::core::{PersistentVolume, PersistentVolumeClaim};

use crate::meta::{has_finalizer, with_finalizer, without_finalizer};
use crate::plan::Plan;

const CLAIM: &str = "kubernetes.io/pvc-protection";
const VOLUME: &str = "kubernetes.io/pv-protection";

pub(crate) fn claim(claim: &PersistentVolumeClaim, used: bool) -> Plan {
    let mut plan = Plan::default();
    let meta = &claim.metadata;
    match (meta.deletion_timestamp.is_some(), has_finalizer(meta, CLAIM)) {
        (true, true) if !used => plan.merge(claim, without_finalizer(meta, CLAIM)),
        (false, false) => plan.merge(claim, with_finalizer(meta, CLAIM)),
        _ => {}
    }
    plan
}

pub(crate) fn volume(volume: &PersistentVolume) -> Plan {
    let mut plan = Plan::default();
    let meta = &volume.metadata;
    match (meta.deletion_timestamp.is_some(), has_finalizer(meta, VOLUME)) {
        (true, true) if volume.status.phase != "Bound" => plan.merge(volume, without_finalizer(meta, VOLUME)),
        (false, false) => plan.merge(volume, with_finalizer(meta, VOLUME)),
        _ => {}
    }
    plan
}
