//! Takes an archive of images from the wire to the container runtime.
//!
//! The archive lies on EPHEMERAL while it arrives, and is removed whatever happens.

use std::path::PathBuf;

use apid_proto::machine::{Image, ImportImageRequest, ImportImageResponse};
use futures::{Stream, StreamExt};
use kube_cri::{Containerd, Cri};
use tokio::fs::File;
use tokio::io::AsyncWriteExt;
use tonic::Status;

use crate::Machine;

/// More than any image that a person loads by hand; it keeps a mistake from filling the disk.
const BYTES_MAX: u64 = 16 << 30;

/// Removes the file when it goes out of scope, also when the caller has gone.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Err(err) = std::fs::remove_file(&self.0) {
            tracing::debug!(%err, "archive not removed");
        }
    }
}

pub(crate) async fn import<S>(machine: &Machine, mut pieces: S) -> Result<ImportImageResponse, Status>
where
    S: Stream<Item = Result<ImportImageRequest, Status>> + Unpin + Send,
{
    let directory = machine.paths.at("/var/tmp");
    let failed = |what: &str| {
        let what = what.to_owned();
        move |err: std::io::Error| Status::internal(format!("{what}: {err}"))
    };
    tokio::fs::create_dir_all(&directory).await.map_err(failed("make a place for the archive"))?;
    let number = machine.context.clock.monotonic().0.as_nanos();
    let path = directory.join(format!("import-{number}.tar"));
    let mut file = File::create_new(&path).await.map_err(failed("make a place for the archive"))?;
    let temporary = Temporary(path);
    let mut bytes: u64 = 0;
    while let Some(piece) = pieces.next().await {
        let data = piece?.data;
        bytes += u64::try_from(data.len()).unwrap_or(u64::MAX);
        if bytes > BYTES_MAX {
            return Err(Status::resource_exhausted(format!("the archive is larger than {BYTES_MAX} bytes")));
        }
        file.write_all(&data).await.map_err(failed("keep the archive"))?;
    }
    file.flush().await.map_err(failed("keep the archive"))?;
    let runtime = Containerd::new(machine.paths.containerd_socket(), machine.context.clock.clone());
    let imported = runtime.import(&temporary.0).await.map_err(|err| Status::invalid_argument(chain(&err)))?;
    let images = imported.into_iter().map(|image| Image { name: image.name, digest: image.digest });
    Ok(ImportImageResponse { images: images.collect() })
}

fn chain(err: &dyn std::error::Error) -> String {
    let mut text = err.to_string();
    let mut source = err.source();
    while let Some(err) = source {
        text.push_str(&format!(": {err}"));
        source = err.source();
    }
    text
}
