//! The end of the machine: flush what is dirty, then restart or switch off.

use std::io;

use nix::sys::reboot::RebootMode;

/// What follows the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Reboot,
    PowerOff,
    Halt,
}

/// Writes all dirty data of all file systems to their disks.
pub fn flush() {
    nix::unistd::sync();
}

/// Ends the machine now; in a pid namespace of its own, it ends the namespace. Returns only on failure.
pub fn end(how: End) -> io::Error {
    let mode = match how {
        End::Reboot => RebootMode::RB_AUTOBOOT,
        End::PowerOff => RebootMode::RB_POWER_OFF,
        End::Halt => RebootMode::RB_HALT_SYSTEM,
    };
    match nix::sys::reboot::reboot(mode) {
        Ok(never) => match never {},
        Err(err) => err.into(),
    }
}

/// Ctrl-Alt-Del reaches PID 1 as SIGINT instead of resetting the machine at once.
pub fn ctrl_alt_del_is_signal() -> io::Result<()> {
    Ok(nix::sys::reboot::set_cad_enabled(false)?)
}
