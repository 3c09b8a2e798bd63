//! Bodies: what an answer streams, and how a request's body is read with a limit.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use tokio::sync::mpsc;

use crate::status::{ApiError, Result};

/// Bodies above this are refused (as upstream: 3 MiB, apiserver/pkg/server/config.go).
pub(crate) const BODY_MAX: usize = 3 * 1024 * 1024;

/// The body of an answer.
pub(crate) enum Body {
    Empty,
    Full(Option<Bytes>),
    /// Pieces that are known already: a list is written round bodies of the cache without copying them.
    Pieces(std::collections::VecDeque<Bytes>),
    /// Pieces that come later. The sender's end closes the body.
    Stream(mpsc::Receiver<Bytes>),
    /// What another server answers.
    Foreign(Incoming),
}

impl Body {
    pub(crate) fn full(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        if bytes.is_empty() { Self::Empty } else { Self::Full(Some(bytes)) }
    }

    pub(crate) fn len(&self) -> Option<u64> {
        match self {
            Self::Empty | Self::Full(None) => Some(0),
            Self::Full(Some(bytes)) => Some(bytes.len() as u64),
            Self::Pieces(list) => Some(list.iter().map(|piece| piece.len() as u64).sum()),
            Self::Stream(_) | Self::Foreign(_) => None,
        }
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<std::result::Result<Frame<Bytes>, hyper::Error>>> {
        match self.get_mut() {
            Self::Empty => Poll::Ready(None),
            Self::Full(bytes) => Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes)))),
            Self::Pieces(list) => Poll::Ready(list.pop_front().map(|bytes| Ok(Frame::data(bytes)))),
            Self::Stream(receiver) => receiver.poll_recv(cx).map(|next| next.map(|bytes| Ok(Frame::data(bytes)))),
            Self::Foreign(incoming) => Pin::new(incoming).poll_frame(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Empty | Self::Full(None) => true,
            Self::Pieces(list) => list.is_empty(),
            Self::Full(Some(_)) | Self::Stream(_) => false,
            Self::Foreign(incoming) => incoming.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Foreign(incoming) => incoming.size_hint(),
            other => other.len().map_or_else(SizeHint::default, SizeHint::with_exact),
        }
    }
}

impl From<Infallible> for Body {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// Reads a request's body, at most `BODY_MAX` of it.
pub(crate) async fn read(mut incoming: Incoming) -> Result<Bytes> {
    let mut whole: Option<Bytes> = None;
    let mut gathered = BytesMut::new();
    while let Some(frame) = incoming.frame().await {
        let frame = frame.map_err(|err| ApiError::bad_request(format!("error reading the request body: {err}")))?;
        let Ok(data) = frame.into_data() else { continue };
        if gathered.len() + whole.as_ref().map_or(0, Bytes::len) + data.len() > BODY_MAX {
            return Err(ApiError::too_large(format_args!("limit is {BODY_MAX}")));
        }
        // The usual body is one frame, and is not copied.
        match (whole.take(), gathered.is_empty()) {
            (None, true) => whole = Some(data),
            (Some(first), _) => {
                gathered.extend_from_slice(&first);
                gathered.extend_from_slice(&data);
            }
            (None, false) => gathered.extend_from_slice(&data),
        }
    }
    Ok(whole.unwrap_or_else(|| gathered.freeze()))
}
