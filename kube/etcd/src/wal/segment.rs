//! Files: names, creation, reading back, removal.

use super::format::{EntryId, Frame, HEADER_BYTES, Header, Record, encode_frame};
use super::{Location, WalError};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

/// What is remembered of a segment that is not read again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Summary {
    pub(super) number: u64,
    /// The highest index of an entry in it.
    pub(super) last_index: Option<u64>,
    /// Bytes up to the end of its last frame.
    pub(super) used: u64,
}

/// The segment that is written to.
pub(super) struct Current {
    pub(super) file: File,
    pub(super) path: PathBuf,
    pub(super) number: u64,
    /// Where the next frame goes.
    pub(super) end: u64,
    pub(super) len: u64,
}

pub(super) fn path(dir: &Path, number: u64) -> PathBuf {
    dir.join(format!("{number:016x}.wal"))
}

pub(super) fn failed<'a>(what: &'static str, path: &'a Path) -> impl Fn(io::Error) -> WalError + use<'a> {
    move |source| WalError::Io { what, path: path.to_owned(), source }
}

/// The numbers of the segments there are, rising. Leftovers of an interrupted creation are removed.
pub(super) fn list(dir: &Path) -> Result<Vec<u64>, WalError> {
    let mut numbers = Vec::new();
    for entry in fs::read_dir(dir).map_err(failed("list", dir))? {
        let path = entry.map_err(failed("list", dir))?.path();
        let number = path.file_stem().and_then(|stem| u64::from_str_radix(stem.to_str()?, 16).ok());
        match (number, path.extension().and_then(|extension| extension.to_str())) {
            (Some(number), Some("wal")) => numbers.push(number),
            (_, Some("new")) => fs::remove_file(&path).map_err(failed("remove", &path))?,
            _ => {}
        }
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// What a new segment begins with.
pub(super) struct Beginning<'a> {
    pub(super) header: Header,
    pub(super) state: &'a [Record],
    pub(super) bytes: u64,
}

/// Creates a segment: its beginning is synced before it has its name, and its name before anybody relies on it.
pub(super) fn create(dir: &Path, beginning: &Beginning<'_>) -> Result<Current, WalError> {
    let header = beginning.header;
    let path = path(dir, header.segment);
    let new = path.with_extension("new");
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(&new);
    let file = file.map_err(failed("create", &new))?;
    let Frame { bytes, .. } = encode_frame(header.log, header.first_sequence, beginning.state);
    let end = HEADER_BYTES as u64 + bytes.len() as u64;
    // Blocks of their own, and written ones, beforehand: a sync of a frame then writes no metadata. To blocks that are
    // only allocated the file system would have to note with each sync that they are written now.
    let len = beginning.bytes.max(end);
    let sized = file.set_len(len).and_then(|()| allocate(&file, len));
    sized.map_err(failed("size", &new))?;
    let written = file.write_all_at(&header.encode(), 0).and_then(|()| file.write_all_at(&bytes, HEADER_BYTES as u64));
    written.map_err(failed("write", &new))?;
    let current = Current { file, path: new, number: header.segment, end, len };
    blank(&current)?;
    fs::rename(&current.path, &path).map_err(failed("rename", &current.path))?;
    sync_dir(dir)?;
    Ok(Current { path, ..current })
}

fn allocate(file: &File, len: u64) -> io::Result<()> {
    let len = i64::try_from(len).map_err(io::Error::other)?;
    match nix::fcntl::fallocate(file, nix::fcntl::FallocateFlags::empty(), 0, len) {
        Ok(()) | Err(nix::errno::Errno::EOPNOTSUPP) => Ok(()),
        Err(err) => Err(err.into()),
    }
}

pub(super) fn sync_dir(dir: &Path) -> Result<(), WalError> {
    File::open(dir).and_then(|dir| dir.sync_all()).map_err(failed("sync", dir))
}

pub(super) fn remove(dir: &Path, number: u64) -> Result<(), WalError> {
    let path = path(dir, number);
    fs::remove_file(&path).map_err(failed("remove", &path))
}

/// Writes zeros from the end of the last frame on, and syncs all: a new segment's blocks are written so, and nothing of
/// a torn tail is ever taken for a frame.
pub(super) fn blank(current: &Current) -> Result<(), WalError> {
    static ZEROS: [u8; 64 << 10] = [0; 64 << 10];
    let mut at = current.end;
    while at < current.len {
        let some = usize::try_from(current.len - at).map_or(ZEROS.len(), |left| left.min(ZEROS.len()));
        let zeros = ZEROS.get(..some).unwrap_or(&ZEROS);
        current.file.write_all_at(zeros, at).map_err(failed("blank", &current.path))?;
        at += some as u64;
    }
    current.file.sync_all().map_err(failed("sync", &current.path))
}

/// Reads the callers' parts of entries back.
pub(super) fn read(dir: &Path, slots: &[(EntryId, Location)]) -> Result<Vec<(EntryId, Vec<u8>)>, WalError> {
    let mut open: Option<(u64, File, PathBuf)> = None;
    let mut entries = Vec::with_capacity(slots.len());
    for (id, at) in slots {
        if open.as_ref().is_none_or(|(number, ..)| *number != at.segment) {
            let path = path(dir, at.segment);
            open = Some((at.segment, File::open(&path).map_err(failed("open", &path))?, path));
        }
        let Some((_, file, path)) = &open else { continue };
        let mut body = vec![0; at.len as usize];
        file.read_exact_at(&mut body, at.offset).map_err(failed("read", path))?;
        entries.push((*id, body));
    }
    Ok(entries)
}
