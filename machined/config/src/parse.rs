//! A whole configuration: its documents, what they must agree on, and which changes a running node refuses.

use machined_base::Secret;

use crate::documents::{cluster, kubelet, link, machine, resolver, secrets, time};
use crate::read::{Faults, Fields};
use crate::tree::{self, Node};
use crate::{Cluster, Fault, Kubelet, Link, Machine, Resolver, Role, Root, Secrets, Time};

/// The version that every document names. The format does not change within it.
pub const API_VERSION: &str = "ironstone/v1";

const KINDS: &[(&str, Kind)] = &[
    ("Machine", Kind::Machine),
    ("Link", Kind::Link),
    ("Resolver", Kind::Resolver),
    ("Time", Kind::Time),
    ("Cluster", Kind::Cluster),
    ("Secrets", Kind::Secrets),
    ("Kubelet", Kind::Kubelet),
];

/// A configuration without faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub machine: Machine,
    pub links: Vec<Link>,
    pub resolver: Resolver,
    pub time: Option<Time>,
    pub cluster: Cluster,
    pub secrets: Secrets,
    pub kubelet: Kubelet,
    text: Secret<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Machine,
    Link,
    Resolver,
    Time,
    Cluster,
    Secrets,
    Kubelet,
}

#[derive(Default)]
struct Found {
    machine: Option<Machine>,
    links: Vec<Link>,
    resolver: Option<Resolver>,
    time: Option<Time>,
    cluster: Option<Cluster>,
    secrets: Option<Secrets>,
    kubelet: Option<Kubelet>,
    seen: Vec<(Kind, usize)>,
}

impl Config {
    /// Reads a file. On any fault nothing is returned but all faults, by line.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        let documents = tree::documents(text).map_err(|fault| vec![fault])?;
        let faults = Faults::default();
        let mut found = Found::default();
        for document in &documents {
            found.read(document, &faults);
        }
        found.agree(&faults);
        let faults = faults.into_sorted();
        if !faults.is_empty() {
            return Err(faults);
        }
        let required = "a document that is required and without a fault was read";
        Ok(Self {
            machine: found.machine.expect(required),
            links: found.links,
            resolver: found.resolver.unwrap_or_default(),
            time: found.time,
            cluster: found.cluster.expect(required),
            secrets: found.secrets.expect(required),
            kubelet: found.kubelet.unwrap_or_default(),
            text: Secret::new(text.to_owned()),
        })
    }

    /// The file as it was written.
    pub fn text(&self) -> &Secret<String> {
        &self.text
    }

    /// What a node with this configuration refuses to become: such a change needs a reset.
    pub fn refuse_change(&self, next: &Config) -> Vec<Fault> {
        let mut faults = Vec::new();
        let (now, then) = (self.machine.role, next.machine.role);
        if now != then {
            let message =
                format!("this machine is a {}; a configuration for a {} needs a reset first", now.name(), then.name());
            faults.push(Fault::new(0, "Machine.role", message));
        }
        if self.cluster.name != next.cluster.name {
            let message = format!("this machine is in cluster {:?}, not {:?}", self.cluster.name, next.cluster.name);
            faults.push(Fault::new(0, "Cluster.name", message));
        }
        if self.cluster.pod_networks != next.cluster.pod_networks {
            faults.push(Fault::new(0, "Cluster.network.pods", "cannot change while the cluster lives"));
        }
        if self.cluster.service_networks != next.cluster.service_networks {
            faults.push(Fault::new(0, "Cluster.network.services", "cannot change while the cluster lives"));
        }
        faults
    }
}

impl Found {
    fn read(&mut self, document: &Node, faults: &Faults) {
        let Some(mut fields) = Fields::of_document(document, faults) else { return };
        let line = fields.line();
        let kind_field = fields.need("kind");
        let version_field = fields.need("apiVersion");
        if let Some(field) = &version_field {
            field.choice(&[(API_VERSION, ())]);
        }
        let Some(kind) = kind_field.as_ref().and_then(|field| field.choice(KINDS)) else { return };
        let name = KINDS.iter().find(|(_, other)| *other == kind).map_or("", |(name, _)| *name);
        if kind != Kind::Link
            && let Some((_, first)) = self.seen.iter().find(|(other, _)| *other == kind)
        {
            faults.add(line, name, format!("a second document of this kind; the first is at line {first}"));
        }
        self.seen.push((kind, line));
        fields.rename(name);
        match kind {
            Kind::Machine => self.machine = machine::read(fields),
            Kind::Link => {
                if let Some(link) = link::read(fields) {
                    if self.links.iter().any(|other| other.name == link.name) {
                        faults.add(line, format!("Link[{}]", link.name), "a second document for this link");
                    }
                    self.links.push(link);
                }
            }
            Kind::Resolver => self.resolver = resolver::read(fields),
            Kind::Time => self.time = time::read(fields),
            Kind::Cluster => self.cluster = cluster::read(fields),
            Kind::Secrets => self.secrets = secrets::read(fields),
            Kind::Kubelet => self.kubelet = kubelet::read(fields),
        }
    }

    /// What no document can check alone.
    fn agree(&self, faults: &Faults) {
        for (kind, name) in [(Kind::Machine, "Machine"), (Kind::Cluster, "Cluster"), (Kind::Secrets, "Secrets")] {
            if !self.seen.iter().any(|(seen, _)| *seen == kind) {
                faults.add(0, name, "a document of this kind is required");
            }
        }
        let (Some(machine), Some(secrets)) = (&self.machine, &self.secrets) else { return };
        let line = self.seen.iter().find(|(kind, _)| *kind == Kind::Secrets).map_or(0, |(_, line)| *line);
        let roots = [
            ("machine", Some(&secrets.machine)),
            ("kubernetes", Some(&secrets.kubernetes)),
            ("etcd", secrets.etcd.as_ref()),
            ("frontProxy", secrets.front_proxy.as_ref()),
        ];
        match machine.role {
            Role::ControlPlane => {
                for (name, root) in roots {
                    match root {
                        Some(Root { key: Some(_), .. }) => {}
                        Some(Root { key: None, line, .. }) => {
                            faults.add(*line, format!("Secrets.{name}.key"), "is required on a control plane");
                        }
                        None => faults.add(line, format!("Secrets.{name}"), "is required on a control plane"),
                    }
                }
                if secrets.service_account.is_none() {
                    faults.add(line, "Secrets.serviceAccount", "is required on a control plane");
                }
            }
            Role::Worker => {
                for (name, root) in roots {
                    if let Some(Root { key: Some(_), line, .. }) = root {
                        faults.add(*line, format!("Secrets.{name}.key"), "must not be on a worker");
                    }
                }
                if secrets.service_account.is_some() {
                    faults.add(line, "Secrets.serviceAccount", "must not be on a worker");
                }
                if self.cluster.as_ref().is_some_and(|cluster| cluster.control_planes.is_empty()) {
                    let cluster =
                        self.seen.iter().find(|(kind, _)| *kind == Kind::Cluster).map_or(0, |(_, line)| *line);
                    faults.add(
                        cluster,
                        "Cluster.controlPlanes",
                        "is required on a worker: it asks them for certificates",
                    );
                }
            }
        }
    }
}

/// The secrets of a file that may hold nothing else, as `gen secrets` writes it.
pub fn parse_secrets(text: &str) -> Result<Secrets, Vec<Fault>> {
    let documents = tree::documents(text).map_err(|fault| vec![fault])?;
    let faults = Faults::default();
    let mut found = Found::default();
    for document in &documents {
        found.read(document, &faults);
    }
    if found.secrets.is_none() {
        faults.add(0, "Secrets", "a document of this kind is required");
    }
    let faults = faults.into_sorted();
    match found.secrets {
        Some(secrets) if faults.is_empty() => Ok(secrets),
        _ => Err(faults),
    }
}
