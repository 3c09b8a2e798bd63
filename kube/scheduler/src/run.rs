//! Observes, decides pod by pod, and carries decisions out beside the loop: binding and telling take no time from it.

use std::sync::Arc;
use std::time::Duration;

use kube_api::types::Object;
use kube_informer::{Client, Election, Ended, Recorder};
use machined_base::{Clock, Shutdown, Tasks};
use parking_lot::Mutex;
use tokio::sync::Notify;
use tracing::{debug, info, info_span};

use crate::carry::Carrier;
use crate::cluster::PodInfo;
use crate::observe::Stores;
use crate::plan::{Decision, plan};
use crate::queue::Happened;
use crate::world::World;

/// What a scheduler needs to know.
#[derive(Clone, Debug)]
pub struct Config {
    pub server: kube_informer::Config,
    /// Pods name their scheduler; this is ours.
    pub name: String,
    /// Unique for this process. `None` runs without an election, for tests.
    pub identity: Option<String>,
    pub clock: Clock,
}

#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("the scheduler's lease was lost")]
    LeaseLost,
    #[error("{0}")]
    Fatal(String),
}

const DRAIN: Duration = Duration::from_secs(5);

/// Schedules until `shutdown`. Ends with an error when another process took over: then nothing of ours may go on.
pub async fn run(config: Config, shutdown: Shutdown) -> Result<(), RunError> {
    // The connection outlives the work, so that the lease can be given up at the end.
    let tasks = Tasks::new(config.clock.clone(), Shutdown::new());
    let client = Client::new(config.server.clone(), tasks.clone());
    // Raised the moment the lease is lost: whoever works then stops at once.
    let work = shutdown.child();
    let ended = match &config.identity {
        None => {
            lead(&client, &config.name, &work).await;
            Ended::Shutdown
        }
        Some(identity) => {
            let election = Election::new("kube-system", "kube-scheduler", identity.clone());
            election.lead(&client, &shutdown, || lead(&client, &config.name, &work)).await
        }
    };
    work.request();
    tasks.drain(DRAIN).await;
    match (ended, tasks.fatal()) {
        (Ended::Lost, _) => Err(RunError::LeaseLost),
        (_, Some(why)) => Err(RunError::Fatal(why)),
        _ => Ok(()),
    }
}

async fn lead(client: &Client, name: &str, shutdown: &Shutdown) {
    let stores = Stores::start(client, shutdown);
    let recorder = Recorder::new(client, name, "");
    let wake = Arc::new(Notify::new());
    let world = Arc::new(Mutex::new(World::default()));
    // Nothing may be decided on half a picture.
    tokio::select! {
        () = stores.synced() => {}
        () = shutdown.requested() => return,
    }
    observe(&stores, &world, &wake, name, client.clock());
    info!(nodes = stores.nodes.len(), pods = stores.pods.len(), "scheduling");
    let carrier = Arc::new(Carrier { client: client.clone(), recorder, world: world.clone(), wake: wake.clone() });
    let scheduler = Scheduler { stores, world, wake, carrier, clock: client.clock().clone() };
    // Decisions that are being carried out are dropped at shutdown: who leads next decides anew.
    tokio::select! {
        () = scheduler.run() => {}
        () = shutdown.requested() => {}
    }
}

fn observe(stores: &Stores, world: &Arc<Mutex<World>>, wake: &Arc<Notify>, name: &str, clock: &Clock) {
    let (seen, woken) = (world.clone(), wake.clone());
    stores.nodes.on_change(move |change| {
        seen.lock().node_changed(change);
        woken.notify_one();
    });
    let (seen, woken, clock, name) = (world.clone(), wake.clone(), clock.clone(), name.to_owned());
    stores.pods.on_change(move |change| {
        seen.lock().pod_changed(change, &name, clock.monotonic());
        woken.notify_one();
    });
    volumes_wake(&stores.claims, world, wake);
    volumes_wake(&stores.volumes, world, wake);
    volumes_wake(&stores.classes, world, wake);
}

fn volumes_wake<T: Object>(store: &kube_informer::Store<T>, world: &Arc<Mutex<World>>, wake: &Arc<Notify>) {
    let (seen, woken) = (world.clone(), wake.clone());
    store.on_change(move |_| {
        seen.lock().queue.happened(Happened::Volumes);
        woken.notify_one();
    });
}

struct Scheduler {
    stores: Stores,
    world: Arc<Mutex<World>>,
    wake: Arc<Notify>,
    carrier: Arc<Carrier>,
    clock: Clock,
}

impl Scheduler {
    async fn run(&self) {
        loop {
            let woken = self.wake.notified();
            let (next, due) = {
                let mut world = self.world.lock();
                (world.queue.pop(self.clock.monotonic()), world.queue.due())
            };
            match (next, due) {
                (Some(pod), _) => {
                    self.one(&pod);
                    // A long queue must not keep others from running.
                    tokio::task::yield_now().await;
                }
                (None, None) => woken.await,
                // Both may be dropped: neither holds a pod.
                (None, Some(due)) => tokio::select! {
                    () = woken => {}
                    () = self.clock.sleep_until(due) => {}
                },
            }
        }
    }

    fn one(&self, pod: &Arc<PodInfo>) {
        let meta = &pod.pod.metadata;
        let span = info_span!("schedule", key = format!("{}/{}", meta.namespace, meta.name));
        let _entered = span.enter();
        let mut world = self.world.lock();
        let decision = plan(pod, &world.cluster, &self.stores);
        match &decision {
            Decision::Bind { .. } => info!(plan = %decision, "plan"),
            Decision::Wait(_) => debug!(plan = %decision, "plan"),
        }
        match decision {
            Decision::Bind { node, volumes } if volumes.is_empty() => {
                world.binding.insert(meta.uid.clone());
                world.cluster.place(pod.clone(), &node);
                drop(world);
                self.carrier.bind(pod.clone(), node);
            }
            Decision::Bind { volumes, .. } => {
                // The volume binder or the provisioner goes on; the claim's change brings the pod back.
                let plugins = [crate::filters::Plugin::VolumeBinding].into();
                world.queue.wait(&meta.uid, plugins, self.clock.monotonic());
                drop(world);
                self.carrier.prepare_volumes(pod.clone(), volumes);
            }
            Decision::Wait(waiting) => {
                world.queue.wait(&meta.uid, waiting.plugins.clone(), self.clock.monotonic());
                if let Some(preemption) = &waiting.preemption {
                    world.cluster.nominate(pod.clone(), &preemption.node);
                }
                drop(world);
                self.carrier.explain(pod.clone(), waiting);
            }
        }
    }
}
