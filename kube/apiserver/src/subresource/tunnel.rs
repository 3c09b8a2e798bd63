//! Hands a request on to another HTTP server and its answer back, upgrades included: after a 101 the two connections
//! are joined byte by byte, whatever protocol runs inside (WebSocket, SPDY).

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode, header};
use http_body_util::Either;
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;

use super::frames::Frames;
use super::kubelet::Target;
use crate::http::body::Body;
use crate::http::call::Call;
use crate::status::{ApiError, Result};

const CONNECT: Duration = Duration::from_secs(10);
const PIECE: usize = 16 << 10;

type Upgrade = TokioIo<hyper::upgrade::Upgraded>;

/// Headers that belong to one connection, and those that say who the client is here.
const DROPPED: [HeaderName; 9] = [
    header::AUTHORIZATION,
    header::HOST,
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::CONNECTION,
    header::UPGRADE,
];

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// Sends the call to `path_and_query` of a target.
pub(super) async fn forward(call: &mut Call, target: &Target, path_and_query: &str) -> Result<Response<Body>> {
    let failed = |err: &dyn std::fmt::Display| {
        ApiError::service_unavailable(format!(
            "error trying to reach service: dial tcp {}:{}: {err}",
            target.host, target.port
        ))
    };
    let server = call.server.clone();
    let mut original = call.request.take().ok_or_else(|| ApiError::internal("a request was handed on twice"))?;
    let upgrade = is_upgrade(original.headers());
    let stream = server
        .clock
        .timeout(CONNECT, dial(call, target))
        .await
        .map_err(|_| failed(&"i/o timeout"))?
        .map_err(|err| failed(&err))?;
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(|err| failed(&err))?;
    server.tasks.scoped("proxy-connection", async move { connection.with_upgrades().await });
    let client_side = upgrade.then(|| hyper::upgrade::on(&mut original));
    let request = onward(original, target, path_and_query, upgrade)?;
    let mut answer = sender.send_request(request).await.map_err(|err| failed(&err))?;
    if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
        let Some(client_side) = client_side else {
            return Err(ApiError::internal("the other server switched protocols unasked"));
        };
        let other_side = hyper::upgrade::on(&mut answer);
        let websocket = is_websocket(answer.headers());
        let shutdown = server.shutdown.clone();
        server.tasks.scoped("proxy-upgrade", async move {
            let joined = async {
                let (client, other) = tokio::try_join!(client_side, other_side).map_err(|err| err.to_string())?;
                join(TokioIo::new(client), TokioIo::new(other), websocket).await.map_err(|err| err.to_string())
            };
            tokio::select! {
                // Both streams end with the connection.
                outcome = joined => outcome.map(drop),
                () = shutdown.requested() => Ok(()),
            }
        });
        let mut response = Response::new(Body::Empty);
        *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        *response.headers_mut() = answer.headers().clone();
        return Ok(response);
    }
    let (mut parts, body) = answer.into_parts();
    for name in [header::TRANSFER_ENCODING, header::CONNECTION] {
        parts.headers.remove(name);
    }
    Ok(Response::from_parts(parts, Body::Foreign(body)))
}

/// Copies both ways until both have ended. What goes to a WebSocket's client goes out frame by frame: clients that wait on the
/// socket below TLS (Python's) hear of the second frame only when it comes in a record of its own, as upstream's do.
async fn join(client: Upgrade, other: Upgrade, websocket: bool) -> std::io::Result<()> {
    let (mut client, mut other) = (client, other);
    if !websocket {
        return tokio::io::copy_bidirectional(&mut client, &mut other).await.map(drop);
    }
    let (mut from_client, mut to_client) = tokio::io::split(client);
    let (mut from_other, mut to_other) = tokio::io::split(other);
    let up = async {
        tokio::io::copy(&mut from_client, &mut to_other).await?;
        to_other.shutdown().await
    };
    let down = async {
        let mut frames = Frames::default();
        let mut buffer = vec![0; PIECE];
        loop {
            let got = from_other.read(&mut buffer).await?;
            if got == 0 {
                return to_client.shutdown().await;
            }
            let mut rest = buffer.get(..got).unwrap_or_default();
            while !rest.is_empty() {
                let (piece, more) = rest.split_at(frames.piece(rest));
                to_client.write_all(piece).await?;
                to_client.flush().await?;
                rest = more;
            }
        }
    };
    tokio::try_join!(up, down).map(drop)
}

async fn dial(call: &Call, target: &Target) -> std::io::Result<Box<dyn Stream>> {
    let stream = TcpStream::connect((target.host.as_str(), target.port)).await?;
    stream.set_nodelay(true)?;
    if !target.tls {
        return Ok(Box::new(stream));
    }
    let name = ServerName::try_from(target.server_name.clone()).map_err(std::io::Error::other)?;
    let stream = call.server.kubelets.connector(target).connect(name, stream).await?;
    Ok(Box::new(stream))
}

fn is_websocket(headers: &HeaderMap) -> bool {
    headers.get(header::UPGRADE).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"websocket"))
}

pub(super) fn is_upgrade(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONNECTION)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|one| one.trim().eq_ignore_ascii_case("upgrade")))
}

fn onward(
    original: Request<Incoming>,
    target: &Target,
    path_and_query: &str,
    upgrade: bool,
) -> Result<Request<Either<Incoming, http_body_util::Empty<bytes::Bytes>>>> {
    let (parts, body) = original.into_parts();
    let body = if upgrade { Either::Right(http_body_util::Empty::new()) } else { Either::Left(body) };
    let mut request = Request::new(body);
    *request.method_mut() = parts.method;
    *request.uri_mut() = path_and_query.parse().map_err(|_| ApiError::bad_request("the path cannot be handed on"))?;
    let headers = request.headers_mut();
    for (name, value) in &parts.headers {
        let own = DROPPED.contains(name)
            || name.as_str().starts_with("impersonate-")
            || name == header::CONTENT_LENGTH && upgrade;
        if !own {
            headers.append(name, value.clone());
        }
    }
    if upgrade {
        headers.insert(header::CONNECTION, HeaderValue::from_static("Upgrade"));
        if let Some(protocol) = parts.headers.get(header::UPGRADE) {
            headers.insert(header::UPGRADE, protocol.clone());
        }
    }
    let host = if target.host.contains(':') {
        format!("[{}]:{}", target.host, target.port)
    } else {
        format!("{}:{}", target.host, target.port)
    };
    headers.insert(header::HOST, HeaderValue::from_str(&host).map_err(ApiError::internal)?);
    Ok(request)
}
