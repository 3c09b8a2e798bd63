//! TLS of the listener: a certificate that is read again when its file changes, and client certificates that are
//! asked for but not required.
//!
//! A client certificate of a foreign or expired chain does not end the handshake: the request is answered 401, as
//! upstream does. So the handshake checks only that the client holds the key; whether the chain is good is decided in
//! `authn::certificate`, for each connection, against the authorities of that moment.

use std::path::PathBuf;
use std::sync::Arc;

use arc_swap::ArcSwap;
use rustls::client::danger::HandshakeSignatureValid;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, UnixTime, pem::PemObject};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls::{DigitallySignedStruct, DistinguishedName, ServerConfig, SignatureScheme};

#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    #[error("read {path}")]
    Read {
        path: PathBuf,
        #[source]
        err: std::io::Error,
    },
    #[error("{path} holds no usable {what}")]
    Content { path: PathBuf, what: &'static str },
    #[error("the certificate and key of {path} do not fit")]
    Key {
        path: PathBuf,
        #[source]
        err: rustls::Error,
    },
    #[error("set up TLS")]
    Setup {
        #[source]
        err: rustls::Error,
    },
}

/// The serving certificate, kept fresh by `reload`.
#[derive(Debug)]
pub(crate) struct Serving {
    certificate: PathBuf,
    key: PathBuf,
    current: ArcSwap<CertifiedKey>,
}

/// The authorities for client certificates, kept fresh by `reload`; the PEM text is also published to the cluster.
#[derive(Debug)]
pub(crate) struct Authorities {
    path: PathBuf,
    current: ArcSwap<Loaded>,
}

#[derive(Debug)]
pub(crate) struct Loaded {
    pub pem: String,
    pub verifier: Option<Arc<dyn ClientCertVerifier>>,
}

/// Accepts any certificate whose key the client holds.
#[derive(Debug)]
struct AskOnly {
    provider: Arc<CryptoProvider>,
}

pub(crate) fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::aws_lc_rs::default_provider())
}

impl Serving {
    pub(crate) fn load(certificate: PathBuf, key: PathBuf) -> Result<Self, TlsError> {
        let current = ArcSwap::from_pointee(certified(&certificate, &key)?);
        Ok(Self { certificate, key, current })
    }

    /// Reads the files again; the old certificate stays when they are not good.
    pub(crate) fn reload(&self) -> Result<(), TlsError> {
        self.current.store(Arc::new(certified(&self.certificate, &self.key)?));
        Ok(())
    }

    pub(crate) fn config(self: &Arc<Self>) -> Result<ServerConfig, TlsError> {
        let provider = provider();
        let mut config = ServerConfig::builder_with_provider(provider.clone())
            .with_safe_default_protocol_versions()
            .map_err(|err| TlsError::Setup { err })?
            .with_client_cert_verifier(Arc::new(AskOnly { provider }))
            .with_cert_resolver(self.clone());
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(config)
    }
}

impl ResolvesServerCert for Serving {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current.load_full())
    }
}

impl Authorities {
    pub(crate) fn load(path: PathBuf) -> Result<Self, TlsError> {
        let current = ArcSwap::from_pointee(load_authorities(&path)?);
        Ok(Self { path, current })
    }

    pub(crate) fn reload(&self) -> Result<(), TlsError> {
        self.current.store(Arc::new(load_authorities(&self.path)?));
        Ok(())
    }

    pub(crate) fn current(&self) -> Arc<Loaded> {
        self.current.load_full()
    }
}

impl ClientCertVerifier for AskOnly {
    fn offer_client_auth(&self) -> bool {
        true
    }

    fn client_auth_mandatory(&self) -> bool {
        false
    }

    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, rustls::Error> {
        // Checked for each request's identity in `authn::certificate`.
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, cert, dss, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, cert, dss, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

pub(crate) fn read_certificates(path: &PathBuf) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let text = std::fs::read(path).map_err(|err| TlsError::Read { path: path.clone(), err })?;
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text).collect();
    match found {
        Ok(list) if !list.is_empty() => Ok(list),
        _ => Err(TlsError::Content { path: path.clone(), what: "certificate" }),
    }
}

pub(crate) fn read_key(path: &PathBuf) -> Result<PrivateKeyDer<'static>, TlsError> {
    let text = std::fs::read(path).map_err(|err| TlsError::Read { path: path.clone(), err })?;
    PrivateKeyDer::from_pem_slice(&text).map_err(|_| TlsError::Content { path: path.clone(), what: "private key" })
}

fn certified(certificate: &PathBuf, key: &PathBuf) -> Result<CertifiedKey, TlsError> {
    let chain = read_certificates(certificate)?;
    CertifiedKey::from_der(chain, read_key(key)?, &provider())
        .map_err(|err| TlsError::Key { path: certificate.clone(), err })
}

fn load_authorities(path: &PathBuf) -> Result<Loaded, TlsError> {
    let mut roots = rustls::RootCertStore::empty();
    for certificate in read_certificates(path)? {
        roots.add(certificate).map_err(|err| TlsError::Setup { err })?;
    }
    let pem = std::fs::read_to_string(path).map_err(|err| TlsError::Read { path: path.clone(), err })?;
    let verifier = rustls::server::WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider())
        .build()
        .map_err(|_| TlsError::Content { path: path.clone(), what: "authority" })?;
    Ok(Loaded { pem, verifier: Some(verifier) })
}
