//! The kernel, as functions that cannot be misused: the only crate that is unsafe.
//!
//! It offers mechanisms and takes no decision. The part outside `runtime` needs no tokio, so that init can link it.
//! [`platform`] is the one seam between a machine and a native node.

pub mod block;
pub mod capabilities;
pub mod cgroup;
pub mod child;
pub mod clock;
mod command;
pub mod dm;
pub mod kmsg;
pub mod module;
pub mod mount;
pub mod namespace;
pub mod platform;
pub mod power;
pub mod process;
pub mod procfs;
pub mod supervisor;
pub mod sysctl;
pub mod system_disk;
pub mod uevent;
pub mod watchdog;

#[cfg(feature = "runtime")]
mod follow;
#[cfg(feature = "runtime")]
pub mod peer;
#[cfg(feature = "runtime")]
pub mod seccomp;
#[cfg(feature = "runtime")]
pub mod stop;

pub use command::{Command, Identity, Io, SpawnError};
#[cfg(feature = "runtime")]
pub use follow::RunError;
