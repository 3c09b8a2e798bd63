//! The loader: the first code of ours that runs. UEFI reads it from an ESP; it starts the UKI of one slot.
//!
//! It reads the slot records from META of the disk it was read from, lets `machined-slots` decide, spends the try of a
//! slot on trial with one flushed sector, checks the UKI's length and digest, and starts it from memory. It says on the
//! console what it does and why. It writes nothing but META, and no EFI variable that outlives this boot.
//!
//! Built for the host, the program is empty, so that the workspace builds in one go.
#![cfg_attr(target_os = "uefi", no_std, no_main)]

#[cfg(target_os = "uefi")]
extern crate alloc;

#[cfg(target_os = "uefi")]
mod disk;
#[cfg(target_os = "uefi")]
mod run;
#[cfg(target_os = "uefi")]
mod start;

#[cfg(target_os = "uefi")]
#[uefi::entry]
fn main() -> uefi::Status {
    run::run()
}

#[cfg(not(target_os = "uefi"))]
fn main() {}
