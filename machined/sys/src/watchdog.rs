//! A hardware watchdog: once open, it resets the machine unless it is petted in time.
#![allow(unsafe_code)]

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::{AsRawFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};
use std::path::Path;
use std::time::Duration;

/// An armed watchdog. Dropping it leaves it armed: whoever cannot pet it any more shall be reset.
#[derive(Debug)]
pub struct Watchdog {
    file: File,
}

// linux/watchdog.h
const SET_TIMEOUT: libc::c_ulong = 0xc004_5706;
const BOOT_STATUS: libc::c_ulong = 0x8004_5702;
const CARD_RESET: i32 = 0x20;

impl Watchdog {
    /// Arms it; the device takes a timeout near the one asked for.
    pub fn arm(device: &Path, timeout: Duration) -> io::Result<Self> {
        let watchdog = Self { file: File::options().write(true).open(device)? };
        let mut seconds = i32::try_from(timeout.as_secs()).map_err(|_| io::ErrorKind::InvalidInput)?;
        watchdog.number(SET_TIMEOUT, &mut seconds)?;
        Ok(watchdog)
    }

    /// Takes over one that was armed by the program before us.
    pub fn inherited(number: RawFd) -> io::Result<Self> {
        // Checked before it is owned: a wrong number must not close somebody's descriptor.
        // SAFETY: fcntl on any number is harmless.
        if unsafe { libc::fcntl(number, libc::F_SETFD, libc::FD_CLOEXEC) } < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: our own earlier stage left this descriptor open for us alone, and main calls this once.
        Ok(Self { file: unsafe { OwnedFd::from_raw_fd(number) }.into() })
    }

    /// Leaves it open for the program that follows in this process; says under which number.
    pub fn pass_on(self) -> io::Result<RawFd> {
        let number = self.file.into_raw_fd();
        // SAFETY: the descriptor is open: it was ours until the line above.
        if unsafe { libc::fcntl(number, libc::F_SETFD, 0) } < 0 {
            return Err(io::Error::last_os_error());
        }
        Ok(number)
    }

    /// Gives the machine another timeout's worth of life.
    pub fn pet(&mut self) -> io::Result<()> {
        // Any byte but V, which would disarm it at closing.
        self.file.write_all(b".")
    }

    /// Whether it was this watchdog that reset the machine before this boot.
    pub fn has_reset_us(&self) -> io::Result<bool> {
        let mut flags = 0;
        self.number(BOOT_STATUS, &mut flags)?;
        Ok(flags & CARD_RESET != 0)
    }

    fn number(&self, request: libc::c_ulong, value: &mut i32) -> io::Result<()> {
        // SAFETY: both requests read or write one int, which is live.
        if unsafe { libc::ioctl(self.file.as_raw_fd(), request as libc::Ioctl, std::ptr::from_mut(value)) } < 0 {
            return Err(io::Error::last_os_error());
        }
        Ok(())
    }
}
