//! Which static pods this node has: those of a control plane, once its store may start.

use std::fs;
use std::path::Path;

use async_trait::async_trait;
use machined_config::Role;
use machined_resources::{
    ActiveConfig, CertificateStatus, ClusterIntent, EtcdIntent, KubeletFile, Paths, Resource, StaticPodStatus,
};
use machined_runtime::{Context, Controller, Next, ReconcileError};

use super::API_PORT;
use super::manifest::Pod;
use crate::files::write;

const NAME: &str = "static-pods";
const CERTIFIED: [&str; 6] =
    ["apiserver", "apiserver-kubelet-client", "front-proxy-client", "controller-manager", "scheduler", "etcd-server"];

#[derive(Debug)]
pub struct StaticPods {
    pub paths: Paths,
}

#[async_trait]
impl Controller for StaticPods {
    fn name(&self) -> &'static str {
        NAME
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE, ClusterIntent::TYPE, EtcdIntent::TYPE, CertificateStatus::TYPE, KubeletFile::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let store = &context.store;
        let Some(config) = store.only::<ActiveConfig>() else { return Ok(Next::Whenever) };
        if config.0.machine.role != Role::ControlPlane {
            return Ok(Next::Whenever);
        }
        let external = config.0.cluster.external_etcd.is_some();
        let run = store.only::<ClusterIntent>().is_some_and(|intent| intent.run);
        let certified = CERTIFIED.iter().all(|id| store.get::<CertificateStatus>(id).is_some());
        let store_may = external || store.only::<EtcdIntent>().is_some();
        let wait = match (run, certified, store_may) {
            (true, true, true) => None,
            (_, _, false) => Some("waits for bootstrap"),
            (_, false, _) => Some("waits for certificates"),
            (false, ..) => Some("the node is not told to run pods"),
        };
        let (etcd_data, etcd_run) = (self.paths.etcd_data(), self.paths.at("/run/etcd"));
        let (etcd_data, etcd_run) = (etcd_data.display().to_string(), etcd_run.display().to_string());
        let etcd_mounts = [("data", etcd_data.as_str(), true), ("socket", etcd_run.as_str(), true)];
        let api_mounts = [("socket", etcd_run.as_str(), false)];
        let rows: [(&str, &str, &str, &str, &[(&str, &str, bool)], Option<u16>); 4] = [
            ("etcd", "etcd", "100m", "100Mi", &etcd_mounts, None),
            ("kube-apiserver", "apiserver", "250m", "128Mi", &api_mounts, Some(API_PORT)),
            ("kube-controller-manager", "controller-manager", "200m", "64Mi", &[], None),
            ("kube-scheduler", "scheduler", "100m", "32Mi", &[], None),
        ];
        for (name, program, cpu, memory, mounts, probe) in rows {
            let path = self.paths.manifests().join(format!("{name}.yaml"));
            let unwanted = name == "etcd" && external;
            if unwanted {
                remove(&path)?;
                store.remove::<StaticPodStatus>(name);
                continue;
            }
            if let Some(why) = wait {
                let written = path.exists();
                store.put(NAME, name, StaticPodStatus { written, message: why.to_owned() });
                continue;
            }
            let file = self.paths.component(program);
            // The pod is made anew when the file that its program reads once has changed.
            let text = fs::read(&file)?;
            let revision = machined_pki::Fingerprint::of_der(&text).to_string();
            let config = file.display().to_string();
            let pod = Pod { name, program, config: &config, cpu, memory, mounts, probe, revision: &revision };
            if write(&path, &pod.render(&self.paths.kubernetes().display().to_string()))? {
                context.events.add("static pod", name, "manifest written");
            }
            store.put(NAME, name, StaticPodStatus { written: true, message: String::new() });
        }
        Ok(Next::Whenever)
    }
}

fn remove(path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(err) if err.kind() != std::io::ErrorKind::NotFound => Err(err),
        _ => Ok(()),
    }
}
