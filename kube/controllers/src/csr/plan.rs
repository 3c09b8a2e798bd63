//! Which signing requests are approved without a person, which are signed and as what, and which are old.
//! As upstream: pkg/controller/certificates/{approver,signer,cleaner}.
//!
//! Serving certificates of kubelets are approved here too, where upstream leaves them to people: only names and
//! addresses that the node's own object shows are let pass.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use kube_api::types::certificates::{CertificateSigningRequest, CertificateSigningRequestCondition};
use kube_api::types::core::Node;
use kube_informer::Level;

use crate::csr::parse::Asked;
use crate::meta::{time, until};
use crate::plan::{Draft, Plan, Step};

pub(crate) const CLIENT: &str = "kubernetes.io/kube-apiserver-client";
pub(crate) const KUBELET_CLIENT: &str = "kubernetes.io/kube-apiserver-client-kubelet";
pub(crate) const KUBELET_SERVING: &str = "kubernetes.io/kubelet-serving";
pub(crate) const LEGACY: &str = "kubernetes.io/legacy-unknown";
/// As upstream's --cluster-signing-duration.
const LIFE_MAX: Duration = Duration::from_secs(365 * 24 * 3600);
const LIFE_MIN: Duration = Duration::from_secs(600);
const NODE_GROUP: &str = "system:nodes";
const NODE_PREFIX: &str = "system:node:";

/// What may be asked of the API server before approving: may this user have such certificates signed at once?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Permission {
    SelfNodeClient,
    NodeClient,
}

/// What stands in a certificate that is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) asked: Asked,
    pub(crate) server: bool,
    pub(crate) client: bool,
    pub(crate) life: Duration,
}

pub(crate) fn has(request: &CertificateSigningRequest, kind: &str) -> bool {
    request.status.conditions.iter().any(|condition| condition.r#type == kind)
}

/// The permission to ask for, if the request is one for a kubelet's client certificate.
pub(crate) fn permission(request: &CertificateSigningRequest, asked: &Asked) -> Option<Permission> {
    let open = !has(request, "Approved") && !has(request, "Denied") && request.status.certificate.is_empty();
    if !open || request.spec.signer_name != KUBELET_CLIENT || check(request, asked).is_err() {
        return None;
    }
    let own = request.spec.username == asked.common_name;
    Some(if own { Permission::SelfNodeClient } else { Permission::NodeClient })
}

impl Permission {
    pub(crate) fn subresource(self) -> &'static str {
        match self {
            Permission::SelfNodeClient => "selfnodeclient",
            Permission::NodeClient => "nodeclient",
        }
    }

    pub(crate) fn message(self) -> &'static str {
        match self {
            Permission::SelfNodeClient => "Auto approving self kubelet client certificate after SubjectAccessReview.",
            Permission::NodeClient => "Auto approving kubelet client certificate after SubjectAccessReview.",
        }
    }
}

/// A kubelet that asks for its own serving certificate, for names that are its own.
pub(crate) fn is_own_serving(request: &CertificateSigningRequest, asked: &Asked, node: Option<&Node>) -> bool {
    let open = !has(request, "Approved") && !has(request, "Denied") && request.status.certificate.is_empty();
    let ours = request.spec.signer_name == KUBELET_SERVING
        && request.spec.username == asked.common_name
        && request.spec.groups.iter().any(|group| group == NODE_GROUP)
        && check(request, asked).is_ok();
    let Some(node) = node.filter(|_| open && ours) else { return false };
    if asked.common_name.strip_prefix(NODE_PREFIX) != Some(node.metadata.name.as_str()) {
        return false;
    }
    let known: BTreeSet<&str> = node.status.addresses.iter().map(|address| address.address.as_str()).collect();
    asked.dns_names.iter().all(|name| *name == node.metadata.name || known.contains(name.as_str()))
        && asked.addresses.iter().all(|address| known.contains(address.to_string().as_str()))
}

pub(crate) fn approve(now: Timestamp, request: &CertificateSigningRequest, message: &str) -> Plan {
    let mut plan = Plan::default();
    let mut request = request.clone();
    request.status.conditions.push(condition(now, "Approved", "AutoApproved", message));
    plan.push(Step::UpdateThrough("approval", Draft::of(&request)));
    plan
}

/// Does the request keep to what its signer may sign? As upstream: apis/certificates/helpers.go.
pub(crate) fn check(request: &CertificateSigningRequest, asked: &Asked) -> Result<(), String> {
    let usages: BTreeSet<&str> = request.spec.usages.iter().map(String::as_str).collect();
    let only =
        |allowed: &[&str], needed: &str| usages.contains(needed) && usages.iter().all(|usage| allowed.contains(usage));
    let node = || {
        if asked.organizations.as_slice() != [NODE_GROUP] {
            return Err("subject organization is not system:nodes".to_owned());
        }
        let named = asked.common_name.strip_prefix(NODE_PREFIX).is_some_and(|name| !name.is_empty());
        if named { Ok(()) } else { Err("subject common name does not begin with system:node:".to_owned()) }
    };
    match request.spec.signer_name.as_str() {
        KUBELET_CLIENT => {
            node()?;
            if !asked.dns_names.is_empty() || !asked.addresses.is_empty() || asked.has_others {
                return Err("subjectAltNames are not allowed".to_owned());
            }
            let allowed = ["key encipherment", "digital signature", "client auth"];
            if only(&allowed, "client auth") { Ok(()) } else { Err("usages did not match".to_owned()) }
        }
        KUBELET_SERVING => {
            node()?;
            if asked.has_others {
                return Err("only DNS and IP subjectAltNames are allowed".to_owned());
            }
            if asked.dns_names.is_empty() && asked.addresses.is_empty() {
                return Err("DNS or IP subjectAltName is required".to_owned());
            }
            let allowed = ["key encipherment", "digital signature", "server auth"];
            if only(&allowed, "server auth") { Ok(()) } else { Err("usages did not match".to_owned()) }
        }
        CLIENT => {
            if asked.has_others {
                return Err("only DNS and IP subjectAltNames are signed here".to_owned());
            }
            let allowed = ["key encipherment", "digital signature", "client auth"];
            if only(&allowed, "client auth") { Ok(()) } else { Err("usages did not match".to_owned()) }
        }
        // Trusted by nobody in particular; upstream signs whatever an administrator approved.
        LEGACY => Ok(()),
        other => Err(format!("{other} is not a signer of ours")),
    }
}

/// What to sign; `Err` is for the user.
pub(crate) fn leaf(request: &CertificateSigningRequest, asked: &Asked) -> Result<Leaf, String> {
    check(request, asked)?;
    let has = |usage: &str| request.spec.usages.iter().any(|it| it == usage);
    let wanted = request.spec.expiration_seconds.and_then(|seconds| u64::try_from(seconds).ok());
    let life = wanted.map_or(LIFE_MAX, Duration::from_secs).clamp(LIFE_MIN, LIFE_MAX);
    Ok(Leaf { asked: asked.clone(), server: has("server auth"), client: has("client auth"), life })
}

pub(crate) fn signed(request: &CertificateSigningRequest, certificate: String) -> Plan {
    let mut plan = Plan::default();
    let mut request = request.clone();
    request.status.certificate = certificate.into_bytes();
    plan.update_status(&request);
    plan
}

pub(crate) fn refused(now: Timestamp, request: &CertificateSigningRequest, why: &str) -> Plan {
    let mut plan = Plan::default();
    plan.event(request, Level::Warning, "SignerValidationFailure", why);
    let mut request = request.clone();
    request.status.conditions.push(condition(now, "Failed", "SignerValidationFailure", why));
    plan.update_status(&request);
    plan
}

fn condition(now: Timestamp, kind: &str, reason: &str, message: &str) -> CertificateSigningRequestCondition {
    CertificateSigningRequestCondition {
        r#type: kind.to_owned(),
        status: "True".to_owned(),
        reason: reason.to_owned(),
        message: message.to_owned(),
        last_update_time: time(now),
        last_transition_time: time(now),
    }
}

/// Requests go an hour after they were settled, a day after nobody did.
pub(crate) fn clean(now: Timestamp, request: &CertificateSigningRequest) -> Plan {
    let mut plan = Plan::default();
    let settled = request.status.conditions.iter().map(|it| it.last_update_time).max();
    let wait = match settled {
        Some(at) => until(now, &at, SignedDuration::from_hours(1)),
        None => until(now, &request.metadata.creation_timestamp, SignedDuration::from_hours(24)),
    };
    if wait.is_zero() {
        plan.delete(request)
    } else {
        plan.again_after(wait)
    }
    plan
}

#[cfg(test)]
mod tests {
    use kube_api::types::core::NodeAddress;

    use super::*;

    fn request(signer: &str, usages: &[&str]) -> CertificateSigningRequest {
        let mut request = CertificateSigningRequest::default();
        request.spec.signer_name = signer.into();
        request.spec.username = "system:node:n1".into();
        request.spec.groups = vec![NODE_GROUP.into()];
        request.spec.usages = usages.iter().map(|usage| (*usage).to_owned()).collect();
        request
    }

    fn asked(addresses: &[&str]) -> Asked {
        Asked {
            common_name: "system:node:n1".into(),
            organizations: vec![NODE_GROUP.into()],
            addresses: addresses.iter().map(|address| address.parse().unwrap()).collect(),
            ..Asked::default()
        }
    }

    #[test]
    fn a_kubelet_may_renew_itself_and_nobody_else() {
        let request = request(KUBELET_CLIENT, &["client auth", "digital signature"]);
        assert_eq!(permission(&request, &asked(&[])), Some(Permission::SelfNodeClient));
        let other = Asked { common_name: "system:node:n2".into(), ..asked(&[]) };
        assert_eq!(permission(&request, &other), Some(Permission::NodeClient), "the server is asked for more");
        assert_eq!(permission(&request, &asked(&["10.0.0.1"])), None);
        let admin = Asked { organizations: vec!["system:masters".into()], ..asked(&[]) };
        assert_eq!(permission(&request, &admin), None);
    }

    #[test]
    fn serving_names_must_be_the_nodes_own() {
        let request = request(KUBELET_SERVING, &["server auth", "digital signature"]);
        let mut node = Node::default();
        node.metadata.name = "n1".into();
        node.status.addresses = vec![NodeAddress { r#type: "InternalIP".into(), address: "10.0.0.1".into() }];
        assert!(is_own_serving(&request, &asked(&["10.0.0.1"]), Some(&node)));
        assert!(!is_own_serving(&request, &asked(&["10.96.0.1"]), Some(&node)), "the API's own address");
        assert!(!is_own_serving(&request, &asked(&["10.0.0.1"]), None));
    }

    #[test]
    fn a_signer_refuses_what_is_not_its_own() {
        assert!(check(&request(KUBELET_CLIENT, &["client auth", "server auth"]), &asked(&[])).is_err());
        assert!(check(&request("example.com/x", &["client auth"]), &asked(&[])).is_err());
    }
}
