//! JSON web tokens in their compact form: split, decode, sign. What the claims mean is in `service_account`.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::keys::{Algorithm, KeyError, SigningKey, VerifyingKeys};

#[derive(Serialize, Deserialize)]
struct Header {
    alg: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    kid: String,
}

/// The claims of a token, whoever signed it: for choosing what to ask, never for believing.
pub(crate) fn unverified<T: DeserializeOwned>(token: &str) -> Option<T> {
    let mut parts = token.split('.');
    let (_, body, _, None) = (parts.next()?, parts.next()?, parts.next()?, parts.next()) else { return None };
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(body).ok()?).ok()
}

/// True when one of the keys signed this token.
pub(crate) fn verified(token: &str, keys: &VerifyingKeys) -> bool {
    let Some((message, signature)) = token.rsplit_once('.') else { return false };
    let Some((head, _)) = message.split_once('.') else { return false };
    let decoded = URL_SAFE_NO_PAD.decode(head).ok().and_then(|head| serde_json::from_slice::<Header>(&head).ok());
    let (Some(header), Ok(signature)) = (decoded, URL_SAFE_NO_PAD.decode(signature)) else { return false };
    let algorithm = match header.alg.as_str() {
        "ES256" => Algorithm::Es256,
        "RS256" => Algorithm::Rs256,
        _ => return false,
    };
    keys.0
        .iter()
        .filter(|key| key.algorithm == algorithm && (header.kid.is_empty() || header.kid == key.id))
        .any(|key| key.verify(message.as_bytes(), &signature))
}

pub(crate) fn sign<T: Serialize>(claims: &T, key: &SigningKey) -> Result<String, KeyError> {
    let header = Header { alg: key.public.algorithm.name().to_owned(), kid: key.public.id.clone() };
    let encode = |bytes: serde_json::Result<Vec<u8>>| bytes.map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
    let head = encode(serde_json::to_vec(&header)).map_err(|_| KeyError::Sign)?;
    let body = encode(serde_json::to_vec(claims)).map_err(|_| KeyError::Sign)?;
    let message = format!("{head}.{body}");
    let signature = URL_SAFE_NO_PAD.encode(key.sign(message.as_bytes())?);
    Ok(format!("{message}.{signature}"))
}
