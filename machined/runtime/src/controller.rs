//! The loop around a controller: it is called when an input changed, when it asked for it, and now and then anyway.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use machined_base::{Backoff, Clock, Restart, Shutdown, Tasks};
use tracing::{Instrument, debug, info_span, warn};

use crate::{Events, Store};

/// A slow safety net below the events.
const RESYNC: Duration = Duration::from_secs(10 * 60);
const BACKOFF_MIN: Duration = Duration::from_millis(200);
const BACKOFF_MAX: Duration = Duration::from_secs(60);

/// What every controller is given.
#[derive(Clone, Debug)]
pub struct Context {
    pub store: Store,
    pub events: Events,
    pub clock: Clock,
}

/// When to be called again, if no input changes before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Whenever,
    After(Duration),
}

/// Why a controller could not do its work now. It is called again after a while.
#[derive(Debug)]
pub struct ReconcileError(Box<dyn Error + Send + Sync>);

/// Makes one thing hold. It keeps no state that it could not read again.
#[async_trait]
pub trait Controller: Send + 'static {
    fn name(&self) -> &'static str;

    /// Types of resources whose change wakes it.
    fn inputs(&self) -> &'static [&'static str];

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError>;

    /// Returns when something outside the store wants it called (a netlink message). By default nothing does.
    async fn woken(&mut self) {
        std::future::pending().await
    }
}

impl<E: Into<Box<dyn Error + Send + Sync>>> From<E> for ReconcileError {
    fn from(err: E) -> Self {
        Self(err.into())
    }
}

impl fmt::Display for ReconcileError {
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

/// Starts a controller. A panic in it is logged, and it starts again from what is; `make` builds it anew.
pub fn run<C: Controller>(tasks: &Tasks, context: Context, mut make: impl FnMut() -> C + Send + 'static) {
    let name = make().name();
    let shutdown = tasks.shutdown().clone();
    tasks.spawn(name, Restart::Backoff, move || drive(make(), context.clone(), shutdown.clone()));
}

async fn drive<C: Controller>(mut controller: C, context: Context, shutdown: Shutdown) {
    let (name, inputs) = (controller.name(), controller.inputs());
    let mut backoff = Backoff::new(BACKOFF_MIN, BACKOFF_MAX);
    loop {
        let seen = context.store.version_of(inputs);
        let span = info_span!("reconcile", controller = name);
        let wait = match controller.reconcile(&context).instrument(span).await {
            Ok(Next::Whenever) => {
                backoff.reset();
                RESYNC
            }
            Ok(Next::After(wait)) => {
                backoff.reset();
                wait
            }
            Err(err) => {
                let wait = backoff.next();
                if wait > BACKOFF_MAX / 4 {
                    warn!(controller = name, %err, ?wait, "controller makes no progress");
                } else {
                    debug!(controller = name, %err, ?wait, "reconcile failed");
                }
                wait
            }
        };
        // All arms only wait: the next reconcile reads everything again.
        tokio::select! {
            _ = context.store.changed_after(inputs, seen) => {}
            () = controller.woken() => {}
            () = context.clock.sleep(wait) => {}
            () = shutdown.requested() => return,
        }
    }
}
