//! What can go wrong with keys and certificates.

#[derive(Debug, thiserror::Error)]
pub enum PkiError {
    #[error("make a key")]
    Generate(#[source] rcgen::Error),
    #[error("read the private key")]
    Key(#[source] rcgen::Error),
    #[error("read the certificate: {reason}")]
    Certificate { reason: String },
    #[error("read the certificate of the authority")]
    Authority(#[source] rcgen::Error),
    #[error("the private key does not belong to the certificate of the authority")]
    Mismatch,
    #[error("read the signing request")]
    Request(#[source] rcgen::Error),
    #[error("{name:?} cannot stand in a certificate")]
    Name {
        name: String,
        #[source]
        err: rcgen::Error,
    },
    #[error("sign the certificate for {name:?}")]
    Sign {
        name: String,
        #[source]
        err: rcgen::Error,
    },
    #[error("{name:?} has more organizations than the {most} that a certificate of ours holds")]
    Organizations { name: String, most: usize },
    #[error("{text:?} is no join ticket")]
    Ticket { text: String },
    #[error("the time {0} cannot stand in a certificate")]
    Time(jiff::Timestamp),
}
