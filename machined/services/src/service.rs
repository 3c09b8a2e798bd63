//! What a service says about itself.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use machined_runtime::{Context, Store};
use machined_sys::Command;

use crate::HealthCheck;

/// Whether a service may run now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// It may; another revision later means that it has to be started again to take its new settings.
    Ready { revision: String },
    /// Not yet, and why.
    Wait(String),
}

/// One program to keep running.
#[async_trait]
pub trait Service: Send + Sync + 'static {
    fn id(&self) -> &'static str;

    /// Types of resources that its readiness depends on.
    fn inputs(&self) -> &'static [&'static str];

    fn readiness(&self, store: &Store) -> Readiness;

    /// Writes what the program reads, and says how to start it. Its output is taken care of by the caller.
    async fn prepare(&self, context: &Context) -> Result<Command, PrepareError>;

    fn health(&self) -> HealthCheck;

    /// How long it may take to stop when asked.
    fn grace(&self) -> Duration {
        Duration::from_secs(20)
    }
}

/// Why a service could not be started now.
#[derive(Debug)]
pub struct PrepareError(Box<dyn Error + Send + Sync>);

impl<E: Into<Box<dyn Error + Send + Sync>>> From<E> for PrepareError {
    fn from(err: E) -> Self {
        Self(err.into())
    }
}

impl fmt::Display for PrepareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut source = self.0.source();
        while let Some(err) = source {
            write!(f, ": {err}")?;
            source = err.source();
        }
        Ok(())
    }
}
