//! Permissions that a write needs beyond its verb: nobody grants what he does not hold.
//!
//! Which writes need what is said by each kind's hook (`authorise_extra`); here it is asked.
//! As upstream: pkg/apis/rbac/validation and pkg/registry/rbac/escalation_check.go.

use std::sync::Arc;

use kube_api::value::Value;
use kube_kinds::hooks::{self, Extra};

use super::rules::{Rule, missing};
use super::{Attributes, Authorizer};
use crate::authn::{MASTERS, User};
use crate::catalog::Served;
use crate::status::{ApiError, Named, Result, quoted};

pub(crate) fn check(
    authorizer: &Authorizer,
    user: &Arc<User>,
    served: &Served,
    object: &Value,
    wanted: Extra,
) -> Result<()> {
    if user.in_group(MASTERS) {
        return Ok(());
    }
    let what = served.named();
    let name = object.text(&["metadata", "name"]).unwrap_or_default();
    let namespace = object.text(&["metadata", "namespace"]).unwrap_or_default();
    let forbidden = |why: String| ApiError::forbidden(what, name, why);
    match wanted {
        Extra::May { any, refusal } => {
            let allowed = any.iter().any(|one| authorizer.decide(&attributes(user, one)).allowed);
            if allowed { Ok(()) } else { Err(forbidden(refusal)) }
        }
        Extra::Holds { rules, unless } => {
            if authorizer.decide(&attributes(user, &unless)).allowed {
                return Ok(());
            }
            let rules: Vec<Rule> = rules.iter().map(Rule::read).collect();
            confirm(authorizer, user, namespace, &rules).map_err(forbidden)
        }
        Extra::HoldsRole { role_ref, unless } => {
            if authorizer.decide(&attributes(user, &unless)).allowed {
                return Ok(());
            }
            let kind = role_ref.text(&["kind"]).unwrap_or_default();
            let role = role_ref.text(&["name"]).unwrap_or_default();
            match authorizer.policy.rules_of(kind, namespace, role) {
                Ok(rules) => confirm(authorizer, user, namespace, &rules).map_err(forbidden),
                Err(_) if kind == "Role" || kind == "ClusterRole" => {
                    let resource = if kind == "Role" { "roles" } else { "clusterroles" };
                    Err(ApiError::not_found(Named { group: "rbac.authorization.k8s.io", resource }, role))
                }
                Err(why) => Err(forbidden(why)),
            }
        }
    }
}

fn attributes(user: &Arc<User>, wanted: &hooks::Attributes) -> Attributes {
    Attributes {
        user: user.clone(),
        verb: wanted.verb.clone(),
        group: wanted.group.clone(),
        resource: wanted.resource.clone(),
        namespace: wanted.namespace.clone(),
        name: wanted.name.clone(),
        is_resource: true,
        ..Attributes::default()
    }
}

fn confirm(authorizer: &Authorizer, user: &User, namespace: &str, rules: &[Rule]) -> std::result::Result<(), String> {
    let found = authorizer.policy.rules_for(user, namespace);
    let lacking = missing(&found.rules, rules);
    if lacking.is_empty() {
        return Ok(());
    }
    let groups: Vec<String> = user.groups.iter().map(|group| quoted(group)).collect();
    let mut text = format!(
        "user {} (groups=[{}]) is attempting to grant RBAC permissions not currently held:\n{}",
        quoted(&user.name),
        groups.join(" "),
        lacking.join("\n")
    );
    if !found.errors.is_empty() {
        text.push_str(&format!("; resolution errors: [{}]", found.errors.join(", ")));
    }
    Err(text)
}
