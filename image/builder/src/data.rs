//! Reads the lists in `rootfs/`: lines, with comments from `#` on and empty lines left out.

use std::path::Path;

use anyhow::{Context, bail};

/// The lines of a list that mean something.
pub(crate) fn lines(file: &Path) -> anyhow::Result<Vec<String>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("read {}", file.display()))?;
    Ok(text
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect())
}

/// A list in sections, `[name]` before each.
pub(crate) fn section(file: &Path, name: &str) -> anyhow::Result<Vec<String>> {
    let heading = format!("[{name}]");
    let (mut inside, mut found) = (false, Vec::new());
    for line in lines(file)? {
        if line.starts_with('[') {
            inside = line == heading;
        } else if inside {
            found.push(line);
        }
    }
    Ok(found)
}

/// A line of `rootfs/skeleton`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Skeleton {
    Directory { path: String, mode: u32 },
    Link { path: String, target: String },
}

pub(crate) fn skeleton(file: &Path) -> anyhow::Result<Vec<Skeleton>> {
    let parse = |line: &String| {
        Ok(match line.split_whitespace().collect::<Vec<_>>()[..] {
            ["dir", path] => Skeleton::Directory { path: path.to_owned(), mode: 0o755 },
            ["dir", path, mode] => Skeleton::Directory {
                path: path.to_owned(),
                mode: u32::from_str_radix(mode, 8).with_context(|| format!("{line}: a mode in octal digits"))?,
            },
            ["link", path, target] => Skeleton::Link { path: path.to_owned(), target: target.to_owned() },
            _ => bail!("{}: {line}: neither `dir PATH [MODE]` nor `link PATH TARGET`", file.display()),
        })
    };
    lines(file)?.iter().map(parse).collect()
}
