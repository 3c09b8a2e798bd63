//! Looks after the node's memory and disks: removes unused images, then pods; says so in the node's facts.
//!
//! - Images go before pods, and one pod at a time.
//! - A pod that took more of the disk than it may goes whatever is left.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use kube_api::types::core::Pod;
use kube_cri::api::{ContainerStats, ImageSpec};
use kube_informer::Level;
use machined_base::Monotonic;
use tokio::sync::watch;
use tracing::{debug, warn};

use super::eviction::{self, Evict, Shortage, Usage};
use super::measure::{self, Disk};
use super::object::Facts;
use super::usage;
use crate::admit;
use crate::config::{Eviction, ImageCollection};
use crate::container::labels;
use crate::image::collect::{self, Records};
use crate::kit::Kit;
use crate::pods::Manager;

const EVERY: Duration = Duration::from_secs(10);
/// How long an evicted pod may take to go before the next one is chosen. As upstream.
const CLEANED_WITHIN: Duration = Duration::from_secs(30);
/// Images are looked at as often as upstream does.
const IMAGES_EVERY: Duration = Duration::from_secs(300);

/// Keeps one node out of trouble.
pub(crate) struct Pressure {
    pub(crate) kit: Arc<Kit>,
    pub(crate) manager: Manager,
    pub(crate) facts: watch::Sender<Facts>,
    pub(crate) eviction: Eviction,
    pub(crate) images: ImageCollection,
    /// Measured, not told: hollow nodes are never short.
    pub(crate) measured: bool,
}

/// When each pressure was last seen.
#[derive(Default)]
struct Last {
    memory: Option<Monotonic>,
    disk: Option<Monotonic>,
    images: Option<Monotonic>,
    /// The pod that was evicted last, and when.
    evicted: Option<(String, Monotonic)>,
}

impl Pressure {
    /// For as long as it is not dropped.
    pub(crate) async fn run(self) {
        let mut last = Last::default();
        let mut records = Records::default();
        loop {
            self.runtime().await;
            if self.measured {
                self.look(&mut last, &mut records).await;
            }
            let wait = if self.facts.borrow().fault.is_some() { Duration::from_secs(1) } else { EVERY };
            self.kit.clock.sleep(wait).await;
        }
    }

    /// Whether the runtime and its network work.
    async fn runtime(&self) {
        let fault = match self.kit.cri.status().await {
            Err(err) => Some(format!("container runtime is down: {err}")),
            Ok(answer) => {
                let conditions = answer.status.map(|status| status.conditions).unwrap_or_default();
                let failing = |kind: &str| {
                    conditions.iter().find(|condition| condition.r#type == kind && !condition.status).cloned()
                };
                let network = failing("NetworkReady").map(|it| {
                    format!(
                        "container runtime network not ready: NetworkReady=false reason:{} message:{}",
                        it.reason, it.message
                    )
                });
                let became_ready = network.is_none() && self.kit.network.read().fault.is_some();
                self.kit.network.write().fault = network.clone();
                if became_ready {
                    self.manager.wake_all();
                }
                let runtime = failing("RuntimeReady").map(|it| {
                    format!(
                        "container runtime not ready: RuntimeReady=false reason:{} message:{}",
                        it.reason, it.message
                    )
                });
                runtime.or(network)
            }
        };
        self.facts.send_if_modified(|facts| {
            let fresh = facts.fault != fault;
            if fresh {
                facts.fault = fault;
            }
            fresh
        });
    }

    async fn look(&self, last: &mut Last, records: &mut Records) {
        let now = self.kit.clock.monotonic();
        let (memory, disk) = match (measure::memory(), measure::disk(self.kit.volumes.folders.root())) {
            (Ok(memory), Ok(disk)) => (memory, disk),
            (Err(err), _) | (_, Err(err)) => {
                warn!(%err, "the node cannot be measured");
                return;
            }
        };
        let due = last.images.is_none_or(|at| now.since(at) >= IMAGES_EVERY);
        let shortage = eviction::shortage(memory, disk, &self.eviction);
        let disk_short = matches!(shortage, Some(Shortage::Disk | Shortage::Inodes));
        if due || disk_short {
            last.images = Some(now);
            self.collect_images(records, disk, disk_short).await;
        }
        match shortage {
            Some(Shortage::Memory) => last.memory = Some(now),
            Some(Shortage::Disk | Shortage::Inodes) => last.disk = Some(now),
            None => {}
        }
        let shown = |at: Option<Monotonic>| at.is_some_and(|at| now.since(at) < self.eviction.transition);
        let (memory_pressure, disk_pressure) = (shown(last.memory), shown(last.disk));
        *self.kit.pressure.write() = admit::Pressure { memory: memory_pressure, disk: disk_pressure };
        self.facts.send_if_modified(|facts| {
            let fresh = (facts.memory_pressure, facts.disk_pressure) != (memory_pressure, disk_pressure);
            (facts.memory_pressure, facts.disk_pressure) = (memory_pressure, disk_pressure);
            fresh
        });
        let limited: Vec<Arc<Pod>> = self.manager.pods().into_iter().filter(|pod| eviction::is_limited(pod)).collect();
        if !limited.is_empty() {
            for evict in self.measured(limited).await.iter().filter_map(eviction::beyond) {
                self.evict(&evict);
            }
        }
        let Some(shortage) = shortage else { return };
        // What the last one gives back is not there yet.
        let cleaning = |(uid, at): &(String, Monotonic)| {
            now.since(*at) < CLEANED_WITHIN && self.kit.volumes.folders.volumes(uid).exists()
        };
        if last.evicted.as_ref().is_some_and(cleaning) {
            return;
        }
        // Removing images or those pods may have been enough.
        let disk = measure::disk(self.kit.volumes.folders.root()).unwrap_or(disk);
        if eviction::shortage(memory, disk, &self.eviction) != Some(shortage) {
            return;
        }
        let share = |of: u64, percent: u8| of / 100 * u64::from(percent);
        let (threshold, available) = match shortage {
            Shortage::Memory => (self.eviction.memory_available, memory.available),
            Shortage::Disk => (share(disk.capacity, self.eviction.disk_available_percent), disk.available),
            Shortage::Inodes => (share(disk.inodes, self.eviction.inodes_free_percent), disk.inodes_free),
        };
        let usages = self.measured(self.manager.pods()).await;
        if let Some(evict) = eviction::choose(shortage, &usages, threshold, available) {
            self.evict(&evict);
            last.evicted = Some((evict.uid, now));
        }
    }

    /// What these pods use.
    async fn measured(&self, pods: Vec<Arc<Pod>>) -> Vec<Usage> {
        let stats = match self.kit.cri.list_container_stats().await {
            Ok(stats) => stats,
            Err(err) => {
                warn!(%err, "pods cannot be measured");
                return Vec::new();
            }
        };
        let (kit, pods) = (self.kit.clone(), pods);
        // Walks through folders, which may be large.
        let walked = tokio::task::spawn_blocking(move || -> Vec<Usage> {
            pods.into_iter().map(|pod| measure_pod(&kit, pod, &stats)).collect()
        });
        walked.await.unwrap_or_else(|err| {
            warn!(%err, "pods cannot be measured");
            Vec::new()
        })
    }

    fn evict(&self, evict: &Evict) {
        let Some(pod) = self.manager.pods().into_iter().find(|pod| pod.metadata.uid == evict.uid) else { return };
        warn!(pod = evict.uid, message = evict.message, "evicting");
        if self.manager.evict(&evict.uid, &evict.message) {
            self.kit.events.pod(&pod, Level::Warning, admit::EVICTED, evict.message.clone());
        }
    }

    async fn collect_images(&self, records: &mut Records, disk: Disk, all: bool) {
        let (images, containers) = match (self.kit.cri.list_images().await, self.kit.cri.list_containers(&[]).await) {
            (Ok(images), Ok(containers)) => (images, containers),
            (Err(err), _) | (_, Err(err)) => {
                debug!(%err, "images cannot be looked at");
                return;
            }
        };
        let used: BTreeSet<String> = containers
            .iter()
            .flat_map(|it| {
                [it.image_ref.clone(), it.image_id.clone()]
                    .into_iter()
                    .chain(it.image.iter().map(|image| image.image.clone()))
            })
            .collect();
        let now = self.kit.clock.now();
        records.note(now, &images, &used);
        let usage = collect::Usage { capacity: disk.capacity, available: disk.available };
        let plan = if all {
            records.choose(now, &images, &used, u64::MAX, &self.images)
        } else {
            records.plan(now, &images, &used, usage, &self.images)
        };
        if !plan.remove.is_empty() {
            tracing::info!(?plan, "removing images");
        }
        for id in &plan.remove {
            if let Err(err) = self.kit.cri.remove_image(&ImageSpec { image: id.clone(), ..ImageSpec::default() }).await
            {
                debug!(image = id, %err, "image not removed");
            }
        }
        if !all && plan.freed < plan.wanted {
            let message = format!(
                "Failed to garbage collect required amount of images. Attempted to free {} bytes, but only found {} bytes eligible to free.",
                plan.wanted, plan.freed
            );
            self.kit.events.node(Level::Warning, "FreeDiskSpaceFailed", message);
        }
        self.facts.send_if_modified(|facts| {
            let fresh = facts.images != images;
            facts.images = images;
            fresh
        });
    }
}

fn measure_pod(kit: &Kit, pod: Arc<Pod>, stats: &[ContainerStats]) -> Usage {
    let uid = &pod.metadata.uid;
    let (mut memory, mut disk) = (BTreeMap::new(), BTreeMap::new());
    for stat in stats {
        let Some(of) = stat.attributes.as_ref().filter(|it| it.labels.get(labels::POD_UID) == Some(uid)) else {
            continue;
        };
        let Some(name) = of.labels.get(labels::CONTAINER_NAME) else { continue };
        let used = stat.memory.as_ref().and_then(|it| it.working_set_bytes.as_ref()).map_or(0, |it| it.value);
        *memory.entry(name.clone()).or_default() += used;
        let wrote = stat.writable_layer.as_ref().and_then(|it| it.used_bytes.as_ref()).map_or(0, |it| it.value);
        *disk.entry(name.clone()).or_default() += wrote;
    }
    let taken = |folder: std::path::PathBuf| {
        usage::bytes(&folder).unwrap_or_else(|err| {
            warn!(folder = %folder.display(), %err, "a folder cannot be measured");
            0
        })
    };
    for container in &pod.spec.containers {
        *disk.entry(container.name.clone()).or_default() += taken(kit.log_directory(&pod).join(&container.name));
    }
    let on_disk = |volume: &&kube_api::types::core::Volume| {
        volume.volume_source.empty_dir.as_ref().is_some_and(|it| it.medium != "Memory")
    };
    let volumes = pod.spec.volumes.iter().filter(on_disk);
    let volumes = volumes.map(|it| (it.name.clone(), taken(kit.volumes.folders.volume(uid, "empty-dir", &it.name))));
    let volumes = volumes.collect();
    Usage { pod, memory, disk, volumes }
}
