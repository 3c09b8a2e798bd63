//! Asks a program whether it is well.

use std::path::PathBuf;
use std::time::Duration;

use machined_base::Clock;
use tokio::net::{TcpStream, UnixStream};

const WITHIN: Duration = Duration::from_secs(5);

/// How to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HealthCheck {
    /// It is well as long as it runs.
    Running,
    /// It accepts connections on a unix socket.
    Socket(PathBuf),
    /// It accepts connections on a port of this machine.
    Port(u16),
}

impl HealthCheck {
    /// None when it is well, else why not.
    pub(crate) async fn ask(&self, clock: &Clock) -> Option<String> {
        let asked = async {
            match self {
                HealthCheck::Running => Ok(()),
                HealthCheck::Socket(path) => UnixStream::connect(path).await.map(drop),
                HealthCheck::Port(port) => TcpStream::connect(("127.0.0.1", *port)).await.map(drop),
            }
        };
        match clock.timeout(WITHIN, asked).await {
            Ok(Ok(())) => None,
            Ok(Err(err)) => Some(err.to_string()),
            Err(_) => Some(format!("no answer within {WITHIN:?}")),
        }
    }
}
