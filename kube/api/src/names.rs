//! The table of field names which the schema knows, so that a key in a tree is two bytes, not a string.
//! Which names there are is decided by the generator (`tests/generate`); how one is found is decided here.
//!
//! - `NAMES` is sorted by bytes, so ids order as their texts do.
//! - An id means something in one process only: it is never stored and never sent.

#[path = "../generated/names.rs"]
mod generated;

use generated::NAMES;

/// The place of a name in the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NameId(u16);

const SLOTS: usize = (NAMES.len() * 3).next_power_of_two();
const EMPTY: u16 = u16::MAX;

/// Open addressing over `NAMES`, made by the compiler.
static TABLE: [u16; SLOTS] = build();

const fn hash(text: &[u8]) -> usize {
    let mut state: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < text.len() {
        #[allow(clippy::indexing_slicing)] // `at` is below the length; iterators are not const
        let byte = text[at];
        state = (state ^ byte as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (state ^ (state >> 15)) as usize
}

#[allow(clippy::indexing_slicing)] // evaluated by the compiler, where a bad index is a build error
const fn build() -> [u16; SLOTS] {
    let mut table = [EMPTY; SLOTS];
    let mut id = 0;
    while id < NAMES.len() {
        let mut slot = hash(NAMES[id].as_bytes()) & (SLOTS - 1);
        while table[slot] != EMPTY {
            slot = (slot + 1) & (SLOTS - 1);
        }
        table[slot] = id as u16;
        id += 1;
    }
    table
}

impl NameId {
    /// The id of a name, when the schema knows it.
    pub fn of(text: &str) -> Option<NameId> {
        let mut slot = hash(text.as_bytes()) & (SLOTS - 1);
        loop {
            let id = *TABLE.get(slot)?;
            let name = NAMES.get(usize::from(id))?;
            if *name == text {
                return Some(NameId(id));
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
    }

    /// The id at a place in the table; for generated tables, which are made together with it.
    pub(crate) const fn at(id: u16) -> NameId {
        NameId(id)
    }

    /// The name itself.
    pub fn text(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_and_sorted() {
        for (place, name) in NAMES.iter().enumerate() {
            assert_eq!(NameId::of(name), Some(NameId(place as u16)));
        }
        assert!(NAMES.is_sorted_by(|a, b| a < b));
        assert_eq!(NameId::of("no such field"), None);
        assert_eq!(NameId::of(""), None);
    }
}
