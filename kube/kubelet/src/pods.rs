//! Gives each pod of this node a worker and tells it what to bring about; ends what belongs to no pod.
//!
//! - Pods from files run whether or not there is an API server.
//! - Nothing of the API's pods is ended before the API has said once which pods there are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use kube_api::types::core::{Node, Pod};
use kube_cri::Kind;
use kube_informer::{Client, Level, Store};
use machined_base::TaskHandle;
use parking_lot::Mutex;
use tokio::sync::{Notify, watch};
use tracing::{debug, info, warn};

use crate::admit;
use crate::container::{labels, qos, resources};
use crate::kit::Kit;
use crate::pod::status::Failure;
use crate::pod::worker::{Goal, Order, Worker};
use crate::pod::{conditions, view};
use crate::source::files::Pods;
use crate::source::mirror;

/// Should an event of the runtime be lost.
const RELIST: Duration = Duration::from_secs(60);
/// For a runtime without events.
const RELIST_FAST: Duration = Duration::from_secs(1);
const RETRY: Duration = Duration::from_secs(1);

/// The workers of one kubelet. Clones share them.
#[derive(Clone)]
pub(crate) struct Manager {
    kit: Arc<Kit>,
    workers: Arc<Mutex<BTreeMap<String, Running>>>,
}

struct Running {
    orders: watch::Sender<Order>,
    wake: Arc<Notify>,
    task: TaskHandle,
}

/// What the manager reads.
pub(crate) struct Sources {
    pub(crate) statics: watch::Receiver<Option<Pods>>,
    pub(crate) api: Option<ApiPods>,
}

#[derive(Clone)]
pub(crate) struct ApiPods {
    pub(crate) client: Client,
    pub(crate) pods: Store<Pod>,
    pub(crate) node: watch::Receiver<Option<Arc<Node>>>,
}

impl Manager {
    pub(crate) fn new(kit: Arc<Kit>) -> Self {
        Self { kit, workers: Arc::default() }
    }

    /// Wakes one pod's worker.
    pub(crate) fn wake(&self, uid: &str) {
        if let Some(running) = self.workers.lock().get(uid) {
            running.wake.notify_one();
        }
    }

    pub(crate) fn wake_all(&self) {
        self.workers.lock().values().for_each(|running| running.wake.notify_one());
    }

    /// Tells one pod to end at once for the node's sake, and why. Whether it was not told before.
    pub(crate) fn evict(&self, uid: &str, message: &str) -> bool {
        let workers = self.workers.lock();
        let Some(running) = workers.get(uid) else { return false };
        running.orders.send_if_modified(|order| {
            let fresh = order.goal == Goal::Run;
            if fresh {
                let failure = Failure { reason: admit::EVICTED.into(), message: message.into(), disrupted: true };
                order.goal = Goal::Fail { failure, grace: Some(Duration::ZERO) };
            }
            fresh
        })
    }

    /// The pods that have workers, as last ordered.
    pub(crate) fn pods(&self) -> Vec<Arc<Pod>> {
        self.workers.lock().values().map(|running| running.orders.borrow().pod.clone()).collect()
    }

    pub(crate) fn find(&self, namespace: &str, name: &str) -> Option<Arc<Pod>> {
        self.pods().into_iter().find(|pod| pod.metadata.namespace == namespace && pod.metadata.name == name)
    }

    /// Follows the sources for as long as it is not dropped.
    pub(crate) async fn run(self, mut sources: Sources) {
        let mut changed = sources.api.as_ref().map(|api| api.pods.changed());
        let mut node = sources.api.as_ref().map(|api| api.node.clone());
        let mut swept = false;
        loop {
            let statics: Vec<Arc<Pod>> =
                sources.statics.borrow_and_update().iter().flatten().map(|(_, pod)| pod.clone()).collect();
            let synced =
                sources.api.as_ref().is_none_or(|api| api.pods.is_synced()) && sources.statics.borrow().is_some();
            let in_api =
                sources.api.as_ref().filter(|api| api.pods.is_synced()).map(|api| api.pods.list()).unwrap_or_default();
            self.order(&statics, &in_api, synced);
            self.weigh();
            if synced && !swept {
                swept = self.sweep().await;
            }
            let mirrored = match &sources.api {
                Some(api) if api.pods.is_synced() && sources.statics.borrow().is_some() => {
                    self.mirror(api, &statics, &in_api).await
                }
                _ => true,
            };
            let wait = if swept && mirrored { RELIST } else { RETRY };
            // Every arm only ends the wait.
            tokio::select! {
                changed = sources.statics.changed() => {
                    if changed.is_err() {
                        return;
                    }
                }
                () = next(&mut changed) => {}
                () = seen(&mut node) => {}
                () = self.kit.clock.sleep(wait) => {}
            }
        }
    }

    fn order(&self, statics: &[Arc<Pod>], in_api: &[Arc<Pod>], synced: bool) {
        let wanted: Vec<&Arc<Pod>> = statics.iter().chain(in_api.iter().filter(|pod| !view::is_mirror(pod))).collect();
        let mut workers = self.workers.lock();
        workers.retain(|_, running| !running.task.is_finished());
        for pod in &wanted {
            let uid = &pod.metadata.uid;
            if let Some(running) = workers.get(uid) {
                running.orders.send_if_modified(|order| {
                    let fresh = !Arc::ptr_eq(&order.pod, pod) && is_news(&order.pod, pod);
                    if fresh {
                        order.pod = (*pod).clone();
                    }
                    fresh
                });
                continue;
            }
            let done = view::is_terminal(&pod.status.phase) && pod.metadata.deletion_timestamp.is_none();
            let goal = if done || view::is_static(pod) { Goal::Run } else { self.admit(pod, &workers) };
            workers.insert(uid.clone(), self.start(Order { pod: (*pod).clone(), goal }));
        }
        let uids: BTreeSet<&str> = wanted.iter().map(|pod| pod.metadata.uid.as_str()).collect();
        for (uid, running) in workers.iter().filter(|(uid, _)| !uids.contains(uid.as_str())) {
            let is_static = view::is_static(&running.orders.borrow().pod);
            // A pod that is missing from an API that has not answered yet is not gone.
            if synced || is_static {
                let ordered = running.orders.send_if_modified(|order| {
                    let fresh = order.goal != Goal::Remove;
                    order.goal = Goal::Remove;
                    fresh
                });
                if ordered {
                    debug!(uid, "pod is to be removed");
                }
            }
        }
    }

    /// Burstable pods together weigh as much as they ask for together.
    fn weigh(&self) {
        let burstable = |pod: &&Arc<Pod>| qos::class(&pod.spec) == qos::Class::Burstable;
        let milli =
            |pod: &Arc<Pod>| resources::total(&pod.spec, "cpu", |own, limit| resources::milli(own, "cpu", limit)).0;
        let sum = self.pods().iter().filter(burstable).map(milli).sum();
        if let Err(err) = self.kit.cgroups.weigh(sum) {
            warn!(%err, "burstable pods have no share of their own");
        }
    }

    /// Whether this node can take a new pod at all.
    fn admit(&self, pod: &Arc<Pod>, workers: &BTreeMap<String, Running>) -> Goal {
        // A pod that ran before this kubelet started was admitted then.
        if pod.status.start_time.is_some() || pod.metadata.deletion_timestamp.is_some() {
            return Goal::Run;
        }
        let others: Vec<Arc<Pod>> = workers.values().map(|running| running.orders.borrow().pod.clone()).collect();
        let pressure = *self.kit.pressure.read();
        match admit::admit(pod, &others, &self.kit.allocatable, self.kit.max_pods, pressure) {
            Ok(()) => Goal::Run,
            Err(refusal) => {
                self.kit.events.pod(pod, Level::Warning, refusal.reason, refusal.message.clone());
                let message = format!("Pod was rejected: {}", refusal.message);
                let failure = Failure { reason: refusal.reason.into(), message, disrupted: false };
                Goal::Fail { failure, grace: None }
            }
        }
    }

    fn start(&self, order: Order) -> Running {
        let uid = order.pod.metadata.uid.clone();
        let (orders, receiver) = watch::channel(order);
        let wake = Arc::new(Notify::new());
        let worker = Worker::new(self.kit.clone(), uid, receiver, wake.clone());
        let task = self.kit.tasks.scoped("pod", worker.run());
        Running { orders, wake, task }
    }

    /// Ends what an earlier kubelet left of pods that are gone. False when the runtime could not be asked.
    async fn sweep(&self) -> bool {
        let sandboxes = match self.kit.cri.list_pod_sandboxes(&[]).await {
            Ok(sandboxes) => sandboxes,
            Err(err) => {
                debug!(%err, "the runtime cannot be asked for orphans yet");
                return false;
            }
        };
        let mut workers = self.workers.lock();
        for sandbox in sandboxes {
            let label = |key: &str| sandbox.labels.get(key).cloned().unwrap_or_default();
            let uid = label(labels::POD_UID);
            if uid.is_empty() || workers.contains_key(&uid) {
                continue;
            }
            let mut pod = Pod::default();
            pod.metadata.uid = uid.clone();
            pod.metadata.name = label(labels::POD_NAME);
            pod.metadata.namespace = label(labels::POD_NAMESPACE);
            info!(pod = view::full_name(&pod), uid, "ending what is left of a pod");
            workers.insert(uid, self.start(Order { pod: Arc::new(pod), goal: Goal::Remove }));
        }
        for uid in self.left_folders() {
            workers.entry(uid).or_insert_with_key(|uid| {
                let mut pod = Pod::default();
                pod.metadata.uid = uid.clone();
                self.start(Order { pod: Arc::new(pod), goal: Goal::Remove })
            });
        }
        true
    }

    fn left_folders(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.kit.volumes.folders.pods());
        entries.into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    /// True when the mirrors are as they shall be.
    async fn mirror(&self, api: &ApiPods, statics: &[Arc<Pod>], in_api: &[Arc<Pod>]) -> bool {
        let plan = mirror::plan(statics, in_api);
        for pod in statics
            .iter()
            .filter(|pod| mirror::find(pod, &api.pods).is_some_and(|mirror| mirror.status.start_time.is_none()))
        {
            // A new mirror shows nothing yet.
            self.kit.reports.resend(&pod.metadata.uid);
        }
        let node = api.node.borrow().clone();
        match mirror::apply(&api.client, &plan, node.as_deref()).await {
            Ok(()) => plan == mirror::Plan::default(),
            Err(err) => {
                debug!(%err, "mirror pods are not as they shall be");
                false
            }
        }
    }

    /// Wakes workers as the runtime tells of changes, and all of them now and then.
    pub(crate) async fn follow_runtime(self) {
        use futures::StreamExt;
        let mut relist = RELIST;
        loop {
            match self.kit.cri.events().await {
                Ok(mut events) => {
                    relist = RELIST;
                    self.wake_all();
                    loop {
                        // Dropping the wait loses no event: the stream holds it.
                        match self.kit.clock.timeout(relist, events.next()).await {
                            Err(_) => self.wake_all(),
                            Ok(Some(Ok(event))) => self.wake_for(&event),
                            Ok(Some(Err(err))) => {
                                debug!(%err, "events of the runtime broke off");
                                break;
                            }
                            Ok(None) => break,
                        }
                    }
                }
                Err(err) if err.kind == Kind::Unimplemented => {
                    if relist != RELIST_FAST {
                        warn!("the runtime sends no events, it is asked every second");
                    }
                    relist = RELIST_FAST;
                }
                Err(err) => debug!(%err, "events of the runtime are not to be had"),
            }
            self.kit.clock.sleep(RELIST_FAST).await;
            if relist == RELIST_FAST {
                self.wake_all();
            }
        }
    }

    fn wake_for(&self, event: &kube_cri::api::ContainerEventResponse) {
        let sandbox = event.pod_sandbox_status.as_ref();
        match sandbox.and_then(|sandbox| sandbox.metadata.as_ref()).filter(|meta| !meta.uid.is_empty()) {
            Some(meta) => self.wake(&meta.uid),
            // A container that is gone names no pod any more.
            None if !event.container_id.is_empty() => self.wake_all(),
            None => {}
        }
    }
}

/// Whether a worker has to know. What this kubelet itself wrote into the status is no news to it.
fn is_news(old: &Pod, new: &Pod) -> bool {
    let foreign = |pod: &Pod| -> Vec<_> {
        pod.status
            .conditions
            .iter()
            .filter(|condition| !conditions::OWN.contains(&condition.r#type.as_str()))
            .cloned()
            .collect()
    };
    let (before, after) = (&old.metadata, &new.metadata);
    old.spec != new.spec
        || before.deletion_timestamp != after.deletion_timestamp
        || before.deletion_grace_period_seconds != after.deletion_grace_period_seconds
        || (&before.labels, &before.annotations, before.generation)
            != (&after.labels, &after.annotations, after.generation)
        || view::is_terminal(&old.status.phase) != view::is_terminal(&new.status.phase)
        || foreign(old) != foreign(new)
}

async fn next(changed: &mut Option<kube_informer::Changed>) {
    match changed {
        Some(changed) => changed.next().await,
        None => std::future::pending().await,
    }
}

async fn seen(node: &mut Option<watch::Receiver<Option<Arc<Node>>>>) {
    if let Some(node) = node
        && node.changed().await.is_ok()
    {
        return;
    }
    std::future::pending().await
}
