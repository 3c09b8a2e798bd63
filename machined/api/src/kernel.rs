//! The kernel's messages as a stream.

use std::time::Duration;

use apid_proto::machine::{DmesgRequest, DmesgResponse};
use futures::Stream;
use machined_base::Tasks;
use machined_sys::kmsg::{Reader, Record};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tonic::Status;

/// Sent ahead of a slow reader; then reading waits for him.
const AHEAD: usize = 256;
/// How soon a follower that has gone is noticed.
const LOOK_UP: Duration = Duration::from_millis(500);

pub(crate) fn messages(
    tasks: &Tasks,
    request: &DmesgRequest,
) -> Result<impl Stream<Item = Result<DmesgResponse, Status>> + Send + use<>, Status> {
    let reader = Reader::open().map_err(|err| Status::unavailable(format!("the kernel's messages: {err}")))?;
    let (sender, receiver) = mpsc::channel(AHEAD);
    let (follow, tail) = (request.follow, usize::try_from(request.tail_lines).unwrap_or(usize::MAX));
    let shutdown = tasks.shutdown().clone();
    tasks.scoped("dmesg", async move {
        // Reading may block, so it has a thread of its own.
        tokio::task::spawn_blocking(move || read(reader, follow, tail, &sender, &|| shutdown.is_requested())).await
    });
    Ok(ReceiverStream::new(receiver))
}

fn read(
    mut reader: Reader,
    follow: bool,
    tail: usize,
    sender: &mpsc::Sender<Result<DmesgResponse, Status>>,
    stopped: &dyn Fn() -> bool,
) {
    let mut past = Vec::new();
    while let Ok(Some(record)) = reader.read() {
        past.push(record);
    }
    let skip = if tail == 0 { 0 } else { past.len().saturating_sub(tail) };
    for record in past.into_iter().skip(skip) {
        if sender.blocking_send(Ok(shown(record))).is_err() {
            return;
        }
    }
    while follow && !sender.is_closed() && !stopped() {
        if reader.wait(LOOK_UP).is_err() {
            return;
        }
        while let Ok(Some(record)) = reader.read() {
            if sender.blocking_send(Ok(shown(record))).is_err() {
                return;
            }
        }
    }
}

fn shown(record: Record) -> DmesgResponse {
    DmesgResponse {
        level: u32::from(record.level),
        facility: u32::from(record.facility),
        sequence: record.sequence,
        microseconds: u64::try_from(record.since_boot.as_micros()).unwrap_or(u64::MAX),
        text: record.text,
    }
}
