//! Sets a container's log aside when it has grown too large, and keeps a few of them, compressed but the newest.
//!
//! As upstream: pkg/kubelet/logs/container_log_manager.go: `0.log`, `0.log.20260102-030405`, `0.log.20260101-000000.gz`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::Timestamp;

use crate::config::Logs;

/// Sets `log` aside if it is due. True when the runtime must open a new one.
pub(crate) fn rotate(log: &Path, rules: &Logs, now: Timestamp) -> io::Result<bool> {
    let size = match fs::metadata(log) {
        Ok(meta) => meta.len(),
        Err(err) if err.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(err) => return Err(err),
    };
    if size < rules.max_bytes {
        return Ok(false);
    }
    let mut old = rotated(log)?;
    // One for the log itself, one for the one that is set aside now.
    let keep = usize::try_from(rules.max_files.max(2)).unwrap_or(2) - 2;
    while old.len() > keep {
        fs::remove_file(old.remove(0))?;
    }
    for plain in old.iter().filter(|path| path.extension().is_none_or(|it| it != "gz")) {
        compress(plain)?;
    }
    let name = log.file_name().unwrap_or_default().to_string_lossy();
    fs::rename(log, log.with_file_name(format!("{name}.{}", now.strftime("%Y%m%d-%H%M%S"))))?;
    Ok(true)
}

/// What was set aside of a log, oldest first.
fn rotated(log: &Path) -> io::Result<Vec<PathBuf>> {
    let (Some(folder), Some(name)) = (log.parent(), log.file_name()) else { return Ok(Vec::new()) };
    let prefix = format!("{}.", name.to_string_lossy());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(&prefix) {
            if name.ends_with(".tmp") {
                // A compression that a crash cut short.
                fs::remove_file(entry.path())?;
            } else {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

fn compress(path: &Path) -> io::Result<()> {
    let with = |ending: &str| PathBuf::from(format!("{}{ending}", path.display()));
    let mut packed = GzEncoder::new(fs::File::create(with(".tmp"))?, Compression::default());
    io::copy(&mut fs::File::open(path)?, &mut packed)?;
    packed.finish()?.sync_all()?;
    fs::rename(with(".tmp"), with(".gz"))?;
    fs::remove_file(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_logs_are_packed_and_the_oldest_goes() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("0.log");
        let rules = Logs { max_bytes: 4, max_files: 3 };
        for (second, due) in [(1, true), (2, true), (3, true)] {
            fs::write(&log, "12345").unwrap();
            assert_eq!(rotate(&log, &rules, Timestamp::from_second(second).unwrap()).unwrap(), due);
        }
        fs::write(&log, "1").unwrap();
        assert!(!rotate(&log, &rules, Timestamp::from_second(4).unwrap()).unwrap());
        let mut names: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, ["0.log", "0.log.19700101-000002.gz", "0.log.19700101-000003"]);
    }
}
