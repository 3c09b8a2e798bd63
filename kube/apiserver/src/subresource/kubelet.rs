//! How this server reaches kubelets and pods: addresses, TLS, one connection for each request.

use std::sync::Arc;

use kube_api::value::Value;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, SignatureScheme};
use tokio_rustls::TlsConnector;

use crate::config::Config;
use crate::http::tls::{TlsError, provider, read_certificates, read_key};
use crate::registry::Ctx;
use crate::status::{ApiError, Named, Result};

pub(crate) struct KubeletClient {
    /// To kubelets: with this server's own certificate.
    kubelet: TlsConnector,
    /// To anything else behind `proxy`: nobody to believe, nothing to show.
    plain: TlsConnector,
    /// Whether kubelets' certificates are checked.
    checked: bool,
}

/// Where a request goes on to.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub host: String,
    pub port: u16,
    pub tls: bool,
    pub kubelet: bool,
    /// The name that its certificate must have.
    pub server_name: String,
}

/// Believes any certificate: of servers that have nobody to be issued by.
#[derive(Debug)]
struct Anybody(Arc<rustls::crypto::CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        rustls::crypto::verify_tls12_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        rustls::crypto::verify_tls13_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

/// A client's TLS: believing these authorities or anybody, showing this certificate or none.
pub(crate) fn client_config(
    authorities: Option<&std::path::PathBuf>,
    own: Option<(&std::path::PathBuf, &std::path::PathBuf)>,
) -> std::result::Result<ClientConfig, TlsError> {
    let provider = provider();
    let setup = |err| TlsError::Setup { err };
    let builder =
        ClientConfig::builder_with_provider(provider.clone()).with_safe_default_protocol_versions().map_err(setup)?;
    let builder = match authorities {
        Some(path) => {
            let mut roots = rustls::RootCertStore::empty();
            for certificate in read_certificates(path)? {
                roots.add(certificate).map_err(setup)?;
            }
            builder.with_root_certificates(roots)
        }
        None => builder.dangerous().with_custom_certificate_verifier(Arc::new(Anybody(provider))),
    };
    match own {
        Some((certificate, key)) => {
            builder.with_client_auth_cert(read_certificates(certificate)?, read_key(key)?).map_err(setup)
        }
        None => Ok(builder.with_no_client_auth()),
    }
}

/// A client's TLS that believes the authorities of a PEM text, or the public ones of nobody when it is empty.
pub(crate) fn client_config_pem(pem: &[u8]) -> std::result::Result<ClientConfig, rustls::Error> {
    use rustls::pki_types::pem::PemObject;
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem).flatten() {
        roots.add(certificate)?;
    }
    let builder = ClientConfig::builder_with_provider(provider()).with_safe_default_protocol_versions()?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

impl KubeletClient {
    pub(crate) fn new(config: &Config) -> std::result::Result<Self, TlsError> {
        let kubelet = &config.kubelet;
        let own = kubelet.certificate.as_ref().zip(kubelet.key.as_ref());
        Ok(Self {
            kubelet: TlsConnector::from(Arc::new(client_config(kubelet.ca.as_ref(), own)?)),
            plain: TlsConnector::from(Arc::new(client_config(None, None)?)),
            checked: kubelet.ca.is_some(),
        })
    }

    pub(crate) fn connector(&self, target: &Target) -> &TlsConnector {
        if target.kubelet { &self.kubelet } else { &self.plain }
    }

    /// The kubelet of a node.
    pub(crate) async fn of_node(&self, ctx: &Ctx, name: &str) -> Result<Target> {
        let node = crate::admission::look_fresh(ctx, "", "nodes", "", name).await?;
        let node = node.ok_or_else(|| ApiError::not_found(Named { group: "", resource: "nodes" }, name))?;
        let port = node.int(&["status", "daemonEndpoints", "kubeletEndpoint", "Port"]).unwrap_or(10250);
        let address = address(&node).ok_or_else(|| {
            ApiError::internal(format!(
                "no preferred addresses found; known addresses: {:?}",
                node.items(&["status", "addresses"])
            ))
        })?;
        let server_name = if self.checked { address.clone() } else { name.to_owned() };
        Ok(Target { host: address, port: u16::try_from(port).unwrap_or(10250), tls: true, kubelet: true, server_name })
    }
}

/// As upstream's default order, with addresses before names that only some resolver knows.
fn address(node: &Value) -> Option<String> {
    const ORDER: [&str; 5] = ["InternalIP", "Hostname", "InternalDNS", "ExternalDNS", "ExternalIP"];
    let known = node.items(&["status", "addresses"]);
    let found = ORDER.iter().find_map(|kind| known.iter().find(|own| own.text(&["type"]) == Some(kind)))?;
    found.text(&["address"]).map(str::to_owned)
}
