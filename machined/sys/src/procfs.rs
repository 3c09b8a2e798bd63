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
}

/// All processes of our pid namespace. One that ends meanwhile is left out.
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
    })
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
    })
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
        assert!(memory().unwrap().total > 0);
    }

    #[test]
    fn kernel_arguments_keep_quoted_blanks() {
        assert_eq!(words("a  b=\"c d\" e\n"), ["a", "b=c d", "e"]);
    }
}
