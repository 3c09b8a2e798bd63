//! The first stage: from the firmware's world to the verified root.
//!
//! The loader has said which slot runs and from which partition it was read itself; the system disk is the one with
//! that partition. The command line says which root hash to accept. Nothing is found by a label.

use std::convert::Infallible;
use std::io;
use std::path::Path;
use std::time::Duration;

use image_layout::{Guid, Kind};
use machined_slots::{Cause, Slot, handover};
use machined_sys::module::Modules;
use machined_sys::mount::Mount;
use machined_sys::procfs;
use machined_sys::system_disk::{self, SystemDisk};
use machined_sys::uevent::Events;

use crate::last_words::Fatal;
use crate::say::{chain, complain, say};
use crate::time::now;
use crate::verity::Verity;
use crate::watchdog::Guard;
use crate::{coldplug, modprobe, mounts, switch};

const ROOT: &str = "/root";
const INIT: &str = "/usr/bin/init";
/// A disk may be slow to show itself; a machine whose disk does not come is restarted.
const DISK_WITHIN: Duration = Duration::from_secs(60);

/// Executes the root's init.
pub(crate) fn run() -> Result<Infallible, Fatal> {
    mounts::early().map_err(|err| step("mount /dev, /proc and /sys", err, Cause::CrashLoop, None))?;
    say("started in the initramfs");
    let arguments =
        procfs::kernel_arguments().map_err(|err| step("read the kernel's arguments", err, Cause::CrashLoop, None))?;
    let events = Events::subscribe().map_err(|err| step("listen for devices", err, Cause::CrashLoop, None))?;
    let modules =
        Modules::of_running_kernel().map_err(|err| step("read the modules' indexes", err, Cause::CrashLoop, None))?;
    for name in ["efivarfs", "dm_mod", "dm_verity", "erofs"] {
        modprobe::load(&modules, name);
    }
    coldplug::all_devices(&modules).map_err(|err| step("look for devices", err, Cause::CrashLoop, None))?;
    let mut guard = Guard::arm(&arguments);

    let (slot, reason, esp) = handed_over()?;
    say(&format!("slot {slot}: {reason}"));
    let disk = wait_for_disk(esp, &modules, &events, &mut guard)?;
    say(&format!("system disk {}", disk.name));
    let verity = Verity::parse(&arguments).ok_or(Fatal::Fact("the command line names no root"))?;
    let here = |disk: &SystemDisk| Some(Box::new((disk.clone(), slot)));
    let kind = match slot {
        Slot::A => Kind::RootA,
        Slot::B => Kind::RootB,
    };
    let partition = disk.partition(kind).map_err(|err| step("find the root", err, Cause::DamagedRoot, here(&disk)))?;
    let device = verity
        .open(&partition)
        .map_err(|err| step("open the root with dm-verity", err, Cause::DamagedRoot, here(&disk)))?;
    Mount::new("erofs", &device, Path::new(ROOT))
        .read_only()
        .mount()
        .map_err(|err| step("mount the root", err, Cause::DamagedRoot, here(&disk)))?;
    guard.pet(now());
    let mut arguments = vec![INIT.to_owned()];
    if let Some(number) = guard.pass_on() {
        arguments.extend(["--watchdog".to_owned(), number.to_string()]);
    }
    switch::to_root(Path::new(ROOT), INIT, &arguments)
        .map_err(|err| step("start the root's init", err, Cause::DamagedRoot, here(&disk)))
}

/// What the loader left in its volatile variables: slot, why this one, and the loader's own partition.
pub(crate) fn handed_over() -> Result<(Slot, String, Guid), Fatal> {
    if let Err(error) = mounts::firmware_variables() {
        complain(&format!("the firmware's variables are not there: {}", chain(&error)));
    }
    let value = |name: &str| {
        variable(name).map_err(|err| step("read what the loader handed over", err, Cause::CrashLoop, None))
    };
    let (slot, esp) = (value(handover::SLOT_VARIABLE)?, value(handover::ESP_VARIABLE)?);
    let reason = String::from_utf8_lossy(slot.get(2..).unwrap_or_default()).into_owned();
    let slot = handover::slot(&slot).ok_or(Fatal::Fact("the loader named no slot"))?;
    let esp = std::str::from_utf8(&esp).ok().and_then(|text| text.parse().ok());
    Ok((slot, reason, esp.ok_or(Fatal::Fact("the loader named no partition"))?))
}

/// The value stands behind four bytes of attributes.
fn variable(name: &str) -> io::Result<Vec<u8>> {
    let bytes = std::fs::read(format!("/sys/firmware/efi/efivars/{name}-{}", handover::VENDOR))?;
    Ok(bytes.get(4..).unwrap_or_default().to_vec())
}

/// Loads drivers for what appears until the disk does.
fn wait_for_disk(esp: Guid, modules: &Modules, events: &Events, guard: &mut Guard) -> Result<SystemDisk, Fatal> {
    let until = now() + DISK_WITHIN;
    loop {
        match system_disk::find(esp) {
            Ok(Some(disk)) => return Ok(disk),
            Ok(None) if now() < until => {}
            Ok(None) => return Err(Fatal::Fact("no disk has the partition that the loader was read from")),
            Err(err) => return Err(step("read the system disk", err, Cause::CrashLoop, None)),
        }
        guard.pet(now());
        if let Err(error) = events.wait(Duration::from_secs(1)) {
            complain(&format!("wait for devices: {error}"));
        }
        while let Ok(Some(event)) = events.next() {
            if let (Some("add"), Some(alias)) = (event.get("ACTION"), event.get("MODALIAS")) {
                modprobe::load(modules, alias);
            }
        }
    }
}

pub(crate) fn step(
    what: &str,
    err: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    cause: Cause,
    slot: Option<Box<(SystemDisk, Slot)>>,
) -> Fatal {
    Fatal::Step { what: what.to_owned(), err: err.into(), cause, slot }
}
