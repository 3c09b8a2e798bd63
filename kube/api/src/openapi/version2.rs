//! The document of version 2: everything that is served in one, as JSON and in the protobuf form that Go clients ask
//! for.
//!
//! As upstream: kube-openapi/pkg/builder; gnostic's openapiv2 for the protobuf form.

mod message;

pub use message::encode as protobuf;

use super::schemas::{Form, Schemas};
use super::{Descriptions, Resource, operations};
use crate::value;
use crate::value::{Object, Value};

/// The document of all group versions.
pub fn document(resources: &[Resource<'_>], descriptions: &Descriptions) -> Value {
    let mut schemas = Schemas::new(Form::Version2, descriptions);
    let mut paths = Object::new();
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for resource in resources {
        operations::add(&mut paths, &mut schemas, resource);
        if !seen.contains(&(resource.group, resource.version)) {
            seen.push((resource.group, resource.version));
            operations::add_discovery(&mut paths, &mut schemas, resource.group, resource.version);
        }
    }
    schemas.finish();
    value!({
        "swagger": "2.0",
        "info": {"title": "Kubernetes", "version": "v1.36.0"},
        "paths": (Value::Object(paths)),
        "definitions": (Value::Object(schemas.into_object())),
        "securityDefinitions": {
            "BearerToken": {"type": "apiKey", "in": "header", "name": "authorization",
                "description": "Bearer Token authentication"}
        },
        "security": [{"BearerToken": []}]
    })
}
