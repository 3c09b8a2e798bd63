//! Delete of a collection: everything that a list would show, one object after the other.
//!
//! As upstream: store.go DeleteCollection. Not atomic.

use kube_api::value::Value;

use super::context::Ctx;
use super::delete::{DeleteOptions, delete};
use super::list::list;
use crate::http::query::ListOptions;
use crate::status::Result;

/// Answers what was deleted or marked.
pub(crate) async fn delete_collection(
    ctx: &Ctx,
    select: &ListOptions,
    options: &DeleteOptions,
) -> Result<(Vec<Value>, i64)> {
    let store = ctx.store()?.clone();
    let listing = list(ctx, select).await?;
    let mut gone = Vec::with_capacity(listing.objects.len());
    for stored in &listing.objects {
        let mut one = ctx.beside(&ctx.served, &stored.namespace, &stored.name);
        one.info.verb = "delete".into();
        match delete(&one, &stored.name, options).await {
            Ok(_) => gone.push(store.cache.format.decode(&stored.body).map_err(crate::status::ApiError::internal)?),
            // As upstream: somebody else was faster.
            Err(err) if err.is_not_found() => {}
            Err(err) => return Err(err),
        }
    }
    Ok((gone, listing.revision))
}
