//! Accepts connections and speaks HTTP/1.1 or HTTP/2 on them, over TLS or (loopback only) plain.
//!
//! A connection is a task of its own; what goes wrong on it ends it alone.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::pipeline;
use crate::authn::Peer;
use crate::server::Server;

/// How long a client may take to greet.
const GREETING: Duration = Duration::from_secs(10);
/// As upstream: streams of one HTTP/2 connection.
const STREAMS_MAX: u32 = 1000;
/// As upstream: how long a connection may be silent before it is asked whether it lives.
const PING_AFTER: Duration = Duration::from_secs(30);
const PING_WITHIN: Duration = Duration::from_secs(15);
/// Header bytes of a request.
const HEADERS_MAX: u32 = 64 * 1024;

pub(crate) async fn serve(server: Arc<Server>, listener: Arc<TcpListener>, tls: Option<TlsAcceptor>) {
    loop {
        let accepted = tokio::select! {
            // Cancel-safe: a connection that was not returned stays in the backlog.
            accepted = listener.accept() => accepted,
            () = server.shutdown.requested() => return,
        };
        match accepted {
            Ok((stream, address)) => {
                let tls = tls.clone();
                server.tasks.clone().scoped("connection", connection(server.clone(), stream, address, tls));
            }
            Err(err) => {
                // Out of descriptors, mostly: others must close first.
                tracing::warn!(%err, "no connection accepted");
                server.clock.sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

async fn connection(server: Arc<Server>, stream: TcpStream, address: SocketAddr, tls: Option<TlsAcceptor>) {
    if let Err(err) = stream.set_nodelay(true) {
        tracing::debug!(%err, %address, "connection closed at once");
        return;
    }
    let Some(tls) = tls else {
        return speak(server, stream, Peer { chain: Vec::new(), address: Some(address) }).await;
    };
    match server.clock.timeout(GREETING, tls.accept(stream)).await {
        Ok(Ok(stream)) => {
            let chain = stream.get_ref().1.peer_certificates().unwrap_or_default();
            let chain = chain.iter().map(|certificate| certificate.clone().into_owned()).collect();
            speak(server, stream, Peer { chain, address: Some(address) }).await;
        }
        Ok(Err(err)) => tracing::debug!(%err, %address, "TLS handshake failed"),
        Err(_) => tracing::debug!(%address, "TLS handshake took too long"),
    }
}

async fn speak<S>(server: Arc<Server>, stream: S, peer: Peer)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let peer = Arc::new(peer);
    let service = {
        let server = server.clone();
        service_fn(move |request| {
            let (server, peer) = (server.clone(), peer.clone());
            async move { Ok::<_, Infallible>(pipeline::answer(server, peer, request).await) }
        })
    };
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(GREETING).max_buf_size(HEADERS_MAX as usize * 2);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS_MAX)
        .max_header_list_size(HEADERS_MAX)
        .initial_stream_window_size(256 * 1024)
        .initial_connection_window_size(1024 * 1024)
        .keep_alive_interval(PING_AFTER)
        .keep_alive_timeout(PING_WITHIN);
    let connection = builder.serve_connection_with_upgrades(TokioIo::new(stream), service);
    let mut connection = std::pin::pin!(connection);
    let ended = tokio::select! {
        // Dropped half-way only when the server goes down, and then finished below.
        ended = connection.as_mut() => ended,
        () = server.shutdown.requested() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(err) = ended {
        tracing::debug!(err, "connection ended");
    }
}
