//! kubelet: runs the node's pods. Its configuration file is made by a controller; here it is started when all is there.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use machined_resources::{ClusterIntent, Health, KubeletFile, Resource, ServiceStatus};
use machined_runtime::{Context, Store};
use machined_sys::Command;

use super::Place;
use crate::{HealthCheck, PrepareError, Readiness, Service};

const PROGRAM: &str = "/usr/bin/kube";
/// Of its own API, as upstream's: pkg/cluster/ports. Every path there wants credentials, so only the port is asked.
const PORT: u16 = 10250;

#[derive(Debug)]
pub struct Kubelet {
    place: Arc<Place>,
}

impl Kubelet {
    pub fn new(place: Arc<Place>) -> Self {
        Self { place }
    }
}

#[async_trait]
impl Service for Kubelet {
    fn id(&self) -> &'static str {
        "kubelet"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ClusterIntent::TYPE, KubeletFile::TYPE, ServiceStatus::TYPE]
    }

    fn readiness(&self, store: &Store) -> Readiness {
        if !store.only::<ClusterIntent>().is_some_and(|intent| intent.run) {
            return Readiness::Wait("the node is not told to run pods".to_owned());
        }
        let Some(file) = store.only::<KubeletFile>() else {
            return Readiness::Wait("its configuration is not written yet".to_owned());
        };
        match store.get::<ServiceStatus>("containerd") {
            Some(status) if status.health == Health::Healthy => Readiness::Ready { revision: file.revision },
            _ => Readiness::Wait("containerd is not healthy yet".to_owned()),
        }
    }

    async fn prepare(&self, _: &Context) -> Result<Command, PrepareError> {
        let command = self.place.command(PROGRAM, "kubelet")?;
        Ok(command.arg("kubelet").arg("--config").arg(self.place.paths.component("kubelet")))
    }

    fn health(&self) -> HealthCheck {
        HealthCheck::Port(PORT)
    }

    fn grace(&self) -> Duration {
        Duration::from_secs(30)
    }
}
