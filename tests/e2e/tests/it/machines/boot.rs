//! The image boots from the firmware to machined.

use anyhow::Result;

use crate::lab::{BOOT_WITHIN, Lab};

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
