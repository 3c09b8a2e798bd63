//! Signals that ask a program to stop, as one future.

use std::io;

use tokio::signal::unix::{SignalKind, signal};

/// Which signal came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Terminate,
    Interrupt,
}

/// Returns when SIGTERM or SIGINT arrives. From the first call on they no longer end the process by themselves.
pub async fn asked() -> io::Result<Asked> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    // Both arms only wait for a flag; nothing is lost by dropping one.
    tokio::select! {
        _ = terminate.recv() => Ok(Asked::Terminate),
        _ = interrupt.recv() => Ok(Asked::Interrupt),
    }
}
