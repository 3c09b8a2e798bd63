//! Service-account tokens: issuing them bound to a pod, secret or node, and believing them while those live.
//!
//! As upstream: pkg/serviceaccount/{claims,jwt}.go. A token dies with its account, with the object that it is bound
//! to (60 s after the deletion's time), and with its expiry.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use super::keys::{KeyError, SigningKey, VerifyingKeys};
use super::{CREDENTIAL, Live, Lookup, NODE_NAME, NODE_UID, POD_NAME, POD_UID, User, jwt};
use crate::status::Result;

/// As upstream: time that a bound object's deletion leaves to its token.
const LEEWAY_S: i64 = 60;

pub(crate) struct Tokens {
    pub signing: Option<Arc<SigningKey>>,
    pub verifying: VerifyingKeys,
    /// The first issues; all are believed.
    pub issuers: Vec<String>,
    pub audiences: Vec<String>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Claims {
    #[serde(default, skip_serializing_if = "Audience::is_empty")]
    pub aud: Audience,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iat: Option<i64>,
    #[serde(default)]
    pub iss: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub jti: String,
    #[serde(rename = "kubernetes.io", default)]
    pub private: Private,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nbf: Option<i64>,
    #[serde(default)]
    pub sub: String,
}

/// A JSON string or a list of them.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Audience {
    Many(Vec<String>),
    One(String),
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Private {
    #[serde(default)]
    pub namespace: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pod: Option<Reference>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<Reference>,
    #[serde(default)]
    pub serviceaccount: Reference,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warnafter: Option<i64>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Reference {
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub uid: String,
}

impl Default for Audience {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Audience {
    fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }

    pub(crate) fn as_slice(&self) -> &[String] {
        match self {
            Self::Many(list) => list,
            Self::One(one) => std::slice::from_ref(one),
        }
    }
}

impl Tokens {
    pub(crate) fn sign(&self, claims: &Claims) -> Result<String, KeyError> {
        self.signing.as_deref().map_or(Err(KeyError::Sign), |key| jwt::sign(claims, key))
    }

    pub(crate) fn issuer(&self) -> &str {
        self.issuers.first().map_or("", String::as_str)
    }

    /// The account of a token and the audiences it is good for here; `None` when it is not ours or not good.
    pub(crate) async fn authenticate(
        &self,
        lookup: &dyn Lookup,
        token: &str,
        wanted: &[String],
        now: Timestamp,
    ) -> Result<Option<(User, Vec<String>)>> {
        let Some(claims) = jwt::unverified::<Claims>(token) else { return Ok(None) };
        if !self.issuers.contains(&claims.iss) || !jwt::verified(token, &self.verifying) {
            return Ok(None);
        }
        let second = now.as_second();
        if claims.exp.is_some_and(|at| second > at) || claims.nbf.is_some_and(|at| second + LEEWAY_S < at) {
            return Ok(None);
        }
        let wanted = if wanted.is_empty() { &self.audiences } else { wanted };
        let audiences: Vec<String> =
            claims.aud.as_slice().iter().filter(|audience| wanted.contains(audience)).cloned().collect();
        if audiences.is_empty() {
            return Ok(None);
        }
        let private = &claims.private;
        let Some(account) =
            self.bound(lookup, "serviceaccounts", &private.namespace, &private.serviceaccount, now).await?
        else {
            return Ok(None);
        };
        if claims.sub != format!("system:serviceaccount:{}:{}", private.namespace, private.serviceaccount.name) {
            return Ok(None);
        }
        let namespace = private.namespace.as_str();
        let bound = [
            ("secrets", namespace, private.secret.as_ref()),
            ("pods", namespace, private.pod.as_ref()),
            // A pod's token names its node for information only; a token bound to the node itself is checked.
            ("nodes", "", private.node.as_ref().filter(|_| private.pod.is_none())),
        ];
        for (resource, namespace, reference) in bound {
            if let Some(reference) = reference
                && self.bound(lookup, resource, namespace, reference, now).await?.is_none()
            {
                return Ok(None);
            }
        }
        Ok(Some((identity(&claims, &account.uid), audiences)))
    }

    /// The object of a reference, while it lives under the same uid.
    async fn bound(
        &self,
        lookup: &dyn Lookup,
        resource: &str,
        namespace: &str,
        reference: &Reference,
        now: Timestamp,
    ) -> Result<Option<Live>> {
        let found = lookup.live(resource, namespace, &reference.name).await?;
        Ok(found.filter(|live| {
            let gone = live.deleted_at.is_some_and(|at| at.checked_add(LEEWAY_S.seconds()).is_ok_and(|end| end < now));
            live.uid == reference.uid && !gone
        }))
    }
}

fn identity(claims: &Claims, uid: &str) -> User {
    let private = &claims.private;
    let mut user = User::of_service_account(&private.namespace, &private.serviceaccount.name, uid);
    let mut extra = BTreeMap::new();
    if !claims.jti.is_empty() {
        extra.insert(CREDENTIAL.to_owned(), vec![format!("JTI={}", claims.jti)]);
    }
    for (reference, name, uid) in [(&private.pod, POD_NAME, POD_UID), (&private.node, NODE_NAME, NODE_UID)] {
        if let Some(reference) = reference {
            extra.insert(name.to_owned(), vec![reference.name.clone()]);
            if !reference.uid.is_empty() {
                extra.insert(uid.to_owned(), vec![reference.uid.clone()]);
            }
        }
    }
    user.extra = extra;
    user
}
