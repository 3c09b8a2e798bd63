//! Chooses kernel modules: those on the allow-list and what they depend on, with indexes over just these.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

use crate::data;
use crate::root::Packages;
use crate::tools::Tools;

/// All modules of the kernel, on disk once, with depmod's word on who needs whom.
pub(crate) struct Modules {
    directory: PathBuf,
    /// The kernel's version, as `uname -r` says it.
    pub(crate) kernel: String,
    /// Module name to file, relative to the kernel's module directory, and the files it needs.
    files: BTreeMap<String, (String, Vec<String>)>,
    /// Module names that are part of the kernel itself.
    built_in: BTreeSet<String>,
}

/// Indexes that `init` reads; depmod's binary ones are for other readers.
const INDEXES: [&str; 4] = ["modules.dep", "modules.alias", "modules.softdep", "modules.builtin"];

impl Modules {
    /// Unpacks the modules beside their archive, the first time.
    pub(crate) fn unpack(archive: &Path, packages: &mut Packages, tools: &Tools) -> anyhow::Result<Self> {
        let kernel = packages
            .below("/boot/vmlinuz-")
            .filter_map(|path| path.strip_prefix("/boot/vmlinuz-"))
            .max()
            .context("Debian's packages have no kernel")?
            .to_owned();
        let directory = archive.with_extension("modules");
        if !directory.exists() {
            let partial = archive.with_extension(format!("{}.modules", std::process::id()));
            let paths: Vec<String> =
                packages.below(&format!("/usr/lib/modules/{kernel}/")).map(str::to_owned).collect();
            for path in paths {
                // Directories and links are not files of the archive.
                if let Ok(content) = packages.read(&path) {
                    write(&partial.join(path.trim_start_matches("/usr/")), &content)?;
                }
            }
            depmod(&partial, &kernel, tools)?;
            fs::rename(&partial, &directory).context("keep the kernel's modules")?;
        }
        let index = |name: &str| {
            let file = directory.join("lib/modules").join(&kernel).join(name);
            fs::read_to_string(&file).with_context(|| format!("read {}", file.display()))
        };
        let files = index("modules.dep")?.lines().filter_map(dependencies).collect();
        let built_in = index("modules.builtin")?.lines().map(module_name).collect();
        Ok(Self { directory, kernel, files, built_in })
    }

    /// The allow-list's modules and their dependencies, with fresh indexes: paths below `/usr/lib/modules`.
    pub(crate) fn choose(
        &self,
        list: &Path,
        sections: &[&str],
        scratch: &Path,
        tools: &Tools,
    ) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
        let mut wanted = Vec::new();
        for section in sections {
            wanted.extend(data::section(list, section)?);
        }
        let wanted: Vec<String> =
            wanted.iter().map(|name| name.replace('-', "_")).filter(|name| !self.built_in.contains(name)).collect();
        let unknown: Vec<&String> = wanted.iter().filter(|name| !self.files.contains_key(*name)).collect();
        ensure!(unknown.is_empty(), "modules that kernel {} does not have: {unknown:?}", self.kernel);
        let chosen: BTreeSet<&String> = wanted
            .iter()
            .filter_map(|name| self.files.get(name))
            .flat_map(|(file, needs)| std::iter::once(file).chain(needs))
            .collect();
        let here = Path::new("lib/modules").join(&self.kernel);
        let mut kept = Vec::new();
        for file in chosen {
            let content = fs::read(self.directory.join(&here).join(file)).with_context(|| format!("read {file}"))?;
            write(&scratch.join(&here).join(file), &content)?;
            kept.push((format!("{}/{file}", self.kernel), content));
        }
        for name in ["modules.order", "modules.builtin", "modules.builtin.modinfo"] {
            let from = self.directory.join(&here).join(name);
            fs::copy(&from, scratch.join(&here).join(name)).with_context(|| format!("copy {name}"))?;
        }
        depmod(scratch, &self.kernel, tools)?;
        for name in INDEXES {
            let content = fs::read(scratch.join(&here).join(name)).with_context(|| format!("read {name}"))?;
            kept.push((format!("{}/{name}", self.kernel), content));
        }
        Ok(kept)
    }
}

fn depmod(base: &Path, kernel: &str, tools: &Tools) -> anyhow::Result<()> {
    tools.run("usr/sbin/depmod", &["-b".into(), base.display().to_string(), kernel.to_owned()])
}

fn write(to: &Path, content: &[u8]) -> anyhow::Result<()> {
    let above = to.parent().context("a file has a directory")?;
    fs::create_dir_all(above).and_then(|()| fs::write(to, content)).with_context(|| format!("write {}", to.display()))
}

/// A line of modules.dep: `kernel/a.ko.xz: kernel/b.ko.xz ...`.
fn dependencies(line: &str) -> Option<(String, (String, Vec<String>))> {
    let (file, needs) = line.split_once(':')?;
    Some((module_name(file), (file.to_owned(), needs.split_whitespace().map(str::to_owned).collect())))
}

fn module_name(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.split(".ko").next().unwrap_or(name).replace('-', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_index_names_file_and_needs() {
        let line = "kernel/drivers/md/dm-verity.ko.xz: kernel/drivers/md/dm-bufio.ko.xz kernel/drivers/md/dm-mod.ko.xz";
        let (name, (file, needs)) = dependencies(line).unwrap();
        assert_eq!((name.as_str(), file.as_str()), ("dm_verity", "kernel/drivers/md/dm-verity.ko.xz"));
        assert_eq!(needs.len(), 2);
    }
}
