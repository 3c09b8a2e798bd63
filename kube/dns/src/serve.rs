//! Sockets: UDP and TCP on one address. A client that sends nonsense, or nothing, costs its own connection only.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use machined_base::{Restart, Tasks};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::sync::Semaphore;

use crate::answer::{Answer, Data, Domain, Kind, answer};
use crate::forward::Forwarder;
use crate::message::{self, Question};
use crate::view::View;

pub(crate) struct Server {
    pub(crate) view: Box<dyn View>,
    pub(crate) domain: Domain,
    pub(crate) forwarder: Forwarder,
}

/// A TCP connection that says nothing for this long is closed (RFC 7766 leaves it to the server).
const IDLE: Duration = Duration::from_secs(10);
const CONNECTIONS: usize = 256;
/// Questions from UDP under way; more are lost, as in a full socket buffer.
const AT_ONCE: usize = 4096;

pub(crate) async fn listen(address: SocketAddr) -> std::io::Result<(UdpSocket, TcpListener)> {
    let udp = UdpSocket::bind(address).await?;
    // With port 0 both take the port that the first was given.
    let tcp = TcpListener::bind(udp.local_addr()?).await?;
    Ok((udp, tcp))
}

pub(crate) fn serve(tasks: &Tasks, server: Arc<Server>, udp: UdpSocket, tcp: TcpListener) {
    let (udp, tcp) = (Arc::new(udp), Arc::new(tcp));
    let (shared, inner) = (server.clone(), tasks.clone());
    tasks.spawn("dns-udp", Restart::Backoff, move || datagrams(inner.clone(), shared.clone(), udp.clone()));
    let inner = tasks.clone();
    tasks.spawn("dns-tcp", Restart::Backoff, move || connections(inner.clone(), server.clone(), tcp.clone()));
}

async fn datagrams(tasks: Tasks, server: Arc<Server>, socket: Arc<UdpSocket>) -> std::io::Result<()> {
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let mut buffer = vec![0; 4096];
    loop {
        // Cancel-safe: a datagram not received stays in the socket.
        let received = tokio::select! {
            received = socket.recv_from(&mut buffer) => received,
            () = tasks.shutdown().requested() => return Ok(()),
        };
        // An error here is about an earlier answer that somebody did not want.
        let Ok((length, client)) = received else { continue };
        let Ok(place) = places.clone().try_acquire_owned() else { continue };
        let bytes = buffer.get(..length).unwrap_or_default().to_vec();
        let (server, socket) = (server.clone(), socket.clone());
        tasks.scoped("dns-question", async move {
            let _place = place;
            if let Some(reply) = server.answer(&bytes, false).await {
                let _ = socket.send_to(&reply, client).await;
            }
        });
    }
}

async fn connections(tasks: Tasks, server: Arc<Server>, listener: Arc<TcpListener>) -> std::io::Result<()> {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        // Cancel-safe: a connection not accepted stays in the queue.
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = tasks.shutdown().requested() => return Ok(()),
        };
        let (stream, _) = accepted?;
        let Ok(place) = places.clone().try_acquire_owned() else { continue };
        let (server, clock) = (server.clone(), tasks.clock().clone());
        tasks.scoped("dns-connection", async move {
            let _place = place;
            connection(&server, &clock, stream).await
        });
    }
}

async fn connection(server: &Server, clock: &machined_base::Clock, mut stream: TcpStream) -> std::io::Result<()> {
    loop {
        let Ok(length) = clock.timeout(IDLE, stream.read_u16()).await else { return Ok(()) };
        let mut bytes = vec![0; usize::from(length?)];
        let Ok(read) = clock.timeout(IDLE, stream.read_exact(&mut bytes)).await else { return Ok(()) };
        read?;
        let Some(reply) = server.answer(&bytes, true).await else { return Ok(()) };
        let length = u16::try_from(reply.len()).map_err(std::io::Error::other)?;
        stream.write_all(&[&length.to_be_bytes(), reply.as_slice()].concat()).await?;
    }
}

impl Server {
    /// The reply to one message; none to what deserves none.
    pub(crate) async fn answer(&self, bytes: &[u8], over_tcp: bool) -> Option<Vec<u8>> {
        let question = match message::read(bytes) {
            Ok(question) => question,
            Err(reply) => return reply,
        };
        let limit = if over_tcp { usize::from(u16::MAX) } else { question.udp_size() };
        let found = answer(self.view.as_ref(), &self.domain, &question.name, question.kind);
        let chased = self.chase(&question, &found, over_tcp).await;
        match question.reply(&self.domain, &found, chased) {
            Some(reply) => message::write(&reply, limit),
            None => match self.forwarder.ask(bytes, over_tcp).await {
                Some(reply) => Some(reply),
                None => message::write(&question.failed(), limit),
            },
        }
    }

    /// Stub resolvers do not follow an alias themselves: its target's addresses go with it.
    async fn chase(&self, question: &Question, found: &Answer, over_tcp: bool) -> Vec<hickory_proto::rr::Record> {
        let Answer::Records { answers, .. } = found else { return Vec::new() };
        let [Data::Cname(target)] = answers.as_slice() else { return Vec::new() };
        if !matches!(question.kind, Kind::A | Kind::Aaaa) {
            return Vec::new();
        }
        let inside = answer(self.view.as_ref(), &self.domain, target, question.kind);
        if inside != Answer::Elsewhere {
            return message::addresses(target, &inside);
        }
        let Some(asked) = question.about(target) else { return Vec::new() };
        self.forwarder.ask(&asked, over_tcp).await.map(|reply| message::records(&reply)).unwrap_or_default()
    }
}
