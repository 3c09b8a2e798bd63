//! Drives one pod: looks, plans, acts, reports; again whenever something changes.
//!
//! - One worker for each pod uid, and nobody else touches the pod's containers.
//! - A pod that shall end is never given a new container.
//! - A terminal pod is reported only when nothing of it runs any more.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use kube_api::types::core::{Pod, PodStatus};
use kube_cri::{CriError, api};
use kube_informer::Level;
use machined_base::Backoff;
use tokio::sync::{Notify, watch};
use tracing::{debug, info, warn};

use super::look::look;
use super::observed::{Observed, State};
use super::plan::{self, Memory, Plan};
use super::start::{self, Failed, Starting};
use super::status::Failure;
use super::{resize, status, stop, view};
use crate::kit::Kit;
use crate::probe::run::Probes;
use crate::volume;

/// Nothing happened for this long: look again.
const RESYNC: Duration = Duration::from_secs(60);
const RETRY: Duration = Duration::from_secs(2);
const RETRY_MAX: Duration = Duration::from_secs(122);
/// How often a pod's live volumes are looked at when nothing told of a change.
const REFRESH: Duration = Duration::from_secs(60);
/// A pod that is gone from the API gets no more than this. As upstream's forced deletion.
const FORCED: Duration = Duration::from_secs(2);

/// What a worker is to bring about.
#[derive(Clone)]
pub(crate) struct Order {
    pub(crate) pod: Arc<Pod>,
    pub(crate) goal: Goal,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    Run,
    /// The pod's object is gone or its file: end it, and forget it.
    Remove,
    /// End it, and say why.
    Fail {
        failure: Failure,
        grace: Option<Duration>,
    },
}

/// One pod's worker.
pub(crate) struct Worker {
    pub(crate) kit: Arc<Kit>,
    pub(crate) uid: String,
    pub(crate) orders: watch::Receiver<Order>,
    pub(crate) wake: Arc<Notify>,
    pub(crate) memory: Memory,
    pub(crate) probes: Probes,
    pub(crate) failures: BTreeMap<String, (String, String)>,
    /// The whole pod failed, for this reason.
    pub(crate) failed: Option<Failure>,
    /// What is wrong with the pod's volumes, told once.
    pub(crate) volume_fault: Option<String>,
    /// How long to wait after a failure that nothing tells the end of.
    pub(crate) retry: Backoff,
    /// The sizes that running containers were last given, by id.
    pub(crate) sizes: BTreeMap<String, api::LinuxContainerResources>,
}

/// What the worker does next.
enum Next {
    Wait(Duration),
    /// Nothing of the pod is left.
    Done,
}

impl Worker {
    pub(crate) fn new(kit: Arc<Kit>, uid: String, orders: watch::Receiver<Order>, wake: Arc<Notify>) -> Self {
        Self {
            kit,
            uid,
            orders,
            wake,
            memory: Memory::default(),
            probes: Probes::default(),
            failures: BTreeMap::new(),
            failed: None,
            volume_fault: None,
            retry: Backoff::new(RETRY, RETRY_MAX),
            sizes: BTreeMap::new(),
        }
    }

    /// Ends when nothing of the pod is left and its object is gone.
    pub(crate) async fn run(mut self) {
        loop {
            let order = self.orders.borrow_and_update().clone();
            let next = match self.round(&order).await {
                Ok(Next::Done) => return,
                Ok(Next::Wait(wait)) => wait,
                Err(err) => {
                    debug!(pod = view::full_name(&order.pod), %err, "round failed");
                    RETRY
                }
            };
            // Every arm only ends the wait.
            tokio::select! {
                changed = self.orders.changed() => {
                    if changed.is_err() {
                        return;
                    }
                }
                () = self.wake.notified() => {}
                () = self.kit.clock.sleep(next) => {}
            }
        }
    }

    async fn round(&mut self, order: &Order) -> Result<Next, CriError> {
        let pod = &order.pod;
        let seen = look(&*self.kit.cri, &self.uid, &self.kit.log_directory(pod)).await?;
        if let Goal::Fail { failure, .. } = &order.goal {
            self.failed.get_or_insert_with(|| failure.clone());
        }
        let reported = self.kit.reports.get(&self.uid);
        let phase = reported.as_ref().map_or(pod.status.phase.as_str(), |report| report.status.phase.as_str());
        let was_terminal = view::is_terminal(phase) && !view::is_static(pod);
        let deadline = self.deadline(pod);
        if let Some(Duration::ZERO) = deadline {
            self.failed.get_or_insert_with(|| Failure {
                reason: "DeadlineExceeded".into(),
                message: "Pod was active on the node longer than the specified deadline".into(),
                disrupted: false,
            });
        }
        let removed = order.goal == Goal::Remove;
        if removed || self.failed.is_some() || was_terminal || pod.metadata.deletion_timestamp.is_some() {
            return self.end(order, &seen).await;
        }
        let next = self.sync(pod, seen).await?;
        Ok(match (next, deadline) {
            (Next::Wait(wait), Some(left)) => Next::Wait(wait.min(left)),
            (next, _) => next,
        })
    }

    /// What is left of the pod's deadline.
    fn deadline(&self, pod: &Pod) -> Option<Duration> {
        let limit = SignedDuration::from_secs(pod.spec.active_deadline_seconds?);
        let report = self.kit.reports.get(&self.uid);
        let started = report.and_then(|report| report.status.start_time).or(pod.status.start_time)?.timestamp()?;
        let end = started.saturating_add(limit).ok()?;
        Some(Duration::try_from(end.duration_since(self.kit.clock.now())).unwrap_or(Duration::ZERO))
    }

    async fn sync(&mut self, pod: &Arc<Pod>, seen: Observed) -> Result<Next, CriError> {
        let ips = self.ips(pod, &seen);
        self.probes.sync(&self.kit, pod, &seen, &ips, &self.wake);
        self.memory.health = self.probes.health();
        let plan = plan::plan(self.kit.clock.now(), pod, &seen, &self.memory);
        self.note_waiting(pod, &plan);
        self.report(pod, &seen, false, false);
        if plan.done {
            return self.finish(pod, seen).await;
        }
        let acts = plan.stop_all.is_some() || !plan.kill.is_empty() || plan.sandbox.is_some() || !plan.start.is_empty();
        if acts {
            info!(pod = view::full_name(pod), ?plan, "plan");
        }
        if plan.sandbox.is_some() && !pod.spec.host_network {
            let fault = self.kit.network.read().fault.clone();
            if let Some(fault) = fault {
                self.kit.events.pod(pod, Level::Warning, "NetworkNotReady", format!("network is not ready: {fault}"));
                return Ok(Next::Wait(RETRY));
            }
        }
        let outcome = self.interruptible(pod, &seen, &plan).await;
        let refresh = if volume::is_live(pod) { REFRESH } else { RESYNC };
        match outcome {
            // Something was done: look at what came of it.
            Ok(true) => Ok(Next::Wait(Duration::ZERO)),
            Ok(false) => Ok(Next::Wait(self.image_wait(pod, plan.requeue.unwrap_or(refresh)).min(refresh))),
            Err(wait) => {
                let seen = look(&*self.kit.cri, &self.uid, &self.kit.log_directory(pod)).await?;
                self.report(pod, &seen, false, false);
                Ok(Next::Wait(self.image_wait(pod, wait)))
            }
        }
    }

    /// A container that waits for its image is tried when the image may be pulled again.
    fn image_wait(&self, pod: &Pod, wait: Duration) -> Duration {
        let waiting =
            self.failures.iter().filter(|(_, (reason, _))| reason == "ImagePullBackOff" || reason == "ErrImagePull");
        let members = view::members(&pod.spec);
        let waits = waiting.filter_map(|(name, _)| {
            let image = &members.iter().find(|member| &member.container.name == name)?.container.image;
            self.kit.images.waits(pod, image)
        });
        waits.min().map_or(wait, |image| if wait > RETRY { wait.min(image) } else { image.max(wait) })
    }

    /// Acts, unless a new order says that the pod shall end: then whatever is under way is dropped.
    async fn interruptible(&mut self, pod: &Arc<Pod>, seen: &Observed, plan: &Plan) -> Result<bool, Duration> {
        let mut orders = self.orders.clone();
        let ends = async {
            loop {
                if orders.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
                let order = orders.borrow();
                if order.goal != Goal::Run || order.pod.metadata.deletion_timestamp.is_some() {
                    return;
                }
            }
        };
        // The runtime finishes a call that is dropped here; the next look shows what came of it.
        tokio::select! {
            outcome = self.act(pod, seen, plan) => outcome,
            () = ends => Ok(true),
        }
    }

    /// Carries a plan out. True when something was changed; `Err` says when to try again.
    async fn act(&mut self, pod: &Arc<Pod>, seen: &Observed, plan: &Plan) -> Result<bool, Duration> {
        let kit = self.kit.clone();
        if let Some(why) = plan.stop_all {
            if seen.sandboxes.iter().any(|sandbox| sandbox.ready) || seen.running().next().is_some() {
                kit.events.pod(
                    pod,
                    Level::Normal,
                    "SandboxChanged",
                    "Pod sandbox changed, it will be killed and re-created.",
                );
            }
            debug!(pod = view::full_name(pod), why, "sandbox is of no use");
            stop::pod(&kit, pod, seen, view::grace(pod)).await.map_err(|err| {
                kit.events.pod(pod, Level::Warning, "FailedKillPod", format!("error killing pod: {err}"));
                RETRY
            })?;
        }
        let ips = self.ips(pod, seen);
        for kill in &plan.kill {
            let Some(container) = seen.by_id(&kill.id) else { continue };
            let members = view::members(&pod.spec);
            let member = members.iter().find(|member| member.container.name == kill.name);
            let grace = stop::grace(pod, member, container, Some(kill.why));
            stop::container(&kit, pod, container, &kill.message, grace, &ips).await.map_err(|_| RETRY)?;
        }
        if plan.sandbox.is_none() && plan.start.is_empty() {
            self.resize(pod, seen).await;
            self.refresh(pod, &ips).await;
            return Ok(plan.stop_all.is_some() || !plan.kill.is_empty());
        }
        kit.cgroups.apply(pod).map_err(|err| {
            kit.events.pod(
                pod,
                Level::Warning,
                "FailedCreatePodContainer",
                format!("unable to ensure pod container exists: {err}"),
            );
            RETRY
        })?;
        let volumes = self.volumes(pod, &ips).await?;
        let (sandbox, attempt, ips) = match plan.sandbox {
            Some(new) => {
                let id = start::new_sandbox(&kit, pod, new.attempt).await.map_err(|_| RETRY)?;
                let status = kit.cri.pod_sandbox_status(&id).await.map_err(|_| RETRY)?;
                let made = super::observed::sandbox(&status);
                let ips = if pod.spec.host_network { kit.addresses.clone() } else { made.ips.clone() };
                (id, new.attempt, ips)
            }
            None => match seen.sandbox() {
                Some(sandbox) => (sandbox.id.clone(), sandbox.attempt, ips),
                None => return Err(RETRY),
            },
        };
        let starting = Starting { kit: &kit, pod, seen, volumes: &volumes };
        let mut wait = None;
        for start in &plan.start {
            match starting.container(&sandbox, attempt, &ips, start).await {
                Ok(()) => {
                    self.failures.remove(&start.name);
                    if let Some(failed) = start.failed {
                        self.memory.backoffs.tried(&start.name, failed, kit.clock.now());
                    }
                }
                Err(Failed { reason, message }) => {
                    // A container that could not be started counts as a failure that has just been.
                    if let Some(failed) = start.failed {
                        self.memory.backoffs.tried(&start.name, failed, kit.clock.now());
                    }
                    self.failures.insert(start.name.clone(), (reason, message));
                    wait = Some(Duration::from_secs(10));
                }
            }
        }
        wait.map_or(Ok(true), Err)
    }

    async fn volumes(&mut self, pod: &Arc<Pod>, ips: &[String]) -> Result<volume::Mounted, Duration> {
        self.refer(pod).await;
        let place = self.kit.place(ips.to_vec());
        match self.kit.volumes.prepare(pod, &place, self.kit.lookup()).await {
            Ok(mounted) => {
                self.volume_fault = None;
                self.retry.reset();
                Ok(mounted)
            }
            Err(fault) => {
                self.kit.events.pod(pod, Level::Warning, "FailedMount", fault.to_string());
                self.volume_fault = Some(fault.to_string());
                Err(self.retry.next())
            }
        }
    }

    /// Watches what the pod refers to, and waits until it was seen.
    async fn refer(&self, pod: &Arc<Pod>) {
        if let Some(objects) = &self.kit.objects {
            objects.reference(pod);
            objects.settle(&self.uid).await;
        }
    }

    /// Gives running containers the sizes that the pod asks for now.
    async fn resize(&mut self, pod: &Arc<Pod>, seen: &Observed) {
        if !self.kit.cgroups.enforced() {
            return;
        }
        self.sizes.retain(|id, _| seen.by_id(id).is_some());
        for (id, size) in resize::due(pod, seen, &self.sizes, self.kit.capacity.memory) {
            if let Err(err) = self.kit.cgroups.apply(pod) {
                warn!(pod = view::full_name(pod), %err, "the pod's cgroup cannot be resized");
                return;
            }
            match self.kit.cri.update_container_resources(&id, size.clone()).await {
                Ok(()) => info!(pod = view::full_name(pod), container = id, ?size, "resized"),
                Err(err) => {
                    self.kit.events.pod(pod, Level::Warning, "ResizeError", format!("error resizing pod: {err}"))
                }
            }
            // Tried once for each wish, whatever came of it.
            self.sizes.insert(id, size);
        }
    }

    /// Brings the files of a running pod up to date.
    async fn refresh(&mut self, pod: &Arc<Pod>, ips: &[String]) {
        if volume::is_live(pod) {
            // A pod that an earlier kubelet started is not referred to yet.
            self.refer(pod).await;
            let place = self.kit.place(ips.to_vec());
            if let Err(fault) = self.kit.volumes.prepare(pod, &place, self.kit.lookup()).await {
                // As upstream: a running pod keeps the files it has.
                if self.volume_fault.as_ref() != Some(&fault.to_string()) {
                    self.kit.events.pod(pod, Level::Warning, "FailedMount", fault.to_string());
                }
                self.volume_fault = Some(fault.to_string());
            }
        }
        self.collect_dead(pod).await;
    }

    /// Keeps the last dead container of each name for its log, and removes older ones. As upstream: MaxPerPodContainer 1.
    async fn collect_dead(&self, pod: &Arc<Pod>) {
        let Ok(seen) = look(&*self.kit.cri, &self.uid, &self.kit.log_directory(pod)).await else { return };
        let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
        for container in &seen.containers {
            let count = kept.entry(container.name.as_str()).or_default();
            *count += 1;
            if *count > 2
                && container.state == State::Exited
                && let Err(err) = self.kit.cri.remove_container(&container.id).await
            {
                debug!(container = container.id, %err, "dead container not removed");
            }
        }
        for sandbox in seen.sandboxes.iter().skip(1).filter(|sandbox| !sandbox.ready) {
            if !seen.containers.iter().any(|container| container.sandbox == sandbox.id)
                && let Err(err) = self.kit.cri.remove_pod_sandbox(&sandbox.id).await
            {
                debug!(sandbox = sandbox.id, %err, "dead sandbox not removed");
            }
        }
    }

    fn ips(&self, pod: &Pod, seen: &Observed) -> Vec<String> {
        if pod.spec.host_network {
            self.kit.addresses.clone()
        } else {
            seen.sandbox().map(|sandbox| sandbox.ips.clone()).unwrap_or_default()
        }
    }

    /// Why containers wait, for the status: the plan's reasons and earlier failures that still stand.
    fn note_waiting(&mut self, pod: &Pod, plan: &Plan) {
        self.failures.retain(|name, (reason, _)| reason != "CrashLoopBackOff" || plan.waiting.contains_key(name));
        let members = view::members(&pod.spec);
        for (name, waiting) in &plan.waiting {
            let role = members
                .iter()
                .find(|member| &member.container.name == name)
                .map_or(view::Role::Main, |member| member.role);
            let message = format!("Back-off restarting failed container {name} in pod {}", view::described(pod));
            self.kit.events.container(pod, role, name, Level::Warning, "BackOff", message);
            self.failures.insert(name.clone(), (waiting.reason.to_owned(), waiting.message.clone()));
        }
    }

    /// Every container has ended for good: end what is left, and say how it went.
    async fn finish(&mut self, pod: &Arc<Pod>, seen: Observed) -> Result<Next, CriError> {
        self.probes.stop();
        stop::pod(&self.kit, pod, &seen, view::grace(pod)).await?;
        let seen = look(&*self.kit.cri, &self.uid, &self.kit.log_directory(pod)).await?;
        self.report(pod, &seen, true, false);
        info!(pod = view::full_name(pod), "pod has ended by itself");
        Ok(Next::Wait(self.release(pod).await))
    }

    /// Takes away what a terminal pod has on the disk. How long to wait then.
    async fn release(&self, pod: &Pod) -> Duration {
        match self.kit.volumes.release(&self.uid).await {
            Ok(()) => RESYNC,
            Err(err) => {
                warn!(pod = view::full_name(pod), %err, "volumes of a pod that has ended cannot be taken away yet");
                RETRY
            }
        }
    }

    /// Ends a pod that shall not run, in steps that can be taken again.
    async fn end(&mut self, order: &Order, seen: &Observed) -> Result<Next, CriError> {
        let pod = &order.pod;
        let removed = order.goal == Goal::Remove;
        let deleted = pod.metadata.deletion_timestamp.is_some();
        if seen.running().next().is_some() || seen.sandboxes.iter().any(|sandbox| sandbox.ready) {
            let grace = match &order.goal {
                Goal::Fail { grace: Some(grace), .. } => *grace,
                Goal::Remove if !deleted && !view::is_static(pod) => FORCED,
                _ => view::grace(pod),
            };
            self.report(pod, seen, false, false);
            info!(pod = view::full_name(pod), ?grace, "ending pod");
            return self.end_running(order, seen, grace).await;
        }
        self.probes.stop();
        self.kit.images.forget(&self.uid);
        self.report(pod, seen, true, false);
        if !removed && !deleted {
            // A terminal pod stays, with its logs, until somebody deletes it.
            return Ok(Next::Wait(self.release(pod).await));
        }
        if let Err(err) = self.kit.volumes.teardown(&self.uid).await {
            warn!(pod = view::full_name(pod), %err, "volumes of a pod cannot be taken away yet");
            return Ok(Next::Wait(RETRY));
        }
        if let Err(err) = self.kit.cgroups.remove(&self.uid) {
            debug!(pod = view::full_name(pod), %err, "cgroup of a pod cannot be removed yet");
        }
        if !removed {
            // The object goes first: until then its logs can be read.
            self.report(pod, seen, true, true);
            return Ok(Next::Wait(RESYNC));
        }
        for container in &seen.containers {
            self.kit.cri.remove_container(&container.id).await?;
        }
        for sandbox in &seen.sandboxes {
            self.kit.cri.remove_pod_sandbox(&sandbox.id).await?;
        }
        self.remove_logs(pod, seen);
        if let Some(objects) = &self.kit.objects {
            objects.release(&self.uid);
        }
        self.kit.reports.forget(&self.uid);
        info!(pod = view::full_name(pod), "pod is gone");
        Ok(Next::Done)
    }

    /// Ends containers; a shorter grace that arrives meanwhile takes over.
    async fn end_running(&mut self, order: &Order, seen: &Observed, grace: Duration) -> Result<Next, CriError> {
        let mut orders = self.orders.clone();
        let pod = &order.pod;
        let shorter = async {
            loop {
                if orders.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
                let fresh = orders.borrow();
                if view::grace(&fresh.pod) < grace || fresh.goal == Goal::Remove && order.goal != Goal::Remove {
                    return;
                }
            }
        };
        let kit = self.kit.clone();
        // Dropping the stop leaves the runtime's own timer running; the next round sets a shorter one beside it.
        tokio::select! {
            stopped = stop::pod(&kit, pod, seen, grace) => stopped?,
            () = shorter => {}
        }
        Ok(Next::Wait(Duration::ZERO))
    }

    fn remove_logs(&self, pod: &Pod, seen: &Observed) {
        let logs = self.kit.log_directory(pod);
        if let Err(err) = std::fs::remove_dir_all(&logs)
            && err.kind() != std::io::ErrorKind::NotFound
        {
            debug!(path = %logs.display(), %err, "logs of a pod cannot be removed");
        }
        let Some(folder) = &self.kit.container_logs else { return };
        for container in &seen.containers {
            let meta = &pod.metadata;
            let link = folder.join(format!("{}_{}_{}-{}.log", meta.name, meta.namespace, container.name, container.id));
            // Most have gone with an earlier container.
            let _ = std::fs::remove_file(link);
        }
    }

    fn report(&self, pod: &Arc<Pod>, seen: &Observed, terminal: bool, gone: bool) {
        let report = self.kit.reports.get(&self.uid);
        let old: &PodStatus = report.as_ref().map_or(&pod.status, |report| &report.status);
        // A failed pod is told when nothing of it runs.
        let failed = self.failed.as_ref().filter(|_| terminal);
        let input = status::Input {
            now: self.kit.clock.now(),
            pod,
            old,
            seen,
            waiting: &self.failures,
            readiness: &self.probes.readiness(pod, seen),
            terminal,
            failed,
            host_ips: &self.kit.addresses,
            runtime: &self.kit.runtime,
        };
        self.kit.reports.set(pod, status::status(&input), gone);
    }
}
