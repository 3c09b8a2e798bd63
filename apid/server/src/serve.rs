//! Accepts connections, and asks for each call who may.
//!
//! - The number of connections and of calls on each is bounded, and a handshake has a deadline.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http2;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use machined_base::{Clock, Restart, Shutdown, Tasks};
use machined_pki::Facts;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio_rustls::TlsAcceptor;
use tonic::Code;
use tracing::{debug, info, warn};

use crate::decide::{Caller, Verdict, decide};
use crate::front::{self, Shown};
use crate::proxy::{Body, Upstream, refuse};

const CONNECTIONS_MAX: usize = 256;
const CALLS_MAX: u32 = 100;
const HANDSHAKE: Duration = Duration::from_secs(10);
const DRAIN: Duration = Duration::from_secs(5);
const ALIVE_EVERY: Duration = Duration::from_secs(30);

#[derive(Debug)]
pub struct Config {
    /// Bound by the caller, so that tests may take any port.
    pub listener: TcpListener,
    /// machined's socket.
    pub socket: PathBuf,
}

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("{0}")]
    Task(String),
}

struct Server {
    upstream: Upstream,
    shown: watch::Receiver<Option<Shown>>,
    clock: Clock,
}

/// Serves until a shutdown is asked for.
pub async fn run(config: Config, clock: Clock, shutdown: Shutdown) -> Result<(), RunError> {
    let tasks = Tasks::new(clock.clone(), shutdown.clone());
    let (sender, shown) = watch::channel(None);
    let socket = config.socket.clone();
    let stop = shutdown.clone();
    tasks.spawn("front", Restart::Backoff, move || {
        let (follow, stop) = (front::follow(socket.clone(), sender.clone()), stop.clone());
        // The stream holds nothing that could be lost.
        async move {
            tokio::select! {
                followed = follow => followed,
                () = stop.requested() => Ok(()),
            }
        }
    });
    let server = Arc::new(Server { upstream: Upstream::new(config.socket, tasks.clone()), shown, clock });
    accept(config.listener, server, &tasks).await;
    tasks.drain(DRAIN).await;
    tasks.fatal().map_or(Ok(()), |why| Err(RunError::Task(why)))
}

async fn accept(listener: TcpListener, server: Arc<Server>, tasks: &Tasks) {
    let room = Arc::new(Semaphore::new(CONNECTIONS_MAX));
    loop {
        // Neither arm loses anything: an accepted connection is returned by accept itself.
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = tasks.shutdown().requested() => return,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(err) => {
                // Out of descriptors, mostly: others must end before more can come.
                warn!(%err, "connection not accepted");
                tasks.clock().sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let Ok(permit) = room.clone().try_acquire_owned() else {
            // Who comes when all places are taken is sent away at once, and may come again.
            debug!(%peer, "too many connections");
            continue;
        };
        let server = server.clone();
        let shutdown = tasks.shutdown().clone();
        tasks.scoped("connection", async move {
            connection(stream, peer, server, shutdown).await;
            drop(permit);
        });
    }
}

async fn connection(stream: TcpStream, peer: SocketAddr, server: Arc<Server>, shutdown: Shutdown) {
    // Who comes before machined has spoken waits for it, as part of the handshake.
    let mut shown = server.shown.clone();
    let handshake = server.clock.timeout(HANDSHAKE, async {
        let known = shown.wait_for(Option::is_some).await.map_err(std::io::Error::other)?.clone();
        let tls = known.ok_or_else(|| std::io::Error::other("nothing to show"))?.tls;
        TlsAcceptor::from(tls).accept(stream).await
    });
    let stream = match handshake.await {
        Ok(Ok(stream)) => stream,
        Ok(Err(err)) => return debug!(%peer, %err, "handshake refused"),
        Err(_) => return debug!(%peer, "handshake too slow"),
    };
    let certificate = stream.get_ref().1.peer_certificates().and_then(|chain| chain.first());
    let certificate = match certificate.map(|der| Facts::of_der(der)).transpose() {
        Ok(certificate) => certificate,
        Err(err) => return debug!(%peer, %err, "certificate not understood"),
    };
    let caller = Arc::new(Caller { certificate });
    let calls = server.clone();
    let service = service_fn(move |request| {
        let (server, caller) = (calls.clone(), caller.clone());
        async move { Ok::<_, std::convert::Infallible>(server.answer(request, &caller, peer).await) }
    });
    let mut builder = http2::Builder::new(TokioExecutor::new());
    builder.timer(TokioTimer::new()).max_concurrent_streams(CALLS_MAX).keep_alive_interval(ALIVE_EVERY);
    let mut connection = std::pin::pin!(builder.serve_connection(TokioIo::new(stream), service));
    // The shutdown arm keeps the connection and lets its calls end.
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = shutdown.requested() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(err) = ended {
        debug!(%peer, %err, "connection broke");
    }
}

impl Server {
    async fn answer(&self, request: Request<Incoming>, caller: &Caller, peer: SocketAddr) -> Response<Body> {
        let path = request.uri().path().to_owned();
        let verdict = {
            let shown = self.shown.borrow();
            let situation = shown.as_ref().map(|shown| shown.situation.clone()).unwrap_or_default();
            decide(&path, caller, situation.maintenance, &situation.denied_serials, self.clock.now())
        };
        let name = caller.certificate.as_ref().map_or("-", |facts| facts.common_name.as_str());
        match verdict {
            Verdict::Pass { caller, audited } => {
                if audited {
                    info!(target: "audit", who = name, %peer, call = path, "passed");
                }
                match self.upstream.call(request, caller.as_ref(), &peer.to_string()).await {
                    Ok(response) => response,
                    Err(err) => {
                        warn!(err = &err as &dyn std::error::Error, "machined not reached");
                        refuse(Code::Unavailable, "the machine is starting or restarting its services")
                    }
                }
            }
            Verdict::WhoAreYou => {
                info!(target: "audit", who = name, %peer, call = path, "refused: not authenticated");
                refuse(Code::Unauthenticated, "a valid client certificate is required")
            }
            Verdict::MayNot => {
                info!(target: "audit", who = name, %peer, call = path, "refused: lacks the role");
                refuse(Code::PermissionDenied, "your roles do not allow this")
            }
            Verdict::NoSuchCall => refuse(Code::Unimplemented, "no such call"),
        }
    }
}
