//! Kinds that are asked and not stored: whose token is this, may he do that, who am I; and the old bindings path.
//!
//! As upstream: pkg/registry/{authentication,authorization}.

use std::sync::Arc;

use http::{Response, header};
use kube_api::value;
use kube_api::value::{Object, Value};

use crate::authn::User;
use crate::authz::Attributes;
use crate::http::body::Body;
use crate::http::call::{Call, respond};
use crate::http::negotiate::{self, Offers};
use crate::http::query::WriteOptions;
use crate::registry::{Ctx, check_kind, decode_body, time};
use crate::render;
use crate::status::{ApiError, Result};

pub(crate) async fn answer(call: &mut Call, ctx: &Ctx) -> Result<Response<Body>> {
    let served = ctx.served.clone();
    if served.plural == "componentstatuses" {
        return super::components::answer(call, ctx).await;
    }
    let answer = call.answer(Offers::PLAIN)?;
    let options = WriteOptions::read(&call.query, "CreateOptions")?;
    let encoding = negotiate::body_encoding(call.header(header::CONTENT_TYPE), Offers::PLAIN)?;
    let bytes = call.body().await?;
    let mut review = decode_body(ctx, &bytes, encoding, &served.schema, options.field_validation)?;
    check_kind(&mut review, &served.api_version(), &served.kind)?;
    match served.plural.as_str() {
        "bindings" => {
            let pods = ctx.server.catalog.resource("", "pods").ok_or_else(ApiError::no_such_path)?;
            let pod = review.text(&["metadata", "name"]).unwrap_or_default().to_owned();
            let own = ctx.beside(&pods, &ctx.info.namespace, &pod);
            super::bind(&own, &pod, &review, &options).await?;
            return Ok(respond(201, render::created(answer)));
        }
        "tokenreviews" => token(ctx, &mut review).await?,
        "subjectaccessreviews" | "localsubjectaccessreviews" | "selfsubjectaccessreviews" => access(ctx, &mut review)?,
        "selfsubjectrulesreviews" => rules(ctx, &mut review)?,
        "selfsubjectreviews" => {
            review.set_pointer(&["metadata", "creationTimestamp"], time(ctx.now()));
            review.set("status", value!({"userInfo": (user_info(&ctx.user))}));
        }
        _ => return Err(ApiError::method_not_allowed()),
    }
    let api_version = served.api_version();
    Ok(respond(201, render::typed(review, &served.schema, &api_version, &served.kind, answer)?))
}

pub(crate) fn user_info(user: &User) -> Value {
    let mut info = Value::Object(Object::new());
    info.set("username", user.name.as_str());
    if !user.uid.is_empty() {
        info.set("uid", user.uid.as_str());
    }
    info.set("groups", user.groups.iter().map(String::as_str).collect::<Value>());
    for (key, values) in &user.extra {
        info.set_pointer(&["extra", key.as_str()], values.iter().map(String::as_str).collect::<Value>());
    }
    info
}

async fn token(ctx: &Ctx, review: &mut Value) -> Result<()> {
    let token = review.text(&["spec", "token"]).unwrap_or_default().to_owned();
    if token.is_empty() {
        return Err(ApiError::bad_request("token is required for TokenReview in authentication"));
    }
    let wanted: Vec<String> =
        review.items(&["spec", "audiences"]).iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let found = ctx.server.authenticator.token(&token, &wanted).await?;
    let status = match found {
        Some(found) => {
            let mut status = value!({"authenticated": true});
            status.set("user", user_info(&found.user));
            let audiences = if found.audiences.is_empty() { &wanted } else { &found.audiences };
            if !audiences.is_empty() {
                status.set("audiences", audiences.iter().map(String::as_str).collect::<Value>());
            }
            status
        }
        None => value!({"error": "[invalid bearer token]"}),
    };
    review.set("status", status);
    Ok(())
}

fn access(ctx: &Ctx, review: &mut Value) -> Result<()> {
    let spec = review.get("spec").cloned().unwrap_or_default();
    let own = ctx.served.plural == "selfsubjectaccessreviews";
    let user = if own {
        ctx.user.clone()
    } else {
        let list = |value: &Value| {
            value.as_list().unwrap_or_default().iter().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        let extra = spec.get("extra").and_then(Value::as_object).into_iter().flat_map(|extra| extra.iter());
        Arc::new(User {
            name: spec.text(&["user"]).unwrap_or_default().to_owned(),
            uid: spec.text(&["uid"]).unwrap_or_default().to_owned(),
            groups: spec.get("groups").map(list).unwrap_or_default(),
            extra: extra.map(|(key, value)| (key.as_str().to_owned(), list(value))).collect(),
        })
    };
    if !own && user.name.is_empty() && user.groups.is_empty() {
        return Err(required(ctx, "spec.user", "at least one of user or group must be specified"));
    }
    let resource = spec.get("resourceAttributes").filter(|own| !own.is_null());
    let path = spec.get("nonResourceAttributes").filter(|own| !own.is_null());
    let text = |value: &Value, name: &str| value.text(&[name]).unwrap_or_default().to_owned();
    let attributes = match (resource, path) {
        (Some(_), Some(_)) => {
            return Err(required(
                ctx,
                "spec.nonResourceAttributes",
                "cannot be specified in combination with resourceAttributes",
            ));
        }
        (None, None) => {
            return Err(required(
                ctx,
                "spec.resourceAttributes",
                "exactly one of nonResourceAttributes or resourceAttributes must be specified",
            ));
        }
        (Some(wanted), None) => {
            let namespace = text(wanted, "namespace");
            if ctx.served.plural == "localsubjectaccessreviews" && namespace != ctx.info.namespace {
                return Err(ApiError::bad_request(format!(
                    "namespace on path ({}) does not match namespace in spec ({namespace})",
                    ctx.info.namespace
                )));
            }
            Attributes {
                user,
                verb: text(wanted, "verb"),
                group: text(wanted, "group"),
                resource: text(wanted, "resource"),
                subresource: text(wanted, "subresource"),
                namespace,
                name: text(wanted, "name"),
                is_resource: true,
                field_selector: field_selector(wanted),
                ..Attributes::default()
            }
        }
        (None, Some(wanted)) => {
            Attributes { user, verb: text(wanted, "verb"), path: text(wanted, "path"), ..Attributes::default() }
        }
    };
    let decision = ctx.server.authorizer.decide(&attributes);
    let mut status = value!({"allowed": (decision.allowed)});
    if !decision.reason.is_empty() {
        status.set("reason", decision.reason);
    }
    review.set("status", status);
    Ok(())
}

/// Requirements of a field selector, as the text that requests carry.
fn field_selector(wanted: &Value) -> String {
    if let Some(raw) = wanted.text(&["fieldSelector", "rawSelector"]) {
        return raw.to_owned();
    }
    let terms: Vec<String> = wanted
        .items(&["fieldSelector", "requirements"])
        .iter()
        .filter(|one| one.text(&["operator"]) == Some("In"))
        .filter_map(|one| Some(format!("{}={}", one.text(&["key"])?, one.items(&["values"]).first()?.as_str()?)))
        .collect();
    terms.join(",")
}

fn required(ctx: &Ctx, field: &str, why: &str) -> ApiError {
    let cause = crate::status::Cause {
        reason: "FieldValueInvalid".into(),
        message: format!("Invalid value: null: {why}"),
        field: field.into(),
    };
    ApiError::invalid(ctx.served.named_kind(), "", vec![cause])
}

fn rules(ctx: &Ctx, review: &mut Value) -> Result<()> {
    let namespace = review.text(&["spec", "namespace"]).unwrap_or_default().to_owned();
    if namespace.is_empty() {
        return Err(ApiError::bad_request("no namespace on request"));
    }
    let list = |items: &[String]| items.iter().map(String::as_str).collect::<Value>();
    // As upstream: what `system:masters` may beyond its roles is no rule.
    let found = ctx.server.authorizer.policy.rules_for(&ctx.user, &namespace);
    let (mut resources, mut paths) = (Vec::new(), Vec::new());
    for rule in &found.rules {
        if !rule.resources.is_empty() {
            let mut one = value!({});
            one.set("verbs", list(&rule.verbs));
            one.set("apiGroups", list(&rule.groups));
            one.set("resources", list(&rule.resources));
            if !rule.names.is_empty() {
                one.set("resourceNames", list(&rule.names));
            }
            resources.push(one);
        }
        if !rule.paths.is_empty() {
            let mut one = value!({});
            one.set("verbs", list(&rule.verbs));
            one.set("nonResourceURLs", list(&rule.paths));
            paths.push(one);
        }
    }
    let is_node = ctx.user.node().is_some();
    let mut status = value!({"incomplete": (is_node || !found.errors.is_empty())});
    status.set("resourceRules", resources);
    status.set("nonResourceRules", paths);
    let mut errors = found.errors;
    if is_node {
        errors.insert(0, "node authorizer does not support user rule resolution".into());
    }
    if !errors.is_empty() {
        status.set("evaluationError", errors.join(", "));
    }
    review.set("status", status);
    Ok(())
}
