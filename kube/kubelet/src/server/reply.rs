//! Answers: a code, a text or a stream of bytes.

use bytes::Bytes;
use futures::stream;
use http::{HeaderValue, Response, StatusCode, header};
use http_body::Frame;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full, StreamBody};
use tokio::sync::mpsc;

pub(crate) type Body = UnsyncBoxBody<Bytes, std::convert::Infallible>;
pub(crate) type Reply = Response<Body>;

/// A refusal in upstream's form: a text in the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: StatusCode,
    pub(crate) message: String,
}

impl Refusal {
    pub(crate) fn new(code: StatusCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    pub(crate) fn reply(self) -> Reply {
        text(self.code, self.message)
    }
}

pub(crate) fn text(code: StatusCode, text: impl Into<Bytes>) -> Reply {
    with_type(code, "text/plain; charset=utf-8", text.into())
}

pub(crate) fn json(body: impl Into<Bytes>) -> Reply {
    with_type(StatusCode::OK, "application/json", body.into())
}

pub(crate) fn with_type(code: StatusCode, kind: &'static str, body: Bytes) -> Reply {
    let mut reply = Response::new(Full::new(body).boxed_unsync());
    *reply.status_mut() = code;
    reply.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    reply
}

/// Ends when the sender is dropped.
pub(crate) fn streaming(from: mpsc::Receiver<Bytes>) -> Reply {
    let frames = stream::unfold(from, async |mut from| from.recv().await.map(|bytes| (Ok(Frame::data(bytes)), from)));
    let mut reply = Response::new(StreamBody::new(frames).boxed_unsync());
    reply.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    reply
}

/// A head without a body, for an upgrade.
pub(crate) fn head(head: Response<()>) -> Reply {
    head.map(|()| Full::new(Bytes::new()).boxed_unsync())
}
