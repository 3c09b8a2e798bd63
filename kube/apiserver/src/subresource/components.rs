//! ComponentStatus: how the parts of the control plane are, asked when somebody reads it. Of what upstream shows, the store alone
//! is this server's to ask: scheduler and controllers have no port on which it could.
//!
//! As upstream: pkg/registry/core/componentstatus.

use bytes::Bytes;
use http::Response;
use kube_api::value;
use kube_api::value::{Text, Value};

use crate::cache::{Filter, Format, Stored, StoredAs};
use crate::http::body::Body;
use crate::http::call::{Call, respond};
use crate::http::negotiate::Offers;
use crate::http::query::ListOptions;
use crate::registry::Ctx;
use crate::render;
use crate::status::{ApiError, Named, Result};

const STORE: &str = "etcd-0";

pub(super) async fn answer(call: &Call, ctx: &Ctx) -> Result<Response<Body>> {
    let answer = call.answer(Offers::PLAIN)?;
    ctx.warn("v1 ComponentStatus is deprecated in v1.19+");
    let served = &ctx.served;
    if ctx.info.verb == "list" {
        let mut found = vec![store(ctx).await];
        found.retain(selected(ctx, &ListOptions::read(&call.query)?)?);
        return Ok(respond(200, render::trees(&ctx.server, served, found, 0, answer).await?));
    }
    if ctx.info.name != STORE {
        // As upstream: in the singular, other than every other resource.
        return Err(ApiError::not_found(Named { group: "", resource: "componentstatus" }, &ctx.info.name));
    }
    Ok(respond(200, render::typed(store(ctx).await, &served.schema, "v1", "ComponentStatus", answer)?))
}

async fn store(ctx: &Ctx) -> Value {
    let condition = match ctx.server.kv.status().await {
        Ok(_) => value!({"type": "Healthy", "status": "True", "message": "ok"}),
        Err(err) => value!({"type": "Healthy", "status": "False", "error": (err.to_string())}),
    };
    value!({"kind": "ComponentStatus", "apiVersion": "v1", "metadata": {"name": (STORE)}, "conditions": [condition]})
}

/// Nothing here has labels, and the fields are those of every object.
fn selected(ctx: &Ctx, options: &ListOptions) -> Result<impl Fn(&Value) -> bool + use<>> {
    let format = Format {
        stored_as: StoredAs::Json,
        schema: ctx.served.schema.clone(),
        api_version: "v1".to_owned(),
        kind: "ComponentStatus".to_owned(),
        selectable: Vec::new(),
        normalise: None,
    };
    let filter = Filter::parse(String::new(), None, &options.label_selector, &options.field_selector, &format)?;
    Ok(move |object: &Value| {
        filter.matches(&Stored {
            key: Box::default(),
            namespace: Text::default(),
            name: object.text(&["metadata", "name"]).unwrap_or_default().into(),
            revision: 0,
            body: Bytes::new(),
            labels: Box::default(),
            fields: Box::default(),
        })
    })
}
