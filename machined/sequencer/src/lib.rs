//! What happens once and in order: boot, taking a configuration, bootstrap, reboot, shutdown, reset.
//!
//! A step writes intent and awaits status; it configures nothing itself. Installing and upgrading are not here yet.

mod apply;
mod boot;
mod end;
mod kept;

use std::sync::Arc;

use machined_base::Tasks;
use machined_resources::{MachineStatus, Paths, Stage};
use machined_runtime::Context;
use machined_services::Services;
use tokio::sync::{Mutex, watch};

pub use apply::{Applied, ApplyError, Mode};
pub use boot::BootstrapError;
pub use end::{End, EndError};

/// The sequences of one machine. Clones are the same.
#[derive(Clone)]
pub struct Sequencer {
    shared: Arc<Shared>,
}

struct Shared {
    context: Context,
    tasks: Tasks,
    services: Services,
    paths: Paths,
    /// Held while a configuration is taken or the cluster bootstrapped: one at a time.
    changing: Mutex<()>,
    end: watch::Sender<Option<End>>,
}

const OWNER: &str = "sequencer";

impl Sequencer {
    pub fn new(context: Context, tasks: Tasks, services: Services, paths: Paths) -> Self {
        let (changing, end) = (Mutex::new(()), watch::Sender::new(None));
        Self { shared: Arc::new(Shared { context, tasks, services, paths, changing, end }) }
    }

    pub fn stage(&self) -> Stage {
        self.shared.context.store.only::<MachineStatus>().map_or(Stage::Booting, |status| status.stage)
    }
}

impl Shared {
    fn stage(&self, stage: Stage, message: &str) {
        let status = MachineStatus { stage, message: message.to_owned() };
        if self.context.store.put(OWNER, "", status) {
            self.context.events.add("sequence", stage.name(), message);
        }
    }
}
