//! The kubelet's configuration file.

use std::sync::Arc;

use async_trait::async_trait;
use machined_config::{Config, Effect, Role};
use machined_resources::{ActiveConfig, CertificateStatus, HostnameStatus, KubeletFile, NodeAddress, Paths, Resource};
use machined_runtime::{Context, Controller, Next, ReconcileError};
use machined_sys::platform::Platform;

use super::certificates::pair;
use crate::files::write;

/// Kept back from pods for the system's own services: what those use on an idle node, and as much again.
const RESERVED_MEMORY: u64 = 256 << 20;
const RESERVED_CPU_MILLI: u64 = 100;
/// As upstream's kubeadm: the taint that keeps ordinary pods off a control plane is set by the addons controller, for
/// a kubelet may not set it on itself; labels with this prefix likewise.
const RESERVED_LABELS: &str = "node-role.kubernetes.io/";

pub struct KubeletConfig {
    paths: Paths,
    platform: Arc<dyn Platform>,
}

impl KubeletConfig {
    pub fn new(paths: Paths, platform: Arc<dyn Platform>) -> Self {
        Self { paths, platform }
    }
}

#[async_trait]
impl Controller for KubeletConfig {
    fn name(&self) -> &'static str {
        "kubelet-config"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, HostnameStatus::TYPE, NodeAddress::TYPE, CertificateStatus::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        let certified =
            ["kubelet-client", "kubelet-server"].iter().all(|id| store.get::<CertificateStatus>(id).is_some());
        let (Some((config, host, known)), true) = (super::settled(store), certified) else {
            return Ok(Next::Whenever);
        };
        std::fs::create_dir_all(self.paths.manifests())?;
        let text = self.render(&config, &host.name, &known);
        write(&self.paths.component("kubelet"), &text)?;
        let revision = machined_pki::Fingerprint::of_der(text.as_bytes()).to_string();
        store.put("kubelet-config", "", KubeletFile { revision });
        Ok(Next::Whenever)
    }
}

impl KubeletConfig {
    fn render(&self, config: &Config, host: &str, known: &NodeAddress) -> String {
        let paths = &self.paths;
        let (certificate, key) = pair(paths, "kubelet-server");
        let addresses: Vec<String> = known.addresses.iter().map(|address| format!("\"{address}\"")).collect();
        let mut labels = config.kubelet.labels.clone();
        labels.retain(|name, _| !name.starts_with(RESERVED_LABELS));
        let labels: Vec<String> = labels.iter().map(|(name, value)| format!("\"{name}\": \"{value}\"")).collect();
        let taints: Vec<String> = config
            .kubelet
            .taints
            .iter()
            .map(|taint| {
                format!("{{key: \"{}\", value: \"{}\", effect: {}}}", taint.key, taint.value, effect(taint.effect))
            })
            .collect();
        let dns = config.cluster.dns_service().map(|address| format!("\"{address}\"")).unwrap_or_default();
        let limits = match self.platform.cgroup_root() {
            Some(root) => format!("enforced: {{root: {}, parent: \"\"}}", root.display()),
            None => "unenforced: {why: this node has no cgroup v2 with controllers}".to_owned(),
        };
        let shared = self.platform.limits().shared;
        let port = if config.machine.role == Role::ControlPlane { "own" } else { "cluster" };
        format!(
            "# The API server of the {port}.
name: {host}
addresses: [{addresses}]
labels: {{{labels}}}
taints: [{taints}]
maxPods: {max_pods}
reserved: {{cpuMilli: {RESERVED_CPU_MILLI}, memory: {RESERVED_MEMORY}}}
root: {root}
podLogs: {pod_logs}
containerLogs: {container_logs}
staticPods: {manifests}
resolvConf: {resolv}
hosts: {hosts}
runtime: {runtime}
images: [{image}]
dns: {{servers: [{dns}], domain: {domain}}}
kubeconfig: {kubeconfig}
server: {{address: 0.0.0.0:10250, certificate: {certificate}, key: {key}, clientCa: {client_ca}}}
limits: {{{limits}}}
sharedHost: {shared}
",
            addresses = addresses.join(", "),
            labels = labels.join(", "),
            taints = taints.join(", "),
            max_pods = config.kubelet.max_pods,
            root = paths.at("/var/lib/kubelet").display(),
            pod_logs = paths.at("/var/log/pods").display(),
            container_logs = paths.at("/var/log/containers").display(),
            manifests = paths.manifests().display(),
            resolv = paths.etc().join("resolv.conf").display(),
            hosts = paths.etc().join("hosts").display(),
            runtime = paths.containerd_socket().display(),
            image = paths.system_image().display(),
            domain = config.cluster.dns_domain,
            kubeconfig = paths.kubeconfig("kubelet").display(),
            certificate = certificate.display(),
            key = key.display(),
            client_ca = paths.pki().join("ca.crt").display(),
        )
    }
}

fn effect(effect: Effect) -> &'static str {
    effect.name()
}
