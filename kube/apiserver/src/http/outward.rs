//! Small calls of this server to others that speak JSON: admission webhooks.
//!
//! A connection for each call; what is called is rare and far away. Bytes that are only handed on are `tunnel`'s.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::server::Server;

/// Bytes of an answer at most.
const ANSWER_MAX: usize = 4 * 1024 * 1024;

/// Whom to call, and how he proves himself.
pub(crate) struct Outward {
    pub host: String,
    pub port: u16,
    pub server_name: String,
    pub path: String,
    /// Authorities, PEM; empty means those of the service-account issuer's cluster: none.
    pub authorities: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum OutwardError {
    #[error("the certificate authorities are not good")]
    Authorities,
    #[error("{0}")]
    Io(#[from] std::io::Error),
    #[error("{0}")]
    Http(#[from] hyper::Error),
    #[error("the answer is too large")]
    TooLarge,
    #[error("{0}")]
    Request(#[from] http::Error),
    #[error("context deadline exceeded")]
    Deadline,
}

/// Posts JSON; answers the code and the body.
pub(crate) async fn post(
    server: &Server,
    to: &Outward,
    body: Vec<u8>,
    within: Duration,
) -> Result<(u16, Bytes), OutwardError> {
    server.clock.timeout(within, send(server, to, body)).await.map_err(|_| OutwardError::Deadline)?
}

async fn send(server: &Server, to: &Outward, body: Vec<u8>) -> Result<(u16, Bytes), OutwardError> {
    let config =
        crate::subresource::kubelet::client_config_pem(&to.authorities).map_err(|_| OutwardError::Authorities)?;
    let stream = TcpStream::connect((to.host.as_str(), to.port)).await?;
    stream.set_nodelay(true)?;
    let name = ServerName::try_from(to.server_name.clone()).map_err(std::io::Error::other)?;
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    server.tasks.scoped("outward-connection", connection);
    let request = Request::post(&to.path)
        .header(header::HOST, format!("{}:{}", to.server_name, to.port))
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::ACCEPT, "application/json, */*")
        .header(header::USER_AGENT, "kube-apiserver-admission")
        .body(Full::new(Bytes::from(body)))?;
    let answer = sender.send_request(request).await?;
    let code = answer.status().as_u16();
    let body = Limited::new(answer.into_body(), ANSWER_MAX).collect().await.map_err(|_| OutwardError::TooLarge)?;
    Ok((code, body.to_bytes()))
}
