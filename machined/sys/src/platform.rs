//! The one seam between a machine and a native node (the same system in namespaces of a host).
//!
//! Nothing else asks where it runs: what differs is a method here, and its answer is acted on as it is.

mod machine;
mod native;

use std::io;
use std::path::PathBuf;
use std::time::Duration;

pub use machine::Machine;
pub use native::Native;

use crate::power::End;

/// What the place gives to a node.
pub trait Platform: Send + Sync + std::fmt::Debug {
    /// For people: `machine` or `native`.
    fn name(&self) -> &'static str;

    /// How the running system was started.
    fn boot(&self) -> io::Result<Boot>;

    /// Where STATE, ETCD and EPHEMERAL live.
    fn storage(&self) -> io::Result<Storage>;

    /// Sets a kernel setting; `false` when this place does not let a node decide it.
    fn set_sysctl(&self, name: &str, value: &str) -> io::Result<bool>;

    /// Steps the wall clock; `false` when the clock is not this node's to set.
    fn set_clock(&self, since_1970: Duration) -> io::Result<bool>;

    /// The cgroup that is the node's root, when version 2 with controllers is there.
    fn cgroup_root(&self) -> Option<PathBuf>;

    fn limits(&self) -> Limits;

    /// Ends the node now. Returns only on failure.
    fn end(&self, how: End) -> io::Error;
}

/// What loader and init left for us to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Boot {
    /// `A` or `B`; none where no slot was chosen.
    pub slot: Option<String>,
    /// The partition GUID of the ESP that the loader was read from.
    pub loader_partition: Option<String>,
    /// The verity root hash of the running system.
    pub root_hash: Option<String>,
}

/// Where data that outlives a boot is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storage {
    /// Partitions of this disk; none when the system runs from no disk of its own.
    Disk(Option<String>),
    /// One directory for each volume below this one.
    Directory(PathBuf),
}

/// How far a node may go with its processes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub open_files: u64,
    /// Whether processes may be made less likely to be killed when memory is short.
    pub protect_from_oom: bool,
    /// Whether memory and disk are used by others, too: their shortage is then not this node's to cure.
    pub shared: bool,
}

/// The platform of this name, as init passes it to machined.
pub fn by_name(name: &str) -> Option<Box<dyn Platform>> {
    match name {
        "machine" => Some(Box::new(Machine)),
        "native" => Some(Box::new(Native::default())),
        _ => None,
    }
}

fn cgroup_with_controllers(directory: PathBuf) -> Option<PathBuf> {
    let controllers = crate::cgroup::Group::at(&directory).controllers().ok()?;
    ["cpu", "memory", "pids"].iter().all(|needed| controllers.iter().any(|have| have == needed)).then_some(directory)
}

fn open_files() -> u64 {
    use nix::sys::resource::{Resource, getrlimit};
    getrlimit(Resource::RLIMIT_NOFILE).map_or(1024, |(_, hard)| hard)
}
