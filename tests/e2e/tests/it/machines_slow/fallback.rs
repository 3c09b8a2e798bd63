//! Further ways for a slot B to fail.

use std::time::Duration;

use anyhow::{Context, Result};
use machined_slots::{Cause, State};

use crate::lab::{BOOT_WITHIN, Lab, Parts, image};

/// A crash loop takes half a minute to be called one.
const BACK_WITHIN: Duration = Duration::from_secs(240);

/// The root mounts and init runs; only machined cannot be read.
#[test]
fn a_flipped_bit_in_machined_falls_back() -> Result<()> {
    let (lab, parts) = (Lab::new("flipped-machined")?, Parts::read()?);
    let root = std::fs::read(image().join("root.img"))?;
    let machined = std::fs::read(image().join("parts/machined"))?;
    let start = machined.get(..4096).context("machined is larger than a page")?;
    let at = root.windows(4096).step_by(512).position(|window| window == start).context("machined lies in the root")?;
    lab.arm_slot_b(&parts.uki(&parts.initramfs, "")?)?;
    lab.flip_a_bit_of_root_b(at as u64 * 512)?;
    let machine = lab.start()?;
    machine.wait_for("loader: starting slot B", BOOT_WITHIN)?;
    machine.wait_for("init: slot B is given up (its root file system is damaged)", BACK_WITHIN)?;
    machine.wait_for("loader: starting slot A", BACK_WITHIN)?;
    machine.wait_for("init: machined started", BACK_WITHIN)?;
    drop(machine);
    assert_eq!(lab.records()?.record.b.state, State::Failed(Cause::DamagedRoot));
    Ok(())
}

/// The loader checks what it starts.
#[test]
fn a_flipped_bit_in_the_kernel_image_is_never_started() -> Result<()> {
    let (lab, parts) = (Lab::new("flipped-kernel")?, Parts::read()?);
    let mut uki = parts.uki(&parts.initramfs, "")?;
    lab.arm_slot_b(&uki)?;
    let middle = uki.len() / 2;
    uki[middle] ^= 1;
    lab.put_uki_b(&uki)?;
    let machine = lab.start()?;
    machine.wait_for("loader: slot B: its kernel image does not have the digest of its record", BOOT_WITHIN)?;
    machine.wait_for("loader: starting slot A: slot B failed: its kernel image is damaged", BOOT_WITHIN)?;
    machine.wait_for("init: machined started", BACK_WITHIN)?;
    drop(machine);
    assert_eq!(lab.records()?.record.b.state, State::Failed(Cause::DamagedUki));
    Ok(())
}
