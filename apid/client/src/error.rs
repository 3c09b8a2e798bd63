//! Why a machine could not be reached.

#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    #[error("read {path}")]
    Read {
        path: String,
        #[source]
        err: std::io::Error,
    },
    #[error("{path} is not a machineconfig: {reason}")]
    Format { path: String, reason: String },
    #[error("the credentials cannot be used")]
    Pem(#[source] rustls_pki_types::pem::Error),
    #[error("the credentials cannot be used")]
    Tls(#[source] rustls::Error),
    #[error("{0:?} is not a host name or an address")]
    Host(String),
    #[error("reach {address}")]
    Connect {
        address: String,
        #[source]
        err: tonic::transport::Error,
    },
}
