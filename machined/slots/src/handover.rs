//! What the loader tells init: the slot that it started, and the partition that it was read from itself.
//!
//! Two volatile EFI variables carry it. They take no part in choosing a slot: they say what was chosen, for this boot.

use image_layout::Guid;

use crate::Slot;

/// The vendor GUID of our variables.
pub const VENDOR: Guid = Guid::from_u128(0x6c0a2f0b_61f4_4f5e_8c0d_9a7be3c2d9a1);
/// Holds the GUID of the ESP that the loader was read from, as 36 bytes of text.
pub const ESP_VARIABLE: &str = "IronstoneEsp";
/// Holds the slot that was started, `A` or `B`, and after a space the reason in words.
pub const SLOT_VARIABLE: &str = "IronstoneSlot";

/// The slot's letter on the wire.
pub const fn letter(slot: Slot) -> u8 {
    match slot {
        Slot::A => b'A',
        Slot::B => b'B',
    }
}

/// Reads the slot back from the variable's value.
pub const fn slot(value: &[u8]) -> Option<Slot> {
    match value.first() {
        Some(b'A') => Some(Slot::A),
        Some(b'B') => Some(Slot::B),
        _ => None,
    }
}
