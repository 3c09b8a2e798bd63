//! Pods until enough have succeeded, or too many failed. As upstream: pkg/controller/job.
//!
//! - A finished pod is counted exactly once: its uid goes into the status, only then its finalizer goes, only then the
//!   uid becomes part of a number. Each step is level-triggered, so a crash between two repeats the last.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use kube_api::types::batch::{Job, JobCondition, JobStatus, UncountedTerminatedPods};
use kube_api::types::core::Pod;
use kube_api::types::meta::Time;
use kube_informer::{DeleteOptions, Level};

use crate::claim::{by_selector, claim};
use crate::job::indexes::{self, Indexes};
use crate::job::pods::{self as job_pods, FINALIZER, Follows, is_indexed, is_tracked};
use crate::job::policy::{Verdict, met, verdict};
use crate::meta::{time, until, without_finalizer};
use crate::plan::{Change, Draft, PatchKind, Plan, Step, Target};
use crate::pods;
use crate::replicaset::plan::{told_create, told_delete};

const BURST: usize = 500;
const UNCOUNTED_MAX: usize = 500;

pub(crate) struct Observed {
    pub(crate) job: Arc<Job>,
    /// Pods that it controls, and orphans in its namespace.
    pub(crate) pods: Vec<Arc<Pod>>,
}

struct Work<'a> {
    now: Timestamp,
    job: &'a Job,
    status: JobStatus,
    pods: Vec<Arc<Pod>>,
    succeeded: Indexes,
    failed: Indexes,
    /// The last failed pod of an index that waits for its successor.
    last_failed: BTreeMap<i32, Arc<Pod>>,
    plan: Plan,
}

pub(crate) fn is_finished(job: &Job) -> bool {
    let ends = |it: &JobCondition| matches!(it.r#type.as_str(), "Complete" | "Failed") && it.status == "True";
    job.status.conditions.iter().any(ends)
}

/// Pods of a Job that is finished or gone: nobody counts them any more.
pub(crate) fn release(pods: &[Arc<Pod>]) -> Plan {
    let mut plan = Plan::default();
    for pod in pods.iter().filter(|pod| is_tracked(pod)) {
        plan.push(untrack(pod));
    }
    plan
}

fn untrack(pod: &Pod) -> Step {
    let body = without_finalizer(&pod.metadata, FINALIZER);
    Step::Patch(Change { on: Target::of(pod), subresource: "", kind: PatchKind::Merge, body })
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let job = &*seen.job;
    let mut plan = Plan::default();
    if job.spec.managed_by.as_deref().is_some_and(|manager| manager != "kubernetes.io/job-controller") {
        return plan;
    }
    let owned = claim(job, by_selector(job.spec.selector.as_ref()), seen.pods.clone(), &mut plan);
    track_adopted(&owned, &mut plan);
    if is_finished(job) {
        plan.steps.extend(release(&owned).steps);
        return plan;
    }
    let mut work = Work {
        now,
        job,
        status: job.status.clone(),
        pods: owned,
        succeeded: Indexes::new(),
        failed: Indexes::new(),
        last_failed: BTreeMap::new(),
        plan,
    };
    work.decide();
    work.plan
}

/// An adopted pod is counted like one of our own.
fn track_adopted(owned: &[Arc<Pod>], plan: &mut Plan) {
    for step in &mut plan.steps {
        let Step::Adopt { change, .. } = step else { continue };
        let Some(pod) = owned.iter().find(|pod| pod.metadata.uid == change.on.uid) else { continue };
        let mut finalizers = pod.metadata.finalizers.clone();
        finalizers.push(FINALIZER.to_owned());
        change.body["metadata"]["finalizers"] = finalizers.into();
    }
}

impl Work<'_> {
    fn decide(&mut self) {
        let suspended = self.job.spec.suspend == Some(true);
        if self.status.start_time.is_none() && !suspended {
            self.status.start_time = Some(time(self.now));
        }
        self.settle();
        self.read_indexes();
        let ending = self.ending();
        let active: Vec<_> = self.pods.iter().filter(|pod| pods::is_active(pod)).cloned().collect();
        let mut left = active.len();
        if ending.is_some() {
            active.iter().for_each(|pod| self.delete(pod, false));
            left = 0;
        } else if self.job.metadata.deletion_timestamp.is_none() {
            if suspended {
                active.iter().for_each(|pod| self.delete(pod, true));
                left = 0;
            } else {
                left = self.manage(&active);
            }
            self.note_suspension(suspended);
        }
        let ending = ending.or_else(|| self.success(left));
        let counted = self.count(ending.as_ref());
        self.finish(ending, &active, left);
        self.write(counted);
    }

    /// Uids whose finalizer is gone become part of the numbers.
    fn settle(&mut self) {
        let tracked: BTreeSet<&str> =
            self.pods.iter().filter(|pod| is_tracked(pod)).map(|pod| pod.metadata.uid.as_str()).collect();
        let uncounted = self.status.uncounted_terminated_pods.get_or_insert_with(UncountedTerminatedPods::default);
        let settle = |uids: &mut Vec<String>| {
            let before = uids.len();
            uids.retain(|uid| tracked.contains(uid.as_str()));
            i32::try_from(before - uids.len()).unwrap_or(0)
        };
        self.status.succeeded += settle(&mut uncounted.succeeded);
        self.status.failed += settle(&mut uncounted.failed);
    }

    fn uncounted(&self) -> UncountedTerminatedPods {
        self.status.uncounted_terminated_pods.clone().unwrap_or_default()
    }

    fn completions(&self) -> i32 {
        self.job.spec.completions.unwrap_or(0)
    }

    fn read_indexes(&mut self) {
        if !is_indexed(self.job) {
            return;
        }
        let completions = self.completions();
        self.succeeded = indexes::parse(&self.status.completed_indexes, completions);
        let done = self.pods.iter().filter(|pod| pod.status.phase == "Succeeded" && is_tracked(pod));
        self.succeeded.extend(done.filter_map(|pod| job_pods::index(self.job, pod)));
        let Some(limit) = self.job.spec.backoff_limit_per_index else { return };
        self.failed = indexes::parse(self.status.failed_indexes.as_deref().unwrap_or_default(), completions);
        let tracked = self.pods.iter().filter(|pod| is_tracked(pod) && job_pods::has_failed(self.job, pod));
        for pod in tracked {
            let Some(index) = job_pods::index(self.job, pod) else { continue };
            let over = match verdict(self.job, pod) {
                Verdict::FailIndex => true,
                Verdict::Ignore => false,
                Verdict::Count | Verdict::FailJob(_) => job_pods::earlier_failures(pod) >= limit,
            };
            if over {
                self.failed.insert(index);
            }
            let newer = |old: &Arc<Pod>| job_pods::earlier_failures(pod) >= job_pods::earlier_failures(old);
            if self.last_failed.get(&index).is_none_or(newer) {
                self.last_failed.insert(index, pod.clone());
            }
        }
        let busy: BTreeSet<i32> = self
            .pods
            .iter()
            .filter(|pod| pods::is_active(pod))
            .filter_map(|pod| job_pods::index(self.job, pod))
            .collect();
        let (failed, succeeded) = (&self.failed, &self.succeeded);
        self.last_failed.retain(|it, _| !busy.contains(it) && !failed.contains(it) && !succeeded.contains(it));
    }

    fn new_succeeded(&self) -> usize {
        let uncounted = self.uncounted().succeeded;
        let new = |pod: &&Arc<Pod>| {
            pod.status.phase == "Succeeded" && is_tracked(pod) && !uncounted.contains(&pod.metadata.uid)
        };
        self.pods.iter().filter(new).count()
    }

    fn succeeded_total(&self) -> i32 {
        if is_indexed(self.job) {
            return count(self.succeeded.len());
        }
        self.status.succeeded + count(self.uncounted().succeeded.len() + self.new_succeeded())
    }

    fn failed_total(&self) -> i32 {
        let uncounted = self.uncounted().failed;
        let new = self.pods.iter().filter(|pod| {
            is_tracked(pod)
                && job_pods::has_failed(self.job, pod)
                && !uncounted.contains(&pod.metadata.uid)
                && verdict(self.job, pod) != Verdict::Ignore
        });
        self.status.failed + count(uncounted.len() + new.count())
    }

    /// Is the Job to end now, and how?
    fn ending(&mut self) -> Option<JobCondition> {
        let target = self
            .status
            .conditions
            .iter()
            .find(|it| matches!(it.r#type.as_str(), "FailureTarget" | "SuccessCriteriaMet") && it.status == "True");
        if let Some(target) = target {
            return Some(target.clone());
        }
        let failed = |pod: &&Arc<Pod>| pod.status.phase == "Failed";
        let policy = self.pods.iter().filter(failed).find_map(|pod| match verdict(self.job, pod) {
            Verdict::FailJob(why) => Some(why),
            _ => None,
        });
        if let Some(why) = policy {
            return Some(self.condition("FailureTarget", "PodFailurePolicy", &why));
        }
        if self.failed_total() > self.job.spec.backoff_limit.unwrap_or(6) || self.restarts_too_often() {
            let text = "Job has reached the specified backoff limit";
            return Some(self.condition("FailureTarget", "BackoffLimitExceeded", text));
        }
        if let Some(left) = self.deadline() {
            if left.is_zero() {
                let text = "Job was active longer than specified deadline";
                return Some(self.condition("FailureTarget", "DeadlineExceeded", text));
            }
            self.plan.again_after(left);
        }
        if !is_indexed(self.job) {
            return None;
        }
        let failed = count(self.failed.len());
        if self.job.spec.max_failed_indexes.is_some_and(|most| failed > most) {
            let text = "Job has exceeded the specified maximal number of failed indexes";
            return Some(self.condition("FailureTarget", "MaxFailedIndexesExceeded", text));
        }
        if failed > 0 && failed + count(self.succeeded.len()) >= self.completions() {
            return Some(self.condition("FailureTarget", "FailedIndexes", "Job has failed indexes"));
        }
        let text = met(self.job.spec.success_policy.as_ref(), self.completions(), &self.succeeded)?;
        Some(self.condition("SuccessCriteriaMet", "SuccessPolicy", &text))
    }

    /// With `OnFailure` containers restart in place: their restarts count.
    fn restarts_too_often(&self) -> bool {
        if self.job.spec.template.spec.restart_policy != "OnFailure" {
            return false;
        }
        let live = self.pods.iter().filter(|pod| matches!(pod.status.phase.as_str(), "Running" | "Pending"));
        let restarts: i32 = live
            .flat_map(|pod| pod.status.init_container_statuses.iter().chain(&pod.status.container_statuses))
            .map(|status| status.restart_count)
            .sum();
        match self.job.spec.backoff_limit.unwrap_or(6) {
            0 => restarts > 0,
            limit => restarts >= limit,
        }
    }

    fn deadline(&self) -> Option<Duration> {
        let seconds = self.job.spec.active_deadline_seconds?;
        let start = self.status.start_time.filter(|_| self.job.spec.suspend != Some(true))?;
        Some(until(self.now, &start, SignedDuration::from_secs(seconds)))
    }

    /// Returns how many are active afterwards.
    fn manage(&mut self, active: &[Arc<Pod>]) -> usize {
        let parallelism = usize::try_from(self.job.spec.parallelism.unwrap_or(1)).unwrap_or(0);
        let succeeded = usize::try_from(self.succeeded_total()).unwrap_or(0);
        let wanted = match self.job.spec.completions {
            // A work queue: after the first success no more are added.
            None if succeeded > 0 => active.len(),
            None => parallelism,
            Some(completions) => {
                let done = succeeded + self.failed.len();
                usize::try_from(completions).unwrap_or(0).saturating_sub(done).min(parallelism)
            }
        };
        let (keep, surplus) = self.divided(active, wanted);
        surplus.iter().take(BURST).for_each(|pod| self.delete(pod, true));
        let mut left = keep;
        if !surplus.is_empty() {
            return left;
        }
        let leaving = self.pods.iter().filter(|pod| pods::is_terminating(pod) && !pods::has_ended(pod)).count();
        let leaving = if job_pods::replaces_only_failed(self.job) || self.job.spec.pod_failure_policy.is_some() {
            leaving
        } else {
            0
        };
        let room = wanted.saturating_sub(left + leaving).min(BURST);
        if room == 0 {
            return left;
        }
        let wait = self.backoff();
        if !wait.is_zero() {
            self.plan.again_after(wait);
            return left;
        }
        if !is_indexed(self.job) {
            let pod = job_pods::new(self.job, None);
            for _ in 0..room {
                self.create(&pod);
            }
            return left + room;
        }
        for (index, follows) in self.free_indexes(room) {
            let pod = job_pods::new(self.job, Some((index, follows)));
            self.create(&pod);
            left += 1;
        }
        left
    }

    /// Which active pods are too many: those of indexes that are done or doubled, then the youngest.
    fn divided(&self, active: &[Arc<Pod>], wanted: usize) -> (usize, Vec<Arc<Pod>>) {
        let mut keep: Vec<Arc<Pod>> = active.to_vec();
        let mut surplus = Vec::new();
        if is_indexed(self.job) {
            keep.sort_by_key(|pod| (job_pods::index(self.job, pod), pod.metadata.creation_timestamp));
            let mut taken = BTreeSet::new();
            keep.retain(|pod| {
                let index = job_pods::index(self.job, pod);
                let fits = index
                    .is_some_and(|it| !self.succeeded.contains(&it) && !self.failed.contains(&it) && taken.insert(it));
                if !fits {
                    surplus.push(pod.clone());
                }
                fits
            });
        } else {
            pods::sort_for_deletion(&mut keep, &Default::default(), self.now);
            keep.reverse();
        }
        surplus.extend(keep.split_off(keep.len().min(wanted)));
        (keep.len(), surplus)
    }

    fn free_indexes(&mut self, room: usize) -> Vec<(i32, Follows)> {
        let live = |pod: &&Arc<Pod>| !pods::has_ended(pod) && !job_pods::has_failed(self.job, pod);
        let busy: BTreeSet<i32> =
            self.pods.iter().filter(live).filter_map(|pod| job_pods::index(self.job, pod)).collect();
        let mut free = Vec::new();
        let mut wait: Option<Duration> = None;
        for index in 0..self.completions() {
            if free.len() >= room {
                break;
            }
            if busy.contains(&index) || self.succeeded.contains(&index) || self.failed.contains(&index) {
                continue;
            }
            let Some(last) = self.last_failed.get(&index) else {
                free.push((index, Follows::default()));
                continue;
            };
            let ignored = verdict(self.job, last) == Verdict::Ignore;
            let follows = Follows::after(last, ignored);
            let failures = u32::try_from(follows.failures + follows.ignored).unwrap_or(0);
            let left = job_pods::backoff(self.now, failures, job_pods::finished_at(last));
            if left.is_zero() {
                free.push((index, follows));
            } else {
                wait = Some(wait.map_or(left, |wait| wait.min(left)));
            }
        }
        if let Some(wait) = wait {
            self.plan.again_after(wait);
        }
        free
    }

    /// Failures since the last success, as far as their pods are still there.
    fn backoff(&self) -> Duration {
        if self.job.spec.backoff_limit_per_index.is_some() {
            return Duration::ZERO;
        }
        let success =
            self.pods.iter().filter(|pod| pod.status.phase == "Succeeded").map(|pod| job_pods::finished_at(pod)).max();
        let failed = self.pods.iter().filter(|pod| job_pods::has_failed(self.job, pod));
        let times: Vec<Time> = failed
            .filter(|pod| verdict(self.job, pod) != Verdict::Ignore)
            .map(|pod| job_pods::finished_at(pod))
            .filter(|at| success.is_none_or(|success| *at > success))
            .collect();
        let failures = u32::try_from(times.len()).unwrap_or(u32::MAX);
        job_pods::backoff(self.now, failures, times.into_iter().max().unwrap_or_default())
    }

    fn create(&mut self, pod: &Pod) {
        self.plan.push(Step::Create(Draft::of(pod), Some(told_create(self.job))));
    }

    /// `uncounted`: the pod is given up, not part of the Job's outcome.
    fn delete(&mut self, pod: &Pod, uncounted: bool) {
        if uncounted && is_tracked(pod) {
            self.plan.push(untrack(pod));
        }
        let target = Target::of(pod);
        let options = DeleteOptions::uid(target.uid.clone());
        self.plan.push(Step::Delete(target, options, Some(told_delete(self.job))));
    }

    fn note_suspension(&mut self, suspended: bool) {
        let stored = self.status.conditions.iter().find(|it| it.r#type == "Suspended").map(|it| it.status.clone());
        let (status, reason, text) =
            if suspended { ("True", "JobSuspended", "Job suspended") } else { ("False", "JobResumed", "Job resumed") };
        // A Job that never was suspended says nothing about it.
        if stored.as_deref() == Some(status) || (stored.is_none() && !suspended) {
            return;
        }
        let mut condition = self.condition("Suspended", reason, text);
        condition.status = status.to_owned();
        self.status.conditions.retain(|it| it.r#type != "Suspended");
        self.status.conditions.push(condition);
        self.status.start_time = (!suspended).then(|| time(self.now));
        self.plan.event(self.job, Level::Normal, if suspended { "Suspended" } else { "Resumed" }, text);
    }

    fn success(&self, active: usize) -> Option<JobCondition> {
        let succeeded = self.succeeded_total();
        let done = match self.job.spec.completions {
            None => succeeded > 0 && active == 0,
            Some(completions) => succeeded >= completions && active == 0,
        };
        let text = "Reached expected number of succeeded pods";
        done.then(|| self.condition("SuccessCriteriaMet", "CompletionsReached", text))
    }

    /// Notes finished pods in the status; returns those that may lose their finalizer once that is stored.
    fn count(&mut self, ending: Option<&JobCondition>) -> Vec<Arc<Pod>> {
        let mut counted = Vec::new();
        let mut uncounted = self.uncounted();
        let mut indexes = indexes::parse(&self.status.completed_indexes, self.completions());
        for pod in self.pods.iter().filter(|pod| is_tracked(pod)) {
            let failed = job_pods::has_failed(self.job, pod);
            let succeeded = pod.status.phase == "Succeeded";
            let leaving = self.job.metadata.deletion_timestamp.is_some() || ending.is_some();
            let index = job_pods::index(self.job, pod);
            // Its successor has to know how often the index has failed.
            let waits = index
                .is_some_and(|it| self.last_failed.get(&it).is_some_and(|last| last.metadata.uid == pod.metadata.uid));
            if !(succeeded || (failed && !waits) || leaving && (failed || pods::is_terminating(pod))) {
                continue;
            }
            if uncounted.succeeded.len() + uncounted.failed.len() >= UNCOUNTED_MAX {
                break;
            }
            let uid = &pod.metadata.uid;
            if succeeded {
                match index.filter(|_| is_indexed(self.job)) {
                    Some(index) => {
                        indexes.insert(index);
                    }
                    None if !is_indexed(self.job) && !uncounted.succeeded.contains(uid) => {
                        uncounted.succeeded.push(uid.clone());
                    }
                    None => {}
                }
            } else if (!is_indexed(self.job) || index.is_some())
                && !uncounted.failed.contains(uid)
                && verdict(self.job, pod) != Verdict::Ignore
            {
                uncounted.failed.push(uid.clone());
            }
            counted.push(pod.clone());
        }
        self.status.uncounted_terminated_pods = Some(uncounted);
        if is_indexed(self.job) {
            self.status.completed_indexes = indexes::format(&indexes);
            self.status.succeeded = count(indexes.len());
            if self.job.spec.backoff_limit_per_index.is_some() {
                self.status.failed_indexes = Some(indexes::format(&self.failed));
            }
        }
        counted
    }

    /// The last condition comes when nothing is active, leaving or uncounted any more.
    fn finish(&mut self, ending: Option<JobCondition>, active: &[Arc<Pod>], left: usize) {
        let ready = active.iter().filter(|pod| pods::is_ready(pod)).count();
        self.status.active = count(left);
        self.status.ready = Some(if left == 0 { 0 } else { count(ready.min(left)) });
        let leaving = self.pods.iter().filter(|pod| pods::is_terminating(pod) && !pods::has_ended(pod)).count();
        let deleted = active.len().saturating_sub(left);
        self.status.terminating = Some(count(leaving + if ending.is_some() { deleted } else { 0 }));
        let Some(ending) = ending else { return };
        if !self.status.conditions.iter().any(|it| it.r#type == ending.r#type && it.status == "True") {
            self.status.conditions.push(ending.clone());
        }
        let uncounted = self.uncounted();
        let open = self.pods.iter().any(|pod| is_tracked(pod) && !pods::has_ended(pod));
        let waiting = !uncounted.succeeded.is_empty() || !uncounted.failed.is_empty() || open;
        if waiting || self.status.terminating != Some(0) || !active.is_empty() {
            return;
        }
        let complete = ending.r#type == "SuccessCriteriaMet";
        let kind = if complete { "Complete" } else { "Failed" };
        self.status.conditions.push(self.condition(kind, &ending.reason, &ending.message));
        if complete {
            self.status.completion_time = Some(time(self.now));
            self.plan.event(self.job, Level::Normal, "Completed", "Job completed");
        } else {
            let reason = match ending.reason.as_str() {
                "PodFailurePolicy" => "PodFailurePolicy",
                "DeadlineExceeded" => "DeadlineExceeded",
                "MaxFailedIndexesExceeded" => "MaxFailedIndexesExceeded",
                "FailedIndexes" => "FailedIndexes",
                _ => "BackoffLimitExceeded",
            };
            self.plan.event(self.job, Level::Warning, reason, ending.message);
        }
    }

    fn write(&mut self, counted: Vec<Arc<Pod>>) {
        let mut job = self.job.clone();
        job.status = self.status.clone();
        // An empty set of uids and none are the same to readers.
        let empty = UncountedTerminatedPods::default();
        let stored = self.job.status.uncounted_terminated_pods.clone().unwrap_or_default();
        if self.job.status.uncounted_terminated_pods.is_none()
            && job.status.uncounted_terminated_pods == Some(empty)
            && stored == UncountedTerminatedPods::default()
        {
            job.status.uncounted_terminated_pods = None;
        }
        if job.status != self.job.status {
            self.plan.update_status(&job);
            if !counted.is_empty() {
                self.plan.push(Step::Barrier);
            }
        }
        counted.iter().for_each(|pod| self.plan.push(untrack(pod)));
    }

    fn condition(&self, kind: &str, reason: &str, message: &str) -> JobCondition {
        JobCondition {
            r#type: kind.to_owned(),
            status: "True".to_owned(),
            last_probe_time: time(self.now),
            last_transition_time: time(self.now),
            reason: reason.to_owned(),
            message: message.to_owned(),
        }
    }
}

fn count(items: usize) -> i32 {
    i32::try_from(items).unwrap_or(i32::MAX)
}
