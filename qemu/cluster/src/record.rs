//! What stands on disk about one cluster: `out/NAME/cluster.json`. Whoever comes later (status, down, a second `up`) reads it.
//!
//! - Written by rename, so that a reader sees the old or the new record.
//! - A process is known by its id and its start time, so that a reused id is never signalled.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

/// What a cluster's nodes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Virtual machines in QEMU.
    Machines,
    /// The image's root in namespaces of the host; needs root.
    Native,
    /// The control plane alone, as processes.
    None,
}

/// A process that this cluster started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Process {
    pub(crate) name: String,
    pub(crate) pid: i32,
    /// Start time in clock ticks since the host's boot, field 22 of `/proc/PID/stat`.
    pub(crate) start: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// Where the Kubernetes API answers on this host.
    pub(crate) api_port: u16,
    pub(crate) nodes: Vec<Node>,
    pub(crate) processes: Vec<Process>,
    /// Whether `up` came to its end.
    pub(crate) healthy: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) address: std::net::Ipv4Addr,
    /// Where its machine API answers on this host.
    pub(crate) machine_port: u16,
    pub(crate) control_plane: bool,
}

impl Record {
    /// Of a cluster that has nothing yet.
    pub(crate) fn new(name: &str, kind: Kind, api_port: u16) -> Self {
        Record { name: name.to_owned(), kind, api_port, nodes: Vec::new(), processes: Vec::new(), healthy: false }
    }
}

/// The folder of one cluster, `out/NAME`.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Names are path components and parts of host names; two are taken by the build's own folders.
    pub(crate) fn new(out: &Path, name: &str) -> anyhow::Result<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if name.is_empty() || name.len() > 32 || !name.chars().all(fits) || name.starts_with('-') || name.ends_with('-')
        {
            bail!("NAME {name:?}: at most 32 lower-case letters, digits and dashes, no dash at either end");
        }
        if ["bin", "image", "share", "test"].contains(&name) {
            bail!("NAME {name:?} is taken by a folder of the build");
        }
        Ok(Folder(out.join(name)))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn join(&self, part: impl AsRef<Path>) -> PathBuf {
        self.0.join(part)
    }

    pub(crate) fn load(&self) -> anyhow::Result<Option<Record>> {
        let path = self.join("cluster.json");
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes).with_context(|| format!("read {}", path.display()))?)),
            Err(err) if err.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(err) => Err(err).with_context(|| format!("read {}", path.display())),
        }
    }

    pub(crate) fn save(&self, record: &Record) -> anyhow::Result<()> {
        let path = self.join("cluster.json");
        let fresh = self.join("cluster.json.new");
        let bytes = serde_json::to_vec_pretty(record).context("encode the record")?;
        fs::write(&fresh, bytes).with_context(|| format!("write {}", fresh.display()))?;
        fs::rename(&fresh, &path).with_context(|| format!("replace {}", path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_host_name_and_not_a_folder_of_the_build() {
        let out = Path::new("out");
        for good in ["cluster", "a", "ci-7"] {
            assert!(Folder::new(out, good).is_ok(), "{good}");
        }
        for bad in ["", "bin", "image", "Upper", "-a", "a-", "a/b", "a.b", &"x".repeat(33)] {
            assert!(Folder::new(out, bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_record_is_read_back_as_it_was_saved() {
        let out = tempfile::tempdir().unwrap();
        let folder = Folder::new(out.path(), "c").unwrap();
        fs::create_dir_all(folder.path()).unwrap();
        assert_eq!(folder.load().unwrap(), None);
        let record = Record {
            name: "c".into(),
            kind: Kind::None,
            api_port: 1,
            nodes: vec![],
            processes: vec![Process { name: "etcd".into(), pid: 4, start: 5 }],
            healthy: false,
        };
        folder.save(&record).unwrap();
        assert_eq!(folder.load().unwrap(), Some(record));
    }
}
