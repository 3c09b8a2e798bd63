//! One cache for each kind that any controller reads, shared by all of them, trimmed to what they read.
//!
//! A trimmed kind is never written back whole: its writers patch.

use std::collections::BTreeMap;

use kube_api::types::Object;
use kube_api::types::apps::{ControllerRevision, DaemonSet, Deployment, ReplicaSet, StatefulSet};
use kube_api::types::batch::{CronJob, Job};
use kube_api::types::certificates::CertificateSigningRequest;
use kube_api::types::coordination::Lease;
use kube_api::types::core::{
    ConfigMap, Container, Endpoints, Namespace, Node, PersistentVolume, PersistentVolumeClaim, Pod,
    ReplicationController, ResourceQuota, Secret, Service, ServiceAccount,
};
use kube_api::types::discovery::EndpointSlice;
use kube_api::types::networking::{IPAddress, ServiceCIDR};
use kube_api::types::policy::PodDisruptionBudget;
use kube_api::types::rbac::ClusterRole;
use kube_api::types::storage::StorageClass;
use kube_informer::{Client, Informer, Resource, Store};
use machined_base::Shutdown;

use crate::meta::by_controller;

/// Where objects come from when there is no server.
#[cfg(test)]
pub(crate) trait Fixtures {
    fn take<T: Object>(&mut self) -> Vec<T>;
}

macro_rules! caches {
    ($($name:ident: $kind:ty = $informer:expr;)*) => {
        pub(crate) struct Caches {
            $(pub(crate) $name: Store<$kind>,)*
        }

        impl Caches {
            pub(crate) fn start(client: &Client, shutdown: &Shutdown) -> Self {
                Caches { $($name: $informer.start(client, shutdown),)* }
            }

            #[cfg(test)]
            pub(crate) fn offline(fixtures: &mut impl Fixtures) -> Self {
                Caches { $($name: $informer.offline(fixtures.take::<$kind>()),)* }
            }

            pub(crate) async fn synced(&self) {
                $(self.$name.synced().await;)*
            }

            /// Returns when the caches have seen these revisions. Kinds without a cache are not waited for.
            pub(crate) async fn reached(&self, written: &BTreeMap<Resource, u64>) {
                for (resource, revision) in written {
                    $(if *resource == Resource::of::<$kind>() {
                        self.$name.reached(*revision).await;
                    })*
                }
            }
        }
    };
}

// Watched in part only, so a revision written elsewhere in the kind may never be seen: not waited for.
pub(crate) struct PartCaches {
    pub(crate) root_ca_maps: Store<ConfigMap>,
    pub(crate) public_maps: Store<ConfigMap>,
    pub(crate) token_secrets: Store<Secret>,
    pub(crate) bootstrap_secrets: Store<Secret>,
    pub(crate) node_leases: Store<Lease>,
}

caches! {
    pods: Pod = Informer::new().trim(trim_pod)
        .index(BY_CONTROLLER, |pod: &Pod| by_controller(pod.metadata()))
        .index(BY_NODE, |pod: &Pod| vec![pod.spec.node_name.clone()]);
    nodes: Node = Informer::new().trim(trim_node);
    namespaces: Namespace = Informer::new();
    services: Service = Informer::new();
    service_accounts: ServiceAccount = Informer::new();
    endpoints: Endpoints = Informer::new();
    slices: EndpointSlice = Informer::new().index(BY_SERVICE, slice_services);
    deployments: Deployment = Informer::new();
    replica_sets: ReplicaSet = Informer::new()
        .index(BY_CONTROLLER, |set: &ReplicaSet| by_controller(set.metadata()));
    replication_controllers: ReplicationController = Informer::new();
    stateful_sets: StatefulSet = Informer::new();
    daemon_sets: DaemonSet = Informer::new();
    revisions: ControllerRevision = Informer::new()
        .index(BY_CONTROLLER, |revision: &ControllerRevision| by_controller(revision.metadata()));
    jobs: Job = Informer::new().index(BY_CONTROLLER, |job: &Job| by_controller(job.metadata()));
    cron_jobs: CronJob = Informer::new();
    budgets: PodDisruptionBudget = Informer::new();
    quotas: ResourceQuota = Informer::new();
    volumes: PersistentVolume = Informer::new();
    claims: PersistentVolumeClaim = Informer::new();
    storage_classes: StorageClass = Informer::new();
    signing_requests: CertificateSigningRequest = Informer::new();
    cluster_roles: ClusterRole = Informer::new();
    service_cidrs: ServiceCIDR = Informer::new();
    addresses: IPAddress = Informer::new();
}

impl PartCaches {
    pub(crate) fn start(client: &Client, shutdown: &Shutdown) -> Self {
        PartCaches {
            root_ca_maps: Informer::new().fields("metadata.name=kube-root-ca.crt").start(client, shutdown),
            public_maps: Informer::new().namespace("kube-public").start(client, shutdown),
            token_secrets: Informer::new().fields("type=kubernetes.io/service-account-token").start(client, shutdown),
            bootstrap_secrets: Informer::new()
                .namespace("kube-system")
                .fields("type=bootstrap.kubernetes.io/token")
                .start(client, shutdown),
            node_leases: Informer::new().namespace("kube-node-lease").start(client, shutdown),
        }
    }

    pub(crate) async fn synced(&self) {
        self.root_ca_maps.synced().await;
        self.public_maps.synced().await;
        self.token_secrets.synced().await;
        self.bootstrap_secrets.synced().await;
        self.node_leases.synced().await;
    }
}

pub(crate) const BY_CONTROLLER: &str = "controller";
pub(crate) const BY_NODE: &str = "node";
pub(crate) const BY_SERVICE: &str = "service";

fn slice_services(slice: &EndpointSlice) -> Vec<String> {
    let meta = slice.metadata();
    let service = meta.labels.get("kubernetes.io/service-name");
    service.map(|service| format!("{}/{service}", meta.namespace)).into_iter().collect()
}

/// Kept: identity, node, ports, resources, claims, restart policies, statuses.
fn trim_pod(pod: &mut Pod) {
    let meta = pod.metadata_mut();
    meta.annotations.retain(|key, _| key != "kubectl.kubernetes.io/last-applied-configuration");
    let spec = &mut pod.spec;
    spec.volumes.retain(|volume| {
        volume.volume_source.persistent_volume_claim.is_some() || volume.volume_source.ephemeral.is_some()
    });
    spec.containers.iter_mut().for_each(trim_container);
    spec.init_containers.iter_mut().for_each(trim_container);
    spec.ephemeral_containers = Vec::new();
    spec.image_pull_secrets = Vec::new();
    spec.security_context = None;
    // Pods of a DaemonSet name their node there.
    if let Some(affinity) = &mut spec.affinity {
        affinity.pod_affinity = None;
        affinity.pod_anti_affinity = None;
    }
    spec.topology_spread_constraints = Vec::new();
    spec.host_aliases = Vec::new();
    spec.dns_config = None;
}

fn trim_container(container: &mut Container) {
    *container = Container {
        name: std::mem::take(&mut container.name),
        ports: std::mem::take(&mut container.ports),
        resources: std::mem::take(&mut container.resources),
        restart_policy: container.restart_policy.take(),
        ..Container::default()
    };
}

fn trim_node(node: &mut Node) {
    node.status.images = Vec::new();
    node.status.volumes_in_use = Vec::new();
    node.status.volumes_attached = Vec::new();
}
