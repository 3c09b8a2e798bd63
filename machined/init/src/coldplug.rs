//! Loads drivers for the devices that were there before anybody listened for events.

use std::process::ExitCode;

use machined_sys::module::{Modules, wanted_by_devices};

use crate::modprobe::load;
use crate::say::complain;

/// A process of its own after the root is mounted, for a driver may take its time.
pub(crate) fn run() -> ExitCode {
    match Modules::of_running_kernel().and_then(|modules| all_devices(&modules)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("look for devices: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// Twice, for a driver may bring devices that ask for further ones (a disk behind its controller).
pub(crate) fn all_devices(modules: &Modules) -> std::io::Result<()> {
    let first = wanted_by_devices()?;
    for alias in &first {
        load(modules, alias);
    }
    for alias in wanted_by_devices()?.iter().filter(|alias| !first.contains(alias)) {
        load(modules, alias);
    }
    Ok(())
}
