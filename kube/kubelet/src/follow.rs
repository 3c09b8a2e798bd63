//! Tells when files in a folder change, by inotify. Decides nothing about what changed.

use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::path::Path;

use nix::sys::inotify::{AddWatchFlags, InitFlags, Inotify};
use tokio::net::unix::pipe;

/// A watch on one folder (or one file).
pub(crate) struct Follow {
    /// The notices, read like a pipe: nothing but readiness and bytes is asked of it.
    notices: pipe::Receiver,
}

impl Follow {
    pub(crate) fn new(path: &Path) -> io::Result<Self> {
        let inotify = Inotify::init(InitFlags::IN_NONBLOCK | InitFlags::IN_CLOEXEC)?;
        let kinds = AddWatchFlags::IN_CREATE
            | AddWatchFlags::IN_MODIFY
            | AddWatchFlags::IN_CLOSE_WRITE
            | AddWatchFlags::IN_DELETE
            | AddWatchFlags::IN_MOVED_FROM
            | AddWatchFlags::IN_MOVED_TO
            | AddWatchFlags::IN_ATTRIB;
        inotify.add_watch(path, kinds)?;
        let notices = File::from(inotify.as_fd().try_clone_to_owned()?);
        Ok(Self { notices: pipe::Receiver::from_file_unchecked(notices)? })
    }

    /// Waits for a change; several at once are one. Cancel-safe: a change in between is kept for the next call.
    pub(crate) async fn changed(&mut self) -> io::Result<()> {
        let mut buffer = [0; 4096];
        loop {
            self.notices.readable().await?;
            match self.notices.try_read(&mut buffer) {
                Ok(_) => return Ok(()),
                Err(err) if err.kind() == io::ErrorKind::WouldBlock => {}
                Err(err) => return Err(err),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_new_file_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let mut follow = Follow::new(folder.path()).unwrap();
        std::fs::write(folder.path().join("a"), "x").unwrap();
        follow.changed().await.unwrap();
    }
}
