//! Typed calls to an API server: protobuf for built-in kinds, any bytes for whoever has them. Caches are `informer`'s.
//!
//! Every call has a deadline. A refusal that asks to come back (`Retry-After`) is retried within that deadline,
//! as upstream's client does: client-go/rest/with_retry.go.

use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{HeaderValue, Method, Request, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use kube_api::types::{Object, meta};
use machined_base::{Clock, Tasks};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::Config;
use crate::error::{Error, Refusal};
use crate::options::{DeleteOptions, ListOptions, Patch, Resource};
use crate::transport::{Transport, chain};
use crate::watch::{Watch, WatchOptions};
use crate::wire::{self, JSON, PROTOBUF};

const WITHIN: Duration = Duration::from_secs(30);
/// Lists of a whole cluster take longer.
const LIST_WITHIN: Duration = Duration::from_secs(60);
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A handle on an API server; clones share one connection.
#[derive(Clone)]
pub struct Client {
    transport: Arc<Transport>,
}

/// What was listed, and as of when.
#[derive(Clone, Debug)]
pub struct List<T> {
    pub items: Vec<T>,
    pub revision: String,
    /// Items that could not be decoded, and why.
    pub undecodable: Vec<String>,
}

/// An answer as it came.
#[derive(Clone, Debug)]
pub struct Answer {
    pub code: u16,
    pub content_type: String,
    pub body: Bytes,
}

/// One call being put together.
pub struct Call<'a> {
    client: &'a Client,
    method: Method,
    path: String,
    query: String,
    accept: &'static str,
    content_type: &'static str,
    body: Bytes,
    within: Duration,
    retries: bool,
}

impl Client {
    /// `tasks` own the connection. No connection is made before the first call.
    pub fn new(config: Config, tasks: Tasks) -> Self {
        Self { transport: Arc::new(Transport::new(config, tasks)) }
    }

    pub fn clock(&self) -> &Clock {
        self.transport.clock()
    }

    pub fn tasks(&self) -> &Tasks {
        self.transport.tasks()
    }

    /// The user agent, which names the field manager too.
    pub fn agent(&self) -> &str {
        self.transport.agent()
    }

    pub fn call(&self, method: Method, path: impl Into<String>) -> Call<'_> {
        Call {
            client: self,
            method,
            path: path.into(),
            query: String::new(),
            accept: PROTOBUF,
            content_type: PROTOBUF,
            body: Bytes::new(),
            within: WITHIN,
            retries: true,
        }
    }

    pub async fn get<T: Object>(&self, namespace: &str, name: &str) -> Result<T, Error> {
        let path = Resource::of::<T>().path(namespace, name, "");
        self.call(Method::GET, path).send().await?.object()
    }

    pub async fn list<T: Object>(&self, options: &ListOptions) -> Result<List<T>, Error> {
        self.list_resource(&Resource::of::<T>(), PROTOBUF, options).await
    }

    pub(crate) async fn list_resource<T: Object>(
        &self,
        resource: &Resource,
        accept: &'static str,
        options: &ListOptions,
    ) -> Result<List<T>, Error> {
        let answer = self
            .call(Method::GET, resource.path(&options.namespace, "", ""))
            .accept(accept)
            .query("labelSelector", &options.labels)
            .query("fieldSelector", &options.fields)
            .query("resourceVersion", &options.revision)
            .within(LIST_WITHIN)
            .send()
            .await?;
        let raw: wire::RawList = wire::decode_object(answer.body, "list")?;
        let mut list = List {
            items: Vec::with_capacity(raw.items.len()),
            revision: raw.metadata.unwrap_or_default().resource_version,
            undecodable: Vec::new(),
        };
        for item in raw.items {
            match <T as prost::Message>::decode(item) {
                Ok(item) => list.items.push(item),
                Err(err) => list.undecodable.push(err.to_string()),
            }
        }
        Ok(list)
    }

    pub async fn watch<T: Object>(&self, options: &WatchOptions) -> Result<Watch<T>, Error> {
        Watch::open(self, &Resource::of::<T>(), PROTOBUF, options).await
    }

    /// `generateName` and an empty name are the server's to fill in.
    pub async fn create<T: Object>(&self, object: &T) -> Result<T, Error> {
        let path = Resource::of::<T>().path(&object.metadata().namespace, "", "");
        self.call(Method::POST, path).typed(object).send().await?.object()
    }

    pub async fn update<T: Object>(&self, object: &T) -> Result<T, Error> {
        self.put(object, "").await
    }

    pub async fn update_status<T: Object>(&self, object: &T) -> Result<T, Error> {
        self.put(object, "status").await
    }

    async fn put<T: Object>(&self, object: &T, subresource: &str) -> Result<T, Error> {
        let meta = object.metadata();
        let path = Resource::of::<T>().path(&meta.namespace, &meta.name, subresource);
        self.call(Method::PUT, path).typed(object).send().await?.object()
    }

    pub async fn patch<T: Object>(&self, namespace: &str, name: &str, patch: Patch) -> Result<T, Error> {
        self.patch_subresource(namespace, name, "", patch).await
    }

    pub async fn patch_status<T: Object>(&self, namespace: &str, name: &str, patch: Patch) -> Result<T, Error> {
        self.patch_subresource(namespace, name, "status", patch).await
    }

    pub async fn patch_subresource<T: Object>(
        &self,
        namespace: &str,
        name: &str,
        subresource: &str,
        patch: Patch,
    ) -> Result<T, Error> {
        let path = Resource::of::<T>().path(namespace, name, subresource);
        self.call(Method::PATCH, path).patch(&patch).send().await?.object()
    }

    /// Returns the metadata of what is deleted (its revision is that of the deletion), where the server shows it.
    pub async fn delete<T: Object>(
        &self,
        namespace: &str,
        name: &str,
        options: &DeleteOptions,
    ) -> Result<Option<meta::ObjectMeta>, Error> {
        self.delete_resource(&Resource::of::<T>(), namespace, name, options).await
    }

    pub async fn delete_resource(
        &self,
        resource: &Resource,
        namespace: &str,
        name: &str,
        options: &DeleteOptions,
    ) -> Result<Option<meta::ObjectMeta>, Error> {
        let path = resource.path(namespace, name, "");
        let call = self.call(Method::DELETE, path).accept("application/vnd.kubernetes.protobuf,application/json");
        call.body(JSON, options.body()).send().await?.metadata()
    }

    /// Deletes a whole collection that the selectors choose.
    pub async fn delete_collection(
        &self,
        resource: &Resource,
        list: &ListOptions,
        options: &DeleteOptions,
    ) -> Result<(), Error> {
        self.call(Method::DELETE, resource.path(&list.namespace, "", ""))
            .accept("application/vnd.kubernetes.protobuf,application/json")
            .query("labelSelector", &list.labels)
            .query("fieldSelector", &list.fields)
            .body(JSON, options.body())
            .within(LIST_WITHIN)
            .send()
            .await?;
        Ok(())
    }

    /// Posts `body` to a subresource of `T` and returns what the server answers: `token`, `scale` ...
    pub async fn post_subresource<T: Object, B: Object>(
        &self,
        namespace: &str,
        name: &str,
        subresource: &str,
        body: &B,
    ) -> Result<B, Error> {
        let path = Resource::of::<T>().path(namespace, name, subresource);
        self.call(Method::POST, path).typed(body).send().await?.object()
    }

    /// Replaces a subresource that has a kind of its own: `scale`.
    pub async fn put_subresource<T: Object, B: Object>(
        &self,
        namespace: &str,
        name: &str,
        subresource: &str,
        body: &B,
    ) -> Result<B, Error> {
        let path = Resource::of::<T>().path(namespace, name, subresource);
        self.call(Method::PUT, path).typed(body).send().await?.object()
    }

    /// Binds a pod to a node. The server answers with a Status.
    pub async fn bind(&self, namespace: &str, pod: &str, uid: &str, node: &str) -> Result<(), Error> {
        let body = serde_json::json!({
            "apiVersion": "v1", "kind": "Binding",
            "metadata": { "name": pod, "namespace": namespace, "uid": uid },
            "target": { "apiVersion": "v1", "kind": "Node", "name": node },
        });
        let path = format!("/api/v1/namespaces/{namespace}/pods/{pod}/binding");
        self.call(Method::POST, path).body(JSON, body.to_string()).send().await?;
        Ok(())
    }

    /// Evicts a pod; a disruption budget refuses with [`crate::Reason::TooManyRequests`], which is the caller's to
    /// wait for.
    pub async fn evict(&self, namespace: &str, pod: &str, options: &DeleteOptions) -> Result<(), Error> {
        let options: serde_json::Value = serde_json::from_slice(&options.body()).unwrap_or_default();
        let body = serde_json::json!({
            "apiVersion": "policy/v1", "kind": "Eviction",
            "metadata": { "name": pod, "namespace": namespace }, "deleteOptions": options,
        });
        let path = format!("/api/v1/namespaces/{namespace}/pods/{pod}/eviction");
        self.call(Method::POST, path).body(JSON, body.to_string()).without_retries().send().await?;
        Ok(())
    }
}

impl Call<'_> {
    /// An empty value is left out.
    pub fn query(mut self, key: &str, value: &str) -> Self {
        if !value.is_empty() {
            self.query.push(if self.query.is_empty() { '?' } else { '&' });
            self.query.push_str(key);
            self.query.push('=');
            self.query.extend(utf8_percent_encode(value, QUERY));
        }
        self
    }

    pub fn accept(mut self, accept: &'static str) -> Self {
        self.accept = accept;
        self
    }

    pub fn body(mut self, content_type: &'static str, body: impl Into<Bytes>) -> Self {
        self.content_type = content_type;
        self.body = body.into();
        self
    }

    fn typed<T: Object>(self, object: &T) -> Self {
        self.body(PROTOBUF, wire::sealed(object))
    }

    pub fn patch(self, patch: &Patch) -> Self {
        let call = self.body(patch.content_type(), patch.body().clone());
        match patch {
            Patch::Apply { manager, force, .. } => {
                call.query("fieldManager", manager).query("force", if *force { "true" } else { "false" })
            }
            _ => call,
        }
    }

    pub fn within(mut self, within: Duration) -> Self {
        self.within = within;
        self
    }

    /// A refusal is the caller's to wait for.
    pub fn without_retries(mut self) -> Self {
        self.retries = false;
        self
    }

    /// Sends the call and reads the whole answer. What the server refuses is an error.
    pub async fn send(self) -> Result<Answer, Error> {
        let request = self.request()?;
        let exchange = async {
            loop {
                let (parts, body) = self.client.transport.send(&request).await?.into_parts();
                let body = body.collect().await.map_err(|err| self.broken(chain(&err)))?.to_bytes();
                match judged(&parts, body) {
                    Ok(answer) => return Ok(answer),
                    Err((refusal, Some(after))) if self.retries => {
                        tracing::debug!(path = self.path, reason = ?refusal.reason, ?after, "told to come back");
                        self.client.clock().sleep(after).await;
                    }
                    Err((refusal, _)) => return Err(refusal.into()),
                }
            }
        };
        match self.client.clock().timeout(self.within, exchange).await {
            Ok(outcome) => outcome,
            Err(_) => Err(self.late()),
        }
    }

    /// Sends the call and hands over the body as it arrives. The deadline is for the head of the answer.
    pub async fn stream(self) -> Result<Incoming, Error> {
        let request = self.request()?;
        let exchange = async {
            let (parts, body) = self.client.transport.send(&request).await?.into_parts();
            if parts.status.is_success() {
                return Ok(body);
            }
            let body = body.collect().await.map_err(|err| self.broken(chain(&err)))?.to_bytes();
            match judged(&parts, body) {
                Ok(_) => Err(self.broken(format!("unexpected code {}", parts.status))),
                Err((refusal, _)) => Err(refusal.into()),
            }
        };
        match self.client.clock().timeout(self.within, exchange).await {
            Ok(outcome) => outcome,
            Err(_) => Err(self.late()),
        }
    }

    fn request(&self) -> Result<Request<Full<Bytes>>, Error> {
        let mut request = Request::builder()
            .method(self.method.clone())
            .uri(format!("{}{}", self.path, self.query))
            .header(header::ACCEPT, self.accept)
            .body(Full::new(self.body.clone()))
            .map_err(|err| self.broken(err.to_string()))?;
        if !self.body.is_empty() {
            request.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        }
        if let Ok(agent) = HeaderValue::from_str(self.client.agent()) {
            request.headers_mut().insert(header::USER_AGENT, agent);
        }
        Ok(request)
    }

    fn broken(&self, why: String) -> Error {
        Error::Transport { method: self.method.to_string(), path: self.path.clone(), why }
    }

    fn late(&self) -> Error {
        Error::Deadline { method: self.method.to_string(), path: self.path.clone(), within: self.within }
    }
}

impl Answer {
    pub fn object<T: Object>(self) -> Result<T, Error> {
        wire::decode_object(self.body, T::KIND)
    }

    /// The metadata of the object in the answer; `None` where the server answered with a Status or not in protobuf.
    pub fn metadata(self) -> Result<Option<meta::ObjectMeta>, Error> {
        if !self.content_type.starts_with(PROTOBUF) {
            return Ok(None);
        }
        let unknown = wire::open(self.body)?;
        if unknown.type_meta.is_some_and(|kind| kind.kind == "Status") {
            return Ok(None);
        }
        let any = <wire::AnyObject as prost::Message>::decode(unknown.raw);
        Ok(any.map_err(|err| wire::garbled("deleted object", err))?.metadata)
    }
}

/// A success, or a refusal with the time after which the server wants to be asked again.
fn judged(parts: &http::response::Parts, body: Bytes) -> Result<Answer, (Refusal, Option<Duration>)> {
    let text = |name| parts.headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or_default();
    let content_type = text(header::CONTENT_TYPE).to_owned();
    let code = parts.status.as_u16();
    if parts.status.is_success() {
        return Ok(Answer { code, content_type, body });
    }
    let refusal = Refusal::from(wire::status(code, &content_type, body));
    let retry = (code == 429 || code >= 500).then(|| text(header::RETRY_AFTER).parse().ok()).flatten();
    Err((refusal, retry.map(Duration::from_secs)))
}

/// Reads frames of a streamed body into `buffer`; `false` at its end.
pub(crate) async fn fill(body: &mut Incoming, buffer: &mut BytesMut) -> Result<bool, String> {
    loop {
        match body.frame().await {
            None => return Ok(false),
            Some(Err(err)) => return Err(chain(&err)),
            Some(Ok(frame)) => {
                if let Ok(data) = frame.into_data() {
                    buffer.extend_from_slice(&data);
                    return Ok(true);
                }
            }
        }
    }
}
