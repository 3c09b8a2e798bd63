//! The HTTP side of an upgrade: what a client asks for, what it is answered, and how we ask a runtime for the same.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{
    CONNECTION, HOST, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL, SEC_WEBSOCKET_VERSION, UPGRADE,
};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode, Uri};
use http_body_util::{BodyExt, Empty, Limited};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use machined_base::Tasks;
use sha1::{Digest, Sha1};
use tokio::net::TcpStream;

/// How SPDY clients say which version of the channel protocol they speak.
pub const STREAM_PROTOCOL: &str = "x-stream-protocol-version";
const SPDY: &str = "SPDY/3.1";
const WEBSOCKET_SALT: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const ERROR_BODY_MAX: usize = 16 << 10;

/// What a request wants its connection to become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    WebSocket { key: String, protocols: Vec<String> },
    Spdy { protocols: Vec<String> },
}

/// A connection to a runtime's streaming server, after its 101.
#[derive(Debug)]
pub struct Dialed {
    pub protocol: Option<String>,
    pub io: TokioIo<Upgraded>,
}

/// Why a runtime did not give a stream.
#[derive(Debug, thiserror::Error)]
pub enum DialError {
    #[error("streaming address {url:?} is not usable")]
    Address { url: String },
    #[error("connect to the runtime's streaming server")]
    Connect(#[source] std::io::Error),
    #[error("ask the runtime's streaming server")]
    Http(#[from] hyper::Error),
    #[error("the runtime refused: {status}: {body}")]
    Refused { status: StatusCode, body: String },
}

/// Reads a request's headers; `None` when it asks for no upgrade that we know.
pub fn wanted(headers: &HeaderMap) -> Option<Wanted> {
    if !list(headers, CONNECTION.as_str()).iter().any(|token| token.eq_ignore_ascii_case("upgrade")) {
        return None;
    }
    let upgrade = headers.get(UPGRADE)?.to_str().ok()?;
    if upgrade.eq_ignore_ascii_case("websocket") {
        let version = headers.get(SEC_WEBSOCKET_VERSION)?.as_bytes();
        let key = headers.get(SEC_WEBSOCKET_KEY)?.to_str().ok()?.to_owned();
        (version == b"13").then(|| Wanted::WebSocket { key, protocols: list(headers, SEC_WEBSOCKET_PROTOCOL.as_str()) })
    } else if upgrade.eq_ignore_ascii_case(SPDY) {
        Some(Wanted::Spdy { protocols: list(headers, STREAM_PROTOCOL) })
    } else {
        None
    }
}

/// The 101 for a WebSocket client.
pub fn accept_websocket(key: &str, protocol: &str) -> Response<()> {
    let accept = STANDARD.encode(Sha1::new().chain_update(key).chain_update(WEBSOCKET_SALT).finalize());
    let mut response = switching("websocket");
    insert(response.headers_mut(), SEC_WEBSOCKET_ACCEPT.as_str(), &accept);
    if !protocol.is_empty() {
        insert(response.headers_mut(), SEC_WEBSOCKET_PROTOCOL.as_str(), protocol);
    }
    response
}

/// The 101 for a SPDY client.
pub fn accept_spdy(protocol: Option<&str>) -> Response<()> {
    let mut response = switching(SPDY);
    if let Some(protocol) = protocol {
        insert(response.headers_mut(), STREAM_PROTOCOL, protocol);
    }
    response
}

/// Asks the streaming server at `url` for SPDY with one of `protocols`.
pub async fn dial(url: &str, protocols: &[String], tasks: &Tasks) -> Result<Dialed, DialError> {
    let unusable = || DialError::Address { url: url.to_owned() };
    let uri: Uri = url.parse().map_err(|_| unusable())?;
    let authority = uri.authority().cloned().ok_or_else(unusable)?;
    let port = authority.port_u16().unwrap_or(80);
    let host = authority.host().trim_matches(['[', ']']);
    // A runtime that listens on all addresses reports none.
    let host = if host.is_empty() || host == "::" || host == "0.0.0.0" { "127.0.0.1" } else { host };
    let socket = TcpStream::connect((host, port)).await.map_err(DialError::Connect)?;
    // Interactive: a keystroke does not wait for the next one.
    socket.set_nodelay(true).map_err(DialError::Connect)?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(socket)).await?;
    tasks.scoped("runtime-stream", connection.with_upgrades());
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let mut request = Request::new(Empty::<Bytes>::new());
    *request.method_mut() = Method::POST;
    *request.uri_mut() = path.parse().map_err(|_| unusable())?;
    let headers = request.headers_mut();
    insert(headers, HOST.as_str(), authority.as_str());
    insert(headers, CONNECTION.as_str(), "Upgrade");
    insert(headers, UPGRADE.as_str(), SPDY);
    for protocol in protocols {
        if let Ok(value) = HeaderValue::from_str(protocol) {
            headers.append(STREAM_PROTOCOL, value);
        }
    }
    let response = sender.send_request(request).await?;
    let status = response.status();
    if status != StatusCode::SWITCHING_PROTOCOLS {
        let body = Limited::new(response.into_body(), ERROR_BODY_MAX).collect().await;
        let body = body.map(|body| String::from_utf8_lossy(&body.to_bytes()).trim().to_owned()).unwrap_or_default();
        return Err(DialError::Refused { status, body });
    }
    let protocol = response.headers().get(STREAM_PROTOCOL).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let io = TokioIo::new(hyper::upgrade::on(response).await?);
    Ok(Dialed { protocol, io })
}

fn switching(to: &str) -> Response<()> {
    let mut response = Response::new(());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    insert(response.headers_mut(), CONNECTION.as_str(), "Upgrade");
    insert(response.headers_mut(), UPGRADE.as_str(), to);
    response
}

/// A value that is no header value comes from a client that broke the rules already; it is left out.
fn insert(headers: &mut HeaderMap, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// All values of a header, also those joined by commas.
fn list(headers: &HeaderMap, name: &str) -> Vec<String> {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values
        .flat_map(|value| value.split(','))
        .map(|item| item.trim().to_owned())
        .filter(|item| !item.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accept_key_is_rfc_6455s() {
        let response = accept_websocket("dGhlIHNhbXBsZSBub25jZQ==", "v5.channel.k8s.io");
        assert_eq!(response.headers()[SEC_WEBSOCKET_ACCEPT], "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }
}
