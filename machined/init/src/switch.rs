//! Leaves the initramfs: the verified root becomes `/`, and its own init goes on as this process.

use std::convert::Infallible;
use std::ffi::CString;
use std::io;
use std::path::Path;

use nix::mount::{MsFlags, mount};

/// Moves the early mounts along, drops the initramfs' files, and executes `program`. Returns only on failure.
pub(crate) fn to_root(root: &Path, program: &str, arguments: &[String]) -> io::Result<Infallible> {
    for early in ["dev", "proc", "sys"] {
        let (from, to) = (Path::new("/").join(early), root.join(early));
        mount(Some(&from), &to, None::<&str>, MsFlags::MS_MOVE, None::<&str>)?;
    }
    // They live in memory. What is left of them after a failure is of no consequence.
    let _ = std::fs::remove_dir_all("/usr");
    let _ = std::fs::remove_file("/init");
    nix::unistd::chdir(root)?;
    mount(Some("."), "/", None::<&str>, MsFlags::MS_MOVE, None::<&str>)?;
    nix::unistd::chroot(".")?;
    nix::unistd::chdir("/")?;
    let program = CString::new(program)?;
    let arguments = arguments.iter().map(|text| CString::new(text.as_str())).collect::<Result<Vec<_>, _>>()?;
    Ok(nix::unistd::execve(&program, &arguments, &[c"PATH=/usr/bin:/usr/sbin"])?)
}
