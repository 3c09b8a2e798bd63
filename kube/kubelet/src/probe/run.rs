//! Keeps the probes of one pod's running containers going, and holds what they last decided.
//!
//! - A probe belongs to one container id: a restarted container is probed anew.
//! - Liveness and readiness wait for the startup probe.
//! - A container that was ready before this kubelet started stays so until a probe says otherwise.
//!
//! As upstream: pkg/kubelet/prober/prober_manager.go.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use kube_api::types::core::{Container, Pod, Probe};
use kube_informer::Level;
use machined_base::AbortOnDrop;
use tokio::sync::{Notify, watch};

use super::Target;
use super::action::{self, Answer};
use super::judge::{Judge, Kind};
use crate::kit::Kit;
use crate::pod::observed::{Observed, Seen, State};
use crate::pod::plan::Health;
use crate::pod::status::Readiness;
use crate::pod::view::{self, Member, Role};

const RETRIES: usize = 3;

/// The probes of one pod.
#[derive(Default)]
pub(crate) struct Probes {
    containers: BTreeMap<String, Probed>,
}

struct Probed {
    results: watch::Sender<Results>,
    _tasks: Vec<AbortOnDrop>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Results {
    started: Option<bool>,
    live: Option<bool>,
    ready: Option<bool>,
}

impl Probes {
    /// Starts the probes of containers that run, ends those of containers that do not.
    pub(crate) fn sync(&mut self, kit: &Arc<Kit>, pod: &Arc<Pod>, seen: &Observed, ips: &[String], wake: &Arc<Notify>) {
        self.containers.retain(|id, _| seen.by_id(id).is_some_and(|seen| seen.state == State::Running));
        for member in
            view::members(&pod.spec).into_iter().filter(|member| matches!(member.role, Role::Main | Role::Sidecar))
        {
            let Some(container) = seen.newest(&member.container.name).filter(|seen| seen.state == State::Running)
            else {
                continue;
            };
            if !self.containers.contains_key(&container.id) {
                let probed = start(kit, pod, &member, container, ips, wake);
                self.containers.insert(container.id.clone(), probed);
            }
        }
    }

    /// While a pod ends, only readiness still counts.
    pub(crate) fn stop(&mut self) {
        self.containers.clear();
    }

    pub(crate) fn health(&self) -> BTreeMap<String, Health> {
        let read = |probed: &Probed| *probed.results.borrow();
        self.containers
            .iter()
            .map(|(id, probed)| (id.clone(), Health { started: read(probed).started, live: read(probed).live }))
            .collect()
    }

    /// For statuses: a container without a probe is started and ready as soon as it runs.
    pub(crate) fn readiness(&self, pod: &Pod, seen: &Observed) -> BTreeMap<String, Readiness> {
        let mut all = BTreeMap::new();
        for member in view::members(&pod.spec) {
            let Some(container) = seen.newest(&member.container.name).filter(|seen| seen.state == State::Running)
            else {
                continue;
            };
            let results = self.containers.get(&container.id).map(|probed| *probed.results.borrow()).unwrap_or_default();
            let started = member.container.startup_probe.is_none() || results.started == Some(true);
            let ready = started && (member.container.readiness_probe.is_none() || results.ready == Some(true));
            all.insert(container.id.clone(), Readiness { started, ready });
        }
        all
    }
}

fn start(kit: &Arc<Kit>, pod: &Arc<Pod>, member: &Member, seen: &Seen, ips: &[String], wake: &Arc<Notify>) -> Probed {
    let container = &member.container;
    let (results, _) = watch::channel(initial(kit, pod, container, seen));
    let kinds = [
        (Kind::Startup, &container.startup_probe),
        (Kind::Liveness, &container.liveness_probe),
        (Kind::Readiness, &container.readiness_probe),
    ];
    let mut tasks = Vec::new();
    for (kind, probe) in kinds {
        let Some(probe) = probe.clone() else { continue };
        let run = Run {
            kit: kit.clone(),
            pod: pod.clone(),
            role: member.role,
            container: container.clone(),
            id: seen.id.clone(),
            since: seen.started,
            ips: ips.to_vec(),
            kind,
            probe,
            results: results.clone(),
            wake: wake.clone(),
        };
        tasks.push(kit.tasks.scoped("probe", run.run()).abort_on_drop());
    }
    Probed { results, _tasks: tasks }
}

/// As upstream: a restart of the kubelet does not make running containers unready.
fn initial(kit: &Kit, pod: &Pod, container: &Container, seen: &Seen) -> Results {
    let before = seen.started.is_some_and(|started| started < kit.live.started);
    let mut statuses = pod.status.container_statuses.iter().chain(&pod.status.init_container_statuses);
    let told = statuses.find(|status| status.name == container.name && status.container_id.ends_with(&seen.id));
    match told.filter(|_| before) {
        Some(told) => Results { started: told.started.filter(|started| *started), live: None, ready: Some(told.ready) },
        None => Results::default(),
    }
}

struct Run {
    kit: Arc<Kit>,
    pod: Arc<Pod>,
    role: Role,
    container: Container,
    id: String,
    since: Option<jiff::Timestamp>,
    ips: Vec<String>,
    kind: Kind,
    probe: Probe,
    results: watch::Sender<Results>,
    wake: Arc<Notify>,
}

impl Run {
    async fn run(self) {
        if self.kind == Kind::Startup && self.results.borrow().started == Some(true) {
            return;
        }
        let delay = Duration::from_secs(u64::try_from(self.probe.initial_delay_seconds).unwrap_or(0));
        let age = self
            .since
            .map(|since| self.kit.clock.now().duration_since(since))
            .and_then(|age| Duration::try_from(age).ok())
            .unwrap_or_default();
        self.kit.clock.sleep(delay.saturating_sub(age)).await;
        if self.kind != Kind::Startup && self.container.startup_probe.is_some() {
            let mut watch = self.results.subscribe();
            if watch.wait_for(|results| results.started == Some(true)).await.is_err() {
                return;
            }
        }
        let period =
            Duration::from_secs(u64::try_from(self.probe.period_seconds).ok().filter(|it| *it > 0).unwrap_or(10));
        let mut judge = Judge::new(&self.probe);
        loop {
            let next = self.kit.clock.monotonic() + period;
            if let Some(good) = self.ask().await
                && let Some(stands) = judge.answer(good)
                && self.settle(stands)
            {
                return;
            }
            self.kit.clock.sleep_until(next).await;
        }
    }

    /// One answer; `None` where the probe could not be made.
    async fn ask(&self) -> Option<bool> {
        let target = Target { kit: &self.kit, container: &self.container, id: &self.id, ips: &self.ips };
        let mut last = String::new();
        for _ in 0..RETRIES {
            match action::probe(&target, &self.probe).await {
                Answer::Good => return Some(true),
                Answer::Bad(output) => {
                    self.complain(format!("{} probe failed: {output}", self.kind.word()));
                    return Some(false);
                }
                Answer::Unknown(fault) => last = fault,
            }
        }
        self.complain(format!("{} probe errored and resulted in unknown state: {last}", self.kind.word()));
        None
    }

    fn complain(&self, message: String) {
        self.kit.events.container(&self.pod, self.role, &self.container.name, Level::Warning, "Unhealthy", message);
    }

    /// True when this probe has nothing more to ask.
    fn settle(&self, stands: bool) -> bool {
        let changed = self.results.send_if_modified(|results| {
            let place = match self.kind {
                Kind::Startup => &mut results.started,
                Kind::Liveness => &mut results.live,
                Kind::Readiness => &mut results.ready,
            };
            place.replace(stands) != Some(stands)
        });
        if changed {
            self.wake.notify_one();
        }
        self.kind == Kind::Startup || self.kind == Kind::Liveness && !stands
    }
}
