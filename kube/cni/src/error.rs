//! What can go wrong, and the number that the specification has for it.

use std::io;

use machined_sys::namespace::NamespaceError;

#[derive(Debug, thiserror::Error)]
pub enum CniError {
    #[error("version {0} of the specification is not known")]
    Version(String),
    #[error("{name} is {value:?}")]
    Environment { name: &'static str, value: String },
    #[error("the network configuration is not JSON of the form expected")]
    Decode(#[source] serde_json::Error),
    #[error("the network configuration: {0}")]
    Config(String),
    #[error("read the network configuration")]
    Input(#[source] io::Error),
    #[error("{what}")]
    Pool {
        what: String,
        #[source]
        err: io::Error,
    },
    #[error("no address is free in {0}")]
    Exhausted(ipnet::Ipv4Net),
    #[error("{what}")]
    Link {
        what: String,
        #[source]
        err: rtnetlink::Error,
    },
    #[error("no link {0}")]
    NoLink(String),
    #[error("the link {0} does not have the address that was given to it")]
    Changed(String),
    #[error(transparent)]
    Namespace(#[from] NamespaceError),
    #[error("start a runtime")]
    Runtime(#[source] io::Error),
}

impl CniError {
    /// As the specification, "Error": below 100 the numbers are its own.
    pub(crate) fn code(&self) -> u32 {
        match self {
            CniError::Version(_) => 1,
            CniError::Environment { .. } => 4,
            CniError::Input(_) | CniError::Pool { .. } => 5,
            CniError::Decode(_) => 6,
            CniError::Config(_) => 7,
            CniError::Exhausted(_) => 11,
            CniError::Link { .. } => 101,
            CniError::NoLink(_) | CniError::Changed(_) => 102,
            CniError::Namespace(_) => 103,
            CniError::Runtime(_) => 104,
        }
    }

    /// The whole chain, for people.
    pub(crate) fn chain(&self) -> String {
        let mut text = self.to_string();
        let mut source = std::error::Error::source(self);
        while let Some(err) = source {
            text = format!("{text}: {err}");
            source = err.source();
        }
        text
    }
}
