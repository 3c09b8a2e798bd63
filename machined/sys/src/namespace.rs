//! Network namespaces: made, kept by a path, and entered by one thread at a time.

use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::path::Path;

use nix::sched::{CloneFlags, setns, unshare};

use crate::mount::{Mount, MountError};

#[derive(Debug, thiserror::Error)]
pub enum NamespaceError {
    #[error("open network namespace {path}")]
    Open {
        path: String,
        #[source]
        err: io::Error,
    },
    #[error("enter network namespace")]
    Enter(#[source] io::Error),
    #[error("make network namespace")]
    Make(#[source] io::Error),
    #[error("keep network namespace")]
    Keep(#[source] MountError),
    #[error("the thread in the namespace panicked")]
    Panicked,
}

/// Runs `work` on a thread of its own that lives in the network namespace kept at `path`.
pub fn in_network<T: Send>(path: &Path, work: impl FnOnce() -> T + Send) -> Result<T, NamespaceError> {
    let file = File::open(path).map_err(|err| NamespaceError::Open { path: path.display().to_string(), err })?;
    let thread = || {
        setns(file.as_fd(), CloneFlags::CLONE_NEWNET).map_err(|err| NamespaceError::Enter(err.into()))?;
        Ok(work())
    };
    // The thread ends with the work, so nobody inherits the namespace by accident.
    std::thread::scope(|scope| scope.spawn(thread).join().map_err(|_| NamespaceError::Panicked)?)
}

/// Makes an empty network namespace and keeps it at `path` (a new file, on which it is mounted).
pub fn make_network(path: &Path) -> Result<(), NamespaceError> {
    let opened = |err| NamespaceError::Open { path: path.display().to_string(), err };
    File::options().write(true).create_new(true).open(path).map_err(opened)?;
    let thread = || {
        unshare(CloneFlags::CLONE_NEWNET).map_err(|err| NamespaceError::Make(err.into()))?;
        Mount::bind("/proc/thread-self/ns/net", path).mount().map_err(NamespaceError::Keep)
    };
    std::thread::scope(|scope| scope.spawn(thread).join().map_err(|_| NamespaceError::Panicked)?)
}

/// Lets go of a namespace made by [`make_network`].
pub fn remove_network(path: &Path) -> io::Result<()> {
    crate::mount::detach(path).map_err(io::Error::other)?;
    std::fs::remove_file(path)
}
