//! The orderly end: whatever still runs is asked, then made, to stop; everything is flushed; the machine ends.
//!
//! machined has stopped its services before it asks for this. Each step has a deadline, and the kernel's refusals (in a
//! namespace there are some) are passed over: the end itself must come.

use std::path::Path;
use std::time::Duration;

use machined_sys::power::{self, End};
use machined_sys::{mount, procfs};
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use crate::say::{complain, say};
use crate::time::{now, pause};
use crate::watchdog::Guard;

const TERMINATE_WITHIN: Duration = Duration::from_secs(10);
const KILL_WITHIN: Duration = Duration::from_secs(5);
/// What the kernel itself stands on is not unmounted.
const STAY: [&str; 4] = ["/dev", "/proc", "/sys", "/run"];

/// Never returns.
pub(crate) fn end(how: End, guard: &mut Guard) -> ! {
    say(match how {
        End::Reboot => "restarting",
        End::PowerOff | End::Halt => "switching off",
    });
    for (signal, within) in [(Signal::SIGTERM, TERMINATE_WITHIN), (Signal::SIGKILL, KILL_WITHIN)] {
        // Everybody but PID 1 and kernel threads.
        if kill(Pid::from_raw(-1), signal).is_ok() && !others_ended(within, guard) {
            complain(&format!("some processes outlived {signal}"));
        }
    }
    power::flush();
    unmount_all();
    power::flush();
    guard.pet(now());
    let error = power::end(how);
    complain(&format!("the kernel does not end the machine: {error}"));
    loop {
        // The watchdog, no longer petted, or an operator ends this.
        pause(KILL_WITHIN);
    }
}

/// Reaps until nobody is left or the time is over.
fn others_ended(within: Duration, guard: &mut Guard) -> bool {
    let until = now() + within;
    while now() < until {
        guard.pet(now());
        match waitpid(None, Some(WaitPidFlag::WNOHANG)) {
            Err(_) if !others_run() => return true,
            // Processes of somebody else's that we are not the parent of, or children still running.
            Err(_) | Ok(WaitStatus::StillAlive) => pause(Duration::from_millis(20)),
            Ok(_) => {}
        }
    }
    false
}

/// Whether there is any process with arguments but us: kernel threads have none.
fn others_run() -> bool {
    procfs::processes().is_ok_and(|all| all.iter().any(|process| process.pid != 1 && !process.command.is_empty()))
}

/// Latest first; what is busy becomes read-only, which flushes it as well.
fn unmount_all() {
    let Ok(mounted) = mount::mounted() else { return };
    for row in mounted.iter().rev() {
        let target = &row.target;
        if target == Path::new("/") || STAY.iter().any(|stay| target.starts_with(stay)) {
            continue;
        }
        if mount::unmount(target).is_err() && mount::remount_read_only(target).is_err() {
            complain(&format!("{} is still mounted", target.display()));
        }
    }
}
