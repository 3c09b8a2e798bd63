//! The server's certificate and the CA of its clients, read again when their files change.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use parking_lot::Mutex;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig};

use crate::config::Server;

/// Hands out the current configuration.
pub(crate) struct Certificates {
    server: Server,
    held: Mutex<Option<(Stamp, Arc<ServerConfig>)>>,
}

type Stamp = Vec<Option<(SystemTime, u64)>>;

impl Certificates {
    pub(crate) fn new(server: Server) -> Self {
        Self { server, held: Mutex::new(None) }
    }

    /// Reads the files only when they look different. What cannot be read now leaves the configuration that was.
    pub(crate) fn current(&self) -> io::Result<Arc<ServerConfig>> {
        let stamp = self.stamp();
        let held = self.held.lock().clone();
        if let Some((seen, config)) = &held
            && *seen == stamp
        {
            return Ok(config.clone());
        }
        match self.read() {
            Ok(config) => {
                let config = Arc::new(config);
                *self.held.lock() = Some((stamp, config.clone()));
                Ok(config)
            }
            Err(err) => match held {
                Some((_, config)) => {
                    tracing::debug!(%err, "new certificates cannot be read yet");
                    Ok(config)
                }
                None => Err(err),
            },
        }
    }

    fn stamp(&self) -> Stamp {
        let files = [&self.server.certificate, &self.server.key, &self.server.client_ca];
        files.map(|path| std::fs::metadata(path).ok().and_then(|meta| Some((meta.modified().ok()?, meta.len())))).into()
    }

    fn read(&self) -> io::Result<ServerConfig> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let mut roots = RootCertStore::empty();
        for certificate in certificates(&self.server.client_ca)? {
            roots.add(certificate).map_err(io::Error::other)?;
        }
        let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider.clone())
            // Whoever has no certificate may have a token.
            .allow_unauthenticated()
            .build()
            .map_err(io::Error::other)?;
        let key = PrivateKeyDer::from_pem_file(&self.server.key).map_err(io::Error::other)?;
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?
            .with_client_cert_verifier(verifier)
            .with_single_cert(certificates(&self.server.certificate)?, key)
            .map_err(io::Error::other)?;
        // Upgrades need HTTP/1.1: it is what clients of these paths speak.
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(config)
    }
}

fn certificates(path: &Path) -> io::Result<Vec<CertificateDer<'static>>> {
    CertificateDer::pem_file_iter(path).and_then(|all| all.collect::<Result<Vec<_>, _>>()).map_err(io::Error::other)
}
