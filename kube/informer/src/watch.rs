//! One watch: a stream of typed events. Resuming and caching are `informer`'s.

use std::marker::PhantomData;
use std::time::Duration;

use bytes::BytesMut;
use http::Method;
use hyper::body::Incoming;
use kube_api::types::Object;
use prost::Message;

use crate::client::{Client, fill};
use crate::error::{Error, Refusal};
use crate::options::{ListOptions, Resource};
use crate::wire::{self, EventKind};

const INITIAL_END: &str = "k8s.io/initial-events-end";

#[derive(Clone, Debug, Default)]
pub struct WatchOptions {
    pub list: ListOptions,
    /// Ask for all objects first, then a bookmark (`WatchList`).
    pub initial_events: bool,
    /// After this time the server ends the watch in good order.
    pub timeout: Option<Duration>,
}

#[derive(Clone, Debug)]
pub enum Event<T> {
    Added(T),
    Modified(T),
    Deleted(T),
    /// Nothing changed up to this revision; `initial_end` closes the initial events.
    Bookmark {
        revision: String,
        initial_end: bool,
    },
    /// The object could not be decoded; the watch goes on.
    Undecodable {
        why: String,
    },
}

/// An open watch. Dropping it ends it.
pub struct Watch<T> {
    body: Incoming,
    buffer: BytesMut,
    path: String,
    kind: PhantomData<fn() -> T>,
}

impl<T: Object> Watch<T> {
    pub(crate) async fn open(
        client: &Client,
        resource: &Resource,
        accept: &'static str,
        options: &WatchOptions,
    ) -> Result<Self, Error> {
        let path = resource.path(&options.list.namespace, "", "");
        let timeout = options.timeout.map(|timeout| timeout.as_secs().to_string()).unwrap_or_default();
        let mut call = client
            .call(Method::GET, path.clone())
            .accept(accept)
            .query("watch", "true")
            .query("allowWatchBookmarks", "true")
            .query("labelSelector", &options.list.labels)
            .query("fieldSelector", &options.list.fields)
            .query("resourceVersion", &options.list.revision)
            .query("timeoutSeconds", &timeout);
        if options.initial_events {
            call = call.query("sendInitialEvents", "true").query("resourceVersionMatch", "NotOlderThan");
        }
        let body = call.stream().await?;
        Ok(Watch { body, buffer: BytesMut::new(), path, kind: PhantomData })
    }

    /// The next event; `None` when the server ended the watch. Cancel-safe: bytes read stay in the buffer.
    pub async fn next(&mut self) -> Result<Option<Event<T>>, Error> {
        loop {
            if let Some(event) = wire::next_event(&mut self.buffer)? {
                return decoded(event).map(Some);
            }
            let more = fill(&mut self.body, &mut self.buffer).await.map_err(|why| Error::Transport {
                method: "WATCH".to_owned(),
                path: self.path.clone(),
                why,
            })?;
            if !more {
                return Ok(None);
            }
        }
    }
}

fn decoded<T: Object>(event: wire::RawEvent) -> Result<Event<T>, Error> {
    let raw = event.object.raw;
    match event.kind {
        EventKind::Error => {
            let status = wire::Status::decode(raw).map_err(|err| wire::garbled("watch error", err))?;
            Err(Refusal::from(status).into())
        }
        EventKind::Bookmark => {
            let any = wire::AnyObject::decode(raw).map_err(|err| wire::garbled("bookmark", err))?;
            let meta = any.metadata.unwrap_or_default();
            let initial_end = meta.annotations.get(INITIAL_END).is_some_and(|value| value == "true");
            Ok(Event::Bookmark { revision: meta.resource_version, initial_end })
        }
        kind => Ok(match <T as Message>::decode(raw) {
            Err(err) => Event::Undecodable { why: err.to_string() },
            Ok(object) => match kind {
                EventKind::Added => Event::Added(object),
                EventKind::Deleted => Event::Deleted(object),
                _ => Event::Modified(object),
            },
        }),
    }
}
