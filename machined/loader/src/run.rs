//! The loader's one run: decide, write, check, start; and again with the other slot when one cannot be started.

use core::time::Duration;

use image_layout::Kind;
use machined_slots::{Cause, Copies, Decision, Reason, Record, Slot};
use uefi::{Status, boot, println};

use crate::disk::{Disk, Trouble};
use crate::start;

/// How long the console stays readable before the firmware goes on to its next boot entry.
const READING_TIME: Duration = Duration::from_secs(10);

/// Returns only when nothing could be started.
pub(crate) fn run() -> Status {
    if let Err(trouble) =
        uefi::helpers::init().map_err(|_| Trouble::Firmware("initialise")).and_then(|()| boot_a_slot())
    {
        println!("loader: {trouble}");
    }
    println!("loader: nothing to boot, back to the firmware");
    boot::stall(READING_TIME);
    Status::LOAD_ERROR
}

/// Tries slots in the order that the records give, each at most once.
fn boot_a_slot() -> Result<(), Trouble> {
    let mut disk = Disk::of_loader()?;
    println!("loader: read from ESP {}", disk.esp());
    let mut copies = disk.read_records()?;
    if let Some(damage) = copies.other {
        println!("loader: one slot record is unreadable ({damage}), the other one holds");
    }
    let record = copies.record;
    println!("loader: slot A is {}, slot B is {}, {} is preferred", record.a.state, record.b.state, record.preferred);
    let mut decision = record.decide();
    for _ in 0..2 {
        decision = carry_out(&mut disk, &mut copies, decision);
        let Some(slot) = decision.boot else {
            println!("loader: {}", decision.reason);
            return Ok(());
        };
        println!("loader: starting slot {slot}: {}", decision.reason);
        let cause = match start::start(&mut disk, slot, &copies.record.slot(slot).contents.uki, decision.reason) {
            Ok(()) => Cause::NotStarted,
            Err((cause, trouble)) => {
                println!("loader: slot {slot}: {trouble}");
                cause
            }
        };
        disk.reopen()?;
        decision = copies.record.decide_after(slot, cause);
    }
    carry_out(&mut disk, &mut copies, decision);
    Ok(())
}

/// Writes the record that a decision asks for. A try that cannot be spent is not started; any other record only
/// explains what happened, and its loss changes nothing that boots.
fn carry_out(disk: &mut Disk, copies: &mut Copies, decision: Decision) -> Decision {
    let Some(next) = decision.write else { return decision };
    match write(disk, copies, next) {
        Ok(()) => decision,
        Err(trouble) if decision.reason == Reason::Trial => {
            println!("loader: the try of slot {} cannot be spent, so it is not started: {trouble}", letter(decision));
            copies.record.decide_unwritable()
        }
        Err(trouble) => {
            println!("loader: the slot record cannot be written: {trouble}");
            copies.record = next;
            decision
        }
    }
}

fn write(disk: &mut Disk, copies: &mut Copies, next: Record) -> Result<(), Trouble> {
    let write = copies.write(next);
    disk.write_record(write.at, &write.sector)?;
    *copies = Copies { record: write.record, at: write.at, other: None };
    Ok(())
}

fn letter(decision: Decision) -> Slot {
    decision.boot.unwrap_or(Slot::A)
}

/// The partition that holds a slot's UKI.
pub(crate) fn boot_partition(slot: Slot) -> Kind {
    match slot {
        Slot::A => Kind::BootA,
        Slot::B => Kind::BootB,
    }
}
