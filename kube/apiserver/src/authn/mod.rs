//! Who asks: client certificates, service-account tokens, bootstrap tokens, a static token for a program's own use,
//! and anonymous requests where upstream's defaults grant them something.
//!
//! What the found identity may do is decided in `authz`; impersonation, which needs both, is in `impersonate`.

mod bootstrap;
mod certificate;
pub(crate) mod impersonate;
pub(crate) mod jwt;
pub(crate) mod keys;
mod service_account;

use std::collections::BTreeMap;
use std::sync::Arc;

use http::HeaderMap;
use rustls::pki_types::CertificateDer;

use crate::config::StaticToken;
use crate::http::tls::Authorities;
use crate::status::{ApiError, Result};

pub(crate) use keys::{KeyError, SigningKey, VerifyingKeys};
pub(crate) use service_account::Claims;
pub(crate) mod claims {
    pub(crate) use super::service_account::{Audience, Private, Reference};
}

pub(crate) const ANONYMOUS: &str = "system:anonymous";
pub(crate) const UNAUTHENTICATED: &str = "system:unauthenticated";
pub(crate) const AUTHENTICATED: &str = "system:authenticated";
pub(crate) const MASTERS: &str = "system:masters";
pub(crate) const POD_NAME: &str = "authentication.kubernetes.io/pod-name";
pub(crate) const POD_UID: &str = "authentication.kubernetes.io/pod-uid";
pub(crate) const NODE_NAME: &str = "authentication.kubernetes.io/node-name";
pub(crate) const NODE_UID: &str = "authentication.kubernetes.io/node-uid";
pub(crate) const CREDENTIAL: &str = "authentication.kubernetes.io/credential-id";

/// An identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct User {
    pub name: String,
    pub uid: String,
    pub groups: Vec<String>,
    pub extra: BTreeMap<String, Vec<String>>,
}

/// A connection's client certificates, and when they were last found good.
#[derive(Debug, Default)]
pub(crate) struct Peer {
    pub chain: Vec<CertificateDer<'static>>,
    pub address: Option<std::net::SocketAddr>,
}

/// What a presented credential turned out to be.
#[derive(Clone, Debug)]
pub(crate) struct Authenticated {
    pub user: Arc<User>,
    /// Audiences that the token was meant for, of those that were asked for; empty for other credentials.
    pub audiences: Vec<String>,
}

/// Objects that credentials refer to, as the apiserver itself sees them.
#[async_trait::async_trait]
pub(crate) trait Lookup: Send + Sync {
    /// The uid of an object and whether it is being deleted for good, read as fresh as a cache is.
    async fn live(&self, resource: &str, namespace: &str, name: &str) -> Result<Option<Live>>;
    /// A Secret's type and data.
    async fn secret(&self, namespace: &str, name: &str) -> Result<Option<Secret>>;
}

#[derive(Clone, Debug)]
pub(crate) struct Live {
    pub uid: String,
    pub deleted_at: Option<jiff::Timestamp>,
}

#[derive(Clone, Debug)]
pub(crate) struct Secret {
    pub kind: String,
    pub data: BTreeMap<String, Vec<u8>>,
}

pub(crate) struct Authenticator {
    pub clock: machined_base::Clock,
    pub authorities: Option<Arc<Authorities>>,
    pub tokens: Option<service_account::Tokens>,
    pub static_tokens: Vec<StaticToken>,
    pub bootstrap_tokens: bool,
    pub lookup: Arc<dyn Lookup>,
}

impl User {
    pub(crate) fn anonymous() -> Self {
        Self { name: ANONYMOUS.into(), groups: vec![UNAUTHENTICATED.into()], ..Self::default() }
    }

    pub(crate) fn masters(name: &str) -> Self {
        Self { name: name.into(), groups: vec![MASTERS.into(), AUTHENTICATED.into()], ..Self::default() }
    }

    pub(crate) fn in_group(&self, group: &str) -> bool {
        self.groups.iter().any(|own| own == group)
    }

    /// A service account's namespace and name.
    pub(crate) fn service_account(&self) -> Option<(&str, &str)> {
        self.name.strip_prefix("system:serviceaccount:")?.split_once(':')
    }

    pub(crate) fn of_service_account(namespace: &str, name: &str, uid: &str) -> Self {
        Self {
            name: format!("system:serviceaccount:{namespace}:{name}"),
            uid: uid.into(),
            groups: vec!["system:serviceaccounts".into(), format!("system:serviceaccounts:{namespace}")],
            extra: BTreeMap::new(),
        }
    }

    /// The node that this identity is, when it is a kubelet's.
    pub(crate) fn node(&self) -> Option<&str> {
        if !self.in_group("system:nodes") {
            return None;
        }
        self.name.strip_prefix("system:node:").filter(|name| !name.is_empty())
    }

    fn authenticated(mut self) -> Self {
        if self.name != ANONYMOUS && !self.in_group(AUTHENTICATED) {
            self.groups.push(AUTHENTICATED.into());
        }
        self
    }
}

impl Authenticator {
    /// Who makes this request. A presented credential that is not good is a 401, never anonymous.
    pub(crate) async fn request(&self, headers: &HeaderMap, peer: &Peer) -> Result<Authenticated> {
        if let (Some(authorities), false) = (&self.authorities, peer.chain.is_empty()) {
            if let Some(user) = certificate::user(&authorities.current(), &peer.chain, self.clock.now()) {
                return Ok(Authenticated { user: Arc::new(user.authenticated()), audiences: Vec::new() });
            }
            if bearer(headers).is_none() {
                return Err(ApiError::unauthorized());
            }
        }
        match bearer(headers) {
            Some(token) => self.token(token, &[]).await?.ok_or_else(ApiError::unauthorized),
            None => Ok(Authenticated { user: Arc::new(User::anonymous()), audiences: Vec::new() }),
        }
    }

    /// Whose token this is; `None` when it is nobody's. Without audiences, the server's own are asked for.
    pub(crate) async fn token(&self, token: &str, audiences: &[String]) -> Result<Option<Authenticated>> {
        if let Some(found) = self.static_tokens.iter().find(|entry| entry.is(token)) {
            return Ok(Some(self.plain(found.user())));
        }
        if self.bootstrap_tokens
            && let Some(user) = bootstrap::user(&*self.lookup, token, self.clock.now()).await?
        {
            return Ok(Some(self.plain(user)));
        }
        match &self.tokens {
            Some(tokens) => tokens.authenticate(&*self.lookup, token, audiences, self.clock.now()).await.map(|found| {
                found.map(|(user, audiences)| Authenticated { user: Arc::new(user.authenticated()), audiences })
            }),
            None => Ok(None),
        }
    }

    fn plain(&self, user: User) -> Authenticated {
        Authenticated { user: Arc::new(user.authenticated()), audiences: Vec::new() }
    }
}

pub(crate) use service_account::Tokens;

/// The bearer token of a request: from its header, or from the sub-protocols of a WebSocket (as upstream:
/// apiserver/pkg/authentication/request/websocket).
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let header = headers.get(http::header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    header.and_then(|value| {
        let (scheme, token) = value.trim().split_once(' ')?;
        let token = token.trim();
        (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
    })
}

/// Compares secrets in a time that does not tell where they differ.
pub(crate) fn same(a: &[u8], b: &[u8]) -> bool {
    aws_lc_rs::constant_time::verify_slices_are_equal(a, b).is_ok()
}
