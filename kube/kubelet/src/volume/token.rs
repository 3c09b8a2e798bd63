//! Service-account tokens for projected volumes: asked for when needed, renewed before they end.
//!
//! As upstream: pkg/kubelet/token/token_manager.go: renewed at four fifths of their life, or after a day.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kube_api::types::authentication::{BoundObjectReference, TokenRequest, TokenRequestSpec};
use kube_api::types::core::{Pod, ServiceAccount, ServiceAccountTokenProjection};
use kube_informer::Client;
use parking_lot::Mutex;

const TTL_S: i64 = 3600;
const AGE_MAX: SignedDuration = SignedDuration::from_hours(24);

/// The tokens this node's pods hold.
#[derive(Clone)]
pub(crate) struct Tokens {
    client: Client,
    held: Arc<Mutex<BTreeMap<Key, Held>>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    pod: String,
    account: String,
    audience: String,
    ttl: i64,
}

#[derive(Clone)]
struct Held {
    token: String,
    issued: Timestamp,
    expires: Timestamp,
}

impl Tokens {
    pub(crate) fn new(client: Client) -> Self {
        Self { client, held: Arc::default() }
    }

    pub(crate) async fn get(&self, pod: &Pod, wanted: &ServiceAccountTokenProjection) -> Result<String, String> {
        let account = match pod.spec.service_account_name.as_str() {
            "" => "default",
            name => name,
        };
        let ttl = wanted.expiration_seconds.unwrap_or(TTL_S);
        let key =
            Key { pod: pod.metadata.uid.clone(), account: account.to_owned(), audience: wanted.audience.clone(), ttl };
        let now = self.client.clock().now();
        let held = self.held.lock().get(&key).cloned();
        if let Some(held) = held.as_ref().filter(|held| !held.is_due(now)) {
            return Ok(held.token.clone());
        }
        let request = TokenRequest {
            spec: TokenRequestSpec {
                audiences: Some(wanted.audience.clone()).filter(|audience| !audience.is_empty()).into_iter().collect(),
                expiration_seconds: Some(ttl),
                bound_object_ref: Some(BoundObjectReference {
                    kind: "Pod".into(),
                    api_version: "v1".into(),
                    name: pod.metadata.name.clone(),
                    uid: pod.metadata.uid.clone(),
                }),
            },
            ..TokenRequest::default()
        };
        let answer = self
            .client
            .post_subresource::<ServiceAccount, TokenRequest>(&pod.metadata.namespace, account, "token", &request)
            .await;
        match (answer, held) {
            (Ok(answer), _) => {
                let expires = answer.status.expiration_timestamp.timestamp().unwrap_or(now);
                let fresh = Held { token: answer.status.token.clone(), issued: now, expires };
                self.held.lock().insert(key, fresh);
                Ok(answer.status.token)
            }
            // An old token that is still good serves until the API answers again.
            (Err(_), Some(held)) if held.expires > now => Ok(held.token),
            (Err(err), _) => Err(format!("failed to fetch token: {err}")),
        }
    }

    pub(crate) fn forget(&self, uid: &str) {
        self.held.lock().retain(|key, _| key.pod != uid);
    }
}

impl Held {
    fn is_due(&self, now: Timestamp) -> bool {
        let life = self.expires.duration_since(self.issued);
        let age = now.duration_since(self.issued);
        age >= life * 4 / 5 || age >= AGE_MAX
    }
}
