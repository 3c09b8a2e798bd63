//! Adds the node's own partitions to the system disk, by the layout that image and installer use.
//!
//! - Partitions that an image carries are never touched; the node's own are only added, or grown at their end.
//! - A partition enters the table only when its file system is whole: one that was cut off while it was made is made
//!   again, and one that is in the table is never made again.
//! - The table is written backup first, flushed, then the front: a power cut leaves one valid table.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

use image_layout::gpt::{Entry, Geometry, Table};
use image_layout::{Guid, Kind, Node, PlanError};
use machined_sys::block;
use machined_sys::system_disk::{DiskError, SystemDisk};

/// A partition that the kernel knows.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) device: PathBuf,
    pub(crate) bytes: u64,
    /// What is to be written to the table once a file system stands on the new partition.
    pub(crate) fresh: Option<Pending>,
}

/// An entry that waits for its file system.
#[derive(Debug)]
pub(crate) struct Pending {
    disk: String,
    table: Table,
    geometry: Geometry,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum StorageError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error("plan the partitions")]
    Plan(#[source] PlanError),
    #[error("write the partition table of {disk}")]
    Write {
        disk: String,
        #[source]
        err: io::Error,
    },
    #[error("make the kernel see partition {number} of {disk}")]
    Kernel {
        disk: String,
        number: u32,
        #[source]
        err: io::Error,
    },
    #[error("partition {number} of {disk} did not appear")]
    Missing { disk: String, number: u32 },
    #[error("make a name for a partition")]
    Random,
}

/// Finds the partition of this kind, making or growing it when the node's role is known.
/// Without a role only STATE can be asked for: its place is the same for both.
/// With `anew` its file system is made again.
pub(crate) fn prepare(disk: &str, kind: Kind, node: Option<Node>, anew: bool) -> Result<Part, StorageError> {
    let system = SystemDisk::open(disk)?;
    let failed = |err| StorageError::Write { disk: disk.to_owned(), err };
    let facts = block::disk(disk).map_err(failed)?;
    let sector = u64::from(facts.sector_bytes);
    let geometry = Geometry { sector: facts.sector_bytes, sectors: facts.bytes / sector };
    let role = node.unwrap_or(Node { control_plane: false });
    let layout = image_layout::node(facts.bytes, role).map_err(StorageError::Plan)?;
    let Some(placed) = layout.iter().find(|placed| placed.kind == kind) else {
        return Err(StorageError::Missing { disk: disk.to_owned(), number: kind.number() });
    };
    let file = File::options().read(true).write(true).open(system.device()).map_err(failed)?;
    let mut table = system.table().clone();
    let wanted_last = (placed.start + placed.size) / sector - 1;
    let (first, last, fresh) = match table.entries.iter_mut().find(|entry| entry.kind == kind.type_guid()) {
        Some(entry) => {
            // EPHEMERAL lies last and alone grows; a partition never becomes smaller or moves.
            let grows = kind == Kind::Ephemeral && wanted_last > entry.last;
            entry.last = if grows { wanted_last } else { entry.last };
            let place = (entry.first, entry.last);
            if grows {
                write(&file, &table, geometry).map_err(failed)?;
            }
            let again = anew.then(|| Pending { disk: disk.to_owned(), table, geometry });
            (place.0, place.1, again)
        }
        None => {
            let first = placed.start / sector;
            table.entries.push(entry(kind, first, wanted_last)?);
            table.entries.sort_by_key(|entry| entry.number);
            let pending = Pending { disk: disk.to_owned(), table, geometry };
            (first, wanted_last, Some(pending))
        }
    };
    let (start, bytes) = (first * sector, (last + 1 - first) * sector);
    let device = announce(disk, &file, kind.number(), start, bytes)?;
    Ok(Part { device, bytes, fresh })
}

impl Pending {
    /// The file system is whole: from now on the partition exists.
    pub(crate) fn commit(self) -> Result<(), StorageError> {
        let failed = |err| StorageError::Write { disk: self.disk.clone(), err };
        let device = std::path::Path::new("/dev").join(&self.disk);
        let file = File::options().read(true).write(true).open(device).map_err(failed)?;
        // What mkfs wrote through the partition's device must be on the disk before the table names it.
        file.sync_all().map_err(failed)?;
        write(&file, &self.table, self.geometry).map_err(failed)
    }
}

fn entry(kind: Kind, first: u64, last: u64) -> Result<Entry, StorageError> {
    let mut bytes = [0; 16];
    // The kernel's own generator; at this point of a boot it is seeded.
    let random = File::open("/dev/urandom").and_then(|file| io::Read::read_exact(&mut &file, &mut bytes));
    random.map_err(|_| StorageError::Random)?;
    let id = Guid::from_entropy(bytes);
    Ok(Entry { number: kind.number(), kind: kind.type_guid(), id, first, last, label: kind.label().to_owned() })
}

fn write(file: &File, table: &Table, geometry: Geometry) -> io::Result<()> {
    let written = table.write(geometry);
    file.write_all_at(&written.back, written.back_at * u64::from(geometry.sector))?;
    file.sync_all()?;
    file.write_all_at(&written.front, 0)?;
    file.sync_all()
}

/// Makes the kernel know the partition as the table has it.
fn announce(disk: &str, file: &File, number: u32, start: u64, bytes: u64) -> Result<PathBuf, StorageError> {
    let failed = |err| StorageError::Kernel { disk: disk.to_owned(), number, err };
    let known = block::partitions(disk).map_err(failed)?;
    match known.iter().find(|partition| partition.number == number) {
        Some(have) if have.start == start && have.bytes == bytes => {}
        Some(have) if have.start == start => {
            block::resize_partition(file, number, start, bytes).map_err(failed)?;
        }
        _ => block::add_partition(file, number, start, bytes).map_err(failed)?,
    }
    let known = block::partitions(disk).map_err(failed)?;
    let found = known.into_iter().find(|partition| partition.number == number);
    found.map(|found| found.device).ok_or(StorageError::Missing { disk: disk.to_owned(), number })
}
