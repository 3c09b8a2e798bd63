//! The program `init`: what the kernel starts, twice, and PID 1 for the node's life.
//!
//! Its name says what it does: `/init` in the initramfs finds and verifies the root and starts the root's own copy;
//! `/usr/bin/init` mounts, starts machined, reaps and pets; `modprobe` loads the module that the kernel asks for.
//! One thread, no async, nothing that a client sends is parsed here. machined does the rest.
//!
//! - PID 1 never ends by accident: every end goes through `last_words` or `end`.

mod coldplug;
mod end;
mod initramfs;
mod last_words;
mod modprobe;
mod mounts;
mod pid1;
mod plan;
mod say;
mod switch;
mod time;
mod verity;
mod watchdog;

use std::ffi::OsString;
use std::os::fd::RawFd;
use std::process::ExitCode;

use crate::last_words::{Fatal, last_words};
use crate::pid1::Place;

fn main() -> ExitCode {
    // A program reads its arguments once, here.
    #[allow(clippy::disallowed_methods)]
    let arguments: Vec<String> =
        std::env::args_os().map(OsString::into_string).map(|text| text.unwrap_or_default()).collect();
    let name = arguments.first().map(String::as_str).unwrap_or_default();
    let rest = arguments.get(1..).unwrap_or_default();
    match name.rsplit('/').next() {
        Some("modprobe") => return modprobe::run(rest),
        Some("coldplug") => return coldplug::run(),
        _ => {}
    }
    if std::process::id() != 1 {
        eprintln!("init: only the kernel starts this program, as PID 1");
        return ExitCode::from(2);
    }
    let stage = || if name == "/init" { initramfs::run() } else { pid1::run(place(rest)) };
    // Neither stage ever returns; what comes back is why it could not go on.
    let fatal = match std::panic::catch_unwind(stage) {
        Ok(Err(fatal)) => fatal,
        Ok(Ok(never)) => match never {},
        Err(_) => Fatal::Panic,
    };
    last_words(&fatal)
}

/// `--platform machine|native`, which native nodes give, and `--watchdog N` from our own first stage.
fn place(arguments: &[String]) -> (Place, Option<RawFd>) {
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).map(String::as_str)
    };
    let place = if value("--platform") == Some("native") { Place::Native } else { Place::Machine };
    (place, value("--watchdog").and_then(|number| number.parse().ok()))
}
