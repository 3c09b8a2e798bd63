//! FlowSchema and PriorityLevelConfiguration.
//!
//! As upstream: pkg/apis/flowcontrol (v1/defaults, validation), pkg/registry/flowcontrol, printers; the objects that must
//! keep a fixed spec are in apiserver/pkg/apis/flowcontrol/bootstrap.

use kube_api::codec::json;
use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, int, part, same, some, text, texts};
use crate::defaults::{Default, To, fill, set_absent};
use crate::formats;
use crate::hooks::{Column, Done, Hooks, Row, Strategy, Subresource};
use crate::print;

pub(crate) static ROWS: &[Row] = &[FLOW_SCHEMA, PRIORITY_LEVEL];

const FLOW_SCHEMA: Row = Row {
    group: "flowcontrol.apiserver.k8s.io",
    kind: "FlowSchema",
    hooks: Hooks {
        default: |object| {
            if object.int(&["spec", "matchingPrecedence"]).unwrap_or(0) == 0 {
                object.set_pointer(&["spec", "matchingPrecedence"], 1000i64);
            }
        },
        strategy: Strategy::WITH_STATUS,
        validate_create: flow_schema,
        validate_update: |new, _| flow_schema(new),
        subresources: &[STATUS],
        columns: &[
            Column::NAME,
            Column::text("PriorityLevel"),
            Column::text("MatchingPrecedence"),
            Column::text("DistinguisherMethod"),
            Column::AGE,
            Column::text("MissingPL"),
        ],
        cells: |object, print| {
            let spec = part(object, "spec");
            vec![
                print::name(object),
                text(part(spec, "priorityLevelConfiguration"), "name").into(),
                int(spec, "matchingPrecedence").into(),
                some(spec, "distinguisherMethod").map_or(print::NONE, |method| text(method, "type")).into(),
                print::age(object, print),
                print::condition(object, "Dangling").map_or("?", |condition| text(condition, "status")).into(),
            ]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

const PRIORITY_LEVEL: Row = Row {
    group: "flowcontrol.apiserver.k8s.io",
    kind: "PriorityLevelConfiguration",
    hooks: Hooks {
        default: |object| {
            fill(object, DEFAULTS);
            let queuing = object.pointer_mut(&["spec", "limited", "limitResponse", "queuing"]);
            if let Some(queuing) = queuing.filter(|queuing| !queuing.is_null()) {
                for (name, number) in [("handSize", 8), ("queues", 64), ("queueLengthLimit", 50)] {
                    if int(queuing, name) == 0 {
                        queuing.remove(name);
                        set_absent(queuing, name, number);
                    }
                }
            }
        },
        strategy: Strategy::WITH_STATUS,
        validate_create: priority_level,
        validate_update: |new, _| priority_level(new),
        subresources: &[STATUS],
        columns: &[
            Column::NAME,
            Column::text("Type"),
            Column::text("NominalConcurrencyShares"),
            Column::text("Queues"),
            Column::text("HandSize"),
            Column::text("QueueLengthLimit"),
            Column::AGE,
        ],
        cells: |object, print| {
            let limited = object.pointer(&["spec", "limited"]).unwrap_or(&Value::Null);
            let queuing = limited.pointer(&["limitResponse", "queuing"]).unwrap_or(&Value::Null);
            vec![
                print::name(object),
                object.text(&["spec", "type"]).unwrap_or("").into(),
                print::or(limited, "nominalConcurrencyShares", print::NONE),
                print::or(queuing, "queues", print::NONE),
                print::or(queuing, "handSize", print::NONE),
                print::or(queuing, "queueLengthLimit", print::NONE),
                print::age(object, print),
            ]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

const STATUS: Subresource = Subresource { validate: |new, _| status(new), ..Subresource::STATUS };

const DEFAULTS: &[Default] = &[
    Default("spec.exempt?.nominalConcurrencyShares", To::Number(0)),
    Default("spec.exempt?.lendablePercent", To::Number(0)),
    Default("spec.limited?.nominalConcurrencyShares", To::Number(30)),
    Default("spec.limited?.lendablePercent", To::Number(0)),
];

/// Specs that may not differ.
const FIXED_SCHEMAS: [(&str, &str); 2] = [
    (
        "exempt",
        r#"{"matchingPrecedence":1,"priorityLevelConfiguration":{"name":"exempt"},"rules":[{
        "subjects":[{"kind":"Group","group":{"name":"system:masters"}}],
        "resourceRules":[{"verbs":["*"],"apiGroups":["*"],"resources":["*"],"clusterScope":true,"namespaces":["*"]}],
        "nonResourceRules":[{"verbs":["*"],"nonResourceURLs":["*"]}]}]}"#,
    ),
    (
        "catch-all",
        r#"{"matchingPrecedence":10000,"priorityLevelConfiguration":{"name":"catch-all"},
        "distinguisherMethod":{"type":"ByUser"},"rules":[{
        "subjects":[{"kind":"Group","group":{"name":"system:unauthenticated"}},
        {"kind":"Group","group":{"name":"system:authenticated"}}],
        "resourceRules":[{"verbs":["*"],"apiGroups":["*"],"resources":["*"],"clusterScope":true,"namespaces":["*"]}],
        "nonResourceRules":[{"verbs":["*"],"nonResourceURLs":["*"]}]}]}"#,
    ),
];

const FIXED_LEVELS: [(&str, &str); 2] = [
    ("exempt", r#"{"type":"Exempt","exempt":{"nominalConcurrencyShares":0,"lendablePercent":0}}"#),
    (
        "catch-all",
        r#"{"type":"Limited","limited":{"nominalConcurrencyShares":5,"lendablePercent":0,
        "limitResponse":{"type":"Reject"}}}"#,
    ),
];

fn fixed(table: &[(&str, &str)], name: &str) -> Option<Value> {
    let (_, text) = table.iter().find(|(known, _)| *known == name)?;
    json::parse(text.as_bytes()).ok()
}

const MOST_PRECEDENCE: i64 = 10_000;
const MOST_QUEUES: i64 = 10_000_000;
const MOST_HASH_BITS: f64 = 60.0;

fn name(object: &Value) -> &str {
    object.text(&["metadata", "name"]).unwrap_or("")
}

fn flow_schema(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    let precedence = int(spec, "matchingPrecedence");
    let precedence_at = at.child("matchingPrecedence");
    if precedence <= 0 {
        errors.invalid(&precedence_at, precedence, "must be a positive value");
    }
    if precedence > MOST_PRECEDENCE {
        errors.invalid(&precedence_at, precedence, format!("must not be greater than {MOST_PRECEDENCE}"));
    }
    if precedence == 1 && name(object) != "exempt" {
        let detail = "only the schema named 'exempt' may have matchingPrecedence 1";
        errors.invalid(&precedence_at, precedence, detail);
    }
    if let Some(method) = some(spec, "distinguisherMethod") {
        let words = ["ByNamespace", "ByUser"];
        if !words.contains(&text(method, "type")) {
            errors.not_supported(&at.child("distinguisherMethod").child("type"), text(method, "type"), &words);
        }
    }
    let level_at = at.child("priorityLevelConfiguration");
    match text(part(spec, "priorityLevelConfiguration"), "name") {
        "" => errors.required(&level_at.child("name"), "must reference a priority level"),
        level => errors.form(&level_at.child("name"), level, formats::dns_subdomain),
    }
    each(spec, "rules", &at, |_, rule, at| rules(rule, at, &mut errors));
    if fixed(&FIXED_SCHEMAS, name(object)).is_some_and(|fixed| !same(Some(&fixed), Some(spec))) {
        errors.invalid(&at, spec.clone(), format!("spec of '{}' must equal the fixed value", name(object)));
    }
    errors.extend(status(object));
    errors
}

fn rules(rule: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    if rule.items(&["subjects"]).is_empty() {
        errors.required(&at.child("subjects"), "subjects must contain at least one value");
    }
    each(rule, "subjects", at, |_, item, at| subject(item, at, errors));
    if rule.items(&["resourceRules"]).is_empty() && rule.items(&["nonResourceRules"]).is_empty() {
        errors.required(at, "at least one of resourceRules and nonResourceRules has to be non-empty");
    }
    each(rule, "resourceRules", at, |_, item, at| {
        verbs(item, at, errors);
        words(item, "apiGroups", "resource rules must supply at least one api group", "api groups", at, errors);
        words(item, "resources", "resource rules must supply at least one resource", "resources", at, errors);
        let namespaces = texts(item, "namespaces");
        if namespaces.is_empty() && !item.flag(&["clusterScope"]) {
            let detail = "resource rules that are not cluster scoped must supply at least one namespace";
            errors.required(&at.child("namespaces"), detail);
        } else if !namespaces.is_empty() {
            words(item, "namespaces", "", "namespaces", at, errors);
        }
        for (index, namespace) in namespaces.iter().enumerate().filter(|_| !namespaces.contains(&"*")) {
            for fault in formats::dns_label(namespace) {
                let detail = format!("each member of this list must be '*' or a DNS-1123 label; {fault}");
                errors.invalid(&at.child("namespaces").index(index), *namespace, detail);
            }
        }
    });
    each(rule, "nonResourceRules", at, |_, item, at| {
        verbs(item, at, errors);
        let missing = "nonResourceURLs must contain at least one value";
        words(item, "nonResourceURLs", missing, "non-resource URLs", at, errors);
        let paths = texts(item, "nonResourceURLs");
        for (index, path) in paths.iter().enumerate().filter(|_| !paths.contains(&"*")) {
            if let Some(fault) = path_fault(path) {
                errors.invalid(&at.child("nonResourceURLs").index(index), *path, fault);
            }
        }
    });
}

/// A list that may not be empty, and in which `*` stands alone.
fn words(rule: &Value, field: &str, missing: &str, others: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let words = texts(rule, field);
    if words.is_empty() {
        errors.required(&at.child(field), missing);
    } else if words.len() > 1 && words.contains(&"*") {
        let detail = format!("if '*' is present, must not specify other {others}");
        errors.invalid(&at.child(field), part(rule, field).clone(), detail);
    }
}

fn verbs(rule: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    const KNOWN: [&str; 9] =
        ["create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch"];
    words(rule, "verbs", "verbs must contain at least one value", "verbs", at, errors);
    let found = texts(rule, "verbs");
    if !found.contains(&"*") && found.iter().any(|verb| !KNOWN.contains(verb)) {
        errors.not_supported(&at.child("verbs"), part(rule, "verbs").clone(), &KNOWN);
    }
}

/// Kinds of subject, and the field of each.
const SUBJECTS: [(&str, &str); 3] = [("ServiceAccount", "serviceAccount"), ("User", "user"), ("Group", "group")];

fn subject(subject: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let kind = text(subject, "kind");
    if !SUBJECTS.iter().any(|(word, _)| *word == kind) {
        errors.not_supported(&at.child("kind"), kind, &["Group", "ServiceAccount", "User"]);
        return;
    }
    for (word, field) in SUBJECTS {
        let at = at.child(field);
        match some(subject, field) {
            None if word == kind => errors.required(&at, &format!("{field} is required when subject kind is '{kind}'")),
            Some(_) if word != kind => {
                errors.forbidden(&at, format!("{field} is forbidden when subject kind is not '{word}'"));
            }
            Some(account) if word == "ServiceAccount" => {
                match text(account, "name") {
                    "" => errors.required(&at.child("name"), ""),
                    "*" => {}
                    found => errors.form(&at.child("name"), found, formats::dns_subdomain),
                }
                match text(account, "namespace") {
                    "" => errors.required(&at.child("namespace"), "must specify namespace for service account"),
                    found => errors.form(&at.child("namespace"), found, formats::dns_label),
                }
            }
            Some(named) => errors.present(named, "name", &at),
            None => {}
        }
    }
}

fn path_fault(path: &str) -> Option<&'static str> {
    match () {
        () if path.is_empty() => Some("must not be empty"),
        () if path == "/" => None,
        () if !path.starts_with('/') => Some("must start with slash"),
        () if path.contains(' ') => Some("must not contain white-space"),
        () if path.contains("//") => Some("must not contain double slash"),
        () => match path.matches('*').count() {
            0 => None,
            1 if path.ends_with("/*") => None,
            _ => Some("wildcard can only do suffix matching"),
        },
    }
}

fn status(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let items = object.items(&["status", "conditions"]);
    each(part(object, "status"), "conditions", &Path::new("status"), |index, condition, at| {
        let kind = text(condition, "type");
        if items.iter().take(index).any(|other| text(other, "type") == kind) {
            errors.duplicate(&at.child("type"), kind);
        }
        errors.present(condition, "type", at);
    });
    errors
}

fn priority_level(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    const ANNOTATION: &str = "flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares";
    if object.pointer(&["metadata", "annotations", ANNOTATION]).is_some() {
        let detail = format!("annotation '{ANNOTATION}' is forbidden");
        errors.forbidden(&Path::new("metadata").child("annotations"), detail);
    }
    let at = Path::new("spec");
    let spec = part(object, "spec");
    let kind = text(spec, "type");
    if (name(object) == "exempt") != (kind == "Exempt") {
        errors.invalid(&at.child("type"), kind, "must be 'Exempt' if and only if `name` is 'exempt'");
    }
    let (limited, exempt) = (some(spec, "limited"), some(spec, "exempt"));
    match kind {
        "Exempt" => {
            if limited.is_some() {
                errors.forbidden(&at.child("limited"), "must be nil if the type is not Limited");
            }
            if let Some(exempt) = exempt {
                shares(exempt, &at.child("exempt"), &mut errors);
                lent(exempt, &at.child("exempt"), &mut errors);
            }
        }
        "Limited" => {
            if exempt.is_some() {
                errors.forbidden(&at.child("exempt"), "must be nil if the type is Limited");
            }
            match limited {
                None => errors.required(&at.child("limited"), "must not be empty when type is Limited"),
                Some(limited) => level(limited, &at.child("limited"), &mut errors),
            }
        }
        other => errors.not_supported(&at.child("type"), other, &["Exempt", "Limited"]),
    }
    if let Some(mut fixed) = fixed(&FIXED_LEVELS, name(object)) {
        let mut but = "";
        if name(object) == "exempt" {
            fixed.set("exempt", exempt.cloned().unwrap_or_default());
            but = " except the 'spec.exempt' field";
        }
        if !same(Some(&fixed), Some(spec)) {
            errors.invalid(&at, spec.clone(), format!("spec of '{}'{but} must equal the fixed value", name(object)));
        }
    }
    errors.extend(status(object));
    errors
}

fn shares(owner: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let count = int(owner, "nominalConcurrencyShares");
    if count < 0 {
        errors.invalid(&at.child("nominalConcurrencyShares"), count, "must be a non-negative integer");
    }
}

fn lent(owner: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let lent = int(owner, "lendablePercent");
    if !(0..=100).contains(&lent) {
        errors.invalid(&at.child("lendablePercent"), lent, "must be between 0 and 100, inclusive");
    }
}

fn level(limited: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    shares(limited, at, errors);
    let response = part(limited, "limitResponse");
    let under = at.child("limitResponse");
    let queuing = some(response, "queuing");
    match text(response, "type") {
        "Reject" => {
            if queuing.is_some() {
                let detail = "must be nil if limited.limitResponse.type is not Limited";
                errors.forbidden(&under.child("queuing"), detail);
            }
        }
        "Queue" => match queuing {
            None => {
                let detail = "must not be empty if limited.limitResponse.type is Limited";
                errors.required(&under.child("queuing"), detail);
            }
            Some(queuing) => queues(queuing, &under.child("queuing"), errors),
        },
        other => errors.not_supported(&under.child("type"), other, &["Queue", "Reject"]),
    }
    lent(limited, at, errors);
    let borrowed = int(limited, "borrowingLimitPercent");
    if borrowed < 0 {
        let detail = "if specified, must be a non-negative integer";
        errors.invalid(&at.child("borrowingLimitPercent"), borrowed, detail);
    }
}

fn queues(queuing: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let [length, queues, hand] = ["queueLengthLimit", "queues", "handSize"].map(|name| int(queuing, name));
    if length <= 0 {
        errors.invalid(&at.child("queueLengthLimit"), length, "must be positive");
    }
    if queues <= 0 {
        errors.invalid(&at.child("queues"), queues, "must be positive");
    } else if queues > MOST_QUEUES {
        errors.invalid(&at.child("queues"), queues, format!("must not be greater than {MOST_QUEUES}"));
    }
    let hand_at = at.child("handSize");
    if hand <= 0 {
        errors.invalid(&hand_at, hand, "must be positive");
    } else if hand > queues {
        errors.invalid(&hand_at, hand, format!("should not be greater than queues ({queues})"));
    } else if (f64::from(i32::try_from(queues).unwrap_or(i32::MAX)).log2()
        * f64::from(i32::try_from(hand).unwrap_or(i32::MAX)))
    .ceil()
        > MOST_HASH_BITS
    {
        let detail = format!(
            "required entropy bits of deckSize {queues} and handSize {hand} should not be greater than {MOST_HASH_BITS}"
        );
        errors.invalid(&hand_at, hand, detail);
    }
}
