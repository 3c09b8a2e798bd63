//! Accepts connections and carries requests to their handler, authenticated and authorised.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, StatusCode};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use machined_base::Restart;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;
use tracing::{debug, info, warn};

use super::access::{self, Access};
use super::handle::Handler;
use super::identity::{self, Identities, User};
use super::reply::{Refusal, Reply};
use super::tls::Certificates;
use crate::config::Server;

const CONNECTIONS_MAX: usize = 1024;
const HANDSHAKE: Duration = Duration::from_secs(10);
const HEADERS: Duration = Duration::from_secs(30);

/// What every connection shares.
pub(crate) struct Listener {
    pub(crate) certificates: Certificates,
    pub(crate) identities: Identities,
    pub(crate) access: Access,
    pub(crate) handler: Handler,
}

/// Binds, and serves on the handler's tasks. Certificates may arrive later.
pub(crate) async fn start(server: &Server, listener: Listener) -> io::Result<()> {
    let socket = Arc::new(TcpListener::bind(server.address).await?);
    info!(address = %socket.local_addr()?, "kubelet API listens");
    let listener = Arc::new(listener);
    let tasks = listener.handler.kit.tasks.clone();
    tasks.spawn("kubelet-api", Restart::Backoff, move || accept(socket.clone(), listener.clone()));
    Ok(())
}

async fn accept(socket: Arc<TcpListener>, listener: Arc<Listener>) -> io::Result<()> {
    let places = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    let tasks = listener.handler.kit.tasks.clone();
    loop {
        // Never closed: a permit comes when a connection goes.
        let Ok(place) = places.clone().acquire_owned().await else { return Ok(()) };
        let (stream, peer) = match socket.accept().await {
            Ok(accepted) => accepted,
            Err(err) => {
                // Out of descriptors, most likely: others must end first.
                warn!(%err, "connection not accepted");
                listener.handler.kit.clock.sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let listener = listener.clone();
        tasks.scoped("kubelet-api-connection", async move {
            let _place = place;
            if let Err(err) = serve(stream, listener).await {
                debug!(%peer, %err, "connection ended");
            }
        });
    }
}

async fn serve(stream: TcpStream, listener: Arc<Listener>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let config = listener.certificates.current()?;
    let clock = listener.handler.kit.clock.clone();
    let handshake = TlsAcceptor::from(config).accept(stream);
    let stream = clock.timeout(HANDSHAKE, handshake).await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
    let certificate = stream.get_ref().1.peer_certificates().and_then(|chain| chain.first());
    let user = certificate.and_then(|der| identity::of_certificate(der));
    let service = service_fn(move |request: Request<Incoming>| {
        let (listener, user) = (listener.clone(), user.clone());
        async move { Ok::<_, Infallible>(listener.answer(user, request).await) }
    });
    hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades()
        .await
        .map_err(io::Error::other)
}

impl Listener {
    async fn answer(&self, certificate: Option<User>, request: Request<Incoming>) -> Reply {
        let Some(user) = self.identities.user(certificate.as_ref(), request.headers()).await else {
            return Refusal::new(StatusCode::UNAUTHORIZED, "Unauthorized").reply();
        };
        let rights = access::rights(request.method(), request.uri().path());
        match self.access.allows(&user, &rights).await {
            Ok(true) => self.handler.handle(request).await,
            Ok(false) => {
                // As upstream: the finest right is the one that is named.
                let wanted = rights.subresources.first().copied().unwrap_or_default();
                let message = format!(
                    "Forbidden (user={}, verb={}, resource=nodes, subresource(s)=[{}])",
                    user.name,
                    rights.verb,
                    rights.subresources.join(" ")
                );
                debug!(user = user.name, wanted, "forbidden");
                Refusal::new(StatusCode::FORBIDDEN, message).reply()
            }
            Err(err) => {
                let message = format!(
                    "Authorization error (user={}, verb={}, resource=nodes, subresource(s)=[{}])",
                    user.name,
                    rights.verb,
                    rights.subresources.join(" ")
                );
                warn!(user = user.name, err, "nobody can be asked what is allowed");
                Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, message).reply()
            }
        }
    }
}
