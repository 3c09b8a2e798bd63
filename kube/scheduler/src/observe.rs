//! What the scheduler watches, trimmed to what plans read, and the look-ups that plans make.

use std::collections::BTreeMap;
use std::sync::Arc;

use kube_api::types::apps::{ReplicaSet, StatefulSet};
use kube_api::types::core::{
    Container, Namespace, Node, PersistentVolume, PersistentVolumeClaim, Pod, ReplicationController, Service,
};
use kube_api::types::meta::LabelSelector;
use kube_api::types::policy::PodDisruptionBudget;
use kube_api::types::storage::StorageClass;
use kube_informer::{Client, Informer, Store};
use machined_base::Shutdown;

use crate::cluster::Lookup;
use crate::selector::matches_map;

#[derive(Clone)]
pub(crate) struct Stores {
    pub(crate) pods: Store<Pod>,
    pub(crate) nodes: Store<Node>,
    pub(crate) namespaces: Store<Namespace>,
    pub(crate) claims: Store<PersistentVolumeClaim>,
    pub(crate) volumes: Store<PersistentVolume>,
    pub(crate) classes: Store<StorageClass>,
    pub(crate) budgets: Store<PodDisruptionBudget>,
    pub(crate) services: Store<Service>,
    pub(crate) replica_sets: Store<ReplicaSet>,
    pub(crate) stateful_sets: Store<StatefulSet>,
    pub(crate) replication_controllers: Store<ReplicationController>,
}

impl Stores {
    pub(crate) fn start(client: &Client, shutdown: &Shutdown) -> Self {
        Stores {
            // As upstream: what has ended takes no room and needs no node.
            pods: pods().fields("status.phase!=Succeeded,status.phase!=Failed").start(client, shutdown),
            nodes: nodes().start(client, shutdown),
            namespaces: Informer::new().start(client, shutdown),
            claims: Informer::new().start(client, shutdown),
            volumes: Informer::new().start(client, shutdown),
            classes: Informer::new().start(client, shutdown),
            budgets: Informer::new().start(client, shutdown),
            services: Informer::new().start(client, shutdown),
            replica_sets: Informer::new()
                .trim(|set: &mut ReplicaSet| set.spec.template = Default::default())
                .start(client, shutdown),
            stateful_sets: Informer::new()
                .trim(|set: &mut StatefulSet| {
                    set.spec.template = Default::default();
                    set.spec.volume_claim_templates = Vec::new();
                })
                .start(client, shutdown),
            replication_controllers: Informer::new()
                .trim(|set: &mut ReplicationController| set.spec.template = None)
                .start(client, shutdown),
        }
    }

    #[cfg(test)]
    pub(crate) fn offline(fixtures: &mut kube_informer::testing::Fixtures) -> Self {
        Stores {
            pods: pods().offline(fixtures.take()),
            nodes: nodes().offline(fixtures.take()),
            namespaces: Informer::new().offline(fixtures.take()),
            claims: Informer::new().offline(fixtures.take()),
            volumes: Informer::new().offline(fixtures.take()),
            classes: Informer::new().offline(fixtures.take()),
            budgets: Informer::new().offline(fixtures.take()),
            services: Informer::new().offline(fixtures.take()),
            replica_sets: Informer::new().offline(fixtures.take()),
            stateful_sets: Informer::new().offline(fixtures.take()),
            replication_controllers: Informer::new().offline(fixtures.take()),
        }
    }

    pub(crate) async fn synced(&self) {
        self.namespaces.synced().await;
        self.claims.synced().await;
        self.volumes.synced().await;
        self.classes.synced().await;
        self.budgets.synced().await;
        self.services.synced().await;
        self.replica_sets.synced().await;
        self.stateful_sets.synced().await;
        self.replication_controllers.synced().await;
        self.nodes.synced().await;
        self.pods.synced().await;
    }
}

fn pods() -> Informer<Pod> {
    Informer::new().trim(trim_pod)
}

fn nodes() -> Informer<Node> {
    Informer::new().trim(|node: &mut Node| {
        node.metadata.annotations.clear();
        node.status.volumes_in_use = Vec::new();
        node.status.volumes_attached = Vec::new();
    })
}

fn trim_pod(pod: &mut Pod) {
    pod.metadata.annotations.clear();
    let spec = &mut pod.spec;
    spec.volumes.retain(|volume| {
        volume.volume_source.persistent_volume_claim.is_some() || volume.volume_source.ephemeral.is_some()
    });
    spec.containers.iter_mut().chain(&mut spec.init_containers).for_each(trim_container);
    spec.ephemeral_containers = Vec::new();
    spec.security_context = None;
    spec.dns_config = None;
    spec.host_aliases = Vec::new();
    spec.image_pull_secrets = Vec::new();
    let status = &mut pod.status;
    status.init_container_statuses = Vec::new();
    status.container_statuses.retain(|status| !status.allocated_resources.is_empty());
}

fn trim_container(container: &mut Container) {
    *container = Container {
        name: std::mem::take(&mut container.name),
        image: std::mem::take(&mut container.image),
        ports: std::mem::take(&mut container.ports),
        resources: std::mem::take(&mut container.resources),
        restart_policy: container.restart_policy.take(),
        ..Container::default()
    };
}

impl Lookup for Stores {
    fn namespace_labels(&self, namespace: &str) -> BTreeMap<String, String> {
        self.namespaces.get("", namespace).map(|namespace| namespace.metadata.labels.clone()).unwrap_or_default()
    }

    fn claim(&self, namespace: &str, name: &str) -> Option<Arc<PersistentVolumeClaim>> {
        self.claims.get(namespace, name)
    }

    fn volume(&self, name: &str) -> Option<Arc<PersistentVolume>> {
        self.volumes.get("", name)
    }

    fn volumes(&self) -> Vec<Arc<PersistentVolume>> {
        self.volumes.list()
    }

    fn storage_class(&self, name: &str) -> Option<Arc<StorageClass>> {
        self.classes.get("", name)
    }

    fn budgets(&self, namespace: &str) -> Vec<Arc<PodDisruptionBudget>> {
        self.budgets.list_in(namespace)
    }

    /// As upstream: plugins/helper/spread.go. Services' selectors together, then the controller's.
    fn spread_selector(&self, pod: &Pod) -> Option<LabelSelector> {
        let meta = &pod.metadata;
        let mut selector = LabelSelector::default();
        for service in self.services.list_in(&meta.namespace) {
            let wanted = &service.spec.selector;
            if !wanted.is_empty() && matches_map(wanted, &meta.labels) {
                selector.match_labels.extend(wanted.clone());
            }
        }
        let owner = meta.owner_references.iter().find(|owner| owner.controller == Some(true));
        if let Some(owner) = owner {
            let (namespace, name) = (meta.namespace.as_str(), owner.name.as_str());
            let theirs = match owner.kind.as_str() {
                "ReplicaSet" => self.replica_sets.get(namespace, name).and_then(|set| set.spec.selector.clone()),
                "StatefulSet" => self.stateful_sets.get(namespace, name).and_then(|set| set.spec.selector.clone()),
                "ReplicationController" => self
                    .replication_controllers
                    .get(namespace, name)
                    .map(|set| LabelSelector { match_labels: set.spec.selector.clone(), ..LabelSelector::default() }),
                _ => None,
            };
            if let Some(theirs) = theirs {
                selector.match_labels.extend(theirs.match_labels);
                selector.match_expressions.extend(theirs.match_expressions);
            }
        }
        (!crate::selector::is_empty(&selector)).then_some(selector)
    }
}
