//! The image boots from the firmware to machined, whatever the clock says.

use anyhow::Result;

use crate::lab::{BOOT_WITHIN, Lab};
use machined_base::Clock;
use qemu_vm::{Config, Machine};

/// Long before the system was built, and before any certificate is valid.
const LONG_AGO: &str = "1970-01-01T00:00:10";

#[test]
fn boots_from_the_firmware_to_machined() -> Result<()> {
    let lab = Lab::new("boots")?;
    let machine = lab.start()?;
    for words in [
        "loader: starting slot A: it is the preferred slot",
        "init: slot A",
        "init: watchdog armed",
        "init: root mounted, PID 1 goes on",
        "init: machined started",
    ] {
        machine.wait_for(words, BOOT_WITHIN)?;
    }
    Ok(())
}

#[test]
fn a_clock_at_1970_still_boots() -> Result<()> {
    let lab = Lab::new("long-ago")?;
    let (config, _) = lab.config()?;
    let machine = Machine::start(Config { clock: Some(LONG_AGO.into()), ..config }, Clock::system())?;
    machine.wait_for("init: machined started", BOOT_WITHIN)?;
    Ok(())
}
