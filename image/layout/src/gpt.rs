//! The GUID partition table, as the UEFI specification (chapter 5) lays it out: bytes to entries and back.
//!
//! - Nothing is taken from a table whose two checksums do not hold.
//! - A table is written whole, with its copy; readers take the copy when the first is damaged.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use crate::{Guid, crc32};

/// Bytes of the entries' area: 128 entries of 128 bytes, the least that the specification allows.
pub const ENTRIES_BYTES: usize = 16 * 1024;
const SIGNATURE: &[u8; 8] = b"EFI PART";
const ENTRY: usize = 128;
const HEADER: usize = 92;
/// Tables in the field never exceed this; more would only be an attempt to exhaust memory.
const ENTRIES_MAX: u32 = 1024;

/// One used entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the table, from 1.
    pub number: u32,
    /// What it holds.
    pub kind: Guid,
    /// Which one it is.
    pub id: Guid,
    /// First sector.
    pub first: u64,
    /// Last sector, included.
    pub last: u64,
    /// For people.
    pub label: String,
}

/// A whole table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The disk's own GUID.
    pub disk: Guid,
    /// Used entries, by number.
    pub entries: Vec<Entry>,
}

/// The sizes that a table depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// Bytes of a sector.
    pub sector: u32,
    /// Sectors of the disk.
    pub sectors: u64,
}

/// The header's word on where its entries are, once its checksum held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Sector of the entries.
    pub entries_at: u64,
    /// Bytes of all entries.
    pub entries_bytes: usize,
    /// Sector of the table's copy.
    pub alternate: u64,
    disk: Guid,
    size: u32,
    crc: u32,
}

/// Why bytes are no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damaged {
    /// No table starts here.
    Signature,
    /// The header's checksum does not hold.
    HeaderChecksum,
    /// The entries' checksum does not hold.
    EntriesChecksum,
    /// Sizes that no table of the field has.
    Shape,
}

/// Bytes to write, each with the sector where they belong.
#[derive(Clone, Debug)]
pub struct Written {
    /// Protective MBR, header and entries: at sector 0.
    pub front: Vec<u8>,
    /// Entries and header of the copy.
    pub back: Vec<u8>,
    /// Sector where the copy starts.
    pub back_at: u64,
}

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Signature => "no partition table here",
            Self::HeaderChecksum => "the table's header is damaged",
            Self::EntriesChecksum => "the table's entries are damaged",
            Self::Shape => "the table's header states impossible sizes",
        })
    }
}

impl core::error::Error for Damaged {}

impl Header {
    /// Reads a header from the sector it stands in.
    pub fn parse(sector: &[u8]) -> Result<Self, Damaged> {
        let mut head: [u8; HEADER] = field(sector, 0).ok_or(Damaged::Signature)?;
        if head.first_chunk() != Some(SIGNATURE) {
            return Err(Damaged::Signature);
        }
        let stated = u32_at(&head, 16);
        for byte in head.iter_mut().skip(16).take(4) {
            *byte = 0;
        }
        if u32_at(&head, 12) as usize != HEADER || crc32(&head) != stated {
            return Err(Damaged::HeaderChecksum);
        }
        let (count, size) = (u32_at(&head, 80), u32_at(&head, 84));
        if count > ENTRIES_MAX || !(128..=4096).contains(&size) || size % 128 != 0 {
            return Err(Damaged::Shape);
        }
        Ok(Self {
            entries_at: u64_at(&head, 72),
            entries_bytes: count as usize * size as usize,
            alternate: u64_at(&head, 32),
            disk: Guid(field(&head, 56).unwrap_or_default()),
            size,
            crc: u32_at(&head, 88),
        })
    }

    /// Reads the entries that the header promised.
    pub fn entries(&self, bytes: &[u8]) -> Result<Table, Damaged> {
        let bytes = bytes.get(..self.entries_bytes).ok_or(Damaged::Shape)?;
        if crc32(bytes) != self.crc {
            return Err(Damaged::EntriesChecksum);
        }
        let used = bytes.chunks_exact(self.size as usize).zip(1..);
        let entries = used.filter_map(|(bytes, number)| Entry::parse(number, bytes)).collect();
        Ok(Table { disk: self.disk, entries })
    }
}

impl Entry {
    fn parse(number: u32, bytes: &[u8]) -> Option<Self> {
        let kind = Guid(field(bytes, 0)?);
        let label: [u8; 72] = field(bytes, 56)?;
        let units = label.chunks_exact(2).map(|pair| u16::from_le_bytes(field(pair, 0).unwrap_or_default()));
        let label = char::decode_utf16(units.take_while(|unit| *unit != 0));
        (kind != Guid::ZERO).then(|| Self {
            number,
            kind,
            id: Guid(field(bytes, 16).unwrap_or_default()),
            first: u64_at(bytes, 32),
            last: u64_at(bytes, 40),
            label: label.map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(),
        })
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(ENTRY);
        bytes.extend(self.kind.0);
        bytes.extend(self.id.0);
        bytes.extend(self.first.to_le_bytes());
        bytes.extend(self.last.to_le_bytes());
        bytes.extend(0_u64.to_le_bytes());
        bytes.extend(self.label.encode_utf16().take(35).flat_map(u16::to_le_bytes));
        bytes.resize(ENTRY, 0);
        bytes
    }
}

impl Table {
    /// The entry of this type, when there is exactly one.
    pub fn only(&self, kind: Guid) -> Option<&Entry> {
        let mut found = self.entries.iter().filter(|entry| entry.kind == kind);
        found.next().filter(|_| found.next().is_none())
    }

    /// The table's bytes for a disk of this geometry.
    pub fn write(&self, on: Geometry) -> Written {
        let mut entries = vec![0_u8; ENTRIES_BYTES];
        for entry in &self.entries {
            let at = (entry.number.max(1) as usize - 1) * ENTRY;
            for (to, from) in entries.iter_mut().skip(at).zip(entry.bytes()) {
                *to = from;
            }
        }
        let entry_sectors = (ENTRIES_BYTES as u64).div_ceil(u64::from(on.sector));
        let last = on.sectors - 1;
        let head = |this: u64, other: u64, entries_at: u64| {
            let usable = (2 + entry_sectors, last - entry_sectors - 1);
            self.header(on.sector, [this, other, entries_at, usable.0, usable.1], crc32(&entries))
        };
        let padding = vec![0_u8; (entry_sectors * u64::from(on.sector)) as usize - ENTRIES_BYTES];
        let front = [protective_mbr(on), head(1, last, 2), entries.clone(), padding.clone()].concat();
        let back_at = last - entry_sectors;
        let back = [entries.clone(), padding, head(last, 1, back_at)].concat();
        Written { front, back, back_at }
    }

    /// `places`: this header, the other one, the entries, first and last usable sector.
    fn header(&self, sector: u32, places: [u64; 5], entries_crc: u32) -> Vec<u8> {
        let [this, other, entries_at, first_usable, last_usable] = places;
        let with_crc = |crc: u32| {
            let mut bytes = Vec::with_capacity(sector as usize);
            bytes.extend(SIGNATURE);
            bytes.extend(0x0001_0000_u32.to_le_bytes());
            bytes.extend((HEADER as u32).to_le_bytes());
            bytes.extend(crc.to_le_bytes());
            bytes.extend(0_u32.to_le_bytes());
            for place in [this, other, first_usable, last_usable] {
                bytes.extend(place.to_le_bytes());
            }
            bytes.extend(self.disk.0);
            bytes.extend(entries_at.to_le_bytes());
            bytes.extend(((ENTRIES_BYTES / ENTRY) as u32).to_le_bytes());
            bytes.extend((ENTRY as u32).to_le_bytes());
            bytes.extend(entries_crc.to_le_bytes());
            bytes
        };
        let mut bytes = with_crc(crc32(&with_crc(0)));
        bytes.resize(sector as usize, 0);
        bytes
    }
}

/// One entry over the whole disk, so that old tools see no free space.
fn protective_mbr(on: Geometry) -> Vec<u8> {
    let mut bytes = vec![0_u8; 446];
    bytes.extend([0x00, 0x00, 0x02, 0x00, 0xee, 0xff, 0xff, 0xff]);
    bytes.extend(1_u32.to_le_bytes());
    bytes.extend(u32::try_from(on.sectors - 1).unwrap_or(u32::MAX).to_le_bytes());
    bytes.resize(510, 0);
    bytes.extend([0x55, 0xaa]);
    bytes.resize(on.sector as usize, 0);
    bytes
}

fn field<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N)?.try_into().ok()
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(field(bytes, at).unwrap_or_default())
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(field(bytes, at).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, image};

    fn table() -> Table {
        let entries = image().into_iter().map(|placed| Entry {
            number: placed.kind.number(),
            kind: placed.kind.type_guid(),
            id: Guid::from_entropy([placed.kind.number() as u8; 16]),
            first: placed.start / 512,
            last: (placed.start + placed.size) / 512 - 1,
            label: placed.kind.label().into(),
        });
        Table { disk: Guid::from_u128(7), entries: entries.collect() }
    }

    fn read(header: &[u8], entries: &[u8]) -> Result<Table, Damaged> {
        Header::parse(header)?.entries(entries)
    }

    #[test]
    fn both_copies_read_back_with_every_sector_size() {
        for sector in [512_u32, 4096] {
            let on = Geometry { sector, sectors: 2435 * 1024 * 1024 / u64::from(sector) };
            let written = table().write(on);
            let (front, size) = (&written.front, sector as usize);
            assert_eq!(read(&front[size..], &front[2 * size..]), Ok(table()));
            let header_at = written.back.len() - size;
            assert_eq!(read(&written.back[header_at..], &written.back), Ok(table()));
            assert_eq!(Header::parse(&front[size..]).unwrap().alternate, on.sectors - 1);
            assert_eq!(written.back_at * u64::from(sector) + written.back.len() as u64, on.sectors * u64::from(sector));
        }
    }

    #[test]
    fn one_changed_bit_anywhere_is_noticed() {
        let on = Geometry { sector: 512, sectors: 5_000_000 };
        let front = table().write(on).front;
        for at in (512..512 + HEADER).chain(1024..front.len()) {
            let mut changed = front.clone();
            changed[at] ^= 0x10;
            assert!(read(&changed[512..], &changed[1024..]).is_err(), "byte {at}");
        }
    }

    #[test]
    fn a_type_that_stands_twice_is_not_the_only_one() {
        let table = table();
        assert_eq!(table.only(Kind::Meta.type_guid()).unwrap().number, 3);
        assert_eq!(table.only(Kind::Esp1.type_guid()), None);
    }
}
