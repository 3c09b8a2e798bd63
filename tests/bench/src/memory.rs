//! Memory and processor time of processes of this host: who they are, what each keeps, what each did meanwhile.

use std::collections::BTreeMap;
use std::fs;

use tests_store::bench::Memory;

/// One process at one moment.
#[derive(Clone, Debug)]
pub(crate) struct Process {
    pub(crate) pid: u32,
    pub(crate) name: String,
    pub(crate) memory: Memory,
    /// Since its start.
    pub(crate) cpu_ms: u64,
}

/// A process and all below it, in the order of their ids.
pub(crate) fn below(root: u32) -> Vec<Process> {
    let parents = parents();
    let (mut found, mut pending) = (Vec::new(), vec![root]);
    while let Some(pid) = pending.pop() {
        found.extend(process(pid));
        pending.extend(parents.iter().filter(|(_, parent)| **parent == pid).map(|(pid, _)| *pid));
    }
    found.sort_by_key(|process| process.pid);
    found
}

pub(crate) fn children(of: u32) -> Vec<u32> {
    parents().into_iter().filter(|(_, parent)| *parent == of).map(|(pid, _)| pid).collect()
}

/// The parent of each process.
fn parents() -> BTreeMap<u32, u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    pids.filter_map(|pid| Some((pid, stat(pid)?.get(1)?.parse().ok()?))).collect()
}

/// What stands there now; `None` when it has ended.
pub(crate) fn process(pid: u32) -> Option<Process> {
    let fields = stat(pid)?;
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok()).unwrap_or(0);
    // A tick is 10 ms on every Linux that matters: USER_HZ.
    let cpu_ms = (ticks(11) + ticks(12)) * 10;
    let line = fs::read(format!("/proc/{pid}/cmdline")).ok()?;
    let words: Vec<String> =
        line.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into_owned()).collect();
    Some(Process { pid, name: name(&words), memory: Memory::of(pid), cpu_ms })
}

/// Processes of one name are one row.
pub(crate) fn name(words: &[String]) -> String {
    let program = words.first().map_or("", |word| word.rsplit('/').next().unwrap_or_default());
    match (program, words.get(1)) {
        ("kube", Some(component)) => format!("kube {component}"),
        (program, _) => program.to_owned(),
    }
}

/// The fields of `/proc/PID/stat` after the name, which may hold blanks.
fn stat(pid: u32) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = text.rsplit_once(") ")?;
    Some(rest.split_whitespace().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_is_found_and_named() {
        let own = below(std::process::id());
        let own = own.first().expect("this process");
        assert!(own.memory.anonymous > 0 && own.name.contains("bench"), "{own:?}");
        let words = ["/usr/bin/kube".to_owned(), "apiserver".to_owned(), "--config".to_owned()];
        assert_eq!(name(&words), "kube apiserver");
    }
}
