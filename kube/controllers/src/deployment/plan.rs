//! What one Deployment does next: which ReplicaSet is new, how the old ones give way, what the status says.
//! As upstream: pkg/controller/deployment. Annotations are `revision`'s, conditions are `status`'s, sizes `scale`'s.

use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::apps::{Deployment, ReplicaSet, ReplicaSetSpec};
use kube_api::types::core::{Pod, PodTemplateSpec};
use kube_informer::{Level, reference};

use crate::claim::{by_selector, claim};
use crate::deployment::{revision, scale, status};
use crate::hash;
use crate::meta::controller_ref;
use crate::plan::{Draft, Plan, Step};
use crate::pods;
use kube_scheduler::selector;

pub(crate) const HASH_LABEL: &str = "pod-template-hash";

pub(crate) struct Observed {
    pub(crate) deployment: Arc<Deployment>,
    /// ReplicaSets that it controls, and orphans in its namespace.
    pub(crate) sets: Vec<Arc<ReplicaSet>>,
    /// Pods of the sets that it controls.
    pub(crate) pods: Vec<Arc<Pod>>,
    /// Is there a ReplicaSet of this name, whoever's?
    pub(crate) name_taken: Box<dyn Fn(&str) -> bool + Send>,
    /// Why the new ReplicaSet could not be created last time.
    pub(crate) failed: Option<String>,
}

/// The picture that the plan works on; sizes change as it goes.
pub(crate) struct Rollout {
    pub(crate) now: Timestamp,
    pub(crate) deployment: Deployment,
    pub(crate) new: Option<ReplicaSet>,
    pub(crate) old: Vec<ReplicaSet>,
    pub(crate) plan: Plan,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let deployment = (*seen.deployment).clone();
    let mut plan = Plan::default();
    if deployment.spec.selector.as_ref().is_some_and(selector::is_empty) {
        let text = "This deployment is selecting all pods. A non-empty selector is required.";
        plan.event(&deployment, Level::Warning, "SelectingAll", text);
        return plan;
    }
    let owned = claim(&deployment, by_selector(deployment.spec.selector.as_ref()), seen.sets.clone(), &mut plan);
    let mut sets: Vec<ReplicaSet> = owned.iter().map(|set| (**set).clone()).collect();
    sets.sort_by(scale::oldest_first);
    // As upstream: of several that fit, the oldest is the new one.
    let new = sets.iter().position(|set| same_template(&set.spec.template, &deployment.spec.template));
    let new = new.map(|at| sets.remove(at));
    let mut rollout = Rollout { now, deployment, new, old: sets, plan };
    rollout.decide(seen);
    rollout.finish(seen)
}

impl Rollout {
    fn decide(&mut self, seen: &Observed) {
        if self.deployment.metadata().deletion_timestamp.is_some() {
            self.sync_revision();
            return status::sync(self, false);
        }
        status::note_pause(self);
        self.sync_revision();
        if self.deployment.spec.paused || self.is_scaling() {
            scale::proportionally(self);
            if self.deployment.spec.paused {
                self.clean_up();
            }
            return status::sync(self, false);
        }
        match self.deployment.spec.strategy.r#type.as_str() {
            "Recreate" => self.recreate(seen),
            _ => self.roll(seen),
        }
        status::sync(self, true);
    }

    fn roll(&mut self, seen: &Observed) {
        if self.new.is_none() {
            self.create_new(seen);
            return;
        }
        if scale::grow_new(self) || scale::shrink_old(self) {
            return;
        }
        if status::is_complete(&self.deployment, &self.deployment.status) {
            self.clean_up();
        }
    }

    fn recreate(&mut self, seen: &Observed) {
        let mut scaled = false;
        for at in 0..self.old.len() {
            scaled |= scale::resize_old(self, at, 0);
        }
        if scaled || self.old_pods_run(seen) {
            return;
        }
        if self.new.is_none() {
            self.create_new(seen);
            return;
        }
        scale::resize_new(self, self.wanted());
        if status::is_complete(&self.deployment, &self.deployment.status) {
            self.clean_up();
        }
    }

    fn old_pods_run(&self, seen: &Observed) -> bool {
        let new = self.new.as_ref().map(|set| set.metadata().uid.as_str());
        self.old.iter().any(|set| set.status.replicas > 0)
            || seen.pods.iter().any(|pod| {
                let owner = crate::meta::controller_of(pod.metadata()).map(|owner| owner.uid.as_str());
                owner != new && !pods::has_ended(pod)
            })
    }

    /// Carries revision and annotations over to the new set, and the revision to the Deployment.
    fn sync_revision(&mut self) {
        let next = revision::newest(&self.old) + 1;
        let Some(new) = &mut self.new else { return };
        let before = new.clone();
        revision::annotate(&self.deployment, new, next, true);
        new.spec.min_ready_seconds = self.deployment.spec.min_ready_seconds;
        if *new != before {
            self.plan.update(new);
        }
        let shown = new.metadata().annotations.get(revision::REVISION).cloned();
        let name = new.metadata().name.clone();
        if let Some(shown) = shown {
            self.deployment.metadata_mut().annotations.insert(revision::REVISION.to_owned(), shown);
        }
        status::note_found(self, &name);
    }

    /// Somebody changed the Deployment's size, not its template.
    fn is_scaling(&self) -> bool {
        let wanted = self.wanted();
        let active = self.all().filter(|set| scale::size(set) > 0);
        active.filter_map(revision::desired).any(|desired| desired != wanted)
    }

    fn create_new(&mut self, seen: &Observed) {
        let deployment = &self.deployment;
        let hash = hash::template(&deployment.spec.template, deployment.status.collision_count);
        let name = format!("{:.*}-{hash}", 253 - 1 - hash.len(), deployment.metadata().name);
        if (seen.name_taken)(&name) {
            // Another template has the same hash: count it, and the next hash differs.
            let collisions = self.deployment.status.collision_count.get_or_insert(0);
            *collisions += 1;
            return;
        }
        let mut template = deployment.spec.template.clone();
        template.metadata.labels.insert(HASH_LABEL.to_owned(), hash.clone());
        let mut chosen = deployment.spec.selector.clone().unwrap_or_default();
        chosen.match_labels.insert(HASH_LABEL.to_owned(), hash);
        let mut set = ReplicaSet::default();
        set.metadata_mut().name = name.clone();
        set.metadata_mut().namespace = deployment.metadata().namespace.clone();
        set.metadata_mut().labels = template.metadata.labels.clone();
        set.metadata_mut().owner_references = vec![controller_ref(deployment)];
        set.spec = ReplicaSetSpec {
            replicas: Some(0),
            min_ready_seconds: deployment.spec.min_ready_seconds,
            selector: Some(chosen),
            template,
        };
        let next = revision::newest(&self.old) + 1;
        let size = scale::size_of_new(self, 0);
        set.spec.replicas = Some(size);
        revision::annotate(&self.deployment, &mut set, next, false);
        self.plan.push(Step::Create(Draft::of(&set), None));
        self.plan.push(Step::Barrier);
        if size > 0 {
            let text = format!("Scaled up replica set {name} from 0 to {size}");
            self.plan.event(&self.deployment, Level::Normal, "ScalingReplicaSet", text);
        }
        self.deployment.metadata_mut().annotations.insert(revision::REVISION.to_owned(), next.to_string());
        status::note_created(self, &name);
        self.new = Some(set);
    }

    /// Deletes old sets beyond the history limit that have nothing left.
    fn clean_up(&mut self) {
        let Some(limit) = self.deployment.spec.revision_history_limit.filter(|limit| *limit != i32::MAX) else {
            return;
        };
        let mut cleanable: Vec<&ReplicaSet> =
            self.old.iter().filter(|set| set.metadata().deletion_timestamp.is_none()).collect();
        cleanable.sort_by_key(|set| revision::of(set));
        let surplus = cleanable.len().saturating_sub(usize::try_from(limit).unwrap_or(0));
        let idle = |set: &&&ReplicaSet| {
            set.status.replicas == 0
                && scale::size(set) == 0
                && set.metadata().generation <= set.status.observed_generation
        };
        for set in cleanable.iter().take(surplus).filter(idle) {
            self.plan.delete(*set);
        }
    }

    fn finish(mut self, seen: &Observed) -> Plan {
        if let Some(why) = &seen.failed {
            status::note_failed(&mut self, why);
        }
        let before = &*seen.deployment;
        if self.deployment.status != before.status || self.deployment.metadata() != before.metadata() {
            self.plan.push(Step::UpdateStatus(Draft::of(&self.deployment)));
        }
        self.plan
    }

    pub(crate) fn wanted(&self) -> i32 {
        self.deployment.spec.replicas.unwrap_or(1)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &ReplicaSet> {
        self.old.iter().chain(self.new.as_ref())
    }

    pub(crate) fn told_scaled(&mut self, name: &str, from: i32, to: i32) {
        let direction = if from < to { "up" } else { "down" };
        let text = format!("Scaled {direction} replica set {name} from {from} to {to}");
        let about = reference(&self.deployment);
        self.plan.push(Step::Event(about, Level::Normal, "ScalingReplicaSet", text));
    }
}

/// Equal but for the hash label that the controller itself has put there.
fn same_template(a: &PodTemplateSpec, b: &PodTemplateSpec) -> bool {
    let without = |template: &PodTemplateSpec| {
        let mut template = template.clone();
        template.metadata.labels.remove(HASH_LABEL);
        template
    };
    a.spec == b.spec && without(a) == without(b)
}
