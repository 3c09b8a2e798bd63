//! Who asks: a client certificate of the cluster's CA, or a bearer token that the API server vouches for.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, header};
use kube_api::types::authentication::{TokenReview, TokenReviewSpec};
use kube_informer::Client;
use machined_base::Monotonic;
use parking_lot::Mutex;
use sha2::{Digest, Sha256};

/// As upstream's defaults for the kubelet.
const KEEP: Duration = Duration::from_secs(120);
const HELD_MAX: usize = 1024;

/// Somebody known.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct User {
    pub(crate) name: String,
    pub(crate) uid: String,
    pub(crate) groups: Vec<String>,
}

/// Asks about tokens, and remembers the answers for a while.
#[derive(Clone)]
pub(crate) struct Identities {
    client: Option<Client>,
    held: Arc<Mutex<BTreeMap<[u8; 32], (Monotonic, User)>>>,
}

impl Identities {
    pub(crate) fn new(client: Option<Client>) -> Self {
        Self { client, held: Arc::default() }
    }

    /// `certificate` was checked against the CA during the handshake.
    pub(crate) async fn user(&self, certificate: Option<&User>, headers: &HeaderMap) -> Option<User> {
        if let Some(user) = certificate {
            return Some(user.clone());
        }
        let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
        let (scheme, token) = value.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("bearer") || token.trim().is_empty() {
            return None;
        }
        self.by_token(token.trim()).await
    }

    async fn by_token(&self, token: &str) -> Option<User> {
        let client = self.client.as_ref()?;
        let key: [u8; 32] = Sha256::digest(token).into();
        let now = client.clock().monotonic();
        let held = self.held.lock().get(&key).cloned();
        if let Some((at, user)) = held
            && now.since(at) < KEEP
        {
            return Some(user);
        }
        let review = TokenReview {
            spec: TokenReviewSpec { token: token.to_owned(), audiences: Vec::new() },
            ..TokenReview::default()
        };
        let answer = match client.create(&review).await {
            Ok(answer) => answer.status,
            Err(err) => {
                tracing::debug!(%err, "token cannot be reviewed");
                return None;
            }
        };
        if !answer.authenticated {
            return None;
        }
        let mut groups = answer.user.groups;
        let everybody = "system:authenticated".to_owned();
        if !groups.contains(&everybody) {
            groups.push(everybody);
        }
        let user = User { name: answer.user.username, uid: answer.user.uid, groups };
        let mut all = self.held.lock();
        all.retain(|_, (at, _)| now.since(*at) < KEEP);
        if all.len() < HELD_MAX {
            all.insert(key, (now, user.clone()));
        }
        Some(user)
    }
}

/// As upstream: the common name is the user, each organisation a group.
pub(crate) fn of_certificate(der: &[u8]) -> Option<User> {
    let (_, certificate) = x509_parser::parse_x509_certificate(der).ok()?;
    let subject = certificate.subject();
    let name = subject.iter_common_name().next()?.as_str().ok()?.to_owned();
    if name.is_empty() {
        return None;
    }
    let mut groups: Vec<String> =
        subject.iter_organization().filter_map(|group| group.as_str().ok().map(str::to_owned)).collect();
    groups.push("system:authenticated".into());
    Some(User { name, uid: String::new(), groups })
}
