//! Pods that have no node yet: who is next, who backs off, who waits for the cluster to change. Pure; times come in.
//! As upstream: backend/queue, with hints by kind of change.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use machined_base::Monotonic;

use crate::cluster::PodInfo;
use crate::filters::Plugin;

const BACKOFF_MIN: Duration = Duration::from_secs(1);
const BACKOFF_MAX: Duration = Duration::from_secs(10);
/// A safety net: changes bring pods back.
const FLUSH: Duration = Duration::from_secs(300);

/// What changed in the cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Happened {
    NodeAdded,
    NodeRoom,
    NodeLabels,
    NodeTaints,
    /// A pod has left its node, or will never use it.
    PodLeft,
    /// A pod came to a node, or its labels changed.
    PodCame,
    Volumes,
}

#[derive(Default)]
pub(crate) struct Queue {
    active: BTreeSet<Place>,
    backing_off: BTreeMap<(Monotonic, String), ()>,
    waiting: HashMap<String, (BTreeSet<Plugin>, Monotonic)>,
    pods: HashMap<String, Entry>,
}

struct Entry {
    pod: Arc<PodInfo>,
    place: Place,
    attempts: u32,
    /// When it may be tried again at the earliest.
    not_before: Monotonic,
}

/// More important first, then who came first.
type Place = (std::cmp::Reverse<i32>, Monotonic, String);

impl Happened {
    /// Could this filter answer otherwise now? As upstream's EventsToRegister of each plugin.
    fn concerns(self, plugin: Plugin) -> bool {
        use Plugin::*;
        match self {
            Happened::NodeAdded => true,
            Happened::NodeRoom => matches!(plugin, NodeResourcesFit),
            Happened::NodeLabels => matches!(
                plugin,
                NodeAffinity | PodTopologySpread | InterPodAffinity | VolumeBinding | VolumeZone | NodeName
            ),
            Happened::NodeTaints => matches!(plugin, NodeUnschedulable | TaintToleration | PodTopologySpread),
            Happened::PodLeft => matches!(
                plugin,
                NodeResourcesFit | NodePorts | PodTopologySpread | InterPodAffinity | VolumeRestrictions
            ),
            Happened::PodCame => matches!(plugin, PodTopologySpread | InterPodAffinity),
            Happened::Volumes => matches!(plugin, VolumeBinding | VolumeZone | VolumeRestrictions),
        }
    }
}

impl Queue {
    /// A new pod, or one that has changed: tried at once.
    pub(crate) fn put(&mut self, pod: Arc<PodInfo>, now: Monotonic) {
        let uid = pod.pod.metadata.uid.clone();
        let old = self.remove(&uid);
        let came = old.as_ref().map_or(now, |old| old.place.1);
        let place = (std::cmp::Reverse(pod.priority()), came, uid.clone());
        self.active.insert(place.clone());
        let attempts = old.map_or(0, |old| old.attempts);
        self.pods.insert(uid, Entry { pod, place, attempts, not_before: now });
    }

    /// The pod was bound, deleted, or is no longer ours.
    pub(crate) fn forget(&mut self, uid: &str) {
        self.remove(uid);
    }

    pub(crate) fn knows(&self, uid: &str) -> Option<&Arc<PodInfo>> {
        self.pods.get(uid).map(|entry| &entry.pod)
    }

    /// Only what is stored of the pod is replaced: its turn stays what it was.
    pub(crate) fn refresh(&mut self, pod: Arc<PodInfo>) {
        if let Some(entry) = self.pods.get_mut(&pod.pod.metadata.uid) {
            entry.pod = pod;
        }
    }

    fn remove(&mut self, uid: &str) -> Option<Entry> {
        let entry = self.pods.remove(uid)?;
        self.active.remove(&entry.place);
        self.backing_off.remove(&(entry.not_before, uid.to_owned()));
        self.waiting.remove(uid);
        Some(entry)
    }

    /// The next pod. It stays known, and must be put back by `wait` or `retry`, or be forgotten.
    pub(crate) fn pop(&mut self, now: Monotonic) -> Option<Arc<PodInfo>> {
        self.promote(now);
        let (_, _, uid) = self.active.pop_first()?;
        let entry = self.pods.get_mut(&uid)?;
        entry.attempts += 1;
        Some(entry.pod.clone())
    }

    /// When `pop` may find something that it does not find now.
    pub(crate) fn due(&self) -> Option<Monotonic> {
        let backing_off = self.backing_off.keys().next().map(|(at, _)| *at);
        let flushed = self.waiting.values().map(|(_, since)| *since + FLUSH).min();
        backing_off.into_iter().chain(flushed).min()
    }

    /// Nothing fits: until one of these filters may answer otherwise.
    pub(crate) fn wait(&mut self, uid: &str, plugins: BTreeSet<Plugin>, now: Monotonic) {
        let Some(entry) = self.pods.get_mut(uid) else { return };
        entry.not_before = now + backoff(entry.attempts);
        self.waiting.insert(uid.to_owned(), (plugins, now));
    }

    /// Something went wrong that has nothing to do with the cluster's state.
    pub(crate) fn retry(&mut self, uid: &str, now: Monotonic) {
        let Some(entry) = self.pods.get_mut(uid) else { return };
        entry.not_before = now + backoff(entry.attempts);
        self.backing_off.insert((entry.not_before, uid.to_owned()), ());
    }

    pub(crate) fn happened(&mut self, what: Happened) {
        let concerned = |(_, (plugins, _)): &(&String, &(BTreeSet<Plugin>, Monotonic))| {
            plugins.is_empty() || plugins.iter().any(|plugin| what.concerns(*plugin))
        };
        let back: Vec<String> = self.waiting.iter().filter(concerned).map(|(uid, _)| uid.clone()).collect();
        back.iter().for_each(|uid| self.bring_back(uid));
    }

    fn bring_back(&mut self, uid: &str) {
        self.waiting.remove(uid);
        if let Some(entry) = self.pods.get(uid) {
            self.backing_off.insert((entry.not_before, uid.to_owned()), ());
        }
    }

    fn promote(&mut self, now: Monotonic) {
        let stale = |(_, (_, since)): &(&String, &(BTreeSet<Plugin>, Monotonic))| now.since(*since) >= FLUSH;
        let stale: Vec<String> = self.waiting.iter().filter(stale).map(|(uid, _)| uid.clone()).collect();
        stale.iter().for_each(|uid| self.bring_back(uid));
        while let Some(entry) = self.backing_off.first_entry() {
            if entry.key().0 > now {
                break;
            }
            let ((_, uid), ()) = entry.remove_entry();
            if let Some(entry) = self.pods.get(&uid) {
                self.active.insert(entry.place.clone());
            }
        }
    }
}

fn backoff(attempts: u32) -> Duration {
    BACKOFF_MIN.saturating_mul(1 << attempts.saturating_sub(1).min(8)).min(BACKOFF_MAX)
}

#[cfg(test)]
mod tests {
    use kube_api::types::core::Pod;

    use super::*;

    fn pod(uid: &str, priority: i32) -> Arc<PodInfo> {
        let mut pod = Pod::default();
        pod.metadata.uid = uid.into();
        pod.spec.priority = Some(priority);
        Arc::new(PodInfo::new(Arc::new(pod)))
    }

    fn at(seconds: u64) -> Monotonic {
        Monotonic(Duration::from_secs(seconds))
    }

    fn next(queue: &mut Queue, seconds: u64) -> Option<String> {
        queue.pop(at(seconds)).map(|pod| pod.pod.metadata.uid.clone())
    }

    #[test]
    fn the_important_first_then_who_came_first() {
        let mut queue = Queue::default();
        queue.put(pod("late", 0), at(2));
        queue.put(pod("early", 0), at(1));
        queue.put(pod("important", 9), at(3));
        let order: Vec<_> = std::iter::from_fn(|| next(&mut queue, 4)).collect();
        assert_eq!(order, ["important", "early", "late"]);
    }

    #[test]
    fn only_a_change_that_matters_brings_a_pod_back_and_not_before_its_time() {
        let mut queue = Queue::default();
        queue.put(pod("a", 0), at(0));
        next(&mut queue, 0).unwrap();
        queue.wait("a", [Plugin::NodeResourcesFit].into(), at(0));
        queue.happened(Happened::NodeTaints);
        assert_eq!(next(&mut queue, 100), None);
        queue.happened(Happened::PodLeft);
        assert_eq!(next(&mut queue, 100).as_deref(), Some("a"));
        queue.wait("a", [Plugin::NodeResourcesFit].into(), at(100));
        queue.happened(Happened::PodLeft);
        assert_eq!(next(&mut queue, 101), None, "the second attempt waits two seconds");
        assert_eq!(queue.due(), Some(at(102)));
        assert_eq!(next(&mut queue, 102).as_deref(), Some("a"));
    }

    #[test]
    fn a_waiting_pod_is_looked_at_again_in_the_end() {
        let mut queue = Queue::default();
        queue.put(pod("a", 0), at(0));
        next(&mut queue, 0).unwrap();
        queue.wait("a", [Plugin::NodeAffinity].into(), at(0));
        assert_eq!(queue.due(), Some(at(300)));
        assert_eq!(next(&mut queue, 300).as_deref(), Some("a"));
    }
}
