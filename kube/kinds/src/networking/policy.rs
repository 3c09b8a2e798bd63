//! NetworkPolicy.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, label_selector, legacy_cidr, part, some, text, texts};
use crate::defaults::{each_mut, set_absent};
use crate::formats::{self, cidr};
use crate::hooks::{Column, Done, Generation, Hooks, Row, Strategy};
use crate::print;

use super::GROUP;

pub(super) const NETWORK_POLICY: Row = Row {
    group: GROUP,
    kind: "NetworkPolicy",
    hooks: Hooks {
        default: default_policy,
        strategy: Strategy { generation: Generation::Spec, ..Strategy::PLAIN },
        validate_create: |policy| network_policy(policy, &[]),
        validate_update: |new, old| {
            let mut known = Vec::new();
            for (list, peers) in [("ingress", "from"), ("egress", "to")] {
                for peer in old.items(&["spec", list]).iter().flat_map(|rule| rule.items(&[peers])) {
                    known.extend(peer.text(&["ipBlock", "cidr"]));
                    known.extend(texts(part(peer, "ipBlock"), "except"));
                }
            }
            network_policy(new, &known)
        },
        columns: &[Column::NAME, Column::text("Pod-Selector"), Column::AGE],
        cells: |policy, print| {
            let selector = print::selector(policy.pointer(&["spec", "podSelector"]));
            vec![print::name(policy), selector.into(), print::age(policy, print)]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

fn default_policy(policy: &mut Value) {
    let spec = policy.make_object().entry("spec");
    spec.make_object();
    for list in ["ingress", "egress"] {
        each_mut(spec, list, |rule| each_mut(rule, "ports", |port| set_absent(port, "protocol", "TCP")));
    }
    if spec.items(&["policyTypes"]).is_empty() {
        let mut types = vec![Value::from("Ingress")];
        if !spec.items(&["egress"]).is_empty() {
            types.push("Egress".into());
        }
        spec.set("policyTypes", types);
    }
}

fn network_policy(policy: &Value, known: &[&str]) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(policy, "spec");
    label_selector(some(spec, "podSelector"), &at.child("podSelector"), &mut errors);
    for (list, peers) in [("ingress", "from"), ("egress", "to")] {
        each(spec, list, &at, |_, rule, at| {
            each(rule, "ports", at, |_, port, at| policy_port(port, at, &mut errors));
            each(rule, peers, at, |_, peer, at| policy_peer(peer, known, at, &mut errors));
        });
    }
    let types = spec.items(&["policyTypes"]);
    if types.len() > 2 {
        let shown = spec.get("policyTypes").cloned().unwrap_or_default();
        errors.invalid(&at.child("policyTypes"), shown, "may not specify more than two policyTypes");
    }
    each(spec, "policyTypes", &at, |_, kind, at| {
        let kind = kind.as_str().unwrap_or("");
        if !["Ingress", "Egress"].contains(&kind) {
            errors.not_supported(at, kind, &["Ingress", "Egress"]);
        }
    });
    errors
}

fn policy_port(port: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.one_of(port, "protocol", at, &["TCP", "UDP", "SCTP"]);
    let end = port.get("endPort").and_then(Value::as_int);
    match some(port, "port") {
        Some(Value::String(name)) => {
            if let Some(end) = end {
                errors.invalid(&at.child("endPort"), end, "may not be specified when `port` is non-numeric");
            }
            errors.form(&at.child("port"), name, formats::port_name);
        }
        Some(number) => {
            let number = number.as_int().unwrap_or(0);
            for fault in formats::port_number(number) {
                errors.invalid(&at.child("port"), number, fault);
            }
            if let Some(end) = end {
                if end < number {
                    errors.invalid(&at.child("endPort"), number, "must be greater than or equal to `port`");
                }
                for fault in formats::port_number(end) {
                    errors.invalid(&at.child("endPort"), end, fault);
                }
            }
        }
        None => {
            if let Some(end) = end {
                errors.invalid(&at.child("endPort"), end, "may not be specified when `port` is not specified");
            }
        }
    }
}

fn policy_peer(peer: &Value, known: &[&str], at: &Path<'_>, errors: &mut ErrorList) {
    let mut peers = 0;
    for name in ["podSelector", "namespaceSelector"] {
        if let Some(selector) = some(peer, name) {
            peers += 1;
            label_selector(Some(selector), &at.child(name), errors);
        }
    }
    let block = some(peer, "ipBlock");
    if let Some(block) = block {
        peers += 1;
        let at = at.child("ipBlock");
        let range = text(block, "cidr");
        if range.is_empty() {
            errors.required(&at.child("cidr"), "");
        }
        legacy_cidr(range, known, &at.child("cidr"), errors);
        each(block, "except", &at, |_, except, at| {
            let except = except.as_str().unwrap_or("");
            legacy_cidr(except, known, at, errors);
            if let (Ok(whole), Ok(inner)) = (cidr(range), cidr(except))
                && !(whole.contains(&inner) && whole.prefix < inner.prefix)
            {
                errors.invalid(at, except, "must be a strict subset of `cidr`");
            }
        });
    }
    if peers == 0 {
        errors.required(at, "must specify a peer");
    } else if peers > 1 && block.is_some() {
        errors.forbidden(at, "may not specify both ipBlock and another peer");
    }
}
