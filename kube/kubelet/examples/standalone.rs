//! Runs a kubelet on a runtime that is there, for trying things by hand on a host without cgroup v2:
//! `standalone NODE ROOT SOCKET [--images FILE] [--kubeconfig FILE] [--serve ADDRESS FOLDER-WITH-tls.crt-tls.key-ca.crt]`.
#![allow(clippy::disallowed_methods)] // A program: it reads its arguments.

use std::path::PathBuf;

use kube_kubelet::{Config, Limits, Server};
use machined_base::Shutdown;
use machined_base::telemetry::{self, Format};

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next();
    let (Some(node), Some(root), Some(socket)) = (next(), next(), next()) else {
        panic!("standalone NODE ROOT SOCKET")
    };
    let root = PathBuf::from(root);
    let mut config = Config::new(node, root.join("kubelet"), socket);
    config.node.addresses = vec!["127.0.0.1".parse().expect("an address")];
    config.folders.pod_logs = root.join("logs/pods");
    config.folders.container_logs = Some(root.join("logs/containers"));
    config.folders.static_pods = Some(root.join("manifests"));
    config.limits = Limits::Unenforced { why: "this host has no cgroup v2".into() };
    while let Some(option) = next() {
        let value = next().expect("a value");
        match option.as_str() {
            "--images" => config.images.push(value.into()),
            "--kubeconfig" => {
                let read = kube_informer::Kubeconfig::read(value.as_ref(), "kubelet").expect("a kubeconfig");
                config.api = Some(read.config);
            }
            "--serve" => {
                let folder = PathBuf::from(next().expect("a folder"));
                config.server = Some(Server {
                    address: value.parse().expect("an address"),
                    certificate: folder.join("tls.crt"),
                    key: folder.join("tls.key"),
                    client_ca: folder.join("ca.crt"),
                });
            }
            other => panic!("unknown option {other}"),
        }
    }
    telemetry::init("info,kube_kubelet=debug", Format::Text).expect("logs");
    let shutdown = Shutdown::new();
    let stop = shutdown.clone();
    let stopped = async move {
        tokio::signal::ctrl_c().await.expect("signals");
        stop.request();
    };
    let (outcome, ()) = tokio::join!(kube_kubelet::run(config, shutdown), stopped);
    outcome.expect("kubelet");
}
