//! One request with everything that was found out about it on its way.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, StatusCode, header};
use hyper::body::Incoming;

use super::body::{self, Body};
use super::info::RequestInfo;
use super::negotiate::{self, Answer, Offers};
use super::query::Query;
use crate::authn::User;
use crate::catalog::Served;
use crate::registry::Ctx;
use crate::render::Rendered;
use crate::server::Server;
use crate::status::Result;

pub(crate) struct Call {
    pub server: Arc<Server>,
    pub user: Arc<User>,
    pub info: RequestInfo,
    pub query: Query,
    pub raw_query: String,
    pub method: Method,
    pub headers: HeaderMap,
    pub request: Option<Request<Incoming>>,
    pub audit_id: String,
}

impl Call {
    pub(crate) fn header(&self, name: impl header::AsHeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    pub(crate) fn user_agent(&self) -> &str {
        self.header(header::USER_AGENT).unwrap_or_default()
    }

    pub(crate) fn accepts_gzip(&self) -> bool {
        let list = self.header(header::ACCEPT_ENCODING);
        list.is_some_and(|list| list.split(',').any(|one| one.trim().starts_with("gzip")))
    }

    pub(crate) fn answer(&self, offers: Offers) -> Result<Answer> {
        // A header that is sent twice counts as one.
        let accept: Vec<&str> =
            self.headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).collect();
        let joined = (!accept.is_empty()).then(|| accept.join(","));
        negotiate::answer(joined.as_deref(), &self.query, self.user_agent(), offers)
    }

    /// What failures are told in: the client's encoding where it has one.
    pub(crate) fn failure_answer(&self) -> Answer {
        self.answer(Offers::PLAIN).unwrap_or(Answer::JSON)
    }

    pub(crate) async fn body(&mut self) -> Result<Bytes> {
        match self.request.take() {
            Some(request) => body::read(request.into_body()).await,
            None => Ok(Bytes::new()),
        }
    }

    pub(crate) fn ctx(&self, served: &Arc<Served>) -> Ctx {
        let mut ctx = Ctx::new(self.server.clone(), self.user.clone(), self.info.clone(), served.clone());
        ctx.user_agent = self.user_agent().to_owned();
        ctx
    }
}

/// A response of a rendered body.
pub(crate) fn respond(code: u16, rendered: Rendered) -> Response<Body> {
    let mut response = Response::new(rendered.body);
    *response.status_mut() = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if let Ok(value) = rendered.content_type.parse() {
        response.headers_mut().insert(header::CONTENT_TYPE, value);
    }
    response
}

/// A text that is not an API object.
pub(crate) fn text(code: u16, text: impl Into<Bytes>) -> Response<Body> {
    let rendered = Rendered { body: Body::full(text), content_type: "text/plain; charset=utf-8".into() };
    let mut response = respond(code, rendered);
    response.headers_mut().insert("x-content-type-options", header::HeaderValue::from_static("nosniff"));
    response
}

/// Tells the client what did not fail the request (as upstream: `Warning: 299 - "text"`, 4096 characters in all).
pub(crate) fn add_warnings(response: &mut Response<Body>, warnings: Vec<String>) {
    let mut total = 0;
    for warning in warnings {
        let shown: String = warning.chars().filter(|letter| !letter.is_control()).collect();
        total += shown.chars().count();
        let shown = if total > 4096 { shown.chars().take(256).collect() } else { shown };
        let quoted = shown.replace('\\', "\\\\").replace('"', "\\\"");
        if let Ok(value) = format!("299 - \"{quoted}\"").parse() {
            response.headers_mut().append(header::WARNING, value);
        }
    }
}
