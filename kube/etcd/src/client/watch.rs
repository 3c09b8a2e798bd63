//! One watch on a stream of its own: the transport multiplexes, and a slow watch holds up no other.

use crate::wire::{self, etcdserverpb as pb, from_status};
use futures::stream;
use kube_kv::{KvError, KvResult, Revision, Watch, WatchMessage, Watcher};
use pb::watch_client::WatchClient;
use pb::watch_request::RequestUnion;
use std::collections::VecDeque;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tonic::Streaming;
use tonic::transport::Channel;

/// Requests on their way. A progress request that finds it full is answered by those before it.
const REQUESTS_MAX: usize = 4;

struct Running {
    responses: Streaming<pb::WatchResponse>,
    /// Dropping it would end the stream.
    _requests: mpsc::Sender<pb::WatchRequest>,
    ready: VecDeque<WatchMessage>,
    ended: bool,
}

fn request(union: RequestUnion) -> pb::WatchRequest {
    pb::WatchRequest { request_union: Some(union) }
}

/// Resolves when the store has created the watch.
pub(super) async fn start(mut client: WatchClient<Channel>, watch: &Watch) -> KvResult<Watcher> {
    let (requests, stream) = mpsc::channel(REQUESTS_MAX);
    let create = request(RequestUnion::CreateRequest(wire::watch_request(watch)));
    requests.try_send(create).map_err(|_| KvError::Unavailable { reason: "the watch ended at once".to_owned() })?;
    let responses = client.watch(ReceiverStream::new(stream)).await.map_err(|status| from_status(&status))?;
    let mut responses = responses.into_inner();
    let first = responses.message().await.map_err(|status| from_status(&status))?;
    let first = first.ok_or_else(|| KvError::Unavailable { reason: "the store ended the watch".to_owned() })?;
    let mut ended = false;
    let mut early = None;
    if first.canceled {
        ended = true;
        early = Some(Err(cancelled(&first)));
    }
    let ask = requests.clone();
    let running = Running { responses, _requests: requests, ready: VecDeque::new(), ended };
    let messages = stream::unfold((running, early), |(mut running, early)| async move {
        let message = match early {
            Some(early) => early,
            None => running.next().await?,
        };
        Some((message, (running, None)))
    });
    Ok(Watcher::new(Box::pin(messages), move || {
        let progress = request(RequestUnion::ProgressRequest(pb::WatchProgressRequest {}));
        // Full: an earlier request is still to be sent. Closed: the watch has ended, and says so itself.
        let _coalesced = ask.try_send(progress);
    }))
}

impl Running {
    async fn next(&mut self) -> Option<KvResult<WatchMessage>> {
        loop {
            if let Some(message) = self.ready.pop_front() {
                return Some(Ok(message));
            }
            if self.ended {
                return None;
            }
            match self.responses.message().await {
                Ok(Some(response)) if response.canceled => {
                    self.ended = true;
                    return Some(Err(cancelled(&response)));
                }
                Ok(Some(response)) => self.take(response),
                Ok(None) => return None,
                Err(status) => {
                    self.ended = true;
                    return Some(Err(from_status(&status)));
                }
            }
        }
    }

    /// A response may hold several revisions, but never a part of one.
    fn take(&mut self, response: pb::WatchResponse) {
        if response.events.is_empty() {
            let revision = Revision(response.header.unwrap_or_default().revision);
            if !response.created {
                self.ready.push_back(WatchMessage::Progress(revision));
            }
            return;
        }
        for event in response.events.into_iter().map(wire::from_event) {
            match self.ready.back_mut() {
                Some(WatchMessage::Events { revision, events }) if *revision == event.kv.mod_revision => {
                    events.push(event);
                }
                _ => {
                    let revision = event.kv.mod_revision;
                    self.ready.push_back(WatchMessage::Events { revision, events: vec![event] });
                }
            }
        }
    }
}

fn cancelled(response: &pb::WatchResponse) -> KvError {
    match response.compact_revision {
        0 if response.cancel_reason.contains("compacted") => KvError::Compacted { at: None },
        0 => KvError::Unavailable { reason: format!("the store cancelled the watch: {}", response.cancel_reason) },
        at => KvError::Compacted { at: Some(Revision(at)) },
    }
}
