//! The server's side of mutual TLS. Files are read again when they have changed, at the next connection.

use crate::config::TlsFiles;
use crate::error::EtcdError;
use crate::pem::{self, Stamp};
use parking_lot::Mutex;
use rustls::ServerConfig;
use rustls::server::WebPkiClientVerifier;
use std::io;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

pub(super) struct Acceptor {
    files: TlsFiles,
    current: Mutex<(Stamp, Arc<ServerConfig>)>,
}

impl Acceptor {
    pub(super) fn new(files: TlsFiles) -> Result<Self, EtcdError> {
        let current = Mutex::new((Stamp::of(&files), Arc::new(load(&files)?)));
        Ok(Self { files, current })
    }

    pub(super) async fn accept(&self, stream: TcpStream) -> io::Result<TlsStream<TcpStream>> {
        TlsAcceptor::from(self.config()).accept(stream).await
    }

    fn config(&self) -> Arc<ServerConfig> {
        let stamp = Stamp::of(&self.files);
        let mut current = self.current.lock();
        if current.0 != stamp {
            match load(&self.files) {
                Ok(config) => *current = (stamp, Arc::new(config)),
                // Half-written, mostly: the next connection looks again.
                Err(err) => tracing::warn!(%err, "the renewed TLS files cannot be used; the old ones still are"),
            }
        }
        Arc::clone(&current.1)
    }
}

fn load(files: &TlsFiles) -> Result<ServerConfig, EtcdError> {
    let provider = pem::provider();
    let unusable = |what: String| EtcdError::Tls { path: files.certificate.clone(), what };
    let roots = Arc::new(pem::roots(&files.ca)?);
    let verifier = WebPkiClientVerifier::builder_with_provider(roots, Arc::clone(&provider)).build();
    let verifier = verifier.map_err(|err| unusable(err.to_string()))?;
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|err| unusable(err.to_string()))?.with_client_cert_verifier(verifier);
    let config = config.with_single_cert(pem::certificates(&files.certificate)?, pem::key(&files.key)?);
    let mut config = config.map_err(|err| unusable(err.to_string()))?;
    config.alpn_protocols = vec![b"h2".to_vec()];
    Ok(config)
}
