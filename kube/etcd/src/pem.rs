//! Certificates and keys from files, for both sides of TLS.

use crate::config::TlsFiles;
use crate::error::EtcdError;
use rustls::RootCertStore;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// When the files were last written, as far as the file system says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp([Option<SystemTime>; 3]);

impl Stamp {
    pub(crate) fn of(files: &TlsFiles) -> Self {
        let written = |path: &Path| std::fs::metadata(path).and_then(|found| found.modified()).ok();
        Self([&files.certificate, &files.key, &files.ca].map(|path| written(path)))
    }
}

pub(crate) fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::aws_lc_rs::default_provider())
}

pub(crate) fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, EtcdError> {
    let found = CertificateDer::pem_file_iter(path).and_then(|certificates| certificates.collect());
    let found: Vec<_> = found.map_err(unreadable(path))?;
    if found.is_empty() {
        return Err(EtcdError::Tls { path: path.to_owned(), what: "it holds no certificate".to_owned() });
    }
    Ok(found)
}

pub(crate) fn key(path: &Path) -> Result<PrivateKeyDer<'static>, EtcdError> {
    PrivateKeyDer::from_pem_file(path).map_err(unreadable(path))
}

pub(crate) fn roots(path: &Path) -> Result<RootCertStore, EtcdError> {
    let mut roots = RootCertStore::empty();
    for certificate in certificates(path)? {
        let added = roots.add(certificate);
        added.map_err(|err| EtcdError::Tls { path: path.to_owned(), what: err.to_string() })?;
    }
    Ok(roots)
}

fn unreadable(path: &Path) -> impl Fn(rustls::pki_types::pem::Error) -> EtcdError + use<'_> {
    move |err| EtcdError::Tls { path: path.to_owned(), what: err.to_string() }
}
