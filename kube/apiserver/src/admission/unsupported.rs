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

/// A definition that would need what is not there: a webhook that converts.
fn definition(object: &Value) -> Option<&'static str> {
    let webhook = object.text(&["spec", "conversion", "strategy"]) == Some("Webhook");
    webhook.then_some("conversion webhooks are not supported by this server yet")
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
