//! Pods with an identity, made, renewed and taken away one after the other. As upstream: pkg/controller/statefulset.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::apps::{ControllerRevision, StatefulSet, StatefulSetStatus};
use kube_api::types::core::{PersistentVolumeClaim, Pod, PodTemplateSpec};
use kube_informer::{DeleteOptions, reference};

use crate::claim::claim;
use crate::history::{self, History, Owner};
use crate::percent::{Round, scaled};
use crate::plan::{Draft, Plan, Step, Target, Told};
use crate::pods;
use crate::statefulset::identity;
use kube_scheduler::selector;

pub(crate) struct Observed {
    pub(crate) set: Arc<StatefulSet>,
    /// Pods that it controls, and orphans in its namespace.
    pub(crate) pods: Vec<Arc<Pod>>,
    /// Claims of its namespace, by name.
    pub(crate) claims: BTreeMap<String, Arc<PersistentVolumeClaim>>,
    pub(crate) revisions: Vec<Arc<ControllerRevision>>,
    pub(crate) name_taken: Box<dyn Fn(&str) -> bool + Send>,
}

struct Work<'a> {
    now: Timestamp,
    seen: &'a Observed,
    set: &'a StatefulSet,
    current: (String, PodTemplateSpec),
    update: (String, PodTemplateSpec),
    /// The wanted ordinals, each with the pod that has it.
    replicas: BTreeMap<i32, Option<Arc<Pod>>>,
    /// Pods beyond them, the highest first.
    condemned: Vec<Arc<Pod>>,
    /// One pod at a time.
    ordered: bool,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let set = &*seen.set;
    let ours = |pod: &Pod| {
        selector::matches(set.spec.selector.as_ref(), &pod.metadata.labels) && identity::ordinal(set, pod).is_some()
    };
    let owned = claim(set, ours, seen.pods.clone(), &mut plan);
    let owner = Owner {
        object: set,
        template: &set.spec.template,
        selector: set.spec.selector.as_ref(),
        collisions: set.status.collision_count,
    };
    let history = if set.metadata.deletion_timestamp.is_none() {
        history::sync(&owner, seen.revisions.clone(), &seen.name_taken, &mut plan)
    } else {
        // Nothing is made any more for a set that goes.
        history::sync(&owner, seen.revisions.clone(), &seen.name_taken, &mut Plan::default())
    };
    let work = Work::new(now, seen, &owned, &history);
    let deleted =
        if set.metadata.deletion_timestamp.is_none() && !history.collision { work.act(&mut plan) } else { None };
    work.status(&owned, history.collision, deleted, &mut plan);
    clean_up(set, &history, &owned, &mut plan);
    plan
}

impl<'a> Work<'a> {
    fn new(now: Timestamp, seen: &'a Observed, owned: &[Arc<Pod>], history: &History) -> Self {
        let set = &*seen.set;
        let update = (history.update.metadata.name.clone(), set.spec.template.clone());
        let known = history.others.iter().find(|revision| revision.metadata.name == set.status.current_revision);
        let current = known.and_then(|it| Some((it.metadata.name.clone(), history::template(it)?)));
        let start = identity::start(set);
        let end = start + set.spec.replicas.unwrap_or(1);
        let mut replicas: BTreeMap<i32, Option<Arc<Pod>>> = (start..end).map(|ordinal| (ordinal, None)).collect();
        let mut condemned = Vec::new();
        for pod in owned {
            match identity::ordinal(set, pod).and_then(|ordinal| replicas.get_mut(&ordinal)) {
                Some(place) => *place = Some(pod.clone()),
                None => condemned.push(pod.clone()),
            }
        }
        condemned.sort_by_key(|pod| std::cmp::Reverse(identity::ordinal(set, pod)));
        let ordered = set.spec.pod_management_policy != "Parallel";
        Work {
            now,
            seen,
            set,
            current: current.unwrap_or_else(|| update.clone()),
            update,
            replicas,
            condemned,
            ordered,
        }
    }

    fn min_ready(&self) -> Duration {
        Duration::from_secs(u64::try_from(self.set.spec.min_ready_seconds).unwrap_or(0))
    }

    fn is_healthy(&self, pod: &Pod) -> bool {
        is_running_and_ready(pod) && pods::is_available(pod, self.min_ready(), self.now) == Ok(true)
    }

    /// Pods that are made stay with the old template below the partition, or as long as the rollout has not come to
    /// them.
    fn template_for(&self, ordinal: i32) -> &(String, PodTemplateSpec) {
        let strategy = &self.set.spec.update_strategy;
        if strategy.r#type == "OnDelete" {
            return &self.update;
        }
        let partition = strategy.rolling_update.as_ref().and_then(|rolling| rolling.partition);
        let old = partition.unwrap_or(self.set.status.current_replicas);
        if ordinal < identity::start(self.set) + old { &self.current } else { &self.update }
    }

    /// Returns the pod that is deleted for renewal, if one is.
    fn act(&self, plan: &mut Plan) -> Option<Arc<Pod>> {
        for (ordinal, pod) in &self.replicas {
            let settled = match pod {
                None => self.create(*ordinal, plan),
                Some(pod) => self.keep(*ordinal, pod, plan),
            };
            if !settled && self.ordered {
                return None;
            }
        }
        self.condemned.iter().for_each(|pod| self.own_claims(identity::ordinal(self.set, pod), Some(pod), plan));
        if self.condemn(plan) && self.ordered {
            return None;
        }
        self.renew(plan)
    }

    /// `false`: later ordinals wait.
    fn create(&self, ordinal: i32, plan: &mut Plan) -> bool {
        if self.has_stale_claim(ordinal) {
            return false;
        }
        self.make_claims(ordinal, plan);
        let (revision, template) = self.template_for(ordinal);
        let pod = identity::pod(self.set, template, revision, ordinal);
        let told = self.told(&format!("Pod {}", pod.metadata.name), "create");
        plan.push(Step::Create(Draft::of(&pod), Some(told)));
        false
    }

    fn keep(&self, ordinal: i32, pod: &Arc<Pod>, plan: &mut Plan) -> bool {
        if pods::has_ended(pod) {
            if !pods::is_terminating(pod) {
                self.delete(pod, plan);
            }
            return false;
        }
        if pod.status.phase == "Pending" {
            self.make_claims(ordinal, plan);
        }
        if pods::is_terminating(pod) || !self.is_healthy(pod) {
            if let Err(left) = pods::is_available(pod, self.min_ready(), self.now) {
                plan.again_after(left);
            }
            return false;
        }
        let missing = identity::missing_labels(pod, ordinal);
        if !missing.is_empty() {
            plan.merge(&**pod, serde_json::json!({ "metadata": { "uid": pod.metadata.uid, "labels": missing } }));
        }
        self.own_claims(Some(ordinal), None, plan);
        true
    }

    fn make_claims(&self, ordinal: i32, plan: &mut Plan) {
        for claim in identity::claims(self.set, ordinal).into_values() {
            if self.seen.claims.contains_key(&claim.metadata.name) {
                continue;
            }
            let mut claim = claim;
            claim.metadata_mut().owner_references = identity::claim_owner(self.set, None, false).into_iter().collect();
            let pod = format!("{}-{ordinal}", self.set.metadata.name);
            let told = self.told(&format!("Claim {} Pod {pod}", claim.metadata.name), "create");
            plan.push(Step::Create(Draft::of(&claim), Some(told)));
        }
    }

    /// A claim that goes with an earlier pod of this name: the new one waits for a new claim.
    fn has_stale_claim(&self, ordinal: i32) -> bool {
        let pod = format!("{}-{ordinal}", self.set.metadata.name);
        identity::claims(self.set, ordinal).into_values().any(|claim| {
            self.seen.claims.get(&claim.metadata.name).is_some_and(|stored| {
                stored.metadata.owner_references.iter().any(|owner| owner.kind == "Pod" && owner.name == pod)
            })
        })
    }

    fn own_claims(&self, ordinal: Option<i32>, condemned: Option<&Pod>, plan: &mut Plan) {
        if self.set.spec.persistent_volume_claim_retention_policy.is_none() {
            return;
        }
        let Some(ordinal) = ordinal else { return };
        let wanted = identity::claim_owner(self.set, condemned, condemned.is_some());
        let pod = format!("{}-{ordinal}", self.set.metadata.name);
        for claim in identity::claims(self.set, ordinal).into_values() {
            let Some(stored) = self.seen.claims.get(&claim.metadata.name) else { continue };
            let ours = |kind: &str, name: &str| {
                (kind == "StatefulSet" && name == self.set.metadata.name) || (kind == "Pod" && name == pod)
            };
            let mut owners = stored.metadata.owner_references.clone();
            owners.retain(|owner| !ours(&owner.kind, &owner.name));
            owners.extend(wanted.clone());
            if owners != stored.metadata.owner_references {
                let mut claim = (**stored).clone();
                claim.metadata_mut().owner_references = owners;
                plan.update(&claim);
            }
        }
    }

    /// `true`: something has to go or is going.
    fn condemn(&self, plan: &mut Plan) -> bool {
        let unhealthy_first = self.first_unhealthy();
        for pod in &self.condemned {
            if pods::is_terminating(pod) {
                if self.ordered {
                    return true;
                }
                continue;
            }
            let first = unhealthy_first.as_ref().is_some_and(|uid| *uid == pod.metadata.uid);
            if self.ordered && !self.is_healthy(pod) && !first {
                return true;
            }
            self.delete(pod, plan);
            if self.ordered {
                return true;
            }
        }
        !self.condemned.is_empty()
    }

    fn first_unhealthy(&self) -> Option<String> {
        let lowest_first = self.replicas.values().flatten().chain(self.condemned.iter().rev());
        lowest_first.into_iter().find(|pod| !self.is_healthy(pod)).map(|pod| pod.metadata.uid.clone())
    }

    /// Takes old pods away from the highest ordinal down, as many as may be missing.
    fn renew(&self, plan: &mut Plan) -> Option<Arc<Pod>> {
        let strategy = &self.set.spec.update_strategy;
        if strategy.r#type == "OnDelete" {
            return None;
        }
        let rolling = strategy.rolling_update.clone().unwrap_or_default();
        let lowest = identity::start(self.set) + rolling.partition.unwrap_or(0);
        let total = i32::try_from(self.replicas.len()).unwrap_or(i32::MAX);
        let most =
            rolling.max_unavailable.as_ref().and_then(|value| scaled(value, total, Round::Up)).unwrap_or(1).max(1);
        let mut missing = 0;
        let mut first = None;
        for (_, pod) in self.replicas.range(lowest..).rev() {
            let Some(pod) = pod else { continue };
            if missing >= most {
                break;
            }
            if identity::revision(pod) != self.update.0 && !pods::is_terminating(pod) {
                self.delete(pod, plan);
                missing += 1;
                first.get_or_insert_with(|| pod.clone());
            } else if !self.is_healthy(pod) {
                missing += 1;
            }
        }
        first
    }

    fn delete(&self, pod: &Arc<Pod>, plan: &mut Plan) {
        let target = Target::of(&**pod);
        let options = DeleteOptions::uid(target.uid.clone());
        let told = self.told(&format!("Pod {}", pod.metadata.name), "delete");
        plan.push(Step::Delete(target, options, Some(told)));
    }

    fn told(&self, what: &str, verb: &str) -> Told {
        let (done, failed) =
            if verb == "create" { ("SuccessfulCreate", "FailedCreate") } else { ("SuccessfulDelete", "FailedDelete") };
        let end = if what.starts_with("Claim") { "success" } else { "successful" };
        let name = &self.set.metadata.name;
        Told {
            about: reference(self.set),
            done: (done, format!("{verb} {what} in StatefulSet {name} {end}")),
            failed: (failed, format!("{verb} {what} in StatefulSet {name} failed error: {{}}")),
        }
    }

    fn status(&self, owned: &[Arc<Pod>], collision: bool, deleted: Option<Arc<Pod>>, plan: &mut Plan) {
        let old = &self.set.status;
        let mut status = StatefulSetStatus {
            observed_generation: self.set.metadata.generation,
            current_revision: self.current.0.clone(),
            update_revision: self.update.0.clone(),
            collision_count: Some(old.collision_count.unwrap_or(0) + i32::from(collision)),
            conditions: old.conditions.clone(),
            ..StatefulSetStatus::default()
        };
        for pod in owned.iter().filter(|pod| !pod.status.phase.is_empty()) {
            status.replicas += 1;
            if is_running_and_ready(pod) {
                status.ready_replicas += 1;
                status.available_replicas += i32::from(pods::is_available(pod, self.min_ready(), self.now) == Ok(true));
            }
            if !pods::is_terminating(pod) && deleted.as_ref().is_none_or(|gone| gone.metadata.uid != pod.metadata.uid) {
                status.current_replicas += i32::from(identity::revision(pod) == status.current_revision);
                status.updated_replicas += i32::from(identity::revision(pod) == status.update_revision);
            }
        }
        let wanted = self.set.spec.replicas.unwrap_or(1);
        let rolled = self.set.spec.update_strategy.r#type != "OnDelete"
            && status.updated_replicas == wanted
            && status.ready_replicas == wanted
            && status.replicas == wanted;
        if rolled {
            status.current_replicas = status.updated_replicas;
            status.current_revision = status.update_revision.clone();
        }
        if status != *old {
            let mut set = self.set.clone();
            set.status = status;
            plan.update_status(&set);
        }
    }
}

fn is_running_and_ready(pod: &Pod) -> bool {
    pod.status.phase == "Running" && pods::is_ready(pod)
}

fn clean_up(set: &StatefulSet, history: &History, owned: &[Arc<Pod>], plan: &mut Plan) {
    let lives = |revision: &ControllerRevision| {
        let name = &revision.metadata.name;
        *name == set.status.current_revision || owned.iter().any(|pod| identity::revision(pod) == name)
    };
    history.truncate(set.spec.revision_history_limit, lives, plan);
}
