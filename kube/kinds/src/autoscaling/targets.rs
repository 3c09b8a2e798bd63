//! The Targets cell of an autoscaler: what was measured over what is aimed at, for the first two metrics.

use kube_api::value::Value;

use crate::check::{int, part, some, text};
use crate::print;

const SHOWN: usize = 2;

pub(super) fn shown(metrics: &[Value], measured: &[Value]) -> String {
    if metrics.is_empty() {
        return print::NONE.to_owned();
    }
    let first: Vec<String> =
        metrics.iter().take(SHOWN).enumerate().map(|(index, metric)| one(metric, measured.get(index))).collect();
    let first = first.join(", ");
    match metrics.len().saturating_sub(SHOWN) {
        0 => first,
        more => format!("{first} + {more} more..."),
    }
}

fn one(metric: &Value, measured: Option<&Value>) -> String {
    let field = match text(metric, "type") {
        "External" => "external",
        "Pods" => "pods",
        "Object" => "object",
        "Resource" => "resource",
        "ContainerResource" => "containerResource",
        _ => return "<unknown type>".to_owned(),
    };
    let source = part(metric, field);
    let aim = part(source, "target");
    let now = measured.map_or(&Value::Null, |measured| part(part(measured, field), "current"));
    let current = |name: &str| some(now, name).map_or(print::UNKNOWN.to_owned(), plain);
    let by_average = some(aim, "averageValue");
    match (field, by_average) {
        ("resource" | "containerResource", Some(average)) => {
            format!("{}: {}/{}", text(source, "name"), current("averageValue"), plain(average))
        }
        ("resource" | "containerResource", None) => {
            let percent = |value: &Value, absent: &str| match some(value, "averageUtilization") {
                Some(_) => format!("{}%", int(value, "averageUtilization")),
                None => absent.to_owned(),
            };
            format!("{}: {}/{}", text(source, "name"), percent(now, print::UNKNOWN), percent(aim, "<auto>"))
        }
        ("pods", average) => format!("{}/{}", current("averageValue"), average.map_or_else(String::new, plain)),
        (_, Some(average)) => format!("{}/{} (avg)", current("averageValue"), plain(average)),
        (_, None) => format!("{}/{}", current("value"), some(aim, "value").map_or_else(String::new, plain)),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.to_string(),
        Value::Int(number) => number.to_string(),
        _ => String::new(),
    }
}
