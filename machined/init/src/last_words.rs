//! The one way in which PID 1 gives up: it says why, takes a failed slot out of use, flushes, and restarts.

use std::time::Duration;

use machined_slots::{Cause, Refused, Slot};
use machined_sys::power::{self, End};
use machined_sys::system_disk::{DiskError, SystemDisk};

use crate::say::{chain, complain, say};
use crate::time::pause;
use crate::verity;

/// How long the last words stay readable on a console.
const READING_TIME: Duration = Duration::from_secs(10);

/// Why PID 1 cannot go on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fatal {
    #[error("{what}")]
    Step {
        /// What was tried.
        what: String,
        #[source]
        err: Box<dyn std::error::Error + Send + Sync>,
        /// What it means for the slot.
        cause: Cause,
        /// Where the slot records are, once that is known.
        slot: Option<Box<(SystemDisk, Slot)>>,
    },
    #[error("{0}")]
    Fact(&'static str),
    #[error("machined ended again and again")]
    CrashLoop(Box<(SystemDisk, Slot)>),
    #[error("a fault in init itself")]
    Panic,
}

/// Never returns: the machine restarts, or the namespace ends.
pub(crate) fn last_words(fatal: &Fatal) -> ! {
    complain(&format!("cannot go on: {}", chain(fatal)));
    let (cause, slot) = match fatal {
        Fatal::Step { cause, slot, .. } => (*cause, slot.as_deref()),
        Fatal::CrashLoop(slot) => (crash_cause(), Some(&**slot)),
        Fatal::Fact(_) | Fatal::Panic => (Cause::CrashLoop, None),
    };
    if let Some((disk, slot)) = slot {
        match give_up(disk, *slot, cause) {
            Ok(next) => say(&format!("slot {slot} is given up ({cause}); slot {next} starts next")),
            Err(refused) => complain(&format!("slot {slot} stays: {}", chain(&*refused))),
        }
    }
    power::flush();
    pause(READING_TIME);
    let error = power::end(End::Reboot);
    complain(&format!("the kernel does not restart: {error}"));
    loop {
        // The watchdog, no longer petted, or an operator ends this.
        pause(READING_TIME);
    }
}

/// Whether this slot could be given up now: there is a good one to go to.
pub(crate) fn has_alternative(disk: &SystemDisk, slot: Slot) -> bool {
    disk.read_records().is_ok_and(|copies| copies.record.give_up(slot, Cause::CrashLoop).is_ok())
}

/// A crash loop on a root that was found corrupted is the root's fault.
fn crash_cause() -> Cause {
    if verity::is_corrupted() { Cause::DamagedRoot } else { Cause::CrashLoop }
}

fn give_up(disk: &SystemDisk, slot: Slot, cause: Cause) -> Result<Slot, Box<dyn std::error::Error>> {
    let copies = disk.read_records().map_err(Box::<DiskError>::from)?;
    let next = copies.record.give_up(slot, cause).map_err(Box::<Refused>::from)?;
    disk.write_record(&copies, next)?;
    Ok(next.preferred)
}
