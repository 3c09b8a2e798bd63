//! The continue token of chunked lists: where the next page begins, and at which revision.
//!
//! As upstream: apiserver/pkg/storage/continue.go, version `meta.k8s.io/v1`.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

use crate::status::ApiError;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Continue {
    v: String,
    /// -1 after an expired token: the rest at whatever revision is now.
    pub rv: i64,
    /// The key from which the next page goes on, without the list's own prefix.
    pub start: String,
}

impl Continue {
    pub(crate) fn new(rv: i64, start: String) -> Self {
        Self { v: "meta.k8s.io/v1".into(), rv, start }
    }

    pub(crate) fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }

    pub(crate) fn decode(text: &str) -> Result<Self, ApiError> {
        let bad = |why: &str| ApiError::bad_request(format!("invalid continue token: {why}"));
        let bytes = URL_SAFE_NO_PAD
            .decode(text.trim_end_matches('='))
            .or_else(|_| STANDARD_NO_PAD.decode(text.trim_end_matches('=')))
            .map_err(|err| bad(&err.to_string()))?;
        let token: Self = serde_json::from_slice(&bytes).map_err(|err| bad(&err.to_string()))?;
        if token.v != "meta.k8s.io/v1" {
            return Err(bad(&format!("server does not recognize this encoded version {:?}", token.v)));
        }
        if token.rv == 0 {
            return Err(bad("incorrect encoded start resourceVersion (version meta.k8s.io/v1)"));
        }
        if token.start.split('/').any(|part| part == "..") || token.start.starts_with("..") {
            return Err(bad("invalid start key"));
        }
        Ok(token)
    }
}
