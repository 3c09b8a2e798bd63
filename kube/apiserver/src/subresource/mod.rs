//! Paths below an object: status and other parts, scale, binding, eviction, token, and what leads to kubelets.

mod binding;
mod components;
pub(crate) mod connect;
mod eviction;
mod frames;
pub(crate) mod kubelet;
pub(crate) mod reviews;
mod scale;
mod token;
mod tunnel;

use http::{Response, header};
use kube_api::value::Value;

use crate::http::body::Body;
use crate::http::call::{Call, respond};
use crate::http::negotiate::{self, Answer, Offers};
use crate::http::query::WriteOptions;
use crate::http::resource;
use crate::registry::{Ctx, Part, check_kind, decode_body};
use crate::render;
use crate::status::{ApiError, Result};

pub(crate) use binding::bind;

pub(crate) async fn answer(call: &mut Call, ctx: &mut Ctx) -> Result<Response<Body>> {
    let name = ctx.info.subresource.clone();
    let served = ctx.served.clone();
    let Some(sub) = served.sub(&name) else { return Err(ApiError::no_such_path()) };
    let verb = ctx.info.verb.as_str();
    let connects = matches!(name.as_str(), "exec" | "attach" | "portforward" | "proxy");
    if !connects && !sub.verbs.iter().any(|own| own == verb) {
        return Err(ApiError::method_not_allowed());
    }
    match (served.group.as_str(), served.plural.as_str(), name.as_str()) {
        (_, _, "scale") => scale::answer(call, ctx).await,
        ("", "pods", "binding") => binding::answer(call, ctx).await,
        ("", "pods", "eviction") => eviction::answer(call, ctx).await,
        ("", "serviceaccounts", "token") => token::answer(call, ctx).await,
        ("", "pods", "log" | "exec" | "attach" | "portforward") => connect::pod(call, ctx, &name).await,
        ("", _, "proxy") => connect::proxy(call, ctx).await,
        _ => part(call, ctx, &name, verb_of(call)).await,
    }
}

fn verb_of(call: &Call) -> String {
    call.info.verb.clone()
}

/// A part of the object with an endpoint of its own, as the kind's hooks describe it.
async fn part(call: &mut Call, ctx: &Ctx, name: &str, verb: String) -> Result<Response<Body>> {
    let store = ctx.store()?;
    let sub = part_of(store, name)?;
    match verb.as_str() {
        "get" => resource::get(call, ctx).await,
        "update" => resource::put(call, ctx, Part::Sub(sub)).await,
        "patch" => resource::patch(call, ctx, Part::Sub(sub)).await,
        _ => Err(ApiError::method_not_allowed()),
    }
}

/// What an endpoint writes. A kind whose row is not written yet has the usual status.
pub(crate) fn part_of(store: &crate::catalog::Store, name: &str) -> Result<&'static kube_kinds::hooks::Subresource> {
    static STATUS: kube_kinds::hooks::Subresource = kube_kinds::hooks::Subresource::STATUS;
    let found = store.hooks.subresource(name).or_else(|| (name == "status").then_some(&STATUS));
    found.ok_or_else(ApiError::no_such_path)
}

/// Decodes a body of the subresource's own kind.
pub(super) async fn own_body(call: &mut Call, ctx: &Ctx, sub: &str) -> Result<(Value, WriteOptions)> {
    let served = ctx.served.clone();
    let sub = served.sub(sub).ok_or_else(ApiError::no_such_path)?;
    let options = WriteOptions::read(&call.query, "CreateOptions")?;
    let encoding = negotiate::body_encoding(call.header(header::CONTENT_TYPE), Offers::PLAIN)?;
    let bytes = call.body().await?;
    let mut object = decode_body(ctx, &bytes, encoding, &sub.schema, options.field_validation)?;
    check_kind(&mut object, &crate::catalog::api_version(&sub.group, &sub.version), &sub.kind)?;
    Ok((object, options))
}

/// Answers an object of the subresource's own kind.
pub(super) fn own_answer(ctx: &Ctx, sub: &str, code: u16, object: Value, answer: Answer) -> Result<Response<Body>> {
    let served = ctx.served.clone();
    let sub = served.sub(sub).ok_or_else(ApiError::no_such_path)?;
    let api_version = crate::catalog::api_version(&sub.group, &sub.version);
    let mut object = object;
    object.set("apiVersion", api_version.as_str());
    object.set("kind", sub.kind.as_str());
    Ok(respond(code, render::typed(object, &sub.schema, &api_version, &sub.kind, answer)?))
}
