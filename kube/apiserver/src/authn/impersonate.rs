//! `Impersonate-*` headers: acting as somebody else, where one may.
//!
//! As upstream: apiserver/pkg/endpoints/filters/impersonation. Every part of the other identity is authorised on its
//! own with the verb `impersonate`.

use std::collections::BTreeMap;
use std::sync::Arc;

use http::HeaderMap;

use super::{ANONYMOUS, AUTHENTICATED, UNAUTHENTICATED, User};
use crate::authz::{Attributes, Authorizer};
use crate::status::{ApiError, Named, Result};

const EXTRA: &str = "impersonate-extra-";

/// The identity to act as, or `None` when nobody is impersonated.
pub(crate) fn apply(headers: &HeaderMap, user: &Arc<User>, authorizer: &Authorizer) -> Result<Option<Arc<User>>> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let name = text("impersonate-user");
    let uid = text("impersonate-uid");
    let groups: Vec<String> = headers
        .get_all("impersonate-group")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .map(str::to_owned)
        .collect();
    let mut extra: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, value) in headers {
        if let (Some(key), Ok(value)) = (key.as_str().strip_prefix(EXTRA), value.to_str()) {
            let key = percent_encoding::percent_decode_str(key).decode_utf8_lossy().into_owned();
            extra.entry(key).or_default().push(value.to_owned());
        }
    }
    if name.is_empty() {
        if groups.is_empty() && uid.is_empty() && extra.is_empty() {
            return Ok(None);
        }
        return Err(ApiError::internal("requested impersonation without impersonating a user"));
    }
    let ask = |group: &str, resource: &str, sub: &str, namespace: &str, name: &str| -> Result<()> {
        let attributes = Attributes {
            user: user.clone(),
            verb: "impersonate".into(),
            group: group.into(),
            resource: resource.into(),
            subresource: sub.into(),
            namespace: namespace.into(),
            name: name.into(),
            is_resource: true,
            ..Attributes::default()
        };
        authorizer.check(&attributes).map_err(|why| ApiError::forbidden(Named { group, resource }, name, why))
    };
    let mut acting = User { name: name.clone(), uid: uid.clone(), groups: groups.clone(), extra: extra.clone() };
    match acting.service_account().map(|(namespace, name)| (namespace.to_owned(), name.to_owned())) {
        Some((namespace, account)) => {
            ask("", "serviceaccounts", "", &namespace, &account)?;
            if groups.is_empty() {
                acting.groups = User::of_service_account(&namespace, &account, "").groups;
            }
        }
        None => ask("", "users", "", "", &name)?,
    }
    for group in &groups {
        ask("", "groups", "", "", group)?;
    }
    for (key, values) in &extra {
        for value in values {
            ask("authentication.k8s.io", "userextras", key, "", value)?;
        }
    }
    if !uid.is_empty() {
        ask("authentication.k8s.io", "uids", "", "", &uid)?;
    }
    if acting.name == ANONYMOUS {
        if !acting.in_group(UNAUTHENTICATED) {
            acting.groups.push(UNAUTHENTICATED.into());
        }
    } else if !acting.in_group(AUTHENTICATED) {
        acting.groups.push(AUTHENTICATED.into());
    }
    Ok(Some(Arc::new(acting)))
}
