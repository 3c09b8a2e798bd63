//! OpenAPI documents of what is served: version 3 for each group version, version 2 for everything, as trees. When they
//! are made and how long they are kept is the apiserver's business.
//!
//! Structure comes from the schema tables and from the definitions of custom resources; the texts that `explain` shows
//! come from [`Descriptions`], a file made at build time, without which they are empty.
//!
//! As upstream: kube-openapi/pkg/builder, builder3.

mod descriptions;
mod operations;
mod schemas;
pub mod version2;

pub use descriptions::Descriptions;

use crate::schema::builtin;
use crate::value;
use crate::value::{Object, Value};

use self::schemas::{Form, Schemas};

/// One served version of a resource, as documents show it.
#[derive(Debug, Clone)]
pub struct Resource<'a> {
    pub group: &'a str,
    pub version: &'a str,
    pub plural: &'a str,
    pub kind: &'a str,
    pub list_kind: &'a str,
    pub namespaced: bool,
    pub verbs: Vec<&'a str>,
    pub subresources: Vec<Subresource<'a>>,
    /// `openAPIV3Schema` of a custom resource; `None` for a built-in one. `Null` says that there is none.
    pub custom: Option<&'a Value>,
}

#[derive(Debug, Clone)]
pub struct Subresource<'a> {
    pub name: &'a str,
    pub group: &'a str,
    pub version: &'a str,
    pub kind: &'a str,
    pub verbs: Vec<&'a str>,
}

/// The document of one group version.
pub fn version3(group: &str, version: &str, resources: &[Resource<'_>], descriptions: &Descriptions) -> Value {
    let mut schemas = Schemas::new(Form::Version3, descriptions);
    let mut paths = Object::new();
    for resource in resources {
        operations::add(&mut paths, &mut schemas, resource);
    }
    operations::add_discovery(&mut paths, &mut schemas, group, version);
    schemas.finish();
    value!({
        "openapi": "3.0.0",
        "info": {"title": "Kubernetes", "version": "v1.36.0"},
        "paths": (Value::Object(paths)),
        "components": {
            "schemas": (Value::Object(schemas.into_object())),
            "securitySchemes": {
                "BearerToken": {"type": "apiKey", "in": "header", "name": "authorization",
                    "description": "Bearer Token authentication"}
            }
        }
    })
}

/// The index of documents: each path with the address that carries its hash.
pub fn index<'a>(documents: impl IntoIterator<Item = (&'a str, &'a str)>) -> Value {
    let mut paths = Object::new();
    for (path, hash) in documents {
        paths.insert(path, value!({"serverRelativeURL": (format!("/openapi/v3/{path}?hash={hash}"))}));
    }
    value!({"paths": (Value::Object(paths))})
}

/// The path of a group version's document below `/openapi/v3/`.
pub fn document_path(group: &str, version: &str) -> String {
    if group.is_empty() { format!("api/{version}") } else { format!("apis/{group}/{version}") }
}

/// The name under which a kind stands in documents.
fn name_of(group: &str, version: &str, kind: &str) -> String {
    let row = builtin::types()
        .iter()
        .find(|row| row.name == kind && row.group == group && row.version == version && !row.openapi.is_empty());
    match row {
        Some(row) => row.openapi.to_owned(),
        None => {
            // As upstream: the group's parts turned round, `com.example.v1.CronTab`.
            let mut parts: Vec<&str> = group.split('.').rev().collect();
            parts.extend([version, kind]);
            parts.join(".")
        }
    }
}

#[cfg(test)]
mod tests;
