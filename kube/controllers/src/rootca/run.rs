//! Drives the ConfigMaps with the API server's certificate authority.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::core::ConfigMap;
use kube_informer::{Key, Store};

use crate::caches::Caches;
use crate::driver::Controller;
use crate::plan::Plan;
use crate::queue::Queue;
use crate::rootca::plan::{NAME, Observed, plan};

pub(crate) struct RootCa {
    pub(crate) caches: Arc<Caches>,
    pub(crate) maps: Store<ConfigMap>,
    /// PEM.
    pub(crate) authority: String,
}

impl Controller for RootCa {
    const NAME: &'static str = "root-ca-publisher";

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches.namespaces.on_change(move |change| {
            if let Some(namespace) = change.new {
                wake.add(Key::of(&**namespace));
            }
        });
        let wake = queue.clone();
        self.maps.on_change(move |change| {
            if let Some(map) = change.any() {
                wake.add(Key::new("", map.metadata.namespace.clone()));
            }
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let Some(namespace) = self.caches.namespaces.get_key(key) else { return Plan::default() };
        plan(&Observed { namespace, map: self.maps.get(&key.name, NAME), authority: &self.authority })
    }
}
