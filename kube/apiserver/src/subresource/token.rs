//! TokenRequest: a token of a service account, bound to a pod, a secret or a node, for an audience and a time.
//!
//! As upstream: pkg/registry/core/serviceaccount/storage/token.go.

use http::Response;
use jiff::ToSpan;
use kube_api::value::Value;

use super::{own_answer, own_body};
use crate::admission::{Operation, Verb, look_fresh};
use crate::authn::Claims;
use crate::authn::claims::{Audience, Private, Reference};
use crate::http::body::Body;
use crate::http::call::Call;
use crate::http::negotiate::Offers;
use crate::registry::{Ctx, time};
use crate::status::{ApiError, Cause, Named, Result};

const SECONDS_MIN: i64 = 600;
const SECONDS_MAX: i64 = 1 << 32;
/// As upstream: a token asked for with this time is a mounted one of an old client, and lives longer.
const WARN_AFTER: i64 = 3607;
const EXTENDED: i64 = 365 * 24 * 3600;

pub(super) async fn answer(call: &mut Call, ctx: &Ctx) -> Result<Response<Body>> {
    let answer = call.answer(Offers::PLAIN)?;
    let (mut request, options) = own_body(call, ctx, "token").await?;
    let namespace = ctx.info.namespace.as_str();
    let account = crate::registry::get(ctx, &ctx.info.name, None).await?;
    let account = ctx.store()?.cache.format.decode(&account.body).map_err(ApiError::internal)?;
    check_identity(&ctx.info.name, namespace, &account, &request)?;
    request.set_pointer(&["metadata", "name"], ctx.info.name.as_str());
    request.set_pointer(&["metadata", "namespace"], namespace);
    request.set_pointer(&["metadata", "uid"], account.text(&["metadata", "uid"]).unwrap_or_default());
    request.set_pointer(&["metadata", "creationTimestamp"], time(ctx.now()));
    let seconds = request.int(&["spec", "expirationSeconds"]).unwrap_or(3600);
    request.set_pointer(&["spec", "expirationSeconds"], seconds);
    let mut operation = Operation::new(ctx, Verb::Create, options.dry_run);
    ctx.server.admission.admit(&mut operation, Some(&mut request), None).await?;
    ctx.server.admission.validate(&mut operation, Some(&mut request), None).await?;
    check(seconds)?;
    let tokens = ctx.server.tokens().ok_or_else(ApiError::no_such_path)?;
    let mut audiences: Vec<String> =
        request.items(&["spec", "audiences"]).iter().filter_map(Value::as_str).map(str::to_owned).collect();
    if audiences.is_empty() {
        audiences.clone_from(&tokens.audiences);
        request.set_pointer(&["spec", "audiences"], audiences.iter().map(String::as_str).collect::<Value>());
    }
    let now = ctx.now();
    let second = now.as_second();
    let own_audience = audiences.iter().all(|audience| tokens.audiences.contains(audience)) && audiences.len() == 1;
    let bound_to_pod = request.text(&["spec", "boundObjectRef", "kind"]) == Some("Pod");
    let extended = seconds == WARN_AFTER && own_audience && bound_to_pod;
    let lasts = if extended { EXTENDED } else { seconds };
    let mut private = Private {
        namespace: namespace.to_owned(),
        serviceaccount: reference(&account),
        warnafter: extended.then_some(second + seconds),
        ..Private::default()
    };
    bind(ctx, &request, &mut private).await?;
    let claims = Claims {
        aud: Audience::Many(audiences),
        exp: Some(second + lasts),
        iat: Some(second),
        nbf: Some(second),
        iss: tokens.issuer().to_owned(),
        jti: uuid::Uuid::new_v4().to_string(),
        sub: format!("system:serviceaccount:{namespace}:{}", ctx.info.name),
        private,
    };
    if !options.dry_run {
        let token = tokens.sign(&claims).map_err(ApiError::internal)?;
        request.set_pointer(&["status", "token"], token);
    }
    // As upstream: also of a token that lives longer, so that who mounts it asks for a new one in time.
    let expires = now.checked_add(seconds.seconds()).map_err(ApiError::internal)?;
    request.set_pointer(&["status", "expirationTimestamp"], time(expires));
    own_answer(ctx, "token", 201, request, answer)
}

fn reference(object: &Value) -> Reference {
    let text = |name: &str| object.text(&["metadata", name]).unwrap_or_default().to_owned();
    Reference { name: text("name"), uid: text("uid") }
}

const REQUEST: Named<'static> = Named { group: "authentication.k8s.io", resource: "TokenRequest" };

/// What a body says about its account is the account that the URL names.
fn check_identity(name: &str, namespace: &str, account: &Value, request: &Value) -> Result<()> {
    let told = |member: &str| request.text(&["metadata", member]).unwrap_or_default();
    for (member, own) in [("name", name), ("namespace", namespace)] {
        if !told(member).is_empty() && told(member) != own {
            let told = crate::status::quoted(told(member));
            let cause = Cause {
                reason: "FieldValueInvalid".into(),
                message: format!("Invalid value: {told}: must match the service account {member} if specified"),
                field: format!("metadata.{member}"),
            };
            return Err(ApiError::invalid(REQUEST, name, vec![cause]));
        }
    }
    let own = account.text(&["metadata", "uid"]).unwrap_or_default();
    if !told("uid").is_empty() && told("uid") != own {
        let why = format!(
            "the UID in the token request ({}) does not match the UID of the service account ({own})",
            told("uid")
        );
        return Err(ApiError::conflict(REQUEST, name, why));
    }
    Ok(())
}

fn check(seconds: i64) -> Result<()> {
    let text = if seconds < SECONDS_MIN {
        "may not specify a duration less than 10 minutes"
    } else if seconds > SECONDS_MAX {
        "may not specify a duration larger than 2^32 seconds"
    } else {
        return Ok(());
    };
    let cause = Cause {
        reason: "FieldValueInvalid".into(),
        message: format!("Invalid value: {seconds}: {text}"),
        field: "spec.expirationSeconds".into(),
    };
    Err(ApiError::invalid(REQUEST, "", vec![cause]))
}

/// Looks up what the token is bound to, which must exist under the uid that was given.
async fn bind(ctx: &Ctx, request: &Value, private: &mut Private) -> Result<()> {
    let text = |name: &str| request.text(&["spec", "boundObjectRef", name]).unwrap_or_default().to_owned();
    let (kind, api_version, name, uid) = (text("kind"), text("apiVersion"), text("name"), text("uid"));
    if request.pointer(&["spec", "boundObjectRef"]).is_none_or(Value::is_null) {
        return Ok(());
    }
    let (group, version) = crate::catalog::split_api_version(&api_version);
    let (plural, namespace) = match (group, kind.as_str()) {
        ("", "Pod") => ("pods", ctx.info.namespace.as_str()),
        ("", "Secret") => ("secrets", ctx.info.namespace.as_str()),
        ("", "Node") => ("nodes", ""),
        _ => {
            return Err(ApiError::bad_request(format!(
                "cannot bind token to object of type {group}/{version}, Kind={kind}"
            )));
        }
    };
    let found = look_fresh(ctx, "", plural, namespace, &name).await?;
    let found = found.ok_or_else(|| ApiError::not_found(Named { group: "", resource: plural }, &name))?;
    let own = found.text(&["metadata", "uid"]).unwrap_or_default();
    if plural == "pods" {
        let account = found.text(&["spec", "serviceAccountName"]).unwrap_or_default();
        if account != ctx.info.name {
            return Err(ApiError::bad_request(format!(
                "cannot bind token for serviceaccount {} to pod running with different serviceaccount name.",
                crate::status::quoted(&ctx.info.name)
            )));
        }
        if let Some(node) = found.text(&["spec", "nodeName"]) {
            let known = look_fresh(ctx, "", "nodes", "", node).await?;
            let uid = known.as_ref().and_then(|node| node.text(&["metadata", "uid"])).unwrap_or_default();
            private.node = Some(Reference { name: node.to_owned(), uid: uid.to_owned() });
        }
    }
    if !uid.is_empty() && uid != own {
        let why = format!(
            "the UID in the bound object reference ({uid}) does not match the UID in record. The object might have been deleted and then recreated"
        );
        return Err(ApiError::conflict(Named { group: "", resource: &kind }, &name, why));
    }
    let bound = Some(reference(&found));
    match plural {
        "pods" => private.pod = bound,
        "secrets" => private.secret = bound,
        _ => private.node = bound,
    }
    Ok(())
}
