//! Get and list, with upstream's rules for resource versions.
//!
//! - Unset: consistent. The store's revision is asked for, and the caches wait until they have passed it.
//! - `0`: whatever the cache has. `N`: not older than N; 504 when the cache does not come so far in time.
//! - Exact, and pages after the first: read from the store at that revision; 410 when it is compacted.
//!
//! As upstream: apiserver/pkg/storage/cacher and etcd3/store.go GetList.

use std::sync::Arc;

use kube_kv::{Keys, KvError, Range, Revision};

use super::context::Ctx;
use super::storage::store_error;
use super::token::Continue;
use crate::cache::Lagging;
use crate::cache::{Filter, Stored};
use crate::catalog::Store;
use crate::http::query::{ListOptions, VersionMatch};
use crate::status::{ApiError, Result};

/// As upstream: pages grow while a selective filter leaves them empty.
const PAGE_MAX: usize = 10_000;

pub(crate) struct Listing {
    pub objects: Vec<Arc<Stored>>,
    pub revision: i64,
    pub continue_token: String,
    /// How many follow, where that is known: not with selectors.
    pub remaining: Option<i64>,
}

pub(crate) fn lagging(err: Lagging, wanted: i64) -> ApiError {
    match err {
        Lagging::Store(err) => store_error(err),
        Lagging::Behind(current) => ApiError::too_large_resource_version(wanted, current),
    }
}

/// Waits until the cache may answer for this version; gives the revision that the answer is of.
pub(crate) async fn reach(ctx: &Ctx, version: Option<i64>) -> Result<i64> {
    let feed = &ctx.server.feed;
    match version {
        None => feed.consistent().await.map_err(|err| lagging(err, 0)),
        Some(0) => Ok(feed.applied()),
        Some(wanted) => feed.reach(wanted).await.map(|()| feed.applied()).map_err(|err| lagging(err, wanted)),
    }
}

pub(crate) async fn get(ctx: &Ctx, name: &str, version: Option<i64>) -> Result<Arc<Stored>> {
    let store = ctx.store()?;
    reach(ctx, version).await?;
    check_filled(ctx, store).await?;
    let key = store.key(&ctx.info.namespace, name);
    store.cache.get(&key).ok_or_else(|| ApiError::not_found(ctx.served.named(), name))
}

/// A cache that was added a moment ago is waited for.
async fn check_filled(ctx: &Ctx, store: &Store) -> Result<()> {
    for _ in 0..100 {
        if store.cache.is_ready() {
            return Ok(());
        }
        ctx.server.clock.sleep(std::time::Duration::from_millis(20)).await;
    }
    let mut error = ApiError::too_many_requests("storage is (re)initializing", 1);
    error.0.code = 429;
    Err(error)
}

pub(crate) async fn list(ctx: &Ctx, options: &ListOptions) -> Result<Listing> {
    let store = ctx.store()?.clone();
    let place = store.place(&ctx.info.namespace);
    let name = Some(ctx.info.name.as_str()).filter(|name| !name.is_empty());
    let filter =
        Filter::parse(place.clone(), name, &options.label_selector, &options.field_selector, &store.cache.format)?;
    check_filled(ctx, &store).await?;
    if !options.continue_token.is_empty() {
        if options.resource_version.is_some_and(|version| version != 0) {
            return Err(ApiError::bad_request("specifying resource version is not allowed when using continue"));
        }
        let token = Continue::decode(&options.continue_token)?;
        let start = format!("{place}{}", token.start);
        if token.rv < 0 {
            let revision = reach(ctx, None).await?;
            return Ok(from_cache(&store, &filter, &place, &start, options.limit, revision));
        }
        return at_revision(ctx, &store, &filter, &place, &start, options.limit, token.rv).await;
    }
    if options.version_match == VersionMatch::Exact {
        let wanted = options.resource_version.unwrap_or(0);
        // As upstream: a revision that is still to come is waited for.
        ctx.server.feed.reach(wanted).await.map_err(|err| lagging(err, wanted))?;
        return at_revision(ctx, &store, &filter, &place, &place, options.limit, wanted).await;
    }
    let revision = reach(ctx, options.resource_version).await?;
    Ok(from_cache(&store, &filter, &place, "", options.limit, revision))
}

fn from_cache(store: &Store, filter: &Filter, place: &str, after: &str, limit: usize, revision: i64) -> Listing {
    // A start key names the first object of the page.
    let before = after.strip_suffix('\0').unwrap_or(after);
    let (objects, more, newest) = store.cache.page(place, before, filter, if limit == 0 { usize::MAX } else { limit });
    // What changed after the wait may show too: then the list is of that revision.
    listing(objects, more, filter, place, revision.max(newest))
}

fn listing(objects: Vec<Arc<Stored>>, more: usize, filter: &Filter, place: &str, revision: i64) -> Listing {
    let last = objects.last().filter(|_| more > 0);
    let continue_token = last.map_or_else(String::new, |last| {
        let rest = last.key.strip_prefix(place).unwrap_or(&last.key);
        Continue::new(revision, format!("{rest}\0")).encode()
    });
    let remaining = (more > 0 && filter.is_everything()).then(|| i64::try_from(more).unwrap_or(i64::MAX));
    Listing { objects, revision, continue_token, remaining }
}

/// Reads from the store what stood there at one revision.
async fn at_revision(
    ctx: &Ctx,
    store: &Store,
    filter: &Filter,
    place: &str,
    start: &str,
    limit: usize,
    revision: i64,
) -> Result<Listing> {
    let end = Keys::prefix(place.to_owned()).to_wire().1;
    let mut start = bytes::Bytes::from(start.to_owned());
    let mut objects: Vec<Arc<Stored>> = Vec::new();
    let mut page = if limit == 0 { PAGE_MAX } else { limit };
    loop {
        let range = Range::of(Keys::span(start.clone(), end.clone())).at(Revision(revision)).limit(page);
        let found = ctx.server.kv.range(range).await.map_err(|err| match err {
            KvError::Compacted { .. } => expired(ctx, place, &start),
            KvError::FutureRevision => ApiError::too_large_resource_version(revision, ctx.server.feed.applied()),
            err => store_error(err),
        })?;
        let fetched = i64::try_from(found.kvs.len()).unwrap_or(i64::MAX);
        for (at, kv) in found.kvs.iter().enumerate() {
            let Ok(key) = std::str::from_utf8(&kv.key) else { continue };
            let Ok((stored, _)) = store.cache.format.read(key, &kv.value, kv.mod_revision.0) else { continue };
            if filter.matches(&stored) {
                objects.push(stored);
            }
            if limit > 0 && objects.len() == limit {
                let behind = found.count - i64::try_from(at + 1).unwrap_or(0);
                let more = usize::try_from(behind.max(0)).unwrap_or(0);
                return Ok(listing(objects, more, filter, place, revision));
            }
        }
        match found.kvs.last() {
            Some(last) if found.more || found.count > fetched => {
                let mut next = last.key.to_vec();
                next.push(0);
                start = next.into();
                page = (page * 2).min(PAGE_MAX);
            }
            _ => return Ok(Listing { objects, revision, continue_token: String::new(), remaining: None }),
        }
    }
}

/// As upstream: etcd3/errors.go, handleCompactedErrorForPaging: a token for the rest as it is now.
fn expired(_: &Ctx, place: &str, start: &[u8]) -> ApiError {
    let start = String::from_utf8_lossy(start).into_owned();
    let rest = start.strip_prefix(place).unwrap_or_default().to_owned();
    if rest.is_empty() {
        return ApiError::expired("The resourceVersion for the provided list is too old.");
    }
    let token = Continue::new(-1, rest).encode();
    let mut error = ApiError::expired(
        "The provided continue parameter is too old to display a consistent list result. You can start a new list \
         without the continue parameter, or use the continue token in this response to retrieve the remainder of the \
         results. Continuing with the provided token results in an inconsistent list - objects that were created, \
         modified, or deleted between the time the first chunk was returned and now may show up in the list.",
    );
    error.0.continue_token = token;
    error
}
