//! May this identity do this: `system:masters`, the Node authorizer, RBAC, in this order; the first that says yes wins.
//!
//! As upstream's `--authorization-mode=Node,RBAC`. Decisions are made from views that the watch cache keeps, in memory
//! and without waiting. Who somebody is, is decided in `authn`.

pub(crate) mod escalation;
pub(crate) mod node;
pub(crate) mod rbac;
pub(crate) mod rules;

use std::sync::Arc;

use crate::authn::{MASTERS, User};
use crate::status::quoted;

use node::Graph;
use rbac::Policy;

/// What somebody wants to do.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributes {
    pub user: Arc<User>,
    pub verb: String,
    pub group: String,
    pub resource: String,
    pub subresource: String,
    pub namespace: String,
    pub name: String,
    pub path: String,
    pub is_resource: bool,
    pub field_selector: String,
}

/// What was decided, and why when it was granted or when something is known about the refusal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Decision {
    pub allowed: bool,
    pub reason: String,
}

pub(crate) struct Authorizer {
    pub policy: Policy,
    pub graph: Graph,
}

impl Authorizer {
    pub(crate) fn new() -> Self {
        Self { policy: Policy::default(), graph: Graph::default() }
    }

    pub(crate) fn decide(&self, attributes: &Attributes) -> Decision {
        if attributes.user.in_group(MASTERS) {
            return Decision { allowed: true, reason: String::new() };
        }
        let mut reasons = Vec::new();
        if let Some(node) = attributes.user.node() {
            match self.graph.decide(node, attributes) {
                Ok(()) => return Decision { allowed: true, reason: String::new() },
                Err(why) if !why.is_empty() => reasons.push(why),
                Err(_) => {}
            }
        }
        match self.policy.decide(attributes) {
            Some(source) => Decision { allowed: true, reason: format!("RBAC: allowed by {source}") },
            None => Decision { allowed: false, reason: reasons.join("\n") },
        }
    }

    /// The refusal's text, as clients see it.
    pub(crate) fn check(&self, attributes: &Attributes) -> Result<(), String> {
        let decision = self.decide(attributes);
        if decision.allowed {
            return Ok(());
        }
        let text = forbidden_text(attributes);
        Err(if decision.reason.is_empty() { text } else { format!("{text}: {}", decision.reason) })
    }
}

/// As upstream: apiserver/pkg/endpoints/handlers/responsewriters/errors.go, forbiddenMessage.
pub(crate) fn forbidden_text(attributes: &Attributes) -> String {
    let user = match attributes.user.name.as_str() {
        "" => "unknown user".to_owned(),
        name => format!("User {}", quoted(name)),
    };
    if !attributes.is_resource {
        return format!("{user} cannot {} path {}", attributes.verb, quoted(&attributes.path));
    }
    let resource = match attributes.subresource.as_str() {
        "" => attributes.resource.clone(),
        sub => format!("{}/{sub}", attributes.resource),
    };
    let scope = match attributes.namespace.as_str() {
        "" => "at the cluster scope".to_owned(),
        namespace => format!("in the namespace {}", quoted(namespace)),
    };
    format!(
        "{user} cannot {} resource {} in API group {} {scope}",
        attributes.verb,
        quoted(&resource),
        quoted(&attributes.group)
    )
}
