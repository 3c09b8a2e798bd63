//! The certificates of a control-plane node, issued by itself: it holds the authorities.
//!
//! - A key stays when its certificate is renewed, so that no reader ever sees a pair that does not belong together.
//! - Everything lies in `/run`: after a boot all of it is made anew, however long the node was off.

use std::path::PathBuf;
use std::time::Duration;

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use machined_config::{Config, Role, Root};
use machined_pki::kubernetes::{self, Reached};
use machined_pki::{Authority, Facts, Key, PkiError, Request, Rotation, plan};
use machined_resources::{ActiveConfig, CertificateStatus, HostnameStatus, NodeAddress, Paths, Resource};
use machined_runtime::{Context, Controller, Next, ReconcileError};

use crate::files::{write, write_secret};

const NAME: &str = "certificates";

#[derive(Debug)]
pub struct Certificates {
    pub paths: Paths,
}

/// One certificate that a control-plane node has.
struct Wanted {
    id: &'static str,
    authority: Signer,
    request: Request,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signer {
    Kubernetes,
    FrontProxy,
    Etcd,
}

#[async_trait]
impl Controller for Certificates {
    fn name(&self) -> &'static str {
        NAME
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, HostnameStatus::TYPE, NodeAddress::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        let Some((config, host, known)) = super::settled(store) else { return Ok(Next::Whenever) };
        self.write_roots(&config)?;
        if config.machine.role != Role::ControlPlane {
            return Ok(Next::Whenever);
        }
        let mut again = Duration::from_secs(3600);
        for wanted in wanted(&config, &host.name, &known) {
            let authority = match wanted.authority {
                Signer::Kubernetes => authority(Some(&config.secrets.kubernetes))?,
                Signer::FrontProxy => authority(config.secrets.front_proxy.as_ref())?,
                Signer::Etcd => authority(config.secrets.etcd.as_ref())?,
            };
            let (certificate, key) = pair(&self.paths, wanted.id);
            let look_again = ensure(context, wanted.id, &authority, &wanted.request, (certificate, key))?;
            again = again.min(look_again);
        }
        Ok(Next::After(again))
    }
}

impl Certificates {
    /// What every reader trusts; the keys only where this node signs.
    fn write_roots(&self, config: &Config) -> Result<(), ReconcileError> {
        let pki = self.paths.pki();
        let secrets = &config.secrets;
        write(&pki.join("ca.crt"), &secrets.kubernetes.certificate)?;
        if config.machine.role != Role::ControlPlane {
            return Ok(());
        }
        if let Some(key) = &secrets.kubernetes.key {
            write_secret(&pki.join("ca.key"), key.expose())?;
        }
        for (name, root) in [("front-proxy-ca", &secrets.front_proxy), ("etcd-ca", &secrets.etcd)] {
            if let Some(root) = root {
                write(&pki.join(format!("{name}.crt")), &root.certificate)?;
            }
        }
        if let Some(key) = &secrets.service_account {
            write_secret(&pki.join("sa.key"), key.expose())?;
            write(&pki.join("sa.pub"), &Key::from_pem(key.expose())?.public_pem()?)?;
        }
        Ok(())
    }
}

/// Certificate and key of this name.
pub(crate) fn pair(paths: &Paths, id: &str) -> (PathBuf, PathBuf) {
    (paths.pki().join(format!("{id}.crt")), paths.pki().join(format!("{id}.key")))
}

/// The names and addresses by which this node is reached.
pub(crate) fn reached(config: &Config, known: &NodeAddress) -> Reached {
    let mut reached = Reached { dns_names: Vec::new(), addresses: known.addresses.clone() };
    let names = config.cluster.api_names.iter().chain([&config.cluster.endpoint.host]);
    for name in names {
        match name.parse() {
            Ok(address) if !reached.addresses.contains(&address) => reached.addresses.push(address),
            Ok(_) => {}
            Err(_) if !reached.dns_names.contains(name) => reached.dns_names.push(name.clone()),
            Err(_) => {}
        }
    }
    reached
}

fn wanted(config: &Config, host: &str, known: &NodeAddress) -> Vec<Wanted> {
    let own = Reached { dns_names: Vec::new(), addresses: known.addresses.clone() };
    let service = config.cluster.api_service().unwrap_or(std::net::IpAddr::from([10, 96, 0, 1]));
    let api = kubernetes::apiserver(
        &Reached {
            dns_names: [vec![host.to_owned()], reached(config, known).dns_names].concat(),
            ..reached(config, known)
        },
        service,
        &config.cluster.dns_domain,
    );
    let row = |id, authority, request| Wanted { id, authority, request };
    vec![
        row("apiserver", Signer::Kubernetes, api),
        row("apiserver-kubelet-client", Signer::Kubernetes, kubernetes::apiserver_to_kubelet()),
        row("front-proxy-client", Signer::FrontProxy, kubernetes::front_proxy()),
        row("controller-manager", Signer::Kubernetes, kubernetes::controller_manager()),
        row("scheduler", Signer::Kubernetes, kubernetes::scheduler()),
        row("kubelet-client", Signer::Kubernetes, kubernetes::kubelet_client(host)),
        row("kubelet-server", Signer::Kubernetes, kubernetes::kubelet_server(host, &own)),
        row("etcd-server", Signer::Etcd, kubernetes::etcd_server(host, &own)),
        row("etcd-peer", Signer::Etcd, kubernetes::etcd_peer(host, &own)),
        row("apiserver-etcd-client", Signer::Etcd, kubernetes::apiserver_to_etcd()),
    ]
}

pub(crate) fn authority(root: Option<&Root>) -> Result<Authority, PkiError> {
    let missing = || PkiError::Certificate { reason: "this node does not hold that authority".into() };
    let root = root.ok_or_else(missing)?;
    let key = root.key.as_ref().ok_or_else(missing)?;
    Authority::from_pem(&root.certificate, key.expose())
}

/// Whether the certificate says what is asked for; its time is judged elsewhere.
pub(crate) fn says(facts: &Facts, request: &Request) -> bool {
    let same = |a: &[String], b: &[String]| a.len() == b.len() && a.iter().all(|name| b.contains(name));
    facts.common_name == request.common_name
        && same(&facts.organizations, &request.organizations)
        && same(&facts.dns_names, &distinct(&request.dns_names))
        && request.addresses.iter().all(|address| facts.addresses.contains(address))
        && facts.addresses.iter().all(|address| request.addresses.contains(address))
}

fn distinct(names: &[String]) -> Vec<String> {
    let mut seen = Vec::new();
    for name in names {
        if !seen.contains(name) {
            seen.push(name.clone());
        }
    }
    seen
}

/// When the certificate in this file has to be looked at again; none when it has to be renewed now.
pub(crate) fn keep_for(path: &std::path::Path, request: &Request, now: Timestamp) -> Option<(Facts, Duration)> {
    let facts = Facts::of_pem(&std::fs::read_to_string(path).ok()?).ok()?;
    match plan(now, &facts) {
        Rotation::Keep { look_again } if says(&facts, request) => Some((facts, look_again)),
        _ => None,
    }
}

/// Shows a certificate to people.
pub(crate) fn show(context: &Context, id: &str, facts: &Facts, look_again: Duration) {
    let renews = SignedDuration::try_from(look_again).ok().and_then(|by| context.clock.now().checked_add(by).ok());
    // To the minute: a status that changes with every look would wake others for nothing.
    let minute = |time: Timestamp| Timestamp::from_second(time.as_second() / 60 * 60).unwrap_or(time);
    let status = CertificateStatus {
        subject: facts.common_name.clone(),
        ends: facts.not_after,
        renews: minute(renews.unwrap_or(facts.not_after)),
        message: String::new(),
    };
    context.store.put(NAME, id, status);
}

fn ensure(
    context: &Context,
    id: &str,
    authority: &Authority,
    request: &Request,
    (certificate, key): (PathBuf, PathBuf),
) -> Result<Duration, ReconcileError> {
    let mut request = request.clone();
    request.dns_names = distinct(&request.dns_names);
    let mut addresses = Vec::new();
    for address in &request.addresses {
        if !addresses.contains(address) {
            addresses.push(*address);
        }
    }
    request.addresses = addresses;
    let now = context.clock.now();
    if let Some((facts, look_again)) = keep_for(&certificate, &request, now) {
        show(context, id, &facts, look_again);
        return Ok(look_again);
    }
    let kept = std::fs::read_to_string(&key).ok().and_then(|pem| Key::from_pem(&pem).ok());
    let kept = kept.map_or_else(Key::generate, Ok)?;
    let leaf = authority.issue_with_key(&request, &kept, now)?;
    write_secret(&key, leaf.key.pem())?;
    write(&certificate, &leaf.certificate_pem)?;
    let facts = leaf.facts()?;
    context.events.add("certificate", id, format!("issued until {}", facts.not_after));
    let look_again = facts.life() * 2 / 3;
    show(context, id, &facts, look_again);
    Ok(look_again)
}
