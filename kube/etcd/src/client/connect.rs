//! Where a store is, and how a connection to it is made.

use crate::config::TlsFiles;
use crate::error::EtcdError;
use crate::pem;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use std::io;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpStream, UnixStream};
use tokio_rustls::TlsConnector;
use tonic::transport::{Channel, Uri};
use tower::service_fn;

#[derive(Clone, Debug)]
pub enum Endpoint {
    Unix(PathBuf),
    /// Mutual TLS to `host:port`.
    Tls {
        address: String,
        files: TlsFiles,
    },
    /// For tests, on loopback.
    Plain {
        address: String,
    },
}

#[derive(Debug, thiserror::Error)]
pub enum EndpointError {
    #[error("a store's address begins with unix://, https:// or http://, not as in {0:?}")]
    Scheme(String),
    #[error("{0:?} needs a certificate, a key and a CA")]
    NoFiles(String),
    #[error("no address of a store is given")]
    None,
    #[error("{0} is no host and port")]
    Address(String),
    #[error(transparent)]
    Files(#[from] EtcdError),
}

const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// A peer that is gone without a word is noticed after twice this.
const KEEP_ALIVE: Duration = Duration::from_secs(20);

impl Endpoint {
    /// Reads `unix:///path`, `https://host:port` or `http://host:port`.
    pub fn parse(url: &str, files: Option<&TlsFiles>) -> Result<Self, EndpointError> {
        if let Some(path) = url.strip_prefix("unix://") {
            return Ok(Self::Unix(path.into()));
        }
        if let Some(address) = url.strip_prefix("https://") {
            let files = files.cloned().ok_or_else(|| EndpointError::NoFiles(url.to_owned()))?;
            return Ok(Self::Tls { address: address.trim_end_matches('/').to_owned(), files });
        }
        let plain = url.strip_prefix("http://").ok_or_else(|| EndpointError::Scheme(url.to_owned()))?;
        Ok(Self::Plain { address: plain.trim_end_matches('/').to_owned() })
    }
}

/// One connection to one of the endpoints, made when needed and made again when broken.
pub(super) fn channel(endpoints: Vec<Endpoint>) -> Result<Channel, EndpointError> {
    if endpoints.is_empty() {
        return Err(EndpointError::None);
    }
    for endpoint in &endpoints {
        if let Endpoint::Tls { address, files } = endpoint {
            server_name(address)?;
            tls(files)?;
        }
    }
    let endpoints: Arc<[Endpoint]> = endpoints.into();
    let turn = Arc::new(AtomicUsize::new(0));
    let connector = service_fn(move |_: Uri| {
        let (endpoints, turn) = (Arc::clone(&endpoints), Arc::clone(&turn));
        async move {
            let at = turn.fetch_add(1, Ordering::Relaxed) % endpoints.len();
            let endpoint = endpoints.get(at).ok_or_else(|| io::Error::other("no endpoint"))?;
            let connected = connect(endpoint).await;
            if connected.is_ok() {
                // Stay with what works: the next connection begins here again.
                turn.store(at, Ordering::Relaxed);
            }
            connected.map(TokioIo::new)
        }
    });
    let endpoint = tonic::transport::Endpoint::from_static("http://store")
        .connect_timeout(CONNECT_WITHIN)
        .http2_keep_alive_interval(KEEP_ALIVE)
        .keep_alive_timeout(KEEP_ALIVE)
        .keep_alive_while_idle(true)
        .initial_stream_window_size(1 << 20)
        .initial_connection_window_size(4 << 20)
        .buffer_size(4096);
    Ok(endpoint.connect_with_connector_lazy(connector))
}

async fn connect(endpoint: &Endpoint) -> io::Result<Io> {
    match endpoint {
        Endpoint::Unix(path) => Ok(Io(Box::pin(UnixStream::connect(path).await?))),
        Endpoint::Plain { address } => Ok(Io(Box::pin(tcp(address).await?))),
        Endpoint::Tls { address, files } => {
            // Read anew for each connection: a renewed certificate needs no restart.
            let config = tls(files).map_err(io::Error::other)?;
            let name = server_name(address).map_err(io::Error::other)?;
            let stream = tcp(address).await?;
            Ok(Io(Box::pin(TlsConnector::from(Arc::new(config)).connect(name, stream).await?)))
        }
    }
}

async fn tcp(address: &str) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

fn server_name(address: &str) -> Result<ServerName<'static>, EndpointError> {
    let wrong = || EndpointError::Address(address.to_owned());
    let (host, _) = address.rsplit_once(':').ok_or_else(wrong)?;
    let host = host.trim_start_matches('[').trim_end_matches(']');
    ServerName::try_from(host.to_owned()).map_err(|_| wrong())
}

fn tls(files: &TlsFiles) -> Result<ClientConfig, EtcdError> {
    let unusable = |err: rustls::Error| EtcdError::Tls { path: files.certificate.clone(), what: err.to_string() };
    let config = ClientConfig::builder_with_provider(pem::provider()).with_safe_default_protocol_versions();
    let config = config.map_err(unusable)?.with_root_certificates(pem::roots(&files.ca)?);
    let config = config.with_client_auth_cert(pem::certificates(&files.certificate)?, pem::key(&files.key)?);
    let mut config = config.map_err(unusable)?;
    config.alpn_protocols = vec![b"h2".to_vec()];
    Ok(config)
}

/// A connection, whatever it runs over.
struct Io(Pin<Box<dyn Transport>>);

trait Transport: AsyncRead + AsyncWrite + Send {}

impl<T: AsyncRead + AsyncWrite + Send> Transport for T {}

impl AsyncRead for Io {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.0.as_mut().poll_read(cx, buf)
    }
}

impl AsyncWrite for Io {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.0.as_mut().poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.as_mut().poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.as_mut().poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        assert!(
            matches!(Endpoint::parse("unix:///run/etcd.sock", None), Ok(Endpoint::Unix(path)) if path.ends_with("etcd.sock"))
        );
        assert!(
            matches!(Endpoint::parse("http://127.0.0.1:2379/", None), Ok(Endpoint::Plain { address }) if address == "127.0.0.1:2379")
        );
        assert!(matches!(Endpoint::parse("https://a:2379", None), Err(EndpointError::NoFiles(_))));
        assert!(matches!(Endpoint::parse("a:2379", None), Err(EndpointError::Scheme(_))));
        assert!(server_name("[::1]:2379").is_ok() && server_name("a.example:1").is_ok() && server_name("a").is_err());
    }
}
