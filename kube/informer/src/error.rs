//! What a call to the API server may end in. Whoever branches does so on [`Reason`], never on a text.

use std::time::Duration;

use crate::wire;

/// A failed call.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The server answered, and refused.
    #[error("{}", .0.message)]
    Api(Box<Refusal>),
    #[error("connect to {server}: {why}")]
    Connect { server: String, why: String },
    /// The connection broke before the whole answer was there: the call may have taken effect.
    #[error("{method} {path}: {why}")]
    Transport { method: String, path: String, why: String },
    #[error("{method} {path}: no answer within {within:?}")]
    Deadline { method: String, path: String, within: Duration },
    #[error("decode {what}: {why}")]
    Decode { what: String, why: String },
    #[error("credentials: {0}")]
    Credentials(String),
}

/// A `Status` that the server answered with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refusal {
    pub code: u16,
    pub reason: Reason,
    pub message: String,
    pub retry_after: Option<Duration>,
    pub causes: Vec<Cause>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cause {
    pub reason: String,
    pub message: String,
    pub field: String,
}

/// `metav1.StatusReason`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reason {
    #[default]
    Unknown,
    Unauthorized,
    Forbidden,
    NotFound,
    AlreadyExists,
    Conflict,
    Gone,
    Expired,
    Invalid,
    BadRequest,
    MethodNotAllowed,
    NotAcceptable,
    UnsupportedMediaType,
    RequestEntityTooLarge,
    Timeout,
    ServerTimeout,
    TooManyRequests,
    InternalError,
    ServiceUnavailable,
}

impl Error {
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Error::Api(refusal) => Some(refusal),
            _ => None,
        }
    }

    pub fn reason(&self) -> Option<Reason> {
        self.refusal().map(|refusal| refusal.reason)
    }

    pub fn is_not_found(&self) -> bool {
        self.reason() == Some(Reason::NotFound)
    }

    pub fn is_already_exists(&self) -> bool {
        self.reason() == Some(Reason::AlreadyExists)
    }

    pub fn is_conflict(&self) -> bool {
        self.reason() == Some(Reason::Conflict)
    }

    /// The revision asked for is compacted away: list again.
    pub fn is_gone(&self) -> bool {
        matches!(self.reason(), Some(Reason::Gone | Reason::Expired))
    }

    /// The namespace is being deleted, so nothing may be created in it.
    pub fn is_namespace_terminating(&self) -> bool {
        self.refusal().is_some_and(|refusal| {
            refusal.reason == Reason::Forbidden
                && refusal.causes.iter().any(|cause| cause.reason == "NamespaceTerminating")
        })
    }
}

impl Reason {
    pub(crate) fn parse(text: &str, code: u16) -> Self {
        match text {
            "Unauthorized" => Reason::Unauthorized,
            "Forbidden" => Reason::Forbidden,
            "NotFound" => Reason::NotFound,
            "AlreadyExists" => Reason::AlreadyExists,
            "Conflict" => Reason::Conflict,
            "Gone" => Reason::Gone,
            "Expired" => Reason::Expired,
            "Invalid" => Reason::Invalid,
            "BadRequest" => Reason::BadRequest,
            "MethodNotAllowed" => Reason::MethodNotAllowed,
            "NotAcceptable" => Reason::NotAcceptable,
            "UnsupportedMediaType" => Reason::UnsupportedMediaType,
            "RequestEntityTooLarge" => Reason::RequestEntityTooLarge,
            "Timeout" => Reason::Timeout,
            "ServerTimeout" => Reason::ServerTimeout,
            "TooManyRequests" => Reason::TooManyRequests,
            "InternalError" => Reason::InternalError,
            "ServiceUnavailable" => Reason::ServiceUnavailable,
            _ => Self::of_code(code),
        }
    }

    /// A proxy in between may answer without a Status.
    fn of_code(code: u16) -> Self {
        match code {
            400 => Reason::BadRequest,
            401 => Reason::Unauthorized,
            403 => Reason::Forbidden,
            404 => Reason::NotFound,
            405 => Reason::MethodNotAllowed,
            406 => Reason::NotAcceptable,
            409 => Reason::Conflict,
            410 => Reason::Gone,
            413 => Reason::RequestEntityTooLarge,
            415 => Reason::UnsupportedMediaType,
            422 => Reason::Invalid,
            429 => Reason::TooManyRequests,
            500 => Reason::InternalError,
            503 => Reason::ServiceUnavailable,
            504 => Reason::Timeout,
            _ => Reason::Unknown,
        }
    }
}

impl From<wire::Status> for Refusal {
    fn from(status: wire::Status) -> Self {
        let code = u16::try_from(status.code).unwrap_or(500);
        let details = status.details.unwrap_or_default();
        let retry = u64::try_from(details.retry_after_seconds).unwrap_or(0);
        Refusal {
            code,
            reason: Reason::parse(&status.reason, code),
            message: status.message,
            retry_after: (retry > 0).then(|| Duration::from_secs(retry)),
            causes: details
                .causes
                .into_iter()
                .map(|cause| Cause { reason: cause.reason, message: cause.message, field: cause.field })
                .collect(),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Error::Api(Box::new(refusal))
    }
}
