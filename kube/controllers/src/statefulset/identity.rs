//! The pods of a StatefulSet have names, hosts and claims that stay. As upstream: statefulset/stateful_set_utils.go.

use std::collections::BTreeMap;

use kube_api::types::Object;
use kube_api::types::apps::StatefulSet;
use kube_api::types::core::{
    PersistentVolumeClaim, PersistentVolumeClaimVolumeSource, Pod, PodTemplateSpec, Volume, VolumeSource,
};
use kube_api::types::meta::OwnerReference;

use crate::history::HASH_LABEL;
use crate::meta::controller_ref;
use crate::pods;

const NAME_LABEL: &str = "statefulset.kubernetes.io/pod-name";
const INDEX_LABEL: &str = "apps.kubernetes.io/pod-index";

/// The number at the end of a pod's name, if the pod is this set's by its name.
pub(crate) fn ordinal(set: &StatefulSet, pod: &Pod) -> Option<i32> {
    let (parent, number) = pod.metadata.name.rsplit_once('-')?;
    (parent == set.metadata.name).then(|| number.parse().ok()).flatten()
}

pub(crate) fn start(set: &StatefulSet) -> i32 {
    set.spec.ordinals.as_ref().map_or(0, |ordinals| ordinals.start)
}

pub(crate) fn pod(set: &StatefulSet, template: &PodTemplateSpec, revision: &str, ordinal: i32) -> Pod {
    let meta = &set.metadata;
    let mut pod = pods::from_template(template, &meta.namespace, &meta.name, controller_ref(set));
    pod.metadata_mut().generate_name.clear();
    identify(set, &mut pod, ordinal);
    pod.spec.hostname = pod.metadata.name.clone();
    pod.spec.subdomain = set.spec.service_name.clone();
    pod.metadata_mut().labels.insert(HASH_LABEL.to_owned(), revision.to_owned());
    let claims = claims(set, ordinal);
    let claimed = |volume: &Volume| claims.contains_key(&volume.name);
    pod.spec.volumes.retain(|volume| !claimed(volume));
    pod.spec.volumes.extend(claims.into_iter().map(|(name, claim)| Volume {
        name,
        volume_source: VolumeSource {
            persistent_volume_claim: Some(PersistentVolumeClaimVolumeSource {
                claim_name: claim.metadata.name,
                read_only: false,
            }),
            ..VolumeSource::default()
        },
    }));
    pod
}

fn identify(set: &StatefulSet, pod: &mut Pod, ordinal: i32) {
    let name = format!("{}-{ordinal}", set.metadata.name);
    let labels = &mut pod.metadata_mut().labels;
    labels.insert(NAME_LABEL.to_owned(), name.clone());
    labels.insert(INDEX_LABEL.to_owned(), ordinal.to_string());
    pod.metadata_mut().name = name;
}

/// Labels that the pod should have and has not.
pub(crate) fn missing_labels(pod: &Pod, ordinal: i32) -> BTreeMap<&'static str, String> {
    let wanted = [(NAME_LABEL, pod.metadata.name.clone()), (INDEX_LABEL, ordinal.to_string())];
    wanted.into_iter().filter(|(key, value)| pod.metadata.labels.get(*key) != Some(value)).collect()
}

pub(crate) fn revision(pod: &Pod) -> &str {
    pod.metadata.labels.get(HASH_LABEL).map(String::as_str).unwrap_or_default()
}

/// The claims of one pod, by the name of their volume.
pub(crate) fn claims(set: &StatefulSet, ordinal: i32) -> BTreeMap<String, PersistentVolumeClaim> {
    let claim = |template: &PersistentVolumeClaim| {
        let volume = template.metadata.name.clone();
        let mut claim = template.clone();
        claim.metadata_mut().name = format!("{volume}-{}-{ordinal}", set.metadata.name);
        claim.metadata_mut().namespace = set.metadata.namespace.clone();
        if let Some(selector) = &set.spec.selector {
            claim.metadata_mut().labels.extend(selector.match_labels.clone());
        }
        claim.status = Default::default();
        (volume, claim)
    };
    set.spec.volume_claim_templates.iter().map(claim).collect()
}

/// Who takes a claim along when going: the set, the pod that is scaled away, or nobody.
pub(crate) fn claim_owner(set: &StatefulSet, pod: Option<&Pod>, condemned: bool) -> Option<OwnerReference> {
    let policy = set.spec.persistent_volume_claim_retention_policy.as_ref()?;
    let (deleted, scaled) = (policy.when_deleted == "Delete", policy.when_scaled == "Delete");
    let plain = |owner: OwnerReference| OwnerReference { block_owner_deletion: None, controller: None, ..owner };
    match (condemned && scaled, deleted) {
        (true, _) => pod.map(|pod| plain(controller_ref(pod))),
        (false, true) => Some(plain(controller_ref(set))),
        (false, false) => None,
    }
}
