//! Errors on the wire: etcd's codes and texts, and back to what a caller branches on.
//!
//! As etcd 3.5: api/v3rpc/rpctypes/error.go.

use kube_kv::KvError;
use tonic::{Code, Status};

pub(crate) fn to_status(err: &KvError) -> Status {
    Status::new(code(err), err.to_string())
}

fn code(err: &KvError) -> Code {
    match err {
        KvError::EmptyKey
        | KvError::KeyNotFound
        | KvError::ValueProvided
        | KvError::LeaseProvided
        | KvError::TooManyOps
        | KvError::DuplicateKey
        | KvError::RequestTooLarge => Code::InvalidArgument,
        KvError::Compacted { .. } | KvError::FutureRevision | KvError::LeaseTtlTooLarge => Code::OutOfRange,
        KvError::LeaseNotFound => Code::NotFound,
        KvError::LeaseExists => Code::FailedPrecondition,
        KvError::TooManyRequests | KvError::NoSpace => Code::ResourceExhausted,
        KvError::Unavailable { .. } | KvError::Timeout => Code::Unavailable,
        KvError::Unknown { .. } => Code::Unknown,
        KvError::Unimplemented { .. } => Code::Unimplemented,
        KvError::Other { code, .. } => Code::from(*code),
    }
}

/// The errors that a caller may branch on. Texts are etcd's way to tell them apart.
const KNOWN: [KvError; 14] = [
    KvError::EmptyKey,
    KvError::KeyNotFound,
    KvError::ValueProvided,
    KvError::LeaseProvided,
    KvError::TooManyOps,
    KvError::DuplicateKey,
    KvError::Compacted { at: None },
    KvError::FutureRevision,
    KvError::LeaseNotFound,
    KvError::LeaseExists,
    KvError::LeaseTtlTooLarge,
    KvError::RequestTooLarge,
    KvError::TooManyRequests,
    KvError::NoSpace,
];

pub(crate) fn from_status(status: &Status) -> KvError {
    let message = status.message();
    if let Some(known) = KNOWN.into_iter().find(|known| known.to_string() == message) {
        return known;
    }
    if message.starts_with("etcdserver: request timed out") {
        return KvError::Timeout;
    }
    match status.code() {
        // Refused by a server, or never sent: nothing happened.
        Code::Unavailable if never_sent(status) => KvError::Unavailable { reason: message.to_owned() },
        Code::Unavailable | Code::Unknown | Code::Cancelled | Code::DeadlineExceeded | Code::Internal => {
            KvError::Unknown { reason: format!("{}: {message}", status.code()) }
        }
        Code::Unimplemented => KvError::Unimplemented { what: message.to_owned() },
        code => KvError::Other { code: code as i32, message: message.to_owned() },
    }
}

/// The connection could not be made, or the server says that it has no leader.
fn never_sent(status: &Status) -> bool {
    let mut cause = std::error::Error::source(status);
    while let Some(err) = cause {
        if err.to_string().contains("connect") {
            return true;
        }
        cause = err.source();
    }
    status.message().starts_with("etcdserver: no leader") || status.message() == "etcdserver: server stopped"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_errors_come_back() {
        for err in KNOWN {
            assert_eq!(from_status(&to_status(&err)), err);
        }
        assert_eq!(from_status(&to_status(&KvError::Timeout)), KvError::Timeout);
    }
}
