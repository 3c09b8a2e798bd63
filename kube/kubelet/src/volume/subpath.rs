//! A part of a volume as a mount of its own, which no link inside the volume can lead outside.
//!
//! The part is opened beneath the volume by one `openat2` and bound through its descriptor: what is swapped in between
//! changes nothing. As upstream: k8s.io/mount-utils subpath, with the kernel's help.

use std::fs;
use std::io;
use std::os::fd::AsRawFd;
use std::os::unix::fs::PermissionsExt;
use std::path::{Component, Path, PathBuf};

use machined_sys::mount::{self, Mount};
use nix::fcntl::{OFlag, OpenHow, ResolveFlag, openat2};
use nix::sys::stat::Mode;

/// Binds `part` of `volume` to `target` and returns `target`. A part that is not there becomes a folder.
pub(crate) fn bind(volume: &Path, part: &str, target: &Path, create: bool) -> io::Result<PathBuf> {
    let part = Path::new(part);
    if part.is_absolute() || part.components().any(|component| matches!(component, Component::ParentDir)) {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            format!("subpath {} leaves its volume", part.display()),
        ));
    }
    if mount::is_mounted(target)? {
        return Ok(target.to_owned());
    }
    let root = fs::File::open(volume)?;
    let found = match open(&root, part) {
        Err(nix::Error::ENOENT) if create => {
            make(&root, part)?;
            open(&root, part)
        }
        other => other,
    };
    let found = found.map_err(|err| {
        io::Error::new(io::Error::from(err).kind(), format!("failed to prepare subPath {}: {err}", part.display()))
    })?;
    let through = PathBuf::from(format!("/proc/self/fd/{}", found.as_raw_fd()));
    let is_folder = fs::metadata(&through)?.is_dir();
    if is_folder {
        fs::create_dir_all(target)?;
    } else {
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::OpenOptions::new().create(true).truncate(false).write(true).open(target)?;
    }
    Mount::bind(&through, target).mount().map_err(io::Error::other)?;
    Ok(target.to_owned())
}

fn open(root: &fs::File, part: &Path) -> nix::Result<std::os::fd::OwnedFd> {
    let how = OpenHow::new()
        .flags(OFlag::O_PATH | OFlag::O_CLOEXEC)
        .resolve(ResolveFlag::RESOLVE_BENEATH | ResolveFlag::RESOLVE_NO_MAGICLINKS);
    openat2(root, part, how)
}

/// Makes the missing folders one by one, each beneath the one before.
fn make(root: &fs::File, part: &Path) -> io::Result<()> {
    let mut done = PathBuf::new();
    let mode = fs::metadata(format!("/proc/self/fd/{}", root.as_raw_fd()))?.permissions().mode() & 0o777;
    for component in part.components() {
        let parent = if done.as_os_str().is_empty() { None } else { Some(open(root, &done)?) };
        let name = component.as_os_str();
        let made = match &parent {
            Some(parent) => nix::sys::stat::mkdirat(parent, name, Mode::from_bits_truncate(mode)),
            None => nix::sys::stat::mkdirat(root, name, Mode::from_bits_truncate(mode)),
        };
        match made {
            Ok(()) | Err(nix::Error::EEXIST) => {}
            Err(err) => return Err(err.into()),
        }
        done.push(name);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_out_of_the_volume_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/etc", folder.path().join("out")).unwrap();
        std::os::unix::fs::symlink("inner", folder.path().join("in")).unwrap();
        fs::create_dir(folder.path().join("inner")).unwrap();
        let root = fs::File::open(folder.path()).unwrap();
        assert!(open(&root, Path::new("out/passwd")).is_err());
        assert!(open(&root, Path::new("in")).is_ok());
        make(&root, Path::new("a/b/c")).unwrap();
        assert!(folder.path().join("a/b/c").is_dir());
    }
}
