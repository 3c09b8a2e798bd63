//! A service's log as a stream of bytes.

use std::io::{self, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::Duration;

use apid_proto::machine::{LogsRequest, LogsResponse};
use futures::Stream;
use machined_base::{Clock, Tasks};
use machined_services::Logs;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tonic::Status;

const AHEAD: usize = 16;
const PIECE: usize = 32 * 1024;
/// A file tells nobody that it has grown; while somebody looks, it is looked at.
const LOOK: Duration = Duration::from_millis(250);

pub(crate) fn lines(
    tasks: &Tasks,
    logs: &Logs,
    request: &LogsRequest,
) -> Result<impl Stream<Item = Result<LogsResponse, Status>> + Send + use<>, Status> {
    let unknown = || Status::not_found(format!("there is no log of a service {:?}", request.service));
    let path = logs.path(&request.service).ok_or_else(unknown)?;
    if !path.exists() {
        return Err(unknown());
    }
    let previous = logs.previous(&request.service).filter(|path| path.exists());
    let (sender, receiver) = mpsc::channel(AHEAD);
    let reading = Reading {
        path,
        previous,
        follow: request.follow,
        tail: usize::try_from(request.tail_lines).unwrap_or(usize::MAX),
        clock: tasks.clock().clone(),
    };
    let shutdown = tasks.shutdown().clone();
    tasks.scoped("logs", async move {
        // The stream may end anywhere: the log is only read.
        tokio::select! {
            read = reading.send(&sender) => {
                if let Err(err) = read {
                    // Nobody to tell when the receiver has gone.
                    let _ = sender.send(Err(Status::unavailable(format!("read the log: {err}")))).await;
                }
            }
            () = shutdown.requested() => {}
            () = sender.closed() => {}
        }
    });
    Ok(ReceiverStream::new(receiver))
}

struct Reading {
    path: PathBuf,
    previous: Option<PathBuf>,
    follow: bool,
    tail: usize,
    clock: Clock,
}

impl Reading {
    async fn send(&self, sender: &mpsc::Sender<Result<LogsResponse, Status>>) -> io::Result<()> {
        let mut file = File::open(&self.path).await?;
        if self.tail == 0 {
            if let Some(previous) = &self.previous {
                let mut previous = File::open(previous).await?;
                pieces(&mut previous, sender).await?;
            }
        } else {
            let start = tail_start(&self.path, self.tail).await?;
            file.seek(SeekFrom::Start(start)).await?;
        }
        pieces(&mut file, sender).await?;
        // Until whoever follows has gone.
        while self.follow && !sender.is_closed() {
            self.clock.sleep(LOOK).await;
            let length = file.metadata().await?.len();
            if length < file.stream_position().await? {
                // It was put aside and emptied.
                file.seek(SeekFrom::Start(0)).await?;
            }
            pieces(&mut file, sender).await?;
        }
        Ok(())
    }
}

async fn pieces(file: &mut File, sender: &mpsc::Sender<Result<LogsResponse, Status>>) -> io::Result<()> {
    let mut buffer = vec![0; PIECE];
    loop {
        let read = file.read(&mut buffer).await?;
        let Some(piece) = buffer.get(..read).filter(|piece| !piece.is_empty()) else { return Ok(()) };
        let data = bytes::Bytes::copy_from_slice(piece);
        if sender.send(Ok(LogsResponse { data })).await.is_err() {
            return Ok(());
        }
    }
}

/// Where the last `lines` lines begin. The log is bounded, so it is read whole.
async fn tail_start(path: &Path, lines: usize) -> io::Result<u64> {
    let text = tokio::fs::read(path).await?;
    let end = text.strip_suffix(b"\n").map_or(text.len(), <[u8]>::len);
    let breaks = text.iter().take(end).enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let breaks: Vec<usize> = breaks.collect();
    let at = breaks.len().checked_sub(lines).and_then(|at| breaks.get(at)).copied().unwrap_or_default();
    Ok(u64::try_from(at).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_tail_begins_at_a_line() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("x.log");
        std::fs::write(&path, "one\ntwo\nthree\n").unwrap();
        for (lines, start) in [(1, 8), (2, 4), (3, 0), (9, 0)] {
            assert_eq!(tail_start(&path, lines).await.unwrap(), start, "{lines} lines");
        }
    }
}
