//! Bootstrap tokens: Secrets `bootstrap-token-ID` of kube-system that let a new node ask for its certificate.
//!
//! As upstream: plugin/pkg/auth/authenticator/token/bootstrap.

use jiff::Timestamp;

use super::{Lookup, Secret, User, same};
use crate::status::Result;

pub(super) async fn user(lookup: &dyn Lookup, token: &str, now: Timestamp) -> Result<Option<User>> {
    let Some((id, secret)) = parse(token) else { return Ok(None) };
    let found = lookup.secret("kube-system", &format!("bootstrap-token-{id}")).await?;
    Ok(found.and_then(|found| check(&found, id, secret, now)))
}

fn parse(token: &str) -> Option<(&str, &str)> {
    let (id, secret) = token.split_once('.')?;
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase());
    (id.len() == 6 && secret.len() == 16 && plain(id) && plain(secret)).then_some((id, secret))
}

fn check(found: &Secret, id: &str, secret: &str, now: Timestamp) -> Option<User> {
    let text = |key: &str| found.data.get(key).and_then(|value| std::str::from_utf8(value).ok()).unwrap_or_default();
    let good = found.kind == "bootstrap.kubernetes.io/token"
        && text("token-id") == id
        && same(text("token-secret").as_bytes(), secret.as_bytes())
        && text("usage-bootstrap-authentication") == "true";
    if !good {
        return None;
    }
    let expires = text("expiration");
    if !expires.is_empty() && expires.parse::<Timestamp>().map_or(true, |at| at <= now) {
        return None;
    }
    let mut groups = vec!["system:bootstrappers".to_owned()];
    for group in text("auth-extra-groups").split(',').filter(|group| !group.is_empty()) {
        // As upstream: a token may only carry groups below system:bootstrappers:.
        if !group.starts_with("system:bootstrappers:") {
            return None;
        }
        groups.push(group.to_owned());
    }
    Some(User { name: format!("system:bootstrap:{id}"), groups, ..User::default() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn secret(pairs: &[(&str, &str)]) -> Secret {
        let data = pairs.iter().map(|(key, value)| ((*key).to_owned(), value.as_bytes().to_vec())).collect();
        Secret { kind: "bootstrap.kubernetes.io/token".into(), data }
    }

    #[test]
    fn only_whole_tokens() {
        let now: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        let good =
            [("token-id", "abcdef"), ("token-secret", "0123456789abcdef"), ("usage-bootstrap-authentication", "true")];
        let (id, text) = parse("abcdef.0123456789abcdef").unwrap();
        assert_eq!(check(&secret(&good), id, text, now).unwrap().name, "system:bootstrap:abcdef");
        assert!(check(&secret(&good[..2]), id, text, now).is_none());
        assert!(check(&secret(&good), id, "0123456789abcdee", now).is_none());
        let mut expired = good.to_vec();
        expired.push(("expiration", "2025-12-31T23:59:59Z"));
        assert!(check(&secret(&expired), id, text, now).is_none());
        let mut foreign = good.to_vec();
        foreign.push(("auth-extra-groups", "system:masters"));
        assert!(check(&secret(&foreign), id, text, now).is_none());
        assert!(parse("ABCDEF.0123456789abcdef").is_none());
    }
}
