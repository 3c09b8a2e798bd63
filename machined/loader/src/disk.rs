//! The disk that the loader was read from: its partition table, META and raw reads.
//!
//! The disk is opened exclusively: the firmware's own file-system drivers let go of it, so nothing of it is cached
//! behind our back. Before a kernel starts, `release` gives it back to them.

use alloc::vec::Vec;
use core::fmt;

use image_layout::gpt::{Header, Table};
use image_layout::{Guid, Kind, META_RECORDS};
use machined_slots::{Copies, RECORD_BYTES};
use uefi::boot::{self, ScopedProtocol};
use uefi::proto::device_path::build::DevicePathBuilder;
use uefi::proto::device_path::{DevicePath, DevicePathNodeEnum, media::PartitionSignature};
use uefi::proto::loaded_image::LoadedImage;
use uefi::proto::media::block::BlockIO;
use uefi::{Handle, Status};

/// Reads of this size are taken by every firmware.
const CHUNK: usize = 1024 * 1024;

/// Something that keeps a slot, or the whole loader, from going on.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The firmware refused this.
    Firmware(&'static str),
    /// The firmware refused this, with a status.
    Status(&'static str, Status),
    /// No copy of the partition table holds.
    NoTable,
    /// The disk has no partition of this kind, or several.
    NoPartition(Kind),
    /// Neither slot record is valid.
    Records(machined_slots::Lost),
    /// The UKI is not what its record says.
    Digest,
    /// The record states a length that no UKI has.
    Length(u64),
}

/// The system disk.
pub(crate) struct Disk {
    handle: Handle,
    io: Option<ScopedProtocol<BlockIO>>,
    esp: Guid,
    table: Table,
}

/// Memory that starts where the disk's hardware wants it.
struct Aligned {
    memory: Vec<u8>,
    start: usize,
    length: usize,
}

impl Disk {
    /// Finds the disk by the device path of the partition that this program was read from.
    pub(crate) fn of_loader() -> Result<Self, Trouble> {
        let image = boot::open_protocol_exclusive::<LoadedImage>(boot::image_handle())
            .map_err(|err| Trouble::Status("open the loader's own image", err.status()))?;
        let partition = image.device().ok_or(Trouble::Firmware("tell where the loader was read from"))?;
        let (handle, esp) = disk_of(partition)?;
        let mut disk = Self { handle, io: None, esp, table: Table { disk: Guid::ZERO, entries: Vec::new() } };
        disk.reopen()?;
        disk.table = disk.read_table()?;
        Ok(disk)
    }

    /// The GUID of the partition that the loader was read from.
    pub(crate) fn esp(&self) -> Guid {
        self.esp
    }

    /// Takes the disk, after `release`.
    pub(crate) fn reopen(&mut self) -> Result<(), Trouble> {
        if self.io.is_none() {
            let io = boot::open_protocol_exclusive::<BlockIO>(self.handle);
            self.io = Some(io.map_err(|err| Trouble::Status("open the disk", err.status()))?);
        }
        Ok(())
    }

    /// Gives the disk back to the firmware's drivers.
    pub(crate) fn release(&mut self) {
        self.io = None;
        // A firmware that cannot connect its drivers again has none that the kernel would miss.
        let _ = boot::connect_controller(self.handle, &[], None, true);
    }

    /// Both slot records.
    pub(crate) fn read_records(&mut self) -> Result<Copies, Trouble> {
        let meta = self.start_of(Kind::Meta)?;
        let [first, second] = META_RECORDS;
        let first = self.read(meta + first, RECORD_BYTES)?;
        let second = self.read(meta + second, RECORD_BYTES)?;
        Copies::read([first.bytes(), second.bytes()]).map_err(Trouble::Records)
    }

    /// Writes one slot record and flushes it to the medium.
    pub(crate) fn write_record(&mut self, copy: usize, sector: &[u8; RECORD_BYTES]) -> Result<(), Trouble> {
        let at = META_RECORDS.get(copy).ok_or(Trouble::Firmware("find the slot record"))?;
        let at = self.start_of(Kind::Meta)? + at;
        let io = self.io.as_mut().ok_or(Trouble::Firmware("keep the disk open"))?;
        let (id, block, align) = (io.media().media_id(), io.media().block_size(), io.media().io_align());
        let mut block_bytes = Aligned::new(block as usize, align);
        if let Some(to) = block_bytes.bytes_mut().get_mut(..RECORD_BYTES) {
            to.copy_from_slice(sector);
        }
        io.write_blocks(id, at / u64::from(block), block_bytes.bytes())
            .map_err(|err| Trouble::Status("write META", err.status()))?;
        io.flush_blocks().map_err(|err| Trouble::Status("flush META", err.status()))
    }

    /// Reads a UKI: the first `length` bytes of a partition.
    pub(crate) fn read_uki(&mut self, kind: Kind, length: u64) -> Result<impl AsRef<[u8]> + use<>, Trouble> {
        let entry = self.table.only(kind.type_guid()).ok_or(Trouble::NoPartition(kind))?;
        let room = (entry.last - entry.first + 1) * self.block();
        let start = entry.first * self.block();
        if length == 0 || length > room {
            return Err(Trouble::Length(length));
        }
        self.read(start, usize::try_from(length).map_err(|_| Trouble::Length(length))?)
    }

    fn start_of(&self, kind: Kind) -> Result<u64, Trouble> {
        let entry = self.table.only(kind.type_guid()).ok_or(Trouble::NoPartition(kind))?;
        Ok(entry.first * self.block())
    }

    fn block(&self) -> u64 {
        self.io.as_ref().map_or(512, |io| u64::from(io.media().block_size()))
    }

    fn read_table(&mut self) -> Result<Table, Trouble> {
        let last = self.io.as_ref().map_or(0, |io| io.media().last_block());
        for header_at in [1, last] {
            let sector = self.read(header_at * self.block(), self.block() as usize)?;
            let Ok(header) = Header::parse(sector.bytes()) else { continue };
            let entries = self.read(header.entries_at * self.block(), header.entries_bytes)?;
            match header.entries(entries.bytes()) {
                Ok(table) => return Ok(table),
                Err(damage) => uefi::println!("loader: the partition table at block {header_at}: {damage}"),
            }
        }
        Err(Trouble::NoTable)
    }

    /// `start` is a multiple of the block size; `length` need not be.
    fn read(&mut self, start: u64, length: usize) -> Result<Aligned, Trouble> {
        let io = self.io.as_mut().ok_or(Trouble::Firmware("keep the disk open"))?;
        let (id, block, align) = (io.media().media_id(), io.media().block_size() as usize, io.media().io_align());
        let mut read = Aligned::new(length.next_multiple_of(block), align);
        let mut at = start / block as u64;
        for chunk in read.bytes_mut().chunks_mut(CHUNK) {
            io.read_blocks(id, at, chunk).map_err(|err| Trouble::Status("read the disk", err.status()))?;
            at += (chunk.len() / block) as u64;
        }
        read.length = length;
        Ok(read)
    }
}

impl Aligned {
    fn new(length: usize, align: u32) -> Self {
        let align = (align as usize).max(1).next_power_of_two();
        let memory = alloc::vec![0_u8; length + align];
        let start = memory.as_ptr().align_offset(align);
        Self { memory, start, length }
    }

    fn bytes(&self) -> &[u8] {
        self.memory.get(self.start..self.start + self.length).unwrap_or_default()
    }

    fn bytes_mut(&mut self) -> &mut [u8] {
        self.memory.get_mut(self.start..self.start + self.length).unwrap_or_default()
    }
}

impl AsRef<[u8]> for Aligned {
    fn as_ref(&self) -> &[u8] {
        self.bytes()
    }
}

/// A partition's device path is its disk's path and one node more, which carries the partition's GUID.
fn disk_of(partition: Handle) -> Result<(Handle, Guid), Trouble> {
    let path = boot::open_protocol_exclusive::<DevicePath>(partition)
        .map_err(|err| Trouble::Status("open the partition's device path", err.status()))?;
    let (mut storage, mut esp) = (Vec::new(), None);
    let mut disk = DevicePathBuilder::with_vec(&mut storage);
    for node in path.node_iter() {
        if let Ok(DevicePathNodeEnum::MediaHardDrive(drive)) = node.as_enum() {
            if let PartitionSignature::Guid(guid) = drive.partition_signature() {
                esp = Some(Guid(guid.to_bytes()));
            }
            break;
        }
        disk = disk.push(&node).map_err(|_| Trouble::Firmware("build the disk's device path"))?;
    }
    let esp = esp.ok_or(Trouble::Firmware("tell which partition the loader was read from"))?;
    let mut disk = disk.finalize().map_err(|_| Trouble::Firmware("build the disk's device path"))?;
    let handle = boot::locate_device_path::<BlockIO>(&mut disk)
        .map_err(|err| Trouble::Status("find the loader's disk", err.status()))?;
    Ok((handle, esp))
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Firmware(what) => write!(f, "the firmware cannot {what}"),
            Self::Status(what, status) => write!(f, "the firmware cannot {what}: {status}"),
            Self::NoTable => f.write_str("the disk has no readable partition table"),
            Self::NoPartition(kind) => write!(f, "the disk has not exactly one partition {}", kind.label()),
            Self::Records(lost) => write!(f, "{lost}"),
            Self::Digest => f.write_str("its kernel image does not have the digest of its record"),
            Self::Length(length) => write!(f, "its record states a kernel image of {length} bytes"),
        }
    }
}
