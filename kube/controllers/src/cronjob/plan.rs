//! Jobs at set times. As upstream: pkg/controller/cronjob/cronjob_controllerv2.go.

use std::sync::Arc;
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use kube_api::types::Object;
use kube_api::types::batch::{CronJob, Job};
use kube_api::types::core::ObjectReference;
use kube_informer::{DeleteOptions, Level, Propagation, reference};

use crate::cronjob::schedule::Schedule;
use crate::job::plan::is_finished;
use crate::meta::{controller_ref, time, timestamp};
use crate::plan::{Draft, Plan, Step, Target};

/// A little later than the time itself, so that it has surely come.
const DELTA: Duration = Duration::from_millis(100);
const SCHEDULED: &str = "batch.kubernetes.io/cronjob-scheduled-timestamp";

pub(crate) struct Observed {
    pub(crate) cron: Arc<CronJob>,
    /// Jobs that it controls.
    pub(crate) jobs: Vec<Arc<Job>>,
    /// Looks a time zone up by its name.
    pub(crate) zone: fn(&str) -> Option<TimeZone>,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let mut cron = (*seen.cron).clone();
    note_jobs(&mut cron, &seen.jobs, &mut plan);
    clean_up(&cron, &seen.jobs, &mut plan);
    if cron.metadata.deletion_timestamp.is_none() {
        start(now, &mut cron, seen, &mut plan);
    }
    if cron.status != seen.cron.status {
        plan.update_status(&cron);
    }
    plan
}

fn note_jobs(cron: &mut CronJob, jobs: &[Arc<Job>], plan: &mut Plan) {
    for job in jobs {
        let name = &job.metadata.name;
        let listed = cron.status.active.iter().any(|active| active.uid == job.metadata.uid);
        let finished = is_finished(job);
        if !listed && !finished {
            // Made by us a moment ago, or by somebody with our reference: either way it runs for us.
            cron.status.active.push(job_reference(job));
        } else if listed && finished {
            let done = job.status.conditions.iter().find(|it| matches!(it.r#type.as_str(), "Complete" | "Failed"));
            let condition = done.map(|it| it.r#type.clone()).unwrap_or_default();
            plan.event(
                cron,
                Level::Normal,
                "SawCompletedJob",
                format!("Saw completed job: {name}, condition: {condition}"),
            );
            cron.status.active.retain(|active| active.uid != job.metadata.uid);
        }
        let complete = job.status.conditions.iter().any(|it| it.r#type == "Complete" && it.status == "True");
        if let Some(at) = job.status.completion_time.filter(|_| complete)
            && cron.status.last_successful_time.is_none_or(|last| at > last)
        {
            cron.status.last_successful_time = Some(at);
        }
    }
    let missing: Vec<_> = cron
        .status
        .active
        .iter()
        .filter(|active| !jobs.iter().any(|job| job.metadata.uid == active.uid))
        .map(|active| (active.uid.clone(), active.name.clone()))
        .collect();
    for (uid, name) in missing {
        plan.event(cron, Level::Normal, "MissingJob", format!("Active job went missing: {name}"));
        cron.status.active.retain(|active| active.uid != uid);
    }
}

fn job_reference(job: &Job) -> ObjectReference {
    ObjectReference { resource_version: String::new(), ..reference(job) }
}

fn start(now: Timestamp, cron: &mut CronJob, seen: &Observed, plan: &mut Plan) {
    let zone = match cron.spec.time_zone.as_deref() {
        None => TimeZone::UTC,
        Some(name) => match (seen.zone)(name) {
            Some(zone) => zone,
            None => {
                let text = format!("invalid timeZone: {name:?}: unknown time zone {name}");
                return plan.event(cron, Level::Warning, "UnknownTimeZone", text);
            }
        },
    };
    if cron.spec.suspend == Some(true) {
        return;
    }
    let schedule = match Schedule::parse(&cron.spec.schedule) {
        Ok(schedule) => schedule,
        Err(why) => {
            let text = format!("unparseable schedule: {:?} : {why}", cron.spec.schedule);
            return plan.event(cron, Level::Warning, "UnparseableSchedule", text);
        }
    };
    if let Some(next) = schedule.next(now, &zone) {
        plan.again_after(Duration::try_from(next.duration_since(now)).unwrap_or_default() + DELTA);
    }
    let Some(due) = due(now, cron, &schedule, &zone, plan) else { return };
    if let Some(seconds) = cron.spec.starting_deadline_seconds
        && due + SignedDuration::from_secs(seconds) < now
    {
        let text = format!("Missed scheduled time to start a job: {}", rfc1123(due, &zone));
        return plan.event(cron, Level::Warning, "MissSchedule", text);
    }
    let name = job_name(cron, due);
    let started =
        seen.jobs.iter().any(|job| job.metadata.name == name) || cron.status.last_schedule_time == Some(time(due));
    if started {
        return;
    }
    match cron.spec.concurrency_policy.as_str() {
        "Forbid" if !cron.status.active.is_empty() => {
            let text = "Not starting job because prior execution is running and concurrency policy is Forbid";
            return plan.event(cron, Level::Normal, "JobAlreadyActive", text);
        }
        "Replace" => {
            for job in seen.jobs.iter().filter(|job| !is_finished(job)) {
                delete(cron, job, plan);
                cron.status.active.retain(|active| active.uid != job.metadata.uid);
            }
        }
        _ => {}
    }
    let mut job = Job { spec: cron.spec.job_template.spec.clone(), ..Job::default() };
    let template = &cron.spec.job_template.metadata;
    let meta = job.metadata_mut();
    meta.name = name.clone();
    meta.namespace = cron.metadata.namespace.clone();
    meta.labels = template.labels.clone();
    meta.annotations = template.annotations.clone();
    meta.annotations.insert(SCHEDULED.to_owned(), local(due, &zone));
    meta.owner_references = vec![controller_ref(cron)];
    plan.push(Step::Create(Draft::of(&job), None));
    plan.push(Step::Barrier);
    plan.event(cron, Level::Normal, "SuccessfulCreate", format!("Created job {name}"));
    // The Job's uid is the server's to give: the next look at the Jobs puts the reference in.
    cron.status.last_schedule_time = Some(time(due));
}

/// The newest time that has come and was not served.
fn due(now: Timestamp, cron: &CronJob, schedule: &Schedule, zone: &TimeZone, plan: &mut Plan) -> Option<Timestamp> {
    let mut earliest = timestamp(&cron.status.last_schedule_time.unwrap_or(cron.metadata.creation_timestamp));
    if let Some(seconds) = cron.spec.starting_deadline_seconds {
        earliest = earliest.max(now - SignedDuration::from_secs(seconds));
    }
    let mut newest = None;
    let mut missed = 0;
    let mut at = earliest;
    while let Some(next) = schedule.next(at, zone).filter(|next| *next <= now) {
        newest = Some(next);
        at = next;
        missed += 1;
        if missed > 100 {
            // Long off: do not walk through every minute of a year.
            let recent = now - SignedDuration::from_hours(24);
            if at < recent {
                at = recent;
            }
            if missed == 101 {
                let text =
                    "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew";
                plan.event(cron, Level::Warning, "TooManyMissedTimes", text);
            }
        }
    }
    newest
}

fn job_name(cron: &CronJob, due: Timestamp) -> String {
    format!("{}-{}", cron.metadata.name, due.as_second().div_euclid(60))
}

fn local(at: Timestamp, zone: &TimeZone) -> String {
    let zoned = at.to_zoned_datetime(zone.clone());
    let offset = zoned.offset();
    if offset.is_zero() {
        return crate::meta::rfc3339(at);
    }
    zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn rfc1123(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned_datetime(zone.clone()).strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
}

fn delete(cron: &CronJob, job: &Job, plan: &mut Plan) {
    let target = Target::of(job);
    let options = DeleteOptions {
        uid: Some(target.uid.clone()),
        propagation: Some(Propagation::Background),
        ..DeleteOptions::default()
    };
    plan.push(Step::Delete(target, options, None));
    let text = format!("Deleted job {}", job.metadata.name);
    plan.push(Step::Event(reference(cron), Level::Normal, "SuccessfulDelete", text));
}

fn clean_up(cron: &CronJob, jobs: &[Arc<Job>], plan: &mut Plan) {
    for (kind, limit) in
        [("Complete", cron.spec.successful_jobs_history_limit), ("Failed", cron.spec.failed_jobs_history_limit)]
    {
        let Some(limit) = limit.and_then(|limit| usize::try_from(limit).ok()) else { continue };
        let ended = |job: &&Arc<Job>| job.status.conditions.iter().any(|it| it.r#type == kind && it.status == "True");
        let mut ended: Vec<_> = jobs.iter().filter(ended).collect();
        ended.sort_by_key(|job| (job.status.start_time, job.metadata.name.clone()));
        for job in ended.iter().take(ended.len().saturating_sub(limit)) {
            delete(cron, job, plan);
        }
    }
}
