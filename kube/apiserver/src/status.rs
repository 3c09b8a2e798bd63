//! What a request that fails answers: upstream's `Status`, with its codes, reasons and texts.
//!
//! Texts and reasons are facts of the protocol (as upstream: apimachinery/pkg/api/errors). How a Status is written to
//! the wire is decided in `http::respond`.

use std::borrow::Cow;
use std::fmt;

/// One cause inside a Status' details.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cause {
    pub reason: String,
    pub message: String,
    pub field: String,
}

/// A failed request, as the client will see it. Boxed: errors travel through every result of the crate.
#[derive(Clone, Debug)]
pub(crate) struct ApiError(pub Box<Failure>);

#[derive(Clone, Debug, Default)]
pub(crate) struct Failure {
    pub code: u16,
    pub reason: Cow<'static, str>,
    pub message: String,
    pub details: Option<Details>,
    /// For an expired page: where to go on.
    pub continue_token: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Details {
    pub name: String,
    pub group: String,
    pub kind: String,
    pub uid: String,
    pub causes: Vec<Cause>,
    pub retry_after_seconds: i32,
}

/// A group and a resource (or kind) as error texts name them: `deployments.apps`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named<'a> {
    pub group: &'a str,
    pub resource: &'a str,
}

pub(crate) type Result<T, E = ApiError> = std::result::Result<T, E>;

impl fmt::Display for Named<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.group {
            "" => out.write_str(self.resource),
            group => write!(out, "{}.{group}", self.resource),
        }
    }
}

impl Named<'_> {
    fn details(&self, name: &str) -> Details {
        Details { name: name.into(), group: self.group.into(), kind: self.resource.into(), ..Details::default() }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.message)
    }
}

impl std::error::Error for ApiError {}

/// Go's `%q` for the texts that quote names.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => out.push_str(&format!("\\x{:02x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

impl ApiError {
    pub(crate) fn new(code: u16, reason: &'static str, message: impl Into<String>) -> Self {
        Self(Box::new(Failure { code, reason: reason.into(), message: message.into(), ..Failure::default() }))
    }

    pub(crate) fn with(mut self, details: Details) -> Self {
        self.0.details = Some(details);
        self
    }

    pub(crate) fn code(&self) -> u16 {
        self.0.code
    }

    pub(crate) fn is_not_found(&self) -> bool {
        self.0.code == 404 && self.0.reason == "NotFound"
    }

    pub(crate) fn is_already_exists(&self) -> bool {
        self.0.reason == "AlreadyExists"
    }

    pub(crate) fn is_conflict(&self) -> bool {
        self.0.code == 409 && self.0.reason == "Conflict"
    }

    pub(crate) fn not_found(what: Named<'_>, name: &str) -> Self {
        Self::new(404, "NotFound", format!("{what} {} not found", quoted(name))).with(what.details(name))
    }

    /// The path names nothing that is served.
    pub(crate) fn no_such_path() -> Self {
        Self::new(404, "NotFound", "the server could not find the requested resource").with(Details::default())
    }

    pub(crate) fn already_exists(what: Named<'_>, name: &str) -> Self {
        Self::new(409, "AlreadyExists", format!("{what} {} already exists", quoted(name))).with(what.details(name))
    }

    pub(crate) fn generate_name_conflict(what: Named<'_>, name: &str) -> Self {
        let text = "already exists, the server was not able to generate a unique name for the object";
        let mut details = what.details(name);
        details.retry_after_seconds = 1;
        Self::new(409, "AlreadyExists", format!("{what} {} {text}", quoted(name))).with(details)
    }

    pub(crate) fn conflict(what: Named<'_>, name: &str, why: impl fmt::Display) -> Self {
        Self::new(409, "Conflict", format!("Operation cannot be fulfilled on {what} {}: {why}", quoted(name)))
            .with(what.details(name))
    }

    /// The text of optimistic concurrency (as upstream: registry/generic/registry/store.go).
    pub(crate) fn modified(what: Named<'_>, name: &str) -> Self {
        Self::conflict(
            what,
            name,
            "the object has been modified; please apply your changes to the latest version and try again",
        )
    }

    pub(crate) fn forbidden(what: Named<'_>, name: &str, why: impl fmt::Display) -> Self {
        let message = match (what.resource, name) {
            ("", _) => format!("forbidden: {why}"),
            (_, "") => format!("{what} is forbidden: {why}"),
            _ => format!("{what} {} is forbidden: {why}", quoted(name)),
        };
        Self::new(403, "Forbidden", message).with(what.details(name))
    }

    pub(crate) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized", "Unauthorized")
    }

    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(400, "BadRequest", message)
    }

    /// `what.resource` is the kind here, as upstream does for Invalid.
    pub(crate) fn invalid(what: Named<'_>, name: &str, causes: Vec<Cause>) -> Self {
        let bodies: Vec<String> = {
            // As upstream: an aggregate lists each text once.
            let mut seen: Vec<String> = Vec::new();
            for cause in &causes {
                let body = match cause.field.as_str() {
                    "" => cause.message.clone(),
                    field => format!("{field}: {}", cause.message),
                };
                if !seen.contains(&body) {
                    seen.push(body);
                }
            }
            seen
        };
        let head = format!("{what} {} is invalid", quoted(name));
        let message = match bodies.as_slice() {
            [] => head,
            [one] => format!("{head}: {one}"),
            many => format!("{head}: [{}]", many.join(", ")),
        };
        let mut details = what.details(name);
        details.causes = causes;
        Self::new(422, "Invalid", message).with(details)
    }

    pub(crate) fn too_many_requests(message: impl Into<String>, retry_after_seconds: i32) -> Self {
        Self::new(429, "TooManyRequests", message).with(Details { retry_after_seconds, ..Details::default() })
    }

    /// What a verb that a path does not know answers (as upstream: go-restful's 405).
    pub(crate) fn method_not_allowed() -> Self {
        let text = "the server does not allow this method on the requested resource";
        Self::new(405, "MethodNotAllowed", text).with(Details::default())
    }

    pub(crate) fn not_acceptable(supported: &[&str]) -> Self {
        let text = format!("only the following media types are accepted: {}", supported.join(", "));
        Self::new(406, "NotAcceptable", text)
    }

    pub(crate) fn unsupported_media_type(supported: &[&str]) -> Self {
        let text = "the body of the request was in an unknown format - accepted media types include:";
        Self::new(415, "UnsupportedMediaType", format!("{text} {}", supported.join(", ")))
    }

    pub(crate) fn too_large(message: impl fmt::Display) -> Self {
        Self::new(413, "RequestEntityTooLarge", format!("Request entity too large: {message}"))
    }

    pub(crate) fn expired(message: impl Into<String>) -> Self {
        Self::new(410, "Expired", message)
    }

    pub(crate) fn timeout(message: impl fmt::Display, retry_after_seconds: i32) -> Self {
        Self::new(504, "Timeout", format!("Timeout: {message}"))
            .with(Details { retry_after_seconds, ..Details::default() })
    }

    /// As upstream: apiserver/pkg/storage/errors.go, NewTooLargeResourceVersionError.
    pub(crate) fn too_large_resource_version(minimum: i64, current: i64) -> Self {
        let mut error = Self::timeout(format_args!("Too large resource version: {minimum}, current: {current}"), 1);
        if let Some(details) = error.0.details.as_mut() {
            details.causes.push(Cause {
                reason: "ResourceVersionTooLarge".into(),
                message: "Too large resource version".into(),
                field: String::new(),
            });
        }
        error
    }

    pub(crate) fn service_unavailable(message: impl Into<String>) -> Self {
        Self::new(503, "ServiceUnavailable", message)
    }

    pub(crate) fn internal(why: impl fmt::Display) -> Self {
        let why = why.to_string();
        let details =
            Details { causes: vec![Cause { message: why.clone(), ..Cause::default() }], ..Details::default() };
        Self::new(500, "InternalError", format!("Internal error occurred: {why}")).with(details)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_upstreams() {
        let deployments = Named { group: "apps", resource: "deployments" };
        assert_eq!(ApiError::not_found(deployments, "web").to_string(), r#"deployments.apps "web" not found"#);
        let pods = Named { group: "", resource: "pods" };
        assert_eq!(
            ApiError::forbidden(pods, "", "User \"jane\" cannot list").to_string(),
            r#"pods is forbidden: User "jane" cannot list"#
        );
        let causes = vec![
            Cause { reason: "FieldValueRequired".into(), message: "Required value".into(), field: "spec.a".into() },
            Cause { reason: "FieldValueRequired".into(), message: "Required value".into(), field: "spec.b".into() },
        ];
        assert_eq!(
            ApiError::invalid(Named { group: "apps", resource: "Deployment" }, "web", causes).to_string(),
            r#"Deployment.apps "web" is invalid: [spec.a: Required value, spec.b: Required value]"#
        );
    }
}
