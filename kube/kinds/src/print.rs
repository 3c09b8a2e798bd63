//! What cells of several kinds share: ages, images, selectors, lists that are cut.
//!
//! As upstream: pkg/printers/internalversion, apimachinery/pkg/util/duration.

use jiff::Timestamp;
use kube_api::value::Value;

use crate::check::{some, text};
use crate::hooks::Print;

pub(crate) const NONE: &str = "<none>";
pub(crate) const UNSET: &str = "<unset>";
pub(crate) const UNKNOWN: &str = "<unknown>";

pub(crate) fn name(object: &Value) -> Value {
    object.text(&["metadata", "name"]).unwrap_or("").into()
}

/// How long ago the object was created.
pub(crate) fn age(object: &Value, print: &Print) -> Value {
    since(object.text(&["metadata", "creationTimestamp"]), print).into()
}

/// A moment as objects hold it.
pub(crate) fn time(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// How long ago a moment was.
pub(crate) fn since(time: Option<&str>, print: &Print) -> String {
    match time.and_then(|time| time.parse::<Timestamp>().ok()) {
        Some(then) => duration(print.now.as_second() - then.as_second()),
        None => UNKNOWN.to_owned(),
    }
}

/// Seconds as people say them: coarser the longer.
pub(crate) fn duration(seconds: i64) -> String {
    let two = |big: i64, unit: &str, small: i64, part: &str| {
        if small == 0 { format!("{big}{unit}") } else { format!("{big}{unit}{small}{part}") }
    };
    let (minutes, hours) = (seconds / 60, seconds / 3600);
    match () {
        () if seconds < -1 => "<invalid>".to_owned(),
        () if seconds < 0 => "0s".to_owned(),
        () if seconds < 120 => format!("{seconds}s"),
        () if minutes < 10 => two(minutes, "m", seconds % 60, "s"),
        () if minutes < 180 => format!("{minutes}m"),
        () if hours < 8 => two(hours, "h", minutes % 60, "m"),
        () if hours < 48 => format!("{hours}h"),
        () if hours < 24 * 8 => two(hours / 24, "d", hours % 24, "h"),
        () if hours < 24 * 365 * 2 => format!("{}d", hours / 24),
        () if hours < 24 * 365 * 8 => two(hours / 24 / 365, "y", hours / 24 % 365, "d"),
        () => format!("{}y", hours / 24 / 365),
    }
}

/// Names and images of containers, as two cells.
pub(crate) fn containers(spec: Option<&Value>) -> [Value; 2] {
    ["name", "image"].map(|field| {
        let items = spec.map_or(&[][..], |spec| spec.items(&["containers"]));
        items.iter().map(|container| text(container, field)).collect::<Vec<_>>().join(",").into()
    })
}

/// Labels as `a=b,c=d`.
pub(crate) fn labels(labels: Option<&Value>) -> String {
    let Some(labels) = labels.and_then(Value::as_object).filter(|labels| !labels.is_empty()) else {
        return NONE.to_owned();
    };
    let mut texts: Vec<String> =
        labels.iter().map(|(key, value)| format!("{key}={}", value.as_str().unwrap_or(""))).collect();
    texts.sort();
    texts.join(",")
}

/// A label selector as kubectl takes it.
pub(crate) fn selector(selector: Option<&Value>) -> String {
    let Some(selector) = selector.filter(|selector| !selector.is_null()) else { return NONE.to_owned() };
    let mut texts: Vec<(String, String)> = Vec::new();
    for (key, value) in selector.get("matchLabels").and_then(Value::as_object).into_iter().flat_map(|o| o.iter()) {
        texts.push((key.to_string(), format!("{key}={}", value.as_str().unwrap_or(""))));
    }
    for item in selector.items(&["matchExpressions"]) {
        let key = text(item, "key");
        let mut values: Vec<&str> = item.items(&["values"]).iter().filter_map(Value::as_str).collect();
        values.sort_unstable();
        let shown = match text(item, "operator") {
            "In" => format!("{key} in ({})", values.join(",")),
            "NotIn" => format!("{key} notin ({})", values.join(",")),
            "Exists" => key.to_owned(),
            _ => format!("!{key}"),
        };
        texts.push((key.to_owned(), shown));
    }
    if texts.is_empty() {
        return NONE.to_owned();
    }
    texts.sort_by(|a, b| a.0.cmp(&b.0));
    texts.into_iter().map(|(_, shown)| shown).collect::<Vec<_>>().join(",")
}

/// A number or text of a field; `absent` when it is not there.
pub(crate) fn or(value: &Value, name: &str, absent: &str) -> Value {
    match some(value, name) {
        Some(Value::String(text)) if text.is_empty() => absent.into(),
        Some(found) => found.clone(),
        None => absent.into(),
    }
}

/// How many things an object holds, at a field.
pub(crate) fn count(value: &Value, path: &[&str]) -> i64 {
    let count = match value.pointer(path) {
        Some(Value::Object(object)) => object.len(),
        Some(Value::List(items)) => items.len(),
        _ => 0,
    };
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A condition's status by its type.
pub(crate) fn condition<'v>(object: &'v Value, kind: &str) -> Option<&'v Value> {
    object.items(&["status", "conditions"]).iter().find(|condition| text(condition, "type") == kind)
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_are_upstreams() {
        let cases = [
            (-5, "<invalid>"),
            (-1, "0s"),
            (0, "0s"),
            (119, "119s"),
            (120, "2m"),
            (125, "2m5s"),
            (600, "10m"),
            (3 * 3600, "3h"),
            (3 * 3600 + 61, "3h1m"),
            (9 * 3600, "9h"),
            (49 * 3600, "2d1h"),
            (10 * 86400, "10d"),
            (3 * 365 * 86400 + 86400, "3y1d"),
            (9 * 365 * 86400, "9y"),
        ];
        for (seconds, text) in cases {
            assert_eq!(duration(seconds), text, "{seconds}");
        }
    }
}
