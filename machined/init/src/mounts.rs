//! The mounts that everything else stands on, in order, and the links below `/dev` that programs expect.

use std::fs;
use std::io;
use std::os::unix::fs::symlink;
use std::path::Path;

use machined_sys::mount::{self, Mount, MountError};

use crate::pid1::Place;
use crate::say::complain;

/// What the initramfs needs.
pub(crate) fn early() -> Result<(), MountError> {
    Mount::new("devtmpfs", "devtmpfs", Path::new("/dev")).no_set_user_id().options("mode=0755").mount()?;
    Mount::new("proc", "proc", Path::new("/proc")).data_only().mount()?;
    Mount::new("sysfs", "sysfs", Path::new("/sys")).data_only().mount()
}

/// The firmware's variables; a machine without UEFI has none.
pub(crate) fn firmware_variables() -> Result<(), MountError> {
    let target = Path::new("/sys/firmware/efi/efivars");
    missing(Mount::new("efivarfs", "efivarfs", target).data_only().read_only(), target)
}

/// What PID 1 mounts on the root. On a native node the harness has mounted most of it: what is there stays.
pub(crate) fn late(place: Place) -> Result<(), MountError> {
    let at = Path::new;
    if place == Place::Native {
        missing(Mount::new("proc", "proc", at("/proc")).data_only(), at("/proc"))?;
    }
    missing(Mount::new("tmpfs", "run", at("/run")).no_devices().options("mode=0755,size=25%"), at("/run"))?;
    missing(Mount::new("tmpfs", "tmp", at("/tmp")).no_devices().options("mode=1777,size=25%"), at("/tmp"))?;
    for directory in ["/dev/pts", "/dev/shm", "/dev/mqueue"] {
        if let Err(error) = fs::create_dir_all(directory) {
            complain(&format!("create {directory}: {error}"));
        }
    }
    missing(
        Mount::new("devpts", "devpts", at("/dev/pts")).no_set_user_id().options("mode=0620,gid=5,ptmxmode=0666"),
        at("/dev/pts"),
    )?;
    missing(Mount::new("tmpfs", "shm", at("/dev/shm")).no_devices().options("mode=1777"), at("/dev/shm"))?;
    missing(Mount::new("mqueue", "mqueue", at("/dev/mqueue")).data_only(), at("/dev/mqueue"))?;
    missing(
        Mount::new("cgroup2", "cgroup2", at("/sys/fs/cgroup")).data_only().options("nsdelegate,memory_recursiveprot"),
        at("/sys/fs/cgroup"),
    )?;
    if place == Place::Machine {
        missing(Mount::new("bpf", "bpf", at("/sys/fs/bpf")).data_only().options("mode=0700"), at("/sys/fs/bpf"))?;
        missing(
            Mount::new("securityfs", "securityfs", at("/sys/kernel/security")).data_only(),
            at("/sys/kernel/security"),
        )?;
    }
    for (link, target) in [
        ("/dev/fd", "/proc/self/fd"),
        ("/dev/stdin", "/proc/self/fd/0"),
        ("/dev/stdout", "/proc/self/fd/1"),
        ("/dev/stderr", "/proc/self/fd/2"),
    ] {
        match symlink(target, link) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => complain(&format!("link {link}: {error}")),
            _ => {}
        }
    }
    mount::make_shared(at("/"))
}

fn missing(mount: Mount<'_>, target: &Path) -> Result<(), MountError> {
    if mount::is_mounted(target).unwrap_or_default() { Ok(()) } else { mount.mount() }
}
