//! CronJobs: jobs by the clock.
//!
//! As upstream: pkg/apis/batch (defaults, validation), pkg/registry/batch/cronjob, printCronJob; schedules as
//! robfig/cron's standard parser reads them.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use super::job;
use crate::check::{Faults, part, some, text};
use crate::defaults::To::{Flag, Number, Text};
use crate::defaults::{Default, fill};
use crate::formats::{self, Faults as Words};
use crate::hooks::{Column, Done, Extent, Hooks, Print, Row, Strategy, Subresource};
use crate::metadata;
use crate::print::{self, NONE, UNSET};
use crate::workload::counts;

pub(super) const ROW: Row = Row {
    group: "batch",
    kind: "CronJob",
    hooks: Hooks {
        default: |object| {
            let spec = object.make_object().entry("spec");
            let template = spec.make_object().entry("jobTemplate");
            job::default_template_spec(template.make_object().entry("spec"));
            fill(
                object,
                &[
                    Default("spec.concurrencyPolicy", Text("Allow")),
                    Default("spec.suspend", Flag(false)),
                    Default("spec.successfulJobsHistoryLimit", Number(3)),
                    Default("spec.failedJobsHistoryLimit", Number(1)),
                ],
            );
        },
        strategy: Strategy { name, ..Strategy::WITH_STATUS },
        validate_create: |object| validate(part(object, "spec"), None),
        validate_update: |new, old| validate(part(new, "spec"), Some(part(old, "spec"))),
        subresources: &[Subresource::STATUS],
        columns: &[
            Column::NAME,
            Column::text("Schedule"),
            Column::text("Timezone"),
            Column::text("Suspend"),
            Column::integer("Active"),
            Column::text("Last Schedule"),
            Column::AGE,
            Column::wide("Containers"),
            Column::wide("Images"),
            Column::wide("Selector"),
        ],
        cells,
        done: Done { validation: Extent::Part("whether a time zone exists"), ..Done::FULL },
        ..Hooks::PLAIN
    },
};

/// A job's name is the CronJob's and a number; both must fit into a label.
fn name(text: &str) -> Words {
    let mut faults = formats::dns_subdomain(text);
    if text.len() > 52 {
        faults.push(formats::too_long(52));
    }
    faults
}

fn validate(spec: &Value, old: Option<&Value>) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    match text(spec, "schedule") {
        "" => errors.required(&at.child("schedule"), ""),
        schedule if old.is_some_and(|old| text(old, "schedule") == schedule) => {}
        schedule => check_schedule(schedule, some(spec, "timeZone").is_some(), &at.child("schedule"), &mut errors),
    }
    counts(spec, &["startingDeadlineSeconds"], &at, &mut errors);
    if let Some(zone) = some(spec, "timeZone").and_then(Value::as_str) {
        let at = at.child("timeZone");
        if zone.is_empty() {
            errors.invalid(&at, zone, "timeZone must be nil or non-empty string");
        } else if zone.eq_ignore_ascii_case("local") {
            errors.invalid(
                &at,
                zone,
                "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones",
            );
        } else if !zone.bytes().all(|c| c.is_ascii_alphanumeric() || b"-+/._".contains(&c)) {
            errors.invalid(&at, zone, format!("unknown time zone {zone}"));
        }
    }
    errors.required_one_of(spec, "concurrencyPolicy", &at, &["Allow", "Forbid", "Replace"]);
    let template = part(spec, "jobTemplate");
    let at_template = at.child("jobTemplate");
    let at_meta = at_template.child("metadata");
    metadata::labels(template.pointer(&["metadata", "labels"]), &at_meta.child("labels"), &mut errors);
    metadata::annotations(template.pointer(&["metadata", "annotations"]), &at_meta.child("annotations"), &mut errors);
    let at_spec = at_template.child("spec");
    let inner = part(template, "spec");
    if let Some(selector) = some(inner, "selector") {
        let _ = selector;
        errors.invalid(&at_spec.child("selector"), Value::Null, "`selector` will be auto-generated");
        if let Some(last) = errors.last_mut() {
            last.value = None;
        }
    }
    if inner.flag(&["manualSelector"]) {
        errors.not_supported(&at_spec.child("manualSelector"), true, &["nil", "false"]);
    }
    job::spec(inner, &at_spec, &mut errors);
    counts(spec, &["successfulJobsHistoryLimit", "failedJobsHistoryLimit"], &at, &mut errors);
    errors
}

fn check_schedule(schedule: &str, zoned: bool, at: &Path<'_>, errors: &mut ErrorList) {
    if let Err(fault) = parse(schedule) {
        errors.invalid(at, schedule, fault);
    }
    if schedule.contains("TZ") {
        let detail = if zoned {
            "cannot use both timeZone field and TZ or CRON_TZ in schedule"
        } else {
            "cannot use TZ or CRON_TZ in schedule, use timeZone field instead"
        };
        errors.invalid(at, schedule, detail);
    }
}

/// The five fields of a schedule: lowest, highest, names.
const FIELDS: [(u32, u32, &[&str]); 5] = [
    (0, 59, &[]),
    (0, 23, &[]),
    (1, 31, &[]),
    (1, 12, &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
    (0, 6, &["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
];

fn parse(schedule: &str) -> Result<(), String> {
    let text = match schedule.strip_prefix("TZ=").or_else(|| schedule.strip_prefix("CRON_TZ=")) {
        Some(zoned) => zoned.split_once(' ').map_or("", |(_, rest)| rest.trim()),
        None => schedule,
    };
    if let Some(word) = text.strip_prefix('@') {
        return descriptor(text, word);
    }
    let fields: Vec<&str> = text.split_whitespace().collect();
    if fields.len() != FIELDS.len() {
        return Err(format!("expected exactly 5 fields, found {}: [{}]", fields.len(), fields.join(" ")));
    }
    fields.iter().zip(FIELDS).try_for_each(|(field, (low, high, names))| {
        field.split(',').try_for_each(|range| check_range(range, low, high, names))
    })
}

fn descriptor(text: &str, word: &str) -> Result<(), String> {
    if ["yearly", "annually", "monthly", "weekly", "daily", "midnight", "hourly"].contains(&word) {
        return Ok(());
    }
    match word.strip_prefix("every ") {
        Some(span) if go_duration(span) => Ok(()),
        Some(span) => Err(format!("failed to parse duration {text}: time: invalid duration {span:?}")),
        None => Err(format!("unrecognized descriptor: {text}")),
    }
}

/// `1h30m`, as Go writes durations.
fn go_duration(text: &str) -> bool {
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (number, unit) = rest.split_at(digits);
        let Some(after) = ["ns", "us", "ms", "s", "m", "h"].iter().find_map(|u| unit.strip_prefix(u)) else {
            return false;
        };
        if number.parse::<f64>().is_err() {
            return false;
        }
        rest = after;
    }
    !text.is_empty()
}

fn check_range(range: &str, low: u32, high: u32, names: &[&str]) -> Result<(), String> {
    let value = |text: &str| -> Result<u32, String> {
        let lower = text.to_ascii_lowercase();
        if let Some(place) = names.iter().position(|name| *name == lower) {
            return Ok(place as u32 + low);
        }
        text.parse::<u32>()
            .map_err(|_| format!("failed to parse int from {text}: strconv.Atoi: parsing {text:?}: invalid syntax"))
    };
    let (span, step) = match range.split('/').collect::<Vec<_>>().as_slice() {
        [span] => ((*span).to_owned(), None),
        [span, step] => ((*span).to_owned(), Some(value(step)?)),
        _ => return Err(format!("too many slashes: {range}")),
    };
    let (start, end) = match span.split('-').collect::<Vec<_>>().as_slice() {
        ["*" | "?"] => (low, high),
        [one] => {
            let one = value(one)?;
            (one, if step.is_some() { high } else { one })
        }
        [start, end] => (value(start)?, value(end)?),
        _ => return Err(format!("too many hyphens: {range}")),
    };
    if start < low {
        return Err(format!("beginning of range ({start}) below minimum ({low}): {range}"));
    }
    if end > high {
        return Err(format!("end of range ({end}) above maximum ({high}): {range}"));
    }
    if start > end {
        return Err(format!("beginning of range ({start}) beyond end of range ({end}): {range}"));
    }
    if step == Some(0) {
        return Err(format!("step of range should be a positive number: {range}"));
    }
    Ok(())
}

fn cells(object: &Value, print: &Print) -> Vec<Value> {
    let (spec, status) = (part(object, "spec"), part(object, "status"));
    let suspended = match spec.get("suspend").and_then(Value::as_bool) {
        Some(true) => "True",
        Some(false) => "False",
        None => UNSET,
    };
    let last = match status.text(&["lastScheduleTime"]) {
        Some(time) => print::since(Some(time), print),
        None => NONE.to_owned(),
    };
    let job = spec.pointer(&["jobTemplate", "spec"]);
    let [names, images] = print::containers(job.and_then(|job| job.pointer(&["template", "spec"])));
    vec![
        print::name(object),
        text(spec, "schedule").into(),
        print::or(spec, "timeZone", NONE),
        suspended.into(),
        print::count(status, &["active"]).into(),
        last.into(),
        print::age(object, print),
        names,
        images,
        print::selector(job.and_then(|job| job.get("selector"))).into(),
    ]
}
