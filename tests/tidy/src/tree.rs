//! Reads the checkout: every file that git would track, and the manifests. Leaves all judgement to the other modules.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One text file of the checkout, named by its path from the root.
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// One crate of the workspace.
pub(crate) struct Crate {
    /// Its folder from the root, such as `kube/etcd`.
    pub(crate) folder: String,
    pub(crate) name: String,
    pub(crate) manifest: toml::Table,
}

pub(crate) fn root() -> PathBuf {
    Path::new("../..").canonicalize().expect("the root stands two folders up")
}

/// Every file with one of these endings, except what is built (`target`, `out`) and git's own.
pub(crate) fn files(endings: &[&str]) -> Vec<File> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the checkout is readable") {
            let path = entry.expect("a folder entry is readable").path();
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            if path.is_symlink() {
                continue;
            }
            if path.is_dir() {
                let built = folder == root && matches!(name.as_str(), "target" | "out" | ".git");
                if !built {
                    folders.push(path);
                }
            } else if endings.iter().any(|e| name.ends_with(e)) {
                let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
                let path = path.strip_prefix(&root).expect("below the root").to_string_lossy().into_owned();
                found.push(File { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no file ends in {endings:?}");
    found
}

/// Rust sources that people write: generated code is made again and compared by `tests/generate`.
pub(crate) fn sources() -> Vec<File> {
    files(&[".rs"]).into_iter().filter(|f| !f.path.contains("/generated/")).collect()
}

pub(crate) fn crates() -> BTreeMap<String, Crate> {
    let manifests = files(&["Cargo.toml"]).into_iter().filter(|f| f.path.contains('/'));
    manifests
        .filter_map(|file| {
            let manifest: toml::Table = file.text.parse().unwrap_or_else(|e| panic!("{}: {e}", file.path));
            let name = manifest.get("package")?.get("name")?.as_str()?.to_owned();
            let folder = file.path.trim_end_matches("/Cargo.toml").to_owned();
            Some((name.clone(), Crate { folder, name, manifest }))
        })
        .collect()
}

/// Fails with every complaint at once, each on its line.
pub(crate) fn complain(rule: &str, complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{rule}\n{}", complaints.join("\n"));
}
