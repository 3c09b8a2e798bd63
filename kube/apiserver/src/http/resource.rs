//! The verbs of stored resources: reads the request, asks the registry, writes the answer.
//!
//! As upstream: apiserver/pkg/endpoints/handlers.

use async_trait::async_trait;
use bytes::Bytes;
use http::{Response, header};
use kube_api::schema::builtin;
use kube_api::value::Value;

use super::body::Body;
use super::call::{Call, respond};
use super::negotiate::{self, Answer, Offers, Shape};
use super::query::{ListOptions, WriteOptions};
use crate::registry::patch::{Patch, PatchKind};
use crate::registry::{
    self, Ctx, DeleteOptions, Part, Transform, check_kind, check_place, create, decode_body, delete, update,
};
use crate::render::{self, IncludeObject};
use crate::status::{ApiError, Result};
use crate::subresource::reviews;

pub(super) async fn answer(call: &mut Call, ctx: &mut Ctx) -> Result<Response<Body>> {
    let verb = call.info.verb.clone();
    if !ctx.served.has_verb(&verb) {
        return Err(ApiError::method_not_allowed());
    }
    if ctx.served.store.is_none() {
        return reviews::answer(call, ctx).await;
    }
    match verb.as_str() {
        "get" => get(call, ctx).await,
        "list" => list(call, ctx).await,
        "watch" => watch(call, ctx).await,
        "create" => post(call, ctx).await,
        "update" => put(call, ctx, Part::Whole).await,
        "patch" => patch(call, ctx, Part::Whole).await,
        "delete" => remove(call, ctx).await,
        "deletecollection" => remove_collection(call, ctx).await,
        _ => Err(ApiError::method_not_allowed()),
    }
}

pub(crate) fn offers(ctx: &Ctx) -> Offers {
    if ctx.served.is_custom() { Offers::CUSTOM } else { Offers::BUILT_IN }
}

pub(crate) async fn get(call: &Call, ctx: &Ctx) -> Result<Response<Body>> {
    let answer = call.answer(offers(ctx))?;
    let version =
        match call.query.get("resourceVersion") {
            None | Some("") => None,
            Some(text) => Some(text.parse::<i64>().map_err(|_| {
                ApiError::bad_request(format!("invalid resource version {}", crate::status::quoted(text)))
            })?),
        };
    let found = registry::get(ctx, &ctx.info.name, version).await?;
    let include = IncludeObject::read(&call.query)?;
    Ok(respond(200, render::stored(&ctx.server, &ctx.served, &found, answer, include).await?))
}

async fn list(call: &Call, ctx: &Ctx) -> Result<Response<Body>> {
    let options = ListOptions::read(&call.query)?;
    let answer = call.answer(offers(ctx))?;
    let listing = registry::list(ctx, &options).await?;
    let include = IncludeObject::read(&call.query)?;
    Ok(respond(200, render::list(&ctx.server, &ctx.served, &listing, answer, include).await?))
}

async fn watch(call: &Call, ctx: &mut Ctx) -> Result<Response<Body>> {
    let mut options = ListOptions::read(&call.query)?;
    options.watch = true;
    let answer = call.answer(offers(ctx))?;
    let include = IncludeObject::read(&call.query)?;
    let watching = registry::watch(ctx, &options).await?;
    let content_type = match answer.shape {
        Shape::Object | Shape::PartialMetadata { .. } | Shape::Table { .. } => answer.stream_type(),
    };
    let own = call.ctx(&ctx.served);
    let body = render::stream(own, watching, answer, include);
    Ok(respond(200, render::Rendered { body, content_type }))
}

async fn post(call: &mut Call, ctx: &Ctx) -> Result<Response<Body>> {
    let answer = call.answer(offers(ctx))?;
    let options = WriteOptions::read(&call.query, "CreateOptions")?;
    let mut object = body_object(call, ctx, &options).await?;
    check_place(ctx, &mut object)?;
    ctx.served.take_in(&mut object).await?;
    let created = create(ctx, object, &options).await?;
    respond_tree(ctx, 201, created, answer).await
}

/// Decodes the request's object and checks that it is one of the resource's kind.
async fn body_object(call: &mut Call, ctx: &Ctx, options: &WriteOptions) -> Result<Value> {
    let encoding = negotiate::body_encoding(call.header(header::CONTENT_TYPE), offers(ctx))?;
    let bytes = call.body().await?;
    let mut object = decode_body(ctx, &bytes, encoding, &ctx.served.schema, options.field_validation)?;
    check_kind(&mut object, &ctx.served.api_version(), &ctx.served.kind)?;
    Ok(object)
}

async fn respond_tree(ctx: &Ctx, code: u16, object: Value, answer: Answer) -> Result<Response<Body>> {
    Ok(respond(code, render::from_tree(&ctx.server, &ctx.served, object, answer).await?))
}

struct Put(Value);

#[async_trait]
impl Transform for Put {
    async fn next(&mut self, _: &Ctx, _: Option<&Value>) -> Result<Value> {
        Ok(self.0.clone())
    }
}

pub(crate) async fn put(call: &mut Call, ctx: &Ctx, part: Part) -> Result<Response<Body>> {
    let answer = call.answer(offers(ctx))?;
    let options = WriteOptions::read(&call.query, "UpdateOptions")?;
    let mut object = body_object(call, ctx, &options).await?;
    if object.text(&["metadata", "name"]).is_none() {
        return Err(ApiError::bad_request(format!(
            "the name of the object ( based on URL) was undeterminable: name must be provided: resource {} requires metadata.name",
            ctx.info.name
        )));
    }
    check_place(ctx, &mut object)?;
    ctx.served.take_in(&mut object).await?;
    let updated = update(ctx, &ctx.info.name, part, &mut Put(object), &options).await?;
    respond_tree(ctx, if updated.created { 201 } else { 200 }, updated.object, answer).await
}

pub(crate) async fn patch(call: &mut Call, ctx: &Ctx, part: Part) -> Result<Response<Body>> {
    let answer = call.answer(offers(ctx))?;
    let kind = PatchKind::of(call.header(header::CONTENT_TYPE).unwrap_or_default(), ctx.served.is_custom())?;
    let options = WriteOptions::read(&call.query, "PatchOptions")?;
    let body = call.body().await?;
    let mut patch = Patch::parse(ctx, kind, &body, options.clone())?;
    let updated = update(ctx, &ctx.info.name, part, &mut patch, &options).await?;
    respond_tree(ctx, if updated.created { 201 } else { 200 }, updated.object, answer).await
}

async fn delete_options(call: &mut Call, ctx: &Ctx) -> Result<DeleteOptions> {
    let encoding = negotiate::body_encoding(call.header(header::CONTENT_TYPE), Offers::PLAIN)?;
    let bytes: Bytes = call.body().await?;
    if bytes.is_empty() {
        return DeleteOptions::read(None, &call.query);
    }
    let schema = builtin::kind("meta.k8s.io", "v1", "DeleteOptions")
        .ok_or_else(|| ApiError::internal("no type for DeleteOptions"))?;
    let body = decode_body(ctx, &bytes, encoding, schema, super::query::FieldValidation::Ignore)?;
    DeleteOptions::read(Some(&body), &call.query)
}

async fn remove(call: &mut Call, ctx: &Ctx) -> Result<Response<Body>> {
    let answer = call.answer(offers(ctx))?;
    let options = delete_options(call, ctx).await?;
    let deleted = delete(ctx, &ctx.info.name, &options).await?;
    let code = if !deleted.gone && options.orphan_dependents == Some(false) { 202 } else { 200 };
    if deleted.gone && !shows_deleted(ctx) {
        let uid = deleted.object.text(&["metadata", "uid"]).unwrap_or_default();
        let status = render::success(&ctx.info.name, &ctx.info.group, &ctx.info.resource, uid, answer);
        return Ok(respond(code, status));
    }
    respond_tree(ctx, code, deleted.object, answer).await
}

/// Kinds whose deletion answers the object (as upstream: ReturnDeletedObject in pkg/registry).
fn shows_deleted(ctx: &Ctx) -> bool {
    const SHOWN: [&str; 8] = [
        "pods",
        "services",
        "serviceaccounts",
        "podtemplates",
        "persistentvolumes",
        "persistentvolumeclaims",
        "resourcequotas",
        "namespaces",
    ];
    ctx.info.group.is_empty() && SHOWN.contains(&ctx.info.resource.as_str())
}

async fn remove_collection(call: &mut Call, ctx: &Ctx) -> Result<Response<Body>> {
    let answer = call.answer(offers(ctx))?;
    let select = ListOptions::read(&call.query)?;
    let options = delete_options(call, ctx).await?;
    let (objects, revision) = registry::delete_collection(ctx, &select, &options).await?;
    Ok(respond(200, render::trees(&ctx.server, &ctx.served, objects, revision, answer).await?))
}
