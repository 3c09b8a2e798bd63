//! Why a store does not start, or has to stop.

use std::io;
use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum EtcdError {
    #[error("{what} {path}")]
    File {
        what: &'static str,
        path: PathBuf,
        #[source]
        source: io::Error,
    },
    #[error("open the log")]
    Log(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("open the state")]
    State(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("{path} does not name a member of a cluster in a way that this program knows")]
    Identity { path: PathBuf },
    #[error("listen on {address}")]
    Listen {
        address: String,
        #[source]
        source: io::Error,
    },
    #[error("plain TCP on {address}: only loopback may go without TLS")]
    PlainBeyondLoopback { address: std::net::SocketAddr },
    #[error("read TLS file {path}: {what}")]
    Tls { path: PathBuf, what: String },
    #[error("consensus")]
    Consensus(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("serve clients")]
    Serve(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("a task of the store failed: {0}")]
    Task(String),
}
