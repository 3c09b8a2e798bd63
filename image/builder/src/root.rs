//! Chooses the root file system: what is kept of Debian's packages, our programs, and the skeleton around them.
//!
//! - Only what `rootfs/files` names, and the shared libraries that it needs, leaves the packages.
//! - Every file with an execute bit stands in `rootfs/executables`, and every one that stands there is present.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, anyhow, bail, ensure};
use image_formats::elf;

use crate::config::{Config, Program};
use crate::data::{self, Skeleton};
use crate::debian;
use crate::tools::Tools;

const LIBRARY_DIRECTORIES: [&str; 3] = ["/usr/lib/x86_64-linux-gnu", "/usr/lib", "/usr/lib64"];

/// Debian's packages, unpacked into one archive: looked up by path, read on demand.
pub(crate) struct Packages {
    file: File,
    entries: BTreeMap<String, Entry>,
}

#[derive(Clone, Debug)]
enum Entry {
    Directory,
    File { at: u64, size: u64, mode: u32 },
    Link(String),
}

/// One thing of the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Directory { mode: u32 },
    File { mode: u32, content: Vec<u8> },
    Link { target: String },
}

/// The root, path by path.
#[derive(Debug, Default)]
pub(crate) struct Root {
    pub(crate) nodes: BTreeMap<String, Node>,
    /// Paths that came from Debian's packages.
    pub(crate) from_debian: BTreeSet<String>,
}

impl Packages {
    pub(crate) fn open(archive: &Path) -> anyhow::Result<Self> {
        let file = File::open(archive).with_context(|| format!("open {}", archive.display()))?;
        let mut entries = BTreeMap::new();
        let mut tar = tar::Archive::new(&file);
        for entry in tar.entries_with_seek()? {
            let entry = entry.with_context(|| format!("read {}", archive.display()))?;
            let path = absolute(&entry.path()?)?;
            let target = entry.link_name()?.map(|target| target.to_string_lossy().into_owned());
            let found = match entry.header().entry_type() {
                tar::EntryType::Directory => Entry::Directory,
                tar::EntryType::Regular => Entry::File {
                    at: entry.raw_file_position(),
                    size: entry.size(),
                    mode: entry.header().mode()? & 0o777,
                },
                tar::EntryType::Symlink => Entry::Link(target.context("a link without a target")?),
                // A second name of a file is the same content.
                tar::EntryType::Link => {
                    let first = absolute(Path::new(&target.context("a link without a target")?))?;
                    entries.get(&first).cloned().ok_or_else(|| anyhow!("{path} links to {first}, which is missing"))?
                }
                _ => continue,
            };
            entries.insert(path, found);
        }
        Ok(Self { file, entries })
    }

    pub(crate) fn read(&mut self, path: &str) -> anyhow::Result<Vec<u8>> {
        let Some(Entry::File { at, size, .. }) = self.entries.get(path) else {
            bail!("Debian's packages have no file {path}")
        };
        let mut content = vec![0; usize::try_from(*size)?];
        self.file.seek(SeekFrom::Start(*at))?;
        self.file.read_exact(&mut content).with_context(|| format!("read {path}"))?;
        Ok(content)
    }

    /// Files and links whose path starts so.
    pub(crate) fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let from = self.entries.range(prefix.to_owned()..);
        from.map(|(path, _)| path.as_str()).take_while(move |path| path.starts_with(prefix))
    }
}

impl Root {
    /// Puts the root together.
    pub(crate) fn choose(config: &Config, packages: &mut Packages, tools: &Tools) -> anyhow::Result<Self> {
        let mut root = Self::default();
        for line in data::skeleton(&config.rootfs.join("skeleton"))? {
            match line {
                Skeleton::Directory { path, mode } => root.put(&path, Node::Directory { mode }),
                Skeleton::Link { path, target } => root.put(&path, Node::Link { target }),
            }
        }
        root.add_tree(&config.rootfs.join("tree"))?;
        let (left_out, kept): (Vec<String>, Vec<String>) =
            data::lines(&config.rootfs.join("files"))?.into_iter().partition(|line| line.starts_with('!'));
        let is_left_out = |path: &str| left_out.iter().any(|line| line.strip_prefix('!') == Some(path));
        for path in kept {
            if path.ends_with('/') {
                let paths: Vec<String> = packages.below(&path).map(str::to_owned).collect();
                ensure!(!paths.is_empty(), "Debian's packages have nothing below {path}");
                for path in paths.iter().filter(|path| !is_left_out(path)) {
                    root.keep(packages, path)?;
                }
            } else {
                root.keep(packages, &path)?;
            }
        }
        for program in [Program::Init, Program::Machined, Program::Kube, Program::Pause] {
            if let Some(file) = config.programs.file(program) {
                let content = stripped(file, program, config, tools)?;
                root.keep_libraries(packages, &content, program.name())?;
                root.put(&format!("/usr/bin/{}", program.name()), Node::File { mode: 0o755, content });
            }
        }
        root.put("/etc/ssl/certs/ca-certificates.crt", certificates(packages)?);
        let release = format!(
            "NAME=Ironstone\nID=ironstone\nID_LIKE=debian\nVERSION_ID={0}\nPRETTY_NAME=\"Ironstone {0}\"\n",
            config.version
        );
        root.put("/usr/lib/os-release", Node::File { mode: 0o644, content: release.into_bytes() });
        root.put("/etc/os-release", Node::Link { target: "../usr/lib/os-release".into() });
        Ok(root)
    }

    /// Adds something, and the directories above it.
    pub(crate) fn put(&mut self, path: &str, node: Node) {
        for (at, _) in path.match_indices('/').skip(1) {
            let above = path.get(..at).unwrap_or_default().to_owned();
            self.nodes.entry(above).or_insert(Node::Directory { mode: 0o755 });
        }
        self.nodes.insert(path.to_owned(), node);
    }

    /// Files with an execute bit.
    pub(crate) fn executables(&self) -> Vec<&str> {
        let executable = |node: &Node| matches!(node, Node::File { mode, .. } if mode & 0o111 != 0);
        self.nodes.iter().filter(|(_, node)| executable(node)).map(|(path, _)| path.as_str()).collect()
    }

    /// Compares the executables with the reviewed list; what the build leaves out may be missing.
    pub(crate) fn check_executables(&self, config: &Config) -> anyhow::Result<()> {
        let reviewed: BTreeSet<String> = data::lines(&config.rootfs.join("executables"))?.into_iter().collect();
        let present: BTreeSet<String> = self.executables().into_iter().map(str::to_owned).collect();
        let left_out: BTreeSet<String> =
            config.programs.missing().into_iter().map(|name| format!("/usr/bin/{name}")).collect();
        let unknown: Vec<&String> = present.difference(&reviewed).collect();
        let missing: Vec<&String> = reviewed.difference(&present).filter(|path| !left_out.contains(*path)).collect();
        ensure!(unknown.is_empty(), "executables that nobody reviewed (rootfs/executables): {unknown:?}");
        ensure!(missing.is_empty(), "reviewed executables that are missing: {missing:?}");
        Ok(())
    }

    /// Writes the root below a directory, for mkfs to read.
    pub(crate) fn write(&self, to: &Path) -> anyhow::Result<()> {
        fs::create_dir_all(to).with_context(|| format!("create {}", to.display()))?;
        for (path, node) in &self.nodes {
            let at = to.join(path.trim_start_matches('/'));
            match node {
                Node::Directory { .. } => fs::create_dir_all(&at),
                Node::File { mode, content } => {
                    fs::write(&at, content).and_then(|()| fs::set_permissions(&at, fs::Permissions::from_mode(*mode)))
                }
                Node::Link { target } => symlink(target, &at),
            }
            .with_context(|| format!("write {}", at.display()))?;
        }
        // Last, so that a directory nobody may write does not keep out what it holds.
        for (path, node) in self.nodes.iter().rev() {
            if let Node::Directory { mode } = node {
                let at = to.join(path.trim_start_matches('/'));
                fs::set_permissions(&at, fs::Permissions::from_mode(*mode))
                    .with_context(|| format!("set the mode of {}", at.display()))?;
            }
        }
        fs::set_permissions(to, fs::Permissions::from_mode(0o755)).context("set the mode of the root")
    }

    fn add_tree(&mut self, tree: &Path) -> anyhow::Result<()> {
        let mut directories = vec![tree.to_owned()];
        while let Some(directory) = directories.pop() {
            for entry in fs::read_dir(&directory).with_context(|| format!("read {}", directory.display()))? {
                let at = entry?.path();
                if at.is_dir() {
                    directories.push(at);
                    continue;
                }
                let path = format!("/{}", at.strip_prefix(tree)?.display());
                let content = fs::read(&at).with_context(|| format!("read {}", at.display()))?;
                self.put(&path, Node::File { mode: 0o644, content });
            }
        }
        Ok(())
    }

    /// Keeps a file of Debian's, what it links to, and the libraries it needs.
    fn keep(&mut self, packages: &mut Packages, path: &str) -> anyhow::Result<()> {
        if self.from_debian.contains(path) {
            return Ok(());
        }
        match packages.entries.get(path).cloned() {
            None => bail!("Debian's packages have no {path}"),
            Some(Entry::Directory) => {}
            Some(Entry::Link(target)) => {
                let next = resolve(path, &target);
                self.put(path, Node::Link { target });
                self.from_debian.insert(path.to_owned());
                self.keep(packages, &next)?;
            }
            Some(Entry::File { mode, .. }) => {
                let content = packages.read(path)?;
                self.from_debian.insert(path.to_owned());
                self.keep_libraries(packages, &content, path)?;
                self.put(path, Node::File { mode, content });
            }
        }
        Ok(())
    }

    fn keep_libraries(&mut self, packages: &mut Packages, content: &[u8], whose: &str) -> anyhow::Result<()> {
        let Some(needs) = elf::needs(content) else { return Ok(()) };
        let interpreter = needs
            .interpreter
            .iter()
            .map(|path| if path.starts_with("/usr/") { path.clone() } else { format!("/usr{path}") });
        let mut paths: Vec<String> = interpreter.collect();
        for library in &needs.libraries {
            let places = LIBRARY_DIRECTORIES.iter().map(|directory| format!("{directory}/{library}"));
            let found = places.into_iter().find(|path| packages.entries.contains_key(path));
            paths.push(found.with_context(|| format!("{whose} needs {library}, which no package has"))?);
        }
        paths.iter().try_for_each(|path| self.keep(packages, path))
    }
}

/// A program of ours without its debugging information.
fn stripped(file: &Path, program: Program, config: &Config, tools: &Tools) -> anyhow::Result<Vec<u8>> {
    let to = config.out.join("parts").join(program.name());
    let arguments = ["--strip-all".into(), "-o".into(), to.display().to_string(), file.display().to_string()];
    tools.run("usr/bin/strip", &arguments)?;
    fs::read(&to).with_context(|| format!("read {}", to.display()))
}

/// One file with the certificates of all authorities that Debian ships.
fn certificates(packages: &mut Packages) -> anyhow::Result<Node> {
    let paths: Vec<String> = packages.below("/usr/share/ca-certificates/").map(str::to_owned).collect();
    let mut content = Vec::new();
    for path in paths.iter().filter(|path| path.ends_with(".crt")) {
        content.extend(packages.read(path)?);
    }
    ensure!(!content.is_empty(), "Debian's packages have no certificates");
    Ok(Node::File { mode: 0o644, content })
}

/// The files of each package, as the hook in `debian` wrote them.
pub(crate) fn owners(packages: &mut Packages) -> anyhow::Result<BTreeMap<String, String>> {
    let list = String::from_utf8(packages.read(&format!("/{}", debian::PACKAGE_LIST))?)?;
    let pairs = list.lines().filter_map(|line| line.split_once(' '));
    Ok(pairs.map(|(package, path)| (path.trim_end_matches('/').to_owned(), package.to_owned())).collect())
}

fn absolute(path: &Path) -> anyhow::Result<String> {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_str().map(str::to_owned).context("a path is not text")),
        _ => None,
    });
    Ok(format!("/{}", parts.collect::<anyhow::Result<Vec<_>>>()?.join("/")))
}

/// Where a link leads, with merged `/usr` taken into account.
fn resolve(link: &str, target: &str) -> String {
    let start = if target.starts_with('/') {
        PathBuf::new()
    } else {
        PathBuf::from(link).parent().map(Path::to_owned).unwrap_or_default()
    };
    let mut parts: Vec<String> = Vec::new();
    for part in start.join(target).components() {
        match part {
            Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            Component::ParentDir => drop(parts.pop()),
            _ => {}
        }
    }
    let path = format!("/{}", parts.join("/"));
    match parts.first().map(String::as_str) {
        Some("lib" | "lib64" | "bin" | "sbin") => format!("/usr{path}"),
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_followed_through_merged_usr() {
        assert_eq!(resolve("/usr/lib64/ld.so", "../lib/x/ld.so"), "/usr/lib/x/ld.so");
        assert_eq!(resolve("/usr/lib/x/libc.so", "/lib/x/libc.so.6"), "/usr/lib/x/libc.so.6");
        assert_eq!(resolve("/usr/lib/a.so", "a.so.1"), "/usr/lib/a.so.1");
    }

    #[test]
    fn a_file_brings_the_directories_above_it() {
        let mut root = Root::default();
        root.put("/a/b/c", Node::File { mode: 0o755, content: Vec::new() });
        assert_eq!(root.nodes.keys().collect::<Vec<_>>(), ["/a", "/a/b", "/a/b/c"]);
        assert_eq!(root.executables(), ["/a/b/c"]);
    }
}
