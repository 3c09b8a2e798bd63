//! What every pod's worker shares: the runtime, volumes, images, events, the place it runs at. No decisions.

use std::path::PathBuf;
use std::sync::Arc;

use kube_api::types::core::{Pod, Secret, Service};
use kube_cri::Cri;
use kube_informer::Store;
use machined_base::{Clock, Tasks};
use parking_lot::RwLock;

use crate::admit::Pressure;
use crate::cgroup::Cgroups;
use crate::config::Capacity;
use crate::container::env::Lookup;
use crate::container::field::Place;
use crate::container::names::Resolver;
use crate::events::Events;
use crate::image::pull::Puller;
use crate::objects::{Nothing, Objects};
use crate::report::Reports;
use crate::volume::Volumes;

/// Shared by all workers of one kubelet.
pub(crate) struct Kit {
    pub(crate) node: String,
    pub(crate) clock: Clock,
    pub(crate) tasks: Tasks,
    pub(crate) cri: Arc<dyn Cri>,
    /// What containerd calls itself in container ids.
    pub(crate) runtime: String,
    pub(crate) volumes: Volumes,
    pub(crate) images: Puller,
    pub(crate) events: Events,
    pub(crate) reports: Reports,
    pub(crate) cgroups: Cgroups,
    pub(crate) objects: Option<Objects>,
    pub(crate) services: Option<Store<Service>>,
    pub(crate) addresses: Vec<String>,
    pub(crate) capacity: Capacity,
    pub(crate) allocatable: Capacity,
    pub(crate) max_pods: u32,
    pub(crate) resolv_conf: PathBuf,
    pub(crate) hosts: PathBuf,
    pub(crate) container_logs: Option<PathBuf>,
    pub(crate) cluster_servers: Vec<String>,
    pub(crate) cluster_domain: String,
    pub(crate) network: RwLock<Network>,
    pub(crate) pressure: RwLock<Pressure>,
    pub(crate) recursive_read_only: bool,
    pub(crate) live: Live,
}

/// What the running containers' probes need: pods' readiness from before this process.
#[derive(Clone, Debug, Default)]
pub(crate) struct Live {
    pub(crate) started: jiff::Timestamp,
}

/// Whether pods can be given a network, and why not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Network {
    pub(crate) fault: Option<String>,
}

impl Kit {
    pub(crate) fn lookup(&self) -> &dyn Lookup {
        match &self.objects {
            Some(objects) => objects,
            None => &Nothing,
        }
    }

    pub(crate) fn place(&self, pod_ips: Vec<String>) -> Place {
        let signed = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        Place {
            node: self.node.clone(),
            host_ips: self.addresses.clone(),
            pod_ips,
            cpu_milli: signed(self.allocatable.cpu_milli),
            memory: signed(self.allocatable.memory),
            storage: signed(self.allocatable.storage),
        }
    }

    pub(crate) fn services(&self) -> Vec<Arc<Service>> {
        self.services.as_ref().map(Store::list).unwrap_or_default()
    }

    /// The node's resolv.conf is read for each sandbox: it changes with the network.
    pub(crate) fn resolver(&self) -> Resolver {
        let text = std::fs::read_to_string(&self.resolv_conf).unwrap_or_default();
        Resolver {
            cluster_servers: self.cluster_servers.clone(),
            cluster_domain: self.cluster_domain.clone(),
            host: crate::container::names::parse_resolv_conf(&text),
        }
    }

    pub(crate) fn pull_secrets(&self, pod: &Pod) -> Vec<Arc<Secret>> {
        let names = pod.spec.image_pull_secrets.iter();
        names.filter_map(|secret| self.lookup().secret(&pod.metadata.namespace, &secret.name).ok().flatten()).collect()
    }

    pub(crate) fn log_directory(&self, pod: &Pod) -> PathBuf {
        let meta = &pod.metadata;
        self.volumes.folders.logs(&meta.namespace, &meta.name, &meta.uid)
    }
}
