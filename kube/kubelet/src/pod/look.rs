//! Reads what the runtime holds of one pod. Decides nothing; what cannot be read is an error, never an empty pod.

use std::path::Path;

use kube_cri::{Cri, CriError};

use super::observed::{self, Observed, Seen, State};
use crate::container::labels;

/// As upstream: pkg/kubelet/container/runtime.go.
const MESSAGE_MAX: usize = 4096;
const LOG_LINES: usize = 80;
const LOG_BYTES: u64 = 2048;

/// Everything the runtime has with this pod's uid on it.
pub(crate) async fn look(cri: &dyn Cri, uid: &str, log_directory: &Path) -> Result<Observed, CriError> {
    let mine = [(labels::POD_UID, uid)];
    let mut seen = Observed::default();
    for sandbox in cri.list_pod_sandboxes(&mine).await? {
        match cri.pod_sandbox_status(&sandbox.id).await {
            Ok(status) => seen.sandboxes.push(observed::sandbox(&status)),
            Err(err) if err.is_not_found() => {}
            Err(err) => return Err(err),
        }
    }
    for container in cri.list_containers(&mine).await? {
        match cri.container_status(&container.id).await {
            Ok(status) => {
                let mut container = observed::container(status, &container.pod_sandbox_id);
                if container.state == State::Exited {
                    last_words(&mut container, log_directory);
                }
                seen.containers.push(container);
            }
            Err(err) if err.is_not_found() => {}
            Err(err) => return Err(err),
        }
    }
    seen.sort();
    Ok(seen)
}

/// The message of an ended container: what it wrote to its file, or the end of its log after a failure.
fn last_words(seen: &mut Seen, log_directory: &Path) {
    let note = |key: &str| seen.annotations.get(key).map(String::as_str).unwrap_or_default();
    let file = note(labels::MESSAGE_FILE);
    let fall_back = note(labels::MESSAGE_POLICY) == "FallbackToLogsOnError" && seen.exit_code != 0;
    let written = tail(Path::new(file), MESSAGE_MAX as u64).unwrap_or_default();
    if !written.is_empty() {
        seen.message = written;
    } else if fall_back {
        let name = Path::new(&seen.log_path).file_name().unwrap_or_default();
        let path = log_directory.join(&seen.name).join(name);
        let lines = tail(&path, LOG_BYTES * 2).unwrap_or_default();
        let lines: Vec<_> = lines.lines().filter_map(crate::logs::content).collect();
        let start = lines.len().saturating_sub(LOG_LINES);
        seen.message = lines.get(start..).unwrap_or_default().join("\n");
    }
}

/// The last bytes of a file, as text.
fn tail(path: &Path, max: u64) -> Option<String> {
    use std::io::{Read, Seek, SeekFrom};
    let mut file = std::fs::File::open(path).ok()?;
    let size = file.metadata().ok()?.len();
    file.seek(SeekFrom::Start(size.saturating_sub(max))).ok()?;
    let mut bytes = Vec::new();
    file.take(max).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}
