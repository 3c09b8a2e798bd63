//! Tables: what kubectl prints, made of the columns and cells of a kind's hooks or of a custom resource's definition.
//!
//! As upstream: pkg/printers and handlers/response.go asTable.

use bytes::Bytes;
use kube_api::value::Value;
use kube_kinds::hooks::{Column, Print};

use super::{list, partial};
use crate::catalog::Served;
use crate::http::query::Query;
use crate::server::Server;
use crate::status::{ApiError, Result};
use crate::wire;

/// What each row carries of its object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum IncludeObject {
    None,
    #[default]
    Metadata,
    Object,
}

/// A column as the document describes it.
struct Head<'a> {
    name: &'a str,
    kind: &'a str,
    format: &'a str,
    description: &'a str,
    priority: i64,
}

impl IncludeObject {
    pub(crate) fn read(query: &Query) -> Result<Self> {
        match query.get("includeObject").unwrap_or_default() {
            "" | "Metadata" => Ok(Self::Metadata),
            "None" => Ok(Self::None),
            "Object" => Ok(Self::Object),
            other => Err(ApiError::bad_request(format!(
                "unrecognized includeObject value: {}",
                crate::status::quoted(other)
            ))),
        }
    }
}

/// As upstream: apiserver/pkg/registry/rest/table.go, what a kind without columns of its own shows.
static PLAIN: [Column; 2] = [Column::NAME, Column { kind: "date", ..Column::text("Created At") }];

/// One Table as JSON. Without `heads` the columns are left out: later events of a watch.
pub(super) fn document(
    server: &Server,
    served: &Served,
    objects: &[Value],
    beta: bool,
    include: IncludeObject,
    heads: bool,
    meta: &[(&'static str, String)],
) -> Result<Bytes> {
    let mut out = String::from("{\"kind\":\"Table\",\"apiVersion\":\"");
    out.push_str(partial::api_version(beta));
    out.push_str("\",\"metadata\":");
    out.push_str(&list::json_meta(meta));
    out.push_str(",\"columnDefinitions\":");
    if heads {
        push_heads(&mut out, served)
    } else {
        out.push_str("null")
    }
    out.push_str(",\"rows\":[");
    for (at, object) in objects.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push_str("{\"cells\":");
        out.push_str(&wire::plain_json(&Value::from(cells(server, served, object))));
        match include {
            IncludeObject::None => {}
            IncludeObject::Metadata => {
                out.push_str(",\"object\":");
                out.push_str(&String::from_utf8_lossy(&partial::json(object, beta)?));
            }
            IncludeObject::Object => {
                out.push_str(",\"object\":");
                let text = wire::json(object, &served.schema, false).map_err(ApiError::internal)?;
                out.push_str(&String::from_utf8_lossy(&text));
            }
        }
        out.push('}');
    }
    out.push_str("]}\n");
    Ok(Bytes::from(out))
}

fn push_heads(out: &mut String, served: &Served) {
    let custom = served.store.as_ref().and_then(|store| store.custom.as_ref());
    let heads: Vec<Head<'_>> = match (custom, &served.store) {
        (Some(custom), _) => custom
            .columns(&served.version)
            .iter()
            .map(|column| Head {
                name: &column.name,
                kind: &column.kind,
                format: &column.format,
                description: &column.description,
                priority: column.priority,
            })
            .collect(),
        (None, Some(store)) => {
            let columns = if store.hooks.columns.is_empty() { &PLAIN[..] } else { store.hooks.columns };
            columns.iter().map(built_in).collect()
        }
        (None, None) => PLAIN.iter().map(built_in).collect(),
    };
    out.push('[');
    for (at, head) in heads.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let text = |text: &str| wire::plain_json(&Value::from(text));
        out.push_str(&format!(
            "{{\"name\":{},\"type\":{},\"format\":{},\"description\":{},\"priority\":{}}}",
            text(head.name),
            text(head.kind),
            text(head.format),
            text(head.description),
            head.priority
        ));
    }
    out.push(']');
}

fn built_in(column: &'static Column) -> Head<'static> {
    Head {
        name: column.name,
        kind: column.kind,
        format: column.format,
        description: "",
        priority: column.priority.into(),
    }
}

fn cells(server: &Server, served: &Served, object: &Value) -> Vec<Value> {
    let print = Print { now: server.clock.now() };
    let Some(store) = &served.store else { return vec![name(object)] };
    if let Some(custom) = &store.custom {
        return custom.cells(&served.version, object, print.now);
    }
    if store.hooks.columns.is_empty() {
        let created = object.text(&["metadata", "creationTimestamp"]).unwrap_or_default();
        return vec![name(object), Value::from(created)];
    }
    // Hooks see the stored version; a kind with other versions prints from what it was made of.
    (store.hooks.cells)(object, &print)
}

fn name(object: &Value) -> Value {
    Value::from(object.text(&["metadata", "name"]).unwrap_or_default())
}
