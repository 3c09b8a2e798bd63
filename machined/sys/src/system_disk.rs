//! The disk that the machine was booted from: its partitions by their types, and the slot records in META.
//!
//! It is found by the GUID of the ESP that the loader was read from, which the loader hands on; never by a label.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use image_layout::gpt::{Damaged, Header, Table};
use image_layout::{Guid, Kind, META_RECORDS};
use machined_slots::{Copies, Lost, RECORD_BYTES, Record};

/// The system disk's partition table, as it was read.
#[derive(Clone, Debug)]
pub struct SystemDisk {
    /// The kernel's name, such as `vda`.
    pub name: String,
    sector: u64,
    table: Table,
}

/// What went wrong with the system disk.
#[derive(Debug, thiserror::Error)]
pub enum DiskError {
    #[error("read the disk {name}")]
    Read {
        name: String,
        #[source]
        err: io::Error,
    },
    #[error("read the partition table of {name}")]
    Table {
        name: String,
        #[source]
        err: Damaged,
    },
    #[error("{name} has not exactly one partition {}", kind.label())]
    Partition { name: String, kind: Kind },
    #[error("{second} is a second disk with partition {esp}")]
    Twice { esp: Guid, second: String },
    #[error("read the slot records")]
    Records(#[source] Lost),
    #[error("write the slot record")]
    Write(#[source] io::Error),
}

/// The disk that holds this partition, or none while the kernel does not know it. Each disk's own table is asked: the
/// kernel keeps the GUIDs of partitions to itself. Disks that cannot be read, or have no table, are not the one.
pub fn find(esp: Guid) -> Result<Option<SystemDisk>, DiskError> {
    let disks = crate::block::disks().map_err(|err| DiskError::Read { name: "/sys/block".into(), err })?;
    let tables = disks.iter().filter_map(|disk| SystemDisk::open(&disk.name).ok());
    let mut found = tables.filter(|disk| disk.table.entries.iter().any(|entry| entry.id == esp));
    let first = found.next();
    match found.next() {
        // Two copies of one image: which of them the firmware read is unknown, and guessing would be by a label.
        Some(second) => Err(DiskError::Twice { esp, second: second.name }),
        None => Ok(first),
    }
}

impl SystemDisk {
    /// Reads the partition table of a disk.
    pub fn open(name: &str) -> Result<Self, DiskError> {
        let read = |err| DiskError::Read { name: name.to_owned(), err };
        let disk = crate::block::disk(name).map_err(read)?;
        let sector = u64::from(disk.sector_bytes);
        let file = File::open(&disk.device).map_err(read)?;
        let last = (disk.bytes / sector).saturating_sub(1);
        let table = read_table(&file, sector, 1).or_else(|_| read_table(&file, sector, last));
        match table {
            Ok(table) => Ok(Self { name: name.to_owned(), sector, table }),
            Err(TableError::Io(err)) => Err(read(err)),
            Err(TableError::Damaged(err)) => Err(DiskError::Table { name: name.to_owned(), err }),
        }
    }

    /// The table as it stands on disk.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The disk's device.
    pub fn device(&self) -> PathBuf {
        Path::new("/dev").join(&self.name)
    }

    /// First byte and length of a partition.
    pub fn place(&self, kind: Kind) -> Result<(u64, u64), DiskError> {
        let missing = || DiskError::Partition { name: self.name.clone(), kind };
        let entry = self.table.only(kind.type_guid()).ok_or_else(missing)?;
        Ok((entry.first * self.sector, (entry.last + 1 - entry.first) * self.sector))
    }

    /// The device of a partition.
    pub fn partition(&self, kind: Kind) -> Result<PathBuf, DiskError> {
        let missing = || DiskError::Partition { name: self.name.clone(), kind };
        let number = self.table.only(kind.type_guid()).ok_or_else(missing)?.number;
        let known =
            crate::block::partitions(&self.name).map_err(|err| DiskError::Read { name: self.name.clone(), err })?;
        known.into_iter().find(|partition| partition.number == number).map(|found| found.device).ok_or_else(missing)
    }

    /// The slot records.
    pub fn read_records(&self) -> Result<Copies, DiskError> {
        let (start, _) = self.place(Kind::Meta)?;
        let read = |err| DiskError::Read { name: self.name.clone(), err };
        let file = File::open(self.device()).map_err(read)?;
        let mut copies = [[0; RECORD_BYTES]; 2];
        for (copy, offset) in copies.iter_mut().zip(META_RECORDS) {
            file.read_exact_at(copy, start + offset).map_err(read)?;
        }
        let [first, second] = &copies;
        Copies::read([first, second]).map_err(DiskError::Records)
    }

    /// Makes `next` the record that holds, flushed to the medium.
    pub fn write_record(&self, copies: &Copies, next: Record) -> Result<(), DiskError> {
        let (start, _) = self.place(Kind::Meta)?;
        let write = copies.write(next);
        let offset = META_RECORDS.get(write.at).copied().ok_or(DiskError::Write(io::ErrorKind::InvalidInput.into()))?;
        let file = File::options().write(true).open(self.device()).map_err(DiskError::Write)?;
        file.write_all_at(&write.sector, start + offset).and_then(|()| file.sync_all()).map_err(DiskError::Write)
    }
}

enum TableError {
    Io(io::Error),
    Damaged(Damaged),
}

fn read_table(disk: &File, sector: u64, header_at: u64) -> Result<Table, TableError> {
    let read = |at: u64, length: usize| {
        let mut bytes = vec![0; length];
        disk.read_exact_at(&mut bytes, at * sector).map(|()| bytes).map_err(TableError::Io)
    };
    let header = Header::parse(&read(header_at, 512)?).map_err(TableError::Damaged)?;
    header.entries(&read(header.entries_at, header.entries_bytes)?).map_err(TableError::Damaged)
}
