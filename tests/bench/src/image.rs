//! Sizes of the built image, from its manifest.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::report::{Report, Section, targets};

pub(crate) fn measure(out: &Path, report: &mut Report) -> Result<()> {
    let path = out.join("image/manifest.json");
    let text = fs::read(&path).with_context(|| format!("read {}: `make image` makes it", path.display()))?;
    let manifest: Value = serde_json::from_slice(&text).with_context(|| format!("read {}", path.display()))?;
    let length = |part: &str| manifest[part]["length"].as_u64().with_context(|| format!("the manifest has no {part}"));
    let (uki, root, loader) = (length("uki")?, length("root")?, length("loader")?);
    let mb = |bytes: u64| format!("{:.1}", bytes as f64 / 1e6);
    let mut section = Section::new("image", &["part", "MB"]);
    section.row(["UKI of one slot".to_owned(), mb(uki)]);
    section.row(["root of one slot, with its verity tree".to_owned(), mb(root)]);
    section.row(["both".to_owned(), mb(uki + root)]);
    section.row(["loader".to_owned(), format!("{:.2}", loader as f64 / 1e6)]);
    let mut largest: Vec<(&String, u64)> = manifest["files"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(path, size)| Some((path, size.as_u64()?)))
        .collect();
    largest.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    for (path, size) in largest.into_iter().take(5) {
        section.row([format!("  {path}, as it is in the root"), mb(size)]);
    }
    let executables = manifest["executables"].as_array().map_or(0, Vec::len);
    section.remark(format!("executable files: {executables}, all of them reviewed in rootfs/executables"));
    report.figure(targets::SLOT_MB, (uki + root) as f64 / 1e6);
    report.add(section);
    Ok(())
}
