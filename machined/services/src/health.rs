//! Asks a program whether it is well.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use machined_base::Clock;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};

const WITHIN: Duration = Duration::from_secs(5);

/// How to ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HealthCheck {
    /// It is well as long as it runs.
    Running,
    /// It accepts connections on a unix socket.
    Socket(PathBuf),
    /// It answers an HTTP request on this machine with success.
    Http { port: u16, path: &'static str },
}

impl HealthCheck {
    /// None when it is well, else why not.
    pub(crate) async fn ask(&self, clock: &Clock) -> Option<String> {
        let asked = async {
            match self {
                HealthCheck::Running => Ok(()),
                HealthCheck::Socket(path) => UnixStream::connect(path).await.map(drop),
                HealthCheck::Http { port, path } => http(*port, path).await,
            }
        };
        match clock.timeout(WITHIN, asked).await {
            Ok(Ok(())) => None,
            Ok(Err(err)) => Some(err.to_string()),
            Err(_) => Some(format!("no answer within {WITHIN:?}")),
        }
    }
}

/// One request by hand: an HTTP client is not linked for a status line.
async fn http(port: u16, path: &str) -> io::Result<()> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut start = [0; 12];
    stream.read_exact(&mut start).await?;
    let status = String::from_utf8_lossy(&start);
    match status.split(' ').nth(1) {
        Some("200") => Ok(()),
        _ => Err(io::Error::other(format!("answered {status:?}"))),
    }
}
