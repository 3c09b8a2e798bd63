//! Certificates for other nodes, issued on a control-plane machine.
//!
//! - A name belongs to the key that first asked for it with a valid ticket; later only that key's proof counts.
//! - What stands in a certificate is decided here: from a request only keys, name and addresses are taken.

use std::fs;
use std::io::{self, Write};
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use apid_proto::machine::join_server::Join;
use apid_proto::machine::{JoinRequest, JoinResponse};
use machined_config::{Config, Root};
use machined_controllers::cluster::signed_part;
use machined_pki::kubernetes::{self, Reached};
use machined_pki::{Authority, PkiError, Proof, PublicKey, Signing, Ticket};
use machined_resources::{ActiveConfig, HostnameStatus};
use tonic::{Request, Response, Status};

use crate::Machine;
use crate::caller::audit;

pub(crate) struct JoinService(pub(crate) Machine);

#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error("this machine does not admit nodes")]
    NotHere,
    #[error("{0:?} is no node name")]
    Name(String),
    #[error("{0:?} is no address")]
    Address(String),
    #[error("the name belongs to this very machine")]
    Ours,
    #[error("the proof does not belong to the node's key")]
    Proof,
    #[error("the join ticket is not valid")]
    Ticket,
    #[error("keep the node's key")]
    Keep(#[from] io::Error),
    #[error("sign")]
    Sign(#[from] PkiError),
}

#[tonic::async_trait]
impl Join for JoinService {
    async fn join(&self, request: Request<JoinRequest>) -> Result<Response<JoinResponse>, Status> {
        let node = request.get_ref().node.clone();
        audit(&self.0.context, &request, &format!("asks for certificates of node {node:?}"));
        match self.issue(request.get_ref()) {
            Ok(answer) => Ok(Response::new(answer)),
            Err(refusal) => {
                self.0.context.events.add("audit", node, format!("refused: {refusal}"));
                Err(match refusal {
                    Refusal::NotHere => Status::failed_precondition(refusal.to_string()),
                    Refusal::Name(_) | Refusal::Address(_) => Status::invalid_argument(refusal.to_string()),
                    Refusal::Keep(_) | Refusal::Sign(_) => Status::internal("the certificates could not be issued"),
                    // Which of them it was is in our log; who guesses is told one thing.
                    Refusal::Ours | Refusal::Proof | Refusal::Ticket => {
                        Status::permission_denied("ticket or proof not accepted")
                    }
                })
            }
        }
    }
}

impl JoinService {
    fn issue(&self, request: &JoinRequest) -> Result<JoinResponse, Refusal> {
        let context = &self.0.context;
        let config = context.store.only::<ActiveConfig>().ok_or(Refusal::NotHere)?.0;
        if !is_node_name(&request.node) {
            return Err(Refusal::Name(request.node.clone()));
        }
        if context.store.only::<HostnameStatus>().is_some_and(|own| own.name == request.node) {
            return Err(Refusal::Ours);
        }
        let addresses: Result<Vec<IpAddr>, Refusal> =
            request.addresses.iter().map(|text| text.parse().map_err(|_| Refusal::Address(text.clone()))).collect();
        let own = Reached { dns_names: Vec::new(), addresses: addresses? };
        let signer = |root: &Root| -> Result<Authority, Refusal> {
            let key = root.key.as_ref().ok_or(Refusal::NotHere)?;
            Ok(Authority::from_pem(&root.certificate, key.expose())?)
        };
        let (machine, cluster) = (signer(&config.secrets.machine)?, signer(&config.secrets.kubernetes)?);
        admit(&self.0.paths.state().join("nodes"), &config, request)?;
        let now = context.clock.now();
        let node = &request.node;
        let read = |der: &[u8]| Signing::read(der);
        let answer = JoinResponse {
            machine_certificate: machine.sign(
                &kubernetes::machine_api(node, &own),
                &read(&request.machine_request)?,
                now,
            )?,
            kubelet_client_certificate: cluster.sign(
                &kubernetes::kubelet_client(node),
                &read(&request.kubelet_client_request)?,
                now,
            )?,
            kubelet_server_certificate: cluster.sign(
                &kubernetes::kubelet_server(node, &own),
                &read(&request.kubelet_server_request)?,
                now,
            )?,
            time: now.as_second(),
        };
        context.events.add("certificate", node.as_str(), "issued for the node");
        Ok(answer)
    }
}

/// Lets a known key pass by its proof, and remembers a new name's key when the ticket is good.
fn admit(nodes: &Path, config: &Config, request: &JoinRequest) -> Result<(), Refusal> {
    let path: PathBuf = nodes.join(&request.node);
    let known = match fs::read_to_string(&path) {
        Ok(text) => PublicKey::parse(text.trim()),
        Err(err) if err.kind() == io::ErrorKind::NotFound => None,
        Err(err) => return Err(err.into()),
    };
    let claimed = PublicKey::from_bytes(request.node_key.to_vec());
    let key = known.as_ref().unwrap_or(&claimed);
    if !key.verifies(&signed_part(request), &Proof(request.proof.to_vec())) {
        return Err(Refusal::Proof);
    }
    if known.is_some() {
        return Ok(());
    }
    let ours: Ticket = config.secrets.join_ticket.expose().parse().map_err(|_| Refusal::Ticket)?;
    let theirs: Ticket = request.ticket.parse().map_err(|_| Refusal::Ticket)?;
    if !ours.admits(&theirs) {
        return Err(Refusal::Ticket);
    }
    fs::create_dir_all(nodes)?;
    // Created new: of two that ask at the same time for one name, one is refused.
    let mut file = match fs::File::options().write(true).create_new(true).open(&path) {
        Err(err) if err.kind() == io::ErrorKind::AlreadyExists => return Err(Refusal::Ticket),
        opened => opened?,
    };
    file.write_all(claimed.text().as_bytes())?;
    file.sync_all()?;
    fs::File::open(nodes)?.sync_all()?;
    Ok(())
}

/// As Kubernetes: a DNS subdomain. It also names a file here.
fn is_node_name(name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
    let ends = |end: Option<char>| end.is_some_and(|letter| letter.is_ascii_alphanumeric());
    name.len() <= 253 && name.bytes().all(letter) && ends(name.chars().next()) && ends(name.chars().last())
}

#[cfg(test)]
mod tests {
    use machined_pki::Key;

    use super::*;

    fn config(ticket: &Ticket) -> Config {
        let root = |name: &str| {
            format!("{name}: {{certificate: \"-----BEGIN CERTIFICATE-----\\n-----END CERTIFICATE-----\"}}\n")
        };
        let head = "apiVersion: ironstone/v1\n";
        let text = format!(
            "{head}kind: Machine\nrole: worker\n---\n{head}kind: Cluster\nname: b\nendpoint: https://a:1\ncontrolPlanes: [a]\n---\n{head}kind: Secrets\n{}{}joinTicket: \"{}\"\n",
            root("machine"),
            root("kubernetes"),
            ticket.text().expose()
        );
        Config::parse(&text).unwrap()
    }

    fn request(node: &str, key: &Key, ticket: &str) -> JoinRequest {
        let mut request = JoinRequest {
            node: node.into(),
            node_key: PublicKey::of(key).unwrap().bytes().to_vec().into(),
            ..Default::default()
        };
        request.proof = Proof::make(key, &signed_part(&request)).unwrap().0.into();
        request.ticket = ticket.into();
        request
    }

    #[test]
    fn a_name_belongs_to_the_key_that_came_first_with_a_ticket() {
        let directory = tempfile::tempdir().unwrap();
        let ticket = Ticket::generate().unwrap();
        let config = config(&ticket);
        let (key, thief) = (Key::generate().unwrap(), Key::generate().unwrap());
        let good = ticket.text().into_inner();
        let admit = |request: &JoinRequest| admit(directory.path(), &config, request);
        assert!(matches!(admit(&request("n1", &key, "")), Err(Refusal::Ticket)));
        let wrong = Ticket::generate().unwrap().text().into_inner();
        assert!(matches!(admit(&request("n1", &key, &wrong)), Err(Refusal::Ticket)));
        admit(&request("n1", &key, &good)).unwrap();
        // Ever after without a ticket, and for nobody else even with one.
        admit(&request("n1", &key, "")).unwrap();
        assert!(matches!(admit(&request("n1", &thief, &good)), Err(Refusal::Proof)));
        let mut changed = request("n1", &key, "");
        changed.addresses.push("10.0.0.66".into());
        assert!(matches!(admit(&changed), Err(Refusal::Proof)));
    }

    #[test]
    fn names_stay_within_their_directory() {
        assert!(is_node_name("n1.lan-2"));
        for bad in ["", "../n1", "a/b", ".", "..", "N1", "-a", "a."] {
            assert!(!is_node_name(bad), "{bad:?}");
        }
    }
}
