//! Holds a pod's namespaces: waits for ever, reaps what is left to it, ends on SIGTERM or SIGINT.
//!
//! It is process 1 of its sandbox, and of a pod that shares its processes. Built for the static target: a sandbox holds
//! nothing but this file.

use nix::sys::signal::{SigSet, Signal};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};

fn main() {
    let mut signals = SigSet::empty();
    for signal in [Signal::SIGTERM, Signal::SIGINT, Signal::SIGCHLD] {
        signals.add(signal);
    }
    // Blocked, so that each is taken by the wait below and none is lost between two waits.
    if let Err(err) = signals.thread_block() {
        fail("block signals", err);
    }
    loop {
        match signals.wait() {
            Ok(Signal::SIGTERM | Signal::SIGINT) => return,
            Ok(_) => reap(),
            Err(err) => fail("wait for signals", err),
        }
    }
}

/// Several children may have ended for one signal.
fn reap() {
    while let Ok(status) = waitpid(None, Some(WaitPidFlag::WNOHANG)) {
        if status == WaitStatus::StillAlive {
            return;
        }
    }
}

fn fail(what: &str, err: nix::Error) -> ! {
    // A sandbox has no log: the exit code is what the runtime shows.
    let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("{what}: {err}\n"));
    std::process::exit(2);
}
