//! Events: one store, two groups. The newer group's names are converted here.
//!
//! As upstream: pkg/apis/core/validation/events.go, pkg/apis/events/v1/conversion.go, printEvent.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use crate::check::{Faults, int, part, some, text};
use crate::formats;
use crate::hooks::{Column, Done, Extent, Hooks, Print, Row, Selectable, Strategy, Version};
use crate::print;

pub(super) const ROW: Row = Row {
    group: "",
    kind: "Event",
    hooks: Hooks {
        strategy: Strategy { create_on_update: true, ..Strategy::PLAIN },
        validate_create: validate,
        validate_update: |new, old| {
            let mut errors = validate(new);
            if new.text(&["eventTime"]).is_some() {
                for name in IMMUTABLE {
                    errors.immutable(new, old, name, &Path::ROOT);
                }
            }
            errors
        },
        columns: &[
            Column::text("Last Seen"),
            Column::text("Type"),
            Column::text("Reason"),
            Column::text("Object"),
            Column::wide("Subobject"),
            Column::wide("Source"),
            Column::text("Message"),
            Column::wide("First Seen"),
            Column::wide("Count"),
            Column { priority: 1, ..Column::NAME },
        ],
        cells,
        selectable: &[
            Selectable::new("involvedObject.kind", &["involvedObject", "kind"]),
            Selectable::new("involvedObject.namespace", &["involvedObject", "namespace"]),
            Selectable::new("involvedObject.name", &["involvedObject", "name"]),
            Selectable::new("involvedObject.uid", &["involvedObject", "uid"]),
            Selectable::new("involvedObject.apiVersion", &["involvedObject", "apiVersion"]),
            Selectable::new("involvedObject.resourceVersion", &["involvedObject", "resourceVersion"]),
            Selectable::new("involvedObject.fieldPath", &["involvedObject", "fieldPath"]),
            Selectable::new("regarding.kind", &["involvedObject", "kind"]),
            Selectable::new("regarding.namespace", &["involvedObject", "namespace"]),
            Selectable::new("regarding.name", &["involvedObject", "name"]),
            Selectable::new("regarding.uid", &["involvedObject", "uid"]),
            Selectable::new("regarding.apiVersion", &["involvedObject", "apiVersion"]),
            Selectable::new("regarding.resourceVersion", &["involvedObject", "resourceVersion"]),
            Selectable::new("regarding.fieldPath", &["involvedObject", "fieldPath"]),
            Selectable::new("reason", &["reason"]),
            Selectable::new("reportingComponent", &["reportingComponent"]),
            Selectable::new("reportingController", &["reportingComponent"]),
            Selectable::new("source", &["source", "component"]),
            Selectable::new("type", &["type"]),
        ],
        versions: &[Version {
            group: "events.k8s.io",
            version: "v1",
            default: |_| {},
            to_storage: |event| rename(event, |pair| (pair.1, pair.0)),
            from_storage: |event| rename(event, |pair| pair),
        }],
        done: Done {
            defaults: Extent::Nothing,
            validation: Extent::Part("what only the events.k8s.io version asks for"),
            ..Done::FULL
        },
        ..Hooks::PLAIN
    },
};

/// Names in the core group, and in events.k8s.io.
const NAMES: [(&str, &str); 7] = [
    ("involvedObject", "regarding"),
    ("message", "note"),
    ("source", "deprecatedSource"),
    ("firstTimestamp", "deprecatedFirstTimestamp"),
    ("lastTimestamp", "deprecatedLastTimestamp"),
    ("count", "deprecatedCount"),
    ("reportingComponent", "reportingController"),
];

fn rename(event: &mut Value, order: impl Fn((&'static str, &'static str)) -> (&'static str, &'static str)) {
    for (from, to) in NAMES.into_iter().map(&order) {
        if let Some(value) = event.remove(from) {
            event.set(to, value);
        }
    }
    let group = order(("v1", "events.k8s.io/v1")).1;
    if event.get("apiVersion").is_some() {
        event.set("apiVersion", group);
    }
}

const IMMUTABLE: &[&str] = &[
    "involvedObject",
    "reason",
    "message",
    "source",
    "firstTimestamp",
    "lastTimestamp",
    "count",
    "type",
    "eventTime",
    "action",
    "related",
    "reportingComponent",
    "reportingInstance",
];

fn validate(event: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let namespace = event.text(&["metadata", "namespace"]).unwrap_or("");
    let about = event.text(&["involvedObject", "namespace"]).unwrap_or("");
    let fits = if about.is_empty() { matches!(namespace, "" | "default" | "kube-system") } else { about == namespace };
    if !fits {
        errors.invalid(&Path::new("involvedObject").child("namespace"), about, "does not match event.namespace");
    }
    if event.text(&["eventTime"]).is_none() {
        return errors;
    }
    // Only newer clients set the exact time; they also say who reports, and what was done.
    match text(event, "reportingComponent") {
        "" => errors.required(&Path::new("reportingController"), ""),
        name => errors.form(&Path::new("reportingController"), name, formats::qualified_name),
    }
    for name in ["reportingInstance", "action", "reason"] {
        match text(event, name) {
            "" => errors.required(&Path::new(name), ""),
            found if found.len() > 128 => {
                errors.invalid(&Path::new(name), found, "can have at most 128 characters");
            }
            _ => {}
        }
    }
    if text(event, "message").len() > 1024 {
        errors.push(FieldError::invalid(
            &Path::new("message"),
            text(event, "message"),
            "can have at most 1024 characters",
        ));
    }
    errors
}

fn cells(event: &Value, print: &Print) -> Vec<Value> {
    let exact = event.text(&["eventTime"]);
    let first = print::since(event.text(&["firstTimestamp"]).or(exact), print);
    let mut last = match event.text(&["lastTimestamp"]) {
        Some(time) => print::since(Some(time), print),
        None => first.clone(),
    };
    let mut count = int(event, "count").max(1);
    if let Some(series) = some(event, "series") {
        last = print::since(series.text(&["lastObservedTime"]), print);
        count = int(series, "count");
    }
    let about = part(event, "involvedObject");
    let kind = text(about, "kind").to_lowercase();
    let object = match text(about, "name") {
        "" => kind,
        name => format!("{kind}/{name}"),
    };
    let source = part(event, "source");
    let (component, host) = match text(source, "component") {
        "" => (text(event, "reportingComponent"), text(event, "reportingInstance")),
        component => (component, text(source, "host")),
    };
    let source = if host.is_empty() { component.to_owned() } else { format!("{component}, {host}") };
    vec![
        last.into(),
        text(event, "type").into(),
        text(event, "reason").into(),
        object.into(),
        text(about, "fieldPath").into(),
        source.into(),
        text(event, "message").trim().into(),
        first.into(),
        count.into(),
        print::name(event),
    ]
}
