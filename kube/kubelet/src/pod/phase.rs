//! The phase of a pod, from its containers' statuses. As upstream: pkg/kubelet/kubelet_pods.go getPhase.

use kube_api::types::core::{Container, ContainerStatus, Pod};

use super::view;

/// What a phase depends on besides the statuses.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    /// Its containers will not be restarted, whatever their policy says.
    pub(crate) terminal: bool,
    /// A main container has started in the present sandbox.
    pub(crate) initialized: bool,
}

#[derive(Default)]
struct Count {
    pending_init: usize,
    pending_sidecar: usize,
    failed_init: usize,
    unknown: usize,
    running: usize,
    waiting: usize,
    stopped: usize,
    stopped_for_good: usize,
    succeeded: usize,
}

pub(crate) fn phase(pod: &Pod, statuses: &[ContainerStatus], facts: Facts) -> &'static str {
    let mut count = Count::default();
    let find = |container: &Container| statuses.iter().find(|status| status.name == container.name);
    for container in &pod.spec.init_containers {
        if view::is_sidecar(container) {
            count.sidecar(find(container));
        } else {
            count.init(pod, container, find(container));
        }
    }
    for container in &pod.spec.containers {
        count.main(pod, container, find(container));
    }
    count.phase(pod, facts)
}

impl Count {
    fn init(&mut self, pod: &Pod, container: &Container, status: Option<&ContainerStatus>) {
        let ended = status.and_then(ended_code);
        let waits = status.is_some_and(|status| status.state.waiting.is_some());
        match ended {
            Some(0) if !waits => {}
            Some(code) if code != 0 => {
                if !view::restarts(container, &pod.spec, code) {
                    self.failed_init += 1;
                }
            }
            Some(_) => {}
            None => self.pending_init += 1,
        }
    }

    fn sidecar(&mut self, status: Option<&ContainerStatus>) {
        let Some(status) = status else {
            self.unknown += 1;
            return;
        };
        if status.state.running.is_some() {
            if status.started != Some(true) {
                self.pending_sidecar += 1;
            }
            self.running += 1;
        } else if status.state.terminated.is_some() {
            // Ended sidecars do not count.
        } else if status.state.waiting.is_some() {
            if status.last_state.terminated.is_none() {
                self.pending_sidecar += 1;
                self.waiting += 1;
            }
        } else {
            self.pending_sidecar += 1;
            self.unknown += 1;
        }
    }

    fn main(&mut self, pod: &Pod, container: &Container, status: Option<&ContainerStatus>) {
        let Some(status) = status else {
            self.unknown += 1;
            return;
        };
        if status.state.running.is_some() {
            self.running += 1;
            return;
        }
        match ended_code(status) {
            Some(code) => {
                self.stopped += 1;
                if !view::restarts(container, &pod.spec, code) {
                    self.stopped_for_good += 1;
                }
                if code == 0 && status.state.terminated.is_some() {
                    self.succeeded += 1;
                }
            }
            None if status.state.waiting.is_some() => self.waiting += 1,
            None => self.unknown += 1,
        }
    }

    fn phase(&self, pod: &Pod, facts: Facts) -> &'static str {
        if self.failed_init > 0 {
            return "Failed";
        }
        if self.pending_init > 0 || self.pending_sidecar > 0 && !facts.initialized || self.waiting > 0 {
            return "Pending";
        }
        if self.running > 0 && self.unknown == 0 {
            return "Running";
        }
        if self.running == 0 && self.stopped > 0 && self.unknown == 0 {
            let for_good = facts.terminal && !view::is_static(pod) || self.stopped == self.stopped_for_good;
            return match (for_good, self.stopped == self.succeeded) {
                (false, _) => "Running",
                (true, true) => "Succeeded",
                (true, false) => "Failed",
            };
        }
        "Pending"
    }
}

/// The code of the last end, if the container is not running now.
fn ended_code(status: &ContainerStatus) -> Option<i32> {
    let state = if status.state.waiting.is_some() { &status.last_state } else { &status.state };
    state.terminated.as_ref().map(|ended| ended.exit_code)
}
