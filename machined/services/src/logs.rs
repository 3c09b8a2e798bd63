//! One log file for each service, bounded.
//!
//! - A service writes straight into its file, so its output needs no reader and survives machined.
//! - A file that has grown too large is copied aside and emptied in place; what is written between the two is lost.

use std::fs::{self, File};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

const BYTES_MAX: u64 = 4 * 1024 * 1024;

#[derive(Clone, Debug)]
pub struct Logs {
    directory: PathBuf,
    bytes_max: u64,
}

#[derive(Debug, thiserror::Error)]
#[error("{action} the log {}", path.display())]
pub struct LogError {
    action: &'static str,
    path: PathBuf,
    #[source]
    err: io::Error,
}

impl Logs {
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self { directory: directory.into(), bytes_max: BYTES_MAX }
    }

    /// Where the log of a service is, if it has one.
    pub fn path(&self, id: &str) -> Option<PathBuf> {
        // An id comes from outside: it must stay one word.
        let sound = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        sound.then(|| self.file(id))
    }

    /// The file behind the current one.
    pub fn previous(&self, id: &str) -> Option<PathBuf> {
        self.path(id).map(|path| aside(&path))
    }

    /// For the service to write to: twice the same file, for both its streams.
    pub fn open(&self, id: &str) -> Result<(OwnedFd, OwnedFd), LogError> {
        let path = self.file(id);
        let failed = |action| move |err| LogError { action, path: self.file(id), err };
        fs::create_dir_all(&self.directory).map_err(failed("make the directory of"))?;
        let file = File::options().create(true).append(true).mode(0o640).open(&path).map_err(failed("open"))?;
        let twin = file.try_clone().map_err(failed("open"))?;
        Ok((file.into(), twin.into()))
    }

    /// Copies a file that is too large aside, and empties it.
    pub(crate) fn rotate(&self, id: &str) -> Result<(), LogError> {
        let path = self.file(id);
        let failed = |action| move |err| LogError { action, path: self.file(id), err };
        match fs::metadata(&path) {
            Ok(facts) if facts.len() > self.bytes_max => {}
            Ok(_) => return Ok(()),
            Err(err) if err.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(err) => return Err(failed("look at")(err)),
        }
        fs::copy(&path, aside(&path)).map_err(failed("copy"))?;
        let file = File::options().write(true).open(&path).map_err(failed("open"))?;
        file.set_len(0).map_err(failed("empty"))
    }

    fn file(&self, id: &str) -> PathBuf {
        self.directory.join(format!("{id}.log"))
    }
}

fn aside(path: &Path) -> PathBuf {
    path.with_extension("log.1")
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_large_log_is_put_aside_and_its_writer_goes_on() {
        let directory = tempfile::tempdir().unwrap();
        let logs = Logs { directory: directory.path().into(), bytes_max: 10 };
        let mut writer = File::from(logs.open("x").unwrap().0);
        writer.write_all(b"0123456789abc\n").unwrap();
        logs.rotate("x").unwrap();
        writer.write_all(b"next\n").unwrap();
        assert_eq!(fs::read(logs.path("x").unwrap()).unwrap(), b"next\n");
        assert_eq!(fs::read(logs.previous("x").unwrap()).unwrap(), b"0123456789abc\n");
        assert_eq!(logs.path("../x"), None);
    }
}
