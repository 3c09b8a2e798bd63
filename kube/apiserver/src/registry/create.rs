//! Create: from an object in the stored version to one that stands in the store.
//!
//! As upstream: apiserver/pkg/registry/generic/registry/store.go Create, and registry/rest/create.go.

use kube_api::value::Value;
use kube_kinds::hooks::Request;

use super::context::Ctx;
use super::managed;
use super::prepare::{check_custom, check_place, fill, generate_name, metadata_name, refuse, tell_warnings};
use super::storage::{Wrote, set_version};
use crate::admission::{Operation, Verb};
use crate::http::query::WriteOptions;
use crate::status::{ApiError, Result};

/// As upstream: how often a generated name that is taken is drawn again.
const NAME_TRIES: usize = 8;

pub(crate) async fn create(ctx: &Ctx, object: Value, options: &WriteOptions) -> Result<Value> {
    let generated = metadata_name(&object).is_empty() && object.text(&["metadata", "generateName"]).is_some();
    let tries = if generated { NAME_TRIES } else { 1 };
    let mut last = None;
    for _ in 0..tries {
        match attempt(ctx, object.clone(), options).await {
            Err(err) if generated && err.is_already_exists() => {
                let name = err.0.details.as_ref().map_or("", |details| details.name.as_str()).to_owned();
                last = Some(ApiError::generate_name_conflict(ctx.served.named(), &name));
            }
            other => return other,
        }
    }
    Err(last.unwrap_or_else(ApiError::no_such_path))
}

async fn attempt(ctx: &Ctx, mut object: Value, options: &WriteOptions) -> Result<Value> {
    let store = ctx.store()?.clone();
    check_place(ctx, &mut object)?;
    if object.text(&["metadata", "resourceVersion"]).is_some_and(|version| version != "0") {
        return Err(ApiError::new(500, "", "resourceVersion should not be set on objects to be created"));
    }
    if metadata_name(&object).is_empty()
        && let Some(base) = object.text(&["metadata", "generateName"])
    {
        let name = generate_name(base);
        object.set_pointer(&["metadata", "name"], name);
    }
    managed::updated(ctx, None, &mut object, &options.field_manager)?;
    let mut operation = Operation::new(ctx, Verb::Create, options.dry_run);
    ctx.server.admission.admit(&mut operation, Some(&mut object), None).await?;
    let reservation = ready(ctx, &mut object, &mut operation, options).await?;
    if options.dry_run {
        if ctx.server.fetch(&store, &store.key(place(&object), metadata_name(&object))).await?.is_some() {
            return Err(ApiError::already_exists(ctx.served.named(), metadata_name(&object)));
        }
        return Ok(object);
    }
    let key = store.key(place(&object), metadata_name(&object));
    let lease = ctx.server.owned.lease_for(&ctx.server, &store).await?;
    match ctx.server.insert(&store, &key, &object, lease).await? {
        Wrote::Done(revision) => {
            set_version(&mut object, revision);
            reservation.keep();
            Ok(object)
        }
        Wrote::Lost(_) => Err(ApiError::already_exists(ctx.served.named(), metadata_name(&object))),
    }
}

/// Everything between mutating admission and the write; also what an update does that creates.
pub(super) async fn ready(
    ctx: &Ctx,
    object: &mut Value,
    operation: &mut Operation<'_>,
    options: &WriteOptions,
) -> Result<super::extras::Reservation> {
    let store = ctx.store()?;
    let requester = ctx.requester();
    let request = Request { now: ctx.now(), user: &requester };
    object.remove_pointer(&["metadata", "resourceVersion"]);
    fill(object, ctx.now());
    store.hooks.prepare_create(object, &request);
    let reservation = super::extras::begin(ctx, None, object, options.dry_run).await?;
    let mut faults = store.hooks.check_create(object, store.namespaced);
    faults.extend(check_custom(ctx, store, object, None));
    refuse(store, metadata_name(object), faults)?;
    super::extras::authorise(ctx, "create", object, None)?;
    tell_warnings(ctx, store, object, None);
    ctx.server.admission.validate(operation, Some(object), None).await?;
    Ok(reservation)
}

fn place(object: &Value) -> &str {
    object.text(&["metadata", "namespace"]).unwrap_or_default()
}
