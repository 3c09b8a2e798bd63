//! Checks that a hostPath is what the pod says it is, and makes it where the pod asks for that.
//!
//! As upstream: pkg/volume/hostpath/host_path.go.

use std::fs;
use std::io;
use std::os::unix::fs::{FileTypeExt, PermissionsExt};
use std::path::Path;

pub(crate) fn check(path: &str, kind: &str) -> io::Result<()> {
    let at = Path::new(path);
    let refuse = |text: &str| Err(io::Error::other(format!("hostPath type check failed: {path} {text}")));
    match kind {
        "DirectoryOrCreate" if fs::symlink_metadata(at).is_err() => {
            fs::create_dir_all(at)?;
            return fs::set_permissions(at, fs::Permissions::from_mode(0o755));
        }
        "FileOrCreate" if fs::symlink_metadata(at).is_err() => {
            fs::File::create_new(at)?;
            return fs::set_permissions(at, fs::Permissions::from_mode(0o644));
        }
        _ => {}
    }
    let found = fs::metadata(at).map(|meta| meta.file_type());
    let is = |test: fn(&fs::FileType) -> bool| found.as_ref().is_ok_and(test);
    match kind {
        "Directory" | "DirectoryOrCreate" if !is(|it| it.is_dir()) => refuse("is not a directory"),
        "File" | "FileOrCreate" if !is(|it| it.is_file()) => refuse("is not a file"),
        "Socket" if !is(|it| it.is_socket()) => refuse("is not a socket file"),
        "CharDevice" if !is(|it| it.is_char_device()) => refuse("is not a character device"),
        "BlockDevice" if !is(|it| it.is_block_device()) => refuse("is not a block device"),
        _ => Ok(()),
    }
}
