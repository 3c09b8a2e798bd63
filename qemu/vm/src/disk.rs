//! Disks are sparse raw files: copied without their holes, grown by their length.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

const PIECE: usize = 64 * 1024;

/// A new disk of `size` bytes that starts with this image. Zero stays a hole.
pub fn create(image: &Path, disk: &Path, size: u64) -> io::Result<()> {
    let mut from = File::open(image)?;
    let mut to = File::create(disk)?;
    to.set_len(size.max(from.metadata()?.len()))?;
    let mut at = 0;
    while let Some(data) = next_data(&from, at)? {
        at = data.start;
        from.seek(SeekFrom::Start(at))?;
        to.seek(SeekFrom::Start(at))?;
        let mut piece = vec![0; PIECE];
        while at < data.end {
            let want = piece.len().min(usize::try_from(data.end - at).unwrap_or(PIECE));
            let part = piece.get_mut(..want).unwrap_or_default();
            from.read_exact(part)?;
            to.write_all(part)?;
            at += want as u64;
        }
    }
    Ok(())
}

/// Changes bytes of a disk that no machine uses: for faults.
pub fn change(disk: &Path, at: u64, change: impl FnOnce(&mut [u8]), length: usize) -> io::Result<()> {
    let mut file = File::options().read(true).write(true).open(disk)?;
    let mut bytes = vec![0; length];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut bytes)?;
    change(&mut bytes);
    file.seek(SeekFrom::Start(at))?;
    file.write_all(&bytes)
}

/// The next stretch at or behind `from` that is not a hole.
fn next_data(file: &File, from: u64) -> io::Result<Option<std::ops::Range<u64>>> {
    use nix::unistd::{Whence, lseek};
    let seek = |at: u64, whence| lseek(file, i64::try_from(at).unwrap_or(i64::MAX), whence);
    let start = match seek(from, Whence::SeekData) {
        Ok(start) => start,
        Err(nix::Error::ENXIO) => return Ok(None),
        Err(err) => return Err(err.into()),
    };
    let start = u64::try_from(start).map_err(io::Error::other)?;
    let end = u64::try_from(seek(start, Whence::SeekHole)?).map_err(io::Error::other)?;
    Ok(Some(start..end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;

    #[test]
    fn holes_stay_holes_and_data_is_copied() {
        let directory = tempfile::tempdir().unwrap();
        let (image, disk) = (directory.path().join("a"), directory.path().join("b"));
        let mut file = File::create(&image).unwrap();
        file.set_len(8 << 20).unwrap();
        file.seek(SeekFrom::Start(5 << 20)).unwrap();
        file.write_all(b"here").unwrap();
        create(&image, &disk, 64 << 20).unwrap();
        change(&disk, 5 << 20, |bytes| bytes[0] = b'H', 4).unwrap();
        let copy = std::fs::read(&disk).unwrap();
        assert_eq!((copy.len(), &copy[5 << 20..(5 << 20) + 4]), (64 << 20, &b"Here"[..]));
        assert!(std::fs::metadata(&disk).unwrap().blocks() * 512 < 4 << 20);
    }
}
