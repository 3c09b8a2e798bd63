//! What the kernel tells about devices: an event for each that comes, changes or goes.

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use nix::poll::{PollFd, PollFlags, PollTimeout};
use nix::sys::socket::{AddressFamily, MsgFlags, NetlinkAddr, SockFlag, SockProtocol, SockType};

/// A subscription.
#[derive(Debug)]
pub struct Events {
    socket: OwnedFd,
}

/// One event's variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    variables: Vec<(String, String)>,
}

impl Events {
    pub fn subscribe() -> io::Result<Self> {
        let flags = SockFlag::SOCK_CLOEXEC | SockFlag::SOCK_NONBLOCK;
        let protocol = SockProtocol::NetlinkKObjectUEvent;
        let socket = nix::sys::socket::socket(AddressFamily::Netlink, SockType::Datagram, flags, protocol)?;
        nix::sys::socket::bind(socket.as_raw_fd(), &NetlinkAddr::new(0, 1))?;
        Ok(Self { socket })
    }

    /// The next event, or none when there is none now. Events lost in a flood are none either: look at sysfs again.
    pub fn next(&self) -> io::Result<Option<Event>> {
        let mut bytes = [0; 8192];
        loop {
            match nix::sys::socket::recv(self.socket.as_raw_fd(), &mut bytes, MsgFlags::MSG_DONTWAIT) {
                Ok(read) => return Ok(bytes.get(..read).map(parse)),
                Err(nix::Error::EAGAIN) => return Ok(None),
                Err(nix::Error::EINTR | nix::Error::ENOBUFS) => {}
                Err(err) => return Err(err.into()),
            }
        }
    }

    /// Blocks until there may be an event, at most this long.
    pub fn wait(&self, at_most: Duration) -> io::Result<()> {
        let timeout = PollTimeout::try_from(at_most).unwrap_or(PollTimeout::MAX);
        match nix::poll::poll(&mut [PollFd::new(self.as_fd(), PollFlags::POLLIN)], timeout) {
            Ok(_) | Err(nix::Error::EINTR) => Ok(()),
            Err(err) => Err(err.into()),
        }
    }
}

impl AsFd for Events {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

impl Event {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.variables.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// `ACTION@PATH`, then `KEY=VALUE` pairs, each ended by a zero byte.
fn parse(bytes: &[u8]) -> Event {
    let words = bytes.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into_owned());
    let pairs = words.filter_map(|word| word.split_once('=').map(|(key, value)| (key.to_owned(), value.to_owned())));
    Event { variables: pairs.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_read() {
        let event = parse(b"add@/devices/x\0ACTION=add\0MODALIAS=pci:v00001AF4d\0SEQNUM=7\0");
        assert_eq!((event.get("ACTION"), event.get("MODALIAS")), (Some("add"), Some("pci:v00001AF4d")));
        assert_eq!(event.get("DEVNAME"), None);
    }
}
