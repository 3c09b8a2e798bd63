//! Rows of the built-in kinds, from the generated tables of `kube-api` and the hooks of `kube-kinds`.

use std::collections::HashMap;
use std::sync::Arc;

use kube_api::resources::{self, Resource};
use kube_api::schema::Shared;
use kube_api::schema::{TypeRef, builtin};

use super::{Conversion, Served, Store, Sub, api_version};
use crate::cache::{Format, ResourceCache, StoredAs};

pub(super) fn served() -> Vec<Served> {
    let mut stores: HashMap<&'static str, Arc<Store>> = HashMap::new();
    resources::all()
        .iter()
        .map(|row| {
            let store = row.stored().then(|| stores.entry(row.prefix).or_insert_with(|| Arc::new(store(row))).clone());
            served_row(row, store)
        })
        .collect()
}

fn served_row(row: &'static Resource, store: Option<Arc<Store>>) -> Served {
    let own = |list: &[&str]| list.iter().map(|item| (*item).to_owned()).collect::<Vec<String>>();
    let conversion = match &store {
        Some(store) => conversion(row, store),
        None => Conversion::Same,
    };
    Served {
        group: row.group.into(),
        version: row.version.into(),
        plural: row.plural.into(),
        singular: row.singular.into(),
        kind: row.kind.into(),
        list_kind: format!("{}List", row.kind),
        namespaced: row.namespaced,
        verbs: own(row.verbs),
        short_names: own(row.short_names),
        categories: own(row.categories),
        schema: Shared::Static(row.schema),
        subresources: row
            .subresources
            .iter()
            .map(|sub| Sub {
                name: sub.name.into(),
                group: sub.group.into(),
                version: sub.version.into(),
                kind: sub.kind.into(),
                verbs: own(sub.verbs),
                schema: Shared::Static(sub.schema),
            })
            .collect(),
        store,
        conversion,
    }
}

fn conversion(row: &'static Resource, store: &Store) -> Conversion {
    if (row.group, row.version) == row.storage {
        return Conversion::Same;
    }
    let found = store.hooks.versions.iter().find(|own| own.group == row.group && own.version == row.version);
    found.map_or(Conversion::Renamed, Conversion::BuiltIn)
}

fn store(row: &'static Resource) -> Store {
    let (group, version) = row.storage;
    let schema: TypeRef = Shared::Static(builtin::kind(group, version, row.kind).unwrap_or(row.schema));
    let hooks = kube_kinds::hooks(group, row.kind);
    let selectable = hooks
        .selectable
        .iter()
        .map(|field| crate::cache::Field {
            label: field.label.to_owned(),
            path: field.path.iter().map(|name| (*name).to_owned()).collect(),
            absent: field.absent.to_owned(),
        })
        .collect();
    let format = Format {
        stored_as: StoredAs::Protobuf,
        schema: schema.clone(),
        api_version: api_version(group, version),
        kind: row.kind.to_owned(),
        selectable,
        normalise: None,
    };
    Store {
        group: group.into(),
        plural: row.plural.into(),
        kind: row.kind.into(),
        namespaced: row.namespaced,
        api_version: api_version(group, version),
        schema,
        hooks,
        cache: Arc::new(ResourceCache::new(format, format!("/registry/{}/", row.prefix))),
        custom: None,
    }
}
