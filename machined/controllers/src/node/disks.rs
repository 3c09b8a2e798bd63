//! Shows the disks.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use machined_resources::DiskStatus;
use machined_runtime::{Context, Controller, Next, ReconcileError};
use machined_sys::block;
use machined_sys::platform::{Platform, Storage};

/// Disks come and go seldom, and nothing waits for them but people who look.
const AGAIN: Duration = Duration::from_secs(60);

pub struct Disks {
    platform: Arc<dyn Platform>,
}

impl Disks {
    pub fn new(platform: Arc<dyn Platform>) -> Self {
        Self { platform }
    }
}

#[async_trait]
impl Controller for Disks {
    fn name(&self) -> &'static str {
        "disks"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let system = match self.platform.storage()? {
            Storage::Disk(name) => name,
            // The host's disks are not this node's to show.
            Storage::Directory(_) => return Ok(Next::Whenever),
        };
        let disks = block::disks()?.into_iter().map(|disk| {
            let status = DiskStatus {
                device: disk.device.display().to_string(),
                bytes: disk.bytes,
                model: disk.model,
                serial: disk.serial,
                rotational: disk.rotational,
                read_only: disk.read_only,
                system: system.as_ref() == Some(&disk.name),
            };
            (disk.name, status)
        });
        context.store.replace("disks", disks.collect());
        Ok(Next::After(AGAIN))
    }
}
