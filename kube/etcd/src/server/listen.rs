//! Where connections come from, and which of them are let in.

use super::tls::Acceptor;
use crate::config::{Listen, SocketConfig};
use crate::error::EtcdError;
use futures::Stream;
use machined_base::Tasks;
use std::io;
use std::net::SocketAddr;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, UnixListener, UnixStream};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tonic::transport::server::Connected;

/// Connections that are let in and not yet served.
const WAITING_MAX: usize = 64;
const HANDSHAKE_WITHIN: Duration = Duration::from_secs(10);
/// After a failed accept (too many open files, mostly) trying again at once is no use.
const ACCEPT_AGAIN: Duration = Duration::from_millis(100);

pub(super) enum Listener {
    Unix { listener: UnixListener, users: Vec<u32> },
    Tls { listener: TcpListener, acceptor: Arc<Acceptor> },
    Plain { listener: TcpListener },
}

/// A connection, whatever it runs over.
pub(super) struct Io(Pin<Box<dyn Transport>>);

trait Transport: AsyncRead + AsyncWrite + Send {}

impl<T: AsyncRead + AsyncWrite + Send> Transport for T {}

impl Listener {
    pub(super) fn address(&self) -> Option<SocketAddr> {
        match self {
            Self::Unix { .. } => None,
            Self::Tls { listener, .. } | Self::Plain { listener } => listener.local_addr().ok(),
        }
    }
}

pub(super) fn unix(config: &SocketConfig) -> Result<Listener, EtcdError> {
    let path = &config.path;
    let failed = |source| EtcdError::Listen { address: path.display().to_string(), source };
    remove_stale(path).map_err(failed)?;
    let listener = UnixListener::bind(path).map_err(failed)?;
    // Who may is decided by who it is, below; the file's mode only must not be in the way.
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o666)).map_err(failed)?;
    let own = std::fs::metadata(path).map_err(failed)?.uid();
    let users = config.users.iter().copied().chain([0, own]).collect();
    Ok(Listener::Unix { listener, users })
}

/// A socket that nobody listens on any more is left by a crash. Anything else stays.
fn remove_stale(path: &Path) -> io::Result<()> {
    match std::fs::symlink_metadata(path) {
        Ok(found) if found.file_type().is_socket() => match std::os::unix::net::UnixStream::connect(path) {
            Ok(_) => Err(io::Error::new(io::ErrorKind::AddrInUse, "another process listens there")),
            Err(_) => std::fs::remove_file(path),
        },
        Ok(_) => Err(io::Error::new(io::ErrorKind::AlreadyExists, "a file that is no socket is there")),
        Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(err) => Err(err),
    }
}

pub(super) async fn tcp(listen: &Listen) -> Result<Listener, EtcdError> {
    let bind = async |address: &SocketAddr| {
        TcpListener::bind(address).await.map_err(|source| EtcdError::Listen { address: address.to_string(), source })
    };
    match listen {
        Listen::Tls { address, files } => {
            let acceptor = Arc::new(Acceptor::new(files.clone())?);
            Ok(Listener::Tls { listener: bind(address).await?, acceptor })
        }
        Listen::PlainLoopback { address } if address.ip().is_loopback() => {
            Ok(Listener::Plain { listener: bind(address).await? })
        }
        Listen::PlainLoopback { address } => Err(EtcdError::PlainBeyondLoopback { address: *address }),
    }
}

/// The connections that are let in. Ends with the owner of `tasks`.
pub(super) fn accept(listener: Listener, tasks: Tasks) -> impl Stream<Item = io::Result<Io>> {
    let (sender, receiver) = mpsc::channel(WAITING_MAX);
    let (clock, shutdown) = (tasks.clock().clone(), tasks.shutdown().clone());
    let accepting = {
        let tasks = tasks.clone();
        async move {
            loop {
                let accepted = tokio::select! {
                    // Cancel-safe: an accept that is dropped has accepted nothing.
                    accepted = accept_one(&listener, &tasks, &sender) => accepted,
                    () = shutdown.requested() => return,
                };
                if let Err(err) = accepted {
                    tracing::warn!(%err, "a connection could not be accepted");
                    clock.sleep(ACCEPT_AGAIN).await;
                }
            }
        }
    };
    tasks.scoped("etcd-accept", accepting);
    ReceiverStream::new(receiver)
}

async fn accept_one(listener: &Listener, tasks: &Tasks, sender: &mpsc::Sender<io::Result<Io>>) -> io::Result<()> {
    match listener {
        Listener::Unix { listener, users } => {
            let (stream, _) = listener.accept().await?;
            if is_allowed(&stream, users) {
                // A closed channel: the server stops.
                let _stopping = sender.send(Ok(Io(Box::pin(stream)))).await;
            }
        }
        Listener::Plain { listener } => {
            let (stream, _) = listener.accept().await?;
            stream.set_nodelay(true)?;
            let _stopping = sender.send(Ok(Io(Box::pin(stream)))).await;
        }
        Listener::Tls { listener, acceptor } => {
            let (stream, peer) = listener.accept().await?;
            stream.set_nodelay(true)?;
            let (acceptor, sender, clock) = (Arc::clone(acceptor), sender.clone(), tasks.clock().clone());
            tasks.scoped("etcd-handshake", async move {
                match clock.timeout(HANDSHAKE_WITHIN, acceptor.accept(stream)).await {
                    Ok(Ok(stream)) => drop(sender.send(Ok(Io(Box::pin(stream)))).await),
                    Ok(Err(err)) => tracing::debug!(%peer, %err, "refused a TLS handshake"),
                    Err(_) => tracing::debug!(%peer, "a TLS handshake took too long"),
                }
            });
        }
    }
    Ok(())
}

fn is_allowed(stream: &UnixStream, users: &[u32]) -> bool {
    match stream.peer_cred() {
        Ok(peer) if users.contains(&peer.uid()) => true,
        Ok(peer) => {
            tracing::warn!(user = peer.uid(), process = peer.pid(), "refused a user on the socket");
            false
        }
        Err(err) => {
            tracing::warn!(%err, "the kernel does not say who is behind a connection");
            false
        }
    }
}

impl Connected for Io {
    type ConnectInfo = ();

    fn connect_info(&self) {}
}

impl AsyncRead for Io {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.0.as_mut().poll_read(cx, buf)
    }
}

impl AsyncWrite for Io {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.0.as_mut().poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.0.as_mut().poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.0.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.as_mut().poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.as_mut().poll_shutdown(cx)
    }
}
