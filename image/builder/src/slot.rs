//! What stands in a slot: the root as EROFS with its verity tree, and the UKI that knows the tree's root digest.

use std::fs::{self, File};
use std::io::{BufReader, Read, Write};
use std::path::Path;

use anyhow::{Context, ensure};
use image_formats::{pe, verity};
use image_layout::Guid;
use machined_slots::Image;
use sha2::{Digest, Sha256};

use crate::config::Config;
use crate::data;
use crate::tools::Tools;

/// What a UKI is made of.
pub(crate) struct Parts<'a> {
    pub(crate) stub: &'a [u8],
    pub(crate) kernel: &'a [u8],
    pub(crate) initramfs: &'a [u8],
    pub(crate) command_line: &'a str,
    pub(crate) uname: &'a str,
    pub(crate) os_release: &'a str,
}

/// The root image on disk, and what the command line must say of it.
pub(crate) struct RootImage {
    pub(crate) image: Image,
    pub(crate) argument: String,
}

/// Makes `root.img` from the tree.
pub(crate) fn root_image(config: &Config, tree: &Path, to: &Path, tools: &Tools) -> anyhow::Result<RootImage> {
    let seed = Sha256::digest(format!("ironstone root {}", config.version));
    let (id, _) = seed.split_first_chunk::<16>().context("a digest has 32 bytes")?;
    let arguments = [
        "--quiet".to_owned(),
        "--all-root".to_owned(),
        format!("-T{}", config.epoch),
        format!("-U{}", Guid::from_entropy(*id)),
        "-x-1".to_owned(),
        to.display().to_string(),
        tree.display().to_string(),
    ];
    replace(to)?;
    tools.run("usr/bin/mkfs.erofs", &arguments)?;
    let data = File::open(to).with_context(|| format!("open {}", to.display()))?;
    let tree = verity::tree(BufReader::with_capacity(1 << 20, data), &seed).context("hash the root")?;
    let mut image = File::options().append(true).open(to).context("open the root image")?;
    image.write_all(&tree.bytes).context("append the verity tree")?;
    let argument = format!(
        "ironstone.roothash={} ironstone.rootsalt={} ironstone.rootblocks={}",
        hex(&tree.root),
        hex(&seed),
        tree.data_blocks
    );
    Ok(RootImage { image: measure(to)?, argument })
}

/// The UKI's bytes.
pub(crate) fn uki(parts: &Parts<'_>) -> anyhow::Result<Vec<u8>> {
    let sections = [
        pe::Section { name: ".osrel", content: parts.os_release.as_bytes() },
        pe::Section { name: ".uname", content: parts.uname.as_bytes() },
        pe::Section { name: ".cmdline", content: parts.command_line.as_bytes() },
        pe::Section { name: ".initrd", content: parts.initramfs },
        pe::Section { name: ".linux", content: parts.kernel },
    ];
    pe::with_sections(parts.stub, &sections).context("put the UKI together")
}

/// The kernel's command line.
pub(crate) fn command_line(config: &Config, root: &str) -> anyhow::Result<String> {
    let mut arguments = data::lines(&config.rootfs.join("cmdline"))?;
    arguments.push(root.to_owned());
    arguments.extend(config.kernel_arguments.iter().cloned());
    let line = arguments.join(" ");
    ensure!(line.len() < 2048, "the kernel takes a command line of 2047 bytes, this one has {}", line.len());
    Ok(line)
}

/// Length and digest of a file.
pub(crate) fn measure(file: &Path) -> anyhow::Result<Image> {
    let mut reader = File::open(file).with_context(|| format!("open {}", file.display()))?;
    let (mut digest, mut length, mut chunk) = (Sha256::new(), 0, vec![0; 1 << 20]);
    loop {
        let read = reader.read(&mut chunk).with_context(|| format!("read {}", file.display()))?;
        let Some(chunk) = chunk.get(..read).filter(|chunk| !chunk.is_empty()) else { break };
        digest.update(chunk);
        length += read as u64;
    }
    Ok(Image { length, sha256: digest.finalize().into() })
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes the old file's name away, not the file from whoever has it open or mounted.
pub(crate) fn replace(old: &Path) -> anyhow::Result<()> {
    match fs::remove_file(old) {
        Err(err) if err.kind() != std::io::ErrorKind::NotFound => {
            Err(err).with_context(|| format!("remove {}", old.display()))
        }
        _ => Ok(()),
    }
}

/// Writes a file of the output. A native node may have the old one mounted, and keeps it: a new file takes its place.
pub(crate) fn write(to: &Path, content: &[u8]) -> anyhow::Result<()> {
    replace(to)?;
    fs::write(to, content).with_context(|| format!("write {}", to.display()))
}
