//! Mounts, and the table of what is mounted.

use std::ffi::{OsStr, OsString};
use std::io;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};

use nix::mount::{MntFlags, MsFlags};

/// How a file system is mounted.
#[derive(Clone, Debug)]
#[must_use]
pub struct Mount<'a> {
    source: &'a OsStr,
    target: &'a Path,
    kind: &'a str,
    flags: MsFlags,
    data: Option<&'a str>,
}

/// One row of the mount table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mounted {
    pub target: PathBuf,
    pub source: String,
    pub kind: String,
    pub options: String,
}

#[derive(Debug, thiserror::Error)]
#[error("{action} {}", target.display())]
pub struct MountError {
    action: &'static str,
    target: PathBuf,
    #[source]
    err: io::Error,
}

impl<'a> Mount<'a> {
    /// A file system of this kind; the target directory must exist.
    pub fn new(kind: &'a str, source: &'a (impl AsRef<OsStr> + ?Sized), target: &'a Path) -> Self {
        Self { source: source.as_ref(), target, kind, flags: MsFlags::empty(), data: None }
    }

    /// The same tree in a second place.
    pub fn bind(source: &'a (impl AsRef<OsStr> + ?Sized), target: &'a Path) -> Self {
        Self { flags: MsFlags::MS_BIND | MsFlags::MS_REC, ..Self::new("", source, target) }
    }

    /// No devices, no programs, no set-user-id: for data.
    pub fn data_only(mut self) -> Self {
        self.flags |= MsFlags::MS_NODEV | MsFlags::MS_NOEXEC | MsFlags::MS_NOSUID;
        self
    }

    /// No devices and no set-user-id, but programs.
    pub fn no_devices(mut self) -> Self {
        self.flags |= MsFlags::MS_NODEV | MsFlags::MS_NOSUID;
        self
    }

    pub fn no_set_user_id(mut self) -> Self {
        self.flags |= MsFlags::MS_NOSUID;
        self
    }

    pub fn read_only(mut self) -> Self {
        self.flags |= MsFlags::MS_RDONLY;
        self
    }

    pub fn no_access_time(mut self) -> Self {
        self.flags |= MsFlags::MS_NOATIME;
        self
    }

    /// Options that only this kind of file system knows.
    pub fn options(mut self, data: &'a str) -> Self {
        self.data = Some(data);
        self
    }

    pub fn mount(self) -> Result<(), MountError> {
        let bind = self.flags.contains(MsFlags::MS_BIND);
        let rest = self.flags.difference(MsFlags::MS_BIND | MsFlags::MS_REC);
        nix::mount::mount(Some(self.source), self.target, Some(self.kind), self.flags, self.data)
            .map_err(|err| failed("mount", self.target, err))?;
        if bind && !rest.is_empty() {
            // A bind takes no options at first: they need a second call.
            let flags = rest | MsFlags::MS_BIND | MsFlags::MS_REMOUNT;
            nix::mount::mount(None::<&str>, self.target, None::<&str>, flags, None::<&str>)
                .map_err(|err| failed("remount", self.target, err))?;
        }
        Ok(())
    }
}

/// Makes what is mounted below `target` appear in every namespace that shares it (containers rely on it).
pub fn make_shared(target: &Path) -> Result<(), MountError> {
    let flags = MsFlags::MS_SHARED | MsFlags::MS_REC;
    nix::mount::mount(None::<&str>, target, None::<&str>, flags, None::<&str>)
        .map_err(|err| failed("share", target, err))
}

pub fn make_private(target: &Path) -> Result<(), MountError> {
    let flags = MsFlags::MS_PRIVATE | MsFlags::MS_REC;
    nix::mount::mount(None::<&str>, target, None::<&str>, flags, None::<&str>)
        .map_err(|err| failed("make private", target, err))
}

pub fn remount_read_only(target: &Path) -> Result<(), MountError> {
    let flags = MsFlags::MS_REMOUNT | MsFlags::MS_RDONLY;
    nix::mount::mount(None::<&str>, target, None::<&str>, flags, None::<&str>)
        .map_err(|err| failed("remount read-only", target, err))
}

pub fn unmount(target: &Path) -> Result<(), MountError> {
    nix::mount::umount2(target, MntFlags::UMOUNT_NOFOLLOW).map_err(|err| failed("unmount", target, err))
}

/// Takes the mount out of the tree at once; it ends when nobody uses it any more.
pub fn detach(target: &Path) -> Result<(), MountError> {
    nix::mount::umount2(target, MntFlags::MNT_DETACH | MntFlags::UMOUNT_NOFOLLOW)
        .map_err(|err| failed("detach", target, err))
}

/// What this process sees mounted, in the order it was mounted.
pub fn mounted() -> io::Result<Vec<Mounted>> {
    Ok(parse(&std::fs::read("/proc/self/mountinfo")?))
}

pub fn is_mounted(target: &Path) -> io::Result<bool> {
    Ok(mounted()?.iter().any(|row| row.target == target))
}

fn parse(table: &[u8]) -> Vec<Mounted> {
    table.split(|byte| *byte == b'\n').filter_map(row).collect()
}

fn row(line: &[u8]) -> Option<Mounted> {
    let fields: Vec<&[u8]> = line.split(|byte| *byte == b' ').collect();
    let separator = fields.iter().position(|field| *field == b"-")?;
    let text = |field: Option<&&[u8]>| field.map(|field| String::from_utf8_lossy(&unescape(field)).into_owned());
    Some(Mounted {
        target: PathBuf::from(OsString::from_vec(unescape(fields.get(4)?))),
        options: text(fields.get(5))?,
        kind: text(fields.get(separator + 1))?,
        source: text(fields.get(separator + 2))?,
    })
}

/// The kernel writes blanks in paths as three octal digits.
fn unescape(field: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(field.len());
    let mut rest = field;
    while let [first, tail @ ..] = rest {
        match rest {
            [b'\\', a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', after @ ..] => {
                plain.push((a - b'0') * 64 + (b - b'0') * 8 + (c - b'0'));
                rest = after;
            }
            _ => {
                plain.push(*first);
                rest = tail;
            }
        }
    }
    plain
}

fn failed(action: &'static str, target: &Path, err: nix::Error) -> MountError {
    MountError { action, target: PathBuf::from(OsStr::from_bytes(target.as_os_str().as_bytes())), err: err.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_optional_fields_and_blanks() {
        let rows =
            parse(b"36 35 98:0 /m /mnt\\0402 rw,noatime shared:1 master:2 - ext3 /dev/root rw,errors=continue\n");
        let expected = Mounted {
            target: "/mnt 2".into(),
            source: "/dev/root".into(),
            kind: "ext3".into(),
            options: "rw,noatime".into(),
        };
        assert_eq!(rows, [expected]);
    }
}
