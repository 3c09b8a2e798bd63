//! Configuration files and kubeconfigs of the control plane's components.

use async_trait::async_trait;
use machined_config::{Config, Role};
use machined_resources::{ActiveConfig, HostnameStatus, NodeAddress, Paths, Resource};
use machined_runtime::{Context, Controller, Next, ReconcileError};

use super::API_PORT;
use super::certificates::pair;
use super::kubeconfig::{Credentials, render};
use crate::files::{write, write_secret};

/// As upstream: the port of etcd for clients.
const ETCD_PORT: u16 = 2379;
/// Manifests of the cluster's own workloads, in the verified root.
const ADDONS: &str = "/usr/share/ironstone/addons";
/// Texts of Kubernetes' fields for `kubectl explain`, in the verified root.
const DESCRIPTIONS: &str = "/usr/share/ironstone/descriptions.gz";

#[derive(Debug)]
pub struct Components {
    pub paths: Paths,
}

#[async_trait]
impl Controller for Components {
    fn name(&self) -> &'static str {
        "components"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, HostnameStatus::TYPE, NodeAddress::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        let Some((config, host, known)) = super::settled(store) else { return Ok(Next::Whenever) };
        for who in components(&config) {
            let (certificate, key) =
                pair(&self.paths, &format!("{who}{}", if *who == "kubelet" { "-client" } else { "" }));
            let text = render(
                &config.cluster.name,
                &server(&config),
                &config.secrets.kubernetes.certificate,
                who,
                Credentials::Files { certificate: &certificate, key: &key },
            );
            write(&self.paths.kubeconfig(who), &text)?;
        }
        if config.machine.role == Role::ControlPlane {
            self.external_etcd(&config)?;
            write(&self.paths.component("etcd"), &self.etcd(&host.name))?;
            write(&self.paths.component("apiserver"), &self.apiserver(&config, &known))?;
            write(&self.paths.component("controller-manager"), &self.controller_manager(&config))?;
            write(&self.paths.component("scheduler"), &self.scheduler())?;
        }
        Ok(Next::Whenever)
    }
}

fn components(config: &Config) -> &'static [&'static str] {
    match config.machine.role {
        Role::ControlPlane => &["kubelet", "controller-manager", "scheduler"],
        Role::Worker => &["kubelet"],
    }
}

/// A control-plane node speaks to its own API server.
fn server(config: &Config) -> String {
    match config.machine.role {
        Role::ControlPlane => format!("https://127.0.0.1:{API_PORT}"),
        Role::Worker => config.cluster.endpoint.to_string(),
    }
}

fn list<T: ToString>(values: &[T]) -> String {
    values.iter().map(|value| format!("\"{}\"", value.to_string())).collect::<Vec<_>>().join(", ")
}

fn joined<T: ToString>(values: &[T]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

impl Components {
    /// The socket is for this node's API server; the port is for etcdctl and, with more than one member, for peers'
    /// clients.
    fn etcd(&self, host: &str) -> String {
        let pki = self.paths.pki();
        let pki = pki.display();
        format!(
            "name: {host}
dataDir: {data}
listenClientSocket: {socket}
listen:
- {{address: \"0.0.0.0:{ETCD_PORT}\", certificate: {pki}/etcd-server.crt, key: {pki}/etcd-server.key, clientCa: {pki}/etcd-ca.crt}}
",
            data = self.paths.etcd_data().join("data").display(),
            socket = self.paths.etcd_socket().display(),
        )
    }

    /// Keys and certificates of a store of somebody else's become files.
    fn external_etcd(&self, config: &Config) -> Result<(), ReconcileError> {
        let Some(external) = &config.cluster.external_etcd else { return Ok(()) };
        let pki = self.paths.pki();
        for (name, text) in [("external-etcd-ca.crt", &external.ca), ("external-etcd.crt", &external.certificate)] {
            if let Some(text) = text {
                write(&pki.join(name), text)?;
            }
        }
        if let Some(key) = &external.key {
            write_secret(&pki.join("external-etcd.key"), key.expose())?;
        }
        Ok(())
    }

    fn store(&self, config: &Config) -> String {
        let pki = self.paths.pki();
        match &config.cluster.external_etcd {
            None => format!("{{unix: {}}}", self.paths.etcd_socket().display()),
            Some(external) => {
                let mut text = format!("{{etcd: {{endpoints: [{}]", list(&external.endpoints));
                if external.ca.is_some() {
                    text.push_str(&format!(", ca: {}", pki.join("external-etcd-ca.crt").display()));
                }
                if external.certificate.is_some() {
                    let (certificate, key) = (pki.join("external-etcd.crt"), pki.join("external-etcd.key"));
                    text.push_str(&format!(", certificate: {}, key: {}", certificate.display(), key.display()));
                }
                text.push_str("}}");
                text
            }
        }
    }

    fn apiserver(&self, config: &Config, known: &NodeAddress) -> String {
        let pki = self.paths.pki();
        let pki = pki.display();
        let advertise =
            known.addresses.first().map(|address| format!("advertiseAddress: {address}\n")).unwrap_or_default();
        format!(
            "listen: 0.0.0.0:{API_PORT}
{advertise}tls: {{certificate: {pki}/apiserver.crt, key: {pki}/apiserver.key}}
clientCa: {pki}/ca.crt
kubelet: {{certificate: {pki}/apiserver-kubelet-client.crt, key: {pki}/apiserver-kubelet-client.key, ca: {pki}/ca.crt}}
serviceAccounts: {{issuer: \"https://kubernetes.default.svc.{domain}\", signingKey: {pki}/sa.key}}
frontProxy: {{ca: {pki}/front-proxy-ca.crt, certificate: {pki}/front-proxy-client.crt, key: {pki}/front-proxy-client.key, allowedNames: [front-proxy-client]}}
serviceCidr: [{services}]
store: {store}
{descriptions}",
            descriptions = self.descriptions(),
            domain = config.cluster.dns_domain,
            services = list(&config.cluster.service_networks),
            store = self.store(config),
        )
    }

    fn descriptions(&self) -> String {
        let file = self.paths.at(DESCRIPTIONS);
        if file.is_file() { format!("descriptions: {}\n", file.display()) } else { String::new() }
    }

    fn controller_manager(&self, config: &Config) -> String {
        let pki = self.paths.pki();
        let pki = pki.display();
        format!(
            "kubeconfig: {kubeconfig}
rootCa: {pki}/ca.crt
signing: {{certificate: {pki}/ca.crt, key: {pki}/ca.key}}
serviceAccountKey: {pki}/sa.key
clusterCidr: [{pods}]
serviceCidr: [{services}]
{addons}",
            addons = self.addons(config),
            kubeconfig = self.paths.kubeconfig("controller-manager").display(),
            pods = list(&config.cluster.pod_networks),
            services = list(&config.cluster.service_networks),
        )
    }

    /// The manifests that this image carries, and what the names in them stand for.
    fn addons(&self, config: &Config) -> String {
        let folder = self.paths.at(ADDONS);
        if !folder.is_dir() {
            return String::new();
        }
        let cluster = &config.cluster;
        let variables = [
            ("API_ENDPOINT", cluster.endpoint.to_string()),
            ("API_HOST", cluster.endpoint.host.clone()),
            ("API_PORT", cluster.endpoint.port.to_string()),
            ("DNS_DOMAIN", cluster.dns_domain.clone()),
            ("DNS_SERVICE", cluster.dns_service().map(|address| address.to_string()).unwrap_or_default()),
            ("IMAGE", super::manifest::IMAGE.to_owned()),
            ("POD_CIDR", joined(&cluster.pod_networks)),
            ("SERVICE_CIDR", joined(&cluster.service_networks)),
        ];
        let variables: Vec<String> = variables.iter().map(|(name, value)| format!("{name}: \"{value}\"")).collect();
        format!("addons: {{folder: {}, variables: {{{}}}}}\n", folder.display(), variables.join(", "))
    }

    fn scheduler(&self) -> String {
        format!("kubeconfig: {}\n", self.paths.kubeconfig("scheduler").display())
    }
}
