//! Decides what one pod needs next: sandbox, containers to start, containers to kill, how long to wait.
//!
//! Pure: time, the pod, what the runtime holds and what the probes said come in; a printable value goes out. How a
//! container is started, and what a pod that ends needs, is the worker's.
//! As upstream: pkg/kubelet/kuberuntime/kuberuntime_manager.go computePodActions.
//!
//! - No main container is started before every init container has succeeded and every sidecar has started.
//! - At most one sandbox is used; a container counts only inside it.
//! - A container that waits for its back-off is neither started nor killed.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::core::{Container, Pod};

use super::backoff::{Backoffs, go_seconds};
use super::observed::{Observed, Sandbox, Seen, State};
use super::view::{self, Member, Role};
use crate::container::labels;

/// What the probes of a running container last said, by container id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Health {
    /// `None` while the startup probe has not decided.
    pub(crate) started: Option<bool>,
    pub(crate) live: Option<bool>,
}

/// What the worker remembers between two plans.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    pub(crate) backoffs: Backoffs,
    pub(crate) health: BTreeMap<String, Health>,
}

/// What to do, in this order: kill, sandbox, start.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Plan {
    /// Stop all containers and every sandbox: none of them is of use.
    pub(crate) stop_all: Option<&'static str>,
    pub(crate) kill: Vec<Kill>,
    pub(crate) sandbox: Option<NewSandbox>,
    pub(crate) start: Vec<Start>,
    /// Names that wait, and what their status says.
    pub(crate) waiting: BTreeMap<String, Waiting>,
    /// Every container has ended for good.
    pub(crate) done: bool,
    /// Look again then, if nothing happens before.
    pub(crate) requeue: Option<Duration>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kill {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) why: Why,
    pub(crate) message: String,
}

/// Why a container is killed; decides which grace period holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    Changed,
    Liveness,
    Startup,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NewSandbox {
    pub(crate) attempt: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) restarts: i32,
    /// When the container it replaces failed, for the back-off.
    pub(crate) failed: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Waiting {
    pub(crate) reason: &'static str,
    pub(crate) message: String,
}

/// Plans for a pod that shall run.
pub(crate) fn plan(now: Timestamp, pod: &Pod, seen: &Observed, memory: &Memory) -> Plan {
    let members = view::members(&pod.spec);
    let mut work = Planning { now, pod, seen, memory, plan: Plan::default() };
    match usable_sandbox(pod, seen) {
        Ok(sandbox) => work.inside(sandbox, &members),
        Err(unusable) => work.renew(unusable, &members),
    }
    work.plan
}

/// The sandbox to use, or why there is none and how often one was made before.
fn usable_sandbox<'a>(pod: &Pod, seen: &'a Observed) -> Result<&'a Sandbox, (Option<&'static str>, u32)> {
    let ready = seen.sandboxes.iter().filter(|sandbox| sandbox.ready).count();
    let Some(newest) = seen.sandboxes.first() else { return Err((None, 0)) };
    let next = newest.attempt + 1;
    let host = view::is_host_network(&pod.spec);
    match seen.sandbox() {
        _ if ready > 1 => Err((Some("more than one sandbox is ready"), next)),
        Some(sandbox) if !sandbox.ready => Err((Some("the sandbox is gone"), next)),
        Some(sandbox) if sandbox.host_network != host => Err((Some("the sandbox has another network"), next)),
        Some(sandbox) if !host && sandbox.ips.is_empty() => Err((Some("the sandbox has no IP"), next)),
        Some(sandbox) => Ok(sandbox),
        None => Err((None, next)),
    }
}

struct Planning<'a> {
    now: Timestamp,
    pod: &'a Pod,
    seen: &'a Observed,
    memory: &'a Memory,
    plan: Plan,
}

impl Planning<'_> {
    /// There is no sandbox to use: make one, unless everything that was to run has run.
    fn renew(&mut self, (why, attempt): (Option<&'static str>, u32), members: &[Member]) {
        let mains = members.iter().filter(|member| member.role == Role::Main);
        let wanted: Vec<_> = mains.filter(|member| self.wants_run(&member.container)).collect();
        let ran =
            self.seen.containers.iter().any(|seen| members.iter().any(|member| member.container.name == seen.name));
        if attempt > 0 && ran && (view::restart_policy(&self.pod.spec) == "Never" || wanted.is_empty()) {
            // As upstream: a pod that is not restarted does not get a second sandbox.
            self.plan.stop_all = why;
            self.plan.done = true;
            return;
        }
        self.plan.stop_all = why;
        self.plan.sandbox = Some(NewSandbox { attempt });
        match members.iter().find(|member| matches!(member.role, Role::Init | Role::Sidecar)) {
            Some(first) => self.start(first, None),
            None => {
                for member in wanted {
                    self.try_start(member, self.seen.newest(&member.container.name));
                }
            }
        }
    }

    fn wants_run(&self, container: &Container) -> bool {
        match self.seen.newest(&container.name) {
            Some(seen) if seen.state == State::Exited => view::restarts(container, &self.pod.spec, seen.exit_code),
            _ => true,
        }
    }

    fn inside(&mut self, sandbox: &Sandbox, members: &[Member]) {
        let of = |role: Role| members.iter().filter(move |member| member.role == role);
        for member in of(Role::Ephemeral) {
            if self.seen.inside(&sandbox.id, &member.container.name).is_none() {
                self.start(member, None);
            }
        }
        let began = of(Role::Main).any(|member| self.seen.inside(&sandbox.id, &member.container.name).is_some());
        if began {
            for member in of(Role::Sidecar) {
                self.keep(sandbox, member);
            }
        } else if !self.initialize(sandbox, members) {
            return;
        }
        let mut alive = false;
        for member in of(Role::Main) {
            alive |= self.keep(sandbox, member);
        }
        if !alive {
            // Sidecars alone are nothing to live for.
            self.plan.start.retain(|start| start.role == Role::Ephemeral);
            self.plan.done = true;
        }
    }

    /// Walks the init containers in order. True when the main containers may start.
    fn initialize(&mut self, sandbox: &Sandbox, members: &[Member]) -> bool {
        for member in members.iter().filter(|member| matches!(member.role, Role::Init | Role::Sidecar)) {
            let name = &member.container.name;
            let Some(seen) = self.seen.inside(&sandbox.id, name) else {
                self.try_start(
                    member,
                    self.seen.newest(name).filter(|seen| seen.state == State::Exited && seen.exit_code != 0),
                );
                return false;
            };
            if member.role == Role::Sidecar {
                self.keep(sandbox, member);
                let running = seen.state == State::Running && self.plan.kill.iter().all(|kill| kill.id != seen.id);
                if running && self.health(seen).started != Some(false) && self.is_started(member, seen) {
                    continue;
                }
                return false;
            }
            match seen.state {
                State::Exited if seen.exit_code == 0 => {}
                State::Exited if !view::restarts(&member.container, &self.pod.spec, seen.exit_code) => {
                    self.plan.done = true;
                    return false;
                }
                State::Running => {
                    if seen.hash != labels::hash(&member.container) {
                        self.kill(
                            seen,
                            Why::Changed,
                            format!("Container {name} definition changed, will be restarted"),
                        );
                        self.start(member, Some(seen));
                    }
                    return false;
                }
                State::Unknown => {
                    self.kill(
                        seen,
                        Why::Unknown,
                        format!("Container {name} is in unknown state, try killing it before restart"),
                    );
                    self.try_start(member, Some(seen));
                    return false;
                }
                State::Exited | State::Created => {
                    self.try_start(member, Some(seen));
                    return false;
                }
            }
        }
        true
    }

    /// Keeps a container that shall run running. False when it has ended for good.
    fn keep(&mut self, sandbox: &Sandbox, member: &Member) -> bool {
        let container = &member.container;
        let name = &container.name;
        let Some(seen) = self.seen.inside(&sandbox.id, name) else {
            let last = self.seen.newest(name);
            if last.is_some_and(|last| {
                last.state == State::Exited && !view::restarts(container, &self.pod.spec, last.exit_code)
            }) {
                return false;
            }
            self.try_start(member, last.filter(|last| last.state == State::Exited));
            return true;
        };
        match seen.state {
            State::Created => self.try_start(member, Some(seen)),
            State::Unknown => {
                self.kill(
                    seen,
                    Why::Unknown,
                    format!("Container {name} is in unknown state, try killing it before restart"),
                );
                self.try_start(member, Some(seen));
            }
            State::Exited => {
                if !view::restarts(container, &self.pod.spec, seen.exit_code) {
                    return false;
                }
                self.try_start(member, Some(seen));
            }
            State::Running => return self.keep_running(member, seen),
        }
        true
    }

    fn keep_running(&mut self, member: &Member, seen: &Seen) -> bool {
        let container = &member.container;
        let name = &container.name;
        let health = self.health(seen);
        let restart = if seen.hash != labels::hash(container) {
            self.kill(seen, Why::Changed, format!("Container {name} definition changed"));
            true
        } else if health.live == Some(false) {
            self.kill(seen, Why::Liveness, format!("Container {name} failed liveness probe"));
            view::restarts(container, &self.pod.spec, 137)
        } else if health.started == Some(false) {
            self.kill(seen, Why::Startup, format!("Container {name} failed startup probe"));
            view::restarts(container, &self.pod.spec, 137)
        } else {
            return true;
        };
        if restart {
            let suffix = ", will be restarted";
            if let Some(kill) = self.plan.kill.last_mut() {
                kill.message.push_str(suffix);
            }
            self.start(member, Some(seen));
        }
        // It still runs: the next plan sees its end.
        true
    }

    fn kill(&mut self, seen: &Seen, why: Why, message: String) {
        self.plan.kill.push(Kill { id: seen.id.clone(), name: seen.name.clone(), why, message });
    }

    /// Starts now or waits for the back-off.
    fn try_start(&mut self, member: &Member, last: Option<&Seen>) {
        let failed = last.and_then(|last| last.finished);
        let waits = failed.and_then(|failed| self.memory.backoffs.waits(&member.container.name, failed, self.now));
        let Some((left, whole)) = waits else {
            self.start(member, last);
            return;
        };
        let name = &member.container.name;
        let message = format!(
            "back-off {} restarting failed container={name} pod={}",
            go_seconds(whole),
            view::described(self.pod)
        );
        self.plan.waiting.insert(name.clone(), Waiting { reason: "CrashLoopBackOff", message });
        self.plan.requeue = Some(self.plan.requeue.map_or(left, |other| other.min(left)));
    }

    fn start(&mut self, member: &Member, last: Option<&Seen>) {
        let name = &member.container.name;
        let restarts = self.seen.newest(name).map_or(0, |seen| seen.restarts + 1);
        let failed = last.and_then(|last| last.finished);
        self.plan.start.push(Start { name: name.clone(), role: member.role, restarts, failed });
    }

    fn health(&self, seen: &Seen) -> Health {
        self.memory.health.get(&seen.id).copied().unwrap_or_default()
    }

    fn is_started(&self, member: &Member, seen: &Seen) -> bool {
        member.container.startup_probe.is_none() || self.health(seen).started == Some(true)
    }
}

#[cfg(test)]
mod plan_test;
