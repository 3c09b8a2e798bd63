//! Watches: many on one stream. One task serves a stream: it reads for each of its watches when the state has moved, and
//! the client's pace holds up nobody else.

use super::header::{Server, refuse};
use crate::node::watch::{Follower, PROGRESS_EVERY};
use crate::wire::{self, etcdserverpb as pb};
use futures::StreamExt;
use futures::stream::BoxStream;
use kube_kv::{Consistency, Keys, Kv, KvError, Range, Revision, WatchMessage};
use machined_base::Monotonic;
use pb::watch_request::RequestUnion;
use std::collections::BTreeMap;
use tokio::sync::{mpsc, watch};
use tokio_stream::wrappers::ReceiverStream;
use tonic::{Request, Response, Status, Streaming};

/// Messages on their way to a client that reads slowly; then its watches wait.
const OUTBOX: usize = 64;
/// A response gets no bigger than this while there is more to say than one revision.
const RESPONSE_BYTES: usize = 1 << 20;
/// The id of an answer that concerns no single watch, as etcd writes it.
const EVERY_WATCH: i64 = -1;

#[tonic::async_trait]
impl pb::watch_server::Watch for Server {
    type WatchStream = BoxStream<'static, Result<pb::WatchResponse, Status>>;

    async fn watch(
        &self,
        request: Request<Streaming<pb::WatchRequest>>,
    ) -> Result<Response<Self::WatchStream>, Status> {
        let (outbox, responses) = mpsc::channel(OUTBOX);
        let session = Session {
            server: self.clone(),
            changes: self.handle.state().changes(),
            watches: BTreeMap::new(),
            next_id: 0,
            owed: false,
            progress_at: self.handle.tasks().clock().monotonic() + PROGRESS_EVERY,
            outbox,
        };
        let requests = request.into_inner();
        self.handle.tasks().scoped("etcd-watch", async move { session.run(requests).await });
        Ok(Response::new(ReceiverStream::new(responses).boxed()))
    }
}

struct Session {
    server: Server,
    changes: watch::Receiver<Revision>,
    watches: BTreeMap<i64, Follower>,
    next_id: i64,
    /// The client asked how far its watches are.
    owed: bool,
    progress_at: Monotonic,
    outbox: mpsc::Sender<Result<pb::WatchResponse, Status>>,
}

/// The client is gone; there is nobody to tell.
struct Gone;

impl Session {
    async fn run(mut self, mut requests: Streaming<pb::WatchRequest>) {
        let shutdown = self.server.handle.tasks().shutdown().clone();
        let mut open = true;
        loop {
            // Seen before reading: what comes while we read wakes us again.
            self.changes.borrow_and_update();
            if self.send_what_is_new().await.is_err() {
                return;
            }
            if self.watches.is_empty() && !open {
                return;
            }
            let clock = self.server.handle.tasks().clock().clone();
            tokio::select! {
                // Cancel-safe: a stream's next loses nothing, the others only wait.
                request = requests.next(), if open => match request {
                    Some(Ok(request)) => if self.take(request).await.is_err() { return },
                    // A client that has sent its last request may go on reading.
                    None => open = false,
                    Some(Err(_)) => return,
                },
                changed = self.changes.changed(), if !self.watches.is_empty() => if changed.is_err() { return },
                () = clock.sleep_until(self.progress_at), if self.wants_progress() => {
                    if self.tell_quiet_progress().await.is_err() { return }
                }
                () = self.outbox.closed() => return,
                () = shutdown.requested() => return,
            }
        }
    }

    fn wants_progress(&self) -> bool {
        self.watches.values().any(Follower::wants_progress)
    }

    async fn take(&mut self, request: pb::WatchRequest) -> Result<(), Gone> {
        match request.request_union {
            Some(RequestUnion::CreateRequest(create)) => self.create(create).await,
            Some(RequestUnion::CancelRequest(cancel)) => match self.watches.remove(&cancel.watch_id) {
                Some(_) => self.send(pb::WatchResponse { canceled: true, ..self.response(cancel.watch_id) }).await,
                None => Ok(()),
            },
            Some(RequestUnion::ProgressRequest(_)) => {
                self.owed = true;
                Ok(())
            }
            None => Ok(()),
        }
    }

    async fn create(&mut self, create: pb::WatchCreateRequest) -> Result<(), Gone> {
        let taken = create.watch_id != 0 && self.watches.contains_key(&create.watch_id);
        if taken || create.watch_id < 0 {
            let cancel_reason = "mvcc: duplicate watch ID provided on the WatchStream".to_owned();
            let refused =
                pb::WatchResponse { created: true, canceled: true, cancel_reason, ..self.response(EVERY_WATCH) };
            return self.send(refused).await;
        }
        let id = match create.watch_id {
            0 => {
                while self.watches.contains_key(&self.next_id) {
                    self.next_id += 1;
                }
                self.next_id += 1;
                self.next_id - 1
            }
            id => id,
        };
        // What was acknowledged before must be seen, or be known to be before the start.
        let barrier = Range { consistency: Consistency::Linearizable, ..Range::of(Keys::one("\0")).count_only() };
        if let Err(err) = self.server.handle.range(barrier).await {
            let refused = pb::WatchResponse {
                created: true,
                canceled: true,
                cancel_reason: err.to_string(),
                ..self.response(id)
            };
            return self.send(refused).await;
        }
        self.watches.insert(id, Follower::new(self.server.handle.state(), wire::to_watch(&create)));
        self.send(pb::WatchResponse { created: true, ..self.response(id) }).await
    }

    async fn send_what_is_new(&mut self) -> Result<(), Gone> {
        let ids: Vec<i64> = self.watches.keys().copied().collect();
        for id in ids {
            while let Some(follower) = self.watches.get_mut(&id) {
                match follower.read() {
                    Ok(None) => break,
                    Ok(Some(messages)) => self.send_events(id, messages).await?,
                    Err(err) => self.end(id, err).await?,
                }
            }
        }
        if std::mem::take(&mut self.owed) {
            // Every watch has read at least so far.
            let reached = self.watches.values().map(Follower::reached).min();
            let revision = reached.unwrap_or_else(|| self.server.handle.state().revision());
            let header = Some(self.server.header(revision));
            self.send(pb::WatchResponse { header, ..self.response(EVERY_WATCH) }).await?;
        }
        Ok(())
    }

    /// A response holds whole revisions only.
    async fn send_events(&mut self, id: i64, messages: Vec<WatchMessage>) -> Result<(), Gone> {
        let (mut events, mut bytes) = (Vec::new(), 0);
        for message in messages {
            let WatchMessage::Events { events: of_one, .. } = message else { continue };
            bytes += of_one.iter().map(|event| event.kv.key.len() + event.kv.value.len() + 64).sum::<usize>();
            events.extend(of_one.into_iter().map(wire::event));
            if bytes > RESPONSE_BYTES {
                let events = std::mem::take(&mut events);
                bytes = 0;
                self.send(pb::WatchResponse { events, ..self.response(id) }).await?;
            }
        }
        if events.is_empty() {
            return Ok(());
        }
        self.send(pb::WatchResponse { events, ..self.response(id) }).await
    }

    async fn end(&mut self, id: i64, err: KvError) -> Result<(), Gone> {
        self.watches.remove(&id);
        let compact_revision = match &err {
            KvError::Compacted { at } => at.map_or(0, |at| at.0),
            _ => 0,
        };
        let cancel_reason = if compact_revision == 0 { refuse(err).message().to_owned() } else { String::new() };
        self.send(pb::WatchResponse { canceled: true, compact_revision, cancel_reason, ..self.response(id) }).await
    }

    async fn tell_quiet_progress(&mut self) -> Result<(), Gone> {
        self.progress_at = self.server.handle.tasks().clock().monotonic() + PROGRESS_EVERY;
        let quiet: Vec<(i64, Revision)> = self
            .watches
            .iter()
            .filter(|(_, follower)| follower.wants_progress())
            .map(|(id, follower)| (*id, follower.reached()))
            .collect();
        for (id, revision) in quiet {
            let header = Some(self.server.header(revision));
            self.send(pb::WatchResponse { header, ..self.response(id) }).await?;
        }
        Ok(())
    }

    fn response(&self, watch_id: i64) -> pb::WatchResponse {
        pb::WatchResponse { header: self.server.header_now(), watch_id, ..Default::default() }
    }

    async fn send(&self, response: pb::WatchResponse) -> Result<(), Gone> {
        self.outbox.send(Ok(response)).await.map_err(|_| Gone)
    }
}
