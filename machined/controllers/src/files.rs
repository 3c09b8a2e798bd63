//! Files that others read: whole or not at all, and written only when they change.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

#[derive(Debug, thiserror::Error)]
#[error("write {path}")]
pub(crate) struct WriteError {
    path: String,
    #[source]
    err: io::Error,
}

/// Answers whether something changed.
pub(crate) fn write(path: &Path, text: &str) -> Result<bool, WriteError> {
    write_with(path, text, 0o644)
}

/// For keys: readable by root alone.
pub(crate) fn write_secret(path: &Path, text: &str) -> Result<bool, WriteError> {
    write_with(path, text, 0o600)
}

fn write_with(path: &Path, text: &str, mode: u32) -> Result<bool, WriteError> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(false);
    }
    replace(path, text, mode).map_err(|err| WriteError { path: path.display().to_string(), err })?;
    Ok(true)
}

fn replace(path: &Path, text: &str, mode: u32) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    // Hidden: whoever watches the directory (the kubelet watches that of manifests) passes it over.
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = path.with_file_name(format!(".{name}.draft"));
    // A draft left by a machined that was killed has an unknown mode: begin anew.
    match fs::remove_file(&draft) {
        Err(err) if err.kind() != io::ErrorKind::NotFound => return Err(err),
        _ => {}
    }
    let mut file = File::options().write(true).create_new(true).mode(mode).open(&draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(draft, path)
}
