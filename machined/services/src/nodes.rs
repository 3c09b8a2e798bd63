//! The services of a node: apid, containerd, kubelet.

mod apid;
mod containerd;
mod kubelet;

use std::path::PathBuf;
use std::sync::Arc;

use machined_resources::Paths;
use machined_sys::Command;
use machined_sys::cgroup::Group;
use machined_sys::platform::Limits;

pub use apid::Apid;
pub use containerd::Containerd;
pub use kubelet::Kubelet;

/// What the place gives to services.
#[derive(Clone, Debug)]
pub struct Place {
    pub paths: Paths,
    pub limits: Limits,
    /// Where cgroup v2 is, if this place has it.
    pub cgroups: Option<PathBuf>,
    /// This very program, which is also apid.
    pub program: PathBuf,
    /// Address and port of the machine API.
    pub api: std::net::SocketAddr,
    /// Whether the root of this place is the node's own (false for plain processes in a test).
    pub owns_root: bool,
}

const PATH: &str = "/usr/bin:/usr/sbin";
/// Kept for the system's own services when pods use all memory.
const RESERVED_BYTES: u64 = 192 << 20;
/// Less likely to be killed than any pod.
const OOM_SCORE: i32 = -998;

impl Place {
    pub fn shared(self) -> Arc<Self> {
        Arc::new(self)
    }

    /// Makes the groups of the system's own services, with memory that pods cannot take.
    pub fn prepare_cgroups(&self) -> std::io::Result<()> {
        let Some(root) = &self.cgroups else { return Ok(()) };
        let root = Group::at(root);
        root.delegate()?;
        let system = root.child("system");
        system.create()?;
        system.write("memory.min", &RESERVED_BYTES.to_string())?;
        system.delegate()?;
        let machined = system.child("machined");
        machined.create()?;
        machined.add(0)
    }

    /// A command with what every service of ours gets: path, limits and a group of its own.
    fn command(&self, program: impl Into<PathBuf>, id: &str) -> std::io::Result<Command> {
        let mut command = Command::new(program).env("PATH", PATH).open_files(self.limits.open_files).dir("/");
        if self.limits.protect_from_oom {
            command = command.oom_score_adj(OOM_SCORE);
        }
        if let Some(root) = &self.cgroups {
            let group = Group::at(root).child("system").child(id);
            group.create()?;
            command = command.cgroup(group.directory());
        }
        Ok(command)
    }
}

/// A number that changes with the text, so that a service restarts when what it reads has changed.
fn revision(text: &str) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Writes a file whole or not at all.
fn write(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let draft = path.with_extension("draft");
    std::fs::write(&draft, text)?;
    std::fs::rename(draft, path)
}
