//! Writes a volume's files so that a reader sees all of the old ones or all of the new ones.
//!
//! Files stand in a folder named for the time; `..data` points to it, and each visible name points into `..data`. One
//! rename of `..data` is the change. As upstream: pkg/volume/util/atomic_writer.go.
//!
//! - An unchanged payload writes nothing.
//! - A crash between any two steps leaves the old state readable, and the next write cleans up.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;

use jiff::Timestamp;

use super::payload::{File, Payload};

const DATA: &str = "..data";
const NEW_DATA: &str = "..data_tmp";

/// Brings `folder` to `payload`. True when something changed.
pub(crate) fn write(folder: &Path, payload: &Payload, group: Option<u32>, now: Timestamp) -> io::Result<bool> {
    let current = fs::read_link(folder.join(DATA)).ok();
    if let Some(current) = &current
        && is_same(&folder.join(current), payload, group)?
        && visible(folder)? == tops(payload)
    {
        return Ok(false);
    }
    let name = format!("..{}.{}", now.strftime("%Y_%m_%d_%H_%M_%S"), now.subsec_nanosecond());
    let fresh = folder.join(&name);
    fs::create_dir_all(&fresh)?;
    fs::set_permissions(&fresh, fs::Permissions::from_mode(0o755))?;
    own(&fresh, None, group)?;
    for (path, file) in payload {
        write_file(&fresh, path, file, group)?;
    }
    let link = folder.join(NEW_DATA);
    remove(&link)?;
    symlink(&name, &link)?;
    fs::rename(&link, folder.join(DATA))?;
    let wanted = tops(payload);
    for top in &wanted {
        let visible = folder.join(top);
        if fs::symlink_metadata(&visible).is_err() {
            symlink(format!("{DATA}/{top}"), visible)?;
        }
    }
    for stale in visible(folder)?.difference(&wanted) {
        remove(&folder.join(stale))?;
    }
    // What earlier writes left, the one before this among them.
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let left = entry.file_name();
        let left = left.to_string_lossy();
        if left.starts_with("..") && left != DATA && left != name.as_str() {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(true)
}

fn write_file(folder: &Path, path: &str, file: &File, group: Option<u32>) -> io::Result<()> {
    let at = folder.join(path);
    if let Some(parent) = at.parent() {
        fs::create_dir_all(parent)?;
        let mut inner = parent;
        while inner != folder {
            fs::set_permissions(inner, fs::Permissions::from_mode(0o755))?;
            own(inner, None, group)?;
            inner = inner.parent().unwrap_or(folder);
        }
    }
    fs::write(&at, &file.data)?;
    // The group reads what the pod's group is for, as upstream's ownership pass for read-only volumes.
    let mode = if group.is_some() { file.mode | 0o440 } else { file.mode };
    fs::set_permissions(&at, fs::Permissions::from_mode(mode))?;
    own(&at, file.owner, group)
}

fn own(path: &Path, user: Option<u32>, group: Option<u32>) -> io::Result<()> {
    if user.is_some() || group.is_some() { chown(path, user, group) } else { Ok(()) }
}

fn is_same(folder: &Path, payload: &Payload, group: Option<u32>) -> io::Result<bool> {
    let mut have = BTreeMap::new();
    if fs::symlink_metadata(folder).is_err() {
        return Ok(false);
    }
    collect(folder, "", &mut have)?;
    if have.len() != payload.len() {
        return Ok(false);
    }
    for (path, file) in payload {
        let Some((data, mode, owner)) = have.get(path) else { return Ok(false) };
        let wanted = if group.is_some() { file.mode | 0o440 } else { file.mode };
        if data != &file.data || *mode != wanted || file.owner.is_some_and(|user| user != *owner) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn collect(folder: &Path, prefix: &str, into: &mut BTreeMap<String, (Vec<u8>, u32, u32)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let meta = entry.metadata()?;
        if meta.is_dir() {
            collect(&entry.path(), &format!("{name}/"), into)?;
        } else {
            into.insert(name, (fs::read(entry.path())?, meta.permissions().mode() & 0o7777, meta.uid()));
        }
    }
    Ok(())
}

fn tops(payload: &Payload) -> BTreeSet<String> {
    payload.keys().map(|path| path.split('/').next().unwrap_or_default().to_owned()).collect()
}

fn visible(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with("..") {
            names.insert(name);
        }
    }
    Ok(names)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(err) => Err(err),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn payload(files: &[(&str, &str)]) -> Payload {
        files
            .iter()
            .map(|(path, data)| ((*path).to_owned(), File { data: data.as_bytes().to_vec(), mode: 0o644, owner: None }))
            .collect()
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_change_is_one_rename_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        assert!(write(path, &payload(&[("a", "1"), ("d/b", "2")]), None, at(1)).unwrap());
        assert_eq!(fs::read_to_string(path.join("d/b")).unwrap(), "2");
        let first = fs::read_link(path.join(DATA)).unwrap();
        assert!(!write(path, &payload(&[("a", "1"), ("d/b", "2")]), None, at(2)).unwrap());
        assert_eq!(fs::read_link(path.join(DATA)).unwrap(), first);
        assert!(write(path, &payload(&[("a", "3")]), None, at(3)).unwrap());
        assert_eq!(fs::read_to_string(path.join("a")).unwrap(), "3");
        assert!(!path.join("d").exists() && !path.join(first).exists());
        assert_eq!(fs::read_dir(path).unwrap().count(), 3);
    }

    #[test]
    fn modes_are_kept_and_the_group_may_read() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = payload(&[("key", "x")]);
        files.get_mut("key").unwrap().mode = 0o400;
        write(folder.path(), &files, Some(nix::unistd::getgid().as_raw()), at(1)).unwrap();
        assert_eq!(fs::metadata(folder.path().join("key")).unwrap().permissions().mode() & 0o777, 0o440);
    }
}
