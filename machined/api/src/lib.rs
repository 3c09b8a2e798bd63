//! machined's answers to the machine API, on its unix socket. Wire types end here.
//!
//! Who may call what is apid's to decide before; here only the kernel's word on the peer is checked: apid, or root.

mod caller;
mod difference;
mod front;
mod health;
mod image;
mod join;
mod kernel;
mod machine;
mod serve;
mod service_logs;
mod show;

use std::sync::Arc;

use machined_base::Tasks;
use machined_resources::Paths;
use machined_runtime::Context;
use machined_sequencer::Sequencer;
use machined_services::Services;
use machined_sys::platform::Platform;

pub use serve::{ServeError, serve};

/// What the answers are made from.
#[derive(Clone)]
pub struct Machine {
    pub context: Context,
    pub tasks: Tasks,
    pub services: Services,
    pub sequencer: Sequencer,
    pub paths: Paths,
    pub platform: Arc<dyn Platform>,
    /// Whose connections are taken beside root's.
    pub front_uid: u32,
    /// Of this build.
    pub version: &'static str,
    pub kubernetes: &'static str,
}
