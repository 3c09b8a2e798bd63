//! How much of the disk a folder takes, as the file system counts it. Decides nothing.

use std::collections::BTreeSet;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// What `stat` counts in.
const BLOCK: u64 = 512;

/// Bytes that the folder's files take, each once, on the folder's own file system. What goes while it is looked at is not
/// counted; a folder that is not there takes nothing.
pub(crate) fn bytes(folder: &Path) -> io::Result<u64> {
    let Some(top) = there(std::fs::symlink_metadata(folder))? else { return Ok(0) };
    let mut taken = top.blocks() * BLOCK;
    let mut linked = BTreeSet::new();
    let mut left = vec![folder.to_owned()];
    while let Some(folder) = left.pop() {
        let Some(entries) = there(std::fs::read_dir(&folder))? else { continue };
        for entry in entries {
            let Some(entry) = there(entry)? else { continue };
            let Some(meta) = there(entry.metadata())? else { continue };
            if meta.dev() != top.dev() || (!meta.is_dir() && meta.nlink() > 1 && !linked.insert(meta.ino())) {
                continue;
            }
            taken += meta.blocks() * BLOCK;
            if meta.is_dir() {
                left.push(entry.path());
            }
        }
    }
    Ok(taken)
}

fn there<T>(outcome: io::Result<T>) -> io::Result<Option<T>> {
    match outcome {
        Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(None),
        other => other.map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_counted_once() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(bytes(&at("missing")).unwrap(), 0);
        let empty = bytes(folder.path()).unwrap();
        std::fs::write(at("file"), vec![1; 1 << 20]).unwrap();
        std::fs::hard_link(at("file"), at("again")).unwrap();
        std::os::unix::fs::symlink("file", at("link")).unwrap();
        let taken = bytes(folder.path()).unwrap() - empty;
        assert!((1 << 20..(1 << 20) + 64 * 1024).contains(&taken), "{taken}");
        // A hole takes nothing.
        std::fs::File::create(at("sparse")).unwrap().set_len(1 << 30).unwrap();
        assert!(bytes(folder.path()).unwrap() < 3 << 20);
    }
}
