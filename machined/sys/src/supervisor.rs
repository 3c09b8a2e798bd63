//! The words between init (PID 1) and machined, over one socket pair that init makes. This is their contract:
//!
//! - init starts `/usr/bin/machined --init-fd N --platform machine|native` and keeps the other end of a
//!   `SOCK_SEQPACKET` pair; N is inherited. Each word is one packet of one byte.
//! - machined sends [`ToInit::Alive`] at least every [`ALIVE_EVERY`]. init pets the watchdog only while the last word
//!   is younger than [`ALIVE_WITHIN`], and kills and restarts a machined that is silent for longer.
//! - machined sends [`ToInit::Reboot`] or [`ToInit::PowerOff`] when its own orderly shutdown is done: services have
//!   stopped and its mounts are gone. init then ends what is left, flushes, and ends the machine.
//! - init sends [`ToMachined::Reboot`] or [`ToMachined::PowerOff`] when somebody pressed a button or signalled PID 1;
//!   machined answers with the same after its orderly shutdown.
//! - When machined ends, init starts it again; services that machined had started go on running, init becomes their
//!   parent and reaps them, and the new machined finds them again by number and start time.

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::time::Duration;

use nix::sys::socket::{AddressFamily, MsgFlags, SockFlag, SockType};

/// How often machined says that it is alive.
pub const ALIVE_EVERY: Duration = Duration::from_secs(5);
/// After this silence machined counts as hung.
pub const ALIVE_WITHIN: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToInit {
    Alive,
    Reboot,
    PowerOff,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToMachined {
    Reboot,
    PowerOff,
}

/// One end of the pair. Neither sending nor receiving ever blocks.
#[derive(Debug)]
pub struct Link {
    fd: OwnedFd,
}

/// init's end, and the one that machined inherits.
pub fn pair() -> io::Result<(Link, OwnedFd)> {
    let flags = SockFlag::SOCK_CLOEXEC | SockFlag::SOCK_NONBLOCK;
    let (ours, theirs) = nix::sys::socket::socketpair(AddressFamily::Unix, SockType::SeqPacket, None, flags)?;
    Ok((Link { fd: ours }, theirs))
}

impl Link {
    /// machined's end, from the number it was told.
    #[allow(unsafe_code)]
    pub fn inherited(number: RawFd) -> io::Result<Self> {
        use std::os::fd::FromRawFd;
        // Checked before it is owned: a wrong number must not close somebody's descriptor.
        // SAFETY: fcntl on any number is harmless.
        if unsafe { libc::fcntl(number, libc::F_SETFD, libc::FD_CLOEXEC) } < 0 {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: init made this descriptor for us alone, and main calls this once.
        Ok(Self { fd: unsafe { OwnedFd::from_raw_fd(number) } })
    }

    pub fn tell_init(&self, word: ToInit) -> io::Result<()> {
        self.send(match word {
            ToInit::Alive => b'.',
            ToInit::Reboot => b'R',
            ToInit::PowerOff => b'P',
        })
    }

    pub fn tell_machined(&self, word: ToMachined) -> io::Result<()> {
        self.send(match word {
            ToMachined::Reboot => b'r',
            ToMachined::PowerOff => b'p',
        })
    }

    /// The next word from machined; none when there is none now. The end of machined is `UnexpectedEof`.
    pub fn from_machined(&self) -> io::Result<Option<ToInit>> {
        self.receive(|byte| match byte {
            b'.' => Some(ToInit::Alive),
            b'R' => Some(ToInit::Reboot),
            b'P' => Some(ToInit::PowerOff),
            _ => None,
        })
    }

    pub fn from_init(&self) -> io::Result<Option<ToMachined>> {
        self.receive(|byte| match byte {
            b'r' => Some(ToMachined::Reboot),
            b'p' => Some(ToMachined::PowerOff),
            _ => None,
        })
    }

    fn send(&self, byte: u8) -> io::Result<()> {
        nix::sys::socket::send(self.fd.as_raw_fd(), &[byte], MsgFlags::MSG_NOSIGNAL | MsgFlags::MSG_DONTWAIT)?;
        Ok(())
    }

    fn receive<T>(&self, parse: impl Fn(u8) -> Option<T>) -> io::Result<Option<T>> {
        let mut byte = [0];
        loop {
            match nix::sys::socket::recv(self.fd.as_raw_fd(), &mut byte, MsgFlags::MSG_DONTWAIT) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                // A word of a later version is passed over.
                Ok(_) => match parse(byte[0]) {
                    Some(word) => return Ok(Some(word)),
                    None => continue,
                },
                Err(nix::Error::EAGAIN) => return Ok(None),
                Err(nix::Error::EINTR) => {}
                Err(err) => return Err(err.into()),
            }
        }
    }
}

impl AsFd for Link {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::IntoRawFd;

    #[test]
    fn words_pass_both_ways_and_the_end_is_seen() {
        let (init, theirs) = pair().unwrap();
        let machined = Link::inherited(theirs.into_raw_fd()).unwrap();
        assert_eq!(init.from_machined().unwrap(), None);
        machined.tell_init(ToInit::Alive).unwrap();
        machined.tell_init(ToInit::PowerOff).unwrap();
        assert_eq!(init.from_machined().unwrap(), Some(ToInit::Alive));
        assert_eq!(init.from_machined().unwrap(), Some(ToInit::PowerOff));
        init.tell_machined(ToMachined::Reboot).unwrap();
        assert_eq!(machined.from_init().unwrap(), Some(ToMachined::Reboot));
        drop(machined);
        assert_eq!(init.from_machined().unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }
}
