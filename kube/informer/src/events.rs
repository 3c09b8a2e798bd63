//! Tells users what happened to their objects: core/v1 Events, thinned out so that a loop cannot flood the store.
//!
//! Sending is best effort, as upstream: what cannot be sent is dropped after a few attempts, and a full queue drops
//! the newest. What to send is [`correlate::Correlator`]'s to decide.

mod correlate;

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use kube_api::types::core::{Event, EventSource, ObjectReference};
use kube_api::types::{Object, meta};
use machined_base::{Backoff, Restart};
use tokio::sync::mpsc;
use tracing::debug;

use crate::client::Client;
use crate::error::Error;
use crate::options::{Patch, Resource};
use correlate::{Correlator, Verdict};

const QUEUE: usize = 1000;
const ATTEMPTS: usize = 12;

/// Records events of one component. Clones share the queue.
#[derive(Clone)]
pub struct Recorder {
    queue: mpsc::Sender<Event>,
    source: Arc<EventSource>,
    instance: Arc<str>,
    clock: machined_base::Clock,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Normal,
    Warning,
}

impl Recorder {
    /// `component` is what users see under FROM; `host` the node it speaks for, where it does.
    pub fn new(client: &Client, component: &str, host: &str) -> Self {
        let (queue, receiver) = mpsc::channel(QUEUE);
        let sender = Arc::new(tokio::sync::Mutex::new(Sender {
            client: client.clone(),
            correlator: Correlator::default(),
            receiver,
        }));
        client.tasks().spawn("events", Restart::Backoff, move || {
            let sender = sender.clone();
            // The task is its only user; the mutex hands it over when the task starts again.
            async move { sender.lock().await.run().await }
        });
        Recorder {
            queue,
            source: Arc::new(EventSource { component: component.to_owned(), host: host.to_owned() }),
            instance: host.into(),
            clock: client.clock().clone(),
        }
    }

    /// The same queue, for another component.
    pub fn of(&self, component: &str) -> Self {
        let source = EventSource { component: component.to_owned(), ..(*self.source).clone() };
        Recorder { source: Arc::new(source), ..self.clone() }
    }

    /// Records that something happened to `object`.
    pub fn event<T: Object>(&self, object: &T, level: Level, reason: &str, message: impl Into<String>) {
        self.event_on(reference(object), level, reason, message);
    }

    pub fn event_on(&self, about: ObjectReference, level: Level, reason: &str, message: impl Into<String>) {
        let now = self.clock.now();
        let time = meta::Time { seconds: now.as_second(), nanos: 0 };
        let mut event = Event::default();
        event.metadata_mut().name = format!("{}.{:x}", about.name, now.as_nanosecond());
        // As upstream: events about what has no namespace stand in `default`.
        event.metadata_mut().namespace =
            if about.namespace.is_empty() { "default".to_owned() } else { about.namespace.clone() };
        event.involved_object = about;
        event.reason = reason.to_owned();
        event.message = message.into();
        event.r#type = level.as_str().to_owned();
        event.source = (*self.source).clone();
        event.reporting_component = self.source.component.clone();
        event.reporting_instance = self.instance.to_string();
        event.first_timestamp = time;
        event.last_timestamp = time;
        event.count = 1;
        // Full: the newest is dropped, as upstream does.
        if self.queue.try_send(event).is_err() {
            debug!(reason, "the event queue is full");
        }
    }
}

impl Level {
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Normal => "Normal",
            Level::Warning => "Warning",
        }
    }
}

/// How other objects point at this one.
pub fn reference<T: Object>(object: &T) -> ObjectReference {
    let meta = object.metadata();
    ObjectReference {
        kind: T::KIND.to_owned(),
        api_version: Resource::of::<T>().api_version(),
        namespace: meta.namespace.clone(),
        name: meta.name.clone(),
        uid: meta.uid.clone(),
        resource_version: meta.resource_version.clone(),
        ..Default::default()
    }
}

struct Sender {
    client: Client,
    correlator: Correlator,
    receiver: mpsc::Receiver<Event>,
}

impl Sender {
    async fn run(&mut self) {
        let shutdown = self.client.tasks().shutdown().clone();
        loop {
            // Cancel-safe: recv loses nothing.
            let event = tokio::select! {
                event = self.receiver.recv() => event,
                () = shutdown.requested() => return,
            };
            let Some(event) = event else { return };
            // An event that is being sent at shutdown may be lost: it is best effort.
            tokio::select! {
                () = self.handle(event) => {}
                () = shutdown.requested() => return,
            }
        }
    }

    async fn handle(&mut self, event: Event) {
        let verdict = self.correlator.judge(event, self.client.clock().now());
        let Some(verdict) = verdict else { return };
        let mut backoff = Backoff::new(Duration::from_millis(500), Duration::from_secs(10));
        for _ in 0..ATTEMPTS {
            match self.send(&verdict).await {
                Ok(event) => {
                    self.correlator.sent(&verdict, &event);
                    return;
                }
                // Refused, and asking again changes nothing: a namespace that ends, for one.
                Err(Error::Api(refusal)) if refusal.code < 500 && refusal.code != 429 => {
                    debug!(reason = ?refusal.reason, message = refusal.message, "event refused");
                    return;
                }
                Err(err) => {
                    debug!(%err, "event not sent yet");
                    self.client.clock().sleep(backoff.next()).await;
                }
            }
        }
    }

    async fn send(&self, verdict: &Verdict) -> Result<Event, Error> {
        let event = verdict.event();
        if let Verdict::Again(_) = verdict {
            let last = jiff::Timestamp::new(event.last_timestamp.seconds, 0).unwrap_or_default();
            let body = serde_json::json!({
                "count": event.count, "lastTimestamp": last.to_string(), "message": event.message,
            });
            let patch = Patch::Merge(Bytes::from(body.to_string()));
            match self.client.patch::<Event>(&event.metadata.namespace, &event.metadata.name, patch).await {
                // It has expired in the store: a new one is made.
                Err(err) if err.is_not_found() => {}
                other => return other,
            }
        }
        let mut event = event.clone();
        event.metadata_mut().resource_version.clear();
        self.client.create(&event).await
    }
}
