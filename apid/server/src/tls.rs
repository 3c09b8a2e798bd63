//! TLS as this port speaks it: version 1.3 only, HTTP/2 only, clients verified when they show a certificate.

use std::sync::Arc;

use apid_proto::front::State;
use rustls::crypto::aws_lc_rs;
use rustls::server::{NoClientAuth, WebPkiClientVerifier};
use rustls::{RootCertStore, ServerConfig};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};

#[derive(Debug, thiserror::Error)]
pub(crate) enum TlsError {
    #[error("read the server's certificate or key")]
    Pem(#[source] rustls_pki_types::pem::Error),
    #[error("trust the clients' authority")]
    Authority(#[source] rustls::Error),
    #[error("verify clients")]
    Verifier(#[source] rustls::server::VerifierBuilderError),
    #[error("use the server's certificate")]
    Server(#[source] rustls::Error),
}

/// The configuration for connections that arrive from now on.
pub(crate) fn config(state: &State) -> Result<Arc<ServerConfig>, TlsError> {
    let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_slice_iter(state.certificate.as_bytes())
        .collect::<Result<_, _>>()
        .map_err(TlsError::Pem)?;
    let key = PrivateKeyDer::from_pem_slice(state.key.as_bytes()).map_err(TlsError::Pem)?;
    let provider = Arc::new(aws_lc_rs::default_provider());
    let verifier = if state.client_authority.is_empty() {
        Arc::new(NoClientAuth) as Arc<dyn rustls::server::danger::ClientCertVerifier>
    } else {
        let mut roots = RootCertStore::empty();
        for root in CertificateDer::pem_slice_iter(state.client_authority.as_bytes()) {
            roots.add(root.map_err(TlsError::Pem)?).map_err(TlsError::Authority)?;
        }
        // A joining node has no certificate yet; who shows none is nobody, and who shows a wrong one is cut off.
        WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider.clone())
            .allow_unauthenticated()
            .build()
            .map_err(TlsError::Verifier)?
    };
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_protocol_versions(&[&rustls::version::TLS13])
        .map_err(TlsError::Server)?
        .with_client_cert_verifier(verifier)
        .with_single_cert(chain, key)
        .map_err(TlsError::Server)?;
    config.alpn_protocols = vec![b"h2".to_vec()];
    // A resumed session would keep a certificate that has been denied meanwhile.
    config.session_storage = Arc::new(rustls::server::NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(Arc::new(config))
}
