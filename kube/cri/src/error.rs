//! What can go wrong in a call to the runtime, by kind; callers branch on the kind and show the text.

/// What a caller does about a failed call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The object is gone: for a removal this is success.
    NotFound,
    /// Already there (containerd answers so when a name is reserved by an earlier call that is still at work).
    AlreadyExists,
    /// The runtime does not know the call.
    Unimplemented,
    /// No answer within the deadline; the work may go on in the runtime.
    Deadline,
    /// Nobody listens on the socket.
    Unavailable,
    /// Anything else: the text says what.
    Other,
}

/// A failed call. `Display` is what upstream's kubelet shows in events and waiting messages.
#[derive(Clone, Debug, thiserror::Error)]
#[error("rpc error: code = {code} desc = {message}")]
pub struct CriError {
    /// The call, in CRI's words.
    pub call: &'static str,
    pub kind: Kind,
    /// The gRPC code's name, as Go prints it.
    pub code: &'static str,
    pub message: String,
}

impl CriError {
    /// An error of `kind` with our own words.
    pub fn new(call: &'static str, kind: Kind, message: impl Into<String>) -> Self {
        let code = match kind {
            Kind::NotFound => "NotFound",
            Kind::AlreadyExists => "AlreadyExists",
            Kind::Unimplemented => "Unimplemented",
            Kind::Deadline => "DeadlineExceeded",
            Kind::Unavailable => "Unavailable",
            Kind::Other => "Unknown",
        };
        Self { call, kind, code, message: message.into() }
    }

    pub(crate) fn from_status(call: &'static str, status: &tonic::Status) -> Self {
        use tonic::Code;
        let (kind, code) = match status.code() {
            Code::NotFound => (Kind::NotFound, "NotFound"),
            Code::AlreadyExists => (Kind::AlreadyExists, "AlreadyExists"),
            Code::Unimplemented => (Kind::Unimplemented, "Unimplemented"),
            // tonic reports its own expired deadline as Cancelled with this text.
            Code::Cancelled if status.message().contains("Timeout expired") => (Kind::Deadline, "DeadlineExceeded"),
            Code::DeadlineExceeded => (Kind::Deadline, "DeadlineExceeded"),
            Code::Unavailable => (Kind::Unavailable, "Unavailable"),
            Code::Ok => (Kind::Other, "OK"),
            Code::Cancelled => (Kind::Other, "Canceled"),
            Code::Unknown => (Kind::Other, "Unknown"),
            Code::InvalidArgument => (Kind::Other, "InvalidArgument"),
            Code::PermissionDenied => (Kind::Other, "PermissionDenied"),
            Code::ResourceExhausted => (Kind::Other, "ResourceExhausted"),
            Code::FailedPrecondition => (Kind::Other, "FailedPrecondition"),
            Code::Aborted => (Kind::Other, "Aborted"),
            Code::OutOfRange => (Kind::Other, "OutOfRange"),
            Code::Internal => (Kind::Other, "Internal"),
            Code::DataLoss => (Kind::Other, "DataLoss"),
            Code::Unauthenticated => (Kind::Other, "Unauthenticated"),
        };
        Self { call, kind, code, message: status.message().to_owned() }
    }

    pub fn is_not_found(&self) -> bool {
        self.kind == Kind::NotFound
    }
}
