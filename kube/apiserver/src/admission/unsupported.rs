//! Refuses objects whose effect this server does not have yet, so that none is accepted and ignored.
//!
//! What stands here is what `docs` list as missing; a row leaves when the feature comes.

use async_trait::async_trait;
use kube_api::value::Value;

use super::{Plugin, Review, Verb};
use crate::status::Result;

pub(super) struct Unsupported;

struct Row {
    group: &'static str,
    plural: &'static str,
    /// Why this object would do nothing; `None` when it does all it says.
    fault: fn(&Value) -> Option<&'static str>,
}

static TABLE: &[Row] = &[
    Row { group: "admissionregistration.k8s.io", plural: "mutatingwebhookconfigurations", fault: conditions },
    Row { group: "admissionregistration.k8s.io", plural: "validatingwebhookconfigurations", fault: conditions },
    Row {
        group: "admissionregistration.k8s.io",
        plural: "validatingadmissionpolicies",
        fault: |_| Some("admission policies are not supported by this server yet"),
    },
    Row {
        group: "admissionregistration.k8s.io",
        plural: "validatingadmissionpolicybindings",
        fault: |_| Some("admission policies are not supported by this server yet"),
    },
    Row {
        group: "admissionregistration.k8s.io",
        plural: "mutatingadmissionpolicies",
        fault: |_| Some("admission policies are not supported by this server yet"),
    },
    Row {
        group: "admissionregistration.k8s.io",
        plural: "mutatingadmissionpolicybindings",
        fault: |_| Some("admission policies are not supported by this server yet"),
    },
    Row { group: "apiextensions.k8s.io", plural: "customresourcedefinitions", fault: definition },
    Row {
        group: "apiregistration.k8s.io",
        plural: "apiservices",
        fault: |service| {
            let service = service.pointer(&["spec", "service"]).filter(|service| !service.is_null());
            service.map(|_| "API servers behind a Service are not supported by this server yet")
        },
    },
];

/// A definition that would need what is not there: rules in CEL, or a webhook that converts.
fn definition(object: &Value) -> Option<&'static str> {
    if object.text(&["spec", "conversion", "strategy"]) == Some("Webhook") {
        return Some("conversion webhooks are not supported by this server yet");
    }
    let has_rules = object.items(&["spec", "versions"]).iter().any(|version| version.get("schema").is_some_and(rules));
    has_rules.then_some("x-kubernetes-validations are not supported by this server yet")
}

/// A webhook that is called only where an expression holds.
fn conditions(object: &Value) -> Option<&'static str> {
    let has = object.items(&["webhooks"]).iter().any(|hook| !hook.items(&["matchConditions"]).is_empty());
    has.then_some("matchConditions of webhooks are not supported by this server yet")
}

fn rules(node: &Value) -> bool {
    match node {
        Value::Object(object) => object
            .iter()
            .any(|(key, value)| key.as_str() == "x-kubernetes-validations" && !value.is_zero() || rules(value)),
        Value::List(items) => items.iter().any(rules),
        _ => false,
    }
}

#[async_trait]
impl Plugin for Unsupported {
    fn name(&self) -> &'static str {
        "Unsupported"
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        if !matches!(review.verb, Verb::Create | Verb::Update) {
            return Ok(());
        }
        let row = TABLE.iter().find(|row| review.is(row.group, row.plural));
        let fault = row.zip(review.object.as_deref()).and_then(|(row, object)| (row.fault)(object));
        match fault {
            Some(why) => Err(review.forbidden(why)),
            None => Ok(()),
        }
    }
}
