//! Bootstrap tokens go when they have expired, and sign what a node that joins reads first.
//! As upstream: pkg/controller/bootstrap.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::core::{ConfigMap, Secret};
use sha2::{Digest, Sha256};

use crate::plan::Plan;

const SIGNATURE: &str = "jws-kubeconfig-";

pub(crate) fn expired(now: Timestamp, secret: &Secret) -> Plan {
    let mut plan = Plan::default();
    let Some(expires) = text(secret, "expiration") else { return plan };
    match expires.parse::<Timestamp>() {
        Ok(at) if at <= now => plan.delete(secret),
        Ok(at) => plan.again_after(at.duration_since(now).try_into().unwrap_or_default()),
        // As upstream: a time that is none has passed.
        Err(_) => plan.delete(secret),
    }
    plan
}

/// The signatures that `cluster-info` should carry: one for each token that may sign.
pub(crate) fn sign(now: Timestamp, map: &Arc<ConfigMap>, secrets: &[Arc<Secret>]) -> Plan {
    let mut plan = Plan::default();
    let Some(kubeconfig) = map.data.get("kubeconfig") else { return plan };
    let mut data: BTreeMap<String, String> = map
        .data
        .iter()
        .filter(|(key, _)| !key.starts_with(SIGNATURE))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    for secret in secrets {
        let (Some(id), Some(token)) = (text(secret, "token-id"), text(secret, "token-secret")) else { continue };
        let live = text(secret, "expiration").is_none_or(|at| at.parse::<Timestamp>().is_ok_and(|at| at > now));
        if live && text(secret, "usage-bootstrap-signing") == Some("true") {
            data.insert(format!("{SIGNATURE}{id}"), signature(kubeconfig, id, token));
        }
    }
    if data != map.data {
        let mut map = (**map).clone();
        map.data = data;
        plan.update(&map);
    }
    plan
}

fn text<'a>(secret: &'a Secret, key: &str) -> Option<&'a str> {
    secret.data.get(key).and_then(|bytes| std::str::from_utf8(bytes).ok())
}

/// A JWS (HS256) whose content stands elsewhere.
fn signature(content: &str, id: &str, secret: &str) -> String {
    let header = base64url(format!(r#"{{"alg":"HS256","kid":"{id}"}}"#).as_bytes());
    let signed = format!("{header}.{}", base64url(content.as_bytes()));
    let key = format!("{id}.{secret}");
    format!("{header}..{}", base64url(&hmac(key.as_bytes(), signed.as_bytes())))
}

/// HMAC-SHA256 (RFC 2104).
fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut block = [0u8; 64];
    let key = if key.len() > block.len() { Sha256::digest(key).to_vec() } else { key.to_vec() };
    block.iter_mut().zip(key).for_each(|(byte, key)| *byte = key);
    let pad = |with: u8| block.map(|byte| byte ^ with);
    let inner = Sha256::new().chain_update(pad(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(pad(0x5c)).chain_update(inner).finalize().to_vec()
}

fn base64url(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hmac_of_rfc_4231() {
        let mac = hmac(b"Jefe", b"what do ya want for nothing?");
        let text: String = mac.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(text, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn a_signature_hides_its_content() {
        let made = signature("kubeconfig", "abcdef", "0123456789abcdef");
        let parts: Vec<&str> = made.split('.').collect();
        assert!(parts.len() == 3 && parts[1].is_empty());
    }
}
