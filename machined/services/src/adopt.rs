//! Remembers which process is which service, so that a machined that was restarted finds them again.
//!
//! - The record lies in `/run`: it never outlives the boot whose process numbers it names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use machined_sys::child::ProcessFd;
use machined_sys::process::Identified;

#[derive(Clone, Debug)]
pub(crate) struct Remembered {
    directory: PathBuf,
}

impl Remembered {
    pub(crate) fn new(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into() }
    }

    pub(crate) fn keep(&self, id: &str, process: Identified, revision: &str) -> io::Result<()> {
        fs::create_dir_all(&self.directory)?;
        let text = format!("{} {}\n{revision}", process.pid, process.started);
        let draft = self.directory.join(format!(".{id}"));
        fs::write(&draft, text)?;
        fs::rename(draft, self.file(id))
    }

    /// The running process of a service and the revision that it was started with.
    pub(crate) fn find(&self, id: &str) -> Option<(ProcessFd, String)> {
        let text = fs::read_to_string(self.file(id)).ok()?;
        let (first, revision) = text.split_once('\n')?;
        let (pid, started) = first.split_once(' ')?;
        let process = Identified { pid: pid.parse().ok()?, started: started.parse().ok()? };
        Some((ProcessFd::find(process)?, revision.to_owned()))
    }

    pub(crate) fn forget(&self, id: &str) {
        // A stale record is harmless: its process is not found.
        let _ = fs::remove_file(self.file(id));
    }

    fn file(&self, id: &str) -> PathBuf {
        Path::new(&self.directory).join(id)
    }
}
