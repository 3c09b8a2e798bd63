//! Two copies of the record in META: which one holds, and where the next one goes.
//!
//! - A write goes to the copy that does not hold now, so a lost or torn write leaves the one that holds untouched.
//! - The generation only grows.

use core::fmt;

use crate::{NotARecord, RECORD_BYTES, Record};

/// Both copies as they were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copies {
    /// What holds.
    pub record: Record,
    /// The copy (0 or 1) that it was read from.
    pub at: usize,
    /// What is wrong with the other copy, if anything.
    pub other: Option<NotARecord>,
}

/// A sector to write to META and flush before anything relies on it.
#[derive(Clone, Debug)]
pub struct Write {
    /// The copy (0 or 1) that it goes to.
    pub at: usize,
    /// The record with its new generation.
    pub record: Record,
    /// Its bytes.
    pub sector: [u8; RECORD_BYTES],
}

/// Neither copy is a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost(pub [NotARecord; 2]);

impl Copies {
    /// Chooses between the two copies.
    pub fn read(copies: [&[u8]; 2]) -> Result<Self, Lost> {
        match copies.map(Record::decode) {
            [Ok(first), Ok(second)] if second.generation > first.generation => {
                Ok(Self { record: second, at: 1, other: None })
            }
            [Ok(record), Ok(_)] => Ok(Self { record, at: 0, other: None }),
            [Ok(record), Err(other)] => Ok(Self { record, at: 0, other: Some(other) }),
            [Err(other), Ok(record)] => Ok(Self { record, at: 1, other: Some(other) }),
            [Err(first), Err(second)] => Err(Lost([first, second])),
        }
    }

    /// How to make `next` the record that holds.
    pub fn write(&self, next: Record) -> Write {
        let record = Record { generation: self.record.generation + 1, ..next };
        Write { at: 1 - self.at, record, sector: record.encode() }
    }
}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.0;
        write!(f, "META has no slot record: first copy: {first}; second copy: {second}")
    }
}

impl core::error::Error for Lost {}
