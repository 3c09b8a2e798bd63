//! Boot, and the bootstrap of a new cluster.

use std::sync::Arc;

use machined_base::Restart;
use machined_config::{Config, Role};
use machined_resources::{ActiveConfig, ClusterIntent, EtcdIntent, Resource, Stage, VolumeStatus};

use crate::kept::{Kept, KeptError};
use crate::{OWNER, Sequencer, Shared};

#[derive(Debug, thiserror::Error)]
pub enum BootstrapError {
    #[error("the machine has no configuration yet")]
    NoConfiguration,
    #[error("this is a worker; bootstrap a control plane")]
    Worker,
    #[error("this cluster uses a store of its own (cluster.etcd.external); there is nothing to bootstrap")]
    External,
    #[error("this machine was bootstrapped already; a second bootstrap would be a second cluster")]
    Again,
    #[error(transparent)]
    Kept(#[from] KeptError),
}

impl Sequencer {
    /// Starts the boot; it ends when the node runs, or waits for a configuration.
    pub fn boot(&self) {
        let shared = self.shared.clone();
        self.shared.tasks.spawn("boot", Restart::Backoff, move || {
            let shared = shared.clone();
            async move { shared.boot().await }
        });
    }

    /// Makes this machine the first member of a new cluster's store.
    pub async fn bootstrap(&self) -> Result<(), BootstrapError> {
        let shared = &self.shared;
        let _changing = shared.changing.lock().await;
        let Some(config) = shared.context.store.only::<ActiveConfig>() else {
            return Err(BootstrapError::NoConfiguration);
        };
        if config.0.machine.role == Role::Worker {
            return Err(BootstrapError::Worker);
        }
        if config.0.cluster.external_etcd.is_some() {
            return Err(BootstrapError::External);
        }
        let kept = shared.kept();
        if kept.bootstrapped() {
            return Err(BootstrapError::Again);
        }
        kept.set_bootstrapped(&shared.context.clock.now().to_string())?;
        shared.context.store.put(OWNER, "", EtcdIntent { cluster_state: "new".to_owned() });
        shared.context.events.add("sequence", "bootstrap", "this machine starts a new cluster");
        Ok(())
    }
}

impl Shared {
    pub(crate) fn kept(&self) -> Kept {
        Kept::new(self.paths.state())
    }

    async fn boot(&self) -> Result<(), KeptError> {
        self.stage(Stage::Booting, "waits for STATE");
        self.mounted("STATE").await;
        let Some(text) = self.kept().load()? else {
            self.stage(Stage::Maintenance, "waits for a configuration");
            return Ok(());
        };
        match Config::parse(&text) {
            Ok(config) => self.start(config).await,
            Err(faults) => {
                // A configuration that was good once: a person has to look, and can apply another.
                let words: Vec<String> = faults.iter().map(ToString::to_string).collect();
                self.stage(
                    Stage::Maintenance,
                    &format!("the kept configuration is not understood: {}", words.join("; ")),
                );
            }
        }
        Ok(())
    }

    /// From a configuration to a node that runs.
    pub(crate) async fn start(&self, config: Config) {
        let role = config.machine.role;
        self.context.store.put(OWNER, "", ActiveConfig(Arc::new(config)));
        self.stage(Stage::Booting, "waits for volumes");
        self.mounted("EPHEMERAL").await;
        if role == Role::ControlPlane {
            self.mounted("ETCD").await;
            if self.kept().bootstrapped() {
                self.context.store.put(OWNER, "", EtcdIntent { cluster_state: "existing".to_owned() });
            }
        }
        self.context.store.put(OWNER, "", ClusterIntent { run: true });
        self.stage(Stage::Running, "");
    }

    async fn mounted(&self, volume: &str) {
        let mounted = |store: &machined_runtime::Store| store.get::<VolumeStatus>(volume)?.mounted.map(|_| ());
        self.context.store.until(&[VolumeStatus::TYPE], mounted).await;
    }
}
