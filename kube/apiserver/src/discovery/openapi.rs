//! OpenAPI documents: an index, one document for each group version, and the old document of everything.
//!
//! What stands in them is made by `kube_api::openapi`; here they are made when somebody asks, kept until the catalog
//! changes, and answered with hashes that clients may keep them by. The texts of fields come from a file that is read
//! for the making of documents and forgotten afterwards: a megabyte that nobody needs meanwhile.

use std::cell::OnceCell;
use std::io::Read;
use std::path::Path;

use bytes::Bytes;
use flate2::read::GzDecoder;
use http::{HeaderValue, Response, StatusCode, header};
use kube_api::openapi::{self, Descriptions, Resource, Subresource};

use super::document;
use crate::catalog::{GroupVersion, Served, Tables};
use crate::http::body::Body;
use crate::http::call::Call;
use crate::http::negotiate::accept;
use crate::status::{ApiError, Result};
use crate::wire;

/// What clients ask for; the second is the name that the answer has, for an `@` has no place in a media type.
const PROTOBUF: [&str; 2] = [
    "application/com.github.proto-openapi.spec.v2@v1.0+protobuf",
    "application/com.github.proto-openapi.spec.v2.v1.0+protobuf",
];

pub(crate) fn answer(call: &Call, path: &str) -> Result<Response<Body>> {
    let tables = call.server.catalog.tables();
    match path.strip_prefix("/openapi/").unwrap_or_default() {
        "v2" => old(call, &tables),
        "v3" => index(call, &tables),
        rest => match rest.strip_prefix("v3/") {
            Some(name) => group_version(call, &tables, name),
            None => Err(ApiError::no_such_path()),
        },
    }
}

fn resources(version: &GroupVersion) -> Vec<Resource<'_>> {
    version.resources.iter().map(|row| resource(row)).collect()
}

fn resource(row: &Served) -> Resource<'_> {
    let custom = row.store.as_ref().and_then(|store| store.custom.as_ref());
    Resource {
        group: &row.group,
        version: &row.version,
        plural: &row.plural,
        kind: &row.kind,
        list_kind: &row.list_kind,
        namespaced: row.namespaced,
        verbs: row.verbs.iter().map(String::as_str).collect(),
        subresources: row
            .subresources
            .iter()
            .map(|sub| Subresource {
                name: &sub.name,
                group: &sub.group,
                version: &sub.version,
                kind: &sub.kind,
                verbs: sub.verbs.iter().map(String::as_str).collect(),
            })
            .collect(),
        custom: custom.and_then(|custom| custom.open_api(&row.version)),
    }
}

fn find<'t>(tables: &'t Tables, name: &str) -> Option<(&'t str, &'t GroupVersion)> {
    tables.groups.iter().find_map(|group| {
        let version = group.versions.iter().find(|own| openapi::document_path(&group.name, &own.version) == name)?;
        Some((group.name.as_str(), version))
    })
}

/// The texts of fields, read when the first document of a request wants them.
struct Texts<'c> {
    file: Option<&'c Path>,
    read: OnceCell<Descriptions>,
}

impl<'c> Texts<'c> {
    fn of(call: &'c Call) -> Self {
        Self { file: call.server.config.descriptions.as_deref(), read: OnceCell::new() }
    }

    /// Documents without texts are better than none: a file that cannot be read is reported and taken for empty.
    fn get(&self) -> &Descriptions {
        self.read.get_or_init(|| match self.file.map(read_texts) {
            None => Descriptions::default(),
            Some(Ok(texts)) => texts,
            Some(Err(error)) => {
                tracing::warn!(file = ?self.file, %error, "no descriptions of fields");
                Descriptions::default()
            }
        })
    }
}

fn read_texts(file: &Path) -> std::io::Result<Descriptions> {
    let mut text = String::new();
    GzDecoder::new(std::fs::File::open(file)?).read_to_string(&mut text)?;
    Ok(Descriptions::parse(&text))
}

fn made(call: &Call, tables: &Tables, texts: &Texts<'_>, name: &str) -> Result<std::sync::Arc<super::Document>> {
    let (group, version) = find(tables, name).ok_or_else(ApiError::no_such_path)?;
    call.server.documents.get(tables.generation, &format!("openapi/v3/{name}"), || {
        let tree = openapi::version3(group, &version.version, &resources(version), texts.get());
        Ok((Bytes::from(wire::plain_json(&tree)), "application/json".to_owned()))
    })
}

fn index(call: &Call, tables: &Tables) -> Result<Response<Body>> {
    let texts = Texts::of(call);
    let found = call.server.documents.get(tables.generation, "openapi/v3", || {
        let mut hashes = Vec::new();
        for group in &tables.groups {
            for version in &group.versions {
                let name = openapi::document_path(&group.name, &version.version);
                hashes.push((name.clone(), made(call, tables, &texts, &name)?.etag.clone()));
            }
        }
        let tree = openapi::index(hashes.iter().map(|(name, hash)| (name.as_str(), hash.as_str())));
        Ok((Bytes::from(wire::plain_json(&tree)), "application/json".to_owned()))
    })?;
    document(call, &found)
}

fn group_version(call: &Call, tables: &Tables, name: &str) -> Result<Response<Body>> {
    let found = made(call, tables, &Texts::of(call), name)?;
    if let Some(hash) = call.query.get("hash").filter(|hash| *hash != found.etag) {
        // As upstream: a stale hash leads to the document of now.
        let _ = hash;
        let mut response = Response::new(Body::Empty);
        *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
        let place = format!("/openapi/v3/{name}?hash={}", found.etag);
        response.headers_mut().insert(header::LOCATION, HeaderValue::from_str(&place).map_err(ApiError::internal)?);
        return Ok(response);
    }
    let mut response = document(call, &found)?;
    if call.query.get("hash").is_some() {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, immutable"));
    }
    Ok(response)
}

fn old(call: &Call, tables: &Tables) -> Result<Response<Body>> {
    let first = |list| accept(list).first().map(|range| PROTOBUF.contains(&range.main.as_str()));
    let wants_protobuf = call.header(header::ACCEPT).and_then(first).unwrap_or(false);
    let tree = || {
        let all: Vec<Resource<'_>> =
            tables.groups.iter().flat_map(|group| &group.versions).flat_map(resources).collect();
        openapi::version2::document(&all, Texts::of(call).get())
    };
    let found = if wants_protobuf {
        call.server.documents.get(tables.generation, "openapi/v2 protobuf", || {
            Ok((Bytes::from(openapi::version2::protobuf(&tree())), PROTOBUF[1].to_owned()))
        })?
    } else {
        call.server.documents.get(tables.generation, "openapi/v2", || {
            Ok((Bytes::from(wire::plain_json(&tree())), "application/json".to_owned()))
        })?
    };
    document(call, &found)
}
