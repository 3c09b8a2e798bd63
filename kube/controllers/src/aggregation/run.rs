//! Drives aggregated ClusterRoles.

use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;

use crate::aggregation::plan::{Observed, plan};
use crate::caches::Caches;
use crate::driver::Controller;
use crate::plan::Plan;
use crate::queue::Queue;

pub(crate) struct Aggregation {
    caches: Arc<Caches>,
}

impl Aggregation {
    pub(crate) fn new(caches: Arc<Caches>) -> Self {
        Self { caches }
    }
}

impl Controller for Aggregation {
    const NAME: &'static str = "clusterrole-aggregation";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        let (wake, roles) = (queue.clone(), self.caches.cluster_roles.clone());
        self.caches.cluster_roles.on_change(move |_| {
            // Any role may be a part of any aggregated one; there are few of those.
            let all = roles.list();
            all.iter().filter(|role| role.aggregation_rule.is_some()).for_each(|role| wake.add(Key::of(&**role)));
        });
    }

    fn plan(&self, _now: Timestamp, key: &Key) -> Plan {
        let Some(role) = self.caches.cluster_roles.get_key(key) else { return Plan::default() };
        plan(&Observed { role, all: self.caches.cluster_roles.list() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        crate::testing::check("aggregation", |caches, now, key| Aggregation::new(Arc::new(caches)).plan(now, key));
    }
}
