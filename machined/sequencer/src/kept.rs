//! What a machine keeps on STATE: its configuration with history, a staged one, and that the cluster was bootstrapped.
//!
//! - A file is replaced whole, and is on the medium before anything relies on it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

const CONFIG: &str = "config.yaml";
const STAGED: &str = "config.staged.yaml";
const BOOTSTRAPPED: &str = "bootstrapped";
/// Read by the volumes controller before it mounts: what else is to be made anew.
pub(crate) const RESET: &str = "reset";
const HISTORY: usize = 10;

/// The files of one machine's STATE.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    state: PathBuf,
}

#[derive(Debug, thiserror::Error)]
#[error("{action} {path}")]
pub struct KeptError {
    action: &'static str,
    path: String,
    #[source]
    err: io::Error,
}

impl Kept {
    pub(crate) fn new(state: PathBuf) -> Self {
        Self { state }
    }

    /// The configuration to boot with; a staged one takes the place of the other first.
    pub(crate) fn load(&self) -> Result<Option<String>, KeptError> {
        if let Some(staged) = self.read(STAGED)? {
            self.keep(&staged)?;
            self.remove(STAGED)?;
            return Ok(Some(staged));
        }
        self.read(CONFIG)
    }

    /// Keeps a configuration; the one before goes into the history.
    pub(crate) fn keep(&self, text: &str) -> Result<(), KeptError> {
        if let Some(before) = self.read(CONFIG)?.filter(|before| before != text) {
            for age in (1..HISTORY).rev() {
                if let Some(older) = self.read(&format!("config.{age}.yaml"))? {
                    self.write(&format!("config.{}.yaml", age + 1), &older)?;
                }
            }
            self.write("config.1.yaml", &before)?;
        }
        self.write(CONFIG, text)
    }

    pub(crate) fn stage(&self, text: &str) -> Result<(), KeptError> {
        self.write(STAGED, text)
    }

    pub(crate) fn bootstrapped(&self) -> bool {
        self.state.join(BOOTSTRAPPED).exists()
    }

    pub(crate) fn set_bootstrapped(&self, when: &str) -> Result<(), KeptError> {
        self.write(BOOTSTRAPPED, when)
    }

    /// Forgets everything. What cannot be forgotten while it is in use is named for the next boot.
    pub(crate) fn forget(&self) -> Result<(), KeptError> {
        // First of all, so that a power cut in the middle ends in the same place.
        self.write(RESET, "ETCD EPHEMERAL\n")?;
        let failed = |err| KeptError { action: "empty", path: self.state.display().to_string(), err };
        for entry in fs::read_dir(&self.state).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.ends_with(RESET) || path.ends_with("lost+found") {
                continue;
            }
            let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            removed.map_err(failed)?;
        }
        self.sync().map_err(failed)
    }

    fn read(&self, name: &str) -> Result<Option<String>, KeptError> {
        let path = self.state.join(name);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text)),
            Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(err) => Err(KeptError { action: "read", path: path.display().to_string(), err }),
        }
    }

    fn write(&self, name: &str, text: &str) -> Result<(), KeptError> {
        let path = self.state.join(name);
        replace(&path, text).and_then(|()| self.sync()).map_err(|err| KeptError {
            action: "write",
            path: path.display().to_string(),
            err,
        })
    }

    fn remove(&self, name: &str) -> Result<(), KeptError> {
        let path = self.state.join(name);
        fs::remove_file(&path).and_then(|()| self.sync()).map_err(|err| KeptError {
            action: "remove",
            path: path.display().to_string(),
            err,
        })
    }

    /// The directory itself: renames and removals are in it.
    fn sync(&self) -> io::Result<()> {
        File::open(&self.state)?.sync_all()
    }
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let draft = path.with_extension("draft");
    match fs::remove_file(&draft) {
        Err(err) if err.kind() != io::ErrorKind::NotFound => return Err(err),
        _ => {}
    }
    let mut file = File::options().write(true).create_new(true).mode(0o600).open(&draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(draft, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_staged_configuration_takes_over_and_history_is_kept() {
        let directory = tempfile::tempdir().unwrap();
        let kept = Kept::new(directory.path().to_owned());
        assert_eq!(kept.load().unwrap(), None);
        kept.keep("one").unwrap();
        kept.keep("one").unwrap();
        kept.stage("two").unwrap();
        assert_eq!(kept.read(CONFIG).unwrap().as_deref(), Some("one"));
        assert_eq!(kept.load().unwrap().as_deref(), Some("two"));
        assert_eq!(kept.load().unwrap().as_deref(), Some("two"));
        assert_eq!(kept.read("config.1.yaml").unwrap().as_deref(), Some("one"));
        assert_eq!(kept.read("config.2.yaml").unwrap(), None);
    }

    #[test]
    fn forgetting_leaves_only_the_order_for_the_next_boot() {
        let directory = tempfile::tempdir().unwrap();
        let kept = Kept::new(directory.path().to_owned());
        kept.keep("one").unwrap();
        kept.set_bootstrapped("now").unwrap();
        fs::create_dir(directory.path().join("nodes")).unwrap();
        kept.forget().unwrap();
        let left: Vec<_> = fs::read_dir(directory.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, [RESET]);
        assert!(!kept.bootstrapped());
    }
}
