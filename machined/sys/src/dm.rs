//! Device-mapper targets by ioctl: what opens the verified root.
#![allow(unsafe_code)]

use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;
use std::path::PathBuf;

/// Where the kernel takes commands, once the module is loaded.
const CONTROL: &str = "/dev/mapper/control";

/// A mapping of one target over a whole device.
#[derive(Clone, Debug)]
pub struct Mapping<'a> {
    /// The mapping's name.
    pub name: &'a str,
    /// Sectors of 512 bytes.
    pub sectors: u64,
    /// The target's kind, such as `verity`.
    pub target: &'a str,
    /// The target's own arguments.
    pub arguments: &'a str,
}

/// Creates a read-only mapping and starts it; says where its device is.
pub fn create(mapping: &Mapping<'_>) -> io::Result<PathBuf> {
    let control = File::options().read(true).write(true).open(CONTROL)?;
    let created =
        command(&control, Request { number: DEV_CREATE, name: mapping.name, flags: READ_ONLY, payload: Vec::new() })?;
    let loaded = Request { number: TABLE_LOAD, name: mapping.name, flags: READ_ONLY, payload: table(mapping)? };
    let started = command(&control, loaded).and_then(|_| {
        command(&control, Request { number: DEV_SUSPEND, name: mapping.name, flags: READ_ONLY, payload: Vec::new() })
    });
    if let Err(error) = started {
        // Best effort: what failed is the table, and that is what the caller must hear.
        let _ = remove(mapping.name);
        return Err(error);
    }
    let device = u64_at(&created, DEV_AT).ok_or_else(invalid)?;
    // As the kernel's new_encode_dev: the minor's low byte, the major, the rest of the minor.
    let minor = (device & 0xff) | ((device >> 12) & 0xfff00);
    Ok(PathBuf::from(format!("/dev/dm-{minor}")))
}

/// The target's own word on its state; for verity `V` while all was well, `C` after corruption was found.
pub fn status(name: &str) -> io::Result<String> {
    let control = File::options().read(true).write(true).open(CONTROL)?;
    let answer = command(&control, Request { number: TABLE_STATUS, name, flags: 0, payload: vec![0; 1024] })?;
    let start = u32_at(&answer, 16).ok_or_else(invalid)? as usize + TARGET;
    let text = answer.get(start..).ok_or_else(invalid)?;
    let end = text.iter().position(|byte| *byte == 0).ok_or_else(invalid)?;
    Ok(String::from_utf8_lossy(text.get(..end).unwrap_or_default()).into_owned())
}

/// Takes a mapping away that nobody uses.
pub fn remove(name: &str) -> io::Result<()> {
    let control = File::options().read(true).write(true).open(CONTROL)?;
    command(&control, Request { number: DEV_REMOVE, name, flags: 0, payload: Vec::new() }).map(drop)
}

// linux/dm-ioctl.h: struct dm_ioctl has 312 bytes, struct dm_target_spec 40; the commands are _IOWR(0xfd, n, dm_ioctl).
const HEADER: usize = 312;
const TARGET: usize = 40;
const DEV_AT: usize = 40;
const NAME_AT: usize = 48;
const DEV_CREATE: libc::c_ulong = 0xc138_fd03;
const DEV_REMOVE: libc::c_ulong = 0xc138_fd04;
const DEV_SUSPEND: libc::c_ulong = 0xc138_fd06;
const TABLE_LOAD: libc::c_ulong = 0xc138_fd09;
const TABLE_STATUS: libc::c_ulong = 0xc138_fd0c;
const READ_ONLY: u32 = 1;

struct Request<'a> {
    number: libc::c_ulong,
    name: &'a str,
    flags: u32,
    payload: Vec<u8>,
}

fn table(mapping: &Mapping<'_>) -> io::Result<Vec<u8>> {
    let arguments = mapping.arguments.len() + 1;
    let next = u32::try_from((TARGET + arguments).next_multiple_of(8)).map_err(|_| invalid())?;
    let mut bytes = Vec::with_capacity(next as usize);
    bytes.extend(0_u64.to_ne_bytes());
    bytes.extend(mapping.sectors.to_ne_bytes());
    bytes.extend(0_i32.to_ne_bytes());
    bytes.extend(next.to_ne_bytes());
    bytes.extend(mapping.target.bytes());
    if bytes.len() >= TARGET {
        return Err(invalid());
    }
    bytes.resize(TARGET, 0);
    bytes.extend(mapping.arguments.bytes());
    bytes.resize(next as usize, 0);
    Ok(bytes)
}

fn command(control: &File, request: Request<'_>) -> io::Result<Vec<u8>> {
    let size = HEADER + request.payload.len();
    let mut bytes = Vec::with_capacity(size);
    for version in [4_u32, 0, 0] {
        bytes.extend(version.to_ne_bytes());
    }
    bytes.extend(u32::try_from(size).map_err(|_| invalid())?.to_ne_bytes());
    bytes.extend(312_u32.to_ne_bytes());
    bytes.extend(u32::from(request.number == TABLE_LOAD).to_ne_bytes());
    bytes.extend(0_i32.to_ne_bytes());
    bytes.extend(request.flags.to_ne_bytes());
    bytes.resize(NAME_AT, 0);
    bytes.extend(request.name.bytes());
    if bytes.len() >= NAME_AT + 128 {
        return Err(invalid());
    }
    bytes.resize(HEADER, 0);
    bytes.extend(request.payload);
    // musl and glibc differ in the type of the number.
    let number = request.number as libc::Ioctl;
    // SAFETY: the buffer starts with a dm_ioctl whose data_size is the buffer's length; the kernel stays within it.
    if unsafe { libc::ioctl(control.as_raw_fd(), number, bytes.as_mut_ptr()) } < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(bytes)
}

fn invalid() -> io::Error {
    io::ErrorKind::InvalidInput.into()
}

fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 8)?.try_into().ok().map(u64::from_ne_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_ne_bytes)
}
