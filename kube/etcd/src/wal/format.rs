//! The bytes of the log. Version 1, frozen: a change is a new version, with a migration.
//!
//! ```text
//! segment  header, frames, zeros up to the file's end. All numbers little endian.
//! header   "IRONWAL\0"  version u32  checksum u32 (of what follows)  log id u64  segment u64  first sequence u64
//! frame    "FRAM"  length u32 (of the body)  sequence u64  checksum u32 (log id, length, sequence, body)  zero u32
//!          body, zeros up to a multiple of 8
//! body     records, one after the other
//! record   kind u8  length u32  content
//!   1 entry      term u64  index u64  what the caller gave
//!   2 vote       term u64  node u64  committed u8
//!   3 truncated  known u8  index u64   the entries after this one (or all) are void
//!   4 purged     term u64  index u64   the entries up to this one are not needed
//! ```

use crate::crc::Crc;

pub(super) const VERSION: u32 = 1;
pub(super) const HEADER_BYTES: usize = 40;
pub(super) const FRAME_BYTES: usize = 24;
const MAGIC: &[u8; 8] = b"IRONWAL\0";
pub(super) const FRAME_MAGIC: &[u8; 4] = b"FRAM";
/// Longer than any batch: a length above it is not one.
pub(super) const BODY_BYTES_MAX: u32 = 256 << 20;

/// Names an entry. Ordered as raft orders logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct EntryId {
    pub(crate) term: u64,
    pub(crate) index: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Vote {
    pub(crate) term: u64,
    pub(crate) node: u64,
    pub(crate) committed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Record {
    Entry { id: EntryId, body: Vec<u8> },
    Vote(Vote),
    TruncatedAfter(Option<u64>),
    Purged(EntryId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) log: u64,
    pub(super) segment: u64,
    pub(super) first_sequence: u64,
}

/// Why bytes are no frame, or no header.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Bad {
    /// Nothing was ever written here.
    Blank,
    Short,
    Magic,
    Version(u32),
    Checksum,
    Record(&'static str),
}

/// Reads numbers from the front of a slice.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> Result<&'a [u8], Bad> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or(Bad::Short)?;
        self.0 = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Bad> {
        self.take(N)?.try_into().map_err(|_| Bad::Short)
    }

    fn u8(&mut self) -> Result<u8, Bad> {
        Ok(u8::from_le_bytes(self.array()?))
    }

    fn u32(&mut self) -> Result<u32, Bad> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    fn u64(&mut self) -> Result<u64, Bad> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    fn id(&mut self) -> Result<EntryId, Bad> {
        Ok(EntryId { term: self.u64()?, index: self.u64()? })
    }
}

impl Header {
    pub(super) fn encode(&self) -> Vec<u8> {
        let mut fields = Vec::with_capacity(HEADER_BYTES);
        for field in [self.log, self.segment, self.first_sequence] {
            fields.extend(field.to_le_bytes());
        }
        let checksum = Crc::new().add(&fields).finish();
        [&MAGIC[..], &VERSION.to_le_bytes(), &checksum.to_le_bytes(), &fields].concat()
    }

    pub(super) fn decode(bytes: &[u8]) -> Result<Self, Bad> {
        let mut reader = Reader(bytes.get(..HEADER_BYTES).ok_or(Bad::Short)?);
        if reader.take(8)? != MAGIC {
            return Err(Bad::Magic);
        }
        let (version, checksum) = (reader.u32()?, reader.u32()?);
        if version != VERSION {
            return Err(Bad::Version(version));
        }
        if Crc::new().add(reader.0).finish() != checksum {
            return Err(Bad::Checksum);
        }
        Ok(Self { log: reader.u64()?, segment: reader.u64()?, first_sequence: reader.u64()? })
    }
}

/// One frame as it is written.
pub(super) struct Frame {
    pub(super) bytes: Vec<u8>,
    /// Where the callers' parts of its entries lie, counted from the frame's beginning.
    pub(super) entries: Vec<(EntryId, usize, u32)>,
}

pub(super) fn encode_frame(log: u64, sequence: u64, records: &[Record]) -> Frame {
    let mut bytes = vec![0; FRAME_BYTES];
    let mut entries = Vec::new();
    for record in records {
        encode_record(&mut bytes, &mut entries, record);
    }
    let len = u32::try_from(bytes.len() - FRAME_BYTES).expect("the writer bounds a batch");
    let checksum = checksum(log, len, sequence, bytes.get(FRAME_BYTES..).unwrap_or_default());
    let head =
        [&FRAME_MAGIC[..], &len.to_le_bytes(), &sequence.to_le_bytes(), &checksum.to_le_bytes(), &[0; 4]].concat();
    for (to, from) in bytes.iter_mut().zip(head) {
        *to = from;
    }
    bytes.resize(bytes.len().next_multiple_of(8), 0);
    Frame { bytes, entries }
}

fn encode_record(bytes: &mut Vec<u8>, entries: &mut Vec<(EntryId, usize, u32)>, record: &Record) {
    let mut put = |kind: u8, parts: &[&[u8]]| {
        let len: usize = parts.iter().map(|part| part.len()).sum();
        bytes.push(kind);
        bytes.extend(u32::try_from(len).expect("requests are bounded").to_le_bytes());
        parts.iter().for_each(|part| bytes.extend_from_slice(part));
        bytes.len()
    };
    match record {
        Record::Entry { id, body } => {
            let end = put(1, &[&id.term.to_le_bytes(), &id.index.to_le_bytes(), body]);
            let len = u32::try_from(body.len()).expect("requests are bounded");
            entries.push((*id, end - body.len(), len));
        }
        Record::Vote(vote) => {
            put(2, &[&vote.term.to_le_bytes(), &vote.node.to_le_bytes(), &[u8::from(vote.committed)]]);
        }
        Record::TruncatedAfter(last) => {
            put(3, &[&[u8::from(last.is_some())], &last.unwrap_or_default().to_le_bytes()]);
        }
        Record::Purged(id) => {
            put(4, &[&id.term.to_le_bytes(), &id.index.to_le_bytes()]);
        }
    }
}

fn checksum(log: u64, len: u32, sequence: u64, body: &[u8]) -> u32 {
    Crc::new().add(&log.to_le_bytes()).add(&len.to_le_bytes()).add(&sequence.to_le_bytes()).add(body).finish()
}

/// A frame found in a segment.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub(super) sequence: u64,
    /// With the padding.
    pub(super) len: usize,
    body: &'a [u8],
}

pub(super) fn decode_frame(log: u64, bytes: &[u8]) -> Result<Found<'_>, Bad> {
    let mut reader = Reader(bytes);
    let magic = reader.take(4)?;
    if magic == [0; 4] {
        return Err(Bad::Blank);
    }
    if magic != FRAME_MAGIC {
        return Err(Bad::Magic);
    }
    let (len, sequence, sum, zero) = (reader.u32()?, reader.u64()?, reader.u32()?, reader.u32()?);
    if len > BODY_BYTES_MAX || zero != 0 {
        return Err(Bad::Checksum);
    }
    let body = reader.take(len as usize)?;
    if checksum(log, len, sequence, body) != sum {
        return Err(Bad::Checksum);
    }
    Ok(Found { sequence, len: (FRAME_BYTES + body.len()).next_multiple_of(8), body })
}

impl<'a> Found<'a> {
    /// The records, each with where the caller's part of an entry lies, counted from the frame's beginning.
    pub(super) fn records(&self) -> Result<Vec<(Record, usize)>, Bad> {
        let mut reader = Reader(self.body);
        let mut records = Vec::new();
        while !reader.0.is_empty() {
            let kind = reader.u8()?;
            let len = reader.u32()? as usize;
            let mut content = Reader(reader.take(len)?);
            let mut at = 0;
            let record = match kind {
                1 => {
                    let id = content.id()?;
                    at = FRAME_BYTES + self.body.len() - reader.0.len() - content.0.len();
                    Record::Entry { id, body: std::mem::take(&mut content.0).to_vec() }
                }
                2 => Record::Vote(Vote { term: content.u64()?, node: content.u64()?, committed: content.u8()? != 0 }),
                3 => {
                    let known = content.u8()? != 0;
                    let index = content.u64()?;
                    Record::TruncatedAfter(known.then_some(index))
                }
                4 => Record::Purged(content.id()?),
                _ => return Err(Bad::Record("of an unknown kind")),
            };
            if !content.0.is_empty() {
                return Err(Bad::Record("longer than its kind"));
            }
            records.push((record, at));
        }
        Ok(records)
    }
}

impl std::fmt::Display for Bad {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Blank => f.write_str("nothing is written where a frame must be"),
            Self::Short => f.write_str("it ends too early"),
            Self::Magic => f.write_str("this is not the beginning of a frame or of a segment"),
            Self::Version(version) => write!(f, "version {version} is not known to this program"),
            Self::Checksum => f.write_str("the checksum does not match"),
            Self::Record(what) => write!(f, "a record is {what}"),
        }
    }
}
