//! Puts the disk together: table, both ESPs, META and slot A. What is zero stays a hole in the file.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::{Context, ensure};
use image_formats::fat;
use image_layout::gpt::{Entry, Geometry, Table};
use image_layout::{Guid, Kind, META_RECORDS, Placed};
use machined_slots::{Contents, Record};
use sha2::{Digest, Sha256};

const SECTOR: u32 = 512;
const HOLE: usize = 64 * 1024;

/// What goes into the partitions.
pub(crate) struct Filling<'a> {
    pub(crate) loader: &'a [u8],
    pub(crate) uki: &'a Path,
    pub(crate) root: &'a Path,
    pub(crate) contents: Contents,
}

/// Writes the disk.
pub(crate) fn write(to: &Path, filling: &Filling<'_>) -> anyhow::Result<()> {
    crate::slot::replace(to)?;
    let mut disk = File::create(to).with_context(|| format!("create {}", to.display()))?;
    let size = image_layout::image_size();
    disk.set_len(size).context("size the disk")?;
    let placed = image_layout::image();
    let geometry = Geometry { sector: SECTOR, sectors: size / u64::from(SECTOR) };
    let table = table(&placed, &filling.contents).write(geometry);
    put(&mut disk, 0, &table.front)?;
    put(&mut disk, table.back_at * u64::from(SECTOR), &table.back)?;
    for part in &placed {
        match part.kind {
            Kind::Esp1 | Kind::Esp2 => {
                put(&mut disk, part.start, &fat::esp(part.size, part.kind.number(), filling.loader)?)?;
            }
            Kind::Meta => {
                let [first, _] = META_RECORDS;
                put(&mut disk, part.start + first, &Record::first(filling.contents).encode())?;
            }
            Kind::BootA => copy(&mut disk, part, filling.uki)?,
            Kind::RootA => copy(&mut disk, part, filling.root)?,
            Kind::BootB | Kind::RootB | Kind::State | Kind::Etcd | Kind::Ephemeral => {}
        }
    }
    disk.sync_all().context("write the disk out")
}

/// GUIDs follow from what the disk holds, so that the same image has the same bytes. An installer makes its own.
fn table(placed: &[Placed], contents: &Contents) -> Table {
    let guid = |of: &str| {
        let digest = Sha256::new().chain_update(of).chain_update(contents.uki.sha256).finalize();
        Guid::from_entropy(digest.first_chunk().copied().unwrap_or_default())
    };
    let entry = |part: &Placed| Entry {
        number: part.kind.number(),
        kind: part.kind.type_guid(),
        id: guid(part.kind.label()),
        first: part.start / u64::from(SECTOR),
        last: (part.start + part.size) / u64::from(SECTOR) - 1,
        label: part.kind.label().to_owned(),
    };
    Table { disk: guid("disk"), entries: placed.iter().map(entry).collect() }
}

fn copy(disk: &mut File, part: &Placed, from: &Path) -> anyhow::Result<()> {
    let mut source = File::open(from).with_context(|| format!("open {}", from.display()))?;
    let length = source.metadata().context("measure a part")?.len();
    ensure!(length <= part.size, "{} has {length} bytes, {} holds {}", from.display(), part.kind.label(), part.size);
    let (mut at, mut chunk) = (part.start, vec![0; 1 << 20]);
    loop {
        let read = source.read(&mut chunk).with_context(|| format!("read {}", from.display()))?;
        let Some(chunk) = chunk.get(..read).filter(|chunk| !chunk.is_empty()) else { return Ok(()) };
        put(disk, at, chunk)?;
        at += read as u64;
    }
}

fn put(disk: &mut File, at: u64, content: &[u8]) -> anyhow::Result<()> {
    let mut here = at;
    for piece in content.chunks(HOLE) {
        if piece.iter().any(|byte| *byte != 0) {
            disk.seek(SeekFrom::Start(here)).and_then(|_| disk.write_all(piece)).context("write the disk")?;
        }
        here += piece.len() as u64;
    }
    Ok(())
}
