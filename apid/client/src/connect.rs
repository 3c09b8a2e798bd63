//! Connections to machines.

use std::time::Duration;

use apid_proto::machine::join_client::JoinClient;
use apid_proto::machine::machine_client::MachineClient;
use hyper_util::rt::TokioIo;
use machined_base::Secret;
use machined_pki::Fingerprint;
use rustls_pki_types::ServerName;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tonic::transport::{Channel, Endpoint};

use crate::{Access, ClientError, Node, tls};

pub type Machine = MachineClient<Channel>;
pub type Join = JoinClient<Channel>;

const CONNECT: Duration = Duration::from_secs(10);
/// As large as the largest answer: all processes of a busy node.
const MESSAGE_MAX: usize = 32 * 1024 * 1024;

/// How a machine proves itself, and we to it.
#[derive(Clone, Debug)]
pub enum Trust {
    /// By the cluster's authority; with a client certificate and key, or as nobody (to join).
    Authority { authority: String, credentials: Option<(String, Secret<String>)> },
    /// By the fingerprint on its console; none: not at all. For machines in maintenance mode.
    Fingerprint(Option<Fingerprint>),
}

impl Trust {
    pub fn of(access: &Access) -> Self {
        Trust::Authority {
            authority: access.authority.clone(),
            credentials: Some((access.certificate.clone(), Secret::new(access.key.clone()))),
        }
    }
}

/// A verified connection to the node.
pub async fn connect(node: &Node, trust: &Trust) -> Result<Channel, ClientError> {
    let config = tls::config(trust)?;
    let host = if node.name.is_empty() { node.host() } else { &node.name };
    let name = ServerName::try_from(host.to_owned()).map_err(|_| ClientError::Host(host.to_owned()))?;
    let address = node.endpoint();
    let target = address.clone();
    let connector = tower::service_fn(move |_| {
        let (config, name, target) = (config.clone(), name.clone(), target.clone());
        async move {
            let stream = TcpStream::connect(target).await?;
            stream.set_nodelay(true)?;
            TlsConnector::from(config).connect(name, stream).await.map(TokioIo::new)
        }
    });
    // For headers only: the connector goes to the node, and is TLS itself, of which the channel need not know.
    let endpoint = Endpoint::from_static("http://machine").connect_timeout(CONNECT);
    endpoint.connect_with_connector(connector).await.map_err(|err| ClientError::Connect { address, err })
}

pub async fn machine(node: &Node, trust: &Trust) -> Result<Machine, ClientError> {
    Ok(MachineClient::new(connect(node, trust).await?).max_decoding_message_size(MESSAGE_MAX))
}

pub async fn join(node: &Node, trust: &Trust) -> Result<Join, ClientError> {
    Ok(JoinClient::new(connect(node, trust).await?))
}
