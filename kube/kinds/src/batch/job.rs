//! Jobs: work that ends.
//!
//! As upstream: pkg/apis/batch (defaults, validation), pkg/registry/batch/job, printJob.

use jiff::Timestamp;
use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use super::policy;
use crate::check::{Faults, int, label_selector, matches, part, same, some, text};
use crate::core::pod::defaults as pod_defaults;
use crate::core::pod::spec as pod_spec;
use crate::defaults::To::{Flag, Text};
use crate::defaults::{Default, each_mut, fill, set_absent};
use crate::formats;
use crate::hooks::{Column, Dependents, Done, Extent, Hooks, Print, Request, Row, Selectable, Strategy, Subresource};
use crate::print;
use crate::workload::{counts, fit, template_warnings};

pub(super) const ROW: Row = Row {
    group: "batch",
    kind: "Job",
    hooks: Hooks {
        default,
        strategy: Strategy { prepare_create, dependents: Dependents::Orphan, ..Strategy::WITH_STATUS },
        validate_create: |job| {
            let mut errors = generated_selector(job);
            with_selector(job, &mut errors);
            hostname(job, &mut errors);
            errors
        },
        validate_update: update,
        subresources: &[Subresource { validate: status, ..Subresource::STATUS }],
        warnings: template_warnings,
        columns: &[
            Column::NAME,
            Column::text("Status"),
            Column::text("Completions"),
            Column::text("Duration"),
            Column::AGE,
            Column::wide("Containers"),
            Column::wide("Images"),
            Column::wide("Selector"),
        ],
        cells,
        selectable: &[Selectable::number("status.successful", &["status", "succeeded"])],
        done: Done {
            validation: Extent::Part("the form of completedIndexes and failedIndexes in a status"),
            ..Done::FULL
        },
        ..Hooks::PLAIN
    },
};

fn default(job: &mut Value) {
    let labels = job.pointer(&["spec", "template", "metadata", "labels"]).cloned();
    if let Some(labels) = labels
        && job.pointer(&["metadata", "labels"]).and_then(Value::as_object).is_none_or(|own| own.is_empty())
    {
        job.set_pointer(&["metadata", "labels"], labels);
    }
    default_spec(job.make_object().entry("spec"));
}

/// The spec of a job, alone or in a CronJob.
pub(super) fn default_spec(spec: &mut Value) {
    pod_defaults::template(spec.make_object().entry("template"));
    default_own(spec);
}

/// Fields of the job itself. As upstream, a template of a CronJob gets only those of its pods.
fn default_own(spec: &mut Value) {
    if spec.get("completions").is_none() && spec.get("parallelism").is_none() {
        spec.set("completions", 1i64);
    }
    let retries = if some(spec, "backoffLimitPerIndex").is_some() { i64::from(i32::MAX) } else { 6 };
    set_absent(spec, "parallelism", 1i64);
    set_absent(spec, "backoffLimit", retries);
    fill(
        spec,
        &[
            Default("completionMode", Text("NonIndexed")),
            Default("suspend", Flag(false)),
            Default("manualSelector", Flag(false)),
        ],
    );
    let replacement = if some(spec, "podFailurePolicy").is_some() { "Failed" } else { "TerminatingOrFailed" };
    set_absent(spec, "podReplacementPolicy", replacement);
    policy::default(spec);
}

/// Defaults of the job template in a CronJob.
pub(super) fn default_template_spec(spec: &mut Value) {
    pod_defaults::template(spec.make_object().entry("template"));
    policy::default(spec);
}

const UID: &str = "batch.kubernetes.io/controller-uid";
const NAME: &str = "batch.kubernetes.io/job-name";

/// A job whose author gave no selector selects its pods by its own identity.
fn prepare_create(job: &mut Value, _: &Request<'_>) {
    if job.flag(&["spec", "manualSelector"]) {
        return;
    }
    let (name, uid) = (
        job.text(&["metadata", "name"]).unwrap_or("").to_owned(),
        job.text(&["metadata", "uid"]).unwrap_or("").to_owned(),
    );
    for (key, value) in [(NAME, &name), ("job-name", &name), (UID, &uid), ("controller-uid", &uid)] {
        // A label that says something else belongs to whoever set it; validation refuses it.
        let path = ["spec", "template", "metadata", "labels", key];
        if job.pointer(&path).is_none() {
            job.set_pointer(&path, value.as_str());
        }
    }
    let path = ["spec", "selector", "matchLabels", UID];
    if job.pointer(&path).is_none() {
        job.set_pointer(&path, uid);
    }
}

fn generated_selector(job: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let spec = part(job, "spec");
    if spec.flag(&["manualSelector"]) || some(spec, "selector").is_none() {
        return errors;
    }
    let (name, uid) = (job.text(&["metadata", "name"]).unwrap_or(""), job.text(&["metadata", "uid"]).unwrap_or(""));
    let at = Path::new("spec");
    let template = at.child("template");
    let meta = template.child("metadata");
    let labels = meta.child("labels");
    let expected = [("controller-uid", uid), ("job-name", name), (UID, uid), (NAME, name)];
    for (key, value) in expected {
        match spec.pointer(&["template", "metadata", "labels", key]).and_then(Value::as_str) {
            None => errors.required(&labels.key(key), &format!("must be '{value}'")),
            Some(found) if found != value => {
                errors.invalid(&labels.key(key), found, format!("must be '{value}'"));
            }
            Some(_) => {}
        }
    }
    let all: Value = Value::Object(expected.into_iter().collect());
    if let Some(selector) = some(spec, "selector").filter(|selector| !matches(selector, Some(&all))) {
        errors.invalid(&at.child("selector"), selector.clone(), "`selector` not auto-generated");
    }
    errors
}

fn with_selector(job: &Value, errors: &mut ErrorList) {
    let at = Path::new("spec");
    let job_spec = part(job, "spec");
    spec(job_spec, &at, errors);
    match some(job_spec, "selector") {
        None => errors.required(&at.child("selector"), ""),
        selector => label_selector(selector, &at.child("selector"), errors),
    }
    fit(job_spec, &at, errors);
}

fn hostname(job: &Value, errors: &mut ErrorList) {
    let spec = part(job, "spec");
    let completions = int(spec, "completions");
    let name = job.text(&["metadata", "name"]).unwrap_or("");
    if text(spec, "completionMode") == "Indexed" && completions > 0 {
        let longest = format!("{name}-{}", completions - 1);
        if !formats::dns_label(&longest).is_empty() {
            errors.invalid(
                &Path::new("metadata").child("name"),
                name,
                format!("will not able to create pod with invalid DNS label: {longest}"),
            );
        }
    }
}

/// The spec of a job without its selector, alone or in a CronJob.
pub(super) fn spec(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    counts(
        spec,
        &[
            "parallelism",
            "completions",
            "activeDeadlineSeconds",
            "backoffLimit",
            "ttlSecondsAfterFinished",
            "backoffLimitPerIndex",
            "maxFailedIndexes",
        ],
        at,
        errors,
    );
    let per_index = some(spec, "backoffLimitPerIndex").is_some();
    let failed = spec.get("maxFailedIndexes").and_then(Value::as_int);
    if failed.is_some() && !per_index {
        errors.required(&at.child("backoffLimitPerIndex"), "when maxFailedIndexes is specified");
    }
    if let Some(manager) = some(spec, "managedBy").and_then(Value::as_str) {
        let at = at.child("managedBy");
        domain_prefixed_path(manager, &at, errors);
        if manager.len() > 63 {
            errors.push(FieldError::too_long(&at, 63));
        }
    }
    errors.one_of(spec, "completionMode", at, &["NonIndexed", "Indexed"]);
    if text(spec, "completionMode") == "Indexed" {
        indexed(spec, failed, per_index, at, errors);
    } else {
        for name in ["backoffLimitPerIndex", "maxFailedIndexes"] {
            if let Some(found) = spec.get(name).and_then(Value::as_int) {
                errors.invalid(&at.child(name), found, "requires indexed completion mode");
            }
        }
    }
    policy::failure(spec, at, errors);
    policy::success(spec, at, errors);
    if some(spec, "podReplacementPolicy").is_some() {
        let words: &[&str] =
            if some(spec, "podFailurePolicy").is_some() { &["Failed"] } else { &["Failed", "TerminatingOrFailed"] };
        errors.one_of(spec, "podReplacementPolicy", at, words);
    }
    let template = part(spec, "template");
    pod_spec::template(template, &at.child("template"), errors);
    let template_at = at.child("template");
    let inner = template_at.child("spec");
    let at = inner.child("restartPolicy");
    match text(part(template, "spec"), "restartPolicy") {
        "" | "Always" => errors.required(&at, "valid values: \"OnFailure\", \"Never\""),
        "OnFailure" if some(spec, "podFailurePolicy").is_some() => {
            errors.invalid(&at, "OnFailure", "only \"Never\" is supported when podFailurePolicy is specified")
        }
        "OnFailure" | "Never" => {}
        other => errors.not_supported(&at, other, &["OnFailure", "Never"]),
    }
}

fn indexed(spec: &Value, failed: Option<i64>, per_index: bool, at: &Path<'_>, errors: &mut ErrorList) {
    let number = |name: &str| spec.get(name).and_then(Value::as_int);
    let (completions, parallelism) = (number("completions"), number("parallelism"));
    if completions.is_none() {
        errors.required(&at.child("completions"), "when completion mode is Indexed");
    }
    let mut most = |name: &str, found: Option<i64>, limit: i64, detail: String| {
        if let Some(found) = found.filter(|found| *found > limit) {
            errors.invalid(&at.child(name), found, detail);
        }
    };
    most(
        "parallelism",
        parallelism,
        100_000,
        "must be less than or equal to 100000 when completion mode is Indexed".to_owned(),
    );
    if let Some(completions) = completions {
        most("maxFailedIndexes", failed, completions, "must be less than or equal to completions".to_owned());
    }
    most("maxFailedIndexes", failed, 100_000, "must be less than or equal to 100000".to_owned());
    if completions.is_some_and(|completions| completions > 100_000) && per_index {
        let detail = |limit: i64| {
            format!(
                "must be less than or equal to {limit} when completions are above 100000 \
                 and used with backoff limit per index"
            )
        };
        most("parallelism", parallelism, 10_000, detail(10_000));
        most("maxFailedIndexes", failed, 10_000, detail(10_000));
        if failed.is_none() {
            errors.required(&at.child("maxFailedIndexes"), "must be specified when completions is above 100000");
        }
    }
}

fn domain_prefixed_path(path: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let malformed = "must be a domain-prefixed path (such as \"acme.io/foo\")";
    match path.split_once('/') {
        _ if path.is_empty() => errors.required(at, ""),
        Some((host, rest)) if !host.is_empty() && !rest.is_empty() => {
            errors.form(at, host, formats::dns_subdomain);
            let ok = |c: u8| c.is_ascii_alphanumeric() || b"/-._~%!$&'()*+,;=:".contains(&c);
            if !rest.bytes().all(ok) {
                errors.invalid(at, rest, formats::mismatch("Invalid path", r"[A-Za-z0-9/\-._~%!$&'()*+,;=:]+", &[]));
            }
        }
        _ => errors.invalid(at, path, malformed),
    }
}

fn update(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    with_selector(new, &mut errors);
    let at = Path::new("spec");
    let (now, then) = (part(new, "spec"), part(old, "spec"));
    if !same(now.get("completions"), then.get("completions")) {
        let tandem =
            now.get("completions") == now.get("parallelism") && then.get("completions") == then.get("parallelism");
        let value = now.get("completions").cloned().unwrap_or_default();
        if text(now, "completionMode") != "Indexed" {
            errors.invalid(&at.child("completions"), value, crate::check::IMMUTABLE);
        } else if !tandem {
            errors.invalid(&at.child("completions"), value, "can only be modified in tandem with spec.parallelism");
        }
    }
    errors.immutable(now, then, "selector", &at);
    let mut template = part(now, "template").clone();
    let fresh = old.flag(&["spec", "suspend"]) && old.pointer(&["status", "startTime"]).is_none();
    if fresh {
        scheduling_from(&mut template, part(then, "template"));
    }
    if !same(Some(&template), then.get("template")) {
        errors.invalid(&at.child("template"), part(now, "template").clone(), crate::check::IMMUTABLE);
    }
    for name in ["completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy"] {
        errors.immutable(now, then, name, &at);
    }
    errors
}

/// Where pods of a job run may change as long as it never ran.
fn scheduling_from(template: &mut Value, old: &Value) {
    let paths: [&[&str]; 6] = [
        &["spec", "affinity", "nodeAffinity"],
        &["spec", "nodeSelector"],
        &["spec", "tolerations"],
        &["spec", "schedulingGates"],
        &["metadata", "labels"],
        &["metadata", "annotations"],
    ];
    for path in paths {
        match old.pointer(path) {
            Some(kept) => template.set_pointer(path, kept.clone()),
            None => {
                template.remove_pointer(path);
            }
        }
    }
    for list in ["containers", "initContainers"] {
        let olds = old.items(&["spec", list]).to_vec();
        if let Some(spec) = template.get_mut("spec") {
            let mut olds = olds.iter();
            each_mut(spec, list, |container| match olds.next().and_then(|old| old.get("resources")) {
                Some(kept) => {
                    container.set("resources", kept.clone());
                }
                None => {
                    container.remove("resources");
                }
            });
        }
    }
}

fn has(job: &Value, kind: &str) -> bool {
    print::condition(job, kind).is_some_and(|condition| text(condition, "status") == "True")
}

fn status(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let status = part(new, "status");
    counts(status, &["active", "succeeded", "failed", "ready", "terminating"], &at, &mut errors);
    let omitted = |detail: &str| {
        let mut error = FieldError::invalid(&at.child("conditions"), Value::Null, detail);
        error.value = None;
        error
    };
    let (complete, failed) = (has(new, "Complete"), has(new, "Failed"));
    let (met, target) = (has(new, "SuccessCriteriaMet"), has(new, "FailureTarget"));
    let rules = [
        (complete && failed, "cannot set Complete=True and Failed=true conditions"),
        (complete && target, "cannot set Complete=True and FailureTarget=true conditions"),
        (
            failed && !target && !has(old, "Failed"),
            "cannot set Failed=True condition without the FailureTarget=true condition",
        ),
        (
            complete && !met && !has(old, "Complete"),
            "cannot set Complete=True condition without the SuccessCriteriaMet=true condition",
        ),
        (met && failed, "cannot set SuccessCriteriaMet=True and Failed=true conditions"),
        (met && target, "cannot set SuccessCriteriaMet=True and FailureTarget=true conditions"),
    ];
    for (_, detail) in rules.iter().filter(|(broken, _)| *broken) {
        errors.push(omitted(detail));
    }
    let finished = complete || failed;
    let time = |name: &str| status.text(&[name]).and_then(|time| time.parse::<Timestamp>().ok());
    match (time("completionTime"), complete) {
        (Some(_), false) => errors.invalid(
            &at.child("completionTime"),
            text(status, "completionTime"),
            "cannot set completionTime when there is no Complete=True condition",
        ),
        (None, true) => errors.required(&at.child("completionTime"), "completionTime is required for Complete jobs"),
        _ => {}
    }
    if let (Some(start), Some(end)) = (time("startTime"), time("completionTime"))
        && end < start
    {
        errors.invalid(
            &at.child("completionTime"),
            text(status, "completionTime"),
            "must be equal to or after `startTime`",
        );
    }
    if finished {
        if int(status, "active") > 0 {
            errors.invalid(&at.child("active"), int(status, "active"), "active>0 is invalid for finished job");
        }
        if time("startTime").is_none() {
            errors.required(&at.child("startTime"), "startTime is required for finished job");
        }
        if int(status, "terminating") > 0 {
            errors.invalid(
                &at.child("terminating"),
                int(status, "terminating"),
                "terminating>0 is invalid for finished job",
            );
        }
        let uncounted = part(status, "uncountedTerminatedPods");
        if uncounted.items(&["failed"]).len() + uncounted.items(&["succeeded"]).len() > 0 {
            errors.invalid(&at.child("uncountedTerminatedPods"), uncounted.clone(), "must be empty for finished job");
        }
    }
    if int(status, "ready") > int(status, "active") {
        errors.invalid(&at.child("ready"), int(status, "ready"), "cannot set more ready pods than active");
    }
    for (name, kind) in [("Complete", has(old, "Complete")), ("Failed", has(old, "Failed"))] {
        if kind && !has(new, name) {
            let mut error = omitted(&format!("cannot disable the terminal {name}=True condition"));
            error.field = "status.conditions".to_owned();
            errors.push(error);
        }
    }
    errors
}

fn cells(job: &Value, print: &Print) -> Vec<Value> {
    let (spec, status) = (part(job, "spec"), part(job, "status"));
    let done = int(status, "succeeded");
    let completions = match spec.get("completions").and_then(Value::as_int) {
        Some(wanted) => format!("{done}/{wanted}"),
        None if int(spec, "parallelism") > 1 => format!("{done}/1 of {}", int(spec, "parallelism")),
        None => format!("{done}/1"),
    };
    let time = |name: &str| status.text(&[name]).and_then(|time| time.parse::<Timestamp>().ok());
    let duration = match (time("startTime"), time("completionTime")) {
        (None, _) => String::new(),
        (Some(start), end) => print::duration(end.unwrap_or(print.now).as_second() - start.as_second()),
    };
    let state = ["Complete", "Failed"].into_iter().find(|kind| has(job, kind)).unwrap_or_else(|| {
        if job.pointer(&["metadata", "deletionTimestamp"]).is_some() {
            return "Terminating";
        }
        let later = ["Suspended", "FailureTarget", "SuccessCriteriaMet"];
        later.into_iter().find(|kind| has(job, kind)).unwrap_or("Running")
    });
    let [names, images] = print::containers(spec.pointer(&["template", "spec"]));
    vec![
        print::name(job),
        state.into(),
        completions.into(),
        duration.into(),
        print::age(job, print),
        names,
        images,
        print::selector(spec.get("selector")).into(),
    ]
}
