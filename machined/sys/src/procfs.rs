//! What the kernel tells about processes, memory and load, as values.

use std::io;
use std::time::Duration;

use crate::process::after_name;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    pub pid: i32,
    pub parent: i32,
    pub state: char,
    /// The kernel's short name.
    pub name: String,
    /// The arguments joined by blanks; empty for kernel threads.
    pub command: String,
    pub threads: u32,
    pub cpu_time: Duration,
    pub resident_bytes: u64,
    pub anonymous_bytes: u64,
    pub share: Share,
}

/// What a process keeps when each page that it shares is counted in parts. Nothing for kernel threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub bytes: u64,
    /// Of that: what no file stands behind.
    pub anonymous_bytes: u64,
    /// Of that: tmpfs and shared memory.
    pub shmem_bytes: u64,
    /// Pages of its own alone, in huge pages.
    pub huge_bytes: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    pub total: u64,
    pub free: u64,
    pub available: u64,
    pub buffers: u64,
    pub cached: u64,
    pub swap_total: u64,
    pub swap_free: u64,
    pub dirty: u64,
    pub slab: u64,
    /// What the kernel could not give back of `slab`.
    pub slab_unreclaimable: u64,
    /// Pages of processes that no file stands behind.
    pub anonymous: u64,
    /// Of that: in huge pages.
    pub anonymous_huge: u64,
    /// Files that processes have mapped.
    pub mapped: u64,
    /// tmpfs and shared memory.
    pub shmem: u64,
    pub kernel_stack: u64,
    pub page_tables: u64,
    pub percpu: u64,
    /// Modules among it.
    pub vmalloc_used: u64,
    /// What the kernel keeps free for itself: `available` is without it.
    pub kept_free: u64,
}

/// All processes of our pid namespace. One that ends meanwhile is left out. Walks the page tables of each: some
/// milliseconds for all of a node, more where a process keeps very much.
pub fn processes() -> io::Result<Vec<Process>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc")? {
        let Some(pid) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        if let Some(process) = process(pid) {
            found.push(process);
        }
    }
    found.sort_by_key(|process| process.pid);
    Ok(found)
}

fn process(pid: i32) -> Option<Process> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let command = std::fs::read(format!("/proc/{pid}/cmdline")).ok()?;
    let fields: Vec<&str> = after_name(&stat)?.split(' ').collect();
    let number = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok());
    // Fields 14 and 15 of proc(5), in ticks of which Linux on our architectures shows 100 a second.
    let ticks = number(11)? + number(12)?;
    let name = stat.split_once('(').and_then(|(_, rest)| rest.rsplit_once(") ")).map(|(name, _)| name.to_owned())?;
    let command = command.split(|byte| *byte == 0).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ");
    Some(Process {
        pid,
        parent: i32::try_from(number(1)?).ok()?,
        state: fields.first()?.chars().next()?,
        name,
        command: command.trim_end().to_owned(),
        threads: u32::try_from(number(17)?).ok()?,
        cpu_time: Duration::from_millis(ticks * 10),
        resident_bytes: kib(&status, "VmRSS:"),
        anonymous_bytes: kib(&status, "RssAnon:"),
        share: share(pid, &status),
    })
}

/// A kernel thread has no memory of its own, and a process that is ending has none any more.
fn share(pid: i32, status: &str) -> Share {
    if !status.contains("VmRSS:") {
        return Share::default();
    }
    std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).map(|text| rollup(&text)).unwrap_or_default()
}

fn rollup(text: &str) -> Share {
    Share {
        bytes: kib(text, "Pss:"),
        anonymous_bytes: kib(text, "Pss_Anon:"),
        shmem_bytes: kib(text, "Pss_Shmem:"),
        huge_bytes: kib(text, "AnonHugePages:"),
    }
}

pub fn memory() -> io::Result<Memory> {
    let text = std::fs::read_to_string("/proc/meminfo")?;
    Ok(Memory {
        total: kib(&text, "MemTotal:"),
        free: kib(&text, "MemFree:"),
        available: kib(&text, "MemAvailable:"),
        buffers: kib(&text, "Buffers:"),
        cached: kib(&text, "Cached:"),
        swap_total: kib(&text, "SwapTotal:"),
        swap_free: kib(&text, "SwapFree:"),
        dirty: kib(&text, "Dirty:"),
        slab: kib(&text, "Slab:"),
        slab_unreclaimable: kib(&text, "SUnreclaim:"),
        anonymous: kib(&text, "AnonPages:"),
        anonymous_huge: kib(&text, "AnonHugePages:"),
        mapped: kib(&text, "Mapped:"),
        shmem: kib(&text, "Shmem:"),
        kernel_stack: kib(&text, "KernelStack:"),
        page_tables: kib(&text, "PageTables:"),
        percpu: kib(&text, "Percpu:"),
        vmalloc_used: kib(&text, "VmallocUsed:"),
        // Only root may read it on some kernels; the rest is worth telling without it.
        kept_free: std::fs::read_to_string("/proc/zoneinfo").map(|zones| kept_free(&zones)).unwrap_or_default(),
    })
}

/// As the kernel's own sum (mm/page_alloc.c, calculate_totalreserve_pages): for each zone its high watermark and the
/// largest of what it protects from others, at most all of it.
fn kept_free(zones: &str) -> u64 {
    const PAGE: u64 = 4096;
    let (mut pages, mut high, mut managed) = (0, 0, 0);
    for line in zones.lines().map(str::trim) {
        let number = |rest: &str| rest.trim().parse::<u64>().unwrap_or_default();
        if let Some(rest) = line.strip_prefix("high ") {
            high = number(rest);
        } else if let Some(rest) = line.strip_prefix("managed ") {
            managed = number(rest);
        } else if let Some(rest) = line.strip_prefix("protection: (") {
            let protected = rest.trim_end_matches(')').split(',').map(number).max().unwrap_or_default();
            pages += (high + protected).min(managed);
        }
    }
    pages * PAGE
}

/// Averages of runnable processes over 1, 5 and 15 minutes.
pub fn load() -> io::Result<[f64; 3]> {
    let text = std::fs::read_to_string("/proc/loadavg")?;
    let mut numbers = text.split(' ').map(|field| field.parse().unwrap_or_default());
    Ok([(); 3].map(|()| numbers.next().unwrap_or_default()))
}

/// The words of the kernel's command line; quotes keep blanks.
pub fn kernel_arguments() -> io::Result<Vec<String>> {
    Ok(words(&std::fs::read_to_string("/proc/cmdline")?))
}

/// Release of the running kernel, as `uname -r`.
pub fn kernel_release() -> io::Result<String> {
    Ok(nix::sys::utsname::uname()?.release().to_string_lossy().into_owned())
}

pub fn set_hostname(name: &str) -> io::Result<()> {
    Ok(nix::unistd::sethostname(name)?)
}

pub fn hostname() -> io::Result<String> {
    Ok(nix::unistd::gethostname()?.to_string_lossy().into_owned())
}

fn kib(text: &str, key: &str) -> u64 {
    let row = text.lines().find_map(|line| line.strip_prefix(key));
    row.and_then(|rest| rest.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or_default() * 1024
}

fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in line.trim().chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => {
                if let Some(word) = words.last_mut() {
                    word.push(letter);
                }
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn we_are_among_the_processes() {
        let ours = crate::process::id();
        let found = processes().unwrap();
        let me = found.iter().find(|process| process.pid == ours).unwrap();
        assert!(me.resident_bytes > 0 && !me.command.is_empty());
        let share = me.share;
        assert!(share.anonymous_bytes > 0 && share.bytes >= share.anonymous_bytes, "{share:?}");
        assert!(share.bytes <= me.resident_bytes + (1 << 20), "{me:?}");
        let memory = memory().unwrap();
        assert!(memory.total > 0 && memory.anonymous > 0 && memory.page_tables > 0 && memory.slab_unreclaimable > 0);
        assert!(memory.kept_free < memory.total, "{memory:?}");
    }

    #[test]
    fn a_process_that_is_gone_keeps_nothing() {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        // No process has a negative id.
        assert_eq!(share(-1, &status), Share::default());
        assert_eq!(process(-1), None);
        assert_eq!(share(crate::process::id(), "Name:\tkthreadd\n"), Share::default());
    }

    #[test]
    fn shares_are_read_by_their_whole_names() {
        let text = "5586-7ffe ---p 00000000 00:00 0    [rollup]\nRss:    884 kB\nPss:    385 kB\nPss_Dirty:   1 kB\n\
            Pss_Anon:    301 kB\nPss_File:    80 kB\nPss_Shmem:    4 kB\nAnonHugePages:    2048 kB\n";
        let kib = |n: u64| n * 1024;
        let share = Share { bytes: kib(385), anonymous_bytes: kib(301), shmem_bytes: kib(4), huge_bytes: kib(2048) };
        assert_eq!(rollup(text), share);
    }

    #[test]
    fn zones_keep_their_watermarks_and_what_they_protect() {
        let zones = "Node 0, zone      DMA\n  pages free     3840\n        boost    0\n        min      10\n        low      12\n\
            \x20       high     15\n        managed  100\n        protection: (0, 40, 60, 60, 60)\n    pagesets\n\
            \x20             high_max: 5\n              high_min: 5\n\
            Node 0, zone   Normal\n        high     20\n        managed  30\n        protection: (0, 0, 40)\n";
        assert_eq!(kept_free(zones), (75 + 30) * 4096);
    }

    #[test]
    fn kernel_arguments_keep_quoted_blanks() {
        assert_eq!(words("a  b=\"c d\" e\n"), ["a", "b=c d", "e"]);
    }
}
