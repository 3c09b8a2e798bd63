//! Which part of the server answers a path.

use http::{Method, Response};

use super::body::Body;
use super::call::{Call, add_warnings, respond, text};
use super::{health, resource};
use crate::render;
use crate::status::{ApiError, Result};
use crate::{discovery, subresource};

pub(super) async fn route(call: &mut Call) -> Result<Response<Body>> {
    if call.info.is_resource {
        return resource_path(call).await;
    }
    let path = call.info.path.clone();
    let trimmed = path.trim_end_matches('/');
    let reading = matches!(call.method, Method::GET | Method::HEAD);
    match trimmed {
        "/healthz" | "/livez" | "/readyz" if reading => health::answer(call, trimmed).await,
        _ if reading && ["/healthz/", "/livez/", "/readyz/"].iter().any(|start| trimmed.starts_with(start)) => {
            health::answer(call, trimmed).await
        }
        "/metrics" if reading => Ok(text(200, call.server.metrics.text(&call.server))),
        "/version" if reading => Ok(respond(200, render::json_document(discovery::version()))),
        "" | "/api" | "/apis" if reading => discovery::answer(call, trimmed),
        "/openid/v1/jwks" | "/.well-known/openid-configuration" if reading => discovery::openid(call, trimmed),
        _ if reading && (trimmed.starts_with("/api/") || trimmed.starts_with("/apis/")) => {
            discovery::answer(call, trimmed)
        }
        _ if reading && trimmed.starts_with("/openapi/") => discovery::openapi(call, trimmed),
        _ => Err(ApiError::no_such_path()),
    }
}

async fn resource_path(call: &mut Call) -> Result<Response<Body>> {
    let info = &call.info;
    let found = call.server.catalog.find(&info.group, &info.version, &info.resource);
    let Some(served) = found else {
        if let Some(response) = crate::discovery::aggregated(call).await? {
            return Ok(response);
        }
        // As upstream: a path that no server registered.
        return Ok(text(404, "404 page not found\n"));
    };
    if served.namespaced && info.namespace.is_empty() && !matches!(info.verb.as_str(), "list" | "watch") {
        // As upstream: only list and watch exist across namespaces.
        return Err(if info.verb == "deletecollection" || info.name.is_empty() {
            ApiError::method_not_allowed()
        } else {
            ApiError::no_such_path()
        });
    }
    if !served.namespaced && !info.namespace.is_empty() && info.resource != "namespaces" {
        return Err(ApiError::no_such_path());
    }
    let ctx = call.ctx(&served);
    let mut ctx = ctx;
    if info.resource == "namespaces" && info.group.is_empty() {
        // The object itself is not in a namespace, whatever permission was asked of.
        ctx.info.namespace.clear();
    }
    if let Some(text) = served.deprecation() {
        ctx.warn(text);
    }
    let outcome = if info.subresource.is_empty() {
        resource::answer(call, &mut ctx).await
    } else {
        subresource::answer(call, &mut ctx).await
    };
    let warnings = ctx.take_warnings();
    match outcome {
        Ok(mut response) => {
            add_warnings(&mut response, warnings);
            Ok(response)
        }
        Err(error) if !warnings.is_empty() => {
            let mut response = super::pipeline::failure(&error, call.failure_answer());
            add_warnings(&mut response, warnings);
            Ok(response)
        }
        Err(error) => Err(error),
    }
}
