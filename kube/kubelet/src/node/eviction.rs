//! Which pod has to go when memory or disk run short, or when it took more of the disk than it may. Pure.
//!
//! As upstream: pkg/kubelet/eviction/{helpers,eviction_manager}.go: those beyond their requests first, then the least
//! important, then the largest. Static and critical pods stay.

use std::collections::BTreeMap;
use std::sync::Arc;

use kube_api::quantity::{Format, Quantity};
use kube_api::types::core::{Container, Pod, Volume};

use crate::config::Eviction;
use crate::container::{qos, quantity, resources};
use crate::node::measure::{Disk, Memory};
use crate::pod::view;

const STORAGE: &str = "ephemeral-storage";

/// What is short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shortage {
    Memory,
    Disk,
    Inodes,
}

/// A pod and what it uses, in bytes.
#[derive(Clone, Debug)]
pub(crate) struct Usage {
    pub(crate) pod: Arc<Pod>,
    /// By container.
    pub(crate) memory: BTreeMap<String, u64>,
    /// What each container wrote: its layer and its logs.
    pub(crate) disk: BTreeMap<String, u64>,
    /// What lies in each emptyDir on the disk.
    pub(crate) volumes: BTreeMap<String, u64>,
}

impl Usage {
    fn of(&self, shortage: Shortage) -> u64 {
        match shortage {
            Shortage::Memory => self.memory.values().sum(),
            Shortage::Disk | Shortage::Inodes => self.disk.values().chain(self.volumes.values()).sum(),
        }
    }
}

/// One eviction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Evict {
    pub(crate) uid: String,
    pub(crate) message: String,
}

pub(crate) fn shortage(memory: Memory, disk: Disk, rules: &Eviction) -> Option<Shortage> {
    let below = |free: u64, all: u64, percent: u8| all > 0 && free * 100 / all < u64::from(percent);
    if memory.total > 0 && memory.available < rules.memory_available {
        Some(Shortage::Memory)
    } else if below(disk.available, disk.capacity, rules.disk_available_percent) {
        Some(Shortage::Disk)
    } else if below(disk.inodes_free, disk.inodes, rules.inodes_free_percent) {
        Some(Shortage::Inodes)
    } else {
        None
    }
}

/// The one pod that goes next. One at a time: the next look shows whether it was enough.
pub(crate) fn choose(shortage: Shortage, pods: &[Usage], threshold: u64, available: u64) -> Option<Evict> {
    let resource = match shortage {
        Shortage::Memory => "memory",
        Shortage::Disk | Shortage::Inodes => STORAGE,
    };
    let amount = |usage: &Usage| usage.of(shortage);
    let request = |usage: &Usage| -> u64 {
        if shortage == Shortage::Inodes {
            return 0;
        }
        let (request, _) =
            resources::total(&usage.pod.spec, resource, |own, limit| resources::value(own, resource, limit));
        u64::try_from(request).unwrap_or(0)
    };
    let may_go = |usage: &&Usage| {
        !view::is_static(&usage.pod)
            && !qos::is_critical(&usage.pod.spec)
            && !view::is_terminal(&usage.pod.status.phase)
    };
    let rank = |usage: &&Usage| {
        let exceeds = amount(usage) > request(usage);
        (exceeds, std::cmp::Reverse(usage.pod.spec.priority.unwrap_or(0)), amount(usage).saturating_sub(request(usage)))
    };
    let chosen = pods.iter().filter(may_go).max_by_key(rank)?;
    let name = if shortage == Shortage::Inodes { "inodes" } else { resource };
    let mut message = format!(
        "The node was low on resource: {name}. Threshold quantity: {}, available: {}. ",
        binary(threshold),
        binary(available)
    );
    let parts = if shortage == Shortage::Memory { &chosen.memory } else { &chosen.disk };
    for (container, taken) in parts.iter().filter(|_| shortage != Shortage::Inodes) {
        let Some(own) = chosen.pod.spec.containers.iter().find(|it| it.name == *container) else { continue };
        let asked =
            resources::value(&own.resources, resource, false).and_then(|it| u64::try_from(it).ok()).unwrap_or(0);
        if *taken > asked {
            message.push_str(&format!(
                "Container {container} was using {}, request is {}, has larger consumption of {resource}. ",
                binary(*taken),
                binary(asked)
            ));
        }
    }
    Some(Evict { uid: chosen.pod.metadata.uid.clone(), message })
}

/// Whether anything limits what the pod takes of the disk.
pub(crate) fn is_limited(pod: &Pod) -> bool {
    pod.spec.containers.iter().any(|container| container.resources.limits.contains_key(STORAGE))
        || pod.spec.volumes.iter().any(|volume| empty_dir_limit(volume).is_some())
}

/// Whether a pod took more of the disk than it may, whatever the node has left.
pub(crate) fn beyond(usage: &Usage) -> Option<Evict> {
    let pod = &usage.pod;
    if view::is_static(pod) || qos::is_critical(&pod.spec) || view::is_terminal(&pod.status.phase) {
        return None;
    }
    let evict = |message| Some(Evict { uid: pod.metadata.uid.clone(), message });
    for volume in &pod.spec.volumes {
        let Some((limit, text)) = empty_dir_limit(volume) else { continue };
        if usage.volumes.get(&volume.name).is_some_and(|taken| *taken > limit) {
            return evict(format!("Usage of EmptyDir volume {:?} exceeds the limit {text:?}. ", volume.name));
        }
    }
    let limit = |container: &Container| -> Option<u64> {
        let own = resources::value(&container.resources, STORAGE, true)?;
        u64::try_from(own).ok().filter(|limit| *limit > 0)
    };
    let limits: Vec<u64> = pod.spec.containers.iter().filter_map(limit).collect();
    let all: u64 = limits.iter().sum();
    if !limits.is_empty() && usage.of(Shortage::Disk) > all {
        let total = binary(all);
        return evict(format!("Pod ephemeral local storage usage exceeds the total limit of containers {total}. "));
    }
    for container in &pod.spec.containers {
        let (Some(limit), Some(taken)) = (limit(container), usage.disk.get(&container.name)) else { continue };
        if *taken > limit {
            let (name, limit) = (&container.name, binary(limit));
            return evict(format!("Container {name} exceeded its local ephemeral storage limit {limit:?}. "));
        }
    }
    None
}

/// The limit of an emptyDir that lies on the disk, and how it was written.
fn empty_dir_limit(volume: &Volume) -> Option<(u64, &str)> {
    let source = volume.volume_source.empty_dir.as_ref().filter(|it| it.medium != "Memory")?;
    let limit = source.size_limit.as_ref()?;
    let bytes = quantity::value(limit).and_then(|it| u64::try_from(it).ok()).filter(|bytes| *bytes > 0)?;
    Some((bytes, &limit.string))
}

fn binary(bytes: u64) -> String {
    Quantity::new(i64::try_from(bytes).unwrap_or(i64::MAX), Format::BinarySi).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kube_api::types::core::{EmptyDirVolumeSource, ResourceRequirements, VolumeSource};
    use kube_api::types::meta;

    fn pod(uid: &str, priority: i32, request: &str) -> Arc<Pod> {
        let mut pod = Pod::default();
        pod.metadata.uid = uid.into();
        pod.spec.priority = Some(priority);
        let requests = [("memory".to_owned(), request.into())].into();
        pod.spec.containers = vec![Container {
            name: "c".into(),
            resources: ResourceRequirements { requests, ..Default::default() },
            ..Container::default()
        }];
        Arc::new(pod)
    }

    #[test]
    fn who_exceeds_its_request_goes_before_who_matters_less() {
        let usage = |pod, memory| {
            let memory = [("c".to_owned(), memory)].into();
            Usage { pod, memory, disk: BTreeMap::new(), volumes: BTreeMap::new() }
        };
        let pods = [
            usage(pod("modest", 0, "100Mi"), 50 << 20),
            usage(pod("greedy", 10, "10Mi"), 60 << 20),
            usage(pod("greedier", 10, "10Mi"), 90 << 20),
            usage(pod("vital", 2_000_000_000, "1Mi"), 500 << 20),
        ];
        let chosen = choose(Shortage::Memory, &pods, 100 << 20, 1024).unwrap();
        assert_eq!(chosen.uid, "greedier");
        assert_eq!(
            chosen.message,
            "The node was low on resource: memory. Threshold quantity: 100Mi, available: 1Ki. \
             Container c was using 90Mi, request is 10Mi, has larger consumption of memory. "
        );
        assert_eq!(choose(Shortage::Memory, &pods[..1], 100 << 20, 1024).unwrap().uid, "modest");
        assert_eq!(choose(Shortage::Memory, &pods[3..], 100 << 20, 1024), None);
    }

    #[test]
    fn who_fills_the_disk_goes() {
        let usage = |uid: &str, layer: u64, volume: u64| Usage {
            pod: pod(uid, 0, "1Mi"),
            memory: BTreeMap::new(),
            disk: [("c".to_owned(), layer)].into(),
            volumes: [("v".to_owned(), volume)].into(),
        };
        let pods = [usage("writer", 1 << 20, 0), usage("filler", 0, 8 << 30), usage("idle", 0, 0)];
        assert_eq!(choose(Shortage::Disk, &pods, 1 << 30, 1024).unwrap().uid, "filler");
    }

    #[test]
    fn limits_of_the_disk_are_held() {
        let quantity = |text: &str| meta::Quantity { string: text.to_owned() };
        let check = |size: Option<&str>, storage: Option<&str>, layer: u64, volume: u64| {
            let mut pod = (*pod("p", 0, "1Mi")).clone();
            let empty_dir = EmptyDirVolumeSource { size_limit: size.map(quantity), ..Default::default() };
            let volume_source = VolumeSource { empty_dir: Some(empty_dir), ..VolumeSource::default() };
            pod.spec.volumes = vec![Volume { name: "v".into(), volume_source }];
            pod.spec.containers[0].resources.limits =
                storage.map(|it| (STORAGE.to_owned(), quantity(it))).into_iter().collect();
            assert_eq!(is_limited(&pod), size.is_some() || storage.is_some());
            let disk = [("c".to_owned(), layer)].into();
            let volumes = [("v".to_owned(), volume)].into();
            let usage = Usage { pod: Arc::new(pod), memory: BTreeMap::new(), disk, volumes };
            beyond(&usage).map(|it| it.message)
        };
        assert_eq!(check(None, None, 1 << 40, 1 << 40), None);
        assert_eq!(check(Some("64Mi"), None, 1 << 40, 64 << 20), None);
        let told = check(Some("64Mi"), None, 0, (64 << 20) + 1).unwrap();
        assert_eq!(told, "Usage of EmptyDir volume \"v\" exceeds the limit \"64Mi\". ");
        assert_eq!(check(None, Some("1Gi"), 1 << 29, 1 << 29), None);
        let told = check(None, Some("1Gi"), 1 << 29, 1 << 30).unwrap();
        assert_eq!(told, "Pod ephemeral local storage usage exceeds the total limit of containers 1Gi. ");
    }
}
