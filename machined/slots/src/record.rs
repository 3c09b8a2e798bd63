//! One slot record: what it says, and its bytes on disk. The format is frozen (version 1).
//!
//! - A record is one sector of 512 bytes; its checksum covers every byte of it.
//! - Bytes of another version, or with an unknown state, are no record: nothing is guessed.

use core::fmt;

use image_layout::crc32;

/// Bytes of a record: one sector of the smallest kind, so that a write of it is atomic on every disk.
pub const RECORD_BYTES: usize = 512;

const MAGIC: [u8; 8] = *b"ISSLOTS\0";
const VERSION: u16 = 1;
const CRC_AT: usize = 12;
const SLOTS_AT: [usize; 2] = [24, 144];

/// One of the two systems on a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The first.
    A,
    /// The second.
    B,
}

/// A SHA-256 digest.
pub type Digest = [u8; 32];

/// How long something is, and its digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Image {
    /// Bytes.
    pub length: u64,
    /// SHA-256 of these bytes.
    pub sha256: Digest,
}

/// What stands in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Contents {
    /// The kernel with its initramfs and command line.
    pub uki: Image,
    /// The root file system with its verity tree.
    pub root: Image,
    /// The system's version, for people.
    pub version: Version,
}

/// A version's text, of at most 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Version {
    length: u8,
    bytes: [u8; 32],
}

/// How far a slot is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing bootable stands in it.
    Empty,
    /// It booted and was found healthy, or is what the image was made with.
    Good,
    /// Written and checked, with one try that nobody has spent yet.
    Trial,
    /// The loader started its one try; whether it was healthy nobody has said yet.
    Spent,
    /// It is not to be booted again.
    Failed(Cause),
}

/// Why a slot failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The try ended without anybody committing it: panic, hang or power cut.
    NotCommitted,
    /// The UKI's length or digest is not what the record says.
    DamagedUki,
    /// The firmware would not load or start the UKI.
    NotStarted,
    /// The root file system could not be verified or mounted, or was found corrupted while it ran.
    DamagedRoot,
    /// machined ended again and again.
    CrashLoop,
    /// The gate's deadline passed without a healthy node.
    NotHealthy,
    /// An operator asked for the other slot.
    Operator,
}

/// A slot's state and what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotRecord {
    /// How far it is trusted.
    pub state: State,
    /// What stands in it; all zero when it is empty.
    pub contents: Contents,
}

/// Everything that decides which slot boots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// Counts the writes; the higher of two valid records holds.
    pub generation: u64,
    /// The slot that boots when none is on trial.
    pub preferred: Slot,
    /// Slot A's record.
    pub a: SlotRecord,
    /// Slot B's record.
    pub b: SlotRecord,
}

/// Why bytes are no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotARecord {
    /// Another magic: never written, or something else.
    Magic,
    /// A version that this code does not know.
    Version(u16),
    /// The checksum does not hold: torn or damaged.
    Checksum,
    /// A state, cause or slot that version 1 does not have.
    Field,
}

impl Slot {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

impl Record {
    /// What the image builder writes: slot A filled and good, slot B empty.
    pub const fn first(contents: Contents) -> Self {
        let a = SlotRecord { state: State::Good, contents };
        Self { generation: 1, preferred: Slot::A, a, b: SlotRecord::EMPTY }
    }

    /// One slot's record.
    pub const fn slot(&self, slot: Slot) -> &SlotRecord {
        match slot {
            Slot::A => &self.a,
            Slot::B => &self.b,
        }
    }

    /// The same with one slot's record replaced.
    pub(crate) const fn with(mut self, slot: Slot, record: SlotRecord) -> Self {
        match slot {
            Slot::A => self.a = record,
            Slot::B => self.b = record,
        }
        self
    }

    /// The record's sector.
    pub fn encode(&self) -> [u8; RECORD_BYTES] {
        let mut writer = Writer { bytes: [0; RECORD_BYTES], at: 0 };
        writer.put(&MAGIC);
        writer.put(&VERSION.to_le_bytes());
        writer.put(&[self.preferred as u8, 0]);
        writer.put(&[0; 4]);
        writer.put(&self.generation.to_le_bytes());
        self.a.encode(&mut writer);
        self.b.encode(&mut writer);
        let crc = crc32(&writer.bytes);
        writer.at = CRC_AT;
        writer.put(&crc.to_le_bytes());
        let bytes = writer.bytes;
        assert_eq!(Self::decode(&bytes).as_ref(), Ok(self), "a record reads back as it was written");
        bytes
    }

    /// Reads a record from its sector.
    pub fn decode(sector: &[u8]) -> Result<Self, NotARecord> {
        let sector: &[u8; RECORD_BYTES] = sector.first_chunk().ok_or(NotARecord::Magic)?;
        if take::<8>(sector, 0) != MAGIC {
            return Err(NotARecord::Magic);
        }
        let version = u16::from_le_bytes(take(sector, 8));
        if version != VERSION {
            return Err(NotARecord::Version(version));
        }
        let mut cleared = *sector;
        for byte in cleared.iter_mut().skip(CRC_AT).take(4) {
            *byte = 0;
        }
        if crc32(&cleared) != u32::from_le_bytes(take(sector, CRC_AT)) {
            return Err(NotARecord::Checksum);
        }
        let preferred = match take::<1>(sector, 10) {
            [0] => Slot::A,
            [1] => Slot::B,
            _ => return Err(NotARecord::Field),
        };
        let [a, b] = SLOTS_AT.map(|at| SlotRecord::decode(sector, at));
        Ok(Self { generation: u64::from_le_bytes(take(sector, 16)), preferred, a: a?, b: b? })
    }
}

impl SlotRecord {
    /// A slot with nothing in it.
    pub const EMPTY: Self = Self {
        state: State::Empty,
        contents: Contents {
            uki: Image { length: 0, sha256: [0; 32] },
            root: Image { length: 0, sha256: [0; 32] },
            version: Version { length: 0, bytes: [0; 32] },
        },
    };

    fn encode(&self, to: &mut Writer) {
        let (state, cause) = match self.state {
            State::Empty => (0, 0),
            State::Good => (1, 0),
            State::Trial => (2, 0),
            State::Spent => (3, 0),
            State::Failed(cause) => (4, cause as u8 + 1),
        };
        to.put(&[state, cause, self.contents.version.length, 0, 0, 0, 0, 0]);
        for image in [self.contents.uki, self.contents.root] {
            to.put(&image.length.to_le_bytes());
            to.put(&image.sha256);
        }
        to.put(&self.contents.version.bytes);
    }

    fn decode(from: &[u8; RECORD_BYTES], at: usize) -> Result<Self, NotARecord> {
        let [state, cause, length, ..] = take::<8>(from, at);
        let state = match (state, cause) {
            (0, 0) => State::Empty,
            (1, 0) => State::Good,
            (2, 0) => State::Trial,
            (3, 0) => State::Spent,
            (4, cause) => State::Failed(Cause::decode(cause)?),
            _ => return Err(NotARecord::Field),
        };
        let image = |at| Image { length: u64::from_le_bytes(take(from, at)), sha256: take(from, at + 8) };
        let version = Version { length, bytes: take(from, at + 88) };
        if !version.is_sound() {
            return Err(NotARecord::Field);
        }
        Ok(Self { state, contents: Contents { uki: image(at + 8), root: image(at + 48), version } })
    }
}

impl Cause {
    const ALL: [Self; 7] = [
        Self::NotCommitted,
        Self::DamagedUki,
        Self::NotStarted,
        Self::DamagedRoot,
        Self::CrashLoop,
        Self::NotHealthy,
        Self::Operator,
    ];

    fn decode(number: u8) -> Result<Self, NotARecord> {
        Self::ALL.into_iter().find(|cause| *cause as u8 + 1 == number).ok_or(NotARecord::Field)
    }
}

impl Version {
    /// The version of this text, when it fits.
    pub fn new(text: &str) -> Option<Self> {
        let mut version = Self { length: u8::try_from(text.len()).ok()?, bytes: [0; 32] };
        version.bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(version)
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        core::str::from_utf8(bytes).unwrap_or_default()
    }

    fn is_sound(&self) -> bool {
        let length = usize::from(self.length);
        let tail_is_zero = self.bytes.iter().skip(length).all(|byte| *byte == 0);
        tail_is_zero && self.bytes.get(..length).is_some_and(|bytes| core::str::from_utf8(bytes).is_ok())
    }
}

impl fmt::Debug for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::A => "A",
            Self::B => "B",
        })
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotCommitted => "its one try ended without a commit",
            Self::DamagedUki => "its kernel image is damaged",
            Self::NotStarted => "the firmware would not start its kernel image",
            Self::DamagedRoot => "its root file system is damaged",
            Self::CrashLoop => "its machined ended again and again",
            Self::NotHealthy => "its node did not become healthy in time",
            Self::Operator => "an operator asked for the other slot",
        })
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("empty"),
            Self::Good => f.write_str("good"),
            Self::Trial => f.write_str("on trial"),
            Self::Spent => f.write_str("being tried"),
            Self::Failed(cause) => write!(f, "failed: {cause}"),
        }
    }
}

impl fmt::Display for NotARecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => f.write_str("no record"),
            Self::Version(version) => write!(f, "unknown version {version}"),
            Self::Checksum => f.write_str("wrong checksum"),
            Self::Field => f.write_str("unknown state"),
        }
    }
}

impl core::error::Error for NotARecord {}

struct Writer {
    bytes: [u8; RECORD_BYTES],
    at: usize,
}

impl Writer {
    fn put(&mut self, bytes: &[u8]) {
        for (to, from) in self.bytes.iter_mut().skip(self.at).zip(bytes) {
            *to = *from;
        }
        self.at += bytes.len();
    }
}

fn take<const N: usize>(from: &[u8; RECORD_BYTES], at: usize) -> [u8; N] {
    from.get(at..at + N).and_then(|bytes| bytes.try_into().ok()).expect("offsets of the format lie inside a record")
}
