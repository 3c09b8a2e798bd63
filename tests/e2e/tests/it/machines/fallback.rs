//! A slot B that fails comes back in A by itself, whatever it fails of, and the machine says why.

use std::time::Duration;

use anyhow::Result;
use image_formats::cpio::Archive;
use machined_slots::{Cause, Slot, State};

use crate::lab::{BOOT_WITHIN, Lab, Parts};

/// B's boot, its end, ten seconds of last words or watchdog, and A's boot.
const BACK_WITHIN: Duration = Duration::from_secs(300);
/// Where EROFS has its superblock, without which nothing can be mounted.
const SUPERBLOCK: u64 = 1024;

fn check_back_in_a(lab: &Lab, cause: Cause) -> Result<()> {
    let record = lab.records()?.record;
    assert_eq!((record.b.state, record.preferred), (State::Failed(cause), Slot::A));
    assert_eq!(record.a.state, State::Good);
    Ok(())
}

#[test]
fn a_slot_that_panics_before_init_falls_back() -> Result<()> {
    let (lab, parts) = (Lab::new("panics")?, Parts::read()?);
    lab.arm_slot_b(&parts.uki(&Archive::new().finish(), "")?)?;
    let machine = lab.start()?;
    machine.wait_for("loader: starting slot B: it is on trial, and this is its one try", BOOT_WITHIN)?;
    machine.wait_for("Kernel panic - not syncing", BOOT_WITHIN)?;
    machine.wait_for("loader: starting slot A: slot B failed: its one try ended without a commit", BACK_WITHIN)?;
    machine.wait_for("init: slot A: slot B failed: its one try ended without a commit", BACK_WITHIN)?;
    machine.wait_for("init: machined started", BACK_WITHIN)?;
    drop(machine);
    check_back_in_a(&lab, Cause::NotCommitted)
}

#[test]
fn a_slot_that_hangs_in_init_is_reset_by_the_watchdog_and_falls_back() -> Result<()> {
    let (lab, parts) = (Lab::new("hangs")?, Parts::read()?);
    lab.arm_slot_b(&parts.uki(&parts.initramfs, "ironstone.watchdog=20")?)?;
    let machine = lab.start()?;
    machine.wait_for("loader: starting slot B", BOOT_WITHIN)?;
    machine.wait_for("init: watchdog armed, 20 seconds", BOOT_WITHIN)?;
    machine.wait_for("init: slot B", BOOT_WITHIN)?;
    machine.hang_kernel()?;
    machine.wait_for("loader: starting slot A: slot B failed: its one try ended without a commit", BACK_WITHIN)?;
    machine.wait_for("init: machined started", BACK_WITHIN)?;
    drop(machine);
    check_back_in_a(&lab, Cause::NotCommitted)
}

#[test]
fn a_flipped_bit_in_the_root_falls_back() -> Result<()> {
    let (lab, parts) = (Lab::new("flipped")?, Parts::read()?);
    lab.arm_slot_b(&parts.uki(&parts.initramfs, "")?)?;
    lab.flip_a_bit_of_root_b(SUPERBLOCK)?;
    let machine = lab.start()?;
    machine.wait_for("init: cannot go on: mount the root", BOOT_WITHIN)?;
    machine.wait_for(
        "init: slot B is given up (its root file system is damaged); slot A starts next",
        Duration::from_secs(10),
    )?;
    machine.wait_for("loader: starting slot A", BACK_WITHIN)?;
    machine.wait_for("init: machined started", BACK_WITHIN)?;
    drop(machine);
    check_back_in_a(&lab, Cause::DamagedRoot)
}
