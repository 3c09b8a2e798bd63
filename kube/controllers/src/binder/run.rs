//! Drives the volume binder: one key for each claim, one for each volume.

use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;

use crate::binder::plan::{ClaimObserved, VolumeObserved, claim, volume};
use crate::caches::Caches;
use crate::driver::Controller;
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct Claims {
    caches: Arc<Caches>,
}

pub(crate) struct Volumes {
    caches: Arc<Caches>,
}

impl Claims {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Volumes {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for Claims {
    const NAME: &'static str = "persistentvolume-binder";
    // One at a time: two claims must not choose the same volume.
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        let caches = &self.caches;
        let wake = queue.clone();
        caches.claims.on_change(move |change| change.new.into_iter().for_each(|it| wake.add(Key::of(&**it))));
        // A volume that comes, changes or goes may serve any claim that waits, and breaks the one it was bound to.
        let (wake, claims) = (queue.clone(), caches.claims.clone());
        caches.volumes.on_change(move |change| {
            let name = change.any().map(|volume| volume.metadata.name.clone()).unwrap_or_default();
            for claim in claims.list() {
                if claim.status.phase != "Bound" || claim.spec.volume_name == name {
                    wake.add(Key::of(&*claim));
                }
            }
        });
        let (wake, claims) = (queue.clone(), caches.claims.clone());
        caches.storage_classes.on_change(move |_| {
            let all = claims.list();
            all.iter().filter(|claim| claim.spec.volume_name.is_empty()).for_each(|it| wake.add(Key::of(&**it)));
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let Some(found) = self.caches.claims.get_key(key) else { return Plan::default() };
        let class = found.spec.storage_class_name.as_deref();
        let class = class.and_then(|name| self.caches.storage_classes.get("", name));
        claim(&ClaimObserved { claim: found, volumes: self.caches.volumes.list(), class })
    }
}

impl Controller for Volumes {
    const NAME: &'static str = "persistentvolume-phases";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches.volumes.on_change(move |change| change.new.into_iter().for_each(|it| wake.add(Key::of(&**it))));
        let (wake, volumes) = (queue.clone(), self.caches.volumes.clone());
        self.caches.claims.on_change(move |change| {
            let Some(claim) = change.any() else { return };
            for volume in volumes.list() {
                let reserved = volume.spec.claim_ref.as_ref();
                if reserved.is_some_and(|it| it.name == claim.metadata.name && it.namespace == claim.metadata.namespace)
                {
                    wake.add(Key::of(&*volume));
                }
            }
        });
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let Some(found) = self.caches.volumes.get_key(key) else { return Plan::default() };
        let reserved = found.spec.claim_ref.as_ref();
        let claim = reserved.and_then(|it| self.caches.claims.get(&it.namespace, &it.name));
        volume(now, &VolumeObserved { volume: found, claim })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        crate::testing::check("binder", |caches, now, key| Claims::new(Arc::new(caches)).plan(now, key));
    }
}
