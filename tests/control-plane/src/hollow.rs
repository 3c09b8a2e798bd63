//! Hollow nodes: the kubelet as it ships, on a container runtime that is a table in memory. They listen on no port.

use std::path::Path;
use std::sync::Arc;

use kube_cri::FakeCri;
use kube_kubelet::{Capacity, Config, Limits};
use machined_base::{Restart, Tasks};

pub(crate) fn start(tasks: &Tasks, name: &str, folder: &Path, server: kube_informer::Config) {
    let mut config = Config::new(name, folder.join("kubelet"), folder.join("no-runtime.sock"));
    config.folders.pod_logs = folder.join("pods");
    config.folders.container_logs = None;
    config.node.capacity = Some(Capacity { cpu_milli: 8000, memory: 16 << 30, storage: 100 << 30 });
    config.api = Some(server);
    config.limits = Limits::Unenforced { why: "a hollow node has no containers".into() };
    let cri = Arc::new(FakeCri::new(tasks.clock().clone()));
    let (clock, shutdown) = (tasks.clock().clone(), tasks.shutdown().clone());
    tasks.spawn("hollow-node", Restart::Never, move || {
        kube_kubelet::run_on(config.clone(), cri.clone(), clock.clone(), shutdown.clone())
    });
}
