//! Kernel modules: found by name or alias in depmod's text indexes, loaded with what they depend on.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use nix::errno::Errno;
use nix::kmod::ModuleInitFlags;

/// The modules of the running kernel.
#[derive(Debug)]
pub struct Modules {
    directory: PathBuf,
    /// Name to file and the files that come before it, all below `directory`.
    files: BTreeMap<String, (String, Vec<String>)>,
    aliases: Vec<(String, String)>,
}

/// `MODULE_INIT_COMPRESSED_FILE` of linux/module.h: the kernel unpacks the file itself.
const COMPRESSED: libc::c_uint = 4;

impl Modules {
    /// Reads the indexes of the running kernel; a system without modules has none to load.
    pub fn of_running_kernel() -> io::Result<Self> {
        let release = nix::sys::utsname::uname()?.release().to_string_lossy().into_owned();
        Self::read(Path::new("/usr/lib/modules").join(release))
    }

    pub fn read(directory: PathBuf) -> io::Result<Self> {
        let index = |name: &str| match fs::read_to_string(directory.join(name)) {
            Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(String::new()),
            text => text,
        };
        let files = index("modules.dep")?.lines().filter_map(dependencies).collect();
        let aliases = index("modules.alias")?.lines().filter_map(alias).collect();
        Ok(Self { directory, files, aliases })
    }

    /// Names of the modules that answer to a name or a device's alias.
    pub fn find(&self, wanted: &str) -> Vec<String> {
        let name = normal(wanted);
        if self.files.contains_key(&name) {
            return vec![name];
        }
        let matching = self.aliases.iter().filter(|(pattern, _)| matches(pattern.as_bytes(), wanted.as_bytes()));
        let mut found: Vec<String> = matching.map(|(_, module)| module.clone()).collect();
        found.sort();
        found.dedup();
        found
    }

    /// Loads a module and what it depends on. One that is loaded already is no error.
    pub fn load(&self, name: &str) -> io::Result<()> {
        let Some((file, needs)) = self.files.get(&normal(name)) else {
            return Err(io::Error::new(io::ErrorKind::NotFound, format!("no module {name}")));
        };
        // depmod lists the dependencies with the most basic one last.
        for file in needs.iter().rev().chain([file]) {
            if !is_loaded(file) {
                insert(&self.directory.join(file))?;
            }
        }
        Ok(())
    }
}

/// What devices ask for: the aliases of everything in sysfs that has one, each once.
pub fn wanted_by_devices() -> io::Result<Vec<String>> {
    let mut aliases = Vec::new();
    let mut directories = vec![PathBuf::from("/sys/devices")];
    while let Some(directory) = directories.pop() {
        // A device may go while we look.
        let Ok(entries) = fs::read_dir(&directory) else { continue };
        for entry in entries.flatten() {
            let is_directory = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if is_directory {
                directories.push(entry.path());
            } else if entry.file_name() == "modalias" {
                aliases.extend(fs::read_to_string(entry.path()).map(|text| text.trim().to_owned()));
            }
        }
    }
    aliases.retain(|alias| !alias.is_empty());
    aliases.sort();
    aliases.dedup();
    Ok(aliases)
}

fn insert(file: &Path) -> io::Result<()> {
    let compressed = file.extension().is_some_and(|end| end != "ko");
    let flags = if compressed { ModuleInitFlags::from_bits_retain(COMPRESSED) } else { ModuleInitFlags::empty() };
    let named = |err: io::Error| io::Error::new(err.kind(), format!("load {}: {err}", file.display()));
    match nix::kmod::finit_module(&File::open(file).map_err(named)?, c"", flags) {
        Ok(()) | Err(Errno::EEXIST) => Ok(()),
        Err(err) => Err(named(err.into())),
    }
}

fn is_loaded(file: &str) -> bool {
    Path::new("/sys/module").join(module_name(file)).join("initstate").exists()
}

/// A line of modules.dep: `kernel/a.ko.xz: kernel/b.ko.xz ...`.
fn dependencies(line: &str) -> Option<(String, (String, Vec<String>))> {
    let (file, needs) = line.split_once(':')?;
    Some((module_name(file), (file.to_owned(), needs.split_whitespace().map(str::to_owned).collect())))
}

/// A line of modules.alias: `alias PATTERN MODULE`.
fn alias(line: &str) -> Option<(String, String)> {
    let rest = line.strip_prefix("alias ")?;
    let (pattern, module) = rest.rsplit_once(' ')?;
    Some((pattern.to_owned(), normal(module)))
}

fn module_name(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    normal(name.split(".ko").next().unwrap_or(name))
}

fn normal(name: &str) -> String {
    name.replace('-', "_")
}

/// Shell patterns as depmod writes them: `*`, `?` and `[a-z]`.
fn matches(pattern: &[u8], text: &[u8]) -> bool {
    match (pattern, text) {
        ([], []) => true,
        ([b'*', rest @ ..], _) => (0..=text.len()).any(|at| text.get(at..).is_some_and(|tail| matches(rest, tail))),
        ([b'?', rest @ ..], [_, tail @ ..]) => matches(rest, tail),
        ([b'[', rest @ ..], [byte, tail @ ..]) => {
            let Some(end) = rest.iter().position(|byte| *byte == b']') else { return false };
            let (class, rest) = (rest.get(..end).unwrap_or_default(), rest.get(end + 1..).unwrap_or_default());
            in_class(class, *byte) && matches(rest, tail)
        }
        ([same, rest @ ..], [byte, tail @ ..]) => same == byte && matches(rest, tail),
        _ => false,
    }
}

fn in_class(class: &[u8], byte: u8) -> bool {
    match class {
        [low, b'-', high, rest @ ..] => (*low..=*high).contains(&byte) || in_class(rest, byte),
        [one, rest @ ..] => *one == byte || in_class(rest, byte),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_match_as_patterns() {
        let matches = |pattern: &str, text: &str| super::matches(pattern.as_bytes(), text.as_bytes());
        assert!(matches(
            "pci:v00008086d000025ABsv*sd*bc*sc*i*",
            "pci:v00008086d000025ABsv00001AF4sd00001100bc08sc80i00"
        ));
        assert!(!matches(
            "pci:v00008086d000025ABsv*sd*bc*sc*i*",
            "pci:v00008086d000025ACsv00001AF4sd00001100bc08sc80i00"
        ));
        assert!(matches("usb:v*d[0-9]?x", "usb:vABCd7zx") && !matches("a[0-9]", "ab") && matches("fs-ext4", "fs-ext4"));
    }

    #[test]
    fn a_module_is_found_by_name_in_either_spelling_and_by_alias() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("modules.dep"), "kernel/md/dm-verity.ko.xz: kernel/md/dm-mod.ko.xz\n").unwrap();
        fs::write(directory.path().join("modules.alias"), "# Aliases\nalias dm-target-verity dm_verity\n").unwrap();
        let modules = Modules::read(directory.path().to_owned()).unwrap();
        for name in ["dm_verity", "dm-verity", "dm-target-verity"] {
            assert_eq!(modules.find(name), ["dm_verity"], "{name}");
        }
        assert!(modules.find("other").is_empty());
    }
}
