//! How plugins see the cluster: objects of caches, and the store where a cache may be behind.

use kube_api::quantity::Quantity;
use kube_api::value::Value;

use crate::cache::Filter;
use crate::registry::Ctx;
use crate::server::Server;
use crate::status::{ApiError, Result};

/// An object as the cache has it.
pub(crate) fn look(server: &Server, group: &str, plural: &str, namespace: &str, name: &str) -> Result<Option<Value>> {
    let store = server.catalog.store(group, plural).ok_or_else(|| ApiError::internal(format!("no {plural}")))?;
    Ok(server.cached(&store, &store.key(namespace, name))?.map(|current| current.object))
}

/// An object as the cache has it, or as the store has it when the cache has none.
pub(crate) async fn look_fresh(
    ctx: &Ctx,
    group: &str,
    plural: &str,
    namespace: &str,
    name: &str,
) -> Result<Option<Value>> {
    if let Some(found) = look(&ctx.server, group, plural, namespace, name)? {
        return Ok(Some(found));
    }
    let store = ctx.server.catalog.store(group, plural).ok_or_else(|| ApiError::internal(format!("no {plural}")))?;
    Ok(ctx.server.fetch(&store, &store.key(namespace, name)).await?.map(|current| current.object))
}

/// All objects of a place, as the cache has them.
pub(crate) fn look_all(server: &Server, group: &str, plural: &str, namespace: &str) -> Result<Vec<Value>> {
    let store = server.catalog.store(group, plural).ok_or_else(|| ApiError::internal(format!("no {plural}")))?;
    let place = store.place(namespace);
    let found = store.cache.list(&place, &Filter::all(place.clone()));
    found.iter().map(|object| store.cache.format.decode(&object.body).map_err(ApiError::internal)).collect()
}

/// A quantity's value, for comparing and adding.
pub(crate) fn quantity(text: &str) -> Option<Quantity> {
    Quantity::parse(text).ok()
}
