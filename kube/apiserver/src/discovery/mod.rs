//! Documents about what is served: discovery (old and aggregated), version, OpenAPI, and the keys of token issuing.
//!
//! All are made from the catalog when somebody asks and kept until it changes; large ones compressed, as nearly every
//! client takes them.

mod aggregate;
mod legacy;
mod openapi;
mod openid;
mod proxy;

use std::io::{Read, Write};
use std::sync::Arc;

use bytes::Bytes;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use http::{HeaderValue, Response, StatusCode, header};
use parking_lot::Mutex;
use serde::Serialize;
use std::collections::HashMap;

use crate::http::body::Body;
use crate::http::call::{Call, respond};
use crate::http::negotiate::accept;
use crate::render::Rendered;
use crate::status::{ApiError, Result};

pub(crate) use openapi::answer as openapi;
pub(crate) use openid::answer as openid;
pub(crate) use proxy::aggregated;

/// Documents of one state of the catalog.
#[derive(Default)]
pub(crate) struct Documents {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    generation: u64,
    documents: HashMap<String, Arc<Document>>,
}

pub(crate) struct Document {
    bytes: Bytes,
    zipped: bool,
    pub etag: String,
    pub content_type: String,
}

impl Documents {
    /// The document of this name, made when it is not there yet.
    pub(crate) fn get(
        &self,
        generation: u64,
        name: &str,
        make: impl FnOnce() -> Result<(Bytes, String)>,
    ) -> Result<Arc<Document>> {
        {
            let mut kept = self.kept.lock();
            if kept.generation != generation {
                kept.documents.clear();
                kept.generation = generation;
            }
            if let Some(document) = kept.documents.get(name) {
                return Ok(document.clone());
            }
        }
        let (bytes, content_type) = make()?;
        let digest = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA512, &bytes);
        let etag = digest.as_ref().iter().map(|byte| format!("{byte:02X}")).collect();
        let zipped = bytes.len() > ZIP_ABOVE;
        let bytes = if zipped { zip(&bytes).map_err(ApiError::internal)? } else { bytes };
        let document = Arc::new(Document { bytes, zipped, etag, content_type });
        self.kept.lock().documents.insert(name.to_owned(), document.clone());
        Ok(document)
    }
}

/// Documents above this many bytes are kept compressed: all of OpenAPI is several megabytes otherwise.
const ZIP_ABOVE: usize = 16 * 1024;

fn zip(bytes: &[u8]) -> std::io::Result<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    let mut zipped = encoder.finish()?;
    zipped.shrink_to_fit();
    Ok(zipped.into())
}

fn unzip(bytes: &[u8]) -> std::io::Result<Bytes> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain)?;
    Ok(plain.into())
}

/// Answers with a document, or that it has not changed.
pub(crate) fn document(call: &Call, document: &Document) -> Result<Response<Body>> {
    let quoted = format!("\"{}\"", document.etag);
    let known = call.header(header::IF_NONE_MATCH).is_some_and(|tags| tags.split(',').any(|tag| tag.trim() == quoted));
    let as_kept = document.zipped && !known && call.accepts_gzip();
    let body = match document.zipped {
        _ if known => Body::Empty,
        true if !as_kept => Body::full(unzip(&document.bytes).map_err(ApiError::internal)?),
        _ => Body::full(document.bytes.clone()),
    };
    let mut response = respond(200, Rendered { body, content_type: document.content_type.clone() });
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(&quoted) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::VARY, HeaderValue::from_static("Accept"));
    if as_kept {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        headers.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public"));
    Ok(response)
}

pub(crate) fn json<T: Serialize>(value: &T) -> Result<Bytes> {
    let mut text = serde_json::to_vec(value).map_err(ApiError::internal)?;
    text.push(b'\n');
    Ok(text.into())
}

const MAJOR: &str = "1";
const MINOR: &str = "36";
pub(crate) const GIT_VERSION: &str = "v1.36.2+ironstone";

/// As upstream: apimachinery/pkg/version.
pub(crate) fn version() -> Bytes {
    let text = format!(
        "{{\n  \"major\": \"{MAJOR}\",\n  \"minor\": \"{MINOR}\",\n  \"emulationMajor\": \"{MAJOR}\",\n  \"emulationMinor\": \"{MINOR}\",\n  \
         \"minCompatibilityMajor\": \"{MAJOR}\",\n  \"minCompatibilityMinor\": \"35\",\n  \"gitVersion\": \"{GIT_VERSION}\",\n  \
         \"gitCommit\": \"\",\n  \"gitTreeState\": \"clean\",\n  \"buildDate\": \"1970-01-01T00:00:00Z\",\n  \"goVersion\": \"\",\n  \
         \"compiler\": \"rustc\",\n  \"platform\": \"linux/{}\"\n}}",
        if cfg!(target_arch = "aarch64") { "arm64" } else { "amd64" }
    );
    Bytes::from(text)
}

/// `/`, `/api`, `/apis` and below.
pub(crate) fn answer(call: &Call, path: &str) -> Result<Response<Body>> {
    let tables = call.server.catalog.tables();
    let documents = &call.server.documents;
    if matches!(path, "/api" | "/apis")
        && let Some(content_type) = aggregated_type(call)
    {
        let name = format!("{path} aggregated");
        let found =
            documents.get(tables.generation, &name, || Ok((aggregate::document(&tables, path)?, content_type)))?;
        return document(call, &found);
    }
    let name = format!("{path} legacy");
    let address = call.server.config.advertise_address.map(|ip| format!("{ip}:{}", call.server.config.listen.port()));
    let found = documents.get(tables.generation, &name, || {
        let bytes = legacy::document(&tables, path, address.unwrap_or_default())?;
        Ok((bytes, "application/json".to_owned()))
    })?;
    document(call, &found)
}

/// The content type of an aggregated document, where it is what the client prefers.
fn aggregated_type(call: &Call) -> Option<String> {
    for range in accept(call.header(header::ACCEPT)?) {
        if range.main != "application/json" && range.main != "*/*" && range.main != "application/*" {
            continue;
        }
        match range.param("as") {
            Some("APIGroupDiscoveryList")
                if range.param("g") == Some("apidiscovery.k8s.io") && range.param("v") == Some("v2") =>
            {
                return Some("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList".to_owned());
            }
            Some(_) => {}
            None => return None,
        }
    }
    None
}
