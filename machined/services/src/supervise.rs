//! One loop for each service: wait, start or adopt, watch, start again.
//!
//! - A program is started at most once at a time: before a start, what an earlier machined had started is looked for.
//! - When machined itself stops without a shutdown of the machine, programs run on.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use machined_base::{Backoff, Restart, Tasks};
use machined_resources::{Health, Resource, ServiceState, ServiceStatus};
use machined_runtime::Context;
use machined_sys::Io;
use machined_sys::child::{Exit, ProcessFd};
use machined_sys::process::Identified;
use tokio::sync::watch;
use tracing::{info, warn};

use crate::adopt::Remembered;
use crate::{Logs, Readiness, Service};

const OWNER: &str = "services";
const BACKOFF_MIN: Duration = Duration::from_millis(250);
const BACKOFF_MAX: Duration = Duration::from_secs(30);
/// A program that ran this long is started again at once.
const HEALTHY_AFTER: Duration = Duration::from_secs(60);
const ASK_STARTING: Duration = Duration::from_millis(200);
const ASK_RUNNING: Duration = Duration::from_secs(15);

/// All services of a node.
#[derive(Clone)]
pub struct Services {
    shared: Arc<Shared>,
}

#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    #[error("there is no service {id:?}; known are {known}")]
    Unknown { id: String, known: String },
}

struct Shared {
    context: Context,
    tasks: Tasks,
    logs: Logs,
    remembered: Remembered,
    orders: Mutex<BTreeMap<&'static str, watch::Sender<Order>>>,
}

/// What a loop is told from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Order {
    /// Grows with each wish for a restart.
    restarts: u64,
    /// The machine goes down.
    stop: bool,
}

struct Loop {
    service: Arc<dyn Service>,
    shared: Arc<Shared>,
    orders: watch::Receiver<Order>,
    restarts: u32,
}

/// Why a program is no longer watched.
enum End {
    Exited,
    Restart(&'static str),
    Stop,
    Leave,
}

impl Services {
    /// `run` is a directory in memory for records of this boot.
    pub fn new(context: Context, tasks: Tasks, logs: Logs, run: impl Into<std::path::PathBuf>) -> Self {
        let remembered = Remembered::new(run);
        Self { shared: Arc::new(Shared { context, tasks, logs, remembered, orders: Mutex::default() }) }
    }

    pub fn logs(&self) -> &Logs {
        &self.shared.logs
    }

    /// From now on this service runs whenever it is ready.
    pub fn add(&self, service: Arc<dyn Service>) {
        let (order, orders) = watch::channel(Order::default());
        let id = service.id();
        self.orders().insert(id, order);
        let shared = self.shared.clone();
        self.shared.tasks.spawn(id, Restart::Backoff, move || {
            let (service, shared, orders) = (service.clone(), shared.clone(), orders.clone());
            async move { Loop { service, shared, orders, restarts: 0 }.run().await }
        });
    }

    pub fn restart(&self, id: &str) -> Result<(), ServiceError> {
        let orders = self.orders();
        let Some(order) = orders.get(id) else {
            let known = orders.keys().copied().collect::<Vec<_>>().join(", ");
            return Err(ServiceError::Unknown { id: id.to_owned(), known });
        };
        order.send_modify(|order| order.restarts += 1);
        Ok(())
    }

    /// Stops a service for the rest of the boot, and returns when it has stopped. Unknown ones have.
    pub async fn stop(&self, id: &str) {
        let known = self.orders().get(id).map(|order| order.send_modify(|order| order.stop = true)).is_some();
        if !known {
            return;
        }
        let stopped = |store: &machined_runtime::Store| {
            let status = store.get::<ServiceStatus>(id);
            status.is_none_or(|status| status.state == ServiceState::Stopped).then_some(())
        };
        self.shared.context.store.until(&[ServiceStatus::TYPE], stopped).await;
    }

    fn orders(&self) -> std::sync::MutexGuard<'_, BTreeMap<&'static str, watch::Sender<Order>>> {
        self.shared.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Loop {
    async fn run(mut self) {
        let mut backoff = Backoff::new(BACKOFF_MIN, BACKOFF_MAX);
        let mut adopted = self.shared.remembered.find(self.service.id());
        loop {
            let Some(revision) = self.wait_ready(adopted.is_some()).await else { return };
            let clock = self.shared.context.clock.clone();
            let started = clock.monotonic();
            let (process, revision) = match adopted.take() {
                Some((process, revision)) => {
                    info!(service = self.service.id(), pid = process.pid(), "found running");
                    (Ok(process), revision)
                }
                None => (self.start(&revision).await, revision),
            };
            let end = match process {
                Ok(process) => self.watch(process, &revision).await,
                Err(why) => {
                    self.status(ServiceState::Failed, Health::Unhealthy, &why, None);
                    End::Exited
                }
            };
            match end {
                End::Leave => return,
                End::Stop => {
                    self.status(ServiceState::Stopped, Health::Unknown, "the machine goes down", None);
                    return;
                }
                End::Restart(why) => {
                    self.event(why);
                    backoff.reset();
                }
                End::Exited => {
                    if clock.monotonic().since(started) >= HEALTHY_AFTER {
                        backoff.reset();
                    }
                    let delay = backoff.next();
                    if !self.pause(delay).await {
                        return;
                    }
                }
            }
            self.restarts += 1;
        }
    }

    /// The revision to start; none when the loop ends.
    async fn wait_ready(&mut self, adopted: bool) -> Option<String> {
        let store = self.shared.context.store.clone();
        loop {
            let seen = store.version_of(self.service.inputs());
            if self.orders.borrow().stop && !adopted {
                self.status(ServiceState::Stopped, Health::Unknown, "the machine goes down", None);
                return None;
            }
            match self.service.readiness(&store) {
                Readiness::Ready { revision } => return Some(revision),
                // It runs already: what it needs was there, and comes back.
                Readiness::Wait(_) if adopted => return Some(String::new()),
                Readiness::Wait(why) => self.status(ServiceState::Waiting, Health::Unknown, &why, None),
            }
            // All arms only wait: everything is read again afterwards.
            tokio::select! {
                _ = store.changed_after(self.service.inputs(), seen) => {}
                _ = self.orders.changed() => {}
                () = self.shared.tasks.shutdown().requested() => return None,
            }
        }
    }

    async fn start(&mut self, revision: &str) -> Result<ProcessFd, String> {
        let id = self.service.id();
        let command = self.service.prepare(&self.shared.context).await.map_err(|err| err.to_string())?;
        let (out, err) = self.shared.logs.open(id).map_err(|err| err.to_string())?;
        let command = command.session().stdout(Io::File(out)).stderr(Io::File(err));
        let child = command.spawn().map_err(|err| format!("{err}: {}", err.err))?;
        let known = Identified::of(child.pid()).map_err(|err| err.to_string());
        let kept =
            known.and_then(|known| self.shared.remembered.keep(id, known, revision).map_err(|err| err.to_string()));
        if let Err(err) = kept {
            // It runs, but a restarted machined would start a second one: better to say so than to stop it.
            warn!(service = id, err, "process not remembered");
        }
        self.event(&format!("started as process {}", child.pid()));
        Ok(child.process)
    }

    async fn watch(&mut self, process: ProcessFd, revision: &str) -> End {
        let context = self.shared.context.clone();
        let check = self.service.health();
        let asked_before = self.orders.borrow().restarts;
        let mut healthy = Health::Unknown;
        self.status(ServiceState::Running, healthy, "", Some(process.pid()));
        loop {
            let seen = context.store.version_of(self.service.inputs());
            if let Readiness::Ready { revision: wanted } = self.service.readiness(&context.store)
                && !revision.is_empty()
                && wanted != revision
            {
                return self.stop(&process, End::Restart("restarts with new settings")).await;
            }
            let order = *self.orders.borrow();
            if order.stop {
                return self.stop(&process, End::Stop).await;
            }
            if order.restarts != asked_before {
                return self.stop(&process, End::Restart("restarts because somebody asked for it")).await;
            }
            let pause = if healthy == Health::Healthy { ASK_RUNNING } else { ASK_STARTING };
            // Cancel-safe: the process's end, orders and changes stay to be asked for; a broken question is asked again.
            tokio::select! {
                ended = process.ended() => {
                    let exit = ended.unwrap_or(Exit::Unknown);
                    self.shared.remembered.forget(self.service.id());
                    self.event(&format!("ended: {exit}"));
                    self.status(ServiceState::Failed, Health::Unhealthy, &exit.to_string(), None);
                    return End::Exited;
                }
                _ = self.orders.changed() => {}
                _ = context.store.changed_after(self.service.inputs(), seen) => {}
                () = self.shared.tasks.shutdown().requested() => return End::Leave,
                () = context.clock.sleep(pause) => {
                    healthy = self.ask(&check, &process).await;
                }
            }
        }
    }

    async fn ask(&self, check: &crate::HealthCheck, process: &ProcessFd) -> Health {
        let id = self.service.id();
        if let Err(err) = self.shared.logs.rotate(id) {
            warn!(service = id, %err, "log not rotated");
        }
        let (health, why) = match check.ask(&self.shared.context.clock).await {
            None => (Health::Healthy, String::new()),
            Some(why) => (Health::Unhealthy, why),
        };
        self.status(ServiceState::Running, health, &why, Some(process.pid()));
        health
    }

    async fn stop(&self, process: &ProcessFd, end: End) -> End {
        let id = self.service.id();
        self.status(ServiceState::Stopping, Health::Unknown, "", Some(process.pid()));
        if let Err(err) = process.stop(&self.shared.context.clock, self.service.grace()).await {
            warn!(service = id, %err, "not stopped");
        }
        self.shared.remembered.forget(id);
        end
    }

    /// False when the loop is to end.
    async fn pause(&mut self, delay: Duration) -> bool {
        let clock = self.shared.context.clock.clone();
        // All arms only wait.
        tokio::select! {
            () = clock.sleep(delay) => true,
            _ = self.orders.changed() => true,
            () = self.shared.tasks.shutdown().requested() => false,
        }
    }

    fn event(&self, message: &str) {
        self.shared.context.events.add("service", self.service.id(), message);
    }

    fn status(&self, state: ServiceState, health: Health, message: &str, pid: Option<i32>) {
        let context = &self.shared.context;
        let id = self.service.id();
        let before = context.store.get::<ServiceStatus>(id);
        let same = before.as_ref().is_some_and(|before| before.state == state && before.pid == pid);
        let since = before.filter(|_| same).map_or_else(|| context.clock.now(), |before| before.since);
        let message = message.to_owned();
        let status = ServiceStatus { state, health, message, pid, restarts: self.restarts, since };
        context.store.put(OWNER, id, status);
    }
}
