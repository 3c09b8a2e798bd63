//! Keeps a lease for each link that asks for one.
//!
//! Each link has a task that asks, renews after half of the lease's life, and asks anew when it ends or is refused. The
//! lease stands in the store; addresses and routes are made from it elsewhere.

use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use async_trait::async_trait;
use dhcproto::v4::Message;
use dhcproto::{Decodable, Decoder, Encodable};
use machined_base::{AbortOnDrop, Backoff, Restart, Tasks};
use machined_resources::{ActiveConfig, DhcpLease, HostnameStatus, LinkStatus, Resource};
use machined_runtime::{Context, Controller, Next, ReconcileError};
use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::UdpSocket;
use tracing::debug;

use super::lease::{Answer, Exchange};
use super::plan::dhcp_links;

const NAME: &str = "dhcp";
const CLIENT_PORT: u16 = 68;
const SERVER_PORT: u16 = 67;
const ANSWER_WITHIN: Duration = Duration::from_secs(2);
const BACKOFF_MIN: Duration = Duration::from_millis(500);
const BACKOFF_MAX: Duration = Duration::from_secs(30);

pub struct Dhcp {
    tasks: Tasks,
    running: BTreeMap<String, AbortOnDrop>,
}

#[derive(Debug, thiserror::Error)]
enum DhcpError {
    #[error("open a socket on {link}")]
    Socket {
        link: String,
        #[source]
        err: io::Error,
    },
    #[error("encode a message")]
    Encode(#[source] dhcproto::error::EncodeError),
    #[error("send a message")]
    Send(#[source] io::Error),
    #[error("no server answered")]
    Silence,
    #[error("the server refused")]
    Refused,
}

impl Dhcp {
    pub fn new(tasks: Tasks) -> Self {
        Self { tasks, running: BTreeMap::new() }
    }
}

#[async_trait]
impl Controller for Dhcp {
    fn name(&self) -> &'static str {
        NAME
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, LinkStatus::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let config = context.store.only::<ActiveConfig>().map(|config| config.0);
        let links: Vec<LinkStatus> = context.store.list().into_iter().map(|(_, link)| link).collect();
        let mut wanted = dhcp_links(config.as_deref(), &links);
        wanted.retain(|link| link.up && link.carrier && mac(link).is_some());
        self.running.retain(|name, _| wanted.iter().any(|link| link.name == *name));
        for (name, _) in context.store.list::<DhcpLease>() {
            // A link without carrier keeps its lease until that ends: a cable moved is soon back.
            if !links.iter().any(|link| link.name == name) {
                context.store.remove::<DhcpLease>(&name);
            }
        }
        for link in wanted {
            if self.running.contains_key(&link.name) {
                continue;
            }
            let name = link.name.clone();
            let context = context.clone();
            let task = self.tasks.spawn("dhcp link", Restart::Backoff, move || keep(context.clone(), link.clone()));
            self.running.insert(name, task.abort_on_drop());
        }
        Ok(Next::Whenever)
    }
}

async fn keep(context: Context, link: LinkStatus) {
    let mut backoff = Backoff::new(BACKOFF_MIN, BACKOFF_MAX);
    loop {
        let held = context.store.get::<DhcpLease>(&link.name).filter(|lease| lease.ends > context.clock.now());
        match ask(&context, &link, held.as_ref()).await {
            Ok(lease) => {
                backoff.reset();
                let life = Duration::try_from(lease.ends.duration_since(context.clock.now())).unwrap_or_default();
                if held.is_none() {
                    context.events.add("dhcp", &link.name, format!("lease of {} from {}", lease.address, lease.server));
                }
                context.store.put(NAME, &link.name, lease);
                context.clock.sleep(life / 2).await;
            }
            Err(err) => {
                let refused = matches!(err, DhcpError::Refused);
                debug!(link = link.name, err = &err as &dyn std::error::Error, "no lease");
                let over = held.is_none() && context.store.get::<DhcpLease>(&link.name).is_some();
                if (refused || over) && context.store.remove::<DhcpLease>(&link.name) {
                    context.events.add("dhcp", &link.name, "lease lost");
                }
                context.clock.sleep(backoff.next()).await;
            }
        }
    }
}

async fn ask(context: &Context, link: &LinkStatus, held: Option<&DhcpLease>) -> Result<DhcpLease, DhcpError> {
    let socket = open(&link.name).map_err(|err| DhcpError::Socket { link: link.name.clone(), err })?;
    let hostname = context.store.only::<HostnameStatus>().map(|status| status.name);
    // The monotonic clock's low bits tell exchanges of one machine apart; answers are also matched by address.
    let id = (context.clock.monotonic().0.as_nanos() & u128::from(u32::MAX)) as u32;
    let exchange = Exchange { id, mac: mac(link).unwrap_or_default(), hostname };
    let request = match held.map(|lease| lease.address) {
        Some(IpAddr::V4(address)) => exchange.renew(address),
        _ => {
            let offer = converse(context, &socket, &exchange, &exchange.discover()).await?;
            match offer {
                Answer::Offer { address, server } => exchange.request(address, server),
                // A server may grant at once.
                Answer::Granted(lease) => return Ok(lease),
                Answer::Refused => return Err(DhcpError::Refused),
            }
        }
    };
    match converse(context, &socket, &exchange, &request).await? {
        Answer::Granted(lease) => Ok(lease),
        Answer::Offer { .. } => Err(DhcpError::Silence),
        Answer::Refused => Err(DhcpError::Refused),
    }
}

/// Sends a message and waits for the first answer that is ours.
async fn converse(
    context: &Context,
    socket: &UdpSocket,
    exchange: &Exchange,
    message: &Message,
) -> Result<Answer, DhcpError> {
    let bytes = message.to_vec().map_err(DhcpError::Encode)?;
    let everybody = SocketAddr::from((Ipv4Addr::BROADCAST, SERVER_PORT));
    socket.send_to(&bytes, everybody).await.map_err(DhcpError::Send)?;
    let receive = async {
        let mut bytes = [0; 2048];
        loop {
            let Ok((length, _)) = socket.recv_from(&mut bytes).await else { continue };
            let Some(Ok(message)) = bytes.get(..length).map(|bytes| Message::decode(&mut Decoder::new(bytes))) else {
                continue;
            };
            if let Some(answer) = exchange.read(&message, context.clock.now()) {
                return answer;
            }
        }
    };
    context.clock.timeout(ANSWER_WITHIN, receive).await.map_err(|_| DhcpError::Silence)
}

fn open(link: &str) -> io::Result<UdpSocket> {
    let socket = Socket::new(Domain::IPV4, Type::DGRAM, Some(Protocol::UDP))?;
    socket.bind_device(Some(link.as_bytes()))?;
    socket.set_broadcast(true)?;
    socket.set_reuse_address(true)?;
    socket.set_nonblocking(true)?;
    socket.bind(&SocketAddr::from((Ipv4Addr::UNSPECIFIED, CLIENT_PORT)).into())?;
    UdpSocket::from_std(socket.into())
}

fn mac(link: &LinkStatus) -> Option<Vec<u8>> {
    let bytes: Option<Vec<u8>> = link.mac.split(':').map(|part| u8::from_str_radix(part, 16).ok()).collect();
    bytes.filter(|bytes| bytes.len() == 6)
}
