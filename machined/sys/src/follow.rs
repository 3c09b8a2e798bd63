//! Waiting for processes and links without blocking a thread.
#![allow(unsafe_code)]

use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use machined_base::Clock;
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

use crate::child::{Child, Exit, ProcessFd};
use crate::command::{Command, Io, SpawnError};
use crate::supervisor::Link;

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error(transparent)]
    Spawn(#[from] SpawnError),
    #[error("wait for {program}")]
    Wait {
        program: String,
        #[source]
        err: io::Error,
    },
    #[error("{program} did not end within {within:?}")]
    Deadline { program: String, within: Duration },
    #[error("{program} failed with {exit}: {words}")]
    Failed { program: String, exit: Exit, words: String },
}

impl ProcessFd {
    /// Returns when the process has ended. Cancel-safe: its end stays to be asked for.
    pub async fn ended(&self) -> io::Result<Exit> {
        let watched = watch(self.as_fd())?;
        loop {
            if let Some(exit) = self.try_wait()? {
                return Ok(exit);
            }
            watched.readable().await?.clear_ready();
        }
    }
}

impl Child {
    /// Asks the child to end by SIGTERM, and makes it after `grace`.
    pub async fn stop(&self, clock: &Clock, grace: Duration) -> io::Result<Exit> {
        self.process.stop(clock, grace).await
    }
}

impl ProcessFd {
    /// Asks by SIGTERM, and kills after `grace`.
    pub async fn stop(&self, clock: &Clock, grace: Duration) -> io::Result<Exit> {
        gone_is_fine(self.signal(libc::SIGTERM))?;
        if let Ok(exit) = clock.timeout(grace, self.ended()).await {
            return exit;
        }
        gone_is_fine(self.signal(libc::SIGKILL))?;
        self.ended().await
    }
}

impl Command {
    /// Runs a tool to its end and returns its standard output; its standard error becomes the error's text.
    pub async fn output(self, clock: &Clock, within: Duration) -> Result<Vec<u8>, RunError> {
        use tokio::io::AsyncReadExt;

        let program = self.program().display().to_string();
        let failed = |err| RunError::Wait { program: program.clone(), err };
        let mut child = self.stdout(Io::Pipe).stderr(Io::Pipe).spawn()?;
        let mut stdout = pipe(child.stdout.take()).map_err(failed)?;
        let mut stderr = pipe(child.stderr.take()).map_err(failed)?;
        let (mut out, mut words) = (Vec::new(), Vec::new());
        let work = async {
            tokio::try_join!(stdout.read_to_end(&mut out), stderr.read_to_end(&mut words))?;
            child.process.ended().await
        };
        let exit = match clock.timeout(within, work).await {
            Ok(exit) => exit.map_err(failed)?,
            Err(_) => {
                gone_is_fine(child.process.signal(libc::SIGKILL)).map_err(failed)?;
                child.process.ended().await.map_err(failed)?;
                return Err(RunError::Deadline { program, within });
            }
        };
        if exit.success() {
            return Ok(out);
        }
        Err(RunError::Failed { program, exit, words: String::from_utf8_lossy(&words).trim().to_owned() })
    }
}

impl Link {
    /// Returns when there may be a word to receive. Cancel-safe.
    pub async fn readable(&self) -> io::Result<()> {
        let watched = watch(self.as_fd())?;
        watched.readable().await?.retain_ready();
        Ok(())
    }
}

/// A duplicate for each wait: one descriptor can be registered only once at a time.
fn watch(fd: BorrowedFd<'_>) -> io::Result<AsyncFd<OwnedFd>> {
    // SAFETY: the registration owns its descriptor, so it is open as long as it is registered.
    unsafe { AsyncFd::register_with_interest(fd.try_clone_to_owned()?, Interest::READABLE) }.map_err(io::Error::from)
}

fn pipe(end: Option<impl Into<std::os::fd::OwnedFd>>) -> io::Result<tokio::net::unix::pipe::Receiver> {
    let end = end.ok_or_else(|| io::Error::other("the pipe was not made"))?;
    tokio::net::unix::pipe::Receiver::from_owned_fd(end.into())
}

fn gone_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(err) if err.raw_os_error() == Some(libc::ESRCH) => Ok(()),
        other => other,
    }
}
