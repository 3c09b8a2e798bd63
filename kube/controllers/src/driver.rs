//! The loop that every controller runs in: take a key, wait until the caches have seen our own last writes for it,
//! plan, log, act, and look again when that is due.

use std::collections::{BTreeMap, HashMap};
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_informer::{Error, Key, Resource};
use machined_base::{Restart, Shutdown};
use parking_lot::Mutex;
use tracing::{Instrument, debug, info, info_span, warn};

use crate::act::{Actor, Outcome};
use crate::caches::{Caches, PartCaches};
use crate::plan::Plan;
use crate::queue::Queue;

/// A cache that lags this long behind our own write is not waited for any longer in one go.
const CACHE_WITHIN: Duration = Duration::from_secs(10);

/// What a controller is made of.
pub(crate) trait Controller: Send + Sync + 'static {
    const NAME: &'static str;
    /// Keys worked on at once.
    const WORKERS: usize = 2;

    /// Wakes `queue` for every change that may alter a plan.
    fn wire(&self, queue: &Queue);

    /// What has to be done for `key`, from the caches alone.
    fn plan(&self, now: Timestamp, key: &Key) -> Plan;

    /// Looks at the outcome: who remembers failures for the next plan does it here.
    fn after(&self, _key: &Key, _outcome: &Outcome) {}

    /// The work for one key. Controllers that must ask the server before they can plan have their own.
    fn sync(&self, context: &Context, key: &Key) -> impl Future<Output = Result<Done, Error>> + Send {
        async move {
            let plan = self.plan(context.now(), key);
            let outcome = context.carry_out(&plan).await;
            self.after(key, &outcome);
            Ok(Done::of(plan, outcome))
        }
    }
}

/// What drivers need to act.
pub(crate) struct Context {
    pub(crate) actor: Actor,
    pub(crate) caches: Arc<Caches>,
    pub(crate) parts: Arc<PartCaches>,
}

/// One key is worked on; what was written, and when to look again.
#[derive(Debug, Default)]
pub(crate) struct Done {
    pub(crate) written: BTreeMap<Resource, u64>,
    pub(crate) requeue: Option<Duration>,
    /// The first step that failed; others may have been done.
    pub(crate) error: Option<Error>,
}

impl Done {
    pub(crate) fn of(plan: Plan, outcome: Outcome) -> Done {
        for failed in &outcome.errors {
            debug!(step = failed.step, error = %failed.error, "step failed");
        }
        let error = outcome.errors.into_iter().next().map(|failed| failed.error);
        Done { written: outcome.written, requeue: plan.requeue, error }
    }
}

/// Users see it under FROM. As upstream, whose names differ from those of the controllers.
fn component(name: &'static str) -> &'static str {
    match name {
        "replicaset" => "replicaset-controller",
        "replicationcontroller" => "replication-controller",
        "deployment" => "deployment-controller",
        "daemonset" => "daemonset-controller",
        "statefulset" => "statefulset-controller",
        "job" => "job-controller",
        "cronjob" => "cronjob-controller",
        "node-lifecycle" => "node-controller",
        "taint-eviction" => "taint-eviction-controller",
        "node-ipam" => "cidrAllocator",
        "disruption" => "controllermanager",
        "garbage-collector" => "garbage-collector-controller",
        "persistentvolume-binder" | "persistentvolume-phases" => "persistentvolume-controller",
        other => other,
    }
}

impl Context {
    /// The same, speaking for one controller.
    fn of(&self, component: &str) -> Self {
        Context {
            actor: Actor { client: self.actor.client.clone(), recorder: self.actor.recorder.of(component) },
            caches: self.caches.clone(),
            parts: self.parts.clone(),
        }
    }

    async fn synced(&self) {
        self.caches.synced().await;
        self.parts.synced().await;
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.actor.client.clock().now()
    }

    pub(crate) async fn carry_out(&self, plan: &Plan) -> Outcome {
        if !plan.is_empty() {
            info!(%plan, "plan");
        }
        self.actor.act(plan).await
    }
}

/// Starts a controller's workers. They end with `shutdown`.
pub(crate) fn start<C: Controller>(controller: C, context: &Arc<Context>, shutdown: &Shutdown) {
    let context = &Arc::new(context.of(component(C::NAME)));
    let queue = Queue::new(context.actor.client.clock().clone());
    let controller = Arc::new(controller);
    controller.wire(&queue);
    let behind = Arc::new(Behind::default());
    for _ in 0..C::WORKERS {
        let worker = Worker {
            controller: controller.clone(),
            context: context.clone(),
            queue: queue.clone(),
            behind: behind.clone(),
            shutdown: shutdown.clone(),
        };
        let worker = Arc::new(worker);
        let tasks = context.actor.client.tasks();
        tasks.spawn(C::NAME, Restart::Backoff, move || {
            let worker = worker.clone();
            async move { worker.run().await }
        });
    }
}

/// Which revisions the caches must have reached before a key is looked at again.
#[derive(Default)]
struct Behind(Mutex<HashMap<Key, BTreeMap<Resource, u64>>>);

struct Worker<C> {
    controller: Arc<C>,
    context: Arc<Context>,
    queue: Queue,
    behind: Arc<Behind>,
    shutdown: Shutdown,
}

/// Hands the key back even when the work on it panicked.
struct Held<'a>(&'a Queue, &'a Key);

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.0.done(self.1);
    }
}

impl<C: Controller> Worker<C> {
    async fn run(&self) {
        // Nothing is decided before every cache has its first picture.
        tokio::select! {
            () = self.context.synced() => {}
            () = self.shutdown.requested() => return,
        }
        loop {
            // Cancel-safe: a key leaves the queue only when it is returned.
            let key = tokio::select! {
                key = self.queue.next() => key,
                () = self.shutdown.requested() => return,
            };
            let _held = Held(&self.queue, &key);
            let span = info_span!("reconcile", controller = C::NAME, %key);
            // Work may be dropped between two requests at shutdown: the next leader plans anew from what is stored.
            // Boxed: the state of one key's work, requests and all, is a hundred kilobytes, and nearly every worker of
            // the many has none.
            tokio::select! {
                () = Box::pin(self.one(&key).instrument(span)) => {}
                () = self.shutdown.requested() => return,
            }
        }
    }

    async fn one(&self, key: &Key) {
        let behind = self.behind.0.lock().remove(key).unwrap_or_default();
        let clock = self.context.actor.client.clock();
        let caught_up = clock.timeout(CACHE_WITHIN, self.context.caches.reached(&behind)).await;
        if caught_up.is_err() {
            debug!("the cache has not seen our last write yet");
            self.behind.0.lock().insert(key.clone(), behind);
            self.queue.retry(key.clone());
            return;
        }
        let done = self.controller.sync(&self.context, key).await;
        let done = done.unwrap_or_else(|error| Done { error: Some(error), ..Done::default() });
        // Also after a failure: some steps may have been done.
        if !done.written.is_empty() {
            self.behind.0.lock().insert(key.clone(), done.written);
        }
        if let Some(delay) = done.requeue {
            self.queue.add_after(key.clone(), delay);
        }
        match done.error {
            None => self.queue.forget(key),
            Some(err) => {
                // A lost race is everyday life; the rest is worth a line.
                if err.is_conflict() || err.is_namespace_terminating() || err.is_already_exists() {
                    debug!(%err, "to be tried again");
                } else {
                    warn!(%err, "to be tried again");
                }
                self.queue.retry(key.clone());
            }
        }
    }
}
