//! The way of every request: audit id, identity, impersonation, flow control, permission, route, answer.
//!
//! As upstream: the order of apiserver/pkg/server/config.go, DefaultBuildHandlerChain.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderValue, Request, Response, header};
use hyper::body::Incoming;

use super::body::Body;
use super::call::{Call, add_warnings, respond};
use super::info::RequestInfo;
use super::query::Query;
use super::route;
use crate::authn::{Peer, User, impersonate};
use crate::authz::Attributes;
use crate::render;
use crate::server::Server;
use crate::status::{ApiError, Named, Result};

/// As upstream: --request-timeout.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(60);

pub(super) async fn answer(server: Arc<Server>, peer: Arc<Peer>, request: Request<Incoming>) -> Response<Body> {
    let started = server.clock.monotonic();
    let query_text = request.uri().query().unwrap_or_default().to_owned();
    let query = Query::parse(&query_text);
    let info = RequestInfo::read(request.method(), request.uri().path(), &query);
    let audit_id = request
        .headers()
        .get("audit-id")
        .and_then(|value| value.to_str().ok())
        .filter(|id| !id.is_empty() && id.len() <= 64)
        .map_or_else(|| uuid::Uuid::new_v4().to_string(), str::to_owned);
    let mut call = Call {
        user: Arc::new(User::anonymous()),
        info,
        query,
        raw_query: query_text,
        method: request.method().clone(),
        headers: request.headers().clone(),
        request: Some(request),
        audit_id,
        server: server.clone(),
    };
    let (verb, resource) = (call.info.verb.clone(), call.info.resource_path());
    let group = call.info.group.clone();
    let long_running = call.info.is_long_running();
    let failure_answer = call.failure_answer();
    let audit_id = call.audit_id.clone();
    let is_head = call.method == http::Method::HEAD;
    let zipped = call.accepts_gzip();
    let limit = limit_of(&call, long_running);
    let path = call.info.path.clone();
    let work = pass(&mut call, &peer);
    let mut outcome = match limit {
        None => work.await,
        Some(limit) => match server.clock.timeout(limit, work).await {
            Ok(outcome) => outcome,
            Err(_) => Err(ApiError::timeout(format_args!("request did not complete within the allotted timeout"), 0)),
        },
    };
    if let Err(error) = &outcome
        && error.code() >= 500
    {
        tracing::warn!(%verb, %path, user = %call.user.name, code = error.code(), %error, "request failed");
    }
    let mut response = match &mut outcome {
        Ok(response) => std::mem::replace(response, Response::new(Body::Empty)),
        Err(error) => failure(error, failure_answer),
    };
    if zipped {
        compress(&mut response);
    }
    if is_head {
        *response.body_mut() = Body::Empty;
    }
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&audit_id) {
        headers.insert("audit-id", value);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache, private"));
    }
    let code = response.status().as_u16();
    server.metrics.request(&verb, &group, &resource, code, server.clock.monotonic().since(started), long_running);
    response
}

/// As upstream: `?timeout=` shortens the server's own limit; what may last has none.
fn limit_of(call: &Call, long_running: bool) -> Option<Duration> {
    if long_running {
        return None;
    }
    let asked = call.query.get("timeout").and_then(seconds);
    Some(asked.map_or(REQUEST_TIMEOUT, |asked| asked.min(REQUEST_TIMEOUT)))
}

/// Go's duration text, as far as clients send it: `30s`, `1m0s`, `500ms`.
fn seconds(text: &str) -> Option<Duration> {
    let mut total = Duration::ZERO;
    let mut digits = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '0'..='9' | '.' => digits.push(letter),
            'm' if letters.peek() == Some(&'s') => {
                letters.next();
                total += Duration::from_secs_f64(digits.parse::<f64>().ok()? / 1000.0);
                digits.clear();
            }
            'h' | 'm' | 's' => {
                let unit = match letter {
                    'h' => 3600.0,
                    'm' => 60.0,
                    _ => 1.0,
                };
                let value = digits.parse::<f64>().ok().filter(|value| value.is_finite() && *value < 1e6)?;
                total += Duration::from_secs_f64(value * unit);
                digits.clear();
            }
            _ => return None,
        }
    }
    (digits.is_empty() && !total.is_zero()).then_some(total)
}

async fn pass(call: &mut Call, peer: &Peer) -> Result<Response<Body>> {
    let server = call.server.clone();
    let found = server.authenticator.request(&call.headers, peer).await;
    call.user = found.inspect_err(|error| tracing::debug!(address = ?peer.address, %error, "not authenticated"))?.user;
    if let Some(acting) = impersonate::apply(&call.headers, &call.user, &server.authorizer)? {
        call.user = acting;
    }
    let attributes = attributes(call);
    let seat = server.flow.seat(&attributes, call.info.is_long_running()).await?;
    let mut outcome = match server.authorizer.check(&attributes) {
        Ok(()) => route::route(call).await,
        Err(why) => {
            let info = &call.info;
            let what = Named { group: &info.group, resource: if info.is_resource { &info.resource } else { "" } };
            Err(ApiError::forbidden(what, &info.name, why))
        }
    };
    if let Some((schema, level)) = seat.uids() {
        let mark = |response: &mut Response<Body>| {
            for (name, value) in
                [("x-kubernetes-pf-flowschema-uid", &schema), ("x-kubernetes-pf-prioritylevel-uid", &level)]
            {
                if let Ok(value) = HeaderValue::from_str(value) {
                    response.headers_mut().insert(name, value);
                }
            }
        };
        match &mut outcome {
            Ok(response) => mark(response),
            Err(error) => {
                let mut response = failure(error, call.failure_answer());
                mark(&mut response);
                return Ok(response);
            }
        }
    }
    outcome
}

fn attributes(call: &Call) -> Attributes {
    let info = &call.info;
    Attributes {
        user: call.user.clone(),
        verb: info.verb.clone(),
        group: info.group.clone(),
        resource: info.resource.clone(),
        subresource: info.subresource.clone(),
        namespace: info.namespace.clone(),
        name: info.name.clone(),
        path: info.path.clone(),
        is_resource: info.is_resource,
        field_selector: info.field_selector.clone(),
    }
}

pub(super) fn failure(error: &ApiError, answer: super::negotiate::Answer) -> Response<Body> {
    let mut response = respond(error.code(), render::failure(error, answer));
    let wait = error.0.details.as_ref().map_or(0, |details| details.retry_after_seconds);
    if wait > 0
        && let Ok(value) = HeaderValue::from_str(&wait.to_string())
    {
        response.headers_mut().insert(header::RETRY_AFTER, value);
    }
    add_warnings(&mut response, Vec::new());
    response
}

/// As upstream: answers above 128 KiB are compressed for who accepts it.
const COMPRESS_ABOVE: u64 = 128 * 1024;

fn compress(response: &mut Response<Body>) {
    use std::io::Write;
    let large = response.body().len().is_some_and(|length| length > COMPRESS_ABOVE);
    if !large || response.headers().contains_key(header::CONTENT_ENCODING) {
        return;
    }
    let pieces = match std::mem::replace(response.body_mut(), Body::Empty) {
        Body::Full(Some(bytes)) => [bytes].into(),
        Body::Pieces(pieces) => pieces,
        other => {
            *response.body_mut() = other;
            return;
        }
    };
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(1));
    let written = pieces.iter().try_for_each(|piece| encoder.write_all(piece)).and_then(|()| encoder.finish());
    match written {
        Ok(zipped) => {
            *response.body_mut() = Body::full(zipped);
            let headers = response.headers_mut();
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            headers.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        }
        // Writing to memory does not fail; were it to, the plain body is as good.
        Err(_) => *response.body_mut() = Body::Pieces(pieces),
    }
}
