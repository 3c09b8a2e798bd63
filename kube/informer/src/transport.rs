//! One HTTP/2 connection to an API server, made again when it breaks or when our certificate changes on disk.
//!
//! - A dead peer is noticed by pings, so a caller waits at most PING_INTERVAL + PING_TIMEOUT for it.
//! - A call that never left is sent again on a new connection; one that may have arrived is not.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Request, Response, Uri, header};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use machined_base::{Clock, Monotonic, Tasks};
use rustls::RootCertStore;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

use crate::Error;
use crate::config::{Config, Identity, Stamp};

const CONNECT_WITHIN: Duration = Duration::from_secs(10);
const PING_INTERVAL: Duration = Duration::from_secs(20);
const PING_TIMEOUT: Duration = Duration::from_secs(10);
/// How long credentials from a file are used without looking at it again.
const CREDENTIALS_FOR: Duration = Duration::from_secs(30);
// Enough that a list is not slowed down by round trips; the credit costs nothing while unused.
const STREAM_WINDOW: u32 = 1 << 20;
const CONNECTION_WINDOW: u32 = 8 << 20;

type Sender = http2::SendRequest<Full<Bytes>>;

pub(crate) struct Transport {
    config: Config,
    tasks: Tasks,
    // Held over the connect itself, so that many callers make one connection.
    live: Mutex<Option<Live>>,
    token: Mutex<Option<(Monotonic, HeaderValue)>>,
}

struct Live {
    sender: Sender,
    base: Base,
    stamp: Stamp,
    checked: Monotonic,
}

/// Scheme and authority of the server that the connection goes to.
#[derive(Clone)]
struct Base {
    server: String,
}

impl Transport {
    pub(crate) fn new(config: Config, tasks: Tasks) -> Self {
        Self { config, tasks, live: Mutex::new(None), token: Mutex::new(None) }
    }

    pub(crate) fn clock(&self) -> &Clock {
        self.tasks.clock()
    }

    pub(crate) fn tasks(&self) -> &Tasks {
        &self.tasks
    }

    pub(crate) fn agent(&self) -> &str {
        &self.config.agent
    }

    /// Sends one request; its URI is a path. Returns when the head of the answer is there.
    pub(crate) async fn send(&self, request: &Request<Full<Bytes>>) -> Result<Response<Incoming>, Error> {
        let broken = |why: &dyn std::fmt::Display| Error::Transport {
            method: request.method().to_string(),
            path: request.uri().path().to_owned(),
            why: why.to_string(),
        };
        let mut attempts = 0;
        loop {
            attempts += 1;
            let (mut sender, base) = self.connection().await?;
            let mut copy = request.clone();
            *copy.uri_mut() = format!("{}{}", base.server, request.uri())
                .parse::<Uri>()
                .map_err(|err| broken(&format_args!("{}: {err}", request.uri())))?;
            if let Some(token) = self.token().await? {
                copy.headers_mut().insert(header::AUTHORIZATION, token);
            }
            if sender.ready().await.is_err() && attempts < 3 {
                continue;
            }
            match sender.try_send_request(copy).await {
                Ok(response) => return Ok(response),
                // The message comes back: it was never written.
                Err(err) if err.message().is_some() && attempts < 3 => continue,
                Err(err) => return Err(broken(&chain(&err.into_error()))),
            }
        }
    }

    async fn connection(&self) -> Result<(Sender, Base), Error> {
        let now = self.clock().monotonic();
        let mut live = self.live.lock().await;
        if let Some(open) = live.as_mut().filter(|open| !open.sender.is_closed()) {
            if now.since(open.checked) < CREDENTIALS_FOR {
                return Ok((open.sender.clone(), open.base.clone()));
            }
            open.checked = now;
            if open.stamp == self.config.stamp().await {
                return Ok((open.sender.clone(), open.base.clone()));
            }
            // Streams that are under way end on the old connection; it closes when the last is done.
            tracing::info!("credentials changed, connecting anew");
        }
        *live = None;
        let mut last = Error::Credentials("no server is configured".to_owned());
        for server in &self.config.servers {
            let stamp = self.config.stamp().await;
            // Boxed: a handshake's state is large, seldom needed, and would stand in every request's, of which each informer has
            // one under way.
            let connecting = Box::pin(self.connect(server));
            let outcome = self.clock().timeout(CONNECT_WITHIN, connecting).await;
            match outcome.unwrap_or_else(|_| Err(no_connection(server, &"no answer in time"))) {
                Ok(sender) => {
                    let base = Base { server: server.trim_end_matches('/').to_owned() };
                    *live = Some(Live { sender: sender.clone(), base: base.clone(), stamp, checked: now });
                    return Ok((sender, base));
                }
                Err(err) => last = err,
            }
        }
        Err(last)
    }

    async fn connect(&self, server: &str) -> Result<Sender, Error> {
        let uri: Uri = server.parse().map_err(|err| no_connection(server, &err))?;
        let host = uri.host().ok_or_else(|| no_connection(server, &"the address names no host"))?;
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let tls = uri.scheme_str() != Some("http");
        let port = uri.port_u16().unwrap_or(if tls { 443 } else { 80 });
        let stream = TcpStream::connect((host, port)).await.map_err(|err| no_connection(server, &err))?;
        stream.set_nodelay(true).map_err(|err| no_connection(server, &err))?;
        if !tls {
            return self.handshake(server, stream).await;
        }
        let name = self.config.tls_name.as_deref().unwrap_or(host).to_owned();
        let name = ServerName::try_from(name).map_err(|err| no_connection(server, &err))?;
        let connector = tokio_rustls::TlsConnector::from(self.tls().await?);
        let stream = connector.connect(name, stream).await.map_err(|err| no_connection(server, &err))?;
        self.handshake(server, stream).await
    }

    async fn handshake<S>(&self, server: &str, stream: S) -> Result<Sender, Error>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let (sender, connection) = http2::Builder::new(TokioExecutor::new())
            .timer(TokioTimer::new())
            .keep_alive_interval(PING_INTERVAL)
            .keep_alive_timeout(PING_TIMEOUT)
            .keep_alive_while_idle(true)
            .initial_stream_window_size(STREAM_WINDOW)
            .initial_connection_window_size(CONNECTION_WINDOW)
            .handshake(TokioIo::new(stream))
            .await
            .map_err(|err| no_connection(server, &chain(&err)))?;
        let shutdown = self.tasks.shutdown().clone();
        self.tasks.scoped("apiserver-connection", async move {
            // Cancel-safe: whoever owns the tasks has finished its requests before it asks them to end.
            tokio::select! {
                ended = connection => ended,
                () = shutdown.requested() => Ok(()),
            }
        });
        Ok(sender)
    }

    async fn tls(&self) -> Result<Arc<rustls::ClientConfig>, Error> {
        let wrong = |what: &str, err: &dyn std::fmt::Display| Error::Credentials(format!("{what}: {err}"));
        let mut roots = RootCertStore::empty();
        let ca = self.config.ca.as_ref().ok_or_else(|| Error::Credentials("no authority is configured".to_owned()))?;
        for certificate in CertificateDer::pem_slice_iter(&ca.read().await?) {
            let certificate = certificate.map_err(|err| wrong("authority", &err))?;
            roots.add(certificate).map_err(|err| wrong("authority", &err))?;
        }
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let builder = rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|err| wrong("protocol versions", &err))?
            .with_root_certificates(roots);
        let mut config = match &self.config.identity {
            Identity::Certificate { certificate, key } => {
                let chain = CertificateDer::pem_slice_iter(&certificate.read().await?)
                    .collect::<Result<Vec<_>, _>>()
                    .map_err(|err| wrong("client certificate", &err))?;
                let key = PrivateKeyDer::from_pem_slice(&key.read().await?).map_err(|err| wrong("client key", &err))?;
                builder.with_client_auth_cert(chain, key).map_err(|err| wrong("client certificate", &err))?
            }
            Identity::Anonymous | Identity::Token(_) => builder.with_no_client_auth(),
        };
        config.alpn_protocols = vec![b"h2".to_vec()];
        Ok(Arc::new(config))
    }

    async fn token(&self) -> Result<Option<HeaderValue>, Error> {
        let Identity::Token(material) = &self.config.identity else { return Ok(None) };
        let now = self.clock().monotonic();
        let mut cached = self.token.lock().await;
        if let Some((_, value)) = cached.as_ref().filter(|(read, _)| now.since(*read) < CREDENTIALS_FOR) {
            return Ok(Some(value.clone()));
        }
        let bytes = material.read().await?;
        let text = [b"Bearer ", bytes.trim_ascii()].concat();
        let mut value = HeaderValue::from_bytes(&text)
            .map_err(|_| Error::Credentials("the token holds bytes that no header may hold".to_owned()))?;
        value.set_sensitive(true);
        *cached = Some((now, value.clone()));
        Ok(Some(value))
    }
}

fn no_connection(server: &str, why: &dyn std::fmt::Display) -> Error {
    Error::Connect { server: server.to_owned(), why: why.to_string() }
}

/// hyper's errors say what was tried; the cause stands in their sources.
pub(crate) fn chain(err: &(dyn std::error::Error + 'static)) -> String {
    let mut text = err.to_string();
    let mut next = err.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
