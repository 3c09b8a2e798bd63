//! apid: this very program by another name, as a user without rights.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use machined_runtime::{Context, Store};
use machined_sys::{Command, Identity};

use super::Place;
use crate::{HealthCheck, PrepareError, Readiness, Service};

/// As in the root's passwd.
const UID: u32 = 50;

#[derive(Debug)]
pub struct Apid {
    place: Arc<Place>,
}

impl Apid {
    pub fn new(place: Arc<Place>) -> Self {
        Self { place }
    }
}

#[async_trait]
impl Service for Apid {
    fn id(&self) -> &'static str {
        "apid"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[]
    }

    fn readiness(&self, _: &Store) -> Readiness {
        Readiness::Ready { revision: "1".to_owned() }
    }

    async fn prepare(&self, _: &Context) -> Result<Command, PrepareError> {
        let place = &self.place;
        let command = place.command(&place.program, "apid")?.name("apid").no_new_privileges();
        let command =
            command.arg("apid").args(["--listen", &place.api.to_string()]).arg("--socket").arg(place.paths.socket());
        if !place.owns_root {
            return Ok(command);
        }
        Ok(command.identity(Identity { uid: UID, gid: UID, groups: vec![UID] }))
    }

    fn health(&self) -> HealthCheck {
        HealthCheck::Running
    }

    fn grace(&self) -> Duration {
        Duration::from_secs(10)
    }
}
