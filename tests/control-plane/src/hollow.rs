//! Hollow nodes: the kubelet as it ships, with its own certificates and its own port on loopback, on a runtime in memory.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use kube_informer::{Identity, Material};
use kube_kubelet::{Capacity, Config, Limits, Server};
use machined_base::{Restart, Tasks};
use machined_pki::kubernetes::{self, Reached};
use machined_pki::{Authority, Leaf, Request};
use qemu_cluster::plane::Plane;

use crate::host::HostCri;

/// `server` is how anybody reaches the API server; the node shows it a certificate of its own.
pub(crate) async fn start(
    tasks: &Tasks,
    name: &str,
    folder: &Path,
    port: u16,
    plane: &Plane,
    server: kube_informer::Config,
) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    let address = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let authority = authority(plane)?;
    let issue = |request: Request| -> anyhow::Result<Leaf> {
        authority.issue(&request, tasks.clock().now()).with_context(|| format!("issue {}", request.common_name))
    };
    let client = issue(kubernetes::kubelet_client(name))?;
    let reached = Reached { addresses: vec![address], ..Reached::default() };
    let serving = issue(kubernetes::kubelet_server(name, &reached))?;
    let (certificate, key) = (folder.join("kubelet.crt"), folder.join("kubelet.key"));
    std::fs::write(&certificate, &serving.certificate_pem).context("write the kubelet's certificate")?;
    std::fs::write(&key, serving.key.pem()).context("write the kubelet's key")?;

    let mut config = Config::new(name, folder.join("kubelet"), folder.join("no-runtime.sock"));
    config.folders.pod_logs = folder.join("pods");
    config.folders.container_logs = None;
    config.node.addresses = vec![address];
    config.node.capacity = Some(Capacity { cpu_milli: 8000, memory: 16 << 30, storage: 100 << 30 });
    config.api = Some(kube_informer::Config {
        identity: Identity::Certificate {
            certificate: Material::inline(client.certificate_pem),
            key: Material::inline(client.key.pem()),
        },
        ..server
    });
    config.server =
        Some(Server { address: SocketAddr::new(address, port), certificate, key, client_ca: plane.path("pki/ca.crt") });
    config.limits = Limits::Unenforced { why: "a hollow node has no containers".into() };
    let cri = Arc::new(HostCri::start(&folder.join("containers"), tasks).await?);
    let (clock, shutdown) = (tasks.clock().clone(), tasks.shutdown().clone());
    tasks.spawn("hollow-node", Restart::Never, move || {
        kube_kubelet::run_on(config.clone(), cri.clone(), clock.clone(), shutdown.clone())
    });
    Ok(())
}

fn authority(plane: &Plane) -> anyhow::Result<Authority> {
    let read = |name: &str| std::fs::read_to_string(plane.path(name)).with_context(|| format!("read {name}"));
    Authority::from_pem(&read("pki/ca.crt")?, &read("pki/ca.key")?).context("read the authority")
}
