//! Every namespace has the API server's certificate authority in a ConfigMap, for pods to mount.
//! As upstream: pkg/controller/certificates/rootcacertpublisher.

use std::sync::Arc;

use kube_api::types::Object;
use kube_api::types::core::{ConfigMap, Namespace};

use crate::plan::Plan;

pub(crate) const NAME: &str = "kube-root-ca.crt";
const DESCRIPTION: &str = "kubernetes.io/description";
// Users see this text: it is upstream's.
const TEXT: &str = "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints \
                    such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across \
                    distributions of Kubernetes clusters.";

pub(crate) struct Observed<'a> {
    pub(crate) namespace: Arc<Namespace>,
    pub(crate) map: Option<Arc<ConfigMap>>,
    pub(crate) authority: &'a str,
}

pub(crate) fn plan(seen: &Observed<'_>) -> Plan {
    let mut plan = Plan::default();
    if seen.namespace.metadata.deletion_timestamp.is_some() || seen.namespace.status.phase == "Terminating" {
        return plan;
    }
    let mut map = seen.map.as_deref().cloned().unwrap_or_default();
    map.data = [("ca.crt".to_owned(), seen.authority.to_owned())].into();
    map.metadata_mut().annotations.insert(DESCRIPTION.to_owned(), TEXT.to_owned());
    match &seen.map {
        None => {
            map.metadata_mut().name = NAME.to_owned();
            map.metadata_mut().namespace = seen.namespace.metadata.name.clone();
            plan.create(&map);
        }
        Some(old) if **old != map => plan.update(&map),
        Some(_) => {}
    }
    plan
}
