//! Hands calls on to machined's socket, and turns verdicts into answers.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, Uri};
use http_body_util::{Either, Empty};
use hyper::body::Incoming;
use hyper::client::conn::http2::{self, SendRequest};
use hyper_util::rt::{TokioExecutor, TokioIo};
use machined_base::{Clock, Tasks};
use machined_pki::Identity;
use tokio::net::UnixStream;
use tokio::sync::Mutex;
use tonic::Code;

use crate::{NAME_HEADER, PEER_HEADER, ROLES_HEADER};

const CONNECT: Duration = Duration::from_secs(5);

pub(crate) type Body = Either<Incoming, Empty<Bytes>>;

/// One connection to machined, made when it is needed and again when it broke.
#[derive(Debug)]
pub(crate) struct Upstream {
    socket: PathBuf,
    tasks: Tasks,
    sender: Mutex<Option<SendRequest<Incoming>>>,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum UpstreamError {
    #[error("connect to machined")]
    Connect(#[source] io::Error),
    #[error("speak to machined")]
    Speak(#[source] hyper::Error),
    #[error("machined did not answer in time")]
    Silent,
}

impl Upstream {
    pub(crate) fn new(socket: PathBuf, tasks: Tasks) -> Self {
        Self { socket, tasks, sender: Mutex::new(None) }
    }

    /// Sends the call on as this caller.
    pub(crate) async fn call(
        &self,
        mut request: Request<Incoming>,
        caller: Option<&Identity>,
        peer: &str,
    ) -> Result<Response<Body>, UpstreamError> {
        label(request.headers_mut(), caller, peer);
        let path = request.uri().path().to_owned();
        *request.uri_mut() = Uri::builder()
            .scheme("http")
            .authority("machined")
            .path_and_query(path)
            .build()
            .expect("a path that was found in the table");
        let mut sender = self.sender().await?;
        let response = sender.send_request(request).await.map_err(UpstreamError::Speak)?;
        Ok(response.map(Either::Left))
    }

    async fn sender(&self) -> Result<SendRequest<Incoming>, UpstreamError> {
        let mut held = self.sender.lock().await;
        if let Some(sender) = held.as_ref().filter(|sender| !sender.is_closed()) {
            return Ok(sender.clone());
        }
        let clock = self.tasks.clock().clone();
        let sender = self.connect(&clock).await?;
        *held = Some(sender.clone());
        Ok(sender)
    }

    async fn connect(&self, clock: &Clock) -> Result<SendRequest<Incoming>, UpstreamError> {
        let connect = async {
            let stream = UnixStream::connect(&self.socket).await.map_err(UpstreamError::Connect)?;
            let handshake = http2::handshake(TokioExecutor::new(), TokioIo::new(stream));
            handshake.await.map_err(UpstreamError::Speak)
        };
        let (sender, connection) = clock.timeout(CONNECT, connect).await.map_err(|_| UpstreamError::Silent)??;
        // It ends by itself with the last sender, and that with the last connection from outside.
        self.tasks.scoped("machined connection", connection);
        Ok(sender)
    }
}

/// An answer without a body, as gRPC wants it.
pub(crate) fn refuse(code: Code, message: &'static str) -> Response<Body> {
    let mut response = Response::new(Either::Right(Empty::new()));
    let headers = response.headers_mut();
    headers.insert(http::header::CONTENT_TYPE, HeaderValue::from_static("application/grpc"));
    headers.insert("grpc-status", HeaderValue::from(i32::from(code)));
    headers.insert("grpc-message", HeaderValue::from_static(message));
    response
}

/// Headers of ours from outside are dropped, and the true ones set.
fn label(headers: &mut HeaderMap, caller: Option<&Identity>, peer: &str) {
    for header in [NAME_HEADER, ROLES_HEADER, PEER_HEADER] {
        headers.remove(header);
    }
    if let Some(caller) = caller {
        let roles: Vec<&str> = caller.roles.iter().map(|role| role.name()).collect();
        set(headers, NAME_HEADER, &caller.name);
        set(headers, ROLES_HEADER, &roles.join(","));
    }
    set(headers, PEER_HEADER, peer);
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &str) {
    // A name with letters that a header cannot hold is told without them.
    let plain: String = value.chars().filter(|letter| letter.is_ascii_graphic() || *letter == ' ').collect();
    if let Ok(value) = HeaderValue::from_str(&plain) {
        headers.insert(HeaderName::from_static(name), value);
    }
}
