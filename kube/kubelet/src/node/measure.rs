//! What the machine has and how full it is, read from the kernel. Decides nothing.

use std::io;
use std::path::Path;

use nix::sys::statvfs::statvfs;

use crate::config::Capacity;

/// How much of a file system is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Disk {
    pub(crate) capacity: u64,
    pub(crate) available: u64,
    pub(crate) inodes: u64,
    pub(crate) inodes_free: u64,
}

/// The machine's memory in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Memory {
    pub(crate) total: u64,
    pub(crate) available: u64,
}

pub(crate) fn disk(path: &Path) -> io::Result<Disk> {
    let stat = statvfs(path)?;
    let block = stat.fragment_size();
    Ok(Disk {
        capacity: stat.blocks() * block,
        available: stat.blocks_available() * block,
        inodes: stat.files(),
        inodes_free: stat.files_available(),
    })
}

pub(crate) fn memory() -> io::Result<Memory> {
    Ok(parse_memory(&std::fs::read_to_string("/proc/meminfo")?))
}

fn parse_memory(text: &str) -> Memory {
    let field = |name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.and_then(|rest| rest.split_whitespace().next()).and_then(|number| number.parse::<u64>().ok()).unwrap_or(0)
            * 1024
    };
    Memory { total: field("MemTotal"), available: field("MemAvailable") }
}

pub(crate) fn capacity(root: &Path) -> io::Result<Capacity> {
    let cpus = std::thread::available_parallelism()?.get() as u64;
    Ok(Capacity { cpu_milli: cpus * 1000, memory: memory()?.total, storage: disk(root)?.capacity })
}

/// One line of a file, without its end; empty where there is none.
pub(crate) fn line(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_default().trim().to_owned()
}

pub(crate) fn kernel() -> String {
    line("/proc/sys/kernel/osrelease")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_in_bytes() {
        let text = "MemTotal:       24000 kB\nMemFree:  1 kB\nMemAvailable:   12000 kB\n";
        assert_eq!(parse_memory(text), Memory { total: 24_000 * 1024, available: 12_000 * 1024 });
    }
}
