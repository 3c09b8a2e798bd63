//! Processes of this host: started detached with their output in a file, found again, and ended by their identity.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::Context;
use machined_base::Clock;
use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::record::Process;

/// Starts `program` in a session of its own, so that it outlives this command and its terminal.
#[expect(clippy::disallowed_methods, reason = "a desk tool starts its programs by an argument list, on any host")]
pub(crate) fn start(name: &str, program: &Path, args: &[&str], log: &Path) -> anyhow::Result<Process> {
    let out = File::options().create(true).append(true).open(log).with_context(|| format!("open {}", log.display()))?;
    let err = out.try_clone().with_context(|| format!("open {} twice", log.display()))?;
    // `setsid --fork` would hide the id; a process group of its own is what Ctrl-C must not reach.
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::null()).stdout(out).stderr(err);
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let child = command.spawn().with_context(|| format!("start {} as {name}", program.display()))?;
    let pid = i32::try_from(child.id()).context("a process id fits")?;
    let start = start_time(pid).with_context(|| format!("{name} ended at once; see {}", log.display()))?;
    Ok(Process { name: name.to_owned(), pid, start })
}

/// Field 22 of `/proc/PID/stat`; the name before it may hold spaces and parentheses.
fn start_time(pid: i32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()
}

/// A zombie has ended: only its parent has not looked yet.
fn is_zombie(pid: i32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with('Z'))
}

pub(crate) fn is_alive(process: &Process) -> bool {
    start_time(process.pid) == Some(process.start) && !is_zombie(process.pid)
}

/// Asks, waits at most `within`, then kills. Returns whether it had to kill.
pub(crate) async fn stop(clock: &Clock, process: &Process, within: Duration) -> anyhow::Result<bool> {
    if !signal(process, Signal::SIGTERM)? {
        return Ok(false);
    }
    let deadline = clock.monotonic().0 + within;
    while clock.monotonic().0 < deadline {
        if !is_alive(process) {
            return Ok(false);
        }
        clock.sleep(Duration::from_millis(20)).await;
    }
    signal(process, Signal::SIGKILL)
}

/// False when it had ended before.
pub(crate) fn signal(process: &Process, signal: Signal) -> anyhow::Result<bool> {
    if !is_alive(process) {
        return Ok(false);
    }
    match kill(Pid::from_raw(process.pid), signal) {
        Ok(()) => Ok(true),
        Err(Errno::ESRCH) => Ok(false),
        Err(err) => Err(err).with_context(|| format!("send {signal} to {} ({})", process.name, process.pid)),
    }
}

/// The last lines of a log, for whoever has to know why something did not come up.
pub(crate) fn tail(log: &Path, lines: usize) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let all: Vec<&str> = text.lines().collect();
    all.get(all.len().saturating_sub(lines)..).unwrap_or_default().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_process_is_found_by_identity_and_ended() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        let process = start("sleeper", Path::new("/bin/sleep"), &["1000"], &log).unwrap();
        assert!(is_alive(&process));
        let reused = Process { start: process.start + 1, ..process.clone() };
        assert!(!is_alive(&reused), "an id alone proves nothing");
        stop(&Clock::system(), &process, Duration::from_secs(5)).await.unwrap();
        assert!(!is_alive(&process));
    }
}
