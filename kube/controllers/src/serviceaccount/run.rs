//! Drives the default ServiceAccount of each namespace.

use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;

use crate::caches::Caches;
use crate::driver::Controller;
use crate::plan::Plan;
use crate::queue::Queue;
use crate::serviceaccount::plan::{DEFAULT, Observed, plan};

pub(crate) struct ServiceAccounts {
    caches: Arc<Caches>,
}

impl ServiceAccounts {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for ServiceAccounts {
    const NAME: &'static str = "serviceaccount";

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.caches.namespaces.on_change(move |change| {
            if let Some(namespace) = change.new {
                wake.add(Key::of(&**namespace));
            }
        });
        let wake = queue.clone();
        self.caches.service_accounts.on_change(move |change| {
            if let (Some(account), None) = (change.old, change.new)
                && account.metadata.name == DEFAULT
            {
                wake.add(Key::new("", account.metadata.namespace.clone()));
            }
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let Some(namespace) = self.caches.namespaces.get_key(key) else { return Plan::default() };
        let exists = self.caches.service_accounts.get(&key.name, DEFAULT).is_some();
        plan(&Observed { namespace, exists })
    }
}
