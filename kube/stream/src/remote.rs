//! Exec and attach between a WebSocket client and a runtime's SPDY streams.
//!
//! - The end of the command reaches the client after everything the command wrote.
//! - A client that hangs up ends the runtime's side at once.

use bytes::{Bytes, BytesMut};
use machined_base::Tasks;
use serde::Deserialize;
use tokio::sync::mpsc;

use crate::channels::{self, Client, Protocol};
use crate::spdy::{Connection, Headers, Stream, StreamReader};

/// The channel protocol spoken with the runtime.
pub const RUNTIME_PROTOCOL: &str = "v4.channel.k8s.io";
const STATUS_MAX: usize = 64 << 10;

/// Which streams a request asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub stdin: bool,
    pub stdout: bool,
    pub stderr: bool,
    pub tty: bool,
}

#[derive(Deserialize)]
struct Status {
    #[serde(default)]
    status: String,
    #[serde(default)]
    message: String,
}

/// Carries bytes both ways until the command has ended and all it wrote has been sent, or the client is gone.
pub async fn bridge(client: Client, runtime: Connection, options: Options, tasks: &Tasks) {
    let Client { protocol, mut stdin, mut resize, out, gone } = client;
    let Some(streams) = Streams::open(&runtime, options).await else { return };
    let Streams { error, input, stdout, stderr, size } = streams;
    if let Some(input) = input {
        tasks.scoped("remote-stdin", async move {
            let mut writer = input.writer;
            while let Some(data) = stdin.recv().await {
                if !writer.write(data).await {
                    return;
                }
            }
            writer.finish().await;
        });
    }
    if let Some(size) = size {
        tasks.scoped("remote-resize", async move {
            let mut writer = size.writer;
            while let Some(data) = resize.recv().await {
                if !writer.write(data).await {
                    return;
                }
            }
            writer.finish().await;
        });
    }
    let work = async {
        let (out, err) = (&out, &out);
        let (status, (), ()) =
            tokio::join!(collect(error), copy(stdout, channels::STDOUT, out), copy(stderr, channels::STDERR, err));
        if let Some(message) = status_for(protocol, status) {
            // A client that hung up in between misses the end.
            let _ = out.send((channels::ERROR, message)).await;
        }
    };
    tokio::select! {
        () = work => {}
        // The client hung up; nothing that is still to come has a reader.
        _ = gone => {}
    }
}

struct Streams {
    error: StreamReader,
    input: Option<Stream>,
    stdout: Option<StreamReader>,
    stderr: Option<StreamReader>,
    size: Option<Stream>,
}

impl Streams {
    /// In kubectl's order. A terminal has no stderr of its own.
    async fn open(runtime: &Connection, options: Options) -> Option<Self> {
        let open = async |wanted: bool, kind: &str| -> Option<Option<Stream>> {
            if !wanted {
                return Some(None);
            }
            let headers: Headers = vec![("streamtype".to_owned(), kind.to_owned())];
            Some(Some(runtime.open(headers).await?))
        };
        let error = open(true, "error").await??;
        let input = open(options.stdin, "stdin").await?;
        let stdout = open(options.stdout, "stdout").await?;
        let stderr = open(options.stderr && !options.tty, "stderr").await?;
        let size = open(options.tty, "resize").await?;
        Some(Self {
            error: read_only(error).await,
            input,
            stdout: half(stdout).await,
            stderr: half(stderr).await,
            size,
        })
    }
}

async fn half(stream: Option<Stream>) -> Option<StreamReader> {
    match stream {
        Some(stream) => Some(read_only(stream).await),
        None => None,
    }
}

/// Ends our direction of a stream that only the runtime writes.
async fn read_only(stream: Stream) -> StreamReader {
    stream.writer.finish().await;
    stream.reader
}

async fn copy(from: Option<StreamReader>, channel: u8, to: &mpsc::Sender<(u8, Bytes)>) {
    let Some(mut from) = from else { return };
    while let Some(data) = from.read().await {
        if to.send((channel, data)).await.is_err() {
            return;
        }
    }
}

async fn collect(mut from: StreamReader) -> Bytes {
    let mut all = BytesMut::new();
    while let Some(data) = from.read().await {
        if all.len() < STATUS_MAX {
            all.extend_from_slice(&data);
        }
    }
    all.freeze()
}

/// What the client's error channel gets for the runtime's v4 Status. As upstream: before v4 success says nothing, and a
/// failure is its text.
fn status_for(protocol: Protocol, status: Bytes) -> Option<Bytes> {
    if status.is_empty() {
        let text = "the container runtime ended the stream without a status";
        return Some(if protocol.status { failure(text) } else { Bytes::from_static(text.as_bytes()) });
    }
    if protocol.status {
        return Some(status);
    }
    match serde_json::from_slice::<Status>(&status) {
        Ok(Status { status, .. }) if status == "Success" => None,
        Ok(Status { message, .. }) => Some(message.into()),
        Err(_) => Some(status),
    }
}

/// An internal error as a Status.
pub fn failure(message: &str) -> Bytes {
    let status = serde_json::json!({
        "kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": message,
        "reason": "InternalError", "details": {"causes": [{"message": message}]}, "code": 500,
    });
    status.to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_clients_get_texts() {
        let old = channels::choose(&["channel.k8s.io".to_owned()]).unwrap();
        let new = channels::choose(&["v5.channel.k8s.io".to_owned()]).unwrap();
        let success = Bytes::from_static(br#"{"status":"Success"}"#);
        let failure = Bytes::from_static(br#"{"status":"Failure","message":"command terminated with exit code 3"}"#);
        assert_eq!(status_for(old, success.clone()), None);
        assert_eq!(status_for(new, success.clone()), Some(success));
        assert_eq!(status_for(old, failure).unwrap(), "command terminated with exit code 3");
    }
}
