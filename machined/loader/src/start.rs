//! Checks one slot's UKI and starts it from memory.

use alloc::format;

use machined_slots::{Cause, Image, Reason, Slot, handover};
use sha2::{Digest, Sha256};
use uefi::boot::{self, LoadImageSource};
use uefi::runtime::{self, VariableAttributes, VariableVendor};
use uefi::{CString16, Guid};

use crate::disk::{Disk, Trouble};
use crate::run::boot_partition;

/// Returns when the slot could not be started, or came back.
pub(crate) fn start(disk: &mut Disk, slot: Slot, image: &Image, reason: Reason) -> Result<(), (Cause, Trouble)> {
    let uki = disk.read_uki(boot_partition(slot), image.length).map_err(|trouble| (Cause::DamagedUki, trouble))?;
    if Sha256::digest(uki.as_ref()).as_slice() != image.sha256 {
        return Err((Cause::DamagedUki, Trouble::Digest));
    }
    let not_started = |trouble| (Cause::NotStarted, trouble);
    hand_over(disk, slot, reason).map_err(not_started)?;
    disk.release();
    let source = LoadImageSource::FromBuffer { buffer: uki.as_ref(), file_path: None };
    let kernel = boot::load_image(boot::image_handle(), source)
        .map_err(|err| not_started(Trouble::Status("load the kernel image", err.status())))?;
    drop(uki);
    boot::start_image(kernel).map_err(|err| not_started(Trouble::Status("start the kernel image", err.status())))
}

/// Tells init which slot runs, and which partition the loader came from: volatile variables, gone with this boot.
fn hand_over(disk: &Disk, slot: Slot, reason: Reason) -> Result<(), Trouble> {
    let letter = char::from(handover::letter(slot));
    let values =
        [(handover::ESP_VARIABLE, format!("{}", disk.esp())), (handover::SLOT_VARIABLE, format!("{letter} {reason}"))];
    for (name, value) in values {
        let name = CString16::try_from(name).map_err(|_| Trouble::Firmware("name a variable"))?;
        let vendor = VariableVendor(Guid::from_bytes(handover::VENDOR.0));
        let volatile = VariableAttributes::BOOTSERVICE_ACCESS | VariableAttributes::RUNTIME_ACCESS;
        runtime::set_variable(&name, &vendor, volatile, value.as_bytes())
            .map_err(|err| Trouble::Status("pass the slot on", err.status()))?;
    }
    Ok(())
}
