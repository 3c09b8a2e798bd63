//! One SPDY connection: a task that reads and routes, a task that writes, and streams as pairs of queues.
//!
//! - A stream that nobody reads any more takes its data and drops it; one that is read slowly holds the connection back.
//! - The peer can have at most [`STREAMS_MAX`] streams open; further ones are refused.
//! - When either side's end of the connection goes, every stream reads its end.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::{Bytes, BytesMut};
use machined_base::Tasks;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadHalf, WriteHalf};
use tokio::sync::{mpsc, watch};

use super::frame::{Decoder, Encoder, Frame, StreamId};
use super::headers::Headers;

const STREAMS_MAX: usize = 256;
const QUEUE: usize = 64;
const REFUSED: u32 = 3;
const CANCEL: u32 = 5;

/// Which side opens streams with odd numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Client,
    Server,
}

/// The streams that the peer opens.
pub type Incoming = mpsc::Receiver<Stream>;

/// A running connection. It ends when the last handle on it and its streams is gone, or the peer hangs up.
#[derive(Clone, Debug)]
pub struct Connection {
    shared: Arc<Shared>,
}

/// One stream, not yet split.
#[derive(Debug)]
pub struct Stream {
    pub headers: Headers,
    pub reader: StreamReader,
    pub writer: StreamWriter,
}

#[derive(Debug)]
pub struct StreamReader {
    queue: mpsc::Receiver<Bytes>,
}

#[derive(Debug)]
pub struct StreamWriter {
    id: StreamId,
    shared: Arc<Shared>,
    done: bool,
}

#[derive(Debug)]
struct Shared {
    frames: mpsc::Sender<Frame>,
    next: AtomicU32,
    streams: Mutex<HashMap<StreamId, mpsc::Sender<Bytes>>>,
    /// Dropped with the last handle: the reading task then stops.
    _alive: watch::Sender<()>,
}

impl Connection {
    /// Takes over `io` and runs it in two tasks of `tasks`.
    pub fn start<T>(io: T, role: Role, tasks: &Tasks) -> (Self, Incoming)
    where
        T: AsyncRead + AsyncWrite + Send + 'static,
    {
        let (reader, writer) = tokio::io::split(io);
        let (frames, outgoing) = mpsc::channel(QUEUE);
        let (opened, incoming) = mpsc::channel(QUEUE);
        let (alive, watcher) = watch::channel(());
        let next = AtomicU32::new(if role == Role::Client { 1 } else { 2 });
        let shared = Arc::new(Shared { frames, next, streams: Mutex::default(), _alive: alive });
        tasks.scoped("spdy-write", write(writer, outgoing));
        let weak = Arc::downgrade(&shared);
        tasks.scoped("spdy-read", read(reader, weak, opened, watcher));
        (Self { shared }, incoming)
    }

    /// Opens a stream. As upstream's client, the reply is not waited for.
    pub async fn open(&self, headers: Headers) -> Option<Stream> {
        let id = StreamId(self.shared.next.fetch_add(2, Ordering::Relaxed));
        let stream = self.shared.stream(id, headers.clone());
        self.shared.frames.send(Frame::Open { stream: id, headers, fin: false }).await.ok()?;
        Some(stream)
    }
}

impl Shared {
    fn stream(self: &Arc<Self>, id: StreamId, headers: Headers) -> Stream {
        let (sender, queue) = mpsc::channel(QUEUE);
        self.lock().insert(id, sender);
        Stream {
            headers,
            reader: StreamReader { queue },
            writer: StreamWriter { id, shared: self.clone(), done: false },
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<StreamId, mpsc::Sender<Bytes>>> {
        self.streams.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Stream {
    /// The value of a header, by its lower-case name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl StreamReader {
    /// The next bytes; `None` at the end. Cancel-safe: nothing is lost.
    pub async fn read(&mut self) -> Option<Bytes> {
        self.queue.recv().await
    }
}

impl StreamWriter {
    /// False when the connection is gone.
    pub async fn write(&mut self, data: Bytes) -> bool {
        self.shared.frames.send(Frame::Data { stream: self.id, data, fin: false }).await.is_ok()
    }

    /// Tells the peer that no more comes.
    pub async fn finish(mut self) {
        self.done = true;
        // A connection that is gone has told the peer already.
        let _ = self.shared.frames.send(Frame::Data { stream: self.id, data: Bytes::new(), fin: true }).await;
    }
}

impl Drop for StreamWriter {
    fn drop(&mut self) {
        if !self.done {
            // A full queue loses this courtesy; the stream then ends with the connection.
            let _ = self.shared.frames.try_send(Frame::Reset { stream: self.id, status: CANCEL });
        }
    }
}

async fn write<T: AsyncWrite>(mut io: WriteHalf<T>, mut frames: mpsc::Receiver<Frame>) -> std::io::Result<()> {
    let mut encoder = Encoder::default();
    let mut wire = BytesMut::new();
    while let Some(frame) = frames.recv().await {
        encoder.put(&frame, &mut wire).map_err(std::io::Error::other)?;
        // What is queued already goes out in one write.
        while wire.len() < 64 << 10
            && let Ok(frame) = frames.try_recv()
        {
            encoder.put(&frame, &mut wire).map_err(std::io::Error::other)?;
        }
        io.write_all_buf(&mut wire).await?;
        io.flush().await?;
    }
    io.shutdown().await
}

async fn read<T: AsyncRead>(
    mut io: ReadHalf<T>,
    shared: std::sync::Weak<Shared>,
    opened: mpsc::Sender<Stream>,
    mut alive: watch::Receiver<()>,
) -> std::io::Result<()> {
    let mut decoder = Decoder::default();
    let mut buffer = BytesMut::with_capacity(16 << 10);
    let outcome = loop {
        match decoder.next(&mut buffer) {
            Ok(Some(frame)) => {
                let Some(shared) = shared.upgrade() else { return Ok(()) };
                if !route(frame, &shared, &opened).await {
                    break Ok(());
                }
                continue;
            }
            Ok(None) => {}
            Err(err) => break Err(std::io::Error::other(err)),
        }
        tokio::select! {
            // Not cancelled half-way for another frame: this arm loses only when the connection ends.
            got = io.read_buf(&mut buffer) => match got {
                Ok(0) => break Ok(()),
                Ok(_) => {}
                Err(err) => break Err(err),
            },
            _ = alive.changed() => return Ok(()),
        }
    };
    if let Some(shared) = shared.upgrade() {
        shared.lock().clear();
    }
    outcome
}

/// False when the peer said goodbye.
async fn route(frame: Frame, shared: &Arc<Shared>, opened: &mpsc::Sender<Stream>) -> bool {
    match frame {
        Frame::Open { stream: id, headers, fin } => {
            let known = shared.lock().len();
            if known >= STREAMS_MAX || opened.is_closed() {
                return shared.frames.send(Frame::Reset { stream: id, status: REFUSED }).await.is_ok();
            }
            let stream = shared.stream(id, headers);
            if fin {
                shared.lock().remove(&id);
            }
            let reply = Frame::Reply { stream: id, headers: Headers::new(), fin: false };
            shared.frames.send(reply).await.is_ok() && opened.send(stream).await.is_ok()
        }
        Frame::Data { stream, data, fin } => {
            let queue = shared.lock().get(&stream).cloned();
            if let Some(queue) = queue
                && !data.is_empty()
            {
                // Nobody reads this stream any more: its bytes are dropped.
                let _ = queue.send(data).await;
            }
            if fin {
                shared.lock().remove(&stream);
            }
            true
        }
        Frame::Reply { stream, fin: true, .. }
        | Frame::Headers { stream, fin: true, .. }
        | Frame::Reset { stream, .. } => {
            shared.lock().remove(&stream);
            true
        }
        Frame::Ping { id } => shared.frames.send(Frame::Ping { id }).await.is_ok(),
        Frame::GoAway { .. } => false,
        Frame::Reply { .. } | Frame::Headers { .. } | Frame::Ignored => true,
    }
}
