//! The write log of a disk: what a power cut at any moment would have left.
//!
//! QEMU's `blklogwrites` writes dm-log-writes' format, all numbers little-endian: one sector with magic, version, number
//! of entries and sector size, then for each entry one sector (sector, sectors, flags, 0) and its data. The number of
//! entries is updated now and then only, so readers go on to the end of the file.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;

const MAGIC: u64 = 0x006a_7366_7773_6872;
const FLUSH: u64 = 1;
const DISCARD: u64 = 4;
const SECTOR: usize = 512;
/// No request of a guest is larger; more is a damaged log.
const SECTORS_MAX: u64 = 1 << 20;

/// One request, in the order in which the guest's writes reached the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// These bytes went to this offset.
    Write {
        /// Bytes from the disk's start.
        at: u64,
        /// What was written.
        data: Vec<u8>,
    },
    /// Everything before is on the medium.
    Flush,
    /// These bytes became undefined.
    Discard(Range<u64>),
}

/// Reads a log, keeping data only where it touches one of these stretches of the disk.
pub fn read(log: &Path, keep: &[Range<u64>]) -> io::Result<Vec<Entry>> {
    let mut file = io::BufReader::with_capacity(1 << 20, File::open(log)?);
    let mut sector = [0; SECTOR];
    if file.get_ref().metadata()?.len() == 0 {
        // The log's own first sector comes with the first write.
        return Ok(Vec::new());
    }
    file.read_exact(&mut sector)?;
    if u64_at(&sector, 0) != MAGIC || u64_at(&sector, 24) & 0xffff_ffff != SECTOR as u64 {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "no write log of 512-byte sectors"));
    }
    let mut entries = Vec::new();
    loop {
        match file.read_exact(&mut sector) {
            Ok(()) => {}
            Err(err) if err.kind() == io::ErrorKind::UnexpectedEof => return Ok(entries),
            Err(err) => return Err(err),
        }
        let (start, sectors, flags) = (u64_at(&sector, 0), u64_at(&sector, 8), u64_at(&sector, 16));
        if sectors > SECTORS_MAX && flags & DISCARD == 0 {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "a write larger than any"));
        }
        let (at, length) = (start * SECTOR as u64, sectors * SECTOR as u64);
        if flags & DISCARD != 0 {
            entries.push(Entry::Discard(at..at + length));
            continue;
        }
        if sectors > 0 {
            let mut data = vec![0; usize::try_from(length).map_err(io::Error::other)?];
            match file.read_exact(&mut data) {
                Ok(()) => {}
                // QEMU was killed while it wrote the log: this write never reached the disk either.
                Err(err) if err.kind() == io::ErrorKind::UnexpectedEof => return Ok(entries),
                Err(err) => return Err(err),
            }
            let touches = keep.iter().any(|range| range.start < at + length && at < range.end);
            entries.push(Entry::Write { at, data: if touches { data } else { Vec::new() } });
        }
        if flags & FLUSH != 0 {
            entries.push(Entry::Flush);
        }
    }
}

/// Some stretches of a disk, to which writes are applied.
#[derive(Clone, Debug)]
pub struct Stretches(Vec<(u64, Vec<u8>)>);

impl Stretches {
    /// As they stand in this image.
    pub fn read(image: &Path, ranges: &[Range<u64>]) -> io::Result<Self> {
        use std::os::unix::fs::FileExt;
        let file = File::open(image)?;
        let stretch = |range: &Range<u64>| {
            let mut bytes = vec![0; usize::try_from(range.end - range.start).map_err(io::Error::other)?];
            file.read_exact_at(&mut bytes, range.start)?;
            Ok((range.start, bytes))
        };
        ranges.iter().map(stretch).collect::<io::Result<_>>().map(Self)
    }

    /// Applies the first `sectors` sectors of a write; a torn write is fewer than it has.
    pub fn apply(&mut self, at: u64, data: &[u8], sectors: usize) {
        let data = data.get(..data.len().min(sectors.saturating_mul(SECTOR))).unwrap_or_default();
        for (start, bytes) in &mut self.0 {
            for (offset, byte) in (at..).zip(data) {
                let inside = offset.checked_sub(*start).and_then(|inside| usize::try_from(inside).ok());
                if let Some(to) = inside.and_then(|inside| bytes.get_mut(inside)) {
                    *to = *byte;
                }
            }
        }
    }

    /// Bytes of a stretch.
    pub fn get(&self, range: Range<u64>) -> Option<&[u8]> {
        self.0.iter().find_map(|(start, bytes)| {
            let from = usize::try_from(range.start.checked_sub(*start)?).ok()?;
            bytes.get(from..from + usize::try_from(range.end - range.start).ok()?)
        })
    }
}

fn u64_at(bytes: &[u8; SECTOR], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|bytes| bytes.try_into().ok()).map(u64::from_le_bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(sector: u64, sectors: u64, flags: u64) -> Vec<u8> {
        let mut bytes: Vec<u8> = [sector, sectors, flags, 0].into_iter().flat_map(u64::to_le_bytes).collect();
        bytes.resize(SECTOR, 0);
        bytes
    }

    #[test]
    fn a_log_is_read_to_where_it_was_cut_off() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("log");
        let mut log = entry(MAGIC, 1, 0);
        log[24] = 0;
        log[25] = 2;
        log.extend(entry(4, 1, 0));
        log.extend([7; 512]);
        log.extend(entry(0, 0, FLUSH));
        log.extend(entry(9, 2, DISCARD));
        log.extend(entry(100, 1, 0));
        log.extend([8; 512]);
        log.extend(entry(5, 3, 0));
        log.extend([9; 512]);
        std::fs::write(&path, log).unwrap();
        let expected = [
            Entry::Write { at: 2048, data: vec![7; 512] },
            Entry::Flush,
            Entry::Discard(4608..5632),
            Entry::Write { at: 51_200, data: Vec::new() },
        ];
        assert_eq!(read(&path, std::slice::from_ref(&(0..4096))).unwrap(), expected);
    }

    #[test]
    fn writes_are_applied_whole_or_torn() {
        let mut stretches = Stretches(vec![(1024, vec![0; 1024])]);
        stretches.apply(512, &[1; 1536], 2);
        assert_eq!(stretches.get(1024..1536), Some(&[1; 512][..]));
        assert_eq!(stretches.get(1536..2048), Some(&[0; 512][..]));
        assert_eq!(stretches.get(2048..2049), None);
    }
}
