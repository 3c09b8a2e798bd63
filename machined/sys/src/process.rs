//! Who a process is, beyond its number, which the kernel reuses.

use std::io;

/// A process's number and the moment it started, in ticks since boot: together never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Identified {
    pub pid: i32,
    pub started: u64,
}

impl Identified {
    pub fn of(pid: i32) -> io::Result<Self> {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
        let started = after_name(&stat).and_then(|rest| rest.split(' ').nth(19)).and_then(|field| field.parse().ok());
        started
            .map(|started| Self { pid, started })
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, "unexpected /proc/PID/stat"))
    }
}

/// The fields of `/proc/PID/stat` from the third on: the second, the name, may hold blanks and brackets.
pub(crate) fn after_name(stat: &str) -> Option<&str> {
    stat.rsplit_once(") ").map(|(_, rest)| rest)
}

/// Our own number.
pub fn id() -> i32 {
    std::process::id().cast_signed()
}

/// The user that we run as.
pub fn user() -> u32 {
    nix::unistd::geteuid().as_raw()
}
