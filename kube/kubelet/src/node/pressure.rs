//! Looks after the node's memory and disks: removes unused images, then pods; says so in the node's facts.
//!
//! - Images go before pods, and one pod at a time.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use kube_cri::api::ImageSpec;
use kube_informer::Level;
use machined_base::Monotonic;
use tokio::sync::watch;
use tracing::{debug, warn};

use super::eviction::{self, Shortage, Usage};
use super::measure::{self, Disk};
use super::object::Facts;
use crate::config::{Eviction, ImageCollection};
use crate::container::labels;
use crate::image::collect::{self, Records};
use crate::kit::Kit;
use crate::pods::Manager;

const EVERY: Duration = Duration::from_secs(10);
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
        self.facts.send_if_modified(|facts| {
            let fresh = (facts.memory_pressure, facts.disk_pressure) != (memory_pressure, disk_pressure);
            (facts.memory_pressure, facts.disk_pressure) = (memory_pressure, disk_pressure);
            fresh
        });
        let Some(shortage) = shortage else { return };
        // Removing images may have been enough.
        let disk = measure::disk(self.kit.volumes.folders.root()).unwrap_or(disk);
        if eviction::shortage(memory, disk, &self.eviction) == Some(shortage) {
            let available = if shortage == Shortage::Memory { memory.available } else { disk.available };
            self.evict(shortage, available).await;
        }
    }

    async fn evict(&self, shortage: Shortage, available: u64) {
        let stats = match self.kit.cri.list_container_stats().await {
            Ok(stats) => stats,
            Err(err) => {
                warn!(%err, "pods cannot be measured");
                return;
            }
        };
        let usages: Vec<Usage> = self
            .manager
            .pods()
            .into_iter()
            .map(|pod| {
                let own = stats.iter().filter(|stat| {
                    stat.attributes.as_ref().and_then(|it| it.labels.get(labels::POD_UID)) == Some(&pod.metadata.uid)
                });
                let (mut memory, mut disk) = (0, 0);
                for stat in own {
                    memory +=
                        stat.memory.as_ref().and_then(|it| it.working_set_bytes.as_ref()).map_or(0, |it| it.value);
                    disk += stat.writable_layer.as_ref().and_then(|it| it.used_bytes.as_ref()).map_or(0, |it| it.value);
                }
                Usage { pod, memory, disk }
            })
            .collect();
        let threshold = match shortage {
            Shortage::Memory => format!("{}Mi", self.eviction.memory_available >> 20),
            Shortage::Disk => format!("{}%", self.eviction.disk_available_percent),
            Shortage::Inodes => format!("{}%", self.eviction.inodes_free_percent),
        };
        let Some(evict) = eviction::choose(shortage, &usages, &threshold, available) else { return };
        warn!(pod = evict.uid, ?shortage, "evicting");
        if let Some(usage) = usages.iter().find(|usage| usage.pod.metadata.uid == evict.uid) {
            self.kit.events.pod(&usage.pod, Level::Warning, "Evicted", evict.message.clone());
        }
        self.manager.fail(&evict.uid, "Evicted", &evict.message, Some(Duration::ZERO));
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
