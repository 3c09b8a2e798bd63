//! The wire between machines: an Ethernet switch over unix sockets, one for each machine, without root.
//! Speaks what QEMU's `-netdev stream` speaks: a frame is four bytes of length (big endian) and its bytes.
//!
//! - A frame goes to the port where its destination was last seen as a source, or to all others.
//! - A port whose machine does not read loses frames, as a real switch's would; it never stops the others.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use machined_base::{Restart, Tasks};
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc;

/// Larger than any frame with an MTU of 9,000; what is larger ends the connection that sent it.
const FRAME_MAX: usize = 16 * 1024;
/// Frames that wait for one machine; the newest are lost beyond.
const QUEUE: usize = 1024;

type Mac = [u8; 6];

#[derive(Clone)]
pub(crate) struct Switch {
    shared: Arc<Mutex<Table>>,
}

#[derive(Default)]
struct Table {
    ports: HashMap<usize, mpsc::Sender<Arc<[u8]>>>,
    seen: HashMap<Mac, usize>,
}

impl Switch {
    pub(crate) fn new() -> Self {
        Switch { shared: Arc::default() }
    }

    /// Opens the socket of port `port`. A machine that comes again takes the place of its earlier connection.
    pub(crate) fn listen(&self, tasks: &Tasks, port: usize, socket: &Path) -> anyhow::Result<()> {
        remove_stale(socket)?;
        let listener = UnixListener::bind(socket).with_context(|| format!("listen on {}", socket.display()))?;
        let listener = Arc::new(listener);
        let (switch, shared) = (self.clone(), tasks.clone());
        tasks.spawn("switch-port", Restart::Backoff, move || {
            let (switch, tasks, listener) = (switch.clone(), shared.clone(), listener.clone());
            async move {
                loop {
                    // Cancel-safe: a connection that is not accepted yet stays in the queue.
                    let (stream, _) = tokio::select! {
                        accepted = listener.accept() => accepted.context("accept a machine")?,
                        () = tasks.shutdown().requested() => return anyhow::Ok(()),
                    };
                    switch.attach(&tasks, port, stream);
                }
            }
        });
        Ok(())
    }

    fn attach(&self, tasks: &Tasks, port: usize, stream: UnixStream) {
        let (sender, mut queue) = mpsc::channel::<Arc<[u8]>>(QUEUE);
        self.with(|table| table.ports.insert(port, sender));
        let (reader, mut writer) = stream.into_split();
        // Either end of the connection fails when the machine is off; its next connection makes new ones.
        tasks.scoped("switch-out", async move {
            while let Some(frame) = queue.recv().await {
                if write_frame(&mut writer, &frame).await.is_err() {
                    return;
                }
            }
        });
        let switch = self.clone();
        tasks.scoped("switch-in", async move {
            if let Err(err) = switch.receive(port, reader).await {
                tracing::info!(port, %err, "a machine has left the switch");
            }
        });
    }

    async fn receive(&self, port: usize, reader: OwnedReadHalf) -> io::Result<()> {
        // Frames are small and many: one system call for each would be most of the work.
        let mut reader = BufReader::with_capacity(64 * 1024, reader);
        loop {
            let length = reader.read_u32().await? as usize;
            if length > FRAME_MAX {
                return Err(io::Error::other(format!("a frame of {length} bytes")));
            }
            let mut frame = vec![0; length];
            reader.read_exact(&mut frame).await?;
            self.forward(port, frame.into());
        }
    }

    fn forward(&self, from: usize, frame: Arc<[u8]>) {
        let (Some(to), Some(source)) = (mac(&frame, 0), mac(&frame, 6)) else { return };
        self.with(|table| {
            let group = |mac: &Mac| mac.first().is_some_and(|b| b & 1 == 1);
            if !group(&source) {
                table.seen.insert(source, from);
            }
            let known = if group(&to) { None } else { table.seen.get(&to).copied() };
            for (port, sender) in &table.ports {
                if *port != from && known.is_none_or(|k| k == *port) {
                    // Full: the frame is lost, as on a wire. Closed: the machine is gone, its next connection replaces it.
                    let _ = sender.try_send(frame.clone());
                }
            }
        });
    }

    fn with<T>(&self, work: impl FnOnce(&mut Table) -> T) -> T {
        work(&mut self.shared.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

async fn write_frame(writer: &mut OwnedWriteHalf, frame: &[u8]) -> io::Result<()> {
    let length = u32::try_from(frame.len()).map_err(io::Error::other)?;
    writer.write_all(&[&length.to_be_bytes(), frame].concat()).await
}

fn mac(frame: &[u8], at: usize) -> Option<Mac> {
    frame.get(at..at + 6)?.try_into().ok()
}

/// A supervisor that crashed leaves its sockets behind.
fn remove_stale(socket: &Path) -> anyhow::Result<()> {
    match std::fs::remove_file(socket) {
        Err(err) if err.kind() != std::io::ErrorKind::NotFound => {
            Err(err).with_context(|| format!("remove {}", socket.display()))
        }
        _ => Ok(()),
    }
}

/// Where machine `port` finds the switch. Socket paths have a limit of 107 bytes, so the name is short.
pub(crate) fn socket(folder: &Path, port: usize) -> PathBuf {
    folder.join(format!("sw{port}"))
}

#[cfg(test)]
mod tests {
    use machined_base::{Clock, Shutdown};

    use super::*;

    async fn send(stream: &mut UnixStream, to: u8, from: u8) {
        let mut frame = vec![0, 0, 0, 0, 0, to, 2, 0, 0, 0, 0, from];
        if to == 255 {
            frame[..6].fill(255);
        } else {
            frame[0] = 2;
        }
        frame.push(from);
        stream.write_u32(frame.len() as u32).await.unwrap();
        stream.write_all(&frame).await.unwrap();
    }

    async fn receive(stream: &mut UnixStream) -> u8 {
        let length = stream.read_u32().await.unwrap() as usize;
        let mut frame = vec![0; length];
        stream.read_exact(&mut frame).await.unwrap();
        frame[length - 1]
    }

    #[tokio::test]
    async fn frames_go_where_their_destination_was_seen() {
        let folder = tempfile::tempdir().unwrap();
        let tasks = Tasks::new(Clock::system(), Shutdown::new());
        let switch = Switch::new();
        let mut machines = Vec::new();
        for port in 0..3 {
            let path = socket(folder.path(), port);
            switch.listen(&tasks, port, &path).unwrap();
            machines.push(UnixStream::connect(&path).await.unwrap());
        }
        // Until all three are attached a broadcast may miss one: each announces itself until the others have heard it.
        while switch.with(|t| t.ports.len()) < 3 {
            tokio::task::yield_now().await;
        }
        let [a, b, c] = machines.as_mut_slice() else { panic!("three machines") };
        send(a, 255, 10).await;
        assert_eq!((receive(b).await, receive(c).await), (10, 10));
        send(b, 10, 11).await;
        assert_eq!(receive(a).await, 11);
        // c saw nothing of b's frame: the next that it gets is the broadcast.
        send(b, 255, 12).await;
        assert_eq!((receive(a).await, receive(c).await), (12, 12));
        tasks.drain(std::time::Duration::from_secs(1)).await;
    }
}
