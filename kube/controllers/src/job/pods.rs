//! The pods of a Job: what they were made for, when they failed, and what new ones look like.

use std::time::Duration;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_api::types::batch::Job;
use kube_api::types::core::{EnvVar, EnvVarSource, ObjectFieldSelector, Pod};
use kube_api::types::meta::Time;

use crate::meta::{controller_ref, since};
use crate::pods;

pub(crate) const FINALIZER: &str = "batch.kubernetes.io/job-tracking";
const INDEX: &str = "batch.kubernetes.io/job-completion-index";
const FAILURES: &str = "batch.kubernetes.io/job-index-failure-count";
const IGNORED: &str = "batch.kubernetes.io/job-index-ignored-failure-count";
const BACKOFF_MIN: Duration = Duration::from_secs(10);
const BACKOFF_MAX: Duration = Duration::from_secs(600);

pub(crate) fn is_indexed(job: &Job) -> bool {
    job.spec.completion_mode.as_deref() == Some("Indexed")
}

/// Wait until a pod is really gone before another takes its place?
pub(crate) fn replaces_only_failed(job: &Job) -> bool {
    job.spec.pod_replacement_policy.as_deref() == Some("Failed")
}

pub(crate) fn index(job: &Job, pod: &Pod) -> Option<i32> {
    let index = pod.metadata.annotations.get(INDEX)?.parse().ok()?;
    (0..job.spec.completions.unwrap_or(0)).contains(&index).then_some(index)
}

/// Failures of earlier pods of the same index that counted.
pub(crate) fn earlier_failures(pod: &Pod) -> i32 {
    pod.metadata.annotations.get(FAILURES).and_then(|count| count.parse().ok()).unwrap_or(0)
}

fn earlier_ignored(pod: &Pod) -> i32 {
    pod.metadata.annotations.get(IGNORED).and_then(|count| count.parse().ok()).unwrap_or(0)
}

pub(crate) fn is_tracked(pod: &Pod) -> bool {
    crate::meta::has_finalizer(pod.metadata(), FINALIZER)
}

/// A pod that is being deleted has failed, unless it may still succeed.
pub(crate) fn has_failed(job: &Job, pod: &Pod) -> bool {
    match pod.status.phase.as_str() {
        "Failed" => true,
        "Succeeded" => false,
        _ => pods::is_terminating(pod) && !replaces_only_failed(job) && job.spec.pod_failure_policy.is_none(),
    }
}

/// Why a new pod of an index follows this failed one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Follows {
    pub(crate) failures: i32,
    pub(crate) ignored: i32,
}

impl Follows {
    pub(crate) fn after(pod: &Pod, ignored: bool) -> Self {
        Follows {
            failures: earlier_failures(pod) + i32::from(!ignored),
            ignored: earlier_ignored(pod) + i32::from(ignored),
        }
    }
}

pub(crate) fn new(job: &Job, index: Option<(i32, Follows)>) -> Pod {
    let meta = &job.metadata;
    let mut pod = pods::from_template(&job.spec.template, &meta.namespace, &meta.name, controller_ref(job));
    pod.metadata_mut().finalizers.push(FINALIZER.to_owned());
    let Some((index, follows)) = index else { return pod };
    let text = index.to_string();
    pod.metadata_mut().generate_name = format!("{}-{index}-", meta.name);
    pod.metadata_mut().annotations.insert(INDEX.to_owned(), text.clone());
    pod.metadata_mut().labels.insert(INDEX.to_owned(), text);
    if job.spec.backoff_limit_per_index.is_some() {
        pod.metadata_mut().annotations.insert(FAILURES.to_owned(), follows.failures.to_string());
        if follows.ignored > 0 {
            pod.metadata_mut().annotations.insert(IGNORED.to_owned(), follows.ignored.to_string());
        }
    }
    pod.spec.hostname = format!("{}-{index}", meta.name);
    let containers = pod.spec.init_containers.iter_mut().chain(&mut pod.spec.containers);
    for container in containers.filter(|it| it.env.iter().all(|env| env.name != "JOB_COMPLETION_INDEX")) {
        container.env.push(EnvVar {
            name: "JOB_COMPLETION_INDEX".to_owned(),
            value_from: Some(EnvVarSource {
                field_ref: Some(ObjectFieldSelector {
                    api_version: String::new(),
                    field_path: format!("metadata.labels['{INDEX}']"),
                }),
                ..EnvVarSource::default()
            }),
            ..EnvVar::default()
        });
    }
    pod
}

pub(crate) fn finished_at(pod: &Pod) -> Time {
    let ends = pod.status.container_statuses.iter().filter_map(|it| it.state.terminated.as_ref());
    let last = ends.map(|terminated| terminated.finished_at).max().filter(|time| !time.is_zero());
    let not_ready = pods::condition(pod, "Ready").filter(|it| it.status == "False").map(|it| it.last_transition_time);
    last.or(not_ready).or(pod.metadata.deletion_timestamp).unwrap_or(pod.metadata.creation_timestamp)
}

/// How long to wait before the next pod, after so many failures in a row.
pub(crate) fn backoff(now: Timestamp, failures: u32, last: Time) -> Duration {
    if failures == 0 {
        return Duration::ZERO;
    }
    let delay = BACKOFF_MIN.saturating_mul(1 << (failures - 1).min(16)).min(BACKOFF_MAX);
    delay.saturating_sub(since(now, &last))
}
