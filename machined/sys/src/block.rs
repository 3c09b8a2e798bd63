//! Disks and partitions as the kernel lists them, and telling it about new ones.
#![allow(unsafe_code)]

use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;
use std::path::{Path, PathBuf};

/// A whole disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disk {
    /// The kernel's name, such as `vda`.
    pub name: String,
    pub device: PathBuf,
    pub bytes: u64,
    pub sector_bytes: u32,
    pub model: String,
    pub serial: String,
    pub read_only: bool,
    pub removable: bool,
    pub rotational: bool,
}

/// A partition as the kernel knows it, in bytes from the disk's start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    pub number: u32,
    pub device: PathBuf,
    pub start: u64,
    pub bytes: u64,
}

/// All disks that hold data: no loop devices, no RAM disks, no device-mapper targets, no empty readers.
pub fn disks() -> io::Result<Vec<Disk>> {
    let mut disks = Vec::new();
    for entry in std::fs::read_dir("/sys/block")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let virtual_kind =
            ["loop", "ram", "dm-", "zram", "nbd", "sr", "fd", "md"].iter().any(|kind| name.starts_with(kind));
        if virtual_kind {
            continue;
        }
        let disk = disk(&name)?;
        if disk.bytes > 0 {
            disks.push(disk);
        }
    }
    disks.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(disks)
}

pub fn disk(name: &str) -> io::Result<Disk> {
    let dir = Path::new("/sys/block").join(name);
    let text =
        |file: &str| std::fs::read_to_string(dir.join(file)).map(|text| text.trim().to_owned()).unwrap_or_default();
    let flag = |file: &str| text(file) == "1";
    Ok(Disk {
        name: name.to_owned(),
        device: Path::new("/dev").join(name),
        bytes: number(&dir.join("size"))? * 512,
        sector_bytes: u32::try_from(number(&dir.join("queue/logical_block_size"))?).unwrap_or(512),
        model: text("device/model"),
        serial: [text("serial"), text("device/serial")].into_iter().find(|text| !text.is_empty()).unwrap_or_default(),
        read_only: flag("ro"),
        removable: flag("removable"),
        rotational: flag("queue/rotational"),
    })
}

/// The partitions of a disk that the kernel knows now.
pub fn partitions(disk: &str) -> io::Result<Vec<Partition>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(Path::new("/sys/block").join(disk))? {
        let entry = entry?;
        let dir = entry.path();
        if !dir.join("partition").exists() {
            continue;
        }
        found.push(Partition {
            number: u32::try_from(number(&dir.join("partition"))?).unwrap_or_default(),
            device: Path::new("/dev").join(entry.file_name()),
            // sysfs counts in 512 bytes, whatever the disk's sector is.
            start: number(&dir.join("start"))? * 512,
            bytes: number(&dir.join("size"))? * 512,
        });
    }
    found.sort_by_key(|partition| partition.number);
    Ok(found)
}

/// Tells the kernel about a partition that the table on disk holds. The disk may be in use.
pub fn add_partition(disk: &File, number: u32, start: u64, bytes: u64) -> io::Result<()> {
    change(disk, BLKPG_ADD_PARTITION, number, start, bytes)
}

/// Tells the kernel that a partition, mounted or not, ends elsewhere now.
pub fn resize_partition(disk: &File, number: u32, start: u64, bytes: u64) -> io::Result<()> {
    change(disk, BLKPG_RESIZE_PARTITION, number, start, bytes)
}

const BLKPG: libc::Ioctl = 0x1269;
const BLKPG_ADD_PARTITION: i32 = 1;
const BLKPG_RESIZE_PARTITION: i32 = 3;

// linux/blkpg.h
#[repr(C)]
struct BlkpgArgument {
    op: i32,
    flags: i32,
    datalen: i32,
    data: *mut BlkpgPartition,
}

#[repr(C)]
struct BlkpgPartition {
    start: i64,
    length: i64,
    number: i32,
    device: [u8; 64],
    volume: [u8; 64],
}

fn change(disk: &File, op: i32, number: u32, start: u64, bytes: u64) -> io::Result<()> {
    let invalid = |_| io::Error::from(io::ErrorKind::InvalidInput);
    let mut partition = BlkpgPartition {
        start: i64::try_from(start).map_err(invalid)?,
        length: i64::try_from(bytes).map_err(invalid)?,
        number: i32::try_from(number).map_err(invalid)?,
        device: [0; 64],
        volume: [0; 64],
    };
    let datalen = i32::try_from(size_of::<BlkpgPartition>()).map_err(invalid)?;
    let mut argument = BlkpgArgument { op, flags: 0, datalen, data: &raw mut partition };
    // SAFETY: BLKPG takes a blkpg_ioctl_arg whose data is a blkpg_partition; both are live and laid out as in linux/blkpg.h.
    if unsafe { libc::ioctl(disk.as_raw_fd(), BLKPG, &raw mut argument) } < 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(())
}

fn number(path: &Path) -> io::Result<u64> {
    std::fs::read_to_string(path)?.trim().parse().map_err(|err| io::Error::new(io::ErrorKind::InvalidData, err))
}
