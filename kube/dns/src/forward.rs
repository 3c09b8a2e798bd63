//! Asks the node's own resolvers. Decides which, and how long; the question goes out as it came.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use machined_base::Clock;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpStream, UdpSocket};
use tokio::sync::Semaphore;

/// One server's time for one question; a stub resolver waits five seconds in all.
const WAIT: Duration = Duration::from_secs(2);
/// Questions under way; beyond, the client gets SERVFAIL at once.
const AT_ONCE: usize = 1000;

pub(crate) struct Forwarder {
    servers: Vec<SocketAddr>,
    clock: Clock,
    places: Semaphore,
}

impl Forwarder {
    pub(crate) fn new(servers: Vec<SocketAddr>, clock: Clock) -> Self {
        Forwarder { servers, clock, places: Semaphore::new(AT_ONCE) }
    }

    /// The first answer of any server, in their order. `None` when none answers.
    pub(crate) async fn ask(&self, question: &[u8], over_tcp: bool) -> Option<Vec<u8>> {
        let _place = self.places.try_acquire().ok()?;
        for server in &self.servers {
            let asked = if over_tcp {
                self.clock.timeout(WAIT, tcp(*server, question)).await
            } else {
                self.clock.timeout(WAIT, udp(*server, question)).await
            };
            match asked {
                Ok(Ok(answer)) => return Some(answer),
                Ok(Err(err)) => tracing::debug!(%server, %err, "a resolver failed"),
                Err(_) => tracing::debug!(%server, "a resolver did not answer in time"),
            }
        }
        None
    }
}

async fn udp(server: SocketAddr, question: &[u8]) -> std::io::Result<Vec<u8>> {
    let any = if server.is_ipv4() { IpAddr::V4(Ipv4Addr::UNSPECIFIED) } else { IpAddr::from([0u16; 8]) };
    // A socket for each question: its random port is what makes a forged answer hard.
    let socket = UdpSocket::bind((any, 0)).await?;
    socket.connect(server).await?;
    socket.send(question).await?;
    let mut buffer = vec![0; 4096];
    loop {
        let length = socket.recv(&mut buffer).await?;
        let answer = buffer.get(..length).unwrap_or_default();
        // An answer to something else is not ours.
        if answer.get(..2) == question.get(..2) && length >= 12 {
            return Ok(answer.to_vec());
        }
    }
}

async fn tcp(server: SocketAddr, question: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(server).await?;
    let length = u16::try_from(question.len()).map_err(std::io::Error::other)?;
    stream.write_all(&[&length.to_be_bytes(), question].concat()).await?;
    let length = stream.read_u16().await?;
    let mut answer = vec![0; usize::from(length)];
    stream.read_exact(&mut answer).await?;
    Ok(answer)
}

/// The servers of a resolv.conf, but ourselves.
pub(crate) fn servers(resolv_conf: &str) -> Vec<SocketAddr> {
    let lines = resolv_conf.lines().filter_map(|line| line.trim().strip_prefix("nameserver"));
    let addresses = lines.filter_map(|rest| rest.split_whitespace().next()?.parse::<IpAddr>().ok());
    addresses.filter(|address| !address.is_loopback()).map(|address| SocketAddr::new(address, 53)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_read_and_loops_are_left_out() {
        let text = "# made by somebody\nsearch x\nnameserver 10.0.0.1\nnameserver 127.0.0.53\nnameserver fd00::1 # six\nnameserver nonsense\n";
        let expected: Vec<SocketAddr> = ["10.0.0.1:53", "[fd00::1]:53"].iter().map(|s| s.parse().unwrap()).collect();
        assert_eq!(servers(text), expected);
    }
}
