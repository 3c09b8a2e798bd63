//! The machine as a whole.

use std::sync::Arc;

use jiff::Timestamp;
use machined_config::Config;

use crate::Resource;

/// How far a machine has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Booting,
    /// No configuration: waits for one.
    Maintenance,
    Running,
    ShuttingDown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MachineStatus {
    pub stage: Stage,
    /// What the machine is at, or why it cannot go on.
    pub message: String,
}

/// The configuration that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveConfig(pub Arc<Config>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeStatus {
    /// Certificates are judged only from then on.
    pub synced: bool,
    /// Whom the time came from.
    pub source: String,
    pub since: Option<Timestamp>,
}

impl Stage {
    pub fn name(self) -> &'static str {
        match self {
            Stage::Booting => "booting",
            Stage::Maintenance => "maintenance",
            Stage::Running => "running",
            Stage::ShuttingDown => "shutting down",
        }
    }
}

impl Resource for MachineStatus {
    const TYPE: &'static str = "machine";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("stage", self.stage.name().to_owned()), ("message", self.message.clone())]
    }
}

impl Resource for ActiveConfig {
    const TYPE: &'static str = "config";

    fn fields(&self) -> Vec<(&'static str, String)> {
        let config = &self.0;
        vec![
            ("role", config.machine.role.name().to_owned()),
            ("cluster", config.cluster.name.clone()),
            ("endpoint", config.cluster.endpoint.to_string()),
        ]
    }
}

impl Resource for TimeStatus {
    const TYPE: &'static str = "time";

    fn fields(&self) -> Vec<(&'static str, String)> {
        let since = self.since.map(|since| since.to_string()).unwrap_or_default();
        vec![("synced", self.synced.to_string()), ("source", self.source.clone()), ("since", since)]
    }
}
