//! Discovery of the token issuer: who issues, and with which keys.
//!
//! As upstream: pkg/serviceaccount/openidmetadata.go.

use http::Response;
use serde::Serialize;
use std::collections::BTreeMap;

use super::json;
use crate::http::body::Body;
use crate::http::call::{Call, respond};
use crate::render::Rendered;
use crate::status::{ApiError, Result};

#[derive(Serialize)]
struct Metadata<'a> {
    issuer: &'a str,
    jwks_uri: String,
    response_types_supported: [&'a str; 1],
    subject_types_supported: [&'a str; 1],
    id_token_signing_alg_values_supported: Vec<&'a str>,
}

#[derive(Serialize)]
struct Keys {
    keys: Vec<BTreeMap<&'static str, String>>,
}

pub(crate) fn answer(call: &Call, path: &str) -> Result<Response<Body>> {
    let tokens = call.server.tokens().ok_or_else(ApiError::no_such_path)?;
    let keys = &tokens.verifying.0;
    let (bytes, content_type) = if path == "/openid/v1/jwks" {
        let keys = keys.iter().map(|key| key.jwk().into_iter().collect()).collect();
        (json(&Keys { keys })?, "application/jwk-set+json")
    } else {
        let mut algorithms: Vec<&str> = keys.iter().map(|key| key.algorithm.name()).collect();
        algorithms.sort_unstable();
        algorithms.dedup();
        let metadata = Metadata {
            issuer: tokens.issuer(),
            jwks_uri: jwks_uri(call, tokens.issuer()),
            response_types_supported: ["id_token"],
            subject_types_supported: ["public"],
            id_token_signing_alg_values_supported: algorithms,
        };
        (json(&metadata)?, "application/json")
    };
    let mut response = respond(200, Rendered { body: Body::full(bytes), content_type: content_type.into() });
    response.headers_mut().insert(http::header::CACHE_CONTROL, http::HeaderValue::from_static("public, max-age=3600"));
    Ok(response)
}

/// As upstream: the server's own external address.
fn jwks_uri(call: &Call, issuer: &str) -> String {
    match call.server.config.advertise_address {
        Some(address) => {
            let port = call.server.config.listen.port();
            format!("https://{}/openid/v1/jwks", std::net::SocketAddr::new(address, port))
        }
        None => format!("{issuer}/openid/v1/jwks"),
    }
}
