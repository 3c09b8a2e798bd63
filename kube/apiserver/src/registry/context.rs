//! One request as the registry sees it: who, what, and what the client is told besides the answer.

use std::sync::Arc;

use jiff::Timestamp;
use kube_kinds::hooks::Requester;
use parking_lot::Mutex;

use crate::authn::User;
use crate::catalog::{Served, Store};
use crate::http::info::RequestInfo;
use crate::server::Server;
use crate::status::{ApiError, Result};

pub(crate) struct Ctx {
    pub server: Arc<Server>,
    pub user: Arc<User>,
    pub info: RequestInfo,
    pub served: Arc<Served>,
    pub user_agent: String,
    warnings: Mutex<Vec<String>>,
}

impl Ctx {
    pub(crate) fn new(server: Arc<Server>, user: Arc<User>, info: RequestInfo, served: Arc<Served>) -> Self {
        Self { server, user, info, served, user_agent: String::new(), warnings: Mutex::default() }
    }

    /// A write of the server itself.
    pub(crate) fn internal(server: &Arc<Server>, served: &Arc<Served>, namespace: &str, name: &str) -> Self {
        let info = RequestInfo {
            is_resource: true,
            group: served.group.clone(),
            version: served.version.clone(),
            resource: served.plural.clone(),
            namespace: namespace.to_owned(),
            name: name.to_owned(),
            ..RequestInfo::default()
        };
        let user = Arc::new(User::masters("system:apiserver"));
        let mut ctx = Self::new(server.clone(), user, info, served.clone());
        ctx.user_agent = "kube-apiserver".into();
        ctx
    }

    /// The same requester and place, for another resource or name: what a request does besides its own object.
    pub(crate) fn beside(&self, served: &Arc<Served>, namespace: &str, name: &str) -> Self {
        let mut other = Self::internal(&self.server, served, namespace, name);
        other.user = self.user.clone();
        other.user_agent = self.user_agent.clone();
        other
    }

    pub(crate) fn store(&self) -> Result<&Arc<Store>> {
        self.served.store.as_ref().ok_or_else(ApiError::method_not_allowed)
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.server.clock.now()
    }

    pub(crate) fn requester(&self) -> Requester {
        let user = &self.user;
        Requester {
            name: user.name.clone(),
            uid: user.uid.clone(),
            groups: user.groups.clone(),
            extra: user.extra.clone(),
        }
    }

    /// Tells the client something that does not fail the request.
    pub(crate) fn warn(&self, text: impl Into<String>) {
        let text = text.into();
        let mut warnings = self.warnings.lock();
        if !warnings.contains(&text) {
            warnings.push(text);
        }
    }

    pub(crate) fn take_warnings(&self) -> Vec<String> {
        std::mem::take(&mut *self.warnings.lock())
    }

    /// The manager of fields when the client names none (as upstream: the user agent up to its first slash).
    pub(crate) fn manager<'a>(&'a self, named: &'a str) -> &'a str {
        if !named.is_empty() {
            return named;
        }
        let agent = self.user_agent.split('/').next().unwrap_or_default();
        let end = agent.char_indices().map(|(at, _)| at).take_while(|at| *at <= 128).last().unwrap_or(0);
        if agent.len() <= 128 { agent } else { agent.get(..end).unwrap_or_default() }
    }
}
