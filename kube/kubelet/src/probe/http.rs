//! One GET to a container, over HTTP or HTTPS; certificates are not checked, as upstream: a probe asks whether, not who.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, header};
use http_body_util::{BodyExt, Empty, Limited};
use hyper_util::rt::TokioIo;
use kube_api::types::core::HTTPGetAction;
use machined_base::Tasks;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, SignatureScheme};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::Target;

const BODY_MAX: usize = 10 << 10;

/// What a container answered.
pub(crate) struct Answer {
    pub(crate) code: u16,
    pub(crate) url: String,
}

pub(crate) async fn get(target: &Target<'_>, action: &HTTPGetAction, agent: &str) -> Result<Answer, String> {
    let port = target.port(&action.port)?;
    let host = target.host(&action.host);
    let tls = action.scheme.eq_ignore_ascii_case("https");
    let path = if action.path.starts_with('/') { action.path.clone() } else { format!("/{}", action.path) };
    let authority = if host.contains(':') { format!("[{host}]:{port}") } else { format!("{host}:{port}") };
    let url = format!("{}://{authority}{path}", if tls { "https" } else { "http" });
    let fault = |err: &dyn std::fmt::Display| format!("Get {url:?}: {err}");
    let dial = |err: std::io::Error| format!("Get {url:?}: dial tcp {authority}: connect: {}", go_io(&err));
    let mut request = Request::get(path.as_str()).body(Empty::<Bytes>::new()).map_err(|err| fault(&err))?;
    let headers = request.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&authority) {
        headers.insert(header::HOST, value);
    }
    if let Ok(value) = HeaderValue::from_str(agent) {
        headers.insert(header::USER_AGENT, value);
    }
    headers.insert(header::ACCEPT, HeaderValue::from_static("*/*"));
    headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    for given in &action.http_headers {
        if let (Ok(name), Ok(value)) =
            (HeaderName::try_from(given.name.as_str()), HeaderValue::try_from(given.value.as_str()))
        {
            headers.insert(name, value);
        }
    }
    let socket = TcpStream::connect((host.as_str(), port)).await.map_err(dial)?;
    let tasks = &target.kit.tasks;
    let code = if tls {
        let name = ServerName::try_from(host.clone()).map_err(|err| fault(&err))?;
        let socket = TlsConnector::from(unchecked()).connect(name, socket).await.map_err(|err| fault(&err))?;
        send(socket, request, tasks).await
    } else {
        send(socket, request, tasks).await
    };
    code.map(|code| Answer { code, url: url.clone() }).map_err(|err| fault(&err))
}

async fn send<T>(socket: T, request: Request<Empty<Bytes>>, tasks: &Tasks) -> Result<u16, hyper::Error>
where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(socket)).await?;
    // Ends with the exchange, or with the probe that is dropped at its deadline.
    let _connection = tasks.scoped("probe-http", connection).abort_on_drop();
    let response = sender.send_request(request).await?;
    let code = response.status().as_u16();
    // A body cut off is fine: the code is what counts.
    let _ = Limited::new(response.into_body(), BODY_MAX).collect().await;
    Ok(code)
}

/// The words of Go's errors, which users grep for.
pub(crate) fn go_io(err: &std::io::Error) -> String {
    match err.kind() {
        std::io::ErrorKind::ConnectionRefused => "connection refused".into(),
        std::io::ErrorKind::HostUnreachable => "no route to host".into(),
        std::io::ErrorKind::NetworkUnreachable => "network is unreachable".into(),
        _ => err.to_string(),
    }
}

fn unchecked() -> Arc<ClientConfig> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let schemes = provider.signature_verification_algorithms.supported_schemes();
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider knows the default versions")
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Anybody { schemes }))
        .with_no_client_auth();
    Arc::new(config)
}

#[derive(Debug)]
struct Anybody {
    schemes: Vec<SignatureScheme>,
}

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.schemes.clone()
    }
}
