//! What machine tests share: a copy of the image's disk, a second system in slot B, a machine on it.

use std::fs;
use std::net::TcpListener;
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use image_builder::Manifest;
use image_formats::pe::{self, Section};
use image_layout::{Kind, META_RECORDS, MIB, Placed};
use machined_base::Clock;
use machined_slots::{Contents, Copies, Image, RECORD_BYTES, Record, Slot, Version};
use qemu_vm::accelerator::Accelerator;
use qemu_vm::{Config, Forward, Machine, Network, disk};
use sha2::{Digest, Sha256};

/// From QEMU's start to PID 1, under emulation on a busy host.
pub(crate) const BOOT_WITHIN: Duration = Duration::from_secs(180);
/// The disk of a small worker.
pub(crate) const DISK: u64 = 6 * 1024 * MIB;
/// The machine API's port in the guest.
const API: u16 = 50_000;

/// A directory with a disk, gone when the test ends.
pub(crate) struct Lab {
    directory: tempfile::TempDir,
    name: &'static str,
}

/// The image's parts.
pub(crate) struct Parts {
    pub(crate) manifest: Manifest,
    pub(crate) initramfs: Vec<u8>,
    stub: Vec<u8>,
    kernel: Vec<u8>,
}

impl Lab {
    pub(crate) fn new(name: &'static str) -> Result<Self> {
        let lab = Self { directory: tempfile::tempdir()?, name };
        disk::create(&image().join("disk.raw"), &lab.disk(), DISK).context("copy the image: run `make image` first")?;
        Ok(lab)
    }

    pub(crate) fn disk(&self) -> PathBuf {
        self.directory.path().join("disk.raw")
    }

    /// A file of this lab's.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub(crate) fn write_log(&self) -> PathBuf {
        self.directory.path().join("writes.log")
    }

    /// A machine of this lab's, with the machine API on a port of the host.
    pub(crate) fn config(&self) -> Result<(Config, u16)> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let config = Config {
            name: self.name.to_owned(),
            directory: self.directory.path().to_owned(),
            disk: self.disk(),
            write_log: None,
            memory: 1024,
            processors: 2,
            accelerator: Accelerator::Emulation,
            networks: vec![Network::User(vec![Forward { host: port, guest: API }])],
            clock: None,
            restart_ends: false,
        };
        Ok((config, port))
    }

    pub(crate) fn start(&self) -> Result<Machine> {
        Ok(Machine::start(self.config()?.0, Clock::system())?)
    }

    /// Puts this UKI and the image's own root into slot B, and arms it for its one try, as an upgrade does.
    pub(crate) fn arm_slot_b(&self, uki: &[u8]) -> Result<()> {
        let root = fs::read(image().join("root.img"))?;
        self.put(Kind::BootB, 0, uki)?;
        self.put(Kind::RootB, 0, &root)?;
        let contents = Contents {
            uki: measured(uki),
            root: measured(&root),
            version: Version::new("0.0.0-trial").context("a short version")?,
        };
        let cleared = self.records()?.record.clear(Slot::B, Slot::A)?;
        self.write_record(cleared)?;
        self.write_record(self.records()?.record.arm(Slot::B, contents)?)
    }

    /// Replaces slot B's UKI behind its record's back.
    pub(crate) fn put_uki_b(&self, uki: &[u8]) -> Result<()> {
        self.put(Kind::BootB, 0, uki)
    }

    /// Changes one bit of slot B's root.
    pub(crate) fn flip_a_bit_of_root_b(&self, at: u64) -> Result<()> {
        let start = place(Kind::RootB).start;
        Ok(disk::change(&self.disk(), start + at, |bytes| bytes[0] ^= 0x10, 1)?)
    }

    /// The slot records as they stand on the disk.
    pub(crate) fn records(&self) -> Result<Copies> {
        let file = fs::File::open(self.disk())?;
        let mut copies = [[0; RECORD_BYTES]; 2];
        for (copy, at) in copies.iter_mut().zip(META_RECORDS) {
            file.read_exact_at(copy, place(Kind::Meta).start + at)?;
        }
        Ok(Copies::read([&copies[0], &copies[1]])?)
    }

    fn write_record(&self, next: Record) -> Result<()> {
        let write = self.records()?.write(next);
        self.put(Kind::Meta, META_RECORDS[write.at], &write.sector)
    }

    fn put(&self, kind: Kind, at: u64, bytes: &[u8]) -> Result<()> {
        let file = fs::File::options().write(true).open(self.disk())?;
        Ok(file.write_all_at(bytes, place(kind).start + at)?)
    }
}

impl Parts {
    pub(crate) fn read() -> Result<Self> {
        let part = |name: &str| fs::read(image().join("parts").join(name)).context("read the image's parts");
        let manifest = fs::read(image().join("manifest.json")).context("read the manifest: run `make image` first")?;
        Ok(Self {
            manifest: serde_json::from_slice(&manifest)?,
            initramfs: part("initramfs.cpio")?,
            stub: part("stub.efi")?,
            kernel: part("vmlinuz")?,
        })
    }

    /// A UKI like the image's, with another initramfs or more arguments.
    pub(crate) fn uki(&self, initramfs: &[u8], arguments: &str) -> Result<Vec<u8>> {
        let line = format!("{} {arguments}", self.manifest.command_line);
        let sections = [
            Section { name: ".cmdline", content: line.as_bytes() },
            Section { name: ".initrd", content: initramfs },
            Section { name: ".linux", content: &self.kernel },
        ];
        Ok(pe::with_sections(&self.stub, &sections)?)
    }
}

/// Where `make image` leaves the image.
pub(crate) fn image() -> PathBuf {
    PathBuf::from("../../out/image")
}

/// A partition of the image.
pub(crate) fn place(kind: Kind) -> Placed {
    image_layout::image().into_iter().find(|placed| placed.kind == kind).expect("an image has it")
}

/// A partition's bytes on the disk.
pub(crate) fn range(kind: Kind) -> Range<u64> {
    let placed = place(kind);
    placed.start..placed.start + placed.size
}

fn measured(bytes: &[u8]) -> Image {
    Image { length: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
}
