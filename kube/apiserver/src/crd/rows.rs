//! The rows of the catalog that one definition makes.

use std::sync::Arc;

use kube_api::schema::{Shared, builtin};
use kube_api::value::Value;

use super::custom::{Custom, Version};
use crate::cache::{Field, Format, ResourceCache, StoredAs};
use crate::catalog::{Conversion, Served, Store, Sub, api_version};

const VERBS: [&str; 8] = ["delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"];

/// Rows of every served version, and the cache behind them. None for a definition without a stored version.
pub(super) fn rows(definition: &Value, custom: &Arc<Custom>) -> Option<(Arc<ResourceCache>, Vec<Served>)> {
    let storage = custom.storage()?;
    let names = |field: &str| definition.text(&["status", "acceptedNames", field]).unwrap_or_default().to_owned();
    let list = |field: &str| {
        let items = definition.items(&["status", "acceptedNames", field]).iter();
        items.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<String>>()
    };
    let (group, plural, kind) = (custom.group.clone(), names("plural"), names("kind"));
    let namespaced = definition.text(&["spec", "scope"]) == Some("Namespaced");
    let stored_version = api_version(&group, &storage.name);
    let normal = custom.clone();
    let format = Format {
        stored_as: StoredAs::Json,
        schema: storage.schema.ty.clone(),
        api_version: stored_version.clone(),
        kind: kind.clone(),
        selectable: selectable(storage),
        normalise: Some(Arc::new(move |object: &mut Value| normal.default(object))),
    };
    let cache = Arc::new(ResourceCache::new(format, format!("/registry/{group}/{plural}/")));
    let store = Arc::new(Store {
        group: group.clone(),
        plural: plural.clone(),
        kind: kind.clone(),
        namespaced,
        api_version: stored_version,
        schema: storage.schema.ty.clone(),
        hooks: kube_kinds::custom(storage.status),
        cache: cache.clone(),
        custom: Some(custom.clone()),
    });
    let rows = custom
        .versions
        .iter()
        .filter(|version| version.served)
        .map(|version| Served {
            group: group.clone(),
            version: version.name.clone(),
            plural: plural.clone(),
            singular: match names("singular") {
                unset if unset.is_empty() => kind.to_lowercase(),
                own => own,
            },
            kind: kind.clone(),
            list_kind: match names("listKind") {
                unset if unset.is_empty() => format!("{kind}List"),
                own => own,
            },
            namespaced,
            verbs: VERBS.map(str::to_owned).to_vec(),
            short_names: list("shortNames"),
            categories: list("categories"),
            schema: version.schema.ty.clone(),
            subresources: subresources(&group, &kind, version),
            store: Some(store.clone()),
            conversion: if version.storage { Conversion::Same } else { Conversion::Custom(custom.clone()) },
        })
        .collect();
    Some((cache, rows))
}

fn subresources(group: &str, kind: &str, version: &Version) -> Vec<Sub> {
    let verbs = || ["get", "patch", "update"].map(str::to_owned).to_vec();
    let mut found = Vec::new();
    if let (Some(_), Some(schema)) = (&version.scale, builtin::kind("autoscaling", "v1", "Scale")) {
        found.push(Sub {
            name: "scale".into(),
            group: "autoscaling".into(),
            version: "v1".into(),
            kind: "Scale".into(),
            verbs: verbs(),
            schema: Shared::Static(schema),
        });
    }
    if version.status {
        found.push(Sub {
            name: "status".into(),
            group: group.into(),
            version: version.name.clone(),
            kind: kind.into(),
            verbs: verbs(),
            schema: version.schema.ty.clone(),
        });
    }
    found
}

/// Fields that field selectors may name; the text of a path is its label without the first dot.
fn selectable(version: &Version) -> Vec<Field> {
    version
        .selectable
        .iter()
        .map(|path| {
            let label = path.trim_start_matches('.').to_owned();
            Field { path: label.split('.').map(str::to_owned).collect(), label, absent: String::new() }
        })
        .collect()
}
