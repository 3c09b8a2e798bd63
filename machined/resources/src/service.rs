//! Services: programs that machined keeps running.

use jiff::Timestamp;

use crate::Resource;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceState {
    /// Something that it needs is not there yet.
    Waiting,
    Running,
    Stopping,
    Stopped,
    /// It ended by itself and starts again after a while.
    Failed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    Unknown,
    Healthy,
    Unhealthy,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceStatus {
    pub state: ServiceState,
    pub health: Health,
    pub message: String,
    pub pid: Option<i32>,
    pub restarts: u32,
    pub since: Timestamp,
}

impl ServiceState {
    pub fn name(self) -> &'static str {
        match self {
            ServiceState::Waiting => "Waiting",
            ServiceState::Running => "Running",
            ServiceState::Stopping => "Stopping",
            ServiceState::Stopped => "Stopped",
            ServiceState::Failed => "Failed",
        }
    }
}

impl Health {
    pub fn name(self) -> &'static str {
        match self {
            Health::Unknown => "Unknown",
            Health::Healthy => "Healthy",
            Health::Unhealthy => "Unhealthy",
        }
    }
}

impl Resource for ServiceStatus {
    const TYPE: &'static str = "services";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("state", self.state.name().to_owned()),
            ("health", self.health.name().to_owned()),
            ("pid", self.pid.map(|pid| pid.to_string()).unwrap_or_default()),
            ("restarts", self.restarts.to_string()),
            ("since", self.since.to_string()),
            ("message", self.message.clone()),
        ]
    }
}
