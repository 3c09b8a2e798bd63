//! A worker's certificates: asked of a control-plane machine, with the join ticket the first time and with proof of the
//! node's own key ever after. So a worker that was off until all of its certificates had expired heals by itself.
//!
//! - The node's key lives on STATE and never leaves the machine; keys of leaves live in memory and in `/run`.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use apid_client::{Node, Trust};
use apid_proto::machine::{JoinRequest, JoinResponse};
use async_trait::async_trait;
use machined_config::{Config, Role};
use machined_pki::kubernetes::{self, Reached};
use machined_pki::{Facts, Key, Leaf, Proof, PublicKey, Rotation, Signing, plan};
use machined_resources::{ActiveConfig, ApiIdentity, HostnameStatus, NodeAddress, Paths, Resource, TimeStatus};
use machined_runtime::{Context, Controller, Next, ReconcileError};
use tracing::debug;

use super::certificates::{keep_for, pair, show};
use super::serving;
use crate::files::{write, write_secret};

const ASK_WITHIN: Duration = Duration::from_secs(20);

#[derive(Debug)]
pub struct Join {
    pub paths: Paths,
}

#[derive(Debug, thiserror::Error)]
enum JoinError {
    #[error("no control-plane machine answered: {0}")]
    Nobody(String),
}

#[async_trait]
impl Controller for Join {
    fn name(&self) -> &'static str {
        "join"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, HostnameStatus::TYPE, NodeAddress::TYPE, TimeStatus::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        let Some((config, host, known)) = super::settled(store) else { return Ok(Next::Whenever) };
        if config.machine.role != Role::Worker {
            return Ok(Next::Whenever);
        }
        if let Some(again) = self.hold(context, &host.name, &known) {
            return Ok(Next::After(again));
        }
        let keys = Keys {
            machine: Key::generate()?,
            client: self.key("kubelet-client")?,
            server: self.key("kubelet-server")?,
        };
        let request = self.request(context, &config, &host.name, &known, &keys)?;
        let answer = ask(context, &config, &request).await?;
        self.keep(context, &config, &keys, &answer)?;
        context.events.add("certificate", "join", "certificates received");
        Ok(Next::After(Duration::from_secs(60)))
    }
}

struct Keys {
    machine: Key,
    client: Key,
    server: Key,
}

impl Join {
    /// How long all three certificates are good for; none when one has to be asked for.
    fn hold(&self, context: &Context, host: &str, known: &NodeAddress) -> Option<Duration> {
        let now = context.clock.now();
        let own = Reached { dns_names: Vec::new(), addresses: known.addresses.clone() };
        let identity = context.store.only::<ApiIdentity>()?;
        let facts = Facts::of_pem(&identity.certificate).ok()?;
        // What a worker signed itself lives for years.
        let issued = facts.life() < kubernetes::LEAF_LIFE * 2 && !identity.client_authority.is_empty();
        let Rotation::Keep { look_again: machine } = plan(now, &facts) else { return None };
        let covers = known.addresses.iter().all(|address| facts.addresses.contains(address));
        let client = keep_for(&pair(&self.paths, "kubelet-client").0, &kubernetes::kubelet_client(host), now)?;
        let server = keep_for(&pair(&self.paths, "kubelet-server").0, &kubernetes::kubelet_server(host, &own), now)?;
        show(context, "kubelet-client", &client.0, client.1);
        show(context, "kubelet-server", &server.0, server.1);
        (issued && covers).then(|| machine.min(client.1).min(server.1))
    }

    /// The key of a leaf: kept while the node runs, so that a renewed certificate belongs to it too.
    fn key(&self, id: &str) -> Result<Key, ReconcileError> {
        let path = pair(&self.paths, id).1;
        if let Some(key) = fs::read_to_string(&path).ok().and_then(|pem| Key::from_pem(&pem).ok()) {
            return Ok(key);
        }
        let key = Key::generate()?;
        write_secret(&path, key.pem())?;
        Ok(key)
    }

    fn node_key(&self) -> Result<Key, ReconcileError> {
        let path: PathBuf = self.paths.state().join("node.key");
        match fs::read_to_string(&path) {
            Ok(pem) => Ok(Key::from_pem(&pem)?),
            Err(err) if err.kind() == std::io::ErrorKind::NotFound => {
                let key = Key::generate()?;
                write_secret(&path, key.pem())?;
                Ok(key)
            }
            Err(err) => Err(err.into()),
        }
    }

    fn request(
        &self,
        context: &Context,
        config: &Config,
        host: &str,
        known: &NodeAddress,
        keys: &Keys,
    ) -> Result<JoinRequest, ReconcileError> {
        let node_key = self.node_key()?;
        let mut request = JoinRequest {
            node: host.to_owned(),
            dns_names: Vec::new(),
            addresses: known.addresses.iter().map(ToString::to_string).collect(),
            ticket: String::new(),
            node_key: PublicKey::of(&node_key)?.bytes().to_vec().into(),
            time: context.clock.now().as_second(),
            proof: Default::default(),
            machine_request: Signing::make(&keys.machine)?.into(),
            kubelet_client_request: Signing::make(&keys.client)?.into(),
            kubelet_server_request: Signing::make(&keys.server)?.into(),
        };
        request.proof = Proof::make(&node_key, &signed_part(&request))?.0.into();
        // Behind the signature: a control plane that knows the node's key does not look at it.
        request.ticket = config.secrets.join_ticket.expose().clone();
        Ok(request)
    }

    fn keep(
        &self,
        context: &Context,
        config: &Config,
        keys: &Keys,
        answer: &JoinResponse,
    ) -> Result<(), ReconcileError> {
        for (id, text) in [
            ("kubelet-client", &answer.kubelet_client_certificate),
            ("kubelet-server", &answer.kubelet_server_certificate),
        ] {
            let facts = Facts::of_pem(text)?;
            write(&pair(&self.paths, id).0, text)?;
            show(context, id, &facts, facts.life() * 2 / 3);
        }
        let leaf = Leaf { certificate_pem: answer.machine_certificate.clone(), key: keys.machine.clone() };
        serving::put(context, &leaf, config.secrets.machine.certificate.clone())
    }
}

/// What the proof covers: the whole request without proof and ticket.
pub fn signed_part(request: &JoinRequest) -> Vec<u8> {
    use prost::Message;
    JoinRequest { proof: Default::default(), ticket: String::new(), ..request.clone() }.encode_to_vec()
}

async fn ask(context: &Context, config: &Config, request: &JoinRequest) -> Result<JoinResponse, ReconcileError> {
    let trust = Trust::Authority { authority: config.secrets.machine.certificate.clone(), credentials: None };
    let mut refusals = Vec::new();
    for address in &config.cluster.control_planes {
        let node = Node { name: String::new(), address: address.clone() };
        let asked = async {
            let mut client = apid_client::join(&node, &trust).await.map_err(|err| chain(&err))?;
            let answer = client.join(request.clone()).await.map_err(|status| status.message().to_owned())?;
            Ok::<_, String>(answer.into_inner())
        };
        match context.clock.timeout(ASK_WITHIN, asked).await {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(why)) => refusals.push(format!("{address}: {why}")),
            Err(_) => refusals.push(format!("{address}: no answer within {ASK_WITHIN:?}")),
        }
    }
    debug!(?refusals, "join refused");
    Err(JoinError::Nobody(refusals.join("; ")).into())
}

fn chain(err: &dyn std::error::Error) -> String {
    let mut text = err.to_string();
    let mut source = err.source();
    while let Some(err) = source {
        text.push_str(&format!(": {err}"));
        source = err.source();
    }
    text
}
