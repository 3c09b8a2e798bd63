//! Whether a requirement is well formed. As upstream: labels.NewRequirement.

use super::{Operator, SelectorError};

const QUALIFIED: &str =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";

pub(super) fn requirement(key: &str, operator: Operator, values: &[String]) -> Result<(), SelectorError> {
    let mut faults: Vec<String> = label_key(key).map(|fault| invalid("key", key, &fault)).into_iter().collect();
    let shown = format!("[{}]", values.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(","));
    let mut whole = |text: &str| faults.push(format!("values: Invalid value: {shown}: {text}"));
    match operator {
        Operator::In | Operator::NotIn if values.is_empty() => {
            whole("for 'in', 'notin' operators, values set can't be empty")
        }
        Operator::Equals | Operator::NotEquals if values.len() != 1 => {
            whole("exact-match compatibility requires one single value");
        }
        Operator::Exists | Operator::DoesNotExist if !values.is_empty() => {
            whole("values set must be empty for exists and does not exist");
        }
        Operator::GreaterThan | Operator::LessThan if values.len() != 1 => {
            whole("for 'Gt', 'Lt' operators, exactly one value is required");
        }
        _ => {}
    }
    for (at, value) in values.iter().enumerate() {
        let compared = matches!(operator, Operator::GreaterThan | Operator::LessThan);
        if compared && value.parse::<i64>().is_err() {
            faults.push(invalid(
                &format!("values[{at}]"),
                value,
                "for 'Gt', 'Lt' operators, the value must be an integer",
            ));
        }
        if let Some(fault) = label_value(value) {
            faults.push(invalid(&format!("values[{at}][{key}]"), value, &fault));
        }
    }
    match faults.len() {
        0 => Ok(()),
        1 => Err(SelectorError(faults.remove(0))),
        _ => Err(SelectorError(format!("[{}]", faults.join(", ")))),
    }
}

/// The fault of a key that stands before its operator is known.
pub(super) fn bare_key(key: &str) -> Result<(), SelectorError> {
    label_key(key).map_or(Ok(()), |fault| Err(SelectorError(invalid("<nil>", key, &fault))))
}

fn invalid(field: &str, value: &str, fault: &str) -> String {
    format!("{field}: Invalid value: {value:?}: {fault}")
}

fn edges(text: &str) -> bool {
    let inner = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.');
    let edge = |c: Option<&u8>| c.is_some_and(u8::is_ascii_alphanumeric);
    edge(text.as_bytes().first()) && edge(text.as_bytes().last()) && text.bytes().all(inner)
}

fn examples(of: [&str; 3], form: &str) -> String {
    format!("(e.g. '{}',  or '{}',  or '{}', regex used for validation is '{form}')", of[0], of[1], of[2])
}

/// What is wrong with a label's key; the texts of several faults are joined.
pub(super) fn label_key(key: &str) -> Option<String> {
    let form = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    let message = format!("{QUALIFIED} {}", examples(["MyName", "my.name", "123-abc"], form));
    let mut faults = Vec::new();
    let (prefix, name) = match key.split_once('/') {
        Some((_, name)) if name.contains('/') => {
            return Some(format!(
                "a valid label key {message} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
            ));
        }
        Some((prefix, name)) => (Some(prefix), name),
        None => (None, key),
    };
    match prefix {
        Some("") => faults.push("prefix part must be non-empty".to_owned()),
        Some(prefix) if prefix.len() > 253 => faults.push("prefix part must be no more than 253 bytes".to_owned()),
        Some(prefix) if !subdomain(prefix) => faults.push(
            "prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and \
             must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is \
             '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
                .to_owned(),
        ),
        _ => {}
    }
    if name.is_empty() {
        faults.push("name part must be non-empty".to_owned());
    } else if name.len() > 63 {
        faults.push("name part must be no more than 63 bytes".to_owned());
    }
    if !edges(name) {
        faults.push(format!("name part {message}"));
    }
    if faults.is_empty() { None } else { Some(faults.join("; ")) }
}

fn subdomain(text: &str) -> bool {
    let lower = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.split('.').all(|label| {
        let bytes = label.as_bytes();
        bytes.first().is_some_and(|c| lower(*c))
            && bytes.last().is_some_and(|c| lower(*c))
            && bytes.iter().all(|c| lower(*c) || *c == b'-')
    })
}

/// What is wrong with a label's value.
pub(super) fn label_value(value: &str) -> Option<String> {
    let mut faults = Vec::new();
    if value.len() > 63 {
        faults.push("must be no more than 63 bytes".to_owned());
    }
    if !value.is_empty() && !edges(value) {
        let form = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";
        let examples = examples(["MyValue", "my_value", "12345"], form);
        faults.push(format!(
            "a valid label must be an empty string or {} {examples}",
            QUALIFIED.trim_start_matches("must ")
        ));
    }
    if faults.is_empty() { None } else { Some(faults.join("; ")) }
}
