//! Control groups of version 2, the only version that the product knows.

use std::io;
use std::path::{Path, PathBuf};

/// One group: a directory of the unified hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    directory: PathBuf,
}

impl Group {
    /// The group at this directory, which must lie in a cgroup2 file system.
    pub fn at(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into() }
    }

    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// The controllers that children may use here.
    pub fn controllers(&self) -> io::Result<Vec<String>> {
        let text = std::fs::read_to_string(self.directory.join("cgroup.controllers"))?;
        Ok(text.split_whitespace().map(str::to_owned).collect())
    }

    /// Makes the group, and all above it, if it is missing.
    pub fn create(&self) -> io::Result<()> {
        std::fs::create_dir_all(&self.directory)
    }

    pub fn child(&self, name: &str) -> Self {
        Self { directory: self.directory.join(name) }
    }

    /// Lets children use every controller that is there. A group with processes of its own refuses this.
    pub fn delegate(&self) -> io::Result<()> {
        for controller in self.controllers()? {
            self.write("cgroup.subtree_control", &format!("+{controller}"))?;
        }
        Ok(())
    }

    /// Sets one of the controllers' files, such as `memory.min`.
    pub fn write(&self, file: &str, value: &str) -> io::Result<()> {
        std::fs::write(self.directory.join(file), value)
    }

    /// Moves a process (0: ourselves) here.
    pub fn add(&self, pid: i32) -> io::Result<()> {
        self.write("cgroup.procs", &pid.to_string())
    }

    pub fn processes(&self) -> io::Result<Vec<i32>> {
        let text = std::fs::read_to_string(self.directory.join("cgroup.procs"))?;
        Ok(text.lines().filter_map(|line| line.parse().ok()).collect())
    }

    /// Kills everything in the group and below it.
    pub fn kill(&self) -> io::Result<()> {
        self.write("cgroup.kill", "1")
    }

    /// Bytes in use, when the memory controller is there.
    pub fn memory_bytes(&self) -> Option<u64> {
        std::fs::read_to_string(self.directory.join("memory.current")).ok()?.trim().parse().ok()
    }

    pub fn remove(&self) -> io::Result<()> {
        std::fs::remove_dir(&self.directory)
    }
}
