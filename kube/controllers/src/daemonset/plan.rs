//! One pod on each node that a DaemonSet chooses, renewed node by node when its template changes.
//! As upstream: pkg/controller/daemon.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::apps::{ControllerRevision, DaemonSet, DaemonSetStatus};
use kube_api::types::core::{Node, Pod};
use kube_informer::{DeleteOptions, Level};

use crate::claim::{by_selector, claim};
use crate::daemonset::nodes::{Place, add_tolerations, pin, place, target};
use crate::history::{self, HASH_LABEL, History, Owner};
use crate::meta::controller_ref;
use crate::percent::{Round, scaled};
use crate::plan::{Draft, Plan, Step, Target};
use crate::pods;
use crate::replicaset::plan::{told_create, told_delete};
use kube_scheduler::selector;

const BURST: usize = 250;

pub(crate) struct Observed {
    pub(crate) set: Arc<DaemonSet>,
    /// Pods that it controls, and orphans in its namespace.
    pub(crate) pods: Vec<Arc<Pod>>,
    pub(crate) nodes: Vec<Arc<Node>>,
    pub(crate) revisions: Vec<Arc<ControllerRevision>>,
    pub(crate) name_taken: Box<dyn Fn(&str) -> bool + Send>,
}

/// One node, what belongs there and what is there.
struct OnNode {
    name: String,
    place: Place,
    pods: Vec<Arc<Pod>>,
}

struct Work<'a> {
    now: Timestamp,
    set: &'a DaemonSet,
    hash: String,
    nodes: Vec<OnNode>,
    min_ready: Duration,
    create: Vec<String>,
    delete: Vec<Arc<Pod>>,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let set = &*seen.set;
    if set.spec.selector.as_ref().is_some_and(selector::is_empty) {
        let text = "This daemon set is selecting all pods. A non-empty selector is required.";
        plan.event(set, Level::Warning, "SelectingAll", text);
        return plan;
    }
    let owned = claim(set, by_selector(set.spec.selector.as_ref()), seen.pods.clone(), &mut plan);
    if set.metadata.deletion_timestamp.is_some() {
        return plan;
    }
    let owner =
        Owner { object: set, template: &set.spec.template, selector: None, collisions: set.status.collision_count };
    let history = history::sync(&owner, seen.revisions.clone(), &seen.name_taken, &mut plan);
    let pod = template_pod(set, history.hash());
    let min_ready = Duration::from_secs(u64::try_from(set.spec.min_ready_seconds).unwrap_or(0));
    let mut work = Work {
        now,
        set,
        hash: history.hash().to_owned(),
        nodes: by_node(&pod, &seen.nodes, &owned),
        min_ready,
        create: Vec::new(),
        delete: Vec::new(),
    };
    if !history.collision {
        work.place_pods(&mut plan);
        if set.spec.update_strategy.r#type != "OnDelete" {
            work.renew();
        }
        work.write(&pod, &mut plan);
        clean_up(set, &history, &owned, &mut plan);
    }
    work.status(history.collision, &mut plan);
    plan
}

fn template_pod(set: &DaemonSet, hash: &str) -> Pod {
    let meta = &set.metadata;
    let mut pod = pods::from_template(&set.spec.template, &meta.namespace, &meta.name, controller_ref(set));
    add_tolerations(&mut pod.spec);
    pod.metadata_mut().labels.insert(HASH_LABEL.to_owned(), hash.to_owned());
    if let Some(generation) = meta.annotations.get("deprecated.daemonset.template.generation") {
        pod.metadata_mut().labels.insert("pod-template-generation".to_owned(), generation.clone());
    }
    pod
}

fn by_node(pod: &Pod, nodes: &[Arc<Node>], owned: &[Arc<Pod>]) -> Vec<OnNode> {
    let mut pods: BTreeMap<&str, Vec<Arc<Pod>>> = BTreeMap::new();
    for pod in owned {
        if let Some(node) = target(pod) {
            pods.entry(node).or_default().push(pod.clone());
        }
    }
    let mut on: Vec<OnNode> = nodes
        .iter()
        .map(|node| {
            let name = node.metadata.name.clone();
            let mut here = pods.remove(name.as_str()).unwrap_or_default();
            here.sort_by(oldest_first);
            OnNode { place: place(pod, node), pods: here, name }
        })
        .collect();
    // Pods that wait for a node that is gone are never scheduled; bound ones are the pod collector's.
    for (name, mut here) in pods {
        here.retain(|pod| pod.spec.node_name.is_empty());
        if !here.is_empty() {
            on.push(OnNode { name: name.to_owned(), place: Place::Never, pods: here });
        }
    }
    on
}

/// Bound ones before others, then by age.
fn oldest_first(a: &Arc<Pod>, b: &Arc<Pod>) -> std::cmp::Ordering {
    let key = |pod: &Pod| (pod.spec.node_name.is_empty(), pod.metadata.creation_timestamp, pod.metadata.name.clone());
    key(a).cmp(&key(b))
}

impl Work<'_> {
    /// A pod where one belongs and none is, none where none belongs, no two, no ended ones.
    fn place_pods(&mut self, plan: &mut Plan) {
        let (surge, _) = self.allowed();
        for on in &self.nodes {
            if on.place == Place::Never {
                self.delete.extend(on.pods.iter().filter(|pod| !pods::is_terminating(pod)).cloned());
                continue;
            }
            if on.pods.is_empty() && on.place == Place::Runs {
                self.create.push(on.name.clone());
                continue;
            }
            let mut running = Vec::new();
            for pod in on.pods.iter().filter(|pod| !pods::is_terminating(pod)) {
                let (reason, text) = match pod.status.phase.as_str() {
                    "Failed" => ("FailedDaemonPod", "failed daemon pod"),
                    "Succeeded" => ("SucceededDaemonPod", "succeeded daemon pod"),
                    _ => {
                        running.push(pod.clone());
                        continue;
                    }
                };
                let verb = if reason == "FailedDaemonPod" { "kill" } else { "delete" };
                let key = format!("{}/{}", pod.metadata.namespace, pod.metadata.name);
                let text = format!("Found {text} {key} on node {}, will try to {verb} it", on.name);
                let level = if reason == "FailedDaemonPod" { Level::Warning } else { Level::Normal };
                plan.event(self.set, level, reason, text);
                self.delete.push(pod.clone());
            }
            // With a surge, an old and a new one may stand side by side; `renew` decides about those.
            let (new, old): (Vec<_>, Vec<_>) = running.into_iter().partition(|pod| self.is_new(pod));
            if surge == 0 {
                let mut all: Vec<_> = new.into_iter().chain(old).collect();
                all.sort_by(oldest_first);
                self.delete.extend(all.into_iter().skip(1));
            } else {
                self.delete.extend(new.into_iter().skip(1));
                self.delete.extend(old.into_iter().skip(1));
            }
        }
    }

    fn renew(&mut self) {
        let (surge, unavailable) = self.allowed();
        let mut missing = 0;
        let mut surging = 0;
        let (mut broken, mut healthy) = (Vec::new(), Vec::new());
        let (mut urgent, mut calm) = (Vec::new(), Vec::new());
        for on in self.nodes.iter().filter(|on| on.place != Place::Never) {
            let live = |pod: &&Arc<Pod>| !pods::is_terminating(pod) && !pods::has_ended(pod);
            let new = on.pods.iter().filter(live).find(|pod| self.is_new(pod));
            let old = on.pods.iter().filter(live).find(|pod| !self.is_new(pod));
            match (new, old) {
                (None, None) => missing += i32::from(on.place == Place::Runs),
                (Some(new), None) => missing += i32::from(!self.is_available(new)),
                (None, Some(old)) if surge > 0 => {
                    let list = if self.is_available(old) { &mut calm } else { &mut urgent };
                    list.push(on.name.clone());
                }
                (None, Some(old)) => {
                    if self.is_available(old) {
                        healthy.push(old.clone());
                    } else {
                        // It serves nobody: replacing it costs nothing.
                        missing += 1;
                        broken.push(old.clone());
                    }
                }
                (Some(new), Some(old)) => {
                    if self.is_available(new) {
                        broken.push(old.clone());
                    } else {
                        surging += 1;
                    }
                }
            }
        }
        if surge > 0 {
            let left = usize::try_from(surge - surging).unwrap_or(0);
            self.create.extend(urgent.into_iter().chain(calm.into_iter().take(left)));
        }
        self.delete.extend(broken);
        if surge == 0 {
            let left = usize::try_from(unavailable - missing).unwrap_or(0);
            self.delete.extend(healthy.into_iter().take(left));
        }
    }

    /// Surge and unavailability, of the nodes that want a pod.
    fn allowed(&self) -> (i32, i32) {
        let desired = count(self.nodes.iter().filter(|on| on.place == Place::Runs).count());
        let rolling = self.set.spec.update_strategy.rolling_update.clone().unwrap_or_default();
        let of =
            |value: Option<_>, or: i32| value.as_ref().map_or(or, |it| scaled(it, desired, Round::Up).unwrap_or(or));
        match (of(rolling.max_surge, 0), of(rolling.max_unavailable, 1)) {
            (0, 0) => (0, 1),
            both => both,
        }
    }

    fn is_new(&self, pod: &Pod) -> bool {
        pod.metadata.labels.get(HASH_LABEL).is_some_and(|hash| *hash == self.hash)
    }

    fn is_available(&self, pod: &Pod) -> bool {
        pods::is_available(pod, self.min_ready, self.now) == Ok(true)
    }

    fn write(&mut self, pod: &Pod, plan: &mut Plan) {
        self.delete.sort_by(|a, b| a.metadata.name.cmp(&b.metadata.name));
        self.delete.dedup_by(|a, b| a.metadata.uid == b.metadata.uid);
        for node in self.create.iter().take(BURST) {
            let mut pod = pod.clone();
            pin(&mut pod.spec, node);
            plan.push(Step::Create(Draft::of(&pod), Some(told_create(self.set))));
        }
        for pod in self.delete.iter().take(BURST) {
            let target = Target::of(&**pod);
            let options = DeleteOptions::uid(target.uid.clone());
            plan.push(Step::Delete(target, options, Some(told_delete(self.set))));
        }
    }

    fn status(&self, collision: bool, plan: &mut Plan) {
        let mut status = DaemonSetStatus {
            observed_generation: self.set.metadata.generation,
            collision_count: self.set.status.collision_count,
            conditions: self.set.status.conditions.clone(),
            ..DaemonSetStatus::default()
        };
        if collision {
            *status.collision_count.get_or_insert(0) += 1;
        }
        for on in &self.nodes {
            if on.place != Place::Runs {
                status.number_misscheduled += i32::from(!on.pods.is_empty());
                continue;
            }
            status.desired_number_scheduled += 1;
            let Some(pod) = on.pods.first() else { continue };
            status.current_number_scheduled += 1;
            // With a surge either of two may serve the node.
            status.number_ready += i32::from(on.pods.iter().any(|pod| pods::is_ready(pod)));
            let available = on.pods.iter().any(|pod| match pods::is_available(pod, self.min_ready, self.now) {
                Ok(available) => available,
                Err(left) => {
                    plan.again_after(left);
                    false
                }
            });
            status.number_available += i32::from(available);
            let newest = if on.pods.len() > 1 { on.pods.iter().any(|pod| self.is_new(pod)) } else { self.is_new(pod) };
            status.updated_number_scheduled += i32::from(newest);
        }
        status.number_unavailable = (status.desired_number_scheduled - status.number_available).max(0);
        if status != self.set.status {
            let mut set = self.set.clone();
            set.status = status;
            plan.update_status(&set);
        }
    }
}

fn clean_up(set: &DaemonSet, history: &History, owned: &[Arc<Pod>], plan: &mut Plan) {
    let lives = |revision: &ControllerRevision| {
        let hash = revision.metadata.labels.get(HASH_LABEL);
        owned.iter().any(|pod| pod.metadata.labels.get(HASH_LABEL) == hash)
    };
    history.truncate(set.spec.revision_history_limit, lives, plan);
}

fn count(nodes: usize) -> i32 {
    i32::try_from(nodes).unwrap_or(i32::MAX)
}
