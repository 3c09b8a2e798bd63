//! Which slot boots: one state machine and its two records in META.
//!
//! The loader, init, the image builder, the sequencer and the upgrade's gate all decide with this code. It is pure and
//! `no_std`: records come in as bytes or values and go out the same way; reading and writing META is the caller's.
#![no_std]

mod decide;
pub mod handover;
mod meta;
mod record;
#[cfg(test)]
mod tests;

pub use decide::{Decision, Reason, Refused};
pub use meta::{Copies, Lost, Write};
pub use record::{Cause, Contents, Digest, Image, NotARecord, RECORD_BYTES, Record, Slot, SlotRecord, State, Version};
