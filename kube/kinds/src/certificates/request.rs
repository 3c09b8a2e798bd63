//! CertificateSigningRequest: who asks is written by the server; approval and the certificate have endpoints.
//!
//! As upstream: pkg/apis/certificates (defaults, validation), pkg/registry/certificates, plugin/pkg/admission/certificates.
//! Requests and certificates are read as PEM; what the blocks hold is the signer's to judge.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::{Object, Value};

use crate::check::{Faults, each, part, same, some, text, texts};
use crate::hooks::{
    Attributes, Change, Column, Done, Extent, Extra, Hooks, Request, Row, Selectable, Strategy, Subresource,
};
use crate::print;

use super::signer_name;

pub(super) const ROW: Row = Row {
    group: "certificates.k8s.io",
    kind: "CertificateSigningRequest",
    hooks: Hooks {
        strategy: Strategy {
            name: |_| Vec::new(),
            reset: &[&["status"]],
            prepare_create: requester,
            prepare_update: |new, old, _| {
                new.set("spec", part(old, "spec").clone());
            },
            ..Strategy::PLAIN
        },
        validate_create: |new| validate(new, None),
        validate_update: |new, old| validate_update(new, old, Writes::Neither),
        subresources: &[
            Subresource {
                prepare: |new, old, request| {
                    keep_decisions(new, old);
                    stamp(new, old, request);
                },
                validate: |new, old| validate_update(new, old, Writes::Certificate),
                ..Subresource::STATUS
            },
            Subresource {
                name: "approval",
                writes: &[&["status", "conditions"]],
                prepare: stamp,
                validate: |new, old| validate_update(new, old, Writes::Decisions),
                ..Subresource::STATUS
            },
        ],
        columns: &[
            Column::NAME,
            Column::AGE,
            Column::text("SignerName"),
            Column::text("Requestor"),
            Column::text("RequestedDuration"),
            Column::text("Condition"),
        ],
        cells: |object, print| {
            let spec = part(object, "spec");
            let wanted = some(spec, "expirationSeconds").and_then(Value::as_int);
            vec![
                print::name(object),
                print::age(object, print),
                print::or(spec, "signerName", print::NONE),
                text(spec, "username").into(),
                wanted.map_or(print::NONE.to_owned(), print::duration).into(),
                state(object).into(),
            ]
        },
        selectable: &[Selectable::new("spec.signerName", &["spec", "signerName"])],
        authorise_extra: signer,
        done: Done {
            defaults: Extent::Nothing,
            validation: Extent::Part(
                "what the PEM blocks hold is not read, so no signature check and no subject restriction",
            ),
            ..Done::FULL
        },
        ..Hooks::PLAIN
    },
};

/// Conditions that are a decision: only the approval endpoint adds them.
const DECISIONS: [&str; 2] = ["Approved", "Denied"];
const LASTING: [&str; 3] = ["Approved", "Denied", "Failed"];
const LEGACY_SIGNER: &str = "kubernetes.io/legacy-unknown";
const SHORTEST: i64 = 600;

const USAGES: [&str; 23] = [
    "any",
    "cert sign",
    "client auth",
    "code signing",
    "content commitment",
    "crl sign",
    "data encipherment",
    "decipher only",
    "digital signature",
    "email protection",
    "encipher only",
    "ipsec end system",
    "ipsec tunnel",
    "ipsec user",
    "key agreement",
    "key encipherment",
    "microsoft sgc",
    "netscape sgc",
    "ocsp signing",
    "s/mime",
    "server auth",
    "signing",
    "timestamping",
];

/// What an endpoint may add to the status.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writes {
    Neither,
    Certificate,
    Decisions,
}

fn requester(new: &mut Value, request: &Request<'_>) {
    for name in ["username", "uid", "groups", "extra"] {
        new.remove_pointer(&["spec", name]);
    }
    let user = request.user;
    new.set_pointer(&["spec", "username"], user.name.as_str());
    if !user.uid.is_empty() {
        new.set_pointer(&["spec", "uid"], user.uid.as_str());
    }
    let list = |items: &[String]| Value::from(items.iter().map(|item| Value::from(item.as_str())).collect::<Vec<_>>());
    if !user.groups.is_empty() {
        new.set_pointer(&["spec", "groups"], list(&user.groups));
    }
    if !user.extra.is_empty() {
        let extra = user.extra.iter().map(|(key, items)| (key.as_str(), list(items)));
        new.set_pointer(&["spec", "extra"], Value::Object(Object::from_iter(extra)));
    }
}

fn conditions<'v>(object: &'v Value, kind: &str) -> Vec<&'v Value> {
    object.items(&["status", "conditions"]).iter().filter(|condition| text(condition, "type") == kind).collect()
}

/// Decisions stay as stored where their number is the same.
fn keep_decisions(new: &mut Value, old: &Value) {
    for kind in DECISIONS {
        let stored = conditions(old, kind);
        if stored.len() != conditions(new, kind).len() {
            continue;
        }
        let written = new.pointer_mut(&["status", "conditions"]).and_then(Value::as_list_mut).into_iter();
        let written = written.flat_map(|items| items.iter_mut()).filter(|condition| text(condition, "type") == kind);
        for (condition, stored) in written.zip(stored) {
            *condition = stored.clone();
        }
    }
}

/// Times that the client left out.
fn stamp(new: &mut Value, old: &Value, request: &Request<'_>) {
    let now = Value::from(crate::print::time(request.now));
    let written = new.pointer_mut(&["status", "conditions"]).and_then(Value::as_list_mut).into_iter();
    for condition in written.flat_map(|items| items.iter_mut()) {
        if text(condition, "lastUpdateTime").is_empty() {
            condition.set("lastUpdateTime", now.clone());
        }
        if text(condition, "lastTransitionTime").is_empty() {
            let before = conditions(old, text(condition, "type")).into_iter().find(|before| {
                text(before, "status") == text(condition, "status") && !text(before, "lastTransitionTime").is_empty()
            });
            let since = before.map_or_else(|| now.clone(), |before| part(before, "lastTransitionTime").clone());
            condition.set("lastTransitionTime", since);
        }
    }
}

/// The labels of PEM blocks, in order; `None` when a block has no end or its text is not base64.
fn blocks(value: &Value) -> Vec<String> {
    let bytes = value.as_bytes().unwrap_or_default();
    let mut found = Vec::new();
    let all = String::from_utf8_lossy(bytes);
    let mut rest: &str = &all;
    while let Some((_, after)) = rest.split_once("-----BEGIN ") {
        let Some((label, body)) = after.split_once("-----") else { break };
        let Some((body, next)) = body.split_once(&format!("-----END {label}-----")) else {
            rest = body;
            continue;
        };
        let base64 = |c: char| c.is_ascii_alphanumeric() || "+/=".contains(c) || c.is_ascii_whitespace();
        if body.chars().all(base64) {
            found.push(label.to_owned());
        }
        rest = next;
    }
    found
}

fn validate(new: &Value, old: Option<&Value>) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(new, "spec");
    let request = part(spec, "request");
    if blocks(request).first().is_none_or(|label| label != "CERTIFICATE REQUEST") {
        errors.invalid(&at.child("request"), request.clone(), "PEM block type must be CERTIFICATE REQUEST");
    }
    let usages = texts(spec, "usages");
    if usages.is_empty() {
        errors.required(&at.child("usages"), "");
    }
    if old.is_none() {
        each(spec, "usages", &at, |index, usage, at| {
            let usage = usage.as_str().unwrap_or("");
            if !USAGES.contains(&usage) {
                errors.not_supported(at, usage, &USAGES);
            }
            if usages.iter().take(index).any(|other| *other == usage) {
                errors.duplicate(at, usage);
            }
        });
    }
    let signer = text(spec, "signerName");
    let known = old.is_some_and(|old| old.text(&["spec", "signerName"]) == Some(LEGACY_SIGNER));
    if signer == LEGACY_SIGNER && !known {
        errors.invalid(&at.child("signerName"), signer, "the legacy signerName is not allowed via this API version");
    } else {
        signer_name(signer, &at.child("signerName"), &mut errors);
    }
    let seconds = some(spec, "expirationSeconds").and_then(Value::as_int);
    if let Some(seconds) = seconds.filter(|seconds| *seconds < SHORTEST) {
        let detail = "may not specify a duration less than 600 seconds (10 minutes)";
        errors.invalid(&at.child("expirationSeconds"), seconds, detail);
    }
    check_conditions(new, old, &mut errors);
    check_certificate(new, old, &mut errors);
    errors
}

fn check_conditions(new: &Value, old: Option<&Value>, errors: &mut ErrorList) {
    let at = Path::new("status");
    let list = at.child("conditions");
    let kinds = |object: &Value| -> Vec<String> {
        object.items(&["status", "conditions"]).iter().map(|condition| text(condition, "type").to_owned()).collect()
    };
    let before = old.map(kinds).unwrap_or_default();
    let both_before = DECISIONS.iter().all(|kind| before.iter().any(|other| other == kind));
    let double_before =
        before.iter().enumerate().any(|(index, kind)| before.iter().take(index).any(|other| other == kind));
    let empty_before = before.iter().any(String::is_empty);
    let all = kinds(new);
    each(part(new, "status"), "conditions", &at, |index, condition, at| {
        let kind = text(condition, "type");
        if kind.is_empty() && !empty_before {
            errors.required(&at.child("type"), "");
        }
        let words: &[&str] = if LASTING.contains(&kind) { &["True"] } else { &["False", "True", "Unknown"] };
        errors.required_one_of(condition, "status", at, words);
        let earlier: Vec<&String> = all.iter().take(index).collect();
        let other = match kind {
            "Approved" => Some("Denied"),
            "Denied" => Some("Approved"),
            _ => None,
        };
        if !both_before && other.is_some_and(|other| earlier.iter().any(|kind| *kind == other)) {
            errors.invalid(&list, kind, "Approved and Denied conditions are mutually exclusive");
        }
        if !double_before && earlier.iter().any(|other| *other == kind) {
            errors.duplicate(&at.child("type"), kind);
        }
    });
}

fn check_certificate(new: &Value, old: Option<&Value>, errors: &mut ErrorList) {
    let held = new.pointer(&["status", "certificate"]);
    let kept = old.is_some_and(|old| same(old.pointer(&["status", "certificate"]), held));
    let Some(held) = held.filter(|held| held.as_bytes().is_some_and(|bytes| !bytes.is_empty()) && !kept) else {
        return;
    };
    let labels = blocks(held);
    let fault = match labels.iter().find(|label| *label != "CERTIFICATE") {
        Some(label) => format!("only CERTIFICATE PEM blocks are allowed, found {label:?}"),
        None if labels.is_empty() => "must contain at least one CERTIFICATE PEM block".to_owned(),
        None => return,
    };
    errors.invalid(&Path::new("status").child("certificate"), "<certificate data>", fault);
}

fn validate_update(new: &Value, old: &Value, writes: Writes) -> ErrorList {
    let mut errors = validate(new, Some(old));
    let status = Path::new("status");
    let at = status.child("conditions");
    let count = |object: &Value, kind: &str| conditions(object, kind).len();
    for kind in LASTING {
        if count(new, kind) < count(old, kind) {
            errors.forbidden(&at, format!("updates may not remove a condition of type {kind:?}"));
        }
    }
    for kind in DECISIONS.iter().filter(|_| writes != Writes::Decisions) {
        if count(new, kind) > count(old, kind) {
            errors.forbidden(&at, format!("updates may not add a condition of type {kind:?}"));
        } else if count(new, kind) == count(old, kind) && conditions(new, kind) != conditions(old, kind) {
            errors.forbidden(&at, format!("updates may not modify a condition of type {kind:?}"));
        }
    }
    let certificate = &["status", "certificate"];
    if !same(new.pointer(certificate), old.pointer(certificate)) {
        let stored = old.pointer(certificate).and_then(Value::as_bytes).is_some_and(|bytes| !bytes.is_empty());
        let fault = match writes {
            Writes::Certificate if !stored => return errors,
            Writes::Certificate => "updates may not modify existing certificate content",
            _ => "updates may not set certificate content",
        };
        errors.push(FieldError::forbidden(&status.child("certificate"), fault));
    }
    errors
}

fn state(object: &Value) -> String {
    let has = |kind: &str| print::condition(object, kind).is_some();
    let mut shown = match () {
        () if has("Denied") => "Denied",
        () if has("Approved") => "Approved",
        () => "Pending",
    }
    .to_owned();
    if has("Failed") {
        shown.push_str(",Failed");
    }
    let issued = object.pointer(&["status", "certificate"]).and_then(Value::as_bytes);
    if issued.is_some_and(|bytes| !bytes.is_empty()) {
        shown.push_str(",Issued");
    }
    shown
}

/// Approving and signing need a permission on the signer.
fn signer(change: &Change<'_>) -> Vec<Extra> {
    let Some(old) = change.old else { return Vec::new() };
    let verb = match change.subresource {
        "approval" => "approve",
        "status" => {
            let certificate = &["status", "certificate"];
            let same_failures = conditions(change.new, "Failed") == conditions(old, "Failed");
            if same(change.new.pointer(certificate), old.pointer(certificate)) && same_failures {
                return Vec::new();
            }
            "sign"
        }
        _ => return Vec::new(),
    };
    let name = old.text(&["spec", "signerName"]).unwrap_or("");
    let on = |name: String| Attributes {
        verb: verb.to_owned(),
        group: "certificates.k8s.io".to_owned(),
        resource: "signers".to_owned(),
        name,
        ..Attributes::default()
    };
    let domain = name.split('/').next().unwrap_or("");
    vec![Extra::May {
        any: vec![on(name.to_owned()), on(format!("{domain}/*"))],
        refusal: format!("user not permitted to {verb} requests with signerName {name:?}"),
    }]
}
