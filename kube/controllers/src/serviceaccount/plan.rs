//! Every namespace has a ServiceAccount `default`. As upstream: pkg/controller/serviceaccount.

use std::sync::Arc;

use kube_api::types::Object;
use kube_api::types::core::{Namespace, ServiceAccount};

use crate::plan::Plan;

pub(crate) const DEFAULT: &str = "default";

pub(crate) struct Observed {
    pub(crate) namespace: Arc<Namespace>,
    pub(crate) exists: bool,
}

pub(crate) fn plan(seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    if seen.exists
        || seen.namespace.status.phase == "Terminating"
        || seen.namespace.metadata.deletion_timestamp.is_some()
    {
        return plan;
    }
    let mut account = ServiceAccount::default();
    account.metadata_mut().name = DEFAULT.to_owned();
    account.metadata_mut().namespace = seen.namespace.metadata.name.clone();
    plan.create(&account);
    plan
}
