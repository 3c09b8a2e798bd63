//! autoscaling/v1: a percentage of CPU in a field, everything else as JSON in annotations.
//!
//! As upstream: pkg/apis/autoscaling/v1/conversion.go. The behaviour annotation has Go's names: capitalised.

use kube_api::codec::json;
use kube_api::value::{Object, Value};

use crate::check::{part, quantity, some, text};

use super::{CPU_PERCENT, cpu};

const METRICS: &str = "autoscaling.alpha.kubernetes.io/metrics";
const MEASURED: &str = "autoscaling.alpha.kubernetes.io/current-metrics";
const CONDITIONS: &str = "autoscaling.alpha.kubernetes.io/conditions";
const BEHAVIOR: &str = "autoscaling.alpha.kubernetes.io/behavior";

type Moves = &'static [(&'static [&'static str], &'static [&'static str])];

/// Where fields of a source are in v2 and in v1.
const WANTED: &[(&str, Moves)] = &[
    (
        "object",
        &[
            (&["describedObject"], &["target"]),
            (&["metric", "name"], &["metricName"]),
            (&["target", "value"], &["targetValue"]),
            (&["metric", "selector"], &["selector"]),
            (&["target", "averageValue"], &["averageValue"]),
        ],
    ),
    (
        "pods",
        &[
            (&["metric", "name"], &["metricName"]),
            (&["target", "averageValue"], &["targetAverageValue"]),
            (&["metric", "selector"], &["selector"]),
        ],
    ),
    ("resource", RESOURCE),
    ("containerResource", RESOURCE),
    (
        "external",
        &[
            (&["metric", "name"], &["metricName"]),
            (&["metric", "selector"], &["metricSelector"]),
            (&["target", "value"], &["targetValue"]),
            (&["target", "averageValue"], &["targetAverageValue"]),
        ],
    ),
];

const RESOURCE: Moves = &[
    (&["name"], &["name"]),
    (&["container"], &["container"]),
    (&["target", "averageUtilization"], &["targetAverageUtilization"]),
    (&["target", "averageValue"], &["targetAverageValue"]),
];

/// The same for what was measured.
const SEEN: &[(&str, Moves)] = &[
    (
        "object",
        &[
            (&["describedObject"], &["target"]),
            (&["metric", "name"], &["metricName"]),
            (&["current", "value"], &["currentValue"]),
            (&["metric", "selector"], &["selector"]),
            (&["current", "averageValue"], &["averageValue"]),
        ],
    ),
    (
        "pods",
        &[
            (&["metric", "name"], &["metricName"]),
            (&["current", "averageValue"], &["currentAverageValue"]),
            (&["metric", "selector"], &["selector"]),
        ],
    ),
    ("resource", RESOURCE_SEEN),
    ("containerResource", RESOURCE_SEEN),
    (
        "external",
        &[
            (&["metric", "name"], &["metricName"]),
            (&["metric", "selector"], &["metricSelector"]),
            (&["current", "value"], &["currentValue"]),
            (&["current", "averageValue"], &["currentAverageValue"]),
        ],
    ),
];

const RESOURCE_SEEN: Moves = &[
    (&["name"], &["name"]),
    (&["container"], &["container"]),
    (&["current", "averageUtilization"], &["currentAverageUtilization"]),
    (&["current", "averageValue"], &["currentAverageValue"]),
];

/// From v2 to v1.
pub(super) fn from_storage(object: &mut Value) {
    let percent = object.items(&["spec", "metrics"]).iter().find_map(cpu_percent);
    let others: Vec<Value> = object
        .items(&["spec", "metrics"])
        .iter()
        .filter(|metric| cpu_percent(metric).is_none())
        .map(|metric| moved(metric, WANTED, false))
        .collect();
    let measured: Vec<Value> =
        object.items(&["status", "currentMetrics"]).iter().map(|metric| moved(metric, SEEN, false)).collect();
    let conditions = object.items(&["status", "conditions"]).to_vec();
    let behavior = object.pointer(&["spec", "behavior"]).filter(|behavior| !behavior.is_null()).map(|behavior| {
        renamed(behavior, |name| {
            let mut letters = name.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
        })
    });
    for path in [&["spec", "metrics"], &["spec", "behavior"], &["status", "currentMetrics"], &["status", "conditions"]]
    {
        object.remove_pointer(path);
    }
    if let Some(percent) = percent {
        object.set_pointer(&["spec", "targetCPUUtilizationPercentage"], percent);
    }
    drop_annotations(object);
    for (name, items) in [(METRICS, others), (MEASURED, measured), (CONDITIONS, conditions)] {
        if !items.is_empty() {
            annotate(object, name, &Value::from(items));
        }
    }
    if let Some(behavior) = behavior {
        annotate(object, BEHAVIOR, &behavior);
    }
}

/// From v1 to v2.
pub(super) fn to_storage(object: &mut Value) {
    let percent = object.remove_pointer(&["spec", "targetCPUUtilizationPercentage"]).and_then(|found| found.as_int());
    let read = |name: &str| {
        let text = object.text(&["metadata", "annotations", name])?;
        json::parse(text.as_bytes()).ok()
    };
    let list = |name: &str| read(name).and_then(|value| value.as_list().map(<[Value]>::to_vec));
    let mut metrics: Vec<Value> =
        list(METRICS).unwrap_or_default().iter().map(|metric| moved(metric, WANTED, true)).collect();
    let measured = list(MEASURED).map(|items| items.iter().map(|item| moved(item, SEEN, true)).collect::<Vec<_>>());
    let conditions = list(CONDITIONS);
    let behavior = read(BEHAVIOR).map(|behavior| {
        renamed(&behavior, |name| {
            let mut letters = name.chars();
            letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
        })
    });
    metrics.extend(percent.map(cpu));
    if metrics.is_empty() {
        metrics.push(cpu(CPU_PERCENT));
    }
    object.set_pointer(&["spec", "metrics"], Value::from(metrics));
    if let Some(behavior) = behavior.filter(|found| found.as_object().is_some_and(|found| !found.is_empty())) {
        object.set_pointer(&["spec", "behavior"], behavior);
    }
    for (name, items) in [("currentMetrics", measured), ("conditions", conditions)] {
        if let Some(items) = items {
            object.set_pointer(&["status", name], Value::from(items));
        }
    }
    drop_annotations(object);
}

/// The percentage of a metric that v1 has a field for.
fn cpu_percent(metric: &Value) -> Option<i64> {
    let resource = metric.get("resource").filter(|_| text(metric, "type") == "Resource")?;
    resource.int(&["target", "averageUtilization"]).filter(|_| text(resource, "name") == "cpu")
}

/// A metric with the fields of its source where the other version has them.
fn moved(metric: &Value, table: &[(&str, Moves)], to_v2: bool) -> Value {
    let mut out = Value::Object(Object::from_iter([("type", part(metric, "type").clone())]));
    for (field, moves) in table {
        let Some(source) = some(metric, field) else { continue };
        let mut inner = Value::Object(Object::new());
        for (new, old) in *moves {
            let (from, to) = if to_v2 { (old, new) } else { (new, old) };
            if let Some(found) = source.pointer(from).filter(|found| !found.is_null()) {
                inner.set_pointer(to, found.clone());
            }
        }
        if to_v2 && inner.get("current").is_none() && inner.get("target").is_some() {
            set_type(field, &mut inner);
        }
        out.set(*field, inner);
    }
    out
}

/// Version 2 says in a word which of the target's values counts.
fn set_type(field: &str, source: &mut Value) {
    let Some(aim) = source.get_mut("target") else { return };
    let has = |name: &str| some(aim, name).is_some();
    let word = match field {
        "resource" | "containerResource" if has("averageUtilization") => "Utilization",
        "object" if !has("averageValue") => "Value",
        "external" if has("value") => "Value",
        _ => "AverageValue",
    };
    if field == "object" && word == "AverageValue" && some(aim, "value").is_some_and(|value| quantity(value).is_zero())
    {
        aim.remove("value");
    }
    aim.set("type", word);
}

/// A copy with other field names, without nulls.
fn renamed(value: &Value, name: fn(&str) -> String) -> Value {
    match value {
        Value::Object(object) => Value::Object(Object::from_iter(
            object
                .iter()
                .filter(|(_, item)| !item.is_null())
                .map(|(key, item)| (name(key.as_str()), renamed(item, name))),
        )),
        Value::List(items) => Value::from(items.iter().map(|item| renamed(item, name)).collect::<Vec<_>>()),
        other => other.clone(),
    }
}

fn drop_annotations(object: &mut Value) {
    for name in [METRICS, MEASURED, CONDITIONS, BEHAVIOR] {
        object.remove_pointer(&["metadata", "annotations", name]);
    }
}

fn annotate(object: &mut Value, name: &str, value: &Value) {
    let text = String::from_utf8_lossy(&json::encode_plain(value)).into_owned();
    object.set_pointer(&["metadata", "annotations", name], text);
}
