//! Who is at the other end of a unix socket, as the kernel says.

use std::io;

/// The process that connected; its ids are those of the moment it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    pub pid: Option<i32>,
    pub uid: u32,
    pub gid: u32,
}

pub fn of(stream: &tokio::net::UnixStream) -> io::Result<Peer> {
    let cred = stream.peer_cred()?;
    Ok(Peer { pid: cred.pid(), uid: cred.uid(), gid: cred.gid() })
}
